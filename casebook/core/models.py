"""What belongs to no app: the content revision, and what steps have worked on."""

from django.db import models


class ContentRevision(models.Model):
    """The state of all content: another ``mark`` with every change, and the time of the last.

    One row, written by ``casebook.core.cache.revision``.
    """

    mark = models.BigIntegerField()
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.mark:x}"


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
