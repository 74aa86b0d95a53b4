"""URL configuration of the site."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from agents.views import mcp
from casebook import views
from cases.urls import citation_patterns, discovery_patterns

admin.site.site_header = admin.site.site_title = _("案例库编辑台")
admin.site.index_title = _("编辑与管理")

handler400 = "casebook.core.errors.error_responses.bad_request"
handler500 = "casebook.core.errors.error_responses.server_error"

pages: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("about/", TemplateView.as_view(template_name="casebook/about.html"), name="about"),
    path("about/components/", views.components, name="components"),
    path("", include("cases.urls")),
    path("", include("experts.urls")),
    path("", include("search.urls")),
]
urlpatterns = [
    path("", include((citation_patterns, "citations"))),
    path("", include((discovery_patterns, "discovery"))),
    path("mcp", mcp, name="mcp"),
    path("api/", include("casebook.api_urls")),
    path("admin/quality/", views.data_quality, name="data-quality"),
    path("admin/", admin.site.urls),
    path("healthz", views.healthz, name="healthz"),
    path("favicon.ico", views.favicon, name="favicon"),
    *i18n_patterns(*pages, prefix_default_language=False),
]
