"""Tool: something an agent may ask of the site, with what it takes and what it gives back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from agents.site import Site, refused
from casebook.http import Problem, nearest

Text = str | Promise
Schema = dict[str, Any]
Arguments = dict[str, list[str]]
"""Each argument as the values given, in words, without blank ones."""


@dataclass(frozen=True)
class Argument:
    """One thing a tool may be told. ``values`` are the only ones allowed, if there are any."""

    description: Text
    type: str | tuple[str, ...] = "string"
    values: tuple[str, ...] = ()
    is_required: bool = False
    bounds: tuple[int, int] | None = None
    default: Any = None

    def schema(self) -> Schema:
        schema: Schema = {"type": self.type, "description": str(self.description)}
        if "array" in self.type:
            schema["items"] = {"type": "string"} | self._one_of()
        else:
            schema |= self._one_of()
        if self.bounds:
            schema["minimum"], schema["maximum"] = self.bounds
        if self.default is not None:
            schema["default"] = self.default
        return schema

    def _one_of(self) -> Schema:
        return {"enum": list(self.values)} if self.values else {}


MANY = ("string", "array")
"""One text or several."""


@dataclass(frozen=True)
class Tool:
    """A name, words that tell an agent when to use it, and a function that answers."""

    name: str
    title: Text
    description: Text
    arguments: Callable[[], Mapping[str, Argument]]
    result: Schema
    run: Callable[[Site, Arguments], dict[str, Any]] = field(repr=False)

    def schema(self) -> Schema:
        """What it takes, as JSON Schema."""
        arguments = self.arguments()
        return {
            "type": "object",
            "properties": {name: each.schema() for name, each in arguments.items()},
            "required": [name for name, each in arguments.items() if each.is_required],
            "additionalProperties": False,
        }

    def call(self, site: Site, given: Mapping[str, Any]) -> dict[str, Any]:
        """The answer; raises ``RefusedError`` with every problem there is with what was given."""
        known = self.arguments()
        arguments = {name: words(value) for name, value in given.items()}
        wrong = [
            *unknown(given, known),
            *misshapen(given),
            *missing(arguments, known),
            *(each for name in known for each in misfits(name, arguments.get(name), known[name])),
        ]
        if wrong:
            raise refused(wrong)
        return self.run(site, {name: each for name, each in arguments.items() if each})


def words(value: Any) -> list[str]:
    """The values in words; what is empty was not given."""
    values = value if isinstance(value, list) else [value]
    texts = (written(each) for each in values if each is not None)
    return [text for text in texts if text.strip()]


def written(value: Any) -> str:
    """A value as an address would have it, without what no database keeps."""
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value).replace("\x00", "").encode("utf-8", "replace").decode()


def unknown(given: Iterable[str], known: Iterable[str]) -> list[Problem]:
    known = list(known)
    return [
        Problem(name, "", _("没有名为“%(name)s”的参数。") % {"name": name}, nearest(name, known))
        for name in given
        if name not in known
    ]


def misshapen(given: Mapping[str, Any]) -> list[Problem]:
    """Only texts, numbers, truth values and lists of them mean anything."""
    return [
        Problem(name, "", _("参数“%(name)s”应是文字，或文字的列表。") % {"name": name})
        for name, value in given.items()
        for each in (value if isinstance(value, list) else [value])
        if not isinstance(each, str | int | float | None)
    ]


def missing(arguments: Arguments, known: Mapping[str, Argument]) -> list[Problem]:
    return [
        Problem(
            name, "", _("缺少参数“%(name)s”：%(what)s。") % {"name": name, "what": each.description}
        )
        for name, each in known.items()
        if each.is_required and not arguments.get(name)
    ]


def misfits(name: str, values: list[str] | None, argument: Argument) -> Iterable[Problem]:
    """Values that are none of those allowed, and more of them than there is room for."""
    values = values or []
    if len(values) > 1 and "array" not in argument.type:
        yield Problem(name, values[1], _("参数“%(name)s”只能有一个值。") % {"name": name})
    for value in values:
        if argument.values and value not in argument.values:
            words = {"name": name, "value": value, "values": "、".join(argument.values)}
            message = _("参数“%(name)s”没有“%(value)s”这个值，可用的有：%(values)s。") % words
            yield Problem(name, value, message, nearest(value, argument.values))
        if argument.bounds:
            yield from out_of_bounds(name, value, *argument.bounds)


def out_of_bounds(name: str, value: str, least: int, most: int) -> Iterable[Problem]:
    is_number = value.isascii() and value.isdigit() and len(value) <= len(str(most))
    if not (is_number and least <= int(value) <= most):
        bounds = {"name": name, "least": least, "most": most}
        yield Problem(name, value, _("参数“%(name)s”应是 %(least)d 至 %(most)d 的整数。") % bounds)
