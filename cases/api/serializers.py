"""Serializers of cases, critiques, facts, places and themes, with examples for the docs."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from casebook.core.api.serializers import (
    SOURCES,
    MethodRows,
    PageUrl,
    PlainSerializer,
    SourcedSerializer,
    SourceField,
    slug_of,
)
from cases.models import (
    Case,
    CasePlace,
    CaseTheme,
    Critique,
    Erratum,
    Fact,
    Part,
    Place,
    Reference,
    Section,
    Theme,
)
from cases.models.place import PlaceTreeNode, place_tree, slugs_on, with_descendants
from experts.api.serializers import (
    ExpertName,
    NamingFactSerializer,
    OrganisationName,
    PostSerializer,
)
from experts.models import Expert
from search.service.related_cases import related_cases

from .citation_api import CitationField

CODE = "行政区划代码（GB/T 2260）；开发区等没有"
PROVINCE = "所在省级行政区"
CITY = "所在地级市或直辖市；省级案例没有"
SECTIONS = "正文的标题；未导入正文则为空"
PART = SOURCES | {"title": "智慧城市", "english_title": "Smart Cities"}
CASE = SOURCES | {
    "title": "智慧高青：农业大县的数字善政兴业",
    "name": "智慧高青",
    "subtitle": "农业大县的数字善政兴业",
    "english_title": "Smart Gaoqing",
    "facts_url": "https://example.org/api/v1/facts/?case=digital-china-2019-17",
}
CRITIQUE = SOURCES | {"name_as_printed": "徐 明", "affiliation": "某大学教授"}
PLACE = SOURCES | {
    "name": "武昌区",
    "short_name": "武昌",
    "code": "420106",
    "province": "湖北省",
    "city": "武汉市",
    "parent": "wuhan",
    "trail": ["hubei", "wuhan", "wuchang"],
    "english_name": "Wuchang District",
    "pinyin": "Wǔchāng",
    "coordinate_quality": "centroid",
    "note": "省政府驻地",
    "case_count": 3,
    "evidence": "武昌",
}
THEME = SOURCES | {
    "name": "智慧农业",
    "english_name": "Smart agriculture",
    "definition": "以信息技术改进农业生产与经营。",
    "scope": "县域及以下",
    "evidence": "农业大县",
}


class PartName(PlainSerializer[Part]):
    """A part as others mention it."""

    examples = PART

    class Meta:
        model = Part
        fields = ("number", "title", "slug")


class CaseName(PlainSerializer[Case]):
    """A case as others mention it."""

    examples = CASE
    book = slug_of("所属图书的网址名")

    class Meta:
        model = Case
        fields = ("slug", "number", "title", "book", "start_page", "end_page", "api_url")


class CasePlaceSerializer(PlainSerializer[CasePlace]):
    """A place of a case, and the words that put it there."""

    examples = PLACE
    name = serializers.CharField(source="place.name", help_text="全称")
    short_name = serializers.CharField(source="place.short_name", help_text="简称")
    slug = serializers.SlugField(source="place.slug", help_text="地点的网址名")
    level = serializers.ChoiceField(Place.Level.choices, source="place.level", help_text="层级")
    code = serializers.CharField(source="place.code", allow_null=True, help_text=CODE)
    province = serializers.CharField(source="place.province.name", default=None, help_text=PROVINCE)
    city = serializers.CharField(source="place.city.name", default=None, help_text=CITY)
    trail = serializers.SerializerMethodField(help_text="由省级往下到这里，各级的网址名")

    class Meta:
        model = CasePlace
        fields = (
            *("name", "short_name", "slug", "level", "code", "province", "city", "trail"),
            *("is_primary", "evidence", "origin", "source"),
        )

    def get_trail(self, link: CasePlace) -> list[str]:
        return slugs_on(link.place.path)


class CaseThemeSerializer(PlainSerializer[CaseTheme]):
    """A theme of a case, and the words that assigned it."""

    examples = THEME
    slug = serializers.SlugField(source="theme.slug", help_text="主题的网址名")
    name = serializers.CharField(source="theme.name", help_text="名称")

    class Meta:
        model = CaseTheme
        fields = ("slug", "name", "evidence", "origin", "source")


class CaseCritiqueSerializer(SourcedSerializer[Critique]):
    """A critique as its case mentions it."""

    examples = CRITIQUE
    sourced: ClassVar[tuple[str, ...]] = ("name_as_printed", "affiliation_as_printed")
    expert = ExpertName()
    affiliation = serializers.CharField(
        source="affiliation_as_printed", help_text="职务，照书中所印"
    )

    class Meta:
        model = Critique
        fields = (
            *("slug", "expert", "affiliation", "name_as_printed", "order"),
            *("source_line", "origin", "sources"),
        )


class ErratumSerializer(PlainSerializer[Erratum]):
    """Two readings of the book that contradict each other."""

    examples = {"subject": "副主编", "reading": "徐明", "other_reading": "徐铭", "note": "附注"}

    class Meta:
        model = Erratum
        fields = (
            *("subject", "reading", "source_line", "other_reading", "other_line", "note"),
            *("origin", "source"),
        )


class ReferenceSerializer(PlainSerializer[Reference]):
    """A public page: who published it when, and when it was read."""

    examples = {
        "title": "高青县统计公报",
        "publisher": "某县人民政府",
        "published": "2019-06-01",
        "note": "初步核实数",
    }

    class Meta:
        model = Reference
        fields = ("title", "url", "publisher", "published", "read_on", "quality", "note")


class FactPlace(PlainSerializer[Place]):
    """A place that a fact names."""

    examples = PLACE

    class Meta:
        model = Place
        fields = ("slug", "name", "code")


class FactSerializer(PlainSerializer[Fact]):
    """A statement with its figure, what it is about, and the line or page it stands on."""

    examples = NamingFactSerializer.examples | {
        "unit": "家",
        "support": "第三段",
        "passage_url": "https://example.org/books/digital-china-2019/read/p/p-55vbrzvz/",
    }
    book = slug_of("所属图书的网址名")
    case = slug_of("所属案例的网址名")
    part = slug_of("所属的篇的网址名")
    section = serializers.CharField(source="section_title", help_text="所在小节的标题，照书中所印")
    value = serializers.DecimalField(20, 4, normalize_output=True, help_text="数值")
    value_to = serializers.DecimalField(
        20, 4, normalize_output=True, help_text="数值的上限；只有一个数时为 null"
    )
    places = FactPlace(many=True, help_text="所提到的地点")
    organisations = OrganisationName(many=True, help_text="所提到的机构")
    reference = ReferenceSerializer(help_text="所据的公开网页；书中的事实为 null")
    erratum = ErratumSerializer(help_text="书中自相矛盾之处的两种写法")
    source: Any = SourceField(
        help_text="来源：origin；书有 line，网页有 link、title、publisher、date、read_on；confidence"
    )
    url = PageUrl()

    class Meta:
        model = Fact
        fields = (
            *("slug", "statement", "kind", "value", "value_to", "qualifier", "unit", "period"),
            *("year", "book", "part", "case", "about", "section", "places", "organisations"),
            *("after_book", "self_reported", "confidence", "caveat", "origin", "source_line"),
            *("source", "reference", "support", "erratum", "url", "api_url"),
        )


class FactDetailSerializer(FactSerializer):
    """A fact with the address of its paragraph, where the book's text is imported.

    ``other_readings`` are what the book says on the same matter where it contradicts itself.
    """

    passage_url = serializers.SerializerMethodField(help_text="书中段落的网址；未导入正文则为 null")
    other_readings = MethodRows(FactSerializer, "书中对同一事项的其他写法")

    def get_other_readings(self, fact: Fact) -> QuerySet[Fact]:
        return fact.other_readings()

    def get_passage_url(self, fact: Any) -> str | None:
        if fact.passage_anchor is None:
            return None
        address = reverse("cases:passage-detail", args=[fact.book.slug, fact.passage_anchor])
        return str(self.context["request"].build_absolute_uri(address))


class SectionSerializer(PlainSerializer[Section]):
    """A heading of the imported text, and where it is read."""

    examples = {"anchor": "s-1f2e3d4c", "marker": "一、", "title": "建设背景"}
    url = PageUrl()

    class Meta:
        model = Section
        fields = ("anchor", "level", "marker", "title", "start_page", "source", "url")


class CaseSerializer(SourcedSerializer[Case]):
    """A case study: where, about what, who reviewed it."""

    sourced = (
        *("slug", "number", "title", "name", "subtitle", "english_title", "part"),
        *("start_page", "end_page"),
    )
    examples = CASE
    book = slug_of("所属图书的网址名")
    part = PartName()
    places = CasePlaceSerializer(source="case_places", many=True)
    themes = CaseThemeSerializer(source="case_themes", many=True)
    critiques = CaseCritiqueSerializer(many=True)
    fact_count = serializers.IntegerField(read_only=True, help_text="关于本案例的事实条数")
    facts_url = serializers.SerializerMethodField(help_text="本案例各条事实的列表")

    class Meta:
        model = Case
        fields = (
            *("slug", "number", "title", "name", "subtitle", "english_title", "book", "part"),
            *("start_page", "end_page", "places", "themes", "critiques"),
            *("fact_count", "facts_url"),
            *("url", "api_url", "source_line", "origin", "sources"),
        )

    def get_facts_url(self, case: Case) -> str:
        """The absolute URL of the list of the case's facts."""
        address = f"{reverse('api:fact-list')}?case={case.slug}"
        return str(self.context["request"].build_absolute_uri(address))


