"""People and organisations: the lists, and one of each."""

import pytest

from tests.factories import (
    make_affiliation,
    make_book,
    make_case,
    make_contribution,
    make_critique,
    make_expert,
    make_fact,
    make_organisation,
    make_part,
)
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(indexed_client):
    return indexed_client


def test_the_list_shows_everybody_with_affiliations_and_what_they_did(client):
    expert = make_expert("徐明", slug="xu-ming")
    make_affiliation(expert, organisation=make_organisation("清华大学"), job_title="教授")
    make_critique(make_case(), expert)
    make_contribution(make_book(), expert)

    page = read(client.get("/experts/"))

    assert page.has_link("/experts/xu-ming/", "徐明")
    assert "徐明 清华大学教授 点评 1 篇 参与编著 1 次" in page.text


def test_an_expert_shows_affiliations_as_printed_critiques_and_roles(client):
    expert = make_expert("程大章", slug="cheng-dazhang")
    body = make_organisation("同济大学", slug="tongji")
    make_affiliation(
        expert, organisation=body, job_title="教授", as_printed="同济大学教授、某局副部长"
    )
    critique = make_critique(
        make_case(title="智慧高青：善政"),
        expert,
        affiliation_as_printed="同济大学教授",
        source_line=210,
    )
    make_contribution(make_book(title="数字乡镇"), expert, role="editorial_board", source_line=99)

    page = read(client.get("/experts/cheng-dazhang/"))

    assert "同济大学 教授 书中作：同济大学教授、某局副部长" in page.text
    assert page.has_link("/organisations/tongji/", "同济大学")
    assert page.has_link(critique.get_absolute_url(), "智慧高青：善政")
    assert "署作：同济大学教授 书 书中载明 · 行 210" in page.text
    assert "编委 《数字乡镇》 书 书中载明 · 行 99" in page.text


def test_a_chinese_page_spells_a_name_as_english_texts_do(client):
    expert = make_expert("徐振强", slug="xu-zhenqiang", pinyin="xu zhen qiang", origin="book")

    assert "徐振强 Xu Zhenqiang 推" in read(client.get(expert.get_absolute_url())).text


def test_the_name_of_an_organisation_stands_beside_its_badge(client):
    body = make_organisation("清华大学", slug="tsinghua", origin="book", source_line=5)

    assert "名称 清华大学 书" in read(client.get(body.get_absolute_url())).text


def test_an_expert_without_an_affiliation_is_said_to_have_none_in_the_book(client):
    make_expert("徐明", slug="xu-ming")

    page = read(client.get("/experts/xu-ming/"))

    assert "任职 未载明" in page.text


def test_organisations_are_listed_with_their_kind_and_their_people_counted(client):
    body = make_organisation("清华大学", slug="tsinghua", kind="academia")
    for title in ("教授", "院长"):
        make_affiliation(make_expert(), organisation=body, job_title=title)
    make_organisation("无类之社", slug="wu-lei")

    page = read(client.get("/organisations/"))

    assert "清华大学 2 高校与科研院所 无类之社" in page.text
    assert "高校与科研院所 1" in page.text


def test_organisations_of_one_kind_are_a_list_of_their_own(client):
    make_organisation("清华大学", kind="academia")
    make_organisation("某公司", kind="company")

    page = read(client.get("/organisations/?kind=企业"))
    wrong = client.get("/organisations/?kind=compny")

    assert "某公司" in page.text
    assert "清华大学" not in page.text
    assert "高校与科研院所 1" in page.text
    assert wrong.status_code == 400
    assert read(wrong).has_link("/organisations/?kind=company")


def test_an_organisation_shows_how_it_is_tied_to_which_case(client):
    body = make_organisation("清华大学", slug="tsinghua")
    expert = make_expert("徐明")
    post = make_affiliation(expert, organisation=body)
    reviewed = make_case(number=8, title="智慧高青")
    make_critique(reviewed, expert, affiliations=[post])
    named_in = make_fact(make_case(reviewed.book, number=9, title="智慧南京"))
    named_in.organisations.add(body)

    page = read(client.get("/organisations/tsinghua/"))

    assert (
        "与案例的联系 8 智慧高青 由在此任职的专家点评： 徐明 9 智慧南京 1 条事实提到本机构"
        in page.text
    )
    assert page.has_link(named_in.get_absolute_url(), named_in.statement)


def test_an_organisation_shows_its_people_and_its_own_role(client):
    body = make_organisation("清华大学", slug="tsinghua", kind="academia")
    expert = make_expert("徐明")
    post = make_affiliation(expert, organisation=body, job_title="教授")
    make_critique(make_case(title="智慧高青：善政"), expert, affiliations=[post])
    make_contribution(make_book(title="数字乡镇"), organisation=body, role="recommender")

    page = read(client.get("/organisations/tsinghua/"))

    assert "高校与科研院所 清华大学" in page.text
    assert "徐明 教授 编 编辑补充 · 本站编辑 以此身份点评： 智慧高青：善政" in page.text
    assert "联袂推荐 《数字乡镇》" in page.text


@pytest.mark.parametrize(
    "address", ["/experts/nobody/", "/organisations/none/", "/experts/?page=2"]
)
def test_what_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 10])
def test_the_number_of_queries_does_not_grow_with_the_rows(
    client, django_assert_num_queries, count
):
    body = make_organisation(slug="tsinghua")
    expert = make_expert(slug="xu-ming")
    part = make_part()
    for number in range(count):
        post = make_affiliation(expert, organisation=body, job_title=f"职务{number}")
        make_affiliation(make_expert(), organisation=make_organisation())
        make_critique(make_case(part=part), expert, affiliations=[post])
        make_contribution(make_book(), expert)
        make_contribution(make_book(), organisation=body)
        make_fact().organisations.add(body)

    client.settle()
    with django_assert_num_queries(6):
        client.get("/experts/")
    with django_assert_num_queries(7):
        client.get("/experts/xu-ming/")
    with django_assert_num_queries(3):
        client.get("/organisations/")
    with django_assert_num_queries(9):
        client.get("/organisations/tsinghua/")
