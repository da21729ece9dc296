"""What the store keeps, and what it does not write twice."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from scrapy.utils.test import get_crawler
from sqlalchemy import Engine, event, select, text
from sqlalchemy.exc import OperationalError

from models.claims import claim, finish
from models.document import Report
from pipelines.items import Contact, DivisionRef, Finding, Hijack, Reading
from pipelines.store import Store, StoreFailed, StorePipeline

QINGSHUI = DivisionRef("620521", "清水县", ("甘肃省", "天水市", "清水县"))


def rows(engine: Engine, query: str) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def keep(where: Engine | Store, *items: Any) -> Store:
    store = where if isinstance(where, Store) else Store(where)
    for item in items:
        store.add(item)
    store.flush()
    return store


def test_keeps_a_reading_with_facts_findings_and_their_links(database: Engine, full_reading: Callable[[], Reading]) -> None:
    store = keep(database, full_reading())
    assert store.totals == {"reports_new": 1, "facts": 8, "findings": 1}
    assert rows(database, "SELECT publisher, year, place, version FROM reports") == [
        ("清水县人民政府", 2018, "甘肃省/天水市/清水县", 1)
    ]
    facts = rows(database, "SELECT code, edition, applicant, category, meaning, origin, unit FROM facts ORDER BY number")
    assert facts[0] == ("requests.received", "2014", None, None, "number", "form", "件")
    assert facts[5] == (None, "2014", None, "本地栏目", "number", "form", "件")
    assert facts[6] == ("applications.new", "2021", "natural_person", None, "zero", "form", "件")
    assert facts[7] == ("disclosure.total", "2014", None, "机构信息", "approximate", "prose", "件")
    linked = rows(database, "SELECT rule, CAST(facts AS TEXT) FROM findings ORDER BY rule")
    assert linked == [("f14-received", "[1, 2]"), ("f14-review", None)]


def test_an_unchanged_report_writes_nothing_but_that_it_was_seen(database: Engine, full_reading: Callable[[], Reading]) -> None:
    keep(database, full_reading())
    before = rows(database, "SELECT first_seen, last_seen FROM report")
    store = keep(database, full_reading())
    assert store.totals == {"reports_unchanged": 1}
    assert rows(database, "SELECT COUNT(*) FROM report_version") == [(1,)]
    assert rows(database, "SELECT COUNT(*) FROM fact") == [(8,)]
    assert rows(database, 'SELECT COUNT(*) FROM "fetch"') == [(2,)]
    after = rows(database, "SELECT r.first_seen, r.last_seen FROM report r JOIN sighting s ON s.last_seen = r.last_seen")
    assert after[0][0] == before[0][0]
    assert after[0][1] > before[0][1]


def test_a_correction_becomes_a_version_with_its_cells(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([pages.fact("requests.received", 5), pages.fact("review.total", 0)]))
    corrected = [pages.fact("requests.received", 6), pages.fact("review.total", 0), pages.fact("litigation.total", 1)]
    store = keep(database, pages.reading(corrected, text="全年收到申请6件，均已答复。"))
    assert store.totals == {"reports_changed": 1, "facts": 3}
    query = "SELECT kind, code, old_raw, new_raw FROM changes WHERE field IS NULL ORDER BY number"
    assert rows(database, query) == [("changed", "requests.received", "5", "6"), ("added", "litigation.total", None, "1")]
    assert rows(database, "SELECT version, current, cause FROM versions ORDER BY version") == [
        (1, False, "first"),
        (2, True, "published"),
    ]
    assert rows(database, "SELECT raw FROM facts ORDER BY number") == [("6",), ("0",), ("1",)]


def test_a_changed_field_alone_is_a_version_and_a_lost_one_is_not(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, pages.reading([]))
    assert keep(sqlite_database, pages.reading([], index_number=None)).totals == {"reports_unchanged": 1}
    assert keep(sqlite_database, pages.reading([], contact=Contact(phone="0938-7150001"))).totals == {"reports_changed": 1}
    assert rows(sqlite_database, "SELECT field, old_raw, new_raw FROM changes") == [("phone", "0938-7150000", "0938-7150001")]
    assert rows(sqlite_database, "SELECT cause FROM report_version WHERE seq = 2") == [("reread",)]


def test_a_hijacked_version_never_displaces_a_genuine_one(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([pages.fact("requests.received", 5)]))
    hijacked = Hijack("hijacked", ("half of the text is about games",))
    store = keep(database, pages.reading([], text="别的内容", hijacked=hijacked))
    assert store.totals == {"reports_changed": 1}
    assert rows(database, "SELECT version, hijack_verdict FROM reports") == [(1, "genuine")]
    assert rows(database, "SELECT version, hijack_verdict FROM hijacked") == [(2, "hijacked")]
    keep(database, pages.reading([pages.fact("requests.received", 5)], text="又恢复了。"))
    assert rows(database, "SELECT version FROM reports") == [(3,)]


def test_a_genuine_version_takes_the_place_of_a_hijacked_one(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([], hijacked=Hijack("hijacked"), publisher_inferred=True))
    assert rows(database, "SELECT version FROM reports") == []
    keep(database, pages.reading([], text="本县的年度报告"))
    assert rows(database, "SELECT version, publisher_inferred FROM reports") == [(2, False)]


def test_twins_at_other_addresses_are_one_version(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([]), pages.reading([], url="https://qs.example/zwgk/nb/2018.html"))
    keep(database, pages.reading([], url="http://m.qs.example/nb/2018.html"))
    assert rows(database, "SELECT COUNT(*) FROM report_version") == [(1,)]
    assert rows(database, "SELECT url FROM sighting ORDER BY first_seen") == [
        ("https://qs.example/zwgk/nb/2018.html",),
        ("http://m.qs.example/nb/2018.html",),
    ]


def test_two_addresses_with_different_words_do_not_take_turns(sqlite_database: Engine, pages: Any) -> None:
    def night() -> Store:
        other = pages.reading([], text="打印版的文字", url="http://www.qs.example/print/2018.html")
        return keep(sqlite_database, pages.reading([]), other)

    night()
    assert night().totals == {"reports_unchanged": 2}
    assert rows(sqlite_database, "SELECT COUNT(*) FROM report_version") == [(2,)]


def test_a_notice_about_a_report_does_not_take_its_place(database: Engine, pages: Any) -> None:
    report = pages.reading([pages.fact("requests.received", 5), pages.fact("review.total", 0)])
    notice = {"text": "年报已公布，收到申请5件。", "url": "http://www.qs.example/news/9.html", "form_edition": None}
    keep(database, report, pages.reading([pages.fact("requests.received", 5, origin="prose")], **notice))
    assert rows(database, "SELECT version, cause, current FROM versions ORDER BY version") == [
        (1, "first", True),
        (2, "elsewhere", False),
    ]
    assert rows(database, "SELECT * FROM changes") == []


def test_a_report_takes_the_place_of_a_notice_that_was_seen_first(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([], text="年报已公布", url="http://www.qs.example/news/9.html", form_edition=None))
    keep(database, pages.reading([pages.fact("requests.received", 5)]))
    assert rows(database, "SELECT version, url FROM reports") == [(2, "http://www.qs.example/zwgk/nb/2018.html")]


def test_a_corrected_report_at_a_new_address_takes_the_place_of_the_old(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([pages.fact("requests.received", 5)]))
    keep(database, pages.reading([pages.fact("requests.received", 6)], text="更正版", url="http://www.qs.example/2.html"))
    assert rows(database, "SELECT version, cause FROM versions WHERE current") == [(2, "published")]
    assert rows(database, "SELECT code, old_raw, new_raw FROM changes WHERE field IS NULL") == [("requests.received", "5", "6")]


def test_a_page_that_goes_back_to_its_old_words_is_a_new_version(sqlite_database: Engine, pages: Any) -> None:
    for words in ("旧的文字", "新的文字", "旧的文字"):
        keep(sqlite_database, pages.reading([], text=words))
    assert rows(sqlite_database, "SELECT version, text FROM reports") == [(3, "旧的文字")]


def test_several_versions_of_one_report_in_one_batch(database: Engine, pages: Any) -> None:
    readings = [pages.reading([pages.fact("requests.received", n)], text=f"收到{n}件") for n in (1, 2, 2, 3)]
    store = keep(database, *readings)
    assert store.totals == {"reports_new": 1, "reports_changed": 2, "reports_unchanged": 1, "facts": 3}
    assert rows(database, "SELECT old_raw, new_raw FROM changes ORDER BY version") == [("1", "2"), ("2", "3")]


def test_decoys_stay_visible_with_the_reason(database: Engine, pages: Any) -> None:
    store = keep(database, pages.decoy(), pages.fetch())
    assert store.totals == {"not_reports": 1}
    assert rows(database, "SELECT site, url, why FROM not_reports") == [
        ("qingshui", "http://www.qs.example/zwgk/zn.html", "it is a guide")
    ]
    assert rows(database, "SELECT COUNT(*) FROM report") == [(0,)]


def test_pages_decoded_against_their_declaration_are_found_by_one_query(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([]), pages.fetch())
    query = "SELECT site, codec, declared_codec FROM captures_against_declaration"
    assert rows(database, query) == [("qingshui", "gb18030", "utf-8")]


def test_a_fetch_handed_in_alone_and_with_its_reading_is_one(database: Engine, pages: Any) -> None:
    reading = pages.reading([])
    keep(database, reading.page.fetch)
    assert rows(database, 'SELECT codec FROM "fetch"') == [(None,)]
    keep(database, reading)
    assert rows(database, 'SELECT codec FROM "fetch"') == [("gb18030",)]
    both = pages.reading([])
    keep(database, both, both.page.fetch)
    assert rows(database, 'SELECT COUNT(*), COUNT(codec) FROM "fetch"') == [(2, 2)]


def test_a_batch_handed_in_again_doubles_nothing(database: Engine, full_reading: Callable[[], Reading], pages: Any) -> None:
    batch = [full_reading(), pages.decoy(), pages.fetch()]
    keep(database, *batch)
    keep(database, *batch)
    counts = 'SELECT (SELECT COUNT(*) FROM "fetch"), (SELECT COUNT(*) FROM page), (SELECT COUNT(*) FROM fact)'
    assert rows(database, counts) == [(3, 2, 8)]


def test_writes_by_itself_once_enough_is_in_hand(sqlite_database: Engine, pages: Any) -> None:
    store = Store(sqlite_database, batch=2)
    store.add(pages.fetch())
    assert rows(sqlite_database, 'SELECT COUNT(*) FROM "fetch"') == [(0,)]
    store.add(pages.fetch())
    assert rows(sqlite_database, 'SELECT COUNT(*) FROM "fetch"') == [(2,)]


def test_a_database_error_rolls_back_is_raised_and_keeps_the_items(database: Engine, pages: Any) -> None:
    store = Store(database)
    store.add(pages.reading([pages.fact("requests.received", 5)]))

    def fail(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("INSERT INTO fact"):
            raise OperationalError(statement, None, ConnectionError("the database went away"))

    event.listen(store.engine, "before_cursor_execute", fail)
    with pytest.raises(StoreFailed, match="went away"):
        store.flush()
    event.remove(store.engine, "before_cursor_execute", fail)
    assert rows(database, 'SELECT COUNT(*) FROM "fetch"') == [(0,)]
    store.flush()
    assert rows(database, "SELECT COUNT(*) FROM facts") == [(1,)]


def test_a_missing_table_is_counted_and_raised(sqlite_database: Engine, pages: Any) -> None:
    with sqlite_database.begin() as connection:
        connection.execute(text("ALTER TABLE page RENAME TO gone"))
    store = Store(sqlite_database)
    store.add(pages.reading([]))
    for _ in range(2):
        with pytest.raises(StoreFailed, match="page"):
            store.flush()
    assert store.totals == {"store_errors": 2}
    assert rows(sqlite_database, "SELECT COUNT(*) FROM report") == [(0,)]


def test_a_crawl_that_lost_its_claim_writes_nothing(database: Engine, pages: Any) -> None:
    reading = pages.reading([])
    now = reading.page.fetched_at
    held = claim(database, "qingshui", now)
    assert held is not None
    mine = replace(reading, page=replace(reading.page, fetch=replace(reading.page.fetch, crawl=held.crawl)))
    store = Store(database)
    store.add(mine)
    assert claim(database, "qingshui", now + timedelta(hours=1)) is not None  # the lease is over: another takes the site
    with pytest.raises(StoreFailed, match="taken over"):
        store.flush()
    assert rows(database, 'SELECT COUNT(*) FROM "fetch"') == [(0,)]
    assert not finish(database, held, "ok", {}, None, now + timedelta(hours=1))


def test_hostile_text_and_numbers_are_kept_as_far_as_they_can_be(database: Engine, pages: Any) -> None:
    facts = [
        pages.fact("requests.received", "9" * 400, raw="9" * 400),
        pages.fact("fees.collected", "0.123456", unit="万元"),
        pages.fact("review.total", "999999999999999"),
        pages.fact("training.people", "-3"),
        pages.fact("litigation.total", "1.00000001"),
    ]
    long = {"url": "http://x.example/" + "啊" * 9000, "publisher": "某" * 9000}
    store = keep(database, pages.reading(facts, text="坏\x00字\ud800符", title="题\x00目", **long))
    assert store.totals["facts"] == 5
    assert rows(database, "SELECT title, text FROM reports") == [("题\ufffd目", "坏\ufffd字\ufffd符")]
    stored = rows(database, "SELECT meaning, value FROM facts ORDER BY number")
    assert [meaning for meaning, _ in stored] == ["text", "number", "number", "number", "text"]
    values = [None if value is None else Decimal(str(value)) for _, value in stored]
    assert values == [None, Decimal("0.123456"), Decimal(999999999999999), Decimal(-3), None]


def test_a_report_without_publisher_is_known_by_its_address(sqlite_database: Engine, pages: Any) -> None:
    nobody = {"publisher": None, "division": None}
    keep(sqlite_database, pages.reading([], **nobody), pages.reading([], url="http://www.qs.example/b.html", **nobody))
    assert keep(sqlite_database, pages.reading([], **nobody)).totals == {"reports_unchanged": 1}
    assert rows(sqlite_database, "SELECT COUNT(*) FROM report") == [(2,)]


def test_a_division_is_kept_with_those_above_it(database: Engine, pages: Any) -> None:
    town = DivisionRef("110105001", "建外街道", ("北京市", "朝阳区", "建外街道"))
    wrong = DivisionRef("620500", "清水县", ("甘肃省", "天水市", "清水县"))
    keep(database, *(pages.reading([], division=place) for place in (wrong, town, QINGSHUI)))
    codes = "('110000', '110105', '110105001', '620000', '620500', '620521')"
    assert rows(database, f"SELECT code, parent, level, path FROM division WHERE code IN {codes} ORDER BY code") == [
        ("110000", None, "province", "北京市"),
        ("110105", "110000", "county", "北京市/朝阳区"),
        ("110105001", "110105", "township", "北京市/朝阳区/建外街道"),
        ("620000", None, "province", "甘肃省"),
        ("620500", "620000", "prefecture", "甘肃省/天水市"),
        ("620521", "620500", "county", "甘肃省/天水市/清水县"),
    ]


def test_a_report_that_got_its_name_later_is_not_a_second_one(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([], publisher=None, division=None))
    assert keep(database, pages.reading([])).totals == {"reports_changed": 1}
    assert rows(database, "SELECT publisher, identity FROM versions WHERE current") == [("清水县人民政府", "620521::2018")]
    assert rows(database, "SELECT COUNT(*) FROM report") == [(1,)]
    assert keep(database, pages.reading([])).totals == {"reports_unchanged": 1}


def test_a_name_that_another_report_has_already_is_left_to_it(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([], url="http://www.qs.example/other.html", text="另一处的文字"))
    keep(database, pages.reading([], publisher=None, division=None))
    keep(database, pages.reading([]))
    assert rows(database, "SELECT identity FROM report ORDER BY 1 DESC LIMIT 1") == [
        ("page:qingshui:qs.example/zwgk/nb/2018.html:1",)
    ]


def test_a_report_whose_page_is_gone_says_since_when_and_keeps_its_data(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([pages.fact("requests.received", 5)]))
    gone = replace(pages.fetch("http://www.qs.example/zwgk/nb/2018.html"), outcome="gone", status=404)
    assert keep(database, gone).totals == {"reports_gone": 1}
    later = replace(gone, fetched_at=gone.fetched_at + timedelta(days=1))
    assert keep(database, later).totals == {}
    with database.connect() as connection:
        assert connection.scalar(select(Report.gone_since)) == gone.fetched_at
    assert rows(database, "SELECT raw FROM facts") == [("5",)]
    pages.nights += 2
    keep(database, pages.reading([pages.fact("requests.received", 5)]))
    assert rows(database, "SELECT gone_since FROM reports") == [(None,)]


def test_unstorable_signs_make_no_new_version_every_night(database: Engine, pages: Any) -> None:
    for _ in range(2):
        store = keep(database, pages.reading([pages.fact("requests.received", 5, raw="5\x00")], title="题\x00目"))
    assert store.totals == {"reports_unchanged": 1}


def test_two_crawls_that_meet_the_same_reports_at_once_double_nothing(database: Engine, pages: Any) -> None:
    def crawl(host: str) -> Store:
        mine = type(pages)()
        years = range(2010, 2018) if host < "c" else range(2017, 2009, -1)
        facts = [mine.fact("requests.received", 5)]
        found = [mine.reading(facts, year=year, url=f"http://{host}.example/{year}", text=str(year), site=host) for year in years]
        return keep(Store(database, batch=3), *found)

    with ThreadPoolExecutor(4) as threads:
        totals = sum((store.totals for store in threads.map(crawl, "abcd")), Counter())
    assert totals == {"reports_new": 8, "reports_unchanged": 24, "facts": 8}
    counts = "SELECT (SELECT COUNT(*) FROM report_version), (SELECT COUNT(*) FROM sighting), (SELECT COUNT(*) FROM facts)"
    assert rows(database, counts) == [(8, 32, 8)]


def test_two_reports_on_one_page_are_kept_with_places_of_their_own(sqlite_database: Engine, pages: Any) -> None:
    reading = pages.reading([], text="甲收到5件。乙收到6件。")
    first, second = reading.reports[0], pages.report("", [], year=2019)
    first.end, second.start, second.end = 6, 6, 12
    second.facts = [pages.fact("requests.received", 6, at=9)]
    reading.reports.append(second)
    keep(sqlite_database, reading)
    stored = "SELECT f.raw, f.place_start, f.place_end, v.text FROM facts f JOIN report_version v ON v.id = f.version_id"
    assert rows(sqlite_database, stored) == [("6", 3, 4, "乙收到6件。")]


def test_two_reports_of_one_publisher_and_year_on_a_page_do_not_take_turns(sqlite_database: Engine, pages: Any) -> None:
    for _ in range(2):
        reading = pages.reading([], text="甲收到5件。乙收到6件。")
        second = pages.report("", [])
        reading.reports[0].end, second.start, second.end = 6, 6, 12
        reading.reports.append(second)
        store = keep(sqlite_database, reading)
    assert store.totals == {"reports_unchanged": 2}


def test_the_same_finding_twice_is_one_row(sqlite_database: Engine, pages: Any) -> None:
    reading = pages.reading([])
    reading.reports[0].findings = [Finding("any-prose", "fail", words, "1", "2") for words in ("worded so", "worded otherwise")]
    keep(sqlite_database, reading)
    assert rows(sqlite_database, "SELECT message FROM finding") == [("worded so",)]


class StoppedEngine:
    """Stands for Scrapy's engine: remembers why it was told to close the spider."""

    def __init__(self) -> None:
        self.reasons: list[str] = []

    async def close_spider_async(self, *, reason: str) -> None:
        self.reasons.append(reason)


