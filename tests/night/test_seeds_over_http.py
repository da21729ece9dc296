"""The five documents of ../shared/seeds, served over HTTP in several families and encodings, through the real spider."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.night.commands import ROOT, Installation

SHARED = ROOT.parent / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "gold" / "seeds.json").exists(), reason="../shared is not on this machine")

LISTED = {
    "000": ("/hyx/c7/index.shtml", "/hyx/c7/0b1c2d3e4f5061728394a5b6c7d8e9f0.shtml", "gb18030", "text/html"),
    "001": ("/zwgk/zfxxgknb/index.html", "/zwgk/zfxxgknb/201903/t20190326_1342.html", "utf-8", "text/html; charset=utf-8"),
    "002": ("/xxgk/ndbg/list.html", "/xxgk/ndbg/2021/show-55.html", "gb18030", "text/html"),
    "003": ("/zfxxgknb/index.html", "/zfxxgknb/content/post_8801.html", "utf-8", "text/html; charset=gb2312"),
    "004": ("/gknb/index.html", "/gknb/201702/t20170216_99.html", "utf-8", "text/html"),
}
"""Seed -> list, article, codec of the bytes and Content-Type as sent; the last two columns do not always agree."""

FAMILIES = {"000": "ucap", "001": "trs", "002": "generic", "003": "nfcms", "004": "trs"}


def _golds() -> dict[str, dict[str, Any]]:
    if not (SHARED / "gold" / "seeds.json").exists():
        return {}
    return {gold["seed"][:3]: gold for gold in json.loads((SHARED / "gold" / "seeds.json").read_text(encoding="utf-8"))}


def _article(seed: str, codec: str) -> bytes:
    text = (SHARED / "seeds" / _golds()[seed]["seed"]).read_text(encoding="utf-8")
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    lines = "\n".join(f"<p>{line}</p>" for line in escaped.splitlines())
    page = f'<html><head></head><body><div class="TRS_Editor" id="zoom">{lines}</div></body></html>'
    # What GB18030 cannot say it says in four bytes, so nothing is lost in either codec.
    return page.encode(codec)


def _list(seed: str) -> bytes:
    _, article, codec, _ = LISTED[seed]
    year = _golds()[seed]["report_year"]
    link = f'<li><a href="{article}">{year}年政府信息公开工作年度报告</a></li>'
    return f"<html><body><ul>{link}</ul></body></html>".encode(codec)


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        for seed, (index, article, codec, declared) in LISTED.items():
            if self.path in (index, article):
                self._send(_list(seed) if self.path == index else _article(seed, codec), declared)
                return
        self.send_error(404)

    def _send(self, body: bytes, declared: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", declared)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing: the tests' output is for the tests."""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> dict[str, dict[str, Any]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    here = Installation(tmp_path_factory.mktemp("seeds"))
    here.rows.mkdir()
    base = f"http://127.0.0.1:{server.server_port}"
    for seed, (index, *_rest) in LISTED.items():
        row = f'''key = "seed-{seed}"
name = "种子{seed}"
level = "county"
family = "{FAMILIES[seed]}"
start = ["{base}{index}"]
allow_private = true
delay = 0
'''
        (here.rows / f"seed-{seed}.toml").write_text(row, encoding="utf-8")
    here.prepare(sqlite_template)
    night = here.type("night")
    exported = here.type("export", "--format", "jsonl")
    server.shutdown()
    assert night.returncode == 0, night.stdout + night.stderr
    found = [json.loads(line) for line in exported.stdout.splitlines()]
    return {record["site"].removeprefix("seed-"): record for record in found}


@pytest.mark.parametrize("seed", sorted(LISTED))
def test_the_fields_of_a_seed_are_those_of_the_gold(records: dict[str, dict[str, Any]], seed: str) -> None:
    gold, record = _golds()[seed], records[seed]
    for name in ("title", "publisher", "level", "report_year", "period", "publish_date", "form_edition"):
        assert record[name] == gold[name], name
    assert record["is_annual_report"] is True
    assert (record["hijacked"]["verdict"] == "hijacked") is gold["hijacked"]
    assert set(gold["damage"]) == {damage["kind"] for damage in record["damage"]}


@pytest.mark.parametrize("seed", ["001", "004"])
def test_every_form_fact_of_a_seed_is_right_and_none_is_wrong(records: dict[str, dict[str, Any]], seed: str) -> None:
    wanted = {fact["code"]: fact["value"] for fact in _golds()[seed]["facts"] if fact["origin"] == "form"}
    found = {fact["code"]: fact["value"] for fact in records[seed]["facts"] if fact["origin"] == "form" and fact["code"]}
    assert {code: value for code, value in found.items() if value is not None or code in wanted} == wanted


@pytest.mark.parametrize("seed", sorted(LISTED))
def test_the_prose_of_a_seed_is_read_and_no_trap_is_taken(records: dict[str, dict[str, Any]], seed: str) -> None:
    gold = _golds()[seed]
    found = {(f["code"], f["value"]) for f in records[seed]["facts"] if f["origin"] == "prose" and f["category"] is None}
    wanted = {(f["code"], f["value"]) for f in gold["facts"] if f["origin"] == "prose" and not f.get("optional")}
    optional = {(f["code"], f["value"]) for f in gold["facts"] if f.get("optional")}
    assert len(wanted & found) >= 0.95 * len(wanted), wanted - found
    stated = {code for code, _ in wanted}
    assert not {fact for fact in found - wanted - optional if fact[0] in stated}


@pytest.mark.parametrize("seed", sorted(LISTED))
def test_the_categories_of_a_seed_are_kept_with_their_labels(records: dict[str, dict[str, Any]], seed: str) -> None:
    found = {fact["category"]: fact["value"] for fact in records[seed]["facts"] if fact["category"] and fact["code"]}
    assert _golds()[seed].get("categories", {}).items() <= found.items()


def test_the_disguised_seed_is_restored(records: dict[str, dict[str, Any]]) -> None:
    gold, record = _golds()["000"], records["000"]
    assert [phrase for phrase in gold["text_must_contain"] if phrase not in record["text"]] == []
    assert [phrase for phrase in gold["text_must_not_contain"] if phrase in record["text"]] == []
