"""Since when each page is as it is: the day of the last change of its row, or of what hangs on it.

Triggers keep the days, whoever writes; they are looked after whenever migrations have run. Rows
that are older than the triggers bear the time at which watching began.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from casebook.triggers import make_missing

TABLE = "casebook_rowdate"
EVENTS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}

Owners = dict[str, str]
"""Kinds of pages that show a row, each with the column that holds the key of the page's row."""

SHOWN_BY: dict[str, Owners] = {
    "cases_book": {"book": "id"},
    "cases_part": {"part": "id", "book": "book_id"},
    "cases_case": {"case": "id", "part": "part_id", "book": "book_id"},
    "cases_critique": {"critique": "id", "case": "case_id", "expert": "expert_id"},
    "cases_critique_affiliations": {"critique": "critique_id"},
    "cases_caseplace": {"case": "case_id", "place": "place_id"},
    "cases_casetheme": {"case": "case_id", "theme": "theme_id"},
    "cases_contribution": {
        "book": "book_id",
        "expert": "expert_id",
        "organisation": "organisation_id",
    },
    "cases_erratum": {"book": "book_id"},
    "cases_fact": {"fact": "id", "case": "case_id"},
    "cases_fact_places": {"fact": "fact_id", "place": "place_id"},
    "cases_fact_organisations": {"fact": "fact_id", "organisation": "organisation_id"},
    "cases_place": {"place": "id"},
    "cases_theme": {"theme": "id"},
    "cases_section": {"section": "id", "case": "case_id", "critique": "critique_id"},
    "cases_passage": {"section": "section_id"},
    "experts_expert": {"expert": "id"},
    "experts_organisation": {"organisation": "id"},
    "experts_affiliation": {"expert": "expert_id", "organisation": "organisation_id"},
}

SQLITE = """
CREATE TRIGGER "{name}" AFTER {event} ON "{table}"
BEGIN
    {notes}
END
"""
SQLITE_NOTE = """
    INSERT INTO {dates} (kind, key, changed_at)
    SELECT '{kind}', {version}."{column}", strftime('%Y-%m-%d %H:%M:%f', 'now')
    WHERE {version}."{column}" IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION casebook_note_dates() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    versions jsonb[] := ARRAY[]::jsonb[];
BEGIN
    IF TG_OP <> 'INSERT' THEN versions := versions || to_jsonb(OLD); END IF;
    IF TG_OP <> 'DELETE' THEN versions := versions || to_jsonb(NEW); END IF;
    INSERT INTO {dates} (kind, key, changed_at)
    SELECT shown.kind, shown.key, clock_timestamp() FROM (
        SELECT DISTINCT TG_ARGV[at] AS kind, (version ->> TG_ARGV[at + 1])::bigint AS key
        FROM unnest(versions) AS version, generate_series(0, TG_NARGS - 2, 2) AS at
    ) AS shown WHERE shown.key IS NOT NULL
    ON CONFLICT (kind, key) DO UPDATE SET changed_at = excluded.changed_at;
    RETURN NULL;
END
$$
"""
POSTGRESQL = """
CREATE TRIGGER "{name}" AFTER INSERT OR UPDATE OR DELETE ON "{table}"
FOR EACH ROW EXECUTE FUNCTION casebook_note_dates({arguments})
"""
BEGINNING = """
INSERT INTO {dates} (kind, key, changed_at)
SELECT '{kind}', id, CURRENT_TIMESTAMP FROM "{table}" WHERE true
ON CONFLICT (kind, key) DO NOTHING
"""


def changed_at(kind: str, rows: Iterable[int] | None = None) -> dict[int, dt.datetime]:
    """The time of the last change by the key of the row; all rows of the kind unless told."""
    from casebook.models import RowDate

    dates = RowDate.objects.filter(kind=kind)
    if rows is not None:
        dates = dates.filter(key__in=list(rows))
    return dict(dates.values_list("key", "changed_at"))


def look_after(using: str = "default", **_signal: object) -> None:
    """Make every trigger that is missing, and date the rows that it would have seen."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    if TABLE not in tables:
        return
    owners, wanted = {}, {}
    for table in tables & SHOWN_BY.keys():
        for name, making in triggers(connection.vendor, table):
            owners[name], wanted[name] = table, making
    made = make_missing(connection, wanted.items(), POSTGRESQL_FUNCTION.format(dates=TABLE))
    date_rows(connection, {owners[name] for name in made})


def date_rows(connection: BaseDatabaseWrapper, tables: Iterable[str]) -> None:
    """Let the rows that nobody watched bear the time of now."""
    with connection.cursor() as cursor:
        for table in tables:
            for kind in own_kind(table):
                cursor.execute(BEGINNING.format(dates=TABLE, kind=kind, table=table))


def triggers(vendor: str, table: str) -> Iterator[tuple[str, str]]:
    """Name and making of each trigger of a table."""
    owners = SHOWN_BY[table]
    if vendor == "postgresql":
        name = f"{table}_dates"
        arguments = ", ".join(f"'{kind}', '{column}'" for kind, column in owners.items())
        yield name, POSTGRESQL.format(name=name, table=table, arguments=arguments)
        return
    for event, versions in EVENTS.items():
        name = f"{table}_dates_{event.lower()}"
        notes = "".join(
            SQLITE_NOTE.format(dates=TABLE, kind=kind, column=column, version=version)
            for version in versions
            for kind, column in owners.items()
        )
        yield name, SQLITE.format(name=name, event=event, table=table, notes=notes)


def own_kind(table: str) -> list[str]:
    """The kind of page that a row of the table has to itself, if any."""
    return [kind for kind, column in SHOWN_BY[table].items() if column == "id"]
