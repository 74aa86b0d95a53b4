"""QR codes: the address of a page for print."""

from functools import lru_cache

import segno
from django.utils.safestring import SafeString, mark_safe


@lru_cache(maxsize=1024)
def qr_code(address: str) -> SafeString:
    """A QR code as inline SVG that fills its box; empty for an address too long for any code."""
    try:
        code = segno.make(address, error="m", micro=False)
    except segno.DataOverflowError:
        return SafeString()
    # The SVG contains only numbers, not the address, so it is safe.
    return mark_safe(code.svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None))  # noqa: S308
