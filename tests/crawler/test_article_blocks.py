"""Which block of a page without a known container is its article: the paragraphs round a form belong to it."""

from __future__ import annotations

import pytest

from crawler.evidence import Problem, page_of
from pipelines.extract import read
from tests.pipelines.accuracy import CONTENT_TYPE, FETCHED

ROWS = "".join(f"<tr><td>（{number}）主动公开信息中第{number}类的数量</td><td>{number}</td></tr>" for number in range(1, 40))
BEFORE = "一、概述。本报告统计时间为2017年1月1日至2017年12月31日。"
AFTER = "三、2018年打算：把公开目录再理一遍。"


def article_text(body: str) -> str:
    page = page_of(
        f"<html><body>{body}</body></html>".encode(),
        "http://a.example/1.html",
        CONTENT_TYPE,
        family="generic",
        fetched_at=FETCHED,
    )
    assert not isinstance(page, Problem)
    return "".join(page.view.content.itertext())


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='wz'><p>{BEFORE}</p><section><section><table>{ROWS}</table></section></section><p>{AFTER}</p></div>",
        f"<article><h1>年报</h1><div><div class='r'><table>{ROWS}</table></div><p>{BEFORE}</p><p>{AFTER}</p></div></article>",
        f"<div class='wz'><div>{BEFORE}</div><div><table>{ROWS}</table></div><div><b>{AFTER}</b></div></div>",
        f"<table><tr><td><hr>{BEFORE}<br><table><tr><td><table>{ROWS}</table></td></tr></table>{AFTER}<br></td></tr></table>",
        f"<table><tr><td>{BEFORE}<br>{AFTER}</td></tr><tr><td><table>{ROWS}</table></td></tr></table>",
    ],
    ids=["in sections", "behind the table", "paragraphs drawn as blocks", "lines that only <br> parts", "in a row of its own"],
)
def test_the_paragraphs_beside_a_large_form_belong_to_the_article(body: str) -> None:
    text = article_text(body)
    assert BEFORE in text
    assert AFTER in text


def test_a_column_beside_a_form_and_the_rows_above_and_below_it_stay_outside_where_they_tell_nothing() -> None:
    column = "<td>公告：今日休馆。明日开馆。</td>"
    rows = f"<tr>{column}<td><table>{ROWS}</table></td></tr>"
    body = f"<table><tr><td>岚桥县农业局</td></tr>{rows}<tr><td>主办：岚桥县</td></tr></table>"
    text = article_text(body)
    assert "第7类" in text
    assert "休馆" not in text
    assert "主办" not in text


def test_what_stands_beside_the_article_without_a_sentence_stays_outside() -> None:
    text = article_text(
        f"<div><p>来源：办公室　日期：2018-02-03</p><div><p>{BEFORE}</p><table>{ROWS}</table></div><p>打印 关闭</p></div>"
    )
    assert BEFORE in text
    assert "来源" not in text
    assert "打印" not in text


def test_the_title_of_a_further_report_in_the_article_is_no_heading_of_the_page() -> None:
    first, second = (f"柳河县{office}2021年政府信息公开工作年度报告" for office in ("司法局", "信访局"))
    told = (
        "<p>一、总体情况。我局主动公开政府信息86条，没有收到公开申请，没有收取费用。</p>"
        "<p>二、行政复议和行政诉讼情况。没有发生行政复议、行政诉讼。</p>"
        "<p>三、存在的主要问题和改进措施。公开内容还不够全面，下一步加强培训。</p>" * 4
    )
    body = f"<title>年报 {first}</title><body><div>{first}</div><div class='wz'>{told}<h2>{second}</h2>{told}</div></body>"
    page = page_of(f"<html>{body}</html>".encode(), "http://a.example/1.html", CONTENT_TYPE, family="generic", fetched_at=FETCHED)
    assert not isinstance(page, Problem)
    assert page.view.heading is None
    reading = read(page)
    assert [(report.title, report.publisher) for report in reading.reports] == [(first, "柳河县司法局"), (second, "柳河县信访局")]
