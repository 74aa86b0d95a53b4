"""Models that belong to no app: the content revision, digests of processed input, jobs."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from casebook.core.errors.error_line import MAX_ERROR_LENGTH


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


class Job(models.Model):
    """Work of the site that no request waits for: a function to call, and how far that came.

    Written by ``casebook.core.jobs``. ``worker`` is the machine that runs it, or did.
    """

    MAX_PROGRESS_LENGTH: ClassVar[int] = 200

    class State(models.TextChoices):
        """One that failed or is done stays so."""

        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    function = models.CharField(max_length=200)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    progress = models.CharField(max_length=MAX_PROGRESS_LENGTH, blank=True)
    error = models.CharField(max_length=MAX_ERROR_LENGTH, blank=True)
    worker = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    updated_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.pk} ({self.function.rpartition('.')[2]})"
