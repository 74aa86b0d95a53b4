"""Viewsets of books, parts, cases, critiques, facts, places and themes."""

from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view

from casebook.core.api.viewsets import Resource
from cases.downloads import BOOKS, CASES, CRITIQUES, FACTS, PARTS, PLACES, THEMES
from cases.models import (
    Book,
    Case,
    CaseTheme,
    Contribution,
    Critique,
    Fact,
    Part,
    Place,
    Section,
    Theme,
)
from search.api.answer_pages import IndexedResource

from . import book_serializers, serializers
from .citation_api import Citable


def described(one: str, many: str) -> Any:
    """Sets the summaries of a resource's list and detail in the OpenAPI schema."""
    return extend_schema_view(list=extend_schema(summary=many), retrieve=extend_schema(summary=one))


def headings() -> "Prefetch[str]":
    """The prefetch of a text's headings, with the related objects that their URLs need."""
    sections = Section.objects.select_related("book", "part", "case", "critique__case")
    return Prefetch("text_sections", sections.exclude(level=0))


@described("一本书：版权页、编著者、目录与勘误", "图书")
class BookViewSet(Citable[Book]):
    """Books (图书), with their imprint as printed."""

    table = BOOKS
    detail_serializer_class = book_serializers.BookDetailSerializer
    expandable = ("contributions", "parts", "errata")

    def detail_queryset(self) -> QuerySet[Book]:
        return Book.objects.prefetch_related(
            Prefetch("contributions", Contribution.objects.with_people()),
            Prefetch("parts", Part.objects.with_contents()),
            "errata",
        )


@described("一篇：其案例与小节标题", "篇")
class PartViewSet(Resource[Part]):
    """Parts (篇) in the order printed."""

    table = PARTS
    detail_serializer_class = book_serializers.PartDetailSerializer
    expandable = ("cases", "sections")

    def detail_queryset(self) -> QuerySet[Part]:
        cases = Prefetch("cases", CASES.queryset())
        return self.get_queryset().prefetch_related(cases, headings())


@described(
    "一个案例：前后案例与正文标题", "案例；各筛选参数可重复，同一参数的各值为“或”，不同参数为“且”"
)
class CaseViewSet(Citable[Case], IndexedResource[Case]):
    """Cases (案例) in book order, filterable by part, place, theme and critic."""

    table = CASES
    detail_serializer_class = serializers.CaseDetailSerializer
    expandable = ("facts", "sections")

    def detail_queryset(self) -> QuerySet[Case]:
        facts = Prefetch("facts", Fact.objects.with_labels().order_by("slug"))
        written = Critique.objects.select_related("case__book")
        return self.get_queryset().prefetch_related(
            facts,
            headings(),
            "critiques__affiliations__organisation",
            Prefetch("critiques__expert__critiques", written),
        )


@described("一篇专家点评", "专家点评")
class CritiqueViewSet(Citable[Critique]):
    """Critiques (专家点评), with the post printed there."""

    table = CRITIQUES
    detail_serializer_class = serializers.CritiqueDetailSerializer
    expandable = ("sections",)

    def detail_queryset(self) -> QuerySet[Critique]:
        return self.get_queryset().prefetch_related(headings())


@described("一条事实：含书中段落的网址（若已导入正文）", "事实；筛选参数与事实列表页相同")
class FactViewSet(IndexedResource[Fact]):
    """Facts (事实): statements with their figure, year and source."""

    table = FACTS
    detail_serializer_class = serializers.FactDetailSerializer
    expandable = ("passage_url",)

    def detail_queryset(self) -> QuerySet[Fact]:
        return Fact.objects.with_labels().with_passage().order_by("origin", "slug")


@described("一个地点：上级、下级与其中的案例；可用网址名或行政区划代码", "地点")
class PlaceViewSet(Resource[Place]):
    """Places (地点), from provinces down to towns and development zones."""

    table = PLACES
    detail_serializer_class = serializers.PlaceDetailSerializer
    expandable = ("children",)

    def detail_queryset(self) -> QuerySet[Place]:
        facts = Prefetch("facts", Fact.objects.with_labels().order_by("origin", "slug"))
        return self.get_queryset().prefetch_related("children", facts)

    def lookup(self, value: str) -> Q:
        return Q(slug=value) | Q(code=value)


@described("一个主题及其案例", "主题")
class ThemeViewSet(Resource[Theme]):
    """Themes (主题) of the controlled vocabulary."""

    table = THEMES
    detail_serializer_class = serializers.ThemeDetailSerializer
    expandable = ("cases",)

    def detail_queryset(self) -> QuerySet[Theme]:
        cases = CaseTheme.objects.select_related("case__book")
        return Theme.objects.prefetch_related(Prefetch("case_themes", cases))
