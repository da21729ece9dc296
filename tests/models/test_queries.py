"""The named questions, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert

from models import doubts, queries
from models.claims import claim, finish
from models.coverage import UnclearPlace
from models.figure import Review
from pipelines.items import DivisionRef, Finding, Hijack
from pipelines.store import Store

NOW = datetime(2024, 3, 1, 18, 0, tzinfo=UTC)
LINGHAI = DivisionRef("210781", "凌海市", ("辽宁省", "锦州市", "凌海市"))


def keep(engine: Engine, *items: Any) -> None:
    store = Store(engine)
    for item in items:
        store.add(item)
    store.flush()


def test_a_report_is_found_by_place_publisher_or_code_and_year(database: Engine, pages: Any) -> None:
    other = {"division": LINGHAI, "publisher": "凌海市人民政府", "url": "http://lh.example/1"}
    keep(database, pages.reading([], year=2017, url="http://a.example/7"), pages.reading([]), pages.reading([], **other))
    with database.connect() as connection:
        assert [row["year"] for row in queries.find_reports(connection, "清水县")] == [2018, 2017]
        (row,) = queries.find_reports(connection, "620521", 2018)
        assert (row["publisher"], row["place"]) == ("清水县人民政府", "甘肃省/天水市/清水县")
        assert row["publish_date"] == date(2019, 1, 25)
        assert row["first_seen"].tzinfo is not None
        assert [row["place"] for row in queries.find_reports(connection, "凌海")] == ["辽宁省/锦州市/凌海市"]
        assert queries.find_reports(connection, "无名县") == []
        assert queries.find_reports(connection, "%") == []


def test_a_whole_name_goes_before_a_part_of_others(database: Engine, pages: Any) -> None:
    town = DivisionRef("620521101", "清水县镇", ("甘肃省", "天水市", "清水县", "清水县镇"))
    other = {"division": town, "publisher": "清水县镇人民政府", "url": "http://qs.example/2"}
    keep(database, pages.reading([]), pages.reading([], **other))
    with database.connect() as connection:
        for words in ("清水县", " 清水县 ", "清水县人民政府", "620521"):
            assert [row["publisher"] for row in queries.find_reports(connection, words)] == ["清水县人民政府"], words
        assert len(queries.find_reports(connection, "清水")) == 2
        assert len(queries.find_reports(connection, "县镇", 2018)) == 1
        assert queries.find_reports(connection, "清水", 1999) == []


def test_words_that_are_in_too_many_names_are_no_place(database: Engine, pages: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.naming.MOST_REPORTS", 1)
    keep(database, pages.reading([], year=2017, url="http://a.example/7"), pages.reading([]))
    with database.connect() as connection:
        with pytest.raises(UnclearPlace, match="in more than 1 reports: give more"):
            queries.find_reports(connection, "县")
        assert len(queries.find_reports(connection, "县", 2017)) == 1


def test_a_hijacked_report_is_found_with_its_verdict_and_facts(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([pages.fact("requests.received", 5)], hijacked=Hijack("hijacked")))
    with database.connect() as connection:
        (row,) = queries.find_reports(connection, "清水县", 2018)
        assert row["hijack_verdict"] == "hijacked"
        (fact,) = queries.facts_of(connection, row["version_id"])
    assert (fact["code"], fact["label"], fact["value"], fact["meaning"]) == ("requests.received", "收到申请数", 5, "number")


def test_a_series_shows_where_the_form_changed(database: Engine, pages: Any) -> None:
    for year, edition, fact in (
        (2017, "2014", pages.fact("requests.received", 5)),
        (2018, "2014", pages.fact("requests.received", 6)),
        (2019, "2019", pages.fact("applications.new", 7, edition="2019", applicant="total")),
    ):
        keep(database, pages.reading([fact], year=year, form_edition=edition, url=f"http://a.example/{year}"))
    with database.connect() as connection:
        rows = queries.series(connection, "applications_received", "清水")
        assert [(row["year"], row["value"], row["edition"], row["breaks"]) for row in rows] == [
            (2017, 5, "2014", False),
            (2018, 6, "2014", False),
            (2019, 7, "2019", True),
        ]
        assert all(row["comparability"] for row in rows)
        with pytest.raises(queries.UnknownSeries, match="applications_received"):
            queries.series(connection, "applications", "清水")


def test_a_series_tells_prose_from_forms_and_what_is_about_so_much(database: Engine, pages: Any) -> None:
    about = replace(pages.fact("requests.received", 30, origin="prose"), meaning="approximate", raw="30余")
    for year, edition, fact in (
        (2016, None, about),
        (2017, "2014", pages.fact("requests.received", 31)),
        (2019, "2014", pages.fact("requests.received", 32)),
    ):
        keep(database, pages.reading([fact], year=year, form_edition=edition, url=f"http://a.example/{year}"))
    with database.connect() as connection:
        rows = queries.series(connection, "applications_received", "清水")
    assert [(row["year"], row["origin"], row["approximate"], row["breaks"]) for row in rows] == [
        (2016, "prose", True, False), (2017, "form", False, True), (2019, "form", False, False),
    ]


def test_findings_of_a_version_come_failed_first(database: Engine, pages: Any) -> None:
    reading = pages.reading([])
    failed = Finding("f14-review", "fail", "2 is not 3", "2", "3")
    reading.reports[0].findings = [Finding("f14-staff", "pass", "holds"), failed, replace(failed, rule="f14-received")]
    keep(database, reading)
    with database.begin() as connection:
        (report,) = queries.find_reports(connection, "清水县")
        found = queries.findings_of(connection, report["version_id"])
        assert [row["rule"] for row in found] == ["f14-received", "f14-review", "f14-staff"]


def test_a_persons_verdict_survives_the_next_version(database: Engine, pages: Any) -> None:
    finding = Finding("f14-review", "fail", "2 is not 3", "2", "3")
    for night, words in enumerate(("旧", "新")):
        reading = pages.reading([], text=words)
        reading.reports[0].findings = [finding]
        keep(database, reading)
        if not night:
            with database.begin() as connection:
                (row,) = doubts.findings(connection, doubts.Wanted())
                verdict = {name: row[name] for name in ("report_id", "rule", "fingerprint")}
                connection.execute(insert(Review), {**verdict, "verdict": "confirmed", "reviewed_at": NOW})
    with database.connect() as connection:
        (row,) = doubts.findings(connection, doubts.Wanted())
    assert row["review"] == "confirmed"


def test_crawls_are_told_newest_first_with_their_requests_and_reports(database: Engine, pages: Any) -> None:
    for night, outcome in enumerate(("ok", "broken", "nothing_new")):
        held = claim(database, "qingshui", NOW + timedelta(days=night), "night")
        assert held is not None
        if not night:
            keep(database, pages.reading([pages.fact("requests.received", 5)], crawl=held.crawl), pages.fetch(crawl=held.crawl))
            with database.connect() as connection:
                assert queries.fetches_of_crawl(connection, held.crawl) == {("report", "ok"): 2}
        finish(database, held, outcome, {"new": 1}, "so it was", NOW + timedelta(days=night, hours=1))
    assert claim(database, "qingshui", NOW + timedelta(days=9), "demand") is not None
    (last,) = queries.last_crawls(database)
    assert (last["site"], last["outcome"], last["started"], last["ended"], last["reports"]) == (
        "qingshui", "running", NOW + timedelta(days=9), None, 1,
    )  # fmt: skip


def test_a_capture_is_found_by_address_and_moment(database: Engine, pages: Any) -> None:
    store = Store(database)
    fetches = [replace(pages.fetch("http://www.qs.example/a.html"), requested_url="http://qs.example/old") for _ in range(3)]
    for fetch in fetches:
        store.add(fetch)
    store.close()
    with database.connect() as connection:
        for moment, wanted in [(fetches[1].fetched_at, 1), (fetches[2].fetched_at - timedelta(seconds=1), 1), (None, 2)]:
            found = queries.capture_at(connection, "http://www.qs.example/a.html", moment)
            assert found is not None
            assert (found["fetched_at"], found["warc_offset"]) == (fetches[wanted].fetched_at, 100 * (wanted + 1))
        before = queries.capture_at(connection, "http://qs.example/old", fetches[0].fetched_at - timedelta(days=9))
        assert before is not None
        assert before["fetched_at"] == fetches[0].fetched_at
        assert queries.capture_at(connection, "http://www.qs.example/never.html") is None
