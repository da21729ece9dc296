"""Identity, hashes and differences of readings."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pipelines.items import DivisionRef, Elsewhere, Finding, Place
from pipelines.version import (
    VersionPipeline,
    content_hash,
    differences,
    facts_hash,
    fingerprint,
    fingerprint_of_old,
    identity,
    normal_name,
    request_key,
)

TOWN = DivisionRef("620521101", "白沙镇", ("甘肃省", "天水市", "清水县", "白沙镇"))


def test_signs_that_nobody_sees_make_no_other_text() -> None:
    assert content_hash("收到\u200b申请\ufeff5件\u00a0。\u2028") == content_hash("收到申请5件。")


def test_white_space_and_visit_counters_make_no_other_text() -> None:
    assert content_hash("收到申请 5件。\n浏览次数：12") == content_hash("收到申请5\u3000件。浏览次数：4711")
    assert content_hash("收到申请5件。") != content_hash("收到申请6件。")


def test_places_and_order_are_not_in_the_hash_of_figures(pages: Any) -> None:
    one, two = pages.fact("requests.received", 5), pages.fact("review.total", 0)
    moved = replace(one, place=Place(90, 91))
    assert facts_hash([one, two]) == facts_hash([two, moved])
    assert facts_hash([one]) != facts_hash([replace(one, value=Decimal(6))])


def test_a_blank_a_zero_and_a_dash_are_three_things_to_the_hash(pages: Any) -> None:
    zero, blank = pages.fact("review.total", 0), pages.fact("review.total", None)
    assert len({facts_hash([fact]) for fact in (zero, blank, replace(blank, meaning="na", raw="/"))}) == 3


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("清水县人民政府", "清水县"),
        ("清水县 政府", "清水县"),
        ("清水县（人民政府）", "清水县"),
        ("清水县人民政府办公室", "清水县人民政府办公室"),
        ("人民政府", "人民政府"),
        ("柳河市东城区人民政府经一街道办事处", "柳河市东城区经一街道办事处"),
        ("柳河县人民政府办公室", "柳河县人民政府办公室"),
    ],
)
def test_names_are_compared_without_width_punctuation_and_government(printed: str, normal: str) -> None:
    assert normal_name(printed) == normal


def test_one_publisher_and_year_is_one_report_at_every_address(pages: Any) -> None:
    report = pages.report("", [])
    spelled = replace(report, publisher="甘肃省天水市清水县人民政府")
    assert identity(report, "qingshui", "http://a.example/1") == identity(spelled, "tianshui", "http://b.example/2")
    assert identity(report, "qingshui", "u") != identity(replace(report, report_year=2019), "qingshui", "u")


def test_a_department_is_not_its_county(pages: Any) -> None:
    report = pages.report("", [])
    department = replace(report, publisher="清水县教育局")
    office = replace(report, publisher="清水县人民政府办公室")
    assert len({identity(each, "qingshui", "u") for each in (report, department, office)}) == 3


def test_a_town_is_known_by_its_division_however_its_name_is_printed(pages: Any) -> None:
    names = ("白沙镇人民政府", "清水县白沙镇人民政府", "甘肃省天水市清水县白沙镇政府")
    reports = [pages.report("", [], publisher=name, division=TOWN) for name in names]
    assert {identity(report, "s", "u") for report in reports} == {"620521101::2018"}


def test_towns_of_one_name_without_a_division_stay_apart_by_site(pages: Any) -> None:
    report = pages.report("", [], publisher="白沙镇人民政府", division=None)
    assert identity(report, "qingshui", "u") != identity(report, "linghai", "u")


def test_without_publisher_or_year_the_address_is_the_identity(pages: Any) -> None:
    report = pages.report("", [], year=None)
    assert identity(report, "s", "http://www.a.example/1/") == identity(report, "s", "https://a.example/1#top")
    assert identity(report, "s", "http://a.example/1", 1) != identity(report, "s", "http://a.example/1", 2)
    assert len(identity(report, "s", "http://a.example/" + "a" * 10_000)) < 300


def test_differences_name_what_was_added_changed_and_removed(pages: Any) -> None:
    old = [pages.fact("requests.received", 5), pages.fact("review.total", 0)]
    new = [pages.fact("requests.received", 6), pages.fact("litigation.total", 1)]
    found = differences(old, new)
    assert [(change.kind, (change.new or change.old).code) for change in found] == [
        ("changed", "requests.received"),
        ("added", "litigation.total"),
        ("removed", "review.total"),
    ]


def test_a_figure_that_only_moved_or_changed_its_digits_is_no_difference(pages: Any) -> None:
    old = pages.fact("requests.received", 5)
    assert differences([old], [replace(old, raw="５", place=Place(70, 71))]) == []


def test_a_statement_put_in_between_moves_no_other(pages: Any) -> None:
    said = [pages.fact("review.total", number, origin="prose") for number in (1, 2)]
    found = differences(said, [said[0], pages.fact("review.total", 9, origin="prose"), said[1]])
    assert [(change.kind, change.new.raw) for change in found] == [("added", "9")]


def test_zero_that_became_blank_is_a_change(pages: Any) -> None:
    found = differences([pages.fact("review.total", 0)], [pages.fact("review.total", None)])
    assert [change.kind for change in found] == ["changed"]


def test_a_fingerprint_outlives_better_wording_but_not_other_figures(pages: Any) -> None:
    fact = pages.fact("requests.received", 5)
    finding = Finding("f14-received", "fail", "4 is not 5", "4", "5", (fact,))
    assert fingerprint(finding) == fingerprint(replace(finding, message="the parts make 4", left="4 (parts)"))
    assert fingerprint(finding) != fingerprint(replace(finding, rule="f14-completed"))
    assert fingerprint(finding) != fingerprint(replace(finding, facts=(replace(fact, value=Decimal(6)),)))


def test_fingerprints_that_verdicts_hang_on_are_as_they_were_given(pages: Any) -> None:
    """The digest is that of the program before revision 0014; findings on one report have it still."""
    was, now = (pages.fact("normative_documents.in_force", number, edition="2021") for number in (10, 13))
    given = "52fc1c570b3e67bda847faa61d7ba40b"
    assert fingerprint(Finding("f21-documents", "fail", "", "10", "13", (was, now))) == given
    parted = Finding("f21-documents", "fail", "", "10", "13", (now,), (Elsewhere("2021", was),))
    assert fingerprint_of_old(parted) == given != fingerprint(parted)


def test_a_request_of_another_night_is_another(pages: Any) -> None:
    fetch = pages.fetch()
    assert request_key(fetch) == request_key(replace(fetch, crawl=7))
    assert request_key(fetch) != request_key(pages.fetch())


def test_the_stage_fills_in_hashes_and_identity_whatever_the_night(pages: Any) -> None:
    readings = [VersionPipeline().process_item(pages.reading([pages.fact("requests.received", 5)])) for _ in range(2)]
    first, second = (
        (r.body_hash, r.reports[0].identity, r.reports[0].content_hash, r.reports[0].facts_hash) for r in readings
    )
    assert first == second
    assert None not in first
    assert VersionPipeline().process_item(fetch := pages.fetch()) is fetch
