"""A download as requested: its parameter errors, or the file as a streaming response."""

from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from casebook.core.web.requests import ParameterError, check_parameters, nearest

from .file_names import content_disposition
from .formats import FORMATS, Format
from .result import FORMAT, Result
from .tables import Table


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
