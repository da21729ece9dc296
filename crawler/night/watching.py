"""What a crawl run tells whoever watches it. Apart from `crawler.run`, so that a screen need not load Scrapy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ended:
    """How the crawl of one site ended: its outcome, the reason in words, and what was counted."""

    site: str
    outcome: str
    reason: str
    counts: Mapping[str, int]


@dataclass(slots=True)
class Watcher:
    """What a screen wants to hear while crawls run; by default nothing is done with it."""

    opened: Callable[[str], None] = lambda site: None
    answered: Callable[[str], None] = lambda site: None
    ended: Callable[[Ended], None] = lambda ended: None
