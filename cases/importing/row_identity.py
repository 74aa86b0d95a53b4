"""Match the objects of a source to rows: people by name and organisation, others by natural key.

First objects that an earlier load of the source brought, then rows that are there already.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from rapidfuzz.fuzz import ratio

from cases.models import ImportedRow, Section
from experts.models import Affiliation, Expert

from .import_log import ImportLog, Values
from .objects import KEY_FIELDS, Key, LoadObject, References

EXPERT = "experts.expert"
ORGANISATION = "experts.organisation"
BATCH = 500
ORDERED_MODELS = {"cases.contribution": ("book_id", "role"), "cases.critique": ("case_id",)}
"""Models whose ``order`` is unique among rows with the same values of these fields."""
SAME_HEADING = 60.0
"""Minimum similarity (rapidfuzz ``ratio``, percent) of a heading and the old one, reworded."""


@dataclass(slots=True)
class Wanted:
    """An object of the source with its values ready for the database, and its row if it has one."""

    thing: LoadObject
    key: Key
    values: Values
    row: models.Model | None = None
    entry: ImportedRow | None = None


def rows_with_links(model: str) -> models.QuerySet[Any]:
    """All rows of a model, with the rows to which many-to-many fields link them."""
    kind: type[models.Model] = apps.get_model(model)
    return kind._default_manager.prefetch_related(*(f.name for f in kind._meta.many_to_many))


class RowMatcher:
    """Finds the rows of the objects of one model; ``rows`` are those of the import log."""

    def __init__(self, model: str, import_log: ImportLog, rows: Mapping[int, models.Model]) -> None:
        self.model = model
        self.import_log = import_log
        self.rows = rows
        self.names = ("name",) if model == ORGANISATION else KEY_FIELDS[model]

    def remembered(self, wanted: Iterable[Wanted]) -> dict[Key, ImportedRow]:
        """Import log entries of objects loaded before from the same source."""
        by_key = {tuple(entry.key): entry for entry in self.import_log.entries(self.model)}
        return {want.key: by_key[want.key] for want in wanted if want.key in by_key}

    def present(self, wanted: list[Wanted]) -> dict[Key, models.Model]:
        """Organisations of the same name, rows of the same key, or similar headings."""
        found: dict[Key, models.Model] = {}
        known = self._rows_like(wanted)
        claimed = self.import_log.claimed
        spare = [row for key, row in self.rows.items() if (self.model, key) not in claimed]
        for want in wanted:
            rows = known[tuple(want.values.get(name) for name in self.names)]
            if self.model == ORGANISATION:
                rows = [row for row in rows if row.slug == want.values["slug"]] or rows
            elif self.model == "cases.section" and not rows:
                rows = _reworded(want.values, spare)
                spare = [row for row in spare if row not in rows]
            if rows:
                found[want.key] = rows[0]
        return found

    def _rows_like(self, wanted: Iterable[Wanted]) -> defaultdict[Key, list[Any]]:
        """The rows with these names or keys, read at once for all objects."""
        rows: defaultdict[Key, list[Any]] = defaultdict(list)
        model = apps.get_model(self.model)
        columns = [model._meta.get_field(name).attname for name in self.names]
        first = sorted({want.values[self.names[0]] for want in wanted})
        for start in range(0, len(first), BATCH):
            some = {f"{self.names[0]}__in": first[start : start + BATCH]}
            for row in rows_with_links(self.model).filter(**some).order_by("pk"):
                rows[tuple(getattr(row, column) for column in columns)].append(row)
        return rows


def _reworded(values: Values, spare: Iterable[models.Model]) -> list[Section]:
    """The old heading of the same owner and level that is most like the new one, if any is."""
    owner = [values.get(name) for name in ("part", "case", "critique", "level")]
    alike = [
        row
        for row in spare
        if isinstance(row, Section)
        and [row.part_id, row.case_id, row.critique_id, row.level] == owner
        and ratio(row.title, values["title"]) >= SAME_HEADING
    ]
    return sorted(alike, key=lambda row: -ratio(row.title, values["title"]))[:1]


class PersonMatcher:
    """Finds the rows of the people of one source, never by name alone; each matches one person."""

    def __init__(
        self,
        import_log: ImportLog,
        by_model: Mapping[str, Iterable[LoadObject]],
        references: References,
    ) -> None:
        self.entries = list(import_log.entries(EXPERT))
        self.organisations = _organisations_in_source(by_model["experts.affiliation"], references)
        self.books = [str(thing.fields.get("slug")) for thing in by_model["cases.book"]]
        self.taken: set[int] = set()

    def remembered(self, wanted: Iterable[Wanted]) -> dict[Key, ImportedRow]:
        """Import log entries of people loaded before from the same source."""
        at = _organisations_of(entry.object_id for entry in self.entries)
        candidates = [
            (rule, number, want.key != tuple(entry.key), want, entry)
            for number, want in enumerate(wanted)
            for entry in self.entries
            if (rule := self._rule(want, entry, at[entry.object_id]))
        ]
        found: dict[Key, ImportedRow] = {}
        for *_, want, entry in sorted(candidates, key=itemgetter(0, 1, 2)):
            if want.key not in found and entry.object_id not in self.taken:
                found[want.key] = entry
                self.taken.add(entry.object_id)
        return found

    def _rule(self, want: Wanted, entry: ImportedRow, there: set[int]) -> int:
        """Number of the rule by which an entry is a person, the surest first; 0 if it is not.

        1 name and organisation, 2 name and key, 3 name, 4 a corrected name.
        """
        here = self.organisations[want.key]
        has_key = want.key == tuple(entry.key)
        if want.thing.fields.get("name") == entry.values.get("name"):
            return 1 if here & there else 2 if has_key else 3
        return 4 if has_key and (here & there or not (here and there)) else 0

    def present(self, wanted: Iterable[Wanted]) -> dict[Key, models.Model]:
        """Experts in the database with the name, at the same organisation or in the same book."""
        rows: defaultdict[str, list[Expert]] = defaultdict(list)
        names = {want.values["name"] for want in wanted}
        for row in Expert.objects.filter(name__in=names).order_by("pk"):
            rows[row.name].append(row)
        at = _organisations_of(row.pk for named in rows.values() for row in named)
        in_book = self._in_book()
        found: dict[Key, models.Model] = {}
        for want in wanted:
            named = [row for row in rows[want.values["name"]] if row.pk not in self.taken]
            here = self.organisations[want.key]
            best = max(named, key=lambda row: len(here & at[row.pk]), default=None)
            if best is None or not here & at[best.pk]:
                bearers = [row for row in named if row.pk in in_book]
                fits = len(bearers) == 1 and not (here and at[bearers[0].pk])
                best = bearers[0] if fits else None
            if best is not None:
                found[want.key] = best
                self.taken.add(best.pk)
        return found

    def _in_book(self) -> set[int]:
        """The people of the only book of the source."""
        if len(self.books) != 1:
            return set()
        of_book = Q(contributions__book__slug=self.books[0]) | Q(
            critiques__case__book__slug=self.books[0]
        )
        return set(Expert.objects.filter(of_book).values_list("pk", flat=True))


def _organisations_in_source(
    affiliations: Iterable[LoadObject], references: References
) -> defaultdict[Key, set[int]]:
    """Organisations by person from a source's affiliations, without those an editor deleted."""
    organisations: defaultdict[Key, set[int]] = defaultdict(set)
    for affiliation in affiliations:
        expert, organisation = map(affiliation.fields.get, ("expert", "organisation"))
        if isinstance(expert, list) and isinstance(organisation, list):
            field = Affiliation.organisation.field
            key = references.find(affiliation, "organisation", field, organisation)
            if key is not None:
                organisations[tuple(expert)].add(key)
    return organisations


