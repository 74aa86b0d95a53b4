"""The place tree: the ancestors of a place, and its descendants."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cases.models import CasePlace, Place


@dataclass(slots=True)
class PlaceTreeNode:
    """A place in the tree, with the keys of the cases at or below it and its child nodes."""

    place: Place
    case_ids: set[int] = field(default_factory=set)
    children: list["PlaceTreeNode"] = field(default_factory=list)


def slugs_on(path: str) -> list[str]:
    """The slugs of a path from the root down: ``/hubei/wuhan/`` → hubei, wuhan."""
    return path.strip("/").split("/")


def ancestors_of(places: Iterable[Place]) -> dict[Place, list[Place]]:
    """For each place its ancestors from the root, the place itself last; one query for all."""
    places = list(places)
    slugs = {slug for place in places for slug in slugs_on(place.path)}
    known = Place.objects.in_bulk(slugs, field_name="slug")
    return {place: [known[slug] for slug in slugs_on(place.path)] for place in places}


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
