"""The list of searches without hits: words and how often, nothing about who searched."""

import logging
import re

from django.db import DatabaseError
from django.db.models import F

from search.models import FailedSearch
from search.text.normalisation import normalize

log = logging.getLogger(__name__)

MAX_LENGTH = 100

PERSONAL = re.compile(r"@|\d{5,}|(?:\d[\s\-]*){7,}")
"""Personal data, such as e-mail addresses and phone numbers: such a query is not stored."""

HAS_LETTERS = re.compile(r"[^\W\d_]")


def note_failure(typed: str) -> None:
    """Count a search without hits, unless it may be personal; database errors are logged."""
    words = kept_words(typed)
    if not words:
        return
    try:
        FailedSearch.objects.update_or_create(
            words=words, defaults={"count": F("count") + 1}, create_defaults={"count": 1}
        )
    except DatabaseError:
        log.warning("A search that found nothing could not be noted.", exc_info=True)


def kept_words(typed: str) -> str:
    """The normalised words to store; empty for what should not be stored."""
    words = " ".join(normalize(" ".join(typed[: MAX_LENGTH + 1].split())).text.split())
    is_kept = len(words) <= MAX_LENGTH and HAS_LETTERS.search(words) and not PERSONAL.search(words)
    return words if is_kept else ""
