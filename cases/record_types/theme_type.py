"""Themes as a kind of record."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.records import IndexDocument, IndexedType, RecordPage, Suggestions, join_lines
from casebook.core.web.languages import name_of, sentence
from cases.models import Theme


def theme_document(theme: Theme) -> IndexDocument:
    names = [theme.name, theme.english_name]
    return IndexDocument(
        title=theme.name,
        body=join_lines([theme.definition, theme.scope]),
        names={"theme": names},
        exact_names=names,
        facets={"theme": [theme.slug]},
        order=theme.order,
    )


def theme_summary(theme: Theme) -> str:
    return sentence(f"{name_of(theme)}：{theme.definition.rstrip('。')}")


THEME = IndexedType(
    rows=Theme.objects.all(),
    label=_("主题"),
    label_of_one=pgettext_lazy("one", "主题"),
    rank=7,
    words=("主题", "theme", "themes"),
    document=theme_document,
    text_label=_("释义"),
    name_fields=("theme",),
    page=RecordPage(
        json_ld_type="DefinedTerm",
        json_ld=lambda theme, _links: {"description": theme.definition},
        summary=theme_summary,
        markdown_rows=Theme.objects.prefetch_related("case_themes__case"),
    ),
    suggestions=Suggestions(
        rank=3, rows=Theme.objects.all, names=lambda theme: (theme.name, theme.english_name)
    ),
)
