"""Second nights over sites that are odd in one way each: what a script lists, lists that are led to no longer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from models.database import open_engine
from tests.crawler.odd_portals import Portal, served
from tests.night.commands import Installation

COLUMN = "政府信息公开年报"
DIVISION = 'division = { code = "640121", name = "永宁县", path = ["宁夏回族自治区", "银川市", "永宁县"] }'
SCRIPTED, YEARLY = "永宁县", "贺兰县"


def page(title: str, body: str) -> str:
    return f"<html><head><title>{title}</title></head><body><div class='main'>{body}</div></body></html>"


def title(year: int, name: str) -> str:
    return f"{name}{year}年政府信息公开工作年度报告"


def report(year: int, name: str) -> str:
    said = f"<p>一、总体情况。{year}年，{name}共收到政府信息公开申请{year % 100}件，主动公开政府信息{year % 7 + 40}条。</p>"
    return page(title(year, name), f"<h1>{title(year, name)}</h1>{said}<p>二、行政复议、行政诉讼情况。无。</p>")


def lines(*entries: tuple[str, str, str]) -> str:
    return "<ul>" + "".join(f"<li><a href='{url}'>{name}</a><span>{day}</span></li>" for url, name, day in entries) + "</ul>"


def line(year: int) -> tuple[str, str, str]:
    return f"/a/{year}.html", title(year, YEARLY), f"{year + 1}-01-20"


def records(*years: int) -> str:
    rows = [{"title": title(year, SCRIPTED), "url": f"/a/{year}.html", "pubDate": f"{year + 1}-01-20"} for year in years]
    return json.dumps({"rows": rows, "total": len(rows)}, ensure_ascii=False)


def reports(name: str, *years: int) -> dict[str, str]:
    return {f"/a/{year}.html": report(year, name) for year in years}


def by_script() -> dict[str, str]:
    script = "<div id=l></div><script>$.post('/api/list',{code:'X',pageNo:1,pageSize:20},draw)</script>"
    return {"/nb/": page(COLUMN, script), "POST /api/list": records(2019, 2018)} | reports(SCRIPTED, 2018, 2019, 2020)


def with_years() -> dict[str, str]:
    above = lines(line(2020)) + "<a href='/nb/2019/'>2019年</a> <a href='/nb/2018/'>2018年</a>"
    below = {f"/nb/{year}/": page(COLUMN, lines(line(year))) for year in (2018, 2019)}
    return {"/nb/": page(COLUMN, above)} | below | reports(YEARLY, 2018, 2019, 2020)


def of_units(third: str = "李俊镇") -> dict[str, str]:
    """A county's portal with a column for units; the pages behind it speak of 我镇 and name nobody."""
    rows = [("望远镇", 1, 2019), ("望远镇", 2, 2018), (third, 3, 2019)]
    cells = [
        f"<tr><td>{unit}</td><td><a href='/a/{number}.html'>{year}年政府信息公开工作年度…</a></td><td>{year + 1}-01-09</td></tr>"
        for unit, number, year in rows
    ]
    table = f"<table><tr><th>单位</th><th>标题</th><th>日期</th></tr>{''.join(cells)}</table>"
    pages = {f"/a/{number}.html": report(year, "").replace("，共收到", "，我镇共收到") for _, number, year in rows}
    return {"/nb/": page(COLUMN, table)} | pages


SITES: dict[str, tuple[str, Callable[[], dict[str, str]]]] = {
    "script": (SCRIPTED, by_script),
    "years": (YEARLY, with_years),
    "units": (SCRIPTED, of_units),
}


