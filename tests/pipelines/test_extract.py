"""Pages read from end to end: the seeds as documents, merged and bad pages."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from html import escape
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from crawler.evidence import page_of
from pipelines import extract
from pipelines.extract import ExtractPipeline, read
from pipelines.items import AttachmentLink, Encoding, Page, Reading, Report, View

SHARED = Path(__file__).parents[2].parent / "shared"
READ_AT = datetime(2026, 1, 1, tzinfo=UTC)
SEEDS = ("000_f86300e4f88928ae", "001_011591719922f726", "002_a3d1411ab4aa9b7d", "003_eab2e8a99edea974", "004_564ee96d51f4a710")
PLAIN_FIELDS = (
    "title", "title_as_printed", "publisher", "publisher_as_printed", "compiled_by", "level", "report_year", "form_edition",
    "index_number",
    "issuing_office", "topic", "document_number", "source_media",
)  # fmt: skip


def gold(seed: str) -> tuple[bytes, dict[str, Any]]:
    file = SHARED / "seeds" / f"{seed}.txt"
    if not file.exists():
        pytest.skip("the seed documents are not beside this checkout")
    wanted = json.loads((SHARED / "gold" / "seeds.json").read_text(encoding="utf-8"))
    return file.read_bytes(), next(entry for entry in wanted if entry["seed"] == file.name)


def page(lines: str, **view: Any) -> Page:
    root = html.Element("div")
    for line in lines.split("\n"):
        html.etree.SubElement(root, "p").text = line
    return Page("https://www.example.gov.cn/a.html", READ_AT, b"", None, lines, Encoding("utf-8"), View("generic", root, **view))


def in_paragraphs(text: str) -> bytes:
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in text.split("\n"))
    return f"<html><head><meta charset='utf-8'></head><body>{lines}</body></html>".encode()


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", ["text/plain", "text/html"])
def test_every_field_of_the_seeds_comes_out(seed: str, kind: str) -> None:
    body, wanted = gold(seed)
    evidence = page_of(body if kind == "text/plain" else in_paragraphs(body.decode()), "file:///seed", kind, fetched_at=READ_AT)
    assert isinstance(evidence, Page)
    reading = read(evidence)
    assert reading.is_annual_report
    (report,) = reading.reports
    assert {name: getattr(report, name) for name in PLAIN_FIELDS if name in wanted} == {
        name: wanted[name] for name in PLAIN_FIELDS if name in wanted
    }
    assert report.period is not None
    assert [day.isoformat() for day in report.period] == wanted["period"]
    assert (report.publish_date.isoformat() if report.publish_date else None) == wanted.get("publish_date")
    assert (report.published_at.isoformat() if report.published_at else None) == wanted.get("published_at")
    for name, value in wanted.get("contact", {}).items():
        assert getattr(report.contact, name.removesuffix("_as_printed")) == value
    assert (report.hijacked.verdict == "hijacked") is wanted["hijacked"]


@pytest.mark.parametrize(
    ("seed", "rules"),
    [
        (SEEDS[0], {"form-missing"}),
        (SEEDS[1], {"period-lost-characters", "email-lost-at"}),
        (SEEDS[2], {"section-numbering", "form-missing"}),
        (SEEDS[3], {"publish-date-before-period-end", "form-missing"}),
        (SEEDS[4], {"announced-parts"}),
    ],
)
def test_what_is_odd_in_the_seeds_becomes_findings(seed: str, rules: set[str]) -> None:
    body, _ = gold(seed)
    evidence = page_of(body, "file:///seed", "text/plain", fetched_at=READ_AT)
    assert isinstance(evidence, Page)
    assert {finding.rule for finding in read(evidence).reports[0].findings} == rules


def test_only_the_rebuilt_publisher_is_inferred() -> None:
    inferred = []
    for seed in SEEDS:
        evidence = page_of(gold(seed)[0], "file:///seed", "text/plain", fetched_at=READ_AT)
        assert isinstance(evidence, Page)
        inferred.append(read(evidence).reports[0].publisher_inferred)
    assert inferred == [False, False, False, False, True]


def town_report(year: int, count: int) -> str:
    return f"""大河镇{year}年政府信息公开年度报告
