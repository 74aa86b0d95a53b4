"""Excerpts: where the words of a query stand in a hit outside its title, and why it was found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.records import indexed_types
from casebook.core.web.marked_text import Marked
from cases.models import Passage
from search.query.results import Hit, Snippet

LABELS: dict[str, str | Promise] = {
    "place": pgettext_lazy("one", "地点"),
    "city": _("城市"),
    "province": _("省份"),
    "level": _("层级"),
    "theme": pgettext_lazy("one", "主题"),
    "expert": pgettext_lazy("one", "专家"),
    "organisation": pgettext_lazy("one", "机构"),
    "part": _("篇"),
    "book": _("图书"),
}
"""Labels of the fields of names in which words are found."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """An excerpt of a hit with matches: its label, its marked text and its URL."""

    label: str
    words: Marked
    url: str = ""


@dataclass(frozen=True, slots=True)
class MatchedTexts:
    """The matched texts of a found row: its title, and excerpts."""

    title: Marked
    excerpts: Sequence[Excerpt] = ()


def matched_texts(hit: Hit, address: str) -> MatchedTexts:
    return MatchedTexts(Marked(hit.title, hit.title_highlights), excerpts(hit, address))


def excerpts(hit: Hit, address: str = "") -> list[Excerpt]:
    """The excerpts of a hit: the reason where its title lacks the words, then its snippet."""
    found = []
    if hit.reason and hit.reason.field != "body":
        found.append(Excerpt(str(LABELS[hit.reason.field]), of_snippet(hit.reason.snippet)))
    if hit.snippet.highlights:
        label = _("正文") if address else indexed_types()[hit.kind].text_label
        found.append(Excerpt(str(label), of_snippet(hit.snippet), address))
    return found


def reason(hit: Hit) -> str | None:
    """The reason for a hit in one line: 地点：武汉市."""
    if hit.reason is None:
        return None
    label = LABELS.get(hit.reason.field) or indexed_types()[hit.kind].text_label
    return f"{label}：{hit.reason.snippet.text}"


def of_snippet(snippet: Snippet) -> Marked:
    return Marked(snippet.text, snippet.highlights)


def passage_addresses(hits: Iterable[Hit]) -> dict[int, str]:
    """The URL of the paragraph that the snippet of a case is from, by case key; one query."""
    condition = Q()
    for hit in hits:
        if hit.kind == "case" and hit.snippet.highlights:
            inside = Q(section__case=hit.key) | Q(section__critique__case=hit.key)
            condition |= Q(inside, text__contains=marked_words(hit.snippet))
    if not condition:
        return {}
    passages = (
        Passage.objects.standing()
        .filter(condition)
        .select_related("book", "section__critique")
        .order_by("-order")
    )
    return {case_of(passage): passage.get_absolute_url() for passage in passages}


def case_of(passage: Passage) -> int:
    """The key of the case that a paragraph belongs to, by itself or through a critique."""
    section = passage.section
    if section is None:
        return 0
    return int((section.critique.case_id if section.critique else section.case_id) or 0)


def marked_words(snippet: Snippet) -> str:
    """The words around the first highlight, up to where the snippet may have joined lines."""
    start, end = snippet.highlights[0]
    text = snippet.text
    first = max(text.rfind(" ", 0, start), text.rfind("…", 0, start)) + 1
    after = [at for at in (text.find(" ", end), text.find("…", end)) if at >= 0]
    return text[first : min(after, default=len(text))]
