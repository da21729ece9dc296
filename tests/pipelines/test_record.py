"""The JSON object of a report: its shape, and that what is stored gives the same as what was read."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine

from models.document import Report, ReportVersion
from pipelines.compare import compare_reports
from pipelines.items import Reading
from pipelines.record import record, records, stored_records
from pipelines.store import Store
from pipelines.version import fingerprint

KEYS = [
    "title", "title_as_printed", "publisher", "publisher_as_printed", "publisher_inferred", "level", "division",
    "report_year", "period", "publish_date", "form_edition", "index_number", "document_number", "contact",
    "is_annual_report", "damage", "hijacked", "encoding", "facts", "findings", "text",
]  # fmt: skip


def keep(engine: Engine, *items: Any) -> None:
    store = Store(engine)
    for item in items:
        store.add(item)
    store.flush()


def test_an_object_has_the_agreed_keys_in_the_agreed_order(full_reading: Callable[[], Reading]) -> None:
    made = record(full_reading())
    assert list(made) == KEYS
    assert list(made["division"]) == ["code", "name", "path"]
    assert list(made["contact"]) == ["phone", "fax", "email", "address", "postcode", "website"]
    assert list(made["facts"][0]) == ["code", "applicant", "category", "value", "meaning", "raw", "unit", "origin", "where"]
    keys = ["rule", "outcome", "left", "right", "message", "fingerprint", "facts", "elsewhere"]
    assert list(made["findings"][0]) == keys
    assert made["period"] == ["2018-01-01", "2018-12-31"]
    assert made["publish_date"] == "2019-01-25"
    assert made["damage"] == [{"kind": "dropped-characters", "method": "none", "share": 0.01, "lost": 3}]


def test_a_finding_says_which_facts_it_rests_on(full_reading: Callable[[], Reading]) -> None:
    reading = full_reading()
    finding, _ = record(reading)["findings"]
    assert (finding["facts"], finding["elsewhere"]) == ([1, 2], [])
    assert finding["fingerprint"] == fingerprint(reading.reports[0].findings[0])


def test_a_stored_finding_has_the_facts_of_other_reports_in_full(sqlite_database: Engine, pages: Any) -> None:
    for year, name in ((2021, "carried_out"), (2022, "carried_in")):
        fact = pages.fact(f"applications.{name}", year - 2015, edition="2021", applicant="total")
        keep(sqlite_database, pages.reading([fact], year=year, form_edition="2021", url=f"http://www.qs.example/{year}.html"))
    with sqlite_database.begin() as connection:
        compare_reports(connection, [1, 2])
        (stored,) = stored_records(connection, Report.report_year == 2022)
    (finding,) = (one for one in stored["findings"] if one["rule"] == "next-year" and one["outcome"] == "fail")
    assert finding["facts"] == [1]
    (other,) = finding["elsewhere"]
    assert (other["report_year"], other["code"], other["value"]) == (2021, "applications.carried_out", 6)
    assert other["url"] == "http://www.qs.example/2021.html"


def test_whole_numbers_are_ints_and_unknown_is_null(full_reading: Callable[[], Reading]) -> None:
    made = record(full_reading())
    assert [fact["value"] for fact in made["facts"]] == [5, 4, 1.5, None, None, 3, 0, 170]
    assert '"value": 5,' in json.dumps(made)
    assert made["document_number"] is None
    assert made["contact"]["fax"] is None
    assert made["facts"][0]["where"] == "table 1 row 2 column 3, text 6-7"
    assert made["facts"][7]["where"] == "text 2-5"


def test_a_page_that_is_no_report_has_its_text_and_verdict(pages: Any) -> None:
    made = record(pages.decoy())
    assert (made["is_annual_report"], made["text"], made["title"], made["facts"]) == (False, "公开指南", None, [])
    assert list(made) == KEYS
    assert records(pages.decoy()) == []


def test_what_is_stored_agrees_with_what_was_read(database: Engine, full_reading: Callable[[], Reading]) -> None:
    reading = full_reading()
    keep(database, reading)
    with database.connect() as connection:
        (stored,) = stored_records(connection)
    assert list(stored) == ["site", "url", "first_seen", "last_seen", "version", *KEYS]
    assert {key: stored[key] for key in KEYS} == record(reading)
    assert (stored["site"], stored["url"], stored["version"]) == ("qingshui", "http://www.qs.example/zwgk/nb/2018.html", 1)
    assert stored["first_seen"] == "2024-03-02T18:00:00+00:00"


def test_the_same_bytes_give_the_same_json_every_time(full_reading: Callable[[], Reading]) -> None:
    assert json.dumps(record(full_reading())) == json.dumps(record(full_reading()))


def test_filters_choose_and_the_latest_version_is_given(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([], year=2018), pages.reading([], year=2019, url="http://www.qs.example/2019.html"))
    keep(database, pages.reading([], year=2019, text="新的文字", url="http://www.qs.example/2019.html"))
    with database.connect() as connection:
        (found,) = stored_records(connection, Report.report_year == 2019, ReportVersion.level == "county")
        assert len(list(stored_records(connection))) == 2
    assert (found["version"], found["text"]) == (2, "新的文字")


def test_places_on_a_page_with_two_reports_count_from_each_report(pages: Any) -> None:
    reading = pages.reading([], text="甲收到5件。乙收到6件。")
    second = pages.report("", [pages.fact("requests.received", 6, at=9)], year=2019)
    second.start, second.end = 6, 12
    reading.reports.append(second)
    made = records(reading)[1]
    assert made["text"] == "乙收到6件。"
    assert made["facts"][0]["where"] == "table 1 row 2 column 3, text 3-4"
