"""Names: everything that has a name and a page, with all the names and spellings it goes by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils import translation

from cases.models import Case, Place, Theme
from experts.models import Expert, Organisation
from search.analysis import read_dictionary
from search.models import DictionaryWord, Synonym
from search.pinyin import Spelling

KINDS = {
    "case": "cases:case-detail",
    "expert": "experts:expert-detail",
    "place": "cases:place-detail",
    "theme": "cases:theme-detail",
    "organisation": "experts:organisation-detail",
}
"""The kinds in the order in which they are shown, each with the name of its pages' address."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A case, person, place, theme or body: ``value`` is its slug, ``names`` its names, best first.

    ``spellings`` are those that the database holds, beside what the names themselves give;
    ``english_name`` is our own, empty where there is none.
    """

    kind: str
    label: str
    value: str
    names: tuple[str, ...]
    spellings: tuple[Spelling, ...] = ()
    english_name: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """All that has a name: entries, kind by kind, each kind in its order, and the editors' words."""

    entries: tuple[Entry, ...]
    words: frozenset[str] = frozenset()

    @classmethod
    def read(cls) -> "Names":
        """What the database holds now, in as many queries however much that is."""
        return cls(
            (*cases(), *experts(), *places(), *themes(), *organisations()),
            shipped_words().union(
                DictionaryWord.objects.values_list("word", flat=True),
                *Synonym.objects.values_list("term", "also"),
            ),
        )


@cache
def shipped_words() -> frozenset[str]:
    return frozenset(word for word, _ in read_dictionary())


def cases() -> Iterator[Entry]:
    rows = Case.objects.values_list("title", "slug", "name", "english_title")
    for title, slug, name, english_title in rows.order_by("book", "number"):
        names = distinct((name, title, english_title))
        yield Entry("case", title, slug, names, english_name=english_title)


def experts() -> Iterator[Entry]:
    """People; those who share a name bear what tells them apart, too."""
    with translation.override(settings.LANGUAGE_CODE):
        rows = list(Expert.objects.with_distinction())
    for expert in rows:
        spelling = Spelling.of_syllables(expert.pinyin.split())
        names = distinct((expert.name, *expert.aliases))
        apart = f"（{expert.distinction}）" if expert.distinction else ""
        english_name = f"{expert.english_name}{apart}" if expert.english_name else ""
        yield Entry(
            "expert", expert.name + apart, expert.slug, names, known((spelling,)), english_name
        )


def places() -> Iterator[Entry]:
    """Provinces first, then what lies in them."""
    for place in sorted(Place.objects.all(), key=lambda place: place.path.count("/")):
        spellings = (
            Spelling(place.pinyin_short.capitalize(), place.initials.capitalize()),
            Spelling.of_syllables(place.pinyin.split()),
        )
        names = distinct((place.short_name, *place.known_names, place.english_name))
        yield Entry("place", place.name, place.slug, names, known(spellings), place.english_name)


def themes() -> Iterator[Entry]:
    for theme in Theme.objects.all():
        names = distinct((theme.name, theme.english_name))
        yield Entry("theme", theme.name, theme.slug, names, english_name=theme.english_name)


def organisations() -> Iterator[Entry]:
    for body in Organisation.objects.all():
        names = distinct((body.name, *body.aliases, body.english_name))
        yield Entry("organisation", body.name, body.slug, names, english_name=body.english_name)


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))


def known(spellings: Iterable[Spelling]) -> tuple[Spelling, ...]:
    """Those that the database really has."""
    return tuple(each for each in spellings if each.full)
