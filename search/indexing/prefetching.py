"""Prefetching: loads rows with all that their documents show, in a bounded number of queries.

Django's own prefetch of a forward key writes ``id = ? OR id = ? …`` on SQLite, which refuses more
than a thousand of them, and that of a relation to many names every row in one query. Here forward
keys are read by ``in_bulk`` and relations some rows at a time, so that no number of rows is too
large.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db.models import Model, Prefetch, QuerySet, prefetch_related_objects

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

CHUNK = 500
"""Rows that are read, or named in a query, together."""

Item = TypeVar("Item")


def chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """The items, in lists of at most ``size``."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def load_many(rows: Sequence[Model], name: str, queryset: QuerySet[Any]) -> list[Any]:
    """Load a relation of each row to many others, and return all of these."""
    for some in chunks(rows):
        prefetch_related_objects(some, Prefetch(name, queryset))
    return [other for row in rows for other in getattr(row, name).all()]


def load_one(rows: Sequence[Model], name: str, queryset: QuerySet[Any]) -> list[Any]:
    """Load the rows that a foreign key of each row points to, each once, and return these."""
    keys = {getattr(row, f"{name}_id") for row in rows} - {None}
    found = queryset.in_bulk(keys)
    for row in rows:
        if other := found.get(getattr(row, f"{name}_id")):
            setattr(row, name, other)
    return list(found.values())


# --- Shared by several kinds ------------------------------------------------------------------


def load_ancestors(places: Sequence[Place]) -> None:
    """Load all ancestors of places in one query, by the slugs in their paths."""
    slugs = {slug for place in places for slug in place.path.strip("/").split("/")}
    above = {place.pk: place for place in Place.objects.in_bulk(slugs, field_name="slug").values()}
    for place in (*places, *above.values()):
        if place.parent_id in above:
            place.parent = above[place.parent_id]


def load_affiliations(rows: Sequence[Model]) -> None:
    """Load the affiliations of critiques or people, and their organisations."""
    posts = load_many(rows, "affiliations", Affiliation.objects.all())
    load_one(posts, "organisation", Organisation.objects.all())


def load_passages(rows: Sequence[Model]) -> None:
    """Load the current text of cases or critiques, section by section."""
    sections = load_many(rows, "text_sections", Section.objects.all())
    passages = Passage.objects.standing().order_by("order").only("text", "section")
    load_many(sections, "passages", passages)


def load_case_labels(cases: Sequence[Case]) -> None:
    """Load the places and themes of cases, and their critiques with experts and affiliations."""
    links = load_many(cases, "case_places", CasePlace.objects.all())
    load_ancestors(load_one(links, "place", Place.objects.select_related("province", "city")))
    load_one(load_many(cases, "case_themes", CaseTheme.objects.all()), "theme", Theme.objects.all())
    critiques = load_many(cases, "critiques", Critique.objects.all())
    load_one(critiques, "expert", Expert.objects.all())
    load_affiliations(critiques)


def load_case(rows: Sequence[Model]) -> None:
    """Load the case of each critique, fact or section, with its labels."""
    load_case_labels(load_one(rows, "case", Case.objects.select_related("book", "part")))


# --- One function for each kind -----------------------------------------------------------------


def load_cases(cases: Sequence[Case]) -> None:
    load_one(cases, "book", Book.objects.all())
    load_one(cases, "part", Part.objects.all())
    load_case_labels(cases)
    load_many(cases, "facts", Fact.objects.all())
    load_passages(cases)
    load_passages([critique for case in cases for critique in case.critiques.all()])


def load_critiques(critiques: Sequence[Critique]) -> None:
    load_one(critiques, "expert", Expert.objects.all())
    load_case(critiques)
    load_affiliations(critiques)
    load_passages(critiques)


def load_passage_sections(passages: Sequence[Passage]) -> None:
    load_one(passages, "book", Book.objects.all())
    sections = load_one(passages, "section", Section.objects.select_related("book", "part"))
    critiques = load_one(sections, "critique", Critique.objects.all())
    load_case([*sections, *critiques])


def load_facts(facts: Sequence[Fact]) -> None:
    load_one(facts, "book", Book.objects.all())
    load_one(facts, "reference", Reference.objects.all())
    load_case(facts)
    load_many(facts, "places", Place.objects.select_related("province", "city"))
    load_many(facts, "organisations", Organisation.objects.all())


def load_contributions(rows: Sequence[Model]) -> None:
    contributions = load_many(rows, "contributions", Contribution.objects.all())
    load_one(contributions, "book", Book.objects.all())


def load_experts(experts: Sequence[Expert]) -> None:
    load_affiliations(experts)
    load_contributions(experts)
    critiques = load_many(experts, "critiques", Critique.objects.all())
    load_one(load_one(critiques, "case", Case.objects.all()), "book", Book.objects.all())


def load_organisations(bodies: Sequence[Organisation]) -> None:
    posts = load_many(bodies, "affiliations", Affiliation.objects.all())
    load_one(posts, "expert", Expert.objects.all())
    load_contributions(bodies)


def load_places(places: Sequence[Place]) -> None:
    load_one(places, "province", Place.objects.all())
    load_one(places, "city", Place.objects.all())
    load_ancestors(places)


def load_nothing(rows: Sequence[Model]) -> None:
    """Load nothing: the document of a theme shows no other row."""
