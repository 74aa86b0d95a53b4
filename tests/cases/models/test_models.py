"""What the database itself forbids, whoever writes: the site, a load, or a line of SQL."""

import pytest
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from casebook.core.provenance import Origin
from cases.models import Book, Case, Contribution, Fact, Passage, Place
from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_case_place,
    make_case_theme,
    make_contribution,
    make_critique,
    make_erratum,
    make_expert,
    make_fact,
    make_organisation,
    make_part,
    make_passage,
    make_place,
    make_section,
    make_theme,
)

pytestmark = pytest.mark.django_db


def refuses(write) -> bool:
    """Whether the database refuses a write; the transaction goes on."""
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        return True
    return False


@pytest.fixture
def tree() -> dict[str, Place]:
    hubei = make_place("湖北省", slug="hubei", code="420000")
    wuhan = make_place("武汉市", slug="wuhan", code="420100", parent=hubei)
    wuchang = make_place("武昌区", slug="wuchang", parent=wuhan, level=Place.Level.DISTRICT)
    return {"hubei": hubei, "wuhan": wuhan, "wuchang": wuchang}


class TestNumbers:
    def test_a_number_is_given_once_in_a_book(self):
        case, part = make_case(number=3), make_part(number=7)

        assert refuses(lambda: make_case(case.book, number=3, slug="other", part=case.part))
        assert refuses(lambda: make_part(part.book, number=7, slug="other"))

    def test_another_book_may_use_the_number_again(self):
        make_case(number=3)

        assert make_case(make_book(), number=3).number == 3

    @pytest.mark.parametrize("make", [make_case, make_part])
    def test_pages_do_not_run_backwards(self, make):
        row = make(start_page=12, end_page=12)

        assert refuses(lambda: type(row).objects.filter(pk=row.pk).update(end_page=11))

    def test_a_page_may_be_unknown(self):
        assert make_case(start_page=None, end_page=None).end_page is None
        assert make_case(start_page=544, end_page=None).end_page is None

    def test_an_isbn_belongs_to_one_book(self):
        make_book(isbn="978-7-5026-4700-1")

        assert refuses(lambda: make_book(isbn="978-7-5026-4700-1"))
        assert make_book(isbn="") != make_book(isbn="")


class TestPlaces:
    def test_a_case_has_one_primary_place(self, tree):
        case = make_case(place=tree["wuhan"])

        assert refuses(lambda: make_case_place(case, tree["wuchang"]))
        assert make_case_place(case, tree["wuchang"], is_primary=False).pk

    def test_a_case_is_in_a_place_once(self, tree):
        case = make_case(place=tree["wuhan"])

        assert refuses(lambda: make_case_place(case, tree["wuhan"], is_primary=False))

    @pytest.mark.parametrize("above", ["wuhan", "wuchang"])
    def test_a_place_does_not_lie_in_itself(self, tree, above):
        rows = Place.objects.filter(pk=tree["wuhan"].pk)

        assert refuses(lambda: rows.update(parent=tree[above]))

    def test_a_province_lies_nowhere_and_a_city_somewhere(self, tree):
        assert refuses(lambda: make_place("武汉市", level=Place.Level.PREFECTURE))
        assert refuses(lambda: make_place("湖南省", parent=tree["hubei"], level="province"))

    def test_a_zone_has_no_code(self, tree):
        assert refuses(
            lambda: make_place("光谷", parent=tree["wuhan"], level="zone", code="420199")
        )

    def test_a_code_is_given_once(self, tree):
        assert refuses(lambda: make_place("湖南省", code="420000"))

    def test_province_and_city_follow_from_the_tree(self, tree):
        beijing = make_place("北京市", level=Place.Level.MUNICIPALITY)

        assert (tree["wuchang"].province, tree["wuchang"].city) == (tree["hubei"], tree["wuhan"])
        assert (tree["hubei"].province, tree["hubei"].city) == (tree["hubei"], None)
        assert (beijing.province, beijing.city) == (beijing, beijing)

    def test_a_place_that_moves_takes_what_lies_in_it_along(self, tree):
        hunan = make_place("湖南省", slug="hunan")
        tree["wuhan"].parent = hunan

        tree["wuhan"].save()

        wuchang = Place.objects.get(slug="wuchang")
        assert (wuchang.path, wuchang.province) == ("/hunan/wuhan/wuchang/", hunan)

    def test_a_place_with_cases_is_not_deleted(self, tree):
        make_case(place=tree["wuchang"])

        with pytest.raises(ProtectedError):
            tree["wuchang"].delete()


