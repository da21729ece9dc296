"""Trying again what the database did not take: the same work, for a bounded time, until the database is back."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from models.away import first_line, is_away

logger = logging.getLogger(__name__)

T = TypeVar("T")
PATIENCE = 120.0
"""Seconds for which a crawl waits for its database: a restart, a backup, somebody else's long transaction."""
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 10.0


async def insist(
    work: Callable[[], T], patience: float = PATIENCE, *, in_thread: bool = False, clock: Callable[[], float] = time.monotonic
) -> T:
    """What `work` gives. It is called again while the database is away; after `patience`, or for any other error, raises it.

    `work` must be such that doing it twice changes nothing: an error may come after the commit. `in_thread`: it may have to
    wait long for a lock, and shares nothing with what runs meanwhile.
    """
    pauses = _pauses(patience, clock)
    while True:
        try:
            return await asyncio.to_thread(work) if in_thread else work()
        except Exception as error:
            pause = _pause_after(error, pauses)
            if pause is None:
                raise
        await asyncio.sleep(pause)


def passes(error: BaseException) -> bool:
    """Whether an error, or the one it comes from, says that the database is away."""
    return is_away(error) or is_away(error.__cause__)


def _pause_after(error: Exception, pauses: Iterator[float]) -> float | None:
    pause = next(pauses, None) if passes(error) else None
    if pause is not None:
        logger.warning("the database is away (%s): tried again in %.1f s", first_line(error.__cause__ or error), pause)
    return pause


def _pauses(patience: float, clock: Callable[[], float]) -> Iterator[float]:
    end, pause = clock() + patience, FIRST_PAUSE
    while (left := end - clock()) > 0:
        yield min(pause, left)
        pause = min(pause * 2, LONGEST_PAUSE)
