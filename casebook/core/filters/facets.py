"""Facets: filters whose values the index counts, each declared once in its filterset.

OR inside a facet, AND between facets: the counts of a facet ignore its own selection.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import filterfalse, product
from operator import attrgetter
from typing import Any

from django.db.models import Q, QuerySet

from casebook.core.filters.filterset import NamedFilter, StrictFilterSet, some
from casebook.core.filters.value_resolver import RowValues, ValueResolver

DIGITS = re.compile(r"(\d+)")
KIND = "kind"
"""The index field of the kind of record."""

UPDATED = "updated"
"""The order by the last change, the latest last; of feeds."""

VALUES_SHOWN = 8
"""Values of a facet shown at first."""

is_selected = attrgetter("selected")

NO_CONDITIONS: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet; ``count`` is the number of rows that choosing it gives."""

    value: str
    label: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """The values of one facet, in the order of display.

    Pages show the first and every selected one (``shown``); the others are collapsed (``folded``).
    """

    field: str
    label: str
    values: tuple[FacetValue, ...]

    @property
    def shown(self) -> list[FacetValue]:
        return [*self.values[:VALUES_SHOWN], *filter(is_selected, self.values[VALUES_SHOWN:])]

    @property
    def folded(self) -> list[FacetValue]:
        return [*filterfalse(is_selected, self.values[VALUES_SHOWN:])]


def most_frequent_first(value: FacetValue) -> Any:
    return (-value.count, value.label, value.value)


def in_book_order(value: FacetValue) -> Any:
    """By the numbers in the slug: part 2 before part 10."""
    return [int(piece) if piece.isdigit() else piece for piece in DIGITS.split(value.value)]


def latest_first(value: FacetValue) -> Any:
    return -int(value.value)


class Facet(NamedFilter):
    """A filter by rows or terms, whose values the index counts.

    The declaration gives the parameter of pages and API, and its label; the rows that the
    database selects where there is no index, through any of ``lookups``; the values that the
    document of a row has, at the end of the same lookups, in the index field ``field_name`` (the
    parameter's name unless ``index_field`` is given); the ``prefixes`` that limit a query to the
    names of the values (城市:武汉); and the ``order`` of the values. One that is not ``listed`` is
    counted only where it is asked for.
    """

    def __init__(
        self,
        resolver: ValueResolver,
        *lookups: str,
        label: Any,
        help_text: Any = "",
        index_field: str = "",
        prefixes: tuple[str, ...] = (),
        order: Callable[[FacetValue], Any] = most_frequent_first,
        listed: bool = True,
        **also: Any,
    ) -> None:
        super().__init__(resolver, *lookups, label=label, help_text=help_text, **also)
        self.field_name: Any = index_field or None  # then the parameter's name
        self.resolver = resolver
        self.prefixes, self.order, self.listed = prefixes, order, listed

    def counted(
        self, parameter: str, counts: Mapping[str, int], labels: Mapping[str, str], chosen: Any
    ) -> FacetCounts:
        """The counts of the values that have labels, in the order of display."""
        values = [
            FacetValue(value, labels[value], count, value in chosen)
            for value, count in counts.items()
            if value in labels
        ]
        return FacetCounts(parameter, str(self.label), tuple(sorted(values, key=self.order)))

    def targets(self, row: Any) -> list[Any]:
        """The rows or terms that a row has, each once; related rows are read as prefetched."""
        found = (each for lookup in self.lookups for each in reached(row, lookup, self.also))
        return list(dict.fromkeys(found))

    def values_of(self, row: Any) -> list[str]:
        """The values of a row's document."""
        return slugs_of(self.targets(row))

    def names_of(self, row: Any) -> list[str]:
        """The names by which a query finds the values of a row, after a prefix."""
        if isinstance(self.resolver, RowValues):
            return [name for target in self.targets(row) for name in self.resolver.words(target)]
        return [*self.resolver.labels(self.values_of(row)).values()]


class TreeFacet(Facet):
    """A facet of rows of a tree, whose ``path`` has the slugs from the root down.

    Choosing a row also selects what is below it.
    """

    def matching(self, lookup: str, targets: list[Any]) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.model._default_manager.order_by()
        below = some(Q(**{f"{lookup}__path__startswith": target.path}) for target in targets)
        return rows.filter(below).values("pk")

    def values_of(self, row: Any) -> list[str]:
        paths = (target.path.strip("/").split("/") for target in self.targets(row))
        return sorted({slug for path in paths for slug in path})


