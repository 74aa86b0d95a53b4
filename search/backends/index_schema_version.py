"""The index schema version: other documents or fields need another index."""

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
def index_schema_version() -> str:
    """A hash of the version of the engine and of all code that determines what an index has."""
    digest = hashlib.sha256(version("tantivy").encode())
    for pattern in MADE_BY:
        for path in sorted(SEARCH.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
