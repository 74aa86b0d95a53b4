"""Which person of a source is which ``Expert`` row: by name and body, never by name alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from cases.models import ImportedRow
from experts.models import Affiliation, Expert

from .objects import Key, LoadObject
from .references import References

EXPERT = "experts.expert"
Bodies = dict[Key, set[int]]
"""The primary keys of the bodies at which a source gives each person a post."""


@dataclass(slots=True)
class PersonMatcher:
    """Finds the rows of the people of one source; a row is given to one of them only.

    ``entries`` is what the source brought before; ``book`` is the slug of its book, or empty.
    """

    entries: Iterable[ImportedRow]
    bodies: Bodies
    book: str = ""
    taken: set[int] = field(default_factory=set)

    def remembered(self, people: Iterable[LoadObject]) -> dict[Key, ImportedRow]:
        """Who the same source brought before: the name with a body, the name, a corrected name."""
        at = bodies_of(entry.object_id for entry in self.entries)
        found: dict[Key, ImportedRow] = {}
        people = list(people)

        def shares_a_body(person: LoadObject, entry: ImportedRow) -> bool:
            return _is_named(person, entry) and bool(self._bodies(person) & at[entry.object_id])

        def has_key_and_name(person: LoadObject, entry: ImportedRow) -> bool:
            return _is_named(person, entry) and _has_key(person, entry)

        def is_corrected(person: LoadObject, entry: ImportedRow) -> bool:
            here, there = self._bodies(person), at[entry.object_id]
            return _has_key(person, entry) and (bool(here & there) or not (here and there))

        for rule in (shares_a_body, has_key_and_name, _is_named, is_corrected):
            self._pair(people, rule, found)
        return found

    def _pair(
        self,
        people: list[LoadObject],
        rule: Callable[[LoadObject, ImportedRow], bool],
        found: dict[Key, ImportedRow],
    ) -> None:
        """Give each person still without an entry the first free one that the rule allows."""
        for person in people:
            if person.key in found:
                continue
            free = (entry for entry in self.entries if entry.object_id not in self.taken)
            fitting = [entry for entry in free if rule(person, entry)]
            if fitting:
                entry = min(fitting, key=lambda entry: not _has_key(person, entry))
                found[person.key] = entry
                self.taken.add(entry.object_id)

    def present(self, people: Iterable[LoadObject]) -> dict[Key, Expert]:
        """Who is in the database already: named so and at the same body, or in the same book."""
        people = list(people)
        rows = _rows_named({str(person.fields.get("name")) for person in people})
        at = bodies_of(row.pk for named in rows.values() for row in named)
        in_book = self._in_book()
        found: dict[Key, Expert] = {}
        for person in people:
            named = [
                row for row in rows[str(person.fields.get("name"))] if row.pk not in self.taken
            ]
            here = self._bodies(person)
            best = max(named, key=lambda row: len(here & at[row.pk]), default=None)
            if best is None or not here & at[best.pk]:
                bearers = [row for row in named if row.pk in in_book]
                fits = len(bearers) == 1 and not (here and at[bearers[0].pk])
                best = bearers[0] if fits else None
            if best is not None:
                found[person.key] = best
                self.taken.add(best.pk)
        return found

    def _bodies(self, person: LoadObject) -> set[int]:
        return self.bodies.get(person.key, set())

    def _in_book(self) -> set[int]:
        of_book = Q(contributions__book__slug=self.book) | Q(critiques__case__book__slug=self.book)
        return (
            set(Expert.objects.filter(of_book).values_list("pk", flat=True)) if self.book else set()
        )


def bodies_in_source(posts: Iterable[LoadObject], references: References) -> Bodies:
    """By the affiliations of a source; a body that an editor deleted counts for nothing."""
    bodies: Bodies = defaultdict(set)
    for post in posts:
        expert, body = post.fields.get("expert"), post.fields.get("organisation")
        if isinstance(expert, list) and isinstance(body, list):
            key = references.find(post, "organisation", Affiliation.organisation.field, body)
            if key is not None:
                bodies[tuple(expert)].add(key)
    return bodies


def bodies_of(experts: Iterable[int]) -> defaultdict[int, set[int]]:
    """The primary keys of the bodies at which each person has a post."""
    bodies: defaultdict[int, set[int]] = defaultdict(set)
    posts = Affiliation.objects.filter(expert__in=list(experts), organisation__isnull=False)
    for expert, body in posts.values_list("expert", "organisation"):
        bodies[expert].add(body)
    return bodies


def _rows_named(names: set[str]) -> defaultdict[str, list[Expert]]:
    rows: defaultdict[str, list[Expert]] = defaultdict(list)
    for row in Expert.objects.filter(name__in=names).order_by("pk"):
        rows[row.name].append(row)
    return rows


def _is_named(person: LoadObject, entry: ImportedRow) -> bool:
    return bool(person.fields.get("name") == entry.values.get("name"))


def _has_key(person: LoadObject, entry: ImportedRow) -> bool:
    return bool(list(person.key) == entry.key)
