"""The time line of facts: how many there are of each year, as numbers and as bars."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from casebook.core.provenance import Origin
from cases.models import Fact

BAR, STEP, HEIGHT, BASE = 14, 20, 96, 18
"""Bar width, distance between bars, height of the tallest bar and of the labels below."""
EDGE = 16
MOST_LABELS = 9


@dataclass(frozen=True, slots=True)
class Bar:
    """One year: the facts of the book below, all others on top; sizes in units of the drawing."""

    year: int
    of_book: int
    of_others: int
    x: int
    book_height: int
    other_height: int
    has_label: bool

    @property
    def count(self) -> int:
        return self.of_book + self.of_others

    @property
    def middle(self) -> int:
        return self.x + BAR // 2

    @property
    def book_top(self) -> int:
        return HEIGHT - self.book_height

    @property
    def other_top(self) -> int:
        return self.book_top - self.other_height


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years that have facts; any span of years without facts is one wider gap."""

    bars: list[Bar]

    height = HEIGHT + BASE
    base = HEIGHT
    bar_width = BAR

    @property
    def width(self) -> int:
        return self.bars[-1].x + BAR + EDGE


def timeline(counts: Mapping[tuple[str, int], int]) -> Timeline | None:
    """The number of facts by origin and year; None for fewer than two different years."""
    of_book, of_others = Counter[int](), Counter[int]()
    for (origin, year), count in counts.items():
        (of_book if origin == Origin.BOOK else of_others)[year] += count
    years = sorted(of_book | of_others)
    return Timeline(bars(years, of_book, of_others)) if len(years) > 1 else None


def counts_of(facts: QuerySet[Fact]) -> dict[tuple[str, int], int]:
    """The number of dated facts by origin and year."""
    dated = facts.order_by().exclude(year=None).values_list("origin", "year")
    return {(row[0], row[1]): row[2] for row in dated.annotate(Count("pk", distinct=True))}


def bars(years: list[int], of_book: Counter[int], of_others: Counter[int]) -> list[Bar]:
    """Bars in chronological order; the distance is doubled where years are missing."""
    tallest = max(of_book[year] + of_others[year] for year in years)
    every = -(-len(years) // MOST_LABELS)
    drawn, x = [], EDGE
    for position, year in enumerate(years):
        if position:
            x += STEP if year == years[position - 1] + 1 else STEP * 2
        drawn.append(
            Bar(
                year,
                of_book[year],
                of_others[year],
                x,
                scaled(of_book[year], tallest),
                scaled(of_others[year], tallest),
                (len(years) - 1 - position) % every == 0,
            )
        )
    return drawn


def scaled(count: int, tallest: int) -> int:
    """The height of a bar: at least 2 units for one fact, 0 for none."""
    return max(2, round(count * (HEIGHT - 10) / tallest)) if count else 0
