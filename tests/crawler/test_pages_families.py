from pathlib import Path

import pytest

from crawler.pages.base import IndexPage
from crawler.pages.document import date_in, parse, squeeze, text_of
from crawler.pages.families import FAMILIES, classes_of, recognise
from crawler.pages.trs import Pager, read_pager
from crawler.pages.wordings import is_navigation, looks_like_report, names_column, slug_of_column

ADDRESSES = Path(__file__).with_name("real_addresses.tsv")
"""43 genuine addresses of annual reports, each with the family that its shape tells."""


def test_recognises_all_real_addresses_by_their_shape() -> None:
    rows = [line.split("\t") for line in ADDRESSES.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 43
    assert {url: recognise(url, "")[0] for _, url in rows} == {url: family for family, url in rows}


def test_an_unknown_page_is_recognised_by_marks_in_its_text() -> None:
    assert recognise("http://x.gov.cn/a/1.html", "<div class=TRS_Editor>") == ("trs", "mark in the page: TRS_Editor")
    assert recognise("http://x.gov.cn/a/1.html", "<p>plain</p>")[0] == "static"


def test_a_row_with_auto_takes_the_classes_of_the_recognised_family() -> None:
    assert classes_of("auto", "http://x.gov.cn/art/2020/1/2/art_1_2.html", "") == FAMILIES["hanweb"]
    assert classes_of("trs", "http://x.gov.cn/art/2020/1/2/art_1_2.html", "") == FAMILIES["trs"]


@pytest.mark.parametrize(
    ("call", "pager"),
    [
        ('createPageHTML(25, 0, "index", "shtml");', Pager(25, 0, "index", "shtml")),
        ('createPageHTML(63, 0, "index", "shtml", "black2", 435)', Pager(63, 0, "index", "shtml")),
        ("createPageHTML('page_div',5, 1,'fg','shtml',89)", Pager(5, 1, "fg", "shtml")),
        ('pageControl(4, 2, "index", "shtml", 10, 77)', Pager(4, 2, "index", "shtml")),
        ("function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){", None),
        ('createPageHTML(9, 0, "../../etc", "shtml")', None),
        ("var currentPage = 0; var countPage = 56;", Pager(56, 0, "index", "html")),
        ('$("#p").pagination("setPage", 2, 6)', Pager(6, 1, "index", "html")),
    ],
)
def test_reads_the_pager_calls_of_trs(call: str, pager: Pager | None) -> None:
    assert read_pager(f"<script>{call}</script>", "http://x.gov.cn/zw/index.html") == pager


def _next(family: str, url: str, html: str) -> list[str]:
    index_class, _ = FAMILIES[family]
    return [request.url.rpartition("/")[2] for request in index_class(parse(html), url, html).next_pages()]


def test_trs_counts_from_zero_so_page_two_is_index_1() -> None:
    script = '<script>createPageHTML(4, 0, "index", "html")</script>'
    assert _next("trs", "http://x.gov.cn/nb/", script) == ["index_1.html", "index_2.html", "index_3.html"]
    assert _next("trs", "http://x.gov.cn/nb/index_2.html", script.replace("4, 0", "4, 2")) == ["index_3.html"]


def test_trs_counts_from_one_where_the_link_behind_the_number_2_says_so() -> None:
    html = '<a href="index_2.html">2</a><script>createPageHTML(3, 0, "index", "html")</script>'
    assert _next("trs", "http://x.gov.cn/nb/index.html", html) == ["index_2.html", "index_3.html"]


def test_a_hostile_page_count_is_bounded() -> None:
    assert len(_next("trs", "http://x.gov.cn/nb/", '<script>createPageHTML(999999, 0, "index", "html")</script>')) <= 502


def test_reports_by_year_are_asked_for_back_to_2008() -> None:
    url = "http://x.gov.cn/module/xxgk/xxgkAnnualReport.jsp?area=001&fbtime=2018"
    index_class, _ = FAMILIES["hanweb"]
    entries = index_class(parse("<p></p>"), url, "", date_in("2012-03-01")).entries()
    assert [entry.url[-4:] for entry in entries] == ["2011", "2010", "2009", "2008"]
    assert all("area=001" in entry.url for entry in entries)


def test_a_list_never_offers_scripts_mails_or_other_schemes() -> None:
    links = (
        "javascript:go('2020年度报告')",
        "mailto:a@b.cn",
        "ftp://x.gov.cn/a",
        "data:text/html,x",
        "#top",
        "http://u:p@x.gov.cn/",
    )
    html = "".join(f'<li><a href="{link}">某县2020年度报告</a> 2021-01-02</li>' for link in links)
    assert IndexPage(parse(html), "http://x.gov.cn/", html).entries() == []


@pytest.mark.parametrize(
    "title",
    ["某县2020年政府信息公开工作年度报告", "某乡2020年政府信息公开工作总结", "某鎮政府信息公開年報", "某镇2019年政府信…",
     "某局年度報(bào)告", "2018年度某某街道关于信息公开的报告"],
)  # fmt: skip
def test_titles_that_may_be_reports(title: str) -> None:
    assert looks_like_report(title)


@pytest.mark.parametrize("title", ["关于召开防汛会议的通知", "某县财政预算", "领导简介", "政府信息公开指南"])
def test_titles_that_are_clearly_other(title: str) -> None:
    assert not looks_like_report(title)


def test_names_of_annual_report_columns() -> None:
    names = ["政府信息公开年报", "政务信息公开年报", "政府信息公开年度报告", "信息公开年报", "年度报告", "年报专栏"]
    names.append("政府信息公开工作年度报告")
    assert all(names_column(name) for name in names)
    assert not any(names_column(name) for name in ["法治政府建设年度报告", "公开指南", "2020年政府信息公开年报"])


def test_folder_names_of_annual_report_columns() -> None:
    assert slug_of_column("http://x.gov.cn/bm/zfxxgknb_97478/index.html")
    assert slug_of_column("http://x.gov.cn/zwgk/zfxxgkndbg/2018n/")
    assert not slug_of_column("http://x.gov.cn/zwgk/tzgg/index.html")


def test_buttons_are_navigation_and_titles_are_not() -> None:
    assert all(is_navigation(text) for text in ["首页", "下一页", "末页", "更多>>", "12", "返回首页"])
    assert not is_navigation("某县2020年度报告")


def test_a_code_that_looks_like_a_date_is_none() -> None:
    assert date_in("2026-02-00018") is None
    assert date_in("2026-02-30") is None
    assert str(date_in("2026-\n01-\n23")) == "2026-01-23"
    assert str(date_in("（2019年3月5日）")) == "2019-03-05"


def test_a_line_broken_between_chinese_characters_is_joined() -> None:
    assert squeeze("政府信息公开工作\n   年度报告") == "政府信息公开工作年度报告"
    assert squeeze("Annual\n report  2020") == "Annual report 2020"


@pytest.mark.parametrize(
    "text",
    ["", "\0\0", "<", "<html", "<div>" * 20_000, "</p>" * 5000, "\ud800<p>x", "<table>" * 3000,
     '<?xml version="1.0" encoding="gbk"?><p>年</p>'],
    ids=range(9),
)  # fmt: skip
def test_no_text_makes_the_parser_raise(text: str) -> None:
    assert text_of(parse(text)) is not None
