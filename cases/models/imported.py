"""What the last load brought: the memory that keeps an editor's changes apart from the file's."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedRow(models.Model):
    """One row as a load wrote it: its values then, by which a later change is recognised."""

    book_slug = models.CharField(max_length=100, db_index=True)
    model = models.CharField(max_length=60)
    key = models.JSONField()
    values = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("载入记录")
        verbose_name_plural = _("载入记录")
        constraints = (
            models.UniqueConstraint(fields=("book_slug", "model", "key"), name="one_memory_a_row"),
        )

    def __str__(self) -> str:
        return f"{self.model} {self.key}"
