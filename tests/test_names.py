"""Names are the field's standard terms, and no two modules share one."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.paths import ROOT

MAX_COLUMNS = 100
PRAGMA = re.compile(r"  # (noqa|type: ignore).*")

PACKAGES = ("agents", "casebook", "cases", "experts", "search")

OWN_WORDS = frozenset(
    [
        "answers",
        "Kept",
        "keep",
        "kept",
        "again",
        "is_passing",
        "Revalidation",
        "state_for",
        "stamped",
        "look_after",
        "make_missing",
        "desk",
        "DeskAdmin",
        "DeskTable",
        "refusals",
        "refuse",
        "refusal",
        "refused",
        "Problem",
        "problem",
        "corrections",
        "vocabulary",
        "Vocabulary",
        "Choice",
        "Terms",
        "selection",
        "Selection",
        "narrow",
        "Edge",
        "beyond",
        "further",
        "cutting",
        "Cutter",
        "guesses",
        "folding",
        "fold",
        "Folded",
        "Slot",
        "loosened",
        "joints",
        "runs",
        "known_as",
        "generations",
        "Generation",
        "living",
        "swap_in",
        "clear_away",
        "layout",
        "favoured",
        "nearness",
        "likeness",
        "finding",
        "Finding",
        "Finder",
        "Found",
        "sighting",
        "Sighting",
        "sightings",
        "sought",
        "Find",
        "finds",
        "Within",
        "Stretch",
        "stretch",
        "parted",
        "trails",
        "PlaceNode",
        "GapFilter",
        "gaps",
        "twins",
        "seal",
        "seals",
        "slip",
        "tray",
        "shelves",
        "exchange",
        "Asked",
        "tell",
        "Memory",
        "schema_words",
        "Ledger",
        "ledger",
        "drafts",
    ]
)
"""Words that stood for an idea that has a standard term."""

ORDINARY_WORDS = {
    "casebook.core.cache": {"names"},
    "casebook.core.filters": {"missing"},
    "search.service": {"within"},
    "search.backends": {"chosen", "literal", "reading", "Reading"},
    "search.text": {"literal", "pieces"},
    "search.query": {"Reading", "reading", "literal", "unit"},
    "cases.parsing": {"posts", "bodies"},
    "cases.importing": {"posts", "bodies", "memory"},
    "agents": {"Site"},
    "cases.reading": {"Unit"},
    "cases.importing.outline": {"Unit"},
}
"""Words that are wrong in one package only, for what they meant there."""

VAGUE_FUNCTIONS = frozenset({"words", "plain", "written", "around", "told", "joined", "named"})
"""Names of one common word that tell nothing of what a function of a module does."""

DJANGO = {
    *("admin", "apps", "filters", "models", "serializers", "urls", "views", "viewsets"),
    "downloads",  # the layer of pages, API and downloads, in each app
}


def sources() -> Iterator[tuple[str, Path]]:
    """Each module with its dotted name; migrations are history."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield ".".join(path.relative_to(ROOT).with_suffix("").parts), path


def names_in(module: str, tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The module's own name, its classes, functions, settings and public arguments."""
    yield module.rpartition(".")[2], 1
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno
            if not node.name.startswith("_"):
                for argument in (*node.args.args, *node.args.kwonlyargs):
                    yield argument.arg, node.lineno
    if module == "casebook.settings":
        for node in tree.body:
            for target in getattr(node, "targets", ()):
                if isinstance(target, ast.Name):
                    yield target.id, node.lineno


def wrong_names(module: str, tree: ast.Module) -> Iterator[str]:
    """Each name that is a word of our own or too vague for a function, with its line."""
    wrong = set(OWN_WORDS)
    for package, words in ORDINARY_WORDS.items():
        if f"{module}.".startswith(f"{package}."):
            wrong |= words
    for name, line in names_in(module, tree):
        if name in wrong:
            yield f"{module}:{line} {name}"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name in VAGUE_FUNCTIONS:
            yield f"{module}:{node.lineno} {node.name}()"


def test_no_word_of_our_own_is_a_name():
    found = [
        name
        for module, path in sources()
        for name in wrong_names(module, ast.parse(path.read_text("utf-8")))
    ]

    assert found == []


def test_no_two_modules_share_a_name():
    modules = defaultdict(list)
    for module, path in sources():
        if path.stem != "__init__":
            modules[path.stem].append(module)

    assert {
        name: all_of for name, all_of in modules.items() if len(all_of) > 1 and name not in DJANGO
    } == {}


def test_no_line_is_longer_than_the_formatter_allows():
    """Ruff counts a 汉字 as two columns and splits no text, so that it cannot check this."""
    long = [
        f"{module}:{number}"
        for module, path in sources()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if len(PRAGMA.sub("", line)) > MAX_COLUMNS
    ]

    assert long == []