class PairFacet(Facet):
    """The pairs of the values of two facets, joined by a space; counted only.

    Values of one relation are paired as they belong together: a place's city with its province.
    """

    def __init__(self, first: Facet, second: Facet, index_field: str) -> None:
        super().__init__(first.resolver, label="", index_field=index_field, listed=False)
        self.first, self.second = first, second

    def values_of(self, row: Any) -> list[str]:
        relation, mark, path = self.first.lookups[0].partition("__")
        other, _mark, other_path = self.second.lookups[0].partition("__")
        if relation != other or not mark:
            pairs = [*product(self.first.values_of(row), self.second.values_of(row))]
        else:
            pairs = [
                pair
                for link in reached(row, relation, self.first.also | self.second.also)
                for pair in product(
                    slugs_of(reached(link, path)), slugs_of(reached(link, other_path))
                )
            ]
        return list(dict.fromkeys(f"{a} {b}" for a, b in pairs))


def slugs_of(targets: Iterable[Any]) -> list[str]:
    return [str(getattr(target, "slug", target)) for target in targets]


def reached(row: Any, lookup: str, also: Mapping[str, Any] = NO_CONDITIONS) -> list[Any]:
    """The rows or values at the end of a lookup, without empty ones.

    ``also`` are conditions on rows on the way: ``{"case_places__is_primary": True}``.
    """
    rows: list[Any] = [row]
    walked = ""
    for name in lookup.split("__"):
        walked += f"{name}__"
        followed: list[Any] = [getattr(each, name, None) for each in rows]
        rows = []
        for each in followed:
            rows += each.all() if hasattr(each, "all") else [each]
        wanted = {
            key.removeprefix(walked): value for key, value in also.items() if key.startswith(walked)
        }
        rows = [
            each
            for each in rows
            if each not in (None, "")
            and all(getattr(each, key) == value for key, value in wanted.items())
        ]
    return rows


def facets_of(filterset: type[StrictFilterSet]) -> dict[str, Facet]:
    """The facets of a filterset by parameter: those of its lists, then those counted only."""
    declared = {
        name: each for name, each in filterset.base_filters.items() if isinstance(each, Facet)
    }
    return {**declared, **filterset.counted_only}


def facet_values(
    filterset: type[StrictFilterSet], row: Any, *, counted_only: bool = True
) -> dict[str, list[str]]:
    """The values of a row's document in each index field of a filterset's facets.

    Those of ``counted_only`` can be left out, for documents of what belongs to the row.
    """
    return {
        facet.field_name: facet.values_of(row)
        for name, facet in facets_of(filterset).items()
        if counted_only or name not in filterset.counted_only
    }


def prefixed_names(
    filterset: type[StrictFilterSet], row: Any, known: Iterable[str]
) -> dict[str, list[str]]:
    """The names of a row's values in the index fields that a prefix asks for, but known ones."""
    return {
        facet.field_name: facet.names_of(row)
        for facet in facets_of(filterset).values()
        if facet.prefixes and facet.field_name not in known
    }


def listed_names(filterset: type[StrictFilterSet]) -> tuple[str, ...]:
    """The facets of which pages list the values, in the order of declaration."""
    return tuple([name for name, facet in facets_of(filterset).items() if facet.listed])


def every_facet() -> Iterator[Facet]:
    """The facets of every filterset there is."""
    for filterset in filtersets():
        yield from facets_of(filterset).values()


def filtersets(base: type[StrictFilterSet] = StrictFilterSet) -> Iterator[type[StrictFilterSet]]:
    """Every filterset that is loaded."""
    for each in base.__subclasses__():
        yield each
        yield from filtersets(each)


def facet_fields() -> tuple[str, ...]:
    """The index fields of all facets, that of the kind of record among them."""
    return tuple(sorted({KIND, *(facet.field_name for facet in every_facet())}))


def sort_fields() -> tuple[str, ...]:
    """The names of the orders by which the index can sort."""
    orders = (each.base_filters.get("ordering") for each in filtersets())
    names = {name for order in orders if order and order.ranked for name in order.labels}
    return tuple(sorted(names | {UPDATED}))


def prefixes() -> dict[str, str]:
    """The index field that each prefix of a query word stands for: 城市 → city."""
    return {prefix: facet.field_name for facet in every_facet() for prefix in facet.prefixes}
