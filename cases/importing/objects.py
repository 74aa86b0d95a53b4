"""Objects to load, in Django's fixture format with natural keys."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models

from cases.importing.people_rows import Fixture

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
