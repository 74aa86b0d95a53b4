"""URLs of the pages of books, cases, facts, places and themes, of citations, and for machines."""

from django.urls import path
from django.views.generic import TemplateView

from casebook.core.records import record_types, types_with_page
from cases.discovery.sitemaps import sitemap, sitemap_file
from cases.models import Book
from cases.views import atlas, compare, record_pages
from cases.views.feeds import CaseFeed
from cases.views.record_files import cite_passage, cite_record, markdown

TEXT = "text/plain; charset=utf-8"
PASSAGE = "books/<slug:slug>/read/p/<slug:anchor>/"

app_name = "cases"
urlpatterns = [
    path("atlas/", atlas.atlas, name="atlas"),
    path("cases/", record_pages.case_list, name="case-list"),
    path("cases/<slug:slug>/", record_pages.case_detail, name="case-detail"),
    path("books/", record_pages.book_list, name="book-list"),
    path("books/<slug:slug>/", record_pages.book_detail, name="book-detail"),
    path("books/<slug:slug>/parts/<int:number>/", record_pages.part_detail, name="part-detail"),
    path("books/<slug:slug>/read/", record_pages.reading_contents, name="reading-contents"),
    path("books/<slug:slug>/read/<slug:page>/", record_pages.reading_page, name="reading-page"),
    path(PASSAGE, record_pages.passage_detail, name="passage-detail"),
    path("compare/", compare.compare_cases, name="compare"),
    path("facts/", record_pages.fact_list, name="fact-list"),
    path("facts/<slug:slug>/", record_pages.fact_detail, name="fact-detail"),
    path("places/", record_pages.place_list, name="place-list"),
    path("places/<slug:slug>/", record_pages.place_detail, name="place-detail"),
    path("themes/", record_pages.theme_list, name="theme-list"),
    path("themes/<slug:slug>/", record_pages.theme_detail, name="theme-detail"),
]

citation_patterns = [
    *(
        path(f"{kind}s/<slug:slug>/cite.<slug:form>", cite_record, {"kind": kind}, name=kind)
        for kind, each in record_types().items()
        if each.resolver
    ),
    path(f"{PASSAGE}cite.<slug:form>", cite_passage, name="passage"),
    path(f"{PASSAGE}quote.txt", cite_passage, name="quote"),
]

robots = TemplateView.as_view(template_name="robots.txt", content_type=TEXT)
llms = TemplateView.as_view(
    template_name="llms.txt", content_type=TEXT, extra_context={"books": Book.objects.all}
)
discovery_patterns = [
    *(
        path(
            f"{each.path or f'{kind}s/<slug:slug>'}.md",
            markdown,
            {"kind": kind},
            name=f"{kind}-markdown",
        )
        for kind, each in types_with_page().items()
    ),
    path("feeds/cases.atom", CaseFeed(), name="case-feed"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemaps/<slug:kind>-<int:number>.xml", sitemap_file, name="sitemap-file"),
    path("robots.txt", robots, name="robots"),
    path("llms.txt", llms, name="llms"),
]
