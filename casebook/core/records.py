"""Record types: one declaration for each kind of record, and the documents of the index."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar

from django.db.models import Model, Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from casebook.core.filters.value_resolver import ValueResolver
from casebook.core.web.languages import name_of, sentence

Name = TypeVar("Name")

NAME_FIELDS = (
    *("place", "city", "province", "level", "theme"),
    *("expert", "organisation", "part", "book"),
)
"""The fields of names: places, themes, people …; each can be searched by itself."""

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


class RecordType:
    """A kind of record: what the index, suggestions, pages, citations and tools know of it.

    A kind is declared by a subclass in its app, which registers an instance. Its name, ``kind``, is
    that of the model in small letters, as in URL names and in the API.
    """

    rows: QuerySet[Any]
    """The rows of the kind."""

    # --- The index ------------------------------------------------------------------------------

    words: Sequence[str] = ()
    """The words of a query that mean the kind; a kind without any has no documents."""
    rank: int = 0
    """Documents that match equally well are ordered by the rank of their kind, lowest first."""
    label_of_one: Label = ""
    text_label: Label = CONTENT
    """What the body of a document is called."""
    least_length: int = RECORD_LENGTH
    name_fields: Sequence[str] = ()
    """The fields of the index that hold the names of the rows."""
    shows: Sequence[Lookup] = ()
    """Lookups of the related rows that a document shows: they are loaded before it is made, and
    when one of them changes, the document changes."""
    showed_before_load: Sequence[str] = ()
    """Lookups of rows that a document may have shown before a load moved them."""
    english_related: Sequence[str] = ()
    """Foreign keys that the English title and context are read from."""

    def document(self, row: Any) -> IndexDocument:
        """The document of a row, but for what the kind determines.

        The label ``kind`` names other kinds whose words find it, too.
        """
        raise NotImplementedError

    def english_title(self, row: Any) -> str:
        """The title of a hit on English pages; empty where it is Chinese text."""
        return name_of(row)

    def english_context(self, _row: Any) -> str:
        """The context of a hit on English pages; empty where there is none."""
        return ""

    # --- Suggestions ----------------------------------------------------------------------------

    suggestion_rank: int | None = None
    """The place of the kind among suggestions; None for kinds that are not suggested."""
    has_people: bool = False
    """Whether names are read as those of people."""
    has_short_names: bool = False
    """Whether two letters are enough to match."""

    def suggested_rows(self) -> Iterable[Any]:
        return self.rows.all()

    def suggested_names(self, row: Any) -> Iterable[str]:
        """The names by which a row is suggested, the best first."""
        raise NotImplementedError

    # --- Pages and tools ------------------------------------------------------------------------

    json_ld_type: str = ""
    """The type of a record in schema.org; empty for kinds without a page of their own."""
    markdown_rows: QuerySet[Any]
    """The rows with what their Markdown shows."""
    path: str = ""
    """The URL pattern of the page where it does not stand below a list of the kind."""
    resolver: ValueResolver | None = None
    """Finds the rows that an agent may mean by a name."""

    def json_ld(self, _row: Any, _links: "JsonLinks") -> Data:
        """The properties of a record in schema.org beside type, URL and name."""
        return {}

    def summary(self, row: Any) -> str:
        """A record in one sentence."""
        return sentence(name_of(row))

    def markdown_context(self, _row: Any) -> Data:
        """The context of the Markdown template beside the record."""
        return {}

    def cited_work(self, _row: Any) -> Any:
        """The work that citations of a record name; None for kinds that are not cited."""
        return None

    # --- Of every kind --------------------------------------------------------------------------

    @property
    def model(self) -> type[Model]:
        return self.rows.model

    @property
    def kind(self) -> str:
        return str(self.model._meta.model_name)

    @property
    def label(self) -> Label:
        """The label of many, as in lists of kinds."""
        return self.model._meta.verbose_name_plural or self.kind

    @property
    def url_name(self) -> str:
        """The URL name of its pages, before ``-detail`` and ``-list``."""
        return f"{self.model._meta.app_label}:{self.kind}"

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


@dataclass(frozen=True)
class JsonLinks:
    """Links to other records in JSON-LD; ``url`` makes an absolute URL of a path."""

    url: Callable[[str], str]

    def to(self, record: Any) -> Data:
        """Type, URL and name of a record, and of a book its ISBN; the URL is the ``@id``."""
        url, isbn = self.url(record.get_absolute_url()), getattr(record, "isbn", "")
        data = {"@type": type_of(record).json_ld_type, "@id": url, "url": url, "name": str(record)}
        return data | ({"isbn": isbn} if isbn else {})

    def to_all(self, records: Iterable[Any]) -> list[Data]:
        return [self.to(record) for record in records]


_record_types: dict[str, RecordType] = {}


def register(*record_types: RecordType) -> None:
    """Make kinds of record known; each app registers its own when it is ready."""
    _record_types.update((each.kind, each) for each in record_types)
    for selected in (indexed_types, suggested_types, types_with_page):
        selected.cache_clear()


def record_types() -> dict[str, RecordType]:
    """Every kind of record."""
    return dict(_record_types)


@cache
def indexed_types() -> dict[str, RecordType]:
    """The kinds that have documents, by rank."""
    indexed = [each for each in _record_types.values() if each.words]
    return {each.kind: each for each in sorted(indexed, key=attrgetter("rank"))}


@cache
def suggested_types() -> dict[str, RecordType]:
    """The kinds that are suggested, by rank."""
    ranks = {each: each.suggestion_rank for each in _record_types.values()}
    some = {each: rank for each, rank in ranks.items() if rank is not None}
    return {each.kind: each for each in sorted(some, key=some.__getitem__)}


@cache
def types_with_page() -> dict[str, RecordType]:
    """The kinds that have pages of their own."""
    return {kind: each for kind, each in _record_types.items() if each.json_ld_type}


def type_of(record: Model) -> RecordType:
    """The kind of a record; KeyError for rows of other models."""
    return _record_types[str(record._meta.model_name)]


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
