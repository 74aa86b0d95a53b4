"""Whose critic an expert is: the one of the case above, unless the order of the list is in doubt.

A list that lost a case's line has the next case's expert under the wrong case, and no word in it
says so. What says so are the numbers, the pages, and how many experts the other cases have.
"""

from dataclasses import dataclass

from cases.parsing.line_account import Ledger
from cases.parsing.toc.parsed_records import CaseDraft, Claim

LEAST_ORDER = 0.75
"""The share of cases in their place from which a list counts as ordered."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A case among its neighbours: whether it is in its place, and the next number follows it."""

    case: CaseDraft
    is_in_place: bool
    next_follows: bool


def settle_critics(cases: list[CaseDraft], ledger: Ledger) -> None:
    """Give each case, in the order of the lines, the critics that are surely its own."""
    stands = _stands(cases)
    is_ordered = sum(stand.is_in_place for stand in stands) >= LEAST_ORDER * len(stands)
    for stand in stands:
        stand.case.is_displaced = not (is_ordered and stand.is_in_place)
        stand.case.not_its_critics = _named_elsewhere(stand.case, cases)
        for claim in stand.case.claims:
            if not stand.case.is_displaced and _is_sure(claim, stand, cases):
                stand.case.critics += claim.people
            else:
                _refuse(claim, stand.case, ledger)


def _is_sure(claim: Claim, stand: Stand, cases: list[CaseDraft]) -> bool:
    """Whether no case's line can have gone missing between this case and the claim."""
    if len(stand.case.claims) > 1 and _may_be_anothers(stand, cases):
        return False
    return stand.next_follows or not claim.is_after_noise


def _may_be_anothers(stand: Stand, cases: list[CaseDraft]) -> bool:
    """Where cases mostly have one label, of several some may be those that another case lost."""
    others = [len(case.claims) for case in cases if case is not stand.case]
    if others.count(1) * 2 <= len(others):
        return False
    return 0 in others or not stand.next_follows


def _named_elsewhere(case: CaseDraft, cases: list[CaseDraft]) -> frozenset[str]:
    """Experts of other cases whom no label gives to this one."""
    return _names([other for other in cases if other is not case]) - _names([case])


def _names(cases: list[CaseDraft]) -> frozenset[str]:
    claims = (claim for case in cases for claim in case.claims)
    return frozenset(person.name for claim in claims for person in claim.people)


def _refuse(claim: Claim, case: CaseDraft, ledger: Ledger) -> None:
    message = f"not certain to belong to case {case.number}, and so left out"
    for line in {claim.source_line, *(person.source_line for person in claim.people)}:
        ledger.warn(line, message)


def _stands(cases: list[CaseDraft]) -> list[Stand]:
    return [
        Stand(
            case,
            _is_in_place(cases[max(0, at - 1) : at + 2]),
            at + 1 < len(cases) and cases[at + 1].number == case.number + 1,
        )
        for at, case in enumerate(cases)
    ]


def _is_in_place(around: list[CaseDraft]) -> bool:
    """Whether a case and its neighbours rise, be it by number or by page."""
    numbers = [case.number for case in around]
    pages = [case.page for case in around if case.page is not None]
    return numbers == sorted(numbers) or (len(pages) == len(around) and pages == sorted(pages))
