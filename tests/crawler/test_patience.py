"""The queue's connection waits for a database that is away."""

from __future__ import annotations

import asyncio
from typing import Any

import psycopg
import pytest
from procrastinate import PsycopgConnector
from procrastinate.exceptions import ConnectorException

from crawler.night import patience
from crawler.night.patience import PatientConnector


class Flaky:
    """Stands in for the database: fails so often, then answers."""

    def __init__(self, failures: int, cause: Exception) -> None:
        self.failures, self.cause, self.asked = failures, cause, 0

    async def execute(self, query: str, **arguments: Any) -> dict[str, Any]:
        self.asked += 1
        if self.asked <= self.failures:
            raise ConnectorException("no") from self.cause
        return {"id": 7, **arguments}


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "FIRST_PAUSE", 0.0)


def ask(flaky: Flaky, monkeypatch: pytest.MonkeyPatch, closing: bool = False) -> dict[str, Any]:
    monkeypatch.setattr(PsycopgConnector, "execute_query_one_async", lambda self, query, **more: flaky.execute(query, **more))
    connector = PatientConnector()
    connector.closing = closing
    return asyncio.run(connector.execute_query_one_async("SELECT 1", at=3))


def test_a_statement_is_tried_again_until_the_database_is_back(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    flaky = Flaky(4, psycopg.OperationalError("connection refused\nIs the server running?"))
    with caplog.at_level("INFO", "nianbao.worker"):
        assert ask(flaky, monkeypatch) == {"id": 7, "at": 3}
    assert flaky.asked == 5
    assert [record.message.split(",")[0] for record in caplog.records] == ["the database is away", "the database is back"]


def test_an_error_of_the_statement_itself_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    flaky = Flaky(1, psycopg.errors.RaiseException("Job was not found"))
    with pytest.raises(ConnectorException):
        ask(flaky, monkeypatch)
    assert flaky.asked == 1


def test_a_worker_that_ends_waits_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    flaky = Flaky(1, psycopg.OperationalError("gone"))
    with pytest.raises(ConnectorException):
        ask(flaky, monkeypatch, closing=True)
