"""What downloads of books, cases, critiques, places, themes and facts hold."""

from .bibliography import BOOKS, PARTS
from .cases import CASES, CRITIQUES
from .facts import FACTS
from .vocabularies import PLACES, THEMES

__all__ = ["BOOKS", "CASES", "CRITIQUES", "FACTS", "PARTS", "PLACES", "THEMES"]
