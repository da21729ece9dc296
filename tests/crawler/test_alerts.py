"""Sending the digest: to a webhook on this machine, and what happens when it cannot be sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest
from sqlalchemy import Engine

from crawler.night.alerts import NotSent, tell
from models.claims import claim, finish
from models.told import problems_told

NOW = datetime(2024, 3, 1, 18, 0, tzinfo=UTC)


class Hook(BaseHTTPRequestHandler):
    taken: ClassVar[list[dict[str, str]]] = []
    status = 200

    def do_POST(self) -> None:
        self.taken.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(self.status)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def webhook(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(Hook, "taken", [])
    monkeypatch.setattr(Hook, "status", 200)
    server = HTTPServer(("127.0.0.1", 0), Hook)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"json://127.0.0.1:{server.server_port}/hook"
    server.shutdown()
    thread.join()
    server.server_close()


def crawl(engine: Engine, site: str, outcome: str, at: datetime) -> None:
    held = claim(engine, site, at)
    assert held is not None
    finish(engine, held, outcome, {}, "three challenge pages", at)


def test_a_night_sends_one_message_and_the_next_one_none(sqlite_database: Engine, webhook: str) -> None:
    for site in ("qingshui", "linghai"):
        crawl(sqlite_database, site, "blocked", NOW)
    assert tell(sqlite_database, [webhook], NOW)
    (message,) = Hook.taken
    assert message["title"].startswith("nianbao: 2 new problem(s)")
    assert "three challenge pages" in message["message"]
    assert not tell(sqlite_database, [webhook], NOW + timedelta(days=1))
    assert len(Hook.taken) == 1


def test_recovery_is_told_and_then_forgotten(sqlite_database: Engine, webhook: str) -> None:
    crawl(sqlite_database, "qingshui", "broken", NOW)
    tell(sqlite_database, [webhook], NOW)
    crawl(sqlite_database, "qingshui", "ok", NOW + timedelta(days=1))
    assert tell(sqlite_database, [webhook], NOW + timedelta(days=1))
    assert "qingshui" in Hook.taken[1]["message"]
    assert problems_told(sqlite_database) == {}


@pytest.mark.parametrize("status", [500, 404])
def test_what_could_not_be_sent_is_not_told_and_tried_again(sqlite_database: Engine, webhook: str, status: int) -> None:
    crawl(sqlite_database, "qingshui", "broken", NOW)
    Hook.status = status
    with pytest.raises(NotSent, match="it did not take the message"):
        tell(sqlite_database, [webhook], NOW)
    Hook.status = 200
    assert tell(sqlite_database, [webhook], NOW)
    assert problems_told(sqlite_database) == {"qingshui": "broken"}


def test_an_address_of_no_kind_is_named_without_its_secret(sqlite_database: Engine) -> None:
    crawl(sqlite_database, "qingshui", "broken", NOW)
    with pytest.raises(NotSent) as problem:
        tell(sqlite_database, ["nosuchthing://secret-token@host"], NOW)
    assert "nosuchthing://…" in str(problem.value)
    assert "secret-token" not in str(problem.value)


def test_nothing_is_sent_or_counted_without_an_address(sqlite_database: Engine) -> None:
    crawl(sqlite_database, "qingshui", "broken", NOW)
    assert not tell(sqlite_database, [], NOW)
    assert problems_told(sqlite_database) == {}


def test_the_rounds_of_one_night_make_one_message(sqlite_database: Engine, webhook: str) -> None:
    crawl(sqlite_database, "qingshui", "broken", NOW)
    assert tell(sqlite_database, [webhook], NOW)
    crawl(sqlite_database, "linghai", "broken", NOW + timedelta(hours=1))
    assert not tell(sqlite_database, [webhook], NOW + timedelta(hours=2))
    assert tell(sqlite_database, [webhook], NOW + timedelta(hours=23))
    assert "linghai" in Hook.taken[1]["message"]


@pytest.mark.parametrize("address", ["dingtalk://token", "wecombot://key", "feishu://token", "mailto://user:word@example.org"])
def test_the_channels_our_users_have_are_known_to_apprise(address: str) -> None:
    import apprise

    assert apprise.Apprise().add(address)
