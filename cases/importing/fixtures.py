"""``BookRecord`` → fixture objects with natural keys: the facts of a book, no running text.

One person of a book is one Expert (identity: ``cases.importing.people_rows``), one organisation
one Organisation, one affiliation one Affiliation. The same record always gives the same bytes.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from cases.importing.objects import Fixture, printed, row
from cases.importing.outline import TextBlock, end_pages, every_case, headings
from cases.importing.people_rows import Mention, People
from cases.importing.romanisation import word_slug
from cases.parsing.book_records import (
    BookRecord,
    CaseRecord,
    ContributionRecord,
    CritiqueRecord,
    Role,
)

BOOKS = settings.BASE_DIR / "fixtures" / "books.json"
LONGEST_BOOK_SLUG = 60
COLOPHON_FIELDS = (
    "isbn", "cip_number", "cip_title", "cip_subjects", "classification", "format", "sheets",
    "word_count", "edition", "edition_date", "printing", "printing_date", "price", "website",
)  # fmt: skip


def make_fixture(book: BookRecord, slug: str = "") -> list[Fixture]:
    """The fixture objects of a book, each after those that it refers to."""
    return FixtureMaker(book, slug or book_slug(book)).make()


def make_text_sections(book: BookRecord, slug: str) -> list[Fixture]:
    """Fixture objects of headings that only the running text has; fixture files leave them out."""
    return list(FixtureMaker(book, slug).sections(in_contents=False))


def to_json(fixture: Iterable[Fixture]) -> str:
    """The text of a fixture file."""
    return json.dumps(list(fixture), ensure_ascii=False, indent=1, default=str) + "\n"


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
            *self._parts(),
            *self.sections(),
            *self._cases(),
            *self._contributions(),
            *self._critiques(),
            *self._errata(),
        ]
        return [*self.people.rows(), *rows]

    # --- The book and its units ------------------------------------------------------------

    def _book(self) -> Fixture:
        book, colophon = self.book, self.book.colophon
        return row(
            "cases.book",
            slug=self.slug,
            **copied(book, "title", "subtitle", "parallel_title"),
            **_in_english(self.known.get("english_title")),
            place_of_publication=colophon.place,
            notices=[notice.text for notice in colophon.notices],
            foreword_date=book.preface.dated if book.preface else "",
            field_lines={
                "place_of_publication" if name == "place" else name: line
                for name, line in sorted(colophon.lines.items())
                if name in {*COLOPHON_FIELDS, "place", "notices"}
            },
            **copied(colophon, *COLOPHON_FIELDS),
            **printed(book.source_line),
        )

    def _parts(self) -> Iterator[Fixture]:
        for part in self.book.parts:
            yield row(
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
                section = heading.section
                yield row(
                    "cases.section",
                    book=[self.slug],
                    anchor=heading.anchor,
                    order=heading.order,
                    **copied(section, "level", "marker", "title", "start_page"),
                    parent=[self.slug, heading.parent] if heading.parent else None,
                    **self._owner(heading.block),
                    **printed(section.source_line),
                )

    def _owner(self, block: TextBlock) -> dict[str, list[Any]]:
        if block.case and block.critique:
            critique = block.case.critiques[block.critique - 1]
            return {"critique": [self._critique_slug(block.case, critique)]}
        if block.case:
            return {"case": [self._case_slug(block.case)]}
        return {"part": [self.slug, block.part.number]} if block.part else {}

    def _cases(self) -> Iterator[Fixture]:
        for part in (*self.book.parts, None):
            for case in part.cases if part else self.book.cases:
                yield row(
                    "cases.case",
                    book=[self.slug],
                    part=[self.slug, part.number] if part else None,
                    number=case.number,
                    slug=self._case_slug(case),
                    **copied(case, "title", "name", "subtitle"),
                    **_in_english(self.known.get("cases", {}).get(str(case.number))),
                    start_page=case.start_page,
                    end_page=self.end_pages["case", case.number],
                    **printed(case.source_line),
                )

    def _case_slug(self, case: CaseRecord) -> str:
        return f"{self.slug}-{case.number:02}"

    # --- Contributions, critiques, errata --------------------------------------------------

    def _mentions(self) -> Iterator[Mention]:
        """All mentions of people in the book, in the order of the rows made of them."""
        for record in self.book.contributions:
            if not record.is_organisation:
                yield self._mention(record)
        for case in every_case(self.book):
            yield from map(self._mention, case.critiques)

    def _mention(self, record: ContributionRecord | CritiqueRecord) -> Mention:
        """The foreword's author has the affiliations of the signature."""
        as_printed = record.affiliations, record.affiliation, record.source_line
        preface = self.book.preface
        is_foreword = getattr(record, "role", None) is Role.FOREWORD
        if is_foreword and preface and preface.affiliations and preface.signature == record.name:
            as_printed = preface.affiliations, preface.affiliation, preface.signature_line
        return Mention(record.name, record.source_line, *as_printed)

    def _contributions(self) -> Iterator[Fixture]:
        for record in self.book.contributions:
            if record.is_organisation:
                by: dict[str, Any] = {
                    "organisation": [self.people.organisation(record.name, record.source_line)]
                }
            else:
                mention = self._mention(record)
                by = {
                    "expert": [self.people.expert(mention)],
                    "affiliation_as_printed": mention.as_printed,
                    "affiliations": self.people.affiliation_keys(mention),
                }
            yield row(
                "cases.contribution",
                book=[self.slug],
                role=str(record.role),
                **copied(record, "order", "name_as_printed"),
                **by,
                **printed(record.source_line),
            )

    def _critiques(self) -> Iterator[Fixture]:
        for case in every_case(self.book):
            by_expert = {self._critic(critique): critique for critique in reversed(case.critiques)}
            for order, critique in enumerate(reversed(by_expert.values()), start=1):
                yield row(
                    "cases.critique",
                    case=[self._case_slug(case)],
                    expert=[self._critic(critique)],
                    slug=self._critique_slug(case, critique),
                    order=order,
                    name_as_printed=critique.name_as_printed,
                    affiliation_as_printed=critique.affiliation,
                    affiliations=self.people.affiliation_keys(self._mention(critique)),
                    **printed(critique.source_line),
                )

    def _critique_slug(self, case: CaseRecord, critique: CritiqueRecord) -> str:
        return f"{self._case_slug(case)}-{self._critic(critique)}"

    def _critic(self, critique: CritiqueRecord) -> str:
        return self.people.expert(self._mention(critique))

    def _errata(self) -> Iterator[Fixture]:
        subjects: Counter[str] = Counter()
        for order, erratum in enumerate(self.book.errata, start=1):
            subjects[erratum.subject] += 1
            time = subjects[erratum.subject]
            yield row(
                "cases.erratum",
                book=[self.slug],
                order=order,
                subject=erratum.subject if time == 1 else f"{erratum.subject}（{time}）",
                **copied(erratum, "reading", "other_reading", "other_line", "note"),
                **printed(erratum.source_line),
            )


def copied(record: object, *names: str) -> dict[str, Any]:
    """The fields that have the same name in a record and in its row."""
    return {name: getattr(record, name) for name in names}


def _in_english(title: str | None) -> dict[str, str]:
    """The field of our English translation of a title, where there is one."""
    return {"english_title": title} if title else {}
