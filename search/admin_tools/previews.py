"""Previews in the admin: what a word would change, before it is saved."""

from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from django.conf import settings

from search.models import DictionaryWord
from search.query.parser import Expression, Word
from search.query.query import Query
from search.query.results import Hit
from search.service.active_index import WORD_FREQUENCY, get_index
from search.text.analyzer import Analyzer, make_analyzer

EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that contains a word, tokenised as it is now and as it would be."""

    text: str
    before: str
    after: str

    @property
    def changes(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class DictionaryPreview:
    """What a dictionary word would change: the tokenisation of the texts that contain it."""

    count: int
    cuts: tuple[Cut, ...]


@dataclass(frozen=True, slots=True)
class SynonymPreview:
    """How many hits a word has by itself and with its synonym."""

    term: str
    alone: int
    together: int

    @property
    def more(self) -> int:
        return self.together - self.alone


def holding(text: str, page_size: int = 0) -> tuple[int, tuple[Hit, ...]]:
    """How many documents contain the exact characters, and the first of them."""
    exactly = Expression(((Word(text, exact=True),),))
    results = get_index().search(Query(words=exactly, page_size=page_size))
    return results.total, results.hits


def preview_dictionary_word(word: str) -> DictionaryPreview:
    """The preview of a dictionary word; loading a dictionary with it takes about a second."""
    count, hits = holding(word, EXAMPLES * 2)
    now, then = get_index().analyzer, analyzer_with_also(word)
    texts = dict.fromkeys(text for hit in hits if (text := shown(hit, word)))
    cuts = (Cut(text, cut(text, now), cut(text, then)) for text in texts)
    return DictionaryPreview(count, tuple(islice(cuts, EXAMPLES)))


def analyzer_with_also(word: str) -> Analyzer:
    words = {*DictionaryWord.objects.values_list("word", flat=True), word}
    return make_analyzer(
        Path(settings.DATA_DIR) / "jieba",
        extra_words=[(each.lower(), WORD_FREQUENCY) for each in sorted(words)],
    )


def shown(hit: Hit, word: str) -> str:
    """The text of a hit that shows the word: its title, else an excerpt."""
    if hit.title_highlights:
        return hit.title
    if hit.reason:
        return hit.reason.snippet.text
    return hit.snippet.text if word in hit.snippet.text else ""


def cut(text: str, analyzer: Analyzer) -> str:
    return " / ".join(text[token.start : token.end] for token in analyzer.tokens(text))


def preview_synonym(term: str, also: str) -> SynonymPreview:
    """The hits of a search for the term, without the synonym and with it."""
    query = Query(page_size=0)
    index = get_index()
    alone = replace(query, words=Expression(((Word(term),),)))
    together = replace(query, words=Expression(((Word(term, alternatives=(also,)),),)))
    return SynonymPreview(term, index.search(alone).full_count, index.search(together).full_count)
