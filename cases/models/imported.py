"""The import log: values as last loaded, to distinguish editors' changes from the file's."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedRow(models.Model):
    """One row of the import log: the values that a load wrote, to recognise later changes.

    ``source`` is the book's slug, or the name of a file that holds no book. ``key`` is
    the row's natural key in the file and ``object_id`` its primary key here, which stays the same
    when an editor renames the row and refers to no row when an editor has deleted it.
    """

    source = models.CharField(max_length=120)
    model = models.CharField(max_length=60)
    key = models.JSONField()
    object_id = models.PositiveBigIntegerField()
    values = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("载入记录")
        verbose_name_plural = _("载入记录")
        constraints = (
            models.UniqueConstraint(
                fields=("source", "model", "object_id"), name="one_memory_a_row"
            ),
        )
        indexes = (models.Index(fields=("model", "object_id"), name="memories_of_a_row"),)

    def __str__(self) -> str:
        return f"{self.model} {self.key}"
