"""``BookRecord`` → fixture objects with natural keys: the facts of a book, no running text.

One person of a book is one Expert (identity: ``cases.importing.people_rows``), one organisation
one Organisation, one affiliation one Affiliation. The same record always gives the same bytes.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings

from cases.importing.outline import Heading, Owner, headings
from cases.importing.page_ranges import end_pages
from cases.importing.people_rows import Fixture, Key, Mention, People, printed, row
from cases.importing.romanisation import word_slug
from cases.parsing.book_records import (
    AffiliationRecord,
    BookRecord,
    CaseRecord,
    ColophonRecord,
    ContributionRecord,
    CritiqueRecord,
    ErratumRecord,
    PartRecord,
    Role,
)

BOOKS = settings.BASE_DIR / "fixtures" / "books.json"
LONGEST_BOOK_SLUG = 60
COLOPHON_FIELDS = (
    "isbn",
    "cip_number",
    "cip_title",
    "cip_subjects",
    "classification",
    "format",
    "sheets",
    "word_count",
    "edition",
    "edition_date",
    "printing",
    "printing_date",
    "price",
    "website",
)


def make_fixture(book: BookRecord, slug: str = "") -> list[Fixture]:
    """The fixture objects of a book, each after those that it refers to."""
    return FixtureMaker(book, slug or book_slug(book)).make()


def make_text_sections(book: BookRecord, slug: str) -> list[Fixture]:
    """Fixture objects of headings that only the running text has; fixture files leave them out."""
    return list(FixtureMaker(book, slug).sections(in_contents=False))


def to_json(fixture: Iterable[Fixture]) -> str:
    """The text of a fixture file."""
    return json.dumps(list(fixture), ensure_ascii=False, indent=1, default=_plain) + "\n"


def book_slug(book: BookRecord) -> str:
    """The slug set by hand for the ISBN; else title and year: shuzi-xiangzhen-2021."""
    if known := known_book(book.colophon.isbn).get("slug"):
        return str(known)
    published = book.colophon.edition_date
    title = word_slug(book.title, LONGEST_BOOK_SLUG) or "book"
    return f"{title}-{published.year}" if published else title


def known_book(isbn: str) -> dict[str, Any]:
    """Data set by hand for a book: its slug, our English titles of it, its parts and cases."""
    books: dict[str, dict[str, Any]] = json.loads(Path(BOOKS).read_text("utf-8"))
    return books.get(isbn, {})


class FixtureMaker:
    """Makes the fixture rows of one book, and collects its people and organisations."""

    def __init__(self, book: BookRecord, slug: str) -> None:
        self.book = book
        self.slug = slug
        self.end_pages = end_pages(book)
        self.known = known_book(book.colophon.isbn)
        self.people = People(self._mentions(), self.known.get("one_person", ()))

    def make(self) -> list[Fixture]:
        """All rows in dependency order, people first."""
        rows = [
            self._book(),
            *map(self._part, self.book.parts),
            *self.sections(),
            *self._cases(),
            *self._contributions(),
            *self._critiques(),
            *self._errata(),
        ]
        return [*self.people.rows(), *rows]

    def _mentions(self) -> Iterator[Mention]:
        """All mentions of people in the book, in the order of the rows made of them."""
        for record in self.book.contributions:
            if not record.is_organisation:
                posts, *_ = self._posts_printed(record)
                yield Mention.of(record.name, posts, record.source_line)
        for case in self._all_cases():
            for critique in case.critiques:
                yield Mention.of(critique.name, critique.affiliations, critique.source_line)

    # --- The book and its units ------------------------------------------------------------

    def _book(self) -> Fixture:
        book, colophon = self.book, self.book.colophon
        return row(
            "cases.book",
            slug=self.slug,
            title=book.title,
            subtitle=book.subtitle,
            parallel_title=book.parallel_title,
            **_in_english(self.known.get("english_title")),
            place_of_publication=colophon.place,
            notices=[notice.text for notice in colophon.notices],
            foreword_date=book.preface.dated if book.preface else "",
            field_lines=_field_lines(colophon),
            **{name: getattr(colophon, name) for name in COLOPHON_FIELDS},
            **printed(book.source_line),
        )

    def _part(self, part: PartRecord) -> Fixture:
        return row(
            "cases.part",
            book=[self.slug],
            number=part.number,
            slug=f"{self.slug}-part-{part.number}",
            title=part.title,
            **_in_english(self.known.get("parts", {}).get(str(part.number))),
            start_page=part.start_page,
            end_page=self.end_pages["part", part.number],
            **printed(part.source_line),
        )

    def sections(self, *, in_contents: bool = True) -> Iterator[Fixture]:
        """The headings of the contents list, or those that only the running text has."""
        for heading in headings(self.book):
            if heading.in_contents == in_contents:
                yield self._section(heading)

    def _section(self, heading: Heading) -> Fixture:
        section = heading.section
        return row(
            "cases.section",
            book=[self.slug],
            anchor=heading.anchor,
            order=heading.order,
            level=section.level,
            marker=section.marker,
            title=section.title,
            start_page=section.start_page,
            parent=[self.slug, heading.parent] if heading.parent else None,
            **self._owner(heading.owner),
            **printed(section.source_line),
        )

    def _owner(self, owner: Owner) -> dict[str, Key]:
        if owner.critique is not None:
            case = self._case_record(owner.case)
            return {"critique": [self._critique_slug(case, case.critiques[owner.critique - 1])]}
        if owner.case is not None:
            return {"case": [self._case_slug(owner.case)]}
        return {"part": [self.slug, owner.part]} if owner.part is not None else {}

    def _case_record(self, number: int | None) -> CaseRecord:
        return next(case for case in self._all_cases() if case.number == number)

    def _all_cases(self) -> list[CaseRecord]:
        return [case for part in self.book.parts for case in part.cases] + list(self.book.cases)

    def _cases(self) -> Iterator[Fixture]:
        for part in self.book.parts:
            for case in part.cases:
                yield self._case(case, [self.slug, part.number])
        for case in self.book.cases:
            yield self._case(case, None)

    def _case(self, case: CaseRecord, part: Key | None) -> Fixture:
        return row(
            "cases.case",
            book=[self.slug],
            part=part,
            number=case.number,
            slug=self._case_slug(case.number),
            title=case.title,
            name=case.name,
            subtitle=case.subtitle,
            **_in_english(self.known.get("cases", {}).get(str(case.number))),
            start_page=case.start_page,
            end_page=self.end_pages["case", case.number],
            **printed(case.source_line),
        )

    def _case_slug(self, number: int) -> str:
        return f"{self.slug}-{number:02}"

    # --- Contributions, critiques, errata --------------------------------------------------

    def _contributions(self) -> Iterator[Fixture]:
        for record in self.book.contributions:
            yield self._contribution(record)

    def _contribution(self, record: ContributionRecord) -> Fixture:
        if record.is_organisation:
            by: Fixture = {
                "organisation": [self.people.organisation(record.name, record.source_line)]
            }
        else:
            posts, as_printed, line = self._posts_printed(record)
            by = {
                "expert": [self.people.expert(record.name, posts)],
                "affiliation_as_printed": as_printed,
                "affiliations": self.people.affiliation_keys(record.name, posts, as_printed, line),
            }
        return row(
            "cases.contribution",
            book=[self.slug],
            role=str(record.role),
            order=record.order,
            name_as_printed=record.name_as_printed,
            **by,
            **printed(record.source_line),
        )

    def _posts_printed(
        self, record: ContributionRecord
    ) -> tuple[tuple[AffiliationRecord, ...], str, int]:
        """Affiliations, printed text and line; the foreword's author has those of the signature."""
        preface = self.book.preface
        signed = preface and preface.affiliations and preface.signature == record.name
        if preface and signed and record.role is Role.FOREWORD:
            return preface.affiliations, preface.affiliation, preface.signature_line
        return record.affiliations, record.affiliation, record.source_line

    def _critiques(self) -> Iterator[Fixture]:
        for case in self._all_cases():
            by_expert = {self._critic(critique): critique for critique in reversed(case.critiques)}
            for order, critique in enumerate(reversed(by_expert.values()), start=1):
                yield self._critique(case, critique, order)

    def _critique(self, case: CaseRecord, critique: CritiqueRecord, order: int) -> Fixture:
        return row(
            "cases.critique",
            case=[self._case_slug(case.number)],
            expert=[self._critic(critique)],
            slug=self._critique_slug(case, critique),
            order=order,
            name_as_printed=critique.name_as_printed,
            affiliation_as_printed=critique.affiliation,
            affiliations=self.people.affiliation_keys(
                critique.name, critique.affiliations, critique.affiliation, critique.source_line
            ),
            **printed(critique.source_line),
        )

    def _critique_slug(self, case: CaseRecord, critique: CritiqueRecord) -> str:
        return f"{self._case_slug(case.number)}-{self._critic(critique)}"

    def _critic(self, critique: CritiqueRecord) -> str:
        return self.people.expert(critique.name, critique.affiliations)

    def _errata(self) -> Iterator[Fixture]:
        subjects: Counter[str] = Counter()
        for order, erratum in enumerate(self.book.errata, start=1):
            subjects[erratum.subject] += 1
            yield self._erratum(erratum, order, subjects[erratum.subject])

    def _erratum(self, erratum: ErratumRecord, order: int, time: int) -> Fixture:
        return row(
            "cases.erratum",
            book=[self.slug],
            order=order,
            subject=erratum.subject if time == 1 else f"{erratum.subject}（{time}）",
            reading=erratum.reading,
            other_reading=erratum.other_reading,
            other_line=erratum.other_line,
            note=erratum.note,
            **printed(erratum.source_line),
        )


def _in_english(title: str | None) -> dict[str, str]:
    """The field of our English translation of a title, where there is one."""
    return {"english_title": title} if title else {}


def _field_lines(colophon: ColophonRecord) -> dict[str, int]:
    """Source lines by the fields' names in the model."""
    names = {"place": "place_of_publication"}
    known = {*COLOPHON_FIELDS, "place", "notices"}
    return {
        names.get(name, name): line
        for name, line in sorted(colophon.lines.items())
        if name in known
    }


def _plain(value: object) -> str:
    if isinstance(value, Decimal | date):
        return str(value)
    raise TypeError(value)
