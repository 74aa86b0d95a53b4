"""Natural keys → primary keys: of rows being loaded, loaded before, or in the database."""

from typing import Any

from django.apps import apps

from cases.models import ImportedRow

from .objects import KEY_FIELDS, Key, LoadObject, flat_key


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
