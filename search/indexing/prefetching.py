"""Prefetching: loads the rows that lookups lead to, in a bounded number of queries.

Django's own prefetch of a forward key writes ``id = ? OR id = ? …`` on SQLite, which refuses more
than a thousand of them, and that of a relation to many names every row in one query. Here forward
keys are read by ``in_bulk`` and relations some rows at a time, so that no number of rows is too
large.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db.models import ForeignKey, Model, Prefetch, QuerySet, prefetch_related_objects

from casebook.core.records import Lookup, record_types

CHUNK = 500
"""Rows that are read, or named in a query, together."""

Item = TypeVar("Item")


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
