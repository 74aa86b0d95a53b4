"""Facts about cases, parts and places, and the references (public sources) of facts."""

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import CASCADE, PROTECT, SET_NULL, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casebook.core.content import ContentModel, ContentQuerySet
from casebook.core.provenance import Confidence, Origin, Source, Sourced
from experts.models import Organisation

from .bibliography import Book, Erratum, Part
from .case import Case
from .place import Place
from .text import Passage, Section

DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
PERIOD = rf"^({DATE}|\d{{3}}X|{DATE}/({DATE}|\.\.)|\.\./{DATE})$"


class Reference(ContentModel):
    """A public source (参考资料): a web page, and the date on which it was read."""

    class Quality(models.TextChoices):
        OFFICIAL = "official", _("官方发布")
        ORIGINAL_MEDIA = "original_media", _("媒体原发")
        REPOST = "repost", _("转载")

    title = models.CharField(_("标题"), max_length=300)
    url = models.URLField(_("网址"), max_length=500, unique=True)
    publisher = models.CharField(_("发布者"), max_length=200, blank=True)
    published = models.CharField(_("发布日期"), max_length=20, blank=True)
    read_on = models.DateField(_("查阅日期"), null=True, blank=True)
    quality = models.CharField(_("性质"), max_length=20, choices=Quality, blank=True)
    note = models.CharField(_("说明"), max_length=300, blank=True)

    objects = ContentQuerySet["Reference"].as_manager()

    class Meta:
        verbose_name = _("参考资料")
        verbose_name_plural = _("参考资料")
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title


class FactQuerySet(ContentQuerySet["Fact"]):
    """The ways in which the site selects and loads facts."""

    def with_labels(self) -> Self:
        """Load what a fact shows, in a fixed number of queries."""
        return self.select_related(
            "book",
            "part__book",
            "case__book",
            "section__book",
            "section__part",
            "reference",
            "erratum__book",
        ).prefetch_related("places", "organisations")

    def with_passage(self) -> Self:
        """Annotate ``passage_anchor``, of the imported paragraph that contains the fact's line."""
        passages = Passage.objects.standing().filter(
            book=OuterRef("book"), source_line__lte=OuterRef("source_line")
        )
        anchor = passages.order_by("-source_line", "-order").values("anchor")[:1]
        return self.annotate(passage_anchor=Subquery(anchor))

    def of_book_about(self, case: Case) -> Self:
        """Facts of the book with no case, on the case's places, places below, and cities above."""
        places = [link.place for link in case.case_places.all()]
        around = Q(pk__in=[place.city_id for place in places])
        for place in places:
            around |= Q(path__startswith=place.path)
        named = Place.objects.filter(around)
        facts = self.filter(origin=Origin.BOOK, book=case.book_id, case=None, places__in=named)
        return facts.distinct()


