"""File names of downloads: 案例_武汉.csv, and an ASCII fallback."""

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
    """Content-Disposition of a result: a file name made of the list and the parameters in use."""
    chosen = [each for each in result.asked if each.parameter not in HOW_NOT_WHAT]
    in_ascii = [each.value for each in chosen if each.value.isascii()]
    return attachment(
        [str(result.table.label), *(each.label for each in chosen)],
        [result.table.name, *in_ascii],
        extension,
    )


def attachment(pieces: Iterable[str], in_ascii: Iterable[str], extension: str) -> str:
    """Content-Disposition with two file names (RFC 6266): ASCII for old clients, and UTF-8."""
    name = quote(file_name(pieces, extension), safe="")
    return f"attachment; filename=\"{file_name(in_ascii, extension)}\"; filename*=UTF-8''{name}"


def file_name(pieces: Iterable[str], extension: str) -> str:
    """The pieces as a file name of bounded length that file systems and headers accept."""
    stem = "_".join(filter(None, map(_safe, pieces)))
    return f"{stem[:LONGEST].rstrip('._-')}.{extension}"


def _safe(piece: str) -> str:
    """A piece without control characters, separators and bidirectional formatting."""
    kept = "".join(c for c in piece if c.isspace() or unicodedata.category(c)[0] != "C")
    return UNSAFE.sub("-", unicodedata.normalize("NFC", kept)).strip("._-")
