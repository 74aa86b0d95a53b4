"""A facet is one declaration: the recipe of docs/developing.md, followed."""

import pytest

from casebook.core.filters.facets import Facet
from casebook.core.filters.value_resolver import FixedValues, ResolvedValue
from cases.filters.case_filter import CaseFilter
from search.backends.document_fields import index_fields, index_schema_version
from search.query.parser import fields, piece_pattern
from tests.factories import make_book, make_case
from tests.pages import read

pytestmark = pytest.mark.django_db

LANGUAGES = FixedValues(
    lambda: [
        ResolvedValue("zh-Hans", "中文", ("简体中文",), "zh-Hans"),
        ResolvedValue("en", "英文", (), "en"),
    ]
)


def forget_facets() -> None:
    for made in (fields, piece_pattern, index_schema_version):
        made.cache_clear()


@pytest.fixture
def facet(build):
    """The language of a case's book, declared as the other facets of cases are."""
    CaseFilter.base_filters["language"] = Facet(
        LANGUAGES, "book__language", label="语种", index_field="language", prefixes=("语种",)
    )
    forget_facets()
    make_case(make_book("towns"), title="智慧高青")
    make_case(make_book("lamps", language="en"), title="智慧武昌")
    build()
    yield
    del CaseFilter.base_filters["language"]
    forget_facets()


def slugs(client, **parameters) -> list[str]:
    return [case["title"] for case in client.get("/api/v1/cases/", parameters).json()["results"]]


def test_it_filters_by_every_name_of_a_value(client, facet):
    assert slugs(client, language="en") == slugs(client, language="英文") == ["智慧武昌"]
    wrong = client.get("/api/v1/cases/", {"language": "法文"}).json()["errors"][0]
    assert (wrong["parameter"], wrong["nearest"]) == ("language", "中文")


def test_it_is_counted_with_its_labels(client, facet):
    facets = client.get("/api/v1/cases/?facets=language&q=智慧").json()["facets"]

    counted = [(value["label"], value["count"]) for value in facets["language"]]
    assert sorted(counted) == [("中文", 1), ("英文", 1)]


def test_it_has_a_box_on_the_page_and_a_chip(client, facet):
    page = read(client.get("/cases/?language=en"))

    boxes = {(has.get("name"), has.get("value")) for _, has in page.elements}
    assert {("language", "en"), ("language", "zh-Hans")} <= boxes
    assert page.has_link("/cases/", "移除 语种 英文")


def test_its_prefix_limits_a_word_of_a_query(client, facet):
    assert slugs(client, q="语种:英文") == ["智慧武昌"]
    assert slugs(client, q="英文 -语种:英文") == []


def test_without_an_index_it_filters_too(client, facet, settings, tmp_path_factory):
    from search.service.active_index import current

    settings.DATA_DIR = tmp_path_factory.mktemp("empty")
    current.forget()

    assert slugs(client, language="en") == ["智慧武昌"]


def test_it_cannot_be_named_as_another_field_of_the_index(monkeypatch):
    monkeypatch.setitem(CaseFilter.base_filters, "title", Facet(LANGUAGES, "title", label="标题"))
    CaseFilter.base_filters["title"].field_name = "title"

    with pytest.raises(ValueError, match="'title'"):
        index_fields()
