"""A kind of record is added by the recipe of docs/developing.md, here over the model Reference."""

import json

import pytest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template import engines
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from lxml import html

from casebook import urls as site
from casebook.core import records
from casebook.core.records import IndexDocument, RecordType
from cases import urls as pages
from cases.models import Reference
from cases.views.record_files import markdown
from search.backends.document_fields import document_files
from search.indexing.outbox import apply_waiting
from search.indexing.rebuild import check
from tests.factories import make_fact, make_reference
from tests.pages import read

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls(__name__)]


class ReferenceType(RecordType):
    rows = Reference.objects.all()
    words = ("资料", "references")
    rank = 8
    label_of_one = _("参考资料")
    shows = ("facts",)
    suggestion_rank = 5
    json_ld_type = "WebPage"
    path = "references/<int:pk>"
    markdown_rows = Reference.objects.prefetch_related("facts")

    def document(self, reference):
        return IndexDocument(
            title=reference.title,
            body="\n".join(fact.statement for fact in reference.facts.all()),
            exact_names=[reference.title],
            order=reference.pk,
        )

    def suggested_names(self, reference):
        return [reference.title]

    def json_ld(self, reference, links):
        return {"sameAs": reference.url, "about": links.to_all(reference.facts.all())}


def reference_detail(request: HttpRequest, slug: str) -> HttpResponse:
    template = engines["django"].from_string("{% extends 'base.html' %}")
    reference = get_object_or_404(Reference, pk=slug)
    return HttpResponse(template.render({"reference": reference}, request))


page = path("references/<slug:slug>/", reference_detail, name="reference-detail")
urlpatterns = [
    path("references/<int:pk>.md", markdown, {"kind": "reference"}),
    path("", include(([page, *pages.urlpatterns], "cases"))),
    *site.urlpatterns,
]


@pytest.fixture(autouse=True)
def added_kind(monkeypatch, settings, tmp_path):
    """The model has a slug and a page; the kind is registered, and has a template."""
    monkeypatch.setattr(Reference, "slug", property(lambda row: f"{row.pk}"), raising=False)
    address = lambda row: f"/references/{row.pk}/"
    monkeypatch.setattr(Reference, "get_absolute_url", address, raising=False)
    monkeypatch.setattr(records, "_record_types", records.record_types())
    records.register(ReferenceType())
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/reference_detail.md").write_text('{% extends "_record.md" %}')
    (templates,) = settings.TEMPLATES
    settings.TEMPLATES = [templates | {"DIRS": [*templates["DIRS"], tmp_path]}]
    yield
    monkeypatch.undo()
    records.register()


@pytest.fixture
def reference():
    return make_reference(title="高青县统计公报")


def found(client, query):
    answer = client.get("/api/v1/search/", {"q": query, "kind": "reference"}).json()
    return [(hit["kind"], hit["title"]) for hit in answer["results"]]


def test_it_is_found_by_its_text_its_kind_and_what_it_shows(client, build, reference):
    fact = make_fact(reference=reference, statement="该县有三千盏路灯。")
    build()

    assert found(client, "统计公报") == [("reference", "高青县统计公报")]
    assert found(client, "路灯 资料") == [("reference", "高青县统计公报")]
    assert "参考资料" in client.get("/search/?q=路灯").content.decode()

    fact.statement = "该县有三千个路口。"
    fact.save()
    apply_waiting()

    assert found(client, "路灯") == []
    assert found(client, "路口") == [("reference", "高青县统计公报")]
    assert check().is_clean


def test_it_is_suggested_after_the_others(client, index, reference):
    (suggested,) = client.get("/api/v1/suggest/", {"q": "gaoqingxian"}).json()["suggestions"]

    assert suggested["kind"] == "reference"
    assert suggested["url"] == reference.get_absolute_url()


def test_its_page_has_json_ld_and_names_its_markdown(client, reference):
    response = client.get(reference.get_absolute_url())

    page = html.fromstring(response.content)
    (block,) = page.xpath("//script[@type='application/ld+json']/text()")
    data = json.loads(block)
    assert (data["@type"], data["name"]) == ("WebPage", "高青县统计公报")
    assert data["sameAs"] == reference.url
    text = client.get(read(response).alternate("text/markdown")).content.decode()
    assert text.startswith("# 高青县统计公报\n")


def test_the_site_map_has_its_pages(client, reference):
    assert f"<loc>http://testserver/references/{reference.pk}/</loc>" in (
        client.get("/sitemap.xml").content.decode()
    )


def test_a_change_of_its_builder_makes_another_index():
    files = {path.name for path in document_files()}

    assert {
        "test_record_recipe.py",
        "case_types.py",
        "subject_types.py",
        "record_types.py",
    } <= files
