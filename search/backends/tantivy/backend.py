"""The embedded backend: Tantivy, in the web process itself."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import tantivy

from casebook.core.records import IndexDocument
from search.backends.base import IndexInfo, IndexMissingError, OnError, raise_error
from search.backends.document_fields import (
    DocumentFields,
    FieldKind,
    document_fields,
    index_fields,
)
from search.text.analyzer import Analyzer

from .build_heap import build_heap_bytes
from .checksums import damaged_files, write_checksums
from .index_versions import IndexVersion, IndexVersions
from .reader import Reader, intact, panics_as_errors
from .searcher import TantivySnapshot

BUILD_THREADS = 2
"""Writer threads, beside the thread that tokenises, which is as busy as both together."""

EDIT_HEAP = 15_000_000

Converted = tuple[IndexDocument, tantivy.Document]
"""A document and its Tantivy document."""


def make_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", tokenizer_name="raw", index_option="basic")
    for name, kind in index_fields().items():
        match kind:
            case FieldKind.TOKENS:
                builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
            case FieldKind.PHRASES:
                builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
            case FieldKind.COLUMN:
                builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
            case FieldKind.NUMBER:
                builder.add_unsigned_field(name, fast=True)
            case FieldKind.STORED:
                builder.add_bytes_field(name, stored=True)
    return builder.build()


def to_tantivy(fields: DocumentFields) -> tantivy.Document:
    made = tantivy.Document()
    made.add_text("id", fields.id)
    made.add_unsigned("order", fields.order)
    for name, tokens in fields.tokens.items():
        made.add_text(name, tokens)
    for name, values in fields.columns.items():
        for value in values:
            made.add_text(name, value)
    for name, stored in fields.stored.items():
        made.add_bytes(name, stored)
    return made


class TantivyBackend:
    """A search index in a folder; any number of processes read it, one at a time writes."""

    def __init__(self, folder: Path, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._versions = IndexVersions(folder)
        self._reader = Reader(self._versions)
        self._schema = make_schema()

    def snapshot(self) -> TantivySnapshot:
        return TantivySnapshot(self._schema, self._reader.searcher())

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
            rows = self._reader.searcher().terms_with_prefix(
                "id", "", filter_query=tantivy.Query.all_query()
            )
            return frozenset(document_id for document_id, _count in rows)

    def info(self) -> IndexInfo:
        index_version = self._versions.current()
        try:
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
                    converted = to_tantivy(document_fields(document, self._analyzer))
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
                writer.add_document(to_tantivy(document_fields(document, self._analyzer)))
        writer.commit()
        writer.wait_merging_threads()
