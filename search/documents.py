"""Models → IndexDocument: what each kind of record is found by, and under what it is counted."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Prefetch, QuerySet

from cases.models import Book, Case, Critique, Fact, Passage, Place, Theme
from experts.models import Expert, Organisation

from .backends.base import IndexDocument
from .kinds import words_for
from .names import (
    case_english,
    case_facets,
    case_labels,
    case_names,
    english_names,
    in_places,
    joined,
    person_names,
    post_english_names,
    post_names,
    theme_names,
    with_ancestors,
    words,
)

CHUNK = 500
RANKS = ("case", "critique", "fact", "passage", "expert", "organisation", "place", "theme")
"""Among equals, cases come first."""

RECORD_LENGTH = 300
"""So many characters a short record counts as: being short is no merit beside cases and paragraphs."""

Rows = QuerySet[Any]
Keys = Iterable[int] | None


def document_id(kind: str, key: int) -> str:
    """``case-17``: the kind and the key of the row."""
    return f"{kind}-{key}"


def all_documents() -> Iterator[IndexDocument]:
    """Every document there is, kind by kind; a constant number of queries a chunk."""
    for kind in RANKS:
        yield from documents(kind)


def documents(kind: str, keys: Keys = None) -> Iterator[IndexDocument]:
    """The documents of a kind, or of those rows of it that are given and still exist."""
    rows, make = MAKERS[kind]
    wanted = rows()
    if keys is not None:
        wanted = wanted.filter(pk__in=list(keys))
    for row in wanted.order_by("pk").iterator(chunk_size=CHUNK):
        yield make(row)


def all_ids() -> Iterator[str]:
    """The id of every document there should be."""
    for kind in RANKS:
        rows, _ = MAKERS[kind]
        keys = rows().select_related(None).prefetch_related(None).order_by()
        yield from (document_id(kind, key) for key in keys.values_list("pk", flat=True).iterator())


def order(kind: str, position: int) -> int:
    """Ties are settled by kind, then by the place in the book or the list."""
    return RANKS.index(kind) * 100_000_000 + position


def sort_keys(
    title: str,
    case: Case | None = None,
    *,
    book: Book | None = None,
    page: int | None = None,
    place: Place | None = None,
) -> dict[str, str]:
    """By what a document is ordered, as the list of cases is; what it lacks puts it last."""
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


# --- Cases and what hangs on them -----------------------------------------------------------

CASE_LABELS = (
    "case_places__place__parent__parent__parent",
    "case_places__place__province",
    "case_places__place__city",
    "case_themes__theme",
    "critiques__expert",
    "critiques__affiliations__organisation",
)


def case_rows() -> Rows:
    passages = Passage.objects.standing().order_by("order").only("text", "section")
    return Case.objects.select_related("book", "part").prefetch_related(
        *CASE_LABELS,
        "facts",
        Prefetch("text_sections__passages", passages),
        Prefetch("critiques__text_sections__passages", passages),
    )


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
        body=joined([*facts, case.english_title, *posts, *headings, *texts]),
        names=case_names(case),
        english=case_english(case),
        labels={**case_labels(case), "kind": case_kinds(case)},
        known_as=[case.title, case.name],
        facets={"kind": ["case"], **case_facets(case), "year": years(case.facts.all())},
        sort_keys=sort_keys(case.title, case, page=case.start_page),
        order=order("case", case.book_id * 1000 + case.number),
        extra={"url": case.get_absolute_url(), "number": case.number},
    )


def case_kinds(case: Case) -> list[str]:
    """A case shows its critiques, too."""
    return words_for("case", *(["critique", "expert"] if case.critiques.all() else []))


def critique_rows() -> Rows:
    cases = Case.objects.select_related("book", "part").prefetch_related(*CASE_LABELS)
    passages = Passage.objects.standing().order_by("order").only("text", "section")
    return Critique.objects.select_related("expert").prefetch_related(
        Prefetch("case", cases),
        "affiliations__organisation",
        Prefetch("text_sections__passages", passages),
    )


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
        body=joined([critique.affiliation_as_printed, case.english_title, *texts]),
        names={
            "expert": person_names(critique.expert),
            "organisation": post_names(posts),
        },
        english={
            "expert": english_names([critique.expert]),
            "organisation": post_english_names(posts),
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


def passage_rows() -> Rows:
    cases = Case.objects.select_related("book", "part").prefetch_related(*CASE_LABELS)
    return (
        Passage.objects.standing()
        .select_related("book", "section__part", "section__book")
        .prefetch_related(
            Prefetch("section__case", cases), Prefetch("section__critique__case", cases)
        )
    )


def passage_document(passage: Passage) -> IndexDocument:
    """A paragraph under its heading; places and people count it, but do not find it."""
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
    """Of the text outside the cases: its part and its book."""
    part = passage.section.part if passage.section else None
    return {"part": [str(part)] if part else [], "book": [passage.book.full_title]}


def fact_rows() -> Rows:
    cases = Case.objects.select_related("book", "part").prefetch_related(*CASE_LABELS)
    return Fact.objects.select_related("book", "reference", "section").prefetch_related(
        Prefetch("case", cases), "places__province", "places__city", "organisations"
    )


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
        body=joined([reference.title, reference.publisher] if reference else []),
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
    """Of a fact about no case: the cities and provinces of its places, and its book."""
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
    """The years that facts speak of, each once."""
    return sorted({str(fact.year) for fact in facts if fact.year})


# --- Who, where and what about --------------------------------------------------------------


def expert_rows() -> Rows:
    return Expert.objects.prefetch_related(
        "affiliations__organisation", "contributions__book", "critiques__case__book"
    )


def expert_document(expert: Expert) -> IndexDocument:
    posts = list(expert.affiliations.all())
    books = {row.book.slug for row in expert.contributions.all()}
    books |= {critique.case.book.slug for critique in expert.critiques.all()}
    return IndexDocument(
        id=document_id("expert", expert.pk),
        kind="expert",
        least_length=RECORD_LENGTH,
        key=expert.pk,
        slug=expert.slug,
        title=expert.name,
        body=joined(post.as_printed or str(post) for post in posts),
        names={"expert": person_names(expert), "organisation": post_names(posts)},
        english={"expert": english_names([expert]), "organisation": post_english_names(posts)},
        labels={
            "book": sorted({row.book.full_title for row in expert.contributions.all()}),
            "kind": words_for("expert"),
        },
        known_as=words_of(*person_names(expert), expert.english_name),
        facets={
            "kind": ["expert"],
            "book": sorted(books),
            "expert": [expert.slug],
            "organisation": sorted({post.organisation.slug for post in posts if post.organisation}),
        },
        sort_keys=sort_keys(expert.name),
        order=order("expert", expert.pk),
        extra={"url": expert.get_absolute_url()},
    )


def organisation_rows() -> Rows:
    return Organisation.objects.prefetch_related("affiliations__expert", "contributions__book")


def organisation_document(body: Organisation) -> IndexDocument:
    people = {post.expert for post in body.affiliations.all()}
    return IndexDocument(
        id=document_id("organisation", body.pk),
        kind="organisation",
        least_length=RECORD_LENGTH,
        key=body.pk,
        slug=body.slug,
        title=body.name,
        body=words(sorted({person.name for person in people})),
        names={"organisation": words_of(body.name, body.english_name, *body.aliases)},
        english={"expert": sorted(english_names(people))},
        labels={"kind": words_for("organisation")},
        known_as=words_of(body.name, body.english_name, *body.aliases),
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
    """A place, found together with those it lies in, too: 湖北省武汉市."""
    around = with_ancestors([place])[1:]
    known = [name for each in (place, *around) for name in each.known_names]
    return IndexDocument(
        id=document_id("place", place.pk),
        kind="place",
        least_length=RECORD_LENGTH,
        key=place.pk,
        slug=place.slug,
        title=place.name,
        body=joined([place.code or ""]),
        names={"place": words_of(*known, place.english_name)},
        english={"place": english_names(around)},
        labels={"kind": words_for("place")},
        known_as=words_of(*place.known_names, place.english_name, place.english_short_name),
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
        body=joined([theme.definition, theme.scope]),
        names={"theme": theme_names(theme)},
        labels={"kind": words_for("theme")},
        known_as=theme_names(theme),
        facets={"kind": ["theme"], "theme": [theme.slug]},
        sort_keys=sort_keys(theme.name),
        order=order("theme", theme.order),
        extra={"url": theme.get_absolute_url()},
    )


def words_of(*texts: str) -> list[str]:
    return [text for text in texts if text]


MAKERS: dict[str, tuple[Callable[[], Rows], Callable[[Any], IndexDocument]]] = {
    "case": (case_rows, case_document),
    "critique": (critique_rows, critique_document),
    "passage": (passage_rows, passage_document),
    "fact": (fact_rows, fact_document),
    "expert": (expert_rows, expert_document),
    "organisation": (organisation_rows, organisation_document),
    "place": (lambda: Place.objects.select_related("province", "city"), place_document),
    "theme": (Theme.objects.all, theme_document),
}
