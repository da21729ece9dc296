"""Publication dates: which of several wins, which cannot be, which time of day belongs to them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from lxml import html

from pipelines.field.furniture import furniture_of
from pipelines.field.published import CHINA, Published, claims, read_published
from pipelines.items import Encoding, Listed, Page, View
from pipelines.outline import outline_of

BODY = "正文说明工作。" * 40
END = date(2018, 12, 31)


def published(lines: list[str], *, url: str = "https://www.example.gov.cn/a.html", year: int | None = 2018,
              end: date | None = END, listed: date | None = None, **view: Any) -> Published:  # fmt: skip
    root = html.Element("div")
    for line in lines:
        html.etree.SubElement(root, "p").text = line
    page = Page(url, datetime(2026, 1, 1, tzinfo=UTC), b"", None, "", Encoding("utf-8"), View("generic", root, **view),
                listed=Listed("年报", listed, "https://www.example.gov.cn/") if listed else None)  # fmt: skip
    outline = outline_of(root)
    furniture = furniture_of(page.view, outline, 0, len(outline.text))
    return read_published(list(claims(page, furniture, outline.text)), year, end)


ALL: dict[str, Any] = {
    "rows": {"发布日期": "2019-03-06"},
    "meta": {"pubdate": "2019-03-07 10:30"},
    "date_line": "时间：2019-03-08 来源：本站",
    "listed": date(2019, 3, 9),
    "url": "https://www.example.gov.cn/201903/t20190311_1.html",
}


@pytest.mark.parametrize(
    ("without", "winner"),
    [
        ((), date(2019, 3, 6)),
        (("rows",), date(2019, 3, 7)),
        (("rows", "meta"), date(2019, 3, 8)),
        (("rows", "meta", "date_line"), date(2019, 3, 9)),
        (("rows", "meta", "date_line", "listed"), date(2019, 3, 10)),
        (("rows", "meta", "date_line", "listed", "colophon"), date(2019, 3, 11)),
    ],
)
def test_the_order_of_evidence(without: tuple[str, ...], winner: date) -> None:
    given = {name: value for name, value in ALL.items() if name not in without}
    lines = [BODY] if "colophon" in without else [BODY, "2019年3月10日"]
    found = published(lines, **given)
    assert found.day == winner
    assert found.claims[0].value == winner


def test_losing_dates_are_kept_behind_the_winner() -> None:
    found = published([BODY, "2019年3月10日"], **ALL)
    assert [claim.source for claim in found.claims] == ["index-table", "meta", "page-line", "list", "colophon", "url"]


def test_a_date_before_the_period_ends_loses_and_is_found() -> None:
    found = published([BODY], rows={"发布日期": "2018-08-20"}, date_line="时间：2019-03-08")
    assert found.day == date(2019, 3, 8)
    assert [finding.rule for finding in found.findings] == ["publish-date-before-period-end"]
    assert [claim.source for claim in found.claims] == ["page-line", "index-table"]


def test_the_last_weeks_of_the_year_may_date_a_report_that_nothing_else_dates() -> None:
    found = published([BODY], date_line="时间：2018-12-20", url="https://www.example.gov.cn/202104/t20210430_1.html")
    assert (found.day, [claim.source for claim in found.claims]) == (date(2018, 12, 20), ["page-line", "url"])
    assert published([BODY, "2019年1月8日"], date_line="时间：2018-12-20").day == date(2019, 1, 8)


def test_without_a_stated_period_the_last_two_months_may_date_it_as_well() -> None:
    assert published([BODY], date_line="时间：2018-11-15", end=None).day == date(2018, 11, 15)
    assert published([BODY], date_line="时间：2018-10-15", end=None).day is None
    assert published([BODY], date_line="时间：2018-11-15", end=date(2018, 12, 31)).day is None


def test_only_impossible_dates_give_no_date() -> None:
    found = published([BODY], date_line="时间：2017-08-20")
    assert found.day is None
    assert found.claims[0].value == date(2017, 8, 20)


def test_a_period_that_ends_too_late_does_not_rule_out_the_date() -> None:
    assert published([BODY], date_line="时间：2019-01-20", end=date(2019, 12, 31)).day == date(2019, 1, 20)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("发布日期：2019-03-26 16:28", date(2019, 3, 26)),
        ("发布时间:2019年3月26日 浏览次数:12", date(2019, 3, 26)),
        ("信息提供日期 : 2019-01-16 15:50", date(2019, 1, 16)),
        ("来源：柳河县人民政府 2019-01-22 11:40:11 字号：大 中 小", date(2019, 1, 22)),
        ("2019-01-22 点击：35", date(2019, 1, 22)),
        ("更新时间：2020-05-01 发布时间：2019-01-22", date(2019, 1, 22)),
        ("时 间 ：2019-01-22", date(2019, 1, 22)),
        ("作者：办公室 日期：2019/1/22", date(2019, 1, 22)),
    ],
)
def test_reads_the_line_under_the_heading(line: str, day: date) -> None:
    assert published([BODY], date_line=line).day == day
    assert published(["柳河县2018年政府信息公开年报", line, BODY]).day == day


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("2019年1月22日", date(2019, 1, 22)),
        ("二〇一九年一月二十二日", date(2019, 1, 22)),
        ("柳河县教育局 2019年1月22日", date(2019, 1, 22)),
        ("柳河县教育局2019年1月22日", date(2019, 1, 22)),
        ("（此件公开发布）2019年1月22日", date(2019, 1, 22)),
        ("填报日期：2019年1月22日", date(2019, 1, 22)),
        ("2019122日", None),
        ("2019212日", date(2019, 2, 12)),
        ("2019.1.22", date(2019, 1, 22)),
        ("截至2019年1月22日", None),
        ("本办法自2019年1月22日起施行", None),
        ("信息数 | 条 | 20190122", None),
        ("电话 | 2019122", None),
    ],
)
def test_reads_the_date_that_signs_a_report(foot: str, day: date | None) -> None:
    assert published([BODY, foot]).day == day


def test_reads_a_date_that_ends_a_text_of_one_line() -> None:
    assert published([BODY + "特此报告。 柳河县教育局 2019年1月22日"]).day == date(2019, 1, 22)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.gov.cn/zwgk/201901/t20190122_1.html", date(2019, 1, 22)),
        ("https://a.gov.cn/art/2019/1/22/art_1_2.html", date(2019, 1, 22)),
        ("https://a.gov.cn/c/2019-01-22/6835337.shtml", date(2019, 1, 22)),
        ("https://a.gov.cn/nw12344/20190122/4a03b5.html", date(2019, 1, 22)),
        ("https://a.gov.cn/col/201901/157a95c3.shtml", None),
        ("https://a.gov.cn/content/post_20190122.html", None),
        ("https://a.gov.cn/info/13951/728740.htm", None),
    ],
)
def test_reads_the_day_in_an_address(url: str, day: date | None) -> None:
    assert published([BODY], url=url).day == day


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        ({"发布日期": "2019-03-06", "成文日期": "2019-03-01"}, date(2019, 3, 6)),
        ({"成文日期": "2019年03月01日"}, date(2019, 3, 1)),
        ({"发布日期": "20190306"}, date(2019, 3, 6)),
        ({"发布日期": "", "公开日期": "2019-03-07"}, date(2019, 3, 7)),
        ({"发 布 日 期": "2019-03-06"}, date(2019, 3, 6)),
        ({"索引号": "2019-03-06"}, None),
    ],
)
def test_reads_the_index_table(rows: dict[str, str], day: date | None) -> None:
    assert published([BODY], rows=rows).day == day


def test_a_time_of_day_gives_an_aware_moment() -> None:
    found = published([BODY], meta={"pubdate": "2019-03-07 10:30"})
    assert found.moment == datetime(2019, 3, 7, 10, 30, tzinfo=CHINA)
    assert published([BODY], meta={"pubdate": "2019-03-07"}).moment is None


def test_the_time_may_stand_at_another_place_of_the_same_day() -> None:
    found = published([BODY], rows={"发布日期": "2019-03-06"}, date_line="发布时间：2019-03-06 09:15")
    assert found.moment == datetime(2019, 3, 6, 9, 15, tzinfo=CHINA)


def test_a_page_without_a_date_has_none() -> None:
    assert published([BODY]) == Published(None, None, (), ())


@pytest.mark.parametrize(
    "path",
    [
        "2019-03/11/content_7.htm", "2019/0311/7.html", "201903/11/7.html", "2019/03-11/7.shtml", "2019_03/11/7.html",
        "20190311/7.html", "c/20190311.html", "c/20190311101530.shtml", "201903/20190311_7.html", "content-20190311-7.html",
    ],
)  # fmt: skip
def test_an_address_may_hold_its_day_in_several_forms(path: str) -> None:
    assert published([BODY], url=f"https://www.example.gov.cn/{path}").day == date(2019, 3, 11)


@pytest.mark.parametrize("path", ["2019/1233/7.html", "2019031177/7.html", "id/2019031177", "2019/0311.html"])
def test_other_numbers_of_an_address_are_no_day(path: str) -> None:
    assert published([BODY], url=f"https://www.example.gov.cn/{path}").day is None


SIGNED = [("柳河县人民政府", "2019年3月10日"), ("柳河县林业局办公室", "二〇一九年三月十日"), ("大河镇人民政府 2019.3.10",)]


@pytest.mark.parametrize("signature", SIGNED)
def test_a_signature_before_a_long_form_dates_the_report(signature: tuple[str, ...]) -> None:
    body = ["本报告所列数据统计至2018年12月31日，全年公开信息8条。", *signature]
    assert published([*body, *["制发规范性文件总数 | 件 | 0"] * 60]).day == date(2019, 3, 10)


@pytest.mark.parametrize(
    "line",
    [
        "版权所有 柳河县 最后更新：2021年7月6日", "关于我们 | 网站地图 2021-07-06", "您是第77位访问者 更新时间：2021-7-6",
        "技术支持：某中心 更新日期：2021-07-06",
    ],
)  # fmt: skip
def test_the_day_of_a_sites_foot_is_none_of_the_page(line: str) -> None:
    assert published([BODY], date_line=line).day is None
    assert published(["大河镇2018年政府信息公开年报", line]).day is None
    assert published([BODY], date_line=f"发布时间：2019-03-08 来源：县政府 {line}").day == date(2019, 3, 8)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("柳河县水务局办公室　　2019年1月18日印发", date(2019, 1, 18)),
        ("柳河县水务局　二〇一九年一月十八日印发", date(2019, 1, 18)),
        ("二〇一九年元月十八日", date(2019, 1, 18)),
        ("柳河县水务局 2019年元月18号", date(2019, 1, 18)),
        ("《柳河县水库管理办法》2019年3月2日印发", None),
        ("全县水利工作要点于2019年3月2日印发", None),
    ],
)
def test_a_document_may_end_with_the_day_it_was_printed(line: str, day: date | None) -> None:
    assert published([BODY, BODY, line]).day == day
