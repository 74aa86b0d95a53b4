"""Provenance: where a value comes from, in one vocabulary for models, pages and the API.

A row has one origin; single fields may differ (an end page is derived, an editor
corrected a title), and the row names those in ``edited_fields`` and ``derived_fields``.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from casebook.core.content import ContentModel

EDITORS = _("本站编辑")
OWN_WORDS = _("本站自拟，原书没有")


class Origin(models.TextChoices):
    """Printed in the book, made by a named rule, written by a person, or from a public source."""

    BOOK = "book", _("书中载明")
    DERIVED = "derived", _("按规则推得")
    EDITOR = "editor", _("编辑补充")
    PUBLIC = "public", _("公开资料")


class Confidence(models.TextChoices):
    """How certain the reading of a source is; it does not mean that anyone else confirmed it."""

    HIGH = "high", _("高")
    MEDIUM = "medium", _("中")
    LOW = "low", _("低")


@dataclass(frozen=True, slots=True)
class Source:
    """The source of one value: origin, location, rule or person, dates and confidence.

    The location is a ``line`` or ``page`` of the book, or a ``link`` with its ``title`` and
    ``publisher``; ``date`` is the day of publication as far as it is known, ``read_on``
    the day on which the link was read.
    """

    origin: Origin
    line: int | None = None
    page: int | None = None
    rule: str = ""
    person: str = ""
    link: str = ""
    title: str = ""
    publisher: str = ""
    date: str = ""
    read_on: dt.date | None = None
    confidence: str = ""

    def as_json(self) -> dict[str, Any]:
        """Only what is known, as the API writes it: numbers as they are, all else as text."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: value if isinstance(value, int) else str(value)
            for name, value in values.items()
            if value not in ("", None)
        }

    def __str__(self) -> str:
        """What is known in one line, as tables and the admin write it."""
        how_sure = Confidence(self.confidence).label if self.confidence else ""
        parts = (
            Origin(self.origin).label,
            self.line and _("行 %(line)s") % {"line": self.line},
            self.page and _("页 %(page)s") % {"page": self.page},
            *(self.rule, self.person, self.title, self.publisher, self.date, self.link),
            self.read_on and _("%(day)s 查阅") % {"day": self.read_on},
            how_sure and _("可信度%(how)s") % {"how": how_sure},
        )
        return " · ".join(str(part) for part in parts if part)


def own_words() -> Source:
    """The source of text that an editor wrote and no source prints, as a translated name."""
    return Source(Origin.EDITOR, rule=str(OWN_WORDS), person=str(EDITORS))


def by_editors() -> Source:
    """The source of what an editor of this site wrote."""
    return Source(Origin.EDITOR, person=str(EDITORS))


class Attributed(ContentModel):
    """A row with a source for each value, and the names of the fields that an editor changed."""

    edited_fields = models.JSONField(_("编辑改过的字段"), default=list, blank=True, editable=False)

    derived_fields: ClassVar[dict[str, Any]] = {}
    """Fields that no source prints, each with the rule (in Chinese) that makes it."""
    own_fields: ClassVar[tuple[str, ...]] = ()
    """Fields that no source prints and an editor writes, as translations."""
    added_fields: ClassVar[tuple[str, ...]] = ()
    """Fields that an editor adds beside what the source prints, as other names."""

    class Meta:
        abstract = True

    def source_of(self, field: str) -> Source:
        """Where the value of one field comes from."""
        if field in self.own_fields:
            return own_words()
        if field in self.edited_fields or field in self.added_fields:
            return by_editors()
        if field in self.derived_fields:
            return self.derived(self.derived_fields[field])
        return self.own_source()

    def sources_of(self, names: Iterable[str]) -> dict[str, Source]:
        """Where the values of these fields come from; without those that have no value."""
        filled = (name for name in names if getattr(self, name) not in ("", None, []))
        return {name: self.source_of(name) for name in filled}

    def derived(self, rule: Any) -> Source:
        """The source of what a rule makes of the row."""
        return Source(Origin.DERIVED, rule=str(rule))

    def own_source(self) -> Source:
        """Where the row as a whole comes from."""
        return by_editors()


class Sourced(Attributed):
    """A row with a source of its own: origin, line and page."""

    origin = models.CharField(_("来源"), max_length=10, choices=Origin, default=Origin.EDITOR)
    source_line = models.PositiveIntegerField(_("原文行号"), null=True, blank=True)
    source_page = models.PositiveSmallIntegerField(_("原书页码"), null=True, blank=True)

    rule: ClassVar[Any] = ""
    """The rule that makes rows whose origin is derived."""

    class Meta:
        abstract = True

    def derived(self, rule: Any) -> Source:
        """A rule reads what the source prints; what an editor wrote is the editor's throughout."""
        if self.origin == Origin.EDITOR:
            return self.own_source()
        return Source(Origin.DERIVED, self.source_line, rule=str(rule))

    def own_source(self) -> Source:
        """Where the row as a whole comes from."""
        origin = Origin(self.origin)
        rule = str(self.rule) if origin == Origin.DERIVED else ""
        person = str(EDITORS) if origin == Origin.EDITOR else ""
        return Source(origin, self.source_line, self.source_page, rule=rule, person=person)