class Fact(Sourced):
    """A statement (事实) in our own words, with its figure and its source.

    ``period`` is EDTF (``2015-12``, ``1990/2009``, ``2014/..``, ``199X``); ``year`` is the
    year in which it begins, for open beginnings the one in which it ends.
    ``part`` is the part whose own text contains a statement of the book.
    ``section_title`` is the heading as printed, also where the text is not imported.
    ``after_book`` is None where the source gives no date.
    """

    class Kind(models.TextChoices):
        COUNT = "count", _("数量")
        SHARE = "share", _("比例")
        AMOUNT = "amount", _("金额")
        GROWTH_RATE = "growth_rate", _("增速")
        MEASURE = "measure", _("指标")
        EVENT = "event", _("事件")
        REGULATION = "regulation", _("地方性法规")
        POLICY = "policy", _("政策")
        PROGRAMME = "programme", _("学科与人才培养")
        ROLE = "role", _("主体与分工")
        PRACTICE = "practice", _("做法")
        TECHNOLOGY = "technology", _("技术与系统")
        OUTCOME = "outcome", _("成效")
        AWARD = "award", _("荣誉")
        PROBLEM = "problem", _("问题")
        PROPOSAL = "proposal", _("主张")
        FRAMEWORK = "framework", _("框架")
        DEFINITION = "definition", _("界定")
        BACKGROUND = "background", _("背景")

    class Qualifier(models.TextChoices):
        ABOUT = "about", _("约")
        OVER = "over", _("超过")
        NEARLY = "nearly", _("近")
        AT_LEAST = "at_least", _("不少于")
        AT_MOST = "at_most", _("不超过")

    class About(models.TextChoices):
        PROJECT = "project", _("项目本身")
        PLACE = "place", _("所在地背景")

    slug = models.SlugField(_("网址名"), max_length=120, unique=True)
    book = models.ForeignKey(
        Book, CASCADE, null=True, blank=True, related_name="facts", verbose_name=_("图书")
    )
    case = models.ForeignKey(
        Case, CASCADE, null=True, blank=True, related_name="facts", verbose_name=_("案例")
    )
    part = models.ForeignKey(
        Part, CASCADE, null=True, blank=True, related_name="facts", verbose_name=_("篇")
    )
    section = models.ForeignKey(
        Section, SET_NULL, null=True, blank=True, related_name="facts", verbose_name=_("小节")
    )
    section_title = models.CharField(_("所在小节标题"), max_length=300, blank=True)
    statement = models.CharField(_("陈述"), max_length=500)
    kind = models.CharField(_("类别"), max_length=40, choices=Kind)
    value = models.DecimalField(_("数值"), max_digits=20, decimal_places=4, null=True, blank=True)
    value_to = models.DecimalField(
        _("数值上限"), max_digits=20, decimal_places=4, null=True, blank=True
    )
    qualifier = models.CharField(_("限定"), max_length=10, choices=Qualifier, blank=True)
    unit = models.CharField(_("单位"), max_length=40, blank=True)
    year = models.PositiveSmallIntegerField(_("年份"), null=True, blank=True)
    period = models.CharField(
        _("时间"), max_length=21, blank=True, validators=[RegexValidator(PERIOD)]
    )
    about = models.CharField(_("所述对象"), max_length=10, choices=About, blank=True)
    after_book = models.BooleanField(_("成书之后"), null=True, blank=True)
    confidence = models.CharField(_("可信度"), max_length=10, choices=Confidence, blank=True)
    self_reported = models.BooleanField(_("自述"), default=False)
    caveat = models.CharField(_("提示"), max_length=300, blank=True)
    reference = models.ForeignKey(
        Reference, PROTECT, null=True, blank=True, related_name="facts", verbose_name=_("参考资料")
    )
    support = models.CharField(_("网页中的依据"), max_length=100, blank=True)
    erratum = models.ForeignKey(
        Erratum, SET_NULL, null=True, blank=True, related_name="facts", verbose_name=_("勘误")
    )
    places = models.ManyToManyField(Place, blank=True, related_name="facts", verbose_name=_("地点"))
    organisations = models.ManyToManyField(
        Organisation, blank=True, related_name="facts", verbose_name=_("机构")
    )

    objects = FactQuerySet.as_manager()
    touches: ClassVar[tuple[str, ...]] = ("case",)
    derived_fields: ClassVar[dict[str, Any]] = {"after_book": _("所述时间与出版年份相比")}
    added_fields: ClassVar[tuple[str, ...]] = ("about", "confidence", "caveat", "self_reported")

    class Meta:
        verbose_name = _("事实")
        verbose_name_plural = _("事实")
        ordering = ("case", "slug")
        constraints = (
            models.CheckConstraint(
                condition=~Q(origin=Origin.PUBLIC) | Q(reference__isnull=False),
                name="a_public_fact_has_a_reference",
            ),
            models.CheckConstraint(
                condition=~Q(origin=Origin.BOOK) | Q(source_line__isnull=False),
                name="a_book_fact_has_a_source_line",
            ),
            models.CheckConstraint(
                condition=Q(value_to__isnull=True) | Q(value_to__gte=F("value")),
                name="fact_range_in_order",
            ),
        )

    def __str__(self) -> str:
        return self.statement

    def get_absolute_url(self) -> str:
        return reverse("cases:fact-detail", args=[self.slug])

    def own_source(self) -> Source:
        """The source of the statement: a line of the book, or a web page."""
        page = self.reference
        if page is None:
            return Source(Origin(self.origin), self.source_line, confidence=self.confidence)
        return Source(
            Origin(self.origin),
            link=page.url,
            title=page.title,
            publisher=page.publisher,
            date=page.published,
            read_on=page.read_on,
            confidence=self.confidence,
        )

    def other_readings(self) -> FactQuerySet:
        """The other facts of the same erratum, which state another reading of the book."""
        if self.erratum_id is None:
            return Fact.objects.none()
        return Fact.objects.filter(erratum=self.erratum_id).exclude(pk=self.pk).with_labels()

    @property
    def figure(self) -> str:
        """The figure as text, without trailing zeros: 超过 1.5 万篇, 2.3–4.1 万亿元; may be empty."""
        if self.value is None:
            return ""
        limits = (limit for limit in (self.value, self.value_to) if limit is not None)
        numbers = "–".join(f"{limit.normalize():f}" for limit in limits)
        return " ".join(filter(None, (self.get_qualifier_display(), numbers, self.unit)))

    @property
    def period_in_words(self) -> str:
        """The period as text: 2018-05 → 2018年5月."""
        return period_in_words(self.period)


def evidence_of(case: Case) -> dict[str, list[Fact]]:
    """The facts of a case in chronological order, each with its source; one query.

    ``project`` and ``background`` are public ones on the project or its place, ``of_book`` those
    that the book states.
    """
    rows = Fact.objects.select_related("reference").order_by()
    facts = in_time(rows.filter(case=case).union(rows.of_book_about(case)))
    others = [fact for fact in facts if fact.origin != Origin.BOOK]
    return {
        "project": [fact for fact in others if fact.about != Fact.About.PLACE],
        "background": [fact for fact in others if fact.about == Fact.About.PLACE],
        "of_book": [fact for fact in facts if fact.origin == Origin.BOOK],
    }


def in_time(facts: Iterable[Fact]) -> list[Fact]:
    """Facts in chronological order; those without a date last."""
    return sorted(
        facts, key=lambda fact: (fact.year is None, fact.year or 0, fact.period, fact.slug)
    )


def period_in_words(period: str) -> str:
    """An EDTF period as text.

    ``1990/2009`` → 1990年至2009年, ``2014/..`` → 2014年起, ``../2020`` → 至2020年, ``199X`` → 1990年代.
    """
    if not period:
        return ""
    begin, slash, end = period.partition("/")
    if not slash:
        return day_in_words(begin)
    if end == "..":
        return gettext("%(begin)s起") % {"begin": day_in_words(begin)}
    if begin == "..":
        return gettext("至%(end)s") % {"end": day_in_words(end)}
    return gettext("%(begin)s至%(end)s") % {"begin": day_in_words(begin), "end": day_in_words(end)}


def day_in_words(day: str) -> str:
    """An EDTF day, month, year or decade as text."""
    if day.endswith("X"):
        return gettext("%(decade)s年代") % {"decade": f"{day[:-1]}0"}
    numbers = dict(zip(("year", "month", "day"), map(int, day.split("-")), strict=False))
    wording = (
        gettext("%(year)d年"),
        gettext("%(year)d年%(month)d月"),
        gettext("%(year)d年%(month)d月%(day)d日"),
    )
    return wording[len(numbers) - 1] % numbers
