"""The account of a reading: which lines found their place, and what was said about others."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cases.parsing.records import ParseWarning
from cases.parsing.tokens.lines import Line


@dataclass(slots=True)
class Ledger:
    """Notes each line as placed or warned about, so that none is lost in silence."""

    placed: set[int] = field(default_factory=set)
    warnings: list[ParseWarning] = field(default_factory=list)

    def place(self, *numbers: int) -> None:
        """Note that these lines are in a record, or are known furniture of the page."""
        self.placed.update(numbers)

    def warn(self, number: int, message: str) -> None:
        """Note something about a line that its reader should look at."""
        self.warnings.append(ParseWarning(number, message))

    def close(self, lines: Iterable[Line]) -> tuple[ParseWarning, ...]:
        """Warn about whatever is still open; return all warnings by line."""
        known = self.placed.union(warning.line for warning in self.warnings)
        for line in lines:
            if line.number not in known:
                self.warn(line.number, f"not understood here: {shorten(line.text)}")
        unique = dict.fromkeys(self.warnings)
        return tuple(sorted(unique, key=lambda warning: warning.line))


def shorten(text: str, limit: int = 40) -> str:
    """Enough of a line to find it by."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
