"""The active index of this process: the engine with the words that editors have added."""

import sys
from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from casebook.core.cache.revision import Reloader
from search.backends.base import SearchBackend
from search.models import DictionaryWord, StopWord, Synonym, VocabularyRevision
from search.query.query_runner import QueryRunner
from search.text.analyzer import Analyzer, make_analyzer
from search.text.normalisation import normalize

BACKENDS = {"tantivy": "search.backends.tantivy.backend.TantivyBackend"}
"""The engines by their name in the setting, which may also be a dotted path."""

WORD_FREQUENCY = 3
"""Dictionary frequency of an editor's word: enough for the tokenizer not to split it."""


def load_synonyms() -> dict[str, tuple[str, ...]]:
    """The synonyms that editors have added."""
    also: dict[str, dict[str, None]] = defaultdict(dict)
    for row in Synonym.objects.all():
        also[normalize(row.term).text][row.also] = None
        if row.both_ways:
            also[normalize(row.also).text][row.term] = None
    return {term: tuple(words) for term, words in also.items()}


def backend_class() -> Callable[[Path, Analyzer], SearchBackend]:
    """The class or function that SEARCH_BACKEND names; without it the start ends with one line."""
    name = settings.SEARCH_BACKEND
    try:
        return import_string(BACKENDS.get(name, name))  # type: ignore[no-any-return]
    except ImportError as error:
        sys.exit(
            f"Casebook cannot start: SEARCH_BACKEND is neither {', '.join(BACKENDS)} nor the path "
            f"of an engine: {error} (docs/settings.md lists every setting)."
        )


def load(before: QueryRunner | None = None) -> QueryRunner:
    """Read the editors' words and make an engine with them.

    The dictionary is loaded when first used; one that replaces another is loaded at once, so that
    no search waits for it.
    """
    words = DictionaryWord.objects.values_list("word", flat=True)
    analyzer = analyzer_with(
        tuple(word.lower() for word in words),
        tuple(StopWord.objects.values_list("word", flat=True)),
    )
    if before:
        analyzer.load()
    backend = backend_class()(Path(settings.DATA_DIR) / "index", analyzer)
    return QueryRunner(backend, analyzer, load_synonyms())


@lru_cache(maxsize=2)
def analyzer_with(words: tuple[str, ...], stop_words: tuple[str, ...]) -> Analyzer:
    """An analyzer with the editors' words; cached, so that forked processes share its memory."""
    return make_analyzer(
        Path(settings.DATA_DIR) / "jieba",
        extra_words=[(word, WORD_FREQUENCY) for word in words],
        extra_stop_words=stop_words,
    )


def vocabulary_revision() -> int:
    """The number of the editors' last change of a word."""
    return VocabularyRevision.objects.values_list("number", flat=True).first() or 0


current = Reloader(load, vocabulary_revision, is_slow=lambda _index: True)


get_index = current.get
"""Returns the index of this process."""


def get_backend() -> SearchBackend:
    """The engine of this process."""
    return current.get().backend
