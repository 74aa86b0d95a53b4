"""Affiliations (职务): split printed affiliations into organisation and job title."""

import re

from cases.parsing.book_records import AffiliationRecord
from cases.parsing.tokens.lines import single_spaced

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

ENTERPRISE = re.compile("有限责任公司|有限公司|分公司|公司|集团")
UNIT_ENDING = re.compile(
    "(?:公司|集团|大学|学院|学校|党校|院|所|中心|部|处|局|厅|司|署|科|室|会|联盟|小组|组|智库|社|政府|银行"
    "|基地|平台|实验室|工作站|站|馆|园区|园|区|办|队|台|厂|店|网|省|市|县|镇|乡|村|州|盟|国)$"
)


def read_affiliations(printed: str) -> tuple[AffiliationRecord, ...]:
    """Read ``某中心主任、教授`` as two affiliations at one organisation; a missing half is empty."""
    affiliations: list[AffiliationRecord] = []
    for segment in _segments(single_spaced(printed)):
        affiliation = read_affiliation(segment)
        if not affiliation.organisation and affiliations:
            affiliation = AffiliationRecord(affiliations[-1].organisation, affiliation.job_title)
        affiliations.append(affiliation)
    return tuple(affiliations)


def read_affiliation(segment: str) -> AffiliationRecord:
    """Split one affiliation after the organisation's name: ``清华大学教授`` → 清华大学, 教授."""
    before, title = split_title(segment)
    organisation, job_title = before.rstrip(), title.strip()
    enterprise = _last(ENTERPRISE, organisation)
    if job_title and enterprise and not UNIT_ENDING.search(organisation):
        start = enterprise.end()
        organisation, job_title = segment[:start], segment[start:].strip()
    return AffiliationRecord(organisation, job_title)


def ends_in_title(text: str) -> bool:
    """Whether a text ends in a job title, as in ``某局副局长（原）``."""
    return bool(split_title(text.rstrip())[1])


def is_title(text: str) -> bool:
    """Whether a text is only a job title: ``副主任``."""
    return bool(text) and _title_start(text) == 0


def split_title(text: str) -> tuple[str, str]:
    """Split off the longest job title at the end: ``李平副教授`` → 李平, 副教授; empty if none."""
    start = _title_start(text)
    return text[:start], text[start:]


def names_organisation(text: str) -> bool:
    """Whether a text ends like an organisation's name: ``某某研究院``."""
    return bool(UNIT_ENDING.search(text))


def _title_start(segment: str) -> int:
    """Index of the longest job title at the end of the segment; the segment's length if none."""
    for start in range(max(0, len(segment) - LONGEST_TITLE), len(segment)):
        if JOB_TITLE.fullmatch(segment, start):
            return start
    return len(segment)


def _segments(printed: str) -> list[str]:
    """Split at separators and spaces that follow a job title; other pieces are joined again."""
    segments: list[str] = []
    for segment in _split_keeping_separators(printed):
        if segments and not ends_in_title(segments[-1][:-1]):
            segments[-1] += segment
        else:
            segments.append(segment)
    return [segment.rstrip("、，,；; ") for segment in segments if segment.strip("、，,；; ")]


def _split_keeping_separators(printed: str) -> list[str]:
    cut_at = [match.end() for match in re.finditer("[、，,；; ]", printed)]
    bounds = zip([0, *cut_at], [*cut_at, len(printed)], strict=True)
    return [printed[start:end] for start, end in bounds]


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    matches = list(pattern.finditer(text))
    return matches[-1] if matches else None
