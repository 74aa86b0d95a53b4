"""Where machines look."""

from django.urls import path

from . import views

app_name = "discovery"
urlpatterns = [
    *(
        path(
            f"{kind}/<slug:slug>.md",
            views.markdown_twin,
            {"kind": kind},
            name=f"{rows.model._meta.model_name}-markdown",
        )
        for kind, rows in views.TWINS.items()
    ),
    path("books/<slug:slug>/parts/<int:number>.md", views.markdown_part, name="part-markdown"),
    path("feeds/cases.atom", views.case_feed_view, name="case-feed"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemaps/<slug:kind>-<int:number>.xml", views.sitemap_file, name="sitemap-file"),
    path("robots.txt", views.robots, name="robots"),
    path("llms.txt", views.llms, name="llms"),
]
