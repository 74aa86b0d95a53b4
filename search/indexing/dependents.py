"""Which documents show a row: what must be indexed again when the row changes.

Rows are looked up together, model by model, so that a load of any size takes a few queries for
each model and each five hundred rows.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.apps import apps
from django.db.models import Model

from cases.models import (
    Book,
    Case,
    CasePlace,
    CaseTheme,
    Contribution,
    Critique,
    Fact,
    Part,
    Passage,
    Place,
    Reference,
    Section,
    Theme,
)
from experts.models import Affiliation, Expert, Organisation

from .documents import DocumentKey
from .prefetching import chunks

Keys = Iterable[int | None]


class Affected:
    """The documents that show some rows."""

    def __init__(self) -> None:
        self.keys: dict[str, set[int]] = defaultdict(set)
        self.cases: set[int] = set()
        """Cases that change together with their critiques, facts and paragraphs."""

    def add(self, kind: str, keys: Keys) -> None:
        self.keys[kind].update(key for key in keys if key is not None)

    def add_cases(self, keys: Keys) -> None:
        self.cases.update(key for key in keys if key is not None)

    def documents(self) -> set[DocumentKey]:
        self.add("case", self.cases)
        self.add("critique", find_values(Critique, "case", self.cases))
        self.add("fact", find_values(Fact, "case", self.cases))
        self.add("passage", find_values(Passage, "section__case", self.cases))
        self.add("passage", find_values(Passage, "section__critique__case", self.cases))
        return {(kind, key) for kind, keys in self.keys.items() for key in keys}


def find_values(
    model: type[Model], path: str, keys: Iterable[int], value: str = "pk"
) -> set[int | None]:
    """The values of a column in all rows of a model whose ``path`` leads to any of the keys."""
    found: set[int | None] = set()
    for some in chunks(sorted(keys)):
        rows = model._base_manager.filter(**{f"{path}__in": some})
        found.update(rows.values_list(value, flat=True).distinct())
    return found


def dependents(*rows: Model) -> set[DocumentKey]:
    """The documents that show rows as the database has them now; none for other models."""
    affected = Affected()
    for row in rows:
        if finder := FINDERS.get(type(row)):
            finder([row], affected)
    return affected.documents()


def dependents_of_load(rows: Mapping[str, Iterable[int]]) -> set[DocumentKey]:
    """The documents that show what a load created or changed: primary keys by model label.

    A paragraph that the load moved or removed was in another case of the same book before.
    """
    affected = Affected()
    for label, keys in rows.items():
        model = apps.get_model(label)
        if finder := FINDERS.get(model):
            links = [field.name for field in model._meta.fields if field.is_relation]
            rows_of_model = model._base_manager.only("pk", *links)
            for some in chunks(sorted(keys)):
                finder(list(rows_of_model.filter(pk__in=some)), affected)
    books = find_values(Passage, "pk", rows.get("cases.passage", ()), "book")
    affected.add("case", find_values(Case, "book", without_none(books)))
    affected.add("critique", find_values(Critique, "case__book", without_none(books)))
    return affected.documents()


def without_none(keys: Keys) -> set[int]:
    return {key for key in keys if key is not None}


def keys_of(rows: Iterable[Model]) -> set[int]:
    return {row.pk for row in rows}


# --- One function for each model ----------------------------------------------------------------


def of_cases(cases: list[Case], affected: Affected) -> None:
    affected.add_cases(keys_of(cases))


def of_case_links(links: list[CasePlace | CaseTheme], affected: Affected) -> None:
    affected.add_cases(link.case_id for link in links)


def of_critiques(critiques: list[Critique], affected: Affected) -> None:
    affected.add("critique", keys_of(critiques))
    affected.add("expert", (critique.expert_id for critique in critiques))
    affected.add_cases(critique.case_id for critique in critiques)


def of_experts(experts: list[Expert], affected: Affected) -> None:
    keys = keys_of(experts)
    affected.add("expert", keys)
    affected.add("organisation", find_values(Affiliation, "expert", keys, "organisation"))
    affected.add_cases(find_values(Critique, "expert", keys, "case"))


def of_affiliations(posts: list[Affiliation], affected: Affected) -> None:
    affected.add("expert", (post.expert_id for post in posts))
    affected.add("organisation", (post.organisation_id for post in posts))
    affected.add_cases(find_values(Critique, "affiliations", keys_of(posts), "case"))


def of_organisations(bodies: list[Organisation], affected: Affected) -> None:
    keys = keys_of(bodies)
    affected.add("organisation", keys)
    affected.add("expert", find_values(Affiliation, "organisation", keys, "expert"))
    affected.add("fact", find_values(Fact, "organisations", keys))
    affected.add_cases(find_values(Critique, "affiliations__organisation", keys, "case"))


def of_places(places: list[Place], affected: Affected) -> None:
    """The documents of a place and of all its descendants show it."""
    inside = below = keys_of(places)
    while below := without_none(find_values(Place, "parent", below)) - inside:
        inside |= below
    affected.add("place", inside)
    affected.add("fact", find_values(Fact, "places", inside))
    affected.add_cases(find_values(CasePlace, "place", inside, "case"))


def of_themes(themes: list[Theme], affected: Affected) -> None:
    affected.add("theme", keys_of(themes))
    affected.add_cases(find_values(CaseTheme, "theme", keys_of(themes), "case"))


def of_parts(parts: list[Part], affected: Affected) -> None:
    affected.add("passage", find_values(Passage, "section__part", keys_of(parts)))
    affected.add_cases(find_values(Case, "part", keys_of(parts)))


def of_books(books: list[Book], affected: Affected) -> None:
    keys = keys_of(books)
    affected.add("passage", find_values(Passage, "book", keys))
    affected.add("fact", find_values(Fact, "book", keys))
    affected.add("expert", find_values(Contribution, "book", keys, "expert"))
    affected.add("expert", find_values(Critique, "case__book", keys, "expert"))
    affected.add("organisation", find_values(Contribution, "book", keys, "organisation"))
    affected.add_cases(find_values(Case, "book", keys))


def of_contributions(contributions: list[Contribution], affected: Affected) -> None:
    affected.add("expert", (row.expert_id for row in contributions))
    affected.add("organisation", (row.organisation_id for row in contributions))


def of_sections(sections: list[Section], affected: Affected) -> None:
    affected.add("passage", find_values(Passage, "section", keys_of(sections)))
    add_owners(sections, affected)


def of_passages(passages: list[Passage], affected: Affected) -> None:
    affected.add("passage", keys_of(passages))
    sections = without_none(passage.section_id for passage in passages)
    add_owners(list(Section.objects.in_bulk(sections).values()), affected)


def add_owners(sections: list[Section], affected: Affected) -> None:
    """Add the cases and the critiques whose text has the sections."""
    critiques = without_none(section.critique_id for section in sections)
    affected.add("critique", critiques)
    affected.add("case", find_values(Critique, "pk", critiques, "case"))
    affected.add("case", (section.case_id for section in sections))


def of_facts(facts: list[Fact], affected: Affected) -> None:
    affected.add("fact", keys_of(facts))
    affected.add("case", (fact.case_id for fact in facts))


def of_references(references: list[Reference], affected: Affected) -> None:
    affected.add("fact", find_values(Fact, "reference", keys_of(references)))


FINDERS: dict[type[Model], Callable[[list[Any], Affected], None]] = {
    Affiliation: of_affiliations,
    Book: of_books,
    Case: of_cases,
    CasePlace: of_case_links,
    CaseTheme: of_case_links,
    Contribution: of_contributions,
    Critique: of_critiques,
    Expert: of_experts,
    Fact: of_facts,
    Organisation: of_organisations,
    Part: of_parts,
    Passage: of_passages,
    Place: of_places,
    Reference: of_references,
    Section: of_sections,
    Theme: of_themes,
}
