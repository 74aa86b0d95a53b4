"""Shows the cases that are related to one."""

from typing import Any

from django import template

from cases.models import Case
from search.service.related_cases import related_cases as related_to

register = template.Library()


@register.inclusion_tag("search/_related.html")
def related_cases(case: Case) -> dict[str, Any]:
    return {"related": related_to(case)}
