"""QR codes: the address of a page for whoever holds it on paper."""

from functools import lru_cache

import segno
from django.utils.safestring import SafeString, mark_safe


@lru_cache(maxsize=1024)
def qr_code(address: str) -> SafeString:
    """An address as inline SVG, as large as its box; made of figures alone, so it is safe."""
    code = segno.make(address, error="m", micro=False)
    return mark_safe(code.svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None))  # noqa: S308
