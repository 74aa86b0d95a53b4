"""Downloads as tests read them: with the readers of others, never with our own writers."""

import csv
import io
import json
import re
from urllib.parse import unquote

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

NAMES = re.compile(r"""attachment; filename="([^"]*)"; filename\*=UTF-8''(\S+)""")


def download(client, address):
    """The whole file, after a look that there is one."""
    response = client.get(address)
    assert response.status_code == 200, response.content.decode()
    return b"".join(response.streaming_content)


def csv_rows(client, address) -> list[dict[str, str]]:
    content = download(client, address).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def workbook(client, address) -> Workbook:
    return load_workbook(io.BytesIO(download(client, address)))


def sheet_rows(client, address) -> list[dict[str, object]]:
    heading, *rows = workbook(client, address).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def json_rows(client, address) -> list[dict[str, object]]:
    return json.loads(download(client, address))["results"]


def jsonl_rows(client, address) -> list[dict[str, object]]:
    return [json.loads(line) for line in download(client, address).splitlines()]


def markdown_rows(client, address) -> list[list[str]]:
    """The cells of a table, bars and marks taken as GitHub takes them."""
    text = download(client, address).decode()
    table = [line for line in text.splitlines() if line.startswith("| ")]
    cells = [line[2:-2].split(" | ") for line in table]
    return [[re.sub(r"\\([^\w\s])", r"\1", cell) for cell in row] for row in cells]


def names(response) -> tuple[str, str]:
    """The plain name of a file and the full one."""
    plain, full = NAMES.fullmatch(response["Content-Disposition"]).groups()
    return plain, unquote(full)
