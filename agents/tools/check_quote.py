"""check_quote: whether a sentence is in the books, where, and how it differs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import BeforeValidator, Field
from typing_extensions import TypedDict

from agents.api_client import ApiClient, ToolError
from cases.models import Book
from cases.reading.reading_pages import reading_pages
from search.backends.base import IndexMissingError
from search.quotes import check as quotes
from search.quotes.check import Cause, Change
from search.quotes.qualifiers import Kind
from search.quotes.quoted_places import Place
from search.quotes.texts import Quote

from .tool import Result, Url, about, tool
from .tool_records import Where, find_record

MAX_TEXT_LENGTH = 1_000
MAX_QUALIFIERS = 20
MAX_BOOKS = 10

MAX_NAMED = 6
"""Maximum differences, omissions and qualifiers that the message names."""

MAX_NAMED_LENGTH = 60
MAX_INCONCLUSIVE_LENGTH = 3
"""Characters; so short a quotation may occur in many places and proves none of them."""

MARKS_BEFORE = re.compile(r"^\W+")
CONTEXT = 4
"""Characters of the quotation that are shown before a missing text."""

LISTED = {
    Kind.NEGATION: gettext_lazy("否定词“%(words)s”"),
    Kind.HEDGE: gettext_lazy("限定语“%(words)s”"),
    Kind.FIGURE: gettext_lazy("数字“%(words)s”"),
}
REASONS = {
    Kind.NEGATION: gettext_lazy("（否定词有出入，意思可能相反）"),
    Kind.HEDGE: gettext_lazy("（限定语有出入，程度或把握不同）"),
    Kind.FIGURE: gettext_lazy("（数字不符）"),
}
"""Why a difference matters."""


def _distinct(qualifiers: Sequence[Any]) -> list[Any]:
    once = {(each.kind, each.text): each for each in qualifiers}
    return list(once.values())[:MAX_QUALIFIERS]


def _beginning(text: str) -> str:
    return text if len(text) <= MAX_TEXT_LENGTH else f"{text[:MAX_TEXT_LENGTH]}…"


class Qualifier(Result):
    kind: Kind
    words: str = Field(validation_alias="text")


Qualifiers = Annotated[list[Qualifier], BeforeValidator(_distinct)]
"""The distinct negations, hedges and figures, in simplified characters as compared."""

ShortText = Annotated[str, BeforeValidator(_beginning)]


class Omission(Result):
    cause: Cause
    in_book: ShortText = Field(validation_alias="in_text")
    start: int
    end: int
    qualifiers: Qualifiers


class Difference(Result):
    change: Change
    in_book: str = Field(validation_alias="in_text")
    in_quote: str
    start: int
    end: int
    is_figure: bool
    qualifiers: Qualifiers


class QuotedText(Result):
    text: ShortText
    url: Url


class QuotedPassage(QuotedText):
    address: str


class QuotedPlace(QuotedText):
    is_printed: bool
    origin: str
    where: Where
    passages: list[QuotedPassage]


class NotLoaded(TypedDict):
    """A book whose text is not imported, wholly or in part."""

    book: str
    title: str
    units_loaded: int
    units_missing: int


class QuoteCheck(Result):
    verdict: quotes.Verdict
    message: str
    is_in_book: bool
    is_verbatim: bool
    is_in_order: bool
    likeness: Annotated[float, Field(ge=0, le=1)]
    places: list[QuotedPlace]
    differences: list[Difference]
    omissions: list[Omission]
    not_loaded: list[NotLoaded]


@tool(
    title=gettext_lazy("核对引文"),
    description=gettext_lazy(
        "核对一段文字是否真在书中：exact 字词相同（标点、空格、繁简、全半角不计），"
        "differs 与书中文字有出入（differences 逐处列出，qualifiers 指明其中的否定词、限定语与数字），"
        "not_found 书中没有，并给出最相近的文字。少了、多了或换了否定词、限定语或数字，一律不是 exact，"
        "哪怕它紧挨在引文首尾之外，或在省略号略去的半句话里；省略号略去的文字都列在 omissions。"
        "引用任何原文之前都应先核对。比对范围是已导入的正文、题名与本站整理的事实陈述"
        "（后者 is_printed 为假，不是原文）；not_loaded 列出尚未导入正文的书。"
    ),
)
def check_quote(
    client: ApiClient,
    quote: Annotated[str, about(gettext_lazy("要核对的引文，至多 2000 字；删节处用省略号"))],
    book: Annotated[str, about(gettext_lazy("只在这本书里核对：网址名、书名或 ISBN"))] = "",
) -> QuoteCheck:
    if len(quote) > quotes.LONGEST:
        raise ToolError(_("引文至多 %(most)d 字，请分段核对。") % {"most": quotes.LONGEST})
    if not Quote(quote).pieces:
        raise ToolError(_("引文里没有可核对的文字。"))
    wanted = find_record("book", book) if book else None
    try:
        check = quotes.check_quote(quote, wanted)
    except IndexMissingError as error:
        raise ToolError(_("检索索引尚未建立，暂时不能核对引文。")) from error
    missing = not_loaded([wanted] if wanted else Book.objects.all()[:MAX_BOOKS])
    result = {
        "verdict": check.verdict,
        "message": message(check, missing),
        "is_in_book": check.is_in_book,
        "is_verbatim": check.is_verbatim,
        "is_in_order": check.is_in_order,
        "likeness": check.similarity,
        "places": [quoted_place(each) for each in check.places],
        "differences": check.differences,
        "omissions": check.omissions,
        "not_loaded": missing,
    }
    return QuoteCheck.model_validate(result, context=client)


def not_loaded(books: Iterable[Book]) -> list[NotLoaded]:
    """The books that lack the text of some reading page; a quotation may be from there."""
    imported = {book: [page.is_imported for page in reading_pages(book)] for book in books}
    return [
        NotLoaded(
            book=book.slug,
            title=book.full_title,
            units_loaded=pages.count(True),
            units_missing=pages.count(False),
        )
        for book, pages in imported.items()
        if not all(pages)
    ]


def quoted_place(place: Place) -> dict[str, Any]:
    """What ``QuotedPlace`` is made of: a place with each paragraph that it overlaps."""
    return {
        "text": place.text,
        "url": place.url,
        "is_printed": place.is_printed,
        "origin": place.fact.origin if place.fact else "book",
        "where": place,
        "passages": [each for each in place.excerpts if each.address],
    }


def message(check: quotes.Check, missing: Iterable[NotLoaded]) -> str:
    """The verdict in sentences; unless it is exact, also the books that could not be compared."""
    differing = {(each.start, each.end) for each in check.differences}
    others = [each for each in check.omissions if (each.start, each.end) not in differing]
    sentences = [conclusion(check), *(omission(each) for each in others[:MAX_NAMED])]
    if check.verdict is not quotes.Verdict.EXACT:
        not_compared = _(
            "《%(title)s》有 %(count)d 个单元（前言、各篇或案例）的正文尚未导入，未能核对。"
        )
        sentences += [
            not_compared % {"title": each["title"], "count": each["units_missing"]}
            for each in missing
        ]
    elif check.quote.length <= MAX_INCONCLUSIVE_LENGTH:
        too_short = _("引文只有 %(count)d 字，许多地方都可能有，不足以证明出处。")
        sentences.append(too_short % {"count": check.quote.length})
    return "".join(sentences)


def conclusion(check: quotes.Check) -> str:
    """Whether a quotation is in the books, where, and how it differs."""
    if not check.places:
        return _("没有找到这段文字，也没有相近的文字。")
    place = check.places[0]
    if check.verdict is quotes.Verdict.NOT_FOUND:
        sentence = _("没有找到这段文字。相近的在%(where)s，请勿当作原文引用。")
    elif check.verdict is quotes.Verdict.DIFFERS:
        sentence = (
            _("引文与书中文字有出入：%(told)s。见%(where)s。")
            if place.is_printed
            else _("与本站整理的事实陈述（不是书中原文）有出入：%(told)s。见%(where)s。")
        )
    elif not place.is_printed:
        sentence = _("这是本站整理的事实陈述，不是书中原文：%(where)s。")
    elif check.is_verbatim:
        sentence = _("书中有这段文字，一字不差：%(where)s。")
    else:
        sentence = _("书中有这段文字，字词相同，标点、空格或删节不同：%(where)s。")
    return sentence % {"where": place.label, "told": "；".join(changes(check))}


def changes(check: quotes.Check) -> Iterator[str]:
    """The first differences, the number of the others, and whether the order is another."""
    for each in check.differences[:MAX_NAMED]:
        yield change(each, check.quote.text)
    if len(check.differences) > MAX_NAMED:
        yield _("另有 %(count)d 处") % {"count": len(check.differences) - MAX_NAMED}
    if not check.is_in_order:
        yield _("省略号前后的文字次序颠倒")


def change(each: quotes.Difference, quote: str) -> str:
    """A difference, with the reasons why it matters."""
    before = MARKS_BEFORE.sub("", quote[max(0, each.start - CONTEXT) : each.start])
    if each.change is Change.INSERTED:
        clause = _("多出“%(quote)s”")
    elif each.change is Change.CHANGED:
        clause = _("原文“%(book)s”引作“%(quote)s”")
    elif each.in_quote:
        clause = _("省略号略去“%(book)s”")
    elif before:
        clause = _("“%(before)s”之后缺少“%(book)s”")
    else:
        clause = _("开头缺少“%(book)s”")
    clause %= {"book": shortened(each.in_text), "quote": each.in_quote, "before": before}
    return clause + "".join(str(REASONS[kind]) for kind in Kind if kind in each.kinds)


def omission(each: quotes.Omission) -> str:
    """An omission, with the qualifiers in it."""
    named = each.qualifiers[:MAX_NAMED]
    listed = "、".join(LISTED[one.kind] % {"words": one.text} for one in named)
    if each.cause is Cause.HEADING:
        sentence = _("其间略去小标题“%(words)s”。")
    elif named:
        sentence = _("省略号略去“%(words)s”，其中有%(listed)s，请核对是否影响原意。")
    else:
        sentence = _("省略号略去“%(words)s”。")
    return sentence % {"words": shortened(each.in_text), "listed": listed}


def shortened(words: str) -> str:
    """The beginning and the end of a long text."""
    half = MAX_NAMED_LENGTH // 2
    return words if len(words) <= MAX_NAMED_LENGTH else f"{words[:half]}…{words[-half:]}"
