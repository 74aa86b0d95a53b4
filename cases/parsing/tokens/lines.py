"""Read a source file, normalise its line ends and spaces, and number its lines."""

import re
from dataclasses import dataclass
from pathlib import Path

from casebook.core.control_characters import CONTROLS, find_control

BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}

READ_AS_BLANKS = "\f\xa0\u2028\u2029"
"""Form feed, no-break space, line and paragraph separators, as typesetting programs write."""
REFUSED = re.compile(f"(?![{READ_AS_BLANKS}])[{CONTROLS}]")
INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))
TIDY = INVISIBLE | dict.fromkeys(map(ord, READ_AS_BLANKS), " ") | {0x3000: "  "}
"""A full-width space is two columns wide, so that aligned tables stay aligned."""

SPACE = re.compile(r"\s+")
LONGEST_MARK = 60
"""Maximum characters of a line that is only a heading word, a page number or the like."""


class SourceError(Exception):
    """A source that cannot be read as a book; the message has the reason and the remedy."""


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line: its number in the source, from 1, and its text, stripped."""

    number: int
    text: str
    page: int | None = None


def read_source(path: Path) -> str:
    """Read a UTF-8, UTF-16 or GB18030 file as text with LF line ends; raises SourceError."""
    data = _read_bytes(path)
    text = unify_line_ends(_decode(data, path))
    if not number_lines(text):
        raise SourceError(f"{path} is empty: give the path of a file that holds the book's text.")
    _refuse_controls(text, path)
    return text


def unify_line_ends(text: str) -> str:
    """Convert the line ends of Windows (CRLF) and old Macs (CR) to LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def number_lines(text: str) -> list[Line]:
    """The non-blank lines, numbered from 1 as in a text editor."""
    numbered = enumerate(unify_line_ends(text).split("\n"), start=1)
    tidy = (Line(number, raw.translate(TIDY).strip()) for number, raw in numbered)
    return [line for line in tidy if line.text]


def squeeze(text: str) -> str:
    """Remove all whitespace: ``徐 明`` → ``徐明``."""
    return SPACE.sub("", text)


def is_only(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a line as a whole matches the pattern, whitespace ignored."""
    return len(text) <= LONGEST_MARK and bool(pattern.fullmatch(squeeze(text)))


def single_spaced(text: str) -> str:
    """Collapse each run of whitespace to one space, and strip the text."""
    return SPACE.sub(" ", text).strip()


def _refuse_controls(text: str, path: Path) -> None:
    if found := find_control(text, REFUSED):
        count = len(REFUSED.findall(text))
        raise SourceError(
            f"{path}, line {found.line}, character {found.column}: the control character "
            f"{found.code_point} is no text (there are {count} of the kind in the file): take it "
            "out or put a blank in its place; if the file is no plain text, save it as such in "
            "UTF-8."
        )


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        message = f"{path} does not exist: check the path of the source."
    except IsADirectoryError:
        message = f"{path} is a directory: give the path of the text file in it."
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror}): check its name and permissions."
    raise SourceError(message)


def _decode(data: bytes, path: Path) -> str:
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return _decode_as(encoding, data, len(mark), path)
    if b"\0" in data:
        raise SourceError(
            f"{path} is not a text file (byte {data.index(0)} is 0x00): save the book as plain "
            "text in UTF-8."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as utf8_error:
        return _decode_gb18030(data, utf8_error, path)


def _decode_gb18030(data: bytes, utf8_error: UnicodeDecodeError, path: Path) -> str:
    """Decode as GB18030; else report the byte at which the likelier of the two encodings fails."""
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError as error:
        offset = max(error.start, utf8_error.start)
        raise _unreadable(path, offset, "neither UTF-8 nor GB18030") from None


def _decode_as(encoding: str, data: bytes, skip: int, path: Path) -> str:
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        raise _unreadable(path, skip + error.start, f"not the {name} it claims to be") from None


def _unreadable(path: Path, offset: int, reason: str) -> SourceError:
    return SourceError(
        f"{path} is {reason} at byte {offset}: save the file as UTF-8 and try again."
    )
