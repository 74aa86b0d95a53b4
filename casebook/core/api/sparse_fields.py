"""Sparse fields: ``fields`` limits what is written, ``expand`` adds what lists leave out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.request import Request

from casebook.core.web.requests import ParameterError, nearest

SELECTING = ("fields", "expand")

Tree = dict[str, "Tree"]
"""Field names, each with its nested names; an empty tree means all of them."""


@dataclass(frozen=True)
class SparseFields:
    """The requested fields and the errors in them. No tree means every field."""

    tree: Tree | None = None
    expanded: frozenset[str] = frozenset()
    parameter_errors: list[ParameterError] = field(default_factory=list)

    @property
    def is_restricted(self) -> bool:
        """Whether the request selects or expands any fields."""
        return self.tree is not None or bool(self.expanded)

    def apply_to(self, serializer: Any, names: Iterable[str]) -> None:
        """Limit a serializer to these first-level names and, of them, to the selected fields."""
        kept_names: Tree = {name: {} for name in names}
        if self.tree is not None:
            kept_names = {name: below for name, below in self.tree.items() if name in kept_names}
        remove_fields(serializer, kept_names)

    def of(self, written: dict[str, Any]) -> dict[str, Any]:
        """The selected first-level fields of a row that is already serialised."""
        if self.tree is None:
            return written
        return {name: value for name, value in written.items() if name in self.tree}


def read_sparse_fields(request: Request, known: Tree, expandable: Iterable[str]) -> SparseFields:
    """Read ``fields`` and ``expand``; to name a field that lists leave out expands it."""
    expandable = list(expandable)
    asked = names_in(request, "fields")
    expanded = names_in(request, "expand")
    errors = [
        *wrong_names(request, "expand", expandable),
        *(wrong_path(path, known) for path in asked if not is_known(path, known)),
    ]
    tree = tree_of(asked) if asked else None
    also = expanded if tree is None else [*expanded, *(tree.keys() & set(expandable))]
    return SparseFields(tree, frozenset(also) & frozenset(expandable), errors)


def names_in(request: Request, parameter: str) -> list[str]:
    """The names in a parameter, separated by commas or by repeating it."""
    given = ",".join(request.query_params.getlist(parameter))
    return list(dict.fromkeys(name.strip() for name in given.split(",") if name.strip()))


def tree_of(paths: list[str]) -> Tree:
    """Dotted paths as a tree: ``part.title`` and ``part.slug`` share a branch; ``part`` is all."""
    tree: Tree = {}
    for path in paths:
        branch(tree, path)
    for path in paths:
        branch(tree, path).clear()
    return tree


def branch(tree: Tree, path: str) -> Tree:
    """The subtree at a path, which is created if need be."""
    for name in path.split("."):
        tree = tree.setdefault(name, {})
    return tree


def known_fields(serializer: Any) -> Tree:
    """The tree of a serializer's fields, nested serializers included."""
    one = getattr(serializer, "child", serializer)
    fields = getattr(one, "fields", None)
    return {name: known_fields(each) for name, each in fields.items()} if fields else {}


def is_known(path: str, known: Tree) -> bool:
    name, _dot, below = path.partition(".")
    return name in known and (not below or is_known(below, known[name]))


def remove_fields(serializer: Any, kept_names: Tree) -> None:
    """Remove the fields of a serializer that are not in ``kept_names``."""
    one = getattr(serializer, "child", serializer)
    for name in list(one.fields):
        if name not in kept_names:
            one.fields.pop(name)
        elif kept_names[name]:
            remove_fields(one.fields[name], kept_names[name])


def wrong_path(path: str, known: Tree) -> ParameterError:
    """The error for an unknown field path, with the nearest known path."""
    return wrong_name("fields", path, list(all_paths(known)))


def all_paths(known: Tree) -> Iterable[str]:
    for name, below in known.items():
        yield name
        yield from (f"{name}.{path}" for path in all_paths(below))


def wrong_names(request: Request, parameter: str, known: Iterable[str]) -> list[ParameterError]:
    """An error for each name in a parameter that is not known."""
    names = list(known)
    return [
        wrong_name(parameter, name, names)
        for name in names_in(request, parameter)
        if name not in names
    ]


def wrong_name(parameter: str, name: str, known: list[str]) -> ParameterError:
    message = _("“%(name)s”不是这里可用的名称。") % {"name": name}
    near = nearest(name, known)
    allowed = tuple(each for each in known if "." not in each)
    return ParameterError(parameter, name, message, near, allowed)