class TestPeople:
    def test_a_contribution_is_by_one_expert_or_one_organisation(self):
        row = make_contribution()
        rows = Contribution.objects.filter(pk=row.pk)

        assert refuses(lambda: rows.update(expert=None))
        assert refuses(lambda: rows.update(organisation=make_organisation()))
        assert make_contribution(organisation=make_organisation()).expert is None

    def test_a_place_in_a_list_is_taken_once(self):
        row = make_contribution(order=1)

        assert refuses(lambda: make_contribution(row.book, make_expert("李琦"), order=1))

    def test_an_expert_writes_one_critique_on_a_case(self):
        row = make_critique()

        assert refuses(lambda: make_critique(row.case, row.expert, slug="other"))
        assert refuses(lambda: make_critique(row.case, order=1))

    @pytest.mark.parametrize("body", [True, False])
    def test_an_affiliation_is_one_row(self, body):
        organisation = make_organisation() if body else None
        post = make_affiliation(organisation=organisation)

        assert refuses(lambda: make_affiliation(post.expert, organisation=organisation))

    def test_a_name_of_an_organisation_and_an_address_are_given_once(self):
        body, expert = make_organisation("清华大学"), make_expert(slug="xu-ming")

        assert refuses(lambda: make_organisation(body.name))
        assert refuses(lambda: make_expert("许明", slug=expert.slug))
        assert make_expert(expert.name) != expert


class TestTheRest:
    def test_a_theme_is_given_to_a_case_once(self):
        theme = make_theme()
        case = make_case(themes=[theme])

        assert refuses(lambda: make_case_theme(case, theme))

    def test_a_section_belongs_to_one_owner_and_has_a_level(self):
        case = make_case()

        assert refuses(lambda: make_section(case.book, case=case, part=case.part))
        assert refuses(lambda: make_section(level=5))

    def test_an_anchor_is_given_once_in_a_book(self):
        passage = make_passage()

        assert refuses(lambda: make_passage(passage.section, anchor=passage.anchor))
        assert refuses(lambda: make_section(passage.book, anchor=passage.section.anchor))

    def test_a_passage_stands_in_a_section(self):
        passage = make_passage()

        assert refuses(lambda: Passage.objects.filter(pk=passage.pk).update(section=None))

    def test_a_book_with_text_can_be_deleted(self):
        passage = make_passage(make_section(case=make_case()))

        passage.book.delete()

        assert not Book.objects.exists()
        assert not Passage.objects.exists()

    def test_a_subject_of_errata_is_given_once_in_a_book(self):
        erratum = make_erratum()

        assert refuses(lambda: make_erratum(erratum.book, subject=erratum.subject))

    def test_a_public_fact_names_its_reference(self):
        assert refuses(lambda: make_fact(origin=Origin.PUBLIC))

    def test_a_range_does_not_run_backwards(self):
        fact = make_fact(value=2, value_to=3)

        assert refuses(lambda: Fact.objects.filter(pk=fact.pk).update(value_to=1))


def test_cases_come_in_the_order_of_the_book():
    book = make_book()
    part = make_part(book)
    for number in (3, 1, 2):
        make_case(book, part=part, number=number)

    numbers: models.QuerySet = Case.objects.values_list("number", flat=True)
    assert list(numbers) == [1, 2, 3]
