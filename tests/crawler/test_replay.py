"""Archived pages read again: the same code gives the same, other code tells what it changes, broken records are named."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from crawler.evidence import Problem, page_of
from crawler.registry import Site
from crawler.replay import Difference, Replay, Stages
from crawler.replay_mark import Mark
from models.replays import Wanted
from pipelines.archive import Archive, Exchange, Original
from pipelines.classify import reading_of
from pipelines.extractor import EXTRACTOR
from pipelines.items import Fetch, Listed, Reading
from pipelines.store import Store
from pipelines.validate import ValidatePipeline
from pipelines.warc.reading import read_capture

NOW = datetime(2024, 3, 1, 18, tzinfo=UTC)
SITE = Site(key="qs", name="清水县人民政府", level="county", start=("http://www.qs.example/nb/",))
LIST = "http://www.qs.example/nb/"
HEADERS = [(b"Content-Type", b"text/html; charset=utf-8")]


def page(year: int, number: int) -> bytes:
    title = f"青石县人民政府{year}年政府信息公开工作年度报告"
    words = f"{year}年，本机关主动公开政府信息{number}条。全年收到政府信息公开申请5件，均已按时答复。"
    return (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div class='content'>"
        f"<p>一、概述。根据《中华人民共和国政府信息公开条例》的要求，青石县人民政府编制本年度报告。</p><p>{words}</p></div></body></html>"
    ).encode()


@pytest.fixture
def crawled(sqlite_database: Engine, tmp_path: Path) -> Path:
    """The archive's folder, after a crawl of two reports and a page that is none, the first report seen again unchanged."""
    archive, store, stages = Archive(tmp_path / "warc"), Store(sqlite_database), Stages(sqlite_database, SITE, 0)
    guide = "<html><head><title>政府信息公开指南</title></head><body><h1>政府信息公开指南</h1><p>请到大厅办理。</p></body></html>"
    bodies = {"2018": page(2018, 358), "2019": page(2019, 401), "guide": guide.encode()}
    first: Original | None = None
    for at, (name, body) in enumerate([*bodies.items(), ("2018", bodies["2018"])]):
        url, moment = f"http://www.qs.example/nb/{name}.html", NOW + timedelta(days=at)
        place = archive.store(Exchange(url, moment, 200, HEADERS, body), first if at == 3 else None)
        first = first or Original(url, moment, place)
        fetch = Fetch("qs", None, url, url, "report", moment, "ok", 200, content_type="text/html; charset=utf-8", capture=place)
        title = "政府信息公开指南" if name == "guide" else f"{name}年政府信息公开工作年度报告"
        listed = Listed(title, date(2020, 1, 1), LIST)
        found = page_of(body, url, fetch.content_type, fetched_at=moment, site="qs", fetch=fetch, listed=listed)
        assert not isinstance(found, Problem)
        reading: Any = reading_of(found)
        for stage in stages.stages:
            reading = stage.process_item(reading)
        store.add(reading)
    store.close()
    archive.close()
    return tmp_path / "warc"


def rows(engine: Engine, query: str) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def everything(engine: Engine) -> list[list[tuple[Any, ...]]]:
    tables = ("report", "report_version", "fact", "finding", "change", "sighting", "page", '"fetch"', "coverage_cell")
    return [sorted(rows(engine, f"SELECT * FROM {table}"), key=repr) for table in tables]


def older(engine: Engine) -> None:
    """Makes what is stored that of other code, which read another number of open documents."""
    with engine.begin() as connection:
        connection.execute(text("UPDATE page SET extractor = 'older'"))
        connection.execute(text("UPDATE fact SET value = 1, raw = '1' WHERE raw = '358条'"))
        connection.execute(text("UPDATE report_version SET facts_hash = 'older' WHERE report_year = 2018"))


def replay(engine: Engine, warc: Path, told: list[Difference] | None = None, **more: Any) -> Any:
    wanted = Wanted(EXTRACTOR, **{name: more.pop(name) for name in ("site", "year", "finding", "since", "again") if name in more})
    limit = more.pop("limit", None)
    heard: list[Difference] = [] if told is None else told
    return Replay(engine, warc, {"qs": SITE}, heard.append, **more).run(wanted, limit)


def test_the_same_code_changes_nothing(sqlite_database: Engine, crawled: Path) -> None:
    before = everything(sqlite_database)
    done = replay(sqlite_database, crawled, again=True)
    assert (done.read, done.same, done.changed, done.broken) == (3, 3, 0, [])
    assert everything(sqlite_database) == before


def test_what_this_code_has_read_is_left_out(sqlite_database: Engine, crawled: Path) -> None:
    assert replay(sqlite_database, crawled).read == 0


