"""Which row is which thing: how an object that no load remembers finds a row that is there."""

from typing import Any

from django.apps import apps
from django.db import models
from rapidfuzz.fuzz import ratio

from cases.models import Section
from experts.models import Expert, Organisation

from .objects import KEY_FIELDS

FIXED_FIELDS: dict[str, tuple[str, ...]] = {
    "experts.expert": ("slug",),
    "experts.organisation": ("slug",),
    "cases.section": ("anchor",),
}
"""Addresses that a row keeps for good, whatever the source makes of it later."""

BATCH = 500

NAMED_MODELS: dict[str, type[Expert | Organisation]] = {
    "experts.expert": Expert,
    "experts.organisation": Organisation,
}
ORDERED_MODELS = {"cases.contribution": ("book", "role"), "cases.critique": ("case",)}
"""Models whose rows stand in an order that is unique among those with these fields."""
SAME_HEADING = 60.0
"""Percent of likeness from which a heading counts as the old one, reworded."""


class Existing:
    """The rows that objects without a memory might be, read at once for all of them."""

    def __init__(self, model: str, wanted: list[dict[str, Any]], spare: list[models.Model]) -> None:
        self.model = model
        self.spare = spare
        self.names = ("name",) if model in NAMED_MODELS else KEY_FIELDS[model]
        self.rows: dict[tuple[Any, ...], list[Any]] = {}
        kind = apps.get_model(model)
        columns = [kind._meta.get_field(name).attname for name in self.names]
        first = sorted({values[self.names[0]] for values in wanted})
        for start in range(0, len(first), BATCH):
            some = kind._default_manager.filter(
                **{f"{self.names[0]}__in": first[start : start + BATCH]}
            )
            for row in some.order_by("pk"):
                key = tuple(getattr(row, column) for column in columns)
                self.rows.setdefault(key, []).append(row)

    def find(self, values: dict[str, Any]) -> models.Model | None:
        """A row with the same name (people, bodies), the same key, or nearly the same heading."""
        rows = self.rows.get(tuple(values.get(name) for name in self.names), [])
        if self.model in NAMED_MODELS:
            same = (row for row in rows if row.slug == values["slug"])
            return next(same, rows[0] if rows else None)
        if not rows and self.model == "cases.section":
            return _reworded(values, self.spare)
        return rows[0] if rows else None


def free_values(model: str, values: dict[str, Any]) -> dict[str, Any]:
    """Values for a new row that clash with no other: ``li-wei-2``, the next free order."""
    if model in NAMED_MODELS:
        return values | {"slug": _free_slug(NAMED_MODELS[model], values["slug"])}
    if model in ORDERED_MODELS:
        return values | {"order": _free_order(model, values)}
    return values


def _free_slug(model: type[Expert | Organisation], stem: str) -> str:
    slug, number = stem, 1
    while model.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _free_order(model: str, values: dict[str, Any]) -> int:
    """The order wanted; behind all others where an editor's own row has it."""
    rows = apps.get_model(model)._default_manager.filter(
        **{name: values[name] for name in ORDERED_MODELS[model]}
    )
    wanted: int = values["order"]
    if not rows.filter(order=wanted).exists():
        return wanted
    return int(rows.aggregate(last=models.Max("order"))["last"]) + 1


def _reworded(values: dict[str, Any], spare: list[models.Model]) -> Section | None:
    """The old heading of the same owner and level that is most like the new one."""
    owner = [values.get(name) for name in ("part", "case", "critique", "level")]
    rows = [row for row in spare if isinstance(row, Section) and _owner(row) == owner]
    best = max(rows, key=lambda row: ratio(row.title, values["title"]), default=None)
    if best is None or ratio(best.title, values["title"]) < SAME_HEADING:
        return None
    spare.remove(best)
    return best


def _owner(row: Section) -> list[Any]:
    return [row.part_id, row.case_id, row.critique_id, row.level]
