"""What every resource of the API is: read-only, strict about its parameters, open to all."""

from collections.abc import Iterable
from dataclasses import asdict
from functools import cached_property
from typing import Any, ClassVar, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import APIRootView
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView
from rest_framework.viewsets import ReadOnlyModelViewSet

from casebook.core.api.pagination import PAGING
from casebook.core.api.sparse_fields import (
    SELECTING,
    Selection,
    known_fields,
    names_in,
    read,
    wrong_names,
)
from casebook.core.downloads import Download, Table, is_download
from casebook.core.downloads.download_schema import PARAMETER as DOWNLOAD_PARAMETER
from casebook.core.errors.problem_details import InvalidParameters, NothingThere
from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.filters.value_resolver import Terms, spell
from casebook.core.web.requests import Problem, address_of, check_parameters, nearest

Row = TypeVar("Row", bound=Model)
EVERYWHERE = ("format",)
"""Parameters that every address of the API knows."""
ON_DETAILS = (*SELECTING, *EVERYWHERE)
ON_LISTS = (*PAGING, *ON_DETAILS)


def check(request: Request, known: Iterable[str], problems: Iterable[Problem] = ()) -> None:
    """Refuse unknown parameters, and whatever else is wrong, all at once."""
    wrong = [*check_parameters(request._request, known, strict=True), *problems]  # noqa: SLF001
    if wrong:
        raise InvalidParameters(wrong)


class OpenView(APIView):
    """A view that anybody may read, and that refuses formats by name."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Before anything else: what cannot be done here is no matter of formats."""
        if not hasattr(self, str(request.method).lower()):
            raise MethodNotAllowed(str(request.method))
        super().initial(request, *args, **kwargs)

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:  # noqa: FBT001, FBT002
        try:
            return super().perform_content_negotiation(request, force)
        except Http404 as error:
            formats = [renderer.format for renderer in self.get_renderers()]
            wanted = request.query_params["format"]
            message = _("没有“%(format)s”格式。") % {"format": wanted}
            problem = Problem("format", wanted, message, nearest(wanted, formats) or formats[0])
            raise InvalidParameters([problem]) from error


class Downloadable(OpenView):
    """A list that may be taken along as a whole, in any of the formats of downloads."""

    action: str
    table: ClassVar[Table]

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:  # noqa: FBT001, FBT002
        """A download has a type of its own; only what is wrong with it is told in another."""
        if is_download(request) and self.action == "list":
            renderer = self.get_renderers()[0]
            return renderer, renderer.media_type
        return super().perform_content_negotiation(request, force)

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        if is_download(request):
            return self.download(request)
        return super().list(request, *args, **kwargs)  # type: ignore[misc]  # of the viewset beside it

    def download(self, request: Request) -> HttpResponseBase:
        """Every row of the list as a file."""
        download = Download(request._request, self.table, [*ON_LISTS, "facets"], strict=True)  # noqa: SLF001
        if download.problems:
            raise InvalidParameters(download.problems)
        return download.response()


