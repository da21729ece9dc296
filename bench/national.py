"""A database of the size of the country: 1,000,000 reports x 60 facts on SQLite, made in some minutes.

    python -m bench.national FILE [REPORTS]

The publishers are the real divisions and their departments, one site a county; 18 years each; prose until 2013, then the form
of its year; one report in forty has an earlier version. Tables are filled in bulk, the facts from some thousand model
reports by SQL alone, and so are the findings: those of its form's rules, one report in twenty with a failed one; sums, points and
coverage are made by the code that an upgrade uses. The same size and seed give the same database.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from models import packing, publications, summaries
from models.codebook import identities, indicators_of
from models.database import open_engine, upgrade, writer

YEARS = range(2008, 2026)
FACTS = 60
MODELS = 1000
"""Model reports of each kind (prose and three forms) that the facts are taken from."""
EARLIER = 40
"""One report in so many has a version that another replaced."""
FAILING = 20
"""One report in so many fails one of the rules."""
WORDS = "全年收到并办结申请若干件，公开信息若干条，没有因此收费，也没有引起复议和诉讼。" * 36
"""The text of every report: 4.3 KB, as long as those of the demo."""
SEEN = "2026-06-01 18:00:00.000000"
MONEY = ("fees.collected", "funding.special", "admin_fees.amount")
DEPARTMENTS = ("教育局", "民政局", "财政局", "水利局", "司法局", "统计局")

Rows = Iterable[tuple[Any, ...]]


def fill(file: Path, reports: int, seed: int = 7) -> dict[str, float]:
    """Makes the database; the seconds that its parts took. The file must not exist."""
    url = f"sqlite:///{file}"
    upgrade(url)
    took: dict[str, float] = {}
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -400000"):
        connection.execute(f"PRAGMA {pragma}")
    begun = time.perf_counter()
    connection.execute("BEGIN")
    _documents(connection, reports)
    took["documents"] = time.perf_counter() - begun
    begun = time.perf_counter()
    _facts(connection, random.Random(seed))
    _findings(connection)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    took["facts"] = time.perf_counter() - begun
    begun = time.perf_counter()
    engine = open_engine(url)
    with writer(engine).begin() as writing:
        summaries.rebuild(writing)
    took["summaries"] = time.perf_counter() - begun
    engine.dispose()
    return took


def fill_coverage(file: Path) -> float:
    """The seconds that coverage of a database made by `fill` took: who is expected, when each report came."""
    begun = time.perf_counter()
    engine = open_engine(f"sqlite:///{file}")
    with writer(engine).begin() as writing:
        publications.refresh(writing)
        writing.exec_driver_sql("ANALYZE")
    engine.dispose()
    return time.perf_counter() - begun


# --- reports and versions ---


def _edition(year: int) -> str | None:
    return None if year < 2014 else "2014" if year < 2019 else "2019" if year < 2021 else "2021"


def _publishers(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str, str]]:
    """Code, name of the office, level and name of the place: governments first, then a county's departments in turn."""
    divisions = connection.execute(
        "SELECT code, name, level FROM division WHERE valid_to IS NULL AND level IS NOT NULL ORDER BY LENGTH(code), code"
    ).fetchall()
    yield from ((code, f"{name}人民政府", level, name) for code, name, level in divisions)
    counties = [(code, name) for code, name, level in divisions if level == "county"]
    for office in chain(DEPARTMENTS, (f"第{number}办公室" for number in range(1, 1000))):
        yield from ((code, f"{name}{office}", "department", name) for code, name in counties)


