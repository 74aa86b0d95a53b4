"""People as books print them: a name, often with a space inside, and then a post."""

import re
from dataclasses import dataclass

from cases.parsing.lines import Line, single_spaced, squeeze
from cases.parsing.posts import ends_in_title, is_title, names_body, read_posts
from cases.parsing.records import PostRecord

HAN = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
LATIN_WORD = "(?:[A-Z][a-zà-ÿ.'’-]+|[A-Z]\\.)"
LATIN_NAME = re.compile(rf"({LATIN_WORD}(?: {LATIN_WORD}){{1,4}})(?: (.*))?")
SPACED_NAME = re.compile(rf"({HAN}(?: {HAN}){{1,2}})(?: (.*))?")
SURNAMES = "(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|夏侯|司徒|端木|南宫)"
COMPOUND_NAME = re.compile(rf"({SURNAMES} {HAN}{{1,2}})(?: (.*))?")
PLAIN_NAME = re.compile(rf"({HAN}{{2,4}})(?: (.*))?")
DOTTED_NAME = re.compile(rf"({HAN}{{1,8}}(?:[·•・.]{HAN}{{1,8}}){{1,3}})(?: (.*))?")
NAME_FORMS = (LATIN_NAME, DOTTED_NAME, SPACED_NAME, COMPOUND_NAME, PLAIN_NAME)

BULLET = re.compile(r"^(?:[-–—*•●○◆◇■□▪·‧➢✓]|[0-9]{1,3}[.、)])\s*(?=\S)")
NAME_IN_A_ROW = re.compile(rf"{SURNAMES} {HAN}(?!{HAN})|{HAN} {HAN}(?!{HAN})|{HAN}{{2,4}}")
NAMES_IN_A_ROW = re.compile(rf"(?:(?:{SURNAMES} {HAN}|{HAN} {HAN}|{HAN}{{2,4}})(?: |$))+")
BODY_ENDING = re.compile(
    "(?:大学|学院|院|公司|集团|中心|协会|学会|联盟|委员会|政府|研究所|出版社)$"
)
SEPARATOR = re.compile("[、，,；;]")
LONGEST_ENTRY = 200


@dataclass(frozen=True, slots=True)
class Person:
    """A name and a post as one line prints them."""

    name: str
    name_as_printed: str
    affiliation: str
    source_line: int

    @property
    def posts(self) -> tuple[PostRecord, ...]:
        """The post, split into bodies and job titles."""
        return read_posts(self.affiliation)

    def continued(self, more: str) -> "Person":
        """The same person with the rest of a post that a line end cut in two."""
        return Person(
            self.name, self.name_as_printed, f"{self.affiliation}{more}", self.source_line
        )


def read_person(line: Line) -> Person | None:
    """Read a line like ``徐 明 某某协会副主任``; nothing if it does not begin with a name."""
    text = single_spaced(strip_bullet(line.text))
    if len(text) > LONGEST_ENTRY:
        return None
    for form in NAME_FORMS:
        match = form.fullmatch(text)
        if match and not is_title(match[1]) and not _is_phrase(match[1]):
            return Person(normal_name(match[1]), match[1], match[2] or "", line.number)
    return None


def read_people(line: Line) -> list[Person]:
    """Everybody on a line: names in a row, or persons with posts parted by ； or 、."""
    text = single_spaced(strip_bullet(line.text))
    if len(text) > 10 * LONGEST_ENTRY:
        return []
    people: list[Person] = []
    for entry in _entries(text):
        person = read_person(Line(line.number, entry))
        people += [person] if person else _names_in_a_row(entry, line.number)
    return people


def normal_name(printed: str) -> str:
    """``徐 明`` → 徐明; the words of a Latin name keep their space."""
    return printed if printed.isascii() else squeeze(printed)


def strip_bullet(text: str) -> str:
    """Drop the list mark that some lines of a board have and others have not."""
    return BULLET.sub("", text)


def _entries(text: str) -> list[str]:
    """Cut a line where the next person begins; the commas inside a post do not cut."""
    names = _bare_names(text)
    separators = [*SEPARATOR.finditer(text)]
    if names or not separators:
        return names or [text]
    ends = [*(match.start() for match in separators[1:]), len(text)]
    cuts = [
        match
        for match, end in zip(separators, ends, strict=True)
        if _begins_person(text[match.end() : end], after=match[0])
    ]
    starts = [0, *(match.end() for match in cuts)]
    stops = [*(match.start() for match in cuts), len(text)]
    return [text[start:stop].strip() for start, stop in zip(starts, stops, strict=True)]


def _bare_names(text: str) -> list[str]:
    """The names of ``张三、李四`` or ``张三 李四 王 五``; nothing if any word is not a name."""
    if SEPARATOR.search(text):
        names = [single_spaced(piece) for piece in SEPARATOR.split(text)]
    else:
        names = NAME_IN_A_ROW.findall(text) if NAMES_IN_A_ROW.fullmatch(text) else []
    return names if len(names) > 1 and all(map(_is_bare_name, names)) else []


def _is_bare_name(text: str) -> bool:
    """Whether the words are a name and neither a job nor a body."""
    forms = (form.fullmatch(text) for form in NAME_FORMS)
    is_name = any(match and not match[2] for match in forms)
    return is_name and not ends_in_title(text) and not names_body(text)


def _begins_person(text: str, after: str) -> bool:
    """Whether ``李四 某大学教授`` follows, rather than one more title of the person before."""
    person = read_person(Line(0, text))
    if person and not person.affiliation:
        return after in "；;" and _is_bare_name(text)
    return bool(person and ends_in_title(person.affiliation))


def _names_in_a_row(entry: str, number: int) -> list[Person]:
    names = _bare_names(entry)
    return [Person(normal_name(name), name, "", number) for name in names]


def _is_phrase(name: str) -> bool:
    """Whether what stands in a name's place is a body's: ``研究院 …``."""
    return " " not in name and bool(BODY_ENDING.search(name))
