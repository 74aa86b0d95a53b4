"""What belongs to no app: health, and the pages that say what went wrong."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """200 as long as the process serves; asks nothing of the database."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
