"""Serializers of facet values."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers


class FacetValueSerializer(serializers.Serializer[Any]):
    """A value of a facet, with the number of rows that choosing it gives."""

    examples = {"value": "wuhan", "label": "武汉"}
    value = serializers.CharField(help_text=_("可作参数的值"))
    label = serializers.CharField(help_text=_("名称"))  # type: ignore[assignment]
    count = serializers.IntegerField(help_text=_("选中它之后的结果数"))
    selected = serializers.BooleanField(help_text=_("是否已选"))
