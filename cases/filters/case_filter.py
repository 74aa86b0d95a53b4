"""Filters of cases: the query parameters that the list page and the API share."""

from functools import cached_property
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from casebook.core.filters.filterset import (
    NamedFilter,
    OrderFilter,
    StrictFilterSet,
    SwitchFilter,
    WordsFilter,
)
from casebook.core.filters.value_resolver import ResolvedValue
from cases.models import Case, CasePlace
from experts.expert_resolvers import EXPERTS, ORGANISATIONS

from .case_resolvers import BOOKS, CITIES, LEVELS, PARTS, PLACES, PROVINCES, THEMES
from .matches import MatchedCases, SearchMatches, matches_by_name

PRIMARY_PATH = Subquery(
    CasePlace.objects.filter(case=OuterRef("pk"), is_primary=True).values("place__path")[:1]
)
ORDERS = {
    "number": (_("案例序号"), ("book__slug", "number")),
    "place": (_("地点"), ("primary_path",)),
    "page": (_("页码"), ("book__slug", "start_page")),
    "title": (_("标题"), ("title",)),
}


class PlaceFilter(NamedFilter):
    """Cases in any of the places or below them."""

    def filter(self, queryset: QuerySet[Any], choices: list[ResolvedValue]) -> QuerySet[Any]:
        if not choices:
            return queryset
        places = Case.objects.in_places(choice.target for choice in choices)
        return queryset.filter(pk__in=places.order_by().values("pk"))


class MatchFilter(WordsFilter):
    """Cases that match the search terms."""

    def filter(self, queryset: QuerySet[Any], choices: list[ResolvedValue]) -> QuerySet[Any]:
        return queryset.filter(pk__in=self.parent.matches.keys) if choices else queryset


class CaseOrder(OrderFilter):
    """The order of cases; by relevance for a search, unless another order is chosen."""

    RELEVANCE = "relevance"
    RELEVANCE_LABEL = _("相关度")

    def __init__(self) -> None:
        super().__init__(
            ORDERS,
            aliases={"primary_path": PRIMARY_PATH},
            ties=("book__slug", "number"),
            label=_("排序"),
            plain={self.RELEVANCE: self.RELEVANCE_LABEL},
        )

    def offer_relevance(self) -> None:
        """Add relevance as the default order."""
        self.labels = {self.RELEVANCE: self.RELEVANCE_LABEL, **self.labels}


class CaseFilter(StrictFilterSet):
    """Every parameter may be repeated: OR between its values, AND between parameters."""

    q = MatchFilter(
        label=_("检索词"),
        help_text=_('词、"短语"、-不要的词、甲 OR 乙、地点:武汉；写法见 docs/search.md'),
    )
    book = NamedFilter(BOOKS, "book", label=_("图书"), help_text=_("网址名、书名或 ISBN"))
    part = NamedFilter(PARTS, "part", label=_("篇"), help_text=_("网址名、篇序或篇名"))
    province = NamedFilter(
        PROVINCES,
        "case_places__place__province",
        label=_("省份"),
        help_text=_("网址名、代码或名称：hubei、420000、湖北、湖北省"),
    )
    city = NamedFilter(
        CITIES,
        "case_places__place__city",
        label=_("城市"),
        help_text=_("地级市或直辖市的网址名、代码或名称：wuhan、420100、武汉、武汉市"),
    )
    place = PlaceFilter(
        PLACES,
        "case_places__place",
        label=_("地点"),
        help_text=_("任一层级的地点及其下辖各地：wuchang、420106、武昌"),
    )
    level = NamedFilter(
        LEVELS,
        "case_places__place__level",
        case_places__is_primary=True,
        label=_("层级"),
        help_text=_("主要地点的层级：county、县"),
    )
    theme = NamedFilter(THEMES, "case_themes__theme", label=_("主题"), help_text=_("网址名或名称"))
    expert = NamedFilter(
        EXPERTS, "critiques__expert", label=_("点评专家"), help_text=_("网址名或姓名")
    )
    organisation = NamedFilter(
        ORGANISATIONS,
        "critiques__affiliations__organisation",
        label=_("点评专家所在机构"),
        help_text=_("网址名或名称"),
    )
    synonyms = SwitchFilter(label=_("同义词"), on=_("同时查找"), off=_("不查找"))
    ordering = CaseOrder()

    class Meta:
        model = Case
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound and self.form["q"].data:
            self.filters["ordering"].offer_relevance()

    @cached_property
    def matches(self) -> SearchMatches:
        """The matches of the search terms, independent of the other parameters."""
        return matches_by_name(self.texts)

    @property
    def texts(self) -> list[str]:
        return [value for value, _label in self.selected.get("q", ())]

    @property
    def with_synonyms(self) -> bool:
        return ("0", self.filters["synonyms"].off) not in self.selected.get("synonyms", ())

    @cached_property
    def rows(self) -> QuerySet[Case] | MatchedCases:
        """The cases in their order; for a search, those that match every term first."""
        cases: QuerySet[Case] = self.qs
        if not self.texts:
            return cases
        chosen = [value for value, _label in self.selected.get("ordering", ())]
        by_relevance = not chosen or chosen[0] == CaseOrder.RELEVANCE
        return MatchedCases(cases, self.matches, by_relevance=by_relevance)
