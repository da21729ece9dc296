"""Which dates of a page are those of its publication, by the words before them."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.field.day_labels import Matter, days_of_line, has_day
from pipelines.items import Report
from tests.pipelines.report_pages import ADDRESS, report_of_page

TITLE = "汀溪县渡头镇人民政府2017年政府信息公开工作年度报告"
BODY = (
    "<p>一、概述</p><p>2017年，我镇把信息公开列入议事日程。</p><p>二、主动公开情况</p><p>2017年主动公开政府信息88条。</p>"
    "<p>三、依申请公开情况</p><p>全年收到政府信息公开申请2件，都已答复。</p><p>四、复议诉讼</p><p>没有因信息公开引起的行政复议、行政诉讼。</p>"
)


def report_of(body: str, url: str = ADDRESS, title: str = TITLE) -> Report:
    return report_of_page(body, title, url)


@pytest.mark.parametrize(
    "line",
    [
        "打印时间：2026-02-22 关闭窗口",
        "下一篇：关于放假的通知 2018-06-01",
        "备案号：湘ICP备05001234号 建站时间2018-05-01",
        "渡头镇2019年政府信息公开工作年度报告 2020-01-20",
        "县领导到渡头镇调研春耕生产工作 2018-04-03",
        "今天是2026年2月22日 星期日",
        "2026年2月22日 星期日",
        "北京时间：2026年2月22日",
        "有效期 | 2018-05-01 | 失效日期 | 2019-05-01",
        "会议时间：2018年4月3日",
        "截止日期：2018-04-03",
        "服务器时间：2018-04-03",
    ],
)
def test_a_date_of_another_matter_is_none_of_publication(line: str) -> None:
    assert not has_day(line)
    for body in (f"<div>{line}</div><h1>{TITLE}</h1><div>{BODY}</div>", f"<h1>{TITLE}</h1><div>{BODY}</div><div>{line}</div>"):
        assert report_of(body).publish_date is None
        dated = body.replace("</h1>", "</h1><div>发布时间：2018-01-20</div>")
        assert report_of(dated).publish_date == date(2018, 1, 20)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("发布时间：2018-03-05 08:30", Matter.PUBLISHED),
        ("时 间：2018年3月5日 浏览次数：12", Matter.PUBLISHED),
        ("来源：县政府办公室时间：2018-03-05", Matter.PUBLISHED),
        ("作者：admin　来源：本站　阅读：386 次　日期：2018-3-5 8:41:07", Matter.PUBLISHED),
        ("成文日期：2018-03-05", Matter.WRITTEN),
        ("渡头镇人民政府 2018-03-05", Matter.BARE),
        ("汀溪县人民政府办公室政务公开科 2018-03-05", Matter.BARE),
        ("2018-3-5 8:05:01", Matter.BARE),
        ("更新时间：2018-03-05", Matter.UPDATED),
    ],
)
def test_a_line_says_what_its_date_is(line: str, said: Matter) -> None:
    assert [(matter, day.value) for matter, day in days_of_line(line)] == [(said, date(2018, 3, 5))]


@pytest.mark.parametrize("line", ["发布时间：２０１８3月25日", "２０１８年３月２５日", "２０１8年325日", "　2018年3月25日　"])
def test_a_day_in_wide_digits_is_found_in_its_line(line: str) -> None:
    assert [day.value for _, day in days_of_line(line)] == [date(2018, 3, 25)]


def test_a_date_behind_the_pages_own_title_is_the_pages() -> None:
    line = f"{TITLE} 2018-03-05"
    assert [day.value for _, day in days_of_line(line, TITLE)] == [date(2018, 3, 5)]
    assert not has_day(line)


def test_the_day_of_publication_goes_before_the_day_of_writing() -> None:
    body = f"<div>成文日期：2018-03-01</div><h1>{TITLE}</h1><div>发布时间：2018-03-05</div><div>{BODY}</div>"
    assert report_of(body).publish_date == date(2018, 3, 5)


def test_the_address_goes_before_the_date_of_a_related_link() -> None:
    body = f"<h1>{TITLE}</h1><div>{BODY}</div><ul><li>渡头镇2019年政府信息公开工作年度报告 2020-01-20</li></ul>"
    assert report_of(body, "https://www.example.gov.cn/201801/t20180122_1.html").publish_date == date(2018, 1, 22)


def test_a_moment_in_ticks_is_a_day() -> None:
    meta = '</title><meta name="PubDate" content="1520208000000"><title>'
    assert report_of(f"<h1>{TITLE}</h1><div>{BODY}</div>", title=f"渡头镇{meta}").publish_date == date(2018, 3, 5)


def test_a_date_after_the_day_of_fetching_is_kept_as_a_losing_one() -> None:
    report = report_of(f"<h1>{TITLE}</h1><div>发布时间：2081-03-05</div><div>{BODY}</div>")
    assert report.publish_date is None
    assert [claim.value for claim in report.dates] == [date(2081, 3, 5)]
    assert "publish-date-after-fetch" in {finding.rule for finding in report.findings}
    other = report_of(f"<h1>{TITLE}</h1><div>发布时间：2081-03-05</div><div>{BODY}<p>渡头镇人民政府</p><p>2018年1月9日</p></div>")
    assert other.publish_date == date(2018, 1, 9)
