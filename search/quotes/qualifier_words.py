"""Words that reverse or limit a statement: negations, hedges and figures, in simplified 汉字.

They serve two purposes: to report why a difference matters, and to detect that a quotation
begins or ends beside a word that governs it. Whether words differ never depends on them.
"""

import re

from search.text.normalisation import DATA


def read_lists() -> dict[str, frozenset[str]]:
    """The lists of ``qualifiers.txt`` by their names."""
    lists: dict[str, frozenset[str]] = {}
    for line in (DATA / "qualifiers.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, *words = line.split()
            lists[name] = lists.get(name, frozenset()).union(words)
    return lists


def one_of(words: frozenset[str]) -> str:
    """A pattern of alternatives, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


LISTS = read_lists()
HEDGES = LISTS["hedges"]
HEDGES_OF_FIGURES = LISTS["hedges_of_figures"]
NO_FIGURES = LISTS["no_figures"]
NO_NEGATIONS = LISTS["no_negations"]

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
