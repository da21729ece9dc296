"""What is known of a report, and which of its versions a capture is of. No database here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models.document import TRUST
from pipelines.rows import Capture


@dataclass(slots=True)
class Version:
    """A version of a report, stored (`capture` is None) or new (`id` is 0 until it is written)."""

    id: int
    seq: int
    verdict: str
    content_hash: str
    facts_hash: str
    fields: dict[str, Any]
    seen: dict[str, datetime] = field(default_factory=dict)
    current: bool = False
    capture: Capture | None = None
    previous: Version | None = None

    @property
    def cause(self) -> str:
        """Why there is this version: `first`, `published` (other words), `reread` (the same words read otherwise)."""
        if self.previous is None:
            return "first"
        return "reread" if self.previous.content_hash == self.content_hash else "published"

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
        """The version to read: the latest among the most trusted."""
        return max(self.versions, key=lambda version: (TRUST.get(version.verdict, 0), version.seq))

    def take(self, capture: Capture) -> Version:
        """The version that a capture is of: one that says the same, or a new one.

        The same words at a new address are the same version; an address that goes back to what it said before is a
        new version, since its readers saw another one in between.
        """
        here = self.at(capture.url_hash)
        candidates = [here] if here else list(reversed(self.versions))
        same = next((version for version in candidates if version.says(capture)), None)
        if same is None:
            same = Version(
                0, len(self.versions) + 1, capture.report.hijacked.verdict, capture.content_hash, capture.facts_hash,
                capture.fields, capture=capture, previous=here or (self.best() if self.versions else None),
            )  # fmt: skip
            self.versions.append(same)
        same.seen[capture.url_hash] = max(capture.fetch.fetched_at, same.seen.get(capture.url_hash, capture.fetch.fetched_at))
        return same
