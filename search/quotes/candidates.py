"""Candidates: the texts in which a quotation may stand.

The engine proposes paragraphs and facts that share stretches with the quotation; each
paragraph brings the whole text it stands in, so that a quotation may run on over its end.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Q, QuerySet

from cases.models import Book, Case, Fact, Part, Passage, Section
from search.folding import fold
from search.index import get_backend
from search.query import Query
from search.query_parser import Expression, Word

from .plain import plain
from .texts import Text, single

WINDOW = 4
MOST_WINDOWS = 24
"""A quotation is looked for by so many stretches of so many characters."""

MOST_PASSAGES = 12
MOST_TEXTS = 4
MOST_FACTS = 6
MOST_ABOUT = 3
MOST_CLAUSES = 32
MOST_TITLES = 200
CLAUSE = re.compile(r"[^\W_]+")


def texts_for(quote: str, book: Book | None) -> Iterator[Text]:
    """The texts in which a quotation may stand, titles first, then the likeliest."""
    stretches = windows(quote)
    yield from _titles(stretches, book)
    yield from _passages(stretches, book)
    yield from _facts(stretches, book)


def windows(quote: str) -> list[str]:
    """Short stretches from all over a quotation, none over a mark."""
    found: dict[str, None] = {}
    for clause in CLAUSE.findall(fold(quote).literal):
        last = max(len(clause) - WINDOW, 0)
        for start in (*range(0, last, WINDOW), last):
            found[clause[start : start + WINDOW]] = None
    step = max(1, -(-len(found) // MOST_WINDOWS))
    return list(found)[::step]


def texts_about(quote: str, book: Book | None) -> Iterator[Text]:
    """Single paragraphs and statements that speak of the same, in whatever words."""
    words = tuple((Word(clause),) for clause in CLAUSE.findall(quote)[:MOST_CLAUSES])
    passages = _found("passage", Expression(words), book, MOST_ABOUT)
    for passage in _passage_rows().filter(pk__in=passages):
        yield single(passage, passage.text)
    for fact in _fact_rows().filter(pk__in=_found("fact", Expression(words), book, MOST_ABOUT)):
        yield single(fact, fact.statement)


def _with_any(stretches: Iterable[str]) -> Expression:
    return Expression((tuple(Word(stretch, exact=True) for stretch in stretches),))


def _found(kind: str, words: Expression, book: Book | None, most: int) -> list[int]:
    """The keys of the documents that answer best."""
    query = Query(
        words=words,
        filters={"kind": (kind,), "book": (book.slug,) if book else ()},
        page_size=most,
        snippets=False,
    )
    return [hit.key for hit in get_backend().search(query).hits]


# --- Running text ---------------------------------------------------------------------------


def _passages(stretches: Sequence[str], book: Book | None) -> Iterator[Text]:
    keys = _found("passage", _with_any(stretches), book, MOST_PASSAGES)
    found = Passage.objects.standing().select_related("section").in_bulk(keys)
    likely: dict[tuple[int | None, ...], list[int]] = {}
    for key in keys:
        if key in found:
            likely.setdefault(_owner(found[key]), []).append(key)
    for owner, its_keys in list(likely.items())[:MOST_TEXTS]:
        rows = list(_text_of(owner))
        positions = {row.pk: position for position, row in enumerate(rows)}
        yield Text(
            rows,
            [plain(row.text) for row in rows],
            [row.text for row in rows],
            [positions[key] for key in its_keys],
        )


def _owner(passage: Passage) -> tuple[int | None, ...]:
    """What the text is of that a paragraph stands in."""
    section = passage.section
    if section is None:
        return (passage.book_id, None, None, None)
    return (passage.book_id, section.part_id, section.case_id, section.critique_id)


def _text_of(owner: tuple[int | None, ...]) -> QuerySet[Passage]:
    book, part, case, critique = owner
    rows = _passage_rows().filter(
        book=book, section__part=part, section__case=case, section__critique=critique
    )
    return rows.order_by("order")


def _passage_rows() -> QuerySet[Passage]:
    """Paragraphs with what says where they stand."""
    return Passage.objects.standing().select_related(
        *("book", "section__part", "section__case__part"),
        *("section__critique__case__part", "section__critique__expert"),
    )


# --- Single statements ----------------------------------------------------------------------


def _facts(stretches: Sequence[str], book: Book | None) -> Iterator[Text]:
    keys = _found("fact", _with_any(stretches), book, MOST_FACTS)
    rows = _fact_rows().in_bulk(keys)
    for key in keys:
        if key in rows:
            yield single(rows[key], rows[key].statement)


def _fact_rows() -> QuerySet[Fact]:
    return Fact.objects.select_related("book", "case__book", "case__part", "reference")


def _titles(stretches: Sequence[str], book: Book | None) -> Iterator[Text]:
    """Titles of books, parts, cases and sections that share a stretch with the quotation."""
    books = Book.objects.filter(
        _containing("title", stretches) | _containing("subtitle", stretches)
    )
    for row in _of_book(books, "pk", book):
        yield single(row, row.full_title)
    parts = Part.objects.filter(_containing("title", stretches)).select_related("book")
    for part in _of_book(parts, "book", book):
        yield single(part, part.title)
    cases = Case.objects.filter(_containing("title", stretches)).select_related("book", "part")
    for case in _of_book(cases, "book", book):
        yield single(case, case.title)
    sections = Section.objects.filter(_containing("title", stretches), level__gt=0).with_owner()
    for section in _of_book(sections, "book", book):
        yield single(section, section.title)


def _containing(field: str, stretches: Iterable[str]) -> Q:
    condition = Q(pk__in=[])
    for stretch in stretches:
        condition |= Q(**{f"{field}__icontains": stretch})
    return condition


def _of_book(rows: QuerySet[Any], field: str, book: Book | None) -> QuerySet[Any]:
    return (rows.filter(**{field: book.pk}) if book else rows)[:MOST_TITLES]
