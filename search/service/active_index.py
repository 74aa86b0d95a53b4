"""The active index of this process: the engine with the words that editors have added."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from casebook.core.cache.reloader import Reloader
from search.backends.base import SearchBackend
from search.models import DictionaryWord, StopWord, Synonym, VocabularyRevision

if TYPE_CHECKING:
    from search.text.analyzer import Analyzer

WORD_FREQUENCY = 3
"""Dictionary frequency of an editor's word: enough for the tokenizer not to split it."""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The curated synonyms: other wordings that a typed word also finds."""

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
    """An engine, with the synonyms and the analyzer in use."""

    backend: SearchBackend
    synonyms: Synonyms
    analyzer: "Analyzer"


def load(before: Index | None = None) -> Index:
    """Read the editors' words and make an engine with them.

    The dictionary is loaded when first used; one that replaces another is loaded at once, so that
    no search waits for it.
    """
    # Commands that search nothing should not wait for the engine.
    from search.backends.tantivy.backend import TantivyBackend

    words = DictionaryWord.objects.values_list("word", flat=True)
    analyzer = analyzer_with(
        tuple(word.lower() for word in words),
        tuple(StopWord.objects.values_list("word", flat=True)),
    )
    if before:
        analyzer.load()
    backend = TantivyBackend(Path(settings.DATA_DIR) / "index", analyzer)
    return Index(backend, Synonyms.load(), analyzer)


@lru_cache(maxsize=2)
def analyzer_with(words: tuple[str, ...], stop_words: tuple[str, ...]) -> "Analyzer":
    """An analyzer with the editors' words; cached, so that forked processes share its memory."""
    from search.text.analyzer import make_analyzer

    return make_analyzer(
        Path(settings.DATA_DIR) / "jieba",
        extra_words=[(word, WORD_FREQUENCY) for word in words],
        extra_stop_words=stop_words,
    )


current = Reloader(load, VocabularyRevision.current, is_slow=lambda _index: True)


def get_index() -> Index:
    """The index of this process."""
    return current.get()


def get_backend() -> SearchBackend:
    """The engine of this process."""
    return current.get().backend
