"""People as books print them: a name, often with a space inside, and an affiliation."""

import re
from dataclasses import dataclass

from cases.parsing.book_records import AffiliationRecord
from cases.parsing.tokens.job_titles import (
    ends_in_title,
    is_title,
    names_organisation,
    read_affiliations,
    split_title,
)
from cases.parsing.tokens.lines import Line, single_spaced, squeeze

HAN = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
LATIN_WORD = "(?:[A-Z][a-zà-ÿ.'’-]+|[A-Z]\\.)"
LATIN_NAME = re.compile(rf"({LATIN_WORD}(?: {LATIN_WORD}){{1,4}})(?: (.*))?")
SPACED_NAME = re.compile(rf"({HAN}(?: {HAN}){{1,2}})(?: (.*))?")
SURNAMES = "(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|夏侯|司徒|端木|南宫)"
COMPOUND_NAME = re.compile(rf"({SURNAMES} {HAN}{{1,2}})(?: (.*))?")
PLAIN_NAME = re.compile(rf"({HAN}{{2,4}})(?: (.*))?")
DOTTED_NAME = re.compile(rf"({HAN}{{1,8}}(?:[·•・.]{HAN}{{1,8}}){{1,3}})(?: (.*))?")
COMMON_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢"
    "姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎雷段史龙陶贺顾毛郝龚邵万覃武钱戴严莫孔常汤"
    "康易乔赖樊殷施洪翟颜倪章鲁葛毕聂岳齐梅庄辛管祝左涂谷时舒耿牟卜詹关苗凌费纪靳盛童欧裴甄祁楚柯褚卫窦单"
)
SURNAME = f"(?:{SURNAMES}|[{COMMON_SURNAMES}])"
TITLED_NAME = re.compile(rf"({SURNAME} ?{HAN}+)(?: (.*))?")
"""A name with a title attached; the surname distinguishes 李平教授 from 企业导师."""
BARE_NAME = re.compile(rf"{SURNAME} ?{HAN}{{1,2}}")
GLUED_TITLE = re.compile(
    "(?:教授|教授级高工|研究员|院士|博士|讲师|主任|院长|校长|所长|局长|处长|司长|厅长|部长|书记|秘书长|会长|理事长"
    "|董事长|主席|总裁|总经理|总工|总工程师|工程师)$"
)
"""Titles printed after a name without a space; 专家 or 市长 rather follow a field or a place."""
COURTESY = re.compile("(?:先生|女士|老师|同志)$")
NOT_NAMES = re.compile("学$|^金融$|^石油$")
"""Texts before such titles that begin with a surname but are not names: 金融学博士."""
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
    """A name and an affiliation as printed on one line."""

    name: str
    name_as_printed: str
    affiliation: str
    source_line: int

    @property
    def affiliations(self) -> tuple[AffiliationRecord, ...]:
        """The printed affiliation, split into organisations and job titles."""
        return read_affiliations(self.affiliation)

    def continued(self, more: str) -> "Person":
        """The same person with the rest of an affiliation from the next line."""
        affiliation = single_spaced(f"{self.affiliation}{more}")
        return Person(self.name, self.name_as_printed, affiliation, self.source_line)


def read_person(line: Line) -> Person | None:
    """Read a line like ``徐 明 某某协会副主任``; None if it does not begin with a name."""
    text = single_spaced(strip_bullet(line.text))
    if len(text) > LONGEST_ENTRY:
        return None
    if titled := _read_titled(text, line.number):
        return titled
    for form in NAME_FORMS:
        match = form.fullmatch(text)
        if match and not is_title(match[1]) and not _is_phrase(match[1]):
            return Person(normal_name(match[1]), match[1], match[2] or "", line.number)
    return None


def _read_titled(text: str, number: int) -> Person | None:
    """A name with a title attached: ``李平教授 某大学`` is 李平, whose affiliation begins with 教授."""
    match = TITLED_NAME.fullmatch(text)
    if match is None:
        return None
    printed, title = split_title(match[1])
    if courtesy := COURTESY.search(printed):
        printed = printed[: courtesy.start()]
    elif not GLUED_TITLE.search(title):
        return None
    if not BARE_NAME.fullmatch(printed) or NOT_NAMES.search(printed) or names_organisation(printed):
        return None
    return Person(normal_name(printed), printed, f"{title} {match[2] or ''}".strip(), number)


def read_people(line: Line) -> list[Person]:
    """Everybody on a line: a list of names, or persons with affiliations, separated by ； or 、."""
    text = single_spaced(strip_bullet(line.text))
    if len(text) > 10 * LONGEST_ENTRY:
        return []
    people: list[Person] = []
    for entry in _entries(text):
        person = read_person(Line(line.number, entry))
        people += [person] if person else _names_in_a_row(entry, line.number)
    return people


def normal_name(printed: str) -> str:
    """Normalise a name: ``徐 明`` → 徐明; a Latin name keeps its spaces."""
    return printed if printed.isascii() else squeeze(printed)


def strip_bullet(text: str) -> str:
    """Remove the list mark that some lines of a board begin with."""
    return BULLET.sub("", text)


def _entries(text: str) -> list[str]:
    """Split a line where the next person begins; commas inside an affiliation do not split."""
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
    """The names of ``张三、李四`` or ``张三 李四 王 五``; empty if any item is not a name."""
    if SEPARATOR.search(text):
        names = [single_spaced(piece) for piece in SEPARATOR.split(text)]
    else:
        names = NAME_IN_A_ROW.findall(text) if NAMES_IN_A_ROW.fullmatch(text) else []
    return names if len(names) > 1 and all(map(_is_bare_name, names)) else []


def _is_bare_name(text: str) -> bool:
    """Whether a text is a name, with or without a title, and no job title or organisation."""
    if (titled := _read_titled(text, 0)) and " " not in titled.affiliation:
        return True
    forms = (form.fullmatch(text) for form in NAME_FORMS)
    is_name = any(match and not match[2] for match in forms)
    return is_name and not ends_in_title(text) and not names_organisation(text)


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
    """Whether a possible name is rather part of an organisation's name: ``研究院 …``."""
    return " " not in name and bool(BODY_ENDING.search(name))
