"""The division of a report: that of the column or site that carries it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from types import SimpleNamespace

from lxml import html

from pipelines.items import DivisionRef, Encoding, Listed, Page, Reading, Report, View
from pipelines.outline import Outline
from pipelines.place import PlacePipeline, place


@dataclass(frozen=True)
class Row:
    code: str
    name: str
    path: tuple[str, ...]


COUNTY = Row("990101", "柳河县", ("某省", "某市", "柳河县"))
TOWN = Row("990101102", "大河镇", ("某省", "某市", "柳河县", "大河镇"))
SITE = SimpleNamespace(division=COUNTY, columns=(SimpleNamespace(url="https://a.gov.cn/dhz/", division=TOWN),
                                                 SimpleNamespace(url="https://a.gov.cn/other/", division=None)))  # fmt: skip


def reading(listed_in: str | None) -> Reading:
    listed = Listed("年报", None, listed_in) if listed_in else None
    page = Page("https://a.gov.cn/1.html", datetime(2026, 1, 1, tzinfo=UTC), b"", None, "", Encoding("utf-8"),
                View("generic", html.Element("div")), site="liuhe", listed=listed)  # fmt: skip
    return Reading(page, Outline("", (), ()), True, "", [Report(0, 0)])


def test_a_report_belongs_to_the_division_of_its_column_before_that_of_its_site() -> None:
    stage = PlacePipeline(SITE)
    assert stage.process_item(reading("https://a.gov.cn/dhz/")).reports[0].division == DivisionRef(
        TOWN.code, TOWN.name, TOWN.path
    )
    assert stage.process_item(reading("https://a.gov.cn/other/")).reports[0].division.code == "990101"
    assert stage.process_item(reading(None)).reports[0].division.code == "990101"


def test_without_a_site_the_division_is_unknown() -> None:
    assert PlacePipeline().process_item(reading(None)).reports[0].division is None


def test_a_division_that_was_found_before_stays() -> None:
    known = DivisionRef("1", "甲", ("甲",))
    assert place(Report(0, 0, division=known), DivisionRef("2", "乙", ("乙",))) == known


def test_takes_the_site_of_the_spider_and_passes_other_items_through() -> None:
    stage = PlacePipeline.from_crawler(SimpleNamespace(spider=SimpleNamespace(site=SITE)))
    assert stage.of_site is not None
    assert stage.of_site.name == "柳河县"
    assert PlacePipeline.from_crawler(SimpleNamespace(spider=SimpleNamespace())).of_site is None
    assert stage.process_item(12) == 12
