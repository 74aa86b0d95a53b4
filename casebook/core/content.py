"""Base of all models that the site shows: writes move the content revision and ``updated_at``.

All writes through the ORM do so: ``save``, ``delete``, QuerySet methods, many-to-many links. Raw
SQL, and ``save_base`` as called by Django's deserialisers, do not.
"""

from collections.abc import Iterable
from typing import Any, ClassVar, TypeVar

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casebook.core.cache import revision

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


class ContentQuerySet(models.QuerySet[Row_co]):
    """Rows of content; bulk writes move the revision and ``updated_at`` in their transaction."""

    @property
    def _touches(self) -> tuple[str, ...]:
        return getattr(self.model, "touches", ())

    def touch(self) -> None:
        """Set ``updated_at`` of these rows alone to now."""
        super().update(updated_at=timezone.now())

    def touch_related(self) -> None:
        """Set ``updated_at`` of the rows on whose pages these ones are shown."""
        for name in self._touches:
            field: Any = self.model._meta.get_field(name)
            rows_of(field.related_model, self.order_by().values(name)).touch()

    def update(self, **values: Any) -> int:
        """Also set ``updated_at`` here and on related rows, unless it is among the values."""
        with transaction.atomic(savepoint=False):
            revision.move()
            if "updated_at" in values:
                return super().update(**values)
            self.touch_related()
            moves_rows = any(name in values for name in self._touches)  # to other pages
            keys = list(self.values_list("pk", flat=True)) if moves_rows else []
            count = super().update(**values, updated_at=timezone.now())
            rows_of(self.model, keys).touch_related()
        return count

    def delete(self) -> tuple[int, dict[str, int]]:
        with transaction.atomic(savepoint=False):
            revision.move()
            self.touch_related()
            return super().delete()

    delete.queryset_only = True  # type: ignore[attr-defined]

    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        with transaction.atomic(savepoint=False):
            revision.move()
            rows = super().bulk_create(objs, *args, **options)
            rows_of(self.model, [row.pk for row in rows if row.pk]).touch_related()
        return rows


def rows_of(model: Any, keys: Any) -> ContentQuerySet[Any]:
    """The rows of a model of content that have these primary keys."""
    rows: ContentQuerySet[Any] = model.objects.filter(pk__in=keys)
    return rows


class ContentModel(models.Model):
    """A row that the site shows; ``updated_at`` is the last change of it or of rows on its page."""

    updated_at = models.DateTimeField(_("改动时间"), default=timezone.now, editable=False)

    touches: ClassVar[tuple[str, ...]] = ()
    """Foreign keys to rows whose pages show this one; its changes set their ``updated_at``."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic(savepoint=False):
            revision.move()
            if not self._state.adding:
                rows_of(type(self), [self.pk]).touch_related()
            self.updated_at = timezone.now()
            super().save(*args, **kwargs)
            rows_of(type(self), [self.pk]).touch_related()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        with transaction.atomic(savepoint=False):
            revision.move()
            rows_of(type(self), [self.pk]).touch_related()
            return super().delete(*args, **kwargs)


def note_links(
    instance: models.Model,
    action: str,
    model: type[models.Model],
    pk_set: set[int] | None,
    **_signal: Any,
) -> None:
    """Receiver of ``m2m_changed``: moves the revision and ``updated_at`` of both ends."""
    if isinstance(instance, ContentModel) and action.startswith("pre_") and pk_set != set():
        revision.move()
        rows_of(type(instance), [instance.pk]).touch()
        rows_of(model, pk_set or ()).touch()
