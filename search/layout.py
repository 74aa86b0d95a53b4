"""Which code made an index: another layout of documents or fields needs another index."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
MADE_BY = (
    "analysis.py",
    "cutting.py",
    "documents.py",
    "folding.py",
    "kinds.py",
    "names.py",
    "snippets.py",
    "backends/*.py",
    "data/*.txt",
)


@cache
def layout() -> str:
    """Changes with the engine and with any code that has a say in what an index holds."""
    digest = hashlib.sha256(version("tantivy").encode())
    for pattern in MADE_BY:
        for path in sorted(HERE.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
