"""How books and their parts are written as JSON."""

from typing import Any, ClassVar

from rest_framework import serializers

from casebook.serializers import (
    PageUrl,
    PlainSerializer,
    SourcedSerializer,
    api_url,
    source_field,
)
from cases.models import Book, Contribution, Part
from experts.api.serializers import ExpertName, OrganisationName, PostSerializer

from .citations import CitationField
from .serializers import CaseSerializer, ContentsCase, ErratumSerializer, SectionSerializer


class PartSerializer(SourcedSerializer[Part]):
    """A part of a book."""

    sourced: ClassVar[tuple[str, ...]] = (
        *("number", "title", "english_title", "start_page", "end_page"),
    )
    book = serializers.SlugRelatedField[Any](slug_field="slug", read_only=True)
    url = PageUrl()
    api_url = api_url("part")

    class Meta:
        model = Part
        fields: tuple[str, ...] = (
            *("slug", "book", "number", "title", "english_title", "start_page", "end_page"),
            *("url", "api_url", "source_line", "origin", "sources"),
        )


class ContentsPart(PartSerializer):
    """A part as the contents list of its book has it: its top headings, if imported, and cases."""

    sections = SectionSerializer(source="top_sections", many=True)
    cases = ContentsCase(many=True)

    class Meta(PartSerializer.Meta):
        fields = (*PartSerializer.Meta.fields, "sections", "cases")


class PartDetailSerializer(PartSerializer):
    """A part with its cases and the headings of its text, if imported."""

    cases = CaseSerializer(many=True)
    sections = SectionSerializer(source="text_sections", many=True)

    class Meta(PartSerializer.Meta):
        fields = (*PartSerializer.Meta.fields, "cases", "sections")


class ContributionSerializer(PlainSerializer[Contribution]):
    """What a person or a body did for the book; the post as printed and what it means."""

    expert = ExpertName()
    organisation = OrganisationName()
    affiliation = serializers.CharField(source="affiliation_as_printed")
    posts = PostSerializer(source="affiliations", many=True)
    source = source_field()

    class Meta:
        model = Contribution
        fields = (
            *("order", "expert", "organisation", "name_as_printed", "affiliation", "posts"),
            *("source_line", "origin", "source"),
        )


IMPRINT = (
    *("title", "subtitle", "parallel_title", "english_title", "isbn", "cip_number", "cip_title"),
    *("cip_subjects", "classification", "place_of_publication", "format", "sheets", "word_count"),
    *("edition", "edition_date", "printing", "printing_date", "price", "website", "notices"),
    "foreword_date",
)


class BookSerializer(SourcedSerializer[Book]):
    """A book with its imprint as printed."""

    sourced: ClassVar[tuple[str, ...]] = IMPRINT
    url = PageUrl()
    api_url = api_url("book")

    class Meta:
        model = Book
        fields: tuple[str, ...] = (
            *("slug", *IMPRINT, "language"),
            *("url", "api_url", "source_line", "origin", "sources"),
        )


class BookDetailSerializer(BookSerializer):
    """A book with who made it, what is in it, and where it contradicts itself."""

    contributions = serializers.SerializerMethodField()
    parts = ContentsPart(many=True)
    errata = ErratumSerializer(many=True)
    citation = CitationField()

    class Meta(BookSerializer.Meta):
        fields = (*BookSerializer.Meta.fields, "contributions", "parts", "errata", "citation")

    def get_contributions(self, book: Book) -> dict[str, list[dict[str, Any]]]:
        """By role, in the order of the roles."""
        by_role: dict[str, list[Contribution]] = {role: [] for role in Contribution.Role.values}
        for contribution in book.contributions.all():
            by_role[contribution.role].append(contribution)
        return {
            role: ContributionSerializer(rows, many=True, context=self.context).data  # type: ignore[misc]
            for role, rows in by_role.items()
            if rows
        }
