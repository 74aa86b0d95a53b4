"""A case with the related ones, which only a search knows."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from cases.api.serializers import CaseDetailSerializer, CaseName
from cases.api.viewsets import CaseViewSet
from cases.models import Case
from search.service.related_cases import related_cases


class RelatedCaseSerializer(serializers.Serializer[Any]):
    """A case beside another, and what they share."""

    examples = {"reasons": ["同一主题：智慧农业"]}
    case = CaseName(help_text="相关的案例")
    reasons = serializers.ListField(
        child=serializers.CharField(), help_text=_("相关的理由，如“同一主题：智慧农业”")
    )


@extend_schema_serializer(component_name="CaseDetail")
class CaseWithRelatedSerializer(CaseDetailSerializer):
    """A case with all that its page shows."""

    related = serializers.SerializerMethodField(help_text="相关案例及其理由")

    class Meta(CaseDetailSerializer.Meta):
        fields = (*CaseDetailSerializer.Meta.fields, "related")

    @extend_schema_field(RelatedCaseSerializer(many=True))
    def get_related(self, case: Case) -> Any:
        return RelatedCaseSerializer(related_cases(case), many=True, context=self.context).data


class CaseWithRelatedViewSet(CaseViewSet):
    """Cases (案例) in book order, filterable by part, place, theme and critic."""

    detail_serializer_class = CaseWithRelatedSerializer
