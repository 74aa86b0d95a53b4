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
    """The header that names the file of a result after the list and what was asked of it."""
    chosen = [each for each in result.asked if each.parameter not in HOW_NOT_WHAT]
    in_ascii = [each.value for each in chosen if each.value.isascii()]
    return attachment(
        [str(result.table.label), *(each.label for each in chosen)],
        [result.table.name, *in_ascii],
        extension,
    )


def attachment(pieces: Iterable[str], in_ascii: Iterable[str], extension: str) -> str:
    """The header with the name twice, as RFC 6266 has it: plain for old clients, then as it is."""
    name = quote(file_name(pieces, extension), safe="")
    return f"attachment; filename=\"{file_name(in_ascii, extension)}\"; filename*=UTF-8''{name}"


def file_name(pieces: Iterable[str], extension: str) -> str:
    """The pieces as one name of bounded length, without what file systems or headers refuse."""
    stem = "_".join(filter(None, map(_safe, pieces)))
    return f"{stem[:LONGEST].rstrip('._-')}.{extension}"


def _safe(piece: str) -> str:
    """A piece without controls, separators and marks that turn the direction of writing."""
    kept = "".join(c for c in piece if c.isspace() or unicodedata.category(c)[0] != "C")
    return UNSAFE.sub("-", unicodedata.normalize("NFC", kept)).strip("._-")
