"""The editorial board (编委会): roles, and under each the people in the order printed."""

import re
from dataclasses import dataclass

from cases.parsing.book_records import Role
from cases.parsing.line_account import LineAccount
from cases.parsing.tokens.job_titles import ends_in_title
from cases.parsing.tokens.lines import Line, is_only, single_spaced, squeeze
from cases.parsing.tokens.people import Person, read_people

BOARD_ROLES = {
    "主编": Role.CHIEF_EDITOR,
    "总主编": Role.CHIEF_EDITOR,
    "执行主编": Role.CHIEF_EDITOR,
    "副主编": Role.ASSOCIATE_EDITOR,
    "编委": Role.EDITORIAL_BOARD,
    "编委会委员": Role.EDITORIAL_BOARD,
    "编委会成员": Role.EDITORIAL_BOARD,
    "委员": Role.EDITORIAL_BOARD,
    "执行编委": Role.EXECUTIVE_EDITORIAL_BOARD,
}
LONGEST_LINE = 300
LONGEST_REST = 60
HEADING = re.compile("(?:本书)?(?:编辑|编审|编写|编)(?:委员会|委会)(?:名单|成员)?")
LABEL = re.compile(
    r"(?P<role>[\u3400-\u9fff](?:\s*[\u3400-\u9fff]){1,9})\s*(?:[（(][^（）()]{1,20}[）)]\s*)?"
    r"(?:[:：]\s*(?P<rest>.*)|(?<=[）)])\s*|)"
)


@dataclass(frozen=True, slots=True)
class BoardMember:
    """A person under the role that the board page gives."""

    role: Role
    person: Person


def is_board_heading(line: Line) -> bool:
    """Whether a line is only a heading of the board: ``本书编委会``."""
    return is_only(HEADING, line.text)


def read_board(lines: list[Line], account: LineAccount) -> list[BoardMember]:
    """Read the roles and their people; lines under an unknown role get a warning."""
    members: list[BoardMember] = []
    role: Role | None = None
    for printed in lines:
        label, line = _read_label(printed), printed
        if label:
            role = BOARD_ROLES.get(squeeze(label["role"]))
            line = Line(printed.number, label["rest"] or "")
        if is_board_heading(line) or (role and not line.text):
            account.place(line.number)
        elif role is None:
            account.warn(line.number, "a role or line of the board that is not known")
        else:
            _read_people(line, role, members, account)
    return members


def _read_label(line: Line) -> re.Match[str] | None:
    """A role with its colon, or a known role alone on its line."""
    match = LABEL.fullmatch(single_spaced(line.text)) if len(line.text) <= LONGEST_LINE else None
    if match and (match["rest"] is not None or squeeze(match["role"]) in BOARD_ROLES):
        return match
    return None


def _read_people(line: Line, role: Role, members: list[BoardMember], account: LineAccount) -> None:
    people = [person for person in read_people(line) if _is_credible(person)]
    if people:
        members += [BoardMember(role, person) for person in people]
    elif members and _continues(members[-1].person, line.text):
        members[-1] = BoardMember(role, members[-1].person.continued(line.text))
    else:
        account.warn(line.number, "no name is recognised in this line of the board")
        return
    account.place(line.number)


def _is_credible(person: Person) -> bool:
    """Whether the affiliation is not a sentence, which may begin like a name."""
    return not re.search("[。！？：:]", person.affiliation)


def _continues(person: Person, text: str) -> bool:
    """Whether a line is the rest of an affiliation without a job title so far."""
    cut = bool(person.affiliation) and not ends_in_title(person.affiliation)
    return cut and ends_in_title(text) and " " not in text and len(text) <= LONGEST_REST
