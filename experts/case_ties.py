"""Ties of an organisation to cases: critiques by its people, and facts that name it.

Critiques and facts belong to the apps above; they are read through reverse relations.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .models import Affiliation, Expert


@dataclass(slots=True)
class Tie:
    """One case, its critics with an affiliation at the organisation, and the facts that name it."""

    case: Any
    critics: list[Expert] = field(default_factory=list)
    facts: list[Any] = field(default_factory=list)


def ties(affiliations: Iterable[Affiliation], facts: Iterable[Any]) -> list[Tie]:
    """The cases that an organisation is tied to, in book order; no queries on prefetched rows."""
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
