"""What a contents list cannot mean: pages that run backwards, numbers that skip or repeat."""

from bisect import bisect_right
from collections.abc import Sequence

from cases.parsing.line_account import Ledger
from cases.parsing.toc.parsed_records import CaseDraft, PartDraft, SectionDraft

LAST_PAGE = 3000
"""No volume has more pages than this."""

Paged = PartDraft | CaseDraft | SectionDraft


def refuse_impossible_pages(
    parts: list[PartDraft], cases: list[CaseDraft], sections: list[SectionDraft], ledger: Ledger
) -> None:
    """Drop and report the pages that do not fit between those of their neighbours."""
    for sequence in _sequences(parts, cases, sections):
        paged = [draft for draft in sequence if draft.page is not None]
        possible = [draft for draft in paged if 0 < (draft.page or 0) <= LAST_PAGE]
        fitting = {id(possible[i]) for i in longest_rise([draft.page or 0 for draft in possible])}
        for draft in paged:
            if id(draft) not in fitting:
                _refuse_page(draft, ledger)


def warn_about_numbers(drafts: Sequence[PartDraft | CaseDraft], word: str, ledger: Ledger) -> None:
    """Report numbers that are missing, repeated or out of order; they stay as printed."""
    first_lines: dict[int, int] = {}
    last = 0
    for draft in drafts:
        if draft.number in first_lines:
            line = first_lines[draft.number]
            ledger.warn(draft.source_line, f"{word} {draft.number} is numbered like line {line}")
        elif draft.number < last:
            ledger.warn(draft.source_line, f"{word} {draft.number} stands after {word} {last}")
        elif draft.number > last + 1:
            missing = _span(last + 1, draft.number - 1)
            ledger.warn(draft.source_line, f"{word} {missing} is missing before this line")
        first_lines.setdefault(draft.number, draft.source_line)
        last = max(last, draft.number)


def longest_rise(values: Sequence[int]) -> list[int]:
    """Positions of the longest run of values that never falls; of equal runs, the earliest."""
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


def _refuse_page(draft: Paged, ledger: Ledger) -> None:
    ledger.warn(draft.source_line, f"page {draft.page} cannot be right here and is left out")
    draft.page = None


def _sequences(
    parts: list[PartDraft], cases: list[CaseDraft], sections: list[SectionDraft]
) -> list[list[Paged]]:
    """The rows along which pages rise: the whole list, or each kind by number if lines are mixed up."""
    every_case = [*cases, *(case for part in parts for case in part.cases)]
    numbers = [case.number for case in every_case]
    if numbers == sorted(numbers) and parts == sorted(parts, key=_number):
        rows = [*_with_sections(cases), *(row for part in parts for row in _whole(part))]
        return [[*sections, *rows]]
    by_number = sorted(every_case, key=_number), sorted(parts, key=_number)
    return [_with_sections(by_number[0]), [*sections, *_with_sections(by_number[1])]]


def _number(draft: PartDraft | CaseDraft) -> int:
    return draft.number


def _whole(part: PartDraft) -> list[Paged]:
    return [*_with_sections([part]), *_with_sections(part.cases)]


def _with_sections(drafts: Sequence[PartDraft | CaseDraft]) -> list[Paged]:
    return [paged for draft in drafts for paged in (draft, *draft.sections)]


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"
