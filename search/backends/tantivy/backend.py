"""The embedded backend: Tantivy, in the web process itself."""

import json
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import tantivy

from casebook.core.records import IndexDocument
from search.backends.base import IndexInfo, IndexMissingError, OnError, raise_error
from search.query.query import Query
from search.query.query_plan import QueryPlan, plan_query
from search.query.results import Ranking, SearchResults
from search.text.analyzer import Analyzer

from .build_heap import build_heap_bytes
from .checksums import damaged_files, write_checksums
from .hit_maker import HitMaker
from .index_fields import make_schema, to_tantivy
from .index_versions import IndexVersion, IndexVersions
from .queries import QueryBuilder, Weights
from .reader import Reader
from .searcher import Counted, Search

log = logging.getLogger(__name__)

BUILD_THREADS = 2
"""Writer threads, beside the thread that tokenises, which is as busy as both together."""

EDIT_HEAP = 15_000_000

Converted = tuple[IndexDocument, tantivy.Document]
"""A document and its Tantivy document."""


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
    """Raise IndexMissingError for an index that cannot be read: a rebuild repairs both."""
    try:
        with panics_as_errors():
            yield
    except (ValueError, OSError, TantivyPanicError) as error:
        log.exception("The index cannot be read; run rebuild_index.")
        raise IndexMissingError(f"The index cannot be read: {error}") from error


class TantivyBackend:
    """A search index in a folder; any number of processes read it, one at a time writes."""

    def __init__(self, folder: Path, analyzer: Analyzer, weights: Weights | None = None) -> None:
        self._analyzer = analyzer
        self._versions = IndexVersions(folder)
        self._reader = Reader(self._versions)
        self._schema = make_schema()
        self._builder = QueryBuilder(self._schema, weights or Weights())

    def search(self, query: Query) -> SearchResults:
        with intact():
            search = self._begin(query)
            plan, counted = self._count(search, query)
            found = search.page(plan, query, counted)
            hits = HitMaker(plan, snippets=query.snippets).hits(search.searcher, found)
        return SearchResults(hits, counted.total, counted.full, counted.facets)

    def ranking(self, query: Query) -> Ranking:
        with intact():
            search = self._begin(query)
            plan, counted = self._count(search, replace(query, facets=()))
            return search.ranking(search.page(plan, query, counted))

    def _begin(self, query: Query) -> Search:
        return Search(self._reader.searcher(), self._builder, query.active_filters())

    def _count(self, search: Search, query: Query) -> tuple[QueryPlan, Counted]:
        """The plan and its counts; a relaxed plan, where no document has any of the words."""
        plan = plan_query(query.expression(), self._analyzer)
        counted = search.counts(plan, query.facets)
        if counted.total or not plan.clauses or search.has_match(plan):
            return plan, counted
        plan = plan.relaxed()
        return plan, search.counts(plan, query.facets)

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
                if self._versions.is_rebuilding:
                    self._note(asdict(document))
                count += 1
        return count

    def remove(self, ids: Iterable[str], *, wait: bool = True) -> int:
        count = 0
        with self._writing(wait=wait) as writer:
            for document_id in ids:
                writer.delete_documents_by_term("id", document_id)
                if self._versions.is_rebuilding:
                    self._note({"removed": document_id})
                count += 1
        return count

    def rebuild(self, documents: Iterable[IndexDocument], on_error: OnError = raise_error) -> int:
        with panics_as_errors(), self._versions.rebuilding():
            before = self._versions.current()
            index_version = self._new_version()
            try:
                index = self._open(index_version)
                count = self._fill(index, self._converted(documents, on_error))
                with self._versions.writing():
                    self._catch_up(index)
                    write_checksums(index_version.path)
                    before = self._versions.current()
                    self._versions.activate(index_version)
            except BaseException:
                # What was written may have filled the disk.
                self._versions.prune({before.name if before else ""})
                raise
            self._versions.prune({index_version.name, before.name if before else ""})
        return count

    def document_ids(self) -> frozenset[str]:
        with intact():
            return Search(self._reader.searcher(), self._builder, {}).document_ids()

    def info(self) -> IndexInfo:
        index_version = self._versions.current()
        try:
            with intact():
                count = self._reader.searcher().num_docs
        except IndexMissingError:
            return IndexInfo(is_ready=False)
        version = index_version.analyzer_version if index_version else ""
        return IndexInfo(
            is_ready=version == self._analyzer.version,
            document_count=count,
            analyzer_version=version,
            version=index_version.name if index_version else "",
        )

    def damage(self) -> list[str]:
        with self._versions.writing():
            index_version = self._versions.current()
            return damaged_files(index_version.path) if index_version else []

    # --- Writing --------------------------------------------------------------------------

    @contextmanager
    def _writing(self, *, wait: bool) -> Iterator[tantivy.IndexWriter]:
        """A writer for the active version, committed at the end; others wait."""
        with panics_as_errors(), self._versions.writing(wait=wait):
            index_version = self._versions.current() or self._first_version()
            index = self._open(index_version)
            writer = index.writer(EDIT_HEAP, 1)
            yield writer
            writer.commit()
            writer.wait_merging_threads()
            write_checksums(index_version.path)

    def _open(self, index_version: IndexVersion) -> tantivy.Index:
        """The index of a version to write to, made where there is none."""
        return tantivy.Index(self._schema, str(index_version.path))

    def _first_version(self) -> IndexVersion:
        """A new, active and empty index, to which documents can be added."""
        index_version = self._new_version()
        self._versions.activate(index_version)
        return index_version

    def _new_version(self) -> IndexVersion:
        """A new and empty index that is not yet active."""
        index_version = self._versions.begin(self._analyzer.version)
        self._open(index_version)
        write_checksums(index_version.path)
        return index_version

    def _fill(self, index: tantivy.Index, documents: Iterable[Converted]) -> int:
        writer = index.writer(build_heap_bytes(), BUILD_THREADS)
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
        """The documents converted for Tantivy, without those that cannot be tokenised."""
        for document in documents:
            try:
                with panics_as_errors():
                    converted = to_tantivy(document, self._analyzer)
            except Exception as error:  # noqa: BLE001
                on_error(document.kind, document.key, error)
            else:
                yield document, converted

    def _note(self, change: dict[str, Any]) -> None:
        """Write a change to the journal of the version that is being built."""
        with self._versions.journal.open("a", encoding="utf-8") as journal:
            journal.write(json.dumps(change, ensure_ascii=False) + "\n")

    def _catch_up(self, index: tantivy.Index) -> None:
        """Apply the journal: the changes made while the new version was filled."""
        changes = self._versions.journal.read_text("utf-8").splitlines()
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
