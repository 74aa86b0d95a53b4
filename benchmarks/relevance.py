"""Rank a test collection with casebook's analyzer, query parser and engine.

    python -m benchmarks.relevance DOCS QUERIES OUT

DOCS and QUERIES hold JSON lines ``{"id", "text"}``. OUT gets a line for each found document:
query id, tab, document id; best first, at most a hundred for a query. No database is needed.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from casebook.core.records import IndexDocument
from search.backends.tantivy.backend import TantivyBackend
from search.query.query import Query
from search.query.query_runner import QueryRunner
from search.text.analyzer import make_analyzer

MOST_HITS = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("docs", "queries", "out"):
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        analyzer = make_analyzer(Path(folder) / "jieba")
        backend = TantivyBackend(Path(folder) / "index", analyzer)
        runner = QueryRunner(backend, analyzer)
        texts = dict(read_lines(arguments.docs))
        count = backend.rebuild(documents(texts))
        print(f"{count} documents indexed", file=sys.stderr)
        names = list(texts)
        with arguments.out.open("w", encoding="utf-8") as out:
            for query, text in read_lines(arguments.queries):
                hits = runner.search(Query(text, page_size=MOST_HITS, snippets=False)).hits
                out.writelines(f"{query}\t{names[hit.key]}\n" for hit in hits)


def read_lines(path: Path) -> Iterator[tuple[str, str]]:
    """Ids and texts; an id may be a number, a text may be missing or have a lone surrogate."""
    with path.open(encoding="utf-8-sig") as lines:
        for row in (json.loads(line) for line in lines if line.strip()):
            yield str(row["id"]), str(row.get("text") or "").encode("utf-8", "replace").decode()


def documents(texts: dict[str, str]) -> Iterator[IndexDocument]:
    for order, (name, text) in enumerate(texts.items()):
        yield IndexDocument(
            id=name, kind="passage", key=order, slug="", title="", body=text, order=order
        )


if __name__ == "__main__":
    main()
