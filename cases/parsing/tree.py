"""A book as JSON (``parse_book --tree``), and as a one-line summary."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from cases.parsing.book_records import (
    BookRecord,
    CaseRecord,
    ColophonRecord,
    PartRecord,
    SectionRecord,
)

Json = dict[str, Any]
NAMES = {"source_line": "line", "affiliations": "posts"}
"""Names of fields that differ in the tree."""

CONTRIBUTION = (
    *("role", "order", "name", "name_as_printed"),
    *("affiliation", "affiliations", "is_organisation", "source_line"),
)


def tree(book: BookRecord) -> Json:
    """The book as nested dictionaries, without running text; equal books give equal trees."""
    return {
        "book": {
            **_fields(book, "title", "subtitle", "parallel_title", "source_line"),
            **_colophon(book.colophon),
        },
        "contributions": [_fields(record, *CONTRIBUTION) for record in book.contributions],
        "parts": [_part(part) for part in book.parts],
        **_if_any("cases", [_case(case) for case in book.cases]),
        **_if_any("sections", [_section(section) for section in book.sections]),
        "errata": [asdict(erratum) for erratum in book.errata],
        "warnings": [asdict(warning) for warning in book.warnings],
    }


def summary(book: BookRecord) -> str:
    """One line: counts of parts, cases, critiques, critics, people and warnings."""
    cases = [case for part in book.parts for case in part.cases] + list(book.cases)
    critiques = [critique for case in cases for critique in case.critiques]
    critics = {critique.name for critique in critiques}
    people = critics | {record.name for record in book.contributions if not record.is_organisation}
    return (
        f"{book.title or 'Untitled'}: {_count(len(book.parts), 'part')}, "
        f"{_count(len(cases), 'case')}, {_count(len(critiques), 'critique')} "
        f"by {_count(len(critics), 'critic')}, {_count(len(people), 'person', 'people')} in all, "
        f"{_count(len(book.warnings), 'warning')}."
    )


def _colophon(colophon: ColophonRecord) -> Json:
    """The fields that are printed; decimals and dates as text, so that nothing is rounded."""
    values: Json = {}
    for name, value in asdict(colophon).items():
        if isinstance(value, Decimal | date):
            values[name] = str(value)
        elif value or isinstance(value, int):
            values[name] = value
    return values


def _part(part: PartRecord) -> Json:
    return {
        **_fields(part, "number", "title", "start_page", "source_line"),
        "sections": [_section(section) for section in part.sections],
        "cases": [_case(case) for case in part.cases],
    }


def _section(section: SectionRecord) -> Json:
    below = [_section(each) for each in section.sections]
    fields = _fields(section, "marker", "title", "start_page", "level", "source_line")
    return fields | _if_any("sections", below)


def _case(case: CaseRecord) -> Json:
    named = ("name", "name_as_printed", "affiliation", "affiliations", "source_line")
    return {
        **_fields(case, "number", "title", "name", "subtitle", "start_page", "source_line"),
        "critics": [_fields(critique, *named) for critique in case.critiques],
        **_if_any("sections", [_section(section) for section in case.text if section.title]),
    }


def _fields(record: object, *names: str) -> Json:
    """Fields of a record, under the names that the tree has for them."""
    fields = {NAMES.get(name, name): getattr(record, name) for name in names}
    if "posts" in fields:
        fields["posts"] = [asdict(post) for post in fields["posts"]]
    return fields


def _if_any(name: str, values: list[Json]) -> Json:
    return {name: values} if values else {}


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
