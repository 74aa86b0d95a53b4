"""Pages of hits, by number or by cursor; the engine is asked for one page at a time."""

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from rest_framework.request import Request

from casebook.core.api.cursors import Edge, Signature, refused
from casebook.core.api.pagination import NumberedPages, ranked_page
from casebook.core.errors.problem_details import NothingThere
from casebook.core.web.requests import Problem
from search.service.search_answer import Answer


class HitPages(NumberedPages):
    """The pages around one of a search; a cursor counts the hits before it."""

    def __init__(self, request: Request | None = None) -> None:
        if request is not None:
            self.request = request

    @property
    def number(self) -> int:
        """Which page is asked for."""
        if "cursor" not in self.request.query_params:
            return int(self.request.query_params.get("page", 1))
        edge = self.edge()
        before, rest = divmod(int(edge.values[0]) if edge else 0, self.size)
        if rest:
            given = self.request.query_params["cursor"]
            raise refused(given, _("检索结果的游标不能换 page_size，须从头取起。"))
        return before + 1

    def edge(self) -> Edge | None:
        return Signature(self.request).read()

    def turn_to(self, answer: Answer) -> None:
        """Find the pages on both sides; a number beyond the last is nothing there."""
        self.rows = range(answer.results.total)
        if "cursor" in self.request.query_params:
            sign = Signature(self.request)
            self.by_cursor = ranked_page(self.rows, sign.read(), self.size, sign)
            return
        paginator = Paginator(self.rows, self.size)
        if answer.page > paginator.num_pages:
            last = str(paginator.num_pages)
            message = _("一共只有 %(last)s 页。") % {"last": last}
            raise NothingThere([Problem("page", str(answer.page), message, last)])
        self.page = paginator.page(answer.page)
