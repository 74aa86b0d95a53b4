"""Serializers of hits and their facets."""

from typing import Any

from django.urls import NoReverseMatch
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers
from rest_framework.reverse import reverse

from casebook.core.records import indexed_types
from search.filters import SearchFilter
from search.query.query import Hit
from search.service.answer import Answer
from search.service.hit_texts import reason

from .answer_pages import facets_as_json


class HitSerializer(serializers.Serializer[Hit]):
    """A found thing. ``highlights`` are pairs of places in ``snippet``, the end exclusive."""

    examples = {
        "slug": "digital-china-2019-17",
        "title": "智慧高青：农业大县的数字善政兴业",
        "url": "https://example.org/cases/digital-china-2019-17/",
        "api_url": "https://example.org/api/v1/cases/digital-china-2019-17/",
        "snippet": "区里先换了三千盏路灯。",
        "highlights": [[8, 10]],
        "reason": "地点：武汉市",
    }
    kind = serializers.ChoiceField(list(indexed_types()), help_text=gettext_lazy("类别"))
    slug = serializers.CharField(help_text=gettext_lazy("网址名"))
    title = serializers.CharField(help_text=gettext_lazy("标题"))
    number = serializers.IntegerField(
        allow_null=True, help_text=gettext_lazy("案例序号；只有案例才有")
    )
    url = serializers.SerializerMethodField(help_text=gettext_lazy("页面地址"))
    api_url = serializers.SerializerMethodField(
        help_text=gettext_lazy("接口地址；没有自己资源的类别为 null")
    )
    is_full = serializers.BooleanField(help_text=gettext_lazy("是否含全部检索词"))
    snippet = serializers.CharField(source="snippet.text", help_text=gettext_lazy("摘录，纯文本"))
    highlights = serializers.ListField(
        source="snippet.highlights",
        child=serializers.ListField(child=serializers.IntegerField(), min_length=2, max_length=2),
        help_text=gettext_lazy("检索词在摘录中的起止位置"),
    )
    reason = serializers.CharField(
        allow_null=True, help_text=gettext_lazy("标题未显示检索词时，检索词出现在何处")
    )

    def to_representation(self, instance: Hit) -> dict[str, Any]:
        number = instance.extra.get("number") if instance.kind == "case" else None
        return {
            "kind": instance.kind,
            "slug": instance.slug,
            "title": instance.title,
            "number": number,
            "url": self.get_url(instance),
            "api_url": self.get_api_url(instance),
            "is_full": instance.is_full,
            "snippet": instance.snippet.text,
            "highlights": [list(span) for span in instance.snippet.highlights],
            "reason": reason(instance),
        }

    def get_url(self, hit: Hit) -> str | None:
        address = str(hit.extra.get("url") or "")
        return self.context["request"].build_absolute_uri(address) if address else None

    def get_api_url(self, hit: Hit) -> str | None:
        try:
            return reverse(
                f"api:{hit.kind}-detail", args=[hit.slug], request=self.context["request"]
            )
        except NoReverseMatch:
            return None


class FacetValueSerializer(serializers.Serializer[Any]):
    """A value of a facet, with the number of rows that choosing it gives."""

    examples = {"value": "wuhan", "label": "武汉"}
    value = serializers.CharField(help_text=gettext_lazy("可作参数的值"))
    label = serializers.CharField(help_text=gettext_lazy("名称"))  # type: ignore[assignment]
    count = serializers.IntegerField(help_text=gettext_lazy("选中它之后的结果数"))
    selected = serializers.BooleanField(help_text=gettext_lazy("是否已选"))


class FacetsSerializer(serializers.Serializer[Any]):
    """The values left to choose, parameter by parameter."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {
            name: FacetValueSerializer(many=True, help_text=SearchFilter.base_filters[name].label)
            for name in SearchFilter.facet_names
        }


@extend_schema_serializer(many=False)
class SearchSerializer(serializers.Serializer[Any]):
    examples = {"synonyms": ["城市管理"], "did_you_mean": ["智慧"]}
    count = serializers.IntegerField(help_text=gettext_lazy("结果总数"))
    full_count = serializers.IntegerField(
        help_text=gettext_lazy("含全部检索词的结果数；它们总排在前面")
    )
    next = serializers.URLField(allow_null=True, help_text=gettext_lazy("下一页"))
    previous = serializers.URLField(allow_null=True, help_text=gettext_lazy("上一页"))
    results = HitSerializer(many=True, help_text="本页各项")
    facets = FacetsSerializer(help_text="各分面可选的值及选中后的结果数")
    synonyms = serializers.ListField(
        child=serializers.CharField(), help_text=gettext_lazy("同时查找了的同义词")
    )
    did_you_mean = serializers.ListField(
        child=serializers.CharField(), help_text=gettext_lazy("结果很少时，可能要找的写法")
    )


def answer_context(answer: Answer) -> dict[str, Any]:
    """The part of a response about all hits, the same on every page."""
    return {
        "full_count": answer.full_count,
        "facets": facets_as_json(answer),
        "synonyms": list(answer.results.also) if answer.results else [],
        "did_you_mean": answer.did_you_mean,
    }
