"""Query plan: an expression as weighted clauses of query terms that any engine can look for.

An ordinary word is tokenised into its content words, which must all be there but need not
stand together; each of them is a clause of its own. A quoted phrase, a word in one field and
an OR group are one clause each. A text that matches every clause is a *full* hit.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from casebook.core.records import kind_meant_by
from search.text.analyzer import Analyzer, QueryTerm
from search.text.normalisation import is_han, normalize

from .parser import Expression, Word

SYNONYM_WEIGHT = 0.6

MAX_CLAUSES = 48
"""Maximum clauses of a plan; of a longer query the first are used."""

MAX_BIGRAMS = 2 * MAX_CLAUSES

SCATTERED = 3
"""Minimum 汉字 of a query for which a relaxed plan also matches all of them apart."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to match a clause: all of the query terms, in one field where it is named."""

    terms: tuple[QueryTerm, ...]
    field: str | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition of a query, with the alternatives by which a text may match it.

    A ``required`` clause must match in every hit; a ``minor`` one does not make a hit.
    ``kind`` is that of the documents which match it by their kind alone.
    """

    alternatives: tuple[Alternative, ...]
    required: bool = False
    minor: bool = False
    kind: str = ""

    @property
    def terms(self) -> Iterator[QueryTerm]:
        """The query terms of all alternatives."""
        return (term for alternative in self.alternatives for term in alternative.terms)


@dataclass(frozen=True, slots=True)
class QueryPlan:
    """A query plan: clauses to match, alternatives that must not occur, and whole typed words.

    ``name`` is all that was typed, where that may be a name. ``phrases`` are typed words that are
    more than one query term, as typed, with their stop words: a text that has one whole scores
    more. A plan that ``is_relaxed`` asks for less than was typed, so that none of its hits is a
    full one.
    """

    clauses: tuple[Clause, ...] = ()
    excluded: tuple[Alternative, ...] = ()
    phrases: tuple[QueryTerm, ...] = ()
    name: str = ""
    is_relaxed: bool = False

    @property
    def terms(self) -> tuple[QueryTerm, ...]:
        """Every query term that may be highlighted in a found text."""
        return tuple(dict.fromkeys(term for clause in self.clauses for term in clause.terms))

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are asked for; 武昌案例的点评 asks for critiques."""
        asked = {clause.kind for clause in self.clauses if clause.kind}
        return tuple(sorted(asked - {"case"} if "critique" in asked else asked))

    @property
    def optional(self) -> tuple[Clause, ...]:
        """The clauses of which some suffice: those that are neither required nor minor."""
        return tuple(clause for clause in self.clauses if not (clause.required or clause.minor))

    @property
    def is_all_or_nothing(self) -> bool:
        """Whether every hit is a full one."""
        if self.is_relaxed:
            return False
        return len(self.clauses) <= 1 or all(clause.required for clause in self.clauses)

    @property
    def inner_words(self) -> tuple[str, ...]:
        """Dictionary words inside query terms and phrases that are not query terms themselves."""
        asked = {query_term.term for query_term in self.terms}
        inner = (word for query_term in (*self.terms, *self.phrases) for word in query_term.inner)
        return tuple(word for word in dict.fromkeys(inner) if word not in asked)

    @property
    def han_characters(self) -> tuple[str, ...]:
        """The 汉字 of the query terms, each once."""
        text = "".join(query_term.characters for query_term in self.terms)
        return tuple(character for character in dict.fromkeys(text) if is_han(character))

    @property
    def bigrams(self) -> tuple[str, ...]:
        """Bigrams of 汉字 that are no word: a hint of a word that the dictionary lacks."""
        known = {*self.inner_words, *(query_term.term for query_term in self.terms)}
        return tuple(
            bigram for bigram in _bigrams((*self.phrases, *self.terms)) if bigram not in known
        )

    @property
    def content_bigrams(self) -> tuple[str, ...]:
        """The bigrams without a character of a stop word."""
        asked = set(self.han_characters)
        return tuple(bigram for bigram in self.bigrams if asked.issuperset(bigram))

    @property
    def cross_word_bigrams(self) -> tuple[str, ...]:
        """Bigrams across two query terms: adjacent where a text is worded as typed."""
        within = {*_bigrams(self.terms), *self.inner_words}
        return tuple(bigram for bigram in _bigrams(self.phrases) if bigram not in within)

    def relaxed(self) -> "QueryPlan":
        """A plan that asks for less, for when nothing has the words: words and bigrams within them.

        Or letters within a longer word: mar in smart. Or all their characters, wherever they
        stand: 跑鞋男 for 男士跑步鞋.
        """
        words = [word for word in self.inner_words if len(word) > 1]
        query_terms = [
            *(QueryTerm(word, word) for word in words),
            *(QueryTerm(bigram) for bigram in self.content_bigrams),
        ]
        query_terms += [
            replace(query_term, term="") for query_term in self.terms if query_term.is_alone
        ]
        alternatives = [Alternative((query_term,)) for query_term in query_terms[:MAX_CLAUSES]]
        if len(self.han_characters) >= SCATTERED:
            alternatives.append(Alternative(tuple(map(QueryTerm, self.han_characters))))
        clauses = tuple(Clause((alternative,)) for alternative in alternatives)
        required = tuple(clause for clause in self.clauses if clause.required)
        return QueryPlan((*required, *clauses), self.excluded, is_relaxed=True) if clauses else self


