"""The list of names: every record that has a name and a page, with its names and spellings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from cases.models import Case, Place, Theme
from experts.models import Expert, Organisation
from search.models import DictionaryWord, Synonym
from search.text.analyzer import read_dictionary
from search.text.pinyin import Spelling

KINDS = {
    "case": "cases:case-detail",
    "expert": "experts:expert-detail",
    "place": "cases:place-detail",
    "theme": "cases:theme-detail",
    "organisation": "experts:organisation-detail",
}
"""The kinds in the order in which they are shown, each with the URL name of its pages."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A case, person, place, theme or organisation: ``value`` is its slug, ``names`` best first.

    ``spellings`` are those stored in the database, beside those made from the names;
    ``english_name`` is our own, None where there is none.
    """

    kind: str
    label: str
    value: str
    names: tuple[str, ...]
    english_name: str | None
    spellings: tuple[Spelling, ...]

    @property
    def url(self) -> str:
        return reverse(KINDS[self.kind], args=[self.value])


Names = tuple[tuple[Entry, ...], frozenset[str]]
"""Entries, kind by kind, each kind in its order; and dictionary words."""


def read_names() -> Names:
    """All names in the database, read in a fixed number of queries."""
    words = DictionaryWord.objects.values_list("word", flat=True)
    synonyms = Synonym.objects.values_list("term", "also")
    return (
        (*cases(), *experts(), *places(), *themes(), *organisations()),
        shipped_words().union(words, *synonyms),
    )


@cache
def shipped_words() -> frozenset[str]:
    return frozenset(word for word, _ in read_dictionary())


def entry(
    kind: str,
    label: str,
    slug: str,
    names: Iterable[str],
    english_name: str = "",
    *,
    spellings: Iterable[Spelling] = (),
) -> Entry:
    """An entry without empty or repeated names and without empty spellings."""
    distinct = tuple(dict.fromkeys(filter(None, names)))
    full = tuple(spelling for spelling in spellings if spelling.full)
    return Entry(kind, label, slug, distinct, english_name or None, full)


def cases() -> Iterator[Entry]:
    rows = Case.objects.order_by("book", "number")
    for title, slug, *names in rows.values_list("title", "slug", "name", "title", "english_title"):
        yield entry("case", title, slug, names, names[-1])


def experts() -> Iterator[Entry]:
    """People; the labels of those who share a name have their distinctions, too."""
    with translation.override(settings.LANGUAGE_CODE):
        rows = list(Expert.objects.with_distinction())
    for row in rows:
        apart = f"（{row.distinction}）" if row.distinction else ""
        english_name = row.english_name and row.english_name + apart
        spelling = Spelling.of_syllables(row.pinyin.split())
        names = (row.name, *row.aliases)
        yield entry("expert", row.name + apart, row.slug, names, english_name, spellings=[spelling])


def places() -> Iterator[Entry]:
    """Places by their depth in the place tree, provinces first."""
    for row in sorted(Place.objects.all(), key=lambda place: place.path.count("/")):
        names = (row.short_name, *row.known_names, row.english_name)
        spellings = (
            Spelling(row.pinyin_short.capitalize(), row.initials.capitalize()),
            Spelling.of_syllables(row.pinyin.split()),
        )
        yield entry("place", row.name, row.slug, names, row.english_name, spellings=spellings)


def themes() -> Iterator[Entry]:
    for row in Theme.objects.all():
        names = (row.name, row.english_name)
        yield entry("theme", row.name, row.slug, names, row.english_name)


def organisations() -> Iterator[Entry]:
    for row in Organisation.objects.all():
        names = (row.name, *row.aliases, row.english_name)
        yield entry("organisation", row.name, row.slug, names, row.english_name)
