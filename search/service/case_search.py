"""Full-text search for lists of cases, and the excerpts and reasons of hits of every kind."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property, partial

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.cache.conditional_get import mark_no_store
from casebook.core.records import indexed_types
from cases.filters.case_filter import CaseFilter
from cases.filters.matches import Excerpt, Marked, MatchedTexts, SearchMatches
from cases.models import Case, Passage
from search.backends.base import IndexMissingError
from search.filters import as_one
from search.query.parser import parse_expression
from search.query.query import MAX_PAGE_SIZE, Query
from search.query.results import Hit, Snippet
from search.query.synonyms import Expanded, expand
from search.suggest.did_you_mean import FEW_HITS, did_you_mean

from .active_index import get_index
from .translated_hits import reasons_for_reader

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


class CaseSearchFilter(CaseFilter):
    """The filterset of a list of cases with full-text search; without an index, by database."""

    @cached_property
    def matches(self) -> SearchMatches:
        """The cases that the index finds, before the other parameters filter them."""
        query, expanded = question(as_one(self.texts), synonyms=self.with_synonyms)
        query = replace(query, filters={"kind": ("case",)}, page_size=MAX_PAGE_SIZE, snippets=False)
        try:
            hits = [hit for results in get_index().pages(query) for hit in results.hits]
        except IndexMissingError:
            mark_no_store()
            return super().matches
        full = [hit.key for hit in hits if hit.is_full]
        partial = [hit.key for hit in hits if not hit.is_full]
        return SearchMatches(full, partial, expanded.also)

    def matched_texts(self, cases: Sequence[Case]) -> dict[int, MatchedTexts]:
        """The highlighted title and excerpts of each case of a page; none without an index."""
        if not (self.texts and cases):
            return {}
        slugs = tuple(case.slug for case in cases)
        query, _expanded = question(as_one(self.texts), synonyms=self.with_synonyms)
        query = replace(query, filters={"kind": ("case",), "case": slugs}, page_size=len(slugs))
        try:
            hits = reasons_for_reader(get_index().search(query).hits)
        except IndexMissingError:
            mark_no_store()
            return {}
        addresses = passage_addresses(hits)
        return {hit.key: matched_texts(hit, addresses.get(hit.key, "")) for hit in hits}

    def proposals(self) -> Sequence[str]:
        """Spelling proposals for a single text that finds few cases or none."""
        if len(self.texts) != 1 or self.matches.is_limited or len(self.matches.full) > FEW_HITS:
            return ()
        return did_you_mean(self.texts[0], partial(has_hits, kinds=["case"]))


def has_hits(text: str, kinds: Sequence[str] = ()) -> bool:
    """Whether a document has every word of a text: of these kinds, or of any."""
    query, _expanded = question(text, synonyms=False)
    query = replace(query, filters={"kind": tuple(kinds)} if kinds else {}, page_size=0)
    return get_index().search(query).full_count > 0


def question(text: str, *, synonyms: bool) -> tuple[Query, Expanded]:
    """A query for a text, with its synonyms unless they are switched off."""
    expanded = Expanded(parse_expression(text))
    if synonyms:
        index = get_index()
        expanded = expand(expanded.expression, index.synonyms, index.analyzer)
    return Query(text=text, words=expanded.expression), expanded


def matched_texts(hit: Hit, address: str) -> MatchedTexts:
    """The highlighted title and the excerpts of a found case."""
    return MatchedTexts(Marked(hit.title, hit.title_highlights), excerpts(hit, address))


def excerpts(hit: Hit, address: str = "") -> list[Excerpt]:
    """The excerpts of a hit: the reason where its title lacks the words, then its snippet."""
    found = []
    if hit.reason and hit.reason.field != "body":
        found.append(Excerpt(str(LABELS[hit.reason.field]), marked(hit.reason.snippet)))
    if hit.snippet.highlights:
        label = _("正文") if address else indexed_types()[hit.kind].text_label
        found.append(Excerpt(str(label), marked(hit.snippet), address))
    return found


def reason(hit: Hit) -> str | None:
    """The reason for a hit in one line: 地点：武汉市."""
    if hit.reason is None:
        return None
    label = LABELS.get(hit.reason.field) or indexed_types()[hit.kind].text_label
    return f"{label}：{hit.reason.snippet.text}"


def marked(snippet: Snippet) -> Marked:
    return Marked(snippet.text, snippet.highlights)


def passage_addresses(hits: Iterable[Hit]) -> dict[int, str]:
    """The URL of the paragraph that the snippet of a case is from, by case key; one query."""
    wanted = {hit.key: marked_words(hit.snippet) for hit in hits if hit.snippet.highlights}
    condition = Q()
    for key, words in wanted.items():
        inside = Q(section__case=key) | Q(section__critique__case=key)
        condition |= Q(inside, text__contains=words)
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
