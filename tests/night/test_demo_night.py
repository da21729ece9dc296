"""The main job, end to end: a night over the demo web, compared with what a careful reader finds there."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Boolean, Connection, Integer, select, text

from demo.web import DemoWeb
from models.claims import claim, finish
from models.database import open_engine
from models.document import ReportVersion
from models.queries import facts_of
from tests.night.commands import Installation

OTHER_FORMS = frozenset({"requests.received", "applications.new"})
"""Codes for one figure that prose of a later year may state under either form's name."""


@pytest.fixture(scope="module")
def web() -> Iterator[DemoWeb]:
    with DemoWeb() as running:
        yield running


@pytest.fixture(scope="module")
def here(web: DemoWeb, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    installation = Installation(tmp_path_factory.mktemp("night"))
    web.rows(installation.rows)
    made = installation.type("db", "upgrade")
    assert made.returncode == 0, made.stderr
    night = installation.type("night")
    assert night.returncode == 0, night.stdout + night.stderr
    return installation


@pytest.fixture
def database(here: Installation) -> Iterator[Connection]:
    engine = open_engine(here.database)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _one(connection: Connection, query: str, **values: object) -> object:
    return connection.execute(text(query), values).scalar_one()


def test_every_report_of_every_site_is_stored_once(web: DemoWeb, database: Connection) -> None:
    stored = [url for (url,) in database.execute(text("SELECT url FROM versions"))]
    assert sorted(stored) == sorted(web.truth)


def test_no_decoy_became_a_report(web: DemoWeb, database: Connection) -> None:
    judged = {url for (url,) in database.execute(text("SELECT url FROM not_reports"))}
    stored = {url for (url,) in database.execute(text("SELECT url FROM versions"))}
    assert not stored & set(web.decoys)
    assert judged & set(web.decoys), "pages that were fetched and are no reports stay visible"


def test_title_year_publisher_and_edition_are_those_printed(web: DemoWeb, database: Connection) -> None:
    rows = {row.url: row for row in database.execute(text("SELECT * FROM versions"))}
    wrong = []
    for url, truth in web.truth.items():
        row = rows[url]
        wanted = (truth.year, truth.edition, truth.division_code)
        if (row.year, row.form_edition, row.division_code) != wanted or (not truth.hijacked and row.publisher != truth.publisher):
            wrong.append((url, wanted, truth.publisher, (row.year, row.form_edition, row.division_code), row.publisher))
    assert wrong == []


def test_every_form_fact_is_right_and_none_is_wrong(web: DemoWeb, database: Connection) -> None:
    facts = _facts(database, "form")
    for url, truth in web.truth.items():
        wanted = {(f.code, f.applicant): f.value for f in truth.facts if f.origin == "form" and f.category is None and f.code}
        found = {key: value for key, value in facts.get(url, {}).items() if key[0]}
        assert found == wanted, url


def test_no_fact_of_the_prose_is_wrong_and_nearly_none_is_missing(web: DemoWeb, database: Connection) -> None:
    facts = _facts(database, "prose")
    wrong, missing, total = [], [], 0
    for url, truth in web.truth.items():
        found = facts.get(url, {})
        for fact in truth.facts:
            if fact.origin != "prose" or fact.category is not None or fact.code is None:
                continue
            total += 1
            values = [value for (code, _), value in found.items() if code == fact.code or {code, fact.code} <= OTHER_FORMS]
            if not values:
                missing.append((url, fact.code))
            elif fact.value not in values:
                wrong.append((url, fact.code, fact.value, values))
    assert wrong == []
    assert len(missing) <= total * 0.05, missing


def _facts(connection: Connection, origin: str) -> dict[str, dict[tuple[str | None, str | None], Decimal | None]]:
    found: dict[str, dict[tuple[str | None, str | None], Decimal | None]] = {}
    for url, version in connection.execute(text("SELECT url, version_id FROM versions WHERE current")).all():
        for fact in facts_of(connection, version):
            if fact["origin"] == origin and (fact["category"] is None or fact["code"] is None):
                value = fact["value"]
                found.setdefault(url, {})[(fact["code"], fact["applicant"])] = None if value is None else Decimal(str(value))
    return found


def test_the_hijacked_report_stays_out_of_the_reports_to_read(web: DemoWeb, database: Connection) -> None:
    (hijacked,) = [url for url, truth in web.truth.items() if truth.hijacked]
    assert _one(database, "SELECT hijack_verdict FROM versions WHERE url = :url", url=hijacked) == "hijacked"
    assert _one(database, "SELECT count(*) FROM reports WHERE url = :url", url=hijacked) == 0


def test_pages_decoded_against_their_declaration_are_one_query_away(database: Connection) -> None:
    sites = {site for (site,) in database.execute(text("SELECT DISTINCT site FROM captures_against_declaration"))}
    assert "cangping" in sites
    assert "qinglan" not in sites


def test_each_intended_contradiction_is_a_finding_and_nothing_else_fails_hard(web: DemoWeb, database: Connection) -> None:
    failed: dict[str, set[str]] = {}
    for url, rule in database.execute(text("SELECT url, rule FROM findings WHERE outcome = 'fail'")):
        failed.setdefault(url, set()).add(rule)
    for url, truth in web.truth.items():
        assert truth.broken <= failed.get(url, set()), url


def test_show_prints_the_report_and_series_marks_the_break(here: Installation) -> None:
    shown = here.type("show", "青岚县", "2019")
    assert shown.returncode == 0
    assert "applications.new" in shown.stdout
    series = here.type("series", "applications_received", "--in", "青岚县")
    assert series.returncode == 0
    assert [year for year in range(2014, 2025) if str(year) not in series.stdout] == []


def test_status_and_schedule_say_when_each_site_is_next_due(here: Installation, web: DemoWeb) -> None:
    assert "site(s) are well" in here.type("status").stdout
    shown = here.type("status", "--all")
    assert shown.returncode == 0
    assert all(key in shown.stdout for key in web.sites)
    assert "due" in here.type("schedule", "next").stdout


def test_export_gives_one_object_a_report(here: Installation, web: DemoWeb) -> None:
    lines = here.type("export", "--format", "jsonl").stdout.splitlines()
    assert len(lines) == len(web.truth)


def test_a_second_night_finds_nothing_due_and_a_forced_one_writes_no_fact(here: Installation) -> None:
    before = _counts(here)
    assert "no site is due" in here.type("night").stdout
    again = here.type("night", "--all")
    assert again.returncode == 0, again.stdout + again.stderr
    assert "nothing new" in again.stdout
    assert _counts(here) == before


def test_a_revised_report_becomes_a_version_and_the_old_one_stays(here: Installation, web: DemoWeb) -> None:
    before = _counts(here)
    url = web.revise("qinglan", "青岚县人民政府", 2018, "requests.received", 31)
    crawl = here.type("crawl", "qinglan")
    assert crawl.returncode == 0, crawl.stdout + crawl.stderr
    engine = open_engine(here.database)
    with engine.connect() as connection:
        query = text("SELECT version, current FROM versions WHERE url = :url ORDER BY version")
        versions = connection.execute(query.columns(version=Integer, current=Boolean), {"url": url})
        assert [tuple(row) for row in versions] == [(1, False), (2, True)]
        changed = {code for (code,) in connection.execute(text("SELECT code FROM changes WHERE url = :url"), {"url": url})}
        assert "requests.received" in changed
    engine.dispose()
    assert _counts(here)["fact"] > before["fact"]


def _counts(here: Installation) -> dict[str, int]:
    engine = open_engine(here.database)
    tables = ("report", "report_version", "fact", "finding", "change")
    with engine.connect() as connection:
        counts = {table: int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()) for table in tables}
    engine.dispose()
    return counts


