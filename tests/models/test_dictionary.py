"""The data dictionary in docs is that of the code."""

from __future__ import annotations

from sqlalchemy import Engine

from models.codebook import indicators
from models.dictionary import FILE, written
from models.tables import metadata
from models.views import VIEWS


def test_the_dictionary_is_not_stale(sqlite_database: Engine) -> None:
    with sqlite_database.connect() as connection:
        now = written(connection)
    assert FILE.read_text(encoding="utf-8") == now, "run `python -m models.dictionary`"


def test_every_view_table_and_indicator_has_its_place() -> None:
    said = FILE.read_text(encoding="utf-8")
    assert [name for name in VIEWS if f"\n### {name}\n" not in said] == []
    assert [name for name in metadata.tables if f"\n### Table {name}\n" not in said] == []
    assert [one.code for one in indicators() if f"| `{one.code}` |" not in said] == []
