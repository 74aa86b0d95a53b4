"""Critiques: what one expert wrote on one case."""

from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from casebook.core.content import ContentQuerySet
from casebook.core.provenance import Sourced
from experts.models import Affiliation, Expert

from .case import Case


class CritiqueQuerySet(ContentQuerySet["Critique"]):
    """The ways in which the site selects and loads critiques."""

    def get_by_natural_key(self, slug: str) -> "Critique":
        return self.get(slug=slug)

    def with_labels(self) -> Self:
        """Load the case and the expert with the affiliations, in a fixed number of queries."""
        return self.select_related("expert", "case__book", "case__part").prefetch_related(
            "affiliations__organisation"
        )


class Critique(Sourced):
    """A critique (专家点评): one expert on one case, with the affiliation printed there.

    Its text, where it has been imported, are the passages of its sections.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="critiques", verbose_name=_("案例"))
    expert = models.ForeignKey(
        Expert, models.PROTECT, related_name="critiques", verbose_name=_("专家")
    )
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

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    natural_key.dependencies = ["cases.case", "experts.affiliation"]  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        return f"{self.case.get_absolute_url()}#critique-{self.expert.slug}"
