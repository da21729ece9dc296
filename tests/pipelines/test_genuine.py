"""The verdict on a page: each way in which words are put in, and the many genuine pages that only look so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipelines.extract import fill
from pipelines.genuine import verdict
from pipelines.genuineness.offices import is_foreign_name, is_no_office
from pipelines.genuineness.places import foreign_in_title
from pipelines.genuineness.running import is_trade_domain
from pipelines.genuineness.words import hits, plain
from pipelines.items import Hijack
from tests.labelled.genuine.score import CASES, reading_of
from tests.labelled.genuine.shapes import Case

BY_NAME = {case.name: case for case in CASES}


def judged(case: str | Case) -> Hijack:
    reading = reading_of(BY_NAME[case] if isinstance(case, str) else case)
    return reading.reports[0].hijacked


@pytest.mark.parametrize(
    "words", ["www. 12345.com", "澳门新葡京", "德赢VWIN", "hbdiao", "海棠直播", "某某棋牌娱乐平台", "博彩·app"]
)
def test_other_words_in_the_publishers_place_are_a_hijack(words: str) -> None:
    found = judged(Case("x", "hijacked", swaps=(("永嘉县人民政府", words), ("永嘉县", words))))
    assert found.verdict == "hijacked"
    assert f"publisher: {words}" in found.evidence


def test_the_true_publisher_is_found_again_and_the_evidence_says_how() -> None:
    reading = reading_of(BY_NAME["name-town"])
    report = reading.reports[0]
    assert report.hijacked.verdict == "hijacked"
    if report.publisher is not None:
        assert report.publisher_inferred
        assert any(line.startswith("rebuilt: ") for line in report.hijacked.evidence)


def test_a_report_whose_topic_phrase_was_replaced_is_still_a_report_and_reads_as_one() -> None:
    reading = reading_of(BY_NAME["topic-live-breaks-form"])
    report = reading.reports[0]
    assert reading.is_annual_report
    assert report.title == "永嘉县2021年政府信息公开工作年度报告"
    assert report.title_as_printed == "永嘉县2021年九秀直播工作年度报告"
    assert (report.publisher, report.report_year) == ("永嘉县人民政府", 2021)
    assert report.hijacked.evidence[0] == "topic: 九秀直播"


def test_words_of_no_known_kind_are_found_where_only_the_topic_phrase_can_stand() -> None:
    assert "topic: 山茶花开六号" in judged("topic-unknown-words").evidence


def test_words_of_no_known_kind_are_found_where_only_an_office_can_stand() -> None:
    assert judged("late-name-sms").verdict == "hijacked"


@pytest.mark.parametrize("law", ["道路运输", "招标投标法实施", "保守国家秘密法实施", "政府信息公开"])
def test_another_regulation_is_not_taken_for_the_replaced_one(law: str) -> None:
    assert reading_of(Case("x", "genuine", extra=f"依据《中华人民共和国{law}条例》公开3条。")).stranger is None


def test_a_person_may_vouch_for_a_host_in_the_registry() -> None:
    case = BY_NAME["mirror-path-and-text"]
    reading = reading_of(case)
    assert reading.reports[0].hijacked.verdict == "mirror"
    vouched = verdict(reading, reading.reports[0], frozenset({"www.acmebearing.com"}))
    assert vouched.verdict == "genuine"
    assert "registry: www.acmebearing.com" in vouched.evidence


def test_gov_cn_alone_proves_nothing_and_its_absence_neither() -> None:
    assert judged("hidden-none").verdict == "injected"
    no_name = replace(reading_of(BY_NAME["phone-mobile"]).reports[0], publisher=None)
    assert verdict(reading_of(BY_NAME["phone-mobile"]), no_name).verdict == "unknown"
    assert judged("host-ip").verdict == "genuine", "name, telephone and SiteIDCode agree"


def test_a_telephone_of_another_place_keeps_a_page_from_being_called_genuine() -> None:
    found = judged(Case("x", "genuine", phone="0817-2222100"))
    assert found.verdict == "unknown"
    assert any("0817" in line for line in found.evidence)


def test_a_disguised_page_is_disguised_wherever_it_stands() -> None:
    assert [judged(name).verdict for name in ("disguised-gov", "disguised-ip")] == ["disguised", "disguised"]


def test_the_strongest_verdict_wins_and_keeps_the_signs_of_all() -> None:
    farm = "<div style='display:none'><a href='http://a1.top'>新葡京</a><a href='http://a2.top'>百家乐</a></div>"
    found = judged(Case("x", "hijacked", swaps=(("永嘉县", "澳门新葡京"),), after=farm))
    assert found.verdict == "hijacked"
    assert any(line.startswith(("link: ", "hidden: ")) for line in found.evidence)


@pytest.mark.parametrize(
    "publisher",
    [
        "柳河县公安局",
        "金沙县",
        "柳河县体育局",
        "皇冠镇",
        "太阳城镇",
        "六盘水市福利彩票发行中心",
        "六盘水市体育彩票管理中心",
        "平台街道",
        "澳门路街道",
        "棋牌运动管理中心",
        "CBD管委会",
    ],
)
def test_offices_with_suspicious_looking_names_stay_offices(publisher: str) -> None:
    assert not is_foreign_name(publisher)
    assert foreign_in_title(f"{publisher}2016年政府信息公开工作年度报告") is None


@pytest.mark.parametrize(
    "name",
    [
        "中国体育彩票市统计局",
        "澳门特区赌场,澳门博彩业网址交通运输局",
        "美高梅娛樂城办公厅",
        "新 葡 京",
        "新葡京博彩官网区人民政府",
        "ｗｗｗ．５５１８．ｃｏｍ",
        "ВЕТ县人民政府",
    ],
)
def test_an_offices_tail_does_not_make_an_office(name: str) -> None:
    assert is_foreign_name(name)


def test_a_school_or_station_is_an_office_and_a_slogan_is_none() -> None:
    assert [is_no_office(name) for name in ("育才第一中学", "广播电视台", "山茶花开六号", "永嘉县")] == [
        False,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("domain", "trade"),
    [
        ("hg0088.com", True),
        ("www.57365.com", True),
        ("12306.cn", False),
        ("0577yj.com", False),
        ("www.9170.gov.cn", False),
        ("66wz.com", False),
        ("a.bet", True),
        ("com", False),
    ],
)
def test_knows_how_gambling_sites_are_named(domain: str, trade: bool) -> None:
    assert is_trade_domain(domain) is trade


def test_a_harmless_phrase_is_harmless_until_it_is_made_a_place() -> None:
    assert hits("体育彩票公益金", "trade") == []
    assert [hit.word.word for hit in hits("中国体育彩票市统计局", "trade")] == ["彩票"]


def test_traditional_forms_of_the_words_are_found() -> None:
    assert {hit.word.word for hit in hits(plain("澳門百家樂，娛樂城"), "brand", "trade")} >= {"百家乐", "娱乐城"}


HOSTILE = [
    "永" * 10_000,
    "(" * 300 + "a+)+$" * 40,
    "[永嘉县|.*?{9999}",
    "а" * 500 + "县",
    "永嘉县、" * 400,
    "www." * 2000,
    "\\1\\2(?P<x>",
    "赌" * 5000,
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_names_are_judged_and_nothing_breaks(words: str) -> None:
    case = Case("x", "genuine", swaps=(("永嘉县", words.replace("<", "")),))
    for report in reading_of(case).reports:
        assert not [one for one in report.findings if one.rule == "extraction-failed"]


@pytest.mark.parametrize(
    "block",
    [
        "<div style='display:none'>" * 3000,
        "<a href='http://[bad'>新葡京</a>" * 50,
        "<a href='http://x" + "y" * 9000 + "'>赌场</a>",
        "<div style='" + "left:-" * 4000 + "'>x</div>",
        "<marquee>" * 500,
    ],
)
def test_hostile_markup_is_judged_and_nothing_breaks(block: str) -> None:
    for report in reading_of(Case("x", "genuine", after=block)).reports:
        assert not [one for one in report.findings if one.rule == "extraction-failed"]


def test_a_verdict_is_the_same_each_time() -> None:
    reading = reading_of(BY_NAME["visible-farm"])
    first = reading.reports[0].hijacked
    assert fill(reading).reports[0].hijacked == first
