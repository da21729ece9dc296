"""Each expected publisher has one state a year, on both engines, and a moved site's date accuses nobody."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, func, select, text, update

from models import due_dates
from models.claims import claim, finish, register_sites
from models.coverage import Registered, UnclearPlace, areas_named, coverage
from models.coverage_cells import STATES, TYPES
from models.database import upgrade, writer
from models.due_dates import DueDate, Rule, days, rule_for
from models.publications import refresh
from models.publisher import CoverageCell, Publication, Publisher
from models.punctuality import Dated, Timing, mass_days, timing
from pipelines.items import AttachmentLink, DatedClaim, DivisionRef, Fetch, Hijack
from pipelines.store import Store

NOW = datetime(2024, 4, 2, 18, 0, tzinfo=UTC)
DUE = date(2019, 3, 31)
FLOOR = date(2018, 12, 31)
SEEN = date(2024, 3, 2)
YONGNING = DivisionRef("640121", "永宁县", ("宁夏回族自治区", "银川市", "永宁县"))
WANGYUAN = DivisionRef("640121106", "望远镇", ("宁夏回族自治区", "银川市", "永宁县", "望远镇"))


def keep(engine: Engine, *items: Any) -> None:
    store = Store(engine)
    for item in items:
        store.add(item)
    store.close()
    with engine.begin() as connection:
        refresh(connection, {item.site if isinstance(item, Fetch) else item.page.site for item in items})


def reading(pages: Any, year: int = 2018, day: date | None = date(2019, 1, 25), **more: Any) -> Any:
    """A report of 清水县 with one figure, published on a day; without a day it names none."""
    dates = more.pop("dates", (DatedClaim("meta", day, str(day)),) if day else ())
    facts = more.pop("facts", [pages.fact("requests.received", 5)])
    values = {"url": f"http://www.qs.example/{year}.html", "text": f"{year}年度，清水县主动公开政府信息若干条。", **more}
    period = (date(year, 1, 1), date(year, 12, 31))
    return pages.reading(facts, year=year, publish_date=day, dates=dates, period=period, **values)


def crawled(engine: Engine, site: str, outcome: str, moment: datetime, **row: Any) -> None:
    register_sites(engine, {site: {"name": None, **row}}, moment)
    held = claim(engine, site, moment)
    assert held is not None
    assert finish(engine, held, outcome, {}, "", moment + timedelta(minutes=9))


def states(engine: Engine, now: datetime = NOW, **asked: Any) -> dict[int, str]:
    with engine.connect() as connection:
        return {row["year"]: row["state"] for row in coverage(connection, now, **asked)}


def one(engine: Engine, year: int = 2018, **asked: Any) -> dict[str, Any]:
    with engine.connect() as connection:
        (row,) = list(coverage(connection, NOW, year=year, **asked))
    return row


# --- due dates ---


def test_the_regulations_days_are_in_the_table(database: Engine) -> None:
    with database.connect() as connection:
        found = {(row.rule, row.report_year): row for row in connection.execute(select(DueDate))}
    assert found["department", 2018].due == date(2019, 3, 31)
    assert found["department", 2019].due == date(2020, 1, 31)
    assert found["county", 2019].due == date(2020, 3, 31)
    assert (found["township", 2018].local, found["township", 2019].local) == (False, True)
    assert min(year for _, year in found) == 2008


def test_a_local_rule_goes_before_the_rule_for_everywhere_in_its_years_only() -> None:
    everywhere = Rule("township", "", 2008, 2060, 3, 31, True, "the day of the government above")
    known = (everywhere, Rule("township", "3304", 2020, 2060, 1, 20, True, "a prefecture's rule"))
    assert rule_for("township", "330424101", known) == "township@3304"
    assert rule_for("township", "330502101", known) == "township"
    spelt = {(row["rule"], row["report_year"]): row["due"] for row in days(known)}
    assert spelt["township@3304", 2019] == date(2020, 3, 31)
    assert spelt["township@3304", 2020] == date(2021, 1, 20)


def test_due_dates_follow_the_file_when_it_changes(database: Engine) -> None:
    with database.begin() as connection:
        connection.execute(update(DueDate).values(due=date(2000, 1, 1)))
        assert due_dates.sync(connection)
        assert connection.scalar(select(func.min(DueDate.due))) == date(2009, 3, 31)
        assert not due_dates.sync(connection)


def test_an_upgrade_with_other_due_dates_reaches_every_cell(database: Engine, pages: Any) -> None:
    keep(database, reading(pages))
    with database.begin() as connection:
        connection.execute(update(DueDate).values(due=date(2000, 1, 1)))
        refresh(connection)
        connection.execute(update(CoverageCell).values(state="late"))
    upgrade(database.url)
    with database.connect() as connection:
        found = connection.execute(text("SELECT state, due FROM coverage WHERE year = 2018").columns(**TYPES)).one()
    assert tuple(found) == ("on_time", date(2019, 3, 31))


# --- when it was published ---


@pytest.mark.parametrize(
    ("printed", "others", "found"),
    [
        (date(2019, 3, 31), [], Timing(date(2019, 3, 31), "printed", 0)),
        (date(2019, 4, 9), [], Timing(date(2019, 4, 9), "printed", 9)),
        (None, [], Timing(None, "none", None)),
        (date(2022, 8, 1), [], Timing(date(2022, 8, 1), "doubtful", None)),
        (date(2022, 8, 1), [Dated(date(2019, 3, 5), "colophon")], Timing(date(2019, 3, 5), "inferred", 0)),
        (date(2022, 8, 1), [Dated(date(2019, 4, 5), "list"), Dated(date(2019, 3, 5), "colophon")],
         Timing(date(2019, 4, 5), "inferred", 5)),
        (date(2019, 6, 1), [Dated(date(2019, 3, 5), "colophon")], Timing(date(2019, 6, 1), "printed", 62)),
        (date(2019, 6, 1), [Dated(date(2019, 3, 5), "index-table")], Timing(date(2019, 3, 5), "inferred", 0)),
        (date(2022, 8, 1), [Dated(date(2018, 3, 5), "list")], Timing(date(2022, 8, 1), "doubtful", None)),
        (date(2099, 1, 1), [], Timing(date(2099, 1, 1), "doubtful", None)),
    ],
)  # fmt: skip
def test_when_a_report_came_out(printed: date | None, others: list[Dated], found: Timing) -> None:
    assert timing(printed, others, DUE, FLOOR, SEEN) == found


def test_a_day_of_many_years_is_a_move_and_its_reports_are_not_late() -> None:
    day = date(2019, 5, 20)
    moves = mass_days([(day, 2015), (day, 2016), (day, 2018), (date(2019, 2, 1), 2018), (None, 2017)])
    assert moves == {day}
    assert timing(day, [], DUE, FLOOR, SEEN, moves).basis == "doubtful"
    assert mass_days([(day, 2018)] * 9) == frozenset()


def test_what_was_seen_in_time_was_published_in_time_whatever_is_printed() -> None:
    for printed in (None, date(2020, 1, 1)):
        assert timing(printed, [], DUE, FLOOR, date(2019, 3, 1)) == Timing(date(2019, 3, 1), "seen", 0)


# --- states ---


def test_a_year_is_on_time_late_undated_or_never_seen(database: Engine, pages: Any) -> None:
    keep(
        database, reading(pages, 2018), reading(pages, 2017, date(2018, 4, 3)), reading(pages, 2016, None),
        reading(pages, 2015, date(2022, 7, 1)),
    )  # fmt: skip
    found = states(database)
    assert [found[year] for year in range(2014, 2020)] == [
        "never_seen", "date_doubtful", "without_date", "late", "on_time", "never_seen",
    ]  # fmt: skip
    assert set(found) == set(range(2008, 2024))
    assert one(database, 2017)["days_late"] == 3


def test_a_cell_says_what_its_state_rests_on(database: Engine, pages: Any) -> None:
    keep(database, reading(pages))
    row = one(database)
    assert (row["publisher"], row["place"], row["level"]) == ("清水县人民政府", "甘肃省/天水市/清水县", "county")
    assert (row["publish_date"], row["date_basis"], row["due"]) == (date(2019, 1, 25), "printed", date(2019, 3, 31))
    assert (row["local_rule"], row["hijack_verdict"], row["site"]) == (False, "genuine", "qingshui")
    assert row["first_seen"].tzinfo is not None
    assert row["last_checked"] is None
    assert row["url"] == "http://www.qs.example/2018.html"


def test_reports_that_all_bear_the_day_of_a_move_are_doubtful_but_the_one_in_time(database: Engine, pages: Any) -> None:
    day = date(2019, 3, 20)
    keep(database, *(reading(pages, year, day) for year in (2015, 2016, 2017, 2018)))
    found = states(database)
    assert [found[year] for year in (2015, 2016, 2017, 2018)] == ["date_doubtful"] * 3 + ["on_time"]


def test_an_earlier_versions_date_wins_after_a_move(database: Engine, pages: Any) -> None:
    keep(database, reading(pages, 2018, date(2019, 2, 1)))
    keep(database, reading(pages, 2018, date(2023, 2, 1)))
    row = one(database)
    assert (row["state"], row["date_basis"], row["publish_date"]) == ("on_time", "inferred", date(2019, 2, 1))


def test_a_report_taken_away_is_gone_and_comes_back(database: Engine, pages: Any) -> None:
    keep(database, reading(pages))
    url = "http://www.qs.example/2018.html"
    keep(database, replace(pages.fetch(url), outcome="gone", status=404))
    row = one(database)
    assert row["state"] == "gone"
    assert row["gone_since"] is not None
    keep(database, reading(pages))
    assert one(database)["state"] == "on_time"


def test_a_hijacked_page_that_names_no_publisher_any_more_is_the_countys_that_it_calls_its_own(
    database: Engine, pages: Any
) -> None:
    found = reading(pages, 2018, hijacked=Hijack("hijacked"), publisher=None, level="county")
    keep(database, reading(pages, 2017, date(2018, 1, 5)), found)
    assert (states(database)[2018], states(database)[2017]) == ("hijacked", "on_time")
    with database.connect() as connection:
        assert connection.scalars(select(Publisher.name)).all() == ["清水县人民政府"]


def test_only_other_peoples_words_are_hijacked_but_not_where_a_genuine_version_is_known(database: Engine, pages: Any) -> None:
    keep(database, reading(pages, 2018, hijacked=Hijack("hijacked")), reading(pages, 2017, date(2018, 1, 5)))
    keep(database, reading(pages, 2017, date(2018, 1, 5), hijacked=Hijack("hijacked"), text="别人的话"))
    found = states(database)
    assert (found[2018], found[2017]) == ("hijacked", "on_time")


def with_files(made: Any) -> Any:
    view = replace(made.page.view, attachments=(AttachmentLink("http://www.qs.example/a.pdf", "年报.pdf"),))
    return replace(made, page=replace(made.page, view=view))


def test_a_cover_of_files_is_attachment_only_and_a_report_with_a_file_is_not(database: Engine, pages: Any) -> None:
    keep(
        database, with_files(reading(pages, 2018, facts=[])), with_files(reading(pages, 2017, date(2018, 1, 5))),
        with_files(reading(pages, 2016, date(2017, 1, 5), facts=[], text="本年度主动公开政府信息。" * 40)),
    )  # fmt: skip
    found = states(database)
    assert (found[2018], found[2017], found[2016]) == ("attachment_only", "on_time", "on_time")


def test_nothing_seen_on_a_site_that_turns_us_away_is_blocked(database: Engine, pages: Any) -> None:
    crawled(database, "yongning", "ok", NOW - timedelta(days=9), name="永宁县人民政府", division="640121")
    assert one(database)["state"] == "never_seen"
    crawled(database, "yongning", "blocked", NOW - timedelta(days=2), name="永宁县人民政府", division="640121")
    row = one(database)
    assert (row["state"], row["publisher"], row["last_outcome"]) == ("blocked", "永宁县人民政府", "blocked")
    assert row["last_checked"] == NOW - timedelta(days=2) + timedelta(minutes=9)
    keep(database, reading(pages, division=YONGNING, publisher="永宁县人民政府", site="yongning"))
    assert one(database)["state"] == "on_time"


def test_a_report_is_not_due_before_its_day_is_over_in_china(database: Engine, pages: Any) -> None:
    keep(database, reading(pages, 2018))
    last_hour, after = datetime(2020, 3, 31, 15, 59, tzinfo=UTC), datetime(2020, 3, 31, 16, 0, tzinfo=UTC)
    assert (states(database, last_hour)[2019], states(database, after)[2019]) == ("not_yet_due", "never_seen")
    assert 2020 not in states(database, after)


def test_departments_are_due_in_january_and_townships_by_local_rule(database: Engine, pages: Any) -> None:
    office = {"division": YONGNING, "publisher": "永宁县教育局", "level": "department", "site": "yn"}
    town = {"division": WANGYUAN, "publisher": "永宁县望远镇人民政府", "level": "township", "site": "yn"}
    keep(
        database, reading(pages, 2020, date(2021, 2, 1), **office),
        reading(pages, 2020, date(2021, 2, 1), url="http://www.yn.example/wy", **town),
    )  # fmt: skip
    with database.connect() as connection:
        rows = {row["level"]: row for row in coverage(connection, NOW, year=2020)}
    assert (rows["department"]["state"], rows["department"]["days_late"]) == ("late", 1)
    assert (rows["township"]["state"], rows["township"]["local_rule"]) == ("on_time", True)
    assert len(rows) == 2


def test_a_county_and_the_office_that_signs_for_it_are_one_publisher(database: Engine, pages: Any) -> None:
    keep(
        database, reading(pages, 2018, None), reading(pages, 2017, date(2018, 2, 1)),
        reading(pages, 2018, publisher="清水县人民政府办公室", url="http://www.qs.example/ban.html"),
    )  # fmt: skip
    row = one(database)
    assert (row["state"], row["url"]) == ("on_time", "http://www.qs.example/ban.html")
    with database.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(Publisher)) == 1
        assert connection.scalar(select(func.count()).select_from(Publication)) == 3


# --- who is expected ---


def test_a_place_shows_its_divisions_that_never_reported(database: Engine, pages: Any) -> None:
    keep(database, reading(pages, division=YONGNING, publisher="永宁县人民政府", site="yongning"))
    with database.connect() as connection:
        everywhere = list(coverage(connection, NOW, year=2018))
        within = list(coverage(connection, NOW, "银川市", 2018))
        county = list(coverage(connection, NOW, "640121", 2018))
    assert [row["division_code"] for row in everywhere] == ["640121"]
    assert {row["division_code"]: row["state"] for row in within}["640122"] == "never_seen"
    assert [row["division_code"] for row in within] == sorted(row["division_code"] for row in within)
    assert len({row["division_code"] for row in within}) == len(within) > 60
    assert {row["level"] for row in county} == {"county", "township"}
    assert all(row["last_checked"] is None for row in county)


def test_a_division_is_expected_only_in_the_years_in_which_it_stood(database: Engine) -> None:
    with database.connect() as connection:
        rows = [*coverage(connection, NOW, "530121"), *coverage(connection, NOW, "530114")]
    years = {code: [row["year"] for row in rows if row["division_code"] == code] for code in ("530121", "530114")}
    assert years["530121"] + years["530114"] == list(range(2008, 2024))
    assert years["530121"]


def test_sites_of_the_registry_are_expected_before_their_first_crawl(database: Engine, pages: Any) -> None:
    keep(database, reading(pages))
    sites = [
        Registered("qingshui", "清水县人民政府", "620521", "county"), Registered("yn", "永宁县人民政府", "640121", "county"),
        Registered("jy", "和平县教育局", None, "department"),
    ]  # fmt: skip
    with database.connect() as connection:
        rows = list(coverage(connection, NOW, year=2018, registered=sites))
        inside = list(coverage(connection, NOW, "620521", 2018, registered=sites))
        named = list(coverage(connection, NOW, "和平县教育局", 2018, registered=sites))
    assert [row["publisher"] for row in rows if row["publisher"]] == ["清水县人民政府", "永宁县人民政府", "和平县教育局"]
    assert {row["publisher"] for row in inside} >= {"清水县人民政府"}
    assert "永宁县人民政府" not in {row["publisher"] for row in inside}
    assert [row["publisher"] for row in named] == ["和平县教育局"]


def test_a_site_without_a_division_is_expected_by_its_name_until_a_report_says_who_it_is(database: Engine, pages: Any) -> None:
    crawled(database, "jy", "nothing_new", NOW, name="和平县教育局")
    assert one(database)["publisher"] == "和平县教育局"
    keep(database, reading(pages, division=None, level=None, publisher="河源市和平县教育局", site="jy"))
    row = one(database)
    assert (row["publisher"], row["state"], row["site"]) == ("河源市和平县教育局", "on_time", "jy")


@pytest.mark.parametrize(
    ("name", "publisher", "level"),
    [
        ("永宁县人民政府门户网站", "永宁县人民政府", "county"), ("永宁县", "永宁县", "county"), (None, None, "county"),
        ("永宁县教育局", "永宁县教育局", "department"),
    ],
)  # fmt: skip
def test_a_sites_row_says_whether_its_government_or_a_department_is_expected(
    database: Engine, name: str | None, publisher: str | None, level: str
) -> None:
    crawled(database, "yn", "nothing_new", NOW, name=name, division="640121")
    row = one(database)
    assert (row["publisher"], row["level"], row["division"]) == (publisher, level, "永宁县")


def test_words_that_are_in_too_many_names_are_refused_and_odd_ones_find_nothing(database: Engine) -> None:
    with database.connect() as connection:
        with pytest.raises(UnclearPlace, match="more than"):
            areas_named(connection, "县")
        assert areas_named(connection, "甘肃省") == ["62"]
        assert areas_named(connection, "永宁") == ["640121"]
        for odd in ("%", "_", "'; DROP TABLE report", "无此县", "(", "县" * 10_000):
            assert list(coverage(connection, NOW, odd)) == []
        with pytest.raises(ValueError, match="on_time"):
            coverage(connection, NOW, state="lost")


def test_the_view_says_what_the_query_says_at_that_moment(database: Engine, pages: Any) -> None:
    keep(database, reading(pages, 2018), reading(pages, 2017, None), with_files(reading(pages, 2016, facts=[])))
    crawled(database, "qingshui", "blocked", NOW, name="清水县人民政府", division="620521")
    query = text("SELECT * FROM coverage ORDER BY division_code, publisher, site, year").columns(**TYPES)
    with database.connect() as connection:
        assert [dict(row) for row in connection.execute(query).mappings()] == list(coverage(connection, NOW))


def test_only_one_state_may_be_asked_for(database: Engine, pages: Any) -> None:
    keep(database, reading(pages))
    assert set(states(database, state="on_time")) == {2018}
    assert len(states(database, state="never_seen")) == 15
    assert set(STATES) >= set(states(database).values())


# --- tables and views ---


def test_the_view_stands_at_the_last_crawl(database: Engine, pages: Any) -> None:
    keep(database, reading(pages))
    crawled(database, "qingshui", "ok", datetime(2020, 2, 1, tzinfo=UTC), name="清水县人民政府", division="620521")
    with database.connect() as connection:
        rows = connection.execute(text("SELECT year, state, due, last_checked FROM coverage").columns(**TYPES)).all()
    found = {row.year: row.state for row in rows}
    assert (found[2018], found[2017], found[2019], max(found)) == ("on_time", "never_seen", "not_yet_due", 2019)


def test_the_view_of_punctuality_has_each_report_to_be_trusted(database: Engine, pages: Any) -> None:
    keep(database, reading(pages, 2018), reading(pages, 2017, date(2018, 4, 3)))
    keep(database, reading(pages, 2016, hijacked=Hijack("hijacked")))
    query = text("SELECT year, punctuality, days_late, due FROM punctuality ORDER BY year").columns(**TYPES)
    with database.connect() as connection:
        assert [tuple(row) for row in connection.execute(query)] == [
            (2017, "late", 3, date(2018, 3, 31)), (2018, "on_time", 0, date(2019, 3, 31)),
        ]  # fmt: skip


def snapshot(engine: Engine) -> list[Any]:
    with engine.connect() as connection:
        publishers = connection.execute(select(Publisher.__table__).order_by(Publisher.id)).all()
        cells = select(CoverageCell.__table__).order_by(CoverageCell.publisher_id, CoverageCell.report_year)
        reports = select(Publication.__table__).order_by(Publication.report_id)
        return [*publishers, *connection.execute(reports), *connection.execute(cells)]


def test_refreshing_again_changes_nothing_and_all_at_once_is_the_same_as_site_by_site(database: Engine, pages: Any) -> None:
    crawled(database, "yongning", "ok", NOW, name="永宁县人民政府", division="640121")
    keep(database, reading(pages, 2018), reading(pages, 2017, None))
    keep(database, reading(pages, division=YONGNING, publisher="永宁县人民政府", site="yongning", url="http://yn.example/1"))
    before = snapshot(database)
    with database.begin() as connection:
        refresh(connection)
    assert snapshot(database) == before


def test_sites_that_share_a_publisher_may_be_refreshed_at_once(database: Engine, pages: Any) -> None:
    keep(database, reading(pages, 2019, date(2020, 1, 3), site="new", url="http://new.example/1"))
    keep(database, reading(pages, 2018, site="old", url="http://old.example/1"))
    before = snapshot(database)

    def again(site: str) -> None:
        with writer(database).begin() as connection:
            refresh(connection, [site])

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(again, ["new", "old"] * 6))
    assert snapshot(database) == before


def test_who_reports_on_two_sites_is_looked_for_where_the_newest_report_is(database: Engine, pages: Any) -> None:
    keep(database, reading(pages, 2019, date(2020, 1, 3), site="new", url="http://new.example/1"))
    keep(database, reading(pages, 2018, site="old", url="http://old.example/1"))
    assert one(database)["site"] == "new"
    assert one(database, 2019)["state"] == "on_time"


def test_a_publisher_whose_reports_were_filed_elsewhere_is_forgotten(database: Engine, pages: Any) -> None:
    keep(database, reading(pages, division=None, level=None, publisher="某局"))
    with database.begin() as connection:
        connection.execute(text("UPDATE report SET division_code = '620521', level = 'county', publisher = '清水县人民政府'"))
        refresh(connection)
        assert connection.scalars(select(Publisher.name)).all() == ["清水县人民政府"]


def test_reports_without_a_year_or_any_name_have_no_cell(database: Engine, pages: Any) -> None:
    keep(database, reading(pages, publisher=None, division=None, level=None))
    keep(database, pages.reading([], year=None, url="http://www.qs.example/x"))
    assert states(database) == {}
