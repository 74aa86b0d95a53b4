"""Read a source file, number its lines, and account for each of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from casebook.core.control_characters import CONTROLS, find_control
from cases.parsing.book_records import ParseWarning

ENCODINGS = {
    b"\xef\xbb\xbf": (["utf-8"], "not the UTF-8 it claims to be"),
    b"\xff\xfe": (["utf-16-le"], "not the UTF-16 it claims to be"),
    b"\xfe\xff": (["utf-16-be"], "not the UTF-16 it claims to be"),
    b"": (["utf-8", "gb18030"], "neither UTF-8 nor GB18030"),
}
"""Byte order mark: the encodings tried in order, and what a file is that has none of them."""

READ_AS_BLANKS = "\f\xa0\u2028\u2029"
"""Form feed, no-break space, line and paragraph separators, as typesetting programs write."""
REFUSED = re.compile(f"(?![{READ_AS_BLANKS}])[{CONTROLS}]")
INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))
TIDY = INVISIBLE | dict.fromkeys(map(ord, READ_AS_BLANKS), " ") | {0x3000: "  "}
"""A full-width space is two columns wide, so that aligned tables stay aligned."""

SPACE = re.compile(r"\s+")
LONGEST_MARK = 60
"""Maximum characters of a line that is only a heading word, a page number or the like."""
LONGEST_EXCERPT = 40
"""Maximum characters of a line that a warning shows."""


class SourceError(Exception):
    """A source that cannot be read as a book; the message has the reason and the remedy."""


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line: its number in the source, from 1, and its text, stripped."""

    number: int
    text: str
    page: int | None = None


@dataclass(slots=True)
class LineAccount:
    """Records each line as placed or warned about, so that none is dropped silently."""

    placed: set[int] = field(default_factory=set)
    warnings: list[ParseWarning] = field(default_factory=list)

    def place(self, *lines: Line) -> None:
        """Mark lines as being in a record, or as page furniture such as running headers."""
        self.placed.update(line.number for line in lines)

    def warn(self, number: int, message: str) -> None:
        """Add a warning about a line."""
        self.warnings.append(ParseWarning(number, message))

    def close(self, lines: Iterable[Line]) -> tuple[ParseWarning, ...]:
        """Warn about each unaccounted line; return all warnings, sorted by line number."""
        known = self.placed.union(warning.line for warning in self.warnings)
        for line in lines:
            if line.number not in known:
                cut = len(line.text) > LONGEST_EXCERPT
                excerpt = line.text[: LONGEST_EXCERPT - 1] + "…" if cut else line.text
                self.warn(line.number, f"not understood here: {excerpt}")
        unique = dict.fromkeys(self.warnings)
        return tuple(sorted(unique, key=lambda warning: warning.line))


def read_source(path: Path) -> str:
    """Read a UTF-8, UTF-16 or GB18030 file as text with LF line ends; raises SourceError."""
    text = unify_line_ends(_decode(_read_bytes(path), path))
    if not number_lines(text):
        raise SourceError(f"{path} is empty: give the path of a file that holds the book's text.")
    if found := find_control(text, REFUSED):
        count = len(REFUSED.findall(text))
        raise SourceError(
            f"{path}, line {found.line}, character {found.column}: the control character "
            f"{found.code_point} is no text (there are {count} of the kind in the file): take it "
            "out or put a blank in its place; if the file is no plain text, save it as such in "
            "UTF-8."
        )
    return text


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        message = "does not exist: check the path of the source."
    except IsADirectoryError:
        message = "is a directory: give the path of the text file in it."
    except OSError as error:
        message = f"cannot be read ({error.strerror}): check its name and permissions."
    raise SourceError(f"{path} {message}")


def _decode(data: bytes, path: Path) -> str:
    """The text; else report the byte at which the likeliest of the encodings fails."""
    mark = next(mark for mark in ENCODINGS if data.startswith(mark))
    if not mark and b"\0" in data:
        raise SourceError(
            f"{path} is not a text file (byte {data.index(0)} is 0x00): save the book as plain "
            "text in UTF-8."
        )
    encodings, reason = ENCODINGS[mark]
    offset = 0
    for encoding in encodings:
        try:
            return data[len(mark) :].decode(encoding)
        except UnicodeDecodeError as error:
            offset = max(offset, len(mark) + error.start)
    raise SourceError(f"{path} is {reason} at byte {offset}: save the file as UTF-8 and try again.")


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


def single_spaced(text: str) -> str:
    """Collapse each run of whitespace to one space, and strip the text."""
    return SPACE.sub(" ", text).strip()


def is_only(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a line as a whole matches the pattern, whitespace ignored."""
    return len(text) <= LONGEST_MARK and bool(pattern.fullmatch(squeeze(text)))
