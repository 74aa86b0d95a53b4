"""PostgreSQL's full-text search as a rival, where DATABASE_URL names a server."""

import itertools
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.passages import FACETS, Passage, Question
from search.text.analyzer import Analyzer
from search.text.normalisation import normalize

PAGE = 20
BATCH = 2_000
SCHEMA = "casebook_benchmark"


class Postgres:
    """Terms in a tsvector with a GIN index, facet values in a table for each facet."""

    name = "PostgreSQL"

    def __init__(self, folder: Path, analyzer: Analyzer) -> None:
        import psycopg2

        self.folder = folder
        self.analyzer = analyzer
        self.database = psycopg2.connect(os.environ["DATABASE_URL"])
        self.database.autocommit = True
        self._run(f"SET search_path = {SCHEMA}")

    def count(self) -> int:
        if self._run("SELECT to_regclass('passage')")[0][0] is None:
            return 0
        return int(self._run("SELECT count(*) FROM passage")[0][0])

    def build(self, passages: Iterable[Passage]) -> None:
        self._run(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        self._run(f"CREATE SCHEMA {SCHEMA}")
        self._run("CREATE TABLE passage (id integer PRIMARY KEY, text text, words tsvector)")
        for name in FACETS:
            self._run(f"CREATE TABLE {name} (id integer, value text)")
        passages = iter(passages)
        while batch := list(itertools.islice(passages, BATCH)):
            self._insert(batch)
        self._run("CREATE INDEX ON passage USING gin (words)")
        for name in FACETS:
            self._run(f"CREATE INDEX ON {name} (id, value)")
            self._run(f"CREATE INDEX ON {name} (value, id)")
        self._run("VACUUM ANALYZE")

    def _insert(self, batch: list[Passage]) -> None:
        from psycopg2.extras import execute_values

        rows = [
            (p.number, p.text, " ".join(self.analyzer.index_terms(normalize(p.text))))
            for p in batch
        ]
        with self.database.cursor() as cursor:
            execute_values(
                cursor,
                "INSERT INTO passage VALUES %s",
                rows,
                template="(%s, %s, to_tsvector('simple', %s))",
            )
            for name in FACETS:
                values = [(p.number, value) for p in batch for value in p.facets[name]]
                execute_values(cursor, f"INSERT INTO {name} VALUES %s", values)

    def ask(self, question: Question) -> int:
        self._run("DROP TABLE IF EXISTS hit")
        self._run(*self._hits(question))
        total = self._run("SELECT count(*) FROM hit")[0][0]
        self._run(
            f"SELECT text FROM hit JOIN passage USING (id) ORDER BY score DESC, id LIMIT {PAGE}"
        )
        for name in FACETS:
            self._run(f"SELECT value, count(*) FROM hit JOIN {name} USING (id) GROUP BY value")
        return int(total)

    def _hits(self, question: Question) -> tuple[str, list[Any]]:
        joiner = {"or": " | ", "and": " | ", "phrase": " <-> "}[question.how]
        asked = joiner.join(f"'{word}'" for word in question.words)
        where, values = ["words @@ %s::tsquery"], [asked, asked]
        score = "ts_rank(words, %s::tsquery)"
        if not question.words:
            where, values, score = ["true"], [], "0"
        for name, chosen in question.filters.items():
            where.append(f"id IN (SELECT id FROM {name} WHERE value = ANY(%s))")
            values.append(list(chosen))
        found = f"SELECT id, {score} AS score FROM passage WHERE {' AND '.join(where)}"
        return f"CREATE TEMP TABLE hit AS {found}", values

    def _run(self, sql: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
        with self.database.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall() if cursor.description else []

    def size(self) -> int:
        sizes = self._run(
            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class "
            "WHERE relnamespace = %s::regnamespace AND relkind = 'r'",
            [SCHEMA],
        )
        return int(sizes[0][0])

    def close(self) -> None:
        self.database.close()
