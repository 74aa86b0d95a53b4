"""Chinese numerals."""

DIGITS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """The numeral of a number up to 99: 2 → 二, 25 → 二十五."""
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    head = "" if tens == 1 else DIGITS[tens]
    return f"{head}十{DIGITS[ones] if ones else ''}"
