"""Downloads from pages: the file, or an error page for invalid parameters."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from casebook.core.errors.error_responses import bad_request_page

from .download import Download
from .result import FORMAT
from .tables import Table


def page_download(request: HttpRequest, table: Table) -> HttpResponseBase:
    """All rows of a page's list as a file, or the error page with status 400."""
    download = Download(request, table, beside=("page",))
    if not download.parameter_errors:
        return download.response()
    known = {*download.result.filterset.filters, FORMAT}
    return bad_request_page(request, download.parameter_errors, known)
