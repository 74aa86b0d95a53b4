"""Bring fixtures and parsed books into the database: all or nothing, over and over, mindful of edits."""
