"""The rows that one capture becomes: plain dictionaries for Core inserts, one function a table. No database here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from models.base import storable
from models.likeness import likeness
from pipelines.extractor import EXTRACTOR
from pipelines.items import Damage, DivisionRef, Encoding, Fetch, Page, Placement, Reading, Report, Vote
from pipelines.twins import address
from pipelines.version import (
    body_hash,
    content_hash,
    facts_hash,
    identity,
    request_key,
)

Row = dict[str, Any]

DECLARING = ("header", "meta")
"""Who declares a page's codec, the stronger first: the HTTP header, the page's own meta tag."""

READ = (
    "is_annual_report", "why", "reports", "family", "title", "heading", "body_hash", "damaged", "disguised", "extractor",
)  # fmt: skip
"""What of a page's row comes from reading its bytes; the rest is how it came."""

FIELDS = (
    "title", "title_as_printed", "publisher", "publisher_as_printed", "publisher_inferred", "compiled_by", "level",
    "division_code", "report_year", "period_start", "period_end", "publish_date", "published_at", "form_edition",
    "index_number", "document_number", "issuing_office", "topic", "source_media", "phone", "fax", "email", "address",
    "postcode", "website", "is_summary", "hijack_verdict",
)  # fmt: skip
"""The scalar fields of a version: one that says something else than before makes a new version."""



@dataclass(frozen=True, slots=True)
class Capture:
    """One report on one fetched page, ready to be compared with what is stored. `request`: the key of its request."""

    identity: str
    reading: Reading
    report: Report
    fetch: Fetch
    fields: Row
    content_hash: str
    facts_hash: str
    request: str
    ordinal: int = 1

    @property
    def url_hash(self) -> str:
        """A digest of the address without scheme and www, so that twins of that kind are one sighting.

        A further report on the page has a sighting of its own: two of one publisher and year must not take turns.
        """
        return sighting_key(self.reading.page.url, self.ordinal)

    @property
    def text(self) -> str:
        """The report's own part of the page's text."""
        return self.reading.outline.text[self.report.start : self.report.end]


def sighting_key(url: str, ordinal: int = 1) -> str:
    """A digest of an address, and of a report's place on the page where it is not the first."""
    place = address(url) + (f"#{ordinal}" if ordinal > 1 else "")
    return sha256(place.encode("utf-8", "replace")).hexdigest()[:32]


def captures(reading: Reading) -> list[Capture]:
    """Each report that stands on the page. Hashes and identity that no stage gave are made here."""
    fetch = fetch_of(reading.page)
    request = request_key(fetch)
    return [
        Capture(
            report.identity or identity(report, fetch.site, reading.page.url, ordinal),
            reading,
            report,
            fetch,
            fields_of(report),
            report.content_hash or content_hash(reading.outline.text[report.start : report.end]),
            report.facts_hash or facts_hash(report.facts),
            request,
            ordinal,
        )
        for ordinal, report in enumerate(reading.reports, start=1)
        if reading.is_annual_report
    ]


def fetch_of(page: Page) -> Fetch:
    """The request that brought the page, with the page's codec and damage. ValueError for a page of no site."""
    fetch = page.fetch
    if fetch is None:
        if page.site is None:
            raise ValueError(f"expected a page of a site, found {page.url} without one: a file read offline is not stored")
        fetch = Fetch(page.site, None, page.url, page.url, "report", page.fetched_at, "ok", size=len(page.body))
    if fetch.encoding is not None and (fetch.damage or not page.damage):
        return fetch
    return replace(fetch, encoding=fetch.encoding or page.encoding, damage=fetch.damage or page.damage)


def fetch_row(fetch: Fetch) -> Row:
    """The row of table `fetch`."""
    place, encoding = fetch.capture, fetch.encoding
    return {
        "site_key": fetch.site, "crawl_id": fetch.crawl, "request_key": request_key(fetch), "url": fetch.url,
        "requested_url": fetch.requested_url, "purpose": fetch.purpose, "fetched_at": fetch.fetched_at,
        "outcome": fetch.outcome, "status": fetch.status, "reason": fetch.reason, "content_type": fetch.content_type,
        "size": fetch.size, "etag": fetch.etag, "last_modified": fetch.last_modified,
        "warc_file": place.file if place else None, "warc_offset": place.offset if place else None,
        "warc_length": place.length if place else None, "warc_kind": place.kind if place else None,
        "digest": place.digest if place else None,
        "codec": encoding.codec if encoding else None, "declared_codec": _declared(encoding),
        "against_declaration": _against_declaration(encoding) if encoding else None,
        "encoding_evidence": [_vote(vote) for vote in encoding.evidence] if encoding else None,
        "damage": [_damage(damage) for damage in fetch.damage] if encoding else None,
    }  # fmt: skip


def _vote(vote: Vote) -> Row:
    return {"source": vote.source, "said": vote.said, "followed": vote.followed}


def _damage(damage: Damage) -> Row:
    return {"kind": damage.kind, "method": damage.method, "share": damage.share, "lost": damage.lost}


def _declared(encoding: Encoding | None) -> str | None:
    votes = encoding.evidence if encoding else ()
    return next((vote.said for source in DECLARING for vote in votes if vote.source == source), None)


def _against_declaration(encoding: Encoding) -> bool:
    return any(vote.source in DECLARING and not vote.followed for vote in encoding.evidence)


