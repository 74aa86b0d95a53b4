"""Marked texts: a text with the spans that match what was searched for."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the matched spans, ``[start, end)``."""

    text: str
    marks: Sequence[tuple[int, int]] = ()
