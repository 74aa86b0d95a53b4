"""The lexicon: all names of the database, indexed in memory for suggestions and proposals."""

from itertools import groupby
from operator import attrgetter

from casebook.core.cache import revision
from casebook.core.cache.reloader import Reloader
from search.service.active_index import get_index
from search.text.analyzer import Analyzer
from search.text.normalisation import normalize_line
from search.text.pinyin import Spelling, spell, spell_person

from .matchers import KindMatcher, Typed
from .name_list import KINDS, Entry, Names, read_names
from .spelling_index import SpellingIndex

MAX_LOADED_IN_REQUEST = 2_000
"""Maximum names that a request loads itself; more are loaded in a thread."""


class Lexicon:
    """A snapshot of all names with their matchers and spelling index; immutable once made."""

    def __init__(self, names: Names, analyzer: Analyzer) -> None:
        self.entries, words = self.names = names
        self.analyzer = analyzer
        self.spelling_index = SpellingIndex(lambda text: spell(text, analyzer))
        self._matchers = [
            KindMatcher(kind, [(entry, *self._spell(entry)) for entry in entries])
            for kind, entries in groupby(self.entries, attrgetter("kind"))
        ]
        for word in sorted(words):
            self.spelling_index.add(word, normalize_line(word).text, spell(word, analyzer))

    def _spell(self, entry: Entry) -> tuple[list[str], list[Spelling]]:
        """The normalised names of an entry and their spellings, added to the spelling index."""
        is_person = entry.kind == "expert"
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
        order = list(KINDS)
        return sorted((entry for *_, entry in best), key=lambda entry: order.index(entry.kind))


def load(before: Lexicon | None) -> Lexicon:
    """Read the names; make a new lexicon only if they changed."""
    names = read_names()
    return before if before and before.names == names else Lexicon(names, get_index().analyzer)


current = Reloader(
    load,
    lambda: revision.current().mark,
    lambda lexicon: len(lexicon.entries) > MAX_LOADED_IN_REQUEST,
)
