"""The registry: one TOML file a site, checked field by field. Adding a county never needs Python."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from crawler.addresses import is_fetchable, scope_of
from crawler.night.rhythm import Rhythm
from crawler.night.windows import read_cron, read_window, read_zone
from crawler.pages.families import AUTO, FAMILIES
from crawler.wrong_values import did_you_mean, in_our_words
from pipelines.items import Level

_SHOWN = 80


class RegistryProblem(ValueError):
    """What is wrong with the registry, in words. Of one field of a row: file, line, field, what was expected and found.

    `more` holds the further problems of the same file; the message shows them all, a line each.
    """

    def __init__(self, message: str, more: Iterable[RegistryProblem] = ()) -> None:
        self.more = tuple(more)
        super().__init__("\n".join([message, *map(str, self.more)]))
        self.file: Path | None = None
        self.field = self.expected = self.found = ""
        self.line: int | None = None

    @classmethod
    def at(
        cls, file: Path, field: str, expected: str, found: str, line: int | None = None, more: Iterable[RegistryProblem] = ()
    ) -> RegistryProblem:
        """The problem of one field. `line` is None where it cannot be told."""
        place = f"{file}:{line}" if line else str(file)
        problem = cls(f"{place}: {field}: expected {expected}, found {found}", more)
        problem.file, problem.field, problem.expected, problem.found, problem.line = file, field, expected, found, line
        return problem


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def _checked_url(url: str) -> str:
    if not is_fetchable(url):
        raise ValueError("an address that begins with http:// or https:// and has a host")
    return url


class DivisionRow(_Row):
    """The administrative division of a site or column: code of GB/T 2260 (6 digits, 9 or 12 below the county), name, path."""

    code: Annotated[str, Field(pattern=r"^\d{6}(?:\d{3}(?:\d{3})?)?$")]
    name: Annotated[str, Field(min_length=2)]
    path: tuple[str, ...] = Field(default=(), strict=False)


class Column(_Row):
    """One annual-report list of a site. Publisher, level and division hold for its reports where they differ from the site's."""

    url: str
    publisher: str | None = None
    level: Level | None = None
    division: DivisionRow | None = None

    _url = field_validator("url")(_checked_url)


class Season(_Row):
    """Months (1 to 12) in which a site is visited every so many days."""

    months: Annotated[tuple[Annotated[int, Field(ge=1, le=12)], ...], Field(strict=False, min_length=1)]
    every_days: Annotated[int, Field(ge=1, le=366)] = 1


class Schedule(_Row):
    """When a site is due. What is left out follows the program's own rhythm (`crawler.night.rhythm`).

    cron      five fields on the wall clock of `zone`; instead of every_days and season
    window    hours in which a crawl may begin, such as 22:00-06:00; by default that of the settings, none with a cron
    jitter    minutes, at most, by which a visit is put off: the same for one site and day, whoever asks
    """

    every_days: Annotated[int, Field(ge=1, le=366)] | None = None
    season: Season | None = None
    cron: str | None = None
    zone: str = "Asia/Shanghai"
    window: str | None = None
    jitter: Annotated[int, Field(ge=0, le=720)] = 0

    @field_validator("cron", "zone", "window")
    @classmethod
    def _readable(cls, words: str | None, info: ValidationInfo) -> str | None:
        if words is not None:
            {"cron": read_cron, "zone": read_zone, "window": read_window}[str(info.field_name)](words)
        return words

    @field_validator("cron")
    @classmethod
    def _alone(cls, cron: str | None, info: ValidationInfo) -> str | None:
        if cron is not None and (info.data.get("every_days") or info.data.get("season")):
            raise ValueError("either a cron, or every_days and season")
        return cron

    @cached_property
    def rhythm(self) -> Rhythm:
        """The same as the schedule reckons with it."""
        season = self.season
        return Rhythm(
            zone=read_zone(self.zone),
            window=read_window(self.window) if self.window else None,
            cron=self.cron,
            every=timedelta(days=self.every_days) if self.every_days else None,
            season=frozenset(season.months) if season else frozenset(),
            season_every=timedelta(days=season.every_days) if season else None,
            jitter=timedelta(minutes=self.jitter),
        )


class Expectation(_Row):
    """What a healthy crawl finds: at least `minimum` reports, the newest of `newest_year` or later.

    Of the reports it reads at least the share `forms` with a form, and of their forms' sums at least the share `sums` that
    agree (0 to 1); without these two words the site's own earlier crawls say what is usual (`crawler.night.expectations`).
    """

    minimum: Annotated[int, Field(ge=0)] | None = None
    newest_year: Annotated[int, Field(ge=2007, le=2100)] | None = None
    forms: Annotated[float, Field(ge=0, le=1, strict=False)] | None = None
    sums: Annotated[float, Field(ge=0, le=1, strict=False)] | None = None


class Limits(_Row):
    """Bounds of one crawl: pages asked for, links deep from a start page, bytes a page, bytes of all answers, minutes."""

    pages: Annotated[int, Field(ge=1, le=100_000)] = 3000
    depth: Annotated[int, Field(ge=0, le=20)] = 4
    bytes: Annotated[int, Field(ge=1024, le=256 * 1024 * 1024)] = 16 * 1024 * 1024
    site_bytes: Annotated[int, Field(ge=1024, le=1024**4)] = 4 * 1024**3
    minutes: Annotated[float, Field(gt=0, le=7 * 24 * 60, strict=False)] = 6 * 60


