"""IndexDocument → the fields of an index: tokens to search, columns, and stored values.

``characters`` and ``bigrams`` have every character of all texts, and so every word of two;
``words`` the longer ones and the Latin ones. ``title`` and ``names`` have again the words that
weigh more, and ``scoped`` the characters of each field. Hits are made of ``record`` and ``texts``.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum, auto
from functools import cache
from inspect import getfile, isfunction
from pathlib import Path

from casebook.core.filters.facets import facet_fields, sort_fields
from casebook.core.records import IndexDocument, RecordType, indexed_types, merged
from search.text.analyzer import Analyzer
from search.text.ngrams import BIGRAM, bigrams, exact_name, field_unigrams, unigrams
from search.text.normalisation import NormalizedText, normalize

from .hits import KEY_BITS, Printed

LEAST_TITLE = 16
"""Minimum length of a title in terms, for scoring: a shorter one scores no higher."""

to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


SEARCH = Path(__file__).parent.parent
MAKERS = (
    "text/analyzer.py",
    "text/data/*.txt",
    "text/ngrams.py",
    "text/normalisation.py",
    "backends/document_fields.py",
    "backends/hits.py",
)
"""The files whose code determines what an index has, beside those of the kinds of record."""


class FieldKind(Enum):
    """What a field of an index is for."""

    ID = auto()  # by which a document is replaced and removed
    TOKENS = auto()  # tokens separated by spaces, scored by their frequency
    PHRASES = auto()  # the same, with their positions
    COLUMN = auto()  # exact values, to filter, count and sort by; many documents have none
    NUMBER = auto()  # a whole number, to sort by
    STORED = auto()  # bytes that are returned with a hit


def sort_field(name: str) -> str:
    return f"sort_{name}"


def index_fields() -> dict[str, FieldKind]:
    """The fields of an index, from which an engine makes its schema.

    Raises ValueError for a facet with the name of another field.
    """
    fields = {
        "id": FieldKind.ID,
        **dict.fromkeys(("record", "texts"), FieldKind.STORED),
        **dict.fromkeys(("words", "title", "names", "characters"), FieldKind.TOKENS),
        **dict.fromkeys(("scoped", "bigrams"), FieldKind.PHRASES),
        "order": FieldKind.NUMBER,
        **dict.fromkeys(map(sort_field, sort_fields()), FieldKind.COLUMN),
    }
    if taken := fields.keys() & facet_fields():
        raise ValueError(f"A facet is named {min(taken)!r}, as another field: set its index_field.")
    return fields | dict.fromkeys(facet_fields(), FieldKind.COLUMN)


def document_fields(
    document: IndexDocument, analyzer: Analyzer
) -> dict[str, str | int | bytes | list[str]]:
    """What each field holds of a document: its id, its texts as tokens, its values."""
    title, body = normalize(document.title), normalize(document.body)
    names, english = _normalized(document.names), _normalized(document.english)
    title_terms = analyzer.index_terms(title)
    english_terms = [term for name in english for term in analyzer.index_terms(name)]
    # Whole words weigh more than those that neighbouring characters make by chance.
    title_terms = [] if document.is_statement else title_terms + analyzer.whole_words(title)
    title_terms += [exact_name(normalize(name).characters) for name in document.exact_names]
    name_terms = [term for name in names for term in analyzer.index_terms(name)]
    name_terms += [term for name in names for term in analyzer.whole_words(name)]
    name_terms += english_terms
    texts = [title, *names, body]
    characters = "\n".join([text.characters for text in texts])
    whole = NormalizedText("\n".join([text.text for text in texts]), characters)
    words = [*analyzer.index_terms(whole, least=BIGRAM + 1), *english_terms]
    words += [exact_name(name.characters) for name in english]
    length = max(len(characters), document.least_length)
    least_title = max(LEAST_TITLE, document.least_length // 8)
    return {
        "id": document.id,
        "order": document.order << KEY_BITS | document.key,
        "words": " ".join(words) + _padding(length - len(words)),
        "title": " ".join(title_terms) + _padding(least_title - len(title_terms)),
        "names": " ".join(name_terms) + _padding(least_title - len(name_terms)),
        "bigrams": bigrams(characters) + _padding(length - len(characters)),
        "characters": unigrams(characters),
        "scoped": _scoped(document),
        **{sort_field(name): key for name, key in document.sort_keys.items()},
        **{name: [*dict.fromkeys(values)] for name, values in document.facets.items()},
        **_stored(document, Printed.of(document.title, title), Printed.of(document.body, body)),
    }


def _normalized(named: Mapping[str, Sequence[str]]) -> list[NormalizedText]:
    return [normalize(name) for names in named.values() for name in names]


def _padding(count: int) -> str:
    """``count`` tokens that no query has, for the length of a field, which BM25 considers."""
    return " ␤" * count


def _scoped(document: IndexDocument) -> str:
    """The characters of the title and of each field's names, marked with the field."""
    fields: Iterable[tuple[str, Sequence[str]]] = [
        ("title", [document.title]),
        *document.names.items(),
        *document.english.items(),
        *document.labels.items(),
    ]
    return " ␤ ".join(
        field_unigrams(field, [normalize(value).characters for value in values])
        for field, values in fields
    )


def _stored(document: IndexDocument, title: Printed, body: Printed) -> dict[str, bytes]:
    """The first values of a ``Hit``, in their order; and what its excerpts are made of."""
    names = merged(document.names, document.english).items()
    stored = {
        "record": (
            *(document.id, document.kind, document.key, document.slug, document.title),
            dict(document.extra),
        ),
        "texts": (
            *(title.to_store(), body.to_store()),
            {field: [Printed.of(name).to_store() for name in values] for field, values in names},
        ),
    }
    return {name: to_json(values).encode("utf-8", "replace") for name, values in stored.items()}


@cache
def index_schema_version(engine: str, schema_file: Path) -> str:
    """A hash of the engine's version, the fields and all code that determines what an index has.

    Other documents or fields need another index.
    """
    digest = hashlib.sha256(f"{engine} {index_fields()}".encode())
    for path in [schema_file, *document_files()]:
        digest.update(path.read_bytes())
    for pattern in MAKERS:
        for path in sorted(SEARCH.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def document_files() -> list[Path]:
    """The files that make documents: of each kind, and what that uses of its own package."""
    files = {getfile(RecordType)}
    for record_type in indexed_types().values():
        module = sys.modules[type(record_type).__module__]
        files |= {
            getfile(function)
            for function in vars(module).values()
            if isfunction(function) and function.__module__.startswith(f"{module.__package__}.")
        }
    return sorted(map(Path, files))
