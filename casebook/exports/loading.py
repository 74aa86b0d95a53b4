"""Load an export into an empty site: all of it or nothing, under the keys that it had."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import DatabaseError, connection, models, transaction

from cases.loading.load import finished, loaded
from cases.loading.objects import LoadObject
from search.models import VocabularyRevision

from .content import content_models
from .folders import MANIFEST, ExportError, json_object, read_counts
from .values import link_fields, linked_keys, row
from .writing import records_file

Tell = Callable[[str], None]
AT_ONCE = 500


def load_export(folder: Path, tell: Tell) -> dict[str, int]:
    """Bring an export into the database; return how many records there are of each model.

    ExportError or LoadError say in one line what is wrong where; then nothing was loaded.
    """
    try:
        counts = read_counts(folder)
        wanted = [known_model(folder, label) for label in counts]
        check_records_files(folder, wanted)
        with transaction.atomic():
            require_empty()
            for model in wanted:
                count = counts[model._meta.label_lower]
                load_records(model, records_file(folder, model), count)
                tell(f"{model._meta.label_lower}: {count}")
            finish(folder, wanted)
    except OSError as error:
        raise ExportError(
            f"{error.filename or folder} cannot be read ({error.strerror}): see to its permissions."
        ) from error
    except DatabaseError as error:
        raise ExportError(f"The database refuses ({one_line(error)}): run migrate.") from error
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


def check_records_files(folder: Path, wanted: list[type[models.Model]]) -> None:
    """Refuse an export that has other files of records than its manifest counts."""
    present = set((folder / "records").glob("*"))
    counted = {records_file(folder, model) for model in wanted}
    if strange := present - counted:
        raise ExportError(f"{min(strange)} is not in {MANIFEST}: copy the export again.")
    if lacking := counted - present:
        raise ExportError(f"{min(lacking)} is not in the folder: copy the export again.")


def load_records(model: type[models.Model], path: Path, expected: int) -> None:
    """Write the records of a file, some at a time, with their links."""
    records = read_records(model._meta.label_lower, path)
    count = 0
    while some := list(islice(records, AT_ONCE)):
        store_records(model, some)
        count += len(some)
    if count != expected:
        raise ExportError(
            f"{path} holds {count} records, {MANIFEST} counts {expected}: copy the export again."
        )


def read_records(label: str, path: Path) -> Iterator[LoadObject]:
    """The records of a file, each with its place."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            position = f"{path}, line {number}"
            yield LoadObject(label, json_object(line, position), position)


def store_records(model: type[models.Model], records: list[LoadObject]) -> None:
    """Write records at once; if the database refuses, one by one, to name the one at fault."""
    rows = [row(record) for record in records]
    try:
        with transaction.atomic():
            model._default_manager.bulk_create(rows)
            for field in link_fields(model):
                links = links_of(field, records)
                field.remote_field.through._default_manager.bulk_create(links, batch_size=AT_ONCE)
    except DatabaseError as error:
        if len(records) == 1:
            raise records[0].error(
                f"the database refuses it ({one_line(error)}); correct it, or the row that it "
                "clashes with, in the site that wrote the export."
            ) from error
        for record in records:
            store_records(model, [record])


def links_of(field: Any, records: list[LoadObject]) -> list[models.Model]:
    """The rows of a table of links."""
    through = field.remote_field.through
    here, there = field.m2m_column_name(), field.m2m_reverse_name()
    return [
        through(**{here: record.fields["id"], there: other})
        for record in records
        for other in linked_keys(record, field.name)
    ]


def one_line(error: DatabaseError) -> str:
    """What a database says in several lines, in one."""
    return " ".join(str(error).split())


def finish(folder: Path, wanted: list[type[models.Model]]) -> None:
    """See that every reference leads somewhere, count on behind the keys, let the index know."""
    try:
        connection.check_constraints()
    except DatabaseError as error:
        raise ExportError(
            f"{folder} refers to rows that it does not hold ({one_line(error)}): copy the export "
            "again."
        ) from error
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), wanted):
            cursor.execute(statement)
    VocabularyRevision.advance()
    loaded.send(sender=load_export)
    transaction.on_commit(lambda: finished.send(sender=load_export))
