"""Load an export into an empty site: all of it or nothing, under the keys that it had."""

import json
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import DatabaseError, connection, models, transaction

from cases.loading.load import loaded
from search.models import VocabularyRevision

from .content import content_models
from .folders import ExportError, read_manifest
from .values import Record, link_fields, row
from .writing import records_file

Tell = Callable[[str], None]
AT_ONCE = 500


def load_export(folder: Path, tell: Tell) -> dict[str, int]:
    """Bring an export into the database; return how many records there are of each model."""
    counts: dict[str, int] = read_manifest(folder)["records"]
    wanted = [known_model(folder, label) for label in counts]
    with transaction.atomic():
        require_empty()
        for model in wanted:
            load_records(model, records_file(folder, model))
            tell(f"{model._meta.label_lower}: {counts[model._meta.label_lower]}")
        finish(folder, wanted)
    return counts


def known_model(folder: Path, label: str) -> type[models.Model]:
    """The model of that name; an export of a later program may have more of them."""
    if label not in {model._meta.label_lower for model in content_models()}:
        raise ExportError(
            f"{folder} holds {label}, which this program does not know: load it with a newer one."
        )
    return apps.get_model(label)


def require_empty() -> None:
    """Refuse to mix an export with what is there: the same keys would mean other rows."""
    for model in content_models():
        if count := model._default_manager.count():
            raise ExportError(
                f"This site already holds {count} {model._meta.label_lower}: load an export into an "
                "empty one, as after `DATA_DIR=… manage.py migrate`."
            )


def load_records(model: type[models.Model], path: Path) -> None:
    """Write the records of a file, some at a time, with their links."""
    records = read_records(path)
    while some := list(islice(records, AT_ONCE)):
        try:
            model._default_manager.bulk_create([made(model, *record) for record in some])
            for field in link_fields(model):
                links = links_of(field, [values for _position, values in some])
                field.remote_field.through._default_manager.bulk_create(links, batch_size=AT_ONCE)
        except DatabaseError as error:
            first_line = str(error).splitlines()[0]
            raise ExportError(f"{path}: the database refuses its rows ({first_line}).") from error


def read_records(path: Path) -> Iterator[tuple[str, Record]]:
    """The records of a file, each with its place."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            yield f"{path}, line {number}", json.loads(line)


def made(model: type[models.Model], position: str, values: Record) -> models.Model:
    try:
        return row(model, values)
    except ValueError as error:
        raise ExportError(
            f"{position}: {error}; load the export with the program that wrote it."
        ) from error


def links_of(field: Any, records: list[Record]) -> list[models.Model]:
    """The rows of a table of links."""
    through = field.remote_field.through
    here, there = field.m2m_column_name(), field.m2m_reverse_name()
    return [
        through(**{here: record["id"], there: other})
        for record in records
        for other in record.get(field.name, [])
    ]


def finish(folder: Path, wanted: list[type[models.Model]]) -> None:
    """See that every reference leads somewhere, count on behind the keys, let the index know."""
    try:
        connection.check_constraints()
    except DatabaseError as error:
        raise ExportError(f"{folder} refers to rows that it does not hold ({error}).") from error
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), wanted):
            cursor.execute(statement)
    VocabularyRevision.advance()
    loaded.send(sender=load_export)
