"""QueryPlan → query nodes: which documents match it, and what adds to the score of each.

Matching and ranking are separate. A query term matches where its characters stand together; the
score comes from BM25 over words, with more weight for the title and for names.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from casebook.core.records import NAME_FIELDS
from search.backends.base import (
    Bool,
    Boost,
    Phrase,
    QueryNode,
    Term,
    all_of,
    any_of,
    boosted,
)
from search.backends.hits import HitMaker
from search.text.analyzer import QueryTerm
from search.text.ngrams import BIGRAM, all_bigrams, covering_bigrams, exact_name, field_phrase
from search.text.normalisation import is_han, normalize

from .query_plan import Alternative, Clause, QueryPlan

LONG = 16
"""Maximum characters of a phrase that is narrowed by all of its bigrams; longer ones are rare."""

SENTENCE = 4
"""From so many optional clauses on, a query counts as a sentence: parts of its words make a hit."""

USUAL_KINDS = ("case",)
"""The kinds that are boosted where a query names none."""

# Boosts of a match by where it stands; words of the text have 1.
TITLE_BOOST = 2.0
PHRASE_BOOST = 0.5
INNER_WORD_BOOST = 0.5
BIGRAM_BOOST = 0.5
STOP_WORD_BIGRAM_BOOST = 0.25
CHARACTER_BOOST = 0.7
EXACT_NAME_BOOST = 5.0
KIND_BOOST = 5.0


@dataclass(frozen=True)
class ScoredPlan:
    """A plan with what is made of it when first needed; ``also`` are the synonyms in it."""

    plan: QueryPlan
    also: tuple[str, ...] = ()

    @cached_property
    def hit_maker(self) -> HitMaker:
        return HitMaker(self.plan)

    # --- Which documents ------------------------------------------------------------------

    @cached_property
    def full(self) -> Bool:
        """Documents that match every clause and nothing excluded."""
        return self._matching(map(_clause, self.plan.clauses))

    @cached_property
    def hits(self) -> Bool:
        """Documents that match every required clause and, of the optional ones, at least one."""
        plan = self.plan
        if plan.is_all_or_nothing:
            return self.full
        required = [_clause(clause) for clause in plan.clauses if clause.required]
        some = [_clause(clause) for clause in plan.optional]
        if len(some) >= SENTENCE:
            some += [Boost(_word(word), 0) for word in plan.inner_words]
            some += [Boost(_span(bigram), 0) for bigram in plan.content_bigrams]
        return self._matching([*required, any_of(some)] if some else required)

    @cached_property
    def partial(self) -> Bool:
        """The hits that do not match every clause."""
        if self.plan.is_relaxed:
            return self.hits
        return Bool(self.hits.must, must_not=(*self.hits.must_not, self.full))

    @cached_property
    def relaxed(self) -> "ScoredPlan | None":
        """What to look for where no document has any of the words."""
        plan = self.plan.relaxed()
        return ScoredPlan(plan, self.also) if plan.is_relaxed else None

    def _matching(self, nodes: Iterable[QueryNode]) -> Bool:
        excluded = tuple(map(_alternative, self.plan.excluded))
        return Bool(tuple(nodes), must_not=excluded)

    # --- Scores ---------------------------------------------------------------------------

    @cached_property
    def scores(self) -> tuple[QueryNode, ...]:
        """What adds to the score of full hits."""
        return (*self._near, self._kind_boost)

    @cached_property
    def partial_scores(self) -> tuple[QueryNode, ...]:
        """What adds to the score of partial hits: parts of words, bigrams, characters, too."""
        plan = self.plan
        cross_word_bigrams = set(plan.cross_word_bigrams)
        return (
            *self._near,
            *(_clause(clause) for clause in plan.clauses if clause.minor),
            *(Boost(_word(word), INNER_WORD_BOOST) for word in plan.inner_words),
            *(self._bigram(each) for each in plan.bigrams if each not in cross_word_bigrams),
            *(Boost(_span(character), CHARACTER_BOOST) for character in plan.han_characters),
            self._kind_boost,
        )

    @cached_property
    def _near(self) -> tuple[QueryNode, ...]:
        plan = self.plan
        scores = [
            boosted(node, alternative.weight)
            for clause in plan.clauses
            for alternative in clause.alternatives
            for query_term in alternative.terms
            for node in _scores_of(query_term)
        ]
        scores += [Boost(_match(phrase), PHRASE_BOOST) for phrase in plan.phrases]
        scores += map(self._bigram, plan.cross_word_bigrams)
        if plan.name:
            scores.append(Boost(Term("title", exact_name(plan.name)), EXACT_NAME_BOOST))
        return tuple(scores)

    @cached_property
    def _kind_boost(self) -> QueryNode:
        """A boost for the kinds that the query names, else for cases."""
        kinds = self.plan.kinds or USUAL_KINDS
        return Boost(any_of(Term("kind", kind) for kind in kinds), KIND_BOOST)

    def _bigram(self, bigram: str) -> QueryNode:
        """A boosted bigram; one with a character of a stop word has half the weight."""
        is_content = set(bigram) <= set(self.plan.han_characters)
        return Boost(_span(bigram), BIGRAM_BOOST if is_content else STOP_WORD_BIGRAM_BOOST)


def _clause(clause: Clause) -> QueryNode:
    return any_of(map(_alternative, clause.alternatives))


def _alternative(alternative: Alternative) -> QueryNode:
    matches = (_match(query_term, alternative.field) for query_term in alternative.terms)
    return boosted(all_of(matches), alternative.weight)


def _match(query_term: QueryTerm, field: str | None = None) -> QueryNode:
    """Documents in which the characters stand together, in one field where it is named."""
    if field:
        return _in_field(field, query_term)
    if query_term.term:
        return _word(query_term.term)
    span = _span(query_term.characters)
    if query_term.word:
        # How rare its letters are is no measure; only the word as a whole is scored.
        return Boost(any_of([span, _word(query_term.word)]), 0)
    if " " in query_term.characters:
        return any_of([span, Term("words", exact_name(query_term.characters))])
    return span


def _word(word: str) -> Term:
    """Documents that have a dictionary word anywhere, or a Latin word as a whole word."""
    if len(word) == BIGRAM and is_han(word[0]):
        return Term("bigrams", normalize(word).characters)
    return Term("words", word)


def _span(characters: str) -> QueryNode:
    """Documents that have the characters one after the other."""
    if len(characters) == 1:
        return Term("characters", characters)
    tokens = tuple(covering_bigrams(characters))
    if len(tokens) == 1:
        return Term("bigrams", tokens[0][1])
    # Bigrams across two words are rare: with them, few texts are read.
    all_tokens = tuple(all_bigrams(characters)) if len(characters) <= LONG else ()
    return Phrase("bigrams", tokens, all_tokens)


def _in_field(field: str, query_term: QueryTerm) -> QueryNode:
    tokens = field_phrase(field, query_term.characters).split(" ")
    if len(tokens) == 1:
        return Term("scoped", tokens[0])
    return Phrase("scoped", tuple(enumerate(tokens)))


def _scores_of(query_term: QueryTerm) -> Iterator[QueryNode]:
    """What adds to the score of a document that has a query term, by where it stands."""
    term = query_term.term or query_term.word
    if query_term.word and not query_term.term:
        yield _word(query_term.word)
    yield Boost(Term("title", term) if term else _in_field("title", query_term), TITLE_BOOST)
    for word in query_term.inner:
        yield Boost(Term("title", word), INNER_WORD_BOOST)
    if term:
        yield Term("names", term)
    else:
        yield from (_in_field(field, query_term) for field in NAME_FIELDS)
