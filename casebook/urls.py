"""Every page prefix."""

from django.contrib import admin
from django.urls import include, path

from casebook import views

urlpatterns = [
    path("", views.home, name="home"),
    path("about/", views.about, name="about"),
    path("", include("cases.urls")),
    path("", include("experts.urls")),
    path("api/", include("casebook.api_urls")),
    path("admin/", admin.site.urls),
    path("healthz", views.healthz, name="healthz"),
    path("robots.txt", views.robots, name="robots"),
]
