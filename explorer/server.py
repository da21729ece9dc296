"""The Datasette of this project: made from a file, and run."""

from __future__ import annotations

import socket
from pathlib import Path

import uvicorn
from datasette.app import Datasette  # type: ignore[import-untyped]
from datasette.database import Database  # type: ignore[import-untyped]
from datasette.plugins import pm  # type: ignore[import-untyped]

from explorer import plugin
from explorer.metadata import metadata_of
from explorer.opening import NotServed, Source, has_captures
from explorer.pages import DATABASE

HERE = Path(__file__).parent

SETTINGS = {
    "sql_time_limit_ms": 5000,
    "max_returned_rows": 1000,
    "default_page_size": 50,
    "facet_time_limit_ms": 400,
    "facet_suggest_time_limit_ms": 50,
    "suggest_facets": False,
    "allow_csv_stream": True,
    "max_csv_mb": 100,
    "truncate_cells_html": 200,
    "num_sql_threads": 3,
}


def datasette_on(source: Source) -> Datasette:
    """A Datasette that shows the file and can write nothing."""
    if not pm.is_registered(plugin):
        pm.register(plugin)
        # Where rich is installed Datasette prints a traceback with it, and fails over that for an address that nobody has.
        pm.get_plugin("datasette.handle_exception").rich = None
    shown = Datasette(
        metadata=metadata_of(source),
        template_dir=str(HERE / "templates"),
        static_mounts=[("assets", str(HERE / "static"))],
        settings={**SETTINGS, "allow_download": source.frozen},
    )
    shown.remove_database("_memory")
    shown.add_database(Database(shown, path=str(source.file), is_mutable=not source.frozen), name=DATABASE)
    shown.nianbao_source, shown.nianbao_captures = source, has_captures(source)
    return shown


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises NotServed where the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise NotServed(f"expected to listen at {host} port {port}, found: {error.strerror or error}; choose another") from None
    listening.listen(128)
    return listening


def run(source: Source, listening: socket.socket) -> None:
    """Serves the file on a listening socket until it is stopped."""
    config = uvicorn.Config(datasette_on(source).app(), log_level="warning", server_header=False)
    uvicorn.Server(config).run([listening])
