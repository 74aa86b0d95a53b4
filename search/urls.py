"""URLs of the search page, OpenSearch and the readiness check."""

from django.urls import path

from . import views

app_name = "search"
urlpatterns = [
    path("search/", views.search, name="search"),
    path("opensearch.xml", views.opensearch, name="opensearch"),
    path("opensearch/suggest", views.suggestions, name="opensearch-suggest"),
    path("readyz", views.readyz, name="readyz"),
]
