"""Chinese and Arabic numerals as printed: 二十五, 廿五, １２ and 12."""

import re

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
DIGITS |= {"零": 0, "○": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3}
TENS = {"十": 10, "拾": 10, "廿": 20, "卅": 30}

NUMERAL = "[0-9０-９〇零○一二三四五六七八九十拾廿卅百千两]"
"""Pattern of one character of a number, for the patterns of other modules."""

ARABIC = re.compile("[0-9０-９]{1,9}")
YEAR = re.compile("[一二三四五六七八九][〇零○一二三四五六七八九]{3}")
BELOW_TEN_THOUSAND = re.compile(
    "(?:(?P<thousands>[一二两三四五六七八九])千(?P<no_hundreds>[零〇](?!.?百))?)?"
    "(?:(?P<hundreds>[一二两三四五六七八九])百(?P<no_tens>[零〇](?!.?[十拾]))?)?"
    "(?:(?P<tens>[一二三四五六七八九壹贰叁]?[十拾]|[廿卅]))?"
    "(?P<ones>[〇零○一二两三四五六七八九壹贰叁])?"
)


def to_int(numeral: str) -> int | None:
    """Convert a numeral: 二十五 → 25, 一百零三 → 103, １２ → 12; ``None`` for anything else."""
    numeral = numeral.strip()
    if ARABIC.fullmatch(numeral):
        return int(numeral)
    if YEAR.fullmatch(numeral):
        return int("".join(str(DIGITS[digit]) for digit in numeral))
    match = BELOW_TEN_THOUSAND.fullmatch(numeral)
    if not numeral or match is None or not _is_well_formed(match):
        return None
    thousands, hundreds, tens, ones = match.group("thousands", "hundreds", "tens", "ones")
    value = DIGITS.get(thousands, 0) * 1000 + DIGITS.get(hundreds, 0) * 100 + DIGITS.get(ones, 0)
    if tens:  # 十, 廿 and 卅 have no digit of their own
        value += TENS[tens] if tens in TENS else DIGITS[tens[0]] * 10
    return value


def _is_well_formed(match: re.Match[str]) -> bool:
    """Whether each zero marks a skipped rank; false for 一百零, 二十零 and 一百三."""
    higher = match["thousands"] or match["hundreds"]
    skipped = match["no_tens"] or match["no_hundreds"]
    if match["ones"] in ("〇", "零", "○"):
        return not higher and not match["tens"]
    if skipped:
        return bool(match["tens"] or match["ones"])
    return not (higher and match["ones"] and not match["tens"])
