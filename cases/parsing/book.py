"""Parser of a whole book; its entry point is ``parse_book(text)``."""

import re
from dataclasses import replace

from cases.parsing.blocks import Block, BlockKind, BlockSplitter
from cases.parsing.book_records import BookRecord, CaseRecord, PartRecord, SectionRecord
from cases.parsing.errata import affiliation_errata, role_errata
from cases.parsing.front.front_matter import read_front_matter, to_contributions
from cases.parsing.text.body import BodyReader
from cases.parsing.text.critiques import settle_critics, to_critiques
from cases.parsing.text.essay import nest_sections, read_sections
from cases.parsing.text.headings import HeadingFinder
from cases.parsing.toc.contents import ContentsReader, ParsedCase, ParsedPart
from cases.parsing.toc.plausibility import check_contents
from cases.parsing.tokens.lines import Line, LineAccount, SourceError, number_lines
from cases.parsing.tokens.marks import comparable

Sections = tuple[SectionRecord, ...]


def parse_book(text: str) -> BookRecord:
    """Parse a source into records; every line is in a record or a warning.

    Raises SourceError if no table of contents is found.
    """
    lines = number_lines(text)
    account = LineAccount()
    blocks = BlockSplitter(lines).cut()
    contents = ContentsReader(account).read(_lines_of(blocks, BlockKind.CONTENTS))
    settle_critics(contents.all_cases(), account)
    check_contents(contents, account)
    if not (contents.units() or contents.sections):
        raise SourceError(
            "The source has no table of contents that can be read: no part (第一篇 …) and no case "
            "(案例一 …) was found; check that the whole text of the book is in the file."
        )
    front = read_front_matter(blocks, account)
    page = front.page
    board = [person for _, person in front.board]
    critics = [critic for case in contents.all_cases() for critic in case.critics]
    titles = {comparable(t) for t in (page.title, page.subtitle, page.title + page.subtitle) if t}
    body = BodyReader(contents, HeadingFinder(titles), account)
    body.read(_lines_of(blocks, BlockKind.BODY))
    book = BookRecord(
        title=page.title,
        subtitle=page.subtitle,
        parallel_title=page.parallel_title,
        source_line=page.source_line,
        colophon=front.colophon,
        contributions=to_contributions(front),
        preface=front.prefaces[0] if front.prefaces else None,
        more_prefaces=tuple(front.prefaces[1:]),
        parts=tuple(to_part(part, account) for part in contents.parts),
        cases=tuple(to_case(case, account) for case in contents.cases),
        sections=nest_sections(contents.sections),
        back_matter=read_sections(body.back_matter, account),
        errata=(
            *role_errata(page.credits, front.board),
            *affiliation_errata([*board, *critics]),
            *body.errata,
        ),
    )
    warnings = account.close(lines)
    return replace(book, warnings=warnings, placed_lines=frozenset(account.placed))


def _lines_of(blocks: list[Block], wanted: BlockKind) -> list[Line]:
    return [line for kind, lines in blocks if kind is wanted for line in lines]


def to_part(part: ParsedPart, account: LineAccount) -> PartRecord:
    """A part; where the contents list no sections, all its text is its opening text."""
    merged = merge(nest_sections(part.sections), read_sections(part.lines, account))
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
    name, *subtitle = re.split("[：:]", case.title, maxsplit=1)
    return CaseRecord(
        number=case.number,
        title=case.title,
        name=name.strip(),
        subtitle="".join(subtitle).strip(),
        source_line=case.source_line,
        start_page=case.page,
        critiques=to_critiques(case, account),
        text=merge(nest_sections(case.sections), read_sections(case.lines, account)),
    )


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
