"""get_passage: one paragraph of an imported text among its neighbours."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from agents.site import Site
from cases import citations
from cases.citing import cite
from cases.models import Passage
from cases.reading import neighbours

from .passages import brief, passage_at
from .schemas import NUMBER_OR_NOTHING, TEXT, TEXT_OR_NOTHING, YES_OR_NO, record, several
from .tool import Argument, Arguments, Tool
from .whereabouts import WHERE, where_of

LINES = record(address=TEXT, url=TEXT, text=TEXT, page=NUMBER_OR_NOTHING)


def arguments() -> Mapping[str, Argument]:
    return {
        "passage": Argument(
            _("段落地址：书的网址名/锚点，如 digital-china-2019/p-55vbrzvz，或段落网页的网址"),
            is_required=True,
        ),
    }


def run(site: Site, given: Arguments) -> dict[str, Any]:
    passage = passage_at(given["passage"][0])
    return gone(site, passage) if passage.removed_at else standing(site, passage)


def gone(site: Site, passage: Passage) -> dict[str, Any]:
    """Its address still says what became of it."""
    day = f"{passage.removed_at:%Y-%m-%d}"
    message = _now("这个段落曾在书中，%(day)s 重新导入后的文本已没有它。") % {"day": day}
    return brief(site, passage) | {
        "is_gone": True,
        "message": message,
        "text": None,
        "kind": None,
        "where": None,
        "before": [],
        "after": [],
        "citation": None,
    }


def standing(site: Site, passage: Passage) -> dict[str, Any]:
    before, after = neighbours(passage)
    url = site.absolute(passage.get_absolute_url())
    return brief(site, passage) | {
        "is_gone": False,
        "message": "",
        "kind": passage.get_kind_display(),
        "where": where_of(site, passage),
        "before": [brief(site, each) for each in before],
        "after": [brief(site, each) for each in after],
        "citation": cite(citations.of_passage(passage, url)),
    }


TOOL = Tool(
    name="get_passage",
    title=_("查看段落"),
    description=_(
        "按段落地址给出已导入正文的一个段落：原文、所在案例与小节、原书页码、前后各两段与引用格式。"
        "is_gone 为真表示后来导入的文本已没有这一段。段落地址来自 check_quote 或 kind 为 passage 的检索结果（slug）。"
    ),
    arguments=arguments,
    result=record(
        address=TEXT,
        url=TEXT,
        text=TEXT_OR_NOTHING,
        page=NUMBER_OR_NOTHING,
        is_gone=YES_OR_NO,
        message=TEXT,
        kind=TEXT_OR_NOTHING,
        where=WHERE,
        before=several(LINES),
        after=several(LINES),
        citation=TEXT_OR_NOTHING,
    ),
    run=run,
)
