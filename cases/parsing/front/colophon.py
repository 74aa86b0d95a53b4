"""The CIP block (图书在版编目数据) and the imprint (版权页): publisher, printer, dates, format."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from cases.parsing.book_records import ColophonRecord, NoticeRecord
from cases.parsing.tokens.isbn import find_isbn
from cases.parsing.tokens.lines import Line, LineAccount, is_only, single_spaced, squeeze
from cases.parsing.tokens.numerals import NUMERAL

CIP_HEADING = re.compile("(?:图书)?在版编目[（(]?CIP[)）]?数据", re.IGNORECASE)
NOTICE = re.compile(
    r"[（(]\d{6}[)）]|电\s*话|总编室|发行中心|读者服务|地\s*址|邮\s*编|邮政编码|传真|邮箱|E-?mail|经\s*销|"
    r"印装|调换|版权|侵权|举报|责任编辑|策划编辑|责任印制|责任校对|封面设计|版式设计|样书|样本|示例",
    re.IGNORECASE,
)
ORNAMENT = re.compile(r"[*＊※★☆·•\-—=_~ ]+")
LONGEST_LINE = 200
MONTHS = range(1, 13)
THOUSANDS = {"": 1, "千": 1_000, "万": 10_000}
STATEMENT = re.compile(
    r"(?P<title>[^/／]{2,100}?)\s*[/／]\s*(?P<editors>[^—–]{2,100}?)[.．。]\s*[—–-]+\s*"
    r"(?P<place>[\u3400-\u9fff]{2,8})\s*[:：]\s*(?P<publishers>[^,，]{4,80})[,，]\s*\d{4}\S{0,6}"
)
GROUP = re.compile(r"(?:[ⅠⅡⅢⅣⅤⅥⅦ]|(?:I{1,3}|IV|VI{0,3})(?![A-Za-z]))\s*[.．、]")
CIRCLED = re.compile("[①-⑳]")
CLASSIFICATION = re.compile(r"[A-Z]{1,2}\d[\d.\-]*")
LONGEST_RUN = 5
"""Lines that a title statement or the subjects of the CIP block take at most."""


def read_colophon(
    lines: list[Line], record: ColophonRecord, account: LineAccount
) -> ColophonRecord:
    """Add to the record the fields of the lines from the CIP heading to the editorial board."""
    position = 0
    while position < len(lines):
        line = lines[position]
        is_heading = is_only(CIP_HEADING, line.text)
        longest = 1 if is_heading else LONGEST_RUN
        count, values = _read_fields(lines[position : position + longest])
        if values or is_heading or ORNAMENT.fullmatch(line.text[:LONGEST_LINE]):
            account.place(*lines[position : position + count])
        record = add_values(record, values, line.number)
        position += count
    return record


def add_values(record: ColophonRecord, values: dict[str, Any], number: int) -> ColophonRecord:
    """Add a line's values; the first value of a field stays, lists are extended."""
    new = {name: value for name, value in values.items() if name not in record.lines}
    for name in ("publishers", "notices"):
        if name in values:
            new[name] = tuple(dict.fromkeys((*getattr(record, name), *values[name])))
    lines = dict.fromkeys(new, number) | record.lines
    return replace(record, lines=lines, **new)


def _read_fields(lines: list[Line]) -> tuple[int, dict[str, Any]]:
    """Read a title statement or the subjects over several lines, or else the first line.

    Return the number of lines read and their values.
    """
    for reader in (_read_statement, _read_subjects):
        text = ""
        for count, line in enumerate(lines, start=1):
            text += line.text[:LONGEST_LINE] + " "
            if values := reader(text.strip()):
                return count, values
    return 1, _read_line(lines[0])


def _read_statement(text: str) -> dict[str, Any]:
    """Read ``title / editors. —place: publisher, 2019.3``."""
    match = STATEMENT.fullmatch(text)
    if match is None:
        return {}
    return {
        "cip_title": single_spaced(match["title"]),
        "place": match["place"],
        "publishers": tuple(re.split(r"[、;；\s]+", match["publishers"].strip())),
    }


