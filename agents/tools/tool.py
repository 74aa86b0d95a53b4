"""Tool: a typed function that agents may call; its type hints are its JSON Schemas."""

import inspect
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Literal

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext as _
from django_filters import Filter
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetPydanticSchema,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
    create_model,
)
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import to_jsonable_python

from agents.api_client import ApiClient, ToolError
from casebook.core.api.viewsets import describe
from casebook.core.web.requests import ParameterError, nearest

Text = str | Promise
Schema = dict[str, Any]


def about(description: Text) -> Any:
    """Describes a parameter; lazy text is translated when the schema is made."""
    return Field(description=description)  # type: ignore[arg-type]  # lazy text


def about_filter(each: Filter) -> Any:
    """Describes a parameter that is a filter of a list."""
    return about(lazy(describe, str)(each))


def one_of(values: Iterable[str]) -> GetPydanticSchema:
    """Restricts a parameter to these values."""
    return GetPydanticSchema(lambda _source, handler: handler(Literal[tuple(values)]))


def several(values: Iterable[str] = ()) -> GetPydanticSchema:
    """Lets a parameter be a list or a single text, of these values if there are any."""
    item: Any = Literal[tuple(values)] if values else str
    as_list = BeforeValidator(
        lambda value: value if isinstance(value, list) else [value],
        json_schema_input_type=item | list[item],
    )
    return GetPydanticSchema(lambda _source, handler: handler(Annotated[list[item], as_list]))


Texts = Annotated[Sequence[str], several()]
NameOrNumber = Annotated[str, WithJsonSchema({"type": ["string", "integer"]})]


class UntitledSchema(GenerateJsonSchema):
    """JSON Schema whose fields have no generated titles, which only repeat their names."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False


class Result(BaseModel):
    """A part of a result, made of a record's attributes; its context is the ``ApiClient``."""

    model_config = ConfigDict(from_attributes=True)


def _absolute(path: Any, info: Any) -> Any:
    return info.context.absolute(path() if callable(path) else path)


Url = Annotated[str, BeforeValidator(_absolute)]
"""The absolute URL of a path; also of the method ``get_absolute_url``."""


@dataclass(frozen=True)
class Tool:
    """A function that takes an API client and named arguments, and returns what it declares.

    ``filters`` are passed to its ``**`` parameter, each with the list of its values.
    """

    function: Callable[..., Any] = field(repr=False)
    title: Text
    description: Text
    filters: Mapping[str, Filter] = field(default_factory=dict, repr=False)

    @property
    def name(self) -> str:
        return self.function.__name__

    @cached_property
    def arguments(self) -> type[BaseModel]:
        """The pydantic model of the arguments."""
        _client, *parameters = inspect.signature(self.function).parameters.values()
        fields: dict[str, Any] = {
            each.name: (each.annotation, default_of(each))
            for each in parameters
            if each.kind is not each.VAR_KEYWORD
        }
        fields |= {
            name: (Annotated[Texts, about_filter(each)], Field(default_factory=list))
            for name, each in self.filters.items()
        }
        return create_model(self.name, __config__=ConfigDict(extra="forbid"), **fields)

    def input_schema(self) -> Schema:
        return in_this_language(self.arguments.model_json_schema(schema_generator=UntitledSchema))

    def output_schema(self) -> Schema:
        result = TypeAdapter(inspect.signature(self.function).return_annotation)
        return in_this_language(result.json_schema(by_alias=False, schema_generator=UntitledSchema))

    def call(self, client: ApiClient, given: Mapping[str, Any]) -> Any:
        """The result as JSON types; raises ``ToolError`` with all errors of the arguments."""
        known = self.arguments.model_fields
        values = {
            name: cleaned
            for name, value in given.items()
            if (cleaned := clean(value)) is not None or name not in known
        }
        try:
            arguments = self.arguments.model_validate(values)
        except ValidationError as error:
            raise ToolError.of(*(self.parameter_error(each) for each in error.errors())) from error
        return to_jsonable_python(self.function(client, **dict(arguments)))

    def parameter_error(self, error: Any) -> ParameterError:
        """An error of pydantic in the caller's language, with the nearest valid value."""
        properties = self.input_schema()["properties"]
        name, value = str(error["loc"][0]), error["input"]
        schema = properties.get(name, {})
        if error["type"] == "extra_forbidden":
            message = _("没有名为“%(name)s”的参数。") % {"name": name}
            return ParameterError(name, "", message, nearest(name, properties))
        if error["type"] == "missing":
            message = _("缺少参数“%(name)s”：%(what)s。")
            return ParameterError(name, "", message % {"name": name, "what": schema["description"]})
        if error["type"] == "literal_error" and isinstance(value, str):
            allowed = schema.get("enum") or schema["anyOf"][0]["enum"]
            named = {"name": name, "value": value, "values": "、".join(allowed)}
            message = _("参数“%(name)s”没有“%(value)s”这个值，可用的有：%(values)s。") % named
            return ParameterError(name, value, message, nearest(value, allowed))
        if "maximum" in schema:
            bounds = {"name": name, "least": schema["minimum"], "most": schema["maximum"]}
            message = _("参数“%(name)s”应是 %(least)d 至 %(most)d 的整数。") % bounds
        elif isinstance(value, list):
            message = _("参数“%(name)s”只能有一个值。") % {"name": name}
        else:
            message = _("参数“%(name)s”应是文字，或文字的列表。") % {"name": name}
        return ParameterError(name, str(value), message)


def tool(
    title: Text, description: Text, filters: Mapping[str, Filter] | None = None
) -> Callable[[Callable[..., Any]], Tool]:
    """Declares a function as a tool."""
    return lambda function: Tool(function, title, description, filters or {})


def default_of(parameter: inspect.Parameter) -> Any:
    """The default as pydantic takes it; an empty one stays out of the schema."""
    default = parameter.default
    if default is parameter.empty:
        return ...
    return default or Field(default_factory=type(default))


def in_this_language(schema: Schema) -> Schema:
    """The schema with its lazy texts translated."""
    translated: Schema = json.loads(json.dumps(schema, cls=DjangoJSONEncoder))
    return translated


def clean(value: Any) -> Any:
    """Normalise an argument to text without NUL and lone surrogates; ``None`` if blank.

    A list of one item becomes that item.
    """
    if isinstance(value, list):
        items = [item for each in value if (item := clean(each)) is not None]
        return (items or [None])[0] if len(items) <= 1 else items
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, str | int | float):
        text = str(value).replace("\x00", "").encode("utf-8", "replace").decode()
        return text if text.strip() else None
    return value
