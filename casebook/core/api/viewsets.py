"""Base viewsets of the API: read-only, public and strict about parameters."""

from collections.abc import Iterable
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
from casebook.core.api.schema import DOWNLOAD
from casebook.core.api.sparse_fields import (
    SELECTING,
    SparseFields,
    fields_of,
    read_sparse_fields,
    wrong_names,
)
from casebook.core.downloads.download import Download, is_download
from casebook.core.downloads.tables import Table
from casebook.core.errors.error_responses import InvalidParameters, NothingThere
from casebook.core.filters.filterset import StrictFilterSet
from casebook.core.filters.value_resolver import FixedValues, spell
from casebook.core.web.requests import (
    ParameterError,
    address_of,
    check_parameters,
    nearest,
    unknown_format,
)

Row = TypeVar("Row", bound=Model)
EVERYWHERE = ("format",)
"""Parameters that every address of the API accepts."""
ON_DETAILS = (*SELECTING, *EVERYWHERE)
ON_LISTS = (*PAGING, *ON_DETAILS)


def check(request: Request, known: Iterable[str], errors: Iterable[ParameterError] = ()) -> None:
    """Raise InvalidParameters for unknown parameters and the other errors, all at once."""
    wrong = [*check_parameters(request._request, known, strict=True), *errors]  # noqa: SLF001
    if wrong:
        raise InvalidParameters(wrong)


class OpenView(APIView):
    """A public view; an unknown ``format`` is an error that names the nearest."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse unsupported methods before content negotiation."""
        if not hasattr(self, str(request.method).lower()):
            raise MethodNotAllowed(str(request.method))
        super().initial(request, *args, **kwargs)

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:  # noqa: FBT001, FBT002
        try:
            return super().perform_content_negotiation(request, force)
        except Http404 as error:
            formats = [str(renderer.format) for renderer in self.get_renderers()]
            wanted = request.query_params["format"]
            raise InvalidParameters([unknown_format(wanted, formats)]) from error


class Downloadable(OpenView):
    """A list that can be downloaded as a whole, in any of the download formats."""

    action: str
    table: ClassVar[Table]

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:  # noqa: FBT001, FBT002
        """No negotiation for downloads: the file sets its media type, errors are JSON."""
        if is_download(request) and self.action == "list":
            renderer = self.get_renderers()[0]
            return renderer, renderer.media_type
        return super().perform_content_negotiation(request, force)

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        if is_download(request):
            return self.download(request)
        # The method of the viewset that follows in the MRO.
        return super().list(request, *args, **kwargs)  # type: ignore[misc]

    def download(self, request: Request) -> HttpResponseBase:
        """Every row of the list as a file."""
        download = Download(request._request, self.table, [*ON_LISTS, "facets"], strict=True)  # noqa: SLF001
        if download.parameter_errors:
            raise InvalidParameters(download.parameter_errors)
        return download.response()


class StrictFilters(BaseFilterBackend):
    """Filters a list by the view's FilterSet; raises InvalidParameters for invalid values."""

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: Any) -> Any:
        filterset = view.filterset_class(request.query_params, queryset)
        known = [*filterset.filters, *ON_LISTS]
        wrong = [*filterset.parameter_errors, *view.sparse_fields.parameter_errors]
        if view.facet_names:
            known.append("facets")
            wrong += wrong_names(request, "facets", view.facet_names)
        check(request, known, wrong)
        return view.rows_of(filterset)

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Every filter as OpenAPI describes a repeatable parameter, and the format of a file."""
        filters = view.filterset_class.base_filters
        return [*(filter_parameter(name, filters[name]) for name in filters), DOWNLOAD]


def filter_parameter(name: str, each: Any) -> dict[str, Any]:
    """A filter in OpenAPI; its example is the first of its fixed values, or its resolver's."""
    resolver = each.extra.get("resolver", each)
    is_fixed = isinstance(resolver, FixedValues)
    enum = {"enum": list(each.values)} if hasattr(each, "values") else {}
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": describe(each),
        "schema": {"type": "array", "items": {"type": "string"} | enum},
        "example": [resolver.everything()[0].value if is_fixed else resolver.example],
    }


def describe(each: Any) -> str:
    """The label of a filter, and how its values may be written."""
    return "：".join(str(text) for text in (each.label, each.extra["help_text"]) if text)


