"""Control characters: invisible in text, and some of them invalid in XML."""

import re
from dataclasses import dataclass

CONTROLS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 without tab and line ends, DEL, C1
    "\u2028\u2029"  # line and paragraph separators
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates of the direction of writing
    "\ud800-\udfff\ufffe\uffff"  # lone surrogates and noncharacters
)
"""Characters that no text may contain, as the inside of a regular expression's class."""
IN_LINES = re.compile(f"[{CONTROLS}]")
IN_ONE_LINE = re.compile(f"[{CONTROLS}\t\n\r]")


@dataclass(frozen=True, slots=True)
class ControlCharacter:
    """A control character found in a text: code point, line and column, both from 1."""

    code_point: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.code_point} (line {self.line}, character {self.column})"


def find_control(text: str, pattern: re.Pattern[str] = IN_LINES) -> ControlCharacter | None:
    """The first control character of a text with Unix line ends."""
    if not (found := pattern.search(text)):
        return None
    before = text[: found.start()]
    column = found.start() - before.rfind("\n")
    return ControlCharacter(f"U+{ord(found[0]):04X}", before.count("\n") + 1, column)


def replace_controls(text: str, pattern: re.Pattern[str] = IN_LINES) -> str:
    """The text with each control character replaced by U+FFFD, for files."""
    return pattern.sub("\ufffd", text)
