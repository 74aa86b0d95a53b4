"""IndexDocument ↔ Tantivy document: the fields of the index and what they hold.

``characters`` and ``pairs`` have every character of all texts, and so every word of two; ``words`` the
longer ones and the Latin ones. ``title`` and ``names`` have again the words that weigh more, and
``scoped`` the characters of one field. ``stored`` is what comes back.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import tantivy

from search.backends.base import FACETS, SORT_KEYS, IndexDocument, merged
from search.backends.snippets import Printed
from search.text.analyzer import Analyzer
from search.text.ngrams import PAIR, known_as, paired, scoped, single
from search.text.normalisation import Folded, fold, half_width

LEAST_TITLE = 16
"""So many words every title counts as: a short one is not a better one."""

to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
read_json = json.JSONDecoder().raw_decode

StoredText = str | list[Any]
"""A text; with its folded form and whether that moved characters, where not just marks differ."""


class StoredDocument(NamedTuple):
    """What the index gives back of a found document, in the order in which it is stored."""

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
    for name in ("scoped", "pairs"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in ("key", "order"):
        builder.add_unsigned_field(name, fast=True)
    for name in (*(f"sort_{name}" for name in SORT_KEYS), *(f"facet_{name}" for name in FACETS)):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    return builder.build()


def to_tantivy(document: IndexDocument, analyzer: Analyzer) -> tantivy.Document:
    """Cut a document's texts into the terms it is found by."""
    title, body = fold(document.title), fold(document.body)
    names, english = _folded(document.names), _folded(document.english)
    all_names = [name for values in names.values() for name in values]
    title_terms = analyzer.index_terms(title)
    name_terms = [term for name in all_names for term in analyzer.index_terms(name)]
    english_names = [name for values in english.values() for name in values]
    english_terms = [term for name in english_names for term in analyzer.index_terms(name)]
    # Words that stand by themselves weigh more than those that neighbours make by chance.
    title_terms = [] if document.is_statement else title_terms + analyzer.whole_words(title)
    name_terms += [term for name in all_names for term in analyzer.whole_words(name)]
    name_terms += english_terms
    title_terms += [known_as(fold(name).literal) for name in document.known_as]
    whole = joined([title, *all_names, body])
    length = max(len(whole.literal), document.least_length)
    made = tantivy.Document()
    made.add_text("id", document.id)
    made.add_bytes("stored", _stored(document, title, body, names, english))
    words = [*analyzer.index_terms(whole, least=PAIR + 1), *english_terms]
    words += [known_as(name.literal) for name in english_names]
    made.add_text("words", lengthened(words, length))
    least_title = max(LEAST_TITLE, document.least_length // 8)
    made.add_text("title", lengthened(title_terms, least_title))
    made.add_text("names", lengthened(name_terms, least_title))
    made.add_text("pairs", paired(whole.literal) + padding(length - len(whole.literal)))
    made.add_text("characters", single(whole.literal))
    made.add_text("scoped", _scoped(title, names, english, _folded(document.labels)))
    _add_values(made, document)
    return made


def _folded(named: Mapping[str, Sequence[str]]) -> dict[str, list[Folded]]:
    return {field: [fold(value) for value in values] for field, values in named.items()}


def joined(texts: Iterable[Folded]) -> Folded:
    """Texts one below the other."""
    texts = list(texts)
    return Folded(
        "\n".join([text.text for text in texts]), "\n".join([text.literal for text in texts])
    )


def lengthened(terms: list[str], length: int) -> str:
    """The terms as the text of a field, made up to a length, by which an engine ranks."""
    return " ".join(terms) + padding(length - len(terms))


def padding(count: int) -> str:
    """So many terms that nobody asks for."""
    return " ␤" * count


def _add_values(made: tantivy.Document, document: IndexDocument) -> None:
    made.add_unsigned("key", document.key)
    made.add_unsigned("order", document.order)
    for name, key in document.sort_keys.items():
        made.add_text(f"sort_{name}", key)
    for name, values in document.facets.items():
        for value in dict.fromkeys(values):
            made.add_text(f"facet_{name}", value)


def _scoped(title: Folded, *named: Mapping[str, list[Folded]]) -> str:
    parts = [scoped("title", [title.literal])]
    for names in named:
        for field, values in names.items():
            parts.append(scoped(field, [value.literal for value in values]))
    return " ␤ ".join(parts)


def _stored(
    document: IndexDocument,
    title: Folded,
    body: Folded,
    names: Mapping[str, list[Folded]],
    english: Mapping[str, list[Folded]],
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


def _to_store(text: str, folded: Folded) -> str | Printed:
    """What folds in the usual way is stored once."""
    return text if folded.literal == half_width(text) else Printed.of(text, folded)


def from_tantivy(found: tantivy.Document) -> StoredDocument:
    stored: Any = found.get_first("stored")
    row, _ = read_json(stored.decode())
    return StoredDocument(*row)


def printed(stored: StoredText) -> Printed:
    return Printed(stored, half_width(stored)) if isinstance(stored, str) else Printed(*stored)
