"""When a report was published: every date the page gives, in order of trust, and which of them cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from pipelines.field.dates import Day, find_day, make_day
from pipelines.field.seen import Furniture
from pipelines.folding import fold
from pipelines.items import DatedClaim, Finding, Page

CHINA = ZoneInfo("Asia/Shanghai")

_ROWS = (
    "发布日期", "发布时间", "公开日期", "公开时间", "公文生成日期", "生成日期", "生成时间", "成文日期", "成文时间",
    "发文日期", "发文时间", "印发日期",
)  # fmt: skip
_METAS = (
    "pubdate",
    "publishdate",
    "pubtime",
    "publish_date",
    "articlepubdate",
    "createdate",
    "firstpublishedtime",
    "article:published_time",
)
_LABELLED = re.compile(
    r"(?:发布|公开|发文|生成|成文|提供|录入|上传|创建|添加|公布)(?:日期|时间)"
    r"|(?<!更新)(?<!修改)(?<!统计)(?:日期|时间)(?= ?:)|时 间(?= ?:)|日 期(?= ?:)"
)
_UPDATED = re.compile(r"(?:更新|修改)(?:日期|时间)")
_SIGNED_DAY = re.compile(
    r"(?P<before>[^\n。;]{0,40}?)(?P<day>(?:20\d\d ?[-./年] ?\d{1,2} ?[-./月] ?\d{1,2} ?日?|20\d{2}年?\d{1,2}月?\d{1,2}日"
    r"|[二2][〇零○ОOo0][^\n年]{2,4}年[^\n月]{1,3}月[^\n日]{1,4}日)) ?[|)]?[ \t|]*$"
)
_FILLED_DAY = re.compile(r"(?:填[报表](?:日期|时间)|报出日期|编制日期)[ :|]{0,4}(20\d\d[^\n|]{3,12})")
_TAIL_DAY = re.compile(
    r"[。\s)](?P<before>[^\n。,]{0,30}?)(?P<day>20\d\d年\d{1,2}月\d{1,2}日|[二][〇零○ОOo0][^\n年]{2}年[^\n月]{1,3}月[^\n日]{1,4}日)\s*$"
)
_NOT_SIGNED = re.compile(r"截[至止]|[至到自从]\s*$|期限|统计|[-~]\s*$|施行|[(\[《]$|发布(?!\))|时间|日期")
_URL = tuple(
    re.compile(pattern)
    for pattern in (
        r"/t?(20\d{2})(\d{2})(\d{2})_\d",
        r"/(20\d{2})(\d{2})(\d{2})/",
        r"/(20\d{2})/(\d{1,2})/(\d{1,2})/",
        r"/(20\d{2})-(\d{1,2})-(\d{1,2})/",
    )
)


@dataclass(frozen=True, slots=True)
class Published:
    """The publication date that wins, its moment if a time is printed, all dates found (winner first), and what is odd."""

    day: date | None
    moment: datetime | None
    claims: tuple[DatedClaim, ...]
    findings: tuple[Finding, ...]


def _rows(furniture: Furniture) -> Iterator[Day]:
    for label in _ROWS:
        value = furniture.row(label)
        if value and (day := find_day(value[:60], compact=True)):
            yield day


def _meta(page: Page) -> Iterator[Day]:
    for name in _METAS:
        value = page.view.meta.get(name)
        if value and (day := find_day(value[:60], compact=True)):
            yield day


def _page_line(furniture: Furniture) -> Iterator[Day]:
    """Dates of the lines round the heading: behind a label of publication first, then bare ones, updates last."""
    later: list[Day] = []
    for line in furniture.date_lines:
        folded = fold(line)
        updated = _UPDATED.search(folded)
        label = _LABELLED.search(folded)
        if label and (day := find_day(line[label.end() : label.end() + 40])):
            yield day
        elif day := find_day(line[:150]):
            later.append(day) if not updated else later.insert(len(later), day)
    yield from later


def _signed(folded: str, opening: int) -> Iterator[tuple[int, Day]]:
    """Dates at the end of a short line that holds the unit's name at most, behind the first `opening` characters."""
    at = opening
    for line in folded[opening:].split("\n"):
        start, at = at, at + len(line) + 1
        if len(line) > 75 or line.rstrip(" |)\t")[-1:] not in _DAY_ENDS or not ("20" in line or "二" in line):
            continue
        match = _SIGNED_DAY.match(line)
        if match and not _NOT_SIGNED.search(match["before"]) and (day := find_day(match["day"])):
            yield start, day


