"""A place may not lie in itself, however far up: a trigger, because no CHECK can see other rows."""

from django.db import migrations

SQLITE = """
CREATE TRIGGER cases_place_no_cycle BEFORE UPDATE OF parent_id ON cases_place
WHEN NEW.parent_id IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a place cannot lie in itself') WHERE EXISTS (
        WITH RECURSIVE up(id) AS (
            SELECT NEW.parent_id
            UNION
            SELECT place.parent_id FROM cases_place AS place JOIN up ON place.id = up.id
        )
        SELECT 1 FROM up WHERE id = NEW.id
    );
END
"""

POSTGRESQL = """
CREATE FUNCTION cases_place_no_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        WITH RECURSIVE up(id) AS (
            SELECT NEW.parent_id
            UNION
            SELECT place.parent_id FROM cases_place AS place JOIN up ON place.id = up.id
        )
        SELECT 1 FROM up WHERE id = NEW.id
    ) THEN
        RAISE EXCEPTION 'a place cannot lie in itself' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER cases_place_no_cycle BEFORE UPDATE OF parent_id ON cases_place
FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION cases_place_no_cycle();
"""


def create(apps, schema_editor):
    """Each database in its own dialect."""
    sql = SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL
    schema_editor.execute(sql)


def drop(apps, schema_editor):
    """The way back."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER cases_place_no_cycle")
    else:
        schema_editor.execute("DROP TRIGGER cases_place_no_cycle ON cases_place")
        schema_editor.execute("DROP FUNCTION cases_place_no_cycle")


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