def _bigrams(query_terms: Iterable[QueryTerm]) -> tuple[str, ...]:
    """The bigrams of 汉字, each once, at most ``MAX_BIGRAMS``."""
    bigrams = (bigram for query_term in query_terms for bigram in pairwise(query_term.characters))
    return tuple(a + b for a, b in dict.fromkeys(bigrams) if is_han(a) and is_han(b))[:MAX_BIGRAMS]


def plan_query(expression: Expression, analyzer: Analyzer) -> QueryPlan:
    """Make the plan of an expression; stop words count only where there is nothing else."""
    plan = _read(expression, analyzer, keep_stop_words=False)
    if expression.groups and not plan.clauses:
        return _read(expression, analyzer, keep_stop_words=True)
    return plan


def _read(expression: Expression, analyzer: Analyzer, *, keep_stop_words: bool) -> QueryPlan:
    clauses: list[Clause] = []
    phrases: list[QueryTerm] = []
    for group in expression.groups:
        if len(group) == 1 and _is_ordinary(group[0]):
            query_terms = analyzer.query_terms(group[0].text, keep_stop_words=keep_stop_words)
            clauses += [_term_clause(query_term) for query_term in query_terms]
            if query_terms and normalize(group[0].text).characters != query_terms[0].characters:
                phrases.append(analyzer.phrase(group[0].text))
        else:
            clauses += _group_clause(group, analyzer)
    clauses = _with_minors(list(dict.fromkeys(clauses))[:MAX_CLAUSES])
    literally = (_literally(word, analyzer) for word in expression.excluded)
    excluded = tuple(alternative for alternative in literally if alternative.terms)
    return QueryPlan(tuple(clauses), excluded, tuple(phrases), _name(expression))


def _term_clause(query_term: QueryTerm) -> Clause:
    """A clause for one query term; a kind word also matches the documents of its kind."""
    kind = kind_meant_by(query_term.characters)
    fields = (None, "kind") if kind else (None,)
    return Clause(tuple(Alternative((query_term,), field) for field in fields), kind=kind)


def _name(expression: Expression) -> str:
    """All that was typed, joined as one exact name; empty where it cannot be a name."""
    words = expression.words
    if expression.excluded or any(word.field for word in words):
        return ""
    if len(words) != len(expression.groups):
        return ""
    return normalize(" ".join(word.text for word in words)).characters


def _is_ordinary(word: Word) -> bool:
    return not (word.exact or word.field or word.alternatives)


def _group_clause(group: Iterable[Word], analyzer: Analyzer) -> list[Clause]:
    """A clause for words of which one is enough; required if it was asked for exactly."""
    alternatives: list[Alternative] = []
    for word in group:
        alternatives.append(_alternative(word, analyzer))
        alternatives += [
            Alternative((analyzer.phrase(text).alone,), word.field, SYNONYM_WEIGHT)
            for text in word.alternatives
        ]
    kept = tuple(alternative for alternative in alternatives if alternative.terms)
    if not kept:
        return []
    return [Clause(kept, required=all(word.exact or word.field for word in group))]


def _alternative(word: Word, analyzer: Analyzer) -> Alternative:
    """The query terms of an ordinary word; else the exact characters, in its field if any."""
    if not (word.exact or word.field):
        return Alternative(analyzer.query_terms(word.text))
    return _literally(word, analyzer)


def _literally(word: Word, analyzer: Analyzer) -> Alternative:
    phrase = analyzer.phrase(word.text)
    if phrase.is_abbreviation and not word.exact:
        phrase = phrase.alone
    return Alternative((phrase,) if phrase.characters else (), word.field)


def _with_minors(clauses: list[Clause]) -> list[Clause]:
    """Make single characters and kind words minor where there are other words."""
    slight = [bool(clause.kind) or all(t.is_minor for t in clause.terms) for clause in clauses]
    if all(slight):
        return clauses
    return [
        replace(clause, minor=True) if is_slight and not clause.required else clause
        for clause, is_slight in zip(clauses, slight, strict=True)
    ]
