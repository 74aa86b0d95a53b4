"""Request helpers that any app may use."""

from collections.abc import Iterable
from difflib import get_close_matches

from django.http import HttpRequest

TRACKING_PREFIXES = ("utm_", "spm", "fbclid", "gclid", "from")
"""Parameters that other sites hang on to our addresses; they mean nothing here."""


def unknown_parameters(request: HttpRequest, known: Iterable[str]) -> list[str]:
    """The query parameters of a request that nobody here reads, in the order given."""
    allowed = set(known)
    return [
        name
        for name in request.GET
        if name not in allowed and not name.startswith(TRACKING_PREFIXES)
    ]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant, if any is near: ``cityy`` → ``city``."""
    matches = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return matches[0] if matches else None
