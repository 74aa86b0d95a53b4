"""Tables to download: UTF-8 that Excel knows, and no cell that acts."""

import csv
import io

import pytest

from casebook.tables import csv_response


def test_the_file_says_that_it_is_utf_8_and_has_a_name():
    response = csv_response("facts", ["编号"], [["甲"]])

    assert response.content.startswith(b"\xef\xbb\xbf")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="facts.csv"'


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-2", "@SUM", "\tx", "＝A1"])
def test_a_text_that_would_act_as_a_formula_is_only_text(cell):
    response = csv_response("facts", ["=头"], [[cell, -2, None]])

    header, row = csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline=""))
    assert header == ["'=头"]
    assert row == [f"'{cell}", "-2", ""]
