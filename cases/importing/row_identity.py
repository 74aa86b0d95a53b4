"""Match objects without an import log entry to existing rows; free slugs and orders."""

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
"""Slugs and anchors that no later load changes."""

BATCH = 500

NAMED_MODELS: dict[str, type[Expert | Organisation]] = {
    "experts.expert": Expert,
    "experts.organisation": Organisation,
}
ORDERED_MODELS = {"cases.contribution": ("book", "role"), "cases.critique": ("case",)}
"""Models whose ``order`` is unique among rows with the same values of these fields."""
SAME_HEADING = 60.0
"""Minimum similarity (rapidfuzz ``ratio``, percent) of a heading and the old one, reworded."""


class Existing:
    """Candidate rows for objects without an import log entry, read at once for all of them."""

    def __init__(self, model: str, wanted: list[dict[str, Any]], spare: list[models.Model]) -> None:
        self.model = model
        self.spare = spare
        self.names = ("name",) if model == "experts.organisation" else KEY_FIELDS[model]
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
        """The organisation of the same name, the row of the same key, or a similar heading."""
        rows = self.rows.get(tuple(values.get(name) for name in self.names), [])
        if self.model == "experts.organisation":
            same = (row for row in rows if row.slug == values["slug"])
            return next(same, rows[0] if rows else None)
        if not rows and self.model == "cases.section":
            return _reworded(values, self.spare)
        return rows[0] if rows else None


def free_values(model: str, wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Values for new rows that conflict with no other: ``li-wei-2``, the next free order."""
    if model in NAMED_MODELS:
        return _with_free_slugs(NAMED_MODELS[model], wanted)
    if model in ORDERED_MODELS:
        return _with_free_orders(model, wanted)
    return wanted


def _with_free_slugs(
    model: type[Expert | Organisation], wanted: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    slugs = [values["slug"] for values in wanted]
    taken = set(model.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    free = []
    for values in wanted:
        slug, number = values["slug"], 1
        while slug in taken or (number > 1 and model.objects.filter(slug=slug).exists()):
            number += 1
            slug = f"{values['slug']}-{number}"
        taken.add(slug)
        free.append(values | {"slug": slug})
    return free


def _with_free_orders(model: str, wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Keep the order wanted; where another row has it, append at the end."""
    among = ORDERED_MODELS[model]
    first = {values[among[0]] for values in wanted}
    rows = apps.get_model(model)._default_manager.filter(**{f"{among[0]}__in": first})
    taken: dict[tuple[Any, ...], set[int]] = {}
    for *group, order in rows.order_by().values_list(*among, "order"):
        taken.setdefault(tuple(group), set()).add(order)
    free = []
    for values in wanted:
        orders = taken.setdefault(tuple(values[name] for name in among), set())
        order = values["order"] if values["order"] not in orders else max(orders) + 1
        orders.add(order)
        free.append(values | {"order": order})
    return free


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
