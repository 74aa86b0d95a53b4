"""QueryPlan → Tantivy queries: which documents match, and how each of them is scored.

Matching and ranking are separate. A query term matches where its characters stand together; the
score comes from BM25 over words, with more weight for the title and for names.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import tantivy
from tantivy import Occur, Query

from casebook.core.records import NAME_FIELDS
from search.query.query_plan import Alternative, Clause, QueryPlan
from search.text.analyzer import QueryTerm
from search.text.ngrams import BIGRAM, all_bigrams, covering_bigrams, exact_name, field_phrase
from search.text.normalisation import is_han, normalize

BooleanClause = tuple[Occur, Query]

LONG = 16
"""Maximum characters of a phrase that is narrowed by all of its bigrams; longer ones are rare."""

USUAL_KINDS = ("case",)
"""The kinds that are boosted where a query names none."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Boosts of a match by where it stands; words of the text have 1."""

    title: float = 2.0
    names: float = 1.0
    phrase: float = 0.5
    inner: float = 0.5
    bigram: float = 0.5
    stop_word_bigram: float = 0.25
    character: float = 0.7
    exact_name: float = 5.0
    kind: float = 5.0


@dataclass(frozen=True, slots=True)
class QueryBuilder:
    """Builds queries for one schema."""

    schema: tantivy.Schema
    weights: Weights = Weights()

    # --- Which documents ------------------------------------------------------------------

    def full(self, plan: QueryPlan) -> list[BooleanClause]:
        """Documents that match every clause and nothing excluded."""
        return [*self._all(plan.clauses), *self._excluded(plan)]

    def hits(self, plan: QueryPlan) -> list[BooleanClause]:
        """Documents that match every required clause and, of the optional ones, at least one."""
        if plan.is_all_or_nothing:
            return self.full(plan)
        required = self._all(clause for clause in plan.clauses if clause.required)
        some = [self._clause(clause) for clause in plan.optional]
        if plan.is_sentence:
            some += [unscored(self._word(word)) for word in plan.inner_words]
            some += [unscored(self._stretch(bigram)) for bigram in plan.content_bigrams]
        if some:
            required = [*required, (Occur.Must, any_of(some))]
        return [*required, *self._excluded(plan)]

    def partial(self, plan: QueryPlan) -> list[BooleanClause]:
        """The hits that do not match every clause."""
        if plan.is_relaxed:
            return self.hits(plan)
        return [*self.hits(plan), (Occur.MustNot, combined(self.full(plan)))]

    def filter_clauses(self, filters: Mapping[str, Iterable[str]]) -> list[BooleanClause]:
        """For each facet, a clause of its selected values, which does not change the score."""
        return [
            (Occur.Must, unscored(Query.term_set_query(self.schema, f"facet_{name}", list(values))))
            for name, values in filters.items()
        ]

    def _all(self, clauses: Iterable[Clause]) -> list[BooleanClause]:
        return [(Occur.Must, self._clause(clause)) for clause in clauses]

    def _clause(self, clause: Clause) -> Query:
        return any_of([self._alternative(alternative) for alternative in clause.alternatives])

    def _excluded(self, plan: QueryPlan) -> list[BooleanClause]:
        return [(Occur.MustNot, self._alternative(alternative)) for alternative in plan.excluded]

    def _alternative(self, alternative: Alternative) -> Query:
        query_terms = [
            self._match(query_term, alternative.field) for query_term in alternative.terms
        ]
        return boosted(all_of(query_terms), alternative.weight)

    def _match(self, query_term: QueryTerm, field: str | None) -> Query:
        """Documents in which the characters stand together, in one field where it is named."""
        if field:
            return self._in_field(field, query_term)
        if query_term.term:
            return self._word(query_term.term)
        stretch = self._stretch(query_term.characters)
        if query_term.word:
            # How rare its letters are is no measure; only the word as a whole is scored.
            return unscored(any_of([stretch, self._word(query_term.word)]))
        if " " in query_term.characters:
            return any_of([stretch, self._term("words", exact_name(query_term.characters))])
        return stretch

    def _word(self, word: str) -> Query:
        """Documents that have a dictionary word anywhere, or a Latin word as a whole word."""
        if len(word) == BIGRAM and is_han(word[0]):
            return self._term("bigrams", normalize(word).characters)
        return self._term("words", word)

    def _stretch(self, characters: str) -> Query:
        if len(characters) == 1:
            return self._term("characters", characters)
        bigrams = covering_bigrams(characters)
        if len(bigrams) == 1:
            return self._term("bigrams", bigrams[0][1])
        phrase = Query.phrase_query(self.schema, "bigrams", [*bigrams])
        if len(characters) > LONG:
            return phrase
        # Bigrams across two words are rare: with them, few texts are read. They are not scored.
        narrow = Query.phrase_query(self.schema, "bigrams", [*all_bigrams(characters)])
        return all_of([phrase, unscored(narrow)])

    def _in_field(self, field: str, query_term: QueryTerm) -> Query:
        terms = field_phrase(field, query_term.characters).split(" ")
        if len(terms) == 1:
            return self._term("scoped", terms[0])
        return Query.phrase_query(self.schema, "scoped", list(terms))

    def _term(self, name: str, term: str) -> Query:
        return Query.term_query(self.schema, name, term, index_option="freq")

    # --- Scores ---------------------------------------------------------------------------

    def should_clauses(self, plan: QueryPlan) -> list[BooleanClause]:
        """Optional clauses that add to the score of documents that match already."""
        scores = [
            boosted(query, alternative.weight)
            for clause in plan.clauses
            for alternative in clause.alternatives
            for query_term in alternative.terms
            for query in self._near(query_term)
        ]
        scores += [
            boosted(self._match(phrase, None), self.weights.phrase) for phrase in plan.phrases
        ]
        scores += [self._bigram(bigram, plan) for bigram in plan.cross_word_bigrams]
        if plan.name:
            named = self._term("title", exact_name(plan.name))
            scores.append(boosted(named, self.weights.exact_name))
        return [(Occur.Should, score) for score in scores]

    def kind_boost(self, plan: QueryPlan) -> Query:
        """A boost for the kinds that the query names, else for cases."""
        kinds = [
            Query.term_query(self.schema, "facet_kind", kind, index_option="basic")
            for kind in plan.kinds or USUAL_KINDS
        ]
        return boosted(any_of(kinds), self.weights.kind)

    def partial_scores(self, plan: QueryPlan) -> list[BooleanClause]:
        """Optional clauses that score partial hits: parts of words, bigrams, single characters."""
        minor = [self._clause(clause) for clause in plan.clauses if clause.minor]
        words = [self._word(word) for word in plan.inner_words]
        cross_word_bigrams = set(plan.cross_word_bigrams)
        bigrams = [
            self._bigram(bigram, plan)
            for bigram in plan.bigrams
            if bigram not in cross_word_bigrams
        ]
        characters = [self._stretch(character) for character in plan.han_characters]
        scores = [
            *minor,
            *(boosted(query, self.weights.inner) for query in words),
            *bigrams,
            *(boosted(query, self.weights.character) for query in characters),
        ]
        return [(Occur.Should, score) for score in scores]

    def _bigram(self, bigram: str, plan: QueryPlan) -> Query:
        """A boosted bigram; one with a character of a stop word has half the weight."""
        weight = (
            self.weights.bigram
            if set(bigram) <= set(plan.han_characters)
            else self.weights.stop_word_bigram
        )
        return boosted(self._stretch(bigram), weight)

    def _near(self, query_term: QueryTerm) -> list[Query]:
        if term := query_term.term or query_term.word:
            in_title = self._term("title", term)
            in_names = [self._term("names", term)]
        else:
            in_title = self._in_field("title", query_term)
            in_names = [self._in_field(field, query_term) for field in NAME_FIELDS]
        by_itself = [self._word(query_term.word)] if query_term.word and not query_term.term else []
        return [
            *by_itself,
            boosted(in_title, self.weights.title),
            *(boosted(self._term("title", word), self.weights.inner) for word in query_term.inner),
            *(boosted(query, self.weights.names) for query in in_names),
        ]


def combined(clauses: list[BooleanClause]) -> Query:
    """One boolean query of all clauses; of exclusions alone, out of all documents."""
    if not any(occur != Occur.MustNot for occur, _ in clauses):
        clauses = [*clauses, (Occur.Must, Query.all_query())]
    if len(clauses) == 1:
        return clauses[0][1]
    return Query.boolean_query(clauses)


def either(clauses: list[BooleanClause]) -> Query:
    """The clauses as an OR query; the same documents, where optional clauses match no others."""
    return Query.boolean_query([(Occur.Should, query) for _, query in clauses])


def all_of(queries: list[Query]) -> Query:
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def any_of(queries: list[Query]) -> Query:
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def boosted(query: Query, weight: float) -> Query:
    return query if weight == 1.0 else Query.boost_query(query, weight)


def unscored(query: Query) -> Query:
    return Query.boost_query(query, 0.0)
