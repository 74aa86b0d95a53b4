"""The front matter: contributors from the title page, the board page and the preface."""

from dataclasses import dataclass, field, replace

from cases.parsing.blocks import Block, BlockKind
from cases.parsing.book_records import (
    ColophonRecord,
    ContributionRecord,
    PrefaceRecord,
    Role,
)
from cases.parsing.front.board import BoardMember, read_board
from cases.parsing.front.colophon import add_values, check_isbn, read_colophon
from cases.parsing.front.preface import read_preface
from cases.parsing.front.title_page import TitlePage, read_title_page, settle_title
from cases.parsing.line_account import LineAccount
from cases.parsing.tokens.people import Person


@dataclass(slots=True)
class FrontMatter:
    """Everything before the contents."""

    page: TitlePage = field(default_factory=TitlePage)
    colophon: ColophonRecord = field(default_factory=ColophonRecord)
    board: list[BoardMember] = field(default_factory=list)
    prefaces: list[PrefaceRecord] = field(default_factory=list)


def read_front_matter(blocks: list[Block], account: LineAccount) -> FrontMatter:
    """Parse each block with its reader."""
    front = FrontMatter()
    for block in blocks:
        if block.kind is BlockKind.TITLE:
            front.page = read_title_page(block.lines, account)
        elif block.kind is BlockKind.COLOPHON:
            front.colophon = read_colophon(block.lines, front.colophon, account)
        elif block.kind is BlockKind.BOARD:
            front.board += read_board(block.lines, account)
        elif block.kind is BlockKind.PREFACE:
            front.prefaces.append(read_preface(block.lines, account))
    cip = front.colophon
    settle_title(front.page, cip.cip_title, cip.lines.get("cip_title", 1), account)
    front.colophon = _with_title_page(front.colophon, front.page)
    check_isbn(front.colophon, account)
    return front


def to_contributions(front: FrontMatter) -> tuple[ContributionRecord, ...]:
    """One record for each role of each person or organisation: by role, then as printed."""
    records: list[ContributionRecord] = []
    for role in Role:
        people = _merge([person for given, person in _all_people(front) if given is role])
        entries = [_person_record(role, person, front) for person in people]
        entries += [
            _organisation_record(role, name, line) for name, line in _organisations(role, front)
        ]
        records += [replace(entry, order=order) for order, entry in enumerate(entries, start=1)]
    return tuple(records)


def _all_people(front: FrontMatter) -> list[tuple[Role, Person]]:
    """The people of the title page, then those of the board."""
    return [*front.page.credits, *((member.role, member.person) for member in front.board)]


def _merge(people: list[Person]) -> list[Person]:
    """One entry for a person named twice for a role: from the line with an affiliation."""
    merged: dict[str, Person] = {}
    for person in people:
        known = merged.get(person.name)
        if known is None or not known.affiliation:
            merged[person.name] = person
    return list(merged.values())


def _person_record(role: Role, person: Person, front: FrontMatter) -> ContributionRecord:
    """A person's record; the foreword's author has the affiliations of its signature."""
    affiliation, affiliations = person.affiliation, person.affiliations
    signed = [preface for preface in front.prefaces if preface.signature == person.name]
    if role is Role.FOREWORD and signed and signed[0].affiliations:
        affiliation, affiliations = signed[0].affiliation, signed[0].affiliations
    return ContributionRecord(
        role=role,
        order=0,
        name=person.name,
        name_as_printed=person.name_as_printed,
        source_line=person.source_line,
        affiliation=affiliation,
        affiliations=affiliations,
    )


def _organisations(role: Role, front: FrontMatter) -> list[tuple[str, int]]:
    """The organisations that recommend, publish and print."""
    lines = front.colophon.lines
    if role is Role.RECOMMENDER:
        return front.page.organisations
    if role is Role.PUBLISHER:
        on_page = dict(front.page.publishers)
        return [
            (name, on_page.get(name, lines["publishers"])) for name in front.colophon.publishers
        ]
    if role is Role.PRINTER and front.colophon.printer:
        return [(front.colophon.printer, lines["printer"])]
    return []


def _organisation_record(role: Role, name: str, line: int) -> ContributionRecord:
    return ContributionRecord(role, 0, name, name, line, is_organisation=True)


def _with_title_page(colophon: ColophonRecord, page: TitlePage) -> ColophonRecord:
    """Add publishers and place of the title page that the CIP block does not have."""
    for name, line in page.publishers:
        colophon = add_values(colophon, {"publishers": (name,)}, line)
    if page.place:
        colophon = add_values(colophon, {"place": page.place[0]}, page.place[1])
    return colophon
