"""What is known of a case beyond the contents list: facts, and the references behind them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from casebook.provenance import Origin, Sourced
from experts.models import Organisation

from .bibliography import Book
from .case import Case
from .place import Place
from .text import Section


class Reference(models.Model):
    """A public source (参考资料): a page somebody can open, and when it was read."""

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

    class Meta:
        verbose_name = _("参考资料")
        verbose_name_plural = _("参考资料")
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title


class Fact(Sourced):
    """A statement (事实) in our own words, with its figure and the source it stands on."""

    slug = models.SlugField(_("网址名"), max_length=120, unique=True)
    book = models.ForeignKey(
        Book, models.CASCADE, null=True, blank=True, related_name="facts", verbose_name=_("图书")
    )
    case = models.ForeignKey(
        Case, models.CASCADE, null=True, blank=True, related_name="facts", verbose_name=_("案例")
    )
    section = models.ForeignKey(
        Section,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="facts",
        verbose_name=_("小节"),
    )
    statement = models.CharField(_("陈述"), max_length=500)
    kind = models.CharField(_("类别"), max_length=40)
    value = models.DecimalField(_("数值"), max_digits=20, decimal_places=4, null=True, blank=True)
    value_to = models.DecimalField(
        _("数值上限"), max_digits=20, decimal_places=4, null=True, blank=True
    )
    unit = models.CharField(_("单位"), max_length=40, blank=True)
    year = models.PositiveSmallIntegerField(_("年份"), null=True, blank=True)
    reference = models.ForeignKey(
        Reference,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="facts",
        verbose_name=_("参考资料"),
    )
    places = models.ManyToManyField(Place, blank=True, related_name="facts", verbose_name=_("地点"))
    organisations = models.ManyToManyField(
        Organisation, blank=True, related_name="facts", verbose_name=_("机构")
    )

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
                condition=Q(value_to__isnull=True) | Q(value_to__gte=F("value")),
                name="fact_range_in_order",
            ),
        )

    def __str__(self) -> str:
        return self.statement
