"""The line account: source lines placed in records, and warnings about the others."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cases.parsing.book_records import ParseWarning
from cases.parsing.tokens.lines import Line


@dataclass(slots=True)
class LineAccount:
    """Records each line as placed or warned about, so that none is dropped silently."""

    placed: set[int] = field(default_factory=set)
    warnings: list[ParseWarning] = field(default_factory=list)

    def place(self, *numbers: int) -> None:
        """Mark lines as being in a record, or as page furniture such as running headers."""
        self.placed.update(numbers)

    def warn(self, number: int, message: str) -> None:
        """Add a warning about a line."""
        self.warnings.append(ParseWarning(number, message))

    def close(self, lines: Iterable[Line]) -> tuple[ParseWarning, ...]:
        """Warn about each unaccounted line; return all warnings, sorted by line number."""
        known = self.placed.union(warning.line for warning in self.warnings)
        for line in lines:
            if line.number not in known:
                self.warn(line.number, f"not understood here: {shorten(line.text)}")
        unique = dict.fromkeys(self.warnings)
        return tuple(sorted(unique, key=lambda warning: warning.line))


def shorten(text: str, limit: int = 40) -> str:
    """The beginning of a line, at most ``limit`` characters, with an ellipsis where cut."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
