"""The queue's connection to the database, which waits where the database is away instead of giving up."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, LiteralString, TypeVar

import psycopg
from procrastinate import PsycopgConnector
from procrastinate.connector import Notify
from procrastinate.exceptions import ConnectorException

logger = logging.getLogger("nianbao.worker")

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 15.0
"""Seconds between two tries, first and at most."""

T = TypeVar("T")


class PatientConnector(PsycopgConnector):
    """Tries again for as long as the database is away; procrastinate's worker would end, and its jobs be thought dead.

    A statement whose answer was lost may have been carried out: a job that was fetched so is found by `crawler.night.worker`, and
    ending one twice is an error that is told and harmless, since the claim of the site is what counts.
    """

    closing = False
    """Set when the worker ends: then nothing is waited for any more."""
    away = False
    back = float("-inf")
    """When, on the monotonic clock, the database was last back."""

    async def execute_query_async(self, query: LiteralString, **arguments: Any) -> None:
        """Nothing, once it was carried out."""
        plain = super().execute_query_async
        await self._insist(lambda: plain(query, **arguments))

    async def execute_query_one_async(self, query: LiteralString, **arguments: Any) -> dict[str, Any]:
        """The one row of the answer."""
        plain = super().execute_query_one_async
        return await self._insist(lambda: plain(query, **arguments))

    async def execute_query_all_async(self, query: LiteralString, **arguments: Any) -> list[dict[str, Any]]:
        """The rows of the answer."""
        plain = super().execute_query_all_async
        return await self._insist(lambda: plain(query, **arguments))

    async def listen_notify(self, on_notification: Notify, channels: Iterable[str]) -> None:
        """Listens for ever, also after the connection was lost."""
        plain, listed = super().listen_notify, list(channels)
        await self._insist(lambda: plain(on_notification, listed))

    async def _insist(self, asks: Callable[[], Awaitable[T]]) -> T:
        pause = FIRST_PAUSE
        while True:
            try:
                answer = await asks()
            except ConnectorException as problem:
                if self.closing or not is_away(problem.__cause__):
                    raise
                if not self.away:
                    logger.warning("the database is away, tried again until it is back: %s", first_line(problem.__cause__))
                self.away = True
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
                continue
            if self.away:
                self.away, self.back = False, time.monotonic()
                logger.info("the database is back")
            return answer


def is_away(problem: BaseException | None) -> bool:
    """Whether an error of the driver means that the database cannot be reached now."""
    return isinstance(problem, (psycopg.OperationalError, psycopg.InterfaceError))


def first_line(problem: object) -> str:
    """What a problem says, in one line."""
    return (str(problem).strip().splitlines() or ["no word"])[0]
