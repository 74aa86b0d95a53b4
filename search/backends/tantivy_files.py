"""The files of a Tantivy index: its description, and others that end with a checksum of the rest."""

import json
import struct
import zlib
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

META = "meta.json"
MAGIC = 1337
END = struct.Struct("<II")
"""The last bytes of a file: how long its footer is, and Tantivy's mark."""

PIECE = 1 << 20

STORE_BLOCK = 4096
"""Bytes that are read and unpacked for one document; Tantivy's own 16 KB make a page of hits slower."""


def store_in_small_blocks(folder: Path) -> None:
    """Tell an index that holds nothing yet how to store documents; its package has no way to say it."""
    meta = folder / META
    described = json.loads(meta.read_text("utf-8"))
    described["index_settings"]["docstore_blocksize"] = STORE_BLOCK
    meta.write_text(json.dumps(described), "utf-8")


def damaged_files(folder: Path) -> list[str]:
    """The files of committed segments that are not as they were written."""
    try:
        names = segment_names(folder / META)
    except (OSError, ValueError, KeyError):
        return [META]
    files = sorted(path for path in folder.iterdir() if path.name.partition(".")[0] in names)
    return [path.name for path in files if not is_intact(path)]


def segment_names(meta: Path) -> set[str]:
    """What the files of the last commit are called before the dot."""
    segments = json.loads(meta.read_text("utf-8"))["segments"]
    return {segment["segment_id"].replace("-", "") for segment in segments}


def is_intact(path: Path) -> bool:
    """Whether a file still has the checksum that its footer names."""
    with suppress(OSError, struct.error, ValueError, KeyError), path.open("rb") as file:
        size = file.seek(-END.size, 2)
        length, magic = END.unpack(file.read())
        file.seek(size - length)
        expected = int(json.loads(file.read(length))["crc"])
        file.seek(0)
        return magic == MAGIC and checksum(file, size - length) == expected
    return False


def checksum(file: BinaryIO, size: int) -> int:
    """Of the first bytes of a file, read piece by piece: a file may be larger than memory."""
    found = 0
    while size > 0 and (piece := file.read(min(size, PIECE))):
        found = zlib.crc32(piece, found)
        size -= len(piece)
    return found
