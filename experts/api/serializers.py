"""Serializers of people, organisations and affiliations.

Contributions and critiques belong to the apps above; they are read through reverse relations.
"""

from typing import Any

from rest_framework import serializers

from casebook.core.api.serializers import (
    SOURCES,
    ApiUrl,
    MethodRows,
    PlainSerializer,
    SourcedSerializer,
    SourceField,
    null_for_empty,
)
from experts.models import Affiliation, Expert, Organisation, Tie, ties

EXPERT = SOURCES | {"name": "徐明", "pinyin": "Xú Míng"}
ORGANISATION = SOURCES | {"name": "清华大学", "english_name": "Tsinghua University"}
POST = {
    "role": "chief_editor",
    "role_label": "主编",
    "name_as_printed": "徐 明",
    "affiliation": "某大学教授",
    "job_title": "教授",
    "as_printed": "某大学教授",
}
CASE = "所点评的案例"


class ExpertName(PlainSerializer[Expert]):
    """A person as others mention them."""

    examples = EXPERT

    class Meta:
        model = Expert
        fields = ("slug", "name")


class OrganisationName(PlainSerializer[Organisation]):
    """An organisation as others mention it."""

    examples = ORGANISATION

    class Meta:
        model = Organisation
        fields = ("slug", "name")


class PostSerializer(PlainSerializer[Affiliation]):
    """A post: one job title at one organisation, if the book names the organisation."""

    examples = POST
    organisation = OrganisationName(help_text="机构；书中未载明则为 null")

    class Meta:
        model = Affiliation
        fields = ("organisation", "job_title", "as_printed", "source_line", "origin", "source")


class RoleSerializer(serializers.Serializer[Any]):
    """Something done for a book, as the person's or organisation's own page mentions it."""

    examples = POST
    book = serializers.SlugField(source="book.slug", help_text="所属图书的网址名")
    role = serializers.CharField(help_text="角色")
    role_label = serializers.CharField(source="get_role_display", help_text="角色的中文名")
    order = serializers.IntegerField(help_text="在其中的次序")
    name_as_printed = serializers.CharField(help_text="署名，照书中所印")
    affiliation = serializers.SerializerMethodField(help_text="职务，照书中所印")
    posts = PostSerializer(source="affiliations", many=True)
    source: Any = SourceField()

    def get_affiliation(self, row: Any) -> str | None:
        """The affiliation as printed."""
        return row.affiliation_as_printed or None


class ReviewedCaseSerializer(serializers.Serializer[Any]):
    """A case as the pages of people and organisations mention it."""

    examples = {"title": "智慧高青：农业大县的数字善政兴业"}
    slug = serializers.SlugField(help_text="网址名")
    number = serializers.IntegerField(help_text="案例序号")
    title = serializers.CharField(help_text="标题")
    start_page = serializers.IntegerField(allow_null=True, help_text="起始页")
    end_page = serializers.IntegerField(allow_null=True, help_text="终止页；按下一标题推得")
    api_url = ApiUrl()


class ReviewSerializer(serializers.Serializer[Any]):
    """A critique as its author's page mentions it."""

    examples = POST
    slug = serializers.SlugField(help_text="网址名")
    case = ReviewedCaseSerializer(help_text=CASE)
    name_as_printed = serializers.CharField(help_text="署名，照书中所印")
    affiliation = serializers.SerializerMethodField(help_text="职务，照书中所印")
    posts = PostSerializer(source="affiliations", many=True)
    source: Any = SourceField()
    api_url = ApiUrl()

    def get_affiliation(self, row: Any) -> str | None:
        """The affiliation as printed."""
        return row.affiliation_as_printed or None


class ExpertSerializer(SourcedSerializer[Expert]):
    sourced = ("name", "pinyin", "aliases")
    examples = EXPERT
    posts = PostSerializer(source="affiliations", many=True)

    class Meta:
        model = Expert
        fields = (
            *("slug", "name", "pinyin", "aliases", "posts"),
            *("url", "api_url", "source_line", "origin", "sources"),
        )


class ExpertDetailSerializer(ExpertSerializer):
    """A person with all that they did for the books."""

    contributions = RoleSerializer(many=True, help_text="编著贡献")
    critiques = ReviewSerializer(many=True, help_text="专家点评")


