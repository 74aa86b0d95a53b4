"""Numbers as Chinese books write them."""

import pytest

from casebook.core.web.chinese_numbers import chinese_number


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(0, "零"), (2, "二"), (10, "十"), (11, "十一"), (20, "二十"), (25, "二十五"), (99, "九十九")],
)
def test_writes_a_number_as_a_book_numbers_its_parts(number, numeral):
    assert chinese_number(number) == numeral
