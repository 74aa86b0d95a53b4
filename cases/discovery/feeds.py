"""Cases as an Atom feed: whatever a reader filters by, followed from then on."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from casebook import revision
from casebook.control_characters import replace_controls
from cases.filters import CaseFilter
from cases.models import Case

from .links import markdown_path
from .summaries import summary

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
ENTRIES = 50
BEGINNING = dt.datetime.fromtimestamp(0, tz=dt.UTC)
"""For what no date is known of, as before the first migration."""


class CleanXMLGenerator(SimplerXMLGenerator):
    """Writes XML in which no text and no attribute holds a control character."""

    def characters(self, content: str) -> None:
        super().characters(replace_controls(content))

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        clean: Any = {key: replace_controls(attrs[key]) for key in attrs}
        super().startElement(name, clean)


class PagedAtom(Atom1Feed):
    """Atom whose pages name each other (RFC 5005), and whose date is that of the content."""

    def write(self, outfile: Any, encoding: Any) -> None:
        """As Django writes it, by a generator that nothing in the database can stop."""
        handler = CleanXMLGenerator(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for rel, address in self.feed["pages"].items():
            handler.addQuickElement("link", "", {"rel": rel, "href": address})

    def latest_post_date(self) -> dt.datetime:
        """An empty feed is as old as the content that leaves it empty."""
        dates = [item["updateddate"] for item in self.items]
        content_date: dt.datetime = self.feed["content_date"]
        return max(dates, default=content_date)

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item | {"description": None})
        handler.addQuickElement("summary", item["description"], {"type": "text"})
        markdown = {"rel": "alternate", "type": "text/markdown", "href": item["markdown"]}
        handler.addQuickElement("link", "", markdown)


def newest_first(keys: Iterable[int], dates: dict[int, dt.datetime]) -> list[int]:
    """What changed last leads, as in every feed; what changed together keeps its order."""
    return sorted(keys, key=lambda key: dates.get(key, BEGINNING), reverse=True)


def case_feed(
    request: HttpRequest,
    case_filter: CaseFilter,
    page: Page[Case],
    dates: dict[int, dt.datetime],
    addresses: dict[str, str],
) -> str:
    """The feed of one page of filtered cases; ``addresses`` of the list and of the other pages."""
    link = request.build_absolute_uri
    state = revision.current()
    feed = PagedAtom(
        title=title_of(case_filter),
        link=link(addresses.pop("alternate")),
        description="",
        subtitle=_("共 %(count)s 个案例") % {"count": page.paginator.count},
        language="zh-Hans",
        author_name=_("案例库"),
        feed_url=link(addresses.pop("self")),
        feed_guid=link(addresses.pop("first")),
        pages={rel: link(address) for rel, address in addresses.items()},
        content_date=state.changed_at if state else BEGINNING,
    )
    for case in page:
        address = link(case.get_absolute_url())
        feed.add_item(
            title=case.title,
            link=address,
            unique_id=address,
            description=summary(case),
            updateddate=dates.get(case.pk, BEGINNING),
            categories=[each.theme.name for each in case.case_themes.all()],
            markdown=link(markdown_path(case)),
        )
    return str(feed.writeString("utf-8"))


def title_of(case_filter: CaseFilter) -> str:
    """案例库：城市 武汉；主题 智慧农业."""
    chosen = [
        f"{case_filter.filters[name].label} {'、'.join(str(label) for _value, label in choices)}"
        for name, choices in case_filter.selected.items()
        if name not in {"ordering", "synonyms"}
    ]
    return "：".join([_("案例库"), "；".join(chosen)]) if chosen else _("案例库：全部案例")
