"""Query expansion by synonyms: other wordings that a typed word also finds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from search.text.analyzer import Analyzer, QueryTerm
from search.text.normalisation import normalize

from .parser import Expression, Word

Synonyms = Mapping[str, tuple[str, ...]]
"""The other wordings that a normalised word or phrase also finds."""


def expand(
    expression: Expression, synonyms: Synonyms, analyzer: Analyzer
) -> tuple[Expression, tuple[str, ...]]:
    """The expression with its synonyms, and those; quoted and excluded words have none."""
    groups = [
        expanded for group in expression.groups for expanded in _groups(group, synonyms, analyzer)
    ]
    added = dict.fromkeys(text for group in groups for word in group for text in word.alternatives)
    return Expression(tuple(groups), expression.excluded), tuple(added)


def _groups(
    group: tuple[Word, ...], synonyms: Synonyms, analyzer: Analyzer
) -> Iterator[tuple[Word, ...]]:
    """The group with synonyms; a run of words that contains a term is split around it."""
    if len(group) == 1 and (parts := _parts(group[0], synonyms, analyzer)):
        yield from ((part,) for part in parts)
    else:
        yield tuple(
            word
            if word.exact
            else replace(word, alternatives=synonyms.get(normalize(word.text).text, ()))
            for word in group
        )


def _parts(word: Word, synonyms: Synonyms, analyzer: Analyzer) -> Iterable[Word]:
    """For 上海城管 the words 上海 and 城管; nothing where no part of a run has a synonym."""
    if word.exact or word.field or normalize(word.text).text in synonyms:
        return ()
    units = analyzer.query_terms(word.text)
    words = [Word(unit.characters, alternatives=_alternatives(unit, synonyms)) for unit in units]
    return words if any(word.alternatives for word in words) else ()


def _alternatives(unit: QueryTerm, synonyms: Synonyms) -> tuple[str, ...]:
    """Synonyms of a query term, else of a word that it ends or begins with.

    智慧路灯 also finds 智慧灯杆.
    """
    if unit.characters in synonyms:
        return synonyms[unit.characters]
    return tuple(
        other
        for word in unit.inner
        if word in synonyms
        for other in _exchanged(unit, word, synonyms[word])
    )


def _exchanged(unit: QueryTerm, word: str, others: tuple[str, ...]) -> Iterator[str]:
    """The query term with one of its two words replaced by each synonym."""
    head, tail = unit.characters.removesuffix(word), unit.characters.removeprefix(word)
    for other in others:
        if head in unit.inner:
            yield head + other
        elif tail in unit.inner:
            yield other + tail
