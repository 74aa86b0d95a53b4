"""Viewsets of people and organisations."""

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view

from experts.downloads import EXPERTS, ORGANISATIONS
from experts.models import Affiliation, Expert, Organisation
from search.api.answer_pages import IndexedResource

from . import serializers


@extend_schema_view(
    list=extend_schema(summary="专家"),
    retrieve=extend_schema(summary="一位专家：任职、编著贡献与点评"),
)
class ExpertViewSet(IndexedResource[Expert]):
    """People (专家) with their affiliations."""

    table = EXPERTS
    detail_serializer_class = serializers.ExpertDetailSerializer
    expandable = ("contributions", "critiques")

    def detail_queryset(self) -> QuerySet[Expert]:
        return self.get_queryset().prefetch_related(
            "contributions__book",
            "contributions__affiliations__organisation",
            "critiques__case",
            "critiques__affiliations__organisation",
        )


@extend_schema_view(
    list=extend_schema(summary="机构"),
    retrieve=extend_schema(summary="一个机构：与案例的联系、其中的人、编著贡献与提到它的事实"),
)
class OrganisationViewSet(IndexedResource[Organisation]):
    """Organisations (机构) that people work for, that publish or that recommend."""

    table = ORGANISATIONS
    detail_serializer_class = serializers.OrganisationDetailSerializer
    expandable = ("ties", "people", "contributions", "facts")

    def detail_queryset(self) -> QuerySet[Organisation]:
        return self.get_queryset().prefetch_related(
            Prefetch("affiliations", Affiliation.objects.select_related("expert")),
            "affiliations__critiques__case",
            "facts__case",
            "facts__reference",
            "contributions__book",
            "contributions__affiliations__organisation",
        )
