"""What the last load brought: the memory that keeps an editor's changes apart from the file's."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedRow(models.Model):
    """One row as a load wrote it: its values then, by which a later change is recognised.

    ``source`` is the book's slug, or the name of a file that holds no book. ``key`` is
    the row's name in the file and ``object_id`` its primary key here, which stays when an
    editor renames the row and points nowhere when an editor has deleted it.
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
