"""The verdict on a quotation as one or two sentences for the reader."""

import re
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from search.quotes import Cause, Change, Check, Difference, Kind, Omission, Qualifier, Verdict
from search.quotes.coverage import Coverage

MAX_NAMED = 6
MAX_INCONCLUSIVE_LENGTH = 3
"""Characters; so short a quotation may occur in many places and proves none of them."""

MAX_NAMED_LENGTH = 60
MARKS_BEFORE = re.compile(r"^\W+")
CONTEXT = 4
"""Characters of the quotation that are shown before a missing text."""


def message(check: Check, quote: str, not_loaded: Sequence[Coverage]) -> str:
    """The verdict; unless it is exact, also the books that could not be compared."""
    if check.verdict is Verdict.EXACT:
        return found(check) + left_out(check) + too_short(check)
    if check.verdict is Verdict.DIFFERS:
        told = differs(check, quote) + left_out(check)
    else:
        told = not_found(check)
    return told + "".join(not_compared(each) for each in not_loaded)


def found(check: Check) -> str:
    where = check.places[0]
    if not where.is_printed:
        return _("这是本站整理的事实陈述，不是书中原文：%(where)s。") % {"where": where}
    if check.is_verbatim:
        return _("书中有这段文字，一字不差：%(where)s。") % {"where": where}
    return _("书中有这段文字，字词相同，标点、空格或删节不同：%(where)s。") % {"where": where}


def too_short(check: Check) -> str:
    if check.length > MAX_INCONCLUSIVE_LENGTH:
        return ""
    return _("引文只有 %(count)d 字，许多地方都可能有，不足以证明出处。") % {"count": check.length}


def left_out(check: Check) -> str:
    """The omissions that are not among the differences."""
    told = {(each.start, each.end) for each in check.differences}
    others = [each for each in check.omissions if (each.start, each.end) not in told]
    return "".join(omission(each) for each in others[:MAX_NAMED])


def omission(each: Omission) -> str:
    """An omission, with the qualifiers in it."""
    words = {"words": shortened(each.in_text), "listed": listed(each.qualifiers)}
    if each.cause is Cause.HEADING:
        return _("其间略去小标题“%(words)s”。") % words
    if each.qualifiers:
        return _("省略号略去“%(words)s”，其中有%(listed)s，请核对是否影响原意。") % words
    return _("省略号略去“%(words)s”。") % words


def listed(qualifiers: Sequence[Qualifier]) -> str:
    named = {
        Kind.NEGATION: _("否定词“%(words)s”"),
        Kind.HEDGE: _("限定语“%(words)s”"),
        Kind.FIGURE: _("数字“%(words)s”"),
    }
    return "、".join(named[each.kind] % {"words": each.text} for each in qualifiers[:MAX_NAMED])


def differs(check: Check, quote: str) -> str:
    where = check.places[0]
    told = [change(each, quote) for each in check.differences[:MAX_NAMED]]
    if len(check.differences) > MAX_NAMED:
        told.append(_("另有 %(count)d 处") % {"count": len(check.differences) - MAX_NAMED})
    if not check.is_in_order:
        told.append(_("省略号前后的文字次序颠倒"))
    words = {"where": where, "told": "；".join(told)}
    if not where.is_printed:
        return _("与本站整理的事实陈述（不是书中原文）有出入：%(told)s。见%(where)s。") % words
    return _("引文与书中文字有出入：%(told)s。见%(where)s。") % words


def change(each: Difference, quote: str) -> str:
    before = MARKS_BEFORE.sub("", quote[max(0, each.start - CONTEXT) : each.start])
    words = {"book": shortened(each.in_text), "quote": each.in_quote, "before": before}
    if each.change is Change.INSERTED:
        told = _("多出“%(quote)s”") % words
    elif each.change is Change.CHANGED:
        told = _("原文“%(book)s”引作“%(quote)s”") % words
    elif each.in_quote:
        told = _("省略号略去“%(book)s”") % words
    elif before:
        told = _("“%(before)s”之后缺少“%(book)s”") % words
    else:
        told = _("开头缺少“%(book)s”") % words
    return told + "".join(reasons(each))


def reasons(each: Difference) -> Iterator[str]:
    """Why a difference matters."""
    if Kind.NEGATION in each.kinds:
        yield _("（否定词有出入，意思可能相反）")
    if Kind.HEDGE in each.kinds:
        yield _("（限定语有出入，程度或把握不同）")
    if Kind.FIGURE in each.kinds:
        yield _("（数字不符）")


def shortened(words: str) -> str:
    """The beginning and the end of a long text."""
    half = MAX_NAMED_LENGTH // 2
    return words if len(words) <= MAX_NAMED_LENGTH else f"{words[:half]}…{words[-half:]}"


def not_found(check: Check) -> str:
    if not check.places:
        return _("没有找到这段文字，也没有相近的文字。")
    return _("没有找到这段文字。相近的在%(where)s，请勿当作原文引用。") % {"where": check.places[0]}


def not_compared(each: Coverage) -> str:
    """Note on units without imported text, in which the quotation may occur."""
    return _("《%(title)s》有 %(count)d 个单元（前言、各篇或案例）的正文尚未导入，未能核对。") % {
        "title": each.book.full_title,
        "count": len(each.missing),
    }
