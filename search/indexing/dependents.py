"""Which documents show a row: what must be indexed again when the row changes.

The lookups that a kind declares lead from its rows to those that its documents show; here they
are followed back. One query finds the documents of all kinds that show some rows of a model.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, cast

from django.apps import apps
from django.db.models import Model, QuerySet, Value

from casebook.core.records import RecordType, indexed_types

from .documents import DocumentKey, chunks, path_of

Path = tuple[RecordType, str]
"""Leads from the rows of a kind to rows that their documents show."""


def watched_models() -> set[type[Model]]:
    """The models whose rows a document shows."""
    return set(paths_to(*indexed_types().values()))


def dependents(rows: Mapping[str, Iterable[int]], *, is_load: bool = False) -> set[DocumentKey]:
    """The documents that show rows, given as primary keys by model label.

    With ``is_load`` also those that did so before the load that wrote the rows.
    """
    models = {apps.get_model(label): set(keys) for label, keys in rows.items()}
    return {
        found for model, keys in models.items() for found in showing(model, keys, is_load=is_load)
    }


def showing(model: type[Model], keys: set[int], *, is_load: bool = False) -> Iterator[DocumentKey]:
    """The documents of rows of a model, and those that show the rows."""
    record_types = indexed_types().values()
    paths = paths_to(*record_types, is_load=is_load).get(model, set())
    for each in record_types:
        if each.model is model:
            trees = [path for kind, path in paths if kind is each and "__" not in path]
            keys = with_descendants(model, keys, trees)
            yield from ((each.kind, key) for key in keys)
    for some in chunks(sorted(keys)) if paths else ():
        first, *others = (
            rows_showing(each.model, path, some).order_by().values_list(Value(each.kind), "pk")
            for each, path in paths
        )
        yield from first.union(*others)


def with_descendants(model: type[Model], keys: set[int], trees: Iterable[str]) -> set[int]:
    """The keys of rows and of all below them, by keys to the row above."""
    for name in trees:
        below = keys
        while below:
            children = (rows_showing(model, name, some) for some in chunks(sorted(below)))
            below = {row.pk for rows in children for row in rows.only("pk")} - keys
            keys = keys | below
    return keys


def rows_showing(model: type[Model], path: str, keys: Sequence[int]) -> QuerySet[Any]:
    """The rows of a model whose ``path`` leads to any of the keys; a subquery for each step."""
    name, _, rest = path.partition("__")
    related: Any = model._meta.get_field(name).related_model
    others = rows_showing(related, rest, keys) if rest else keys
    return model._base_manager.filter(**{f"{name}__in": others})


@cache
def paths_to(*record_types: RecordType, is_load: bool = False) -> dict[type[Model], set[Path]]:
    """The paths that lead to each model that documents show; to their own, where they begin."""
    paths: dict[type[Model], set[Path]] = {each.model: set() for each in record_types}
    for each in record_types:
        for lookup in (*each.shows, *(each.showed_before_load if is_load else ())):
            model, names = each.model, path_of(lookup).split("__")
            for count, name in enumerate(names, start=1):
                model = cast("type[Model]", model._meta.get_field(name).related_model)
                paths.setdefault(model, set()).add((each, "__".join(names[:count])))
    return paths
