"""The comparison of cases: one column each, differing rows marked, values with their sources."""
