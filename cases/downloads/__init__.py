"""The tables for download: books, parts, cases, critiques, places, themes and facts."""

from .book_tables import BOOKS, PARTS
from .case_tables import CASES, CRITIQUES
from .fact_tables import FACTS
from .place_and_theme_tables import PLACES, THEMES

__all__ = ["BOOKS", "CASES", "CRITIQUES", "FACTS", "PARTS", "PLACES", "THEMES"]