class ContentsCase(SourcedSerializer[Case]):
    """A case as the contents list of its book mentions it, with who reviewed it."""

    sourced = ("title", "start_page", "end_page")
    examples = CASE
    critics = MethodRows(ExpertName, "点评专家")

    class Meta:
        model = Case
        fields = (
            *("slug", "number", "title", "start_page", "end_page", "critics"),
            *("api_url", "sources"),
        )

    def get_critics(self, case: Case) -> list[Expert]:
        return [critique.expert for critique in case.critiques.all()]


class OtherCritique(PlainSerializer[Critique]):
    """What else a critic wrote."""

    examples = CRITIQUE
    case = CaseName()

    class Meta:
        model = Critique
        fields = ("slug", "case", "api_url")


class FullCritiqueSerializer(CaseCritiqueSerializer):
    """A critique with the critic's affiliations and other critiques."""

    posts = PostSerializer(source="affiliations", many=True)
    other_critiques = MethodRows(OtherCritique, "这位专家的其他点评")

    def get_other_critiques(self, critique: Critique) -> list[Critique]:
        return [row for row in critique.expert.critiques.all() if row.case_id != critique.case_id]


class RelatedCaseSerializer(serializers.Serializer[Any]):
    """A case beside another, and what they share."""

    examples = {"reasons": ["同一主题：智慧农业"]}
    case = CaseName(help_text="相关的案例")
    reasons = serializers.ListField(
        child=serializers.CharField(), help_text=_("相关的理由，如“同一主题：智慧农业”")
    )


