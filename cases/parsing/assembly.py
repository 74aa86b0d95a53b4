"""Make the records: what the contents announced, with the text that the body gave to each."""

from dataclasses import replace

from cases.parsing.line_account import Ledger
from cases.parsing.records import CaseRecord, PartRecord, SectionRecord
from cases.parsing.text.critiques import to_critiques
from cases.parsing.text.essay import LEVELS, read_sections
from cases.parsing.toc.parsed_records import CaseDraft, PartDraft, SectionDraft
from cases.parsing.tokens.marks import comparable

Sections = tuple[SectionRecord, ...]


def to_part(part: PartDraft, ledger: Ledger) -> PartRecord:
    """A part; where the contents list no sections, all its text is its opening text."""
    merged = merge(to_sections(part.sections), read_sections(part.lines, ledger))
    opening = sum(1 for section in merged if section.level == 0) if part.sections else len(merged)
    return PartRecord(
        number=part.number,
        title=part.title,
        source_line=part.source_line,
        start_page=part.page,
        sections=merged[opening:],
        cases=tuple(to_case(case, ledger) for case in part.cases),
        text=merged[:opening],
    )


def to_case(case: CaseDraft, ledger: Ledger) -> CaseRecord:
    """A case; ``name`` and ``subtitle`` are the halves of its title."""
    return CaseRecord(
        number=case.number,
        title=case.title,
        name=case.name,
        subtitle=case.subtitle,
        source_line=case.source_line,
        start_page=case.page,
        critiques=to_critiques(case, ledger),
        text=merge(to_sections(case.sections), read_sections(case.lines, ledger)),
    )


def to_sections(drafts: list[SectionDraft]) -> Sections:
    """The sections of the contents, nested by the form of their marks."""
    return _nest(drafts, above=0)


def merge(listed: Sections, read: Sections) -> Sections:
    """Give the listed sections their text; those that the contents leave out stay where they are."""
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


def _nest(drafts: list[SectionDraft], above: int) -> Sections:
    """Everything after a mark and deeper than it stands below it; ranks bound the recursion."""
    if not drafts:
        return ()
    shallowest = min(draft.rank for draft in drafts)
    starts = [index for index, draft in enumerate(drafts) if draft.rank == shallowest]
    level = min(max(LEVELS[shallowest], above + 1), 4)
    orphans = _nest(drafts[: starts[0]], above)
    bounds = zip(starts, [*starts[1:], len(drafts)], strict=True)
    nested = (_nested(drafts[start:stop], level) for start, stop in bounds)
    return (*orphans, *nested)


def _nested(drafts: list[SectionDraft], level: int) -> SectionRecord:
    head, below = drafts[0], drafts[1:]
    return SectionRecord(
        level=level,
        marker=head.marker,
        title=head.title,
        source_line=head.source_line,
        start_page=head.page,
        sections=_nest(below, level),
    )
