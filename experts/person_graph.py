"""One person between the bodies and roles on one side and the reviewed cases on the other."""

from collections.abc import Iterable
from typing import Any

from casebook.languages import name_of

from .models import Expert
from .tie_graph import Node, TieGraph, tie_graph

FEWEST_TIES = 3
"""Fewer are told quicker by the lists of the page."""


def person_graph(
    expert: Expert, contributions: Iterable[Any], critiques: Iterable[Any]
) -> TieGraph | None:
    """The drawing beside the lists of a person's page; asks nothing of the database."""
    bodies = {
        affiliation.organisation
        for affiliation in expert.affiliations.all()
        if affiliation.organisation
    }
    roles = {each.role: each.get_role_display() for each in contributions}
    left = [Node(body, name_of(body), body.get_absolute_url()) for body in bodies]
    left += [Node(role, label) for role, label in roles.items()]
    cases = [
        Node(
            critique.case,
            f"{critique.case.number} {name_of(critique.case, 'name')}",
            critique.get_absolute_url(),
        )
        for critique in critiques
    ]
    if len(left) + len(cases) < FEWEST_TIES:
        return None
    person = Node(expert, name_of(expert))
    ties = [*((node.key, expert) for node in left), *((expert, node.key) for node in cases)]
    return tie_graph([each for each in (left, [person], cases) if each], ties)
