"""Build the records: the units that the contents list, each with its text from the body."""

from dataclasses import replace

from cases.parsing.book_records import CaseRecord, PartRecord, SectionRecord
from cases.parsing.line_account import LineAccount
from cases.parsing.text.critiques import to_critiques
from cases.parsing.text.essay import LEVELS, read_sections
from cases.parsing.toc.parsed_records import ParsedCase, ParsedPart, ParsedSection
from cases.parsing.tokens.marks import comparable

Sections = tuple[SectionRecord, ...]


def to_part(part: ParsedPart, account: LineAccount) -> PartRecord:
    """A part; where the contents list no sections, all its text is its opening text."""
    merged = merge(to_sections(part.sections), read_sections(part.lines, account))
    opening = sum(1 for section in merged if section.level == 0) if part.sections else len(merged)
    return PartRecord(
        number=part.number,
        title=part.title,
        source_line=part.source_line,
        start_page=part.page,
        sections=merged[opening:],
        cases=tuple(to_case(case, account) for case in part.cases),
        text=merged[:opening],
    )


def to_case(case: ParsedCase, account: LineAccount) -> CaseRecord:
    """A case; ``name`` and ``subtitle`` are the halves of its title."""
    return CaseRecord(
        number=case.number,
        title=case.title,
        name=case.name,
        subtitle=case.subtitle,
        source_line=case.source_line,
        start_page=case.page,
        critiques=to_critiques(case, account),
        text=merge(to_sections(case.sections), read_sections(case.lines, account)),
    )


def to_sections(parsed: list[ParsedSection]) -> Sections:
    """The sections of the contents, nested by the form of their marks."""
    return _nest(parsed, above=0)


def merge(listed: Sections, read: Sections) -> Sections:
    """Add the text read to the listed sections; unlisted sections keep their position."""
    by_title = {comparable(section.title): section for section in listed}
    met: set[str] = set()
    merged: list[SectionRecord] = []
    for section in read:
        key = comparable(section.title)
        is_listed = key in by_title and key not in met
        merged.append(_with_text(by_title[key], section) if is_listed else section)
        met.add(key)
    return (*merged, *(section for section in listed if comparable(section.title) not in met))


def _with_text(listed: SectionRecord, read: SectionRecord) -> SectionRecord:
    return replace(
        listed,
        start_page=read.start_page if listed.start_page is None else listed.start_page,
        passages=read.passages,
        sections=merge(listed.sections, read.sections),
    )


def _nest(parsed: list[ParsedSection], above: int) -> Sections:
    """Nest the sections by rank; the number of ranks bounds the recursion depth."""
    if not parsed:
        return ()
    shallowest = min(draft.rank for draft in parsed)
    starts = [index for index, draft in enumerate(parsed) if draft.rank == shallowest]
    level = min(max(LEVELS[shallowest], above + 1), 4)
    orphans = _nest(parsed[: starts[0]], above)
    bounds = zip(starts, [*starts[1:], len(parsed)], strict=True)
    nested = (_nested(parsed[start:stop], level) for start, stop in bounds)
    return (*orphans, *nested)


def _nested(parsed: list[ParsedSection], level: int) -> SectionRecord:
    head, below = parsed[0], parsed[1:]
    return SectionRecord(
        level=level,
        marker=head.marker,
        title=head.title,
        source_line=head.source_line,
        start_page=head.page,
        sections=_nest(below, level),
    )
