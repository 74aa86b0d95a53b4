"""Shades for counts: at most five, so that they can be distinguished; 0 for no cases."""

from collections.abc import Iterable

MOST_SHADES = 5


def shade(count: int, largest: int) -> int:
    """The shade of a count: 0 for 0, then 1 to 5 in equal steps up to the largest count."""
    return 0 if not count else -(-count * min(MOST_SHADES, largest) // largest)


def legend(counts: Iterable[int]) -> list[tuple[int, str]]:
    """Each shade in use with its range of counts, as ``2–3``."""
    largest = max(counts, default=0)
    ranges: dict[int, list[int]] = {}
    for count in range(1, largest + 1):
        ranges.setdefault(shade(count, largest), []).append(count)
    return [
        (step, f"{numbers[0]}" if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}")
        for step, numbers in ranges.items()
    ]
