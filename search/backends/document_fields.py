"""IndexDocument → the fields of an index: tokens to search, columns, and stored values.

``characters`` and ``bigrams`` have every character of all texts, and so every word of two;
``words`` the longer ones and the Latin ones. ``title`` and ``names`` have again the words that
weigh more, and ``scoped`` the characters of each field. Hits are made of ``record`` and ``texts``.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, NamedTuple

from casebook.core.records import FACETS, SORT_KEYS, IndexDocument, merged
from search.text.analyzer import Analyzer
from search.text.ngrams import BIGRAM, bigrams, exact_name, field_unigrams, unigrams
from search.text.normalisation import NormalizedText, half_width, normalize

from .snippets import Printed

LEAST_TITLE = 16
"""Minimum length of a title in terms, for scoring: a shorter one scores no higher."""

KEY_BITS = 32
"""Bits of the row's key within the number that orders ties, so that no two documents tie."""

to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
read_json = json.JSONDecoder().raw_decode


class FieldKind(Enum):
    """What a field of an index is for. Each index has the ids of its documents besides."""

    TOKENS = auto()
    """Tokens separated by spaces, searched and scored by their frequency."""
    PHRASES = auto()
    """The same, with their positions."""
    COLUMN = auto()
    """Exact values, to filter, count and sort by; many documents have none."""
    NUMBER = auto()
    """A whole number, to sort by."""
    STORED = auto()
    """Bytes that are returned with a hit."""


def facet_field(name: str) -> str:
    return f"facet_{name}"


def sort_field(name: str) -> str:
    return f"sort_{name}"


def index_fields() -> dict[str, FieldKind]:
    """The fields of an index, from which an engine makes its schema."""
    columns = [*map(sort_field, SORT_KEYS), *map(facet_field, FACETS)]
    return {
        **dict.fromkeys(("record", "texts"), FieldKind.STORED),
        **dict.fromkeys(("words", "title", "names", "characters"), FieldKind.TOKENS),
        **dict.fromkeys(("scoped", "bigrams"), FieldKind.PHRASES),
        "order": FieldKind.NUMBER,
        **dict.fromkeys(columns, FieldKind.COLUMN),
    }


@dataclass(frozen=True, slots=True)
class DocumentFields:
    """What the fields of one document hold, for an engine to write."""

    id: str
    order: int
    tokens: Mapping[str, str]
    columns: Mapping[str, Sequence[str]]
    stored: Mapping[str, bytes]


def document_fields(document: IndexDocument, analyzer: Analyzer) -> DocumentFields:
    """The fields of a document: its texts as tokens, its values, and what is stored."""
    title, body = normalize(document.title), normalize(document.body)
    names, english = _normalized(document.names), _normalized(document.english)
    all_names = [name for values in names.values() for name in values]
    title_terms = analyzer.index_terms(title)
    name_terms = [term for name in all_names for term in analyzer.index_terms(name)]
    english_names = [name for values in english.values() for name in values]
    english_terms = [term for name in english_names for term in analyzer.index_terms(name)]
    # Whole words weigh more than those that neighbouring characters make by chance.
    title_terms = [] if document.is_statement else title_terms + analyzer.whole_words(title)
    name_terms += [term for name in all_names for term in analyzer.whole_words(name)]
    name_terms += english_terms
    title_terms += [exact_name(normalize(name).characters) for name in document.exact_names]
    whole = join_texts([title, *all_names, body])
    length = max(len(whole.characters), document.least_length)
    words = [*analyzer.index_terms(whole, least=BIGRAM + 1), *english_terms]
    words += [exact_name(name.characters) for name in english_names]
    least_title = max(LEAST_TITLE, document.least_length // 8)
    tokens = {
        "words": lengthened(words, length),
        "title": lengthened(title_terms, least_title),
        "names": lengthened(name_terms, least_title),
        "bigrams": bigrams(whole.characters) + padding(length - len(whole.characters)),
        "characters": unigrams(whole.characters),
        "scoped": _scoped(title, names, english, _normalized(document.labels)),
    }
    columns = {
        **{sort_field(name): (key,) for name, key in document.sort_keys.items()},
        **{facet_field(name): tuple(dict.fromkeys(v)) for name, v in document.facets.items()},
    }
    stored = _stored(document, title, body, names, english)
    order = document.order << KEY_BITS | document.key
    return DocumentFields(document.id, order, tokens, columns, stored)


def _normalized(named: Mapping[str, Sequence[str]]) -> dict[str, list[NormalizedText]]:
    return {field: [normalize(value) for value in values] for field, values in named.items()}


def join_texts(texts: Iterable[NormalizedText]) -> NormalizedText:
    """Texts joined by line feeds."""
    texts = list(texts)
    return NormalizedText(
        "\n".join([text.text for text in texts]), "\n".join([text.characters for text in texts])
    )


def lengthened(terms: list[str], length: int) -> str:
    """The terms as the text of a field, padded to a length, which BM25 takes into account."""
    return " ".join(terms) + padding(length - len(terms))


def padding(count: int) -> str:
    """``count`` terms that no query has."""
    return " ␤" * count


def _scoped(title: NormalizedText, *named: Mapping[str, list[NormalizedText]]) -> str:
    parts = [field_unigrams("title", [title.characters])]
    for names in named:
        for field, values in names.items():
            parts.append(field_unigrams(field, [value.characters for value in values]))
    return " ␤ ".join(parts)


# --- Stored values --------------------------------------------------------------------------

StoredText = str | list[Any]
"""A text; or the fields of a ``Printed``, where more than its full-width characters changed."""


class StoredRecord(NamedTuple):
    """What every hit has, in the order in which it is stored."""

    id: str
    kind: str
    key: int
    slug: str
    title: StoredText
    extra: dict[str, object]


class StoredTexts(NamedTuple):
    """The texts of which excerpts are shown, in the order in which they are stored."""

    body: StoredText
    names: dict[str, list[StoredText]]


def _stored(
    document: IndexDocument,
    title: NormalizedText,
    body: NormalizedText,
    names: Mapping[str, list[NormalizedText]],
    english: Mapping[str, list[NormalizedText]],
) -> dict[str, bytes]:
    shown = document.names
    if english:
        shown, names = merged(shown, document.english), merged(names, english)
    texts = (
        _to_store(document.body, body),
        {
            field: [_to_store(*pair) for pair in zip(values, names[field], strict=True)]
            for field, values in shown.items()
        },
    )
    record = (
        document.id,
        document.kind,
        document.key,
        document.slug,
        _to_store(document.title, title),
        dict(document.extra),
    )
    values = {"record": record, "texts": texts}
    return {name: to_json(row).encode("utf-8", "replace") for name, row in values.items()}


def _to_store(text: str, normalized: NormalizedText) -> str | Printed:
    """A text alone, where its half-width form is its normalised form; else both."""
    return text if normalized.characters == half_width(text) else Printed.of(text, normalized)


def read_stored(stored: bytes) -> list[Any]:
    """The values of a stored field."""
    values, _end = read_json(stored.decode())
    return values  # type: ignore[no-any-return]


def printed(stored: StoredText) -> Printed:
    return Printed(stored, half_width(stored)) if isinstance(stored, str) else Printed(*stored)
