"""The made books of the benchmarks: read whole, with the doubles that they promise."""

from collections import Counter

import pytest

from benchmarks.made_books import MadeBook, made_book
from cases.importing.romanisation import person_slug
from cases.parsing.book import parse_book
from cases.parsing.tokens.isbn import is_valid_isbn

BOOKS = [made_book(number) for number in range(12)]


@pytest.mark.parametrize("made", BOOKS, ids=range(12))
def test_a_made_book_is_read_whole(made: MadeBook):
    book = parse_book(made.text)

    assert book.warnings == ()
    assert book.placed_lines == {
        number for number, line in enumerate(made.text.split("\n"), start=1) if line
    }
    assert (book.title, book.colophon.isbn) == (made.title, made.isbn)
    assert {person(record) for record in book.contributions if not record.is_organisation} == {
        (one.name, one.organisation, one.job_title) for one in made.board
    }
    assert {
        person(critique)
        for part in book.parts
        for case in part.cases
        for critique in case.critiques
    } == {(one.name, one.organisation, one.job_title) for one in made.critics}


def test_made_books_have_doubles():
    isbns = [made.isbn for made in BOOKS if made.isbn]
    titles = Counter((made.title, made.year) for made in BOOKS)
    people = [{*made.board, *made.critics} for made in BOOKS]
    names = [{one.name for one in some} for some in people]

    assert len(set(isbns)) == len(isbns) == 10
    assert all(map(is_valid_isbn, isbns))
    assert sorted(titles.values()) == [*(6 * [1]), *(3 * [2])]
    assert len({(made.title, *made.editors) for made in BOOKS}) == 12
    assert [number for number in range(12) if len(names[number]) < len(people[number])] == [0, 6]
    assert [number for number in range(12) if len(slugs(names[number])) < len(names[number])] == [
        4,
        10,
    ]


def person(record):
    """Name, organisation and job title, as a made person has them."""
    return record.name, record.affiliations[0].organisation, record.affiliations[0].job_title


def slugs(names):
    return {person_slug(name) for name in names}
