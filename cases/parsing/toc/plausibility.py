"""Plausibility checks of a contents list: descending pages, missing or repeated numbers."""

from bisect import bisect_right
from collections.abc import Sequence

from cases.parsing.line_account import LineAccount
from cases.parsing.toc.parsed_records import ParsedCase, ParsedPart, ParsedSection

LAST_PAGE = 3000
"""Maximum plausible page number."""

Paged = ParsedPart | ParsedCase | ParsedSection


def refuse_impossible_pages(
    parts: list[ParsedPart],
    cases: list[ParsedCase],
    sections: list[ParsedSection],
    account: LineAccount,
) -> None:
    """Remove the pages that do not fit between those of their neighbours, with a warning."""
    for sequence in _sequences(parts, cases, sections):
        paged = [draft for draft in sequence if draft.page is not None]
        possible = [draft for draft in paged if 0 < (draft.page or 0) <= LAST_PAGE]
        fitting = {id(possible[i]) for i in longest_rise([draft.page or 0 for draft in possible])}
        for draft in paged:
            if id(draft) not in fitting:
                _refuse_page(draft, account)


def warn_about_numbers(
    parsed: Sequence[ParsedPart | ParsedCase], word: str, account: LineAccount
) -> None:
    """Warn about numbers that are missing, repeated or out of order; they stay as printed."""
    first_lines: dict[int, int] = {}
    last = 0
    for draft in parsed:
        if draft.number in first_lines:
            line = first_lines[draft.number]
            account.warn(draft.source_line, f"{word} {draft.number} is numbered like line {line}")
        elif draft.number < last:
            account.warn(draft.source_line, f"{word} {draft.number} stands after {word} {last}")
        elif draft.number > last + 1:
            missing = _span(last + 1, draft.number - 1)
            account.warn(draft.source_line, f"{word} {missing} is missing before this line")
        first_lines.setdefault(draft.number, draft.source_line)
        last = max(last, draft.number)


def longest_rise(values: Sequence[int]) -> list[int]:
    """Positions of the longest non-decreasing subsequence; of equally long ones, the earliest."""
    tails: list[int] = []
    tail_positions: list[int] = []
    previous: list[int] = []
    for position, value in enumerate(values):
        length = bisect_right(tails, value)
        previous.append(tail_positions[length - 1] if length else -1)
        if length == len(tails):
            tails.append(value)
            tail_positions.append(position)
        else:
            tails[length], tail_positions[length] = value, position
    return _walk_back(tail_positions[-1] if tail_positions else -1, previous)


def _walk_back(position: int, previous: list[int]) -> list[int]:
    path = []
    while position >= 0:
        path.append(position)
        position = previous[position]
    return path[::-1]


def _refuse_page(draft: Paged, account: LineAccount) -> None:
    account.warn(draft.source_line, f"page {draft.page} cannot be right here and is left out")
    draft.page = None


def _sequences(
    parts: list[ParsedPart], cases: list[ParsedCase], sections: list[ParsedSection]
) -> list[list[Paged]]:
    """Sequences of ascending pages: the whole list, or each kind by number if lines are mixed."""
    every_case = [*cases, *(case for part in parts for case in part.cases)]
    numbers = [case.number for case in every_case]
    if numbers == sorted(numbers) and parts == sorted(parts, key=_number):
        rows = [*_with_sections(cases), *(row for part in parts for row in _whole(part))]
        return [[*sections, *rows]]
    by_number = sorted(every_case, key=_number), sorted(parts, key=_number)
    return [_with_sections(by_number[0]), [*sections, *_with_sections(by_number[1])]]


def _number(draft: ParsedPart | ParsedCase) -> int:
    return draft.number


def _whole(part: ParsedPart) -> list[Paged]:
    return [*_with_sections([part]), *_with_sections(part.cases)]


def _with_sections(parsed: Sequence[ParsedPart | ParsedCase]) -> list[Paged]:
    return [paged for draft in parsed for paged in (draft, *draft.sections)]


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"
