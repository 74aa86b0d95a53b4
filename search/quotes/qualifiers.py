"""Qualifiers in a text: negations, hedges and figures, with their places and what they govern."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from search.text.analyzer import Analyzer, Token

from .qualifier_words import (
    BEFORE_FIGURE,
    BEHIND_FIGURE,
    FIGURE,
    HEDGES,
    HEDGES_OF_FIGURES,
    MORE,
    NEGATION_OF_NEXT,
    NEGATION_OF_PREVIOUS,
    NEGATIVE,
    NO_FIGURES,
    NO_NEGATIONS,
)

DIGIT = re.compile(r"\d")
LONGEST_HEDGE = max(map(len, HEDGES_OF_FIGURES))


class Kind(StrEnum):
    """What a qualifier does to its statement."""

    NEGATION = "negation"
    HEDGE = "hedge"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A qualifier and its place in a plain text.

    ``governs_next`` and ``governs_previous`` mean that it applies to what is directly behind it
    or before it.
    """

    kind: Kind
    text: str
    start: int
    governs_next: bool = False
    governs_previous: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def overlaps(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end

    def is_lost_before(self, at: int) -> bool:
        """Whether a quotation that begins here lacks it."""
        if at == self.end:
            return self.governs_next
        only_governs_previous = self.governs_previous and not self.governs_next
        if only_governs_previous and self.kind is not Kind.FIGURE:
            return False
        return self.start < at < self.end and self._is_core(self.text[: at - self.start])

    def is_lost_behind(self, at: int) -> bool:
        """Whether a quotation that ends here lacks it."""
        if at == self.start:
            return self.governs_previous
        is_cut = self.start < at < self.end and self.kind is not Kind.HEDGE
        return is_cut and self._is_core(self.text[at - self.start :])

    def _is_core(self, part: str) -> bool:
        """Whether the qualifier would be another one, or none, without this part of it."""
        return self.kind is not Kind.NEGATION or NEGATIVE.search(part) is not None


def find_qualifiers(clause: str, analyzer: Analyzer) -> Iterator[Qualifier]:
    """The qualifiers of a clause, as a plain text has it; they may overlap."""
    tokens = analyzer.tokens(clause)
    figures = list(_figures(clause, tokens))
    beside = [hedge for figure in figures for hedge in _hedges_of(figure, clause, tokens)]
    yield from (*figures, *beside)
    taken = {at for each in (*figures, *beside) for at in range(each.start, each.end)}
    for token in tokens:
        if token.start not in taken:
            yield from _word(clause, token, is_counted=token.start - 1 in taken)


def _figures(clause: str, tokens: Sequence[Token]) -> Iterator[Qualifier]:
    """Figures with their units; 汉字 that are a part of another word are none (统一, 一定)."""
    starts = {token.start for token in tokens}
    inner = {at: token for token in tokens for at in range(token.start + 1, token.end)}
    for match in FIGURE.finditer(clause):
        has_unit = bool(match["unit"]) and _is_unit(match, inner.get(match.end()))
        end = match.end() if has_unit else match.end("number")
        figure = clause[match.start() : end]
        hedge = _hedge_before(clause, match.start())
        begins_word = match.start() in starts or (hedge and hedge.start() in starts)
        is_word = begins_word and (has_unit or end not in inner) and figure not in NO_FIGURES
        if is_word or DIGIT.search(figure):
            yield Qualifier(
                Kind.FIGURE,
                figure,
                match.start(),
                governs_next=not has_unit,
                governs_previous=True,
            )


def _is_unit(match: re.Match[str], going_on: Token | None) -> bool:
    """Whether a figure's unit is one, given the word that goes on behind it.

    It is one in 三层楼, a single word, but not in 一次性 or in 第二部分, where the word is 部分.
    """
    if going_on is None:
        return True
    return going_on.start < match.start("unit") and match["number"] != "一"


def _hedge_before(clause: str, at: int) -> re.Match[str] | None:
    return BEFORE_FIGURE.search(clause, max(0, at - LONGEST_HEDGE), at)


def _hedges_of(figure: Qualifier, clause: str, tokens: Sequence[Token]) -> Iterator[Qualifier]:
    """The hedges directly before, in and behind a figure: 约, 余, 以上."""
    before = _hedge_before(clause, figure.start)
    if before and any(token.start == before.start() for token in tokens):
        yield Qualifier(
            Kind.HEDGE, before[0], before.start(), governs_next=True, governs_previous=True
        )
    if more := re.search(MORE, figure.text):
        yield Qualifier(Kind.HEDGE, more[0], figure.start + more.start())
    if behind := BEHIND_FIGURE.match(clause, figure.end):
        yield Qualifier(Kind.HEDGE, behind[0], figure.end, governs_previous=True)


def _word(clause: str, token: Token, *, is_counted: bool) -> Iterator[Qualifier]:
    """The hedge or negation that a word is; 部分 is none where it is counted (第二部分)."""
    word = clause[token.start : token.end]
    if word in HEDGES and not is_counted:
        yield Qualifier(Kind.HEDGE, word, token.start, governs_next=True)
    elif word in HEDGES_OF_FIGURES or BEHIND_FIGURE.fullmatch(word):
        yield Qualifier(Kind.HEDGE, word, token.start)
    if NEGATIVE.search(word) and word not in NO_NEGATIONS | HEDGES:
        following = NEGATION_OF_NEXT.match(clause, token.start)
        governs_next = following is not None and following.end() >= token.end
        end = following.end() if following and governs_next else token.end
        governs_previous = (governs_next and end == len(clause)) or (
            NEGATION_OF_PREVIOUS.fullmatch(word) is not None
        )
        yield Qualifier(
            Kind.NEGATION, clause[token.start : end], token.start, governs_next, governs_previous
        )
