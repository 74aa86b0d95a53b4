"""Template filters for a hit: the label of its kind, its title and its excerpts."""

from django import template

from casebook.core.records import indexed_types
from casebook.core.templatetags.casebook import marked
from casebook.core.web.marked_text import Marked
from search.query.query import Hit
from search.service.answer import Answer
from search.service.hit_texts import Excerpt
from search.service.hit_texts import excerpts as excerpts_of

register = template.Library()


@register.filter
def kind_label(hit: Hit) -> str:
    return str(indexed_types()[hit.kind].label_of_one)


@register.filter
def hit_title(hit: Hit) -> str:
    """The title with the words highlighted."""
    return marked(Marked(hit.title, hit.title_highlights))


@register.filter
def excerpts(hit: Hit, answer: Answer) -> list[Excerpt]:
    """The excerpts of a hit: where the words are outside its title."""
    return excerpts_of(hit, answer.addresses.get(hit.key, "") if hit.kind == "case" else "")
