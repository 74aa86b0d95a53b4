"""The place tree: the places below another, with the cases at or below each."""

from collections.abc import Iterator
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
    for node in nodes.values():
        parent = nodes.get(slugs_on(node.place.path)[-2]) if node.place.parent_id else None
        if parent:
            parent.children.append(node)
    return (
        nodes[root.slug].children if root else [n for n in nodes.values() if not n.place.parent_id]
    )


def nodes_below(root: Place) -> Iterator[PlaceTreeNode]:
    """The descendants of a place, each after its parent."""
    waiting = place_tree(root)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.children[::-1]
