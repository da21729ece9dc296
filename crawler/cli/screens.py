"""What the commands print: tables and the progress display. Tables go to standard output, complaints to standard error."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars
from rich.table import Column, Table

from crawler.cli.chinese import in_chinese, label
from crawler.night.rhythm import CHINA
from crawler.night.watching import Ended, Watcher
from crawler.schedule import Visit
from models.codebook import APPLICANTS

_COLOURS = {"ok": "green", "nothing_new": "cyan", "incomplete": "yellow", "broken": "red", "blocked": "magenta"}
_ROOMY = 170
"""How wide a screen must be for a column of Chinese labels beside the codes."""
WIDE = 200
"""How many characters a line may hold in a file or a pipe, where no window says how wide it is."""


class _Screen(Console):
    """A console whose reader may go (`nianbao search 公开 | head`): that is told as Python tells it, and `main` ends well."""

    def on_broken_pipe(self) -> None:
        """Rich would end the program with exit code 1, as if a page needed a look."""
        raise BrokenPipeError


def _console() -> Console:
    """Standard output: as wide as its window or as COLUMNS says, and WIDE where there is neither."""
    screen = _Screen()
    if not screen.is_terminal and not os.environ.get("COLUMNS", "").isdigit():
        screen.width = WIDE
    return screen


_screen = _console()
_errors = Console(stderr=True, highlight=False)


def out(*things: RenderableType) -> None:
    """Prints text and tables. What does not fit into a table's column is folded: nothing is cut."""
    for thing in things:
        for table in thing.renderables if isinstance(thing, Group) else (thing,):
            for column in table.columns if isinstance(table, Table) else ():
                column.overflow = "fold"
        _screen.print(thing)


def screen_width() -> int:
    """How many characters wide the screen is; WIDE in a file or a pipe if COLUMNS says nothing."""
    return _screen.width


def complain(message: str) -> None:
    """Prints a problem on standard error, as it is (no markup is read from it)."""
    _errors.print(escape(message), style="red", soft_wrap=True)


def local(moment: datetime | None) -> str:
    """A moment as a reader in China writes it; a dash for none."""
    return moment.astimezone(CHINA).strftime("%Y-%m-%d %H:%M") if moment else "-"


def outcome_words(name: str) -> str:
    """An outcome in words and colour."""
    return f"[{_COLOURS.get(name, 'white')}]{escape(name.replace('_', ' '))}[/]"


class Progress:
    """A bar for the sites of a crawl and a count of the pages that answered."""

    def __init__(self, sites: int) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self.bars = Bars(*columns, console=_errors, transient=True)
        self.sites = self.bars.add_task("sites", total=sites)
        self.pages = self.bars.add_task("pages", total=None)

    def watcher(self) -> Watcher:
        """The ears of a crawl run that move the bars."""
        return Watcher(answered=lambda site: self.bars.advance(self.pages), ended=lambda _: self.bars.advance(self.sites))

    def __enter__(self) -> Self:
        self.bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.bars.stop()


def ended_table(ended: Sequence[Ended], visits: Mapping[str, Visit]) -> Table:
    """What a night operator wants to see: outcome a site, what was found and stored, when it is next due."""
    numbers = ("new", "changed", "unchanged", "facts", "findings", "not reports")
    table = Table("site", "outcome", *numbers, "next due", "why", title="crawls")
    for one in sorted(ended, key=lambda one: one.site):
        keys = ("reports_new", "reports_changed", "reports_unchanged", "facts", "findings", "not_reports")
        visit = visits.get(one.site)
        cells = [str(one.counts.get(key, 0)) for key in keys]
        table.add_row(one.site, outcome_words(one.outcome), *cells, local(visit.starts if visit else None), escape(one.reason))
    return table


def visit_table(visits: Iterable[Visit], title: str) -> Table:
    """When sites are next due, and why."""
    table = Table("site", "due (Asia/Shanghai)", "because", title=escape(title))
    for visit in visits:
        late = " (made up for: missed before)" if visit.missed else ""
        table.add_row(visit.site, local(visit.starts), escape(visit.reason + late))
    return table


def status_table(crawls: Iterable[Mapping[str, Any]], visits: Mapping[str, Visit]) -> Table:
    """The last crawl of each site beside its next visit; sites never crawled come last."""
    table = Table("site", "last crawl", "outcome", "reports kept", "next due", "why", title="status")
    seen = set()
    for crawl in crawls:
        seen.add(crawl["site"])
        visit = visits.get(crawl["site"])
        row = (crawl["site"], local(crawl["started"]), outcome_words(crawl["outcome"] or "running"), str(crawl["reports"]))
        table.add_row(*row, local(visit.starts if visit else None), escape(crawl["reason"] or ""))
    for key in sorted(set(visits) - seen):
        table.add_row(key, "-", "never crawled", "0", local(visits[key].starts), escape(visits[key].reason))
    return table


