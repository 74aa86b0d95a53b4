"""Which cases: the parameters that the list page and the API share."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from casebook.filtering import NamedFilter, OrderFilter, StrictFilterSet, TextFilter
from casebook.vocabulary import Choice
from experts.vocabularies import EXPERTS, ORGANISATIONS

from .gaps import GAPS
from .models import Case, CasePlace
from .text_match import conditions
from .vocabularies import BOOKS, CITIES, LEVELS, PARTS, PLACES, PROVINCES, THEMES

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
    """Cases in the places named or anywhere below them."""

    def filter(self, queryset: QuerySet[Any], choices: list[Choice]) -> QuerySet[Any]:
        if not choices:
            return queryset
        places = Case.objects.in_places(choice.target for choice in choices)
        return queryset.filter(pk__in=places.order_by().values("pk"))


class GapFilter(NamedFilter):
    """Cases that lack any of the things named."""

    def filter(self, queryset: QuerySet[Any], choices: list[Choice]) -> QuerySet[Any]:
        condition = Q()
        for choice in choices:
            condition |= choice.target
        return queryset.filter(condition)


class CaseFilter(StrictFilterSet):
    """Every parameter may be repeated: OR between its values, AND between parameters."""

    q = TextFilter(
        conditions,
        label=_("检索词"),
        help_text=_("在标题、地点、点评专家和主题中查找；以空格分开的词须都出现"),
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
    missing = GapFilter(
        GAPS,
        label=_("缺少字段"),
        help_text=_("没有所列内容的案例：如 city、城市、critique_text、点评正文"),
    )
    ordering = OrderFilter(
        ORDERS,
        aliases={"primary_path": PRIMARY_PATH},
        ties=("book__slug", "number"),
        label=_("排序"),
    )

    class Meta:
        model = Case
        fields: list[str] = []