class CaseDetailSerializer(CaseSerializer):
    """A case with all that its page shows: facts, neighbours, headings of its text, related cases.

    ``facts`` are those of the case; ``book_facts`` what the book says elsewhere of its places;
    ``errata`` the discrepancies on its lines.
    """

    critiques = FullCritiqueSerializer(many=True)
    facts = FactSerializer(many=True)
    book_facts = MethodRows(FactSerializer, "书中别处关于这些地点的事实")
    errata = ErratumSerializer(many=True, help_text="书中自相矛盾之处")
    previous = CaseName(allow_null=True, help_text="前一个案例；没有则为 null")
    next = CaseName(allow_null=True, help_text="后一个案例；没有则为 null")
    sections = SectionSerializer(source="text_sections", many=True, help_text=SECTIONS)
    citation = CitationField()
    related = MethodRows(RelatedCaseSerializer, "相关案例及其理由")

    def get_book_facts(self, case: Case) -> QuerySet[Fact]:
        return Fact.objects.of_book_about(case).with_labels().order_by("slug")

    def get_related(self, case: Case) -> Iterable[Any]:
        return related_cases(case)


class CritiqueSerializer(CaseCritiqueSerializer):
    """An expert's critique of a case, with the post printed there."""

    sourced = ("slug", "order", "name_as_printed", "affiliation_as_printed")
    case = CaseName()
    posts = PostSerializer(source="affiliations", many=True)

    class Meta:
        model = Critique
        fields = (
            *("slug", "case", "expert", "order", "name_as_printed", "affiliation", "posts"),
            *("url", "api_url", "source_line", "origin", "sources"),
        )


