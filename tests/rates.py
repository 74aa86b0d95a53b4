"""What an answer says of the rate limit."""

import time
from collections.abc import Mapping


def left(headers: Mapping[str, str]) -> int:
    """How many requests are left; also of a whole response of Django's client."""
    return int(headers["RateLimit"].split("r=")[1].split(";")[0])


def minute_of(headers: Mapping[str, str]) -> int:
    """The minute that an answer just received was counted in: the one that ends when it says."""
    return round((time.time() + int(headers["RateLimit"].split("t=")[1])) / 60)
