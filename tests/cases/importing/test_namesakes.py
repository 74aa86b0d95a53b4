"""People are one record only where name and organisation agree, within a book and over several."""

from io import StringIO

import pytest
from django.core.management import call_command

from cases.models import Case, Contribution, Critique, ImportedRow
from experts.models import Expert
from search.indexing.rebuild import rebuild
from search.service.active_index import current
from tests.factories import make_affiliation, make_expert, make_organisation
from tests.made_book import ISBN, OTHER_ISBN, TITLES, write_book

OTHER = ("河道夜巡：一盏灯的值守", "园区暖锅：余热的账")

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tmp_path):
    def load(*cases, **book) -> str:
        source = write_book(tmp_path / "book.txt", *cases, **book)
        out = StringIO()
        call_command("import_book", str(source), stdout=out, stderr=StringIO())
        return out.getvalue()

    return load


def organisations_of(name: str) -> list[list[str]]:
    """The organisations of each person of a name, by address."""
    return [
        sorted({post.organisation.name for post in expert.affiliations.all() if post.organisation})
        for expert in Expert.objects.filter(name=name).order_by("slug")
    ]


def critic(case: str) -> Expert:
    return Critique.objects.get(case__title=case).expert


class TestWithinABook:
    def test_two_organisations_are_two_people(self, load):
        load((TITLES[0], "李伟 甲大学教授"), (TITLES[1], "李伟 乙研究院院长"))

        assert organisations_of("李伟") == [["甲大学"], ["乙研究院"]]
        assert critic(TITLES[0]).slug == "li-wei"
        assert critic(TITLES[1]).slug == "li-wei-2"

    def test_one_organisation_is_one_person(self, load):
        load((TITLES[0], "李伟 甲大学教授"), board=["李伟 甲大学副校长"])

        assert organisations_of("李伟") == [["甲大学"]]
        assert Contribution.objects.filter(expert=critic(TITLES[0])).count() == 1

    def test_a_unit_of_it_and_a_slightly_other_printing_are_the_same_organisation(self, load):
        load(
            (TITLES[0], "李伟 甲大学公共管理学院教授"),
            (TITLES[1], "王强 样本市数字治理专家咨询委员会副主任"),
            board=["李伟 甲大学副校长", "王强 样本市数字治理专家委员会副主任"],
        )

        assert Expert.objects.filter(name__in=("李伟", "王强")).count() == 2

    def test_a_name_without_an_organisation_belongs_to_the_one_bearer(self, load):
        load((TITLES[0], "林示例 甲大学教授"), editors="林示例")

        assert Expert.objects.filter(name="林示例").count() == 1

    def test_a_name_without_an_organisation_among_several_is_a_record_of_its_own(self, load):
        load(
            (TITLES[0], "林示例 甲大学教授"),
            (TITLES[1], "林示例 乙研究院院长"),
            editors="林示例",
        )

        editor = Contribution.objects.get(role="chief_editor").expert
        assert Expert.objects.filter(name="林示例").count() == 3
        assert not editor.affiliations.exists()

    def test_names_that_romanise_alike_can_be_imported_with_their_text(self, load):
        cases = [(TITLES[0], "李维 甲大学教授"), (TITLES[1], "李伟 乙研究院院长")]

        load(*cases, board=["李伟 乙研究院院长"], text="这里讲一条老街怎样划出车位。")

        assert {
            expert.name: expert.slug for expert in Expert.objects.filter(slug__startswith="li-")
        } == {
            "李伟": "li-wei",
            "李维": "li-wei-2",
        }

    def test_their_critiques_keep_their_own_text(self, load, tmp_path):
        source = write_book(
            tmp_path / "b.txt", (TITLES[0], "李维 甲大学教授"), (TITLES[1], "李伟 乙研究院院长")
        )
        text = source.read_text("utf-8") + "\n\n".join(
            ["第一篇 总论"]
            + [
                line
                for title, name in (
                    (TITLES[0], "李维 甲大学教授"),
                    (TITLES[1], "李伟 乙研究院院长"),
                )
                for line in (
                    f"案例{'一' if title == TITLES[0] else '二'} {title}",
                    "这里讲一条老街怎样划出车位。",
                    f"专家点评：{name}",
                    f"{name[:2]}说这件事做得细，值得别处看一看。",
                )
            ]
        )
        source.write_text(text, "utf-8")

        call_command("import_book", str(source), stdout=StringIO(), stderr=StringIO())

        for critique in Critique.objects.all():
            said = critique.text_sections.get().passages.get().text
            assert said.startswith(critique.expert.name)


class TestOverBooks:
    def test_another_organisation_is_another_person(self, load):
        load((TITLES[0], "李伟 甲大学教授"), isbn=ISBN)
        load((TITLES[1], "李伟 乙研究院院长"), isbn=OTHER_ISBN)

        assert organisations_of("李伟") == [["甲大学"], ["乙研究院"]]

    def test_the_same_organisation_is_the_same_person(self, load):
        load((TITLES[0], "李伟 甲大学教授"), isbn=ISBN)
        load((TITLES[1], "李伟 甲大学副校长"), isbn=OTHER_ISBN)

        assert organisations_of("李伟") == [["甲大学"]]
        assert critic(TITLES[0]) == critic(TITLES[1])

    def test_names_without_an_organisation_are_records_of_their_own(self, load):
        load(editors="林示例", isbn=ISBN)
        load(editors="林示例", isbn=OTHER_ISBN)

        assert organisations_of("林示例") == [[], []]

    def test_somebody_whom_an_editor_entered_is_found_by_the_organisation(self, load):
        there = make_expert("李伟", slug="wei")
        make_affiliation(there, organisation=make_organisation("甲大学"))

        load((TITLES[0], "李伟 甲大学教授"))

        assert critic(TITLES[0]) == there


