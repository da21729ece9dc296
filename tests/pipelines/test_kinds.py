"""Pages of other kinds in the column of annual reports, and reports that look odd in it, are told apart (test_kinds.txt)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipelines.report_pages import reading_of_page

ABOVE = "<div class='nav'>首页 &gt; 政府信息公开 &gt; 政府信息公开年报</div>"
BESIDE = "<ul><li><a href='1.html'>岚桥县水务局2007年政府信息公开年报</a></li><li><a href='2.html'>公开指南</a></li></ul>"


def pages() -> Iterator[tuple[bool, str, str, str]]:
    """Each page of the table: is it a report, its heading, its title tag, its lines."""
    report = False
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            report = line == "= report"
        elif not line.startswith("#"):
            heading, tag, lines = (part.strip() for part in line.split(" | "))
            yield report, heading, tag, lines


@pytest.mark.parametrize(("report", "heading", "tag", "lines"), list(pages()))
def test_a_page_is_judged_by_what_it_says_of_itself(report: bool, heading: str, tag: str, lines: str) -> None:
    text = "".join(f"<p>{line}</p>" for line in lines.split("/"))
    page = f"{ABOVE}{BESIDE}<div class='article'><h1>{heading}</h1><div class='content'>{text}</div></div>"
    reading = reading_of_page(page, tag or f"{heading}_政府信息公开年报_柳河县政府网")
    assert reading.is_annual_report is report, reading.why
