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
from django.db.models import Model
from django.db.utils import ConnectionHandler
from django.http import QueryDict
from django.template.loader import render_to_string

from casebook.core.control_characters import replace_controls
from casebook.core.downloads.file_formats import csv_lines
from casebook.core.downloads.tables import Table
from cases import downloads as of_cases
from cases.models import Book
from experts import downloads as of_experts

from .export_folder import FORMAT, MANIFEST, VERSION, new_export, records_file
from .exported_content import (
    APPS,
    RecordSerializer,
    content_models,
    exported_rows,
    json_schema,
    link_fields,
)

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
        write_notes(partial, counts, tables, with_text=with_text)
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


def create_tables_sql() -> str:
    """The statements by which Django makes the tables of content on SQLite."""
    settings = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    memory = ConnectionHandler(settings)["default"]
    with memory.schema_editor(collect_sql=True, atomic=False) as editor:
        for model in content_models():
            editor.create_model(model)
    memory.connection.close()  # Django itself keeps a database in memory open.
    return "\n".join(editor.collected_sql)


def insert_statements(model: type[Model]) -> Iterator[str]:
    """SQL that inserts one JSON line into the table of its model and into those of links."""
    names = [field.attname for field in model._meta.concrete_fields]
    values = ", ".join(f"json_extract(?1, '$.{name}')" for name in names)
    yield f"INSERT INTO {model._meta.db_table} ({quoted(names)}) SELECT {values}"
    for field in link_fields(model):
        ends = quoted([field.m2m_column_name(), field.m2m_reverse_name()])
        links = f"json_extract(?1, '$.id'), value FROM json_each(?1, '$.{field.name}')"
        yield f"INSERT INTO {field.m2m_db_table()} ({ends}) SELECT {links}"


def quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def write_notes(
    folder: Path, counts: dict[str, int], tables: dict[str, int], *, with_text: bool
) -> None:
    """Write manifest, README and licence, without a time: the same content, the same bytes."""
    applied = MigrationRecorder(connection).applied_migrations()
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "with_text": with_text,
        "migrations": {app: max(name for its, name in applied if its == app) for app in APPS},
        "records": counts,
        "tables": tables,
    }
    write_json(folder / MANIFEST, manifest)
    context = manifest | {"books": Book.objects.order_by("slug")}
    readme = render_to_string("casebook/export/README.md", context)
    (folder / "README.md").write_text(replace_controls(readme), "utf-8")
    licence = (Path(settings.BASE_DIR) / "LICENSE").read_text("utf-8")
    (folder / "LICENSE").write_text(licence, "utf-8")