@dataclass
class Odd:
    """Sites on loopback, their pages to be changed between nights, and what was asked of each."""

    here: Installation
    pages: dict[str, dict[str, str]]
    asked: dict[str, list[str]]

    def crawl(self, *words: str) -> list[str]:
        """The paths that one more crawl asks of its site."""
        self.asked[words[1]].clear()
        done = self.here.type(*words)
        assert "Traceback" not in done.stderr, done.stderr
        return [path for path in self.asked[words[1]] if path != "/robots.txt"]

    def rows(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        engine = open_engine(self.here.database)
        with engine.connect() as connection:
            found = [tuple(row) for row in connection.execute(text(query), values)]
        engine.dispose()
        return found

    def gone(self, site: str) -> list[int]:
        query = "SELECT report_year FROM report WHERE site_key = :site AND gone_since IS NOT NULL ORDER BY 1"
        return [year for (year,) in self.rows(query, site=site)]

    def ended(self, site: str) -> tuple[str, str]:
        query = "SELECT outcome, COALESCE(reason, '') FROM crawl WHERE site_key = :site ORDER BY id DESC LIMIT 1"
        return self.rows(query, site=site)[0]


class Noted(dict[str, str]):
    """Pages that note which of them were asked for."""

    def __init__(self, pages: dict[str, str], asked: list[str]) -> None:
        super().__init__(pages)
        self.asked = asked

    def get(self, key: str, default: Any = None) -> Any:
        self.asked.append(key)
        return super().get(key, default)


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[Odd]:
    here = Installation(tmp_path_factory.mktemp("odd"))
    here.rows.mkdir(parents=True)
    found = Odd(here, {}, {key: [] for key in SITES})
    with ExitStack() as stack:
        for key, (name, pages) in SITES.items():
            found.pages[key] = Noted(pages(), found.asked[key])
            home = stack.enter_context(served(Portal(found.pages[key], {}, "", "utf-8", "/nb/", (), 200)))
            row = {"key": key, "name": name, "level": "county", "start": [f"{home}nb/"]}
            toml = [f"{field} = {json.dumps(value, ensure_ascii=False)}" for field, value in row.items()]
            toml += ["allow_private = true", "delay = 0", DIVISION if key == "units" else "", ""]
            (here.rows / f"{key}.toml").write_text("\n".join(toml), "utf-8")
        here.prepare(sqlite_template)
        night = here.type("night", "--all")
        assert night.returncode == 0, night.stdout + night.stderr
        yield found


def test_a_new_row_of_a_list_made_by_script_is_found_though_the_page_with_the_script_is_the_same(odd: Odd) -> None:
    odd.pages["script"]["POST /api/list"] = records(2020, 2019, 2018)
    odd.here.type("night", "--all")
    found = odd.rows("SELECT report_year FROM report WHERE site_key = 'script' ORDER BY 1")
    assert found == [(2018,), (2019,), (2020,)]


def test_a_report_that_names_nobody_is_that_of_the_unit_beside_it_in_the_list(odd: Odd) -> None:
    query = (
        "SELECT r.publisher, r.report_year, r.division_code, v.publisher_inferred, p.listed_unit FROM report r"
        " JOIN report_version v ON v.report_id = r.id JOIN page p ON p.fetch_id = v.fetch_id"
        " WHERE r.site_key = 'units' ORDER BY 1, 2"
    )
    assert odd.rows(query) == [
        ("望远镇人民政府", 2018, "640121102", True, "望远镇"),
        ("望远镇人民政府", 2019, "640121102", True, "望远镇"),
        ("李俊镇人民政府", 2019, "640121101", True, "李俊镇"),
    ]
    ((placement,),) = odd.rows("SELECT placement FROM report_version WHERE publisher LIKE '李俊%'")
    votes = {vote["source"]: (vote["said"], vote["followed"]) for vote in json.loads(placement)["votes"]}
    assert votes["list"] == ("李俊镇", True)
    assert odd.here.type("replay", "--all", "--site", "units").stdout.count("0 otherwise") == 1


def test_a_page_that_is_the_same_is_read_again_where_its_list_alone_says_that_it_is_anothers(odd: Odd) -> None:
    odd.pages["units"]["/nb/"] = of_units("胜利乡")["/nb/"]
    odd.asked["units"].clear()
    odd.here.type("night", "--all")
    assert [path for path in odd.asked["units"] if path.startswith("/a/")] == ["/a/3.html"]
    query = (
        "SELECT r.publisher, r.division_code, v.seq, v.cause, c.old_raw FROM report r JOIN report_version v ON v.report_id = r.id"
        " JOIN change c ON c.version_id = v.id WHERE v.current AND c.field = 'publisher'"
    )
    assert odd.rows(query) == [("胜利乡人民政府", "640121200", 2, "reread", "李俊镇人民政府")]
    assert odd.rows("SELECT COUNT(*) FROM report WHERE site_key = 'units'") == [(3,)]
    odd.asked["units"].clear()
    odd.here.type("night", "--all")
    assert [path for path in odd.asked["units"] if path.startswith("/a/")] == []


def test_what_stood_on_a_list_that_no_page_leads_to_any_more_is_gone_after_two_whole_crawls(odd: Odd) -> None:
    odd.pages["years"]["/nb/"] = page(COLUMN, lines(line(2020)) + "<a href='/nb/2019/'>2019年</a>")
    assert "/nb/2018/" not in odd.crawl("crawl", "years")
    assert odd.gone("years") == []
    odd.crawl("crawl", "years", "--year", "2020")
    assert odd.gone("years") == []
    odd.crawl("crawl", "years")
    assert odd.gone("years") == [2018]


def test_a_forced_crawl_that_finds_no_row_is_suspect_and_takes_nothing_for_gone(odd: Odd) -> None:
    odd.pages["script"]["POST /api/list"] = records()
    for _ in range(2):
        odd.crawl("crawl", "script", "--force")
        outcome, reason = odd.ended("script")
        assert (outcome, "suspect: no row" in reason) == ("incomplete", True)
    assert odd.gone("script") == []
