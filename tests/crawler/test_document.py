"""The one parse of a page's text."""

from __future__ import annotations

from datetime import UTC, datetime

from crawler.evidence import page_of
from pipelines.extract import read
from pipelines.items import Page, Reading

AT = datetime(2024, 3, 1, tzinfo=UTC)


def reading_of(text: str) -> Reading:
    page = page_of(text.encode(), "http://www.qs.example/nb/2016.txt", "text/plain; charset=utf-8", fetched_at=AT)
    assert isinstance(page, Page)
    return read(page)


def test_a_table_in_a_text_file_keeps_its_blank_cells() -> None:
    text = (
        "清水县人民政府2016年政府信息公开工作年度报告\n\n本报告由清水县人民政府编制。\n\n附：政府信息公开情况统计表\n"
        "统计指标\t单位\t统计数\n一、主动公开情况\t\t\n（一）主动公开政府信息数\t条\t170\n1.制发规范性文件总数\t件\t\n"
        "（二）通过不同渠道和方式公开政府信息的情况\t\t\n1.政府公报公开政府信息数\t条\t0\n2.政府网站公开政府信息数\t条\t150\n"
        "二、回应解读情况\t\t\n三、依申请公开情况\t\t\n（一）收到申请数\t件\t3\n1.当面申请数\t件\t\n2.网络申请数\t件\t3\n"
    )
    (report,) = reading_of(text).reports
    said = {fact.code: fact.meaning if fact.value is None else int(fact.value) for fact in report.facts if fact.origin == "form"}
    assert report.form_edition == "2014"
    assert said["disclosure.total"] == 170
    assert said["channel.website"] == 150
    assert "blank" in said.values()
    assert sorted(value for value in said.values() if isinstance(value, int)) == [0, 3, 3, 150, 170]


def test_one_line_with_a_tab_stays_a_line() -> None:
    assert "共收到申请 3 件" in reading_of("清水县2016年政府信息公开年报\n\t共收到申请\t3\t件，均已答复。\n").outline.text
