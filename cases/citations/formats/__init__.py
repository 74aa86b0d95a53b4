"""Citation formats: a ``Work`` in, text out. Pure Python without Django.

docs/citations.md names the rule of the standard for each decision.
"""

from .bibtex import bibtex
from .cited_works import Name, Volume, Work
from .csl import csl_json
from .gbt7714 import DEFAULT_STYLE, STYLES, Style, cite
from .ris import ris

__all__ = [
    "DEFAULT_STYLE",
    "STYLES",
    "Name",
    "Style",
    "Volume",
    "Work",
    "bibtex",
    "cite",
    "csl_json",
    "ris",
]
