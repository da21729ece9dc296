"""The file for Prometheus."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from crawler.night.metrics import write
from crawler.night.watching import Ended
from models.told import SiteState

NOW = datetime(2024, 3, 2, 22, 0, tzinfo=UTC)


def read(file: Path) -> dict[tuple[str, str], float]:
    families = text_string_to_metric_families(file.read_text(encoding="utf-8"))
    return {(s.name, ",".join(s.labels.values())): s.value for family in families for s in family.samples}


def test_says_how_sites_stand_and_how_the_night_went(tmp_path: Path) -> None:
    states = [
        SiteState("qingshui", "清水县", "blocked", "", NOW, NOW - timedelta(days=3), 2),
        SiteState("linghai", None, "ok", "", None, NOW, 0),
    ]
    ended = [Ended("qingshui", "blocked", "", {}), Ended("linghai", "ok", "", {"reports_new": 4, "reports_changed": 1})]
    found = read(write(tmp_path, states, ended, NOW))
    assert found["nianbao_sites_with_problem", "blocked"] == 1
    assert found["nianbao_sites_with_problem", "broken"] == 0
    assert found["nianbao_night_crawls", "ok"] == 1
    assert found["nianbao_night_reports", "new"] == 4
    assert found["nianbao_site_last_good_timestamp_seconds", "linghai"] == NOW.timestamp()
    assert found["nianbao_site_bad_crawls_in_a_row", "qingshui"] == 2
    assert found["nianbao_free_bytes", ""] > 0


def test_a_second_night_writes_it_anew(tmp_path: Path) -> None:
    state = SiteState("qingshui", None, "broken", "", NOW, None, 1)
    write(tmp_path, [state], [Ended("qingshui", "broken", "", {})], NOW)
    found = read(write(tmp_path, [], [], NOW + timedelta(days=1)))
    assert ("nianbao_site_bad_crawls_in_a_row", "qingshui") not in found
    assert found["nianbao_night_crawls", "broken"] == 0
    assert [each.name for each in tmp_path.iterdir()] == ["metrics.prom"]
