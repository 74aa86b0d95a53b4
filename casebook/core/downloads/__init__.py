"""Downloads: all rows of the current result as one file, in any of five formats.

A ``Table`` says what the file of a resource holds. A ``Download`` is one of them as one
request asks for it; pages and API answer with the same one.
"""

from .csv_files import csv_lines
from .download import Download, is_download
from .file_names import attachment
from .formats import FORMATS
from .pages import page_download
from .tables import Table

__all__ = [
    "FORMATS",
    "Download",
    "Table",
    "attachment",
    "csv_lines",
    "is_download",
    "page_download",
]
