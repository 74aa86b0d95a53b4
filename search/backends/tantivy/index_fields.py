"""IndexDocument ↔ Tantivy document: the fields of the index and what they hold.

``characters`` and ``bigrams`` have every character of all texts, and so every word of two;
``words`` the longer ones and the Latin ones. ``title`` and ``names`` have again the words that
weigh more, and ``scoped`` the characters of each field. ``stored`` is what hits are made of.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import tantivy

from casebook.core.records import FACETS, SORT_KEYS, IndexDocument, merged
from search.backends.snippets import Printed
from search.text.analyzer import Analyzer
from search.text.ngrams import BIGRAM, bigrams, exact_name, field_unigrams, unigrams
from search.text.normalisation import NormalizedText, half_width, normalize

LEAST_TITLE = 16
"""Minimum length of a title in terms, for scoring: a shorter one scores no higher."""

to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
read_json = json.JSONDecoder().raw_decode

StoredText = str | list[Any]
"""A text; or the fields of a ``Printed``, where more than its full-width characters changed."""


class StoredDocument(NamedTuple):
    """The stored values of a document, in the order in which they are stored."""

    id: str
    kind: str
    key: int
    slug: str
    title: StoredText
    body: StoredText
    names: dict[str, list[StoredText]]
    extra: dict[str, object]


def make_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("stored", stored=True)
    for name in ("words", "title", "names", "characters"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in ("scoped", "bigrams"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in ("key", "order"):
        builder.add_unsigned_field(name, fast=True)
    for name in (*(f"sort_{name}" for name in SORT_KEYS), *(f"facet_{name}" for name in FACETS)):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    return builder.build()


def to_tantivy(document: IndexDocument, analyzer: Analyzer) -> tantivy.Document:
    """Convert a document: its texts as index terms, its values, and what is stored."""
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
    made = tantivy.Document()
    made.add_text("id", document.id)
    made.add_bytes("stored", _stored(document, title, body, names, english))
    words = [*analyzer.index_terms(whole, least=BIGRAM + 1), *english_terms]
    words += [exact_name(name.characters) for name in english_names]
    made.add_text("words", lengthened(words, length))
    least_title = max(LEAST_TITLE, document.least_length // 8)
    made.add_text("title", lengthened(title_terms, least_title))
    made.add_text("names", lengthened(name_terms, least_title))
    made.add_text("bigrams", bigrams(whole.characters) + padding(length - len(whole.characters)))
    made.add_text("characters", unigrams(whole.characters))
    made.add_text("scoped", _scoped(title, names, english, _normalized(document.labels)))
    _add_values(made, document)
    return made


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


def _add_values(made: tantivy.Document, document: IndexDocument) -> None:
    made.add_unsigned("key", document.key)
    made.add_unsigned("order", document.order)
    for name, key in document.sort_keys.items():
        made.add_text(f"sort_{name}", key)
    for name, values in document.facets.items():
        for value in dict.fromkeys(values):
            made.add_text(f"facet_{name}", value)


def _scoped(title: NormalizedText, *named: Mapping[str, list[NormalizedText]]) -> str:
    parts = [field_unigrams("title", [title.characters])]
    for names in named:
        for field, values in names.items():
            parts.append(field_unigrams(field, [value.characters for value in values]))
    return " ␤ ".join(parts)


def _stored(
    document: IndexDocument,
    title: NormalizedText,
    body: NormalizedText,
    names: Mapping[str, list[NormalizedText]],
    english: Mapping[str, list[NormalizedText]],
) -> bytes:
    shown = document.names
    if english:
        shown, names = merged(shown, document.english), merged(names, english)
    row = (
        document.id,
        document.kind,
        document.key,
        document.slug,
        _to_store(document.title, title),
        _to_store(document.body, body),
        {
            field: [_to_store(*pair) for pair in zip(values, names[field], strict=True)]
            for field, values in shown.items()
        },
        dict(document.extra),
    )
    return to_json(row).encode("utf-8", "replace")


def _to_store(text: str, normalized: NormalizedText) -> str | Printed:
    """A text alone, where its half-width form is its normalised form; else both."""
    return text if normalized.characters == half_width(text) else Printed.of(text, normalized)


def from_tantivy(found: tantivy.Document) -> StoredDocument:
    stored: Any = found.get_first("stored")
    row, _ = read_json(stored.decode())
    return StoredDocument(*row)


def printed(stored: StoredText) -> Printed:
    return Printed(stored, half_width(stored)) if isinstance(stored, str) else Printed(*stored)
