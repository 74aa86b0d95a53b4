"""Errata (勘误) detected by rule: roles and organisations printed in two ways."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from cases.parsing.book_records import AffiliationRecord, ErratumRecord, Role
from cases.parsing.tokens.people import Person

ROLE_NAMES = {
    Role.CHIEF_EDITOR: "主编",
    Role.ASSOCIATE_EDITOR: "副主编",
    Role.EDITORIAL_BOARD: "编委",
    Role.EXECUTIVE_EDITORIAL_BOARD: "执行编委",
}
LIKENESS = 0.8

Credits = Iterable[tuple[Role, Person]]


def role_errata(cover: Credits, board: Credits) -> list[ErratumRecord]:
    """People whose role as an editor differs between the cover and the board page."""
    roles: dict[str, list[tuple[Role, Person]]] = {}
    for role, person in board:
        roles.setdefault(person.name, []).append((role, person))
    errata = []
    for role, person in cover:
        on_board = roles.get(person.name, [])
        if role in ROLE_NAMES and on_board and role not in {given for given, _ in on_board}:
            errata.append(_role_erratum(role, person, *on_board[0]))
    return errata


def affiliation_errata(people: Iterable[Person]) -> list[ErratumRecord]:
    """Affiliations of one person with two similar spellings of one organisation's name."""
    readings: dict[str, list[Person]] = {}
    errata: list[ErratumRecord] = []
    for person in people:
        known = readings.setdefault(person.name, [])
        if any(other.affiliation == person.affiliation for other in known):
            continue
        errata += (_post_erratum(other, person) for other in known if _contradict(other, person))
        known.append(person)
    return errata


def _contradict(one: Person, other: Person) -> bool:
    pairs = ((a, b) for a in one.affiliations for b in other.affiliations)
    return any(_is_misprint(a, b) for a, b in pairs)


def _is_misprint(one: AffiliationRecord, other: AffiliationRecord) -> bool:
    """Whether two organisation names are similar, not equal, and neither is a unit of the other."""
    a, b = one.organisation, other.organisation
    if a == b or a.startswith(b) or b.startswith(a):
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= LIKENESS


def _role_erratum(role: Role, person: Person, other: Role, on_board: Person) -> ErratumRecord:
    return ErratumRecord(
        subject=person.name,
        reading=ROLE_NAMES[role],
        source_line=person.source_line,
        other_reading=ROLE_NAMES[other],
        other_line=on_board.source_line,
        note="封面与编委会名单所列职责不一致",
    )


def _post_erratum(one: Person, other: Person) -> ErratumRecord:
    return ErratumRecord(
        subject=one.name,
        reading=one.affiliation,
        source_line=one.source_line,
        other_reading=other.affiliation,
        other_line=other.source_line,
        note="同一人的职务，书中两处表述不一致",
    )
