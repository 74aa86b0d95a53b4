"""The running text: sections (headings) and passages, loaded at run time by ``import_book``."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import CASCADE, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casebook.core.content import ContentQuerySet
from casebook.core.provenance import Sourced
from cases.parsing.book_records import PassageKind

from .bibliography import Book, Part
from .case import Case, Critique

PREFACE = "preface"
"""The slug of the reading page with the text before the first part."""

AT_MOST_ONE_OWNER = (
    Q(part__isnull=True, case__isnull=True)
    | Q(part__isnull=True, critique__isnull=True)
    | Q(case__isnull=True, critique__isnull=True)
)


class SectionQuerySet(ContentQuerySet["Section"]):
    """The ways in which the site selects and loads sections."""

    def of_case(self, case: Case) -> Self:
        """The sections of a case and of its critiques."""
        # The book, for an index to narrow the rows by: the other condition spans two tables.
        return self.filter(Q(case=case) | Q(critique__case=case), book=case.book_id)

    def with_owner(self) -> Self:
        """Load what the address of a section needs: the book, the part, the case."""
        return self.select_related("book", "part", "case", "critique__case", "critique__expert")


class Section(Sourced):
    """A heading and its text, in the preface, a part, a case or a critique.

    ``level`` is 1 to 4; 0 is text before the first heading, without a title.
    ``anchor`` is stable over re-imports and unique in the book.
    """

    book = models.ForeignKey(Book, CASCADE, related_name="sections", verbose_name=_("图书"))
    part = models.ForeignKey(Part, CASCADE, null=True, blank=True, related_name="text_sections")
    case = models.ForeignKey(Case, CASCADE, null=True, blank=True, related_name="text_sections")
    critique = models.ForeignKey(
        Critique, CASCADE, null=True, blank=True, related_name="text_sections"
    )
    parent = models.ForeignKey("self", CASCADE, null=True, blank=True, related_name="children")
    anchor = models.CharField(_("锚点"), max_length=40)
    order = models.PositiveIntegerField(_("次序"))
    level = models.PositiveSmallIntegerField(_("级别"))
    marker = models.CharField(_("所印序号"), max_length=20, blank=True)
    title = models.CharField(_("标题"), max_length=300, blank=True)
    start_page = models.PositiveSmallIntegerField(_("起始页"), null=True, blank=True)

    heading_rank = 2
    """The HTML heading level (2 for ``h2``) on a reading page; set by ``ranked()``."""

    objects = SectionQuerySet.as_manager()
    touches: ClassVar[tuple[str, ...]] = ("case", "critique")

    class Meta:
        verbose_name = _("小节")
        verbose_name_plural = _("小节")
        ordering = ("book", "order")
        constraints = (
            models.UniqueConstraint(fields=("book", "anchor"), name="one_section_an_anchor"),
            models.CheckConstraint(condition=AT_MOST_ONE_OWNER, name="section_has_one_owner"),
            models.CheckConstraint(condition=Q(level__lte=4), name="section_level_to_four"),
        )

    def __str__(self) -> str:
        return f"{self.marker}{self.title}" or str(_("正文"))

    @property
    def owning_case(self) -> Case | None:
        """The case whose text it is part of, or that of its critique."""
        return self.critique.case if self.critique else self.case

    @property
    def reading_page_slug(self) -> str:
        """The slug of its reading page: ``preface``, ``part-1`` or ``case-17``."""
        case = self.owning_case
        part_number = self.part.number if self.part else None
        return reading_page_slug(part_number, case.number if case else None)

    def get_absolute_url(self) -> str:
        page = reverse("cases:reading-page", args=[self.book.slug, self.reading_page_slug])
        return f"{page}#{self.anchor}"


def reading_page_slug(part: int | None, case: int | None) -> str:
    """The slug of a reading page, from the numbers of its part or its case."""
    if case is not None:
        return f"case-{case:02}"
    return PREFACE if part is None else f"part-{part}"


class PassageQuerySet(ContentQuerySet["Passage"]):
    """The ways in which the site selects and loads passages."""

    def standing(self) -> Self:
        """Passages of the current text, without those that an import has removed."""
        return self.filter(removed_at__isnull=True)


class Passage(Sourced):
    """A paragraph, item, caption or table of the running text (段落).

    Its ``anchor`` is its address in the book and is stable over re-imports; the row of a passage
    that a later import removes stays, without text, so that its page answers 410 (Gone).
    """

    KINDS = (
        (PassageKind.PARAGRAPH.value, _("段落")),
        (PassageKind.ITEM.value, _("列项")),
        (PassageKind.TABLE.value, _("表格")),
        (PassageKind.TABLE_CAPTION.value, _("表题")),
        (PassageKind.FIGURE_CAPTION.value, _("图题")),
    )

    book = models.ForeignKey(Book, CASCADE, related_name="passages", verbose_name=_("图书"))
    section = models.ForeignKey(
        Section, CASCADE, null=True, related_name="passages", verbose_name=_("小节")
    )
    anchor = models.CharField(_("锚点"), max_length=40)
    order = models.PositiveIntegerField(_("次序"))
    kind = models.CharField(_("种类"), max_length=20, choices=KINDS)
    marker = models.CharField(_("所印序号"), max_length=20, blank=True)
    text = models.TextField(_("文字"), blank=True)
    removed_at = models.DateTimeField(_("移除时间"), null=True, blank=True)

    objects = PassageQuerySet.as_manager()
    touches: ClassVar[tuple[str, ...]] = ("section",)

    class Meta:
        verbose_name = _("段落")
        verbose_name_plural = _("段落")
        ordering = ("book", "order")
        constraints = (
            models.UniqueConstraint(fields=("book", "anchor"), name="one_passage_an_anchor"),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=False) | Q(section__isnull=False),
                name="a_standing_passage_has_a_section",
            ),
        )

    def __str__(self) -> str:
        return f"{self.anchor}: {self.text[:30]}"

    def get_absolute_url(self) -> str:
        return reverse("cases:passage-detail", args=[self.book.slug, self.anchor])
