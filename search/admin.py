"""Admin of the editors' words, with previews of what they change, and of failed searches."""

from typing import Any, ClassVar

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

from .admin_tools.previews import holding, preview_dictionary_word, preview_synonym
from .backends.base import IndexMissingError
from .models import DictionaryWord, FailedSearch, StopWord, Synonym


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
