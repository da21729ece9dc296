"""Whose report a line of a list is, by the list's own words."""

import json
from datetime import date
from typing import Any

import pytest
from lxml.html import document_fromstring, fromstring

from crawler.pages.base import Entry, entries_of
from crawler.pages.gkmlpt import GkmlptIndex
from crawler.pages.listing import ListingIndex
from crawler.pages.units import unit_named

HOST = "http://www.lanxi.example"
TITLE = "2019年度政府信息公开工作年度报告"
LINK = f"<a href=1.html>{TITLE}</a>"
HEADS = "<tr><th>单位</th><th>标题</th><th>日期</th></tr>"


def units(body: str) -> list[str | None]:
    return [entry.unit for entry in entries_of(document_fromstring(f"<html><body>{body}</body></html>"), HOST)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"<table>{HEADS}<tr><td>大垅乡</td><td>{LINK}</td><td>2020-01-20</td></tr></table>", ["大垅乡"]),
        (f"<ul><li><span>[清水镇人民政府]</span>{LINK}<em>2020-01-20</em></li></ul>", ["清水镇人民政府"]),
        (f"<h3>黄坪街道</h3><ul><li>{LINK}</li></ul><h3>乡镇年报</h3><ul><li>{LINK.replace('1', '2')}</li></ul>",
         ["黄坪街道", None]),
        (f"<table><tr><td>年份</td><td>大垅乡</td><td>小河镇</td></tr><tr><td>2019</td><td>{LINK}</td><td>"
         f"{LINK.replace('1.', '2.')}</td></tr></table>", ["大垅乡", "小河镇"]),
        (f"<dl><dt>大垅乡</dt><dd>{LINK}</dd><dt>小河镇</dt><dd>{LINK.replace('1.', '2.')}</dd></dl>", ["大垅乡", "小河镇"]),
        (f"<table><tr><td rowspan=2>大垅乡</td><td>{LINK}</td></tr><tr><td>{LINK.replace('1.', '2.')}</td></tr>"
         f"<tr><td>无</td><td>{LINK.replace('1.', '3.')}</td></tr></table>", ["大垅乡", "大垅乡", None]),
        (f"<ul><li>大垅乡：{LINK} {LINK.replace('1.', '2.')}</li></ul>", ["大垅乡", "大垅乡"]),
        (f"<div class=row><span>大垅乡</span>{LINK}<span>2020-01-02</span></div>", ["大垅乡"]),
        (f"<ul><li>{LINK} 发布机构：清水县民政局 2020-01-02</li></ul>", ["清水县民政局"]),
        (f"<ul><li>{LINK}<span>2020-01-02</span></li></ul>", [None]),
        (f"<table><tr><td rowspan=99999999999999999999>{LINK}</td></tr></table>", [None]),
    ],
    ids=["cell", "brackets", "heading", "column-a-town", "terms", "merged", "before", "blocks", "label", "nothing", "hostile"],
)  # fmt: skip
def test_the_unit_of_a_line(body: str, found: list[str | None]) -> None:
    assert units(body) == found


@pytest.mark.parametrize("text", ["乡镇年报", "各乡镇", "2019年", "单位", "", "公开" * 30, "市区", "当前位置：首页", "部门"])
def test_what_names_no_unit(text: str) -> None:
    assert unit_named(text) is None


def test_records_of_services_name_their_unit() -> None:
    record: dict[str, Any] = {"title": TITLE, "url": "/a/1.html", "pubDate": "2020-01-20", "orgName": "大垅乡人民政府"}
    said = json.dumps({"rows": [record, {**record, "url": "/a/2.html", "orgName": 7}], "total": 2})
    entries = ListingIndex(fromstring("<p>-</p>"), HOST, said).entries()
    assert entries[0] == Entry(f"{HOST}/a/1.html", TITLE, date(2020, 1, 20), "大垅乡人民政府")
    assert entries[1].unit is None
    article = {"title": TITLE, "url": f"{HOST}/gkmlpt/content/1/1/post_1.html", "date": "2020-01-20", "publisher": "小河镇"}
    api = GkmlptIndex(fromstring("<p>-</p>"), f"{HOST}/gkmlpt/api/all/8?page=1&sid=2", json.dumps({"articles": [article]}))
    assert [entry.unit for entry in api.entries()] == ["小河镇"]
