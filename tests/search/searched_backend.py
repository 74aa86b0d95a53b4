"""An engine with the queries that are asked of it, as the site puts the two together."""

from typing import Any

from search.backends.base import SearchBackend
from search.query.query_runner import QueryRunner
from search.text.analyzer import Analyzer


class SearchedBackend:
    """An index to fill and to search."""

    def __init__(self, backend: SearchBackend, analyzer: Analyzer) -> None:
        self.backend = backend
        runner = QueryRunner(backend, analyzer)
        self.search, self.pages = runner.search, runner.pages

    def __getattr__(self, name: str) -> Any:
        return getattr(self.backend, name)
