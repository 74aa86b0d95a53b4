"""Models → IndexDocument: the searchable texts and the facet values of each kind of record."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet

from casebook.core.records import IndexDocument
from cases.models import Book, Case, Critique, Fact, Passage, Place, Theme
from experts.models import Expert, Organisation
from search.backends.base import OnError, raise_error
from search.query.kind_words import words_for

from . import prefetching
from .document_names import (
    case_english,
    case_facets,
    case_labels,
    case_names,
    english_names,
    in_places,
    join_lines,
    name_words,
    organisation_english_names,
    organisation_names,
    person_names,
    theme_names,
    with_ancestors,
)
from .prefetching import CHUNK, chunks

RANKS = ("case", "critique", "fact", "passage", "expert", "organisation", "place", "theme")
"""The kinds in the order of ties, cases first."""

RECORD_LENGTH = 300
"""Minimum length of a short record in characters, for scoring beside cases and paragraphs."""


DocumentKey = tuple[str, int]
"""A document: its kind and the key of the row it is made of."""


def document_id(kind: str, key: int) -> str:
    """``case-17``: the kind and the key of the row."""
    return f"{kind}-{key}"


def document_key(name: str) -> DocumentKey:
    """The kind and the key of the row that an id was made of."""
    kind, _, key = name.rpartition("-")
    return kind, int(key)


def all_documents(on_error: OnError = raise_error) -> Iterator[IndexDocument]:
    """Every document there is, kind by kind; a fixed number of queries for each chunk."""
    for kind in RANKS:
        for keys in keys_of_kind(kind):
            yield from documents(kind, keys, on_error)


def documents(
    kind: str, keys: Iterable[int], on_error: OnError = raise_error
) -> Iterator[IndexDocument]:
    """The documents of those rows of a kind that still exist; failures go to ``on_error``."""
    for some in chunks(sorted(keys)):
        for row in load_rows(kind, some, on_error):
            try:
                document = MAKERS[kind].make(row)
            except Exception as error:  # noqa: BLE001
                on_error(kind, row.pk, error)
            else:
                yield document


def load_rows(kind: str, keys: Sequence[int], on_error: OnError) -> list[Any]:
    """Rows with all that their documents show; bisects the keys where that fails."""
    maker = MAKERS[kind]
    try:
        rows = list(maker.rows().filter(pk__in=keys).order_by("pk"))
        maker.load(rows)
    except Exception as error:
        if not connection.is_usable():
            raise
        if len(keys) == 1:
            on_error(kind, keys[0], error)
            return []
        middle = len(keys) // 2
        first, second = keys[:middle], keys[middle:]
        return load_rows(kind, first, on_error) + load_rows(kind, second, on_error)
    return rows


def keys_of_kind(kind: str) -> Iterator[list[int]]:
    """The keys of all rows of a kind that have a document, in chunks read when needed."""
    keys = MAKERS[kind].rows().order_by("pk").values_list("pk", flat=True)
    last = 0
    while some := list(keys.filter(pk__gt=last)[:CHUNK]):
        yield some
        last = some[-1]


def all_keys() -> Iterator[DocumentKey]:
    """The keys of all documents there should be."""
    for kind in RANKS:
        for keys in keys_of_kind(kind):
            yield from ((kind, key) for key in keys)


def document_total() -> int:
    """How many documents there should be."""
    return sum(maker.rows().count() for maker in MAKERS.values())


def order(kind: str, position: int) -> int:
    """The number that orders ties: by kind, then by the place in the book or the list."""
    return RANKS.index(kind) * 100_000_000 + position


def sort_keys(
    title: str,
    case: Case | None = None,
    *,
    book: Book | None = None,
    page: int | None = None,
    place: Place | None = None,
) -> dict[str, str]:
    """The sort keys of a document, as in the list of cases; without one it comes last."""
    if case:
        book = case.book
        place = next((link.place for link in case.case_places.all() if link.is_primary), None)
    keys = {"title": title}
    if case:
        keys["number"] = f"{case.book.slug} {case.number:06}"
    if book and page is not None:
        keys["page"] = f"{book.slug} {page:06}"
    if place:
        keys["place"] = place.path
    return keys


# --- Cases and their texts ------------------------------------------------------------------


def case_document(case: Case) -> IndexDocument:
    """A case with its facts, people, places and whole text."""
    sections = [*case.text_sections.all()]
    for critique in case.critiques.all():
        sections += critique.text_sections.all()
    texts = [passage.text for section in sections for passage in section.passages.all()]
    headings = [section.title for section in sections]
    posts = [critique.affiliation_as_printed for critique in case.critiques.all()]
    facts = [fact.statement for fact in case.facts.all()]
    return IndexDocument(
        id=document_id("case", case.pk),
        kind="case",
        key=case.pk,
        slug=case.slug,
        title=case.title,
        body=join_lines([*facts, case.english_title, *posts, *headings, *texts]),
        names=case_names(case),
        english=case_english(case),
        labels={**case_labels(case), "kind": case_kinds(case)},
        exact_names=[case.title, case.name],
        facets={"kind": ["case"], **case_facets(case), "year": years(case.facts.all())},
        sort_keys=sort_keys(case.title, case, page=case.start_page),
        order=order("case", case.book_id * 1000 + case.number),
        extra={"url": case.get_absolute_url(), "number": case.number},
    )


def case_kinds(case: Case) -> list[str]:
    """The kind words of a case; of one with critiques, theirs, too."""
    return words_for("case", *(["critique", "expert"] if case.critiques.all() else []))


def critique_document(critique: Critique) -> IndexDocument:
    case = critique.case
    texts = [
        passage.text
        for section in critique.text_sections.all()
        for passage in section.passages.all()
    ]
    posts = critique.affiliations.all()
    title = f"{critique.expert.name}：{case.title}"
    return IndexDocument(
        id=document_id("critique", critique.pk),
        kind="critique",
        least_length=RECORD_LENGTH,
        key=critique.pk,
        slug=critique.slug,
        title=title,
        body=join_lines([critique.affiliation_as_printed, case.english_title, *texts]),
        names={
            "expert": person_names(critique.expert),
            "organisation": organisation_names(posts),
        },
        english={
            "expert": english_names([critique.expert]),
            "organisation": organisation_english_names(posts),
        },
        labels={**case_labels(case), "kind": words_for("critique", "expert", "case")},
        facets={
            "kind": ["critique"],
            **case_facets(case),
            "expert": [critique.expert.slug],
            "organisation": [post.organisation.slug for post in posts if post.organisation],
        },
        sort_keys=sort_keys(title, case, page=case.start_page),
        order=order("critique", case.book_id * 1000 + case.number),
        extra={"url": critique.get_absolute_url(), "number": case.number},
    )


def passage_document(passage: Passage) -> IndexDocument:
    """A paragraph under its heading; names of its case are facets and labels only."""
    section = passage.section
    case = (section.critique.case if section.critique else section.case) if section else None
    facets = case_facets(case) if case else {"book": [passage.book.slug]}
    if section and section.part and not case:
        facets["part"] = [section.part.slug]
    title = str(section or passage.book)
    page = f"{section.get_absolute_url().partition('#')[0]}#{passage.anchor}" if section else ""
    return IndexDocument(
        id=document_id("passage", passage.pk),
        kind="passage",
        key=passage.pk,
        slug=f"{passage.book.slug}/{passage.anchor}",
        title=title,
        body=passage.text,
        labels={
            **(case_labels(case) if case else text_labels(passage)),
            "kind": words_for("passage"),
        },
        facets={"kind": ["passage"], **facets},
        sort_keys=sort_keys(title, case, book=passage.book, page=passage.source_page),
        order=order("passage", passage.order),
        extra={
            "url": page,
            "number": case.number if case else None,
            "context": str(case or (section and section.part) or passage.book.title),
        },
    )


def text_labels(passage: Passage) -> dict[str, list[str]]:
    """Labels of text outside the cases: its part and its book."""
    part = passage.section.part if passage.section else None
    return {"part": [str(part)] if part else [], "book": [passage.book.full_title]}


def fact_document(fact: Fact) -> IndexDocument:
    places = list(fact.places.all())
    bodies = list(fact.organisations.all())
    facets = case_facets(fact.case) if fact.case else in_places(places)
    if fact.book and not fact.case:
        facets["book"] = [fact.book.slug]
    reference = fact.reference
    return IndexDocument(
        id=document_id("fact", fact.pk),
        kind="fact",
        least_length=RECORD_LENGTH,
        key=fact.pk,
        slug=fact.slug,
        title=fact.statement,
        is_statement=True,
        body=join_lines([reference.title, reference.publisher] if reference else []),
        names={
            "place": [name for place in places for name in place.known_names],
            "organisation": [name for body in bodies for name in (body.name, *body.aliases)],
        },
        english={"place": english_names(places), "organisation": english_names(bodies)},
        labels={
            **(case_labels(fact.case) if fact.case else fact_labels(fact, places)),
            "kind": words_for("fact"),
        },
        facets={"kind": ["fact"], **facets, "year": years([fact])},
        sort_keys=sort_keys(fact.statement, fact.case, place=places[0] if places else None),
        order=order("fact", fact.pk),
        extra={
            "url": fact.get_absolute_url(),
            "number": fact.case.number if fact.case else None,
            "context": str(fact.case or fact.book or ""),
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


def years(facts: Iterable[Fact]) -> list[str]:
    """The years of facts, each once."""
    return sorted({str(fact.year) for fact in facts if fact.year})


# --- People, organisations, places, themes --------------------------------------------------


def expert_document(expert: Expert) -> IndexDocument:
    posts = list(expert.affiliations.all())
    books = {row.book.slug for row in expert.contributions.all()}
    books |= {critique.case.book.slug for critique in expert.critiques.all()}
    bodies = dict.fromkeys(post.organisation.name for post in posts if post.organisation)
    return IndexDocument(
        id=document_id("expert", expert.pk),
        kind="expert",
        least_length=RECORD_LENGTH,
        key=expert.pk,
        slug=expert.slug,
        title=expert.name,
        body=join_lines(post.as_printed or str(post) for post in posts),
        names={"expert": person_names(expert), "organisation": organisation_names(posts)},
        english={
            "expert": english_names([expert]),
            "organisation": organisation_english_names(posts),
        },
        labels={
            "book": sorted({row.book.full_title for row in expert.contributions.all()}),
            "kind": words_for("expert"),
        },
        exact_names=words_of(*person_names(expert), expert.english_name),
        facets={
            "kind": ["expert"],
            "book": sorted(books),
            "expert": [expert.slug],
            "organisation": sorted({post.organisation.slug for post in posts if post.organisation}),
        },
        sort_keys=sort_keys(expert.name),
        order=order("expert", expert.pk),
        extra={"url": expert.get_absolute_url(), "context": "、".join(bodies)},
    )


def organisation_document(body: Organisation) -> IndexDocument:
    people = {post.expert for post in body.affiliations.all()}
    return IndexDocument(
        id=document_id("organisation", body.pk),
        kind="organisation",
        least_length=RECORD_LENGTH,
        key=body.pk,
        slug=body.slug,
        title=body.name,
        body=name_words(sorted({person.name for person in people})),
        names={"organisation": words_of(body.name, body.english_name, *body.aliases)},
        english={"expert": sorted(english_names(people))},
        labels={"kind": words_for("organisation")},
        exact_names=words_of(body.name, body.english_name, *body.aliases),
        facets={
            "kind": ["organisation"],
            "book": sorted({row.book.slug for row in body.contributions.all()}),
            "organisation": [body.slug],
        },
        sort_keys=sort_keys(body.name),
        order=order("organisation", body.pk),
        extra={"url": body.get_absolute_url()},
    )


def place_document(place: Place) -> IndexDocument:
    """A place, with the names of its ancestors: 湖北省武汉市."""
    around = with_ancestors([place])[1:]
    known = [name for each in (place, *around) for name in each.known_names]
    return IndexDocument(
        id=document_id("place", place.pk),
        kind="place",
        least_length=RECORD_LENGTH,
        key=place.pk,
        slug=place.slug,
        title=place.name,
        body=join_lines([place.code or ""]),
        names={"place": words_of(*known, place.english_name)},
        english={"place": english_names(around)},
        labels={"kind": words_for("place")},
        exact_names=words_of(*place.known_names, place.english_name, place.english_short_name),
        facets={"kind": ["place"], "level": [place.level], **in_places([place])},
        sort_keys=sort_keys(place.name, place=place),
        order=order("place", place.pk),
        extra={"url": place.get_absolute_url()},
    )


def theme_document(theme: Theme) -> IndexDocument:
    return IndexDocument(
        id=document_id("theme", theme.pk),
        kind="theme",
        least_length=RECORD_LENGTH,
        key=theme.pk,
        slug=theme.slug,
        title=theme.name,
        body=join_lines([theme.definition, theme.scope]),
        names={"theme": theme_names(theme)},
        labels={"kind": words_for("theme")},
        exact_names=theme_names(theme),
        facets={"kind": ["theme"], "theme": [theme.slug]},
        sort_keys=sort_keys(theme.name),
        order=order("theme", theme.order),
        extra={"url": theme.get_absolute_url()},
    )


def words_of(*texts: str) -> list[str]:
    return [text for text in texts if text]


class Maker(NamedTuple):
    """How documents of a kind are made: its rows, the loading of related rows, the builder."""

    rows: Callable[[], QuerySet[Any]]
    load: Callable[[Sequence[Any]], object]
    make: Callable[[Any], IndexDocument]


MAKERS = {
    "case": Maker(Case.objects.all, prefetching.load_cases, case_document),
    "critique": Maker(Critique.objects.all, prefetching.load_critiques, critique_document),
    "passage": Maker(Passage.objects.standing, prefetching.load_passage_sections, passage_document),
    "fact": Maker(Fact.objects.all, prefetching.load_facts, fact_document),
    "expert": Maker(Expert.objects.all, prefetching.load_experts, expert_document),
    "organisation": Maker(
        Organisation.objects.all, prefetching.load_organisations, organisation_document
    ),
    "place": Maker(Place.objects.all, prefetching.load_places, place_document),
    "theme": Maker(Theme.objects.all, prefetching.load_nothing, theme_document),
}
