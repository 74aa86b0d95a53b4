"""What is known of a case besides the contents list, laid out by how far one may rely on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from casebook.core.provenance import Origin
from cases.models import Case, Fact


@dataclass(frozen=True, slots=True)
class CaseEvidence:
    """The facts of a case: of the project, of its place, and what the book says of the place."""

    project: list[Fact]
    background: list[Fact]
    of_book: list[Fact]

    @property
    def public(self) -> list[Fact]:
        """All that is not from the book."""
        return self.project + self.background


def evidence_of(case: Case) -> CaseEvidence:
    """Everything in the order of time; three queries and what labels need."""
    facts = in_time(case.facts.with_labels())
    own = [fact for fact in facts if fact.origin == Origin.BOOK]
    others = [fact for fact in facts if fact.origin != Origin.BOOK]
    elsewhere = Fact.objects.of_book_about(case).with_labels()
    return CaseEvidence(
        project=[fact for fact in others if fact.about != Fact.About.PLACE],
        background=[fact for fact in others if fact.about == Fact.About.PLACE],
        of_book=in_time([*own, *elsewhere]),
    )


def in_time(facts: Iterable[Fact]) -> list[Fact]:
    """In the order of time; those without a date last."""
    return sorted(
        facts, key=lambda fact: (fact.year is None, fact.year or 0, fact.period, fact.slug)
    )
