"""Which documents show a row: what must be indexed again when the row changes.

The lookups that a kind declares lead from its rows to those that its documents show; here they
are followed back. One query finds the documents of all kinds that show some rows of a model.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet, Value

from casebook.core.records import RecordType, indexed_types

from .documents import DocumentKey
from .prefetching import chunks, path_of


@dataclass(frozen=True)
class Shown:
    """How documents show the rows of a model.

    ``paths`` lead to the model, each from a kind. ``trees`` are the keys to another row of the
    same model, which is shown where the row itself is.
    """

    paths: set[tuple[RecordType, str]] = field(default_factory=set)
    trees: set[str] = field(default_factory=set)


def watched_models() -> set[type[Model]]:
    """The models whose rows a document shows."""
    return set(shown_models(*indexed_types().values()))


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
    shown = shown_models(*record_types, is_load=is_load).get(model, Shown())
    keys = with_descendants(model, keys, shown.trees)
    own = [each.kind for each in record_types if each.model is model]
    yield from ((kind, key) for kind in own for key in keys)
    for some in chunks(sorted(keys)) if shown.paths else ():
        first, *others = (
            rows_showing(each.model, path, some).order_by().values_list(Value(each.kind), "pk")
            for each, path in shown.paths
        )
        yield from first.union(*others)


def with_descendants(model: type[Model], keys: set[int], trees: Iterable[str]) -> set[int]:
    """The keys of rows and of all rows below them."""
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
def shown_models(*record_types: RecordType, is_load: bool = False) -> dict[type[Model], Shown]:
    """The models that documents show, their own among them."""
    shown: dict[type[Model], Shown] = defaultdict(Shown)
    for each in record_types:
        shown[each.model]
        for lookup in (*each.shows, *(each.showed_before_load if is_load else ())):
            model, path = each.model, ""
            for name in path_of(lookup).split("__"):
                related: Any = model._meta.get_field(name).related_model
                if related is model:
                    shown[model].trees.add(name)
                else:
                    path = f"{path}__{name}" if path else name
                    model = related
                    shown[model].paths.add((each, path))
    return dict(shown)
