"""What belongs to no app: whether anything changed, and since when each page is as it is."""

from django.db import models


class ContentRevision(models.Model):
    """The state of all content: another ``mark`` with every change, and the time of the last.

    Marks are random, so that a state that was rolled back or lost never comes back under the
    mark of another. Written by the database itself; see ``casebook.triggers``.
    """

    mark = models.BigIntegerField()
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.mark:x}"


class RowDate(models.Model):
    """The time of the last change of a row, or of what its page shows beside it.

    Written by the database itself; see ``casebook.row_dates``.
    """

    kind = models.CharField(max_length=20)
    key = models.BigIntegerField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("kind", "key"), name="one_date_a_row"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.changed_at}"


class InputDigest(models.Model):
    """The SHA-256 of what a step last worked on, by the step's name: unchanged input is not redone."""

    name = models.CharField(max_length=160, unique=True)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.name

    @classmethod
    def note(cls, name: str, digest: str) -> None:
        """Say that a step has worked on this input."""
        cls.objects.update_or_create(name=name, defaults={"digest": digest})
