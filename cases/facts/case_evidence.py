"""The facts of a case, grouped by source (public or the book) and by what they are about."""

from collections.abc import Iterable
from dataclasses import dataclass

from casebook.core.provenance import Origin
from cases.models import Case, Fact


@dataclass(frozen=True, slots=True)
class CaseEvidence:
    """Facts of the project and of its place (``background``), and those from the book."""

    project: list[Fact]
    background: list[Fact]
    of_book: list[Fact]

    @property
    def public(self) -> list[Fact]:
        """All facts that are not from the book."""
        return self.project + self.background


def evidence_of(case: Case) -> CaseEvidence:
    """The facts of a case in chronological order, each with its source; one query."""
    rows = Fact.objects.with_source().order_by()
    facts = in_time(rows.filter(case=case).union(rows.of_book_about(case)))
    others = [fact for fact in facts if fact.origin != Origin.BOOK]
    return CaseEvidence(
        project=[fact for fact in others if fact.about != Fact.About.PLACE],
        background=[fact for fact in others if fact.about == Fact.About.PLACE],
        of_book=[fact for fact in facts if fact.origin == Origin.BOOK],
    )


def in_time(facts: Iterable[Fact]) -> list[Fact]:
    """Facts in chronological order; those without a date last."""
    return sorted(
        facts, key=lambda fact: (fact.year is None, fact.year or 0, fact.period, fact.slug)
    )
