"""Assign places and themes to cases, and places (seats) to organisations, by rule."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from casebook.core.models import InputDigest
from cases.models import Book, Case, CasePlace, Place, Theme
from experts.models import Organisation

from .import_log import ImportLog, Remover, is_edited, rules_of
from .objects import Fixture, References, row, to_objects
from .report import Report
from .rows import RowLoader

SCHOOL = re.compile("大学|学院")
"""A school is no evidence of a place: its name may have a place where it is not."""
IN_BRACKETS = re.compile(r"[（(]([\u3400-\u9fff]{2,8})[)）]")
PART_EVIDENCE = "篇名“{title}”中的“{words}”"
MAX_THEMES = 4


# --- Places named in titles and names -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """A place mentioned in a text: its name, and the start position."""

    place: Place
    start: int
    words: str

    @property
    def end(self) -> int:
        return self.start + len(self.words)


class Gazetteer:
    """Lookup of all names of all places, at any position of a text.

    The time grows with the length of the text, not with the number of places.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        self.by_name: dict[str, list[Place]] = {}
        self.position: dict[str, int] = {}
        for position, place in enumerate(places):
            self.position[place.path] = position
            for name in place.known_names:
                self.by_name.setdefault(name, []).append(place)
        self.lengths = sorted({len(name) for name in self.by_name}, reverse=True)

    def named_at(self, text: str, start: int) -> Iterator[Mention]:
        """The places named at a position, longest names first."""
        for length in self.lengths:
            name = text[start : start + length]
            if len(name) == length:
                yield from (Mention(place, start, name) for place in self.by_name.get(name, ()))

    def places_in(self, title: str) -> list[Mention]:
        """The places of a title by their longest names, deepest first, without their ancestors."""
        found: dict[str, Mention] = {}
        for start in range(len(title)):
            for mention in self.named_at(title, start):
                known = found.setdefault(mention.place.path, mention)
                if len(mention.words) > len(known.words):
                    found[mention.place.path] = mention
        mentions = [found[path] for path in sorted(found, key=self.position.__getitem__)]
        clear = [mention for mention in mentions if not _is_overshadowed(mention, mentions)]
        lowest = [
            mention
            for mention in clear
            if not any(_lies_in(other.place, mention.place) for other in clear)
        ]
        return sorted(lowest, key=lambda mention: (-mention.place.path.count("/"), mention.start))

    def seat_in(self, name: str) -> Mention | None:
        """The place at the start of an organisation's name: 山东省高青县人大常委会 → 高青县.

        It is the last of nested places, each inside the one before; else the place in brackets.
        """
        if SCHOOL.search(name):
            return None
        seat: Mention | None = None
        while found := [
            mention
            for mention in self.named_at(name, seat.end if seat else 0)
            if seat is None or _lies_in(mention.place, seat.place)
        ]:
            seat = max(found, key=lambda mention: (len(mention.words), -len(mention.place.path)))
        if seat:
            return Mention(seat.place, 0, name[: seat.end])
        brackets = IN_BRACKETS.search(name)
        named = self.by_name.get(brackets[1], []) if brackets else []
        if brackets and len(named) == 1:
            return Mention(named[0], brackets.start(1), brackets[1])
        return None


def _lies_in(place: Place, other: Place) -> bool:
    return place.path != other.path and place.path.startswith(other.path)


def _is_overshadowed(mention: Mention, mentions: list[Mention]) -> bool:
    """Whether a longer name covers this one, or another place of the name is more likely."""
    return any(
        other.start <= mention.start
        and mention.end <= other.end
        and (len(other.words) > len(mention.words) or _is_likelier(other, mention, mentions))
        for other in mentions
        if other.place.path != mention.place.path
    )


def _is_likelier(other: Mention, mention: Mention, mentions: list[Mention]) -> bool:
    """Of two places with one name: 吉林 alone is the province; 北京朝阳 is not 辽宁朝阳."""
    if _lies_in(mention.place, other.place) or _lies_in(other.place, mention.place):
        return _lies_in(mention.place, other.place)
    return _has_ancestor(other, mentions) and not _has_ancestor(mention, mentions)


def _has_ancestor(mention: Mention, mentions: list[Mention]) -> bool:
    return any(_lies_in(mention.place, other.place) for other in mentions)


# --- Rules -----------------------------------------------------------------------------------


class Rules:
    """A snapshot of gazetteer and theme words, by which places, themes and seats are assigned.

    Results are cached by text.
    """

    def __init__(self, places: Iterable[Place], themes: Iterable[Theme]) -> None:
        places, self.themes = list(places), list(themes)
        gazetteer = Gazetteer(places)
        words = [(place.path, place.known_names) for place in places]
        cues = [(theme.slug, theme.title_words) for theme in self.themes]
        self.digest = sha256(words, cues)
        self.places_in = cache(gazetteer.places_in)
        self.themes_in = cache(self._themes_in)
        self.seat_in = cache(gazetteer.seat_in)

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
