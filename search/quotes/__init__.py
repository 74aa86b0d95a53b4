"""Checks quotations against the text of the books: the same, nearly the same, or not found."""

from .alignment import Change
from .check import LONGEST, Check, Verdict, check_quote
from .differences import Cause, Difference, Omission
from .qualifiers import Kind, Qualifier
from .quote import Quote
from .quoted_places import Place

__all__ = [
    "LONGEST",
    "Cause",
    "Change",
    "Check",
    "Difference",
    "Kind",
    "Omission",
    "Place",
    "Qualifier",
    "Quote",
    "Verdict",
    "check_quote",
]
