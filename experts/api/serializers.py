"""How people, bodies and posts are written as JSON.

Contributions and critiques belong to the apps above; they are read through reverse names.
"""

from typing import Any, ClassVar

from rest_framework import serializers

from casebook.serializers import PageUrl, PlainSerializer, SourcedSerializer, api_url
from experts.models import Affiliation, Expert, Organisation


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

    class Meta:
        model = Affiliation
        fields = ("organisation", "job_title", "as_printed", "source_line", "origin")


class RoleSerializer(serializers.Serializer[Any]):
    """Something done for a book, as the person's or body's own page mentions it."""

    book = serializers.SlugField(source="book.slug")
    role = serializers.CharField()
    role_label = serializers.CharField(source="get_role_display")
    order = serializers.IntegerField()
    name_as_printed = serializers.CharField()
    affiliation = serializers.SerializerMethodField()
    posts = PostSerializer(source="affiliations", many=True)

    def get_affiliation(self, row: Any) -> str | None:
        """The post as printed."""
        return row.affiliation_as_printed or None


class ReviewedCaseSerializer(serializers.Serializer[Any]):
    """A case as its critic's page mentions it."""

    slug = serializers.SlugField()
    number = serializers.IntegerField()
    title = serializers.CharField()
    api_url = api_url("case")


class ReviewSerializer(serializers.Serializer[Any]):
    """A critique as its author's page mentions it."""

    slug = serializers.SlugField()
    case = ReviewedCaseSerializer()
    name_as_printed = serializers.CharField()
    affiliation = serializers.SerializerMethodField()
    posts = PostSerializer(source="affiliations", many=True)
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
    source = serializers.SerializerMethodField()  # type: ignore[assignment]

    def get_source(self, seat: Any) -> dict[str, Any]:
        return dict(seat.own_source().as_json())


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


class StaffSerializer(PlainSerializer[Affiliation]):
    """A post as the body's page mentions it."""

    expert = ExpertName()

    class Meta:
        model = Affiliation
        fields = ("expert", "job_title", "as_printed", "source_line", "origin")


class NamingFactSerializer(serializers.Serializer[Any]):
    """A fact as the page of a body that it names mentions it."""

    slug = serializers.SlugField()
    statement = serializers.CharField()
    origin = serializers.CharField()
    case = serializers.CharField(source="case.slug", default=None, allow_null=True)
    api_url = api_url("fact")


class OrganisationDetailSerializer(OrganisationSerializer):
    """A body with its people, what it did for the books itself, and the facts that name it."""

    people = StaffSerializer(source="affiliations", many=True)
    contributions = RoleSerializer(many=True)
    facts = NamingFactSerializer(many=True)

    class Meta(OrganisationSerializer.Meta):
        fields = (*OrganisationSerializer.Meta.fields, "people", "contributions", "facts")
