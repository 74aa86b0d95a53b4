"""The search page, and whether the site is ready."""

from django.urls import path

from . import views

app_name = "search"
urlpatterns = [
    path("search/", views.search, name="search"),
    path("readyz", views.readyz, name="readyz"),
]
