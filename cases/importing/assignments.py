"""Assign places and themes to cases, and places (seats) to organisations, by rule."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from casebook.core.models import InputDigest
from cases.importing.place_names import Gazetteer, places_in, seat_in
from cases.models import Book, Case, CasePlace, Place, Theme
from experts.models import Organisation

from .import_log import ImportLog, Remover, is_edited, rules_of
from .objects import Fixture, References, row, to_objects
from .report import Report
from .rows import RowLoader

PART_EVIDENCE = "篇名“{title}”中的“{words}”"
MAX_THEMES = 4


class Rules:
    """A snapshot of gazetteer and theme words, by which places, themes and seats are assigned.

    Results are cached by text.
    """

    def __init__(self, places: Iterable[Place], themes: Iterable[Theme]) -> None:
        places, self.themes = list(places), list(themes)
        self.gazetteer = Gazetteer(places)
        words = [(place.path, place.known_names) for place in places]
        cues = [(theme.slug, theme.title_words) for theme in self.themes]
        self.digest = sha256(words, cues)
        self.places_in = cache(lambda title: places_in(title, self.gazetteer))
        self.themes_in = cache(self._themes_in)
        self.seat_in = cache(lambda name: seat_in(name, self.gazetteer))

    @classmethod
    def read(cls) -> "Rules":
        return cls(Place.objects.all(), Theme.objects.all())

    def _themes_in(self, title: str) -> list[tuple[Theme, str]]:
        """Themes of a title, with the matched words as evidence."""
        found = (
            (theme, [word for word in theme.title_words if word in title]) for theme in self.themes
        )
        return [(theme, "、".join(words)) for theme, words in found if words]

    def themes_of(self, title: str, part_title: str) -> list[tuple[Theme, str]]:
        """Themes with their evidence; where the title gives none, those of the part's title."""
        if found := self.themes_in(title):
            return found
        return [
            (theme, PART_EVIDENCE.format(title=part_title, words=words))
            for theme, words in self.themes_in(part_title)
        ]

    def digest_of(self, titles: Iterable[tuple[str | None, ...]]) -> str:
        """SHA-256 of the vocabularies and the titles that they are compared with."""
        return sha256(self.digest, sorted(map(str, titles)))


def sha256(*inputs: object) -> str:
    return hashlib.sha256(repr(inputs).encode("utf-8", "surrogatepass")).hexdigest()


class Assignment:
    """Updates the rows derived by rule; rows that a person assigned or removed stay so."""

    def __init__(self, rules: Rules, references: References, report: Report) -> None:
        self.rules = rules
        self.references = references
        self.report = report

    def to_book(self, book: Book) -> None:
        """Assign places and themes to the cases of one book."""
        import_log = ImportLog.of(rules_of(book.pk))
        by_hand = _primary_by_hand(book, import_log)
        cases = list(Case.objects.filter(book=book).select_related("part"))
        links = [
            link
            for case in cases
            for link in (*self._places(case, by_hand.get(case.pk)), *self._themes(case))
        ]
        self._load(import_log, links)
        titles = ((case.title, case.part.title if case.part else None) for case in cases)
        InputDigest.note(rules_of(book.pk), self.rules.digest_of(titles))

    def to_organisations(
        self, organisations: Iterable[Organisation], import_log: ImportLog
    ) -> None:
        """Assign the seats of some organisations; ``import_log`` has those of earlier runs."""
        seats = [
            _derived(
                "cases.seat",
                body,
                seat.words,
                organisation=self._key(body),
                place=self._key(seat.place),
            )
            for body in organisations
            if (seat := self.rules.seat_in(body.name))
        ]
        self._load(import_log, seats)

    def _load(self, import_log: ImportLog, rows: Iterable[Fixture]) -> None:
        objects = to_objects(rows, "the rules for places, themes and seats")
        RowLoader(import_log, self.references, self.report).load(objects)
        Remover([import_log], self.report).remove_stale()

    def _places(self, case: Case, primary: int | None) -> Iterator[Fixture]:
        """One row for each place; the first is primary, unless a person chose another."""
        for mention in self.rules.places_in(case.title):
            primary = primary or mention.place.pk
            yield _derived(
                "cases.caseplace",
                case,
                mention.words,
                case=self._key(case),
                place=self._key(mention.place),
                is_primary=mention.place.pk == primary,
            )

    def _themes(self, case: Case) -> Iterator[Fixture]:
        part_title = case.part.title if case.part else ""
        for theme, words in self.rules.themes_of(case.title, part_title)[:MAX_THEMES]:
            keys = {"case": self._key(case), "theme": self._key(theme)}
            yield _derived("cases.casetheme", case, words, **keys)

    def _key(self, row: Case | Place | Theme | Organisation) -> list[str]:
        """The natural key of a row, which the references then know."""
        self.references[row._meta.label_lower, (row.slug,)] = row.pk
        return [row.slug]


def _derived(model: str, source: Case | Organisation, evidence: str, **fields: Any) -> Fixture:
    """A row that a rule derives from a title or name."""
    derived = {"evidence": evidence, "origin": "derived", "source_line": source.source_line}
    return row(model, **fields, **derived)


def stale_books(rules: Rules) -> list[Book]:
    """Books for which the rules have not been run since a title or a vocabulary changed."""
    titles: dict[int, list[tuple[str | None, ...]]] = {}
    for book, *texts in Case.objects.order_by().values_list("book", "title", "part__title"):
        titles.setdefault(book, []).append(tuple(texts))
    done = dict(InputDigest.objects.values_list("name", "digest"))
    return [
        book
        for book in Book.objects.order_by("pk")
        if done.get(rules_of(book.pk)) != rules.digest_of(titles.get(book.pk, ()))
    ]


def _primary_by_hand(book: Book, import_log: ImportLog) -> dict[int, int]:
    """The primary place of each case where a person chose it, or edited the rule's row."""
    return {
        link.case_id: link.place_id
        for link in CasePlace.objects.filter(case__book=book, is_primary=True)
        if (entry := import_log.by_row.get(("cases.caseplace", link.pk))) is None
        or is_edited(link, entry)
    }
