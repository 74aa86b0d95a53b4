"""Source text → records. Pure Python: this package knows nothing of Django."""
