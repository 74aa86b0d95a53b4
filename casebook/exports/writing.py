"""Write an export: records, schemas, tables, a database, and what they are."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, models
from django.db.migrations.recorder import MigrationRecorder
from django.http import QueryDict
from django.template.loader import render_to_string

from casebook.control_characters import replace_controls
from casebook.downloads.csv_files import csv_lines
from casebook.downloads.tables import Table
from cases import downloads as of_cases
from cases.models import Book
from experts import downloads as of_experts

from .content import APPS, Content
from .database import write_database
from .folders import FORMAT, MANIFEST, VERSION, filled
from .schemas import schema_of
from .snapshots import snapshot

Tell = Callable[[str], None]
TABLES: tuple[Table, ...] = (
    *(of_cases.BOOKS, of_cases.PARTS, of_cases.CASES, of_cases.CRITIQUES, of_cases.FACTS),
    *(of_experts.EXPERTS, of_experts.ORGANISATIONS, of_cases.PLACES, of_cases.THEMES),
)


def export_all(folder: Path, tell: Tell, *, with_text: bool = False) -> dict[str, int]:
    """Fill a folder with all content; return how many records there are of each model."""
    with filled(folder) as partial, snapshot():
        content = Content(with_text)
        counts = {}
        for model in content.models:
            label = model._meta.label_lower
            write_json(partial / "schemas" / f"{label}.schema.json", schema_of(model))
            counts[label] = write_records(records_file(partial, model), content.records(model))
            tell(f"{label}: {counts[label]}")
        tables = {table.name: write_table(partial, table) for table in TABLES}
        tell(f"tables: {', '.join(tables)}")
        sources = {model: records_file(partial, model) for model in content.models}
        write_database(partial / "casebook.sqlite3", sources)
        write_notes(partial, manifest(counts, tables, with_text=with_text))
    return counts


def records_file(folder: Path, model: type[models.Model]) -> Path:
    return folder / "records" / f"{model._meta.label_lower}.jsonl"


def write_records(path: Path, records: Iterable[Any]) -> int:
    """One record a line; return how many."""
    path.parent.mkdir(exist_ok=True)
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            count += 1
    return count


def write_table(folder: Path, table: Table) -> int:
    """A resource as CSV, as its download, with addresses that name no host; return its rows."""
    path = folder / "tables" / f"{table.name}.csv"
    path.parent.mkdir(exist_ok=True)
    everything = table.filterset(QueryDict())
    columns = table.columns_of(everything)
    rows = ([column.read(row) for column in columns] for row in table.rows(everything))
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(csv_lines([str(column.label) for column in columns], rows))
    return table.count(everything)


def manifest(counts: dict[str, int], tables: dict[str, int], *, with_text: bool) -> dict[str, Any]:
    """What the export is; no time is in it, so that the same content gives the same bytes."""
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
    """The manifest for programs, a page for people, and the licence of what is ours."""
    write_json(folder / MANIFEST, about)
    readme = render_to_string(
        "casebook/export/README.md", about | {"books": Book.objects.order_by("slug")}
    )
    (folder / "README.md").write_text(replace_controls(readme), "utf-8")
    licence = (Path(settings.BASE_DIR) / "LICENSE").read_text("utf-8")
    (folder / "LICENSE").write_text(licence, "utf-8")


def write_json(path: Path, value: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
