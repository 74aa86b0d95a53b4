"""Template filters for the facet boxes of a list."""

from collections.abc import Iterable

from django import template

from search.service.list_page import FacetBox

register = template.Library()


@register.filter
def ticked(boxes: Iterable[FacetBox]) -> int:
    """The number of selected values of the facets; these are always in ``shown``."""
    return sum(value.selected for box in boxes for value in box.shown)
