"""A crawl over a list of pages made to stall: each ends with its outcome, the reports are stored, nothing wrong among them."""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import Connection, text

from models.database import open_engine
from tests.night.commands import Installation
from tests.pipelines.bad_pages import BAD, CUT, OVER_BUDGET, TITLE, TRUE, page

SERVED = ("100,000 nested elements", "spans everywhere", "400 digits", "50,000 rows", "styles", "30 MB of text")
"""Some of each kind, the last one larger than a page may be; behind them on the list stands a page in order."""

FIRST_YEAR = 2008
YEARS = {what: FIRST_YEAR + at for at, what in enumerate((*SERVED, "in order"))}
ROW = """
key = "qinghao"
name = "青蒿县"
level = "county"
division = {{ code = "990998", name = "青蒿县", path = ["青山省", "白水市", "青蒿县"] }}
family = "generic"
start = ["{base}/index.html"]
allow_private = true
delay = 0
robots = true
visited = true
"""


class _Pages(BaseHTTPRequestHandler):
    """The list at /index.html, and each page under its report year."""

    def do_GET(self) -> None:
        found = _answers().get(self.path)
        self.send_response(200 if found is not None else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(found or b"")))
        self.end_headers()
        with suppress(ConnectionError):  # a page that is too large is not taken to its end
            self.wfile.write(found or b"")

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@cache
def _answers() -> dict[str, bytes]:
    rows = "".join(
        f"<li><a href='/{year}.html'>{TITLE.format(year=year)}</a><span>{year + 1}-03-01</span></li>" for year in YEARS.values()
    )
    pages = {f"/{year}.html": page(BAD[what]() if what in BAD else "", year) for what, year in YEARS.items()}
    return {"/index.html": f"<html><head><title>年报</title></head><body><ul>{rows}</ul></body></html>".encode(), **pages}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[Connection]:
    here = Installation(tmp_path_factory.mktemp("bad-pages"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    Thread(target=server.serve_forever, daemon=True).start()
    here.rows.mkdir(parents=True)
    (here.rows / "qinghao.toml").write_text(ROW.format(base=f"http://127.0.0.1:{server.server_port}"), encoding="utf-8")
    here.prepare(sqlite_template)
    typed = here.type("crawl", "qinghao")
    server.shutdown()
    assert typed.returncode in (0, 1), typed.stdout + typed.stderr
    assert "Traceback" not in typed.stdout + typed.stderr
    engine = open_engine(here.database)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _stored(connection: Connection, query: str) -> set[tuple[object, ...]]:
    return {tuple(row) for row in connection.execute(text(query))}


def test_each_page_ends_with_its_outcome_and_the_crawl_goes_on(crawled: Connection) -> None:
    found = dict(crawled.execute(text("SELECT substr(url, -9, 4), outcome FROM \"fetch\" WHERE purpose = 'report'")).all())
    assert found == {str(year): "too_large" if what.startswith("30 MB") else "ok" for what, year in YEARS.items()}
    assert crawled.execute(text("SELECT outcome FROM crawl")).scalar_one() == "incomplete"


def test_every_page_that_came_is_a_report_with_its_findings(crawled: Connection) -> None:
    came = {what: year for what, year in YEARS.items() if not what.startswith("30 MB")}
    assert _stored(crawled, "SELECT report_year FROM report") == {(year,) for year in came.values()}
    said = _stored(
        crawled, "SELECT report_year, rule FROM finding JOIN report_version ON report_version.id = version_id"
        " WHERE rule IN ('page-cut', 'over-budget')"
    )  # fmt: skip
    cut = {(year, "page-cut") for what, year in came.items() if what in CUT}
    assert said == cut | {(year, "over-budget") for what, year in came.items() if what in OVER_BUDGET}


def test_nothing_wrong_is_stored(crawled: Connection) -> None:
    assert _stored(crawled, "SELECT code, value FROM facts WHERE value IS NOT NULL") == TRUE
    assert _stored(crawled, "SELECT DISTINCT meaning FROM facts WHERE value IS NULL") == {("text",)}
