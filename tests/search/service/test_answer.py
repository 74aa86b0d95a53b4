"""Lists that the index answers: counts, facets, pages and API speak of the same rows."""

import random
import re
from dataclasses import dataclass, field
from functools import cached_property

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from casebook.core.filters.facets import listed_names
from cases.filters.case_filter import CaseFilter
from cases.filters.fact_filter import FactFilter
from cases.models import Case, Fact
from experts.filters import ExpertFilter, OrganisationFilter
from experts.models import Expert, Organisation
from search.service.answer import Answer

pytestmark = pytest.mark.django_db

TEXTS = ("智慧", "大数据 平台", "武汉", '"智慧城市"', "教授", "大学 研究院", "2018", "-智慧 数据")


@dataclass
class Listing:
    """A list, and the rows that the database selects for each value of each facet."""

    name: str
    filterset: type
    model: type
    size: int = 20
    texts: dict[str, set[int]] = field(default_factory=dict)

    @cached_property
    def everything(self) -> set[int]:
        return set(self.model.objects.values_list("pk", flat=True))

    @cached_property
    def options(self) -> dict[str, dict[str, set[int]]]:
        """For each facet and value, the keys of the rows, selected by the database."""
        found = {}
        for facet in Answer(self.filterset(QueryDict(), self.model.objects.all())).facets:
            found[facet.field] = {
                value.value: set(
                    self.filterset(
                        QueryDict(urlencode({facet.field: value.value})), self.model.objects.all()
                    ).qs.values_list("pk", flat=True)
                )
                for value in facet.values
            }
        return found

    def found(self, text: str) -> set[int]:
        """The keys of the rows that a text alone finds."""
        if text not in self.texts:
            filterset = self.filterset(QueryDict(urlencode({"q": text})), self.model.objects.all())
            pages = Answer(filterset).all_pages()
            self.texts[text] = {key for page in pages for key in page.keys}
        return self.texts[text]

    def rows(self, chosen: dict[str, list[str]], text: str, without: str = "") -> set[int]:
        """The keys that the values and the text select, but for one facet."""
        left = set(self.found(text) if text else self.everything)
        for name, values in chosen.items():
            if name != without:
                left &= set().union(*(self.options[name][value] for value in values))
        return left


LISTS = [
    Listing("cases", CaseFilter, Case),
    Listing("facts", FactFilter, Fact),
    Listing("experts", ExpertFilter, Expert, 100),
    Listing("organisations", OrganisationFilter, Organisation, 100),
]


@pytest.fixture
def listings(shipped_index) -> list[Listing]:
    return [Listing(each.name, each.filterset, each.model, each.size) for each in LISTS]


@pytest.mark.long
def test_counts_facets_and_pages_speak_of_the_same_rows(client, listings, times):
    deal = random.Random(15)
    for number in range(times(2_000)):
        listing = listings[number % len(listings)]
        chosen, text = random_filter(deal, listing)
        query = [(name, value) for name, values in chosen.items() for value in values]
        query += [("q", text)] if text else []
        rows = listing.rows(chosen, text)

        names = ",".join(listed_names(listing.filterset))
        address = f"/api/v1/{listing.name}/?{urlencode([*query, ('facets', names)])}"
        answer = client.get(f"{address}&page_size=100").json()
        assert answer["count"] == len(rows), address
        assert keys_of(client, listing, answer) == rows, address
        for name, values in answer["facets"].items():
            others = listing.rows(chosen, text, without=name)
            counted = {value["value"]: value["count"] for value in values if value["count"]}
            assert counted == {
                value: len(those & others)
                for value, those in listing.options[name].items()
                if those & others
            }, (address, name)
        page = client.get(f"/{listing.name}/?{urlencode(query)}").content.decode()
        shown = re.search(r"共 <strong>([\d,]+)</strong>", page)
        assert shown and int(shown[1].replace(",", "")) == len(rows), address


def random_filter(deal: random.Random, listing: Listing) -> tuple[dict[str, list[str]], str]:
    names = deal.sample(sorted(listing.options), deal.randint(0, 3))
    chosen = {
        name: deal.sample(values, min(len(values), deal.randint(1, 2)))
        for name in names
        if (values := sorted(listing.options[name]))
    }
    return chosen, deal.choice(["", *TEXTS])


def keys_of(client, listing: Listing, answer: dict) -> set[int]:
    """The keys of the rows on all pages of the API."""
    slugs = [row["slug"] for row in answer["results"]]
    while answer["next"]:
        answer = client.get(answer["next"]).json()
        slugs += [row["slug"] for row in answer["results"]]
    assert len(slugs) == len(set(slugs))
    return set(listing.model.objects.filter(slug__in=slugs).values_list("pk", flat=True))
