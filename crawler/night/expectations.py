"""What a healthy crawl leaves a site with: what its row expects, and what its own earlier crawls found.

A crawl can end without one failed request and still have lost half a site. The checks are spidermon monitors over what came
beside what the database holds; each one that fails is a sentence for the operator, and the crawl is `incomplete`.
"""

from __future__ import annotations

from dataclasses import dataclass

from spidermon import Monitor, MonitorSuite
from spidermon.runners import MonitorRunner
from sqlalchemy import Connection

from crawler.outcome import Counts
from crawler.registry import Expectation, Site
from models.holdings import Shares, lines, newest_year, shares
from models.left_behind import crawls_gone_on_with

ENOUGH = 5
"""Reports, or lines, from which on numbers are compared: with fewer, one odd report would be an alarm."""

FALLS_BY_HALF = 0.5
SHRINKS_BY_A_FIFTH = 0.8
"""Of what was there before: less than this is not what publishers do from one night to the next."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a crawl is judged by: the row's words; the reports it saw, and the newest year held where the row speaks of it.

    `shares` is None where too little was read to compare; `lines`, now and before, where no list was walked to its end.
    """

    expect: Expectation
    seen: int
    newest_year: int | None = None
    shares: Shares | None = None
    lines: tuple[int, int] | None = None


class _Expected(Monitor):  # type: ignore[misc]  # spidermon has no types
    @property
    def found(self) -> Found:
        found: Found = self.data.found
        return found


class ReportsSeen(_Expected):
    """The reports that are there."""

    def test_as_many_as_its_row_expects(self) -> None:
        """Fails below the row's `minimum`."""
        if _are_few(self.found):
            self.fail(f"{self.found.seen} report(s) where its row expects {self.found.expect.minimum} or more")

    def test_as_new_as_its_row_expects(self) -> None:
        """Fails where the newest year is older than the row's `newest_year`."""
        if _are_old(self.found):
            newest = self.found.newest_year or "no year"
            self.fail(f"its newest report is of {newest} where its row expects {self.found.expect.newest_year}")


class ReportsRead(_Expected):
    """The reports read for the first time, beside those read in earlier crawls."""

    def test_forms_are_read_as_often(self) -> None:
        """Fails below the row's `forms`, or where the share of reports with a form fell by half."""
        if (held := self.found.shares) is not None:
            self._compare(held.forms, held.forms_before, self.found.expect.forms, "of the reports have a form that was read")

    def test_sums_agree_as_often(self) -> None:
        """Fails below the row's `sums`, or where the share of sums that agree fell by half."""
        if (held := self.found.shares) is not None:
            self._compare(held.sums, held.sums_before, self.found.expect.sums, "of the forms' sums agree")

    def _compare(self, now: float | None, before: float | None, least: float | None, what: str) -> None:
        if now is not None and least is not None and now < least:
            self.fail(f"{now:.0%} {what} where its row expects {least:.0%} or more")
        if now is not None and least is None and before is not None and now < before * FALLS_BY_HALF:
            self.fail(f"{now:.0%} {what} where it was {before:.0%} before")


class LinesListed(_Expected):
    """The lines of the site's lists."""

    def test_lists_have_not_shrunk(self) -> None:
        """Fails where lists that were walked whole show a fifth fewer lines than before."""
        now, before = self.found.lines or (0, 0)
        if before >= ENOUGH and now < before * SHRINKS_BY_A_FIFTH:
            self.fail(f"its lists show {now} line(s) where they showed {before}: what is missing is not taken for gone yet")


class Expectations(MonitorSuite):  # type: ignore[misc]  # spidermon has no types
    """Every check of a crawl of a whole site that came to its end."""

    monitors = (ReportsSeen, ReportsRead, LinesListed)


def unmet(found: Found) -> list[str]:
    """What was expected of the crawl and did not hold, a sentence each; nothing where all is well."""
    if _is_quiet(found):
        return []
    result = MonitorRunner().run(Expectations(), found=found)
    return [item.reason or str(item.error) for item in result.monitors_failed_results]


def _is_quiet(found: Found) -> bool:
    """Whether there is nothing to say: so most nights end, and running the checks would cost as much as asking a page."""
    now, before = found.lines or (0, 0)
    return found.shares is None and now >= before and not _are_few(found) and not _are_old(found)


def _are_few(found: Found) -> bool:
    return found.expect.minimum is not None and found.seen < found.expect.minimum


def _are_old(found: Found) -> bool:
    wanted, newest = found.expect.newest_year, found.newest_year
    return wanted is not None and (newest is None or newest < wanted)


def found_by(connection: Connection, site: Site, crawl: int, counts: Counts) -> Found:
    """What a crawl that has ended is judged by. A quiet night, which read nothing new, asks the database next to nothing."""
    expect = site.expect
    return Found(
        expect,
        counts.reports,
        newest_year(connection, site.key) if expect.newest_year is not None else None,
        _shares(connection, site.key, crawl) if counts.new + counts.changed >= ENOUGH else None,
        lines(connection, site.key, crawl),
    )


def _shares(connection: Connection, site: str, crawl: int) -> Shares:
    """Crawls that were cut off and the one that went on where they were are one: each has read another part of the site."""
    return shares(connection, site, crawl, *crawls_gone_on_with(connection, site, crawl))
