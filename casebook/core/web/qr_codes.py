"""QR codes: the address of a page for whoever holds it on paper."""

from functools import lru_cache

import segno
from django.utils.safestring import SafeString, mark_safe


@lru_cache(maxsize=1024)
def qr_code(address: str) -> SafeString:
    """An address as inline SVG, as large as its box; nothing for one too long for any code."""
    try:
        code = segno.make(address, error="m", micro=False)
    except segno.DataOverflowError:
        return SafeString()
    # Made of figures alone, so it is safe.
    return mark_safe(code.svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None))  # noqa: S308
