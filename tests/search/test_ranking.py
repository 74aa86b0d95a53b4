"""Ranking of collections that are no casebooks: news with questions, titles with keywords."""

import tomllib
from pathlib import Path

import pytest

from casebook.core.records import IndexDocument
from search.backends.tantivy.backend import TantivyBackend
from search.query.query import Query

from .searched_backend import SearchedBackend

COLLECTIONS = tomllib.loads((Path(__file__).parent / "ranking.toml").read_text("utf-8"))
ROWS = [
    pytest.param(name, row["q"], row["first"], id=f"{name}-{row['q']}")
    for name, collection in COLLECTIONS.items()
    for row in collection["queries"]
]


@pytest.fixture(scope="module")
def backends(tmp_path_factory, analyzer) -> dict[str, SearchedBackend]:
    """An index of each collection."""
    made = {}
    for name, collection in COLLECTIONS.items():
        backend = TantivyBackend(tmp_path_factory.mktemp(name), analyzer)
        made[name] = SearchedBackend(backend, analyzer)
        made[name].rebuild(
            IndexDocument(slug, "passage", slug, "", body=text, order=order)
            for order, (slug, text) in enumerate(collection["documents"].items())
        )
    return made


@pytest.mark.parametrize(("name", "typed", "first"), ROWS)
def test_what_is_asked_about_comes_first(backends, name, typed, first):
    results = backends[name].search(Query(typed))

    assert results.hits[0].document_id == first
