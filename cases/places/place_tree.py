"""The place tree: the places below another, with the cases at or below each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cases.models import CasePlace, Place
from cases.models.place import slugs_on


@dataclass(slots=True)
class PlaceTreeNode:
    """A place in the tree, with the keys of the cases at or below it and its child nodes."""

    place: Place
    case_ids: set[int] = field(default_factory=set)
    children: list["PlaceTreeNode"] = field(default_factory=list)


def place_tree(root: Place | None = None) -> list[PlaceTreeNode]:
    """The children of a place (or the provinces), each with its descendants."""
    places = Place.objects.at_or_below(root) if root else Place.objects.all()
    nodes = {place.slug: PlaceTreeNode(place) for place in places}
    for path, case_id in CasePlace.objects.values_list("place__path", "case"):
        for slug in slugs_on(path):
            if slug in nodes:
                nodes[slug].case_ids.add(case_id)
    tops: list[PlaceTreeNode] = []
    for node in nodes.values():
        parent = nodes.get(slugs_on(node.place.path)[-2]) if node.place.parent_id else None
        (parent.children if parent else tops).append(node)
    return tops[0].children if root else tops


def with_descendants(nodes: Iterable[PlaceTreeNode]) -> Iterator[PlaceTreeNode]:
    """The nodes and all below them, each after its parent."""
    for node in nodes:
        yield node
        yield from with_descendants(node.children)
