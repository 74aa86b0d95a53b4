"""Base serializers: null for empty values, and the source of each value."""

from typing import Any, ClassVar, TypeVar

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.serializers import BaseSerializer

Row = TypeVar("Row", bound=Model)
SOURCES: dict[str, Any] = {"sources": {"title": {"origin": "book", "line": 60}}}
"""The example of ``sources``; a serializer's ``examples`` are for the API's description."""


class SourceField(serializers.DictField):
    """Where a row as a whole comes from, in the grammar of ``casebook.core.provenance.Source``."""

    def __init__(self, help_text: str = "") -> None:
        meaning = "所据：origin；书有 line，网页有 link、title、publisher、date、read_on"
        super().__init__(source="*", read_only=True, help_text=help_text or meaning)

    def to_representation(self, value: Any) -> dict[str, Any]:
        return dict(value.own_source().as_json())


class PageUrl(serializers.URLField):
    """The full address of the row's page."""

    def __init__(self) -> None:
        super().__init__(source="get_absolute_url", read_only=True, help_text="页面的网址")

    def to_representation(self, value: str) -> str:
        return str(self.context["request"].build_absolute_uri(value))


class ApiUrl(serializers.HyperlinkedIdentityField):
    """The full address of the row in the API, where the resource has the name of the model."""

    def __init__(self) -> None:
        meaning = "本资源在接口中的地址"
        super().__init__("api:{}-detail", lookup_field="slug", help_text=meaning)

    def get_url(self, obj: Model, view_name: str, *args: Any) -> str | None:
        return super().get_url(obj, view_name.format(obj._meta.model_name), *args)


class MethodRows(serializers.SerializerMethodField):
    """Rows that the method ``get_<name>`` finds for a row, each written by another serializer."""

    def __init__(self, serializer_class: type[BaseSerializer[Any]], help_text: str) -> None:
        super().__init__(help_text=help_text)
        self.serializer_class = serializer_class
        extend_schema_field(serializer_class(many=True))(self)  # type: ignore[type-var]

    def to_representation(self, value: Any) -> Any:
        rows = super().to_representation(value)
        return self.serializer_class(rows, many=True, context=self.context).data


def slug_of(help_text: str) -> serializers.SlugRelatedField[Any]:
    """The slug of a related row."""
    return serializers.SlugRelatedField(slug_field="slug", read_only=True, help_text=help_text)


COMMON = ("source", "api_url", "url", "sources")
"""Fields that are declared for every serializer, and only written where ``fields`` names them."""


class PlainSerializer(serializers.ModelSerializer[Row]):
    """A row whose empty texts become null: the book does not say.

    It has the fields that ``Meta.fields`` names, ``source`` and ``api_url`` among them, then all
    others that it declares: a detail declares only what it has beyond the list.
    """

    source: Any = SourceField()
    api_url = ApiUrl()

    def get_field_names(self, declared_fields: Any, info: Any) -> list[str]:  # noqa: ARG002
        """The names in ``Meta.fields``, and of the other declared fields all but the common."""
        further = [name for name in declared_fields if name not in COMMON]
        return list(dict.fromkeys([*self.Meta.fields, *further]))

    def get_fields(self) -> dict[str, Any]:
        """The fields; those that may be empty become nullable."""
        fields = super().get_fields()
        for name, field in fields.items():
            if field.default is None or may_be_empty(self.Meta.model, field.source or name):
                field.allow_null, field.required = True, False
                field.allow_blank = False  # type: ignore[attr-defined]  # it has become null
        return fields

    def to_representation(self, instance: Any) -> dict[str, Any]:
        return null_for_empty(super().to_representation(instance))


def null_for_empty(written: dict[str, Any]) -> dict[str, Any]:
    """Replace each empty text by ``None``."""
    return {name: None if value == "" else value for name, value in written.items()}


def may_be_empty(model: type[Model], name: str) -> bool:
    """Whether a column may be NULL or empty."""
    try:
        field: Any = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    is_text = field.empty_strings_allowed and not field.is_relation
    return bool(field.null or (is_text and field.blank and not field.get_default()))


class SourcedSerializer(PlainSerializer[Row]):
    """A row with ``sources``: for each of ``sourced`` that has a value, where it comes from."""

    sourced: ClassVar[tuple[str, ...]] = ()
    sources = serializers.SerializerMethodField(
        help_text="各字段的来源：origin、line、page、rule、person"
    )
    url = PageUrl()

    def get_sources(self, row: Any) -> dict[str, dict[str, Any]]:
        return {name: source.as_json() for name, source in row.sources_of(self.sourced).items()}