def test_scrapy_crawl_works_and_leaves_an_outcome(here: Installation) -> None:
    root = Path(__file__).parents[2]
    (here.folder / "scrapy.cfg").write_text((root / "scrapy.cfg").read_text(encoding="utf-8"), encoding="utf-8")
    done = here.type("crawl", "reports", "-a", "site=luyan", module="scrapy")
    assert done.returncode == 0, done.stderr[-2000:]
    engine = open_engine(here.database)
    with engine.connect() as connection:
        last = connection.execute(text("SELECT trigger, outcome FROM crawl WHERE site_key = 'luyan' ORDER BY id DESC LIMIT 1"))
        assert tuple(last.one()) == ("scrapy", "nothing_new")
    engine.dispose()


def test_a_site_that_is_being_crawled_is_not_crawled_a_second_time_and_the_request_is_kept(
    here: Installation, web: DemoWeb
) -> None:
    engine = open_engine(here.database)
    held = claim(engine, "luyan", datetime.now(UTC), "test")
    assert held is not None
    asked = len(web.requests)
    done = here.type("crawl", "luyan")
    assert done.returncode == 0
    assert "runs next" in done.stdout
    assert len(web.requests) == asked
    assert finish(engine, held, "ok", None, None, datetime.now(UTC))
    assert here.type("night").returncode == 0, "the next night takes it"
    with engine.connect() as connection:
        query = "SELECT c.trigger FROM crawl_request r JOIN crawl c ON c.id = r.crawl_id WHERE r.ended_at IS NOT NULL"
        assert connection.execute(text(f"{query} ORDER BY r.id DESC")).scalars().first() == "demand"
    engine.dispose()


def test_a_dry_run_shows_what_would_change_and_stores_none_of_it(here: Installation, web: DemoWeb) -> None:
    (url,) = [each for each, truth in web.truth.items() if each.startswith(web.sites["luyan"]) and truth.year == 2016]
    web.revise("luyan", web.truth[url].publisher, 2016, "requests.received", 777)
    before = _counts(here)
    dry = here.type("crawl", "luyan", "--dry-run")
    assert "777" in dry.stdout
    assert "0 new, 1 changed" in dry.stdout
    assert _counts(here) == before
    real = here.type("crawl", "luyan")
    assert "0 new, 1 changed" in real.stdout
    assert _counts(here)["report_version"] == before["report_version"] + 1
    again = here.type("crawl", "luyan", "--dry-run", "--force")
    assert "0 new, 0 changed" in again.stdout


def test_the_votes_on_a_place_are_kept_with_the_version(database: Connection) -> None:
    query = select(ReportVersion.placement).where(ReportVersion.division_code == "990221103").limit(1)
    kept = database.execute(query).scalar_one()
    assert kept["reason"]
    assert any(vote["followed"] for vote in kept["votes"])
