"""How a body is tied to cases: through whom, and through which statements.

Critiques and facts are told by the apps above this one; they are reached by reverse names.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .models import Affiliation, Expert


@dataclass(slots=True)
class Tie:
    """One case, the people who reviewed it from a post at the body, and the facts that name it."""

    case: Any
    critics: list[Expert] = field(default_factory=list)
    facts: list[Any] = field(default_factory=list)


def ties(affiliations: Iterable[Affiliation], facts: Iterable[Any]) -> list[Tie]:
    """The cases that a body is tied to, in the order of the book; asks nothing of the database."""
    found: dict[int, Tie] = {}
    for affiliation in affiliations:
        for critique in affiliation.critiques.all():
            tie = found.setdefault(critique.case.pk, Tie(critique.case))
            if affiliation.expert not in tie.critics:
                tie.critics.append(affiliation.expert)
    for fact in facts:
        if fact.case:
            found.setdefault(fact.case.pk, Tie(fact.case)).facts.append(fact)
    return sorted(found.values(), key=lambda tie: (tie.case.book_id, tie.case.number))
