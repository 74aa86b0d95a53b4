"""cite: how a book, a case, a critique or a paragraph is referred to."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from agents.site import Site
from cases import citations
from cases.citing import DEFAULT_STYLE, STYLES, Work, bibtex, csl_json, ris
from cases.citing import cite as reference

from .naming import book_named, case_named, critique_named
from .passages import passage_at
from .schemas import TEXT, record
from .tool import Argument, Arguments, Tool

FILES: dict[str, Callable[[Work], str]] = {"ris": ris, "bibtex": bibtex, "csl-json": csl_json}
STYLE_NAMES = (*STYLES, *FILES)


def book(site: Site, value: str) -> tuple[Work, str]:
    row = book_named(value)
    return citations.of_book(row), site.absolute(row.get_absolute_url())


def case(site: Site, value: str) -> tuple[Work, str]:
    row = case_named(value)
    return citations.of_case(row), site.absolute(row.get_absolute_url())


def critique(site: Site, value: str) -> tuple[Work, str]:
    row = critique_named(value)
    return citations.of_critique(row), site.absolute(row.get_absolute_url())


def passage(site: Site, value: str) -> tuple[Work, str]:
    """A paragraph as it was read at its address here."""
    row = passage_at(value)
    url = site.absolute(row.get_absolute_url())
    return citations.of_passage(row, url), url


KINDS: dict[str, Callable[[Site, str], tuple[Work, str]]] = {
    "case": case,
    "book": book,
    "critique": critique,
    "passage": passage,
}


def arguments() -> Mapping[str, Argument]:
    return {
        "item": Argument(
            _("引用什么：网址名、标题或网址；段落用段落地址"),
            ("string", "integer"),
            is_required=True,
        ),
        "kind": Argument(_("它是案例、图书、点评还是段落"), values=tuple(KINDS), default="case"),
        "style": Argument(
            _("著录格式：GB/T 7714 各版本各体系，或 RIS、BibTeX、CSL-JSON"),
            values=STYLE_NAMES,
            default=DEFAULT_STYLE,
        ),
    }


def run(site: Site, given: Arguments) -> dict[str, Any]:
    kind = given.get("kind", ["case"])[0]
    style = given.get("style", [DEFAULT_STYLE])[0]
    work, url = KINDS[kind](site, given["item"][0])
    text = FILES[style](work) if style in FILES else reference(work, STYLES[style].slug)
    return {"citation": text.strip(), "style": style, "kind": kind, "url": url}


TOOL = Tool(
    name="cite",
    title=_("生成引用"),
    description=_(
        "给出图书、案例、专家点评或正文段落的参考文献著录，默认 GB/T 7714—2025 顺序编码制。"
        "书中目录没有印出案例作者，责任者一项从缺，不作编造。"
    ),
    arguments=arguments,
    result=record(citation=TEXT, style=TEXT, kind=TEXT, url=TEXT),
    run=run,
)
