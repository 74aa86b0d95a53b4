"""Load an export into an empty site, in one transaction and with its primary keys."""

import json
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.core.serializers.python import Deserializer
from django.db import DatabaseError, connection, transaction

from casebook.core.cache import revision
from cases.importing.load import finished, loaded
from cases.importing.objects import LoadObject, check_row, check_texts, plain_value
from search.models import VocabularyRevision

from .export_folder import (
    COPY_AGAIN,
    MANIFEST,
    ExportError,
    check_names,
    json_object,
    read_counts,
    records_file,
)
from .export_writer import CHUNK_SIZE, Progress
from .exported_content import content_models, link_fields

MAX_KEY = 2**53
"""The largest integer that every reader of JSON represents exactly."""
BY_ITS_WRITER = "load the export with the program that wrote it."


def load_export(folder: Path, progress: Progress) -> dict[str, int]:
    """Load an export into the database; return the number of records of each model.

    Raises ExportError or LoadError with a one-line message; then nothing was loaded.
    """
    try:
        counts = read_counts(folder)
        check_models(folder, counts)
        with transaction.atomic():
            require_empty()
            for label, count in counts.items():
                load_records(label, records_file(folder, label), count)
                progress(f"{label}: {count}")
            finish(folder, counts)
    except OSError as error:
        raise ExportError(
            f"{error.filename or folder} cannot be read ({error.strerror}): see to its permissions."
        ) from error
    except DatabaseError as error:
        raise ExportError(f"The database refuses ({one_line(error)}): run migrate.") from error
    return counts


def check_models(folder: Path, counts: dict[str, int]) -> None:
    """Refuse models that are no content, and other files of records than the manifest counts."""
    if unknown := counts.keys() - {model._meta.label_lower for model in content_models()}:
        raise ExportError(
            f"{folder} holds {min(unknown)}, which this program does not know: use a newer one."
        )
    counted = {records_file(folder, label).name for label in counts}
    present = {path.name for path in (folder / "records").glob("*")}
    check_names(folder / "records", counted, present, f"in {MANIFEST}")


def require_empty() -> None:
    """Raise ExportError if there is any content: the same keys would mean other rows."""
    for model in content_models():
        if count := model._default_manager.count():
            raise ExportError(
                f"This site already holds {count} {model._meta.label_lower}: load an export into "
                "an empty one, as after `DATA_DIR=… manage.py migrate`."
            )


def load_records(label: str, path: Path, expected: int) -> None:
    """Write the records of a file with their links, in batches."""
    count = 0
    with path.open("rb") as lines:
        numbered = ((f"{path}, line {number}", line) for number, line in enumerate(lines, start=1))
        records = (LoadObject(label, json_object(line, place), place) for place, line in numbered)
        while batch := list(islice(records, CHUNK_SIZE)):
            save_records(batch)
            count += len(batch)
    if count != expected:
        raise ExportError(
            f"{path} holds {count} records, {MANIFEST} counts {expected}: {COPY_AGAIN}"
        )


def save_records(records: list[LoadObject]) -> None:
    """Write records at once; if the database refuses, one by one, to name the one at fault."""
    rows = list(Deserializer(map(checked, records)))
    for record, row in zip(records, rows, strict=True):
        check_row(record, row.object)
    model = records[0].model_class
    try:
        with transaction.atomic():
            # The plain manager: ``updated_at`` stays as in the site that wrote the export.
            model._base_manager.bulk_create([row.object for row in rows])
            for field in link_fields(model):
                through = field.remote_field.through
                this, other = field.m2m_column_name(), field.m2m_reverse_name()
                through.objects.bulk_create(
                    through(**{this: row.object.pk, other: key})
                    for row in rows
                    for key in row.m2m_data.get(field.name, ())
                )
    except DatabaseError as error:
        if len(records) == 1:
            raise records[0].error(
                f"the database refuses it ({one_line(error)}); correct it, or the row that it "
                "clashes with, in the site that wrote the export."
            ) from error
        for record in records:
            save_records([record])


def checked(record: LoadObject) -> dict[str, Any]:
    """A record as Django deserialises it; Django alone would take "1" or true for the number 1."""
    model = record.model_class
    fields = {field.attname: field for field in model._meta.concrete_fields}
    fields |= {field.name: field for field in link_fields(model)}
    if unknown := record.fields.keys() - fields.keys():
        raise record.error(f"there is no column {min(unknown)!r} here; {BY_ITS_WRITER}")
    check_texts(record, fields)
    for name, field in fields.items():
        if name in record.fields:
            check_value(record, name, field)
        elif not (field.many_to_many or field.has_default() or field.null):
            raise record.error(f"the column {name!r} is missing; {BY_ITS_WRITER}")
    values = {fields[name].name: value for name, value in record.fields.items()}
    return {"model": record.model, "fields": values}


def check_value(record: LoadObject, name: str, field: Any) -> None:
    """Raise LoadError for a value of another type than the field's, and for an invalid key."""
    value = record.fields[name]
    if not (field.is_relation or field.primary_key):
        plain_value(record, name, field)
        return
    keys = value if field.many_to_many else [value]
    if not isinstance(keys, list):
        raise record.error(f"the field {name!r} is no list; write the keys of other rows in one.")
    for key in keys:
        is_key = type(key) is int and 0 < key <= MAX_KEY  # above it, new rows get no key
        if not is_key and not (key is None and field.null):
            shown = json.dumps(key, ensure_ascii=False)[:60]
            raise record.error(f"the field {name!r} is {shown}; write a key from 1 to {MAX_KEY}.")


def one_line(error: DatabaseError) -> str:
    """The message of a database error in one line."""
    return " ".join(str(error).split())


def finish(folder: Path, labels: Iterable[str]) -> None:
    """Check foreign keys, reset key sequences, move the revisions and signal the index."""
    try:
        connection.check_constraints()
    except DatabaseError as error:
        raise ExportError(
            f"{folder} refers to rows that it does not hold ({one_line(error)}): {COPY_AGAIN}"
        ) from error
    models = [apps.get_model(label) for label in labels]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
    VocabularyRevision.advance()
    revision.move()
    loaded.send(sender=load_export)
    transaction.on_commit(lambda: finished.send(sender=load_export))
