"""The search engines to measure: casebook's own, and its rivals, each used as is usual.

Every response has twenty passages, the exact total and the counts of five facets. Casebook and
bare Tantivy count a selected facet without its own filter and highlight snippets; the databases
do neither.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import django
import tantivy

from benchmarks.passages import FACETS, Passage, Question
from casebook.core.records import IndexDocument
from search.backends.tantivy.backend import TantivyBackend
from search.query.query import FACET_SIZE, Query
from search.query.query_runner import ALL_VALUES, QueryRunner
from search.text.analyzer import Analyzer
from search.text.normalisation import normalize

PAGE = 20


class Engine(Protocol):
    name: str

    def __init__(self, folder: Path, analyzer: Analyzer) -> None: ...

    def count(self) -> int:
        """Number of passages already indexed."""

    def build(self, passages: Iterable[Passage]) -> None: ...

    def ask(self, question: Question) -> int:
        """Run a query with hits and facets; return the total."""

    def size(self) -> int:
        """Bytes on disk."""

    def close(self) -> None:
        """Close open resources; the built index stays."""


class InFolder:
    """An engine whose data are in a folder or a file."""

    folder: Path

    def size(self) -> int:
        files = [self.folder] if self.folder.is_file() else self.folder.rglob("*")
        return sum(file.stat().st_size for file in files if file.is_file())

    def close(self) -> None:
        pass


class Product(InFolder):
    """Casebook's whole search: parse, plan, count, rank, fetch, highlight snippets."""

    name = "casebook"

    def __init__(self, folder: Path, analyzer: Analyzer) -> None:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casebook.settings")
        os.environ.setdefault("DATA_DIR", str(folder))
        django.setup()  # the apps declare the columns of the index
        self.folder = folder / "casebook"
        self.backend = TantivyBackend(self.folder, analyzer)
        self.runner = QueryRunner(self.backend, analyzer)

    def count(self) -> int:
        info = self.backend.info()
        return info.document_count if info.is_ready else 0

    def build(self, passages: Iterable[Passage]) -> None:
        self.backend.rebuild(map(as_document, passages))

    def ask(self, question: Question) -> int:
        query = Query(question.typed(), question.filters, FACETS)
        return self.runner.search(query).total


def as_document(passage: Passage) -> IndexDocument:
    return IndexDocument(
        id=f"passage-{passage.number}",
        kind="passage",
        slug=str(passage.number),
        title=f"第{passage.number}段",
        body=passage.text,
        facets=passage.facets,
        order=passage.number,
    )


class BareTantivy(InFolder):
    """Tantivy with the same terms in one field, top twenty with its own snippets."""

    name = "bare Tantivy"

    def __init__(self, folder: Path, analyzer: Analyzer) -> None:
        self.folder = folder / "tantivy"
        self.analyzer = analyzer
        builder = tantivy.SchemaBuilder()
        builder.add_text_field(
            "body", stored=True, tokenizer_name="whitespace", index_option="position"
        )
        for name in FACETS:
            builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
        self.schema = builder.build()

    def count(self) -> int:
        found = self.folder.exists() and tantivy.Index.exists(str(self.folder))
        return self.index.searcher().num_docs if found else 0

    def build(self, passages: Iterable[Passage]) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        writer = tantivy.Index(self.schema, str(self.folder)).writer(256_000_000, 1)
        for passage in passages:
            document = tantivy.Document()
            document.add_text("body", " ".join(self.analyzer.index_terms(normalize(passage.text))))
            for name, values in passage.facets.items():
                for value in values:
                    document.add_text(name, value)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    @cached_property
    def index(self) -> tantivy.Index:
        return tantivy.Index.open(str(self.folder))

    def ask(self, question: Question) -> int:
        searcher = self.index.searcher()
        words = self._words(question)
        found = searcher.search(self._with(words, question.filters), limit=PAGE)
        self._count(searcher, words, question.filters)
        snippets = tantivy.SnippetGenerator.create(searcher, words, self.schema, "body")
        for _, address in found.hits:
            snippet = snippets.snippet_from_doc(searcher.doc(address))
            snippet.fragment(), snippet.highlighted()
        return int(found.count)

    def _count(self, searcher: Any, words: Any, filters: dict[str, tuple[str, ...]]) -> None:
        """Count unselected facets in one pass, each selected one without its own filter."""
        open_facets = [name for name in FACETS if name not in filters]
        searcher.aggregate(self._with(words, filters), _terms(open_facets, FACET_SIZE))
        for name in filters:
            others = {key: values for key, values in filters.items() if key != name}
            searcher.aggregate(self._with(words, others), _terms([name], ALL_VALUES))

    def _words(self, question: Question) -> Any:
        terms = [tantivy.Query.term_query(self.schema, "body", word) for word in question.words]
        if question.how == "phrase":
            return tantivy.Query.phrase_query(self.schema, "body", list(question.words))
        if len(terms) == 1:
            return terms[0]
        if not terms:
            return tantivy.Query.all_query()
        occur = tantivy.Occur.Should  # as casebook ranks: full matches first, then partial ones
        every = tantivy.Query.boolean_query([(tantivy.Occur.Must, term) for term in terms])
        if question.how == "and":
            return tantivy.Query.boolean_query(
                [(occur, term) for term in terms]
                + [(occur, tantivy.Query.const_score_query(every, 1000.0))]
            )
        return tantivy.Query.boolean_query([(occur, term) for term in terms])

    def _with(self, words: Any, filters: dict[str, tuple[str, ...]]) -> Any:
        if not filters:
            return words
        chosen = [
            tantivy.Query.const_score_query(
                tantivy.Query.term_set_query(self.schema, name, list(values)), 0.0
            )
            for name, values in filters.items()
        ]
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, q) for q in [words, *chosen]])


