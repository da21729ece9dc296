"""What a crawl noted while it walked: stops, suspicions and families, from Scrapy's stats and from earlier crawls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Engine

from crawler.outcome import redesign
from models.queries import counts_of_earlier_crawls

STOPPED, SUSPECT, FAMILY = "nianbao/stopped/", "nianbao/suspect/", "nianbao/family/"
"""Prefixes of the stats under which the walk and the spider count; the rest of the name says what."""

LOOKED_BACK = 30


def noted(stats: Mapping[str, Any], engine: Engine, crawl: int) -> dict[str, dict[str, int]]:
    """The `stops`, `suspects` and `families` of a crawl, as `crawler.outcome.Counts` takes them."""
    families = _under(FAMILY, stats)
    suspects = _under(SUSPECT, stats)
    if redesign(families, families_before(engine, crawl) if families else {}):
        suspects["redesign"] = 1
    return {"stops": _under(STOPPED, stats), "suspects": suspects, "families": families}


def families_before(engine: Engine, crawl: int) -> dict[str, int]:
    """The families of the newest good crawl of the same site that read report pages; {} where none did."""
    for counts in counts_of_earlier_crawls(engine, crawl, LOOKED_BACK):
        families = counts.get("families")
        if families:
            return {str(name): int(number) for name, number in families.items()}
    return {}


def _under(prefix: str, stats: Mapping[str, Any]) -> dict[str, int]:
    return {key.removeprefix(prefix): int(value) for key, value in sorted(stats.items()) if key.startswith(prefix)}
