"""Records: the documents by which they are found, and the index's field names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

Name = TypeVar("Name")

FACETS = (
    "kind",
    "book",
    "part",
    "province",
    "city",
    "place",
    "level",
    "theme",
    "expert",
    "organisation",
    "year",
    "case",
)
"""The facets that a document may have values in; ``place`` holds all ancestors, too."""

NAME_FIELDS = (
    *("place", "city", "province", "level", "theme"),
    *("expert", "organisation", "part", "book"),
)
"""The fields of names: places, themes, people …; each can be searched by itself."""

SORT_KEYS = ("number", "place", "page", "title")
"""The keys that hits can be sorted by; documents without one come last in both directions."""


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """A document of the index: texts to search, and facet values to count.

    ``key`` is that of the row it was made of, so that a ranking can do without the document.
    ``names`` holds short texts per field of ``NAME_FIELDS``; ``labels`` more of them, which
    are found only where their field is asked for. ``english`` holds names as English pages print
    them, which are found word by word: AI is no part of Shanghai. ``exact_names`` are its whole
    names: a query that is one of them, and nothing else, ranks it higher. ``least_length`` is a
    number of characters below which a document ranks no higher for being short. ``order`` breaks
    ties: the lower comes first. ``extra`` is returned with a hit, unchanged. A title that
    ``is_statement`` weighs no more than other text.
    """

    id: str
    kind: str
    slug: str
    title: str
    key: int = 0
    body: str = ""
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
    labels: Mapping[str, Sequence[str]] = field(default_factory=dict)
    english: Mapping[str, Sequence[str]] = field(default_factory=dict)
    exact_names: Sequence[str] = ()
    least_length: int = 0
    is_statement: bool = False
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sort_keys: Mapping[str, str] = field(default_factory=dict)
    order: int = 0
    extra: Mapping[str, object] = field(default_factory=dict)


def merged(*named: Mapping[str, Sequence[Name]]) -> dict[str, list[Name]]:
    """Merge mappings: the names of each field together."""
    fields = dict.fromkeys(field for names in named for field in names)
    return {field: [name for names in named for name in names.get(field, ())] for field in fields}
