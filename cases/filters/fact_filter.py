"""Filters of facts: the query parameters that the list page and the API share, and facets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from casebook.core.filters.filterset import (
    NamedFilter,
    OrderFilter,
    StrictFilterSet,
    TextFilter,
    containing,
)
from casebook.core.filters.value_resolver import FixedValues, ResolvedValue, ValueResolver
from casebook.core.provenance import Origin
from casebook.core.web.languages import name_of
from cases.models import Case, Fact, Part, Place
from cases.models.place import slugs_on
from experts.expert_resolvers import ORGANISATIONS

from .case_resolvers import BOOKS, PARTS, PLACES
from .facets import ByColumn, CountRows, Counts, Facet, FacetValue, facets, in_book_order, left_for
from .fact_headings import FactHeadings, facts_under_headings, under
from .record_filters import BY_BOOK, CASES

YEARS = range(1000, 3000)


@dataclass(frozen=True)
class Years(ValueResolver):
    """Resolver of years: any from 1000 to 2999 is valid, those of facts are proposed."""

    example = "2016"

    def named(self, values: list[str]) -> list[ResolvedValue]:
        numbers = (int(value) for value in values if value.isascii() and value.isdigit())
        return [year_choice(number) for number in numbers if number in YEARS]

    def everything(self) -> list[ResolvedValue]:
        years = Fact.objects.exclude(year=None).order_by("year").values_list("year", flat=True)
        return [year_choice(year) for year in years.distinct() if year]


def year_choice(year: int) -> ResolvedValue:
    return ResolvedValue(str(year), str(year), (f"{year}年",), year)


def kind_choices() -> list[ResolvedValue]:
    return [ResolvedValue(value, str(label), (), value) for value, label in Fact.Kind.choices]


def origin_choices() -> list[ResolvedValue]:
    return [ResolvedValue(value, str(label), (), value) for value, label in Origin.choices]


def about_choices() -> list[ResolvedValue]:
    return [ResolvedValue(value, str(label), (), value) for value, label in Fact.About.choices]


class FactPlaceFilter(NamedFilter):
    """Facts that name any of the places or a place below them."""

    def matching(self, lookup: str, targets: list[Any]) -> QuerySet[Any]:
        below = Q()
        for place in targets:
            below |= Q(path__startswith=place.path)
        return super().matching(lookup, Place.objects.filter(below).values("pk"))


class HeadingFilter(NamedFilter):
    """Facts under any of the headings, be it their nearest one or an ancestor of it."""

    def matching(self, lookup: str, targets: list[Any]) -> QuerySet[Any]:  # noqa: ARG002
        return Fact.objects.order_by().filter(under(targets)).values("pk")


class FactFilter(StrictFilterSet):
    """Every parameter may be repeated: OR between its values, AND between parameters."""

    q = TextFilter(
        containing("statement", "section_title", "reference__title", "case__title"),
        label=_("检索词"),
        help_text=_("在陈述、小节标题、参考资料与案例的标题中查找；以空格分开的词须都出现"),
    )
    origin = NamedFilter(
        FixedValues(origin_choices),
        "origin",
        label=_("来源"),
        help_text=_("book 书中载明，public 公开资料"),
    )
    kind = NamedFilter(
        FixedValues(kind_choices),
        "kind",
        label=_("类别"),
        help_text=_("如 count、数量、regulation"),
    )
    year = NamedFilter(Years(), "year", label=_("年份"), help_text=_("如 2016"))
    place = FactPlaceFilter(
        PLACES,
        "places",
        label=_("地点"),
        help_text=_("所提到的地点及其下辖各地：网址名、代码或名称"),
    )
    organisation = NamedFilter(
        ORGANISATIONS, "organisations", label=_("机构"), help_text=_("所提到的机构：网址名或名称")
    )
    case = NamedFilter(CASES, "case", label=_("案例"), help_text=_("网址名、案例名或案例序号"))
    part = NamedFilter(
        PARTS, "part", "case__part", label=_("篇"), help_text=_("网址名、篇序或篇名")
    )
    section = HeadingFilter(
        FactHeadings(),
        "section_title",
        label=_("书中小节"),
        help_text=_("小节标题，可略去序号；含其下各级小节"),
    )
    about = NamedFilter(
        FixedValues(about_choices),
        "about",
        label=_("所述对象"),
        help_text=_("project 项目本身，place 所在地背景"),
    )
    book = NamedFilter(BOOKS, "book", label=_("图书"), help_text=BY_BOOK)
    ordering = OrderFilter(
        {
            "origin": (_("来源"), ("origin", "slug")),
            "case": (_("案例"), ("case__book__slug", "case__number", "slug")),
            "year": (_("年份"), ("year", "period", "slug")),
            "value": (_("数值"), ("value", "slug")),
        },
        ties=("slug",),
        label=_("排序"),
    )

    class Meta:
        model = Fact
        fields: list[str] = []


def count_places(filterset: StrictFilterSet, field: str) -> Counts:
    """The number of facts that name each place or one below it; two queries."""
    facts: dict[str, set[int]] = {}
    named = left_for(filterset, field).filter(places__isnull=False)
    for path, key in named.values_list("places__path", "pk"):
        for slug in slugs_on(path):
            facts.setdefault(slug, set()).add(key)
    places = Place.objects.filter(slug__in=facts)
    return {place.slug: (name_of(place, "short_name"), len(facts[place.slug])) for place in places}


def count_headings(filterset: StrictFilterSet, field: str) -> Counts:
    """The number of facts under each heading, including the headings below it."""
    counts = facts_under_headings(left_for(filterset, field))
    return {title: (title, count) for title, count in counts.items()}


def count_parts(filterset: StrictFilterSet, field: str) -> Counts:
    """The number of facts of each part: of its own text, and of its cases."""
    facts: dict[str, set[int]] = {}
    left = left_for(filterset, field)
    for own, of_case, key in left.values_list("part__slug", "case__part__slug", "pk"):
        for slug in filter(None, (own, of_case)):
            facts.setdefault(slug, set()).add(key)
    parts = Part.objects.filter(slug__in=facts)
    return {part.slug: (name_of(part, "title"), len(facts[part.slug])) for part in parts}


def count_cases(filterset: StrictFilterSet, field: str) -> Counts:
    """The number of facts of each case, labelled with its number and title."""
    counts = ByColumn("case__slug")(filterset, field)
    cases = Case.objects.filter(slug__in=counts)
    return {case.slug: (f"{case.number} {name_of(case)}", counts[case.slug][1]) for case in cases}


FACT_FACETS: Mapping[str, CountRows] = {
    "origin": ByColumn("origin", Origin),
    "kind": ByColumn("kind", Fact.Kind),
    "about": ByColumn("about", Fact.About),
    "year": ByColumn("year"),
    "place": count_places,
    "organisation": ByColumn(
        "organisations__slug", "organisations__name", "organisations__english_name"
    ),
    "case": count_cases,
    "part": count_parts,
    "section": count_headings,
    "book": ByColumn("book__slug", "book__title", "book__english_title"),
}


def latest_first(value: FacetValue) -> Any:
    return -int(value.value)


FACT_ORDERS = {"case": in_book_order, "part": in_book_order, "year": latest_first}


def fact_facets(fact_filter: FactFilter) -> list[Facet]:
    """Every facet of a list of facts; the filter must be valid."""
    return facets(fact_filter, FACT_FACETS, FACT_ORDERS)
