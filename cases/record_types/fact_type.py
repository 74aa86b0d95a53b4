"""Facts as a kind of record."""

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.records import IndexDocument, RecordType, Translation, join_lines
from casebook.core.web.languages import name_of
from cases.models import Fact, Place
from experts.record_types import english_names

from .document_names import (
    CASE_NAMES,
    PLACES,
    below,
    case_facets,
    case_labels,
    case_sort_keys,
    fact_years,
    place_facets,
)


def fact_document(fact: Fact) -> IndexDocument:
    case, reference = fact.case, fact.reference
    places, bodies = list(fact.places.all()), list(fact.organisations.all())
    if case:
        facets, labels = case_facets(case), case_labels(case)
        sort_keys = case_sort_keys(case, None)
    else:
        facets, labels = place_facets(places), fact_labels(fact, places)
        facets |= {"book": [fact.book.slug]} if fact.book else {}
        sort_keys = {"place": places[0].path} if places else {}
    return IndexDocument(
        title=fact.statement,
        is_statement=True,
        body=join_lines([reference.title, reference.publisher] if reference else []),
        names={
            "place": [name for place in places for name in place.known_names],
            "organisation": [name for body in bodies for name in (body.name, *body.aliases)],
        },
        english={"place": english_names(places), "organisation": english_names(bodies)},
        labels=labels,
        facets={**facets, "year": fact_years([fact])},
        sort_keys=sort_keys,
        order=fact.pk,
        extra={
            "url": fact.get_absolute_url(),
            "number": case.number if case else None,
            "context": str(case or fact.book or ""),
        },
    )


def fact_labels(fact: Fact, places: list[Place]) -> dict[str, list[str]]:
    """Labels of a fact about no case: the cities and provinces of its places, and its book."""
    cities = [place.city for place in places if place.city]
    provinces = [place.province for place in places if place.province]
    return {
        "city": [*(name for city in cities for name in city.known_names), *english_names(cities)],
        "province": [
            *(name for province in provinces for name in province.known_names),
            *english_names(provinces),
        ],
        "book": [fact.book.full_title] if fact.book else [],
    }


def fact_translation(fact: Fact) -> Translation:
    owner = fact.case or fact.book
    return Translation(context=name_of(owner) if owner else "")


FACT = RecordType(
    kind="fact",
    label=_("事实"),
    label_of_one=pgettext_lazy("one", "事实"),
    rows=Fact.objects.all(),
    rank=2,
    words=("事实", "fact", "facts"),
    document=fact_document,
    shows=(
        "book",
        "reference",
        *below("case", *CASE_NAMES),
        Prefetch("places", PLACES),
        "places__parent",
        "organisations",
    ),
    text_label=_("来源"),
    translate=fact_translation,
    translated_from=("case", "book"),
)
