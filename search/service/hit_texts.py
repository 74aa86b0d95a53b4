"""The texts of hits for readers: excerpts, the reason why one was found, and English names.

The index has one language; names are looked up for the hits of one page only.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.records import indexed_types
from casebook.core.web.languages import in_this_language, is_english, name_of
from casebook.core.web.marked_text import Marked
from cases.models import Passage
from search.query.query import Hit, Reason, Snippet

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

EDGE = re.compile("[ …]")


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


def excerpts(hit: Hit, address: str = "") -> list[Excerpt]:
    """The excerpts of a hit: the reason where its title lacks the words, then its snippet."""
    found = []
    if hit.reason and hit.reason.field != "body":
        text, marks, _offset = hit.reason.snippet
        found.append(Excerpt(str(LABELS[hit.reason.field]), Marked(text, marks)))
    if hit.snippet.highlights:
        label = _("正文") if address else indexed_types()[hit.kind].text_label
        found.append(Excerpt(str(label), Marked(hit.snippet.text, hit.snippet.highlights), address))
    return found


def reason(hit: Hit) -> str | None:
    """The reason for a hit in one line: 地点：武汉市."""
    if hit.reason is None:
        return None
    label = LABELS.get(hit.reason.field) or indexed_types()[hit.kind].text_label
    return f"{label}：{hit.reason.snippet.text}"


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
        Passage.objects.filter(condition)
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
    before, after = EDGE.split(snippet.text[:start]), EDGE.split(snippet.text[end:])
    return before[-1] + snippet.text[start:end] + after[0]


def for_reader(hits: Iterable[Hit]) -> list[Hit]:
    """The hits in the reader's language; at most one query for each kind among them."""
    hits = reasons_for_reader(hits)
    if not is_english():
        return hits
    names = english_names(hits)
    return [in_english(hit, *names.get(hit.document_id, ("", ""))) for hit in hits]


def reasons_for_reader(hits: Iterable[Hit]) -> list[Hit]:
    """The hits with the names in their reasons in the reader's language.

    A name of two records that differ in English stays as it is.
    """
    hits = list(hits)
    if not is_english():
        return hits
    found = {(hit.reason.field, hit.reason.snippet.text) for hit in hits if hit.reason}
    english: dict[tuple[str, str], set[str]] = {}
    for record_type in indexed_types().values():
        for field in record_type.name_fields:
            names = {name for each, name in found if each == field}
            for row in record_type.rows.filter(name__in=names) if names else ():
                english.setdefault((field, row.name), set()).add(name_of(row))
    return [hit._replace(reason=reason_in_english(hit.reason, english)) for hit in hits]


def reason_in_english(
    reason: Reason | None, english: Mapping[tuple[str, str], set[str]]
) -> Reason | None:
    names = english.get((reason.field, reason.snippet.text), set()) if reason else set()
    if not reason or len(names) != 1 or reason.snippet.text in names:
        return reason
    (name,) = names
    return Reason(reason.field, Snippet(name))


def english_names(hits: Iterable[Hit]) -> dict[str, tuple[str, str]]:
    """The title and the context of each hit in English, by document id; empty as indexed."""
    names: dict[str, tuple[str, str]] = {}
    for kind, each in indexed_types().items():
        if keys := {hit.key: hit.document_id for hit in hits if hit.kind == kind}:
            for row in each.rows.select_related(*each.english_related).filter(pk__in=keys):
                names[keys[row.pk]] = each.english_title(row), each.english_context(row)
    return names


def in_english(hit: Hit, title: str, context: str) -> Hit:
    """A hit with its English name as title, and the found title in ``extra``."""
    extra = dict(hit.extra)
    if url := extra.get("url"):
        extra["url"] = in_this_language(str(url))
    if context:
        extra["context"] = context
    if not title or title == hit.title:
        return hit._replace(extra=extra)
    extra["original"] = Marked(hit.title, hit.title_highlights)
    return hit._replace(title=title, title_highlights=(), extra=extra)
