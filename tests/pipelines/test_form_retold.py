"""Forms told again in other ways of the same meaning: other numbering, blanks, words; and nothing wrong of damaged ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html

from pipelines.form.labels import words_of
from pipelines.forms import form_facts
from pipelines.outline import outline_of
from tests.pipelines.form_pages import Rows, as_html, form_2014, one, read_html, section_two_2021, tables, truth, values

Mark = Callable[[str], str]


def retold(rows: Rows, mark: Mark) -> Rows:
    return [[(mark(text), *span) for text, *span in row] for row in rows]  # type: ignore[misc]


@pytest.mark.parametrize("number", ["Ⅰ、", "II.", "IV ", "A.", "b、", "◇ ", "★", "十", "七"])
def test_a_label_is_known_whatever_numbers_it(number: str) -> None:
    assert words_of(f"{number}予以公开") == words_of("予以公开") != ()
    assert not words_of(number)


@pytest.mark.parametrize("label", ["本年度制发件数", "本年度处理决定数", "本年度收费金额（单位：元）", "三、本年办理结果"])
def test_a_year_is_named_by_one_letter_more_or_less(label: str) -> None:
    other = label.replace("年度", "年") if "年度" in label else label.replace("年", "年度")
    assert words_of(label) == words_of(other) != ()


@pytest.mark.parametrize("header", ["本年收费金额（单位：万 元）", "本 年 收 费 金 额 （ 万 元 ）", "本年度收费金额（万）"])
def test_money_is_in_the_unit_that_a_spaced_out_header_names(header: str) -> None:
    rows = retold(section_two_2021(), lambda text: header if text.startswith("本年收费金额") else text)
    assert values(read_html(as_html(rows)).facts) == values(read_html(as_html(section_two_2021())).facts)


def test_money_is_in_the_unit_that_a_spaced_out_label_names() -> None:
    plain = form_2014(mark=lambda label: label + "（元）" if label.endswith("收取的费用") else label)
    spaced = retold(plain, lambda text: text.replace("（元）", "（ 元 ）"))
    assert values(read_html(as_html(spaced)).facts) == values(read_html(as_html(plain)).facts)


@pytest.mark.parametrize("name", ["行 次", "序 号", "代 码"])
def test_serial_numbers_are_known_by_a_spaced_out_name(name: str) -> None:
    plain = form_2014(lambda n: str(7 * n + 300))
    rows: Rows = [[row[0], one(name if not n else str(n)), *row[1:]] for n, row in enumerate(plain)]
    assert values(read_html(as_html(rows)).facts) == values(read_html(as_html(plain)).facts)


def downwards(text: str) -> str:
    return "<br>".join(text) if 2 < len(text) < 5 and not text.isdecimal() else text


def test_a_label_written_downwards_is_one_label() -> None:
    drawn = [retold(table, downwards) for table in tables("2021")]
    assert values(read_html(as_html(*drawn)).facts) == truth("2021")


def counted(rows: Rows, labels: str) -> Rows:
    """The rows with one below the header that counts the columns."""
    first = next(at for at, row in enumerate(rows) if any(text.isdecimal() for text, *_ in row))
    width = sum(span for _, _, span in rows[0])
    numbers = [*labels, *map(str, range(1, width - len(labels) + 1))]
    return [*rows[:first], [one(text) for text in numbers], *rows[first:]]


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_row_that_counts_the_columns_is_no_figures(edition: str) -> None:
    two, three, four = tables(edition)
    drawn = as_html(two, counted(three, "甲乙丙"), counted(four, ""))
    assert values(read_html(drawn).facts) == truth(edition)
    again = as_html(two, counted(three, "甲乙丙"), [*four[:-1], four[-1]])
    assert values(read_html(again).facts) == truth(edition)


def test_figures_where_another_page_counts_its_columns_are_figures() -> None:
    two, three, four = tables("2021")
    plain = values(read_html(as_html(two, three, four)).facts)
    rows = counted(four, "")
    assert values(read_html(as_html(two, three, rows)).facts) == plain
    other = [*rows[:-2], [one(str(number)) for number in range(20, 35)]]
    assert len(values(read_html(as_html(two, three, other)).facts)) == len(plain)


def test_a_row_of_letters_and_a_number_is_no_row_of_the_form_of_2014() -> None:
    plain = form_2014()
    assert values(read_html(as_html(counted(plain, "甲乙"))).facts) == values(read_html(as_html(plain)).facts)


def test_blank_lines_between_the_rows_part_nothing() -> None:
    two, three, four = tables("2021")
    four = [line for row in four for line in ([one("", 1, 15)], row) if row is not four[2] or line is row]
    two = [line for row in two for line in (row, [one("", 1, 12)])]
    assert values(read_html(as_html(two, three, four)).facts) == truth("2021")


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_remark_that_spans_the_rows_of_a_table_is_no_figure_in_them(edition: str) -> None:
    drawn = [[[*rows[0], one("备注：本表按全年统计", len(rows))], *rows[1:]] for rows in tables(edition)]
    assert values(read_html(as_html(*drawn)).facts) == truth(edition)


def test_who_made_the_table_is_no_row_of_it() -> None:
    two, three, four = tables("2021")
    made = [one(text) for text in ("填表人", "王某", "联系电话", "4567890")]
    assert values(read_html(as_html([*two, made], [*three, made], four)).facts) == truth("2021")


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_merged_cells_written_out_as_blank_ones_move_no_figure(edition: str) -> None:
    two, three, four = tables(edition)
    rows: Rows = []
    for row in two:
        cells = [cell for text, _, wide in row for cell in (one(text), *[one("")] * (wide - 1))]
        moved = [*cells[:3], one(""), *cells[3:-1]] if any(text.isdecimal() for text, *_ in row) else cells
        rows.append(moved if not cells[-1][0] else cells)
    assert values(read_html(as_html(rows, three, four)).facts) == truth(edition)


SUMMARY = [[one("指标"), one("数量")], [one("主动公开政府信息数"), one("911")], [one("收到申请数"), one("912")]]


def test_some_rows_of_a_form_above_it_are_not_the_forms() -> None:
    plain = values(read_html(as_html(form_2014())).facts)
    more: Rows = [*SUMMARY, [one("行政复议数量"), one("913")], [one("行政诉讼数量"), one("914")]]
    assert values(read_html(as_html(more, form_2014(), titles=["第一季度数据：", "全年数据："])).facts) == plain


def test_a_form_of_another_year_above_is_told_by_the_line_above_its_heading() -> None:
    last = [retold(rows, lambda text: str(int(text) + 500) if text.isdecimal() else text) for rows in tables("2021")]
    markup = f"<p>附：2020年政府信息公开情况统计表</p>{as_html(*last, titles=['二、主动公开政府信息情况', '', ''])}"
    reading = form_facts(outline_of(html.fromstring(f"<div>{markup}{as_html(*tables('2021'))}</div>")), report_year=2021)
    assert values(reading.facts) == truth("2021")


def test_a_blank_remark_does_not_stand_for_a_number_whose_cell_is_lost() -> None:
    rows = [[*row, one("备注" if not number else "")] for number, row in enumerate(form_2014())]
    whole = values(read_html(as_html(rows)).facts)
    rows[5] = [*rows[5][:2], rows[5][3]]
    found = values(read_html(as_html(rows)).facts)
    assert len(found) == len(whole) - 1
    assert found.items() <= whole.items()


def test_the_second_label_of_a_row_is_told_by_its_column_though_damaged() -> None:
    rows = form_2014()[2:]
    half = len(rows) // 2
    beside: Rows = [[*left, *right] for left, right in zip(rows[:half], rows[half : 2 * half], strict=True)]
    whole = values(read_html(as_html(beside)).facts)
    beside[4][2] = one("")
    beside[4][3] = one("某某某某数数")
    found = values(read_html(as_html(beside)).facts)
    known = {key: value for key, value in found.items() if key in whole}
    assert len(known) == len(whole) - 1
    assert [known[key] for key in known if known[key] != whole[key]] == ["blank"]


def test_numbers_left_of_labels_twice_in_a_row_are_not_stored() -> None:
    rows = form_2014()
    half = len(rows) // 2
    left, right = rows[1:half], rows[half : 2 * half - 1]
    beside: Rows = [[*reversed(rows[0]), *reversed(rows[0])]]
    beside += [[*reversed(one_), *reversed(other)] for one_, other in zip(left, right, strict=True)]
    assert not read_html(as_html(beside)).facts


def test_a_year_without_figures_beside_figures_without_a_year_tells_none() -> None:
    rows = form_2014()
    head: Rows = [[one("统计指标", 2), one("单位", 2), one("备注", 2)], [one("2017年"), one("2018年")]]
    body = [[label, unit, one("7"), number, one("")] for label, unit, number in rows[1:]]
    reading = form_facts(outline_of(html.fromstring(as_html([*head, *body]))), report_year=2018)
    assert not reading.facts


def test_blank_cells_left_of_the_applicant_types_are_no_figures_where_a_column_is_lost() -> None:
    names = ["自然人", "商业企业", "社会公益组织", "法律服务机构", "其他", "总计"]
    rows: Rows = [[one(text) for text in ("", "", "", *names)]]
    labels = [("（一）予以公开", ""), ("（二）部分公开", ""), ("（七）总计", "")]
    rows += [[one(text) for text in ("三、本年度办理结果", *label, *"210003")] for label in labels]
    labels = [("（三）不予公开", "1.属于国家秘密"), ("（三）不予公开", "8.属于行政查询事项")]
    rows += [[one(text) for text in ("三、本年度办理结果", *label, *"410005")] for label in labels]
    found = values(read_html(as_html(rows)).facts)
    assert {value for key, value in found.items() if "natural_person" in str(key)} == {2, 4}
    assert not any("research" in str(key) for key in found)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_merged_cells_written_out_in_each_row_head_their_columns_once(edition: str) -> None:
    two, three, four = tables(edition)
    first = [one(cell[0]) for cell in four[1][:5]]
    four = [four[0], [*first, *four[1][5:]], [*first, *four[2]], *four[3:]]
    assert values(read_html(as_html(two, three, four)).facts) == truth(edition)


@pytest.mark.parametrize(("unit", "value"), [("/元", "286"), ("（ 元 ）", "286"), ("／万元", "0.0286"), (" 千元", "0.286")])
def test_a_unit_ends_its_label_with_or_without_brackets(unit: str, value: str) -> None:
    rows = [[label, number] for label, _, number in form_2014()]
    rows = [[one(label + "/件"), number] if label.endswith("申请数") else [one(label), number] for (label, *_), number in rows]
    plain = values(read_html(as_html([[row[0], row[2]] for row in form_2014()])).facts)
    drawn = [[one(label + unit), one(value)] if "收取的费用" in label else [(label, *_), number] for (label, *_), number in rows]
    found = values(read_html(as_html(drawn)).facts)
    assert float(str(found.pop("fees.collected"))) == 0.0286
    plain.pop("fees.collected")
    assert found == plain


def test_rows_in_the_order_of_no_form_share_no_label() -> None:
    rows = form_2014()
    whole = values(read_html(as_html(rows)).facts)
    found = values(read_html(as_html([rows[0], *reversed(rows[1:])])).facts)
    assert found.items() <= whole.items()
    assert len(found) > len(whole) - 8


@pytest.mark.parametrize(
    "name",
    [
        "上半年政府信息公开情况统计表", "附件1：第一季度统计表", "2021年前三季度政府信息公开情况统计表",
        "2020年度政府信息公开情况统计表", "1至3季度报表", "上年度情况统计表", "填报样表",
    ],
)  # fmt: skip
def test_a_form_above_of_a_part_of_the_year_or_of_another_is_not_the_reports(name: str) -> None:
    rows = form_2014(lambda n: str(n + 500))
    both = f"<div><p>{name}</p>{as_html(rows)}<p>政府信息公开情况统计表</p>{as_html(form_2014())}</div>"
    found = values(form_facts(outline_of(html.fromstring(both)), report_year=2021).facts)
    assert found == values(read_html(as_html(form_2014())).facts)
    alone = form_facts(outline_of(html.fromstring(f"<div><p>{name}</p>{as_html(rows)}</div>")), report_year=2021)
    assert len(alone.facts) == len(found)


def test_the_day_on_which_a_form_was_filled_in_is_not_its_year() -> None:
    rows = form_2014(lambda n: str(n + 500))
    filled = "<p>填报人：王某 联系电话：0854-7330000 填报日期：2022年1月20日</p>"
    both = f"<div><p>统计表（2020年度）</p>{as_html(rows)}{filled}{as_html(form_2014())}</div>"
    found = values(form_facts(outline_of(html.fromstring(both)), report_year=2021).facts)
    assert found == values(read_html(as_html(form_2014())).facts)
