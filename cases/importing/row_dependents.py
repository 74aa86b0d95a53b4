"""Dependents of a row: those deleted with it, and those that protect it from deletion."""

from django.contrib.admin.utils import NestedObjects
from django.db import DEFAULT_DB_ALIAS, models


def collect(row: models.Model) -> tuple[list[models.Model], list[models.Model]]:
    """The rows deleted with this one, itself included, and those that protect it."""
    collector = NestedObjects(using=DEFAULT_DB_ALIAS)
    collector.collect([row])
    taken = [
        other
        for model, rows in collector.data.items()
        if not model._meta.auto_created
        for other in rows
    ]
    return taken, list(collector.protected)


def depends_on(row: models.Model) -> list[models.Model]:
    """The other rows that deleting this one would affect."""
    taken, protected = collect(row)
    return [other for other in taken if other != row] + protected