class Site(_Row):
    """One site to walk. `start` are index pages; `columns` are lists known to hold annual reports; `hosts` may be asked besides.

    `delay` is in seconds between two requests. `allow_private` lets addresses of private networks be asked (demo and tests).
    `visited` tells whether a person or a crawl has seen that the row works.
    """

    key: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{1,60}$")]
    name: Annotated[str, Field(min_length=2)]
    name_en: str | None = None
    level: Level
    division: DivisionRow | None = None
    family: str = AUTO
    start: tuple[str, ...] = Field(strict=False, min_length=1)
    hosts: tuple[str, ...] = Field(default=(), strict=False)
    columns: tuple[Column, ...] = Field(default=(), strict=False)
    allow_private: bool = False
    delay: Annotated[float, Field(ge=0, le=600, strict=False)] = 3.0
    robots: bool = True
    verify_tls: bool = True
    schedule: Schedule = Schedule()
    expect: Expectation = Expectation()
    limits: Limits = Limits()
    caveats: tuple[str, ...] = Field(default=(), strict=False)
    visited: bool = False

    @field_validator("start")
    @classmethod
    def _start_urls(cls, urls: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_checked_url(url) for url in urls)

    @field_validator("family")
    @classmethod
    def _known_family(cls, family: str) -> str:
        if family != AUTO and family not in FAMILIES:
            raise ValueError(f"one of {AUTO}, {', '.join(sorted(FAMILIES))}")
        return family

    @cached_property
    def scope(self) -> frozenset[str]:
        """The hosts (with a port where it is not the scheme's own) that this site's crawl may ask."""
        return scope_of((*self.start, *(column.url for column in self.columns)), self.hosts)


def load_sites(directories: Iterable[Path] | Path) -> dict[str, Site]:
    """All sites of the directories by key, in order of key. Raises a `RegistryProblem` (with `more`) if any row is wrong."""
    sites, problems = check_sites(directories)
    if problems:
        raise RegistryProblem("\n".join(str(problem) for problem in problems)) if len(problems) > 1 else problems[0]
    return sites


def check_sites(directories: Iterable[Path] | Path) -> tuple[dict[str, Site], list[RegistryProblem]]:
    """The sites that are right, by key, and what is wrong with the others.

    A key used twice in one directory is a problem; a row of a later directory replaces the one of the same key before it.
    """
    sites: dict[str, Site] = {}
    problems: list[RegistryProblem] = []
    for directory in [directories] if isinstance(directories, Path) else directories:
        if directory.is_dir():
            sites.update(_sites_of(directory, problems))
        else:
            problems.append(RegistryProblem.at(directory, "folder", "a folder of site rows", "no such folder"))
    return dict(sorted(sites.items())), problems


def _sites_of(directory: Path, problems: list[RegistryProblem]) -> dict[str, Site]:
    files: dict[str, Path] = {}
    sites: dict[str, Site] = {}
    for file in sorted(directory.glob("*.toml")):
        try:
            site = read_site(file)
        except RegistryProblem as problem:
            problems.append(problem)
            continue
        if site.key in files:
            problems.append(RegistryProblem.at(file, "key", "a key of its own", f"{site.key!r}, also in {files[site.key]}"))
        files.setdefault(site.key, file)
        sites.setdefault(site.key, site)
    return sites


def read_site(file: Path) -> Site:
    """The site of one TOML file. Raises a `RegistryProblem` that says all that is wrong with it."""
    try:
        text = file.read_text(encoding="utf-8")
        return Site.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise RegistryProblem.at(file, "file", "TOML", str(error), int(line.group(1)) if line else None) from None
    except (OSError, UnicodeDecodeError) as error:
        raise RegistryProblem.at(file, "file", "a readable file in UTF-8", str(error)) from None
    except ValidationError as error:
        first, *others = error.errors(include_url=False)
        more = [_problem(file, text, detail) for detail in others]
        raise _problem(file, text, first, more) from None


def _problem(file: Path, text: str, detail: Any, more: Iterable[RegistryProblem] = ()) -> RegistryProblem:
    field = ".".join(str(part) for part in detail["loc"])
    kind, found = detail["type"], repr(detail["input"])
    if kind == "extra_forbidden":
        hint = did_you_mean(str(detail["loc"][-1]), _field_names())
        expected, found = f"no field of this name{hint}", f"{field} = {found}"
    elif kind == "missing":
        expected, found = "a value", "nothing"
    elif kind == "literal_error":
        expected = f"one of {detail['ctx']['expected']}"
    else:
        expected = in_our_words(detail["msg"])
    return RegistryProblem.at(file, field, expected, found[:_SHOWN], _line_of(text, detail["loc"]), more)


def _field_names() -> set[str]:
    return {name for row in _Row.__subclasses__() for name in row.model_fields}


def _line_of(text: str, location: tuple[int | str, ...]) -> int | None:
    """The line where the field's last name is set or opens a table; None when the file does not name it."""
    names = [part for part in location if isinstance(part, str)]
    for name in reversed(names):
        found = re.search(rf"^\s*(?:\[+[\w.]*\b)?{re.escape(name)}\s*[\]=]", text, re.MULTILINE)
        if found:
            return text.count("\n", 0, found.end()) + 1
    return None
