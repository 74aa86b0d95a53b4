"""The editors' page on the quality of the data."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.quality.checks import report


@require_safe
@admin.site.admin_view
def data_quality(request: HttpRequest) -> HttpResponse:
    """What is missing, contradictory, without a source or unchecked, with links to the rows."""
    context = admin.site.each_context(request) | {"title": _("数据质量"), "sections": report()}
    return render(request, "admin/data_quality.html", context)
