"""Facts as a kind of record."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.filters.facets import facet_values
from casebook.core.records import Data, IndexDocument, JsonLinks, RecordType, join_lines
from casebook.core.web.languages import name_of, sentence
from cases.filters.fact_filter import FactFilter
from cases.models import Fact, Place
from experts.record_types import english_names

from .case_types import case_fields, case_sort_keys, names_of
from .subject_types import place_facets

LARGEST_VALUE = 10**17
"""Added to values, so that negative ones are sorted as texts, too."""


class FactType(RecordType):
    rows = Fact.objects.all()
    words = ("事实", "fact", "facts")
    rank = 2
    label_of_one = pgettext_lazy("one", "事实")
    text_label = _("来源")
    shows = (
        *("book", "part", "reference", "organisations", "places", "places__parent"),
        *("section__parent", *names_of("case")),
    )
    english_related = ("case", "book")
    json_ld_type = "Claim"
    markdown_rows = Fact.objects.with_labels()

    def document(self, fact: Fact) -> IndexDocument:
        case, reference = fact.case, fact.reference
        places, bodies = list(fact.places.all()), list(fact.organisations.all())
        if case:
            fields, sort_keys = case_fields(case), case_sort_keys(case)
            facets, labels = fields.facets, fields.labels
        else:
            facets, labels = place_facets(places), fact_labels(fact, places)
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
            facets={**facets, **facet_values(FactFilter, fact)},
            sort_keys={**sort_keys, **fact_sort_keys(fact)},
            order=fact.pk,
            extra={
                "number": case.number if case else None,
                "context": str(case or fact.book or ""),
            },
        )

    def english_context(self, fact: Fact) -> str:
        return name_of(fact.case or fact.book or "")

    def json_ld(self, fact: Fact, links: JsonLinks) -> Data:
        page = fact.reference
        source = {"@type": "WebPage", "name": page.title, "url": page.url} if page else None
        return {
            "text": fact.statement,
            "appearance": source or (links.to(fact.book) if fact.book else None),
            "about": links.to_all(fact.places.all()),
        }

    def summary(self, fact: Fact) -> str:
        return sentence(fact.statement.rstrip("。"))


def fact_sort_keys(fact: Fact) -> dict[str, str]:
    """The sort keys of the list of facts; one without a value comes last."""
    keys = {"origin": f"{fact.origin} {fact.slug}"}
    if fact.case:
        keys["case"] = f"{fact.case.book.slug} {fact.case.number:06} {fact.slug}"
    if fact.year is not None:
        keys["year"] = f"{fact.year:04} {fact.period} {fact.slug}"
    if fact.value is not None:
        keys["value"] = f"{fact.value + LARGEST_VALUE:024.4f} {fact.slug}"
    return keys


def fact_labels(fact: Fact, places: list[Place]) -> dict[str, list[str]]:
    """Labels of a fact about no case: the cities and provinces of its places, and its book."""
    around = {
        "city": [place.city for place in places if place.city],
        "province": [place.province for place in places if place.province],
    }
    labels = {
        field: [*(name for each in rows for name in each.known_names), *english_names(rows)]
        for field, rows in around.items()
    }
    return labels | {"book": [fact.book.full_title] if fact.book else []}
