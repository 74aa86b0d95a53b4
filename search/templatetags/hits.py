"""What a template asks of a hit."""

from django import template

from cases.finding import Marked, Stretch
from search.answers import Answer
from search.filters import KINDS
from search.finding import stretches as stretches_of
from search.results import Hit

from .marking import marked

register = template.Library()


@register.filter
def kind_label(hit: Hit) -> str:
    return str(KINDS[hit.kind])


@register.filter
def hit_title(hit: Hit) -> str:
    """The title with the words marked."""
    return marked(Marked(hit.title, hit.title_highlights))


@register.filter
def stretches(hit: Hit, answer: Answer) -> list[Stretch]:
    """Where the words are beside the title; without any words, how the text begins."""
    return stretches_of(hit, answer.addresses.get(hit.key, "") if hit.kind == "case" else "")
