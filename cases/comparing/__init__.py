"""The comparison of cases: one column each, differing rows marked, values with their sources."""

from .compare_rows import MOST_CASES, Group, Line, Row, compare, load_cases

__all__ = ["MOST_CASES", "Group", "Line", "Row", "compare", "load_cases"]
