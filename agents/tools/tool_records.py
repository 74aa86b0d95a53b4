"""get_case, get_passage and cite: one record with its sources, its context and its citation."""

import re
from typing import Annotated, Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import Field
from typing_extensions import TypedDict

from agents.api_client import ApiClient, ToolError
from casebook.core.filters.value_resolver import resolve
from casebook.core.records import record_types, type_of
from casebook.core.web.requests import ParameterError, nearest
from cases.api.viewsets import CaseViewSet
from cases.citations import cited_rows as citations
from cases.citations import gbt7714 as citing
from cases.citations.reference_files import FILES
from cases.models import Passage
from cases.reading.reading_pages import neighbours
from search.quotes.quoted_places import PASSAGES, address_of, place_of

from .tool import NameOrNumber, Result, Url, about, one_of, tool

WRITERS = {each.label.lower(): each.write for each in FILES}
retrieve = CaseViewSet.as_view({"get": "retrieve"})

RECORD_ADDRESS = re.compile(r"(?:https?://[^/]+)?/(?P<kind>\w+)/(?P<slug>[\w-]+)/?(?:#.*)?$")
PASSAGE_ADDRESS = re.compile(
    r"(?:https?://[^/]+)?(?:/books/)?(?:(?P<book>[\w-]+)/)?(?:read/(?:p/|[\w-]+/?#))?"
    r"(?P<anchor>p-\w+(?:-\d+)?)/?"
)
MAX_PROPOSALS = 5
MAX_ANCHORS_COMPARED = 20_000
"""Maximum number of anchors that are compared with a mistyped one."""

RESOLVERS = {kind: each.resolver for kind, each in record_types().items() if each.resolver}


class CaseRecord(TypedDict):
    slug: str
    number: int
    title: str
    name: str
    subtitle: str | None
    book: str | dict[str, Any]
    start_page: int | None
    end_page: int | None
    places: list[dict[str, Any]]
    themes: list[dict[str, Any]]
    critiques: list[dict[str, Any]]
    facts: list[dict[str, Any]]
    url: str
    api_url: str
    sources: dict[str, Any]


@tool(
    title=_("查看案例"),
    description=_(
        "给出一个案例的全部著录：标题、页码、篇、地点、主题、专家点评、事实与出处、前后案例、"
        "正文小节（若已导入）。sources 与各条的 origin 说明来源：book 书中载明、derived 按规则推得、"
        "editor 编辑补充、public 公开资料。null 表示书中未载明。"
    ),
)
def get_case(
    client: ApiClient,
    case: Annotated[
        NameOrNumber,
        about(_("案例的网址名、书中序号、标题、案例名或网址：digital-china-2019-17、17、智慧深圳")),
    ],
    book: Annotated[str, about(_("图书的网址名、书名或 ISBN；几本书都有这个序号时才需要"))] = "",
) -> CaseRecord:
    record: CaseRecord = client.get(retrieve, slug=find_record("case", case, book).slug)
    return record


class BookName(Result):
    slug: str
    title: str = Field(validation_alias="full_title")


class PartName(BookName):
    title: str
    number: int | None


class CaseName(PartName):
    url: Url = Field(validation_alias="get_absolute_url")


class Where(Result):
    """Null for what the book does not say."""

    label: str
    kind: str
    book: BookName | None
    part: PartName | None
    case: CaseName | None
    expert: str | None
    section: str | None
    page: int | None


class Paragraph(TypedDict):
    address: str
    url: str
    text: str
    page: int | None


class PassageRecord(TypedDict):
    address: str
    url: str
    text: str | None
    page: int | None
    is_gone: bool
    message: str
    kind: str | None
    where: Where | None
    before: list[Paragraph]
    after: list[Paragraph]
    citation: str | None


@tool(
    title=_("查看段落"),
    description=_(
        "按段落地址给出已导入正文的一个段落：原文、所在案例与小节、原书页码、前后各两段与引用格式。"
        "is_gone 为真表示后来导入的文本已没有这一段。段落地址来自 check_quote 或 kind 为 passage 的检索结果（slug）。"
    ),
)
def get_passage(
    client: ApiClient,
    passage: Annotated[
        str,
        about(_("段落地址：书的网址名/锚点，如 digital-china-2019/p-55vbrzvz，或段落网页的网址")),
    ],
) -> PassageRecord:
    row = find_passage(passage)
    record: PassageRecord = {
        **paragraph(client, row),
        "is_gone": bool(row.removed_at),
        "message": "",
        "before": [],
        "after": [],
        "kind": None,
        "where": None,
        "citation": None,
    }
    if row.removed_at:
        message = gettext("这个段落曾在书中，%(day)s 重新导入后的文本已没有它。")
        day = f"{row.removed_at:%Y-%m-%d}"
        return {**record, "text": None, "message": message % {"day": day}}
    before, after = neighbours(row)
    return {
        **record,
        "kind": row.get_kind_display(),
        "where": Where.model_validate(place_of([(row, row.text)]), context=client),
        "before": [paragraph(client, each) for each in before],
        "after": [paragraph(client, each) for each in after],
        "citation": citing.cite(citations.of_passage(row, record["url"])),
    }


