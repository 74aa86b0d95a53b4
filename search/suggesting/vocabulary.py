"""The vocabulary: all names of the database, arranged to be found while somebody types.

It is made once in a process and looked after every few seconds, and as soon as the content
revision moved. Where there are many names it is made anew in a thread of its own, while the
old one goes on answering; what is answered from it then holds for once only.
"""

import logging
import threading
import time
from itertools import groupby, pairwise
from operator import attrgetter

from django.db import connections

from casebook.conditional_get import mark_no_store
from search.folding import fold_line
from search.index import get_index
from search.pinyin import Cuts, Spelling, spell, spell_person

from .entries import KINDS, Entry, Names
from .shelves import Found, Shelf, Typed
from .terms import Terms

log = logging.getLogger(__name__)

LOOK_AGAIN = 2.0
"""Seconds during which the names read last are taken to be right."""

PATIENCE = 20
"""A look that takes long makes the next one wait this many times as long."""

THREAD = "names"
FEW = 2_000
"""So many names are arranged at once; more of them in the background."""


class Vocabulary:
    """The names of one moment; never changes once it is made."""

    def __init__(self, names: Names, analyzer: Cuts) -> None:
        self.names = names
        self._analyzer = analyzer
        self._shelves = [
            Shelf(kind, group, self._spell_name)
            for kind, group in groupby(names.entries, attrgetter("kind"))
        ]
        self.terms = Terms(names, self._spell_name, self.spell)

    def spell(self, text: str) -> Spelling:
        """How a text is typed in letters."""
        return spell(text, self._analyzer)

    def _spell_name(self, entry: Entry, name: str) -> Spelling:
        return spell_person(name) if entry.kind == "expert" else self.spell(name)

    def _knows(self, text: str) -> bool:
        return len(self._analyzer.tokens(text)) == 1

    def is_stop_word(self, text: str) -> bool:
        return self._analyzer.is_stop_word(text)

    def word_ends(self, text: str) -> list[int]:
        """The places in a folded text between which its words stand."""
        tokens = self._analyzer.tokens(text)
        return sorted({0, *(end for token in tokens for end in (token.start, token.end))})

    def is_words(self, text: str) -> bool:
        """Whether a text is made of words of more than one character."""
        ends = self.word_ends(fold_line(text).text)
        return all(end - start > 1 for start, end in pairwise(ends))

    def find(self, raw: str, limit: int) -> list[Entry]:
        """The best entries, kind by kind; sound and slips count where nothing else is found."""
        typed = Typed.read(raw, self.spell, self._knows)
        found: list[Found] = []
        if typed.is_enough:
            for look in (Shelf.find, Shelf.find_by_sound, Shelf.find_with_a_slip):
                found = found or [
                    each for shelf in self._shelves for each in look(shelf, typed, limit)
                ]
        best = sorted(found, key=lambda each: each[:2])[:limit]
        order = list(KINDS)
        return sorted((entry for *_, entry in best), key=lambda entry: order.index(entry.kind))


class Current:
    """Holds the vocabulary in use; replaced as a whole, so that a request sees one state."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Start afresh; the next request reads the names again."""
        self._vocabulary: Vocabulary | None = None
        self._look_at = 0.0
        self._times_moved = 0
        self._making = threading.Lock()

    def get(self) -> Vocabulary:
        """The vocabulary; made at the first call, looked after from then on."""
        vocabulary = self._vocabulary
        if vocabulary is not None and time.monotonic() < self._look_at:
            return vocabulary
        if vocabulary is not None and len(vocabulary.names.entries) > FEW:
            if self._making.acquire(blocking=False):
                threading.Thread(target=self._look_and_release, name=THREAD, daemon=True).start()
            mark_no_store()
            return vocabulary
        with self._making:
            return self._look()

    def look_again(self, **_signal: object) -> None:
        """Read the names with the next request; a reading that is under way may come too early."""
        self._times_moved += 1
        self._look_at = 0.0

    def _look(self) -> Vocabulary:
        """Read the names, and arrange them anew if they are not those of the last look."""
        started = time.monotonic()
        vocabulary = self._vocabulary
        if vocabulary is None or started >= self._look_at:
            times_moved = self._times_moved
            names = Names.read()
            took = time.monotonic() - started
            if vocabulary is None or names != vocabulary.names:
                vocabulary = Vocabulary(names, get_index().analyzer)
            self._vocabulary = vocabulary
            if times_moved == self._times_moved:
                self._look_at = time.monotonic() + max(LOOK_AGAIN, PATIENCE * took)
        return vocabulary

    def _look_and_release(self) -> None:
        try:
            self._look()
        except Exception:
            log.exception("The names could not be read again; the old ones stay.")
        finally:
            connections.close_all()
            self._making.release()


current = Current()
