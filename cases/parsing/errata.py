"""Errata (勘误) detected by rule: roles and organisations printed in two ways."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import product

from cases.parsing.book_records import ErratumRecord, Role
from cases.parsing.front.board import Credit
from cases.parsing.tokens.people import Person

ROLE_NAMES = {
    Role.CHIEF_EDITOR: "主编",
    Role.ASSOCIATE_EDITOR: "副主编",
    Role.EDITORIAL_BOARD: "编委",
    Role.EXECUTIVE_EDITORIAL_BOARD: "执行编委",
}
OTHER_ROLE = "封面与编委会名单所列职责不一致"
OTHER_AFFILIATION = "同一人的职务，书中两处表述不一致"
LIKENESS = 0.8


def role_errata(cover: Iterable[Credit], board: Iterable[Credit]) -> list[ErratumRecord]:
    """People whose role as an editor differs between the cover and the board page."""
    listed: dict[str, list[Credit]] = {}
    for role, person in board:
        listed.setdefault(person.name, []).append((role, person))
    errata = []
    for role, person in cover:
        on_board = listed.get(person.name, [])
        if role in ROLE_NAMES and on_board and role not in {given for given, _ in on_board}:
            other_role, other = on_board[0]
            erratum = _erratum(person, ROLE_NAMES[role], other, ROLE_NAMES[other_role], OTHER_ROLE)
            errata.append(erratum)
    return errata


def affiliation_errata(people: Iterable[Person]) -> list[ErratumRecord]:
    """Affiliations of one person with two similar spellings of one organisation's name."""
    readings: dict[str, list[Person]] = {}
    errata: list[ErratumRecord] = []
    for person in people:
        known = readings.setdefault(person.name, [])
        if person.affiliation not in {other.affiliation for other in known}:
            errata += (
                _erratum(other, other.affiliation, person, person.affiliation, OTHER_AFFILIATION)
                for other in known
                if _contradict(other, person)
            )
            known.append(person)
    return errata


def _erratum(
    one: Person, reading: str, other: Person, other_reading: str, note: str
) -> ErratumRecord:
    """What is printed of one person in two places."""
    return ErratumRecord(one.name, reading, one.source_line, other_reading, other.source_line, note)


def _contradict(one: Person, other: Person) -> bool:
    """Whether two organisation names are similar, not equal, and neither is a unit of the other."""
    for mine, theirs in product(one.affiliations, other.affiliations):
        a, b = mine.organisation, theirs.organisation
        is_unit = a.startswith(b) or b.startswith(a)
        if not is_unit and SequenceMatcher(None, a, b, autojunk=False).ratio() >= LIKENESS:
            return True
    return False
