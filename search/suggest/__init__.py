"""Suggestions while somebody types, and spelling proposals for a search that finds little."""
