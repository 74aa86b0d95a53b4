"""Serializers of books, parts and contributions."""

from typing import Any, ClassVar

from rest_framework import serializers

from casebook.core.api.serializers import (
    SOURCES,
    PlainSerializer,
    SourcedSerializer,
    slug_of,
)
from cases.models import Book, Contribution, Part
from experts.api.serializers import ExpertName, OrganisationName, PostSerializer

from .citation_api import CitationField
from .serializers import (
    CRITIQUE,
    PART,
    SECTIONS,
    CaseSerializer,
    ContentsCase,
    ErratumSerializer,
    SectionSerializer,
)


class PartSerializer(SourcedSerializer[Part]):
    """A part of a book."""

    sourced = ("number", "title", "english_title", "start_page", "end_page")
    examples = PART
    book = slug_of("所属图书的网址名")

    class Meta:
        model = Part
        fields = (
            *("slug", "book", "number", "title", "english_title", "start_page", "end_page"),
            *("url", "api_url", "source_line", "origin", "sources"),
        )


class ContentsPart(PartSerializer):
    """A part as the contents list of its book has it: its top headings, if imported, and cases."""

    sections = SectionSerializer(source="top_sections", many=True, help_text=SECTIONS)
    cases = ContentsCase(many=True)


class PartDetailSerializer(PartSerializer):
    """A part with its cases and the headings of its text, if imported."""

    cases = CaseSerializer(many=True)
    sections = SectionSerializer(source="text_sections", many=True, help_text=SECTIONS)


class ContributionSerializer(PlainSerializer[Contribution]):
    """What a person or an organisation did for the book; the post as printed and what it means."""

    examples = CRITIQUE
    expert = ExpertName()
    organisation = OrganisationName()
    affiliation = serializers.CharField(
        source="affiliation_as_printed", help_text="职务，照书中所印"
    )
    posts = PostSerializer(source="affiliations", many=True)

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

    sourced = IMPRINT
    examples = SOURCES | {
        "title": "数字中国",
        "subtitle": "智慧城市高质量案例精选",
        "parallel_title": "Digital China",
        "english_title": "Digital China",
        "isbn": "978-7-0000-0000-0",
        "cip_number": "（2019）第000000号",
        "cip_title": "数字中国",
        "cip_subjects": "现代化城市-城市建设-研究-中国",
        "classification": "F299.2",
        "place_of_publication": "北京",
        "format": "787×1092 1/16",
        "edition": "第1版",
        "printing": "第1次",
        "foreword_date": "2019-09",
        "language": "zh",
        "website": "https://example.org/",
        "contributions": {"chief_editor": []},
    }

    class Meta:
        model = Book
        fields = (
            *("slug", *IMPRINT, "language"),
            *("url", "api_url", "source_line", "origin", "sources"),
        )
        extra_kwargs: ClassVar[dict[str, Any]] = {"isbn": {"help_text": "国际标准书号"}}


class BookDetailSerializer(BookSerializer):
    """A book with who made it, what is in it, and where it contradicts itself."""

    contributions = serializers.SerializerMethodField(help_text="编著贡献，按角色分列")
    parts = ContentsPart(many=True)
    errata = ErratumSerializer(many=True, help_text="书中自相矛盾之处")
    citation = CitationField()

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
