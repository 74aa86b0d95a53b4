"""The documents of the index, made of the rows of each kind of record and what they show.

Related rows are loaded in a bounded number of queries, some rows at a time. Django's own prefetch
of a forward key writes ``id = ? OR id = ? …`` on SQLite, which refuses more than a thousand of
them, and that of a relation to many names every row in one query.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db import connection
from django.db.models import ForeignKey, Model, Prefetch, QuerySet, prefetch_related_objects

from casebook.core.records import IndexDocument, Lookup, RecordType, indexed_types, record_types
from search.backends.base import OnError, raise_error

CHUNK = 500
"""Rows that are read, or named in a query, together."""

Item = TypeVar("Item")

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


# --- Related rows ------------------------------------------------------------------------------


def chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """The items, in lists of at most ``size``."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def load_related(rows: Sequence[Model], lookups: Iterable[Lookup]) -> None:
    """Load what lookups lead to; a key to another row of the same model is followed to its end."""
    querysets: dict[str, QuerySet[Any] | None] = {}
    further: dict[str, list[Lookup]] = {}
    for lookup in lookups:
        queryset = lookup.queryset if isinstance(lookup, Prefetch) else None
        name, _, rest = path_of(lookup).partition("__")
        querysets.setdefault(name, None)
        if rest:
            further.setdefault(name, []).append(Prefetch(rest, queryset))
        else:
            querysets[name] = queryset
    for name, queryset in querysets.items() if rows else ():
        others = load_others(rows, name, queryset)
        again = [name] if others and type(others[0]) is type(rows[0]) else []
        load_related(others, [*further.get(name, ()), *again])


def path_of(lookup: Lookup) -> str:
    return lookup.prefetch_through if isinstance(lookup, Prefetch) else lookup


def load_others(rows: Sequence[Model], name: str, queryset: QuerySet[Any] | None) -> list[Any]:
    """Load one relation of rows, by default the ``rows`` of its kind, and return these."""
    field: Any = rows[0]._meta.get_field(name)
    if queryset is None:
        known = record_types().get(field.related_model._meta.model_name)
        queryset = known.rows.all() if known else field.related_model._default_manager.all()
    if not isinstance(field, ForeignKey):
        for some in chunks(rows):
            prefetch_related_objects(some, Prefetch(name, queryset))
        if field.one_to_one:
            return [other for row in rows if (other := getattr(row, name, None))]
        return [other for row in rows for other in getattr(row, name).all()]
    keys = {getattr(row, field.attname) for row in rows} - {None}
    found = queryset.in_bulk(keys)
    for row in rows:
        if other := found.get(getattr(row, field.attname)):
            setattr(row, name, other)
    return list(found.values())
