"""Suggestions while somebody types: titles, people, places, themes and organisations.

Found by characters, by full pinyin or by initials, with one slip allowed. A search
itself never uses pinyin: it does not take one word for another of the same sound.
"""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.conf import settings
from django.utils.translation import override

from casebook.core.cache import revision
from casebook.core.cache.revision import Reloader
from casebook.core.records import suggested_types
from search.models import DictionaryWord, Synonym
from search.service.active_index import get_index
from search.text.analyzer import Analyzer, read_dictionary
from search.text.normalisation import normalize_line
from search.text.pinyin import Spelling, spell, spell_person

from .matchers import Entry, KindMatcher, Typed
from .spelling_index import SpellingIndex

MAX_SUGGESTIONS = 20
DEFAULT_SUGGESTIONS = 10
MAX_LOADED_IN_REQUEST = 2_000
"""Maximum names that a request loads itself; more are loaded in a thread."""

Names = tuple[tuple[Entry, ...], frozenset[str]]
"""Entries, kind by kind, each kind in its order; and dictionary words."""


class Lexicon:
    """A snapshot of all names with their matchers and spelling index; immutable once made."""

    def __init__(self, names: Names, analyzer: Analyzer) -> None:
        self.entries, words = self.names = names
        self.analyzer = analyzer
        self.spelling_index = SpellingIndex(analyzer)
        self._matchers = []
        for kind, each in suggested_types().items():
            entries = (entry for entry in self.entries if entry.kind == kind)
            rows = [(entry, *self._spell(entry, is_person=each.has_people)) for entry in entries]
            self._matchers.append(KindMatcher(rows, has_short_names=each.has_short_names))
        for word in sorted(words):
            self.spelling_index.add(word, normalize_line(word).text, spell(word, analyzer))

    def _spell(self, entry: Entry, *, is_person: bool) -> tuple[list[str], list[Spelling]]:
        """The normalised names of an entry and their spellings, added to the spelling index."""
        normalized, spellings = [], list(entry.spellings)
        for name in entry.names:
            normalized.append(normalize_line(name).text)
            spelling = None
            if not name.isascii():
                spelling = spell_person(name) if is_person else spell(name, self.analyzer)
                spellings.append(spelling)
            self.spelling_index.add(name, normalized[-1], spelling, by_shape=not is_person)
        return normalized, list(dict.fromkeys(spellings))

    def find(self, raw: str, limit: int) -> list[Entry]:
        """The best entries, kind by kind; sound and slips count where nothing else is found."""
        typed = Typed.read(raw, self.analyzer)
        if not typed.is_enough:
            return []
        for strategy in (KindMatcher.as_typed, KindMatcher.by_sound, KindMatcher.with_slip):
            found = [
                match
                for matcher in self._matchers
                for match in matcher.best(strategy(matcher, typed), limit)
            ]
            if found:
                break
        best = sorted(found, key=lambda match: match[:2])[:limit]
        order = list(suggested_types())
        return sorted((entry for *_, entry in best), key=lambda entry: order.index(entry.kind))


def suggest(typed: str, limit: int = DEFAULT_SUGGESTIONS) -> list[Entry]:
    """The entries that match the text typed so far, kind by kind, the best of each first."""
    return current.get().find(typed, min(limit, MAX_SUGGESTIONS))


def warm() -> None:
    """Load the names and the dictionary, so that no request waits for them."""
    get_index().analyzer.load()
    current.get()


def read_names() -> Names:
    """All names in the database, read in a fixed number of queries."""
    words = DictionaryWord.objects.values_list("word", flat=True)
    synonyms = Synonym.objects.values_list("term", "also")
    with override(settings.LANGUAGE_CODE):
        entries = tuple(
            read_entry(kind, row, each.suggested_names(row))
            for kind, each in suggested_types().items()
            for row in each.suggested_rows()
        )
    shipped = (word for word, _ in read_dictionary())
    return entries, frozenset(chain(shipped, words, *synonyms))


def read_entry(kind: str, row: Any, names: Iterable[str]) -> Entry:
    """The entry of a row; a ``distinction`` tells it from others of the same name."""
    distinction = getattr(row, "distinction", "") and f"（{row.distinction}）"
    english_name = getattr(row, row.in_english[""]) if hasattr(row, "in_english") else ""
    spellings = []
    if short := getattr(row, "pinyin_short", ""):
        spellings.append(Spelling(short.capitalize(), row.initials.capitalize()))
    if syllables := getattr(row, "pinyin", ""):
        spellings.append(Spelling.of_syllables(syllables.split()))
    return Entry(
        kind,
        f"{row}{distinction}",
        row.slug,
        tuple(dict.fromkeys(filter(None, names))),
        f"{english_name}{distinction}" if english_name else None,
        tuple(spellings),
    )


def load(before: Lexicon | None) -> Lexicon:
    """Read the names; make a new lexicon only if they changed."""
    names = read_names()
    return before if before and before.names == names else Lexicon(names, get_index().analyzer)


current = Reloader(
    load,
    lambda: revision.current().mark,
    lambda lexicon: len(lexicon.entries) > MAX_LOADED_IN_REQUEST,
)
