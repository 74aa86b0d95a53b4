"""Plausibility of a contents list: its numbers and pages, and which case an expert belongs to."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from cases.parsing.text.essay import ParsedSection
from cases.parsing.toc.parsed_records import Claim, Contents, ParsedCase, ParsedUnit
from cases.parsing.tokens.lines import LineAccount
from cases.parsing.tokens.marks import LAST_PAGE

LEAST_ORDER = 0.75
"""Minimum share of cases in order from which a list counts as ordered."""


def warn_about_numbers(units: Sequence[ParsedUnit], account: LineAccount) -> None:
    """Warn about numbers that are missing, repeated or out of order; they stay as printed."""
    first_lines: dict[int, int] = {}
    last = 0
    for unit in units:
        word, number = unit.kind.value, unit.number
        if number in first_lines:
            message = f"{word} {number} is numbered like line {first_lines[number]}"
            account.warn(unit.source_line, message)
        elif number < last:
            account.warn(unit.source_line, f"{word} {number} stands after {word} {last}")
        elif number > last + 1:
            missing = f"{last + 1} to {number - 1}" if number > last + 2 else f"{last + 1}"
            account.warn(unit.source_line, f"{word} {missing} is missing before this line")
        first_lines.setdefault(number, unit.source_line)
        last = max(last, number)


def refuse_impossible_pages(contents: Contents, account: LineAccount) -> None:
    """Remove the pages that do not fit between those of their neighbours, with a warning."""
    for sequence in _ascending(contents):
        paged = [(each, each.page) for each in sequence if each.page is not None]
        fitting = _longest_rise([page for _, page in paged])
        for position, (each, page) in enumerate(paged):
            if position not in fitting:
                message = f"page {page} cannot be right here and is left out"
                account.warn(each.source_line, message)
                each.page = None


def _ascending(contents: Contents) -> list[list[ParsedUnit | ParsedSection]]:
    """What should have ascending pages: the whole list; if lines are mixed, each kind by number."""
    cases = sorted(contents.all_cases(), key=attrgetter("number"))
    parts = sorted(contents.parts, key=attrgetter("number"))
    if cases == contents.all_cases() and parts == contents.parts:
        rest = [unit for part in parts for unit in (part, *part.cases)]
        return [[*contents.sections, *_with_sections([*contents.cases, *rest])]]
    return [_with_sections(cases), [*contents.sections, *_with_sections(parts)]]


def _with_sections(units: Sequence[ParsedUnit]) -> list[ParsedUnit | ParsedSection]:
    paged: list[ParsedUnit | ParsedSection] = []
    for unit in units:
        paged += [unit, *unit.sections]
    return paged


def _longest_rise(pages: list[int]) -> set[int]:
    """Positions of the longest non-decreasing series of possible pages; of equals, the earliest."""
    last_pages: list[int] = []
    last_positions: list[int] = []
    """Of the series of each length that ends in the lowest page: the page and its position."""
    previous: dict[int, int | None] = {}
    for position, page in enumerate(pages):
        if 0 < page <= LAST_PAGE:
            length = bisect_right(last_pages, page)
            previous[position] = last_positions[length - 1] if length else None
            last_pages[length : length + 1] = [page]
            last_positions[length : length + 1] = [position]
    rise: set[int] = set()
    step = last_positions[-1] if last_positions else None
    while step is not None:
        rise.add(step)
        step = previous[step]
    return rise


def settle_critics(cases: list[ParsedCase], account: LineAccount) -> None:
    """Assign each case, in line order, the critics certainly its own; warn about the others.

    Where a case's line is missing, its expert is listed under the case before, and no text shows
    it. It is detected by the case numbers, the pages, and the number of experts of other cases.
    """
    in_place = [_in_order(cases[max(0, at - 1) : at + 2]) for at in range(len(cases))]
    is_ordered = sum(in_place) >= LEAST_ORDER * len(cases)
    for at, case in enumerate(cases):
        others = cases[:at] + cases[at + 1 :]
        next_follows = any(after.number == case.number + 1 for after in cases[at + 1 : at + 2])
        case.is_displaced = not (is_ordered and in_place[at])
        case.not_its_critics = _claimed_by(others) - _claimed_by([case])
        for claim in case.claims:
            if not case.is_displaced and _is_sure(claim, case, others, next_follows=next_follows):
                case.critics += claim.people
            else:
                message = f"not certain to belong to case {case.number}, and so left out"
                for line in {claim.source_line, *(person.source_line for person in claim.people)}:
                    account.warn(line, message)


def _in_order(cases: list[ParsedCase]) -> bool:
    """Whether a case and its neighbours are in ascending order, by number or by page."""
    numbers = [case.number for case in cases]
    pages = [case.page for case in cases if case.page is not None]
    return numbers == sorted(numbers) or (len(pages) == len(cases) and pages == sorted(pages))


def _is_sure(
    claim: Claim, case: ParsedCase, others: list[ParsedCase], *, next_follows: bool
) -> bool:
    """Whether no case's line can be missing between this case and the claim.

    Where most cases have one label, one of several labels may be another case's.
    """
    labels = [len(other.claims) for other in others]
    is_one_usual = labels.count(1) * 2 > len(labels)
    if len(case.claims) > 1 and is_one_usual and (0 in labels or not next_follows):
        return False
    return next_follows or not claim.is_after_noise


def _claimed_by(cases: list[ParsedCase]) -> frozenset[str]:
    """Names of the experts in the labels of these cases."""
    claims = (claim for case in cases for claim in case.claims)
    return frozenset(person.name for claim in claims for person in claim.people)
