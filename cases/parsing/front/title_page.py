"""The title page: titles, editors, the author of the foreword, and recommenders."""

import re
from dataclasses import dataclass, field

from cases.parsing.book_records import Role
from cases.parsing.line_account import LineAccount
from cases.parsing.toc.entries import read_entries
from cases.parsing.tokens.job_titles import ends_in_title, names_organisation
from cases.parsing.tokens.lines import Line, single_spaced, squeeze
from cases.parsing.tokens.marks import comparable, read_section_mark
from cases.parsing.tokens.people import Person, read_people, read_person

ROLE_WORDS = {
    "主编": Role.CHIEF_EDITOR,
    "总主编": Role.CHIEF_EDITOR,
    "编著": Role.CHIEF_EDITOR,
    "副主编": Role.ASSOCIATE_EDITOR,
    "作序": Role.FOREWORD,
    "序": Role.FOREWORD,
    "联袂": Role.RECOMMENDER,
    "推荐": Role.RECOMMENDER,
    "联袂推荐": Role.RECOMMENDER,
    "联合推荐": Role.RECOMMENDER,
}
CREDIT = re.compile(rf"(?P<people>.+?)\s*(?:\s|◎)(?P<role>{'|'.join(ROLE_WORDS)})")
PUBLISHER = re.compile(r"[\u3400-\u9fff·]{2,30}出版(?:社|公司|集团|有限公司)")
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
    credits: list[tuple[Role, Person]] = field(default_factory=list)
    organisations: list[tuple[str, int]] = field(default_factory=list)
    publishers: list[tuple[str, int]] = field(default_factory=list)
    place: tuple[str, int] | None = None

    @property
    def has_credits(self) -> bool:
        """Whether people have been read; no titles follow them."""
        return bool(self.credits)

    @property
    def recommends(self) -> bool:
        """Whether recommenders have been read; lines after them may lack the role."""
        return any(role is Role.RECOMMENDER for role, _ in self.credits)


def read_title_page(lines: list[Line], account: LineAccount) -> TitlePage:
    """Read the lines before the CIP block; a page printed twice is read once."""
    page = TitlePage()
    seen: set[str] = set()
    for line in lines:
        text = single_spaced(line.text)
        if squeeze(text) in seen or _read_line(page, line, text):
            seen.add(squeeze(text))
            account.place(line.number)
    strange = [line for line in lines if line.number not in account.placed]
    if page.title and len(strange) > MOST_STRANGE:
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


def _read_line(page: TitlePage, line: Line, text: str) -> bool:
    """Try the readers in order; return whether one recognised the line."""
    readers = (_read_credit, _read_publisher, _read_title, _read_place, _read_recommender)
    return len(text) <= LONGEST_TITLE and any(reader(page, line, text) for reader in readers)


def _read_credit(page: TitlePage, line: Line, text: str) -> bool:
    """``徐振强 李有增 主编``: people, then their role."""
    match = CREDIT.fullmatch(text)
    if match is None:
        return False
    people = read_people(Line(line.number, match["people"]))
    page.credits += [(ROLE_WORDS[match["role"]], person) for person in people]
    return bool(people)


def _read_publisher(page: TitlePage, line: Line, text: str) -> bool:
    names = text.split(" ")
    if not all(PUBLISHER.fullmatch(name) for name in names):
        return False
    page.publishers += [(name, line.number) for name in names]
    return True


def _read_title(page: TitlePage, line: Line, text: str) -> bool:
    """Titles come before people; a line in Latin letters is the parallel title."""
    if page.has_credits or page.publishers or not _may_be_title(line, text):
        return False
    if LATIN_TITLE.fullmatch(text) and page.title and not page.parallel_title:
        page.parallel_title = text
        return True
    if not page.title:
        page.title, page.source_line = text, line.number
        return True
    if not page.subtitle and not page.parallel_title:
        page.subtitle = text.lstrip("—-– ")
        return True
    return False


def _may_be_title(line: Line, text: str) -> bool:
    """Whether a line is no sentence, no entry of a list and no person with an affiliation."""
    if NOT_IN_A_TITLE.search(text) or read_entries(line) or read_section_mark(text):
        return False
    person = read_person(line)
    return not (person and person.affiliation and ends_in_title(person.affiliation))


def _read_place(page: TitlePage, line: Line, text: str) -> bool:
    """The city under the publisher's name."""
    if not page.publishers or page.place or not PLACE.fullmatch(text):
        return False
    page.place = (text, line.number)
    return True


def _read_recommender(page: TitlePage, line: Line, text: str) -> bool:
    """A person or an organisation in the list that 联袂推荐 began."""
    if not page.recommends or page.publishers:
        return False
    person = read_person(Line(line.number, text))
    if person and person.affiliation:
        page.credits.append((Role.RECOMMENDER, person))
        return True
    if " " not in text and names_organisation(text):
        page.organisations.append((text, line.number))
        return True
    return False