class CritiqueDetailSerializer(CritiqueSerializer):
    """A critique with the headings of its text, if imported."""

    sections = SectionSerializer(source="text_sections", many=True, help_text=SECTIONS)
    citation = CitationField()


class PlaceName(PlainSerializer[Place]):
    """A place as others mention it."""

    examples = PLACE

    class Meta:
        model = Place
        fields = ("slug", "name", "short_name", "level", "code", "api_url")


class PlaceSerializer(SourcedSerializer[Place]):
    sourced = (
        *("name", "short_name", "level", "code", "parent", "english_name", "pinyin", "aliases"),
        *("longitude", "latitude", "note"),
    )
    examples = PLACE
    province = serializers.CharField(source="province.name", default=None, help_text=PROVINCE)
    city = serializers.CharField(source="city.name", default=None, help_text=CITY)
    parent = slug_of("上级地点的网址名")  # type: ignore[assignment]

    class Meta:
        model = Place
        fields = (
            *("slug", "name", "short_name", "level", "code", "province", "city", "parent"),
            *("english_name", "pinyin", "aliases", "longitude", "latitude"),
            *("coordinate_quality", "note", "url", "api_url", "sources"),
        )


class PlaceBelowSerializer(serializers.Serializer[Any]):
    """A place in the tree below another, with the number of cases at or below it."""

    examples = PLACE
    slug = serializers.SlugField(source="place.slug", help_text="网址名")
    name = serializers.CharField(source="place.name", help_text="全称")
    parent: Any = serializers.SerializerMethodField(help_text="上一级地点的网址名")
    case_count = serializers.SerializerMethodField(help_text="这里及其下辖各地的案例数")

    def get_parent(self, node: PlaceTreeNode) -> str:
        return slugs_on(node.place.path)[-2]

    def get_case_count(self, node: PlaceTreeNode) -> int:
        return len(node.case_ids)


class PlaceDetailSerializer(PlaceSerializer):
    """A place with those it lies in, those in it, the cases of them all, and facts that name it.

    ``children`` lie right below it; ``descendants`` are these and all below, each after its parent.
    """

    ancestors = MethodRows(PlaceName, "上级地点，由大到小")
    children = PlaceName(many=True, help_text="下一级地点")
    descendants = MethodRows(PlaceBelowSerializer, "下辖各地，上级在前")
    cases = MethodRows(CaseSerializer, "这里及其下辖各地的案例")
    facts = FactSerializer(many=True)

    def get_ancestors(self, place: Place) -> QuerySet[Place]:
        return Place.objects.filter(slug__in=slugs_on(place.path)[:-1]).order_by("path")

    def get_descendants(self, place: Place) -> Iterable[PlaceTreeNode]:
        return with_descendants(place_tree(place))

    def get_cases(self, place: Place) -> QuerySet[Case]:
        return Case.objects.in_place(place).with_labels().with_fact_count()


class ThemeSerializer(SourcedSerializer[Theme]):
    sourced = ("name", "english_name", "definition", "scope", "title_words")
    examples = THEME

    class Meta:
        model = Theme
        fields = (
            *("slug", "name", "english_name", "definition", "scope", "title_words"),
            *("url", "api_url", "sources"),
        )


class ThemeCaseSerializer(PlainSerializer[CaseTheme]):
    """A case of a theme, and the words that assigned it."""

    examples = THEME
    case = CaseName()

    class Meta:
        model = CaseTheme
        fields = ("case", "evidence", "origin", "source")


class ThemeDetailSerializer(ThemeSerializer):
    """A theme with its cases."""

    cases = ThemeCaseSerializer(source="case_themes", many=True, help_text="案例")
