"""The content revision: a mark that moves with every change of what the site shows."""

import datetime as dt
import secrets
from dataclasses import dataclass

from django.dispatch import Signal
from django.utils import timezone

moved = Signal()
"""Sent in each process when it first sees another revision, before anybody answers from it."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of the content, and since when it is so."""

    mark: int
    changed_at: dt.datetime


class LastSeen:
    """The mark that this process saw last."""

    mark: int | None = None


def current() -> Revision | None:
    """The revision as of now, by one look at one row; None before the first migration."""
    from casebook.models import ContentRevision

    found = ContentRevision.objects.filter(pk=1).values_list("mark", "changed_at")[:1]
    for mark, changed_at in found:
        if mark != LastSeen.mark:
            moved.send(sender=Revision)
            LastSeen.mark = mark
        return Revision(mark, changed_at)
    return None


def mark(*, lock: bool = False) -> int | None:
    """The mark as of now; with ``lock`` it stays so until the transaction ends."""
    from casebook.models import ContentRevision

    rows = ContentRevision.objects.filter(pk=1)
    return (rows.select_for_update() if lock else rows).values_list("mark", flat=True).first()


def advance(using: str = "default") -> None:
    """Move the mark for a change that no trigger sees, as another search index."""
    from casebook.models import ContentRevision

    state = {"mark": secrets.randbits(53), "changed_at": timezone.now()}
    ContentRevision.objects.using(using).update_or_create(pk=1, defaults=state)


def ensure(using: str = "default", *, moved: bool = False) -> None:
    """See that there is a revision; move it if need be."""
    from casebook.models import ContentRevision

    if moved or not ContentRevision.objects.using(using).filter(pk=1).exists():
        advance(using)
