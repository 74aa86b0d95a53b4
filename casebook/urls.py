"""Every page prefix."""

from django.contrib import admin
from django.urls import include, path

from casebook import views

urlpatterns = [
    path("", include("cases.urls")),
    path("", include("experts.urls")),
    path("api/", include("casebook.api_urls")),
    path("admin/", admin.site.urls),
    path("healthz", views.healthz, name="healthz"),
]
