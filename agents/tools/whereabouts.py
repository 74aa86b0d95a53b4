"""Where something stands in the books, as the tools tell it."""

from typing import Any

from agents.site import Site
from cases.models import Passage
from search.quotes.places import Place, whole

from .schemas import NUMBER_OR_NOTHING, TEXT, TEXT_OR_NOTHING, or_nothing, record

WHERE = or_nothing(
    record(
        label=TEXT,
        kind=TEXT,
        book=or_nothing(record(slug=TEXT, title=TEXT)),
        part=or_nothing(record(slug=TEXT, number=NUMBER_OR_NOTHING, title=TEXT)),
        case=or_nothing(record(slug=TEXT, number=NUMBER_OR_NOTHING, title=TEXT, url=TEXT)),
        expert=TEXT_OR_NOTHING,
        section=TEXT_OR_NOTHING,
        page=NUMBER_OR_NOTHING,
    )
)


def where_of(site: Site, passage: Passage) -> dict[str, Any]:
    return where(site, whole(passage, passage.text))


def where(site: Site, place: Place) -> dict[str, Any]:
    """Null for what the book does not say, or what it is no part of."""
    book, part, case = place.book, place.part, place.case
    return {
        "label": str(place),
        "kind": place.kind,
        "book": {"slug": book.slug, "title": book.full_title} if book else None,
        "part": {"slug": part.slug, "number": part.number, "title": part.title} if part else None,
        "case": {
            "slug": case.slug,
            "number": case.number,
            "title": case.title,
            "url": site.absolute(case.get_absolute_url()),
        }
        if case
        else None,
        "expert": place.critique.expert.name if place.critique else None,
        "section": place.heading or None,
        "page": place.page,
    }
