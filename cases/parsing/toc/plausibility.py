"""Plausibility of a contents list: its titles, numbers and pages."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from cases.parsing.text.essay import ParsedSection
from cases.parsing.toc.contents import Contents, ParsedUnit
from cases.parsing.tokens.lines import LineAccount
from cases.parsing.tokens.marks import LAST_PAGE


def check_contents(contents: Contents, account: LineAccount) -> None:
    """Warn about implausible numbers and missing titles; remove impossible pages."""
    warn_about_numbers(contents.parts, account)
    warn_about_numbers(contents.all_cases(), account)
    refuse_impossible_pages(contents, account)
    for unit in contents.units():
        if not unit.title:
            account.warn(unit.source_line, "an entry without a title")


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
                account.warn(each.source_line, f"page {page} cannot be right here and is left out")
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
