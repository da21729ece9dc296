"""How a crawl of one site ended: ok, nothing new, incomplete, broken or blocked, with the reasons counted. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

FAILED = ("unreachable", "http_error", "redirect_loop", "too_large", "empty", "binary", "refused")
WORDS = {
    "unreachable": "no answer",
    "http_error": "an HTTP error",
    "redirect_loop": "a redirect loop",
    "too_large": "a page over the size limit",
    "empty": "an empty page",
    "binary": "a file that is not a page",
    "refused": "an address we do not go to",
    "blocked": "a challenge page",
    "forbidden": "forbidden by robots.txt",
    "gone": "gone (404 or 410)",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """What one crawl did. `fetches` counts requests by (purpose, outcome)."""

    fetches: Mapping[tuple[str, str], int] = field(default_factory=dict)
    reports: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    not_reports: int = 0
    facts: int = 0
    findings: int = 0
    errors: int = 0

    def of(self, *outcomes: str, purpose: str | None = None) -> int:
        """How many requests ended in one of `outcomes`, for one purpose or all."""
        return sum(n for (why, how), n in self.fetches.items() if how in outcomes and purpose in (None, why))


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on a crawl and its reasons in a sentence ("" when there is nothing to say)."""

    name: str
    reason: str = ""


def outcome_of(counts: Counts, finish_reason: str = "finished", minimum: int | None = None) -> Outcome:
    """The outcome of one crawl. `minimum` is the number of reports that the site's row expects at least.

    broken      nothing could be read: no index page came, or our own code or the database failed
    blocked     the site turned us away: challenge pages, or robots.txt forbids the index pages
    incomplete  a part is missing: pages that failed, fewer reports than expected, a crawl that was stopped
    """
    reasons = _reasons(counts)
    if counts.errors:
        return Outcome("broken", f"{counts.errors} error(s) in our own code or the database, see the log" + _more(reasons))
    reached = counts.of("ok", "not_modified", purpose="index")
    if not reached and counts.of("blocked", "forbidden", purpose="index"):
        return Outcome("blocked", reasons)
    if not reached and not counts.of("ok", "not_modified"):
        return Outcome("broken", "no list of reports could be read" + _more(reasons))
    if finish_reason not in ("finished", ""):
        return Outcome("incomplete", f"stopped early ({finish_reason})" + _more(reasons))
    if counts.of("blocked"):
        return Outcome("incomplete", reasons)
    if counts.of(*FAILED):
        return Outcome("incomplete", reasons)
    if minimum is not None and counts.reports < minimum:
        return Outcome("incomplete", f"{counts.reports} report(s) where its row expects {minimum} or more" + _more(reasons))
    if counts.new or counts.changed:
        return Outcome("ok", reasons)
    return Outcome("nothing_new", reasons)


def _reasons(counts: Counts) -> str:
    by_outcome: Counter[str] = Counter()
    for (_, how), number in counts.fetches.items():
        if how in WORDS:
            by_outcome[how] += number
    return ", ".join(f"{number} x {WORDS[how]}" for how, number in sorted(by_outcome.items()))


def _more(reasons: str) -> str:
    return f"; {reasons}" if reasons else ""
