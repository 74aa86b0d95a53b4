"""An engine with the queries that are asked of it, as the site puts the two together."""

from typing import Any

from search.query.query_runner import QueryRunner


class SearchedBackend(QueryRunner):
    """An index to fill and to search."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self.backend, name)
