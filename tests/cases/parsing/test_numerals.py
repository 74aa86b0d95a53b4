import pytest

from cases.parsing.tokens.numerals import to_int


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("二十五", 25),
        ("廿", 20),
        ("廿五", 25),
        ("卅一", 31),
        ("一百", 100),
        ("一百零三", 103),
        ("一百〇三", 103),
        ("一百一十", 110),
        ("一百十二", 112),
        ("两百", 200),
        ("九百九十九", 999),
        ("一千零五", 1005),
        ("一千零二十", 1020),
        ("二〇一九", 2019),
        ("０", 0),
        ("１２", 12),
        ("007", 7),
        (" 12 ", 12),
    ],
)
def test_reads_numbers_as_books_print_them(numeral: str, number: int) -> None:
    assert to_int(numeral) == number


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        " ",
        "百",
        "一二",
        "二十零",
        "十十",
        "一百零",
        "一百三",
        "一零百",
        "12a",
        "甲",
        "-3",
        "9" * 10,
    ],
)
def test_refuses_nonsense(nonsense: str) -> None:
    assert to_int(nonsense) is None
