"""check_quote: whether a sentence is in the books, where, and how it differs."""

from collections.abc import Sequence
from typing import Annotated, Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from pydantic import AliasPath, BeforeValidator, Field

from agents.api_client import ApiClient, ToolError
from cases.models import Book
from search.backends.base import IndexMissingError
from search.quotes import check as quotes
from search.quotes.differences import Cause, Change
from search.quotes.qualifiers import Kind
from search.quotes.quoted_places import Place
from search.quotes.texts import Quote

from .lookup import find_record
from .tool import Result, Url, about, tool
from .tool_records import Where
from .verdicts import message

MAX_TEXT_LENGTH = 1_000
MAX_QUALIFIERS = 20
MAX_BOOKS = 10


def _distinct(qualifiers: Sequence[Any]) -> list[Any]:
    once = {(each.kind, each.text): each for each in qualifiers}
    return list(once.values())[:MAX_QUALIFIERS]


def _shorten(text: str) -> str:
    return text if len(text) <= MAX_TEXT_LENGTH else f"{text[:MAX_TEXT_LENGTH]}…"


class Qualifier(Result):
    kind: Kind
    words: str = Field(validation_alias="text")


Qualifiers = Annotated[list[Qualifier], BeforeValidator(_distinct)]
"""The distinct negations, hedges and figures, in simplified characters as compared."""

ShortText = Annotated[str, BeforeValidator(_shorten)]


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


class NotLoaded(Result):
    """A book whose text is not imported, wholly or in part."""

    book: str = Field(validation_alias=AliasPath("book", "slug"))
    title: str = Field(validation_alias=AliasPath("book", "full_title"))
    units_loaded: Annotated[int, BeforeValidator(len)] = Field(validation_alias="imported")
    units_missing: Annotated[int, BeforeValidator(len)] = Field(validation_alias="missing")


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
    if not Quote(quote).pieces:
        raise ToolError(_now("引文里没有可核对的文字。"))
    wanted = find_record("book", book) if book else None
    try:
        check = quotes.check_quote(quote, wanted)
    except IndexMissingError as error:
        raise ToolError(_now("检索索引尚未建立，暂时不能核对引文。")) from error
    not_loaded = quotes.coverage([wanted] if wanted else Book.objects.all()[:MAX_BOOKS])
    result = {
        "verdict": check.verdict,
        "message": message(check, not_loaded),
        "is_in_book": check.is_in_book,
        "is_verbatim": check.is_verbatim,
        "is_in_order": check.is_in_order,
        "likeness": check.similarity,
        "places": [quoted_place(each) for each in check.places],
        "differences": check.differences,
        "omissions": check.omissions,
        "not_loaded": not_loaded,
    }
    return QuoteCheck.model_validate(result, context=client)


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
