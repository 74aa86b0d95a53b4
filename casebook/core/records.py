"""Record types: one declaration for each kind of record, and the documents of the index."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar

from django.db.models import Model, Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casebook.core.filters.value_resolver import ValueResolver
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

CONTENT = _("内容")


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


Label = str | Promise
Data = dict[str, Any]
Lookup: TypeAlias = "str | Prefetch[str]"
"""A lookup of related rows, as ``prefetch_related`` takes it."""


@dataclass(frozen=True)
class JsonLinks:
    """Links to other records in JSON-LD; ``url`` makes an absolute URL of a path."""

    url: Callable[[str], str]

    def to(self, record: Any) -> Data:
        """Type, URL and name of a record, and of a book its ISBN; the URL is the ``@id``."""
        url, isbn = self.url(record.get_absolute_url()), getattr(record, "isbn", "")
        data = {"@type": page_of(record).json_ld_type, "@id": url, "url": url, "name": str(record)}
        return data | ({"isbn": isbn} if isbn else {})

    def to_all(self, records: Iterable[Any]) -> list[Data]:
        return [self.to(record) for record in records]


@dataclass(frozen=True, kw_only=True)
class RecordPage:
    """The page of a record, and its representations for machines.

    ``json_ld_type`` is its type in schema.org, and ``json_ld`` its properties there beside type,
    URL and name; ``summary`` is one sentence. The template of the Markdown is filled with one of
    ``markdown_rows`` and ``markdown_context``. ``path`` is the URL pattern of the page where it
    does not stand below a list of the kind: ``books/…/parts/1``.
    """

    json_ld_type: str
    json_ld: Callable[[Any, JsonLinks], Data]
    summary: Callable[[Any], str]
    markdown_rows: QuerySet[Any] = field(repr=False)
    markdown_context: Callable[[Any], Data] = lambda _record: {}
    path: str = ""


@dataclass(frozen=True, kw_only=True)
class Suggestions:
    """How records of a kind are suggested while typing, the kinds of the lowest rank first.

    ``rows`` are suggested in their order, ``names`` are those of a row, the best first. Names of
    people are read as such; short names match from two letters on.
    """

    rank: int
    rows: Callable[[], Iterable[Any]]
    names: Callable[[Any], Iterable[str]]
    are_people: bool = False
    are_short: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class RecordType:
    """A kind of record: what pages, citations and tools know of it.

    ``cited_work`` makes the work that citations name, None for kinds that are not cited, and
    ``resolver`` finds the rows that a tool may mean by a name.
    """

    rows: QuerySet[Any] = field(repr=False)
    page: RecordPage | None = None
    suggestions: Suggestions | None = None
    cited_work: Callable[[Any], Any] = lambda _record: None
    resolver: ValueResolver | None = None

    @property
    def model(self) -> type[Model]:
        return self.rows.model

    @property
    def kind(self) -> str:
        """The name of the model in small letters, as in URL names and in the API."""
        return str(self.model._meta.model_name)

    @property
    def url_name(self) -> str:
        """The URL name of its pages, before ``-detail`` and ``-list``."""
        return f"{self.model._meta.app_label}:{self.kind}"


@dataclass(frozen=True, kw_only=True, eq=False)
class IndexedType(RecordType):
    """A kind of record that is found by searches: each of its ``rows`` has a document.

    ``document`` makes it, but for what the kind determines; other kinds whose words find it, too,
    are the label ``kind``. ``shows`` are the lookups of the
    related rows that it shows: they are loaded before, and when one of them changes, the document
    changes; ``showed_before_load`` lead to rows that it may have shown before a load moved them.
    The ``rank`` orders documents that match equally well, the lowest first. ``words`` mean the
    kind in a query. ``text_label`` is what the body of a document is called; ``name_fields`` are
    the fields of the index that hold the names of its rows. On English pages a hit has an
    ``english_title`` and an ``english_context``, read of the row and of ``english_related`` rows;
    an empty one stays as it is in the index.
    """

    label: Label
    label_of_one: Label
    rank: int
    words: Sequence[str]
    document: Callable[[Any], IndexDocument]
    shows: Sequence[Lookup] = ()
    showed_before_load: Sequence[str] = ()
    least_length: int = RECORD_LENGTH
    text_label: Label = CONTENT
    name_fields: Sequence[str] = ()
    english_title: Callable[[Any], str] = name_of
    english_context: Callable[[Any], str] = lambda _row: ""
    english_related: Sequence[str] = ()

    def make_document(self, row: Any) -> IndexDocument:
        """The document of a row, whose related rows are loaded."""
        made, types = self.document(row), indexed_types()
        kinds = (self.kind, *made.labels.get("kind", ()))
        return replace(
            made,
            id=document_id(self.kind, row.pk),
            kind=self.kind,
            slug=made.slug or row.slug,
            key=row.pk,
            least_length=self.least_length,
            labels={**made.labels, "kind": [word for kind in kinds for word in types[kind].words]},
            facets={"kind": [self.kind], **made.facets},
            sort_keys={"title": made.title, **made.sort_keys},
            order=self.rank * MAX_ROWS + made.order,
            extra=made.extra
            if "url" in made.extra
            else {"url": row.get_absolute_url(), **made.extra},
        )


_record_types: dict[str, RecordType] = {}


def register(*record_types: RecordType) -> None:
    """Make kinds of record known; each app registers its own when it is ready."""
    _record_types.update((each.kind, each) for each in record_types)


def record_types() -> dict[str, RecordType]:
    """Every kind of record."""
    return dict(_record_types)


def indexed_types() -> dict[str, IndexedType]:
    """The kinds that have documents, by rank."""
    indexed = [each for each in _record_types.values() if isinstance(each, IndexedType)]
    return {each.kind: each for each in sorted(indexed, key=attrgetter("rank"))}


def pages() -> dict[str, RecordPage]:
    """The pages of the kinds that have some."""
    return {kind: each.page for kind, each in _record_types.items() if each.page}


def suggested_types() -> dict[str, Suggestions]:
    """The suggestions of the kinds that have some, by rank."""
    some = [(kind, each.suggestions) for kind, each in _record_types.items() if each.suggestions]
    return dict(sorted(some, key=lambda item: item[1].rank))


def type_of(record: Model) -> RecordType:
    """The kind of a record; KeyError for rows of other models."""
    return _record_types[str(record._meta.model_name)]


def page_of(record: Model) -> RecordPage:
    """The page of a record; KeyError where its kind has none."""
    return pages()[type_of(record).kind]


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
