"""Small pages of reports, read from end to end as a crawl on one day in 2026 reads them."""

from __future__ import annotations

from datetime import UTC, datetime

from crawler.evidence import page_of
from pipelines.extract import read
from pipelines.items import Page, Reading, Report

ADDRESS = "https://www.example.gov.cn/a.html"


def reading_of_page(body: str, title: str, url: str = ADDRESS) -> Reading:
    """What a page with this body and title tag says."""
    text = f'<html><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>'
    page = page_of(text.encode(), url, "text/html", family="generic", fetched_at=datetime(2026, 3, 1, tzinfo=UTC))
    assert isinstance(page, Page)
    return read(page)


def report_of_page(body: str, title: str, url: str = ADDRESS) -> Report:
    """The one report of such a page."""
    (report,) = reading_of_page(body, title, url).reports
    return report
