"""The way out of a mistyped address: each problem with the address that sets it right."""

from collections.abc import Container, Iterable, Iterator

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from casebook.core.web.requests import Problem


def query_of(pairs: Iterable[tuple[str, str]]) -> str:
    """Parameters and values as the end of an address; ``?`` alone for none."""
    query = QueryDict(mutable=True)
    for name, value in pairs:
        query.appendlist(name, value)
    return f"?{query.urlencode()}"


def refusal(
    request: HttpRequest, problems: Iterable[Problem], known: Container[str]
) -> HttpResponse:
    """The page, with status 400, that names each problem and links to what sets it right."""
    proposals = list(corrections(request.GET, problems, known))
    return render(request, "400.html", {"corrections": proposals}, status=400)


def corrections(
    query: QueryDict, problems: Iterable[Problem], known: Container[str]
) -> Iterator[tuple[Problem, str]]:
    """Each problem with the right query: the nearest word in place of the wrong one, or without it.

    ``known`` are the parameters that exist; any other is itself the wrong word.
    """
    for problem in problems:
        yield problem, query_of(corrected(query, problem, known=problem.parameter in known))


def corrected(query: QueryDict, problem: Problem, *, known: bool) -> Iterator[tuple[str, str]]:
    for name, values in query.lists():
        for value in values:
            if name != problem.parameter or (known and value != problem.value):
                yield name, value
            elif problem.nearest is not None:
                yield (name, problem.nearest) if known else (problem.nearest, value)
