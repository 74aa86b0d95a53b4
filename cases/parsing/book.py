"""Parser of a whole book; its entry point is ``parse_book(text)``."""

from dataclasses import replace

from cases.parsing.assembly import to_case, to_part, to_sections
from cases.parsing.blocks import Block, BlockKind, cut_blocks
from cases.parsing.book_records import BookRecord, ErratumRecord
from cases.parsing.errata import affiliation_errata, role_errata
from cases.parsing.front.front_matter import FrontMatter, read_front_matter, to_contributions
from cases.parsing.line_account import LineAccount
from cases.parsing.text.body import Body, read_body
from cases.parsing.text.essay import read_sections
from cases.parsing.toc.contents import Contents, read_contents
from cases.parsing.tokens.lines import Line, SourceError, number_lines
from cases.parsing.tokens.people import Person


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
