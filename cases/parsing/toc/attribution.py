"""Assign the experts of the contents to the case above them, unless the order is in doubt.

Where a case's line is missing, its expert is listed under the case before, and no text shows it.
It is detected by the case numbers, the pages, and the number of experts of the other cases.
"""

from dataclasses import dataclass

from cases.parsing.line_account import LineAccount
from cases.parsing.toc.parsed_records import Claim, ParsedCase

LEAST_ORDER = 0.75
"""Minimum share of cases in order from which a list counts as ordered."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A case among its neighbours: whether it is in order, and the next number follows it."""

    case: ParsedCase
    is_in_place: bool
    next_follows: bool


def settle_critics(cases: list[ParsedCase], account: LineAccount) -> None:
    """Assign each case, in line order, the critics certainly its own; warn about the others."""
    stands = _stands(cases)
    is_ordered = sum(stand.is_in_place for stand in stands) >= LEAST_ORDER * len(stands)
    for stand in stands:
        stand.case.is_displaced = not (is_ordered and stand.is_in_place)
        stand.case.not_its_critics = _named_elsewhere(stand.case, cases)
        for claim in stand.case.claims:
            if not stand.case.is_displaced and _is_sure(claim, stand, cases):
                stand.case.critics += claim.people
            else:
                _refuse(claim, stand.case, account)


def _is_sure(claim: Claim, stand: Stand, cases: list[ParsedCase]) -> bool:
    """Whether no case's line can be missing between this case and the claim."""
    if len(stand.case.claims) > 1 and _may_be_anothers(stand, cases):
        return False
    return stand.next_follows or not claim.is_after_noise


def _may_be_anothers(stand: Stand, cases: list[ParsedCase]) -> bool:
    """Whether one of several labels may be another case's, as most cases have one label."""
    others = [len(case.claims) for case in cases if case is not stand.case]
    if others.count(1) * 2 <= len(others):
        return False
    return 0 in others or not stand.next_follows


def _named_elsewhere(case: ParsedCase, cases: list[ParsedCase]) -> frozenset[str]:
    """Names of experts in labels of other cases and in none of this one."""
    return _names([other for other in cases if other is not case]) - _names([case])


def _names(cases: list[ParsedCase]) -> frozenset[str]:
    claims = (claim for case in cases for claim in case.claims)
    return frozenset(person.name for claim in claims for person in claim.people)


def _refuse(claim: Claim, case: ParsedCase, account: LineAccount) -> None:
    message = f"not certain to belong to case {case.number}, and so left out"
    for line in {claim.source_line, *(person.source_line for person in claim.people)}:
        account.warn(line, message)


def _stands(cases: list[ParsedCase]) -> list[Stand]:
    return [
        Stand(
            case,
            _is_in_place(cases[max(0, at - 1) : at + 2]),
            at + 1 < len(cases) and cases[at + 1].number == case.number + 1,
        )
        for at, case in enumerate(cases)
    ]


def _is_in_place(around: list[ParsedCase]) -> bool:
    """Whether a case and its neighbours are in ascending order, by number or by page."""
    numbers = [case.number for case in around]
    pages = [case.page for case in around if case.page is not None]
    return numbers == sorted(numbers) or (len(pages) == len(around) and pages == sorted(pages))
