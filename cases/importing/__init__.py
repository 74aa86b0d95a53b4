"""Load fixtures and parsed books into the database: atomic, repeatable, keeping edits."""
