"""One API router, one line per resource."""

urlpatterns: list[object] = []
