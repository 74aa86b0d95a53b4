"""How people, bodies and posts are written as JSON.

Contributions and critiques belong to the apps above; they are read through reverse names.
"""

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from casebook.serializers import (
    PageUrl,
    PlainSerializer,
    SourcedSerializer,
    api_url,
    null_for_empty,
    source_field,
)
from experts.models import Affiliation, Expert, Organisation
from experts.ties import Tie, ties


class ExpertName(PlainSerializer[Expert]):
    """A person as others mention them."""

    class Meta:
        model = Expert
        fields = ("slug", "name")


class OrganisationName(PlainSerializer[Organisation]):
    """A body as others mention it."""

    class Meta:
        model = Organisation
        fields = ("slug", "name")


class PostSerializer(PlainSerializer[Affiliation]):
    """A post: one job title at one body, if the book names the body."""

    organisation = OrganisationName()
    source = source_field()

    class Meta:
        model = Affiliation
        fields = ("organisation", "job_title", "as_printed", "source_line", "origin", "source")


class RoleSerializer(serializers.Serializer[Any]):
    """Something done for a book, as the person's or body's own page mentions it."""

    book = serializers.SlugField(source="book.slug")
    role = serializers.CharField()
    role_label = serializers.CharField(source="get_role_display")
    order = serializers.IntegerField()
    name_as_printed = serializers.CharField()
    affiliation = serializers.SerializerMethodField()
    posts = PostSerializer(source="affiliations", many=True)
    source = source_field()

    def get_affiliation(self, row: Any) -> str | None:
        """The post as printed."""
        return row.affiliation_as_printed or None


class ReviewedCaseSerializer(serializers.Serializer[Any]):
    """A case as the pages of people and bodies mention it."""

    slug = serializers.SlugField()
    number = serializers.IntegerField()
    title = serializers.CharField()
    start_page = serializers.IntegerField(allow_null=True)
    end_page = serializers.IntegerField(allow_null=True)
    api_url = api_url("case")


class ReviewSerializer(serializers.Serializer[Any]):
    """A critique as its author's page mentions it."""

    slug = serializers.SlugField()
    case = ReviewedCaseSerializer()
    name_as_printed = serializers.CharField()
    affiliation = serializers.SerializerMethodField()
    posts = PostSerializer(source="affiliations", many=True)
    source = source_field()
    api_url = api_url("critique")

    def get_affiliation(self, row: Any) -> str | None:
        """The post as printed."""
        return row.affiliation_as_printed or None


class ExpertSerializer(SourcedSerializer[Expert]):
    sourced: ClassVar[tuple[str, ...]] = ("name", "pinyin", "aliases")
    posts = PostSerializer(source="affiliations", many=True)
    url = PageUrl()
    api_url = api_url("expert")

    class Meta:
        model = Expert
        fields: tuple[str, ...] = (
            *("slug", "name", "pinyin", "aliases", "posts"),
            *("url", "api_url", "source_line", "origin", "sources"),
        )


class ExpertDetailSerializer(ExpertSerializer):
    """A person with all that they did for the books."""

    contributions = RoleSerializer(many=True)
    critiques = ReviewSerializer(many=True)

    class Meta(ExpertSerializer.Meta):
        fields = (*ExpertSerializer.Meta.fields, "contributions", "critiques")


class SeatSerializer(serializers.Serializer[Any]):
    """The place of a body, and the words that say so."""

    slug = serializers.SlugField(source="place.slug")
    name = serializers.CharField(source="place.name")
    evidence = serializers.CharField()
    source = source_field()


class OrganisationSerializer(SourcedSerializer[Organisation]):
    sourced: ClassVar[tuple[str, ...]] = ("name", "kind", "english_name", "aliases")
    place = SeatSerializer(source="seat", read_only=True, allow_null=True)
    url = PageUrl()
    api_url = api_url("organisation")

    class Meta:
        model = Organisation
        fields: tuple[str, ...] = (
            *("slug", "name", "kind", "place", "english_name", "aliases"),
            *("url", "api_url", "source_line", "origin", "sources"),
        )


class StaffReviewSerializer(serializers.Serializer[Any]):
    """A critique written from a post."""

    slug = serializers.SlugField()
    case = ReviewedCaseSerializer()
    api_url = api_url("critique")


class StaffSerializer(PlainSerializer[Affiliation]):
    """A post as the body's page mentions it, with the critiques written from it."""

    expert = ExpertName()
    critiques = StaffReviewSerializer(many=True)
    source = source_field()

    class Meta:
        model = Affiliation
        fields = (
            *("expert", "job_title", "as_printed", "critiques"),
            *("source_line", "origin", "source"),
        )


class NamingFactSerializer(serializers.Serializer[Any]):
    """A fact as the page of a body that it names mentions it."""

    slug = serializers.SlugField()
    statement = serializers.CharField()
    kind = serializers.CharField()
    period = serializers.CharField(allow_null=True)
    case = serializers.CharField(source="case.slug", default=None, allow_null=True)
    about = serializers.CharField(allow_null=True)
    section = serializers.CharField(source="section_title", allow_null=True)
    after_book = serializers.BooleanField(allow_null=True)
    self_reported = serializers.BooleanField(allow_null=True)
    caveat = serializers.CharField(allow_null=True)
    origin = serializers.CharField()
    source = source_field()
    api_url = api_url("fact")

    def to_representation(self, instance: Any) -> dict[str, Any]:
        return null_for_empty(super().to_representation(instance))


class TieSerializer(serializers.Serializer[Any]):
    """A case that a body is tied to: by the critiques of its people, by facts that name it."""

    case = ReviewedCaseSerializer()
    critics = ExpertName(many=True)
    facts = serializers.SerializerMethodField()

    def get_facts(self, tie: Tie) -> list[str]:
        return [fact.slug for fact in tie.facts]


class OrganisationDetailSerializer(OrganisationSerializer):
    """A body with its people, what it did for the books itself, and the facts that name it.

    ``ties`` are the cases that it is tied to, through whom, and through which facts.
    """

    ties = serializers.SerializerMethodField()
    people = StaffSerializer(source="affiliations", many=True)
    contributions = RoleSerializer(many=True)
    facts = NamingFactSerializer(many=True)

    class Meta(OrganisationSerializer.Meta):
        fields = (
            *OrganisationSerializer.Meta.fields,
            *("ties", "people", "contributions", "facts"),
        )

    @extend_schema_field(TieSerializer(many=True))
    def get_ties(self, body: Any) -> Any:
        found = ties(body.affiliations.all(), body.facts.all())
        return TieSerializer(found, many=True, context=self.context).data
