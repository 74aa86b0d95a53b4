"""A load notes the documents that show its own rows, and no others."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Book, Case, Critique, Fact, Passage, Place
from experts.models import Expert, Organisation
from search.indexing.dependents import dependents
from search.indexing.outbox import changed_documents
from search.indexing.rebuild import check
from search.models import OutboxEntry
from search.query.query import Query
from search.service.active_index import get_index
from tests.cases.parsing.sources import SAMPLE
from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_case_place,
    make_critique,
    make_expert,
    make_fact,
    make_organisation,
    make_passage,
    make_place,
    make_reference,
    make_section,
)

pytestmark = pytest.mark.django_db(transaction=True)


def noted() -> set[tuple[str, int]]:
    return changed_documents(OutboxEntry.objects.all())


def of(kind: str, rows) -> set[tuple[str, int]]:
    return {(kind, key) for key in rows.values_list("pk", flat=True)}


def run(*command: object) -> None:
    call_command(*map(str, command), stdout=StringIO(), stderr=StringIO())


@pytest.fixture
def other(index):
    """A case of another book with its dependent rows, all of them indexed."""
    expert = make_expert("徐明", slug="xu-ming")
    post = make_affiliation(expert, organisation=make_organisation("甲研究院"))
    case = make_case(title="智慧交通", place=make_place("甲省", slug="jia"))
    make_critique(case, expert, affiliations=[post])
    make_passage(make_section(book=case.book, case=case))
    make_fact(case)
    OutboxEntry.objects.all().delete()
    return case


@pytest.fixture
def load(tmp_path):
    """Load objects, each a model and its fields, from a fixture file."""

    def load(*objects: tuple[str, dict]) -> None:
        path = tmp_path / "book.json"
        path.write_text(json.dumps([{"model": m, "fields": f} for m, f in objects]), "utf-8")
        run("load_book", path)

    return load


BOOK = ("cases.book", {"slug": "new", "title": "新书"})
CASE = (
    "cases.case",
    {"book": ["new"], "number": 1, "slug": "new-01", "title": "智慧云梦", "name": "智慧云梦"},
)


def person(slug: str, name: str) -> tuple[str, dict]:
    return ("experts.expert", {"slug": slug, "name": name})


def critique(expert: str) -> tuple[str, dict]:
    fields = {"slug": "new-01-critique", "order": 1, "name_as_printed": "某人"}
    return ("cases.critique", {"case": ["new-01"], "expert": [expert], **fields})


def test_an_import_notes_the_documents_of_its_book_alone(other):
    run("import_book", SAMPLE, "--slug", "sample")

    book = Book.objects.get(slug="sample")
    people = Expert.objects.exclude(pk=other.critiques.get().expert_id)
    assert noted() == {
        *of("case", Case.objects.filter(book=book)),
        *of("critique", Critique.objects.filter(case__book=book)),
        *of("passage", Passage.objects.filter(book=book)),
        *of("fact", Fact.objects.filter(book=book)),
        *of("expert", people),
        *of("organisation", Organisation.objects.exclude(name="甲研究院")),
    }


def test_the_same_import_again_notes_nothing(other):
    run("import_book", SAMPLE, "--slug", "sample")
    OutboxEntry.objects.all().delete()

    run("import_book", SAMPLE, "--slug", "sample")

    assert noted() == set()


def test_a_load_notes_a_person_whom_it_meets_again_but_not_the_other_cases(other, load):
    body = ("experts.organisation", {"slug": "jia", "name": "甲研究院"})
    post = {"expert": ["xu-ming"], "organisation": ["jia"], "job_title": "研究员"}

    load(
        BOOK,
        CASE,
        body,
        person("xu-ming", "徐明"),
        ("experts.affiliation", post),
        critique("xu-ming"),
    )

    expert = Expert.objects.get(slug="xu-ming")
    assert noted() == {
        ("case", Case.objects.get(slug="new-01").pk),
        ("critique", Critique.objects.get(slug="new-01-critique").pk),
        ("expert", expert.pk),
    }


def test_a_load_that_gives_a_critique_to_somebody_else_notes_who_had_it(other, load):
    load(BOOK, CASE, person("li-qi", "李琦"), person("guan-yu", "关羽"), critique("li-qi"))
    OutboxEntry.objects.all().delete()

    load(BOOK, CASE, person("li-qi", "李琦"), person("guan-yu", "关羽"), critique("guan-yu"))

    assert of("expert", Expert.objects.filter(slug__in=["li-qi", "guan-yu"])) <= noted()


def test_a_load_notes_what_it_removes_and_what_showed_that(other, load):
    load(BOOK, CASE, person("li-qi", "李琦"), critique("li-qi"))
    gone = Critique.objects.get(slug="new-01-critique").pk
    OutboxEntry.objects.all().delete()

    load(BOOK, CASE, person("li-qi", "李琦"))

    assert {("critique", gone), ("case", Case.objects.get(slug="new-01").pk)} <= noted()
    assert ("case", other.pk) not in noted()


def test_a_place_that_a_load_renames_notes_what_lies_in_it(other, load):
    fields = {"slug": "yi", "short_name": "乙省", "level": "province"}
    load(("cases.place", {"name": "乙省", **fields}))
    place = Place.objects.get(slug="yi")
    below = make_place("丙区", level="district", parent=place)
    case = make_case(title="智慧云梦", place=below)
    OutboxEntry.objects.all().delete()

    load(("cases.place", {"name": "乙地", **fields}))

    assert noted() == {("place", place.pk), ("place", below.pk), ("case", case.pk)}


def test_a_paragraph_that_an_import_lacks_is_no_longer_found_in_its_case(build, tmp_path):
    """The last one of a critique: nothing else of the case moves when it goes."""
    words = "盖章的办法几乎没有成本"
    run("import_book", SAMPLE, "--slug", "sample")
    build()
    shorter = tmp_path / "book.txt"
    lines = SAMPLE.read_text("utf-8").splitlines(keepends=True)
    shorter.write_text("".join(line for line in lines if words not in line), "utf-8")

    def found() -> list[str]:
        return sorted(hit.kind for hit in get_index().search(Query(f'"{words}"')).hits)

    before = found()
    run("import_book", shorter, "--slug", "sample")

    assert before == ["case", "critique", "passage"]
    assert found() == []
    assert check().is_clean


def test_an_edited_reference_is_noted_with_its_facts(index):
    reference = make_reference()
    fact = make_fact(reference=reference)
    OutboxEntry.objects.all().delete()

    reference.title = "新标题"
    reference.save()

    assert noted() == {("fact", fact.pk)}


def test_a_case_that_moves_to_another_book_is_noted_with_its_critics(other):
    """The document of a person has the books of the cases that the person wrote about."""
    other.book, other.part = make_book(), None
    other.save()

    assert ("expert", other.critiques.get().expert_id) in noted()


def test_many_rows_of_a_load_are_looked_up_together(index):
    province = make_place()
    places = [make_place(f"甲{n}市", parent=province) for n in range(30)]
    for place in places:
        make_case_place(make_case(), place)

    def count(some: list[Place]) -> int:
        with CaptureQueriesContext(connection) as asked:
            dependents({"cases.place": {place.pk for place in some}}, is_load=True)
        return len(asked)

    assert count(places) == count(places[:1])
