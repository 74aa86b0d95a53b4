"""Which documents show a row: what must be indexed again when the row changes."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Model, Q, QuerySet

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
    Section,
    Theme,
)
from experts.models import Affiliation, Expert, Organisation

Shown = tuple[str, int]
"""A document: its kind and the key of the row it is made of."""

KINDS: dict[str, type[Model]] = {
    "case": Case,
    "passage": Passage,
    "critique": Critique,
    "expert": Expert,
    "organisation": Organisation,
    "place": Place,
    "theme": Theme,
    "fact": Fact,
}


def dependents(row: Model) -> set[Shown]:
    """The documents that show a row as the database has it now; none for other models."""
    find = FINDERS.get(type(row))
    return set(find(row)) if find and row.pk else set()


def keys(kind: str, rows: QuerySet[Any]) -> Iterator[Shown]:
    return ((kind, key) for key in rows.order_by().values_list("pk", flat=True).distinct())


def around_cases(cases: QuerySet[Case]) -> Iterator[Shown]:
    """The cases, and all that is filed under them: critiques, passages, facts."""
    wanted = list(cases.order_by().values_list("pk", flat=True).distinct())
    yield from (("case", key) for key in wanted)
    yield from keys("critique", Critique.objects.filter(case__in=wanted))
    yield from keys("fact", Fact.objects.filter(case__in=wanted))
    owned = Q(section__case__in=wanted) | Q(section__critique__case__in=wanted)
    yield from keys("passage", Passage.objects.filter(owned))


def of_case(case: Case) -> Iterator[Shown]:
    yield from around_cases(Case.objects.filter(pk=case.pk))


def of_case_link(link: CasePlace | CaseTheme) -> Iterator[Shown]:
    yield from around_cases(Case.objects.filter(pk=link.case_id))


def of_critique(critique: Critique) -> Iterator[Shown]:
    yield ("critique", critique.pk)
    yield ("expert", critique.expert_id)
    yield from around_cases(Case.objects.filter(pk=critique.case_id))


def of_expert(expert: Expert) -> Iterator[Shown]:
    yield ("expert", expert.pk)
    yield from keys("organisation", Organisation.objects.filter(affiliations__expert=expert))
    yield from around_cases(Case.objects.filter(critiques__expert=expert))


def of_affiliation(post: Affiliation) -> Iterator[Shown]:
    yield ("expert", post.expert_id)
    if post.organisation_id:
        yield ("organisation", post.organisation_id)
    yield from around_cases(Case.objects.filter(critiques__affiliations=post))


def of_organisation(body: Organisation) -> Iterator[Shown]:
    yield ("organisation", body.pk)
    yield from keys("expert", Expert.objects.filter(affiliations__organisation=body))
    yield from keys("fact", Fact.objects.filter(organisations=body))
    yield from around_cases(Case.objects.filter(critiques__affiliations__organisation=body))


def of_place(place: Place) -> Iterator[Shown]:
    below = Place.objects.at_or_below(place)
    yield from keys("place", below)
    yield from keys("fact", Fact.objects.filter(places__in=below))
    yield from around_cases(Case.objects.filter(places__in=below))


def of_theme(theme: Theme) -> Iterator[Shown]:
    yield ("theme", theme.pk)
    yield from around_cases(Case.objects.filter(themes=theme))


def of_part(part: Part) -> Iterator[Shown]:
    yield from keys("passage", Passage.objects.filter(section__part=part))
    yield from around_cases(Case.objects.filter(part=part))


def of_book(book: Book) -> Iterator[Shown]:
    yield from keys("passage", Passage.objects.filter(book=book))
    yield from keys("fact", Fact.objects.filter(book=book))
    yield from around_cases(Case.objects.filter(book=book))
    yield from keys("expert", Expert.objects.filter(contributions__book=book))
    yield from keys("organisation", Organisation.objects.filter(contributions__book=book))


def of_contribution(contribution: Contribution) -> Iterator[Shown]:
    if contribution.expert_id:
        yield ("expert", contribution.expert_id)
    if contribution.organisation_id:
        yield ("organisation", contribution.organisation_id)


def of_section(section: Section) -> Iterator[Shown]:
    yield from keys("passage", Passage.objects.filter(section=section))
    yield from owners(section)


def of_passage(passage: Passage) -> Iterator[Shown]:
    yield ("passage", passage.pk)
    if passage.section:
        yield from owners(passage.section)


def owners(section: Section) -> Iterator[Shown]:
    """The case and the critique whose whole text holds a section."""
    if section.critique:
        yield ("critique", section.critique.pk)
        yield ("case", section.critique.case_id)
    if section.case_id:
        yield ("case", section.case_id)


def of_fact(fact: Fact) -> Iterator[Shown]:
    yield ("fact", fact.pk)
    if fact.case_id:
        yield ("case", fact.case_id)


FINDERS: dict[type[Model], Callable[[Any], Iterable[Shown]]] = {
    Affiliation: of_affiliation,
    Book: of_book,
    Case: of_case,
    CasePlace: of_case_link,
    CaseTheme: of_case_link,
    Contribution: of_contribution,
    Critique: of_critique,
    Expert: of_expert,
    Fact: of_fact,
    Organisation: of_organisation,
    Part: of_part,
    Passage: of_passage,
    Place: of_place,
    Section: of_section,
    Theme: of_theme,
}
