"""What a night leaves for Prometheus: a file in its text format, for the textfile collector of its node exporter."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from prometheus_client import CollectorRegistry, Gauge, write_to_textfile

from crawler.night.digest import REMEDIES, problem_of
from crawler.night.watching import Ended
from models.crawl import OUTCOMES
from models.told import SiteState

FILE = "metrics.prom"


def write(data_dir: Path, states: Iterable[SiteState], ended: Sequence[Ended], now: datetime) -> Path:
    """The file, written anew in one step: how every site stands, how the crawls of this night ended, what room is left."""
    registry = CollectorRegistry()
    _sites(registry, list(states), now)
    _night(registry, ended, now)
    free = Gauge("nianbao_free_bytes", "Bytes that are free on the disk of the data folder", registry=registry)
    free.set(shutil.disk_usage(data_dir).free)
    file = data_dir / FILE
    write_to_textfile(str(file), registry)
    return file


def _sites(registry: CollectorRegistry, states: Sequence[SiteState], now: datetime) -> None:
    problems = Gauge("nianbao_sites_with_problem", "Sites that need a look, by problem", ["problem"], registry=registry)
    bad = Counter(problem_of(state, now) for state in states)
    for kind in REMEDIES:
        problems.labels(kind).set(bad[kind])
    well = Gauge("nianbao_site_last_good_timestamp_seconds", "End of a site's last good crawl", ["site"], registry=registry)
    in_a_row = Gauge("nianbao_site_bad_crawls_in_a_row", "Bad crawls of a site in a row", ["site"], registry=registry)
    for state in states:
        if state.last_good is not None:
            well.labels(state.site).set(state.last_good.timestamp())
        in_a_row.labels(state.site).set(state.in_a_row)


def _night(registry: CollectorRegistry, ended: Sequence[Ended], now: datetime) -> None:
    outcomes = Gauge("nianbao_night_crawls", "Crawls of the last night, by outcome", ["outcome"], registry=registry)
    kept = Gauge("nianbao_night_reports", "Reports of the last night: new, changed, unchanged", ["kind"], registry=registry)
    at = Gauge("nianbao_night_end_timestamp_seconds", "When the last night ended", registry=registry)
    counted = Counter(one.outcome for one in ended)
    for outcome in (*(name for name in OUTCOMES if name != "running"), "refused"):
        outcomes.labels(outcome).set(counted[outcome])
    for kind in ("new", "changed", "unchanged"):
        kept.labels(kind).set(sum(one.counts.get(f"reports_{kind}", 0) for one in ended))
    at.set(now.timestamp())
