"""The book as an edited work: its imprint, parts, contributions and errata."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import CASCADE, PROTECT, F, Prefetch, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from casebook.core.content import ContentQuerySet
from casebook.core.provenance import Origin, Source, Sourced
from casebook.core.web.languages import chinese_number, main_title, subtitle
from cases.parsing.book_records import Role as ParsedRole
from experts.models import Affiliation, Expert, Organisation

END_PAGE_RULE = _("下一标题起始页减一")


class Book(Sourced):
    """An edited book of case studies (案例集), with its imprint as printed."""

    slug = models.SlugField(_("网址名"), max_length=100, unique=True)
    title = models.CharField(_("书名"), max_length=200)
    subtitle = models.CharField(_("副书名"), max_length=200, blank=True)
    parallel_title = models.CharField(_("并列书名"), max_length=200, blank=True)
    english_title = models.CharField(_("英文书名"), max_length=300, blank=True)
    language = models.CharField(_("语种"), max_length=20, default="zh-Hans")
    isbn = models.CharField("ISBN", max_length=20, blank=True)
    cip_number = models.CharField(_("CIP 核字号"), max_length=60, blank=True)
    cip_title = models.CharField(_("CIP 题名"), max_length=300, blank=True)
    cip_subjects = models.CharField(_("CIP 主题"), max_length=300, blank=True)
    classification = models.CharField(_("中图分类号"), max_length=40, blank=True)
    place_of_publication = models.CharField(_("出版地"), max_length=60, blank=True)
    format = models.CharField(_("开本"), max_length=60, blank=True)
    sheets = models.DecimalField(_("印张"), max_digits=7, decimal_places=3, null=True, blank=True)
    word_count = models.PositiveIntegerField(_("字数"), null=True, blank=True)
    edition = models.CharField(_("版次"), max_length=60, blank=True)
    edition_date = models.DateField(_("出版年月"), null=True, blank=True)
    printing = models.CharField(_("印次"), max_length=60, blank=True)
    printing_date = models.DateField(_("印刷年月"), null=True, blank=True)
    price = models.DecimalField(
        _("定价（元）"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    website = models.CharField(_("网址"), max_length=200, blank=True)
    notices = models.JSONField(_("版权页其他文字"), default=list, blank=True)
    foreword_date = models.CharField(_("前言落款日期"), max_length=40, blank=True)
    field_lines = models.JSONField(_("各字段的原文行号"), default=dict, blank=True)

    objects = ContentQuerySet["Book"].as_manager()
    own_fields: ClassVar[tuple[str, ...]] = ("english_title",)
    in_english: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("", "full_title"), "english_title"),
        "title": "english_main_title",
        "subtitle": "english_subtitle",
    }

    class Meta:
        verbose_name = _("图书")
        verbose_name_plural = _("图书")
        ordering = ("slug",)
        constraints = (
            models.UniqueConstraint(
                fields=("isbn",), condition=~Q(isbn=""), name="one_book_an_isbn"
            ),
        )

    def __str__(self) -> str:
        return self.full_title

    @property
    def full_title(self) -> str:
        """Title and subtitle joined as the CIP block joins them: 数字中国——智慧城市…"""
        return f"{self.title}——{self.subtitle}" if self.subtitle else self.title

    @property
    def english_main_title(self) -> str:
        return main_title(self.english_title)

    @property
    def english_subtitle(self) -> str:
        return subtitle(self.english_title)

    @cached_property
    def cited_contributions(self) -> list["Contribution"]:
        """The chief editors and publishers, which citations name, in the order printed."""
        roles = (Contribution.Role.CHIEF_EDITOR, Contribution.Role.PUBLISHER)
        rows = Contribution.objects.filter(book=self, role__in=roles).order_by("order")
        return list(rows.select_related("expert", "organisation"))

    def get_absolute_url(self) -> str:
        return reverse("cases:book-detail", args=[self.slug])

    def source_of(self, field: str) -> Source:
        """The source of a field; fields of the imprint have a line number each."""
        source = super().source_of(field)
        if source.origin == Origin.BOOK and field in self.field_lines:
            return Source(Origin.BOOK, self.field_lines[field])
        return source


class PartQuerySet(ContentQuerySet["Part"]):
    """The ways in which the site selects and loads parts."""

    def with_contents(self) -> Self:
        """Load the top headings (``top_sections``) and the cases, as a contents list shows them."""
        sections: Any = self.model._meta.get_field("text_sections").related_model
        cases: Any = self.model._meta.get_field("cases").related_model
        top = sections.objects.filter(level=1).select_related("book", "part")
        return self.select_related("book").prefetch_related(
            Prefetch("text_sections", top, to_attr="top_sections"),
            Prefetch("cases", cases.objects.with_labels()),
        )


class Part(Sourced):
    """A part (篇) of a book, in the order printed."""

    book = models.ForeignKey(Book, CASCADE, related_name="parts", verbose_name=_("图书"))
    number = models.PositiveSmallIntegerField(_("篇序"))
    slug = models.SlugField(_("网址名"), max_length=120, unique=True)
    title = models.CharField(_("篇名"), max_length=200)
    english_title = models.CharField(_("英文篇名"), max_length=300, blank=True)
    start_page = models.PositiveSmallIntegerField(_("起始页"), null=True, blank=True)
    end_page = models.PositiveSmallIntegerField(_("终止页"), null=True, blank=True)

    objects = PartQuerySet.as_manager()
    touches: ClassVar[tuple[str, ...]] = ("book",)
    derived_fields: ClassVar[dict[str, Any]] = {"end_page": END_PAGE_RULE}
    own_fields: ClassVar[tuple[str, ...]] = ("english_title",)
    in_english: ClassVar[dict[str, str]] = {"": "english_heading", "title": "english_title"}

    class Meta:
        verbose_name = _("篇")
        verbose_name_plural = _("篇")
        ordering = ("book", "number")
        constraints = (
            models.UniqueConstraint(fields=("book", "number"), name="one_part_a_number"),
            models.CheckConstraint(
                condition=Q(end_page__gte=F("start_page")), name="part_pages_in_order"
            ),
        )

    def __str__(self) -> str:
        return f"第{chinese_number(self.number)}篇 {self.title}"

    @property
    def english_heading(self) -> str:
        return f"Part {self.number} {self.english_title or self.title}"

    def get_absolute_url(self) -> str:
        return reverse("cases:part-detail", args=[self.book.slug, self.number])


class ContributionQuerySet(ContentQuerySet["Contribution"]):
    """The ways in which the site selects and loads contributions."""

    def with_people(self) -> Self:
        """Load people, organisations and affiliations, in a fixed number of queries."""
        return self.select_related("expert", "organisation").prefetch_related(
            "affiliations__organisation"
        )


class Contribution(Sourced):
    """What a person or an organisation contributed to a book, in the order printed for the role."""

    class Role(models.TextChoices):
        CHIEF_EDITOR = ParsedRole.CHIEF_EDITOR, _("主编")
        ASSOCIATE_EDITOR = ParsedRole.ASSOCIATE_EDITOR, _("副主编")
        EDITORIAL_BOARD = ParsedRole.EDITORIAL_BOARD, _("编委")
        EXECUTIVE_EDITORIAL_BOARD = ParsedRole.EXECUTIVE_EDITORIAL_BOARD, _("执行编委")
        FOREWORD = ParsedRole.FOREWORD, _("作序")
        RECOMMENDER = ParsedRole.RECOMMENDER, _("联袂推荐")
        PUBLISHER = ParsedRole.PUBLISHER, _("出版")
        PRINTER = ParsedRole.PRINTER, _("印刷")

    book = models.ForeignKey(Book, CASCADE, related_name="contributions", verbose_name=_("图书"))
    role = models.CharField(_("角色"), max_length=30, choices=Role)
    order = models.PositiveSmallIntegerField(_("次序"))
    expert = models.ForeignKey(
        Expert, PROTECT, null=True, blank=True, related_name="contributions", verbose_name=_("专家")
    )
    organisation = models.ForeignKey(
        Organisation,
        PROTECT,
        null=True,
        blank=True,
        related_name="contributions",
        verbose_name=_("机构"),
    )
    name_as_printed = models.CharField(_("署名"), max_length=200)
    affiliation_as_printed = models.CharField(_("所印职务"), max_length=300, blank=True)
    affiliations = models.ManyToManyField(Affiliation, blank=True, verbose_name=_("任职"))

    objects = ContributionQuerySet.as_manager()
    touches: ClassVar[tuple[str, ...]] = ("book", "expert", "organisation")

    class Meta:
        verbose_name = _("编著贡献")
        verbose_name_plural = _("编著贡献")
        ordering = ("book", "role", "order")
        constraints = (
            models.UniqueConstraint(
                fields=("book", "role", "order"), name="one_contribution_a_place"
            ),
            models.CheckConstraint(
                condition=Q(expert__isnull=True) ^ Q(organisation__isnull=True),
                name="contribution_by_one_expert_or_body",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.name_as_printed}"


class Erratum(Sourced):
    """A discrepancy (勘误): two readings of the book that contradict each other, both stored."""

    book = models.ForeignKey(Book, CASCADE, related_name="errata", verbose_name=_("图书"))
    order = models.PositiveSmallIntegerField(_("次序"), default=0)
    subject = models.CharField(_("事项"), max_length=200)
    reading = models.CharField(_("一处写作"), max_length=300)
    other_reading = models.CharField(_("另一处写作"), max_length=300, blank=True)
    other_line = models.PositiveIntegerField(_("另一处行号"), null=True, blank=True)
    note = models.CharField(_("说明"), max_length=500, blank=True)

    objects = ContentQuerySet["Erratum"].as_manager()
    touches: ClassVar[tuple[str, ...]] = ("book",)

    class Meta:
        verbose_name = _("勘误")
        verbose_name_plural = _("勘误")
        ordering = ("book", "order", "source_line")
        constraints = (
            models.UniqueConstraint(fields=("book", "subject"), name="one_erratum_a_subject"),
        )

    def __str__(self) -> str:
        return self.subject
