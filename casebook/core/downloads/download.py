"""Downloads as requested: the formats, the file as a streaming response, and its name."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from casebook.core.errors.error_responses import bad_request_page
from casebook.core.web.requests import ParameterError, check_parameters, nearest

from .result import FORMAT, Result
from .spreadsheets import MOST_ROWS, write_xlsx
from .tables import Table
from .text_files import write_csv, write_json, write_json_lines, write_markdown

UNSAFE = re.compile(r'[\s\\/:*?"<>|;%]+')
LONGEST = 60
"""Characters of a name without its extension; file systems take no more than 255 bytes."""
HOW_NOT_WHAT = ("ordering", "synonyms")
AS_FILE = {"schema": {"type": "string", "format": "binary"}}


@dataclass(frozen=True, slots=True)
class Format:
    """A file format whose ``write`` yields chunks; ``most_rows`` if the format has a limit."""

    extension: str
    media_type: str
    write: Callable[[Result], Iterator[bytes]]
    most_rows: int | None = None


SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    each.extension: each
    for each in (
        Format("csv", "text/csv; charset=utf-8", write_csv),
        Format("xlsx", SPREADSHEET, write_xlsx, MOST_ROWS),
        Format("json", "application/json", write_json),
        Format("jsonl", "application/jsonl", write_json_lines),
        Format("md", "text/markdown; charset=utf-8", write_markdown),
    )
}
PARAMETER = {
    "name": FORMAT,
    "in": "query",
    "required": False,
    "description": "下载全部结果（不分页）：csv、xlsx、json、jsonl 或 md",
    "schema": {"type": "string", "enum": [*FORMATS]},
    "example": "csv",
}


def is_download(request: HttpRequest) -> bool:
    """Whether a request names a file format; without one it asks for the list itself."""
    return FORMAT in request.GET


class Download:
    """One format of a whole result; ``beside`` are the list's other parameters, as ``page``."""

    def __init__(
        self, request: HttpRequest, table: Table, beside: Iterable[str], *, strict: bool = False
    ) -> None:
        self.request = request
        self.result = Result(request, table)
        self._beside = [name for name in beside if name != FORMAT]
        self._strict = strict

    @property
    def format(self) -> Format:
        return FORMATS[self.request.GET[FORMAT]]

    @cached_property
    def parameter_errors(self) -> list[ParameterError]:
        """Every error in the parameters of the request."""
        known = [*self.result.filterset.filters, *self._beside, FORMAT]
        return [
            *check_parameters(self.request, known, strict=self._strict),
            *self.result.filterset.parameter_errors,
            *self._format_errors(),
            *self._page_errors(),
        ] or self._size_errors()

    def _format_errors(self) -> list[ParameterError]:
        given = list(dict.fromkeys(self.request.GET.getlist(FORMAT)))
        if wrong := [name for name in given if name not in FORMATS]:
            message = _("没有“%(format)s”格式。")
            return [
                ParameterError(
                    FORMAT, name, message % {"format": name}, nearest(name, FORMATS) or "csv"
                )
                for name in wrong
            ]
        more = _("一次只能下载一种格式。")
        return [ParameterError(FORMAT, name, more) for name in given[1:]]

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
        result = self.result
        if most is None or result.table.count(result.filterset) <= most:
            return []
        message = _("结果超过 %(most)d 行，一个工作表放不下。") % {"most": most}
        return [ParameterError(FORMAT, self.format.extension, message, "csv")]

    def response(self) -> HttpResponseBase:
        """The file as a stream; the first chunk is made before it starts, so that failures show."""
        pieces = iter(()) if self.request.method == "HEAD" else self.format.write(self.result)
        first = next(pieces, b"")
        response = StreamingHttpResponse(
            chain([first], pieces), content_type=self.format.media_type
        )
        response["Content-Disposition"] = content_disposition(self.result, self.format.extension)
        return response


def content_disposition(result: Result, extension: str) -> str:
    """Content-Disposition of a result: a file name made of the list and the parameters in use."""
    chosen = [each for each in result.asked if each.parameter not in HOW_NOT_WHAT]
    in_ascii = [each.value for each in chosen if each.value.isascii()]
    return attachment(
        [str(result.table.label), *(each.label for each in chosen)],
        [result.table.name, *in_ascii],
        extension,
    )


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
    known = {*download.result.filterset.filters, FORMAT}
    return bad_request_page(request, download.parameter_errors, known)


def describe_downloads(result: dict[str, Any], **_context: Any) -> dict[str, Any]:
    """A drf-spectacular hook: adds the file formats to the responses of downloadable lists."""
    for operations in result["paths"].values():
        for operation in operations.values():
            if PARAMETER in operation.get("parameters", ()):
                content = operation["responses"]["200"]["content"]
                for each in FORMATS.values():
                    content.setdefault(each.media_type.partition(";")[0], AS_FILE)
    return result
