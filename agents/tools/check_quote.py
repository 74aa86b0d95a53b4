"""check_quote: whether a sentence is in the books, where, and how it differs."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from agents.site import RefusedError, Site
from cases.models import Book
from search.backends.base import IndexMissingError
from search.quotes import (
    LONGEST,
    Cause,
    Change,
    Difference,
    Kind,
    Omission,
    Place,
    Qualifier,
    Quote,
    Verdict,
    check_quote,
)
from search.quotes.coverage import Coverage, coverage

from .naming import book_named
from .schemas import NUMBER, SHARE, TEXT, YES_OR_NO, record, several
from .tool import Argument, Arguments, Tool
from .verdicts import message
from .whereabouts import WHERE, where

LONGEST_SHOWN = 1_000
MOST_QUALIFIERS = 20
MOST_BOOKS = 10


def arguments() -> Mapping[str, Argument]:
    return {
        "quote": Argument(_("要核对的引文，至多 2000 字；删节处用省略号"), is_required=True),
        "book": Argument(_("只在这本书里核对：网址名、书名或 ISBN")),
    }


def run(site: Site, given: Arguments) -> dict[str, Any]:
    quote = given["quote"][0]
    if len(quote) > LONGEST:
        raise RefusedError(_now("引文至多 %(most)d 字，请分段核对。") % {"most": LONGEST})
    if not Quote(quote).pieces:
        raise RefusedError(_now("引文里没有可核对的文字。"))
    book = book_named(given["book"][0]) if "book" in given else None
    try:
        check = check_quote(quote, book)
    except IndexMissingError as error:
        raise RefusedError(_now("检索索引尚未建立，暂时不能核对引文。")) from error
    gaps = coverage([book] if book else Book.objects.all()[:MOST_BOOKS])
    return {
        "verdict": str(check.verdict),
        "message": message(check, quote, gaps),
        "is_in_book": check.verdict is Verdict.EXACT
        and any(each.is_printed for each in check.places),
        "is_verbatim": check.is_verbatim,
        "is_in_order": check.is_in_order,
        "likeness": check.likeness,
        "places": [place(site, each) for each in check.places],
        "differences": [difference(each) for each in check.differences],
        "omissions": [omission(each) for each in check.omissions],
        "not_loaded": [gap(each) for each in gaps],
    }


def place(site: Site, found: Place) -> dict[str, Any]:
    """The words as they stand there, the address, and each paragraph they touch."""
    return {
        "text": shortened(found.text),
        "url": site.absolute(found.url),
        "is_printed": found.is_printed,
        "origin": found.fact.origin if found.fact else "book",
        "where": where(site, found),
        "passages": [
            {
                "address": f"{found.book.slug}/{stretch.anchor}",
                "url": site.absolute(stretch.url),
                "text": shortened(stretch.text),
            }
            for stretch in found.stretches
            if stretch.anchor and found.book
        ],
    }


def shortened(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def difference(each: Difference) -> dict[str, Any]:
    return {
        "change": str(each.change),
        "in_book": each.in_text,
        "in_quote": each.in_quote,
        "start": each.start,
        "end": each.end,
        "is_figure": each.is_figure,
        "qualifiers": qualifiers(each.qualifiers),
    }


def omission(each: Omission) -> dict[str, Any]:
    return {
        "cause": str(each.cause),
        "in_book": shortened(each.in_text),
        "start": each.start,
        "end": each.end,
        "qualifiers": qualifiers(each.qualifiers),
    }


def qualifiers(each: Sequence[Qualifier]) -> list[dict[str, str]]:
    """The negations, hedges and figures among the words, once each; simplified, as compared."""
    once = dict.fromkeys((str(found.kind), found.text) for found in each)
    return [{"kind": kind, "words": words} for kind, words in list(once)[:MOST_QUALIFIERS]]


def gap(each: Coverage) -> dict[str, Any]:
    """A book, and how much of its text was not there to be compared."""
    return {
        "book": each.book.slug,
        "title": each.book.full_title,
        "units_loaded": len(each.imported),
        "units_missing": len(each.missing),
    }


QUALIFIERS = several(
    record(kind={"type": "string", "enum": [str(kind) for kind in Kind]}, words=TEXT)
)

TOOL = Tool(
    name="check_quote",
    title=_("核对引文"),
    description=_(
        "核对一段文字是否真在书中：exact 字词相同（标点、空格、繁简、全半角不计），"
        "differs 与书中文字有出入（differences 逐处列出，qualifiers 指明其中的否定词、限定语与数字），"
        "not_found 书中没有，并给出最相近的文字。少了、多了或换了否定词、限定语或数字，一律不是 exact，"
        "哪怕它紧挨在引文首尾之外，或在省略号略去的半句话里；省略号略去的文字都列在 omissions。"
        "引用任何原文之前都应先核对。比对范围是已导入的正文、题名与本站整理的事实陈述"
        "（后者 is_printed 为假，不是原文）；not_loaded 列出尚未导入正文的书。"
    ),
    arguments=arguments,
    result=record(
        verdict={"type": "string", "enum": [str(verdict) for verdict in Verdict]},
        message=TEXT,
        is_in_book=YES_OR_NO,
        is_verbatim=YES_OR_NO,
        is_in_order=YES_OR_NO,
        likeness=SHARE,
        places=several(
            record(
                text=TEXT,
                url=TEXT,
                is_printed=YES_OR_NO,
                origin=TEXT,
                where=WHERE,
                passages=several(record(address=TEXT, url=TEXT, text=TEXT)),
            )
        ),
        differences=several(
            record(
                change={"type": "string", "enum": [str(change) for change in Change]},
                in_book=TEXT,
                in_quote=TEXT,
                start=NUMBER,
                end=NUMBER,
                is_figure=YES_OR_NO,
                qualifiers=QUALIFIERS,
            )
        ),
        omissions=several(
            record(
                cause={"type": "string", "enum": [str(cause) for cause in Cause]},
                in_book=TEXT,
                start=NUMBER,
                end=NUMBER,
                qualifiers=QUALIFIERS,
            )
        ),
        not_loaded=several(
            record(book=TEXT, title=TEXT, units_loaded=NUMBER, units_missing=NUMBER)
        ),
    ),
    run=run,
)