def record_parts(record: Mapping[str, Any]) -> list[RenderableType]:
    """One report in the shape of `read --json`: encoding and damage in words, fields, facts, findings, these also in Chinese."""
    encoding = record["encoding"]
    votes = "; ".join(map(_vote, encoding["evidence"]))
    parts: list[RenderableType] = [escape(f"encoding: {encoding['codec']} ({votes})")]
    for damage in record["damage"]:
        touched = f"{damage['share']:.1%} of the characters touched, {damage['lost']} lost"
        parts.append(escape(f"damage: {damage['kind']}, undone by {damage['method']}; {touched}"))
    facts, edition = record["facts"], record["form_edition"] or ""
    by_applicant = [fact for fact in facts if fact["applicant"] and fact["origin"] != "prose"]
    tables: list[RenderableType] = [_field_table(record)]
    if facts or record["is_annual_report"]:
        tables.append(_fact_table([fact for fact in facts if fact not in by_applicant], edition))
    if by_applicant:
        tables.append(_applicant_table(by_applicant, edition))
    parts.append(Group(*tables, *_finding_parts(record["findings"])))
    return [*parts, *map(escape, in_chinese(record))]


def _vote(vote: Mapping[str, Any]) -> str:
    return f"{vote['source']} says {vote['said']}{'' if vote['followed'] else ' (not followed)'}"


_FIELDS = (
    "title", "title_as_printed", "publisher", "publisher_as_printed", "publisher_inferred", "level", "report_year", "period",
    "publish_date", "form_edition", "index_number", "document_number",
)  # fmt: skip


def _field_table(record: Mapping[str, Any]) -> Table:
    """The fields of one report; what is unknown is left out."""
    table = Table("field", "value", title="report" if record["is_annual_report"] else "not an annual report")
    for name in _FIELDS:
        value = record[name]
        if value is not None:
            table.add_row(name, escape(" to ".join(map(str, value)) if isinstance(value, list) else str(value)))
    if record["division"]:
        table.add_row("division", escape(f"{record['division']['code']} {' '.join(record['division']['path'] or [])}"))
    for name, value in (record["contact"] or {}).items():
        if value:
            table.add_row(name, escape(value))
    table.add_row("genuine?", escape("; ".join((record["hijacked"]["verdict"], *record["hijacked"]["evidence"]))))
    return table


def columns(*names: str, whole: Collection[str] = ()) -> list[Column]:
    """Columns of a table in which nothing is cut: what one types or looks up next stays whole, all else is folded."""
    return [Column(name, overflow="fold", no_wrap=name in whole) for name in names]


def _if_roomy(words: str) -> tuple[str, ...]:
    """A cell of the column of Chinese labels, which only a wide screen has room for."""
    return (escape(words),) if screen_width() >= _ROOMY else ()


def _fact_table(facts: Iterable[Mapping[str, Any]], edition: str) -> Table:
    """The facts of one report as printed and as read."""
    heads = ("indicator", *_if_roomy("指标"), "applicant / category", "value", "printed", "unit", "origin", "where")
    table = Table(*columns(*heads, whole=("indicator", "value", "origin")), title="facts")
    for fact in facts:
        plain = fact["meaning"] in ("number", "zero")
        value = "" if fact["value"] is None else str(fact["value"])
        printed = fact["raw"] if plain else f"{fact['raw']} ({fact['meaning']})"
        about = fact["applicant"] or fact["category"] or ""
        name = label(fact["code"], edition) if fact["code"] else ""
        what = (fact["code"] or "-", *_if_roomy(name), escape(about), value, escape(printed), fact["unit"] or "")
        table.add_row(*what, fact["origin"], fact["where"])
    return table


def _applicant_table(facts: Iterable[Mapping[str, Any]], edition: str) -> Table:
    """Section 三 of the form as it is drawn: a row an indicator, a column an applicant type; what is no number as printed."""
    rows: dict[str, dict[str, str]] = {}
    for fact in facts:
        cell = fact["raw"] if fact["value"] is None else str(fact["value"])
        rows.setdefault(fact["code"] or fact["category"] or "-", {})[fact["applicant"]] = cell
    heads = ("indicator", *_if_roomy("指标"), *APPLICANTS.values())
    table = Table(*columns(*heads, whole=("indicator",)), title="facts by applicant type (件)")
    for code, cells in rows.items():
        numbers = (escape(cells.get(applicant, "")) for applicant in APPLICANTS)
        table.add_row(escape(code), *_if_roomy(label(code, edition)), *numbers)
    return table


def verdict_words(finding: Mapping[str, Any]) -> str:
    """What a person said of a finding, with the note; '' where nobody judged it."""
    return ": ".join(part for part in (finding.get("review"), finding.get("review_note")) if part)


def _finding_parts(findings: Iterable[Mapping[str, Any]]) -> list[RenderableType]:
    """The findings of one report: those that pass are counted, the others shown; nothing where no rule could be asked."""
    found = list(findings)
    stored = ("number", "review") if any("number" in finding for finding in found) else ()
    heads = (*stored[:1], "rule", "outcome", "left", "right", "what", *stored[1:])
    table = Table(*columns(*heads, whole=("number", "rule", "outcome")), title="findings")
    passed = 0
    for finding in found:
        if finding["outcome"] == "pass":
            passed += 1
            continue
        sides = (escape(str(finding["left"] or "")), escape(str(finding["right"] or "")))
        what = [finding["rule"], finding["outcome"], *sides, escape(finding["message"])]
        if stored:
            what = [str(finding.get("number") or ""), *what, escape(verdict_words(finding))]
        table.add_row(*what)
    said = f"{passed} rule(s) pass"
    if not table.row_count:
        return [said] if passed else []
    table.caption = said
    return [table]