def page_row(reading: Reading, fetch_id: int) -> Row:
    """The row of table `page`: the verdict on a page that was read, decoys too."""
    page, listed = reading.page, reading.page.listed
    return {
        "fetch_id": fetch_id, "is_annual_report": reading.is_annual_report, "why": reading.why, "reports": len(reading.reports),
        "family": page.view.family, "title": page.view.title, "heading": page.view.heading,
        "listed_title": listed.title if listed else None, "listed_date": listed.date if listed else None,
        "index_url": listed.index_url if listed else None, "listed_column": listed.column if listed else None,
        "listed_unit": listed.unit if listed else None,
        "body_hash": reading.body_hash or body_hash(page.body), "damaged": page.damaged, "disguised": page.disguised,
        "extractor": EXTRACTOR, "last_seen": page.fetched_at,
    }  # fmt: skip


def division_rows(division: DivisionRef) -> Iterator[Row]:
    """The division and those above it, the highest first; their codes follow from its own.

    A path one name short leaves out the prefecture (Beijing's districts, cities directly under a province). Where path
    and code do not fit together at all, only the division itself.
    """
    code = division.code
    names = division.path if division.path[-1:] == (division.name,) else (*division.path, division.name)
    codes = list(dict.fromkeys([code[:2] + "0000", code[:4] + "00", code[:6], code]))
    codes = codes[: codes.index(code) + 1]
    if len(codes) == len(names) + 1 and len(codes) > 2:
        del codes[1]
    if len(codes) != len(names):
        yield {"code": code, "name": division.name, "level": _level(code), "parent": None, "path": "/".join(names)}
        return
    parent = None
    for depth, (each, name) in enumerate(zip(codes, names, strict=True), start=1):
        yield {"code": each, "name": name, "level": _level(each), "parent": parent, "path": "/".join(names[:depth])}
        parent = each


def _level(code: str) -> str | None:
    if len(code) == 9:
        return "township"
    if len(code) != 6:
        return None
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def fields_of(report: Report) -> Row:
    """The scalar fields of a version (`FIELDS`)."""
    contact, period = report.contact, report.period
    own = {name: getattr(report, name) for name in FIELDS if hasattr(report, name)}
    fields = {
        **own,
        "division_code": report.division.code if report.division else None,
        "period_start": period[0] if period else None, "period_end": period[1] if period else None,
        "phone": contact.phone, "fax": contact.fax, "email": contact.email, "address": contact.address,
        "postcode": contact.postcode, "website": contact.website, "hijack_verdict": report.hijacked.verdict,
    }  # fmt: skip
    # As the database will give them back: what is compared with a stored version must not differ for being unstorable.
    return {name: storable(value) if isinstance(value, str) else value for name, value in fields.items()}


def report_row(capture: Capture) -> Row:
    """The row of table `report` for one that was never seen before."""
    seen = capture.fetch.fetched_at
    return {
        "identity": capture.identity, "site_key": capture.fetch.site, "first_seen": seen, "last_seen": seen,
        "gone_since": None, **current_fields(capture.fields, capture.reading.page.url),
    }  # fmt: skip


def current_fields(fields: Row, url: str) -> Row:
    """What table `report` takes over from the version to read."""
    return {name: fields[name] for name in ("publisher", "report_year", "division_code", "level")} | {"url": url}


def _placement(placement: Placement | None) -> Row | None:
    """The votes on a report's place as they are kept; the codes that each allows follow from what it said."""
    if placement is None:
        return None
    votes = [{"source": vote.source, "said": vote.said, "followed": vote.followed} for vote in placement.votes]
    return {"reason": placement.reason, "votes": votes, "candidates": [one.code for one in placement.candidates]}


def version_row(capture: Capture, report_id: int, fetch_id: int, seq: int, cause: str) -> Row:
    """The row of table `report_version`, not yet current."""
    page, report, seen = capture.reading.page, capture.report, capture.fetch.fetched_at
    return {
        "report_id": report_id, "seq": seq, "current": False, "cause": cause, "fetch_id": fetch_id, "url": page.url,
        "first_seen": seen, "last_seen": seen, "family": page.view.family, "extractor": EXTRACTOR, **capture.fields,
        "dates": [{"source": each.source, "value": each.value.isoformat(), "raw": each.raw} for each in report.dates],
        "placement": _placement(report.placement), "hijack_evidence": list(report.hijacked.evidence),
        "hijack_found": _found(capture), "codec": page.encoding.codec,
        "encoding_evidence": [_vote(vote) for vote in page.encoding.evidence],
        "damage": [_damage(damage) for damage in (*page.damage, *report.damage)], "text": capture.text,
        "content_hash": capture.content_hash, "facts_hash": capture.facts_hash, "fact_count": len(report.facts),
        "likeness": likeness(capture.text, (report.publisher, report.division.name if report.division else None)),
    }  # fmt: skip


def _found(capture: Capture) -> str | None:
    """The program's own verdict where a person's took its place."""
    own = capture.report.hijacked.verdict
    return own if own != capture.fields["hijack_verdict"] else None


def sighting_row(capture: Capture, version_id: int, fetch_id: int) -> Row:
    """The row of table `sighting`."""
    seen = capture.fetch.fetched_at
    return {
        "version_id": version_id, "url_hash": capture.url_hash, "url": capture.reading.page.url, "site_key": capture.fetch.site,
        "first_seen": seen, "last_seen": seen, "last_fetch_id": fetch_id, "gone_since": None,
    }  # fmt: skip


def attachment_rows(capture: Capture, version_id: int) -> list[Row]:
    """The rows of table `attachment`: every file the page links to, once an address."""
    links = {link.url: link.label for link in capture.reading.page.view.attachments}
    return [
        {"version_id": version_id, "number": number, "url": url, "label": label, "fetch_id": None}
        for number, (url, label) in enumerate(links.items(), start=1)
    ]
