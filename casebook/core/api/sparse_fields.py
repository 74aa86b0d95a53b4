"""What of a row is written: ``fields`` leaves out the rest, ``expand`` adds what lists leave out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.request import Request

from casebook.core.web.requests import Problem, nearest

SELECTING = ("fields", "expand")

Tree = dict[str, "Tree"]
"""Names, each with those below it; nothing below means everything."""


@dataclass(frozen=True)
class Selection:
    """The fields asked for, and what is wrong with them. No tree means every field."""

    tree: Tree | None = None
    expanded: frozenset[str] = frozenset()
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_narrow(self) -> bool:
        """Whether not everything is written that could be."""
        return self.tree is not None or bool(self.expanded)

    def narrow(self, serializer: Any, names: Iterable[str]) -> None:
        """Let a serializer write only these names of the first level, and of them what is chosen."""
        keep: Tree = {name: {} for name in names}
        if self.tree is not None:
            keep = {name: below for name, below in self.tree.items() if name in keep}
        prune(serializer, keep)

    def of(self, written: dict[str, Any]) -> dict[str, Any]:
        """What is chosen of the first level of a row that is written already."""
        if self.tree is None:
            return written
        return {name: value for name, value in written.items() if name in self.tree}


def read(request: Request, known: Tree, expandable: Iterable[str]) -> Selection:
    """What a request selects of the known fields; naming a field that lists leave out expands it."""
    expandable = list(expandable)
    asked = names_in(request, "fields")
    expanded = names_in(request, "expand")
    problems = [
        *wrong_names(request, "expand", expandable),
        *(wrong_path(path, known) for path in asked if not is_known(path, known)),
    ]
    tree = tree_of(asked) if asked else None
    also = expanded if tree is None else [*expanded, *(tree.keys() & set(expandable))]
    return Selection(tree, frozenset(also) & frozenset(expandable), problems)


def names_in(request: Request, parameter: str) -> list[str]:
    """The names, separated by commas or by repeating the parameter."""
    given = ",".join(request.query_params.getlist(parameter))
    return list(dict.fromkeys(name.strip() for name in given.split(",") if name.strip()))


def tree_of(paths: list[str]) -> Tree:
    """``part.title`` and ``part.slug`` as one branch; ``part`` by itself means all below it."""
    tree: Tree = {}
    for path in paths:
        branch(tree, path)
    for path in paths:
        branch(tree, path).clear()
    return tree


def branch(tree: Tree, path: str) -> Tree:
    """What is below a path; the path is made if need be."""
    for name in path.split("."):
        tree = tree.setdefault(name, {})
    return tree


def known_fields(serializer: Any) -> Tree:
    """Every field that a serializer writes, with those of what it holds."""
    one = getattr(serializer, "child", serializer)
    fields = getattr(one, "fields", None)
    return {name: known_fields(each) for name, each in fields.items()} if fields else {}


def is_known(path: str, known: Tree) -> bool:
    name, _dot, below = path.partition(".")
    return name in known and (not below or is_known(below, known[name]))


def prune(serializer: Any, keep: Tree) -> None:
    """Take out of a serializer all that is not kept."""
    one = getattr(serializer, "child", serializer)
    for name in list(one.fields):
        if name not in keep:
            one.fields.pop(name)
        elif keep[name]:
            prune(one.fields[name], keep[name])


def wrong_path(path: str, known: Tree) -> Problem:
    """A field that is not there; where its beginning is right, its end is what is proposed."""
    return wrong_name("fields", path, list(all_paths(known)))


def all_paths(known: Tree) -> Iterable[str]:
    for name, below in known.items():
        yield name
        yield from (f"{name}.{path}" for path in all_paths(below))


def wrong_names(request: Request, parameter: str, known: Iterable[str]) -> list[Problem]:
    """One for each name in a parameter that is not among the known."""
    names = list(known)
    return [
        wrong_name(parameter, name, names)
        for name in names_in(request, parameter)
        if name not in names
    ]


def wrong_name(parameter: str, name: str, known: list[str]) -> Problem:
    message = _("“%(name)s”不是这里可用的名称。") % {"name": name}
    near = nearest(name, known)
    allowed = tuple(each for each in known if "." not in each)
    return Problem(parameter, name, message, near, allowed)
