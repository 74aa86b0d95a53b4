"""Which code made an index: another layout of documents or fields needs another index."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

SEARCH = Path(__file__).parent.parent
MADE_BY = (
    "indexing/document_names.py",
    "indexing/documents.py",
    "query/kind_words.py",
    "text/analyzer.py",
    "text/data/*.txt",
    "text/ngrams.py",
    "text/normalisation.py",
    "text/tokenizer.py",
    "backends/**/*.py",
)


@cache
def layout() -> str:
    """Changes with the engine and with any code that has a say in what an index holds."""
    digest = hashlib.sha256(version("tantivy").encode())
    for pattern in MADE_BY:
        for path in sorted(SEARCH.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
