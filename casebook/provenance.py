"""Where a value comes from: one vocabulary for models, pages and the API.

A row has one origin; single fields may differ (an end page is derived, an editor
corrected a title), and the row names those in ``edited_fields`` and ``derived_fields``.
"""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Origin(models.TextChoices):
    """Printed in the book, made by a named rule, written by a person, or from a public source."""

    BOOK = "book", _("书中载明")
    DERIVED = "derived", _("按规则推得")
    EDITOR = "editor", _("编辑补充")
    PUBLIC = "public", _("公开资料")


@dataclass(frozen=True, slots=True)
class Source:
    """The source of one value: its origin, and the place or the rule that stands behind it."""

    origin: Origin
    line: int | None = None
    page: int | None = None
    rule: str = ""

    def as_json(self) -> dict[str, Any]:
        """Only what is known, as the API writes it."""
        known: dict[str, Any] = {"origin": self.origin.value}
        for name in ("line", "page", "rule"):
            value = getattr(self, name)
            if value:
                known[name] = str(value) if name == "rule" else value
        return known


class Sourced(models.Model):
    """A row that says where it comes from."""

    origin = models.CharField(_("来源"), max_length=10, choices=Origin, default=Origin.EDITOR)
    source_line = models.PositiveIntegerField(_("原文行号"), null=True, blank=True)
    source_page = models.PositiveSmallIntegerField(_("原书页码"), null=True, blank=True)
    edited_fields = models.JSONField(_("编辑改过的字段"), default=list, blank=True, editable=False)

    derived_fields: ClassVar[dict[str, Any]] = {}
    """Fields that no source prints, each with the rule (in Chinese) that makes it."""

    class Meta:
        abstract = True

    def source_of(self, field: str) -> Source:
        """Where the value of one field comes from."""
        if field in self.edited_fields:
            return Source(Origin.EDITOR)
        if self.origin == Origin.BOOK and field in self.derived_fields:
            return Source(Origin.DERIVED, self.source_line, rule=self.derived_fields[field])
        return Source(Origin(self.origin), self.source_line, self.source_page)
