"""Reloader: a value that a process makes of database rows and reloads when they change."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from django.db import connections

from casebook.core.cache import revision
from casebook.core.cache.conditional_get import mark_no_store

log = logging.getLogger(__name__)

T = TypeVar("T")

CHECK_SECONDS = 2.0
"""How long a value counts as current unless the content revision moves."""

THREAD = "reloading"


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
        revision.moved.connect(self.check_again)

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
