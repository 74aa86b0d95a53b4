"""Periods in words."""

import pytest

from cases.models.evidence import period_in_words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("", ""),
        ("2018", "2018年"),
        ("2018-05", "2018年5月"),
        ("2018-05-08", "2018年5月8日"),
        ("1990/2009", "1990年至2009年"),
        ("2017-02/2018-01", "2017年2月至2018年1月"),
        ("2014/..", "2014年起"),
        ("../2020", "至2020年"),
        ("199X", "1990年代"),
    ],
)
def test_a_period_is_told_as_people_say_it(period, words):
    assert period_in_words(period) == words
