"""A person's verdict: it holds through later nights for what was judged, and for nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, text

from models.verdicts import signs_of
from pipelines.items import Hijack
from pipelines.keeping.judging import UnknownVersion, judge
from pipelines.store import Store

NOW = datetime(2024, 5, 1, tzinfo=UTC)
FALSE_ALARM = Hijack("hijacked", ("title: 皇冠镇", "rebuilt: 清水县人民政府, by its names"))


def keep(where: Engine, *items: Any) -> Store:
    store = Store(where)
    for item in items:
        store.add(item)
    store.flush()
    return store


def rows(engine: Engine, query: str) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def with_bytes(reading: Any, mark: str) -> Any:
    """The reading with the hash of bytes of its own."""
    reading.body_hash = f"bytes {mark}"
    return reading


def release(engine: Engine, version: int = 1) -> Any:
    return judge(engine, version, "genuine", "the town is called so", "li", NOW)


def test_a_release_puts_a_report_back_into_views_and_series(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([pages.fact("requests.received", 5)], hijacked=FALSE_ALARM))
    assert [len(rows(database, f"SELECT * FROM {view}")) for view in ("reports", "facts", "series", "hijacked")] == [0, 0, 0, 1]
    done = release(database)
    assert (done.verdict, done.found, done.versions) == ("genuine", "hijacked", 1)
    assert [len(rows(database, f"SELECT * FROM {view}")) for view in ("reports", "facts", "series", "hijacked")] == [1, 1, 1, 0]
    assert rows(database, "SELECT hijack_verdict, hijack_found FROM report_version") == [("genuine", "hijacked")]


def test_a_release_holds_on_the_next_night_when_nothing_changed(database: Engine, pages: Any) -> None:
    keep(database, with_bytes(pages.reading([], hijacked=FALSE_ALARM), "1"))
    release(database)
    assert keep(database, with_bytes(pages.reading([], hijacked=FALSE_ALARM), "1")).totals == {"reports_unchanged": 1}
    assert keep(database, with_bytes(pages.reading([], hijacked=FALSE_ALARM), "with another counter")).totals == {
        "reports_unchanged": 1
    }
    assert rows(database, "SELECT version FROM reports") == [(1,)]


def test_a_release_holds_when_newer_code_says_it_otherwise_of_the_same_bytes(database: Engine, pages: Any) -> None:
    keep(database, with_bytes(pages.reading([], hijacked=FALSE_ALARM), "1"))
    release(database)
    newer = Hijack("hijacked", ("publisher: 皇冠", "source: 皇冠发布"))
    assert keep(database, with_bytes(pages.reading([], hijacked=newer), "1")).totals == {"reports_unchanged": 1}
    assert rows(database, "SELECT hijack_verdict FROM report_version") == [("genuine",)]


def test_a_release_holds_for_edited_text_with_the_same_false_alarm(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, pages.reading([], hijacked=FALSE_ALARM))
    release(sqlite_database)
    keep(sqlite_database, pages.reading([], text="改正了一个错字。", hijacked=FALSE_ALARM))
    assert rows(sqlite_database, "SELECT version, hijack_verdict FROM reports") == [(2, "genuine")]
    assert rows(sqlite_database, "SELECT hijack_found FROM report_version WHERE seq = 2") == [("hijacked",)]


@pytest.mark.parametrize("words", ["改正了一个错字。", "全年收到申请5件，均已答复。"])
def test_a_released_page_that_turns_is_kept_out_again(sqlite_database: Engine, pages: Any, words: str) -> None:
    keep(sqlite_database, with_bytes(pages.reading([], hijacked=FALSE_ALARM), "1"))
    release(sqlite_database)
    turned = Hijack("hijacked", ("title: 皇冠镇", "text: 澳门新葡京"))
    keep(sqlite_database, with_bytes(pages.reading([], text=words, hijacked=turned), "2"))
    assert rows(sqlite_database, "SELECT version, hijack_verdict FROM reports") == [(1, "genuine")]
    assert rows(sqlite_database, "SELECT version, hijack_verdict FROM hijacked") == [(2, "hijacked")]


def test_a_confirmation_keeps_out_what_the_program_let_through(database: Engine, pages: Any) -> None:
    keep(database, with_bytes(pages.reading([]), "1"))
    judge(database, 1, "mirror", None, "wang", NOW)
    assert rows(database, "SELECT * FROM reports") == []
    assert rows(database, "SELECT hijack_verdict, found, judged, judged_by FROM hijacked") == [
        ("mirror", "genuine", "mirror", "wang")
    ]
    assert keep(database, with_bytes(pages.reading([]), "1")).totals == {"reports_unchanged": 1}


def test_a_confirmed_page_that_was_restored_is_read_again(sqlite_database: Engine, pages: Any) -> None:
    hijacked = Hijack("hijacked", ("head: 新葡京",))
    keep(sqlite_database, with_bytes(pages.reading([], hijacked=hijacked), "bad"))
    judge(sqlite_database, 1, "hijacked", None, None, NOW)
    keep(sqlite_database, with_bytes(pages.reading([]), "good"))
    assert rows(sqlite_database, "SELECT version, hijack_verdict FROM reports") == [(2, "genuine")]


def test_a_later_judgement_takes_the_place_of_an_earlier_one(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([], hijacked=FALSE_ALARM))
    release(database)
    judge(database, 1, "hijacked", None, None, NOW)
    assert rows(database, "SELECT verdict, found FROM judgement") == [("hijacked", "hijacked")]
    assert rows(database, "SELECT hijack_verdict, hijack_found FROM report_version") == [("hijacked", None)]


def test_confirming_the_current_version_gives_the_place_back_to_the_genuine_one(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, pages.reading([pages.fact("requests.received", 5)]))
    keep(sqlite_database, pages.reading([pages.fact("requests.received", 9)], text="全年收到申请9件。"))
    judge(sqlite_database, 2, "hijacked", None, None, NOW)
    assert rows(sqlite_database, "SELECT version, current FROM versions ORDER BY version") == [(1, 1), (2, 0)]


def test_an_unknown_version_and_an_unknown_verdict_are_refused(sqlite_database: Engine, pages: Any) -> None:
    with pytest.raises(UnknownVersion, match="genuine list"):
        release(sqlite_database, 77)
    with pytest.raises(ValueError, match="expected genuine or one of"):
        judge(sqlite_database, 1, "unknown", None, None, NOW)


def test_newer_code_that_sees_through_the_same_bytes_takes_the_report_out(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, with_bytes(pages.reading([]), "1"))
    keep(sqlite_database, with_bytes(pages.reading([], hijacked=FALSE_ALARM), "1"))
    assert rows(sqlite_database, "SELECT * FROM reports") == []
    assert rows(sqlite_database, "SELECT version, current FROM hijacked") == [(2, 1)]


def test_other_bytes_that_are_hijacked_leave_the_genuine_version_in_its_place(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, with_bytes(pages.reading([]), "1"))
    keep(sqlite_database, with_bytes(pages.reading([], hijacked=FALSE_ALARM), "2"))
    assert rows(sqlite_database, "SELECT version FROM reports") == [(1,)]


# --- the day a page turned ---


def test_a_page_that_turned_stays_under_its_report_and_the_day_is_kept(database: Engine, pages: Any) -> None:
    keep(database, pages.reading([pages.fact("requests.received", 5)]))
    hijacked = Hijack("hijacked", ("publisher: www.example.com",))
    keep(database, pages.reading([], text="别的内容", publisher=None, division=None, report_year=None, hijacked=hijacked))
    assert rows(database, "SELECT COUNT(*) FROM report") == [(1,)]
    assert rows(database, "SELECT version, hijack_verdict FROM reports") == [(1, "genuine")]
    ((turned, seen),) = rows(database, "SELECT turned, first_seen FROM hijacked")
    assert turned == seen
    assert turned is not None


def test_a_page_that_never_was_genuine_did_not_turn(sqlite_database: Engine, pages: Any) -> None:
    keep(sqlite_database, pages.reading([], hijacked=FALSE_ALARM))
    assert rows(sqlite_database, "SELECT turned FROM hijacked") == [(None,)]


def test_a_hijacked_page_of_another_year_is_not_filed_under_the_report_of_its_address(
    sqlite_database: Engine, pages: Any
) -> None:
    keep(sqlite_database, pages.reading([]))
    keep(sqlite_database, pages.reading([], text="别的内容", year=2021, hijacked=Hijack("hijacked")))
    assert rows(sqlite_database, "SELECT COUNT(*) FROM report") == [(2,)]


def test_signs_are_the_words_and_not_the_names_of_their_places() -> None:
    assert signs_of("hijacked", ["title: 新葡京", "head: 新葡京", "rebuilt: 永嘉县, by its names"]) == ["新葡京"]
    assert signs_of("genuine", ["host: www.yj.gov.cn"]) == []
