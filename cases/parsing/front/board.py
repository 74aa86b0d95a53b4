"""The editorial board (编委会): roles, and under each the people in the order printed."""

import re

from cases.parsing.book_records import Role
from cases.parsing.tokens.lines import Line, LineAccount, is_only, single_spaced, squeeze
from cases.parsing.tokens.people import Person, read_people

BOARD_ROLES = {
    **dict.fromkeys(("主编", "总主编", "执行主编"), Role.CHIEF_EDITOR),
    "副主编": Role.ASSOCIATE_EDITOR,
    **dict.fromkeys(("编委", "编委会委员", "编委会成员", "委员"), Role.EDITORIAL_BOARD),
    "执行编委": Role.EXECUTIVE_EDITORIAL_BOARD,
}
LONGEST_LINE = 300
BOARD_HEADING = re.compile("(?:本书)?(?:编辑|编审|编写|编)(?:委员会|委会)(?:名单|成员)?")
SENTENCE = re.compile("[。！？：:]")
"""Marks of a sentence, which may begin like a name."""
LABEL = re.compile(
    r"(?P<role>[\u3400-\u9fff](?:\s*[\u3400-\u9fff]){1,9})\s*(?:[（(][^（）()]{1,20}[）)]\s*)?"
    r"(?:[:：]\s*(?P<rest>.*)|(?<=[）)])\s*|)"
)

Credit = tuple[Role, Person]
"""A person under a role, as the title page or the board page gives it."""


def read_board(lines: list[Line], account: LineAccount) -> list[Credit]:
    """Read the roles and their people; lines under an unknown role get a warning."""
    members: list[Credit] = []
    role: Role | None = None
    for printed in lines:
        label, line = _read_label(printed), printed
        if label:
            role = BOARD_ROLES.get(squeeze(label["role"]))
            line = Line(printed.number, label["rest"] or "")
        if is_only(BOARD_HEADING, line.text) or (role and not line.text):
            account.place(line)
        elif role is None:
            account.warn(line.number, "a role or line of the board that is not known")
        elif _read_people(line, role, members):
            account.place(line)
        else:
            account.warn(line.number, "no name is recognised in this line of the board")
    return members


def _read_label(line: Line) -> re.Match[str] | None:
    """A role with its colon, or a known role alone on its line."""
    match = LABEL.fullmatch(single_spaced(line.text)) if len(line.text) <= LONGEST_LINE else None
    if match and (match["rest"] is not None or squeeze(match["role"]) in BOARD_ROLES):
        return match
    return None


def _read_people(line: Line, role: Role, members: list[Credit]) -> bool:
    """Add the people of a line, or the rest of the last affiliation; return whether it is one."""
    people = [person for person in read_people(line) if not SENTENCE.search(person.affiliation)]
    members += [(role, person) for person in people]
    if people or not members:
        return bool(people)
    whole = None if " " in line.text else members[-1][1].continued(line.text)
    if whole:
        members[-1] = (role, whole)
    return whole is not None
