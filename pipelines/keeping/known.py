"""What is known of a report, and which of its versions a capture is of. No database here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from models.document import TRUST
from pipelines.keeping.rows import Capture

_EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class Version:
    """A version of a report, stored (`capture` is None) or new (`id` is 0 until it is written). `seen`: address -> moment.

    `captured` and `request` are the moment and key of the request that it was read from.
    """

    id: int
    seq: int
    content_hash: str
    facts_hash: str
    fact_count: int
    url: str
    fields: dict[str, Any]
    seen: dict[str, datetime] = field(default_factory=dict)
    current: bool = False
    capture: Capture | None = None
    previous: Version | None = None
    body_hash: str | None = None
    captured: datetime | None = None
    request: str | None = None

    @property
    def trust(self) -> int:
        """How far its hijack verdict lets it be trusted."""
        return TRUST.get(self.fields["hijack_verdict"], 0)

    @property
    def cause(self) -> str:
        """Why there is this version.

        `first`; `published`: other words than before; `reread`: the same words read otherwise; `elsewhere`: other words at
        another address, which say too little to take the place of the known ones.
        """
        if self.previous is None:
            return "first" if self.seq == 1 else "elsewhere"
        same_bytes = self.body_hash is not None and self.body_hash == self.previous.body_hash
        return "reread" if same_bytes or self.previous.content_hash == self.content_hash else "published"

    def replaces(self, other: Version) -> bool:
        """Whether this later version is the one to read instead of another.

        Of the same bytes, always: the later reading knows better, also that a page is not genuine. Else never where it is
        trusted less. At the same address, always: the page was changed. At another address only if it has a form where the
        other has one, and half as many figures: a notice about a report is not the report.
        """
        if self.body_hash is not None and self.body_hash == other.body_hash and self.seen.keys() & other.seen.keys():
            return True
        if self.trust != other.trust:
            return self.trust > other.trust
        if self.seen.keys() & other.seen.keys():
            return True
        has_form = self.fields["form_edition"] is not None or other.fields["form_edition"] is None
        return has_form and 2 * self.fact_count >= other.fact_count

    def says(self, capture: Capture) -> bool:
        """Whether the capture says the same: text, figures, verdict, and no field that says something else than before."""
        if (self.content_hash, self.facts_hash) != (capture.content_hash, capture.facts_hash):
            return False
        return all(value is None or value == self.fields[name] for name, value in capture.fields.items())


@dataclass(slots=True)
class Known:
    """A report with its versions, oldest first, as far as a batch must know them."""

    id: int
    versions: list[Version] = field(default_factory=list)

    def at(self, url_hash: str) -> Version | None:
        """The version that was last seen at an address."""
        here = [version for version in self.versions if url_hash in version.seen]
        return max(here, key=lambda version: (version.seen[url_hash], version.seq), default=None)

    def best(self) -> Version:
        """The version to read: as they were captured, so that an old capture read anew does not go over a later one."""
        first, *later = sorted(self.versions, key=lambda version: (version.captured or _EARLIEST, version.seq))
        best = first
        for version in later:
            if version.replaces(best):
                best = version
        return best

    def take(self, capture: Capture) -> Version:
        """The version that a capture is of: one that says the same, or a new one.

        The same words at a new address are the same version; an address that goes back to what it said before is a
        new version, since its readers saw another one in between.
        """
        here = self._read_from(capture.request) or self.at(capture.url_hash)
        candidates = [here] if here else list(reversed(self.versions))
        same = next((version for version in candidates if version.says(capture)), None)
        if same is None:
            same = self._new(capture, here)
        moment = capture.fetch.fetched_at
        same.seen[capture.url_hash] = max(moment, same.seen.get(capture.url_hash, moment))
        return same

    def _read_from(self, request: str) -> Version | None:
        """The last reading of the same capture, where it is read again by other code."""
        return next((version for version in reversed(self.versions) if version.request == request), None)

    def _new(self, capture: Capture, here: Version | None) -> Version:
        version = Version(
            0, len(self.versions) + 1, capture.content_hash, capture.facts_hash, len(capture.report.facts),
            capture.reading.page.url, capture.fields, {capture.url_hash: capture.fetch.fetched_at}, capture=capture,
            body_hash=capture.reading.body_hash, captured=capture.fetch.fetched_at, request=capture.request,
        )  # fmt: skip
        if self.versions:
            best = self.best()
            version.previous = here or (best if version.replaces(best) else None)
        self.versions.append(version)
        return version
