"""What a healthy crawl leaves a site with: what its row expects, and what its own earlier crawls found.

A crawl can end without one failed request and still have lost half a site. The checks are spidermon monitors over what the
database holds of the site after the crawl; each one that fails is a sentence for the operator, and the crawl `incomplete`.
"""

from __future__ import annotations

from dataclasses import dataclass

from spidermon import Monitor, MonitorSuite
from spidermon.runners import MonitorRunner

from crawler.registry import Expectation
from models.holdings import Holdings

ENOUGH = 5
"""Reports from which on shares are compared: with fewer, one odd report would be an alarm."""

FALLS_BY_HALF = 0.5
SHRINKS_BY_A_FIFTH = 0.8
"""Of what was there before: less than this is not what publishers do from one night to the next."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a crawl is judged by: the row's words, what is held now, and how many lines the site's lists had before and now.

    `lines` and `lines_before` are None where not all lists were walked to their end, so that nothing can be said.
    """

    expect: Expectation
    holdings: Holdings
    lines: int | None = None
    lines_before: int | None = None


class _Expected(Monitor):  # type: ignore[misc]  # spidermon has no types
    @property
    def found(self) -> Found:
        found: Found = self.data.found
        return found


class ReportsHeld(_Expected):
    """The reports that are there to be read."""

    def test_as_many_as_its_row_expects(self) -> None:
        """Fails below the row's `minimum`."""
        least, held = self.found.expect.minimum, self.found.holdings.reports
        if least is not None and held < least:
            self.fail(f"{held} report(s) where its row expects {least} or more")

    def test_as_new_as_its_row_expects(self) -> None:
        """Fails where the newest year is older than the row's `newest_year`."""
        wanted, newest = self.found.expect.newest_year, self.found.holdings.newest_year
        if wanted is not None and (newest is None or newest < wanted):
            self.fail(f"its newest report is of {newest or 'no year'} where its row expects {wanted}")


class ReportsRead(_Expected):
    """The reports read for the first time in this crawl, beside those read earlier."""

    def test_forms_are_read_as_often(self) -> None:
        """Fails below the row's `forms`, or where the share of reports with a form fell by half."""
        holdings = self.found.holdings
        self._compare(holdings.forms, holdings.forms_before, self.found.expect.forms, "have a form that was read")

    def test_sums_agree_as_often(self) -> None:
        """Fails below the row's `sums`, or where the share of sums that agree fell by half."""
        holdings = self.found.holdings
        self._compare(holdings.sums, holdings.sums_before, self.found.expect.sums, "of the forms' sums agree")

    def _compare(self, now: float | None, before: float | None, least: float | None, what: str) -> None:
        if now is None or self.found.holdings.read < ENOUGH:
            return
        if least is not None and now < least:
            self.fail(f"{now:.0%} {what} where its row expects {least:.0%} or more")
        if least is None and before is not None and now < before * FALLS_BY_HALF:
            self.fail(f"{now:.0%} {what} where it was {before:.0%} before")


class LinesListed(_Expected):
    """The lines of the site's lists."""

    def test_lists_have_not_shrunk(self) -> None:
        """Fails where lists that were walked whole show a fifth fewer lines than the last time."""
        now, before = self.found.lines, self.found.lines_before
        if now is not None and before is not None and before >= ENOUGH and now < before * SHRINKS_BY_A_FIFTH:
            self.fail(f"its lists show {now} line(s) where they showed {before} when last walked whole")


class Expectations(MonitorSuite):  # type: ignore[misc]  # spidermon has no types
    """Every check of a crawl that came to its end."""

    monitors = (ReportsHeld, ReportsRead, LinesListed)


def unmet(found: Found) -> list[str]:
    """What was expected of the crawl and did not hold, a sentence each; nothing where all is well."""
    result = MonitorRunner().run(Expectations(), found=found)
    return [item.reason or str(item.error) for item in result.monitors_failed_results]
