"""/api/schema/ and /api/docs/: the API describes itself, without anything from elsewhere."""

import re

import pytest
import yaml

pytestmark = pytest.mark.django_db


@pytest.fixture
def schema(client) -> dict:
    return yaml.safe_load(client.get("/api/schema/").content)


def test_every_resource_has_a_list_and_a_detail(schema):
    names = {operation["get"]["operationId"] for operation in schema["paths"].values()}

    assert {"cases_list", "cases_retrieve", "organisations_list", "places_retrieve"} <= names
    assert len(names) == len(schema["paths"])


def test_the_filters_of_cases_are_described(schema):
    parameters = {
        each["name"]: each for each in schema["paths"]["/api/v1/cases/"]["get"]["parameters"]
    }

    assert {"q", "city", "place", "ordering", "page", "page_size"} <= set(parameters)
    assert "武汉" in parameters["city"]["description"]
    assert parameters["city"]["schema"]["type"] == "array"
    assert "-title" in parameters["ordering"]["schema"]["items"]["enum"]


def test_every_operation_describes_its_errors(schema):
    for operation in schema["paths"].values():
        content = operation["get"]["responses"]["default"]["content"]
        assert content == {
            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
        }
    assert "nearest" in str(schema["components"]["schemas"]["Problem"])


def test_the_schema_comes_as_json_too(client):
    assert client.get("/api/schema/", {"format": "json"}).json()["openapi"].startswith("3.")


def test_an_error_is_json_even_where_yaml_was_asked_for(client):
    response = client.post("/api/schema/")

    assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")


def test_the_docs_hold_nothing_inline_and_nothing_from_elsewhere(client):
    page = client.get("/api/docs/").content.decode()

    assert "<style" not in page
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    links = re.findall(r'(?:src|href)="([^"]*)"', page)
    assert len(links) == 6
    assert all(link.startswith("/") and not link.startswith("//") for link in links)


def test_the_script_of_the_docs_knows_the_schema_and_asks_no_validator(client):
    response = client.get("/api/docs/", {"script": ""})

    assert response["Content-Type"].startswith("application/javascript")
    assert "/api/schema/" in response.content.decode()
    assert '"validatorUrl": null' in response.content.decode()
