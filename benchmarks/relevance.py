"""Rank a test collection with the product's own analyzer, query parser and engine.

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

from search.analysis import make_analyzer
from search.backends.base import IndexDocument
from search.backends.embedded import EmbeddedBackend
from search.query import Query

MOST_HITS = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("docs", "queries", "out"):
        parser.add_argument(name, type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        backend = EmbeddedBackend(Path(folder) / "index", make_analyzer(Path(folder) / "jieba"))
        count = backend.rebuild(documents(arguments.docs))
        print(f"{count} documents indexed", file=sys.stderr)
        with arguments.out.open("w", encoding="utf-8") as out:
            for row in read_lines(arguments.queries):
                for found in ranking(backend, row["text"]):
                    out.write(f"{row['id']}\t{found}\n")


def read_lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def documents(path: Path) -> Iterator[IndexDocument]:
    for order, row in enumerate(read_lines(path)):
        yield IndexDocument(
            id=str(row["id"]), kind="passage", slug="", title="", body=row["text"], order=order
        )


def ranking(backend: EmbeddedBackend, text: str) -> list[str]:
    """The ids found for a question, best first."""
    results = backend.search(Query(text, page_size=MOST_HITS, snippets=False))
    return [hit.document_id for hit in results.hits]


if __name__ == "__main__":
    main()
