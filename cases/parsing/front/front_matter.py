"""The front matter: contributors from the title page, the board page and the preface."""

from dataclasses import asdict, dataclass, field, replace

from cases.parsing.blocks import Block, BlockKind
from cases.parsing.book_records import ColophonRecord, ContributionRecord, PrefaceRecord, Role
from cases.parsing.front.board import Credit, read_board
from cases.parsing.front.colophon import add_values, read_colophon
from cases.parsing.front.preface import read_preface
from cases.parsing.front.title_page import TitlePage, read_title_page, settle_title
from cases.parsing.tokens.isbn import is_valid_isbn
from cases.parsing.tokens.lines import LineAccount
from cases.parsing.tokens.people import Person


@dataclass(slots=True)
class FrontMatter:
    """Everything before the contents."""

    page: TitlePage = field(default_factory=TitlePage)
    colophon: ColophonRecord = field(default_factory=ColophonRecord)
    board: list[Credit] = field(default_factory=list)
    prefaces: list[PrefaceRecord] = field(default_factory=list)


def read_front_matter(blocks: list[Block], account: LineAccount) -> FrontMatter:
    """Parse each block with its reader; add what only the title page prints to the colophon."""
    front = FrontMatter()
    for kind, lines in blocks:
        if kind is BlockKind.TITLE:
            front.page = read_title_page(lines, account)
        elif kind is BlockKind.COLOPHON:
            front.colophon = read_colophon(lines, front.colophon, account)
        elif kind is BlockKind.BOARD:
            front.board += read_board(lines, account)
        elif kind is BlockKind.PREFACE:
            front.prefaces.append(read_preface(lines, account))
    page, cip = front.page, front.colophon
    settle_title(page, cip.cip_title, cip.lines.get("cip_title", 1), account)
    for name, line in page.publishers:
        cip = add_values(cip, {"publishers": (name,)}, line)
    if page.place:
        cip = add_values(cip, {"place": page.place[0]}, page.place[1])
    if cip.isbn and not is_valid_isbn(cip.isbn):
        account.warn(cip.lines["isbn"], f"the check digit of ISBN {cip.isbn} is wrong")
    front.colophon = cip
    return front


def to_contributions(front: FrontMatter) -> tuple[ContributionRecord, ...]:
    """One record for each role of each person or organisation: by role, then as printed."""
    records: list[ContributionRecord] = []
    named = [*front.page.credits, *front.board]
    organisations = _organisations(front)
    for role in Role:
        people = _merge([person for given, person in named if given is role])
        records += (
            _person_record(role, order, person, front)
            for order, person in enumerate(people, start=1)
        )
        records += (
            ContributionRecord(role, order, name, name, line, is_organisation=True)
            for order, (name, line) in enumerate(organisations.get(role, []), len(people) + 1)
        )
    return tuple(records)


def _merge(people: list[Person]) -> list[Person]:
    """One entry for a person named twice for a role: from the line with an affiliation."""
    merged: dict[str, Person] = {}
    for person in people:
        known = merged.get(person.name)
        if known is None or not known.affiliation:
            merged[person.name] = person
    return list(merged.values())


def _person_record(
    role: Role, order: int, person: Person, front: FrontMatter
) -> ContributionRecord:
    """A person's record; the foreword's author has the affiliations of its signature."""
    record = ContributionRecord(role, order, **asdict(person), affiliations=person.affiliations)
    signed = next((each for each in front.prefaces if each.signature == person.name), None)
    if role is Role.FOREWORD and signed and signed.affiliations:
        return replace(record, affiliation=signed.affiliation, affiliations=signed.affiliations)
    return record


def _organisations(front: FrontMatter) -> dict[Role, list[tuple[str, int]]]:
    """The organisations that recommend, publish and print, each with its line."""
    colophon, lines = front.colophon, front.colophon.lines
    publishers = dict.fromkeys(colophon.publishers, lines.get("publishers", 0))
    return {
        Role.RECOMMENDER: front.page.organisations,
        Role.PUBLISHER: list((publishers | dict(front.page.publishers)).items()),
        Role.PRINTER: [(colophon.printer, lines["printer"])] if colophon.printer else [],
    }