def _terms(names: Iterable[str], size: int) -> dict[str, Any]:
    return {name: {"terms": {"field": name, "size": size}} for name in names}


class Fts5(InFolder):
    """SQLite's full-text search: terms in an FTS5 table, facet values in a table for each facet."""

    name = "SQLite FTS5"

    def __init__(self, folder: Path, analyzer: Analyzer) -> None:
        self.folder = folder / "fts5.sqlite3"
        self.analyzer = analyzer

    @cached_property
    def database(self) -> sqlite3.Connection:
        return sqlite3.connect(self.folder)

    def count(self) -> int:
        if not self.folder.exists():
            return 0
        (count,) = self.database.execute("SELECT count(*) FROM passage").fetchone()
        return int(count)

    def close(self) -> None:
        self.database.close()

    def build(self, passages: Iterable[Passage]) -> None:
        self.folder.unlink(missing_ok=True)
        vars(self).pop("database", None)
        run = self.database.execute
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA cache_size = -64000")
        run('CREATE VIRTUAL TABLE words USING fts5(body, tokenize = "unicode61")')
        run("CREATE TABLE passage (id INTEGER PRIMARY KEY, text TEXT)")
        for name in FACETS:
            run(
                f"CREATE TABLE {name} (id INTEGER, value TEXT, PRIMARY KEY (value, id)) "
                "WITHOUT ROWID"
            )
        for passage in passages:
            terms = " ".join(self.analyzer.index_terms(normalize(passage.text)))
            run("INSERT INTO words (rowid, body) VALUES (?, ?)", (passage.number, terms))
            run("INSERT INTO passage VALUES (?, ?)", (passage.number, passage.text))
            for name, values in passage.facets.items():
                for value in values:
                    run(f"INSERT INTO {name} VALUES (?, ?)", (passage.number, value))
        for name in FACETS:
            run(f"CREATE INDEX {name}_by_id ON {name} (id, value)")
        self.database.commit()
        run("ANALYZE")

    def ask(self, question: Question) -> int:
        run = self.database.execute
        run("DROP TABLE IF EXISTS temp.hit")
        run("CREATE TEMP TABLE hit (id INTEGER PRIMARY KEY, score REAL)")
        run(*self._hits(question))
        (total,) = run("SELECT count(*) FROM hit").fetchone()
        run(
            f"SELECT text FROM hit CROSS JOIN passage USING (id) ORDER BY score, id LIMIT {PAGE}"
        ).fetchall()
        for name in FACETS:
            run(
                f"SELECT value, count(*) FROM hit CROSS JOIN {name} USING (id) GROUP BY value"
            ).fetchall()
        return int(total)

    def _hits(self, question: Question) -> tuple[str, list[str]]:
        parts, values = [], []
        for name, chosen in question.filters.items():
            parts.append(
                f"+id IN (SELECT id FROM {name} WHERE value IN ({','.join('?' * len(chosen))}))"
            )
            values += chosen
        where = " AND ".join(parts) or "1"
        if not question.words:
            return f"INSERT INTO hit SELECT id, 0 FROM passage WHERE {where}", values
        quoted = [f'"{word}"' for word in question.words]
        match = {"or": " OR ", "and": " OR ", "phrase": " + "}[question.how].join(quoted)
        found = "SELECT rowid AS id, rank AS score FROM words WHERE words MATCH ?"
        return f"INSERT INTO hit SELECT id, score FROM ({found}) WHERE {where}", [match, *values]
