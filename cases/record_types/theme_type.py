"""Themes as a kind of record."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.records import IndexDocument, RecordType, join_lines
from cases.models import Theme

from .document_names import theme_names


def theme_document(theme: Theme) -> IndexDocument:
    return IndexDocument(
        title=theme.name,
        body=join_lines([theme.definition, theme.scope]),
        names={"theme": theme_names(theme)},
        exact_names=theme_names(theme),
        facets={"theme": [theme.slug]},
        order=theme.order,
        extra={"url": theme.get_absolute_url()},
    )


THEME = RecordType(
    kind="theme",
    label=_("主题"),
    label_of_one=pgettext_lazy("one", "主题"),
    rows=Theme.objects.all(),
    rank=7,
    words=("主题", "theme", "themes"),
    document=theme_document,
    text_label=_("释义"),
    name_fields=("theme",),
)
