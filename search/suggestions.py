"""Suggestions while somebody types: titles, people, places, themes and bodies.

Found by characters, by full pinyin or by initials, with one slip forgiven. Pinyin helps
here only: a search itself never takes one word for another of the same sound.
"""

from dataclasses import dataclass

from django.urls import reverse

from .index import get_index
from .suggesting.entries import KINDS
from .suggesting.vocabulary import current

MOST = 20
USUAL = 10


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that may be meant: its kind, its names, its slug and its page.

    ``english_name`` is None where there is none.
    """

    kind: str
    label: str
    english_name: str | None
    value: str
    url: str


def suggest(typed: str, limit: int = USUAL) -> list[Suggestion]:
    """What may be meant by what is typed so far, kind by kind, the best of each first."""
    return [
        Suggestion(
            entry.kind,
            entry.label,
            entry.english_name or None,
            entry.value,
            reverse(KINDS[entry.kind], args=[entry.value]),
        )
        for entry in current.get().find(typed, min(limit, MOST))
    ]


def warm() -> None:
    """Read and arrange the names and the dictionary, so that no request waits for it."""
    get_index().analyzer.load()
    current.get()