def test_other_code_tells_each_value_and_keeps_it_as_a_version_read_again(sqlite_database: Engine, crawled: Path) -> None:
    older(sqlite_database)
    told: list[Difference] = []
    done = replay(sqlite_database, crawled, told)
    assert (done.read, done.changed) == (3, 1)
    assert [(one.year, [cell[1:] for cell in one.cells]) for one in told] == [(2018, [("1", "358")])]
    versions = rows(sqlite_database, "SELECT seq, cause, current FROM report_version WHERE report_year = 2018 ORDER BY seq")
    assert versions == [(1, "first", 0), (2, "reread", 1)]
    assert rows(sqlite_database, "SELECT COUNT(*) FROM facts WHERE raw = '358条'") == [(1,)]
    assert replay(sqlite_database, crawled).read == 0


def test_a_dry_run_tells_the_same_and_writes_nothing(sqlite_database: Engine, crawled: Path) -> None:
    older(sqlite_database)
    told: list[Difference] = []
    before = everything(sqlite_database)
    done = replay(sqlite_database, crawled, told, dry_run=True)
    assert (done.read, done.changed, len(told)) == (3, 1, 1)
    assert everything(sqlite_database) == before


def test_a_replay_that_was_stopped_goes_on_by_what_the_database_says(sqlite_database: Engine, crawled: Path) -> None:
    older(sqlite_database)
    assert replay(sqlite_database, crawled, limit=1).read == 1
    assert replay(sqlite_database, crawled).read == 2
    assert replay(sqlite_database, crawled).read == 0


@pytest.mark.parametrize(
    ("only", "read"),
    [({"year": 2019}, 1), ({"site": "qs"}, 3), ({"site": "other"}, 0), ({"since": NOW + timedelta(days=1)}, 2),
     ({"finding": "no-such-rule"}, 0)],
    ids=str,
)  # fmt: skip
def test_a_replay_can_be_limited(sqlite_database: Engine, crawled: Path, only: dict[str, Any], read: int) -> None:
    assert replay(sqlite_database, crawled, again=True, **only).read == read


