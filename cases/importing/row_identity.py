"""Match the objects of a source to rows: people by name and organisation, others by natural key.

First objects that an earlier load of the source brought, then rows that are there already.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from rapidfuzz.fuzz import ratio

from cases.models import ImportedRow, Section
from experts.models import Affiliation, Expert

from .import_log import ImportLog
from .objects import KEY_FIELDS, Key, LoadObject, References, Values, flat_key

EXPERT = "experts.expert"
ORGANISATION = "experts.organisation"
BATCH = 500
REPEATABLE_MODELS = ("cases.contribution",)
"""A book may print the same person twice in one list."""
SAME_HEADING = 60.0
"""Minimum similarity (rapidfuzz ``ratio``, percent) of a heading and the old one, reworded."""


def set_keys(model: str, things: Iterable[LoadObject]) -> None:
    """Set the natural keys, numbered where one may occur again; else raise LoadError for it."""
    seen: dict[Key, LoadObject] = {}
    times: Counter[Key] = Counter()
    for thing in things:
        key = flat_key(thing.fields.get(name) for name in KEY_FIELDS[model])
        times[key] += 1
        if times[key] > 1 and model in REPEATABLE_MODELS:
            key = (*key, times[key])
        if key in seen:
            raise thing.error(
                f"it repeats {seen[key].position}; correct the number or name of one."
            )
        thing.key, seen[key] = key, thing


def layers(wanted: Iterable[LoadObject]) -> Iterator[list[LoadObject]]:
    """Batches in which rows come after the rows of their own model that they refer to."""
    waiting = {thing.key: thing for thing in wanted}
    while waiting:
        ready = [thing for thing in waiting.values() if not _own_keys(thing) & waiting.keys()]
        if not ready:
            stuck = next(iter(waiting.values()))
            raise stuck.error("it lies in itself, by way of the rows above it; correct it.")
        yield ready
        for thing in ready:
            del waiting[thing.key]


def _own_keys(thing: LoadObject) -> set[Key]:
    """The keys of rows of the same model that a row refers to."""
    return {
        flat_key([thing.fields.get(field.name)])
        for field in thing.model_class._meta.concrete_fields
        if field.related_model is thing.model_class
    }


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

    def recognise(self, wanted: Iterable[LoadObject]) -> None:
        """Match objects loaded before from the same source; a row may have been deleted."""
        by_key = {
            tuple(entry.key): entry.object_id for entry in self.import_log.entries(self.model)
        }
        for thing in wanted:
            if thing.key in by_key:
                self._claim(thing, by_key[thing.key], self.rows.get(by_key[thing.key]))

    def adopt(self, wanted: list[LoadObject]) -> None:
        """Match organisations of the same name, rows of the same key, or similar headings."""
        known = self._rows_like(wanted)
        for thing in wanted:
            rows = known[tuple(thing.values.get(name) for name in self.names)]
            if self.model == ORGANISATION:
                rows = [row for row in rows if row.slug == thing.values["slug"]] or rows
            elif self.model == "cases.section" and not rows:
                spare = [row for key, row in self.rows.items() if self._is_free(key)]
                rows = _reworded(thing.values, spare)
            if rows and self._is_free(rows[0].pk):
                self._claim(thing, rows[0].pk, rows[0])

    def _claim(self, thing: LoadObject, key: int, row: models.Model | None) -> None:
        thing.row, thing.entry = row, self.import_log.by_row.get((self.model, key))
        self.import_log.claimed.add((self.model, key))

    def _is_free(self, key: int) -> bool:
        return (self.model, key) not in self.import_log.claimed

    def _rows_like(self, wanted: Iterable[LoadObject]) -> defaultdict[Key, list[Any]]:
        """The rows with these names or keys, read at once for all objects."""
        rows: defaultdict[Key, list[Any]] = defaultdict(list)
        model = apps.get_model(self.model)
        columns = [model._meta.get_field(name).attname for name in self.names]
        first = sorted({thing.values[self.names[0]] for thing in wanted})
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


class PersonMatcher(RowMatcher):
    """Finds the rows of the people of one source, never by name alone; each matches one person.

    ``organisations`` are those of each person in the source that no editor deleted.
    """

    def __init__(
        self,
        import_log: ImportLog,
        rows: Mapping[int, models.Model],
        by_model: Mapping[str, Iterable[LoadObject]],
        references: References,
    ) -> None:
        super().__init__(EXPERT, import_log, rows)
        self.books = [str(thing.fields.get("slug")) for thing in by_model["cases.book"]]
        self.organisations: defaultdict[Key, set[int]] = defaultdict(set)
        field = Affiliation.organisation.field
        for affiliation in by_model["experts.affiliation"]:
            expert, organisation = map(affiliation.fields.get, ("expert", "organisation"))
            if isinstance(expert, list) and isinstance(organisation, list):
                key = references.find(affiliation, field.name, field, organisation)
                if key is not None:
                    self.organisations[tuple(expert)].add(key)

    def recognise(self, wanted: Iterable[LoadObject]) -> None:
        """Match people loaded before from the same source."""
        entries = list(self.import_log.entries(self.model))
        at = _organisations_of(entry.object_id for entry in entries)
        candidates = [
            (rule, number, thing.key != tuple(entry.key), thing, entry.object_id)
            for number, thing in enumerate(wanted)
            for entry in entries
            if (rule := self._rule(thing, entry, at[entry.object_id]))
        ]
        for *_, thing, key in sorted(candidates, key=itemgetter(0, 1, 2)):
            if thing.entry is None and self._is_free(key):
                self._claim(thing, key, self.rows.get(key))

    def _rule(self, thing: LoadObject, entry: ImportedRow, there: set[int]) -> int:
        """Number of the rule by which an entry is a person, the surest first; 0 if it is not.

        1 name and organisation, 2 name and key, 3 name, 4 a corrected name.
        """
        here = self.organisations[thing.key]
        has_key = thing.key == tuple(entry.key)
        if thing.fields.get("name") == entry.values.get("name"):
            return 1 if here & there else 2 if has_key else 3
        return 4 if has_key and (here & there or not (here and there)) else 0

    def adopt(self, wanted: list[LoadObject]) -> None:
        """Match experts with the name, at the same organisation or in the same book."""
        rows: defaultdict[str, list[Expert]] = defaultdict(list)
        names = {thing.values["name"] for thing in wanted}
        for row in Expert.objects.filter(name__in=names).order_by("pk"):
            rows[row.name].append(row)
        at = _organisations_of(row.pk for named in rows.values() for row in named)
        in_book = self._in_book()
        for thing in wanted:
            named = [row for row in rows[thing.values["name"]] if self._is_free(row.pk)]
            here = self.organisations[thing.key]
            best = max(named, key=lambda row: len(here & at[row.pk]), default=None)
            if best is None or not here & at[best.pk]:
                bearers = [row for row in named if row.pk in in_book]
                fits = len(bearers) == 1 and not (here and at[bearers[0].pk])
                best = bearers[0] if fits else None
            if best is not None:
                self._claim(thing, best.pk, best)

    def _in_book(self) -> set[int]:
        """The people of the only book of the source."""
        if len(self.books) != 1:
            return set()
        [slug] = self.books
        of_book = Q(contributions__book__slug=slug) | Q(critiques__case__book__slug=slug)
        return set(Expert.objects.filter(of_book).values_list("pk", flat=True))


def _organisations_of(experts: Iterable[int]) -> defaultdict[int, set[int]]:
    """The primary keys of the organisations with which each person is affiliated."""
    organisations: defaultdict[int, set[int]] = defaultdict(set)
    affiliations = Affiliation.objects.filter(expert__in=list(experts), organisation__isnull=False)
    for expert, organisation in affiliations.values_list("expert", "organisation"):
        organisations[expert].add(organisation)
    return organisations
