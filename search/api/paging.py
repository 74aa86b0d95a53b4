"""Pagination of hits, by page number or by cursor; the engine returns one page at a time."""

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from rest_framework.request import Request

from casebook.core.api.cursors import CursorPosition, Signature, invalid_cursor
from casebook.core.api.pagination import NumberedPages, ranked_page
from casebook.core.errors.problem_details import NothingThere
from casebook.core.web.requests import ParameterError
from search.service.search_answer import Answer


class HitPages(NumberedPages):
    """Pagination of a search; a cursor holds the number of hits before it."""

    def __init__(self, request: Request | None = None) -> None:
        if request is not None:
            self.request = request

    @property
    def number(self) -> int:
        """The requested page number."""
        if "cursor" not in self.request.query_params:
            return int(self.request.query_params.get("page", 1))
        position = self.position()
        before, rest = divmod(int(position.values[0]) if position else 0, self.size)
        if rest:
            given = self.request.query_params["cursor"]
            raise invalid_cursor(given, _("检索结果的游标不能换 page_size，须从头取起。"))
        return before + 1

    def position(self) -> CursorPosition | None:
        return Signature(self.request).read()

    def turn_to(self, answer: Answer) -> None:
        """Set the pages on both sides; raises NothingThere (404) beyond the last page."""
        self.rows = range(answer.results.total)
        if "cursor" in self.request.query_params:
            sign = Signature(self.request)
            self.by_cursor = ranked_page(self.rows, sign.read(), self.size, sign)
            return
        paginator = Paginator(self.rows, self.size)
        if answer.page > paginator.num_pages:
            last = str(paginator.num_pages)
            message = _("一共只有 %(last)s 页。") % {"last": last}
            raise NothingThere([ParameterError("page", str(answer.page), message, last)])
        self.page = paginator.page(answer.page)
