"""Who is tied to what, as a drawing: columns of names with lines between neighbours.

Every column is sorted by where its lines lead, so that few of them cross (the barycentre
heuristic of Sugiyama et al., 1981, in one sweep away from the column that keeps its order).
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

LINE, TOP, GAP = 30, 15, 10
"""Height of a row, room above the first, distance of a line from the words it ends at."""
LONGEST_LABEL, LONGEST_IN_LATIN = 15, 36
"""Characters of a label that are shown; letters are narrower."""
CHARACTER = 16
"""Width of one Chinese character, in units of the drawing."""
FIRST_WIDE = 0x2E80
"""Characters from here on are as wide as a Chinese one, near enough."""
BETWEEN = 120
"""Room for the lines between two columns."""


@dataclass(frozen=True, slots=True)
class Node:
    """A person, a body, a role or a case, before it has a place."""

    key: Hashable
    label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A node with where its label begins, the middle of its row, and where lines may end."""

    node: Node
    x: int
    y: int
    width: int

    @property
    def label(self) -> str:
        return shortened(self.node.label)

    @property
    def left(self) -> int:
        return self.x - GAP

    @property
    def right(self) -> int:
        return self.x + self.width + GAP


@dataclass(frozen=True, slots=True)
class PlacedTie:
    """A line from the end of one label to the beginning of another, bent half-way."""

    start: PlacedNode
    end: PlacedNode

    @property
    def path(self) -> str:
        x1, y1, x2, y2 = self.start.right, self.start.y, self.end.left, self.end.y
        middle = (x1 + x2) // 2
        return f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"


@dataclass(frozen=True, slots=True)
class TieGraph:
    """Columns of placed nodes, and the lines between them; sizes in units of the drawing."""

    nodes: list[PlacedNode]
    ties: list[PlacedTie]
    width: int
    height: int


Column = Sequence[Node]
Ties = Iterable[tuple[Hashable, Hashable]]


def tie_graph(columns: Sequence[Column], ties: Ties) -> TieGraph:
    """Lay the columns out from left to right; the last keeps its order, the others follow it.

    ``ties`` are pairs of keys of neighbouring columns, left first.
    """
    ties = list(ties)
    ordered = [list(columns[-1])]
    for column in reversed(columns[:-1]):
        ordered.insert(0, sorted_by_ties(column, ordered[0], ties))
    tallest = max(map(len, ordered))
    placed: dict[Hashable, PlacedNode] = {}
    x = GAP
    for column in ordered:
        width = max((width_of(node) for node in column), default=0)
        shift = (tallest - len(column)) * LINE // 2
        for row, node in enumerate(column):
            y = TOP + shift + row * LINE
            placed[node.key] = PlacedNode(node, x, y, width_of(node))
        x += width + BETWEEN
    lines = [PlacedTie(placed[left], placed[right]) for left, right in ties]
    return TieGraph(list(placed.values()), lines, x - BETWEEN + GAP, TOP * 2 + (tallest - 1) * LINE)


def sorted_by_ties(
    column: Column, beside: Column, ties: list[tuple[Hashable, Hashable]]
) -> list[Node]:
    """The nodes by the mean position of what they are tied to; those without ties last."""
    position = {node.key: row for row, node in enumerate(beside)}

    def centre(node: Node) -> float:
        rows = [position[right] for left, right in ties if left == node.key]
        return fmean(rows) if rows else float(len(beside))

    return sorted(column, key=centre)


def shortened(label: str) -> str:
    longest = LONGEST_LABEL if any(is_wide(each) for each in label) else LONGEST_IN_LATIN
    return label if len(label) <= longest else f"{label[: longest - 1]}…"


def is_wide(character: str) -> bool:
    return ord(character) >= FIRST_WIDE


def width_of(node: Node) -> int:
    """The width of a label; letters and digits take about half a character."""
    label = shortened(node.label)
    return sum(CHARACTER if is_wide(each) else CHARACTER * 5 // 9 for each in label)
