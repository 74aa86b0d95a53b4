"""Downloads: all rows of the current result as one file, in any of five formats.

A ``Table`` defines the columns and rows of a resource's file. A ``Download`` is the file for
one request, the same from pages and API.
"""

from .download import FORMATS, Download, attachment, is_download, page_download
from .tables import Table
from .text_files import csv_lines

__all__ = [
    "FORMATS",
    "Download",
    "Table",
    "attachment",
    "csv_lines",
    "is_download",
    "page_download",
]
