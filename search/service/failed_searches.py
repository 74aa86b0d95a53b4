"""The list of searches that found nothing: words and how often, nothing of who asked."""

import logging
import re

from django.db import DatabaseError
from django.db.models import F

from search.models import FailedSearch
from search.text.normalisation import fold

log = logging.getLogger(__name__)

MAX_LENGTH = 100

PERSONAL = re.compile(r"@|\d{5,}|(?:\d[\s\-]*){7,}")
"""What may be an address or a number of somebody's: it is not kept."""

HAS_LETTERS = re.compile(r"[^\W\d_]")


def note_failure(typed: str) -> None:
    """Count a search that found nothing, unless it may tell who asked; a failure to do so is logged."""
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
    """The folded words as they are listed; nothing for what should not be listed."""
    words = " ".join(fold(" ".join(typed[: MAX_LENGTH + 1].split())).text.split())
    is_kept = len(words) <= MAX_LENGTH and HAS_LETTERS.search(words) and not PERSONAL.search(words)
    return words if is_kept else ""