def test_a_replay_of_everything_that_was_killed_goes_on_where_it_was(
    sqlite_database: Engine, crawled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted, heard = Wanted(EXTRACTOR, again=True), list[str]()

    def read(*asked: Any) -> Any:
        if len(heard) == 1:
            raise KeyboardInterrupt
        heard.append(asked[1].file)
        return read_capture(*asked)

    monkeypatch.setattr("crawler.replay.BATCH", 1)
    monkeypatch.setattr("crawler.replay.read_capture", read)
    with pytest.raises(KeyboardInterrupt):
        Replay(sqlite_database, crawled, {"qs": SITE}, print).run(wanted, mark=Mark(tmp_path, wanted))
    monkeypatch.setattr("crawler.replay.read_capture", read_capture)
    mark = Mark(tmp_path, wanted, lambda: NOW)
    assert mark.before is not None
    assert (mark.before.read, mark.before.changed, mark.before.broken) == (1, 0, 0)
    done = Replay(sqlite_database, crawled, {"qs": SITE}, print).run(wanted, limit=1, mark=mark)
    assert (done.read, done.whole) == (1, False)
    later = Mark(tmp_path, wanted)
    assert later.before is not None
    assert (later.before.read, later.before.at) == (2, NOW)
    done = Replay(sqlite_database, crawled, {"qs": SITE}, print).run(wanted, mark=later)
    assert (done.read, done.whole) == (1, True)
    assert not list(tmp_path.glob("replay-*"))


def test_the_mark_of_other_captures_or_other_code_is_none_of_ours(tmp_path: Path) -> None:
    wanted = Wanted("new", again=True)
    for other in (Wanted("new", site="qs", again=True), Wanted("old", again=True)):
        Mark(tmp_path, other).reach(("qs", 7), 1, 0, 0)
        assert Mark(tmp_path, other).before is not None
        assert Mark(tmp_path, wanted).before is None
    Mark(tmp_path, wanted).reach(("qs", 3), 1, 0, 0)
    assert Mark(tmp_path, Wanted("old", again=True)).before is None, "other code never comes again"
    Mark(tmp_path, wanted).file.write_text('{"after": ["qs"', encoding="utf-8")
    assert Mark(tmp_path, wanted).before is None


def test_findings_and_evidence_alone_are_kept_and_told(sqlite_database: Engine, crawled: Path) -> None:
    before = everything(sqlite_database)
    with sqlite_database.begin() as connection:
        connection.execute(text("UPDATE finding SET outcome = 'fail', message = 'as older code said' WHERE id = 1"))
        connection.execute(text("DELETE FROM finding WHERE id = 2"))
        connection.execute(text("UPDATE report_version SET placement = '{}', damage = '[1]' WHERE report_year = 2019"))
    other, told = everything(sqlite_database), list[Difference]()
    replay(sqlite_database, crawled, told, again=True, dry_run=True)
    assert everything(sqlite_database) == other
    stored = list[Difference]()
    done = replay(sqlite_database, crawled, stored, again=True)
    assert stored == told
    assert (done.read, done.changed) == (3, 2)
    assert [(one.year, sorted({cell[0].partition(" ")[0] for cell in one.cells})) for one in told] == [
        (2018, ["finding"]), (2019, ["damage", "finding", "placement"]),
    ]  # fmt: skip
    assert ("as older code said" in str(told[0].cells), told[1].cells[0][1]) == (True, "{}")
    after = everything(sqlite_database)
    assert [rows for at, rows in enumerate(after) if at != 3] == [rows for at, rows in enumerate(before) if at != 3]
    assert sorted(row[1:] for row in after[3]) == sorted(row[1:] for row in before[3]), "but for their numbers"


def test_findings_rest_on_the_figures_that_are_kept_whatever_order_they_are_read_in(
    sqlite_database: Engine, crawled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(sqlite_database)
    process = ValidatePipeline.process_item

    def turned(stage: ValidatePipeline, item: Any) -> Any:
        for report in item.reports:
            report.facts.reverse()
        return process(stage, item)

    monkeypatch.setattr(ValidatePipeline, "process_item", turned)
    assert replay(sqlite_database, crawled, again=True).changed == 0
    assert everything(sqlite_database) == before


def test_broken_and_missing_records_are_named_and_stay_wanted(sqlite_database: Engine, crawled: Path) -> None:
    older(sqlite_database)
    (file,) = crawled.glob("*.warc.gz")
    offset = rows(sqlite_database, "SELECT warc_offset FROM \"fetch\" WHERE url LIKE '%2019%'")[0][0]
    raw = bytearray(file.read_bytes())
    raw[offset + 12 : offset + 40] = bytes(28)
    file.write_bytes(raw)
    done = replay(sqlite_database, crawled)
    assert (done.read, len(done.broken)) == (2, 1)
    assert f"{file.name} at {offset}" in done.broken[0]
    file.unlink()
    assert file.name in replay(sqlite_database, crawled).broken[0]


def test_an_old_capture_read_anew_does_not_go_over_a_later_one(sqlite_database: Engine, crawled: Path) -> None:
    archive, store, stages = Archive(crawled), Store(sqlite_database), Stages(sqlite_database, SITE, 0)
    url, moment, body = "http://www.qs.example/nb/2018.html", NOW + timedelta(days=9), page(2018, 360)
    place = archive.store(Exchange(url, moment, 200, HEADERS, body))
    fetch = Fetch("qs", None, url, url, "report", moment, "ok", 200, content_type="text/html; charset=utf-8", capture=place)
    found = page_of(body, url, fetch.content_type, fetched_at=moment, site="qs", fetch=fetch)
    assert not isinstance(found, Problem)
    reading: Any = reading_of(found)
    for stage in stages.stages:
        reading = stage.process_item(reading)
    store.add(reading)
    store.close()
    archive.close()
    older(sqlite_database)
    assert replay(sqlite_database, crawled).broken == []
    current = rows(sqlite_database, "SELECT raw FROM facts WHERE year = 2018 AND code = 'disclosure.total'")
    assert current == [("360条",)]


def test_a_capture_of_a_site_without_a_row_is_named(sqlite_database: Engine, crawled: Path) -> None:
    heard: list[Difference] = []
    done = Replay(sqlite_database, crawled, {}, heard.append).run(Wanted(EXTRACTOR, again=True))
    assert (done.read, len(done.broken)) == (0, 3)
    assert "qs has no row" in done.broken[0]


def test_what_was_no_report_may_become_one_and_the_other_way_round(
    sqlite_database: Engine, crawled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def turned(page: Any) -> Reading:
        reading = reading_of(page)
        return Reading(page, reading.outline, False, "other rules") if reading.is_annual_report else reading

    monkeypatch.setattr("crawler.replay.reading_of", turned)
    told: list[Difference] = []
    assert replay(sqlite_database, crawled, told, again=True).changed == 2
    assert all("no longer taken for a report" in one.what for one in told)
    monkeypatch.undo()
    assert rows(sqlite_database, "SELECT COUNT(*) FROM report_version") == [(2,)]
    assert replay(sqlite_database, crawled, again=True).changed == 2
    assert rows(sqlite_database, "SELECT COUNT(*) FROM report_version") == [(2,)]
