"""The content revision: a number that changes with every change of what the site shows.

Each write moves it in its own transaction. Models of content do so themselves
(``casebook.core.content``); other changes that affect responses, as a new search index, call
``move``. ``Reloader`` holds what a process makes of rows, and loads it again when they change.
"""

import datetime as dt
import logging
import secrets
import threading
import time
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import connections
from django.dispatch import Signal
from django.utils import timezone

from casebook.core.models import ContentRevision

moved = Signal()
"""Signal, sent in each process when it first sees another revision."""

ROW = 1
"""Primary key of the only row."""

CHECK_SECONDS = 2.0
"""How long a value counts as current unless the content revision moves."""

THREAD = "reloading"

T = TypeVar("T")

log = logging.getLogger(__name__)

no_store: ContextVar[bool] = ContextVar("no_store", default=False)
"""Whether the response to the present request is made from what may be out of date."""


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
    row = ContentRevision.objects.filter(pk=ROW).values_list("mark", "changed_at").first()
    state = Revision(*row) if row else BEGINNING
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


def mark_no_store() -> None:
    """Send the response to the present request with ``Cache-Control: no-store``.

    For responses made from names or terms that were loaded before the last change.
    """
    no_store.set(True)


class Reloader(Generic[T]):
    """Holds one value, replaced as a whole, so that each request sees one state.

    ``load`` takes the previous value, if there was one. ``version`` returns the version of the
    rows in the database. A value that is slow to load is loaded in a thread; meanwhile the old
    one is used, and such responses are not cached.
    """

    def __init__(
        self,
        load: Callable[[T | None], T],
        version: Callable[[], int | None],
        is_slow: Callable[[T], bool],
    ) -> None:
        self._load, self._version, self._is_slow = load, version, is_slow
        self.forget()
        moved.connect(self.check_again)

    def forget(self) -> None:
        """Drop the value, as after a fork: processes cannot share an open index."""
        self._held: tuple[T, int | None] | None = None
        self._latest: int | None = None
        self._check_at = 0.0
        self._loading = threading.Lock()

    def check_again(self, **_signal: object) -> None:
        """Compare versions at the next call."""
        self._check_at = 0.0

    def get(self) -> T:
        """The value; loaded at the first call, its version checked every ``CHECK_SECONDS``."""
        if self._held is None:
            return self.refresh()
        value, version = self._held
        if time.monotonic() >= self._check_at:
            self._check_at = time.monotonic() + CHECK_SECONDS
            self._latest = self._version()
        if version == self._latest:
            return value
        if not self._is_slow(value):
            return self.refresh()
        if not self._loading.locked():
            threading.Thread(target=self._refresh_in_thread, name=THREAD, daemon=True).start()
        mark_no_store()
        return value

    def refresh(self) -> T:
        """The value as of now, loaded unless it is current."""
        with self._loading:
            self._latest = version = self._version()
            if self._held is None or self._held[1] != version:
                # Before loading, for a change from here on has to be seen at the next call.
                self._check_at = time.monotonic() + CHECK_SECONDS
                self._held = self._load(self._held[0] if self._held else None), version
            return self._held[0]

    def _refresh_in_thread(self) -> None:
        try:
            self.refresh()
        except Exception:
            log.exception("What has changed could not be loaded; the old state stays.")
        finally:
            connections.close_all()
