"""The case studies, their critiques and themes, and the relations of cases to places and themes."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import CASCADE, PROTECT, Count, F, OuterRef, Prefetch, Q, Subquery
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from casebook.core.content import ContentQuerySet
from casebook.core.provenance import Attributed, Sourced
from casebook.core.web.languages import main_title, subtitle
from experts.models import Affiliation, Expert

from .bibliography import END_PAGE_RULE, Book, Part
from .place import Place

PAGES_A_STEP = 9
THICKEST = 5


class Theme(Attributed):
    """A theme (主题): a term of the controlled vocabulary, with its definition and scope.

    ``title_words`` are the words that, found in a case's title, assign the theme.
    """

    slug = models.SlugField(_("网址名"), max_length=60, unique=True)
    name = models.CharField(_("名称"), max_length=60, unique=True)
    english_name = models.CharField(_("英文名"), max_length=120)
    definition = models.CharField(_("定义"), max_length=300)
    scope = models.CharField(_("使用范围"), max_length=400, blank=True)
    order = models.PositiveSmallIntegerField(_("次序"), default=0)
    title_words = models.JSONField(_("标题用词"), default=list, blank=True)

    objects = ContentQuerySet["Theme"].as_manager()
    own_fields: ClassVar[tuple[str, ...]] = (
        *("name", "english_name", "definition", "scope", "title_words"),
    )
    in_english: ClassVar[dict[str, str]] = dict.fromkeys(("", "name"), "english_name")

    class Meta:
        verbose_name = _("主题")
        verbose_name_plural = _("主题")
        ordering = ("order", "slug")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("cases:theme-detail", args=[self.slug])


class CaseQuerySet(ContentQuerySet["Case"]):
    """The ways in which the site selects and loads cases."""

    def in_place(self, place: Place) -> Self:
        """Cases in the place or below it."""
        inside = CasePlace.objects.filter(place__in=Place.objects.at_or_below(place))
        return self.filter(pk__in=inside.values("case"))

    def with_labels(self, critiques: "CritiqueQuerySet | None" = None) -> Self:
        """Load what a card shows, in four queries; ``critiques`` may load more with these."""
        places = CasePlace.objects.select_related("place__province", "place__city")
        themes = CaseTheme.objects.select_related("theme")
        critiques = Critique.objects.all() if critiques is None else critiques
        return self.select_related("part", "book").prefetch_related(
            Prefetch("case_places", places),
            Prefetch("case_themes", themes),
            Prefetch("critiques", critiques.select_related("expert")),
        )

    def with_fact_count(self) -> Self:
        """Annotate how many facts each case has, as ``fact_count``."""
        itself = self.model.objects.filter(pk=OuterRef("pk")).order_by()
        counted = itself.annotate(linked=Count("facts")).values("linked")
        return self.annotate(fact_count=Subquery(counted))


class Case(Sourced):
    """A case study (案例): one city's practice, as one chapter of the book."""

    book = models.ForeignKey(Book, CASCADE, related_name="cases", verbose_name=_("图书"))
    part = models.ForeignKey(
        Part, CASCADE, null=True, blank=True, related_name="cases", verbose_name=_("篇")
    )
    number = models.PositiveSmallIntegerField(_("案例序号"))
    slug = models.SlugField(_("网址名"), max_length=120, unique=True)
    title = models.CharField(_("标题"), max_length=200)
    name = models.CharField(_("案例名"), max_length=200)
    subtitle = models.CharField(_("副标题"), max_length=200, blank=True)
    english_title = models.CharField(_("英文标题"), max_length=300, blank=True)
    start_page = models.PositiveSmallIntegerField(_("起始页"), null=True, blank=True)
    end_page = models.PositiveSmallIntegerField(_("终止页"), null=True, blank=True)
    places = models.ManyToManyField(
        Place, through="CasePlace", related_name="cases", verbose_name=_("地点")
    )
    themes = models.ManyToManyField(
        Theme, through="CaseTheme", related_name="cases", verbose_name=_("主题")
    )

    objects = CaseQuerySet.as_manager()
    touches: ClassVar[tuple[str, ...]] = ("part", "book")
    derived_fields: ClassVar[dict[str, Any]] = {
        "slug": _("书的网址名加两位案例序号"),
        "name": _("标题中冒号前的部分"),
        "subtitle": _("标题中冒号后的部分"),
        "end_page": END_PAGE_RULE,
    }
    own_fields: ClassVar[tuple[str, ...]] = ("english_title",)
    in_english: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("", "title"), "english_title"),
        "name": "english_name",
        "subtitle": "english_subtitle",
    }

    class Meta:
        verbose_name = _("案例")
        verbose_name_plural = _("案例")
        ordering = ("book", "number")
        constraints = (
            models.UniqueConstraint(fields=("book", "number"), name="one_case_a_number"),
            models.CheckConstraint(
                condition=Q(end_page__gte=F("start_page")), name="case_pages_in_order"
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("cases:case-detail", args=[self.slug])

    @cached_property
    def neighbours(self) -> list["Case"]:
        """The cases before and after this one in its book, as far as there are; one query."""
        others = Case.objects.filter(book=self.book_id)
        numbers = others.order_by("number").values("number")
        before = numbers.filter(number__lt=self.number).reverse()[:1]
        after = numbers.filter(number__gt=self.number)[:1]
        return list(others.filter(Q(number=Subquery(before)) | Q(number=Subquery(after))))

    @property
    def previous(self) -> "Case | None":
        """The case before this one in its book."""
        return next((case for case in self.neighbours if case.number < self.number), None)

    @property
    def next(self) -> "Case | None":
        """The case after this one in its book."""
        return next((case for case in self.neighbours if case.number > self.number), None)

    def errata(self) -> models.QuerySet[Any]:
        """The errata of the book on the source lines of this case or of its critiques."""
        lines = [row.source_line for row in (self, *self.critiques.all()) if row.source_line]
        return self.book.errata.filter(Q(source_line__in=lines) | Q(other_line__in=lines))

    @property
    def english_name(self) -> str:
        return main_title(self.english_title)

    @property
    def english_subtitle(self) -> str:
        return subtitle(self.english_title)

    @property
    def thickness(self) -> int:
        """Its size on drawn shelves, 1 to 5, by its number of pages; 1 where that is not known."""
        if self.start_page is None or self.end_page is None:
            return 1
        pages = self.end_page - self.start_page + 1
        return min(THICKEST, 1 + pages // PAGES_A_STEP)

    @property
    def primary_place(self) -> Place | None:
        """The primary place of the case, if it has one; ``with_labels`` loads it beforehand."""
        return next((link.place for link in self.case_places.all() if link.is_primary), None)


class CasePlace(Sourced):
    """A place of a case, with the evidence: words of the title, or an editor's reason."""

    case = models.ForeignKey(Case, CASCADE, related_name="case_places")
    place = models.ForeignKey(Place, PROTECT, related_name="case_places", verbose_name=_("地点"))
    is_primary = models.BooleanField(_("主要地点"), default=False)
    evidence = models.CharField(_("依据"), max_length=200, blank=True)

    rule: ClassVar[Any] = _("案例标题中的地名，取最深的一级")

    objects = ContentQuerySet["CasePlace"].as_manager()
    touches: ClassVar[tuple[str, ...]] = ("case", "place")

    class Meta:
        verbose_name = _("案例地点")
        verbose_name_plural = _("案例地点")
        ordering = ("case", "-is_primary", "place")
        constraints = (
            models.UniqueConstraint(fields=("case", "place"), name="a_place_once_a_case"),
            models.UniqueConstraint(
                fields=("case",), condition=Q(is_primary=True), name="one_primary_place_a_case"
            ),
        )

    def __str__(self) -> str:
        return f"{self.case} · {self.place}"


class CaseTheme(Sourced):
    """A theme of a case, with the evidence: words of a title, or an editor's reason."""

    case = models.ForeignKey(Case, CASCADE, related_name="case_themes")
    theme = models.ForeignKey(Theme, PROTECT, related_name="case_themes", verbose_name=_("主题"))
    evidence = models.CharField(_("依据"), max_length=200)

    rule: ClassVar[Any] = _("标题中的用词对应主题词表；标题没有时取篇名")

    objects = ContentQuerySet["CaseTheme"].as_manager()
    touches: ClassVar[tuple[str, ...]] = ("case", "theme")

    class Meta:
        verbose_name = _("案例主题")
        verbose_name_plural = _("案例主题")
        ordering = ("case", "theme")
        constraints = (
            models.UniqueConstraint(fields=("case", "theme"), name="a_theme_once_a_case"),
        )

    def __str__(self) -> str:
        return f"{self.case} · {self.theme}"


class CritiqueQuerySet(ContentQuerySet["Critique"]):
    """The ways in which the site selects and loads critiques."""

    def with_labels(self) -> Self:
        """Load the case and the expert with the affiliations, in a fixed number of queries."""
        return self.select_related("expert", "case__book", "case__part").prefetch_related(
            "affiliations__organisation"
        )


class Critique(Sourced):
    """A critique (专家点评): one expert on one case, with the affiliation printed there.

    Its text, where it has been imported, are the passages of its sections.
    """

    case = models.ForeignKey(Case, CASCADE, related_name="critiques", verbose_name=_("案例"))
    expert = models.ForeignKey(Expert, PROTECT, related_name="critiques", verbose_name=_("专家"))
    slug = models.SlugField(_("网址名"), max_length=200, unique=True)
    order = models.PositiveSmallIntegerField(_("次序"), default=1)
    name_as_printed = models.CharField(_("署名"), max_length=100)
    affiliation_as_printed = models.CharField(_("所印职务"), max_length=300, blank=True)
    affiliations = models.ManyToManyField(
        Affiliation, blank=True, related_name="critiques", verbose_name=_("任职")
    )

    objects = CritiqueQuerySet.as_manager()
    touches: ClassVar[tuple[str, ...]] = ("case", "expert")
    derived_fields: ClassVar[dict[str, Any]] = {"slug": _("案例网址名加专家网址名")}

    class Meta:
        verbose_name = _("专家点评")
        verbose_name_plural = _("专家点评")
        ordering = ("case", "order")
        constraints = (
            models.UniqueConstraint(fields=("case", "expert"), name="one_critique_an_expert"),
            models.UniqueConstraint(fields=("case", "order"), name="one_critique_a_position"),
        )

    def __str__(self) -> str:
        return f"{self.name_as_printed}：{self.case}"

    def get_absolute_url(self) -> str:
        return f"{self.case.get_absolute_url()}#critique-{self.expert.slug}"
