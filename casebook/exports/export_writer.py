"""Write an export: records, schemas, tables, a SQLite database, and a manifest."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.http import QueryDict
from django.template.loader import render_to_string

from casebook.core.control_characters import replace_controls
from casebook.core.downloads.tables import Table
from casebook.core.downloads.text_files import csv_lines
from cases import downloads as of_cases
from cases.models import Book
from experts import downloads as of_experts

from .export_folder import FORMAT, MANIFEST, VERSION, new_export, records_file
from .exported_content import APPS, RecordSerializer, content_models, exported_rows
from .record_schemas import create_tables_sql, insert_statements, json_schema

Progress = Callable[[str], None]
TABLES: tuple[Table, ...] = (
    *(of_cases.BOOKS, of_cases.PARTS, of_cases.CASES, of_cases.CRITIQUES, of_cases.FACTS),
    *(of_experts.EXPERTS, of_experts.ORGANISATIONS, of_cases.PLACES, of_cases.THEMES),
)
CHUNK_SIZE = 500
SNAPSHOTS = {
    # Unlike Django's own transactions here, this one does not keep writers waiting.
    "sqlite": "BEGIN DEFERRED",
    "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
}


def export_all(folder: Path, progress: Progress, *, with_text: bool = False) -> dict[str, int]:
    """Write all content to a folder; return the number of records of each model."""
    with new_export(folder) as partial, snapshot():
        serializer, counts = RecordSerializer(with_text=with_text), {}
        for model in content_models():
            label = model._meta.label_lower
            write_json(partial / "schemas" / f"{label}.schema.json", json_schema(model))
            rows = exported_rows(model, with_text=with_text)
            counts[label] = rows.count()
            cursor: Any = rows.iterator(CHUNK_SIZE)
            with open_text(records_file(partial, label)) as file, closing(cursor):
                serializer.serialize(cursor, stream=file)
            progress(f"{label}: {counts[label]}")
        tables = {table.name: write_table(partial, table) for table in TABLES}
        progress(f"tables: {', '.join(tables)}")
        write_database(partial)
        write_notes(partial, manifest(counts, tables, with_text=with_text))
    return counts


@contextmanager
def snapshot() -> Iterator[None]:
    """Let all reads see one snapshot of the database; an open transaction is used as it is."""
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(SNAPSHOTS[connection.vendor])
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def open_text(path: Path) -> Any:
    path.parent.mkdir(exist_ok=True)
    return path.open("w", encoding="utf-8", newline="")


def write_json(path: Path, value: Any) -> None:
    with open_text(path) as file:
        file.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def write_table(folder: Path, table: Table) -> int:
    """Write a resource's download as CSV, URLs without host; return the number of its rows."""
    everything = table.filterset_class(QueryDict(), table.queryset())
    cells = table.columns_of(everything)
    rows = ([column.read(row) for column in cells] for row in table.rows(everything))
    with open_text(folder / "tables" / f"{table.name}.csv") as file:
        file.writelines(csv_lines([str(column.label) for column in cells], rows))
    return table.count(everything)


def write_database(folder: Path) -> None:
    """The records as one SQLite file; the same records, the same bytes."""
    with closing(sqlite3.connect(folder / "casebook.sqlite3")) as database:
        database.execute(f"PRAGMA user_version = {VERSION}")
        database.executescript(create_tables_sql())
        for model in content_models():
            for statement in insert_statements(model):
                with records_file(folder, model._meta.label_lower).open(encoding="utf-8") as lines:
                    database.executemany(statement, ([line] for line in lines))
        database.commit()


def manifest(counts: dict[str, int], tables: dict[str, int], *, with_text: bool) -> dict[str, Any]:
    """The manifest, without a time, so that the same content gives the same bytes."""
    applied = MigrationRecorder(connection).applied_migrations()
    return {
        "format": FORMAT,
        "version": VERSION,
        "with_text": with_text,
        "migrations": {app: max(name for its, name in applied if its == app) for app in APPS},
        "records": counts,
        "tables": tables,
    }


def write_notes(folder: Path, about: dict[str, Any]) -> None:
    """Write the manifest, the README and the licence."""
    write_json(folder / MANIFEST, about)
    readme = render_to_string(
        "casebook/export/README.md", about | {"books": Book.objects.order_by("slug")}
    )
    (folder / "README.md").write_text(replace_controls(readme), "utf-8")
    licence = (Path(settings.BASE_DIR) / "LICENSE").read_text("utf-8")
    (folder / "LICENSE").write_text(licence, "utf-8")