def _read_subjects(text: str) -> dict[str, Any]:
    """Read ``III . ①现代化城市—… IV . ①F299.2``; entries cut with ``…`` are left out."""
    if not GROUP.match(text):
        return {}
    entries = [squeeze(entry) for entry in CIRCLED.split(GROUP.sub(" ", text))]
    whole = [entry for entry in entries if entry and not re.search(r"…|\.{3}", entry)]
    if not whole or not CLASSIFICATION.fullmatch(whole[-1]):
        return {}
    return {"cip_subjects": "；".join(whole[:-1]), "classification": whole[-1]}


def _read_line(line: Line) -> dict[str, Any]:
    """All fields of a line of the imprint; a known kind of notice is stored as a whole line."""
    if len(line.text) > LONGEST_LINE:
        return {}
    text = single_spaced(line.text)
    isbn = find_isbn(text)
    values: dict[str, Any] = {"isbn": isbn} if isbn else {}
    for name, convert, pattern in FIELDS:
        if match := re.search(pattern, text):
            values[name] = convert(*filter(None, match.groups()))
    for name, pattern in (("edition", r"版"), ("printing", r"次\s*印刷")):
        if match := re.search(rf"{YEAR_AND_MONTH}(第\s*{NUMERAL}{{1,4}}\s*{pattern})", text):
            values[name] = squeeze(match[3])
            if int(match[1]) and int(match[2]) in MONTHS:
                values[f"{name}_date"] = date(int(match[1]), int(match[2]), 1)
    if not values and NOTICE.search(text):
        return {"notices": (NoticeRecord(text, line.number),)}
    return values


def _word_count(number: str, multiplier: str = "") -> int:
    return int(Decimal(number) * THOUSANDS[multiplier])


def _one_publisher(name: str) -> tuple[str]:
    return (name,)


YEAR_AND_MONTH = r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*"
PRESS = r"[\u3400-\u9fff·]{2,30}出版(?:社|公司|集团|有限公司)"
PRINTER = r"(?:印\s*刷|承\s*印|印\s*制)\s*[:：]\s*(\S{4,40})"
PRINTER_FIRST = r"(\S{3,40}(?:厂|公司|中心))\s*(?:印刷|承印|印制)"
FIELDS: tuple[tuple[str, Callable[..., Any], str], ...] = (
    (
        "cip_number",
        "（{}）第{}号".format,
        r"CIP\s*数据核字\s*[（(]\s*(\d{4})\s*[）)]\s*第\s*(\w{3,12})\s*号",
    ),
    ("format", str, r"开\s*本\s*[:：]?\s*(\S.{0,40}?)\s*(?=印\s*张|字\s*数|版次|印次|插页|$)"),
    ("sheets", Decimal, r"印\s*张\s*[:：]?\s*(\d{1,4}(?:\.\d{1,3})?)"),
    ("word_count", _word_count, r"字\s*数\s*[:：]?\s*(\d{1,7}(?:\.\d{1,3})?)\s*(千|万)?\s*字"),
    ("price", Decimal, r"定\s*价\s*[:：]?\s*[¥￥]?\s*(\d{1,6}(?:\.\d{1,2})?)\s*元?"),
    (
        "publishers",
        _one_publisher,
        rf"^(?:(?:出版发行|出版)\s*[:：]?\s*)?({PRESS})\s*(?:出版发行|出版|发行)?$",
    ),
    ("printer", str, f"^(?:{PRINTER}|{PRINTER_FIRST})$"),
    ("website", str, r"网\s*址\s*[:：]?\s*(\S{1,100})|((?:https?://|www\.)\S{1,100})"),
)
"""Fields of the imprint: name, conversion of the groups that matched, and pattern."""
