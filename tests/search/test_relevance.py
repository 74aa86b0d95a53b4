"""Ranking a test collection from files, as whoever scores the search does."""

import json
import subprocess
import sys
from pathlib import Path

from tests.paths import ROOT


def lines(path: Path, rows: list[dict]) -> Path:
    path.write_text("\ufeff" + "\n\n".join(map(json.dumps, rows)), "utf-8")
    return path


def test_odd_files_are_ranked_and_ids_come_back_as_given(tmp_path):
    docs = [
        {"id": 1, "text": "湖边修了新的路灯杆"},
        {"id": "b/2", "text": None},
        {"id": 2.5, "text": "大数据\ud800平台"},
        {"id": "doc-3", "text": "路灯"},
        {"id": "doc-4", "title": "没有正文"},
    ]
    queries = [{"id": 7, "text": "路灯杆在哪里？"}, {"id": "q", "text": '"平台 \ud800'}]
    out = tmp_path / "out.tsv"

    subprocess.run(
        [
            *(sys.executable, "-m", "benchmarks.relevance"),
            lines(tmp_path / "docs.jsonl", docs),
            lines(tmp_path / "queries.jsonl", queries),
            out,
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )

    assert out.read_text("utf-8").splitlines() == ["7\t1", "7\tdoc-3", "q\t2.5"]
