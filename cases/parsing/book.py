"""Parser of a whole book; its entry point is ``parse_book(text)``."""

from dataclasses import replace

from cases.parsing.blocks import Block, BlockKind, cut_blocks
from cases.parsing.book_records import (
    BookRecord,
    CaseRecord,
    ErratumRecord,
    PartRecord,
    SectionRecord,
)
from cases.parsing.errata import affiliation_errata, role_errata
from cases.parsing.front.front_matter import FrontMatter, read_front_matter, to_contributions
from cases.parsing.line_account import LineAccount
from cases.parsing.text.body import Body, read_body
from cases.parsing.text.critiques import to_critiques
from cases.parsing.text.essay import LEVELS, read_sections
from cases.parsing.toc.contents import Contents, read_contents
from cases.parsing.toc.parsed_records import ParsedCase, ParsedPart, ParsedSection
from cases.parsing.tokens.lines import Line, SourceError, number_lines
from cases.parsing.tokens.marks import comparable
from cases.parsing.tokens.people import Person

Sections = tuple[SectionRecord, ...]


def parse_book(text: str) -> BookRecord:
    """Parse a source into records; every line is in a record or a warning.

    Raises SourceError if no table of contents is found.
    """
    lines = number_lines(text)
    account = LineAccount()
    blocks = cut_blocks(lines)
    contents = read_contents(_lines_of(blocks, BlockKind.CONTENTS), account)
    if contents.is_empty:
        raise SourceError(
            "The source has no table of contents that can be read: no part (第一篇 …) and no case "
            "(案例一 …) was found; check that the whole text of the book is in the file."
        )
    front = read_front_matter(blocks, account)
    critics = [critic for case in contents.all_cases() for critic in case.critics]
    titles = [front.page.title, front.page.subtitle, front.page.title + front.page.subtitle]
    body_lines = [line for block in _lines_of(blocks, BlockKind.BODY) for line in block]
    body = read_body(body_lines, contents, titles, account)
    book = _assemble(front, contents, body, account)
    errata = (*_errata(front, critics), *body.errata)
    warnings = account.close(lines)
    placed = frozenset(account.placed)
    return replace(book, errata=errata, warnings=warnings, placed_lines=placed)


def _lines_of(blocks: list[Block], kind: BlockKind) -> list[list[Line]]:
    return [block.lines for block in blocks if block.kind is kind]


def _assemble(
    front: FrontMatter, contents: Contents, body: Body, account: LineAccount
) -> BookRecord:
    prefaces = tuple(front.prefaces)
    return BookRecord(
        title=front.page.title,
        subtitle=front.page.subtitle,
        parallel_title=front.page.parallel_title,
        source_line=front.page.source_line,
        colophon=front.colophon,
        contributions=to_contributions(front),
        preface=prefaces[0] if prefaces else None,
        more_prefaces=prefaces[1:],
        parts=tuple(to_part(part, account) for part in contents.parts),
        cases=tuple(to_case(case, account) for case in contents.cases),
        sections=to_sections(contents.sections),
        back_matter=read_sections(body.back_matter, account),
    )


def _errata(front: FrontMatter, critics: list[Person]) -> list[ErratumRecord]:
    board = [(member.role, member.person) for member in front.board]
    people = [person for _, person in board] + critics
    return [*role_errata(front.page.credits, board), *affiliation_errata(people)]


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
