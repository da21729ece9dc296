"""Several forms on one page: whose each is, its caption tells."""

from __future__ import annotations

import pytest
from lxml import html

from pipelines.forms import form_facts
from pipelines.outline import outline_of
from tests.pipelines.form_pages import Rows, as_html, as_lines, as_pipes, tables, truth, values

TOWN = "清河县沙湾镇人民政府"


def others(edition: str) -> list[Rows]:
    """The form with a figure of its own in each cell, none of which is the town's."""
    return [[[(f"{int(t) + 9000}" if t.isdigit() else t, a, c) for t, a, c in row] for row in part] for part in tables(edition)]


def written(rows: list[Rows], how: str) -> str:
    if how == "html":
        return as_html(*rows)
    return "".join(f"<p>{line}</p>" for line in (as_pipes if how == "pipes" else as_lines)(*rows).splitlines())


def figures(markup: str, publisher: str | None = TOWN) -> dict[object, object]:
    reading = form_facts(outline_of(html.fromstring(f"<div>{markup}</div>")), report_year=2017, publisher=publisher)
    return {key: value for key, value in values(reading.facts).items() if value != "blank"}


@pytest.mark.parametrize("edition", ["2014", "2019", "2021"])
@pytest.mark.parametrize("how", ["html", "pipes", "lines"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("附件1：清河县沙湾镇财政所2017年政府信息公开情况统计表", "附件2：清河县沙湾镇人民政府2017年政府信息公开情况统计表"),
        ("附件1：沙湾镇卫生院数据", "附件2：沙湾镇数据"),
        ("（一）清河县教育局", "（二）清河县沙湾镇"),
        ("清河县白塔镇人民政府", "统计表"),
        ("填报单位：清河县沙湾镇农业站", "填报单位（盖章）：沙湾镇人民政府"),
    ],
)
def test_the_form_of_another_office_is_not_the_publishers(edition: str, how: str, first: str, second: str) -> None:
    mine, its = written(tables(edition), how), written(others(edition), how)
    wanted = truth(edition)
    assert figures(f"<p>{first}</p>{its}<p>{second}</p>{mine}") == wanted
    assert figures(f"<p>{second}</p>{mine}<p>{first}</p>{its}") == wanted


def test_where_every_caption_names_another_office_the_first_form_counts_as_ever() -> None:
    markup = f"<p>清河县教育局</p>{as_html(*tables('2014'))}<p>清河县民政局</p>{as_html(*others('2014'))}"
    assert figures(markup) == figures(markup, None) == truth("2014")


@pytest.mark.parametrize("caption", ["政府信息公开情况统计表", "全县汇总", "填报单位：清河县教育局转报。", "（2017年度）"])
def test_a_caption_that_names_no_office_says_nothing(caption: str) -> None:
    markup = f"<p>{caption}</p>{as_html(*tables('2014'))}<p>清河县民政局</p>{as_html(*others('2014'))}"
    assert figures(markup) == truth("2014")


@pytest.mark.parametrize("edition", ["2014", "2021"])
def test_the_title_in_a_forms_first_row_tells_it_too(edition: str) -> None:
    def titled(rows: list[Rows], title: str) -> list[Rows]:
        return [[[(title, 1, 9)], *rows[0]], *rows[1:]]

    its = titled(others(edition), "清河县沙湾镇财政所2017年政府信息公开情况统计表")
    mine = titled(tables(edition), "清河县沙湾镇2017年政府信息公开情况统计表")
    assert figures(as_html(*its) + "<p>又</p>" + as_html(*mine)) == truth(edition)
