"""Django admin for books, cases, places, themes, text and evidence."""

from . import book_admin as bibliography
from . import case_admin as cases
from . import fact_admin as evidence
from . import place_admin as places
from . import text_admin as text

__all__ = ["bibliography", "cases", "evidence", "places", "text"]
