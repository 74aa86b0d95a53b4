"""Query nodes: what an engine is asked to match and to score, in terms that every engine knows."""

from collections.abc import Iterable
from typing import NamedTuple


class Term(NamedTuple):
    """Documents that have a token in a field, scored by BM25."""

    field: str
    token: str


class Phrase(NamedTuple):
    """Documents that have tokens in a field, each at its place relative to the others.

    ``tokens`` suffice to find it and are scored; ``all_tokens``, where they are more, stand in
    such documents, too, so that an engine may read fewer of them by looking for these.
    """

    field: str
    tokens: tuple[tuple[int, str], ...]
    all_tokens: tuple[tuple[int, str], ...] = ()


class TermSet(NamedTuple):
    """Documents that have one of the values in a column; does not score."""

    field: str
    values: tuple[str, ...]


class AllDocuments(NamedTuple):
    """Every document; does not score."""


class Boost(NamedTuple):
    """The documents of a node, with its score times the weight; with 0 it does not score."""

    node: "QueryNode"
    weight: float


class Bool(NamedTuple):
    """Documents that match all of ``must`` and none of ``must_not``, scored by their sum.

    ``should`` adds to the score; without ``must``, one of it has to match.
    """

    must: tuple["QueryNode", ...] = ()
    should: tuple["QueryNode", ...] = ()
    must_not: tuple["QueryNode", ...] = ()


QueryNode = Term | Phrase | TermSet | AllDocuments | Boost | Bool


def all_of(nodes: Iterable[QueryNode]) -> QueryNode:
    nodes = tuple(nodes)
    return nodes[0] if len(nodes) == 1 else Bool(must=nodes)


def any_of(nodes: Iterable[QueryNode]) -> QueryNode:
    nodes = tuple(nodes)
    return nodes[0] if len(nodes) == 1 else Bool(should=nodes)


def boosted(node: QueryNode, weight: float) -> QueryNode:
    return node if weight == 1.0 else Boost(node, weight)
