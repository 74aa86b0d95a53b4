"""What a verdict on a quotation says, in one or two sentences for the reader behind the agent."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from search.quotes import Change, Check, Difference, Verdict
from search.quotes.coverage import Coverage

MOST_NAMED = 6


def message(check: Check, gaps: Sequence[Coverage]) -> str:
    """The verdict; unless the words were found, also what could not be compared."""
    if check.verdict is Verdict.EXACT:
        return found(check)
    told = differs(check) if check.verdict is Verdict.DIFFERS else not_found(check)
    return told + "".join(unread(gap) for gap in gaps)


def found(check: Check) -> str:
    where = check.places[0]
    if not where.is_printed:
        return _("这是本站整理的事实陈述，不是书中原文：%(where)s。") % {"where": where}
    if check.is_verbatim:
        return _("书中有这段文字，一字不差：%(where)s。") % {"where": where}
    return _("书中有这段文字，字词相同，标点、空格或删节不同：%(where)s。") % {"where": where}


def differs(check: Check) -> str:
    where = check.places[0]
    told = [change(each) for each in check.differences[:MOST_NAMED]]
    if len(check.differences) > MOST_NAMED:
        told.append(_("另有 %(count)d 处") % {"count": len(check.differences) - MOST_NAMED})
    if not check.is_in_order:
        told.append(_("省略号前后的文字次序颠倒"))
    words = {"where": where, "told": "；".join(told)}
    if not where.is_printed:
        return _("与本站整理的事实陈述（不是书中原文）有出入：%(told)s。见%(where)s。") % words
    return _("引文与书中文字有出入：%(told)s。见%(where)s。") % words


def change(each: Difference) -> str:
    words = {"book": each.in_text, "quote": each.in_quote}
    if each.change is Change.INSERTED:
        told = _("多出“%(quote)s”") % words
    elif each.change is Change.REMOVED:
        told = _("缺少“%(book)s”") % words
    else:
        told = _("原文“%(book)s”引作“%(quote)s”") % words
    return told + _("（数字不符）") if each.is_figure else told


def not_found(check: Check) -> str:
    if not check.places:
        return _("没有找到这段文字，也没有相近的文字。")
    return _("没有找到这段文字。相近的在%(where)s，请勿当作原文引用。") % {"where": check.places[0]}


def unread(gap: Coverage) -> str:
    """Why a sentence that is in the book may not have been found."""
    return _("《%(title)s》有 %(count)d 个单元（前言、各篇或案例）的正文尚未导入，未能核对。") % {
        "title": gap.book.full_title,
        "count": len(gap.missing),
    }
