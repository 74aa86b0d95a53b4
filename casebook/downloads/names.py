"""File names: 案例_武汉.csv, and what stands in for it where only ASCII is understood."""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

from .result import Result

UNSAFE = re.compile(r'[\s\\/:*?"<>|;%]+')
LONGEST = 60
"""Characters of a name without its extension; file systems take no more than 255 bytes."""
HOW_NOT_WHAT = ("ordering", "synonyms")


def content_disposition(result: Result, extension: str) -> str:
    """The name twice, as RFC 6266 has it: plain for old clients, then as it is."""
    chosen = [each for each in result.asked if each.parameter not in HOW_NOT_WHAT]
    name = file_name([str(result.table.label), *(each.label for each in chosen)], extension)
    in_ascii = [each.value for each in chosen if each.value.isascii()]
    fallback = file_name([result.table.name, *in_ascii], extension)
    return f"attachment; filename=\"{fallback}\"; filename*=UTF-8''{quote(name, safe='')}"


def file_name(pieces: Iterable[str], extension: str) -> str:
    """The pieces as one name of bounded length, without what file systems or headers refuse."""
    stem = "_".join(filter(None, map(_safe, pieces)))
    return f"{stem[:LONGEST].rstrip('._-')}.{extension}"


def _safe(piece: str) -> str:
    """A piece without controls, separators and marks that turn the direction of writing."""
    kept = "".join(c for c in piece if c.isspace() or unicodedata.category(c)[0] != "C")
    return UNSAFE.sub("-", unicodedata.normalize("NFC", kept)).strip("._-")
