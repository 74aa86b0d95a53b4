"""The editors' desk for books, cases, places, themes, text and evidence."""

from . import bibliography, cases, evidence, places, text

__all__ = ["bibliography", "cases", "evidence", "places", "text"]
