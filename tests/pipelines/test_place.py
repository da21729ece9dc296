"""Placing: printed names, the evidence of a page, the registry, the pipeline stage, and what a hostile page may print."""

from __future__ import annotations

import asyncio
import importlib.util
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from pipelines.items import DivisionRef, Listed, PlaceVote, Reading, Report
from pipelines.place import PlacePipeline, place
from pipelines.placing.hosts import host_of, labels_of, spelling
from pipelines.placing.printed import mentions, read_name

ZHANGMU = {"publisher": "樟木乡人民政府", "year": 2020}


def _module(name: str) -> ModuleType:
    """The sibling file as a module: tests are no package, so it cannot be imported by name."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


placing_score = _module("placing_score")


def header(**case: Any) -> Any:
    """The placement of a report of 樟木乡 in 2020, unless `case` says otherwise."""
    return placing_score.place_header({**ZHANGMU, **case})


# --- printed names ---


@pytest.mark.parametrize(
    ("printed", "names", "rest"),
    [
        ("昆明市晋宁区二街镇人民政府", ["二街镇"], "人民政府"),
        ("玉屏县财政局", ["玉屏侗族自治县", "玉屏侗族自治县"], "财政局"),
        ("苏州工业园区管理委员会", ["苏州市"], "工业园区管理委员会"),
        ("国家税务总局海盐县税务局", ["海盐县"], "税务局"),
        ("清水县城乡建设局", ["清水县"], "城乡建设局"),
        ("兴化市沈𫭢镇人民政府", ["沈𫭢镇"], "人民政府"),
    ],
)
def test_a_name_is_read_from_the_left_with_what_follows(printed: str, names: list[str], rest: str) -> None:
    named = read_name(printed)
    assert named is not None
    assert ([one.name for one in named.divisions], named.rest) == (names, rest)


@pytest.mark.parametrize("printed", ["我镇", "县政府办公室", "教育局", "本级", "", "57365", "全县各乡镇"])
def test_a_name_without_a_place_says_nothing(printed: str) -> None:
    assert read_name(printed) is None


def test_a_longer_unknown_name_is_not_read_as_a_known_one_inside_it() -> None:
    named = read_name("江门口镇人民政府")
    assert named is not None
    assert (named.divisions, named.town, named.found) == ((), "江门口镇", False)


def test_running_text_gives_the_full_names_in_it() -> None:
    found = mentions("根据兴国县政府办公室通知，与赣州市有关单位商定")
    assert [one.divisions[0].name for one in found] == ["兴国县", "赣州市"]


# --- evidence ---


def test_a_township_alone_stays_open_with_its_candidates() -> None:
    placement = header()
    assert placement.division is None
    assert [one.code for one in placement.candidates] == ["360732201", "430421200"]
    assert "without its county" in placement.reason


def test_even_a_township_that_one_county_has_stays_open_without_evidence() -> None:
    placement = header(publisher="沈荡镇人民政府")
    assert (placement.division, [one.code for one in placement.candidates]) == (None, ["330424101"])


def test_what_was_printed_is_not_altered_and_the_votes_are_kept() -> None:
    placement = header(phone="0797-5224110")
    assert placement.division == DivisionRef("360732201", "樟木乡", ("江西省", "赣州市", "兴国县", "樟木乡"))
    assert placement.votes[:2] == (
        PlaceVote("publisher", "樟木乡人民政府", ("360732201", "430421200"), True),
        PlaceVote("phone", "0797-5224110", ("360700",), True),
    )


def test_a_copied_site_code_does_not_outweigh_the_telephone() -> None:
    placement = header(phone="0797-5224110", siteid="4304210001")
    assert (placement.division, len(placement.candidates)) == (None, 2)


def test_a_printed_county_outweighs_a_copied_template_and_says_so() -> None:
    placement = header(publisher="海盐县沈荡镇人民政府", siteid="5001070012", sitename="重庆市九龙坡区人民政府")
    assert placement.division.code == "330424101"
    assert [vote.source for vote in placement.votes if not vote.followed] == ["site", "SiteIDCode"]


def test_names_are_those_of_the_year() -> None:
    placement = header(publisher="呈贡区人民政府", year=2009)
    assert placement.division == DivisionRef("530121", "呈贡县", ("云南省", "昆明市", "呈贡县"))
    assert header(publisher="襄樊市人民政府", year=2015).division.name == "襄阳市"


def test_the_county_abolished_by_a_merger_keeps_its_own_code() -> None:
    placement = header(publisher="上海市南汇区人民政府", year=2010)
    assert placement.division.code == "310119"
    assert "not in the list of 2010" in placement.reason


def test_a_division_of_later_years_is_not_taken_for_an_earlier_one() -> None:
    placement = header(publisher="两江新区管理委员会", year=2016)
    assert (placement.division, placement.candidates) == (None, ())


def test_a_department_belongs_to_the_division_of_its_government() -> None:
    placement = header(publisher="六盘水市水库和生态移民局", year=2016)
    assert (placement.division.code, placement.level) == ("520200", "department")


def test_hosts_are_read_as_pinyin_and_initials() -> None:
    assert host_of("http://10.0.0.1:81/a") is None
    assert labels_of("www.xingguo.gov.cn") == ("xingguo",)
    assert [spelling(("xingguo",), code) for code in ("360732", "430421", "110000", "999999")] == [2, 0, 0, 0]
    assert spelling(("chaoyang",), "110105") == 2
    assert spelling(("lvliang",), "141100") == spelling(("luliang",), "141100") == 2
    assert spelling(("kmjn",), "530115") == 1


# --- hostile pages ---

NAMES = ["镇" * 10_000, "海盐县" * 4000, "(a+)+$[县]{9}" * 900, "\u202e永宁县\x00", "\ud800永宁县", "ᠮᠣᠩᠭᠣᠯ", "⼭⽊县" * 99,
         "新疆维吾尔自治区" * 1500, "省市县区旗州盟" * 1500, "", "　", "街道", "人民政府", "Сhina永宁县"]  # fmt: skip
PLACES = ["publisher", "title", "opening", "sitename", "url", "phone", "fax", "postcode", "siteid", "address", "index", "issuing",
          "compiled"]  # fmt: skip


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_nothing_that_a_page_prints_raises_or_grows(where: str, name: str) -> None:
    placement = header(**{where: name})
    assert sum(len(vote.said) + len(vote.codes) for vote in placement.votes) < 4000
    assert len(placement.candidates) <= 12


def test_look_alike_and_traditional_characters_name_the_same_place() -> None:
    for name in ("⽔城县人民政府", "水城縣人民政府", "水　城\u200b县人民政府"):
        assert header(publisher=name, year=2018).division.code == "520221", name


def test_a_latin_look_alike_inside_a_name_makes_it_no_other_place() -> None:
    assert header(publisher="永宁X县人民政府", year=2018).division.code == "640121"
    assert header(publisher="永x县人民政府", year=2018).division is None


def test_a_page_that_names_forty_counties_decides_nothing() -> None:
    counties = "海盐县、永宁县、襄垣县、清水县、会昌县、遂溪县、饶平县、南漳县、通城县、瑞安市、诸暨市、临邑县、临洮县、" * 3
    assert header(opening=counties).division is None
    assert header(opening=counties, phone="0797-5224110").division.code == "360732201"


def test_a_report_about_another_years_report_is_placed_by_its_own_year() -> None:
    placement = header(publisher="枞阳县人民政府", year=2018, title="关于枞阳县2012年政府信息公开工作年度报告的更正")
    assert placement.division.path == ("安徽省", "铜陵市", "枞阳县")


# --- the stage ---


def _site(**values: Any) -> Any:
    return SimpleNamespace(division=None, columns=(), **values)


def _row(code: str, *path: str) -> DivisionRef:
    return DivisionRef(code, path[-1], path)


def _reading(
    make: Callable[[], Reading], publisher: str | None, url: str = "http://10.0.0.1/nb/1.html", listed: str = ""
) -> Reading:
    reading = make()
    report = Report(0, 4, publisher=publisher, report_year=2018)
    page = replace(reading.page, url=url, listed=Listed("年报", None, listed) if listed else None)
    return replace(reading, page=page, reports=[report])


def test_an_invented_division_of_the_registry_is_taken_over(full_reading: Callable[[], Reading]) -> None:
    site = _site()
    site.division = _row("990221", "岚江省", "砚浦市", "苇泊县")
    town = _row("990221101", "岚江省", "砚浦市", "苇泊县", "云簌镇")
    site.columns = (SimpleNamespace(url="http://10.0.0.1/nb/ysz/", division=town),)
    stage = PlacePipeline(site)
    reading = stage.process_item(_reading(full_reading, "苇泊县云簌镇人民政府", "http://10.0.0.1/nb/ysz/1.html"))
    assert reading.reports[0].division.code == "990221101"
    listed = stage.process_item(_reading(full_reading, "石萤乡人民政府", listed="http://10.0.0.1/nb/ysz/"))
    assert listed.reports[0].division.code == "990221101"
    other = stage.process_item(_reading(full_reading, "石萤乡人民政府"))
    assert (other.reports[0].division.code, other.reports[0].findings) == ("990221", [])


def test_a_report_of_another_place_on_a_site_is_placed_by_its_name_and_flagged(full_reading: Callable[[], Reading]) -> None:
    site = _site()
    site.division = _row("360732", "江西省", "赣州市", "兴国县")
    report = PlacePipeline(site).process_item(_reading(full_reading, "海盐县沈荡镇人民政府")).reports[0]
    assert (report.division.code, report.level) == ("330424101", "township")
    assert [(finding.rule, finding.right) for finding in report.findings] == [("place-contradicted", "registry: 兴国县")]


def test_an_open_case_is_a_finding_that_lists_the_candidates(full_reading: Callable[[], Reading]) -> None:
    report = PlacePipeline().process_item(_reading(full_reading, "樟木乡人民政府")).reports[0]
    assert report.division is None
    (finding,) = report.findings
    assert (finding.rule, finding.outcome, finding.left) == ("place-open", "uncertain", "樟木乡人民政府")
    assert finding.right == "360732201 江西省赣州市兴国县樟木乡; 430421200 湖南省衡阳市衡阳县樟木乡"


def test_the_other_reports_of_a_list_are_evidence_when_they_agree(full_reading: Callable[[], Reading]) -> None:
    stage, column = PlacePipeline(), "http://10.0.0.1/nb/"
    for _ in range(2):
        stage.process_item(_reading(full_reading, "兴国县樟木乡人民政府", listed=column))
    report = stage.process_item(_reading(full_reading, "樟木乡人民政府", listed=column)).reports[0]
    assert report.division is not None
    assert report.division.code == "360732201"


def test_an_item_waits_for_the_database_that_knows_what_its_list_gave_before(full_reading: Callable[[], Reading]) -> None:
    answers = iter([OperationalError("SELECT", None, Exception("gone"), connection_invalidated=True)] * 2)

    def before(column: str) -> Counter[DivisionRef]:
        for error in answers:
            raise error
        return Counter({DivisionRef("360732", "兴国县", ("江西省", "赣州市", "兴国县")): 3})

    reading = _reading(full_reading, "樟木乡人民政府", listed="http://10.0.0.1/nb/")
    with pytest.raises(OperationalError):
        PlacePipeline(None, before).process_item(reading)
    waiting = PlacePipeline(None, before, patience=60).process_item(reading)
    placed = asyncio.run(waiting).reports[0]
    assert placed.division is not None
    assert placed.division.code == "360732201"


def _listed_as(reading: Reading, unit: str) -> Reading:
    return replace(reading, page=replace(reading.page, listed=Listed("年报", None, "http://10.0.0.1/nb/", unit=unit)))


def test_the_unit_that_the_list_names_is_a_vote_for_a_report_that_says_only_our_township(
    full_reading: Callable[[], Reading],
) -> None:
    site = _site()
    site.division = _row("360732", "江西省", "赣州市", "兴国县")
    report = PlacePipeline(site).process_item(_listed_as(_reading(full_reading, "我乡"), "樟木乡")).reports[0]
    assert report.division is not None
    assert report.division.code == "360732201"
    assert ("list", "樟木乡", True) in [(vote.source, vote.said, vote.followed) for vote in report.placement.votes]


def test_a_unit_of_the_list_that_is_another_place_is_told_and_does_not_go_over_what_is_printed(
    full_reading: Callable[[], Reading],
) -> None:
    report = PlacePipeline().process_item(_listed_as(_reading(full_reading, "兴国县樟木乡人民政府"), "海盐县")).reports[0]
    assert report.division is not None
    assert report.division.code == "360732201"
    assert [(finding.rule, finding.right) for finding in report.findings] == [("place-contradicted", "list: 海盐县")]


def test_a_division_that_was_given_before_stays(full_reading: Callable[[], Reading]) -> None:
    reading = _reading(full_reading, "樟木乡人民政府")
    reading.reports[0].division = _row("430421200", "湖南省", "衡阳市", "衡阳县", "樟木乡")
    assert PlacePipeline().process_item(reading).reports[0].division.code == "430421200"
    assert PlacePipeline().process_item("no reading") == "no reading"


def test_a_page_without_a_publisher_is_placed_by_the_registry_alone(full_reading: Callable[[], Reading]) -> None:
    reading = _reading(full_reading, None)
    site = _site()
    site.division = _row("330800", "浙江省", "衢州市")
    assert place(reading.reports[0], reading.page, None).division is None
    placed = place(reading.reports[0], reading.page, site).division
    assert placed is not None
    assert placed.code == "330800"
