"""The title page: titles, editors, the author of the foreword, and recommenders."""

import re
from dataclasses import dataclass, field

from cases.parsing.book_records import Role
from cases.parsing.front.board import Credit
from cases.parsing.front.colophon import PRESS
from cases.parsing.toc.entries import read_entries
from cases.parsing.tokens.lines import Line, LineAccount, single_spaced, squeeze
from cases.parsing.tokens.marks import comparable, read_section_mark
from cases.parsing.tokens.people import names_organisation, read_people, read_person

ROLE_WORDS = {
    **dict.fromkeys(("主编", "总主编", "编著"), Role.CHIEF_EDITOR),
    "副主编": Role.ASSOCIATE_EDITOR,
    **dict.fromkeys(("作序", "序"), Role.FOREWORD),
    **dict.fromkeys(("联袂", "推荐", "联袂推荐", "联合推荐"), Role.RECOMMENDER),
}
CREDIT = re.compile(rf"(?P<people>.+?)\s*(?:\s|◎)(?P<role>{'|'.join(ROLE_WORDS)})")
PLACE = re.compile("[\u3400-\u9fff]{2,4}(?:[ ·][\u3400-\u9fff]{2,4}){0,3}")
LATIN_TITLE = re.compile(r"[A-Za-z][\x20-\x7e’–—]*")
NOT_IN_A_TITLE = re.compile(
    r"[。；;|\t]|[，,、：:]$|^[\d\W]+$|\d{5}|^网\s*址|^[图表]\s*\d|^[（(].*[）)]$|出版发行$"
)
CIP_TITLE_PARTS = re.compile("\\s*(?:[—–]+|[:：])\\s*")
LONGEST_TITLE = 80
MOST_STRANGE = 2
"""Maximum unrecognised lines of a title page before its title is reported as doubtful."""


@dataclass(slots=True)
class TitlePage:
    """What the title page and its repetitions print."""

    title: str = ""
    subtitle: str = ""
    parallel_title: str = ""
    source_line: int = 1
    credits: list[Credit] = field(default_factory=list)
    organisations: list[tuple[str, int]] = field(default_factory=list)
    publishers: list[tuple[str, int]] = field(default_factory=list)
    place: tuple[str, int] | None = None


def read_title_page(lines: list[Line], account: LineAccount) -> TitlePage:
    """Read the lines before the CIP block; a page printed twice is read once."""
    page = TitlePage()
    seen: set[str] = set()
    strange = 0
    for printed in lines:
        line = Line(printed.number, single_spaced(printed.text))
        if squeeze(line.text) in seen or _read_line(page, line):
            seen.add(squeeze(line.text))
            account.place(line)
        else:
            strange += 1
    if page.title and strange > MOST_STRANGE:
        account.warn(page.source_line, "taken for the title, among lines that fit no title page")
    return page


def settle_title(page: TitlePage, cip_title: str, cip_line: int, account: LineAccount) -> None:
    """Replace the title read by that of the CIP data where they differ."""
    printed, listed = comparable(page.title), comparable(cip_title)
    if not listed or (printed and (printed in listed or listed in printed)):
        return
    if printed:
        account.warn(page.source_line, "not the title that the CIP data give, and so left out")
    title, *rest = CIP_TITLE_PARTS.split(cip_title, maxsplit=1)
    page.title, page.subtitle, page.source_line = title, "".join(rest), cip_line


def _read_line(page: TitlePage, line: Line) -> bool:
    """Try the readers in order; return whether one recognised the line."""
    readers = (_read_credit, _read_publisher, _read_title, _read_place, _read_recommender)
    return len(line.text) <= LONGEST_TITLE and any(reader(page, line) for reader in readers)


def _read_credit(page: TitlePage, line: Line) -> bool:
    """``徐振强 李有增 主编``: people, then their role."""
    match = CREDIT.fullmatch(line.text)
    if match is None:
        return False
    people = read_people(Line(line.number, match["people"]))
    page.credits += [(ROLE_WORDS[match["role"]], person) for person in people]
    return bool(people)


def _read_publisher(page: TitlePage, line: Line) -> bool:
    names = line.text.split(" ")
    if not all(re.fullmatch(PRESS, name) for name in names):
        return False
    page.publishers += [(name, line.number) for name in names]
    return True


def _read_title(page: TitlePage, line: Line) -> bool:
    """Titles come before people; a line in Latin letters is the parallel title."""
    if page.credits or page.publishers or not _may_be_title(line):
        return False
    if LATIN_TITLE.fullmatch(line.text) and page.title and not page.parallel_title:
        page.parallel_title = line.text
    elif not page.title:
        page.title, page.source_line = line.text, line.number
    elif not page.subtitle and not page.parallel_title:
        page.subtitle = line.text.lstrip("—-– ")
    else:
        return False
    return True


def _may_be_title(line: Line) -> bool:
    """Whether a line is no sentence, no entry of a list and no person with an affiliation."""
    if NOT_IN_A_TITLE.search(line.text) or read_entries(line) or read_section_mark(line.text):
        return False
    person = read_person(line)
    return not (person and person.has_title)


def _read_place(page: TitlePage, line: Line) -> bool:
    """The city under the publisher's name."""
    if not page.publishers or page.place or not PLACE.fullmatch(line.text):
        return False
    page.place = (line.text, line.number)
    return True


def _read_recommender(page: TitlePage, line: Line) -> bool:
    """A person or an organisation in the list that 联袂推荐 began; later lines may lack the role."""
    recommends = any(role is Role.RECOMMENDER for role, _ in page.credits)
    if not recommends or page.publishers:
        return False
    person = read_person(line)
    if person and person.affiliation:
        page.credits.append((Role.RECOMMENDER, person))
    elif " " not in line.text and names_organisation(line.text):
        page.organisations.append((line.text, line.number))
    else:
        return False
    return True