def _documents(connection: sqlite3.Connection, reports: int) -> None:
    publishers = sorted(islice(_publishers(connection), -(-reports // len(YEARS))), key=lambda one: (one[0][:6], one[0], one[1]))
    sites = sorted({code[:6] for code, *_ in publishers})
    _insert(connection, "site", "key, division, claims", ((f"site-{code}", code, 1) for code in sites))
    listed = [(*publisher, year) for publisher in publishers for year in YEARS][:reports]
    _insert(connection, "crawl", _CRAWL, ((at, f"site-{code}", *_CRAWLED) for at, code in enumerate(sites, start=1)))
    numbers = range(1, len(listed) + 1)
    _insert(connection, '"fetch"', _FETCH, (_fetch(at, code) for at, (code, *_) in zip(numbers, listed, strict=True)))
    _insert(connection, "page", _PAGE, ((at, 1, "titled so", 1, "static", f"{at:064x}", 0, 0) for at in numbers))
    _insert(connection, "report", _REPORT, (_report(at, *row) for at, row in zip(numbers, listed, strict=True)))
    versions = (version for at, row in zip(numbers, listed, strict=True) for version in _versions(at, *row))
    numbered = ((number, *version) for number, version in enumerate(versions, start=1))
    _insert(connection, "report_version", _VERSION, numbered)
    _changes(connection)
    connection.execute(
        "INSERT INTO sighting (version_id, url_hash, url, site_key, first_seen, last_seen, last_fetch_id)"
        " SELECT v.id, printf('%032x', v.id), v.url, r.site_key, v.first_seen, v.last_seen, v.fetch_id"
        " FROM report_version v JOIN report r ON r.id = v.report_id"
    )


def _changes(connection: sqlite3.Connection) -> None:
    """One figure that each earlier version gave otherwise."""
    connection.execute(
        "INSERT INTO change (version_id, number, previous_id, kind, code, edition, origin, old_value, new_value, old_raw,"
        " new_raw) SELECT v.id, 1, o.id, 'changed', 'requests.received', '2014', 'form', 18, 31, '18', '31'"
        " FROM report_version v JOIN report_version o ON o.report_id = v.report_id AND o.seq = 1 WHERE v.seq = 2"
    )


_CRAWL = "id, site_key, trigger, started_at, ended_at, outcome, counts, token, lease_until, heartbeat_at"
_CRAWLED = ("night", SEEN, "2026-06-01 18:30:00.000000", "ok", '{"requests": 300}', 1, SEEN, SEEN)
_FETCH = "id, site_key, request_key, url, requested_url, purpose, fetched_at, outcome, status, size, warc_file, warc_offset, \
warc_length, digest, codec, against_declaration, encoding_evidence, damage"
_PAGE = "fetch_id, is_annual_report, why, reports, family, body_hash, damaged, disguised"
_REPORT = "id, identity, publisher, report_year, division_code, level, site_key, url, first_seen, last_seen"
_VERSION = "id, report_id, seq, current, cause, fetch_id, url, first_seen, last_seen, family, extractor, title, \
title_as_printed, publisher, publisher_as_printed, publisher_inferred, level, division_code, report_year, period_start, \
period_end, publish_date, dates, form_edition, index_number, phone, is_summary, hijack_verdict, hijack_evidence, codec, \
encoding_evidence, damage, text, content_hash, facts_hash, fact_count"
_VOTES = '[{"source": "header", "said": "utf-8", "followed": true}, {"source": "bytes", "said": "utf-8", "followed": true}]'


def _url(at: int, code: str) -> str:
    return f"http://www.{code[:6]}.example/zwgk/zfxxgknb/art_{at}.html"


def _fetch(at: int, code: str) -> tuple[Any, ...]:
    url = _url(at, code)
    return (at, f"site-{code[:6]}", f"{at:032x}", url, url, "report", SEEN, "ok", 200, 30_000, f"{code[:6]}-1.warc.gz", at * 9000,
            9000, f"{at:032X}", "utf-8", 0, _VOTES, "[]")  # fmt: skip


def _report(at: int, code: str, office: str, level: str, place: str, year: int) -> tuple[Any, ...]:
    beyond = "" if level != "department" else office.removeprefix(place)
    return (at, f"{code}:{beyond}:{year}", office, year, code, level, f"site-{code[:6]}", _url(at, code), SEEN, SEEN)


def _versions(at: int, code: str, office: str, level: str, place: str, year: int) -> Iterator[tuple[Any, ...]]:
    title, day = f"{place}{year}年政府信息公开工作年度报告", f"{year + 1}-01-{at % 28 + 1:02d}"
    dates = f'[{{"source": "meta", "value": "{day}", "raw": "{day}"}}]'
    verdict = "hijacked" if at % 997 == 0 else "genuine"
    last = 2 if at % EARLIER == 0 else 1
    for seq in range(1, last + 1):
        yield (
            at, seq, seq == last, "first" if seq == 1 else "published", at, _url(at, code), SEEN, SEEN, "static", "1", title,
            title, office, office, 0, level, code, year, f"{year}-01-01", f"{year}-12-31", day, dates, _edition(year),
            f"{code}/{year + 1}-{at % 10000:05d}", "0938-7150000", 0, verdict, "[]", "utf-8", _VOTES, "[]", WORDS,
            f"{at:064x}", f"{at * 3 + seq:064x}", FACTS,
        )  # fmt: skip


def _insert(connection: sqlite3.Connection, table: str, columns: str, rows: Rows) -> None:
    marks = ", ".join("?" * len(columns.split(",")))
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)


# --- facts ---


def _facts(connection: sqlite3.Connection, chance: random.Random) -> None:
    connection.execute("CREATE TEMP TABLE model (kind, number, indicator_id, value, said, raw, place_start, cell,"
                       " PRIMARY KEY (kind, number)) WITHOUT ROWID")  # fmt: skip
    found = connection.execute("SELECT code, edition, id FROM indicator")
    ids = {(code, edition): number for code, edition, number in found}
    rows = (
        (MODELS * kind + model, *fact)
        for kind, edition in enumerate((None, "2014", "2019", "2021"))
        for model in range(MODELS)
        for fact in _model(ids, edition, chance)
    )
    connection.executemany("INSERT INTO model VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.execute(
        "INSERT INTO fact (version_id, number, indicator_id, value, said, raw, place_start, cell)"
        " SELECT v.id, m.number, m.indicator_id, m.value, m.said, m.raw, m.place_start, m.cell"
        " FROM report_version v CROSS JOIN model m ON m.kind = (v.id * 7919) % :models + :models *"
        " CASE v.form_edition WHEN '2014' THEN 1 WHEN '2019' THEN 2 WHEN '2021' THEN 3 ELSE 0 END ORDER BY v.id, m.number",
        {"models": MODELS},
    )


def _model(ids: dict[tuple[str, str], int], edition: str | None, chance: random.Random) -> Iterator[tuple[Any, ...]]:
    """One report's facts. Of ten figures four are zeros, one is blank where there is a form; few are printed unusually."""
    origin, place = "form" if edition else "prose", chance.randint(200, 900)
    for number, (code, applicant) in enumerate(_asked(edition or "2014"), start=1):
        drawn = chance.random()
        blank = edition is not None and drawn < 0.1
        value = None if blank else 0 if drawn < 0.5 else int(chance.lognormvariate(2.5, 1.8)) + 1
        exact = value / 100 if value and code in MONEY else value
        raw = None if chance.random() < 0.9 else {None: "—", 0: "０"}.get(value, f"{value}件")
        said = packing.packed_said(applicant, "blank" if blank else "number" if value else "zero", origin)
        cell = packing.packed_cell(number // 30 + 1, number % 30 + 2, 4) if edition else None
        place += chance.randint(6, 30)
        yield number, ids[code, edition or "2014"], exact, said, raw, place, cell


def _asked(edition: str) -> list[tuple[str, str | None]]:
    """The sixty cells: totals of every row of the form, then applications of natural persons, then of enterprises."""
    book = indicators_of(edition).values()
    totals = [(item.code, "total" if item.by_applicant else None) for item in book]
    persons = [(item.code, applicant) for applicant in ("natural_person", "enterprise") for item in book if item.by_applicant]
    return list(islice(chain(totals, persons), FACTS))


# --- findings ---


def _findings(connection: sqlite3.Connection) -> None:
    """A row a rule of the report's form and the place of the form that the rule is looked at for; of prose one rule in four."""
    connection.execute("CREATE TEMP TABLE rule_said (kind, number, rule, wording_id, PRIMARY KEY (kind, number)) WITHOUT ROWID")
    wordings = connection.execute("SELECT id, phrase FROM wording ORDER BY id").fetchall()
    for kind, edition in enumerate((None, "2014", "2019", "2021")):
        rules = {item.phrase: item.rule for item in identities() if (edition or "2014") in item.editions}
        said = [(rules[phrase], number) for number, phrase in wordings if phrase in rules][:: 1 if edition else 4]
        rows = ((kind, at, *row) for at, row in enumerate(said))
        connection.executemany("INSERT INTO rule_said VALUES (?, ?, ?, ?)", rows)
    connection.execute(
        "INSERT INTO finding (version_id, rule, outcome, wording_id, left_side, right_side, fingerprint, facts)"
        " SELECT v.id, s.rule, CASE WHEN v.id % :failing = 0 AND s.number = v.id / :failing % 8 THEN 'fail' ELSE 'pass' END,"
        " s.wording_id, '9 (of 5, 2, 1, 0, 1, 0)', CASE WHEN v.id % :failing = 0 THEN '8' ELSE '9' END,"
        " printf('%032x', v.id * 100 + s.number), '[11, 12, 13, 14, 15, 16, 17]'"
        " FROM report_version v CROSS JOIN rule_said s ON s.kind ="
        " CASE v.form_edition WHEN '2014' THEN 1 WHEN '2019' THEN 2 WHEN '2021' THEN 3 ELSE 0 END ORDER BY v.id, s.number",
        {"failing": FAILING},
    )


def main(file: str, reports: str = "1000000") -> None:
    """Makes the database and prints what it took."""
    if Path(file).exists():
        raise SystemExit(f"expected a file that does not exist yet, found {file}")
    for part, seconds in fill(Path(file), int(reports)).items():
        print(f"{part}: {seconds:.0f} s")
    print(f"coverage: {fill_coverage(Path(file)):.0f} s")


if __name__ == "__main__":
    main(*sys.argv[1:])
