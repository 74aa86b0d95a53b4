"""Themes as a kind of record."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.records import Data, IndexDocument, JsonLinks, RecordType, join_lines
from casebook.core.web.languages import name_of, sentence
from cases.models import Theme


class ThemeType(RecordType):
    rows = Theme.objects.all()
    words = ("主题", "theme", "themes")
    rank = 7
    label_of_one = pgettext_lazy("one", "主题")
    text_label = _("释义")
    name_fields = ("theme",)
    suggestion_rank = 3
    json_ld_type = "DefinedTerm"
    markdown_rows = Theme.objects.prefetch_related("case_themes__case")

    def document(self, theme: Theme) -> IndexDocument:
        names = [theme.name, theme.english_name]
        return IndexDocument(
            title=theme.name,
            body=join_lines([theme.definition, theme.scope]),
            names={"theme": names},
            exact_names=names,
            facets={"theme": [theme.slug]},
            order=theme.order,
        )

    def suggested_names(self, theme: Theme) -> list[str]:
        return [theme.name, theme.english_name]

    def json_ld(self, theme: Theme, _links: JsonLinks) -> Data:
        return {"description": theme.definition}

    def summary(self, theme: Theme) -> str:
        return sentence(f"{name_of(theme)}：{theme.definition.rstrip('。')}")
