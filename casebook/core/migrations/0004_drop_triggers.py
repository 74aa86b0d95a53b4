"""The revision and the dates of rows are written by the models, no longer by triggers."""

from django.db import migrations

WRITTEN = ("casebook_contentrevision", "casebook_rowdate")
FUNCTIONS = ("casebook_content_moves", "casebook_note_dates")


def drop_triggers(apps, schema_editor):
    """Before their tables change: SQLite refuses to rename a table while a trigger names a lost one."""
    if schema_editor.connection.vendor == "postgresql":
        for function in FUNCTIONS:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {function}() CASCADE")
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = [name for name, sql in cursor.fetchall() if any(table in sql for table in WRITTEN)]
    for name in triggers:
        schema_editor.execute(f'DROP TRIGGER "{name}"')


class Migration(migrations.Migration):
    dependencies = [("casebook", "0003_input_digest")]
    operations = [migrations.RunPython(drop_triggers, migrations.RunPython.noop)]
