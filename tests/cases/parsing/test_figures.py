"""Figures and dates found in passages, on single phrases."""

from decimal import Decimal

import pytest

from tests.cases.parsing.figures import Figure, Qualifier, find_figures


def find_one(text: str) -> Figure:
    (figure,) = find_figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("入库项目为11784个。", "11784", "个", None),
        ("论文超过1.5万篇", "1.5", "万篇", Qualifier.OVER),
        ("约占10%", "10", "%", Qualifier.ABOUT),
        ("约占总量的10%", "10", "%", Qualifier.ABOUT),
        ("增长80.1%", "80.1", "%", None),
        ("约为1.7倍", "1.7", "倍", Qualifier.ABOUT),
        ("大概700多个城市", "700", "个", Qualifier.OVER),
        ("约700多个城市", "700", "个", Qualifier.ABOUT),
        ("拟投资额近14万亿元", "14", "万亿元", Qualifier.NEARLY),
        ("总额2,600亿欧元", "2600", "亿欧元", None),
        ("90％以上", "90", "%", Qualifier.AT_LEAST),
        ("１２家企业", "12", "家", None),
        ("至少七类单位", "7", "类", Qualifier.AT_LEAST),
        ("百余位作者", "100", "位", Qualifier.OVER),
        ("八大问题", "8", "大", None),
        ("二十五个案例", "25", "个", None),
        ("投入在千万元以上", "1", "千万元", Qualifier.AT_LEAST),
        ("多地过亿元", "1", "亿元", Qualifier.OVER),
    ],
)
def test_reads_a_quantity_with_its_unit_and_qualifier(text, value, unit, qualifier):
    figure = find_one(text)

    assert (figure.value, figure.unit, figure.qualifier) == (Decimal(value), unit, qualifier)


@pytest.mark.parametrize(("text", "value"), [("3/4以上", "0.75"), ("约1/10", "0.1")])
def test_reads_a_fraction_as_its_value(text, value):
    assert find_one(text).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value", "value_to"),
    [("约为2.3万~4.1万亿元", "2.3", "4.1"), ("2.7~3.1万亿元", "2.7", "3.1")],
)
def test_reads_a_range_with_one_unit_for_both_ends(text, value, value_to):
    figure = find_one(text)

    assert (figure.value, figure.value_to) == (Decimal(value), Decimal(value_to))
    assert figure.unit == "万亿元"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2016年10月施行", "2016-10"),
        ("2018年5月8日上线", "2018-05-08"),
        ("1990—2009年", "1990/2009"),
        ("自2014年起", "2014/.."),
        ("2010年以来", "2010/.."),
        ("20世纪90年代", "199X"),
        ("“十二五”期间", "2011/2015"),
        ("“十三五”预计", "2016/2020"),
    ],
)
def test_reads_a_date_as_a_period(text, period):
    figure = find_one(text)

    assert figure.period == period
    assert figure.value is None


@pytest.mark.parametrize(
    "text",
    [
        "国发〔2016〕20号",
        "专业代码080910T",
        "（1）上位多头",
        "一个城市，第三大城市，省市两级",
        "“五化”与“四强”",
        "政务信息办/电子政务办",
        "PM2.5的监测",
    ],
)
def test_leaves_numbers_alone_that_measure_nothing(text):
    assert find_figures(text) == ()


def test_gives_figures_in_the_order_of_the_text():
    figures = find_figures("2016年有277个试点，占90%。")

    assert [figure.text for figure in figures] == ["2016年", "277个", "90%"]
    assert [figure.start for figure in figures] == [0, 6, 14]
