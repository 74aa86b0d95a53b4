"""A search engine in memory, in plain Python: how little an engine has to be."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from casebook.core.records import IndexDocument
from search.backends.base import (
    AllDocuments,
    Bool,
    Boost,
    FoundDocument,
    IndexInfo,
    IndexMissingError,
    OnError,
    Phrase,
    QueryNode,
    SearchRequest,
    SearchResponse,
    Term,
    TermSet,
    convert_all,
    raise_error,
)
from search.backends.document_fields import FieldKind, document_fields, index_fields
from search.text.analyzer import Analyzer

SEARCHED = {FieldKind.TOKENS, FieldKind.PHRASES, FieldKind.COLUMN}

K1, B = 1.2, 0.75
"""The parameters of BM25."""

Scores = dict[str, float]
"""The score of each document that matches, by its id."""


class MemoryBackend:
    """An index in the memory of one process; each change makes another snapshot."""

    def __init__(self, folder: Path, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._current: MemorySnapshot | None = None

    def snapshot(self) -> "MemorySnapshot":
        if self._current is None:
            raise IndexMissingError
        return self._current

    def add(self, documents: Iterable[IndexDocument], on_error: OnError = raise_error) -> None:
        made = convert_all(documents, self._convert, on_error)
        added = {document.id: fields for document, fields in made}
        self._current = MemorySnapshot(self._documents() | added)

    def remove(self, ids: Iterable[str]) -> None:
        gone = set(ids)
        left = {key: fields for key, fields in self._documents().items() if key not in gone}
        self._current = MemorySnapshot(left)

    def rebuild(self, documents: Iterable[IndexDocument], on_error: OnError = raise_error) -> int:
        self._current = MemorySnapshot({})
        self.add(documents, on_error)
        return len(self._documents())

    def document_ids(self) -> frozenset[str]:
        return frozenset(self.snapshot().documents)

    def info(self) -> IndexInfo:
        is_ready = self._current is not None
        return IndexInfo(is_ready, len(self._documents()), "memory" if is_ready else "")

    def damage(self) -> list[str]:
        return []

    def _documents(self) -> dict[str, Any]:
        return self._current.documents if self._current else {}

    def _convert(self, document: IndexDocument) -> Any:
        return document_fields(document, self._analyzer)


class MemorySnapshot:
    """Documents by their ids, and where each token stands in them."""

    def __init__(self, documents: dict[str, Any]) -> None:
        self.documents = documents
        self._places: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(dict)
        self._lengths: dict[str, Scores] = defaultdict(dict)
        kinds = {name: kind for name, kind in index_fields().items() if kind in SEARCHED}
        for key, fields in documents.items():
            for name, kind in kinds.items():
                is_column = kind is FieldKind.COLUMN
                tokens = values_of(fields, name) if is_column else fields[name].split()
                self._lengths[name][key] = len(tokens)
                for place, token in enumerate(tokens):
                    self._places[name, token].setdefault(key, []).append(place)

    def search(self, requests: Mapping[str, SearchRequest]) -> dict[str, SearchResponse]:
        return {name: self._answer(request) for name, request in requests.items()}

    def _answer(self, request: SearchRequest) -> SearchResponse:
        scores = self._match(request.match)
        facets = {
            name: dict(self._values(name, scores)[:size]) for name, size in request.facets.items()
        }
        for node in request.scores:
            for key, score in self._match(node).items():
                scores |= {key: scores[key] + score} if key in scores else {}
        rows = sorted((self._position(request, key, score), key) for key, score in scores.items())
        if request.after:
            rows = [row for row in rows if row[0] > request.after]
        found = [
            FoundDocument(
                tuple(self.documents[key][name] for name in request.stored),
                0.0 if request.sort else scores[key],
                self.documents[key]["order"],
                position,
            )
            for position, key in rows[request.offset :][: request.limit]
        ]
        return SearchResponse(len(scores), facets, found)

    def _position(self, request: SearchRequest, key: str, score: float) -> list[Any]:
        """What hits are sorted by: less is before; JSON, for it goes into cursors."""
        fields = self.documents[key]
        if not request.sort:
            return [-score, fields["order"]]
        if request.sort == "order":
            return [0, fields["order"]]
        codes = [ord(character) for value in values_of(fields, request.sort) for character in value]
        if request.descending and codes:
            codes = [-code for code in codes] + [0]
        return [not codes, codes, fields["order"]]

    def _values(self, column: str, keys: Iterable[str]) -> list[tuple[str, int]]:
        counts = Counter(value for key in keys for value in values_of(self.documents[key], column))
        return sorted(counts.items(), key=lambda row: (-row[1], row[0]))

    # --- Queries --------------------------------------------------------------------------

    def _match(self, node: QueryNode) -> Scores:
        match node:
            case Term(field, token):
                return self._scored(field, [token], self._places.get((field, token), {}))
            case Phrase(field, tokens):
                return self._scored(field, [token for _, token in tokens], self._phrase(node))
            case TermSet(field, values):
                return {key: 0.0 for each in values for key in self._places.get((field, each), ())}
            case AllDocuments():
                return dict.fromkeys(self.documents, 0.0)
            case Boost(inner, weight):
                return {key: score * weight for key, score in self._match(inner).items()}
            case Bool(must, should, must_not):
                scores = [self._match(each) for each in (*must, *should)]
                keys = [set(each) for each in scores]
                found = set.intersection(*keys[: len(must)]) if must else set().union(*keys)
                found = found.difference(*map(self._match, must_not))
                return {key: sum(each.get(key, 0.0) for each in scores) for key in found}

    def _phrase(self, phrase: Phrase) -> dict[str, list[int]]:
        """The places at which a phrase begins in each document that has it."""
        (first, token), *others = phrase.tokens
        found = {}
        for key, places in self._places.get((phrase.field, token), {}).items():
            starts = set(places)
            for at, other in others:
                there = self._places.get((phrase.field, other), {}).get(key, ())
                starts &= {place - at + first for place in there}
            if starts:
                found[key] = sorted(starts)
        return found

    def _scored(self, field: str, tokens: list[str], found: Mapping[str, list[int]]) -> Scores:
        """The BM25 score of each document by how often tokens, or a phrase of them, are in it."""
        lengths = self._lengths[field]
        average = sum(lengths.values()) / max(len(lengths), 1)
        counts = [len(self._places.get((field, token), ())) for token in tokens]
        rarity = sum(math.log(1 + (len(lengths) - n + 0.5) / (n + 0.5)) for n in counts)
        return {
            key: rarity * len(at) * (K1 + 1) / (len(at) + K1 * (1 - B + B * lengths[key] / average))
            for key, at in found.items()
        }


def values_of(fields: Mapping[str, Any], column: str) -> list[str]:
    values = fields.get(column, [])
    return [values] if isinstance(values, str) else values