def _organisations_of(experts: Iterable[int]) -> defaultdict[int, set[int]]:
    """The primary keys of the organisations with which each person is affiliated."""
    organisations: defaultdict[int, set[int]] = defaultdict(set)
    affiliations = Affiliation.objects.filter(expert__in=list(experts), organisation__isnull=False)
    for expert, organisation in affiliations.values_list("expert", "organisation"):
        organisations[expert].add(organisation)
    return organisations


# --- New rows --------------------------------------------------------------------------------


def avoid_conflicts(model: str, rows: list[Any]) -> None:
    """Change slugs and orders of new rows that others have: ``li-wei-2``, the next free order."""
    if model in (EXPERT, ORGANISATION):
        _free_slugs(rows)
    elif model in ORDERED_MODELS:
        _free_orders(rows, ORDERED_MODELS[model])


def _free_slugs(rows: list[Any]) -> None:
    others = type(rows[0])._default_manager
    taken = set(others.filter(slug__in=[row.slug for row in rows]).values_list("slug", flat=True))
    for row in rows:
        stem, number = row.slug, 1
        while row.slug in taken or (number > 1 and others.filter(slug=row.slug).exists()):
            number += 1
            row.slug = f"{stem}-{number}"
        taken.add(row.slug)


def _free_orders(rows: list[Any], among: tuple[str, ...]) -> None:
    """Where another row has the order, append the new one at the end."""
    first = {getattr(row, among[0]) for row in rows}
    others = type(rows[0])._default_manager.filter(**{f"{among[0]}__in": first})
    taken: defaultdict[Key, set[int]] = defaultdict(set)
    for *group, order in others.values_list(*among, "order"):
        taken[tuple(group)].add(order)
    for row in rows:
        orders = taken[tuple(getattr(row, name) for name in among)]
        if row.order in orders:
            row.order = max(orders) + 1
        orders.add(row.order)
