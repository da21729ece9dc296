"""What a printed number cell means."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.numbers import Number, chinese_value, fold, in_unit, read_number


@pytest.mark.parametrize("raw", ["0", "０", "零", "〇", "00", "0件", "0.0", "零件", " 0 "])
def test_zero_is_a_value(raw: str) -> None:
    number = read_number(raw)
    assert (number.value, number.meaning) == (0, "zero")


@pytest.mark.parametrize("raw", ["", " ", "\xa0", "\u3000", "\u200b", "\n\t"])
def test_blank_is_never_zero(raw: str) -> None:
    assert read_number(raw) == Number(None, "blank")


@pytest.mark.parametrize("raw", ["/", "-", "—", "－", "＼", "——", "--", "／", "–", "/ /", "―"])
def test_not_applicable_is_neither_blank_nor_zero(raw: str) -> None:
    assert read_number(raw) == Number(None, "na")


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("7", "7"),
        ("1,234", "1234"),
        ("1，234，567", "1234567"),
        ("1 234", "1234"),
        ("１２３４", "1234"),
        ("一千二百三十四", "1234"),
        ("1.2万", "12000"),
        ("十二", "12"),
        ("二十", "20"),
        ("一百零五", "105"),
        ("两千零一十", "2010"),
        ("三万五千", "35000"),
        ("二〇一八", "2018"),
        ("007", "7"),
        ("12.50", "12.5"),
        ("35,000.50", "35000.5"),
        ("1亿", "100000000"),
        ("一万零二十", "10020"),
        ("叁拾", "30"),
        ("2千", "2000"),
        ("1.0", "1"),
        ("3 件", "3"),
        ("12\xa0", "12"),
        ("3。", "3"),
        ("3；", "3"),
        ("12.", "12"),
        ("3件。", "3"),
        ("共12", "12"),
        ("共计12件", "12"),
        ("1万2千", "12000"),
        ("3千5百件", "3500"),
        ("3万", "30000"),
    ],
)
def test_numbers_in_all_their_forms(raw: str, value: str) -> None:
    number = read_number(raw)
    assert (str(number.value), number.meaning) == (value, "number")


@pytest.mark.parametrize(("raw", "value"), [("-3", -3), ("－3", -3), ("−12", -12), ("+2", 2), ("﹣4", -4), ("-0", 0)])
def test_signs(raw: str, value: int) -> None:
    assert read_number(raw).value == value


@pytest.mark.parametrize(
    ("raw", "value", "remark"),
    [
        ("9（县级）", 9, "县级"),
        ("40(县级3次)", 40, "县级3次"),
        ("9 （县级）", 9, "县级"),
        ("5（含上年2件", 5, "含上年2件"),
        ("12 其中线上3", 12, "其中线上3"),
        ("0（无）", 0, "无"),
        ("8件（网络）", 8, "网络"),
        ("6*", 6, "*"),
    ],
)
def test_the_first_number_counts_and_the_remark_is_kept(raw: str, value: int, remark: str) -> None:
    number = read_number(raw)
    assert (number.value, number.remark) == (value, remark)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("约30", 30),
        ("330余", 330),
        ("330余条", 330),
        ("近100", 100),
        ("100多", 100),
        ("十余", 10),
        ("约1.2万", 12000),
        ("1万余", 10000),
        ("50左右", 50),
        ("大约2000件", 2000),
        ("30件左右", 30),
        ("逾40", 40),
    ],
)
def test_approximate_numbers_say_so(raw: str, value: int) -> None:
    number = read_number(raw)
    assert (number.value, number.meaning) == (value, "approximate")


@pytest.mark.parametrize(
    "raw",
    [
        "无",
        "6.3%",
        "2018年",
        "0951-8021996",
        "1-3",
        "1～3",
        "12 34",
        "1,2345",
        "1.2.3",
        "3次5人",
        "二三",
        "三千五",
        "百",
        "万",
        "一般",
        "暂无统计",
        "2018-12-31",
        "(3)",
        "3/5",
        "１２：３０",
        "第3",
        "全部",
        "三分之一",
        "一百万万万",
        "十十",
        "一二十",
    ],
)
def test_what_is_no_number_is_text(raw: str) -> None:
    assert read_number(raw) == Number(None, "text")


def test_money_is_given_in_the_unit_of_the_header() -> None:
    assert read_number("35000元", "万元") == Number(Decimal("3.5"), "number", "元", "万元")
    assert read_number("3.5万元", "万元") == Number(Decimal("3.5"), "number", None, "万元")
    assert read_number("3.5万元") == Number(Decimal("3.5"), "number", None, "万元")
    assert read_number("1.5亿元", "万元").value == 15000
    assert read_number("5万", "万元") == Number(Decimal(5), "number", None, "万元")
    assert read_number("五万", "万元").value == read_number("五万元", "万元").value == 5
    assert read_number("零万元", "万元") == Number(Decimal(0), "zero", "元", "万元")
    assert read_number("〇千元") == Number(Decimal(0), "zero", None, "元")
    assert read_number("3", "万元") == Number(Decimal(3), "number", None, "万元")
    assert read_number("350元（含税）", "万元").remark == "元; 含税"


def test_a_unit_in_brackets_is_the_numbers_own() -> None:
    assert read_number("2.4（万元）") == Number(Decimal("2.4"), "number", None, "万元")
    assert read_number("35000（元）", "万元") == Number(Decimal("3.5"), "number", "元", "万元")
    assert read_number("3.5（单位：万元）", "元") == Number(Decimal(35000), "number", "万元", "元")
    assert read_number("0（元）") == Number(Decimal(0), "zero", None, "元")
    assert read_number("12[件]").unit == "件"
    assert read_number("2.4（含税）").remark == "含税"
    assert read_number("2.4（约3万元）").unit is None
    assert read_number("3（人）", "万元").meaning == "text"


def test_people_in_a_column_of_money_are_text() -> None:
    assert read_number("3人", "万元").meaning == "text"


def test_a_count_keeps_the_unit_asked_for() -> None:
    assert read_number("610人", "人次") == Number(Decimal(610), "number", None, "人次")
    assert read_number("645条").unit == "条"
    assert in_unit(Number(Decimal(20000), "number", None, "元"), "万元") == Number(Decimal(2), "number", "元", "万元")


@pytest.mark.parametrize(
    "raw", ["9" * 400, "1" * 16, "0." + "3" * 400, "1," * 200, "一" * 400, "（" * 4000, "9" * 100_000, "约" * 500]
)
def test_endless_numbers_are_text(raw: str) -> None:
    assert read_number(raw).value is None


def test_fifteen_digits_are_still_a_number() -> None:
    assert read_number("9" * 15).value == 10**15 - 1


def test_a_long_cell_is_text_whatever_it_begins_with() -> None:
    assert read_number("3（" + "说明" * 300 + "）").meaning == "text"


def test_equal_values_print_alike() -> None:
    assert {str(read_number(raw).value) for raw in ("1000", "1,000", "一千", "1000.0", "0.1万", "１０００")} == {"1000"}


@pytest.mark.parametrize(
    ("text", "value"), [("", None), ("零", 0), ("十", 10), ("一十", 10), ("三百二十一万", 3210000), ("甲", None)]
)
def test_chinese_numerals(text: str, value: int | None) -> None:
    assert chinese_value(text) == value


@given(st.integers(0, 10**12 - 1))
def test_separators_never_change_a_value(number: int) -> None:
    assert read_number(f"{number:,}").value == read_number(str(number)).value == number


@given(st.text(max_size=60))
def test_no_cell_raises_and_only_numbers_have_values(raw: str) -> None:
    number = read_number(raw)
    assert (number.value is not None) == (number.meaning in ("number", "zero", "approximate"))
    assert fold(fold(raw)) == fold(raw)


@pytest.mark.parametrize(
    ("raw", "value", "remark"),
    [("5①", 5, "1"), ("2²", 2, "2"), ("12件③", 12, "3"), ("7⑴", 7, "1"), ("8[1]", 8, "1"), ("9㉑", 9, "21"), ("3⒈", 3, "1")],
)
def test_the_mark_of_a_footnote_is_a_remark_and_no_digit(raw: str, value: int, remark: str) -> None:
    assert (read_number(raw).value, read_number(raw).remark) == (value, remark)


@pytest.mark.parametrize("raw", ["①5", "1万2", "1万2千3", "2千3千", "(3", "（3）", "共", "3、5", "12..", "(3)5", "½", "5½"])
def test_what_may_be_two_things_is_text(raw: str) -> None:
    assert read_number(raw).meaning == "text"


def test_mixed_digits_are_money_in_the_unit_of_the_column() -> None:
    assert str(read_number("1万2千", "万元").value) == str(read_number("1万2千元", "万元").value) == "1.2"