def paragraph(client: ApiClient, passage: Passage) -> Paragraph:
    return {
        "address": address_of(passage),
        "url": client.absolute(passage.get_absolute_url()),
        "text": passage.marker + passage.text,
        "page": passage.source_page,
    }


class Citation(TypedDict):
    citation: str
    style: str
    kind: str
    url: str


@tool(
    title=_("生成引用"),
    description=_(
        "给出图书、案例、专家点评或正文段落的参考文献著录，默认 GB/T 7714—2025 顺序编码制。"
        "书中目录没有印出案例作者，责任者一项从缺，不作编造。"
    ),
)
def cite(
    client: ApiClient,
    item: Annotated[NameOrNumber, about(_("引用什么：网址名、标题或网址；段落用段落地址"))],
    kind: Annotated[
        str, one_of([*RESOLVERS, "passage"]), about(_("它是案例、图书、点评还是段落"))
    ] = "case",
    style: Annotated[
        str,
        one_of([*citing.STYLES, *WRITERS]),
        about(_("著录格式：GB/T 7714 各版本各体系，或 RIS、BibTeX、CSL-JSON")),
    ] = citing.DEFAULT_STYLE,
) -> Citation:
    row = find_record(kind, item)
    url = client.absolute(row.get_absolute_url())
    work = citations.of_passage(row, url) if kind == "passage" else type_of(row).cited_work(row)
    text = WRITERS[style](work) if style in WRITERS else citing.cite(work, style)
    return {"citation": text.strip(), "style": style, "kind": kind, "url": url}


def find_record(kind: str, value: str, book: str = "") -> Any:
    """A record by slug, name or address, of one book if it is given; ``ToolError`` unless just one.

    A case also goes by its number, a book by its ISBN.
    """
    if kind == "passage":
        return find_passage(value)
    address = RECORD_ADDRESS.match(value)
    resolution = resolve(RESOLVERS[kind], [address["slug"] if address else value])
    for unknown, proposal in resolution.unknown.items():
        message = gettext("没有“%(value)s”。") % {"value": unknown}
        raise ToolError.of(ParameterError(kind, unknown, message, proposal))
    rows = [choice.target for choice in resolution.choices]
    if book:
        wanted = find_record("book", book)
        rows = [row for row in rows if row.book_id == wanted.pk]
    if not rows:
        raise ToolError(gettext("这本书里没有“%(value)s”。") % {"value": value})
    if len(rows) > 1:
        slugs = "、".join(row.slug for row in rows[:MAX_PROPOSALS])
        message = gettext("“%(value)s”不止一个，请用网址名：%(slugs)s。")
        raise ToolError(message % {"value": value, "slugs": slugs})
    return rows[0]


def find_passage(address: str) -> Passage:
    """A paragraph by book and anchor, by the address of its page, or by its anchor alone."""
    parts = PASSAGE_ADDRESS.fullmatch(address.strip())
    if not parts:
        message = gettext("“%(value)s”不是段落地址；段落地址形如“书的网址名/p-xxxxxxxx”。")
        raise ToolError(message % {"value": address})
    passages = PASSAGES.filter(book__slug=parts["book"]) if parts["book"] else PASSAGES
    found = list(passages.filter(anchor=parts["anchor"])[:2])
    if not found:
        anchors = passages.values_list("anchor", flat=True)[:MAX_ANCHORS_COMPARED]
        message = gettext("没有“%(value)s”这个段落。") % {"value": address}
        proposal = nearest(parts["anchor"], anchors)
        raise ToolError.of(ParameterError("passage", address, message, proposal))
    if len(found) > 1:
        message = gettext("几本书都有“%(value)s”这个段落，请在前面写上书的网址名。")
        raise ToolError(message % {"value": address})
    return found[0]
