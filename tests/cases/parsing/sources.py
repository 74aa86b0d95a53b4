"""The texts that the parser's tests read."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "tests" / "data" / "sample_casebook.txt"
REAL = Path(os.environ.get("CASEBOOK_SOURCE", ROOT.parent / "shared" / "sources" / "casebook.txt"))


def contents_of(*lines: str) -> str:
    """A source that is nothing but these lines."""
    return "\n".join(lines)