class TestASecondLoad:
    def test_finds_everybody_again(self, load):
        book = {
            "board": ["李伟 甲大学教授", "李伟 乙研究院院长", "李维 丙公司总裁"],
            "editors": "李伟",
        }
        load(**book)
        before = sorted(Expert.objects.values_list("pk", "slug", "name"))

        said = load(**book)

        assert said.startswith("Nothing to change")
        assert sorted(Expert.objects.values_list("pk", "slug", "name")) == before

    def test_keeps_the_addresses_where_a_namesake_comes_first_now(self, load):
        load((TITLES[0], "李伟 甲大学教授"))
        first = critic(TITLES[0])

        load((TITLES[0], "李伟 甲大学教授"), board=["李伟 乙研究院院长"])

        assert critic(TITLES[0]) == first
        assert (first.slug, organisations_of("李伟")) == ("li-wei", [["甲大学"], ["乙研究院"]])

    def test_keeps_them_where_names_that_romanise_alike_change_their_order(self, load):
        load((TITLES[0], "李维 甲大学教授"))
        first = critic(TITLES[0])

        load((TITLES[0], "李维 甲大学教授"), board=["李伟 乙研究院院长"])

        first.refresh_from_db()
        assert (first.name, first.slug, critic(TITLES[0])) == ("李维", "li-wei", first)
        assert Expert.objects.get(name="李伟").slug == "li-wei-2"

    def test_keeps_it_where_the_organisation_was_corrected(self, load):
        load((TITLES[0], "李伟 甲大学教授"))
        before = critic(TITLES[0])

        load((TITLES[0], "李伟 甲工业大学教授"))

        assert critic(TITLES[0]) == before

    def test_keeps_it_where_the_name_was_corrected_but_sounds_the_same(self, load):
        load((TITLES[0], "李维 甲大学教授"))
        before = critic(TITLES[0])

        load((TITLES[0], "李伟 甲大学教授"))

        after = critic(TITLES[0])
        assert (after.pk, after.name, after.slug) == (before.pk, "李伟", "li-wei")

    def test_finds_everybody_again_without_the_import_log(self, load):
        book = {"board": ["李伟 甲大学教授", "李伟 乙研究院院长"], "editors": "林示例"}
        load(**book)
        before = sorted(Expert.objects.values_list("pk", "slug"))
        ImportedRow.objects.all().delete()

        load(**book)

        assert sorted(Expert.objects.values_list("pk", "slug")) == before
        assert Case.objects.count() == 4


class TestPages:
    """Two people of one name are distinguished by their organisations, or by their books."""

    APART = ("李伟（甲大学）", "李伟（乙研究院）")

    @pytest.fixture
    def client(self, indexed_client):
        return indexed_client

    @pytest.fixture(autouse=True)
    def two_people(self, load):
        load(
            (TITLES[0], "李伟 甲大学教授"),
            (TITLES[1], "李伟 乙研究院院长"),
            board=["王强 丙公司总裁"],
        )

    @pytest.mark.parametrize("address", ["/", "/cases/", "/atlas/"])
    def test_tell_them_apart(self, client, address):
        page = client.get(address).content.decode()

        assert all(name in page for name in self.APART)

    def test_the_page_of_one_leads_to_the_other(self, client):
        page = client.get("/experts/li-wei/").content.decode()

        assert "<title>李伟（甲大学）" in page
        assert '<a href="/experts/li-wei-2/">李伟（乙研究院）</a>' in page

    def test_a_name_that_one_person_has_stands_alone(self, client):
        assert "王强（" not in client.get("/experts/wang-qiang/").content.decode()

    def test_the_chosen_one_is_named_so(self, client):
        page = client.get("/cases/?expert=li-wei-2").content.decode()

        assert "李伟（乙研究院）" in page

    def test_the_facets_of_the_api_and_suggestions_do_it_too(self, client):
        facets = client.get("/api/v1/cases/?facets=expert").json()["facets"]["expert"]
        suggestions = client.get("/api/v1/suggest/?q=李伟").json()["suggestions"]

        assert sorted(value["label"] for value in facets) == sorted(self.APART)
        assert sorted(row["label"] for row in suggestions) == sorted(self.APART)

    def test_without_an_organisation_their_book_does_it(self, load, client):
        load(*OTHER, editors="林示例", title="城市水务实录", isbn=OTHER_ISBN)

        page = client.get("/experts/lin-shili-2/").content.decode()

        assert "林示例（城市水务实录）" in page
        assert "林示例（数字村镇案例）" in page


@pytest.mark.django_db(transaction=True)
def test_search_shows_the_organisation_of_each(settings, tmp_path, load, client):
    settings.DATA_DIR = tmp_path
    current.forget()
    load((TITLES[0], "李伟 甲大学教授"), (TITLES[1], "李伟 乙研究院院长"))
    rebuild()

    page = client.get("/search/?q=李伟&kind=expert").content.decode()
    current.forget()

    assert page.count('class="hit-context"') == 2
    assert "甲大学" in page
    assert "乙研究院" in page
