"""What an export holds: every table of content, without what belongs to one site or to no one else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet

from cases.loading.plan import TEXT
from cases.models import ImportedRow, Passage, Section

from .values import Record, columns, link_fields, record

APPS = ("experts", "cases", "search")
LEFT_OUT = {
    "search.outboxentry": "what the index of this site has yet to learn",
    "search.failedsearch": "what readers of this site typed",
    "search.vocabularyrevision": "a counter of this site",
}
"""Tables that are no content, each with what they are instead."""
AT_ONCE = 500


def content_models() -> list[type[Model]]:
    """Every model of content."""
    return [
        model
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        if model._meta.label_lower not in LEFT_OUT
    ]


@dataclass(frozen=True)
class Content:
    """All rows as records; without ``with_text`` nothing of a book's running text is among them."""

    with_text: bool
    models: list[type[Model]] = field(default_factory=content_models)

    def records(self, model: type[Model]) -> Iterator[Record]:
        """The rows of a model by their key, each with the keys of what it is linked to."""
        names = [column.attname for column in columns(model)]
        rows = self._rows(model).order_by("pk").values_list("pk", *names).iterator(AT_ONCE)
        while some := list(islice(rows, AT_ONCE)):
            links = self._links(model, [row[0] for row in some])
            for key, *values in some:
                linked = {name: keys.get(key, []) for name, keys in links.items()}
                yield record(model, values) | linked | self._cut_off(model, values)

    def _rows(self, model: type[Model]) -> QuerySet[Any]:
        rows: QuerySet[Any] = model._default_manager.all()
        if self.with_text:
            return rows
        if model is Passage:
            return rows.none()
        if model is Section:
            return rows.exclude(pk__in=self._text_sections)
        return rows.exclude(source__in=self._text_sources) if model is ImportedRow else rows

    def _links(self, model: type[Model], keys: list[int]) -> dict[str, dict[int, list[int]]]:
        """The many-to-many links of some rows, field by field."""
        found: dict[str, dict[int, list[int]]] = {}
        for each in link_fields(model):
            here, there = each.m2m_column_name(), each.m2m_reverse_name()
            links = each.remote_field.through._default_manager.filter(**{f"{here}__in": keys})
            of_row = found.setdefault(each.name, {})
            for key, other in links.order_by(here, there).values_list(here, there):
                of_row.setdefault(key, []).append(other)
        return found

    def _cut_off(self, model: type[Model], values: list[Any]) -> Record:
        """References to sections that are left out, as empty ones."""
        if self.with_text:
            return {}
        return {
            column.attname: None
            for column, value in zip(columns(model), values, strict=True)
            if column.related_model is Section and value in self._text_sections
        }

    @cached_property
    def _text_sources(self) -> list[str]:
        """The names under which the texts of books are remembered."""
        books = ImportedRow.objects.filter(model="cases.book").order_by("source")
        return [TEXT.format(slug) for slug in books.values_list("source", flat=True).distinct()]

    @cached_property
    def _text_sections(self) -> frozenset[int]:
        """The headings that only the running text has."""
        remembered = ImportedRow.objects.filter(
            source__in=self._text_sources, model=Section._meta.label_lower
        )
        return frozenset(remembered.values_list("object_id", flat=True))
