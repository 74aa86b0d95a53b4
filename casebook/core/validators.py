"""Validation of every text of a model, from whatever source: a form, a fixture, an export."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models

from casebook.core.control_characters import IN_LINES, IN_ONE_LINE, ControlCharacter, find_control

validate_web_address = URLValidator(schemes=("http", "https"))


def is_web_address(text: str) -> bool:
    """Whether a text is an HTTP or HTTPS URL, so that a link to it runs no script."""
    try:
        validate_web_address(text)
    except ValidationError:
        return False
    return True


def control_in(field: Any, value: Any) -> ControlCharacter | None:
    """The first control character in the value of a field, however deep in a list or an object."""
    pattern = controls_of(field)
    found = (find_control(text, pattern) for text in texts_in(value))
    return next(filter(None, found), None)


def controls_of(field: Any) -> re.Pattern[str]:
    """The pattern of a field's control characters; in one-line fields also tabs and line ends.

    A JSON object may contain the values of any field.
    """
    has_lines = isinstance(field, models.TextField) or getattr(field, "default", None) is dict
    return IN_LINES if has_lines else IN_ONE_LINE


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a value of JSON, the names in objects included."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as text:
                yield text
            case list() | tuple() as items:
                waiting += reversed(items)
            case dict() as members:
                waiting += [*members.values(), *members]
