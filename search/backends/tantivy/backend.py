"""The embedded backend: Tantivy, in the web process itself."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import tantivy

from casebook.core.records import IndexDocument
from search.backends.base import IndexInfo, IndexMissingError, OnError, convert_all, raise_error
from search.backends.document_fields import FieldKind, document_fields, index_fields
from search.text.analyzer import Analyzer

from .index_versions import IndexVersion, IndexVersions
from .searcher import Reader, TantivySnapshot, intact, panics_as_errors

EDIT_HEAP = 15_000_000
MIN_BUILD_HEAP, MAX_BUILD_HEAP = 250_000_000, 3_000_000_000
"""Bytes of memory that a writer may take, as it needs them."""

CGROUP_LIMIT = Path("/sys/fs/cgroup/memory.max")
"""The file with a container's memory limit in bytes, or the word ``max``."""

TEXT_OPTIONS: dict[FieldKind, dict[str, Any]] = {
    FieldKind.ID: {"tokenizer_name": "raw", "index_option": "basic"},
    FieldKind.TOKENS: {"tokenizer_name": "whitespace", "index_option": "freq"},
    FieldKind.PHRASES: {"tokenizer_name": "whitespace", "index_option": "position"},
    FieldKind.COLUMN: {"tokenizer_name": "raw", "index_option": "basic", "fast": True},
}


def make_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name, kind in index_fields().items():
        if kind is FieldKind.NUMBER:
            builder.add_unsigned_field(name, fast=True)
        elif kind is FieldKind.STORED:
            builder.add_bytes_field(name, stored=True)
        else:
            builder.add_text_field(name, **TEXT_OPTIONS[kind])
    return builder.build()


def build_heap_bytes() -> int:
    """An eighth of the memory of the machine or the container, within bounds.

    Each time it is full, another segment begins, and a search has to read every one.
    """
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    with suppress(OSError, ValueError):
        memory = min(memory, int(CGROUP_LIMIT.read_text("ascii")))
    return min(max(memory // 8, MIN_BUILD_HEAP), MAX_BUILD_HEAP)


class TantivyBackend:
    """A search index in a folder; any number of processes read it, one at a time writes."""

    def __init__(self, folder: Path, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._versions = IndexVersions(folder)
        self._reader = Reader(self._versions)
        self._schema = make_schema()

    def snapshot(self) -> TantivySnapshot:
        return TantivySnapshot(self._schema, self._reader.searcher())

    def add(self, documents: Iterable[IndexDocument], on_error: OnError = raise_error) -> None:
        with self._writing() as writer:
            for document, made in convert_all(documents, self._convert, on_error):
                writer.delete_documents_by_term("id", document.id)
                writer.add_document(made)
                self._versions.note(asdict(document))

    def remove(self, ids: Iterable[str]) -> None:
        with self._writing() as writer:
            for document_id in ids:
                writer.delete_documents_by_term("id", document_id)
                self._versions.note({"removed": document_id})

    def rebuild(self, documents: Iterable[IndexDocument], on_error: OnError = raise_error) -> int:
        count, before = 0, None
        with panics_as_errors(), self._versions.rebuilding():
            index_version = self._versions.begin(self._analyzer.version)
            try:
                with self._writer(index_version, build_heap_bytes()) as writer:
                    for _, made in convert_all(documents, self._convert, on_error):
                        writer.add_document(made)
                        count += 1
                with self._versions.writing():
                    self._catch_up(index_version)
                    before = self._versions.current()
                    self._versions.activate(index_version)
            finally:
                # What an interrupted rebuild wrote may have filled the disk.
                self._versions.prune(self._versions.current(), before)
        return count

    def document_ids(self) -> frozenset[str]:
        with intact():
            everything = tantivy.Query.all_query()
            rows = self._reader.searcher().terms_with_prefix("id", "", filter_query=everything)
            return frozenset(document_id for document_id, _count in rows)

    def info(self) -> IndexInfo:
        index_version = self._versions.current()
        try:
            count = self._reader.searcher().num_docs
        except IndexMissingError:
            index_version = None
        if index_version is None:
            return IndexInfo(is_ready=False)
        is_ready = index_version.analyzer_version == self._analyzer.version
        return IndexInfo(is_ready, count, index_version.path.name)

    def damage(self) -> list[str]:
        with self._versions.writing():
            index_version = self._versions.current()
            return index_version.damaged_files() if index_version else []

    # --- Writing --------------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[tantivy.IndexWriter]:
        """A writer for the active version, or for the first; others wait."""
        with panics_as_errors(), self._versions.writing():
            index_version = self._versions.current()
            index_version = index_version or self._versions.begin(self._analyzer.version)
            with self._writer(index_version, EDIT_HEAP) as writer:
                yield writer
            self._versions.activate(index_version)

    @contextmanager
    def _writer(self, index_version: IndexVersion, heap: int) -> Iterator[tantivy.IndexWriter]:
        """A writer for a version, made where there is none; committed at the end.

        Its one thread keeps up with the tokenisation, and makes one segment where several would
        make as many; a search has to read each.
        """
        writer = tantivy.Index(self._schema, str(index_version.path)).writer(heap, 1)
        yield writer
        writer.commit()
        writer.wait_merging_threads()
        index_version.write_checksums()

    @panics_as_errors()
    def _convert(self, document: IndexDocument) -> tantivy.Document:
        fields: Any = document_fields(document, self._analyzer)
        return tantivy.Document.from_dict(fields, self._schema)

    def _catch_up(self, index_version: IndexVersion) -> None:
        """Apply the changes made while the new version was filled."""
        changes = self._versions.noted()
        with self._writer(index_version, EDIT_HEAP) as writer:
            for change in changes:
                writer.delete_documents_by_term("id", change.get("removed") or change["id"])
                if "removed" not in change:
                    writer.add_document(self._convert(IndexDocument(**change)))
