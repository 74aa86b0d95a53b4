"""The book and its case studies."""

from .bibliography import Book, Contribution, Erratum, Part
from .case import Case, CasePlace, CaseTheme, Critique, Theme
from .evidence import Fact, Reference
from .imported import ImportedRow
from .place import Place, Seat
from .text import Passage, Section

__all__ = [
    "Book",
    "Case",
    "CasePlace",
    "CaseTheme",
    "Contribution",
    "Critique",
    "Erratum",
    "Fact",
    "ImportedRow",
    "Part",
    "Passage",
    "Place",
    "Reference",
    "Seat",
    "Section",
    "Theme",
]
