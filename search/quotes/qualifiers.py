"""Qualifiers: negations, hedges and figures in the clauses of a text, and what they govern.

They serve two purposes: to report why a difference matters, and to detect that a quotation
begins or ends beside a word that governs it. Whether words differ never depends on them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from search.service.active_index import get_index
from search.text.analyzer import Token
from search.text.normalisation import read_rows


def one_of(words: Iterable[str]) -> str:
    """A pattern of alternatives, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


LISTS = defaultdict[str, set[str]](set)
for list_name, *listed in read_rows("qualifiers.txt"):
    LISTS[list_name].update(listed)
HEDGES, HEDGES_OF_FIGURES = LISTS["hedges"], LISTS["hedges_of_figures"]
NO_FIGURES, NO_NEGATIONS = LISTS["no_figures"], LISTS["no_negations"]
LONGEST_HEDGE = max(map(len, HEDGES_OF_FIGURES))

UNIT = rf"(?:{one_of(LISTS['units'])}|[a-z]{{1,4}}\d?|°[a-z]?)"
HAN_NUMERALS = "零〇一二两三四五六七八九十百千万亿几半"
MORE = rf"(?<=[\d十百千万亿])[余多来](?=[万亿]|{UNIT})"
FIGURE = re.compile(
    rf"(?P<number>(?:(?<![a-z])第?(?<!\d)[-+$¥€£<>≤≥≈±~]*\d"
    rf"|第?(?:[数上成](?=[百千万亿])|数(?=十))?[{HAN_NUMERALS}])"
    rf"(?:[\d%‰{HAN_NUMERALS}]|[-.,至到](?=[\d{HAN_NUMERALS}])|分之|点(?=[{HAN_NUMERALS}])|{MORE})*)"
    rf"(?P<unit>{UNIT})?"
)
"""A number with its sign and what surrounds it: 第三天, ≥90%, 三百余家, 三至五年, 14亿元."""

BEFORE_FIGURE = re.compile(rf"(?:{one_of(HEDGES_OF_FIGURES)})$")
BEHIND_FIGURE = re.compile("以[上下内外]|左右|上下|不等|开外")

NEGATIVE = re.compile("[不没未无非否莫勿]")
LINKS = (
    r"(?:会|能够?|是|可能?|得|应[当该]?|该|宜|必要?|需要?|须|要|再|曾|用|许|准|愿意?|想|敢|肯|予|够|太|大|很|有|被"
    rf"|让|使|任何|法|人|一{UNIT})*"
)
"""What may stand between a negation and the words that it governs: 不需要, 没有一家, 无法."""

NEGATION_OF_NEXT = re.compile(
    rf"(?:[并绝决从毫尚还仍均都也又就而再且若既]|从来)?[不没未无非勿莫]{LINKS}"
)
NEGATION_OF_PREVIOUS = re.compile("不[了到起成住动完得及着]|与否")
"""Behind a verb: 实现不了."""

DIGIT = re.compile(r"\d")


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


def find_qualifiers(clause: str) -> Iterator[Qualifier]:
    """The qualifiers of a clause, as a plain text has it; they may overlap."""
    tokens = get_index().analyzer.tokens(clause)
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
        start, word_over_end = match.start(), inner.get(match.end())
        # A unit is one in 三层楼, a single word, but not in 一次性 or in 第二部分 (部分).
        has_unit = bool(match["unit"]) and (
            word_over_end is None
            or (word_over_end.start < match.start("unit") and match["number"] != "一")
        )
        end = match.end() if has_unit else match.end("number")
        figure = clause[start:end]
        hedge = _hedge_before(clause, start)
        begins_word = start in starts or (hedge and hedge.start() in starts)
        is_word = begins_word and (has_unit or end not in inner) and figure not in NO_FIGURES
        if is_word or DIGIT.search(figure):
            yield Qualifier(Kind.FIGURE, figure, start, not has_unit, governs_previous=True)


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
