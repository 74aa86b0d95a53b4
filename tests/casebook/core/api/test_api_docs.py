"""/api/schema/ and /api/docs/: the API describes itself, without anything from elsewhere."""

import re

import pytest
import yaml
from django.core.management import call_command

from casebook.api_urls import router
from tests.paths import ROOT

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def schema():
    return yaml.safe_load((ROOT / "docs/openapi.yaml").read_text("utf-8"))


def operations(schema):
    return {path: operation["get"] for path, operation in schema["paths"].items()}


def test_the_schema_in_the_docs_is_that_of_the_site(tmp_path):
    """After a change: make schema."""
    made = tmp_path / "openapi.yaml"

    call_command("spectacular", validate=True, fail_on_warn=True, file=str(made))

    assert made.read_text("utf-8") == (ROOT / "docs/openapi.yaml").read_text("utf-8")


def test_the_site_serves_that_schema(client, schema):
    assert yaml.safe_load(client.get("/api/schema/").content) == schema
    assert client.get("/api/schema/", {"format": "json"}).json() == schema
    assert schema["openapi"].startswith("3.1")


def test_every_resource_has_a_list_and_a_detail_with_a_stable_name(schema):
    names = {path: operation["operationId"] for path, operation in operations(schema).items()}

    for prefix, viewset, _name in router.registry:
        assert names[f"/api/v1/{prefix}/"] == f"{prefix}_list"
        if hasattr(viewset, "retrieve"):
            assert names[f"/api/v1/{prefix}/{{slug}}/"] == f"{prefix}_retrieve"
    assert len(set(names.values())) == len(names)


def test_every_parameter_has_a_description_and_an_example(schema):
    for path, operation in operations(schema).items():
        for parameter in operation["parameters"]:
            told = parameter.get("example") or parameter["schema"].get("examples")
            assert parameter["description"], (path, parameter["name"])
            assert told, (path, parameter["name"])


def test_every_field_has_a_description_and_every_value_an_example(schema):
    for component, described in schema["components"]["schemas"].items():
        for name, field in described.get("properties", {}).items():
            assert field.get("description"), (component, name)
            assert "$ref" in str(field) or field.get("examples"), (component, name)


def test_the_filters_of_cases_are_described(schema):
    parameters = {
        each["name"]: each for each in schema["paths"]["/api/v1/cases/"]["get"]["parameters"]
    }

    assert {"q", "city", "place", "ordering", "page", "page_size", "cursor"} <= set(parameters)
    assert {"fields", "expand", "facets", "format"} <= set(parameters)
    assert "武汉" in parameters["city"]["description"]
    assert parameters["city"]["schema"]["type"] == "array"
    assert "-title" in parameters["ordering"]["schema"]["items"]["enum"]


def test_every_operation_describes_its_errors(schema):
    shape = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}

    for operation in operations(schema).values():
        responses = operation["responses"]
        assert {"304", "400", "404", "429", "500", "default"} <= responses.keys()
        wrong = [told for status, told in responses.items() if status not in {"200", "304"}]
        assert all(told["content"] == shape and told["description"] for told in wrong)
    error = schema["components"]["schemas"]["Error"]
    assert {"nearest", "allowed"} <= error["properties"].keys()


def test_an_error_is_json_even_where_yaml_was_asked_for(client):
    response = client.post("/api/schema/")

    assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")


def test_the_docs_hold_nothing_inline_and_nothing_from_elsewhere(client):
    page = client.get("/api/docs/").content.decode()

    assert "<style" not in page
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    links = re.findall(r'(?:src|href)="([^"]*)"', page)
    assert len(links) >= 6
    assert all(link.startswith("/") and not link.startswith("//") for link in links)


def test_the_script_of_the_docs_knows_the_schema_and_asks_no_validator(client):
    response = client.get("/api/docs/", {"script": ""})

    assert response["Content-Type"].startswith("application/javascript")
    assert "/api/schema/" in response.content.decode()
    assert '"validatorUrl": null' in response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_docs_can_be_tried_in_a_browser_without_offence(live_server, page):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))

    page.goto(f"{live_server.url}/api/docs/")
    page.get_by_text("/api/v1/cases/", exact=True).wait_for()

    assert complaints == []


@pytest.mark.django_db(transaction=True)
def test_without_javascript_the_docs_lead_to_what_can_be_read(live_server, page_without_script):
    page_without_script.goto(f"{live_server.url}/api/docs/")

    page_without_script.get_by_role("link", name="OpenAPI").first.wait_for()
    rows = page_without_script.get_by_role("row")
    assert rows.filter(has_text="/api/v1/themes/{slug}/").count() == 1
