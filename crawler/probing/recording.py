"""Recorded pages for tests: bytes as sent, what the server said of them, and a skeleton that a person must fill in."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from scrapy.http import Response

from crawler.pages.base import Entry, IndexPage
from crawler.pages.paging import PageRequest
from crawler.pages.wordings import looks_like_report, years_in
from crawler.probing.ways import Way
from crawler.registry import Site

Kind = Literal["index", "report"]
UNFILLED = "unfilled"
"""The key that marks an expected.json nobody has filled in; tests refuse a case that has it."""

_TO_FILL: dict[Kind, dict[str, Any]] = {
    "index": {
        "recognised": None, "entries": [["url", "title", "YYYY-MM-DD or null"]], "next": ["GET url"], "is_annual_column": None,
    },
    "report": {
        "recognised": None, "title": None, "heading": None, "meta": {}, "breadcrumb": [], "rows": {}, "date_line": None,
        "content_has": [], "content_lacks": [], "attachments": [],
    },
}  # fmt: skip
_ENDINGS = {"json": "json", "xml": "xml", "text/plain": "txt"}
_LISTS, _BELOW = 3, 2


@dataclass(slots=True)
class Recorder:
    """Saves pages of a site below `folder`/<key>/: each list's first two pages and `most` of its newest reports."""

    site: Site
    folder: Path
    most: int = 3
    cases: list[Path] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    _lists: list[Way] = field(default_factory=list)
    _reports: list[Entry] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        urls = list(dict.fromkeys([*(column.url for column in self.site.columns), *self.site.start]))
        self._lists = [Way(PageRequest(url), "", 100, "a list of the row") for url in urls[:_LISTS]]

    def take(self) -> Way | None:
        """The next page to record: the lists first, then the newest reports that they name."""
        while self._lists:
            way = self._lists.pop(0)
            if self._is_new(way.request):
                return way
        while self._reports and sum(case.name.startswith("report") for case in self.cases) < self.most:
            entry = self._reports.pop(0)
            if self._is_new(PageRequest(entry.url)):
                return Way(PageRequest(entry.url), entry.title, 0, "a report")
        return None

    def saw(self, way: Way, index: IndexPage, response: Response) -> None:
        """Saves a page, and notes what a list leads to."""
        if way.score == 0:
            years = sorted(years_in(way.label))
            self._save(f"report-{years[0]}" if years else "report", "report", way, response)
            return
        self._save("list", "index", way, response)
        entries = [entry for entry in index.entries() if looks_like_report(entry.title) or not entry.title]
        self._reports += entries
        follow = index.next_pages()[:1] if way.depth == 0 and entries else []
        if not entries and way.depth < _BELOW:
            follow = [*index.next_pages()[:1], *(PageRequest(column.url) for column in index.columns()[:2])]
        self._lists += [Way(request, "", 100, "below a list", way.depth + 1) for request in follow]

    def missed(self, way: Way, outcome: str, reason: str) -> None:
        """Notes a page that did not come."""
        self.troubles.append(f"{way.url}: {outcome}: {reason}")

    def _is_new(self, request: PageRequest) -> bool:
        key = f"{request.method} {request.url} {request.body[:2000]!r}"
        new = key not in self._seen
        self._seen.add(key)
        return new

    def _save(self, name: str, kind: Kind, way: Way, response: Response) -> None:
        home = self.folder / self.site.key
        case = next(at for at in _numbered(home, name) if not at.exists())
        case.mkdir(parents=True)
        declared = (response.headers.get("Content-Type") or b"").decode("latin-1")
        body = f"body.{_ending(declared)}"
        (case / body).write_bytes(response.body)
        said: dict[str, str | int] = {"url": response.url, "status": response.status, "content_type": declared}
        said |= {"kind": kind, "body": body, "family": self.site.family}
        if way.request.method != "GET":
            said |= {"method": way.request.method, "sent": way.request.body[:100_000].decode("utf-8", "replace")}
        (case / "response.toml").write_text("".join(f"{key} = {_toml(value)}\n" for key, value in said.items()), encoding="utf-8")
        expected = {UNFILLED: "a person writes here what the page says, then takes this line out", **_TO_FILL[kind]}
        (case / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        self.cases.append(case)


def _numbered(home: Path, name: str) -> list[Path]:
    return [home / name, *(home / f"{name}-{number}" for number in range(2, 1000))]


def _ending(declared: str) -> str:
    return next((ending for mark, ending in _ENDINGS.items() if mark in declared.lower()), "html")


def _toml(value: str | int) -> str:
    return json.dumps(value, ensure_ascii=False)  # JSON strings and whole numbers are TOML's too
