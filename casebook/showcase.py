"""Samples for the components page, shown by the templates that all other pages use."""

from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from casebook.core.provenance import Origin, Source, own_words
from casebook.core.web.requests import query_of
from cases.atlas.tiles import tile_map
from cases.facts.timeline import timeline
from cases.filters.case_filter import CaseFilter
from cases.filters.facets import case_facets
from cases.listing.list_controls import Link, facet_box
from cases.models import Case, Fact

TOKENS = ("paper", "sheet", "wash", "ink", "muted", "line", "edge", "accent", "accent-soft")
FACETS_SHOWN = 3


def showcase() -> dict[str, Any]:
    """A sample of each component; those of a case are left out where there is none."""
    everything = CaseFilter(QueryDict(), Case.objects.all())
    boxes = [facet_box(facet) for facet in case_facets(everything) if facet.values]
    return {
        "tokens": TOKENS,
        "sources": sources(),
        "chips": [Link(_("大数据"), "?", _("检索词"), 0), Link(_("武汉"), "?", _("城市"), 3)],
        "facets": boxes[:FACETS_SHOWN],
        "case": Case.objects.with_labels().first(),
        "tiles": tile_map(everything),
        "timeline": timeline(Fact.objects.all()),
        "year_query": query_of([]),
        "page": Paginator(range(60), 20).page(2),
    }


def sources() -> list[Source]:
    """A source of each origin."""
    return [
        Source(Origin.BOOK, line=196, page=12),
        Source(Origin.DERIVED, rule=_("下一标题起始页减一")),
        own_words(),
        Source(Origin.PUBLIC, title=_("某网页")),
    ]
