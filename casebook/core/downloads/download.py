"""Downloads as requested: errors in the parameters, the file as a stream, and its name."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from urllib.parse import quote

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from casebook.core.errors.error_responses import bad_request_page
from casebook.core.filters.filterset import NOT_FILTERS
from casebook.core.web.requests import ParameterError, check_parameters, unknown_format

from .file_formats import FORMATS, Format, in_chunks
from .result import FORMAT, Result
from .tables import Table

UNSAFE = re.compile(r'[\s\\/:*?"<>|;%]+')
LONGEST = 60
"""Characters of a name without its extension; file systems take no more than 255 bytes."""


def is_download(request: HttpRequest) -> bool:
    """Whether a request names a file format; without one it asks for the list itself."""
    return FORMAT in request.GET


class Download(Result):
    """A result as a file; ``beside`` are the list's other parameters, as ``page``."""

    def __init__(
        self, request: HttpRequest, table: Table, beside: Iterable[str], *, strict: bool = False
    ) -> None:
        super().__init__(request, table)
        self._beside = [name for name in beside if name != FORMAT]
        self._strict = strict

    @property
    def format(self) -> Format:
        return FORMATS[self.request.GET[FORMAT]]

    @cached_property
    def parameter_errors(self) -> list[ParameterError]:
        """Every error in the parameters of the request."""
        known = [*self.filterset.filters, *self._beside, FORMAT]
        return [
            *check_parameters(self.request, known, strict=self._strict),
            *self.filterset.parameter_errors,
            *self._format_errors(),
            *self._page_errors(),
        ] or self._size_errors()

    def _format_errors(self) -> list[ParameterError]:
        given = list(dict.fromkeys(self.request.GET.getlist(FORMAT)))
        wrong = [unknown_format(name, FORMATS) for name in given if name not in FORMATS]
        more = _("一次只能下载一种格式。")
        return wrong or [ParameterError(FORMAT, name, more) for name in given[1:]]

    def _page_errors(self) -> list[ParameterError]:
        """An error for each parameter of ``beside``: a file has all rows and fields."""
        message = _("下载的总是全部结果的全部字段，不能同时给“%(name)s”。")
        return [
            ParameterError(name, self.request.GET[name], message % {"name": name})
            for name in self._beside
            if name in self.request.GET
        ]

    def _size_errors(self) -> list[ParameterError]:
        most = self.format.most_rows
        if most is None or self.table.count(self.filterset) <= most:
            return []
        message = _("结果超过 %(most)d 行，一个工作表放不下。") % {"most": most}
        return [ParameterError(FORMAT, self.format.extension, message, "csv")]

    def response(self) -> HttpResponseBase:
        """The file as a stream; the first chunk is made before it starts, so that failures show."""
        is_head = self.request.method == "HEAD"
        chunks = iter(()) if is_head else in_chunks(self.format.write(self))
        first = next(chunks, b"")
        media_type = self.format.media_type
        response = StreamingHttpResponse(chain([first], chunks), content_type=media_type)
        response["Content-Disposition"] = self._disposition()
        return response

    def _disposition(self) -> str:
        """Content-Disposition with a file name made of the list and the parameters in use."""
        chosen = [each for each in self.asked if each.parameter not in NOT_FILTERS]
        in_ascii = [each.value for each in chosen if each.value.isascii()]
        pieces = [str(self.table.label), *(each.label for each in chosen)]
        return attachment(pieces, [self.table.name, *in_ascii], self.format.extension)


def attachment(pieces: Iterable[str], in_ascii: Iterable[str], extension: str) -> str:
    """Content-Disposition with two file names (RFC 6266): ASCII for old clients, and UTF-8."""
    name = quote(file_name(pieces, extension), safe="")
    return f"attachment; filename=\"{file_name(in_ascii, extension)}\"; filename*=UTF-8''{name}"


def file_name(pieces: Iterable[str], extension: str) -> str:
    """The pieces as a file name of bounded length that file systems and headers accept."""
    stem = "_".join(filter(None, map(_safe, pieces)))
    return f"{stem[:LONGEST].rstrip('._-')}.{extension}"


def _safe(piece: str) -> str:
    """A piece without control characters, separators and bidirectional formatting."""
    kept = "".join(c for c in piece if c.isspace() or unicodedata.category(c)[0] != "C")
    return UNSAFE.sub("-", unicodedata.normalize("NFC", kept)).strip("._-")


def page_download(request: HttpRequest, table: Table) -> HttpResponseBase:
    """All rows of a page's list as a file, or the error page with status 400."""
    download = Download(request, table, beside=("page",))
    if not download.parameter_errors:
        return download.response()
    known = {*download.filterset.filters, FORMAT}
    return bad_request_page(request, download.parameter_errors, known)
