"""The index of this process: the engine with the words that editors have added.

Editors' words are looked at again every few seconds, and at once when the content revision
moved. A changed dictionary is loaded beside the old one in a thread of its own, so that no
request waits for it; what is answered meanwhile holds for once only.
"""

import logging
import threading
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection

from casebook.conditional_get import mark_no_store

from .backends.base import SearchBackend
from .models import DictionaryWord, StopWord, Synonym, VocabularyRevision

if TYPE_CHECKING:
    from .analysis import Analyzer

log = logging.getLogger(__name__)

LOOK_AGAIN = 2.0
"""Seconds during which the words read last are taken to be right."""

WORD_FREQUENCY = 3
"""How common an editor's word is taken to be: enough to stay whole, as in the project's own list."""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Which other wordings a typed word also finds."""

    also: dict[str, tuple[str, ...]]

    @classmethod
    def load(cls) -> "Synonyms":
        also: dict[str, list[str]] = {}
        for row in Synonym.objects.all():
            also.setdefault(row.term, []).append(row.also)
            if row.both_ways:
                also.setdefault(row.also, []).append(row.term)
        return cls({term: tuple(dict.fromkeys(words)) for term, words in also.items()})


@dataclass(frozen=True, slots=True)
class Index:
    """An engine and the words it was made with, as of one revision of the editors' tables."""

    revision: int
    backend: SearchBackend
    synonyms: Synonyms
    analyzer: "Analyzer"


class Current:
    """Holds the index in use; replaced as a whole, so that a search sees one state."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Start afresh, as a forked process must, which cannot share an open index."""
        self._index: Index | None = None
        self._looked_at = 0.0
        self._is_behind = False
        self._lock = threading.Lock()
        self._loading = threading.Lock()

    def get(self) -> Index:
        """The index; made at the first call, looked after from then on."""
        with self._lock:
            if self._index is None:
                self._index = load()
                self._looked_at = time.monotonic()
            due = time.monotonic() - self._looked_at > LOOK_AGAIN
            if due:
                self._looked_at = time.monotonic()
            index = self._index
        if due:
            self._is_behind = VocabularyRevision.current() != index.revision
            if self._is_behind:
                self._load_beside()
        if self._is_behind:
            mark_no_store()
        return index

    def look_again(self, **_signal: object) -> None:
        """Look at the words with the next search."""
        self._looked_at = 0.0

    def refresh(self) -> Index:
        """The index with the editors' words as they are now."""
        index = self._index
        if index is None or index.revision != VocabularyRevision.current():
            return self._use(load())
        return index

    def reload(self) -> Index:
        """Read the editors' words and the dictionary now; what a rebuild starts with."""
        index = load()
        index.analyzer.load()
        return self._use(index)

    def _use(self, index: Index) -> Index:
        with self._lock:
            self._index, self._looked_at = index, time.monotonic()
            self._is_behind = False
        return index

    def _load_beside(self) -> None:
        if self._loading.acquire(blocking=False):
            threading.Thread(target=self._reload_and_release, name="words", daemon=True).start()

    def _reload_and_release(self) -> None:
        try:
            self.reload()
        except Exception:
            log.exception("The editors' words could not be read again; the old ones stay.")
        finally:
            connection.close()
            self._loading.release()


def load() -> Index:
    """Read the editors' words and make an engine with them; its dictionary is loaded when first used."""
    # Commands that search nothing should not wait for the engine.
    from .backends.embedded import EmbeddedBackend

    revision = VocabularyRevision.current()
    words = DictionaryWord.objects.values_list("word", flat=True)
    analyzer = analyzer_with(
        tuple(word.lower() for word in words),
        tuple(StopWord.objects.values_list("word", flat=True)),
    )
    backend = EmbeddedBackend(Path(settings.DATA_DIR) / "index", analyzer)
    return Index(revision, backend, Synonyms.load(), analyzer)


@lru_cache(maxsize=2)
def analyzer_with(words: tuple[str, ...], stop_words: tuple[str, ...]) -> "Analyzer":
    """An analyzer with the editors' words; kept, so that forked processes share its memory."""
    from .analysis import make_analyzer

    return make_analyzer(
        Path(settings.DATA_DIR) / "jieba",
        extra_words=[(word, WORD_FREQUENCY) for word in words],
        extra_stop_words=stop_words,
    )


current = Current()


def get_index() -> Index:
    """The index of this process."""
    return current.get()


def get_backend() -> SearchBackend:
    """The engine of this process."""
    return current.get().backend
