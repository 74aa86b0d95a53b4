"""Whole answers, kept by one process for as long as nothing changes; the oldest make room."""

from collections import OrderedDict
from contextvars import ContextVar
from dataclasses import dataclass
from threading import Lock

from django.conf import settings
from django.http import HttpResponse
from django.http.response import HttpResponseBase

SHARE = 8
"""No answer may take more than this part of all the room."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as the view gave it."""

    content: bytes
    headers: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, response: HttpResponse) -> "Kept":
        return cls(response.content, tuple(response.items()))

    def again(self) -> HttpResponse:
        return HttpResponse(self.content, headers=dict(self.headers))

    @property
    def size(self) -> int:
        return len(self.content) + sum(len(name) + len(value) for name, value in self.headers)


class Answers:
    """Answers by their key, up to ``ANSWER_CACHE_MB`` together."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.clear()

    def clear(self) -> None:
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._size = 0

    def get(self, key: str) -> HttpResponse | None:
        with self._lock:
            kept = self._kept.get(key)
            if kept is None:
                return None
            self._kept.move_to_end(key)
        return kept.again()

    def keep(self, key: str, response: HttpResponseBase) -> None:
        """Keep an answer that is whole and not too large."""
        room = settings.ANSWER_CACHE_MB * 1_000_000
        if not isinstance(response, HttpResponse):
            return
        kept = Kept.of(response)
        if kept.size > room / SHARE:
            return
        with self._lock:
            self._drop(key)
            self._kept[key] = kept
            self._size += kept.size
            while self._size > room:
                self._drop(next(iter(self._kept)))

    def _drop(self, key: str) -> None:
        if kept := self._kept.pop(key, None):
            self._size -= kept.size


answers = Answers()

_is_passing: ContextVar[bool] = ContextVar("is_passing", default=False)


def is_passing() -> None:
    """Say that the answer in the making holds for this once, as one from names read earlier."""
    _is_passing.set(True)


def begin() -> None:
    """Take the answer to be made for one that holds."""
    _is_passing.set(False)


def holds() -> bool:
    return not _is_passing.get()
