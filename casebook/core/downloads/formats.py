"""File formats: extension, media type and writer of each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .csv_files import write_csv
from .json_files import write_json, write_json_lines
from .markdown import write_markdown
from .result import Result
from .spreadsheets import MOST_ROWS, write_xlsx


@dataclass(frozen=True, slots=True)
class Format:
    """A file format whose ``write`` yields chunks; ``most_rows`` if the format has a limit."""

    extension: str
    media_type: str
    write: Callable[[Result], Iterator[bytes]]
    most_rows: int | None = None


SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    each.extension: each
    for each in (
        Format("csv", "text/csv; charset=utf-8", write_csv),
        Format("xlsx", SPREADSHEET, write_xlsx, MOST_ROWS),
        Format("json", "application/json", write_json),
        Format("jsonl", "application/jsonl", write_json_lines),
        Format("md", "text/markdown; charset=utf-8", write_markdown),
    )
}
