"""Models that belong to no app: the content revision, and digests of processed input."""

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
    """SHA-256 of a step's last input, by the step's name; a step skips unchanged input."""

    name = models.CharField(max_length=160, unique=True)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.name

    @classmethod
    def note(cls, name: str, digest: str) -> None:
        """Record that a step has processed this input."""
        cls.objects.update_or_create(name=name, defaults={"digest": digest})
