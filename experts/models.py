"""Who: people, the bodies they work for, and the posts the books print."""

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """The ways in which the site selects and loads organisations."""

    def get_by_natural_key(self, slug: str) -> "Organisation":
        return self.get(slug=slug)


class Organisation(models.Model):
    """A body (机构) that employs, publishes, recommends or is written about."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", _("政府部门")
        ACADEMIA = "academia", _("高校与科研院所")
        COMPANY = "company", _("企业")
        ASSOCIATION = "association", _("学会协会与联盟")
        MEDIA = "media", _("媒体与出版")

    slug = models.SlugField(_("网址名"), max_length=200, unique=True)
    name = models.CharField(_("名称"), max_length=200, unique=True)
    kind = models.CharField(_("类别"), max_length=20, choices=Kind, blank=True)
    english_name = models.CharField(_("英文名"), max_length=300, blank=True)
    aliases = models.JSONField(_("别名"), default=list, blank=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("机构")
        verbose_name_plural = _("机构")
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return reverse("experts:organisation-detail", args=[self.slug])


class ExpertQuerySet(models.QuerySet["Expert"]):
    """The ways in which the site selects and loads experts."""

    def get_by_natural_key(self, slug: str) -> "Expert":
        return self.get(slug=slug)

    def with_posts(self) -> Self:
        """Load each expert's posts and the bodies they are at."""
        return self.prefetch_related("affiliations__organisation")


class Expert(models.Model):
    """A person (专家) named in a book: one row a person, however often and however printed."""

    slug = models.SlugField(_("网址名"), max_length=100, unique=True)
    name = models.CharField(_("姓名"), max_length=100)
    pinyin = models.CharField(_("拼音"), max_length=200, blank=True)
    aliases = models.JSONField(_("别名"), default=list, blank=True)

    objects = ExpertQuerySet.as_manager()

    class Meta:
        verbose_name = _("专家")
        verbose_name_plural = _("专家")
        ordering = ("slug",)

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return reverse("experts:expert-detail", args=[self.slug])


class AffiliationQuerySet(models.QuerySet["Affiliation"]):
    """The ways in which affiliations are found."""

    def get_by_natural_key(
        self, expert: str, organisation: str | None, job_title: str
    ) -> "Affiliation":
        return self.get(expert__slug=expert, organisation__slug=organisation, job_title=job_title)


class Affiliation(models.Model):
    """A post (任职): one job title of one person at one body, if the book names the body."""

    expert = models.ForeignKey(
        Expert, models.CASCADE, related_name="affiliations", verbose_name=_("专家")
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="affiliations",
        verbose_name=_("机构"),
    )
    job_title = models.CharField(_("职务"), max_length=200, blank=True)
    as_printed = models.CharField(_("原书写法"), max_length=300, blank=True)

    objects = AffiliationQuerySet.as_manager()

    class Meta:
        verbose_name = _("任职")
        verbose_name_plural = _("任职")
        ordering = ("expert", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("expert", "organisation", "job_title"), name="one_row_per_post"
            ),
            models.UniqueConstraint(
                fields=("expert", "job_title"),
                condition=models.Q(organisation__isnull=True),
                name="one_row_per_post_without_a_body",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation or ''}{self.job_title}"

    def natural_key(self) -> tuple[str, str | None, str]:
        body = self.organisation.slug if self.organisation else None
        return (self.expert.slug, body, self.job_title)

    natural_key.dependencies = ["experts.expert", "experts.organisation"]  # type: ignore[attr-defined]
