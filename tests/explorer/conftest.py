"""The demo data after its two nights, made once a session, and the web pages on them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from demo.nights import two_nights
from explorer.opening import Source, source_of
from explorer.server import datasette_on
from tests import nursery


@pytest.fixture(scope="session")
def demo_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a SQLite database with two nights over the demo web."""
    return two_nights(tmp_path_factory.mktemp("two-nights"), nursery.run)


@pytest.fixture(scope="session")
def demo_source(demo_url: str) -> Source:
    """The demo database as it is served."""
    file = Path(demo_url.removeprefix("sqlite:///"))
    return source_of(None, demo_url, file.parent)


@pytest.fixture(scope="session")
def look(demo_source: Source) -> Callable[..., Any]:
    """Asks the pages on the demo data for an address."""
    return _looking(demo_source)


@pytest.fixture(scope="session")
def looking() -> Callable[[Source], Callable[..., Any]]:
    """Makes the asking for any file."""
    return _looking


def _looking(source: Source) -> Callable[..., Any]:
    """Asks the pages on a file for an address; other methods than GET by `method=`."""
    shown = datasette_on(source)

    def ask(path: str, method: str = "GET", **more: Any) -> Any:
        return asyncio.run(shown.client.request(method, path, **more))

    return ask
