"""Forms as a browser sends them: what stands in the fields of a page, nothing touched."""

import re

from django.http import HttpResponse
from lxml import html

Sent = dict[str, list[str]]
BLANKS = " \t\n\f\r"
"""What HTML takes for white space."""


def untouched(response: HttpResponse, form_id: str, button: str = "_save") -> Sent:
    """The fields of a form by their names, as they are sent when the button is pressed at once."""
    document = html.fromstring(response.content.decode())
    (form,) = document.xpath(f"//form[@id='{form_id}']")
    sent: Sent = {}
    for field in form.xpath(".//input[@name] | .//textarea[@name] | .//select[@name]"):
        if field.get("disabled") is None and "__prefix__" not in field.get("name"):
            sent.setdefault(field.get("name"), []).extend(values_of(field, button))
    return {name: values for name, values in sent.items() if values}


def values_of(field: html.HtmlElement, button: str) -> list[str]:
    """What one element contributes, by the rules of HTML for its type."""
    if field.tag == "select":
        chosen = field.xpath(".//option[@selected]/@value")
        first = field.xpath(".//option/@value")[:1]
        return list(chosen) or ([] if field.get("multiple") is not None else list(first))
    if field.tag == "textarea":
        text = re.sub(r"\r\n?", "\n", field.text or "").removeprefix("\n")
        return [text.replace("\n", "\r\n")]
    return input_values(field.get("type", "text"), field, button)


def input_values(kind: str, field: html.HtmlElement, button: str) -> list[str]:
    value = field.get("value", "")
    if kind in {"checkbox", "radio"}:
        return [field.get("value", "on")] if field.get("checked") is not None else []
    if kind in {"submit", "button", "image", "reset"}:
        return [value] if field.get("name") == button else []
    if kind == "hidden":
        return [re.sub(r"\r\n?|\n", "\r\n", value)]
    one_line = re.sub(r"[\r\n]", "", value)
    return [one_line.strip(BLANKS) if kind in {"url", "email", "number"} else one_line]
