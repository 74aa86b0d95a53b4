"""Match people of a source to ``Expert`` rows: by name and organisation, never by name alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from cases.models import ImportedRow
from experts.models import Affiliation, Expert

from .objects import Key, LoadObject, References

EXPERT = "experts.expert"
OrganisationKeys = dict[Key, set[int]]
"""The primary keys of the organisations with which a source affiliates each person."""


@dataclass(slots=True)
class PersonMatcher:
    """Finds the rows of the people of one source; each row matches one person at most.

    ``entries`` are the source's import log entries; ``book`` is the slug of its book, or empty.
    """

    entries: Iterable[ImportedRow]
    organisations: OrganisationKeys
    book: str = ""
    taken: set[int] = field(default_factory=set)

    def remembered(self, people: Iterable[LoadObject]) -> dict[Key, ImportedRow]:
        """People loaded before from the same source, by natural key.

        Rules, in order: name and organisation, name and key, name, a corrected name.
        """
        at = organisations_of(entry.object_id for entry in self.entries)
        found: dict[Key, ImportedRow] = {}
        people = list(people)

        def shares_an_organisation(person: LoadObject, entry: ImportedRow) -> bool:
            return _is_named(person, entry) and bool(
                self._organisations(person) & at[entry.object_id]
            )

        def has_key_and_name(person: LoadObject, entry: ImportedRow) -> bool:
            return _is_named(person, entry) and _has_key(person, entry)

        def is_corrected(person: LoadObject, entry: ImportedRow) -> bool:
            here, there = self._organisations(person), at[entry.object_id]
            return _has_key(person, entry) and (bool(here & there) or not (here and there))

        for rule in (shares_an_organisation, has_key_and_name, _is_named, is_corrected):
            self._pair(people, rule, found)
        return found

    def _pair(
        self,
        people: list[LoadObject],
        rule: Callable[[LoadObject, ImportedRow], bool],
        found: dict[Key, ImportedRow],
    ) -> None:
        """Assign each person still without an entry a free one that the rule allows."""
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
        """Experts in the database with the name, at the same organisation or in the same book."""
        people = list(people)
        rows = _rows_named({str(person.fields.get("name")) for person in people})
        at = organisations_of(row.pk for named in rows.values() for row in named)
        in_book = self._in_book()
        found: dict[Key, Expert] = {}
        for person in people:
            named = [
                row for row in rows[str(person.fields.get("name"))] if row.pk not in self.taken
            ]
            here = self._organisations(person)
            best = max(named, key=lambda row: len(here & at[row.pk]), default=None)
            if best is None or not here & at[best.pk]:
                bearers = [row for row in named if row.pk in in_book]
                fits = len(bearers) == 1 and not (here and at[bearers[0].pk])
                best = bearers[0] if fits else None
            if best is not None:
                found[person.key] = best
                self.taken.add(best.pk)
        return found

    def _organisations(self, person: LoadObject) -> set[int]:
        return self.organisations.get(person.key, set())

    def _in_book(self) -> set[int]:
        of_book = Q(contributions__book__slug=self.book) | Q(critiques__case__book__slug=self.book)
        return (
            set(Expert.objects.filter(of_book).values_list("pk", flat=True)) if self.book else set()
        )


def organisations_in_source(
    affiliations: Iterable[LoadObject], references: References
) -> OrganisationKeys:
    """Organisations by person from a source's affiliations, without those an editor deleted."""
    organisations: OrganisationKeys = defaultdict(set)
    for affiliation in affiliations:
        expert, organisation = (
            affiliation.fields.get("expert"),
            affiliation.fields.get("organisation"),
        )
        if isinstance(expert, list) and isinstance(organisation, list):
            key = references.find(
                affiliation, "organisation", Affiliation.organisation.field, organisation
            )
            if key is not None:
                organisations[tuple(expert)].add(key)
    return organisations


def organisations_of(experts: Iterable[int]) -> defaultdict[int, set[int]]:
    """The primary keys of the organisations with which each person is affiliated."""
    organisations: defaultdict[int, set[int]] = defaultdict(set)
    affiliations = Affiliation.objects.filter(expert__in=list(experts), organisation__isnull=False)
    for expert, organisation in affiliations.values_list("expert", "organisation"):
        organisations[expert].add(organisation)
    return organisations


def _rows_named(names: set[str]) -> defaultdict[str, list[Expert]]:
    rows: defaultdict[str, list[Expert]] = defaultdict(list)
    for row in Expert.objects.filter(name__in=names).order_by("pk"):
        rows[row.name].append(row)
    return rows


def _is_named(person: LoadObject, entry: ImportedRow) -> bool:
    return bool(person.fields.get("name") == entry.values.get("name"))


def _has_key(person: LoadObject, entry: ImportedRow) -> bool:
    return bool(list(person.key) == entry.key)
