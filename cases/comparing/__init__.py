"""Cases side by side: the same rows for each, what differs marked, every value with its source."""

from .compare_rows import MOST_CASES, Group, Line, Row, compare, load_cases

__all__ = ["MOST_CASES", "Group", "Line", "Row", "compare", "load_cases"]
