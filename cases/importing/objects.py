"""Objects to load, in Django's fixture format, and the rows that their natural keys name."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models

from cases.importing.people_rows import Fixture
from cases.models import ImportedRow

KEY_FIELDS: dict[str, tuple[str, ...]] = {
    "experts.organisation": ("slug",),
    "experts.expert": ("slug",),
    "experts.affiliation": ("expert", "organisation", "job_title"),
    "cases.place": ("slug",),
    "cases.theme": ("slug",),
    "cases.seat": ("organisation",),
    "cases.book": ("slug",),
    "cases.part": ("book", "number"),
    "cases.case": ("slug",),
    "cases.contribution": ("book", "role", "expert", "organisation"),
    "cases.critique": ("slug",),
    "cases.section": ("book", "anchor"),
    "cases.caseplace": ("case", "place"),
    "cases.casetheme": ("case", "theme"),
    "cases.erratum": ("book", "subject"),
    "cases.reference": ("url",),
    "cases.fact": ("slug",),
}
"""The models that can be loaded, in the order of loading, and their natural key fields."""

Key = tuple[Any, ...]


class LoadError(Exception):
    """A file that cannot be loaded; the message names the file, the object and the remedy."""


@dataclass(frozen=True, slots=True)
class LoadObject:
    """One object of a source: its model's label, its fields, and its position for messages."""

    model: str
    fields: dict[str, Any]
    position: str

    @property
    def model_class(self) -> type[models.Model]:
        return apps.get_model(self.model)

    @property
    def key(self) -> Key:
        """The natural key; the keys of referenced rows are flattened into it."""
        return flat_key(self.fields.get(name) for name in KEY_FIELDS[self.model])

    def error(self, message: str) -> LoadError:
        return LoadError(f"{self.position} ({self.model}): {message}")


def flat_key(values: Iterable[Any]) -> Key:
    """Flatten a nested key: ``[["a"], 3]`` → ``("a", 3)``."""
    flat: list[Any] = []
    for value in values:
        flat += flat_key(value) if isinstance(value, list | tuple) else [value]
    return tuple(flat)


def to_objects(fixture: Iterable[Fixture], name: str) -> list[LoadObject]:
    """Load objects of fixture rows made in memory; positions are source lines."""
    return [
        LoadObject(
            item["model"], item["fields"], f"{name}, line {item['fields'].get('source_line')}"
        )
        for item in fixture
    ]


def read_objects(path: Path) -> list[LoadObject]:
    """Read a fixture file; raises LoadError for anything but a list of known objects."""
    content = _read_json(path)
    if not isinstance(content, list):
        raise LoadError(f"{path} holds no list of objects: give a fixture made by parse_book.")
    return list(_objects(content, str(path)))


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise LoadError(f"{path} cannot be read ({error.strerror}): check the path.") from None
    except UnicodeDecodeError as error:
        raise LoadError(
            f"{path} is not UTF-8 at byte {error.start}: give a fixture made by parse_book."
        ) from None
    except (ValueError, RecursionError) as error:
        raise LoadError(
            f"{path} is not JSON ({error}): give a fixture made by parse_book; "
            "for the text of a book use import_book."
        ) from None


def _objects(content: Iterable[Any], name: str) -> Iterator[LoadObject]:
    for number, item in enumerate(content, start=1):
        position = f"{name}, object {number}"
        if not isinstance(item, dict) or set(item) != {"model", "fields"}:
            raise LoadError(
                f'{position}: write it as {{"model": …, "fields": {{…}}}}, nothing else.'
            )
        model, fields = item["model"], item["fields"]
        if not isinstance(model, str) or model.lower() not in KEY_FIELDS:
            raise LoadError(
                f"{position}: unknown model {model!r}; use one of {', '.join(KEY_FIELDS)}."
            )
        if not isinstance(fields, dict):
            raise LoadError(f"{position} ({model}): its fields must be a JSON object.")
        yield LoadObject(model.lower(), fields, position)


def key_paths(model: str) -> list[str]:
    """The field lookups of a flat key's values: cases.part → book__slug, number."""
    options = apps.get_model(model)._meta
    paths: list[str] = []
    for name in KEY_FIELDS[model]:
        related = options.get_field(name).related_model
        if related is None:
            paths.append(name)
        else:
            paths += [f"{name}__{path}" for path in key_paths(related._meta.label_lower)]
    return paths


class References:
    """Finds the rows that fixtures refer to; ``None`` is one that an editor deleted."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, Key], int | None] = {}

    def note(self, model: str, key: Key, primary_key: int | None) -> None:
        self.known[model, key] = primary_key

    def find(self, thing: LoadObject, name: str, field: Any, written: Any) -> int | None:
        """The primary key for a natural key written in a fixture; raises LoadError if unknown."""
        model = field.related_model._meta.label_lower
        paths = key_paths(model)
        key = flat_key([written]) if isinstance(written, list) else ()
        if len(key) != len(paths):
            wanted = ", ".join(path.replace("__", " ") for path in paths)
            raise thing.error(f"the field {name!r} is {written!r}; write a list: [{wanted}].")
        if (model, key) not in self.known:
            self.known[model, key] = self._look_up(thing, name, model, key)
        return self.known[model, key]

    def _look_up(self, thing: LoadObject, name: str, model: str, key: Key) -> int | None:
        rows = apps.get_model(model)._default_manager
        loaded = ImportedRow.objects.filter(model=model, key=list(key)).values("object_id")
        for entry in loaded:
            return entry["object_id"] if rows.filter(pk=entry["object_id"]).exists() else None
        try:
            found = rows.filter(**dict(zip(key_paths(model), key, strict=True))).first()
        except (TypeError, ValueError):
            found = None
        if found is None:
            raise thing.error(
                f"the field {name!r} points to {model} {list(key)}, which is neither in the file "
                "nor loaded; add it or load its file first."
            )
        return int(found.pk)
