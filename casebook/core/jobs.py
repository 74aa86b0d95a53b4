"""Jobs: work of the whole site that no request waits for, done once, by the worker of one machine.

A job is a row that names a function, with its state, progress and error.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from casebook.core.errors.error_line import error_line
from casebook.core.file_locks import file_lock, machine_name
from casebook.core.models import Job

log = logging.getLogger(__name__)

LOST_AFTER = timedelta(days=1)
"""A job of another machine counts as ended if it reported nothing for so long."""


def enqueue(function: Callable[..., None], **arguments: Any) -> Job:
    """Add a job: some worker calls ``function(report_progress, **arguments)``.

    ``report_progress`` takes a text. The arguments are stored as JSON.
    """
    path = f"{function.__module__}.{function.__qualname__}"
    return Job.objects.create(function=path, arguments=arguments)


def are_due() -> bool:
    """Whether there is work for a process of this machine that runs jobs."""
    return Job.objects.filter(Q(state=Job.State.WAITING) | abandoned()).exists()


def abandoned() -> Q:
    """Running jobs that no process runs any more, if asked by who may run this machine's jobs."""
    lost = Q(updated_at__lt=timezone.now() - LOST_AFTER)
    return Q(state=Job.State.RUNNING) & (Q(worker=machine_name()) | lost)


def run_waiting() -> list[str]:
    """Run the waiting jobs, one after the other; return the errors of those that failed.

    One process of a machine does it. A job whose process was killed failed: what killed it, as a
    lack of memory, might do so again. One that was asked to stop waits again.
    """
    with file_lock("jobs"):
        Job.objects.filter(abandoned()).update(
            state=Job.State.FAILED,
            error="Its process was killed; start it again.",
            updated_at=timezone.now(),
        )
        errors = []
        while job := take():
            errors += run(job)
        return errors


def take() -> Job | None:
    """Mark the oldest waiting job as running, and return it; of two that ask, one gets it."""
    waiting = Job.objects.filter(state=Job.State.WAITING)
    for job in waiting.order_by("pk"):
        if waiting.filter(pk=job.pk).update(
            state=Job.State.RUNNING, worker=machine_name(), updated_at=timezone.now()
        ):
            return job
    return None


def run(job: Job) -> list[str]:
    """Run a job that was taken; return its error."""

    def save(**state: Any) -> None:
        Job.objects.filter(pk=job.pk).update(updated_at=timezone.now(), **state)

    def report_progress(text: str) -> None:
        save(progress=text[: Job.MAX_PROGRESS_LENGTH])

    try:
        import_string(job.function)(report_progress, **job.arguments)
    except Exception as error:
        log.exception("The job %s failed.", job)
        save(state=Job.State.FAILED, error=error_line(error))
        return [f"{job}: {error_line(error)}"]
    except BaseException:
        save(state=Job.State.WAITING, progress="")
        raise
    save(state=Job.State.DONE)
    return []
