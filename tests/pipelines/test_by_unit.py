"""Tables of a report's prose that count by unit what the form counts: before, between and after its tables, no fact is theirs."""

from __future__ import annotations

import pytest

from pipelines.forms import form_facts
from pipelines.outline import outline_of_text
from tests.pipelines.form_pages import as_html, form_2014, read_html, section_four, section_three, section_two_2021, values

UNITS = ("城关镇", "双桥街道", "大河乡（含农场）", "县教育局", "县政府办", "市场监管分局", "便民服务中心")
SHORT = ("教育", "公安", "发改", "水务")
HEADS = {
    "documents": ("本年制发件数", "本年废止件数", "现行有效件数"),
    "acts": ("行政许可", "行政处罚", "行政强制"),
    "applicants": ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"),
    "results": ("予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理", "总计"),
    "outcomes": ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计"),
    "requests": ("收到申请数", "申请办结数", "行政复议数量", "行政诉讼数量"),
}


def by_unit(kind: str, units: tuple[str, ...], first: str) -> list[list[tuple[str, int, int]]]:
    heads = HEADS[kind]
    rows = [
        [first, *heads],
        *([unit, *(str(900 + at) for at, _ in enumerate(heads))] for unit in units),
        ["合计", *(["999"] * len(heads))],
    ]
    return [[(text, 1, 1) for text in row] for row in rows]


@pytest.mark.parametrize("kind", HEADS)
@pytest.mark.parametrize(("units", "first"), [(UNITS, "单位"), (UNITS, ""), (SHORT, "部门名称"), (UNITS[:1], "乡镇（街道）")])
@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_a_table_by_unit_beside_the_form_states_no_fact(kind: str, units: tuple[str, ...], first: str, at: int) -> None:
    form = [section_two_2021(), section_three("2021", lambda row, column: str(10 * row + column)), section_four()]
    alone = values(read_html(as_html(*form)).facts)
    form.insert(at, by_unit(kind, units, first))
    assert values(read_html(as_html(*form)).facts) == alone


@pytest.mark.parametrize("kind", HEADS)
@pytest.mark.parametrize("at", [0, 1])
def test_a_table_by_unit_beside_the_older_form_states_no_fact(kind: str, at: int) -> None:
    form = [form_2014()]
    alone = values(read_html(as_html(*form)).facts)
    form.insert(at, by_unit(kind, UNITS, "单位"))
    reading = read_html(as_html(*form))
    assert (values(reading.facts), reading.edition) == (alone, "2014")


@pytest.mark.parametrize("kind", ["applicants", "outcomes", "documents", "results"])
@pytest.mark.parametrize(
    "labels",
    [
        ("第一季度", "第二季度", "第三季度", "第四季度"),
        ("1月", "2月", "3月"),
        ("当面申请", "网络申请", "信函申请", "传真申请"),
        ("城乡建设", "土地征收", "社会保障"),
        ("不服未答复", "不服不予公开", "其他事由"),
    ],
)
@pytest.mark.parametrize("at", [0, 2, 3])
def test_a_table_by_month_or_matter_beside_the_form_states_no_fact(kind: str, labels: tuple[str, ...], at: int) -> None:
    form = [section_two_2021(), section_three("2021", lambda row, column: str(10 * row + column)), section_four()]
    alone = values(read_html(as_html(*form)).facts)
    form.insert(at, by_unit(kind, labels, "项目"))
    assert values(read_html(as_html(*form)).facts) == alone


def test_rows_of_the_form_beside_a_unit_are_read() -> None:
    text = "案件 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计\n行政复议 | 1 | 0 | 0 | 0 | 1\n县法院 | 7 | 7 | 7 | 7 | 28"
    found = values(form_facts(outline_of_text(text), report_year=2021).facts)
    assert found["review.upheld"] == 1
