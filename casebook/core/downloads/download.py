"""A download as an address asks for it: what is wrong with that, or the file."""

from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from casebook.core.web.requests import Problem, check_parameters, nearest

from .file_names import content_disposition
from .formats import FORMATS, Format
from .result import FORMAT, Result
from .tables import Table


def is_download(request: HttpRequest) -> bool:
    """Whether an address names a format; without one it is the list itself."""
    return FORMAT in request.GET


class Download:
    """One format of a whole result. ``beside`` are the list's other parameters, such as ``page``."""

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
    def problems(self) -> list[Problem]:
        """Everything in the address that makes no sense."""
        known = [*self.result.filterset.filters, *self._beside, FORMAT]
        return [
            *check_parameters(self.request, known, strict=self._strict),
            *self.result.filterset.problems,
            *self._format_problems(),
            *self._page_problems(),
        ] or self._size_problems()

    def _format_problems(self) -> list[Problem]:
        given = list(dict.fromkeys(self.request.GET.getlist(FORMAT)))
        if wrong := [name for name in given if name not in FORMATS]:
            message = _("没有“%(format)s”格式。")
            return [
                Problem(FORMAT, name, message % {"format": name}, nearest(name, FORMATS) or "csv")
                for name in wrong
            ]
        more = _("一次只能下载一种格式。")
        return [Problem(FORMAT, name, more) for name in given[1:]]

    def _page_problems(self) -> list[Problem]:
        """A file has no pages; whoever names one would get something else than expected."""
        message = _("下载的总是全部结果的全部字段，不能同时给“%(name)s”。")
        return [
            Problem(name, self.request.GET[name], message % {"name": name})
            for name in self._beside
            if name in self.request.GET
        ]

    def _size_problems(self) -> list[Problem]:
        most = self.format.most_rows
        result = self.result
        if most is None or result.table.count(result.filterset) <= most:
            return []
        message = _("结果超过 %(most)d 行，一个工作表放不下。") % {"most": most}
        return [Problem(FORMAT, self.format.extension, message, "csv")]

    def response(self) -> HttpResponseBase:
        """The file; its first piece is made before the answer begins, so that failures show."""
        pieces = iter(()) if self.request.method == "HEAD" else self.format.write(self.result)
        first = next(pieces, b"")
        response = StreamingHttpResponse(
            chain([first], pieces), content_type=self.format.media_type
        )
        response["Content-Disposition"] = content_disposition(self.result, self.format.extension)
        return response
