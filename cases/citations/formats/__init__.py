"""Citation formats: a ``Work`` in, text out. Pure Python without Django.

docs/citations.md names the rule of the standard for each decision.
"""

from collections.abc import Callable
from typing import NamedTuple

from .bibtex import bibtex
from .cited_works import Name, Volume, Work
from .csl import csl_json
from .gbt7714 import DEFAULT_STYLE, STYLES, Style, cite
from .ris import ris

__all__ = [
    "DEFAULT_STYLE",
    "FILES",
    "STYLES",
    "FileFormat",
    "Name",
    "Style",
    "Volume",
    "Work",
    "cite",
]


class FileFormat(NamedTuple):
    """A file format of reference managers; ``name`` is that of the API's ``format``."""

    name: str
    extension: str
    label: str
    media_type: str
    write: Callable[[Work], str]


FILES = (
    FileFormat("ris", "ris", "RIS", "application/x-research-info-systems", ris),
    FileFormat("bib", "bib", "BibTeX", "application/x-bibtex", bibtex),
    FileFormat("csl", "json", "CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
)
