"""Admin of the editors' words, with previews of what they change, and of failed searches."""

from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from casebook.core.admin import BaseAdmin, ReadOnlyAdmin
from casebook.core.web.requests import query_of

from .backends.base import IndexMissingError
from .models import DictionaryWord, FailedSearch, StopWord, Synonym
from .query.parser import Expression, Word
from .query.query import Hit, Query
from .service.active_index import WORD_FREQUENCY, get_index
from .text.analyzer import Analyzer, make_analyzer

EXAMPLES = 5
"""Texts that a preview shows."""


class WordAdmin(BaseAdmin):
    """Base admin of words; its form also offers a preview of what a word would change."""

    change_form_template = "search/admin/change_form.html"
    preview_template: ClassVar[str]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.preview_view))
        name = f"{self.opts.app_label}_{self.opts.model_name}_preview"
        return [path("preview/", view, name=name), *super().get_urls()]

    def preview_view(self, request: HttpRequest) -> HttpResponse:
        """The preview of the word in the posted form; nothing is saved."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        context = {**self.admin_site.each_context(request), "opts": self.opts, "title": _("预览")}
        try:
            context |= self.preview(request)
        except IndexMissingError:
            context["no_index"] = True
        return TemplateResponse(request, self.preview_template, context)

    def preview(self, request: HttpRequest) -> dict[str, Any]:
        raise NotImplementedError


def sent(request: HttpRequest, name: str) -> str:
    """A field of the posted form, cut to the length of its column."""
    return str(request.POST.get(name, "")).replace("\x00", "").strip()[:40]


@admin.register(DictionaryWord)
class DictionaryWordAdmin(WordAdmin):
    list_display = ("word", "note")
    search_fields = ("word", "note")
    preview_template = "search/admin/dictionary_preview.html"

    def preview(self, request: HttpRequest) -> dict[str, Any]:
        word = sent(request, "word")
        return {"word": word, "preview": preview_dictionary_word(word) if word else None}


@admin.register(StopWord)
class StopWordAdmin(WordAdmin):
    list_display = ("word",)
    search_fields = ("word",)
    preview_template = "search/admin/stop_word_preview.html"

    def preview(self, request: HttpRequest) -> dict[str, Any]:
        word = sent(request, "word")
        return {"word": word, "count": holding(word)[0] if word else 0}


@admin.register(Synonym)
class SynonymAdmin(WordAdmin):
    list_display = ("term", "also", "both_ways")
    list_filter = ("both_ways",)
    search_fields = ("term", "also")
    preview_template = "search/admin/synonym_preview.html"

    def preview(self, request: HttpRequest) -> dict[str, Any]:
        term, also = sent(request, "term"), sent(request, "also")
        if not (term and also):
            return {"previews": []}
        previews = [preview_synonym(term, also)]
        if request.POST.get("both_ways"):
            previews.append(preview_synonym(also, term))
        return {"previews": previews}


@admin.register(FailedSearch)
class FailedSearchAdmin(ReadOnlyAdmin):
    list_display = ("words", "count", "last_seen", "search_link")
    search_fields = ("words",)
    list_filter = ("last_seen",)

    @admin.display(description=_("再查一次"))
    def search_link(self, row: FailedSearch) -> str:
        """A link that repeats the search."""
        address = f"{reverse('search:search')}{query_of([('q', row.words)])}"
        return format_html('<a href="{}">{}</a>', address, _("检索"))


# --- Previews ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that contains a word, tokenised as it is now and as it would be."""

    text: str
    before: str
    after: str

    @property
    def changes(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class DictionaryPreview:
    """What a dictionary word would change: the tokenisation of the texts that contain it."""

    count: int
    cuts: tuple[Cut, ...]


@dataclass(frozen=True, slots=True)
class SynonymPreview:
    """How many hits a word has by itself and with its synonym."""

    term: str
    alone: int
    together: int

    @property
    def more(self) -> int:
        return self.together - self.alone


def holding(text: str, page_size: int = 0) -> tuple[int, tuple[Hit, ...]]:
    """How many documents contain the exact characters, and the first of them."""
    exactly = Expression(((Word(text, exact=True),),))
    results = get_index().search(Query(words=exactly, page_size=page_size))
    return results.total, results.hits


def preview_dictionary_word(word: str) -> DictionaryPreview:
    """The preview of a dictionary word; loading a dictionary with it takes about a second."""
    count, hits = holding(word, EXAMPLES * 2)
    now, then = get_index().analyzer, analyzer_with_also(word)
    texts = dict.fromkeys(text for hit in hits if (text := shown(hit, word)))
    cuts = (Cut(text, cut(text, now), cut(text, then)) for text in texts)
    return DictionaryPreview(count, tuple(islice(cuts, EXAMPLES)))


def analyzer_with_also(word: str) -> Analyzer:
    words = {*DictionaryWord.objects.values_list("word", flat=True), word}
    return make_analyzer(
        Path(settings.DATA_DIR) / "jieba",
        extra_words=[(each.lower(), WORD_FREQUENCY) for each in sorted(words)],
    )


def shown(hit: Hit, word: str) -> str:
    """The text of a hit that shows the word: its title, else an excerpt."""
    if hit.title_highlights:
        return hit.title
    if hit.reason:
        return hit.reason.snippet.text
    return hit.snippet.text if word in hit.snippet.text else ""


def cut(text: str, analyzer: Analyzer) -> str:
    return " / ".join(text[token.start : token.end] for token in analyzer.tokens(text))


def preview_synonym(term: str, also: str) -> SynonymPreview:
    """The hits of a search for the term, without the synonym and with it."""
    query = Query(page_size=0)
    index = get_index()
    alone = replace(query, words=Expression(((Word(term),),)))
    together = replace(query, words=Expression(((Word(term, alternatives=(also,)),),)))
    return SynonymPreview(term, index.search(alone).full_count, index.search(together).full_count)
