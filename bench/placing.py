"""Placing: CPU a report after loading, and CPU to load the divisions, each against its bar.

The reports are made up from real township names, every one different, with the evidence that a page usually has; a third
of them name the township alone, so that the evidence has to decide.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from typing import Any

from lxml.html import fromstring

from models.divisions import gazetteer
from pipelines.items import Contact, Encoding, Page, Report, View
from pipelines.place import place
from pipelines.placing.evidence import Around

REPORTS, ROUNDS = 1500, 5
BAR_MS, BAR_LOAD = 0.3, 0.5

_LOAD = (
    "import time; began = time.process_time(); from models.divisions import gazetteer; known = gazetteer(); "
    "known.by_township; print(time.process_time() - began)"
)
_OPENING = "本报告由{}根据条例编制，数据统计期限为全年。联系地址在政府大楼，欢迎来电咨询。"


def measures() -> list[dict[str, Any]]:
    """The two measures: milliseconds of CPU a report, the median of several rounds, and seconds of CPU to load."""
    cases = _cases()
    place(*cases[0][:2], None, around=Around(cases[0][2]))  # loads what is loaded once
    rounds = []
    for number in range(ROUNDS):
        # Every round has publishers of its own: nothing is remembered from the round before.
        part = cases[number * REPORTS : (number + 1) * REPORTS]
        began = time.process_time()
        placed = [place(report, page, None, around=Around(opening)).division for report, page, opening in part]
        rounds.append((time.process_time() - began) / len(part) * 1000)
    share = sum(one is not None for one in placed) / len(placed)
    cost, load = statistics.median(rounds), min(_load() for _ in range(3))
    known = gazetteer()
    return [
        {"name": "placing/one report, ms", "value": cost, "bar": f"<= {BAR_MS}", "ok": cost <= BAR_MS,
         "reference": f"{REPORTS} different reports a round, {share:.0%} placed; slowest round {max(rounds):.3f} ms"},
        {"name": "placing/loading, s", "value": load, "bar": f"<= {BAR_LOAD}", "ok": load <= BAR_LOAD,
         "reference": f"{sum(1 for _ in known.uppers())} records and {len(known.by_township)} names of townships"},
    ]  # fmt: skip


def _load() -> float:
    """Seconds of CPU that a fresh process takes to have the divisions ready."""
    return float(subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True).stdout)


def _cases() -> list[tuple[Report, Page, str]]:
    known = gazetteer()
    towns = [town for county in known.counties() for town in known.townships_of(county)]
    step = len(towns) // (REPORTS * ROUNDS)
    return [_case(town.code, number) for number, town in enumerate(towns[:: max(step, 1)][: REPORTS * ROUNDS])]


def _case(code: str, number: int) -> tuple[Report, Page, str]:
    *above, county, town = gazetteer().path(code)
    name = f"{town}人民政府" if number % 3 == 0 else f"{county}{town}人民政府"
    contact = Contact(phone="0797-5224110", postcode="342400", address=f"{county}{town}政府路1号")
    title = f"{name}2019年政府信息公开工作年度报告"
    report = Report(
        0, 0, title=title, title_as_printed=title + "(全文)", publisher=name, report_year=2019, contact=contact,
        compiled_by=f"{town}党政办公室", level="township",
    )  # fmt: skip
    meta = {"siteidcode": f"{code[:6]}0001", "sitename": f"{county}人民政府"}
    view = View("static", fromstring("<div></div>"), title=title, meta=meta, breadcrumb=("首页", county, "乡镇", town))
    moment, host = datetime(2024, 3, 1, tzinfo=UTC), "http://www.xingguo.gov.cn/a/1.html"
    page = Page(host, moment, b"", "text/html", "", Encoding("utf-8"), view)
    return report, page, _OPENING.format(name) + "".join(above)
