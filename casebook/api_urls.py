"""URLs of the API: one router, one line per resource."""

from django.urls import include, path, re_path
from django.views.generic import RedirectView
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import DefaultRouter

from casebook.core.api.viewsets import ApiDocs, ApiRoot, NoSuchAddress
from cases.api import viewsets as cases
from cases.api.stats import StatViewSet
from experts.api import viewsets as experts
from search.api.search_resource import SearchViewSet, SuggestViewSet

router = DefaultRouter()
router.APIRootView = ApiRoot
router.include_format_suffixes = False
router.register("books", cases.BookViewSet)
router.register("parts", cases.PartViewSet)
router.register("cases", cases.CaseViewSet)
router.register("critiques", cases.CritiqueViewSet)
router.register("experts", experts.ExpertViewSet)
router.register("organisations", experts.OrganisationViewSet)
router.register("places", cases.PlaceViewSet)
router.register("themes", cases.ThemeViewSet)
router.register("facts", cases.FactViewSet)
router.register("search", SearchViewSet, basename="search")
router.register("stats", StatViewSet, basename="stats")
router.register("suggest", SuggestViewSet, basename="suggest")

LISTS = tuple(f"/api/v1/{prefix}/" for prefix, _, _ in router.registry)

app_name = "api"
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="api:api-root"), name="start"),
    path("v1/", include(router.urls)),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", ApiDocs.as_view(), name="docs"),
    re_path("", NoSuchAddress.as_view(known=LISTS)),
]
