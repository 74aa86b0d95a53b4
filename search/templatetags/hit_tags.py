"""Template filters for a hit: the label of its kind, its title and its excerpts."""

from django import template
from django.utils.translation import pgettext_lazy

from cases.filters.matches import Excerpt, Marked
from search.query.results import Hit
from search.service.case_search import excerpts as excerpts_of
from search.service.search_answer import Answer

from .marking import marked

register = template.Library()

KINDS = {
    "case": pgettext_lazy("one", "案例"),
    "critique": pgettext_lazy("one", "专家点评"),
    "fact": pgettext_lazy("one", "事实"),
    "passage": pgettext_lazy("one", "正文段落"),
    "expert": pgettext_lazy("one", "专家"),
    "organisation": pgettext_lazy("one", "机构"),
    "place": pgettext_lazy("one", "地点"),
    "theme": pgettext_lazy("one", "主题"),
}
"""The label of one hit of each kind."""


@register.filter
def kind_label(hit: Hit) -> str:
    return str(KINDS[hit.kind])


@register.filter
def hit_title(hit: Hit) -> str:
    """The title with the words highlighted."""
    return marked(Marked(hit.title, hit.title_highlights))


@register.filter
def excerpts(hit: Hit, answer: Answer) -> list[Excerpt]:
    """The excerpts of a hit: where the words are outside its title."""
    return excerpts_of(hit, answer.addresses.get(hit.key, "") if hit.kind == "case" else "")
