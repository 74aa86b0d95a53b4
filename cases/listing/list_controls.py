"""What stands around a filtered list: chips, facets, orders, and the way out of an empty one."""

from collections.abc import Iterable
from dataclasses import dataclass

from casebook.core.errors.suggested_urls import query_of
from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.web.languages import listed
from cases.filters.facets import Facet, FacetValue

SETTINGS = {"ordering", "synonyms"}
"""Parameters that leave none of the rows out."""

VALUES_SHOWN = 8
"""Values of a facet that stand open; the others wait behind a click."""


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another list: where it leads, and for some how many rows are there."""

    label: str
    query: str
    prefix: str = ""
    count: int | None = None
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class FacetBox:
    """A facet with its most useful values in front and the others folded away."""

    field: str
    label: str
    shown: list[FacetValue]
    folded: list[FacetValue]


def in_use(filterset: StrictFilterSet) -> list[tuple[str, str]]:
    """Every parameter in use with its canonical value."""
    return [(name, value) for name, choices in filterset.selected.items() for value, _ in choices]


def chips(filterset: StrictFilterSet) -> list[Link]:
    """The active filters; the link of each is the list without it."""
    pairs = in_use(filterset)
    return [
        Link(
            label,
            query_of(pair for pair in pairs if pair != (name, value)),
            label_of(filterset, name),
        )
        for name, choices in filterset.selected.items()
        for value, label in choices
        if name != "ordering"
    ]


def label_of(filterset: StrictFilterSet, name: str) -> str:
    return str(filterset.filters[name].label)


def ways_out(filterset: StrictFilterSet) -> list[Link]:
    """For an empty list: each filter that could go, with the rows there would be without it."""
    pairs = in_use(filterset)
    return [
        Link(
            listed(label for _, label in choices),
            query_of(pair for pair in pairs if pair[0] != name),
            label_of(filterset, name),
            filterset.without(name).count(),
        )
        for name, choices in filterset.selected.items()
        if name not in SETTINGS
    ]


def proposals(texts: Iterable[str]) -> list[Link]:
    """Other spellings, each with the list that it finds."""
    return [Link(text, query_of([("q", text)])) for text in texts]


def orders(filterset: StrictFilterSet) -> list[Link]:
    """The orders on offer; the first, the list's own, needs no parameter."""
    labels = filterset.filters["ordering"].labels
    own = next(iter(labels))
    pairs = [pair for pair in in_use(filterset) if pair[0] != "ordering"]
    current = [value for value, _ in filterset.selected.get("ordering", [])] or [own]
    return [
        Link(
            str(label),
            query_of(pairs if name == own else [*pairs, ("ordering", name)]),
            is_current=current == [name],
        )
        for name, label in labels.items()
    ]


def facet_box(facet: Facet) -> FacetBox:
    """What is selected always stands open."""
    shown = [
        value
        for position, value in enumerate(facet.values)
        if position < VALUES_SHOWN or value.selected
    ]
    return FacetBox(
        facet.field, facet.label, shown, [value for value in facet.values if value not in shown]
    )


def kept(filterset: StrictFilterSet, boxes: Iterable[FacetBox]) -> list[tuple[str, str]]:
    """Parameters that the facet form has no box for, and carries along unseen."""
    own = {box.field for box in boxes} | {"q"}
    return [pair for pair in in_use(filterset) if pair[0] not in own]
