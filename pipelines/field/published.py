"""When a report was published: every date the page gives, in order of trust, and which of them cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from pipelines.field.dates import Day, find_day, make_day
from pipelines.field.day_labels import FOOT, Matter, days_of_line, labelled_as, names_a_document
from pipelines.field.names import is_name, is_office
from pipelines.field.seen import Furniture
from pipelines.folding import fold, squeeze
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
_SIGNED_DAY = re.compile(
    r"(?P<before>[^\n。;]{0,40}?)"
    r"(?P<day>(?:20\d\d ?[-./年] ?(?:\d{1,2}|元) ?[-./月] ?\d{1,2} ?[日号]?|20\d{2}年?\d{1,2}月?\d{1,2}日"
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
        r"[/_-]t?(20\d{2})(\d{2})(\d{2})[_-]\d",
        r"/(20\d{2})[-_/]?(\d{2})[-_/]?(\d{2})/",
        r"/(20\d{2})(\d{2})(\d{2})(?:\d{6}|\d{9})?\.\w",
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
        if value and (day := find_day(value[:60], compact=True) or _ticks(value)):
            yield day


_TICKS = re.compile(r"(1[0-9]{9})(?:[0-9]{3})?")


def _ticks(value: str) -> Day | None:
    """The day of a moment that a tag gives in seconds or milliseconds since 1970: 1520208000000."""
    match = _TICKS.fullmatch(value.strip())
    moment = datetime.fromtimestamp(int(match[1]), CHINA) if match else None
    return Day(moment.date(), value.strip(), moment.time()) if moment else None


def _page_line(page: Page, furniture: Furniture) -> Iterator[Day]:
    """Dates of the lines round the heading: days of publication first, of writing, then bare ones, updates last."""
    own = _own_titles(page)
    told = [min(said, key=_matter) for line in furniture.date_lines if (said := list(days_of_line(line, own)))]
    yield from (day for _, day in sorted(told, key=_matter))


def _own_titles(page: Page) -> str:
    listed = page.listed.title if page.listed else ""
    return squeeze(f"{page.view.heading or ''} {page.view.title or ''} {page.view.meta.get('articletitle', '')} {listed}")


def _matter(told: tuple[Matter, Day]) -> int:
    return told[0].value


def _signed(folded: str, opening: int) -> Iterator[tuple[int, Day]]:
    """Dates at the end of a short line that holds the unit's name at most.

    In the first `opening` characters, where a page's line may stand, only those that an office signs behind sentences.
    """
    at, above = 0, ""
    for line in folded.split("\n"):
        start, at = at, at + len(line) + 1
        if (day := signed_day(line)) and (start >= opening or signs(above, line, day)):
            yield start, day
        above = line or above


def signed_day(line: str) -> Day | None:
    """The day at the end of a short folded line that holds the unit's name at most; None for any other line."""
    bare = line.rstrip(" |")
    if bare.endswith("印发"):  # 东岭县水利局办公室 2017年1月18日印发
        day = signed_day(bare.removesuffix("印发"))
        return day if day and signs("", bare.removesuffix("印发"), day) else None
    if len(line) > 75 or line.rstrip(" |)\t")[-1:] not in _DAY_ENDS or not ("20" in line or "二" in line):
        return None
    match = _SIGNED_DAY.match(line)
    return find_day(match["day"]) if match and _may_sign(match["before"]) else None


def signs(above: str, line: str, day: Day) -> bool:
    """Whether an office's name stands before the day in its line, or is the line above it."""
    return any(is_name(name) and is_office(name) for name in (above.strip(" |"), line.replace(day.raw, "").strip(" |()")))


def _may_sign(before: str) -> bool:
    """Whether the words before a day at the end of a line can be a signature's: no label, no other matter, no entry of a list."""
    if FOOT.search(before):
        return False
    return not (_NOT_SIGNED.search(before) or labelled_as(before) in (Matter.UPDATED, Matter.OTHER) or names_a_document(before))


_DAY_ENDS = frozenset("日号0123456789")


def _colophon(text: str) -> Iterator[Day]:
    """Dates that sign the report: a line of its own (with the unit's name at most), 填报日期, or the very end; last first."""
    folded = fold(text)
    found = list(_signed(folded, min(len(text) // 4, 1500)))
    for match in _FILLED_DAY.finditer(folded) if "日期" in folded else ():
        if day := find_day(match[1]):
            found.append((match.start(), day))
    tail = _TAIL_DAY.search(folded, max(0, len(folded) - 80))
    if tail and _may_sign(tail["before"]) and (day := find_day(tail["day"])):
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
    yield from (("page-line", day) for day in _page_line(page, furniture))
    if page.listed and page.listed.date:
        yield "list", Day(page.listed.date, page.listed.date.isoformat())
    yield from (("colophon", day) for day in _colophon("\n".join([text, *furniture.foot])))
    yield from (("url", day) for day in _url(page.url))


A_FEW_WEEKS = timedelta(days=25)
"""How long before the end of its period a report may come out where nothing else dates it."""
TWO_MONTHS = timedelta(days=61)
"""The same where the report states no period, so that its year's last day is only presumed to be the end."""


def day_of(claim: tuple[str, Day]) -> date:
    """The day that a claim gives."""
    return claim[1].value


def _floor(year: int | None, end: date | None) -> date | None:
    """The first day on which a report may be out: the end of its period, or of its year if that comes sooner."""
    ends = [day for day in (end, date(year, 12, 31) if year else None) if day]
    return min(ends) if ends else None


def fetched_on(page: Page) -> date:
    """The day, in China, on which a page was fetched: it was published on that day at the latest."""
    return page.fetched_at.astimezone(CHINA).date()


def read_published(found: list[tuple[str, Day]], year: int | None, end: date | None, latest: date | None = None) -> Published:
    """The publication date out of all `claims`; one before the period's `end` or after the `latest` day becomes a finding."""
    floor = _floor(year, end)
    if latest and floor and latest < floor:
        latest = None  # a saved file whose own time is lost: nobody fetched the report before its period was over
    late = [claim for claim in found if latest and day_of(claim) > latest]
    early = [(source, day) for source, day in found if floor and day.value < floor]
    fit = [claim for claim in found if claim not in early and claim not in late]
    if floor and all(source == "url" for source, _ in fit):
        # Some publish in the last weeks of the year they report on; an address tells less than what they print.
        ahead = A_FEW_WEEKS if end else TWO_MONTHS
        near = [claim for claim in early if floor - day_of(claim) <= ahead and claim[0] not in {"url", "colophon"}]
        fit, early = near + fit, [claim for claim in early if claim not in near]
    kept = tuple(DatedClaim(source, day.value, day.raw) for source, day in [*fit, *early, *late])
    findings = tuple(
        Finding(
            "publish-date-before-period-end",
            "fail",
            f"{source} gives {day.value} as publication date, before the report's period ends on {floor}",
            day.raw,
            str(floor),
        )
        for source, day in dict(early).items()
    ) + tuple(
        Finding(
            "publish-date-after-fetch",
            "fail",
            f"{source} gives {day.value} as publication date, after the page was fetched on {latest}",
            day.raw,
            str(latest),
        )
        for source, day in dict(late).items()
    )
    if not fit:
        return Published(None, None, kept, findings)
    winner = fit[0][1]
    clocks = [day for _, day in fit if day.value == winner.value and day.clock]
    moment = datetime.combine(winner.value, clocks[0].clock or datetime.min.time(), CHINA) if clocks else None
    return Published(winner.value, moment, kept, findings)
