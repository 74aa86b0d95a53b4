"""Names as books print them, with a title glued to them or not."""

import pytest

from cases.parsing.tokens.lines import Line
from cases.parsing.tokens.people import read_people


@pytest.mark.parametrize(
    ("printed", "people"),
    [
        ("李平教授", [("李平", "教授")]),
        ("李平教授 某大学", [("李平", "教授 某大学")]),
        ("李 平教授 某大学", [("李平", "教授 某大学")]),
        ("欧阳明副研究员 某院", [("欧阳明", "副研究员 某院")]),
        ("李平教授、王强研究员", [("李平", "教授"), ("王强", "研究员")]),
        ("李平教授、王强", [("李平", "教授"), ("王强", "")]),
        ("李平教授 王强", [("李平", "教授"), ("王强", "")]),
        ("李平先生 某公司总裁", [("李平", "某公司总裁")]),
        ("李平 某大学教授", [("李平", "某大学教授")]),
    ],
)
def test_a_title_is_no_part_of_the_name(printed, people):
    assert [(person.name, person.affiliation) for person in read_people(Line(1, printed))] == people


@pytest.mark.parametrize("printed", ["北京大学教授", "管理学博士 某院", "高级经济师", "江苏省委员"])
def test_what_is_no_name_stays_none(printed):
    assert read_people(Line(1, printed)) == []


def test_a_field_of_study_in_a_list_of_job_titles_is_nobody():
    people = read_people(Line(1, "张三 某公司总裁、金融学博士"))

    assert [(person.name, person.affiliation) for person in people] == [
        ("张三", "某公司总裁、金融学博士")
    ]
