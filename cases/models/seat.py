"""Seats: the places of organisations."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from casebook.core.content import ContentQuerySet
from casebook.core.provenance import Sourced
from experts.models import Organisation

from .place import Place


class Seat(Sourced):
    """The place of an organisation (机构所在地), with the evidence: words of its name, or a reason."""

    organisation = models.OneToOneField(
        Organisation, models.CASCADE, related_name="seat", verbose_name=_("机构")
    )
    place = models.ForeignKey(Place, models.PROTECT, related_name="seats", verbose_name=_("地点"))
    evidence = models.CharField(_("依据"), max_length=200, blank=True)

    objects = ContentQuerySet["Seat"].as_manager()

    rule: ClassVar[Any] = _("机构名称开头的地名，或名称中括注的地名")

    class Meta:
        verbose_name = _("机构所在地")
        verbose_name_plural = _("机构所在地")
        ordering = ("organisation",)

    def __str__(self) -> str:
        return f"{self.organisation} · {self.place}"
