"""Filters and facets of cases: the query parameters that pages, API, feeds and files share."""

from itertools import combinations
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from casebook.core.filters.facets import Facet, PairFacet, TreeFacet, in_book_order, listed_names
from casebook.core.filters.filterset import (
    OrderFilter,
    StrictFilterSet,
    SwitchFilter,
    WordsFilter,
    every,
)
from casebook.core.filters.value_resolver import normalize_value
from cases.models import CasePlace, CaseTheme, Critique, Place, Theme
from cases.models.place import slugs_on
from experts.filters import BY_NAME, BY_PERSON, EXPERTS, KINDS, ORGANISATIONS
from experts.models import Expert

from .record_filters import (
    BOOKS,
    BY_BOOK,
    BY_PART,
    CITIES,
    LEVELS,
    PARTS,
    PLACES,
    PROVINCES,
    THEMES,
)

PRIMARY_PATH = Subquery(
    CasePlace.objects.filter(case=OuterRef("pk"), is_primary=True).values("place__path")[:1]
)


def conditions(texts: list[str]) -> list[Q]:
    """For each text the condition that all its words match; three queries in all.

    A word matches in the title, and in the names of places, of critics and of themes.
    """
    critics = Expert.objects.filter(critiques__isnull=False).distinct()
    themes = Theme.objects.all()
    names: list[tuple[Any, str, dict[int, str]]] = [
        (CasePlace, "place", place_names()),
        (Critique, "expert", {row.pk: joined_names(row.name, *row.aliases) for row in critics}),
        (CaseTheme, "theme", {row.pk: joined_names(row.name, row.english_name) for row in themes}),
    ]

    def condition_of(word: str) -> Q:
        condition, wanted = Q(title__icontains=word), normalize_value(word)
        for model, relation, names_by_key in names:
            keys = [key for key, text in names_by_key.items() if wanted in text]
            links = model.objects.filter(**{f"{relation}__in": keys})
            condition |= Q(pk__in=links.values("case"))
        return condition

    return [every(condition_of(word) for word in text.split()) for text in texts]


def place_names() -> dict[int, str]:
    """The names of each place and of its ancestors, by its key."""
    places = list(Place.objects.all())
    own = {place.slug: joined_names(*place.known_names) for place in places}
    return {
        place.pk: "\n".join(own.get(slug, "") for slug in slugs_on(place.path)) for place in places
    }


def joined_names(*names: str) -> str:
    """Names as one text to search in: normalised, one per line."""
    return "\n".join(normalize_value(name) for name in names)


class CaseFilter(StrictFilterSet):
    record_kind = "case"
    q = WordsFilter(
        conditions,
        label=_("检索词"),
        help_text=_('词、"短语"、-不要的词、甲 OR 乙、地点:武汉；写法见 docs/search.md'),
    )
    book = Facet(BOOKS, "book", prefixes=("书",), label=_("图书"), help_text=BY_BOOK)
    part = Facet(
        PARTS, "part", prefixes=("篇",), order=in_book_order, label=_("篇"), help_text=BY_PART
    )
    province = Facet(
        PROVINCES,
        "case_places__place__province",
        prefixes=("省", "省份"),
        label=_("省份"),
        help_text=_("网址名、代码或名称：hubei、420000、湖北、湖北省"),
    )
    city = Facet(
        CITIES,
        "case_places__place__city",
        prefixes=("城市",),
        label=_("城市"),
        help_text=_("地级市或直辖市的网址名、代码或名称：wuhan、420100、武汉、武汉市"),
    )
    place = TreeFacet(
        PLACES,
        "case_places__place",
        prefixes=("地点",),
        listed=False,
        label=_("地点"),
        help_text=_("任一层级的地点及其下辖各地：wuchang、420106、武昌"),
    )
    level = Facet(
        LEVELS,
        "case_places__place__level",
        case_places__is_primary=True,
        prefixes=("层级",),
        label=_("层级"),
        help_text=_("主要地点的层级：county、县"),
    )
    theme = Facet(
        THEMES, "case_themes__theme", prefixes=("主题",), label=_("主题"), help_text=BY_NAME
    )
    expert = Facet(
        EXPERTS, "critiques__expert", prefixes=("专家",), label=_("点评专家"), help_text=BY_PERSON
    )
    organisation = Facet(
        ORGANISATIONS,
        "critiques__affiliations__organisation",
        prefixes=("机构",),
        label=_("点评专家所在机构"),
        help_text=BY_NAME,
    )
    synonyms = SwitchFilter(label=_("同义词"), on=_("同时查找"), off=_("不查找"))
    ordering = OrderFilter(
        {
            "number": (_("案例序号"), ("book__slug", "number")),
            "place": (_("地点"), ("primary_path",)),
            "page": (_("页码"), ("book__slug", "start_page")),
            "title": (_("标题"), ("title",)),
        },
        aliases={"primary_path": PRIMARY_PATH},
        ties=("book__slug", "number"),
        ranked=True,
    )


DIMENSIONS = listed_names(CaseFilter)
"""The facets by one or two of which cases are counted."""
PAIRS = {(first, second): f"{first}_{second}" for first, second in combinations(DIMENSIONS, 2)}
"""The index field of the pairs of values of two of these facets."""

CaseFilter.counted_only = {
    **{
        field: PairFacet(CaseFilter.base_filters[first], CaseFilter.base_filters[second], field)
        for (first, second), field in PAIRS.items()
    },
    "critic_kind": Facet(
        KINDS,
        "critiques__affiliations__organisation__kind",
        index_field="critic_kind",
        listed=False,
        label=_("点评专家所在机构的类别"),
    ),
}
