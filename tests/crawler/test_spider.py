"""The real spider with the real settings and middlewares over the demo web, in a process of its own (one reactor a process)."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from demo.web import DemoWeb
from pipelines.archive import read_capture
from pipelines.items import CapturePlace
from tests import nursery

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Walked:
    """What the spider yielded, and the web it walked."""

    lines: list[dict[str, Any]]
    data: Path

    def of(self, kind: str, site: str | None = None, purpose: str | None = None) -> list[dict[str, Any]]:
        return [
            line for line in self.lines
            if line["kind"] == kind and site in (None, line["site"]) and purpose in (None, line.get("purpose"))
        ]  # fmt: skip

    def stats(self, site: str) -> dict[str, Any]:
        return self.of("stats", site)[0]


def _walk(rows: Path, folder: Path, *arguments: str) -> Walked:
    out = folder / "items.jsonl"
    words = [str(rows), str(folder / "data"), str(out), *arguments]
    ended = nursery.run(words, folder, {}, script=ROOT / "tests" / "crawler" / "walking.py")
    assert ended.returncode == 0, ended.stderr
    return Walked([json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()], folder / "data")


@pytest.fixture(scope="module")
def web() -> Iterator[DemoWeb]:
    with DemoWeb(faults=True) as running:
        yield running


@pytest.fixture(scope="module")
def walked(web: DemoWeb, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    folder = tmp_path_factory.mktemp("walk")
    web.rows(folder / "rows")
    return _walk(folder / "rows", folder, "timeout=12")


def test_every_report_and_decoy_of_every_family_is_found_once(web: DemoWeb, walked: Walked) -> None:
    urls = [page["url"] for page in walked.of("page") if not page["site"].startswith("fault-")]
    assert sorted(urls) == sorted({*web.truth, *web.decoys})


def test_the_family_and_the_list_are_known_for_every_page(walked: Walked) -> None:
    pages = [page for page in walked.of("page") if not page["site"].startswith("fault-")]
    assert {"trs", "hanweb", "static", "ucap", "nfcms", "gkmlpt"} <= {page["family"] for page in pages}
    assert all(page["listed"][0] and page["listed"][2] for page in pages)


def test_a_cut_title_comes_whole_from_the_list(web: DemoWeb, walked: Walked) -> None:
    titles = [page["listed"][0] for page in walked.of("page", "moting")]
    assert titles
    assert not any(title.endswith(("...", "…")) for title in titles)


def test_the_bytes_of_every_answer_are_in_the_archive(walked: Walked) -> None:
    kept = [line for line in walked.lines if line.get("capture")]
    assert len(kept) >= len(walked.of("page"))
    for line in kept[::7]:
        capture = read_capture(walked.data / "warc", CapturePlace(*line["capture"]))
        assert capture.status == line["status"] or line["outcome"] == "redirect_loop"
        assert len(capture.body) == line["size"] or line["outcome"] == "redirect_loop"
    files = [str(file) for file in (walked.data / "warc").glob("*.warc.gz")]
    assert subprocess.run([sys.executable, "-m", "warcio.cli", "check", *files], check=False).returncode == 0


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [("unreachable", "unreachable"), ("missing", "gone"), ("error", "http_error"), ("unavailable", "busy"),
     ("empty", "empty"), ("huge", "too_large"), ("binary", "binary"), ("zip", "binary"), ("bomb", "too_large"),
     ("broken-gzip", "cut_short"), ("loop", "redirect_loop"), ("robots", "forbidden"), ("drip", "unreachable"),
     ("truncated", "cut_short"), ("reset", "unreachable"), ("nonsense", "unreachable"), ("challenge", "blocked"),
     ("shield", "blocked"), ("parked", "parked"), ("short-length", "cut_short"), ("bomb-deflate", "too_large"),
     ("robots-down", "robots_unread")],
)  # fmt: skip
def test_each_fault_ends_as_a_recorded_outcome(walked: Walked, fault: str, outcome: str) -> None:
    fetches = walked.of("fetch", f"fault-{fault}")
    assert [fetch["outcome"] for fetch in fetches] == [outcome]
    assert fetches[0]["reason"]
    assert walked.stats(f"fault-{fault}")["finish_reason"] == "finished"


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [("soft-404", "soft_404"), ("login", "login"), ("maintenance", "maintenance"), ("list-again", "wrong_page"),
     ("half", "cut_short")],
)  # fmt: skip
def test_what_stands_in_the_place_of_an_article_is_named_and_is_no_page(walked: Walked, fault: str, outcome: str) -> None:
    ended = walked.of("fetch", f"fault-{fault}", "report")
    assert [(fetch["url"].rpartition("/")[2], fetch["outcome"]) for fetch in ended] == [("2015.html", outcome)]
    assert [page["url"].rpartition("/")[2] for page in walked.of("page", f"fault-{fault}")] == ["2016.html"]


def test_a_redirect_to_a_private_address_is_refused(walked: Walked) -> None:
    assert {fetch["outcome"] for fetch in walked.of("fetch", "fault-away", "report")} == {"refused"}
    assert len(walked.of("fetch", "fault-away", "report")) == 3


def test_a_list_that_makes_up_entries_ends_with_the_bound_on_pages(walked: Walked) -> None:
    lines = [*walked.of("fetch", "fault-generated"), *walked.of("page", "fault-generated")]
    assert len(lines) == 40
    assert walked.stats("fault-generated")["nianbao/stopped/pages"] >= 1


def test_one_bad_page_never_costs_the_good_ones(walked: Walked) -> None:
    fetches = walked.of("fetch", "fault-mixed", "report")
    outcomes = {fetch["url"].rpartition("/")[2].partition(".")[0]: fetch["outcome"] for fetch in fetches}
    assert outcomes == {
        "missing": "gone", "error": "http_error", "empty": "empty", "huge": "too_large", "binary": "binary",
        "truncated": "cut_short", "loop": "redirect_loop", "reset": "unreachable",
    }  # fmt: skip
    assert [page["url"].rpartition("/")[2] for page in walked.of("page", "fault-mixed")] == ["good.html"]


def test_links_to_other_hosts_are_counted_and_never_asked(web: DemoWeb, walked: Walked) -> None:
    asked = [line["url"] for line in walked.lines if line["site"] == "fault-offsite" and line["kind"] != "stats"]
    assert all(url.startswith(web.faults["offsite"]) for url in asked)
    assert walked.stats("fault-offsite")["nianbao/offsite_links"] >= 5


@pytest.mark.parametrize("fault", ["endless", "calendar"])
def test_a_pager_without_end_is_stopped_and_the_stop_is_recorded(walked: Walked, fault: str) -> None:
    assert len(walked.of("fetch", f"fault-{fault}", "index")) == 2
    assert walked.stats(f"fault-{fault}")["nianbao/stopped/no_new_entries"] == 1


def test_no_host_ever_had_two_requests_at_once(web: DemoWeb, walked: Walked) -> None:
    assert walked.lines
    assert max(web.in_flight(key) for key in web.sites) == 1


def test_the_user_agent_is_honest_and_the_same_everywhere(web: DemoWeb, walked: Walked) -> None:
    assert walked.lines
    agents = {asked.headers.get("user-agent", "") for asked in web.requests}
    assert len(agents) == 1
    assert next(iter(agents)).startswith("nianbao/")
    assert "{" not in next(iter(agents))


def _row(key: str, start: str, family: str = "auto") -> str:
    lines = [f'key = "{key}"', 'name = "试验站点"', 'level = "county"', f'family = "{family}"', f'start = ["{start}"]']
    return "\n".join([*lines, "allow_private = true", "delay = 0", ""])


@pytest.fixture(scope="module")
def walked_for_2019(web: DemoWeb, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    folder = tmp_path_factory.mktemp("year")
    rows = folder / "rows"
    rows.mkdir()
    starts = {"qinglan": web.sites["qinglan"] + "/zwgk/zfxxgknb/index.html", "heyin": web.sites["heyin"] + "/"}
    for key, start in starts.items():
        (rows / f"{key}.toml").write_text(_row(key, start), encoding="utf-8")
    port = web.sites["qinglan"].rpartition(":")[2]
    closed = _row("inside", f"http://localhost:{port}/").replace("allow_private = true", "allow_private = false")
    (rows / "inside.toml").write_text(closed, encoding="utf-8")
    return _walk(rows, folder, "year=2019")


def _reports_of(web: DemoWeb, site: str, year: int) -> set[str]:
    return {url for url, truth in web.truth.items() if url.startswith(web.sites[site]) and truth.year == year}


def test_one_year_asks_only_for_pages_that_may_be_of_that_year(web: DemoWeb, walked_for_2019: Walked) -> None:
    found = {page["url"] for page in walked_for_2019.of("page", "qinglan")}
    assert found & set(web.truth) == _reports_of(web, "qinglan", 2019)
    assert found & set(web.truth)


def test_a_name_that_resolves_to_loopback_is_refused_by_the_real_resolver(walked_for_2019: Walked) -> None:
    fetches = walked_for_2019.of("fetch", "inside")
    assert [fetch["outcome"] for fetch in fetches] == ["refused"]
    assert "not a public address" in fetches[0]["reason"]


def test_the_column_is_found_from_the_home_page_without_a_family_in_the_row(web: DemoWeb, walked_for_2019: Walked) -> None:
    found = {page["url"] for page in walked_for_2019.of("page", "heyin")}
    assert found & set(web.truth) == _reports_of(web, "heyin", 2019)
    assert found & set(web.truth)
