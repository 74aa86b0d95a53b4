"""Record types: one declaration for each kind of record, and the documents of the index."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, TypeAlias, TypeVar

from django.db.models import Model, Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casebook.core.web.languages import name_of

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

MAX_ROWS = 100_000_000
"""The number of documents of a kind that ``order`` can tell apart."""

RECORD_LENGTH = 300
"""Minimum length of a short record in characters, for scoring beside cases and paragraphs."""


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """A document of the index: texts to search, and facet values to count.

    ``key`` is that of the row it was made of. ``names`` holds short texts per field of
    ``NAME_FIELDS``; ``labels`` more of them, which are found only where their field is asked for.
    ``english`` holds names as English pages print
    them, which are found word by word: AI is no part of Shanghai. ``exact_names`` are its whole
    names: a query that is one of them, and nothing else, ranks it higher. ``least_length`` is a
    number of characters below which a document ranks no higher for being short. ``order`` breaks
    ties: the lower comes first, of equal ones the lower ``key``. ``extra`` is returned with a
    hit, unchanged. A title that ``is_statement`` weighs no more than other text.
    """

    id: str = ""
    kind: str = ""
    slug: str = ""
    title: str = ""
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


class Translation(NamedTuple):
    """What a hit shows in the reader's language: its title and its context, empty as indexed."""

    title: str = ""
    context: str = ""


def translated_name(row: Any) -> Translation:
    return Translation(name_of(row))


Label = str | Promise
CONTENT = _("内容")
Lookup: TypeAlias = "str | Prefetch[str]"
"""A lookup of related rows, as ``prefetch_related`` takes it."""


@dataclass(frozen=True, kw_only=True, eq=False)
class RecordType:
    """A kind of record that has a document in the index.

    ``rows`` have a document each, which ``document`` makes, except for what follows from the kind.
    ``shows`` are the lookups of the related rows that the document shows: they are loaded before
    it is made, and when one of them changes, the document changes; ``showed_before_load`` lead to
    rows that it may have shown before a load moved them. ``words`` mean the kind in a query. The
    ``rank`` orders documents that match equally well, the lowest first. ``name_fields`` are the
    index's fields of names that hold the names of its rows; ``text_label`` is what the body of its
    documents is called. ``translate`` needs the related rows ``translated_from``.
    """

    kind: str
    label: Label
    label_of_one: Label
    rows: QuerySet[Any] = field(repr=False)
    rank: int
    words: Sequence[str]
    document: Callable[[Any], IndexDocument]
    shows: Sequence[Lookup] = ()
    showed_before_load: Sequence[str] = ()
    least_length: int = RECORD_LENGTH
    text_label: Label = CONTENT
    name_fields: Sequence[str] = ()
    translate: Callable[[Any], Translation] = translated_name
    translated_from: Sequence[str] = ()

    @property
    def model(self) -> type[Model]:
        return self.rows.model

    def make_document(self, row: Any) -> IndexDocument:
        """The document of a row, whose related rows are loaded."""
        made = self.document(row)
        return replace(
            made,
            id=document_id(self.kind, row.pk),
            kind=self.kind,
            slug=made.slug or row.slug,
            key=row.pk,
            least_length=self.least_length,
            labels={**made.labels, "kind": [*self.words, *made.labels.get("kind", ())]},
            facets={"kind": [self.kind], **made.facets},
            sort_keys={"title": made.title, **made.sort_keys},
            order=self.rank * MAX_ROWS + made.order,
        )


_record_types: dict[str, RecordType] = {}


def register(*record_types: RecordType) -> None:
    """Make kinds of record known; each app calls it when it is ready."""
    _record_types.update((each.kind, each) for each in record_types)


def indexed_types() -> dict[str, RecordType]:
    """The kinds that have documents, by rank."""
    return dict(sorted(_record_types.items(), key=lambda item: item[1].rank))


def words_for(*kinds: str) -> list[str]:
    """The words that mean any of these kinds."""
    return [word for kind in kinds for word in _record_types[kind].words]


def kind_meant_by(word: str) -> str:
    """The kind that a word of a query means; empty for most words."""
    return next((each.kind for each in indexed_types().values() if word in each.words), "")


def document_id(kind: str, key: int) -> str:
    """``case-17``: the kind and the key of the row."""
    return f"{kind}-{key}"


def join_lines(texts: Iterable[str]) -> str:
    """Texts as lines of one body; a match never crosses a line end."""
    return "\n".join(filter(None, texts))


def merged(*named: Mapping[str, Sequence[Name]]) -> dict[str, list[Name]]:
    """Merge mappings: the names of each field together."""
    fields = dict.fromkeys(field for names in named for field in names)
    return {field: [name for names in named for name in names.get(field, ())] for field in fields}
