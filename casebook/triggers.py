"""Triggers that move the content revision, whoever writes: the ORM, a load, SQL by hand.

They are looked after whenever migrations have run, for SQLite forgets the triggers of a table
that a migration makes anew.
"""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from casebook import revision

APPS = ("experts", "cases")
"""Whose tables hold what the site shows."""

NOT_SHOWN = {"cases.importedrow"}
ALSO_SHOWN = (
    *("search.synonym", "search.stopword", "search.dictionaryword", "search.vocabularyrevision"),
    "search.outboxentry",
)
"""What a search answers depends on these words, and on what has reached the index: then its
entry leaves the outbox."""

TABLE = "casebook_contentrevision"
EVENTS = ("INSERT", "UPDATE", "DELETE")

SQLITE = """
CREATE TRIGGER "{name}" AFTER {event} ON "{table}"
BEGIN
    UPDATE {revision} SET mark = random(), changed_at = strftime('%Y-%m-%d %H:%M:%f', 'now');
END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION casebook_content_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE {revision}
    SET mark = (random() * 9007199254740991)::bigint, changed_at = clock_timestamp();
    RETURN NULL;
END
$$
"""
# Before the statement: whoever writes takes the revision first and rows after it, so that two
# writers never wait for each other.
POSTGRESQL = """
CREATE TRIGGER "{name}" BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "{table}"
FOR EACH STATEMENT EXECUTE FUNCTION casebook_content_moves()
"""


def content_tables() -> list[str]:
    """The tables whose rows a reader may see."""
    models = [
        model
        for label in APPS
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
        if model._meta.label_lower not in NOT_SHOWN
    ]
    return [model._meta.db_table for model in (*models, *map(apps.get_model, ALSO_SHOWN))]


def look_after(using: str = "default", **_signal: object) -> None:
    """Make the row and every trigger that is missing; then nothing is as it was."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    if TABLE not in tables:
        return
    wanted = triggers(connection.vendor, content_tables(), tables)
    made = make_missing(connection, wanted, POSTGRESQL_FUNCTION.format(revision=TABLE))
    revision.ensure(using, moved=bool(made))


def triggers(
    vendor: str, content: Iterable[str], present: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Name and making of each trigger, for the tables that are there."""
    for table in content:
        if table in present and vendor == "postgresql":
            name = f"{table}_moves"
            yield name, POSTGRESQL.format(name=name, table=table)
        elif table in present:
            for event in EVENTS:
                name = f"{table}_moves_{event.lower()}"
                yield name, SQLITE.format(name=name, table=table, event=event, revision=TABLE)


def make_missing(
    connection: BaseDatabaseWrapper, wanted: Iterable[tuple[str, str]], function: str
) -> list[str]:
    """Make the triggers that are not there; their names. On PostgreSQL they call ``function``."""
    present = names_of_triggers(connection)
    missing = {name: making for name, making in wanted if name not in present}
    with connection.cursor() as cursor:
        if missing and connection.vendor == "postgresql":
            cursor.execute(function)
        for making in missing.values():
            cursor.execute(making)
    return list(missing)


def names_of_triggers(connection: BaseDatabaseWrapper) -> set[str]:
    """The triggers that there are."""
    asked = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return {name for (name,) in cursor.fetchall()}
