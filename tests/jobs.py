"""Jobs for tests, which worker processes can import."""

from pathlib import Path

from django.conf import settings


def write(report_progress, path, text):
    """Add a line to a file."""
    report_progress(f"writes {text}")
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(f"{text}\n")


def wait(report_progress, path):
    """Wait until somebody writes to a named pipe."""
    report_progress("waits")
    Path(path).read_text("utf-8")


def fail(report_progress):
    raise ValueError(f"there is no {settings.DATA_DIR}/file")