def stage(url: str) -> StorePipeline:
    crawler = get_crawler(settings_dict={"NIANBAO_DATABASE_URL": url})
    made = StorePipeline.from_crawler(crawler)
    crawler.engine = StoppedEngine()
    return made


def test_the_stage_passes_items_on_and_counts_what_was_kept_when_it_closes(sqlite_database: Engine, pages: Any) -> None:
    made = stage(str(sqlite_database.url))
    reading = pages.reading([pages.fact("requests.received", 5)])
    assert made.process_item(reading) is reading
    made.process_item(pages.decoy())
    asyncio.run(made.close_spider())
    stats = made.crawler.stats.get_stats()
    counted = {key: value for key, value in stats.items() if key.startswith("nianbao/")}
    assert counted == {"nianbao/reports_new": 1, "nianbao/facts": 1, "nianbao/not_reports": 1}


def test_the_stage_stops_the_crawl_when_the_database_fails(tmp_path: Path, pages: Any) -> None:
    async def crawl() -> StorePipeline:
        made = stage(f"sqlite:///{tmp_path / 'empty.db'}")
        made.store.batch = 1
        for _ in range(2):
            with pytest.raises(StoreFailed):
                made.process_item(pages.fetch())
        await asyncio.sleep(0)
        assert made.crawler.stats.get_value("nianbao/store_errors") == 2
        with pytest.raises(StoreFailed, match="2 item"):
            await made.close_spider()
        return made

    made = asyncio.run(crawl())
    assert made.crawler.engine.reasons == ["the database failed"]
    assert made.crawler.stats.get_value("nianbao/store_errors") == 3


