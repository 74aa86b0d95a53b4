"""Reading → Tantivy queries: which documents are meant, and how near each of them is.

Matching and ranking are apart. A unit matches where its characters stand together; the
rank comes from BM25 over words, with more weight for the title and for names.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import tantivy
from tantivy import Occur, Query

from search.backends.base import NAME_FIELDS
from search.query.query_plan import Choice, Reading, Slot
from search.text.analyzer import Unit
from search.text.ngrams import PAIR, covering_pairs, every_pair, known_as, scoped_stretch
from search.text.normalisation import fold, is_han

Clause = tuple[Occur, Query]

LONG = 16
"""A stretch with more characters is rare enough by any of them."""

USUAL_KINDS = ("case",)
"""What a reader looks for who does not say."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a match is worth where it stands; words of the text count one."""

    title: float = 2.0
    names: float = 1.0
    run: float = 0.5
    inner: float = 0.5
    pair: float = 0.5
    loose_pair: float = 0.25
    character: float = 0.7
    known_as: float = 5.0
    kind: float = 5.0


@dataclass(frozen=True, slots=True)
class QueryBuilder:
    """Builds queries for one schema."""

    schema: tantivy.Schema
    weights: Weights = Weights()

    # --- Which documents ------------------------------------------------------------------

    def full(self, reading: Reading) -> list[Clause]:
        """Documents with every slot filled and nothing that was excluded."""
        return [*self._all(reading.slots), *self._excluded(reading)]

    def hits(self, reading: Reading) -> list[Clause]:
        """Documents with every required slot filled and, of the others, enough."""
        if reading.is_all_or_nothing:
            return self.full(reading)
        required = self._all(slot for slot in reading.slots if slot.required)
        some = [self._slot(slot) for slot in reading.optional]
        if reading.is_sentence:
            some += [unscored(self._word(word)) for word in reading.inner_words]
            some += [unscored(self._stretch(pair)) for pair in reading.asked_pairs]
        if some:
            required = [*required, (Occur.Must, any_of(some))]
        return [*required, *self._excluded(reading)]

    def partial(self, reading: Reading) -> list[Clause]:
        """The hits that lack a word."""
        if reading.is_loose:
            return self.hits(reading)
        return [*self.hits(reading), (Occur.MustNot, combined(self.full(reading)))]

    def chosen(self, filters: Mapping[str, Iterable[str]]) -> list[Clause]:
        """Of each facet one of the chosen values; chosen values never change the rank."""
        return [
            (Occur.Must, unscored(Query.term_set_query(self.schema, f"facet_{name}", list(values))))
            for name, values in filters.items()
        ]

    def _all(self, slots: Iterable[Slot]) -> list[Clause]:
        return [(Occur.Must, self._slot(slot)) for slot in slots]

    def _slot(self, slot: Slot) -> Query:
        return any_of([self._choice(choice) for choice in slot.choices])

    def _excluded(self, reading: Reading) -> list[Clause]:
        return [(Occur.MustNot, self._choice(choice)) for choice in reading.excluded]

    def _choice(self, choice: Choice) -> Query:
        units = [self._unit(unit, choice.field) for unit in choice.units]
        return boosted(all_of(units), choice.weight)

    def _unit(self, unit: Unit, field: str | None) -> Query:
        """Documents, or fields of that name, in which the characters stand together."""
        if field:
            return self._in_field(field, unit)
        if unit.term:
            return self._word(unit.term)
        stretch = self._stretch(unit.literal)
        if unit.word:
            # How rare its letters are says nothing; the word as a whole is what ranks.
            return unscored(any_of([stretch, self._word(unit.word)]))
        if " " in unit.literal:
            return any_of([stretch, self._term("words", known_as(unit.literal))])
        return stretch

    def _word(self, word: str) -> Query:
        """Documents that have a word of the dictionary anywhere, or a Latin word by itself."""
        if len(word) == PAIR and is_han(word[0]):
            return self._term("pairs", fold(word).literal)
        return self._term("words", word)

    def _stretch(self, literal: str) -> Query:
        if len(literal) == 1:
            return self._term("characters", literal)
        pairs = covering_pairs(literal)
        if len(pairs) == 1:
            return self._term("pairs", pairs[0][1])
        phrase = Query.phrase_query(self.schema, "pairs", [*pairs])
        if len(literal) > LONG:
            return phrase
        # Pairs across two words are rare: with them, few texts are looked into. They do not rank.
        narrow = Query.phrase_query(self.schema, "pairs", [*every_pair(literal)])
        return all_of([phrase, unscored(narrow)])

    def _in_field(self, field: str, unit: Unit) -> Query:
        terms = scoped_stretch(field, unit.literal).split(" ")
        if len(terms) == 1:
            return self._term("scoped", terms[0])
        return Query.phrase_query(self.schema, "scoped", list(terms))

    def _term(self, name: str, term: str) -> Query:
        return Query.term_query(self.schema, name, term, index_option="freq")

    # --- How near -------------------------------------------------------------------------

    def nearness(self, reading: Reading) -> list[Clause]:
        """What adds to the rank of a document that has a word already; finds nothing itself."""
        scores = [
            boosted(query, choice.weight)
            for slot in reading.slots
            for choice in slot.choices
            for unit in choice.units
            for query in self._near(unit)
        ]
        scores += [boosted(self._unit(run, None), self.weights.run) for run in reading.runs]
        scores += [self._pair(pair, reading) for pair in reading.joints]
        if reading.name:
            named = self._term("title", known_as(reading.name))
            scores.append(boosted(named, self.weights.known_as))
        return [(Occur.Should, score) for score in scores]

    def favoured(self, reading: Reading) -> Query:
        """The documents of the kinds asked for: cases, unless others are named."""
        kinds = [
            Query.term_query(self.schema, "facet_kind", kind, index_option="basic")
            for kind in reading.kinds or USUAL_KINDS
        ]
        return boosted(any_of(kinds), self.weights.kind)

    def likeness(self, reading: Reading) -> list[Clause]:
        """What tells hits apart that lack a word: parts of words, pairs, single characters."""
        minor = [self._slot(slot) for slot in reading.slots if slot.minor]
        words = [self._word(word) for word in reading.inner_words]
        joints = set(reading.joints)
        pairs = [self._pair(pair, reading) for pair in reading.pairs if pair not in joints]
        characters = [self._stretch(character) for character in reading.characters]
        scores = [
            *minor,
            *(boosted(query, self.weights.inner) for query in words),
            *pairs,
            *(boosted(query, self.weights.character) for query in characters),
        ]
        return [(Occur.Should, score) for score in scores]

    def _pair(self, pair: str, reading: Reading) -> Query:
        """A pair with a character of a stop word says half as much."""
        weight = (
            self.weights.pair if set(pair) <= set(reading.characters) else self.weights.loose_pair
        )
        return boosted(self._stretch(pair), weight)

    def _near(self, unit: Unit) -> list[Query]:
        if term := unit.term or unit.word:
            in_title = self._term("title", term)
            in_names = [self._term("names", term)]
        else:
            in_title = self._in_field("title", unit)
            in_names = [self._in_field(field, unit) for field in NAME_FIELDS]
        by_itself = [self._word(unit.word)] if unit.word and not unit.term else []
        return [
            *by_itself,
            boosted(in_title, self.weights.title),
            *(boosted(self._term("title", word), self.weights.inner) for word in unit.inner),
            *(boosted(query, self.weights.names) for query in in_names),
        ]


def combined(clauses: list[Clause]) -> Query:
    """One query of all the clauses; where none finds anything by itself, out of all."""
    if not any(occur != Occur.MustNot for occur, _ in clauses):
        clauses = [*clauses, (Occur.Must, Query.all_query())]
    if len(clauses) == 1:
        return clauses[0][1]
    return Query.boolean_query(clauses)


def either(clauses: list[Clause]) -> Query:
    """The same documents, where the optional clauses find none that the others do not."""
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
