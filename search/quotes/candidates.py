"""Candidates: the texts in which a quotation may stand.

The engine proposes paragraphs and facts that share spans with the quotation; each paragraph
is loaded with the whole text it stands in, so that a quotation may run past its end.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Model, Q, QuerySet

from cases.models import Book, Case, Fact, Part, Passage, Section
from search.query.parser import Expression, Word
from search.query.query import Query
from search.service.active_index import get_index
from search.text.normalisation import normalize

from .plain_text import to_plain_text
from .texts import Text, separate_figures, text_of_row

WINDOW = 4
MOST_WINDOWS = 24
"""Length of a window in characters, and maximum windows by which a quotation is looked for."""

MOST_PASSAGES = 12
MOST_TEXTS = 4
MOST_FACTS = 6
MOST_ABOUT = 3
MOST_CLAUSES = 32
MOST_TITLES = 200
Owner = tuple[int, int | None, int | None, int | None]
"""What a running text belongs to: keys of book, part, case, critique."""

CLAUSE = re.compile(r"[^\W_]+")


def texts_for(quote: str, book: Book | None) -> Iterator[Text]:
    """The texts in which a quotation may stand, titles first, then the likeliest."""
    stretches = windows(quote)
    yield from _titles(stretches, book)
    yield from _passages(quote, stretches, book)
    yield from _facts(stretches, book)


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
    words = tuple((Word(clause),) for clause in CLAUSE.findall(quote)[:MOST_CLAUSES])
    passages = _found("passage", Expression(words), book, MOST_ABOUT)
    for passage in _passage_rows().filter(pk__in=passages):
        yield text_of_row(passage, passage.text)
    for fact in _fact_rows().filter(pk__in=_found("fact", Expression(words), book, MOST_ABOUT)):
        yield text_of_row(fact, fact.statement)


def _with_any(stretches: Iterable[str]) -> Expression:
    return Expression((tuple(Word(stretch, exact=True) for stretch in stretches),))


def _found(kind: str, words: Expression, book: Book | None, most: int) -> list[int]:
    """The keys of the best hits of a kind."""
    query = Query(
        words=words,
        filters={"kind": (kind,), "book": (book.slug,) if book else ()},
        page_size=most,
        keys_only=True,
    )
    return [hit.key for hit in get_index().search(query).hits]


# --- Running text ---------------------------------------------------------------------------


def _passages(quote: str, stretches: Sequence[str], book: Book | None) -> Iterator[Text]:
    keys = _found("passage", _with_any(stretches), book, MOST_PASSAGES)
    found = Passage.objects.standing().select_related("section").in_bulk(keys)
    likely: dict[Owner, list[int]] = {}
    for key in keys:
        if key in found:
            likely.setdefault(_owner(found[key]), []).append(key)
    nearest = dict(list(likely.items())[:MOST_TEXTS])
    headings = _headings_of(nearest)
    words = to_plain_text(quote).text
    for owner, its_keys in nearest.items():
        passages = list(_text_of(owner))
        yield _running_text(passages, its_keys, headings[owner], {})
        if quoted := dict(_quoted(headings[owner], words)):
            yield _running_text(passages, its_keys, headings[owner], quoted)


def _running_text(
    passages: Iterable[Passage],
    likely: Sequence[int],
    headings: Iterable[Section],
    quoted: Mapping[int, str],
) -> Text:
    """The paragraphs of a text in order, with the headings that the quotation has, too."""
    rows = list[Model]()
    originals = list[str]()
    unquoted = dict[int, list[str]]()
    ahead = deque(headings)
    for passage in passages:
        while ahead and passage.section and ahead[0].order <= passage.section.order:
            heading = ahead.popleft()
            if heading.pk in quoted:
                rows.append(heading)
                originals.append(quoted[heading.pk])
            else:
                unquoted.setdefault(len(rows), []).append(str(heading))
        rows.append(passage)
        originals.append(passage.text)
    positions = {row.pk: at for at, row in enumerate(rows) if isinstance(row, Passage)}
    pieces = list(separate_figures([to_plain_text(original) for original in originals]))
    return Text(rows, pieces, originals, [positions[key] for key in likely], unquoted)


def _quoted(headings: Iterable[Section], words: str) -> Iterator[tuple[int, str]]:
    """The headings that a quotation has, each with its printed number if that is quoted, too."""
    for heading in headings:
        for printed in (str(heading), heading.title):
            title = to_plain_text(printed).text
            if title and title in words:
                yield heading.pk, printed
                break


def _owner(passage: Passage) -> Owner:
    """What the text of a paragraph belongs to."""
    section = passage.section
    if section is None:
        return (passage.book_id, None, None, None)
    return (passage.book_id, section.part_id, section.case_id, section.critique_id)


def _text_of(owner: Owner) -> QuerySet[Passage]:
    book, part, case, critique = owner
    rows = _passage_rows().filter(
        book=book, section__part=part, section__case=case, section__critique=critique
    )
    return rows.order_by("order")


def _headings_of(owners: Iterable[Owner]) -> dict[Owner, list[Section]]:
    """The headings of several texts in their order, also of sections without paragraphs."""
    condition = Q(pk__in=[])
    for book, part, case, critique in owners:
        condition |= Q(book=book, part=part, case=case, critique=critique)
    headings: dict[Owner, list[Section]] = defaultdict(list)
    for row in Section.objects.filter(condition, level__gt=0).order_by("order"):
        headings[(row.book_id, row.part_id, row.case_id, row.critique_id)].append(row)
    return headings


def _passage_rows() -> QuerySet[Passage]:
    """Paragraphs, loaded with the rows that name their place."""
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
            yield text_of_row(rows[key], rows[key].statement)


def _fact_rows() -> QuerySet[Fact]:
    return Fact.objects.select_related("book", "case__book", "case__part", "reference")


def _titles(stretches: Sequence[str], book: Book | None) -> Iterator[Text]:
    """Titles of books, parts, cases and sections that contain a window of the quotation."""
    books = Book.objects.filter(
        _containing("title", stretches) | _containing("subtitle", stretches)
    )
    for row in _of_book(books, "pk", book):
        yield text_of_row(row, row.full_title)
    parts = Part.objects.filter(_containing("title", stretches)).select_related("book")
    for part in _of_book(parts, "book", book):
        yield text_of_row(part, part.title)
    cases = Case.objects.filter(_containing("title", stretches)).select_related("book", "part")
    for case in _of_book(cases, "book", book):
        yield text_of_row(case, case.title)
    sections = Section.objects.filter(_containing("title", stretches), level__gt=0).with_owner()
    for section in _of_book(sections, "book", book):
        yield text_of_row(section, section.title)


def _containing(field: str, stretches: Iterable[str]) -> Q:
    condition = Q(pk__in=[])
    for stretch in stretches:
        condition |= Q(**{f"{field}__icontains": stretch})
    return condition


def _of_book(rows: QuerySet[Any], field: str, book: Book | None) -> QuerySet[Any]:
    return (rows.filter(**{field: book.pk}) if book else rows)[:MOST_TITLES]
