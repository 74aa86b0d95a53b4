"""Checks quotations against what the books say: the same, nearly the same, or not found."""

from .alignment import Change
from .check import LONGEST, Check, Verdict, check_quote
from .differences import Cause, Difference, Omission
from .places import Place
from .qualifiers import Kind, Qualifier
from .quote import Quote

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
