"""The index schema version: other documents or fields need another index."""

import hashlib
import sys
from functools import cache
from inspect import getfile, isfunction
from pathlib import Path

from casebook.core.records import RecordType, indexed_types

from .document_fields import index_fields

SEARCH = Path(__file__).parent.parent
MADE_BY = (
    "text/analyzer.py",
    "text/data/*.txt",
    "text/ngrams.py",
    "text/normalisation.py",
    "text/tokenizer.py",
    "backends/document_fields.py",
    "backends/snippets.py",
)


@cache
def index_schema_version(engine: str, schema_file: Path) -> str:
    """A hash of the engine's version, the fields and all code that determines what an index has."""
    digest = hashlib.sha256(f"{engine} {index_fields()}".encode())
    for path in [schema_file, *document_files()]:
        digest.update(path.read_bytes())
    for pattern in MADE_BY:
        for path in sorted(SEARCH.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def document_files() -> list[Path]:
    """The files that make documents: of each kind, and what that uses of its own package."""
    files = {getfile(RecordType)}
    for record_type in indexed_types().values():
        module = sys.modules[type(record_type).__module__]
        files |= {
            getfile(function)
            for function in vars(module).values()
            if isfunction(function) and function.__module__.startswith(f"{module.__package__}.")
        }
    return sorted(map(Path, files))
