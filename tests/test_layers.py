"""The layers of the five packages: each module is in one, and no import is circular."""

import tomllib
from graphlib import TopologicalSorter

import pytest
from grimp import ImportGraph, build_graph

from tests.paths import ROOT

PACKAGES = ("agents", "casebook", "cases", "experts", "search")


@pytest.fixture(scope="module")
def graph() -> ImportGraph:
    return build_graph(*PACKAGES, cache_dir=None)


def layers() -> list[list[str]]:
    """The layers as pyproject.toml names them, from the top down."""
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    contract = next(each for each in linter["contracts"] if each["type"] == "layers")
    return [[name.strip() for name in layer.split(":")] for layer in contract["layers"]]


def test_each_module_stands_in_exactly_one_layer(graph):
    named = [name for layer in layers() for name in layer]
    modules = graph.modules - set(PACKAGES)

    stands_in = {
        module: [name for name in named if f"{module}.".startswith(f"{name}.")]
        for module in modules
    }

    assert {module: names for module, names in stands_in.items() if len(names) != 1} == {}


def test_no_import_goes_in_a_circle(graph):
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}

    TopologicalSorter(imports).prepare()