class Away:
    """Stands for a database that is away: each statement that writes fails until it is back, after so many tries."""

    def __init__(self, engine: Engine, tries: int) -> None:
        self.engine, self.left, self.tried = engine, tries, 0
        event.listen(engine, "before_cursor_execute", self._fail)

    def _fail(self, connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("INSERT INTO fetch"):
            self.tried += 1
            if self.tried <= self.left:
                locked = sqlite3.OperationalError("database is locked")
                locked.sqlite_errorcode = sqlite3.SQLITE_BUSY
                raise OperationalError(statement, None, locked)


def test_a_database_that_is_away_is_waited_for_and_nothing_is_lost_or_doubled(
    sqlite_database: Engine, pages: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.keeping.again.FIRST_PAUSE", 0.001)

    async def crawl() -> StorePipeline:
        made = stage(str(sqlite_database.url))
        made.store.batch = 2
        away = Away(made.store.engine, 3)
        items = [pages.reading([pages.fact("requests.received", 5)], url=f"http://x/{n}", publisher=f"第{n}镇") for n in range(5)]
        given = [made.process_item(item) for item in items]
        assert [await one if isinstance(one, Awaitable) else one for one in given] == items
        assert away.tried >= 4
        await made.close_spider()
        return made

    made = asyncio.run(crawl())
    assert rows(sqlite_database, "SELECT COUNT(*), COUNT(DISTINCT request_key) FROM fetch") == [(5, 5)]
    assert rows(sqlite_database, "SELECT COUNT(*) FROM report_version") == [(5,)]
    assert made.crawler.engine.reasons == []
    assert made.crawler.stats.get_value("nianbao/reports_new") == 5
    assert not made.crawler.stats.get_value("nianbao/store_errors")


def test_a_database_that_stays_away_ends_the_crawl_and_names_the_batch(
    sqlite_database: Engine, pages: Any, caplog: pytest.LogCaptureFixture
) -> None:
    async def crawl() -> StorePipeline:
        made = stage(str(sqlite_database.url))
        made.store.batch, made.patience = 1, 0.01
        Away(made.store.engine, 1000)
        with pytest.raises(StoreFailed):
            await made.process_item(pages.fetch("http://x/1"))  # type: ignore[misc]  # away, so it is awaited
        with pytest.raises(StoreFailed, match="http://x/1"):
            await made.close_spider()
        return made

    made = asyncio.run(crawl())
    assert made.crawler.engine.reasons == ["the database failed"]
    assert made.crawler.stats.get_value("nianbao/store_errors") >= 1
    assert "1 item(s) from http://x/1 to http://x/1 not written" in caplog.text
