"""Filters of books, parts, critiques, places and themes: the query parameters of their lists."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from casebook.core.filters.filterset import (
    NamedFilter,
    OrderFilter,
    StrictFilterSet,
    TextFilter,
    containing,
)
from casebook.core.filters.value_resolver import RowValues
from casebook.core.web.languages import name_of
from cases.models import Book, Case, Critique, Part, Place, Theme
from experts.expert_resolvers import EXPERTS, ORGANISATIONS

from .case_resolvers import BOOKS, LEVELS, PROVINCES


def case_words(case: Case) -> Iterable[str]:
    return (case.title, case.name, str(case.number))


CASES = RowValues(Case.objects.all, name_of, case_words, "digital-china-2019-17")
BY_BOOK = _("网址名、书名或 ISBN")


class BookFilter(StrictFilterSet):
    q = TextFilter(
        containing("title", "subtitle", "isbn"),
        label=_("检索词"),
        help_text=_("在书名与 ISBN 中查找"),
    )
    ordering = OrderFilter(
        {"title": (_("书名"), ("title",)), "edition_date": (_("出版年月"), ("edition_date",))},
        ties=("slug",),
        label=_("排序"),
    )

    class Meta:
        model = Book
        fields: list[str] = []


class PartFilter(StrictFilterSet):
    book = NamedFilter(BOOKS, "book", label=_("图书"), help_text=BY_BOOK)
    ordering = OrderFilter(
        {"number": (_("篇序"), ("book__slug", "number"))},
        ties=("book__slug", "number"),
        label=_("排序"),
    )

    class Meta:
        model = Part
        fields: list[str] = []


class CritiqueFilter(StrictFilterSet):
    book = NamedFilter(BOOKS, "case__book", label=_("图书"), help_text=BY_BOOK)
    case = NamedFilter(CASES, "case", label=_("案例"), help_text=_("网址名、案例名或案例序号"))
    expert = NamedFilter(EXPERTS, "expert", label=_("点评专家"), help_text=_("网址名或姓名"))
    organisation = NamedFilter(
        ORGANISATIONS,
        "affiliations__organisation",
        label=_("点评专家所在机构"),
        help_text=_("网址名或名称"),
    )
    ordering = OrderFilter(
        {
            "number": (_("案例序号"), ("case__book__slug", "case__number", "order")),
            "expert": (_("点评专家"), ("expert__slug",)),
        },
        ties=("case__book__slug", "case__number", "order"),
        label=_("排序"),
    )

    class Meta:
        model = Critique
        fields: list[str] = []


class PlaceListFilter(StrictFilterSet):
    q = TextFilter(
        containing("name", "english_name", "pinyin_short"),
        label=_("检索词"),
        help_text=_("在名称及其拼音中查找"),
    )
    level = NamedFilter(LEVELS, "level", label=_("层级"), help_text=_("如 county、县"))
    province = NamedFilter(
        PROVINCES, "province", label=_("省份"), help_text=_("如 hubei、420000、湖北")
    )
    ordering = OrderFilter(
        {
            "place": (_("所在"), ("path",)),
            "code": (_("行政区划代码"), ("code",)),
            "name": (_("名称"), ("name",)),
        },
        ties=("path",),
        label=_("排序"),
    )

    class Meta:
        model = Place
        fields: list[str] = []


class ThemeFilter(StrictFilterSet):
    q = TextFilter(
        containing("name", "english_name", "definition"),
        label=_("检索词"),
        help_text=_("在名称与定义中查找"),
    )
    ordering = OrderFilter(
        {"order": (_("次序"), ("order",)), "name": (_("名称"), ("name",))},
        ties=("order", "slug"),
        label=_("排序"),
    )

    class Meta:
        model = Theme
        fields: list[str] = []
