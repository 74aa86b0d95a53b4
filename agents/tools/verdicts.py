"""The verdict on a quotation as one or two sentences for the reader."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.quotes.check import Check, Coverage, Verdict
from search.quotes.differences import Cause, Change, Difference, Omission
from search.quotes.qualifiers import Kind

MAX_NAMED = 6
MAX_INCONCLUSIVE_LENGTH = 3
"""Characters; so short a quotation may occur in many places and proves none of them."""

MAX_NAMED_LENGTH = 60
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


def message(check: Check, not_loaded: Sequence[Coverage]) -> str:
    """The verdict; unless it is exact, also the books that could not be compared."""
    if check.verdict is Verdict.EXACT:
        return found(check) + left_out(check) + too_short(check)
    if check.verdict is Verdict.DIFFERS:
        told = differs(check) + left_out(check)
    elif check.places:
        told = _("没有找到这段文字。相近的在%(where)s，请勿当作原文引用。")
        told %= {"where": check.places[0].label}
    else:
        told = _("没有找到这段文字，也没有相近的文字。")
    for each in not_loaded:
        told += _(
            "《%(title)s》有 %(count)d 个单元（前言、各篇或案例）的正文尚未导入，未能核对。"
        ) % {
            "title": each.book.full_title,
            "count": len(each.missing),
        }
    return told


def found(check: Check) -> str:
    if not check.places[0].is_printed:
        told = _("这是本站整理的事实陈述，不是书中原文：%(where)s。")
    elif check.is_verbatim:
        told = _("书中有这段文字，一字不差：%(where)s。")
    else:
        told = _("书中有这段文字，字词相同，标点、空格或删节不同：%(where)s。")
    return told % {"where": check.places[0].label}


def too_short(check: Check) -> str:
    length = check.quote.length
    if length > MAX_INCONCLUSIVE_LENGTH:
        return ""
    return _("引文只有 %(count)d 字，许多地方都可能有，不足以证明出处。") % {"count": length}


def left_out(check: Check) -> str:
    """The omissions that are not among the differences."""
    told = {(each.start, each.end) for each in check.differences}
    others = [each for each in check.omissions if (each.start, each.end) not in told]
    return "".join(omission(each) for each in others[:MAX_NAMED])


def omission(each: Omission) -> str:
    """An omission, with the qualifiers in it."""
    named = each.qualifiers[:MAX_NAMED]
    listed = "、".join(LISTED[one.kind] % {"words": one.text} for one in named)
    if each.cause is Cause.HEADING:
        told = _("其间略去小标题“%(words)s”。")
    elif named:
        told = _("省略号略去“%(words)s”，其中有%(listed)s，请核对是否影响原意。")
    else:
        told = _("省略号略去“%(words)s”。")
    return told % {"words": shortened(each.in_text), "listed": listed}


def differs(check: Check) -> str:
    told = [change(each, check.quote.text) for each in check.differences[:MAX_NAMED]]
    if len(check.differences) > MAX_NAMED:
        told.append(_("另有 %(count)d 处") % {"count": len(check.differences) - MAX_NAMED})
    if not check.is_in_order:
        told.append(_("省略号前后的文字次序颠倒"))
    where = check.places[0]
    if where.is_printed:
        verdict = _("引文与书中文字有出入：%(told)s。见%(where)s。")
    else:
        verdict = _("与本站整理的事实陈述（不是书中原文）有出入：%(told)s。见%(where)s。")
    return verdict % {"where": where.label, "told": "；".join(told)}


def change(each: Difference, quote: str) -> str:
    """A difference, with the reasons why it matters."""
    before = MARKS_BEFORE.sub("", quote[max(0, each.start - CONTEXT) : each.start])
    if each.change is Change.INSERTED:
        told = _("多出“%(quote)s”")
    elif each.change is Change.CHANGED:
        told = _("原文“%(book)s”引作“%(quote)s”")
    elif each.in_quote:
        told = _("省略号略去“%(book)s”")
    elif before:
        told = _("“%(before)s”之后缺少“%(book)s”")
    else:
        told = _("开头缺少“%(book)s”")
    told %= {"book": shortened(each.in_text), "quote": each.in_quote, "before": before}
    return told + "".join(str(REASONS[kind]) for kind in Kind if kind in each.kinds)


def shortened(words: str) -> str:
    """The beginning and the end of a long text."""
    half = MAX_NAMED_LENGTH // 2
    return words if len(words) <= MAX_NAMED_LENGTH else f"{words[:half]}…{words[-half:]}"
