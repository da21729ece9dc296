"""One page read from end to end: outline, classification, fields, forms, prose. Never raises for a bad page."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any

from pipelines import genuine
from pipelines.classify import reading_of
from pipelines.fields import read_fields
from pipelines.forms import form_facts
from pipelines.genuineness.hosts import host_of
from pipelines.genuineness.topic import as_printed
from pipelines.items import Fact, Finding, Page, Reading, Report
from pipelines.layout.markup import MAX_DEPTH, MAX_MARKUP
from pipelines.outline import MAX_SLOTS, MAX_TEXT
from pipelines.prose import prose_facts

LONGEST_TEXT = 400_000
"""Characters of one page's text up to which its figures are read; the longest real reports have about a tenth."""

_FIRST_FORM_YEAR = 2014
_FEWEST_ROWS = 15
"""A table with fewer figures in a report of before that year is the place's own, though its rows are named alike."""
_log = logging.getLogger(__name__)


def read(page: Page) -> Reading:
    """All that the page says: whether it is an annual report, and its reports with fields, facts and findings."""
    return fill(reading_of(page))


def fill(reading: Reading, vouched: frozenset[str] = frozenset()) -> Reading:
    """The same reading with the fields, facts and hijack verdict of each of its reports filled in.

    `vouched` are the hosts that the site's registry row names.
    """
    page = replace(reading.page, view=reading.restored) if reading.restored else reading.page
    for report in reading.reports:
        _attempt(report, "fields", partial(
            read_fields, page, reading.outline, report, reading, whole_page=len(reading.reports) == 1))  # fmt: skip
        report.findings += _cut_off(reading)
        # Before the figures: it looks at the whole tree of the page, which the processor still has near at hand.
        _attempt(report, "genuineness", partial(_judge, reading, report, vouched))
        if len(reading.outline.text) > LONGEST_TEXT:
            message = f"{len(reading.outline.text)} characters of text, over the budget of {LONGEST_TEXT}: figures are not read"
            report.findings.append(Finding("over-budget", "not_assessable", message))
        else:
            _read_figures(reading, report)
    return reading


def _cut_off(reading: Reading) -> list[Finding]:
    """A finding for a page of which something was left out; what was read of it stands."""
    size = len(reading.page.text)
    if size <= MAX_MARKUP and not reading.outline.cut:
        return []
    budget = f"{MAX_MARKUP} characters, {MAX_TEXT} of text, {MAX_DEPTH} levels of elements, {MAX_SLOTS} cells"
    message = f"a page of {size} characters is over its budget of {budget}; what comes after was not read"
    return [Finding("page-cut", "uncertain", message)]


def _judge(reading: Reading, report: Report, vouched: frozenset[str]) -> None:
    if reading.stranger and report.title_as_printed:
        report.title_as_printed = as_printed(report.title_as_printed, reading.stranger)
    report.hijacked = genuine.verdict(reading, report, vouched)


def _attempt(report: Report, stage: str, call: Callable[[], None]) -> None:
    """Runs one stage; if it fails, the report keeps what was read before and a finding says so, and the crawl goes on."""
    try:
        call()
    except Exception as error:
        _log.exception("%s failed on one report", stage)
        report.findings.append(Finding("extraction-failed", "not_assessable", f"{stage}: {type(error).__name__}: {error}"[:300]))


def _read_figures(reading: Reading, report: Report) -> None:
    facts: list[Fact] = []
    grids: list[int] = []

    def forms() -> None:
        form = form_facts(reading.outline, report.start, report.end, "form", report.report_year, report.publisher)
        own = form.edition == "2014" and (report.report_year or _FIRST_FORM_YEAR) < _FIRST_FORM_YEAR
        report.form_edition = None if own and len(form.facts) < _FEWEST_ROWS else form.edition
        facts.extend(form.facts)
        grids.extend(form.grids)

    def prose() -> None:
        facts.extend(prose_facts(reading.outline, report.report_year, report.start, report.end, report.publisher, grids))

    _attempt(report, "forms", forms)
    _attempt(report, "prose", prose)
    report.facts = _once(facts)
    if report.form_edition is None and (report.report_year or 0) >= _FIRST_FORM_YEAR:
        outcome = "uncertain" if reading.page.view.attachments else "fail"
        message = f"a report for {report.report_year} without the national form on its page"
        report.findings.append(Finding("form-missing", outcome, message))  # type: ignore[arg-type] # one of two literals


def _once(facts: list[Fact]) -> list[Fact]:
    """The facts in printed order, each place and meaning once."""
    found: list[Fact] = []
    start = end = -1
    for fact in sorted(facts, key=_WHERE):
        place = fact.place
        if place.start != start or place.end != end:  # nearly always
            start, end, here = place.start, place.end, len(found)
        elif any(_MEANT(other) == _MEANT(fact) for other in found[here:]):
            continue
        found.append(fact)
    return found


_WHERE = attrgetter("place.start", "place.end")
_MEANT = attrgetter("code", "applicant", "category", "origin", "value", "meaning")


class ExtractPipeline:
    """Scrapy stage. Needs a Reading from ClassifyPipeline; adds fields, facts, findings, hijack verdict; drops nothing.

    `site` is the registry row of the site that is crawled: it vouches for the hosts of its own addresses.
    """

    def __init__(self, site: Any = None) -> None:
        addresses = [*getattr(site, "start", ()), *(column.url for column in getattr(site, "columns", ()))]
        self.vouched = frozenset(filter(None, map(host_of, addresses)))

    @classmethod
    def from_crawler(cls, crawler: Any) -> ExtractPipeline:
        """The stage for the site that the crawler's spider walks."""
        return cls(getattr(crawler.spider, "site", None))

    def process_item(self, item: Any) -> Any:
        """The item; a Reading with its reports filled in."""
        return fill(item, self.vouched) if isinstance(item, Reading) else item
