"""The real spider where a name server lies and where a host asks for a pause; no network, and a clock of the test's own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from tests import nursery

PUBLIC = "93.184.216.34"
NAME = "nianbao.rebound.example"
Said = tuple[int, Mapping[str, str], str]


@contextmanager
def served(answers: dict[str, list[Said]]) -> Iterator[tuple[int, list[str]]]:
    """The port of a loopback server and the paths asked of it. A path's answers come in turn, the last one for good."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            told = answers.get(self.path, [(404, {}, "")])
            status, headers, text = told.pop(0) if len(told) > 1 else told[0]
            self.send_response(status)
            own = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(text.encode()))}
            for name, value in {**own, **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.02}).start()
    try:
        yield server.server_port, asked
    finally:
        server.shutdown()
        server.server_close()


def crawl(folder: Path, stage: Mapping[str, Any], start: str, allow_private: bool, *more: str) -> list[dict[str, Any]]:
    """What a crawl of one site yielded: a line a request, one of stats, one of what the stage noted."""
    row = ['key = "staged"', 'name = "清水县人民政府"', 'level = "county"', f'start = ["{start}"]', "delay = 0"]
    (folder / "rows").mkdir()
    text = "\n".join([*row, f"allow_private = {str(allow_private).lower()}", ""])
    (folder / "rows" / "staged.toml").write_text(text, encoding="utf-8")
    words = [json.dumps(stage), str(folder / "rows"), str(folder / "data"), str(folder / "out.jsonl"), *more]
    done = nursery.run(words, folder, {}, script=Path(__file__).with_name("staged.py"))
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()]


LIST = "<html><body><h1>政府信息公开年报</h1><p>暂无</p></body></html>"


def test_a_name_that_turns_private_after_it_was_judged_is_asked_where_it_was_judged(tmp_path: Path) -> None:
    with served({"/nb/": [(200, {}, LIST)]}) as (port, asked):
        stage = {"names": {NAME: [PUBLIC, "127.0.0.1"]}}
        lines = crawl(tmp_path, stage, f"http://{NAME}:{port}/nb/", False)
    assert asked == []
    assert set(lines[-1]["tried"]) == {PUBLIC}
    assert {line["outcome"] for line in lines if line["kind"] == "fetch"} == {"unreachable"}


def test_without_the_cache_of_names_what_a_private_address_answers_is_refused_and_kept_nowhere(tmp_path: Path) -> None:
    with served({"/nb/": [(200, {}, LIST)], "/robots.txt": [(200, {}, "User-agent: *\nAllow: /")]}) as (port, asked):
        stage = {"names": {NAME: [PUBLIC, "127.0.0.1"]}, "settings": {"DNSCACHE_ENABLED": False}}
        lines = crawl(tmp_path, stage, f"http://{NAME}:{port}/nb/", False)
    assert asked == ["/robots.txt"], "the first name to be looked up; all later ones are judged private before they are asked"
    (fetch,) = [line for line in lines if line["kind"] == "fetch"]
    assert fetch["capture"] is None
    assert not list((tmp_path / "data").rglob("*.warc.gz"))


def test_a_short_pause_that_a_host_asks_for_is_waited_for_and_the_page_comes(tmp_path: Path) -> None:
    busy: list[Said] = [(503, {"Retry-After": "37"}, ""), (200, {}, LIST)]
    with served({"/nb/": busy}) as (port, asked):
        lines = crawl(tmp_path, {"clock": True}, f"http://127.0.0.1:{port}/nb/", True, "retries=1")
    assert asked == ["/robots.txt", "/nb/", "/nb/"]
    assert sum(lines[-1]["waited"]) == 37
    assert [line["outcome"] for line in lines if line["kind"] == "fetch"] == ["ok"]


def test_a_pause_longer_than_a_crawl_waits_leaves_the_host_alone(tmp_path: Path) -> None:
    with served({"/nb/": [(503, {"Retry-After": "600"}, "")]}) as (port, asked):
        lines = crawl(tmp_path, {"clock": True}, f"http://127.0.0.1:{port}/nb/", True, "retries=1")
    assert asked == ["/robots.txt", "/nb/"]
    assert lines[-1]["waited"] == []
    (fetch,) = [line for line in lines if line["kind"] == "fetch"]
    assert (fetch["outcome"], "asks to be left alone" in fetch["reason"]) == ("busy", True)
