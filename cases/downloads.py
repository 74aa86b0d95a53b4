"""Download tables of books, parts, cases, critiques, facts, places and themes."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from casebook.core.downloads.tables import (
    EDITED,
    LINE,
    WHOLE_ROW,
    Cell,
    Column,
    Table,
    addresses,
    choice,
    field,
    fields,
    join_related,
    join_texts,
    origin_of,
    own_translation,
    sources,
    yes_no,
)
from cases.api.book_serializers import IMPRINT, BookSerializer, PartSerializer
from cases.api.serializers import (
    CaseSerializer,
    CritiqueSerializer,
    FactSerializer,
    PlaceSerializer,
    ThemeSerializer,
)
from cases.filters.case_filter import CaseFilter
from cases.filters.fact_filter import FactFilter
from cases.filters.record_filters import (
    BookFilter,
    CritiqueFilter,
    PartFilter,
    PlaceListFilter,
    ThemeFilter,
)
from cases.models import Book, Case, Critique, Fact, Part, Place, Theme
from search.downloads import IndexedTable

FROM_THE_TITLE = _("据案例标题或篇名中的用词推得，或由编辑指定；所据的词见“地点依据”“主题依据”列")
WITH_THE_PLACE = _("随主要地点而来，按行政区划")
WITH_THE_PLACES = _("随地点而来，按行政区划")
PUBLIC_LISTS = _("本站编辑据行政区划等公开资料整理")
JUDGED = _("本站编辑判断")
OWN_STATEMENT = _("本站以自己的话写成，所据见“来源”及其后各列")


def evidence(relation: str, name: str) -> Callable[[Case], str]:
    """Makes a reader of the evidence of a case's places or themes, each after its name."""

    def read(case: Case) -> str:
        links = getattr(case, relation).all()
        return join_texts(f"{getattr(link, name)}：{link.evidence}" for link in links)

    return read


def value_at(path: str) -> Callable[[Model], Cell]:
    """Makes a reader of a value of a related row, ``part.number``; None where there is none."""

    def read(row: Model) -> Cell:
        value: Any = row
        for name in path.split("."):
            value = value and getattr(value, name)
        return value  # type: ignore[no-any-return]

    return read


def of_source(name: str) -> Callable[[Fact], Cell]:
    """Makes a reader of one attribute of a fact's source."""
    return lambda fact: getattr(fact.own_source(), name)


BOOKS = Table(
    name="books",
    label=_("图书"),
    columns=(
        *fields(Book, "slug", "title", "subtitle", "parallel_title"),
        own_translation("english_title", _("英文书名（本站译）")),
        *fields(Book, "isbn", "cip_number", "cip_subjects", "classification"),
        *fields(Book, "place_of_publication", "edition", "edition_date", "printing"),
        *fields(Book, "printing_date", "format", "sheets", "word_count", "price"),
        field(Book, "website", _("书上所印网址")),
        *addresses("book"),
        *sources(*IMPRINT),
    ),
    queryset=Book.objects.all,
    filterset_class=BookFilter,
    serializer_class=BookSerializer,
)

PARTS = Table(
    name="parts",
    label=_("篇"),
    columns=(
        field(Part, "slug"),
        Column(_("图书"), attrgetter("book.full_title")),
        *fields(Part, "number", "title"),
        own_translation("english_title", _("英文篇名（本站译）")),
        *fields(Part, "start_page", "end_page"),
        *addresses("part"),
        *sources(*PartSerializer.sourced),
    ),
    queryset=lambda: Part.objects.select_related("book"),
    filterset_class=PartFilter,
    serializer_class=PartSerializer,
)

CASES = IndexedTable(
    name="cases",
    label=_("案例"),
    columns=(
        *fields(Case, "number", "title", "name", "subtitle"),
        own_translation("english_title", _("英文标题（本站译）")),
        Column(_("图书"), attrgetter("book.full_title")),
        Column(_("篇序"), value_at("part.number")),
        Column(_("篇名"), value_at("part.title")),
        *fields(Case, "start_page", "end_page"),
        Column(_("主要地点"), value_at("primary_place.name"), FROM_THE_TITLE),
        Column(_("全部地点"), join_related("case_places", "place"), FROM_THE_TITLE),
        Column(_("城市"), join_related("case_places", "place.city"), WITH_THE_PLACES),
        Column(_("省份"), join_related("case_places", "place.province"), WITH_THE_PLACES),
        Column(
            _("层级"),
            lambda case: case.primary_place and case.primary_place.get_level_display(),
            WITH_THE_PLACE,
        ),
        Column(_("行政区划代码"), value_at("primary_place.code"), WITH_THE_PLACE),
        Column(_("地点依据"), evidence("case_places", "place"), FROM_THE_TITLE),
        Column(_("主题"), join_related("case_themes", "theme"), FROM_THE_TITLE),
        Column(_("主题依据"), evidence("case_themes", "theme"), FROM_THE_TITLE),
        Column(_("点评专家"), join_related("critiques", "expert")),
        Column(_("点评专家职务（照书所印）"), join_related("critiques", "affiliation_as_printed")),
        Column(
            _("事实条数"),
            attrgetter("fact_count"),
            _("本站收录的该案例的公开资料与书中数字，逐条注明来源"),
        ),
        field(Case, "slug"),
        *addresses("case"),
        *sources(*(name for name in CaseSerializer.sourced if name != "slug")),
    ),
    queryset=Case.objects.with_labels().with_fact_count,
    filterset_class=CaseFilter,
    serializer_class=CaseSerializer,
)

