"""The list of searches that found nothing: words and how often, nothing of who asked.

A search never waits for it. Words are handed to a thread that writes them one after the
other; where the database is busy for long, some are lost, which does no harm.
"""

import logging
import re
import threading
from collections import Counter

from django.db import DatabaseError, connection
from django.db.models import F
from django.utils import timezone

from .folding import fold
from .models import FailedSearch

log = logging.getLogger(__name__)

LONGEST = 100
MOST_WAITING = 200

PERSONAL = re.compile(r"@|\d{5,}|(?:\d[\s\-]*){7,}")
"""What may be an address or a number of somebody's: it is not kept."""

HAS_LETTERS = re.compile(r"[^\W\d_]")


def note_failure(typed: str) -> None:
    """Count a search that found nothing, unless it may tell who asked."""
    words = kept_words(typed)
    if not words:
        return
    if connection.in_atomic_block:
        write(words, 1)
    else:
        waiting.put(words)


def kept_words(typed: str) -> str:
    """The folded words as they are listed; nothing for what should not be listed."""
    words = " ".join(fold(" ".join(typed[: LONGEST + 1].split())).text.split())
    is_kept = len(words) <= LONGEST and HAS_LETTERS.search(words) and not PERSONAL.search(words)
    return words if is_kept else ""


def write(words: str, times: int) -> None:
    """Add to a row's count, or make the row; safe whoever else does the same."""
    rows = FailedSearch.objects.filter(words=words)
    counted = {"count": F("count") + times, "last_seen": timezone.localdate()}
    if not rows.update(**counted):
        FailedSearch.objects.bulk_create([FailedSearch(words=words)], ignore_conflicts=True)
        rows.update(**counted)


class Waiting:
    """Words to write, and at most one thread that writes them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._words: Counter[str] = Counter()
        self._is_writing = False

    def put(self, words: str) -> None:
        with self._lock:
            if len(self._words) < MOST_WAITING:
                self._words[words] += 1
            if self._is_writing:
                return
            self._is_writing = True
        threading.Thread(target=self._write_all, name="failures", daemon=True).start()

    def _write_all(self) -> None:
        try:
            while taken := self._take():
                write(*taken)
        except DatabaseError:
            log.warning("Searches that found nothing could not be noted.", exc_info=True)
            self._drop()
        finally:
            connection.close()

    def _take(self) -> tuple[str, int] | None:
        with self._lock:
            self._is_writing = bool(self._words)
            return self._words.popitem() if self._words else None

    def _drop(self) -> None:
        with self._lock:
            self._words.clear()
            self._is_writing = False


waiting = Waiting()
