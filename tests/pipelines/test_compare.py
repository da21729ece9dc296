"""Reports compared in the database: both sides' figures are linked, verdicts stay on what they were given on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, text

from models import doubts
from models.reviews import review
from models.views import TYPES
from pipelines.compare import compare_reports
from pipelines.items import DivisionRef
from pipelines.keeping.judging import judge
from pipelines.store import Store

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)
COUNTY = ("甘肃省", "天水市", "清水县")


def rows(engine: Engine, query: str) -> list[dict[str, Any]]:
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(text(query).columns(**TYPES)).mappings()]


def keep(engine: Engine, *readings: Any) -> None:
    """Stores readings and compares every report."""
    store = Store(engine)
    for reading in readings:
        store.add(reading)
    store.flush()
    with engine.begin() as connection:
        compare_reports(connection, list(connection.scalars(text("SELECT id FROM report ORDER BY id"))))


def cells(pages: Any, figures: dict[str, int | None], **more: Any) -> list[Any]:
    facts = []
    for code, value in figures.items():
        applicant = "total" if code.startswith("applications.") else None
        facts.append(pages.fact(code, value, **{"edition": "2021", "applicant": applicant, **more}))
    return facts


def of_year(pages: Any, year: int, figures: dict[str, int | None]) -> Any:
    said = f"{year}年：{figures}"
    url = f"http://www.qs.example/{year}.html"
    return pages.reading(cells(pages, figures), year=year, form_edition="2021", url=url, text=said)


def carried(pages: Any, year: int, came: int, went: int) -> Any:
    return of_year(pages, year, {"applications.carried_in": came, "applications.carried_out": went})


def in_force(pages: Any, year: int, number: int) -> Any:
    figures = dict.fromkeys(("issued", "repealed"), 0) | {"in_force": number}
    return of_year(pages, year, {f"normative_documents.{row}": value for row, value in figures.items()})


def town(pages: Any, code: str, name: str, facts: Iterable[Any], edition: str | None = "2021") -> Any:
    division = DivisionRef(code, name, (*COUNTY, name))
    placed = {"division": division, "publisher": f"{name}人民政府", "level": "township", "year": 2022, "form_edition": edition}
    return pages.reading(list(facts), url=f"http://www.qs.example/{code}.html", text=f"{name}的报告", **placed)


def linked(engine: Engine, rule: str) -> list[tuple[Any, ...]]:
    found = rows(engine, f"SELECT * FROM finding_facts WHERE rule = '{rule}' ORDER BY finding_id, own, value DESC, code")
    return [(row["own"], row["publisher"], row["year"], row["code"], row["value"]) for row in found]


# --- links ---


def test_both_years_figures_are_linked_where_the_later_year_has_a_like_one_of_its_own(database: Engine, pages: Any) -> None:
    keep(database, carried(pages, 2021, 0, 5), carried(pages, 2022, 4, 5))
    county = "清水县人民政府"
    assert linked(database, "next-year") == [
        (False, county, 2021, "applications.carried_out", 5),
        (True, county, 2022, "applications.carried_in", 4),
    ]
    (finding,) = rows(database, "SELECT * FROM findings WHERE rule = 'next-year' AND outcome = 'fail'")
    (other,) = rows(database, "SELECT version_id FROM reports WHERE year = 2021")
    assert finding["elsewhere"] == [[other["version_id"], 2]]
    assert finding["facts"] == [1]
    assert finding["message"].endswith("found 5 and 4 (N is 2021, N+1 is 2022) in total")


def test_a_new_version_of_the_other_year_takes_the_place_of_the_old_one_in_the_link(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, carried(pages, 2021, 0, 5), carried(pages, 2022, 4, 5))
    keep(sqlite_database, carried(pages, 2021, 1, 6))
    assert [row[-1] for row in linked(sqlite_database, "next-year")] == [6, 4]


def test_townships_figures_are_linked_whatever_the_form_they_are_in(database: Engine, pages: Any) -> None:
    county = pages.reading(cells(pages, {"applications.new": 4}), year=2022, form_edition="2021")
    prose = [pages.fact("requests.received", 12, origin="prose")]
    towns = [
        town(pages, "620521101", "红堡镇", cells(pages, {"applications.new": 4})),
        town(pages, "620521102", "白驼镇", prose, edition=None),
    ]
    keep(database, county, *towns)
    assert linked(database, "county-townships") == [
        (False, "白驼镇人民政府", 2022, "requests.received", 12),
        (False, "红堡镇人民政府", 2022, "applications.new", 4),
        (True, "清水县人民政府", 2022, "applications.new", 4),
    ]
    (finding,) = rows(database, "SELECT message FROM findings WHERE rule = 'county-townships'")
    assert "2 townships state 16 of requests.received together (白驼镇 12, 红堡镇 4), the county 4" in finding["message"]


def test_what_was_found_goes_with_the_report_that_it_was_found_against(database: Engine, pages: Any) -> None:
    keep(database, carried(pages, 2021, 0, 5), carried(pages, 2022, 4, 5))
    prose = [pages.fact("requests.received", 12, origin="prose")]
    county = pages.reading(cells(pages, {"applications.new": 4}), year=2020, form_edition="2021", url="http://www.qs.example/c")
    keep(database, county, replace_year(town(pages, "620521102", "白驼镇", prose, edition=None), 2020))
    versions = {(row["level"], row["year"]): row["version_id"] for row in rows(database, "SELECT * FROM reports")}
    assert [row["rule"] for row in failed(database, None)] == ["county-townships", "next-year"]
    judge(database, versions["county", 2021], "hijacked", None, "me", NOON)
    assert [row["rule"] for row in failed(database, None)] == ["county-townships"]
    judge(database, versions["township", 2020], "hijacked", None, "me", NOON)
    assert failed(database, None) == []
    judge(database, versions["county", 2021], "genuine", None, "me", NOON)
    assert [row["rule"] for row in failed(database, None)] == ["next-year"]


def replace_year(reading: Any, year: int) -> Any:
    reading.reports[0].report_year = year
    return reading


# --- verdicts ---


def failed(engine: Engine, rule: str | None = "f21-documents") -> list[dict[str, Any]]:
    with engine.connect() as connection:
        return doubts.findings(connection, doubts.Wanted(rule=rule))


def test_a_dismissal_does_not_hide_what_was_turned_round(database: Engine, pages: Any) -> None:
    keep(database, in_force(pages, 2021, 10), in_force(pages, 2022, 13))
    (finding,) = failed(database)
    review(database, finding["finding_id"], "dismissed", "counted otherwise", "me", NOON)
    keep(database)
    assert failed(database) == []
    keep(database, in_force(pages, 2021, 13), in_force(pages, 2022, 10))
    (turned,) = failed(database)
    assert (turned["left_side"], turned["right_side"], turned["review"]) == ("13 (of 13, 0, 0)", "10", None)
    keep(database, in_force(pages, 2021, 10), in_force(pages, 2022, 13))
    assert failed(database) == []


@pytest.fixture
def judged_before(database: Engine, pages: Any) -> Engine:
    """A database in which a person dismissed a finding on two years before revision 0014."""
    keep(database, in_force(pages, 2021, 10), in_force(pages, 2022, 13))
    (finding,) = failed(database)
    review(database, finding["finding_id"], "dismissed", None, "me", NOON)
    old = "d4a5c0ffee" * 3
    for table in ("finding", "review"):
        _set(database, f"UPDATE {table} SET fingerprint = '{old}' WHERE rule = 'f21-documents'")
    return database


def _set(engine: Engine, statement: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(statement))


def test_a_verdict_given_under_an_old_fingerprint_follows_its_finding(
    judged_before: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.keeping.verdicts_kept.fingerprint_of_old", lambda finding: "d4a5c0ffee" * 3)
    assert failed(judged_before) == []
    keep(judged_before)
    assert failed(judged_before) == []
    (kept,) = rows(judged_before, "SELECT verdict, left_side, right_side FROM review")
    assert kept == {"verdict": "dismissed", "left_side": "10 (of 10, 0, 0)", "right_side": "13"}


def test_a_verdict_given_under_an_old_fingerprint_does_not_go_to_another_finding(
    judged_before: Engine, pages: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.keeping.verdicts_kept.fingerprint_of_old", lambda finding: "d4a5c0ffee" * 3)
    keep(judged_before, in_force(pages, 2021, 13), in_force(pages, 2022, 10))
    assert len(failed(judged_before)) == 1
    _set(judged_before, "UPDATE review SET left_side = NULL, right_side = NULL")
    keep(judged_before)
    assert len(failed(judged_before)) == 1
