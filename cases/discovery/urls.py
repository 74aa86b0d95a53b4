"""Where machines look."""

from django.urls import path

from . import views
from .markdown import RECORDS, markdown

part_address = "books/<slug:book__slug>/parts/<int:number>.md"

app_name = "discovery"
urlpatterns = [
    *(
        path(
            part_address if kind == "part" else f"{kind}s/<slug:slug>.md",
            markdown,
            {"kind": kind},
            name=f"{kind}-markdown",
        )
        for kind in RECORDS
    ),
    path("feeds/cases.atom", views.case_feed_view, name="case-feed"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemaps/<slug:kind>-<int:number>.xml", views.sitemap_file, name="sitemap-file"),
    path("robots.txt", views.robots, name="robots"),
    path("llms.txt", views.llms, name="llms"),
]
