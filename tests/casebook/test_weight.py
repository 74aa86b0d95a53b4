"""What the styles and scripts of the site weigh on the wire."""

from pathlib import Path

import brotli

STATIC = Path(__file__).parents[2] / "casebook" / "static"
OF_OTHERS = {"api-docs.css", "desk.css"}
"""Loaded by no page of the site: Swagger UI's frame and the editors' admin."""


def weight(pattern: str) -> int:
    files = [path for path in STATIC.glob(pattern) if path.name not in OF_OTHERS]
    return sum(len(brotli.compress(path.read_bytes())) for path in files)


def test_all_styles_together_stay_under_20_kb():
    assert 0 < weight("css/*.css") < 20_000


def test_all_scripts_together_stay_under_15_kb():
    assert 0 < weight("js/*.js") < 15_000
