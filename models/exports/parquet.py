"""Parquet, a group of rows at a time. Needs pyarrow (the extra `parquet`)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from models.exports.rows import ExportProblem, Row, Table

GROUP = 20_000
"""Rows at a time in memory."""


def write_parquet(ask: Callable[[], Table], file: Path, kinds: Sequence[str] = ()) -> int:
    """How many rows were written. Without `kinds` (as `kinds_of` gives) the rows are read twice.

    Columns of whole numbers are int64, of numbers double, of truth values bool, of dates date32, of moments timestamps in
    UTC; everything else is text as it is stored, structures as JSON. Raises ExportProblem where pyarrow is not installed.
    """
    arrow, parquet = _pyarrow()
    kinds = kinds or kinds_of(ask())
    table = ask()
    schema = arrow.schema([(name, _type(arrow, kind)) for name, kind in zip(table.columns, kinds, strict=True)])
    count = 0
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for rows in _groups(table.rows):
            columns = [_column(kind, values) for kind, values in zip(kinds, zip(*rows, strict=True), strict=True)]
            arrays = [arrow.array(column, kind) for column, kind in zip(columns, schema.types, strict=True)]
            writer.write_table(arrow.table(arrays, schema=schema))
            count += len(rows)
    return count


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow  # type: ignore[import-untyped]  # publishes no types
        import pyarrow.parquet  # type: ignore[import-untyped]
    except ImportError:
        raise ExportProblem(
            "expected pyarrow for Parquet, found none: install it with `pip install 'nianbao[parquet]'` or use another format"
        ) from None
    return pyarrow, pyarrow.parquet


def kinds_of(table: Table) -> list[str]:
    """What each column has: int, float, bool, date, datetime, or str for text, structures, mixtures and nothing at all."""
    found: list[set[type]] = [set() for _ in table.columns]
    for row in table.rows:
        for kinds, value in zip(found, row, strict=True):
            kinds.add(float if isinstance(value, int) and abs(value) >= 2**63 else type(value))
    return [_kind(kinds - {type(None)}) for kinds in found]


def _kind(kinds: set[type]) -> str:
    if kinds == {int, float}:
        return "float"
    plain = len(kinds) == 1 and next(iter(kinds)) in (int, float, bool, date, datetime)
    return next(iter(kinds)).__name__ if plain else "str"


def _type(arrow: Any, kind: str) -> Any:
    types = {
        "int": arrow.int64, "float": arrow.float64, "bool": arrow.bool_, "date": arrow.date32, "str": arrow.string,
        "datetime": lambda: arrow.timestamp("us", tz="UTC"),
    }  # fmt: skip
    return types[kind]()


def _column(kind: str, values: Sequence[Any]) -> list[Any]:
    if kind == "float":
        return [None if value is None else float(value) for value in values]
    return [_text(value) for value in values] if kind == "str" else list(values)


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)


def _groups(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while group := list(islice(rows, GROUP)):
        yield group
