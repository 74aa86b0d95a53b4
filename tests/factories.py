"""Rows for tests: everything that a test is not about has a sensible value.

Each ``make_…`` saves one row and returns it; rows that it depends on are made too, if not given.
"""

from collections.abc import Iterable
from itertools import count
from typing import Any

from casebook.core.provenance import Origin
from cases.models import (
    Book,
    Case,
    CasePlace,
    CaseTheme,
    Contribution,
    Critique,
    Erratum,
    Fact,
    Part,
    Passage,
    Place,
    Reference,
    Seat,
    Section,
    Theme,
)
from experts.models import Affiliation, Expert, Organisation

serial = count(1)


def make_organisation(name: str = "", **fields: Any) -> Organisation:
    number = next(serial)
    values = {"slug": f"body-{number}", "name": name or f"某研究院{number}"} | fields
    return Organisation.objects.create(**values)


def make_expert(name: str = "徐明", **fields: Any) -> Expert:
    return Expert.objects.create(**({"slug": f"expert-{next(serial)}", "name": name} | fields))


def make_affiliation(expert: Expert | None = None, **fields: Any) -> Affiliation:
    """An affiliation; ``organisation`` may be a row or None."""
    values: dict[str, Any] = {"job_title": "研究员"} | fields
    values.setdefault("organisation", None)
    return Affiliation.objects.create(expert=expert or make_expert(), **values)


def make_book(slug: str = "", **fields: Any) -> Book:
    values = {"slug": slug or f"book-{next(serial)}", "title": "数字乡镇", "origin": Origin.BOOK}
    return Book.objects.create(**(values | fields))


def make_part(book: Book | None = None, **fields: Any) -> Part:
    """A part with the next free number of its book."""
    book = book or make_book()
    number = fields.pop("number", book.parts.count() + 1)
    values = {
        "number": number,
        "slug": f"{book.slug}-part-{number}",
        "title": "逐步迈向智能",
        "origin": Origin.BOOK,
    }
    return Part.objects.create(book=book, **(values | fields))


def make_case(
    book: Book | None = None,
    *,
    part: Part | None = None,
    place: Place | None = None,
    themes: Iterable[Theme] = (),
    **fields: Any,
) -> Case:
    """A case with the next free number of its book; a place given becomes its primary one."""
    book = book or (part.book if part else make_book())
    number = fields.pop("number", book.cases.count() + 1)
    title = fields.pop("title", "智慧高青：农业大县的数字善政兴业")
    name, _, subtitle = title.partition("：")
    values = {
        "number": number,
        "slug": f"{book.slug}-{number:02}",
        "title": title,
        "name": name,
        "subtitle": subtitle,
        "origin": Origin.BOOK,
    }
    case = Case.objects.create(book=book, part=part or make_part(book), **(values | fields))
    if place:
        make_case_place(case, place)
    for theme in themes:
        make_case_theme(case, theme)
    return case


def make_case_place(case: Case, place: Place, **fields: Any) -> CasePlace:
    values = {"is_primary": True, "evidence": place.short_name, "origin": Origin.DERIVED} | fields
    return CasePlace.objects.create(case=case, place=place, **values)


def make_case_theme(case: Case, theme: Theme, **fields: Any) -> CaseTheme:
    values = {"evidence": theme.name, "origin": Origin.DERIVED} | fields
    return CaseTheme.objects.create(case=case, theme=theme, **values)


def make_place(name: str = "湖北省", **fields: Any) -> Place:
    """A province; with a ``parent``, a prefecture-level city unless ``level`` says otherwise."""
    level = Place.Level.PREFECTURE if fields.get("parent") else Place.Level.PROVINCE
    values = {
        "slug": f"place-{next(serial)}",
        "name": name,
        "short_name": name if len(name) < 3 else name[:-1],
        "level": level,
    }
    return Place.objects.create(**(values | fields))


def make_seat(organisation: Organisation, place: Place, **fields: Any) -> Seat:
    values = {"evidence": place.short_name, "origin": Origin.DERIVED} | fields
    return Seat.objects.create(organisation=organisation, place=place, **values)


def make_theme(name: str = "", **fields: Any) -> Theme:
    number = next(serial)
    values = {
        "slug": f"theme-{number}",
        "name": name or f"智慧农业{number}",
        "english_name": "Smart agriculture",
        "definition": "以信息技术改进农业生产与经营。",
    }
    return Theme.objects.create(**(values | fields))


def make_contribution(
    book: Book | None = None, expert: Expert | None = None, **fields: Any
) -> Contribution:
    """An expert's contribution; with ``organisation=…`` and no expert, an organisation's."""
    book = book or make_book()
    if expert is None and "organisation" not in fields:
        expert = make_expert()
    affiliations = fields.pop("affiliations", ())
    by = expert or fields["organisation"]
    role = fields.pop("role", Contribution.Role.CHIEF_EDITOR)
    values = {
        "order": book.contributions.filter(role=role).count() + 1,
        "name_as_printed": by.name,
        "origin": Origin.BOOK,
    }
    row = Contribution.objects.create(book=book, role=role, expert=expert, **(values | fields))
    row.affiliations.set(affiliations)
    return row


def make_critique(
    case: Case | None = None, expert: Expert | None = None, **fields: Any
) -> Critique:
    """The next critique of a case."""
    case, expert = case or make_case(), expert or make_expert()
    affiliations = fields.pop("affiliations", ())
    values = {
        "slug": f"{case.slug}-{expert.slug}",
        "order": case.critiques.count() + 1,
        "name_as_printed": expert.name,
        "origin": Origin.BOOK,
    }
    row = Critique.objects.create(case=case, expert=expert, **(values | fields))
    row.affiliations.set(affiliations)
    return row


def make_erratum(book: Book | None = None, **fields: Any) -> Erratum:
    values = {"subject": f"事项{next(serial)}", "reading": "甲", "origin": Origin.BOOK}
    return Erratum.objects.create(book=book or make_book(), **(values | fields))


def make_section(book: Book | None = None, **fields: Any) -> Section:
    """A first-level section; without ``part``, ``case`` or ``critique`` it is of the preface."""
    number = next(serial)
    values = {
        "anchor": f"s-{number:08}",
        "order": number,
        "level": 1,
        "marker": "一、",
        "title": "建设背景",
        "origin": Origin.BOOK,
    }
    owner = fields.get("part") or fields.get("case")
    book = book or (owner.book if owner else make_book())
    return Section.objects.create(book=book, **(values | fields))


def make_passage(section: Section | None = None, **fields: Any) -> Passage:
    """A paragraph of the text."""
    number = next(serial)
    section = section or make_section()
    values = {
        "anchor": f"p-{number:08}",
        "order": number,
        "kind": "paragraph",
        "text": "镇里把灯杆连成一张网。",
        "origin": Origin.BOOK,
    }
    return Passage.objects.create(book=section.book, section=section, **(values | fields))


def make_reference(**fields: Any) -> Reference:
    number = next(serial)
    values = {"title": "高青县统计公报", "url": f"https://example.org/{number}"}
    return Reference.objects.create(**(values | fields))


def make_fact(case: Case | None = None, **fields: Any) -> Fact:
    values = {
        "slug": f"fact-{next(serial)}",
        "statement": "该县有三百二十家农业合作社。",
        "kind": "count",
    }
    return Fact.objects.create(case=case or make_case(), **(values | fields))