本报告由大河镇人民政府编制，数据统计期限为{year}年1月1日至{year}年12月31日。
一、概述
{year}年，我镇按照上级部署推进政府信息公开工作，完善制度，明确人员，落实责任，做到及时发布、全面发布，接受群众监督，取得较好效果，得到群众好评。
二、主动公开情况
全年主动公开政府信息{count}条。
三、依申请公开情况
全年未收到公开申请。
四、复议和诉讼情况
没有发生行政复议和行政诉讼。
五、存在的问题和改进措施
公开内容还不够全面，下一步充实队伍，加强学习，提高质量，拓宽渠道，方便群众查询。
大河镇人民政府
{year + 1}年1月20日"""


def test_two_merged_reports_are_read_apart() -> None:
    reading = read(page(town_report(2016, 71) + "\n" + town_report(2017, 82), heading="大河镇政府信息公开年度报告"))
    first, second = reading.reports
    assert [report.title for report in reading.reports] == [
        "大河镇2016年政府信息公开年度报告",
        "大河镇2017年政府信息公开年度报告",
    ]
    assert (first.report_year, second.report_year) == (2016, 2017)
    assert (first.publish_date, second.publish_date) == (date(2017, 1, 20), date(2018, 1, 20))
    totals = [[fact.value for fact in report.facts if fact.code == "disclosure.total"] for report in reading.reports]
    assert totals == [[71], [82]]


def test_each_fact_stands_once_and_where_it_says() -> None:
    reading = read(page(town_report(2016, 71)))
    facts = reading.reports[0].facts
    assert facts
    assert all(reading.outline.text[fact.place.start : fact.place.end] == fact.raw for fact in facts)
    keys = [(fact.code, fact.applicant, fact.category, fact.origin, fact.place) for fact in facts]
    assert len(keys) == len(set(keys))


def test_a_decoy_has_no_report() -> None:
    reading = read(page("各乡镇：\n现将有关事项通知如下", heading="关于做好2018年政府信息公开年度报告编制工作的通知"))
    assert (reading.is_annual_report, reading.reports) == (False, [])


def test_a_missing_form_is_uncertain_where_files_are_attached() -> None:
    link = AttachmentLink("https://www.example.gov.cn/a.xls", "统计表")
    found = [
        [finding.outcome for finding in read(one).reports[0].findings if finding.rule == "form-missing"]
        for one in (page(town_report(2016, 71)), page(town_report(2016, 71), attachments=(link,)), page(town_report(2013, 71)))
    ]
    assert found == [["fail"], ["uncertain"], []]


def test_a_text_over_budget_gives_fields_and_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "LONGEST_TEXT", 200)
    report = read(page(town_report(2016, 71))).reports[0]
    assert report.title == "大河镇2016年政府信息公开年度报告"
    assert report.facts == []
    assert "over-budget" in [finding.rule for finding in report.findings]


def test_a_stage_that_fails_loses_nothing_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise ValueError("bad table")

    monkeypatch.setattr(extract, "form_facts", broken)
    report = read(page(town_report(2016, 71))).reports[0]
    assert report.title == "大河镇2016年政府信息公开年度报告"
    assert any(fact.code == "disclosure.total" for fact in report.facts)
    assert [finding.message for finding in report.findings if finding.rule == "extraction-failed"] == [
        "forms: ValueError: bad table"
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "\ufffd\ue000" * 100,
        "（" * 3000 + "政府信息公开" * 3000,
        "统计期限自" + "1" * 5000 + "年" * 5000 + "至" * 5000,
        "地址：" * 4000 + "电话" * 4000,
        "政府信息公开年度报告\n" * 3000,
        "由" * 5000 + "编制",
        "一、\n" * 3000,
        "2018年-" * 4000,
        "我镇" + "大河镇" * 4000,
        "a@" * 5000 + "www." * 5000,
        "各" * 5000 + "：",
        "公布" * 3000 + "2018年政府信息公开年度报告",
        "2018年1月1日至" * 2000,
    ],
)
def test_hostile_text_never_raises(lines: str) -> None:
    reading = read(page(lines, heading=lines[:5000], title=lines[:5000], date_line=lines[:5000], rows={"索引号": lines[:5000]}))
    assert all(finding.rule != "extraction-failed" for report in reading.reports for finding in report.findings)


def test_the_stage_fills_a_reading_and_passes_others_through() -> None:
    source = page(town_report(2016, 71))
    filled = read(source)
    empty = Reading(source, filled.outline, True, "", [Report(0, len(filled.outline.text))])
    assert ExtractPipeline().process_item(empty).reports[0].title == filled.reports[0].title
    assert ExtractPipeline().process_item(None) is None


def test_the_same_page_gives_the_same_reading_every_time() -> None:
    assert read(page(town_report(2016, 71))).reports == read(page(town_report(2016, 71))).reports
