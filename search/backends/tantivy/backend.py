"""The embedded engine: Tantivy, in the web process itself."""

import json
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import tantivy

from search.backends.base import IndexDocument, IndexInfo, IndexMissingError, OnError, raise_error
from search.query.query import Query
from search.query.query_plan import Reading, read
from search.query.results import Ranking, SearchResults
from search.text.analyzer import Analyzer

from .build_heap import build_heap
from .checksums import damaged_files, write_checksums
from .hits import HitMaker
from .index_versions import Generation, Generations
from .queries import QueryBuilder, Weights
from .reader import Reader
from .schema import make_schema, to_tantivy
from .search import Counted, Search

log = logging.getLogger(__name__)

BUILD_THREADS = 2
"""Beside the thread that cuts the texts, which is as busy as both together."""

EDIT_HEAP = 15_000_000

Converted = tuple[IndexDocument, tantivy.Document]
"""A document and what Tantivy makes of it."""


class TantivyPanicError(Exception):
    """Tantivy panicked, as it does on some damaged files."""


@contextmanager
def panics_as_errors() -> Iterator[None]:
    """Raise Tantivy's panics as errors: they reach Python as a bare BaseException."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise TantivyPanicError(str(error)) from error


@contextmanager
def intact() -> Iterator[None]:
    """Take an index that cannot be read for a missing one: both are cured by a rebuild."""
    try:
        with panics_as_errors():
            yield
    except (ValueError, OSError, TantivyPanicError) as error:
        log.exception("The index cannot be read; run rebuild_index.")
        raise IndexMissingError(f"The index cannot be read: {error}") from error


class EmbeddedBackend:
    """A search index in a folder; any number of processes read it, one at a time writes."""

    def __init__(self, folder: Path, analyzer: Analyzer, weights: Weights | None = None) -> None:
        self._analyzer = analyzer
        self._generations = Generations(folder)
        self._reader = Reader(self._generations)
        self._schema = make_schema()
        self._builder = QueryBuilder(self._schema, weights or Weights())

    def search(self, query: Query) -> SearchResults:
        with intact():
            search = self._begin(query)
            reading, counted = self._count(search, query)
            found = search.page(reading, query, counted)
            hits = HitMaker(reading, snippets=query.snippets).hits(search.searcher, found)
        return SearchResults(hits, counted.total, counted.full, counted.facets)

    def ranking(self, query: Query) -> Ranking:
        with intact():
            search = self._begin(query)
            reading, counted = self._count(search, replace(query, facets=()))
            return search.ranking(search.page(reading, query, counted))

    def _begin(self, query: Query) -> Search:
        return Search(self._reader.searcher(), self._builder, query.active_filters())

    def _count(self, search: Search, query: Query) -> tuple[Reading, Counted]:
        """Where no document has any of the words, look for the words within them."""
        reading = read(query.expression(), self._analyzer)
        counted = search.counts(reading, query.facets)
        if counted.total or not reading.slots or search.finds(reading):
            return reading, counted
        reading = reading.loosened()
        return reading, search.counts(reading, query.facets)

    def add(
        self,
        documents: Iterable[IndexDocument],
        on_error: OnError = raise_error,
        *,
        wait: bool = True,
    ) -> int:
        count = 0
        with self._writing(wait=wait) as writer:
            for document, converted in self._converted(documents, on_error):
                writer.delete_documents_by_term("id", document.id)
                writer.add_document(converted)
                if self._generations.is_rebuilding:
                    self._note(asdict(document))
                count += 1
        return count

    def remove(self, ids: Iterable[str], *, wait: bool = True) -> int:
        count = 0
        with self._writing(wait=wait) as writer:
            for document_id in ids:
                writer.delete_documents_by_term("id", document_id)
                if self._generations.is_rebuilding:
                    self._note({"removed": document_id})
                count += 1
        return count

    def rebuild(self, documents: Iterable[IndexDocument], on_error: OnError = raise_error) -> int:
        with panics_as_errors(), self._generations.rebuilding():
            before = self._generations.current()
            generation = self._new_generation()
            try:
                index = self._open(generation)
                count = self._fill(index, self._converted(documents, on_error))
                with self._generations.writing():
                    self._catch_up(index)
                    write_checksums(generation.path)
                    before = self._generations.current()
                    self._generations.swap_in(generation)
            except BaseException:
                # What was written may have filled the disk.
                self._generations.clear_away({before.name if before else ""})
                raise
            self._generations.clear_away({generation.name, before.name if before else ""})
        return count

    def document_ids(self) -> frozenset[str]:
        with intact():
            return Search(self._reader.searcher(), self._builder, {}).document_ids()

    def info(self) -> IndexInfo:
        generation = self._generations.current()
        try:
            with intact():
                count = self._reader.searcher().num_docs
        except IndexMissingError:
            return IndexInfo(is_ready=False)
        version = generation.analyzer_version if generation else ""
        return IndexInfo(
            is_ready=version == self._analyzer.version,
            document_count=count,
            analyzer_version=version,
            generation=generation.name if generation else "",
        )

    def damage(self) -> list[str]:
        with self._generations.writing():
            generation = self._generations.current()
            return damaged_files(generation.path) if generation else []

    # --- Writing --------------------------------------------------------------------------

    @contextmanager
    def _writing(self, *, wait: bool) -> Iterator[tantivy.IndexWriter]:
        """A writer for the living generation, committed at the end; others wait."""
        with panics_as_errors(), self._generations.writing(wait=wait):
            generation = self._generations.current() or self._first_generation()
            index = self._open(generation)
            writer = index.writer(EDIT_HEAP, 1)
            yield writer
            writer.commit()
            writer.wait_merging_threads()
            write_checksums(generation.path)

    def _open(self, generation: Generation) -> tantivy.Index:
        """The index of a generation to write to, made where there is none."""
        return tantivy.Index(self._schema, str(generation.path))

    def _first_generation(self) -> Generation:
        """An empty index, so that what is added has a place."""
        generation = self._new_generation()
        self._generations.swap_in(generation)
        return generation

    def _new_generation(self) -> Generation:
        """An empty index that nobody knows of yet."""
        generation = self._generations.begin(self._analyzer.version)
        self._open(generation)
        write_checksums(generation.path)
        return generation

    def _fill(self, index: tantivy.Index, documents: Iterable[Converted]) -> int:
        writer = index.writer(build_heap(), BUILD_THREADS)
        count = 0
        for _document, converted in documents:
            writer.add_document(converted)
            count += 1
        writer.commit()
        writer.wait_merging_threads()
        return count

    def _converted(
        self, documents: Iterable[IndexDocument], on_error: OnError
    ) -> Iterator[Converted]:
        """The documents as Tantivy takes them, without those that cannot be cut into terms."""
        for document in documents:
            try:
                with panics_as_errors():
                    converted = to_tantivy(document, self._analyzer)
            except Exception as error:  # noqa: BLE001
                on_error(document.kind, document.key, error)
            else:
                yield document, converted

    def _note(self, change: dict[str, Any]) -> None:
        """Keep a change for the generation that is being built."""
        with self._generations.journal.open("a", encoding="utf-8") as journal:
            journal.write(json.dumps(change, ensure_ascii=False) + "\n")

    def _catch_up(self, index: tantivy.Index) -> None:
        """Make the changes again that were made while the new generation was filled."""
        changes = self._generations.journal.read_text("utf-8").splitlines()
        if not changes:
            return
        writer = index.writer(EDIT_HEAP, 1)
        for change in map(json.loads, changes):
            if "removed" in change:
                writer.delete_documents_by_term("id", change["removed"])
            else:
                document = IndexDocument(**change)
                writer.delete_documents_by_term("id", document.id)
                writer.add_document(to_tantivy(document, self._analyzer))
        writer.commit()
        writer.wait_merging_threads()
