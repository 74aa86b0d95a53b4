"""Checks quotations against what the books say: the same, nearly the same, or not found."""

from .alignment import Change
from .check import LONGEST, Check, Difference, Verdict, check_quote
from .places import Place
from .quote import Quote

__all__ = ["LONGEST", "Change", "Check", "Difference", "Place", "Quote", "Verdict", "check_quote"]
