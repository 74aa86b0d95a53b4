"""What is loaded: objects in Django's fixture form, named by natural keys."""

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
"""The models that can be loaded, in the order of loading, and what names a row of each."""

Key = tuple[Any, ...]


class LoadError(Exception):
    """A file that cannot be loaded; the message names the file, the object and the remedy."""


@dataclass(frozen=True, slots=True)
class LoadObject:
    """One object of a source: its model's label, its fields, and where it stands."""

    model: str
    fields: dict[str, Any]
    position: str

    @property
    def model_class(self) -> type[models.Model]:
        return apps.get_model(self.model)

    @property
    def key(self) -> Key:
        """The values that name the row; references are spliced in."""
        return flat_key(self.fields.get(name) for name in KEY_FIELDS[self.model])

    def error(self, problem: str) -> LoadError:
        return LoadError(f"{self.position} ({self.model}): {problem}")


def flat_key(values: Iterable[Any]) -> Key:
    """A key with the keys inside it spliced in: ``[["a"], 3]`` → ``("a", 3)``."""
    flat: list[Any] = []
    for value in values:
        flat += flat_key(value) if isinstance(value, list | tuple) else [value]
    return tuple(flat)


def to_objects(fixture: Iterable[Fixture], name: str) -> list[LoadObject]:
    """Fixture rows made here, not read from a file; their lines are those of the source."""
    return [
        LoadObject(
            item["model"], item["fields"], f"{name}, line {item['fields'].get('source_line')}"
        )
        for item in fixture
    ]


def read_objects(path: Path) -> list[LoadObject]:
    """Read a fixture file; anything but a list of known objects is refused."""
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
