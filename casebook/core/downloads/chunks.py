"""Chunks of at least 64 KiB made of many short texts."""

from collections.abc import Iterable, Iterator

PIECE = 64 * 1024


def in_chunks(texts: Iterable[str | bytes]) -> Iterator[bytes]:
    """The texts in UTF-8, joined to chunks of at least ``PIECE`` bytes; the last may be shorter."""
    piece = bytearray()
    for text in texts:
        piece += text.encode() if isinstance(text, str) else text
        if len(piece) >= PIECE:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)
