"""International standard book numbers and their check digit."""

import re

ISBN = re.compile(r"ISBN\s*[:：]?\s*(?P<number>[0-9](?:[0-9 \-–—‐]{8,20})[0-9Xx])", re.IGNORECASE)


def find_isbn(text: str) -> str | None:
    """The number printed after ISBN, with its hyphens: ``978-7-5026-4700-1``."""
    match = ISBN.search(text)
    return re.sub(r"[\s\-–—‐]+", "-", match["number"].strip()).upper() if match else None


def is_valid_isbn(isbn: str) -> bool:
    """Whether the check digit of an ISBN-13 or ISBN-10 is right."""
    digits = isbn.replace("-", "")
    if re.fullmatch("[0-9]{13}", digits):
        return sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0
    if re.fullmatch("[0-9]{9}[0-9X]", digits):
        values = [10 if digit == "X" else int(digit) for digit in digits]
        return sum(value * (10 - i) for i, value in enumerate(values)) % 11 == 0
    return False


def isbn13(isbn: str) -> str:
    """Normalise an ISBN-10 or ISBN-13 to 13 digits without hyphens; empty if not valid."""
    if not is_valid_isbn(isbn):
        return ""
    digits = isbn.replace("-", "")
    if len(digits) == 13:  # noqa: PLR2004
        return digits
    stem = f"978{digits[:-1]}"
    check = -sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(stem)) % 10
    return f"{stem}{check}"
