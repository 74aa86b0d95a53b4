"""Suggestions while somebody types: titles, people, places, themes and organisations.

Found by characters, by full pinyin or by initials, with one slip allowed. A search
itself never uses pinyin: it does not take one word for another of the same sound.
"""

from search.service.active_index import get_index

from .lexicon import current
from .matchers import Entry

MAX_SUGGESTIONS = 20
DEFAULT_SUGGESTIONS = 10


def suggest(typed: str, limit: int = DEFAULT_SUGGESTIONS) -> list[Entry]:
    """The entries that match the text typed so far, kind by kind, the best of each first."""
    return current.get().find(typed, min(limit, MAX_SUGGESTIONS))


def warm() -> None:
    """Load the names and the dictionary, so that no request waits for them."""
    get_index().analyzer.load()
    current.get()