class SeatSerializer(serializers.Serializer[Any]):
    """The place of an organisation, and the words that say so."""

    examples = {"name": "武昌区", "evidence": "武昌"}
    slug = serializers.SlugField(source="place.slug", help_text="网址名")
    name = serializers.CharField(source="place.name", help_text="全称")
    evidence = serializers.CharField(help_text="据以判定的字句或规则")
    source: Any = SourceField()


class OrganisationSerializer(SourcedSerializer[Organisation]):
    sourced = ("name", "kind", "english_name", "aliases")
    examples = ORGANISATION
    place = SeatSerializer(source="seat", read_only=True, allow_null=True, help_text="所在地")

    class Meta:
        model = Organisation
        fields = (
            *("slug", "name", "kind", "place", "english_name", "aliases"),
            *("url", "api_url", "source_line", "origin", "sources"),
        )


class StaffReviewSerializer(serializers.Serializer[Any]):
    """A critique written from a post."""

    examples = POST
    slug = serializers.SlugField(help_text="网址名")
    case = ReviewedCaseSerializer(help_text=CASE)
    api_url = ApiUrl()


class StaffSerializer(PlainSerializer[Affiliation]):
    """A post as the organisation's page mentions it, with the critiques written from it."""

    examples = POST
    expert = ExpertName()
    critiques = StaffReviewSerializer(many=True, help_text="任此职时所写的点评")

    class Meta:
        model = Affiliation
        fields = (
            *("expert", "job_title", "as_printed", "critiques"),
            *("source_line", "origin", "source"),
        )


class NamingFactSerializer(serializers.Serializer[Any]):
    """A fact as the page of an organisation that it names mentions it."""

    examples = {
        "statement": "该县有三百二十家农业合作社。",
        "kind": "count",
        "period": "2016-05",
        "case": "digital-china-2019-17",
        "about": "project",
        "section": "一、建设背景",
        "caveat": "不同口径的数字不可相加",
        "origin": "book",
    }
    slug = serializers.SlugField(help_text="网址名")
    statement = serializers.CharField(help_text="陈述")
    kind = serializers.CharField(help_text="类别")
    period = serializers.CharField(allow_null=True, help_text="时间（EDTF）")
    case = serializers.CharField(
        source="case.slug", default=None, allow_null=True, help_text="所属案例的网址名"
    )
    about = serializers.CharField(
        allow_null=True, help_text="所述对象：project 为项目本身，place 为所在地背景"
    )
    section = serializers.CharField(
        source="section_title", allow_null=True, help_text="所在小节的标题，照书中所印"
    )
    after_book = serializers.BooleanField(
        allow_null=True, help_text="是否在成书之后；来源没有日期时为 null"
    )
    self_reported = serializers.BooleanField(allow_null=True, help_text="是否当事方自述")
    caveat = serializers.CharField(allow_null=True, help_text="使用时须留意之处")
    origin = serializers.CharField(help_text="来源：book、derived、editor、public")
    source: Any = SourceField()
    api_url = ApiUrl()

    def to_representation(self, instance: Any) -> dict[str, Any]:
        return null_for_empty(super().to_representation(instance))


class TieSerializer(serializers.Serializer[Any]):
    """A case that an organisation is tied to, by critiques of its people or facts that name it."""

    examples = {"facts": ["gaoqing-01"]}
    case = ReviewedCaseSerializer(help_text="案例")
    critics = ExpertName(many=True, help_text="点评专家")
    facts = serializers.SerializerMethodField(help_text="提到本机构的该案例的事实，网址名")

    def get_facts(self, tie: Tie) -> list[str]:
        return [fact.slug for fact in tie.facts]


class OrganisationDetailSerializer(OrganisationSerializer):
    """An organisation with its people, its contributions to books, and the facts that name it.

    ``ties`` are the cases that it is tied to, through whom, and through which facts.
    """

    ties = MethodRows(TieSerializer, "与案例的联系：由谁点评，哪些事实提到")
    people = StaffSerializer(source="affiliations", many=True, help_text="在此任职的人")
    contributions = RoleSerializer(many=True, help_text="编著贡献")
    facts = NamingFactSerializer(many=True, help_text="提到它的事实")

    def get_ties(self, body: Any) -> list[Tie]:
        return ties(body.affiliations.all(), body.facts.all())