class Resource(Downloadable, ReadOnlyModelViewSet[Row]):
    """A list, filtered and paged or as a whole, and rows by their slug.

    The rows of the list, its filters and its serializer are those of the ``table``.
    """

    filter_backends = (StrictFilters,)
    filterset_class: ClassVar[type[StrictFilterSet]]
    detail_serializer_class: ClassVar[type[BaseSerializer[Any]]]
    expandable: ClassVar[tuple[str, ...]] = ()
    """Fields of details that lists leave out unless ``expand`` names them."""
    facet_names: ClassVar[tuple[str, ...]] = ()
    lookup_field = "slug"
    lookup_value_regex = r"[\w.-]+"

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if hasattr(cls, "table"):
            cls.queryset = cls.table.queryset()
            cls.serializer_class = cls.table.serializer_class
            cls.filterset_class = cls.table.filterset_class

    def get_serializer_class(self) -> type[BaseSerializer[Row]]:
        if self.action == "retrieve" or self.sparse_fields.expanded:
            return self.detail_serializer_class
        return super().get_serializer_class()

    @cached_property
    def sparse_fields(self) -> SparseFields:
        """The requested fields; all fields if the request names none."""
        if getattr(self, "swagger_fake_view", False) or not any(
            name in self.request.query_params for name in SELECTING
        ):
            return SparseFields()
        return read_sparse_fields(self.request, self.detail_serializer_class(), self.expandable)

    def get_serializer(self, *args: Any, **kwargs: Any) -> Any:
        """The serializer, limited to the selected fields and, in a list, to what lists write."""
        serializer = super().get_serializer(*args, **kwargs)
        names = fields_of(serializer).keys()
        if self.sparse_fields.expanded and self.action != "retrieve":
            listed = super().get_serializer_class()
            names = fields_of(listed()).keys() | self.sparse_fields.expanded
        self.sparse_fields.apply_to(serializer, names)
        return serializer

    def filter_queryset(self, queryset: Any) -> Any:
        return super().filter_queryset(
            self.detail_queryset() if self.sparse_fields.expanded else queryset
        )

    def rows_of(self, filterset: StrictFilterSet) -> Any:
        """What the paginator gets of a valid filterset."""
        return filterset.qs

    def get_object(self) -> Row:
        check(self.request, ON_DETAILS, self.sparse_fields.parameter_errors)
        return self.find(self.detail_queryset(), self.kwargs["slug"])

    def find(self, rows: QuerySet[Row], slug: str) -> Row:
        """The row of a URL; raises NothingThere (404), with the nearest slug, if there is none."""
        try:
            return rows.get(self.lookup(slug))
        except ObjectDoesNotExist as error:
            slugs = self.get_queryset().order_by().values_list("slug", flat=True)
            message = _("没有“%(value)s”。") % {"value": slug}
            proposal = nearest(spell(slug), slugs)
            raise NothingThere([ParameterError("slug", slug, message, proposal)]) from error

    def lookup(self, value: str) -> Q:
        """The condition by which the last part of a URL finds its row."""
        return Q(slug=value)

    def detail_queryset(self) -> QuerySet[Row]:
        """Rows with what a detail shows."""
        return self.get_queryset()


class ApiRoot(OpenView, APIRootView):
    """The resources of the API, each with its address."""

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        check(request, EVERYWHERE)
        return super().get(request, *args, **kwargs)


class ApiDocs(SpectacularSwaggerSplitView):
    """Swagger UI without inline code and files of other hosts, as our CSP requires."""

    url_name = "api:schema"
    template_name = "casebook/api_docs.html"

    @extend_schema(exclude=True)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Add every path with its GET operation, as a plain list without JavaScript."""
        response: Response = super().get(request, *args, **kwargs)  # type: ignore[no-untyped-call]
        if response.template_name == self.template_name:
            generator: Any = SchemaGenerator()  # type: ignore[no-untyped-call]
            paths = generator.get_schema(request=None, public=True)["paths"]
            operations = [{"path": path, **methods["get"]} for path, methods in paths.items()]
            response.data["operations"] = operations
        return response


class NoSuchAddress(OpenView):
    """Every other address below /api/: 404, or a redirect to the one with a trailing slash."""

    schema = None
    known: tuple[str, ...] = ()
    """The addresses to propose."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not request.path.endswith("/") and leads_somewhere(f"{request.path}/"):
            path, mark, query = address_of(request).partition("?")
            return HttpResponsePermanentRedirect(f"{path}/{mark}{query}")
        return super().dispatch(request, *args, **kwargs)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        path, message = request.path, _("没有“%(path)s”这个地址。") % {"path": request.path}
        raise NothingThere([ParameterError("path", path, message, nearest(path, self.known))])


def leads_somewhere(path: str) -> bool:
    """Whether an address has a view of its own."""
    try:
        found = resolve(path)
    except Resolver404:
        return False
    return getattr(found.func, "view_class", None) is not NoSuchAddress
