"""URLs of the pages of books, cases, facts, places and themes."""

from django.urls import path

from cases import views

app_name = "cases"
urlpatterns = [
    path("atlas/", views.atlas, name="atlas"),
    path("cases/", views.case_list, name="case-list"),
    path("cases/<slug:slug>/", views.case_detail, name="case-detail"),
    path("books/", views.book_list, name="book-list"),
    path("books/<slug:slug>/", views.book_detail, name="book-detail"),
    path("books/<slug:slug>/parts/<int:number>/", views.part_detail, name="part-detail"),
    path("books/<slug:slug>/read/", views.reading_contents, name="reading-contents"),
    path("books/<slug:slug>/read/<slug:page>/", views.reading_page, name="reading-page"),
    path("books/<slug:slug>/read/p/<slug:anchor>/", views.passage_detail, name="passage-detail"),
    path("compare/", views.compare_cases, name="compare"),
    path("facts/", views.fact_list, name="fact-list"),
    path("facts/<slug:slug>/", views.fact_detail, name="fact-detail"),
    path("places/", views.place_list, name="place-list"),
    path("places/<slug:slug>/", views.place_detail, name="place-detail"),
    path("themes/", views.theme_list, name="theme-list"),
    path("themes/<slug:slug>/", views.theme_detail, name="theme-detail"),
]
