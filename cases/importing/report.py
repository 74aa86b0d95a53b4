"""The report of a load, for the person who ran it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


def no_progress(message: str) -> None:
    """Progress callback that does nothing."""


@dataclass(slots=True)
class Report:
    """Counts of rows, values and rows not changed and why, and the progress callback."""

    report_progress: Callable[[str], None] = no_progress
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    kept_values: list[str] = field(default_factory=list)
    other_sources: list[str] = field(default_factory=list)
    kept_rows: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    rows: dict[str, set[int]] = field(default_factory=dict)
    """Primary keys of the rows created or changed, by model label (``cases.case``)."""

    def note_rows(self, model: str, keys: Iterable[int]) -> None:
        """Record rows that were created or changed."""
        self.rows.setdefault(model, set()).update(keys)

    def add(self, other: "Report") -> None:
        """Add the counts and rows of a later part of the same load."""
        self.created += other.created
        self.changed += other.changed
        self.removed += other.removed
        for model, keys in other.rows.items():
            self.note_rows(model, keys)

    @property
    def is_idle(self) -> bool:
        """Whether the load changed nothing."""
        return not (self.created or self.changed or self.removed)

    def __str__(self) -> str:
        counts = (
            f"created {self.created}, changed {self.changed}, "
            f"unchanged {self.unchanged}, removed {self.removed}"
        )
        return f"Nothing to change: {counts}." if self.is_idle else f"Loaded: {counts}."

    def notes(self) -> list[str]:
        """Messages about the book's identity, then a line for each kind of change not made."""
        kinds = (
            (self.kept_values, "value", "was edited by hand and stays"),
            (self.other_sources, "value", "stays as another source, loaded before, has it"),
            (self.kept_rows, "row", "is no longer in the source but edited or in use, and stays"),
            (self.left_out, "row", "was deleted by hand, or hangs on one that was, and stays out"),
        )
        return self.messages + [
            f"{len(names)} {noun}(s): {what} ({', '.join(names[:5])}{', …' if names[5:] else ''})."
            for names, noun, what in kinds
            if names
        ]
