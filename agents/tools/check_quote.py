"""check_quote: whether a sentence is in the books, where, and how it differs."""

from collections.abc import Sequence
from typing import Annotated

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from pydantic import Field
from typing_extensions import TypedDict

from agents.api_client import ApiClient, ToolError
from cases.models import Book
from search import quotes
from search.backends.base import IndexMissingError
from search.quotes.coverage import coverage

from .lookup import find_record
from .tool import about, tool
from .tool_records import Where, where
from .verdicts import message

MAX_TEXT_LENGTH = 1_000
MAX_QUALIFIERS = 20
MAX_BOOKS = 10


class Qualifier(TypedDict):
    kind: quotes.Kind
    words: str


class Omission(TypedDict):
    cause: quotes.Cause
    in_book: str
    start: int
    end: int
    qualifiers: list[Qualifier]


class Difference(TypedDict):
    change: quotes.Change
    in_book: str
    in_quote: str
    start: int
    end: int
    is_figure: bool
    qualifiers: list[Qualifier]


class QuotedText(TypedDict):
    text: str
    url: str


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


class QuoteCheck(TypedDict):
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
    title=_("核对引文"),
    description=_(
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
    quote: Annotated[str, about(_("要核对的引文，至多 2000 字；删节处用省略号"))],
    book: Annotated[str, about(_("只在这本书里核对：网址名、书名或 ISBN"))] = "",
) -> QuoteCheck:
    if len(quote) > quotes.LONGEST:
        raise ToolError(_now("引文至多 %(most)d 字，请分段核对。") % {"most": quotes.LONGEST})
    if not quotes.Quote(quote).pieces:
        raise ToolError(_now("引文里没有可核对的文字。"))
    wanted = find_record("book", book) if book else None
    try:
        check = quotes.check_quote(quote, wanted)
    except IndexMissingError as error:
        raise ToolError(_now("检索索引尚未建立，暂时不能核对引文。")) from error
    gaps = coverage([wanted] if wanted else Book.objects.all()[:MAX_BOOKS])
    is_exact = check.verdict is quotes.Verdict.EXACT
    return {
        "verdict": check.verdict,
        "message": message(check, quote, gaps),
        "is_in_book": is_exact and any(each.is_printed for each in check.places),
        "is_verbatim": check.is_verbatim,
        "is_in_order": check.is_in_order,
        "likeness": check.similarity,
        "places": [quoted_place(client, each) for each in check.places],
        "differences": [
            {
                "change": each.change,
                "in_book": each.in_text,
                "in_quote": each.in_quote,
                "start": each.start,
                "end": each.end,
                "is_figure": each.is_figure,
                "qualifiers": qualifiers(each.qualifiers),
            }
            for each in check.differences
        ],
        "omissions": [
            {
                "cause": each.cause,
                "in_book": shortened(each.in_text),
                "start": each.start,
                "end": each.end,
                "qualifiers": qualifiers(each.qualifiers),
            }
            for each in check.omissions
        ],
        "not_loaded": [
            {
                "book": each.book.slug,
                "title": each.book.full_title,
                "units_loaded": len(each.imported),
                "units_missing": len(each.missing),
            }
            for each in gaps
        ],
    }


def quoted_place(client: ApiClient, place: quotes.Place) -> QuotedPlace:
    """A place with its text, its URL, and each paragraph that it overlaps."""
    return {
        "text": shortened(place.text),
        "url": client.absolute(place.url),
        "is_printed": place.is_printed,
        "origin": place.fact.origin if place.fact else "book",
        "where": where(client, place),
        "passages": [
            {
                "address": f"{place.book.slug}/{stretch.anchor}",
                "url": client.absolute(stretch.url),
                "text": shortened(stretch.text),
            }
            for stretch in place.excerpts
            if stretch.anchor and place.book
        ],
    }


def shortened(text: str) -> str:
    return text if len(text) <= MAX_TEXT_LENGTH else f"{text[:MAX_TEXT_LENGTH]}…"


def qualifiers(found: Sequence[quotes.Qualifier]) -> list[Qualifier]:
    """The distinct negations, hedges and figures, in simplified characters as compared."""
    once = dict.fromkeys((each.kind, each.text) for each in found)
    return [{"kind": kind, "words": text} for kind, text in list(once)[:MAX_QUALIFIERS]]
