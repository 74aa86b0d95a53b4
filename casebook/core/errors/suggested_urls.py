"""Suggested URLs: each parameter error of a request with a corrected query string."""

from collections.abc import Container, Iterable, Iterator

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from casebook.core.web.requests import ParameterError


def query_of(pairs: Iterable[tuple[str, str]]) -> str:
    """The query string of parameters and values; ``?`` alone for none."""
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    return f"?{query.urlencode()}"


def bad_request_page(
    request: HttpRequest, errors: Iterable[ParameterError], known: Container[str]
) -> HttpResponse:
    """The page, with status 400, that lists each error with a link to the corrected URL."""
    proposals = list(suggested_urls(request.GET, errors, known))
    return render(request, "400.html", {"suggested_urls": proposals}, status=400)


def suggested_urls(
    query: QueryDict, errors: Iterable[ParameterError], known: Container[str]
) -> Iterator[tuple[ParameterError, str]]:
    """Each error with a corrected query string: the nearest value instead of it, or without it.

    ``known`` are the parameters that exist; of any other, the name is corrected.
    """
    for error in errors:
        yield error, query_of(corrected_query(query, error, known=error.parameter in known))


def corrected_query(
    query: QueryDict, error: ParameterError, *, known: bool
) -> Iterator[tuple[str, str]]:
    for name, values in query.lists():
        for value in values:
            if name != error.parameter or (known and value != error.value):
                yield name, value
            elif error.nearest is not None:
                yield (name, error.nearest) if known else (error.nearest, value)
