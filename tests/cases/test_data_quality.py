"""The editors' overview: what is missing, contradictory, unsourced or unchecked."""

import pytest

from tests.factories import (
    make_case,
    make_erratum,
    make_fact,
    make_organisation,
    make_place,
    make_reference,
)
from tests.pages import read

pytestmark = pytest.mark.django_db

QUALITY = "/admin/quality/"


def test_only_editors_see_it(client):
    response = client.get(QUALITY)

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_each_finding_leads_to_the_rows(admin_client):
    case = make_case(title="智慧高青", source_line=3)
    erratum = make_erratum(case.book, subject="城市数")
    reference = make_reference(title="某页")
    fact = make_fact(case, origin="editor", statement="没有依据的一句。", confidence="high")
    body = make_organisation("无类之社")

    page = read(admin_client.get(QUALITY))

    assert page.has_link(f"/admin/cases/case/{case.pk}/change/", "智慧高青")
    assert page.has_link(f"/admin/cases/erratum/{erratum.pk}/change/", "城市数")
    assert page.has_link(f"/admin/cases/reference/{reference.pk}/change/", "某页")
    assert page.has_link(f"/admin/cases/fact/{fact.pk}/change/", "没有依据的一句。")
    assert page.has_link(f"/admin/experts/organisation/{body.pk}/change/", "无类之社")
    assert page.has_link("/admin/experts/organisation/?missing=place", "看全部")
    for words in (
        "城市 1",
        "链接从未核对 1",
        "事实：编辑补充，没有参考资料 1",
        "类别 1",
        "所在地 1",
    ):
        assert words in page.text


def test_what_is_in_order_is_told_as_nothing(admin_client):
    make_case(place=make_place("武汉市", parent=make_place("湖北省")), source_line=1)

    page = read(admin_client.get(QUALITY))

    assert "城市 0" in page.text
    assert "链接从未核对 0" in page.text


def test_the_admin_leads_there(admin_client):
    assert read(admin_client.get("/admin/")).has_link(QUALITY)


@pytest.mark.parametrize("count", [1, 10])
def test_the_number_of_queries_does_not_depend_on_the_rows(
    admin_client, count, django_assert_max_num_queries
):
    for _ in range(count):
        make_fact(make_case(), origin="editor")
        make_reference()
        make_organisation()

    with django_assert_max_num_queries(66):
        admin_client.get(QUALITY)