CRITIQUES = Table(
    name="critiques",
    label=_("专家点评"),
    columns=(
        Column(_("案例序号"), attrgetter("case.number")),
        Column(_("案例"), attrgetter("case.title")),
        Column(_("图书"), attrgetter("case.book.full_title")),
        field(Critique, "order"),
        Column(_("点评专家"), attrgetter("expert.name")),
        *fields(Critique, "name_as_printed", "affiliation_as_printed"),
        Column(_("任职机构"), join_related("affiliations", "organisation"), _("据所印职务读出")),
        field(Critique, "slug"),
        *addresses("critique"),
        *sources(*(name for name in CritiqueSerializer.sourced if name != "slug")),
    ),
    queryset=Critique.objects.with_labels,
    filterset_class=CritiqueFilter,
    serializer_class=CritiqueSerializer,
)

PLACES = Table(
    name="places",
    label=_("地点"),
    columns=(
        *fields(Place, "name", "short_name", origin=PUBLIC_LISTS),
        choice(Place, "level", origin=PUBLIC_LISTS),
        field(Place, "code", origin=PUBLIC_LISTS),
        Column(_("上级"), value_at("parent.name"), PUBLIC_LISTS),
        Column(_("城市"), value_at("city.name"), PUBLIC_LISTS),
        Column(_("省份"), value_at("province.name"), PUBLIC_LISTS),
        own_translation("english_name", _("英文名（本站译）")),
        field(Place, "pinyin", origin=PUBLIC_LISTS),
        Column(_("别名"), lambda place: join_texts(place.aliases), PUBLIC_LISTS),
        *fields(Place, "longitude", "latitude", "coordinate_quality", "note", origin=PUBLIC_LISTS),
        field(Place, "slug", origin=EDITED),
        *addresses("place"),
    ),
    queryset=lambda: Place.objects.select_related("province", "city", "parent"),
    filterset_class=PlaceListFilter,
    serializer_class=PlaceSerializer,
)

THEMES = Table(
    name="themes",
    label=_("主题"),
    columns=(
        field(Theme, "name", origin=EDITED),
        own_translation("english_name", _("英文名（本站译）")),
        *fields(Theme, "definition", "scope", origin=EDITED),
        Column(_("标题用词"), lambda theme: join_texts(theme.title_words), EDITED),
        field(Theme, "slug", origin=EDITED),
        *addresses("theme"),
    ),
    queryset=Theme.objects.all,
    filterset_class=ThemeFilter,
    serializer_class=ThemeSerializer,
)

FACTS = IndexedTable(
    name="facts",
    label=_("事实"),
    columns=(
        field(Fact, "slug", _("编号")),
        field(Fact, "statement", origin=OWN_STATEMENT),
        choice(Fact, "kind", origin=EDITED),
        choice(Fact, "qualifier"),
        *fields(Fact, "value", "value_to", "unit", "period"),
        field(Fact, "year", origin=_("“时间”的起始年；起始未详的为终止年")),
        Column(_("地点"), lambda fact: join_texts(fact.places.all()), _("陈述中提到的地点")),
        Column(_("机构"), lambda fact: join_texts(fact.organisations.all()), _("陈述中提到的机构")),
        Column(_("案例序号"), value_at("case.number")),
        Column(_("案例"), value_at("case.title")),
        field(Fact, "section_title", _("书中小节")),
        choice(Fact, "about", origin=JUDGED),
        Column(_("成书之后"), lambda fact: yes_no(fact.after_book), _("按所述日期推得")),
        Column(_("自报数据"), lambda fact: yes_no(fact.self_reported), JUDGED),
        choice(Fact, "confidence", origin=JUDGED),
        field(Fact, "caveat", origin=_("本站编辑所加")),
        Column(_("勘误"), value_at("erratum.subject"), _("书中两处说法不一，两种都保留")),
        Column(_("来源"), origin_of, WHOLE_ROW),
        Column(_("原文行号"), of_source("line"), LINE),
        Column(_("参考资料"), of_source("title")),
        Column(_("发布者"), of_source("publisher")),
        Column(_("发布日期"), of_source("date")),
        Column(_("查阅日期"), of_source("read_on")),
        Column(_("网址"), of_source("link")),
        field(Fact, "support"),
        Column(_("图书"), value_at("book.full_title")),
        *addresses("fact"),
    ),
    queryset=lambda: Fact.objects.with_labels().order_by("origin", "slug"),
    filterset_class=FactFilter,
    serializer_class=FactSerializer,
)
