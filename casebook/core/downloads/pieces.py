"""Many short texts as few pieces, each worth sending."""

from collections.abc import Iterable, Iterator

PIECE = 64 * 1024


def in_pieces(texts: Iterable[str | bytes]) -> Iterator[bytes]:
    """The texts one after another, some at a time."""
    piece = bytearray()
    for text in texts:
        piece += text.encode() if isinstance(text, str) else text
        if len(piece) >= PIECE:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)
