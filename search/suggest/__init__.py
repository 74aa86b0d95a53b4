"""Suggestions while somebody types, and other spellings for a search that finds little."""
