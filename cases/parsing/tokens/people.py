"""People as books print them: a name, often with a space inside, and an affiliation (职务)."""

import re
from dataclasses import dataclass, replace

from cases.parsing.book_records import AffiliationRecord
from cases.parsing.tokens.lines import Line, single_spaced, squeeze

RANKS = (
    "主任委员|主任科员|主任设计师|主任医师|主任|秘书长|理事长|董事长|研究员|调研员|巡视员|院长|社长|主席"
    "|总监|书记|局长|处长|厅长|司长|科长|部长|组长|校长|所长|会长|馆长|站长|园长|行长|台长|区长|县长|市长|省长"
    "|镇长|乡长|村长|州长|署长|队长|班长|团长|院士|教授|讲师|总裁|总经理|经理|工程师|设计师|规划师|建筑师|经济师"
    "|会计师|架构师|分析师|咨询师|律师|医师|总工|参事|博士生导师|硕士生导师|导师|科学家|执行官|技术官|信息官"
    "|数据官|运营官|委员|常委|顾问|专家|主管|理事|董事|监事|创始人|合伙人|发起人|负责人|联络人|召集人|代表"
    "|主编|编辑|记者|撰稿人|评论员|观察员|工程总监|博士后|博士|秘书|助理|干事|馆员|专员|CEO|CTO|CIO|CDO|COO"
)
QUALIFIERS = (
    "原|前|时任|现任|第一|常务|执行|名誉|荣誉|客座|特聘|特约|兼职|讲席|外籍|首席|高级|中级|资深|助理|副|总"
    "|联合|联席|轮值|教授级|正高级|产业|战略|技术|运营|市场|产品|项目|财务|营销|党委|党组|党总支|党支部|纪委"
)
JOB_TITLE = re.compile(
    rf"(?:{QUALIFIERS})*(?:{RANKS})(?:兼(?:{QUALIFIERS})*(?:{RANKS}))*"
    r"(?:\s*[（(][^（）()]{1,12}[）)])?"
)
LONGEST_TITLE = 40
COMPANY = re.compile(".*(?:公司|集团)")
UNIT_ENDING = re.compile(
    "(?:公司|集团|大学|学院|学校|党校|院|所|中心|部|处|局|厅|司|署|科|室|会|联盟|小组|组|智库|社|政府|银行"
    "|基地|平台|实验室|工作站|站|馆|园区|园|区|办|队|台|厂|店|网|省|市|县|镇|乡|村|州|盟|国)$"
)
AFTER_SEPARATOR = re.compile("(?<=[、，,；; ])")

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
SEPARATOR = re.compile("([、，,；;])")
LONGEST_ENTRY = 200
LONGEST_REST = 60


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

    @property
    def has_title(self) -> bool:
        """Whether the affiliation ends in a job title."""
        return ends_in_title(self.affiliation)

    def continued(self, text: str) -> "Person | None":
        """The same person with the rest of an affiliation, if the next line ends it in a title."""
        is_cut = bool(self.affiliation) and not self.has_title
        if not (is_cut and ends_in_title(text) and len(text) <= LONGEST_REST):
            return None
        return replace(self, affiliation=single_spaced(f"{self.affiliation}{text}"))


def read_person(line: Line) -> Person | None:
    """Read a line like ``徐 明 某某协会副主任``; None if it does not begin with a name."""
    text = _without_bullet(line)
    if len(text) > LONGEST_ENTRY:
        return None
    if titled := _read_titled(text, line.number):
        return titled
    for form in NAME_FORMS:
        match = form.fullmatch(text)
        if match and _is_name(match[1]):
            return _person(match[1], match[2] or "", line.number)
    return None


def read_people(line: Line) -> list[Person]:
    """Everybody on a line: a list of names, or persons with affiliations, separated by ； or 、."""
    text = _without_bullet(line)
    if len(text) > 10 * LONGEST_ENTRY:
        return []
    people: list[Person] = []
    for entry in _entries(text):
        if person := read_person(Line(line.number, entry)):
            people.append(person)
        else:
            people += [_person(name, "", line.number) for name in _bare_names(entry)]
    return people


def read_affiliations(printed: str) -> tuple[AffiliationRecord, ...]:
    """Read ``某中心主任、教授`` as two affiliations at one organisation; a missing half is empty."""
    affiliations: list[AffiliationRecord] = []
    for segment in _segments(single_spaced(printed)):
        before, title = split_title(segment)
        organisation, job_title = before.rstrip(), title.strip()
        company = COMPANY.match(organisation)
        if job_title and company and not names_organisation(organisation):
            organisation, job_title = company[0], segment[company.end() :].strip()
        if not organisation and affiliations:
            organisation = affiliations[-1].organisation
        affiliations.append(AffiliationRecord(organisation, job_title))
    return tuple(affiliations)


def split_title(text: str) -> tuple[str, str]:
    """Split off the longest job title at the end: ``李平副教授`` → 李平, 副教授; empty if none."""
    for start in range(max(0, len(text) - LONGEST_TITLE), len(text)):
        if JOB_TITLE.fullmatch(text, start):
            return text[:start], text[start:]
    return text, ""


def ends_in_title(text: str) -> bool:
    """Whether a text ends in a job title, as in ``某局副局长（原）``."""
    return bool(split_title(text.rstrip())[1])


def names_organisation(text: str) -> bool:
    """Whether a text ends like an organisation's name: ``某某研究院``."""
    return bool(UNIT_ENDING.search(text))


def _without_bullet(line: Line) -> str:
    """The line without the list mark that some lines of a board begin with."""
    return single_spaced(BULLET.sub("", line.text))


def _person(printed: str, affiliation: str, number: int) -> Person:
    """A person with a normalised name, ``徐 明`` → 徐明; a Latin name keeps its spaces."""
    name = printed if printed.isascii() else squeeze(printed)
    return Person(name, printed, affiliation, number)


def _is_name(text: str) -> bool:
    """Whether a possible name is neither a job title nor a part of an organisation's name."""
    is_phrase = " " not in text and bool(BODY_ENDING.search(text))
    return bool(split_title(text)[0]) and not is_phrase


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
    return _person(printed, f"{title} {match[2] or ''}".strip(), number)


def _entries(text: str) -> list[str]:
    """Split a line where the next person begins; commas inside an affiliation do not split."""
    if names := _bare_names(text):
        return names
    first, *rest = SEPARATOR.split(text)
    entries = [first]
    for separator, piece in zip(rest[::2], rest[1::2], strict=True):
        if _begins_person(piece, after=separator):
            entries.append(piece)
        else:
            entries[-1] += separator + piece
    return [entry.strip() for entry in entries]


def _begins_person(text: str, after: str) -> bool:
    """Whether ``李四 某大学教授`` follows, rather than one more title of the person before."""
    person = read_person(Line(0, text))
    if person and not person.affiliation:
        return after in "；;" and _is_bare_name(text)
    return person is not None and person.has_title


def _bare_names(text: str) -> list[str]:
    """The names of ``张三、李四`` or ``张三 李四 王 五``; empty if any item is not a name."""
    if SEPARATOR.search(text):
        names = [single_spaced(piece) for piece in SEPARATOR.split(text)[::2]]
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


def _segments(printed: str) -> list[str]:
    """Split at separators and spaces that follow a job title; other pieces are joined again."""
    segments: list[str] = []
    for segment in AFTER_SEPARATOR.split(printed):
        if segments and not ends_in_title(segments[-1][:-1]):
            segments[-1] += segment
        else:
            segments.append(segment)
    return [segment.rstrip("、，,；; ") for segment in segments if segment.strip("、，,；; ")]
