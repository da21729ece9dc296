"""The placing of the labelled set `tests/labelled/places`, scored: right, wrong, open; and readings made from its headers."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from lxml.html import fromstring

from pipelines.items import Contact, DivisionRef, Encoding, Page, Placement, Report, View
from pipelines.place import place
from pipelines.placing.evidence import Around

PLACES = Path(__file__).parents[1] / "labelled" / "places"
NOWHERE = "http://10.0.0.1/a.html"


@dataclass(frozen=True)
class Scored:
    """One case: what it is, what a person says (None: open), what the program says."""

    case: str
    code: str | None
    level: str | None
    placement: Placement

    @property
    def got(self) -> str | None:
        """The code of the division it was placed in, None where it was left open."""
        return self.placement.division.code if self.placement.division else None

    @property
    def right(self) -> bool:
        """Division as labelled, and level where one is labelled."""
        return self.got == self.code and self.level in (None, self.placement.level)


def digest() -> str:
    """SHA-256 of the labelled set."""
    return sha256(b"".join(file.read_bytes() for file in sorted(PLACES.glob("*.*")))).hexdigest()


def scored() -> list[Scored]:
    """Every case of the set."""
    return [*_names(), *_headers()]


def _names() -> Iterator[Scored]:
    with (PLACES / "names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            placed = place(Report(0, 0, publisher=row["publisher"], report_year=int(row["year"])), page_of({}), None)
            yield Scored(f"{row['publisher']} {row['year']}", row["code"] or None, row["level"] or None, placed)


def _headers() -> Iterator[Scored]:
    for case in json.loads((PLACES / "headers.json").read_text(encoding="utf-8")):
        said = " ".join(f"{name}={value}" for name, value in case.items() if name not in ("code", "level", "place"))
        yield Scored(said, case["code"], case["level"], place_header(case))


def place_header(case: dict[str, Any]) -> Placement:
    """The placement of a report with the evidence of one labelled header."""
    contact = Contact(phone=case.get("phone"), fax=case.get("fax"), address=case.get("address"), postcode=case.get("postcode"))
    report = Report(
        0, 0, title=case.get("title"), publisher=case["publisher"], report_year=case["year"], compiled_by=case.get("compiled"),
        index_number=case.get("index"), issuing_office=case.get("issuing"), contact=contact,
    )  # fmt: skip
    row = case.get("registry")
    site = SimpleNamespace(division=_reference(row) if row else None, columns=())
    around = Around(case.get("opening", ""), tuple(_reference(one) for one in case.get("siblings", [])))
    return place(report, page_of(case), site, around=around)


def _reference(row: dict[str, str]) -> DivisionRef:
    path = tuple(row["path"].split("/"))
    return DivisionRef(row["code"], path[-1], path)


def page_of(case: dict[str, Any]) -> Page:
    """The page round a labelled header; without an address it stands on a bare IP."""
    names = {"siteid": "siteidcode", "sitename": "sitename"}
    meta = {names[name]: case[name] for name in names if name in case}
    view = View("static", fromstring("<div></div>"), meta=meta, breadcrumb=tuple(case.get("breadcrumb", ())))
    return Page(case.get("url", NOWHERE), datetime(2024, 3, 1, tzinfo=UTC), b"", "text/html", "", Encoding("utf-8"), view)
