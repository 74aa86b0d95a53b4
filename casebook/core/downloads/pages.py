"""Downloads from pages: the file, or the page that says what is wrong with the address."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from casebook.core.errors.suggested_urls import refusal

from .download import Download
from .result import FORMAT
from .tables import Table


def page_download(request: HttpRequest, table: Table) -> HttpResponseBase:
    """All rows of the list that the page shows a part of."""
    download = Download(request, table, beside=("page",))
    if not download.problems:
        return download.response()
    known = {*download.result.filterset.filters, FORMAT}
    return refusal(request, download.problems, known)
