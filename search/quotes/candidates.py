"""Candidates: the texts in which a quotation may stand.

The engine proposes paragraphs and facts that share spans with the quotation; each paragraph
is loaded with the whole text it stands in, so that a quotation may run past its end.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product, zip_longest
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from cases.models import Book, Case, Fact, Part, Passage, Section
from search.query.parser import Expression, Word
from search.query.query import Query
from search.service.active_index import get_index
from search.text.normalisation import normalize

from .quoted_places import PASSAGES
from .texts import Piece, Text, text_of_row, to_piece

WINDOW = 4
MOST_WINDOWS = 24
"""Length of a window in characters, and maximum windows by which a quotation is looked for."""

MOST_PASSAGES = 12
MOST_TEXTS = 4
MOST_FACTS = 6
MOST_ABOUT = 3
MOST_CLAUSES = 32
MOST_TITLES = 200

CLAUSE = re.compile(r"[^\W_]+")

OWNER = ("book", "part", "case", "critique")
"""What a running text belongs to, as its sections have it."""

OWNERS = ("book", "part", "case__part", "critique__case__part", "critique__expert")
"""The rows that name the place of a section."""

FACTS = Fact.objects.select_related("book", "case__book", "case__part", "reference")
TITLES = (
    (Book.objects.all(), "pk", ("title", "subtitle"), "full_title"),
    (Part.objects.select_related("book"), "book", ("title",), "title"),
    (Case.objects.select_related("book", "part"), "book", ("title",), "title"),
    (Section.objects.filter(level__gt=0).with_owner(), "book", ("title",), "title"),
)
"""Rows with a title, their path to the book, the columns to look in and the printed title."""


def texts_for(quote: str, book: Book | None) -> Iterator[Text]:
    """The texts in which a quotation may stand, titles first, then the likeliest."""
    spans = windows(quote)
    yield from _titles(spans, book)
    exactly = Expression((tuple(Word(each, exact=True) for each in spans),))
    yield from _running_texts(quote, _found("passage", exactly, book, MOST_PASSAGES))
    keys = _found("fact", exactly, book, MOST_FACTS)
    facts = FACTS.in_bulk(keys)
    yield from (text_of_row(facts[key], facts[key].statement) for key in keys if key in facts)


def windows(quote: str) -> list[str]:
    """Windows of up to four characters from all of a quotation, none across a mark."""
    found: dict[str, None] = {}
    for clause in CLAUSE.findall(normalize(quote).characters):
        last = max(len(clause) - WINDOW, 0)
        for start in (*range(0, last, WINDOW), last):
            found[clause[start : start + WINDOW]] = None
    step = max(1, -(-len(found) // MOST_WINDOWS))
    return list(found)[::step]


def texts_about(quote: str, book: Book | None) -> Iterator[Text]:
    """Single paragraphs and facts that a full-text search for the quotation's clauses finds."""
    words = Expression(tuple((Word(each),) for each in CLAUSE.findall(quote)[:MOST_CLAUSES]))
    keys = _found("passage", words, book, MOST_ABOUT)
    for row in PASSAGES.standing().filter(pk__in=keys):
        yield text_of_row(row, row.text)
    for fact in FACTS.filter(pk__in=_found("fact", words, book, MOST_ABOUT)):
        yield text_of_row(fact, fact.statement)


def _found(kind: str, words: Expression, book: Book | None, most: int) -> list[int]:
    """The keys of the best hits of a kind."""
    query = Query(
        words=words,
        filters={"kind": (kind,), "book": (book.slug,) if book else ()},
        page_size=most,
        keys_only=True,
    )
    return [hit.key for hit in get_index().search(query).hits]


def _titles(spans: Sequence[str], book: Book | None) -> Iterator[Text]:
    """Titles of books, parts, cases and sections that contain a window of the quotation."""
    for all_rows, path, columns, title in TITLES:
        having = ((f"{column}__icontains", span) for column, span in product(columns, spans))
        rows: QuerySet[Any] = all_rows.filter(any_of(having))
        for row in (rows.filter(**{path: book.pk}) if book else rows)[:MOST_TITLES]:
            yield text_of_row(row, getattr(row, title))


def any_of(conditions: Iterable[Q | tuple[str, Any]]) -> Q:
    """Rows that fulfil one of the conditions; none where there are no conditions."""
    return Q(("pk__in", ()), *conditions, _connector=Q.OR)


def _running_texts(quote: str, keys: Sequence[int]) -> Iterator[Text]:
    """The texts of some paragraphs, each also with the headings that the quotation has, too."""
    found = Passage.objects.standing().select_related("section").in_bulk(keys)
    likely: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for key in keys:
        if key in found:
            likely[_owner(found[key].section)].append(key)
    nearest = dict(list(likely.items())[:MOST_TEXTS])
    sections = defaultdict(list)
    conditions = any_of(Q(**dict(zip(OWNER, owner, strict=True))) for owner in nearest)
    passages = Prefetch("passages", Passage.objects.standing().select_related("book"))
    rows = Section.objects.filter(conditions).select_related(*OWNERS).prefetch_related(passages)
    for section in rows.order_by("order"):
        sections[_owner(section)].append(section)
    words = to_piece(quote).plain
    for owner, its_keys in nearest.items():
        yield _running_text(sections[owner], its_keys, {})
        if quoted := dict(_quoted(sections[owner], words)):
            yield _running_text(sections[owner], its_keys, quoted)


def _owner(section: Any) -> tuple[Any, ...]:
    return tuple(getattr(section, f"{name}_id") for name in OWNER)


def _running_text(
    sections: Sequence[Section], likely: Iterable[int], quoted: Mapping[int, str]
) -> Text:
    """The paragraphs of a text in order, with the headings before them that are quoted, too."""
    rows = list[tuple[Any, str]]()
    unquoted = defaultdict[int, list[str]](list)
    last = max(at for at, section in enumerate(sections) if section.passages.all())
    for section in sections[: last + 1]:
        if section.pk in quoted:
            rows.append((section, quoted[section.pk]))
        elif section.level:
            unquoted[len(rows)].append(str(section))
        rows += ((passage, passage.text) for passage in section.passages.all())
    positions = {row.pk: at for at, (row, _) in enumerate(rows) if isinstance(row, Passage)}
    read = [to_piece(original, row=row) for row, original in rows]
    pieces, at = list[Piece](), 0
    for each, following in zip_longest(read, read[1:]):
        # A comma separates figures that would run together.
        is_figure = following and following.plain[:1].isdecimal() and each.plain[-1:].isdecimal()
        pieces.append(replace(each.with_comma() if is_figure else each, at=at))
        at += len(pieces[-1].plain)
    return Text(pieces, [positions[key] for key in likely], unquoted)


def _quoted(sections: Iterable[Section], words: str) -> Iterator[tuple[int, str]]:
    """The headings that a quotation has, each with its printed number if that is quoted, too."""
    for section in sections:
        for printed in (str(section), section.title) if section.level else ():
            title = to_piece(printed).plain
            if title and title in words:
                yield section.pk, printed
                break
