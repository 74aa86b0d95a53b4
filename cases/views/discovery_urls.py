"""URLs of Markdown representations, feeds, site maps, robots.txt and llms.txt."""

from django.urls import path
from django.views.generic import TemplateView

from casebook.core.records import pages
from cases.discovery.sitemaps import sitemap, sitemap_file
from cases.models import Book

from .feeds import CaseFeed
from .markdown_pages import markdown

TEXT = "text/plain; charset=utf-8"

robots = TemplateView.as_view(template_name="robots.txt", content_type=TEXT)
llms = TemplateView.as_view(
    template_name="llms.txt", content_type=TEXT, extra_context={"books": Book.objects.all}
)

app_name = "discovery"
urlpatterns = [
    *(
        path(
            f"{page.path or f'{kind}s/<slug:slug>'}.md",
            markdown,
            {"kind": kind},
            name=f"{kind}-markdown",
        )
        for kind, page in pages().items()
    ),
    path("feeds/cases.atom", CaseFeed(), name="case-feed"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemaps/<slug:kind>-<int:number>.xml", sitemap_file, name="sitemap-file"),
    path("robots.txt", robots, name="robots"),
    path("llms.txt", llms, name="llms"),
]
