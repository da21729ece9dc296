"""Pages made to stall, from their bytes to their record: bounded work, a finding where a budget ends, nothing wrong stored."""

from datetime import UTC, datetime

import pytest

from crawler.evidence import page_of
from pipelines.extract import read
from pipelines.items import Fact, Page, Reading
from pipelines.outline import MAX_SLOTS, MAX_TEXT
from pipelines.record import records
from pipelines.validate import check
from tests.pipelines.bad_pages import BAD, CUT, OVER_BUDGET, TRUE, page

FORMS = {"colspan 100000", "400 digits", "negative counts", "a form filled with text"}


def _read_bytes(body: bytes) -> Reading:
    url, read_at = "https://www.example.gov.cn/a.html", datetime(2017, 3, 1, tzinfo=UTC)
    found = page_of(body, url, "text/html; charset=utf-8", "generic", fetched_at=read_at)
    assert isinstance(found, Page)
    return read(found)


def _read(what: str) -> Reading:
    return _read_bytes(page(BAD[what]()))


def _facts(what: str, origin: str) -> list[Fact]:
    return [fact for fact in _read(what).reports[0].facts if fact.origin == origin]


@pytest.mark.parametrize("what", BAD)
def test_a_bad_page_is_read_within_its_budget_and_nothing_is_a_figure_but_what_the_sentences_say(what: str) -> None:
    reading = _read(what)
    outline = reading.outline
    assert len(outline.text) < 2 * MAX_TEXT
    assert sum(len(grid.slots) * len(grid.slots[0]) for grid in outline.grids) <= MAX_SLOTS
    (report,) = reading.reports
    assert report.title == "青蒿县2016年政府信息公开工作年度报告"
    rules = {finding.rule for finding in report.findings}
    assert ("over-budget" in rules, "page-cut" in rules) == (what in OVER_BUDGET, what in CUT)
    assert "extraction-failed" not in rules
    stated = {(fact.code, fact.value) for fact in report.facts if what not in FORMS or fact.origin == "prose"}
    assert stated == (set() if what in OVER_BUDGET else TRUE)


@pytest.mark.parametrize("what", ["400 digits", "negative counts", "a form filled with text"])
def test_a_cell_that_is_no_count_is_kept_as_text_without_a_value(what: str) -> None:
    facts = _facts(what, "form")
    assert facts
    assert {(fact.meaning, fact.value) for fact in facts} == {("text", None)}
    assert all(fact.raw for fact in facts)


def test_a_span_over_a_hundred_thousand_columns_moves_no_figure() -> None:
    found = {fact.code: fact.value for fact in _facts("colspan 100000", "form")}
    assert found == {"normative_documents.issued": 3, "channel.gazette": 4}


@pytest.mark.parametrize("what", ["400 digits", "negative counts", "100,000 nested tables"])
def test_the_rules_and_the_record_take_a_bad_page_too(what: str) -> None:
    reading = _read(what)
    assert all(finding.rule and finding.message for finding in check(reading.reports[0]))
    assert records(reading)[0]["report_year"] == 2016


def test_a_page_that_is_cut_and_no_report_says_so() -> None:
    reading = _read_bytes(f"<html><body>{'<div>' * 5000}公告</body></html>".encode())
    assert not reading.is_annual_report
    assert reading.why.endswith("was cut")


def test_paragraphs_that_leave_an_element_open_are_read_to_the_end() -> None:
    """Each stands inside the one before: the parser's ordinary bound of 255 levels would lose what follows."""
    outline = _read_bytes(page("".join(f"<p><font>第{n}段" for n in range(300)) + "<p>最后一段")).outline
    assert "最后一段" in outline.text
    assert not outline.cut
