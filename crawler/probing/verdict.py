"""Whether a page is a list of annual reports, how sure that is, and which family it is of, each with its reasons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.pages.base import Entry, IndexPage
from crawler.pages.families import AUTO, STATIC, Signal, recognise, signals
from crawler.pages.wordings import looks_like_report, plain_title, slug_of_column, years_in
from crawler.probing.ways import SLUG, Way

SURE = 70
"""From here on a list counts as found; below it is a candidate that a person should look at."""

LEADS_BY_LIST = frozenset({"jpaas", "gkmlpt"})
_OPENNESS_REPORT = re.compile(
    r"[公開开][开開][^，。；]{0,14}(?:年度?[报報]告?|[报報]告|[总總][结結]|情[况況])|年度[^，。；]{0,16}[公開开][开開][^，。；]{0,10}(?:[报報]告|[总總][结結])"
)
_IN_FULL = re.compile(r"[公開][开開]工作年度[报報]告")
_OTHER = re.compile(
    r"法治|依法行政|网站工作|網站工作|年度[报報]表|[预預]算|[决決]算|[审審][计計]|指南|[规規]定|[办辦]法|的通知|的函|的通报|解[读讀]"
)


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """One page that lists annual reports, or may: what stands on it and why it is taken for such a list.

    score     of 100 and more; `SURE` and above is a list found
    reports   the entries whose titles are annual reports', with `years` that they name (or were published after)
    others    how many further entries stand on the page; `more_pages` how many pages of the list come after it
    """

    way: Way
    url: str
    score: int
    reasons: tuple[str, ...]
    reports: tuple[Entry, ...]
    others: int
    more_pages: int
    signals: tuple[Signal, ...]
    by_year: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether the list counts as found."""
        return self.score >= SURE

    @property
    def years(self) -> tuple[int, ...]:
        """The report years seen, newest first: those that titles name, else the year before the date beside the title."""
        return tuple(sorted({year for entry in self.reports if (year := year_of(entry))}, reverse=True))

    @property
    def start(self) -> str:
        """The address to begin at: the page itself; the page that asked for it where it is an answer of a service."""
        return self.way.parent if self.is_answer and self.way.parent else self.url

    @property
    def is_answer(self) -> bool:
        """Whether the list came as an answer to a script's call."""
        return self.way.request.method != "GET" or any(one.family in ("gkmlpt", "listing") for one in self.signals[:1])


def year_of(entry: Entry) -> int | None:
    """The report year of an entry: the year its title names, the earliest of several, else the one before its date."""
    named = [year for year in years_in(plain_title(entry.title)) if 2005 <= year <= 2100]
    if named:
        return min(named)
    return entry.date.year - 1 if entry.date else None


def is_openness_report(title: str) -> bool:
    """Whether a title is an annual report's on openness, and not that of one of its look-alikes."""
    plain = plain_title(title)
    return bool(_OPENNESS_REPORT.search(plain)) and not _OTHER.search(plain)


def judge(index: IndexPage, came: Way) -> ColumnSeen | None:
    """The page as a list of annual reports; None when nothing on it speaks for that."""
    entries = index.entries()
    by_year = bool(entries) and not any(entry.title for entry in entries)
    named = index.is_annual_column
    reports = [entry for entry in entries if is_openness_report(entry.title) or by_year]
    if named:  # in a column of annual reports a title such as 2019年度报告 says enough
        short = (one for one in entries if one not in reports and looks_like_report(one.title))
        reports += [one for one in short if not _OTHER.search(one.title)]
    if not reports and not named:
        return None
    score, reasons = _weigh(named, came, reports, len(entries), index, by_year)
    more = len(index.next_pages())
    found = tuple(signals(index.url, index.text))
    return ColumnSeen(came, index.url, score, reasons, tuple(reports), len(entries) - len(reports), more, found, by_year)


def _weigh(
    named: bool, came: Way, reports: Sequence[Entry], total: int, index: IndexPage, by_year: bool
) -> tuple[int, tuple[str, ...]]:
    years = {year_of(entry) for entry in reports} - {None}
    in_full = sum(bool(_IN_FULL.search(plain_title(entry.title))) for entry in reports)
    mostly = bool(reports) and 2 * len(reports) >= total
    said = (
        (40, named and not by_year, "the page calls itself a column of annual reports"),
        (70, by_year, "its address gives one report a year; the years are not seen but asked for"),
        (20, came.score >= SLUG and came.depth > 0, f"the link to it said {came.label}"),
        (5, slug_of_column(index.url), "its address is called like such a column"),
        (15, bool(reports) and not by_year, f"{len(reports)} title(s) of annual reports"),
        (15, len(reports) >= 3 and not by_year, "three or more of them"),
        (15, len(years) >= 2, f"of {len(years)} different years"),
        (15, mostly, "they are the better part of the list"),
        (25, in_full >= 2 and mostly and came.depth > 0, "their titles are those that the rules ask for"),
    )
    held = [(points, words) for points, holds, words in said if holds]
    return sum(points for points, _ in held), tuple(words for _, words in held)


def family_of(columns: Sequence[ColumnSeen], sample: tuple[str, str] | None = None) -> tuple[str, list[str]]:
    """The family that a row should name, and the evidence. `sample` is address and text of one article that was looked at.

    Where list and articles speak for two families the row says `auto`: then each page is recognised by itself.
    """
    lists = Counter(column.signals[0].family if column.signals else STATIC for column in columns)
    addresses = [entry.url for column in columns for entry in column.reports[:5]]
    articles = Counter(recognise(url, "")[0] for url in addresses)
    evidence = [f"list: {signal.evidence}" for column in columns[:3] for signal in column.signals[:3]]
    evidence += [f"article: {recognise(url, '')[1]}" for url in addresses[:2]]
    if sample:
        family, why = recognise(*sample)
        articles[family] += 2
        evidence.append(f"article read: {why}")
    unique = list(dict.fromkeys(evidence))
    listed, written = _most(lists), _most(articles)
    if listed in LEADS_BY_LIST or written in (STATIC, listed):
        return listed, unique
    return (written, unique) if listed == STATIC else (AUTO, [*unique, f"lists look like {listed}, articles like {written}"])


def _most(counted: Counter[str]) -> str:
    return counted.most_common(1)[0][0] if counted else STATIC
