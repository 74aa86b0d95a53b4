"""URLs of the search page, OpenSearch and the readiness check."""

from django.urls import path

from . import views
from .api import opensearch_description as opensearch

app_name = "search"
urlpatterns = [
    path("search/", views.search, name="search"),
    path("opensearch.xml", opensearch.description, name="opensearch"),
    path("opensearch/suggest", opensearch.suggestions, name="opensearch-suggest"),
    path("readyz", views.readyz, name="readyz"),
]
