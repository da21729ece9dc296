"""Serves portals of a TOML file on loopback, a handful of pages each: odd ways to hide a column of annual reports, odd pagers.

A page's key is its path with its query; `POST path` is a posted form, `POST path#words` one whose body holds the words.
"""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Portal:
    """One portal: its pages by path and query, and what should be found: list paths by unit (None for its own), family.

    `start` is the path of its list where a crawl begins. `candidates` are pages that may be such lists and are only shown.
    """

    pages: Mapping[str, str]
    lists: Mapping[str, str | None]
    family: str
    codec: str
    start: str
    candidates: tuple[str, ...]
    status: int


def _portal(row: dict[str, Any]) -> Portal:
    lists = {path: unit or None for path, unit in row["lists"].items()}
    family, start = row.get("family", ""), row.get("start", "/")
    return Portal(row["pages"], lists, family, row["codec"], start, tuple(row["candidates"]), row["status"])


def portals_of(name: str) -> dict[str, Portal]:
    """The portals of a TOML file beside this one, by key."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return {key: _portal(row) for key, row in tomllib.loads(text).items()}


PORTALS = portals_of("odd_portals.toml")


def _posted(portal: Portal, path: str, body: str) -> str:
    """The key of the page that a posted form gets."""
    keys = [key for key in portal.pages if key.startswith(f"POST {path}#") and key.partition("#")[2] in body]
    return keys[0] if keys else f"POST {path}"


@contextmanager
def served(portal: Portal) -> Iterator[str]:
    """The portal's home page while it answers on loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(self.path)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("latin-1")
            self._answer(_posted(portal, self.path, body))

        def _answer(self, asked: str) -> None:
            text = portal.pages.get(asked)
            body = (text if text is not None else "<html><body>404</body></html>").encode(portal.codec)
            self.send_response(404 if text is None else portal.status)
            self.send_header("Content-Type", "application/json" if body[:1] == b"{" else "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def path_of(url: str) -> str:
    """An address without its host."""
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")
