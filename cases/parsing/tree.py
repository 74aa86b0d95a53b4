"""A book as JSON (``parse_book --tree``), and as a one-line summary."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from cases.parsing.book_records import (
    AffiliationRecord,
    BookRecord,
    CaseRecord,
    ColophonRecord,
    ContributionRecord,
    CritiqueRecord,
    PartRecord,
    SectionRecord,
)

Json = dict[str, Any]


def tree(book: BookRecord) -> Json:
    """The book as nested dictionaries, without running text; equal books give equal trees."""
    return {
        "book": _book(book),
        "contributions": [_contribution(record) for record in book.contributions],
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


def _book(book: BookRecord) -> Json:
    """The titles and the colophon's fields; values that are not printed are left out."""
    titles = {
        "title": book.title,
        "subtitle": book.subtitle,
        "parallel_title": book.parallel_title,
        "line": book.source_line,
    }
    return titles | _colophon(book.colophon)


def _colophon(colophon: ColophonRecord) -> Json:
    """The colophon's fields; decimals and dates as text, so that nothing is rounded."""
    values: Json = {}
    for name, value in asdict(colophon).items():
        if isinstance(value, Decimal | date):
            values[name] = str(value)
        elif value or isinstance(value, int):
            values[name] = value
    return values


def _contribution(record: ContributionRecord) -> Json:
    return {
        "role": str(record.role),
        "order": record.order,
        "name": record.name,
        "name_as_printed": record.name_as_printed,
        "affiliation": record.affiliation,
        "posts": _affiliations(record.affiliations),
        "is_organisation": record.is_organisation,
        "line": record.source_line,
    }


def _part(part: PartRecord) -> Json:
    return {
        "number": part.number,
        "title": part.title,
        "start_page": part.start_page,
        "line": part.source_line,
        "sections": [_section(section) for section in part.sections],
        "cases": [_case(case) for case in part.cases],
    }


def _section(section: SectionRecord) -> Json:
    return {
        "marker": section.marker,
        "title": section.title,
        "start_page": section.start_page,
        "level": section.level,
        "line": section.source_line,
        **_if_any("sections", [_section(below) for below in section.sections]),
    }


def _case(case: CaseRecord) -> Json:
    return {
        "number": case.number,
        "title": case.title,
        "name": case.name,
        "subtitle": case.subtitle,
        "start_page": case.start_page,
        "line": case.source_line,
        "critics": [_critic(critique) for critique in case.critiques],
        **_if_any("sections", [_section(section) for section in case.text if section.title]),
    }


def _critic(critique: CritiqueRecord) -> Json:
    return {
        "name": critique.name,
        "name_as_printed": critique.name_as_printed,
        "affiliation": critique.affiliation,
        "posts": _affiliations(critique.affiliations),
        "line": critique.source_line,
    }


def _affiliations(affiliations: Iterable[AffiliationRecord]) -> list[Json]:
    return [asdict(post) for post in affiliations]


def _if_any(name: str, values: list[Json]) -> Json:
    return {name: values} if values else {}


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
