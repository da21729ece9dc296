"""Hijacked, disguised, genuine: by the publisher's own place and the host."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml import html

from pipelines.genuine import verdict
from pipelines.items import Damage, Encoding, Page, Report, View


def page(url: str = "https://www.example.gov.cn/a.html", *, disguised: bool = False) -> Page:
    damage = (Damage("pinyin-gloss", "gloss", 0.2, 0),) if disguised else ()
    return Page(url, datetime(2026, 1, 1, tzinfo=UTC), b"", None, "", Encoding("utf-8"), View("generic", html.Element("div")),
                damage=damage, disguised=disguised)  # fmt: skip


def report(title: str, publisher: str | None, printed: str | None = None, source: str | None = None) -> Report:
    return Report(
        0, 1, title=title, title_as_printed=title, publisher=publisher, publisher_as_printed=printed, source_media=source
    )


@pytest.mark.parametrize("words", ["www. 12345.com", "澳门新葡京", "德赢VWIN", "hbdiao", "海棠直播", "某某棋牌娱乐平台"])
def test_other_words_in_the_publishers_place_are_a_hijack(words: str) -> None:
    found = verdict(page(), report(f"{words}2016年政府信息公开工作年度报告", "柳河县林业局", words))
    assert found.verdict == "hijacked"
    assert f"publisher: {words}" in found.evidence


def test_a_host_under_gov_cn_with_a_publisher_is_genuine() -> None:
    found = verdict(page(), report("柳河县2016年政府信息公开年报", "柳河县人民政府", "柳河县"))
    assert (found.verdict, found.evidence) == ("genuine", ("host: www.example.gov.cn",))


@pytest.mark.parametrize(
    "url",
    ["file:///a.html", "https://www.example.com/a.html", "http://gov.cn.example.com/", "https://[bad/", "http://1.2.3.4:8080/"],
)
def test_another_host_is_unknown(url: str) -> None:
    assert verdict(page(url), report("柳河县2016年政府信息公开年报", "柳河县人民政府")).verdict == "unknown"


def test_no_publisher_is_unknown() -> None:
    assert verdict(page(), report("2016年政府信息公开年报", None)).verdict == "unknown"


def test_a_disguised_page_is_disguised_wherever_it_stands() -> None:
    found = verdict(page(disguised=True), report("柳河县2016年政府信息公开年报", "柳河县人民政府"))
    assert (found.verdict, found.evidence) == ("disguised", ("pinyin-gloss",))


def test_a_brand_in_the_source_alone_is_injected() -> None:
    found = verdict(page(), report("柳河县2016年政府信息公开年报", "柳河县人民政府", source="老虎机游戏"))
    assert found.verdict == "injected"


@pytest.mark.parametrize("publisher", ["柳河县公安局", "金沙县人民政府", "柳河县体育局", "皇冠镇人民政府", "柳河县民政局"])
def test_offices_with_suspicious_looking_names_stay_genuine(publisher: str) -> None:
    assert verdict(page(), report(f"{publisher}2016年政府信息公开年报", publisher, publisher)).verdict == "genuine"
