"""The documents of the index, made of the rows of each kind of record."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection

from casebook.core.records import IndexDocument, RecordType, indexed_types
from search.backends.base import OnError, raise_error

from .prefetching import CHUNK, chunks, load_related

DocumentKey = tuple[str, int]
"""A document: its kind and the key of the row it is made of."""


def document_key(name: str) -> DocumentKey:
    """The kind and the key of the row that an id was made of."""
    kind, _, key = name.rpartition("-")
    return kind, int(key)


def all_documents(on_error: OnError = raise_error) -> Iterator[IndexDocument]:
    """Every document there is, kind by kind; a fixed number of queries for each chunk."""
    for record_type in indexed_types().values():
        for keys in keys_of(record_type):
            yield from documents(record_type.kind, keys, on_error)


def documents(
    kind: str, keys: Iterable[int], on_error: OnError = raise_error
) -> Iterator[IndexDocument]:
    """The documents of those rows of a kind that still exist; failures go to ``on_error``."""
    record_type = indexed_types()[kind]
    for some in chunks(sorted(keys)):
        for row in load_rows(record_type, some, on_error):
            try:
                document = record_type.make_document(row)
            except Exception as error:  # noqa: BLE001
                on_error(kind, row.pk, error)
            else:
                yield document


def load_rows(record_type: RecordType, keys: Sequence[int], on_error: OnError) -> list[Any]:
    """Rows with all that their documents show; bisects the keys where that fails."""
    try:
        rows = list(record_type.rows.filter(pk__in=keys).order_by("pk"))
        load_related(rows, record_type.shows)
    except Exception as error:
        if not connection.is_usable():
            raise
        if len(keys) == 1:
            on_error(record_type.kind, keys[0], error)
            return []
        middle = len(keys) // 2
        first, second = keys[:middle], keys[middle:]
        return [
            *load_rows(record_type, first, on_error),
            *load_rows(record_type, second, on_error),
        ]
    return rows


def keys_of(record_type: RecordType) -> Iterator[list[int]]:
    """The keys of all rows of a kind, in chunks read when needed."""
    keys = record_type.rows.order_by("pk").values_list("pk", flat=True)
    last = 0
    while some := list(keys.filter(pk__gt=last)[:CHUNK]):
        yield some
        last = some[-1]


def all_keys() -> Iterator[DocumentKey]:
    """The keys of all documents there should be."""
    for kind, record_type in indexed_types().items():
        for keys in keys_of(record_type):
            yield from ((kind, key) for key in keys)


def document_total() -> int:
    """How many documents there should be."""
    return sum(each.rows.count() for each in indexed_types().values())