_DAY_ENDS = frozenset("日0123456789")


def _colophon(text: str) -> Iterator[Day]:
    """Dates that sign the report: a line of its own (with the unit's name at most), 填报日期, or the very end; last first."""
    folded = fold(text)
    found = list(_signed(folded, min(len(text) // 4, 1500)))
    for match in _FILLED_DAY.finditer(folded) if "日期" in folded else ():
        if day := find_day(match[1]):
            found.append((match.start(), day))
    tail = _TAIL_DAY.search(folded, max(0, len(folded) - 80))
    if tail and not _NOT_SIGNED.search(tail["before"]) and (day := find_day(tail["day"])):
        found.append((tail.start(), day))
    last_first = sorted(found, key=lambda hit: -hit[0])
    yield from {day.value: day for _, day in last_first}.values()


def _url(url: str) -> Iterator[Day]:
    for pattern in _URL:
        if (match := pattern.search(url)) and (value := make_day(*map(int, match.groups()))):
            yield Day(value, match.group().strip("/_."))


def claims(page: Page, furniture: Furniture, text: str) -> Iterator[tuple[str, Day]]:
    """Every date the page gives for its publication, the best evidence first.

    Index table and PubDate were typed for this page; the line under the heading may be a template's; a list repeats it;
    the colophon tells when it was signed; the address only when the file was made, which a moved site does again.
    """
    yield from (("index-table", day) for day in _rows(furniture))
    yield from (("meta", day) for day in _meta(page))
    yield from (("page-line", day) for day in _page_line(furniture))
    if page.listed and page.listed.date:
        yield "list", Day(page.listed.date, page.listed.date.isoformat())
    yield from (("colophon", day) for day in _colophon(text))
    yield from (("url", day) for day in _url(page.url))


A_FEW_WEEKS = timedelta(days=25)
"""How long before the end of its period a report may come out where nothing else dates it."""


def day_of(claim: tuple[str, Day]) -> date:
    """The day that a claim gives."""
    return claim[1].value


def _floor(year: int | None, end: date | None) -> date | None:
    """The first day on which a report may be out: the end of its period, or of its year if that comes sooner."""
    ends = [day for day in (end, date(year, 12, 31) if year else None) if day]
    return min(ends) if ends else None


def read_published(found: list[tuple[str, Day]], year: int | None, end: date | None) -> Published:
    """The publication date out of all `claims`; a date before the period's `end` loses and becomes a finding."""
    floor = _floor(year, end)
    early = [(source, day) for source, day in found if floor and day.value < floor]
    fit = [claim for claim in found if claim not in early]
    if floor and all(source == "url" for source, _ in fit):
        # Some publish in the last weeks of the year they report on; an address tells less than what they print.
        near = [claim for claim in early if floor - day_of(claim) <= A_FEW_WEEKS and claim[0] not in {"url", "colophon"}]
        fit, early = near + fit, [claim for claim in early if claim not in near]
    kept = tuple(DatedClaim(source, day.value, day.raw) for source, day in [*fit, *early])
    findings = tuple(
        Finding(
            "publish-date-before-period-end",
            "fail",
            f"{source} gives {day.value} as publication date, before the report's period ends on {floor}",
            day.raw,
            str(floor),
        )
        for source, day in dict(early).items()
    )
    if not fit:
        return Published(None, None, kept, findings)
    winner = fit[0][1]
    clocks = [day for _, day in fit if day.value == winner.value and day.clock]
    moment = datetime.combine(winner.value, clocks[0].clock or datetime.min.time(), CHINA) if clocks else None
    return Published(winner.value, moment, kept, findings)
