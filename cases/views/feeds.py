"""The Atom feed of the cases that any filter of the list selects."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib.syndication.views import Feed
from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.utils.xmlutils import SimplerXMLGenerator

from casebook.core.cache import revision
from casebook.core.control_characters import replace_controls
from casebook.core.errors.error_responses import bad_request_page
from casebook.core.filters.filterset import NOT_FILTERS
from casebook.core.records import type_of
from casebook.core.web.requests import check_parameters, query_of
from cases.discovery.page_metadata import MARKDOWN
from cases.filters.case_filter import CaseFilter
from cases.models import Case
from search.service.answer import Answer
from search.service.list_page import page_number

ENTRIES_PER_PAGE = 50
LATEST_FIRST = Case.objects.with_labels().order_by("-updated_at", "book__slug", "number")


@dataclass(frozen=True, slots=True)
class FeedPage:
    """One page of the feed of a filter."""

    case_filter: CaseFilter
    page: Page[Any]
    root: str

    def url(self, number: int) -> str:
        """The absolute URL of a page of this feed."""
        pairs = self.case_filter.in_use
        query = query_of([*pairs, ("page", str(number))] if number > 1 else pairs)
        return f"{self.root}{reverse('discovery:case-feed')}{query}".removesuffix("?")

    def neighbours(self) -> dict[str, str]:
        """The URLs of the previous and the next page, by their link relations in RFC 5005."""
        near = {"previous": self.page.number - 1, "next": self.page.number + 1}
        numbers = self.page.paginator.page_range
        return {rel: self.url(number) for rel, number in near.items() if number in numbers}


class PagedAtomFeed(Atom1Feed):
    """Atom with links to other pages and to Markdown, and with summaries in plain text."""

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for rel, url in self.feed["neighbours"].items():
            handler.addQuickElement("link", "", {"rel": rel, "href": url})

    def latest_post_date(self) -> dt.datetime:
        """The newest entry's date; of an empty feed the date of the content revision."""
        content_date: dt.datetime = self.feed["content_date"]
        return super().latest_post_date() if self.items else content_date

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item | {"description": None})
        handler.addQuickElement("summary", item["description"], {"type": "text"})
        markdown = item["link"].removesuffix("/") + ".md"
        link = {"rel": "alternate", "type": MARKDOWN, "href": markdown}
        handler.addQuickElement("link", "", link)


class CaseFeed(Feed):  # type: ignore[type-arg]
    """The Atom feed of the selected cases, last changed first."""

    feed_type = PagedAtomFeed
    language = "zh-Hans"
    description = ""
    author_name = gettext_lazy("案例库")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        case_filter = CaseFilter(request.GET, queryset=LATEST_FIRST)
        errors = check_parameters(request, [*case_filter.base_filters, "page"])
        if errors := errors or case_filter.parameter_errors:
            return bad_request_page(request, errors, case_filter.base_filters)
        response = super().__call__(request, case_filter)
        # The date would not change when a case no longer matches the filter.
        del response["Last-Modified"]
        return response

    def get_object(self, request: HttpRequest, case_filter: CaseFilter) -> FeedPage:
        number = page_number(request)
        answer = Answer(case_filter, number, ENTRIES_PER_PAGE, (), order=("updated", True))
        root = request.build_absolute_uri("/").removesuffix("/")
        return FeedPage(case_filter, answer.page, root)

    def title(self, feed: FeedPage) -> str:
        """``案例库：城市 武汉；主题 智慧农业``."""
        selected = [
            f"{feed.case_filter.filters[name].label} {'、'.join(str(label) for _, label in choices)}"
            for name, choices in feed.case_filter.selected.items()
            if name not in NOT_FILTERS
        ]
        title = f"{_('案例库')}：{'；'.join(selected)}" if selected else _("案例库：全部案例")
        return replace_controls(title)

    def subtitle(self, feed: FeedPage) -> str:
        return _("共 %(count)s 个案例") % {"count": feed.page.paginator.count}

    def link(self, feed: FeedPage) -> str:
        path = reverse("cases:case-list") + query_of(feed.case_filter.in_use)
        return path.removesuffix("?")

    def feed_url(self, feed: FeedPage) -> str:
        return feed.url(feed.page.number)

    def feed_guid(self, feed: FeedPage) -> str:
        return feed.url(1)

    def feed_extra_kwargs(self, feed: FeedPage) -> dict[str, Any]:
        return {"neighbours": feed.neighbours(), "content_date": revision.current().changed_at}

    def items(self, feed: FeedPage) -> Page[Any]:
        return feed.page

    def item_title(self, case: Case) -> str:
        return replace_controls(case.title)

    def item_description(self, case: Case) -> str:
        return replace_controls(type_of(case).summary(case))

    def item_updateddate(self, case: Case) -> dt.datetime:
        return case.updated_at

    def item_categories(self, case: Case) -> list[str]:
        return [replace_controls(each.theme.name) for each in case.case_themes.all()]
