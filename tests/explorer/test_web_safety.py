"""The web pages in bad hands: nothing can be written, nothing runs for ever, nothing hostile becomes markup."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from explorer.opening import Source
from models.database import open_engine
from pipelines.store import Store
from tests.conftest import Pages

Look = Callable[..., Any]

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202eevil\x07"
ADDRESS = 'http://www.qs.example/"><script>alert(3)</script>'


def _sql(query: str) -> str:
    return "/nianbao.json?" + urlencode({"sql": query})


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", ["/", "/nianbao", "/nianbao/facts", "/nianbao/trend-of-a-place", "/-/messages", "/-/logout"])
def test_no_method_that_writes_comes_through_the_door(look: Look, method: str, path: str) -> None:
    refused = look(path, method)
    assert refused.status_code == 405
    assert refused.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("query", [
    "DELETE FROM report", "UPDATE report SET publisher = 'x'", "DROP VIEW facts", "INSERT INTO site (key) VALUES ('x')",
    "ATTACH DATABASE 'away.db' AS x", "PRAGMA writable_schema = 1", "PRAGMA query_only = 0", "VACUUM INTO 'copy.db'",
    "WITH x AS (SELECT 1) DELETE FROM report", "SELECT load_extension('x')", "SELECT 1; DELETE FROM report",
])  # fmt: skip
def test_sql_that_writes_or_leaves_the_file_is_refused(look: Look, demo_source: Source, query: str) -> None:
    before = hashlib.sha256(demo_source.file.read_bytes()).hexdigest()
    assert look(_sql(query)).status_code == 400
    assert hashlib.sha256(demo_source.file.read_bytes()).hexdigest() == before


@pytest.mark.parametrize("query", [
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n",
    "SELECT COUNT(*) FROM facts a, facts b, facts c",
    "SELECT length(zeroblob(900000000))",
    "SELECT " + "1+" * 9_000 + "1",
])  # fmt: skip
def test_a_query_that_takes_too_much_ends_with_an_error(look: Look, query: str) -> None:
    ended = look(_sql(query) + "&_timelimit=300")
    assert ended.status_code == 400
    assert ended.json()["ok"] is False


def test_rows_are_limited_and_the_page_says_so(look: Look) -> None:
    found = look(_sql("SELECT * FROM facts")).json()
    assert len(found["rows"]) == 1000
    assert found["truncated"] is True


@pytest.fixture(scope="module")
def hostile(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, looking: Callable[[Source], Look]) -> Look:
    """The pages on a database with a report whose words are markup, and one with a title of a megabyte."""
    file, pages = tmp_path_factory.mktemp("hostile") / "nianbao.db", Pages()
    shutil.copy(sqlite_template, file)
    engine = open_engine(f"sqlite:///{file}")
    store = Store(engine)
    facts = [pages.fact("requests.received", 5, raw=HOSTILE)]
    store.add(pages.reading(facts, text=f"公开{HOSTILE}", title=HOSTILE, publisher=HOSTILE, url=ADDRESS))
    store.flush()
    store.add(pages.reading([], text="公开", title="长" * 1_000_000, year=2019, url="javascript:alert(4)"))
    store.close()
    engine.dispose()
    return looking(Source(file, False, None))


@pytest.mark.parametrize("path", [
    "/", "/nianbao/reports", "/nianbao/facts", "/nianbao/captures", "/-/figure/1/1", "/-/capture/1", "/-/search?q=公开",
    "/nianbao?sql=select+title,+publisher,+url+from+reports", "/-/dashboards/trend?place=%3Cscript%3Ealert(5)%3C/script%3E",
    "/-/search?q=%3Cscript%3Ealert(6)%3C/script%3E&place=%22%3E%3Cscript%3Ealert(7)", "/nianbao/reports?_facet=title",
    "/nianbao/trend-of-a-place?place=%3Cscript%3Ealert(8)%3C/script%3E",
])  # fmt: skip
def test_hostile_words_never_become_markup(hostile: Look, path: str) -> None:
    shown = hostile(path)
    assert shown.status_code == 200
    assert "<script>alert" not in shown.text
    assert "<img src=x" not in shown.text
    assert 'href="javascript:' not in shown.text
    if "_facet" not in path:  # who counts by titles gets them whole
        assert len(shown.text) < 500_000, "a title of a megabyte is cut where it is shown"


def test_a_capture_without_its_archive_is_told_in_words(hostile: Look) -> None:
    shown = hostile("/-/capture/1")
    assert "the archive is not beside this database" in shown.text
    assert hostile("/-/capture/1.html").status_code == 404
