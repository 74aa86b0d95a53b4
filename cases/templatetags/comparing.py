"""What the comparison asks of templates."""

from django import template

from casebook.provenance import Source

register = template.Library()


@register.inclusion_tag("_source.html")
def source_line(source: Source) -> dict[str, Source]:
    """The mark of a source that no row stands behind any more."""
    return {"source": source}
