"""How a crawl of one site ended: ok, nothing new, incomplete, broken or blocked, with the reasons counted. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models.claims import ARCHIVE_FAILED, DATABASE_FAILED

STOOD_IN = ("soft_404", "maintenance", "login", "parked", "wrong_page")
FAILED = (
    "unreachable", "http_error", "redirect_loop", "too_large", "empty", "binary", "refused", "busy", "robots_unread", "cut_short",
    *STOOD_IN,
)  # fmt: skip
BY_NETWORK = ("unreachable", "http_error", "busy", "robots_unread", "cut_short", "maintenance")
"""Failures that may be gone an hour later."""
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
    "busy": "a host that asked for a pause",
    "robots_unread": "a robots.txt that did not load",
    "cut_short": "a page cut short",
    "soft_404": "a page that says it does not exist",
    "maintenance": "a notice of maintenance",
    "login": "a login page",
    "parked": "a notice of the hoster",
    "wrong_page": "the list served in place of a page",
}
REMEDIES = {
    "blocked": "nothing is worked around: look with a browser and write to the site's keeper",
    "forbidden": "its keeper asks robots to stay away",
    "busy": "asked again later, at a slower pace if its row sets a longer delay",
    "robots_unread": "nothing may be asked until it loads; asked again later",
    "cut_short": "asked again later; what was stored stays",
    "soft_404": "what was stored stays; look whether the page moved",
    "maintenance": "asked again later",
    "login": "look with a browser; if the site is no longer public, say so in its row",
    "parked": "the site has moved or is gone: look for its new address and change its row",
    "wrong_page": "the site may be throttling: give its row a longer delay",
}
"""What to do about an outcome, or what the program does."""

OWN_FAULTS = {
    ARCHIVE_FAILED: "the disk does not take what is fetched: make room; the site is taken up again by itself",
    DATABASE_FAILED: "it was away for too long: what was fetched stands in the archive and is read at the site's next crawl",
}
"""What a crawl is closed for that is no fault of the site, and what to do."""

_ENOUGH = 3

PAGES_SPENT = "the bound on pages was met: raise limits.pages, or name narrower columns, in its row"
SUSPECT = {
    "empty_list": "no row on a list that had rows before: nothing is taken for gone; look with a browser, it may have moved",
    "redesign": "the site looks rebuilt: run `nianbao sites probe` and change its row",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """What one crawl did. `fetches` counts requests by (purpose, outcome).

    `stops` counts the bounds and ends a walk met, by name; `suspects` what does not fit with earlier crawls, by a name of
    SUSPECT; `families` the report pages by the family they look like; `said` are a few of these in words.
    """

    fetches: Mapping[tuple[str, str], int] = field(default_factory=dict)
    reports: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    not_reports: int = 0
    facts: int = 0
    findings: int = 0
    errors: int = 0
    stops: Mapping[str, int] = field(default_factory=dict)
    suspects: Mapping[str, int] = field(default_factory=dict)
    families: Mapping[str, int] = field(default_factory=dict)
    said: tuple[str, ...] = ()

    def of(self, *outcomes: str, purpose: str | None = None) -> int:
        """How many requests ended in one of `outcomes`, for one purpose or all."""
        return sum(n for (why, how), n in self.fetches.items() if how in outcomes and purpose in (None, why))


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on a crawl and its reasons in a sentence ("" when there is nothing to say)."""

    name: str
    reason: str = ""


def outcome_of(counts: Counts, finish_reason: str = "finished", unmet: Sequence[str] = ()) -> Outcome:
    """The outcome of one crawl. `unmet` are the sentences of `crawler.night.expectations` on what was expected and is not there.

    broken      nothing could be read: no index page came, or our own code or the database failed
    blocked     the site turned us away: challenge pages, or robots.txt forbids the index pages
    incomplete  a part is missing: pages that failed, less than was expected, a crawl that was stopped or met a bound;
                or what came is suspect beside earlier crawls
    """
    reasons = _reasons(counts)
    suspicion = "; ".join(f"suspect: {SUSPECT[name]}" for name in sorted(counts.suspects) if name in SUSPECT)
    if finish_reason in OWN_FAULTS:
        return Outcome("broken", f"{finish_reason}: {OWN_FAULTS[finish_reason]}" + _more(reasons))
    if counts.errors:
        return Outcome("broken", f"{counts.errors} error(s) in our own code or the database, see the log" + _more(reasons))
    reached = counts.of("ok", "not_modified", purpose="index")
    if not reached and counts.of("blocked", "forbidden", purpose="index"):
        return Outcome("blocked", reasons)
    if not reached and not counts.of("ok", "not_modified"):
        return Outcome("broken", "no list of reports could be read" + _more(reasons))
    if finish_reason not in ("finished", ""):
        return Outcome("incomplete", f"stopped early ({finish_reason})" + _more(reasons))
    if suspicion:
        return Outcome("incomplete", suspicion + _more(reasons))
    if counts.stops.get("pages"):
        return Outcome("incomplete", PAGES_SPENT + _more(reasons))
    if counts.of("blocked"):
        return Outcome("incomplete", reasons)
    if counts.of(*FAILED):
        return Outcome("incomplete", reasons)
    if unmet:
        return Outcome("incomplete", "; ".join(unmet) + _more(reasons))
    if counts.new or counts.changed:
        return Outcome("ok", reasons)
    return Outcome("nothing_new", reasons)


def _reasons(counts: Counts) -> str:
    by_outcome: Counter[str] = Counter()
    for (_, how), number in counts.fetches.items():
        if how in WORDS:
            by_outcome[how] += number
    counted = [f"{number} x {WORDS[how]}{_remedy(how)}" for how, number in sorted(by_outcome.items())]
    return "; ".join([*counted, *_notes(counts)])


def _remedy(how: str) -> str:
    return f" ({REMEDIES[how]})" if how in REMEDIES else ""


def _notes(counts: Counts) -> list[str]:
    """What the walks say of where they stopped: at most three, then how many more."""
    more = [f"{len(counts.said) - 3} more such stop(s), see the counts"] if len(counts.said) > 3 else []
    return [words[:200] for words in counts.said[:3]] + more


def _more(reasons: str) -> str:
    return f"; {reasons}" if reasons else ""


def redesign(now: Mapping[str, int], before: Mapping[str, int]) -> bool:
    """Whether report pages that looked like one CMS family before now all look like others: the site was rebuilt.

    Both sides count pages by family; fewer than three pages on a side say nothing.
    """
    if sum(now.values()) < _ENOUGH or sum(before.values()) < _ENOUGH:
        return False
    usual = max(before, key=lambda family: before[family])
    return 2 * before[usual] > sum(before.values()) and not now.get(usual)