class StrictFilters(BaseFilterBackend):
    """Narrows a list by the view's FilterSet, and refuses whatever that does not understand."""

    def filter_queryset(
        self, request: Request, queryset: QuerySet[Any, Any], view: APIView
    ) -> QuerySet[Any, Any]:
        resource: Resource[Any] = view  # type: ignore[assignment]
        filterset = resource.filterset_class(request.query_params, queryset)
        known = [*filterset.filters, *ON_LISTS, *(["facets"] if resource.facet_names else [])]
        wrong = [*resource.selection.problems, *resource.facet_problems()]
        check(request, known, [*filterset.problems, *wrong])
        resource.filterset = filterset
        rows: QuerySet[Any, Any] = filterset.rows
        return rows

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Every filter as OpenAPI describes a repeatable parameter, and the format of a file."""
        filters = [
            {
                "name": name,
                "in": "query",
                "required": False,
                "description": describe(each),
                "schema": {"type": "array", "items": {"type": "string"} | one_of(each)},
                **example_of(each),
            }
            for name, each in view.filterset_class.base_filters.items()
        ]
        return [*filters, DOWNLOAD_PARAMETER]


def one_of(each: Any) -> dict[str, Any]:
    """The values of a filter that has no others."""
    return {"enum": list(each.values)} if hasattr(each, "values") else {}


def example_of(each: Any) -> dict[str, Any]:
    """The first of the terms that a filter knows, or the example that it has itself."""
    vocabulary = each.extra.get("vocabulary", each)
    is_fixed = isinstance(vocabulary, Terms)
    return {"example": [vocabulary.everything()[0].value if is_fixed else vocabulary.example]}


def describe(each: Any) -> str:
    """The label of a filter, and how its values may be written."""
    return "：".join(str(text) for text in (each.label, each.extra["help_text"]) if text)


class Resource(Downloadable, ReadOnlyModelViewSet[Row]):
    """A list, filtered and paged or as a whole, and rows by their slug."""

    filter_backends = (StrictFilters,)
    filterset_class: ClassVar[type[StrictFilterSet]]
    detail_serializer_class: ClassVar[type[BaseSerializer[Any]]]
    filterset: StrictFilterSet
    expandable: ClassVar[tuple[str, ...]] = ()
    """What details hold and lists leave out, unless asked for with ``expand``."""
    facet_names: ClassVar[tuple[str, ...]] = ()
    lookup_field = "slug"
    lookup_value_regex = r"[\w.-]+"

    def get_serializer_class(self) -> type[BaseSerializer[Row]]:
        if self.action == "retrieve" or self.selection.expanded:
            return self.detail_serializer_class
        return super().get_serializer_class()

    @cached_property
    def selection(self) -> Selection:
        """Which fields are asked for; all that there are where nothing is said."""
        if getattr(self, "swagger_fake_view", False) or not any(
            name in self.request.query_params for name in SELECTING
        ):
            return Selection()
        return read(self.request, known_fields(self.detail_serializer_class()), self.expandable)

    def get_serializer(self, *args: Any, **kwargs: Any) -> Any:
        serializer = super().get_serializer(*args, **kwargs)
        if self.selection.is_narrow:
            self.selection.narrow(serializer, self.names_written())
        return serializer

    def names_written(self) -> Iterable[str]:
        """The fields of a detail, or those of a list with the expanded ones."""
        if self.action == "retrieve":
            return known_fields(self.detail_serializer_class())
        return [*known_fields(super().get_serializer_class()()), *self.selection.expanded]

    def filter_queryset(self, queryset: Any) -> Any:
        return super().filter_queryset(
            self.detail_queryset() if self.selection.expanded else queryset
        )

    def get_paginated_response(self, data: Any) -> Response:
        response = super().get_paginated_response(data)
        if names := names_in(self.request, "facets"):
            response.data["facets"] = {
                name: [asdict(value) for value in self.facet_values(name)] for name in names
            }
        return response

    def facet_values(self, name: str) -> Iterable[Any]:
        """The values of a facet of ``facet_names`` around the list."""
        raise NotImplementedError

    def facet_problems(self) -> list[Problem]:
        """One for each facet that nobody counts."""
        known = self.facet_names
        return wrong_names(self.request, "facets", known) if known else []

    def get_object(self) -> Row:
        check(self.request, ON_DETAILS, self.selection.problems)
        value = self.kwargs["slug"]
        try:
            return self.detail_queryset().get(self.lookup(value))
        except ObjectDoesNotExist as error:
            raise NothingThere([self.not_found(value)]) from error

    def detail_queryset(self) -> QuerySet[Row]:
        """Rows with what a detail shows."""
        return self.get_queryset()

    def lookup(self, value: str) -> Q:
        """By which columns the last part of an address finds its row."""
        return Q(slug=value)

    def not_found(self, value: str) -> Problem:
        """Nothing goes by that name; the nearest slug may be what was meant."""
        slugs = self.get_queryset().order_by().values_list("slug", flat=True)
        message = _("没有“%(value)s”。") % {"value": value}
        return Problem("slug", value, message, nearest(spell(value), slugs))


class ApiRoot(OpenView, APIRootView):
    """The resources of the API, each with its address."""

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        check(request, EVERYWHERE)
        return super().get(request, *args, **kwargs)


class ApiDocs(SpectacularSwaggerSplitView):
    """The API to read and to try; nothing is inline or comes from elsewhere, as our CSP asks."""

    url_name = "api:schema"
    template_name = "casebook/api_docs.html"

    @extend_schema(exclude=True)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        response: Response = super().get(request, *args, **kwargs)  # type: ignore[no-untyped-call]
        if response.template_name == self.template_name:
            response.data["operations"] = operations()
        return response


def operations() -> list[dict[str, Any]]:
    """Every address of the API with what it answers, to be read without a program."""
    generator: Any = SchemaGenerator  # drf-spectacular has no types here
    paths: dict[str, Any] = generator().get_schema(request=None, public=True)["paths"]
    return [{"path": path, **methods["get"]} for path, methods in paths.items()]


class NoSuchAddress(OpenView):
    """Every other address below /api/: 404, or the way to the one with a slash at its end."""

    schema = None
    known: tuple[str, ...] = ()
    """The addresses to propose."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not request.path.endswith("/") and leads_somewhere(f"{request.path}/"):
            path, mark, query = address_of(request).partition("?")
            return HttpResponsePermanentRedirect(f"{path}/{mark}{query}")
        return super().dispatch(request, *args, **kwargs)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        message = _("没有“%(path)s”这个地址。") % {"path": request.path}
        raise NothingThere(
            [Problem("path", request.path, message, nearest(request.path, self.known))]
        )


def leads_somewhere(path: str) -> bool:
    """Whether an address has a view of its own."""
    try:
        found = resolve(path)
    except Resolver404:
        return False
    return getattr(found.func, "view_class", None) is not NoSuchAddress
