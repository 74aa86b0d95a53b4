"""From a tool's arguments to the parameters that pages and API read."""

from collections.abc import Mapping

from django.http import QueryDict


def query_of(values: Mapping[str, list[str]]) -> QueryDict:
    """The query string that means the same."""
    query = QueryDict(mutable=True)
    for name, each in values.items():
        query.setlist(name, each)
    return query
