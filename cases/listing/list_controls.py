"""Controls of a filtered list: chips, facets, orders, and for an empty list filters to remove."""

from collections.abc import Iterable
from dataclasses import dataclass

from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.web.languages import listed
from casebook.core.web.requests import query_of
from cases.filters.facets import Facet, FacetValue

SETTINGS = {"ordering", "synonyms"}
"""Parameters that exclude no row."""

VALUES_SHOWN = 8
"""Values of a facet shown at first; the others are collapsed."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another list: its query string, and for some the number of rows there."""

    label: str
    query: str
    prefix: str = ""
    count: int | None = None
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class FacetBox:
    """A facet with its most useful values shown and the others collapsed (``folded``)."""

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
    """For an empty list: each filter to remove, with the number of rows without it."""
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
    """Other spellings, each linked to its results."""
    return [Link(text, query_of([("q", text)])) for text in texts]


def orders(filterset: StrictFilterSet) -> list[Link]:
    """Links to the orders available; the first, the default, needs no parameter."""
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
    """A facet with its first values shown, and every selected one."""
    shown = [
        value
        for position, value in enumerate(facet.values)
        if position < VALUES_SHOWN or value.selected
    ]
    return FacetBox(
        facet.field, facet.label, shown, [value for value in facet.values if value not in shown]
    )


def hidden_fields(filterset: StrictFilterSet, boxes: Iterable[FacetBox]) -> list[tuple[str, str]]:
    """Parameters without a box in the facet form, which sends them as hidden fields."""
    own = {box.field for box in boxes} | {"q"}
    return [pair for pair in in_use(filterset) if pair[0] not in own]
