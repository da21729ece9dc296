"""One crawl to be made, and where a run of crawls gets further ones from while it runs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from crawler.night.watching import Ended
from crawler.registry import Site

PARTIAL = ("year", "url", "dry_run")
"""Arguments of the spider with which a crawl is no visit for the schedule: it sees a part of the site, or stores nothing."""


@dataclass(frozen=True, slots=True)
class Job:
    """A crawl of one site: what asked for it, the spider's arguments, and the number of the stored request if it is for one."""

    site: Site
    trigger: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    request: int | None = None


class Feed(Protocol):
    """Gives a run further jobs for as long as it has any."""

    def more(self, room: int, busy: Collection[str]) -> Sequence[Job]:
        """Up to `room` jobs to begin now; none for the sites in `busy`, which this run is crawling."""

    def ended(self, job: Job, how: Ended) -> None:
        """Hears how a job ended."""

    def waits(self) -> bool:
        """Whether there may be more later although there is nothing now."""


class NoFeed:
    """A run without further jobs."""

    def more(self, room: int, busy: Collection[str]) -> Sequence[Job]:
        """None."""
        return ()

    def ended(self, job: Job, how: Ended) -> None:
        """Nothing is done with it."""

    def waits(self) -> bool:
        """No."""
        return False
