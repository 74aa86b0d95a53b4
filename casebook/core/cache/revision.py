"""The content revision: a number that changes with every change of what the site shows.

Each write moves it in its own transaction. Models of content do so themselves
(``casebook.core.content``); other changes that affect responses, as a new search index, call
``move``.
"""

import datetime as dt
import secrets
from dataclasses import dataclass

from django.dispatch import Signal
from django.utils import timezone

from casebook.core.models import ContentRevision

moved = Signal()
"""Signal, sent in each process when it first sees another revision."""

ROW = 1
"""Primary key of the only row."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of the content, and the time since which it holds."""

    mark: int
    changed_at: dt.datetime


BEGINNING = Revision(0, dt.datetime.fromtimestamp(0, dt.UTC))
"""The revision of a database that nobody has written to."""


class LastSeen:
    """The mark that this process saw last."""

    mark: int | None = None


def current() -> Revision:
    """The revision as of now, by one query of one row."""
    rows = ContentRevision.objects.filter(pk=ROW).values_list("mark", "changed_at")
    state = next((Revision(*row) for row in rows), BEGINNING)
    if state.mark != LastSeen.mark:
        moved.send(sender=Revision)
        LastSeen.mark = state.mark
    return state


def locked_mark() -> int:
    """The current mark; its row is locked until the transaction ends."""
    rows = ContentRevision.objects.select_for_update().filter(pk=ROW)
    return rows.values_list("mark", flat=True).first() or BEGINNING.mark


def move() -> None:
    """Move the revision; call it in the transaction of a change, before the change.

    Writers lock the revision first and rows after it, so that two writers on PostgreSQL never
    deadlock. Marks are random, so that a state that was rolled back or replaced from a backup
    never shares its mark with another.
    """
    state = {"mark": secrets.randbits(53), "changed_at": timezone.now()}
    if not ContentRevision.objects.filter(pk=ROW).update(**state):
        ContentRevision.objects.create(pk=ROW, **state)
