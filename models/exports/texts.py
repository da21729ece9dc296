"""CSV and JSON lines, a row at a time."""

from __future__ import annotations

import csv
import json
from datetime import date, datetime
from typing import IO, Any

from models.exports.rows import Table
from models.harmless import defused


def write_csv(table: Table, file: IO[str]) -> int:
    """How many rows were written below the header. Text is harmless to spreadsheets; moments are ISO text in UTC."""
    lines = csv.writer(file, lineterminator="\n")
    lines.writerow([defused(name) for name in table.columns])
    count = 0
    for row in table.rows:
        lines.writerow([cell(value) for value in row])
        count += 1
    return count


def cell(value: Any) -> Any:
    """A value as a cell of text has it: numbers as they are, true and false in words, structures as JSON."""
    if isinstance(value, str):
        return defused(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return defused(json.dumps(value, ensure_ascii=False))
    return value.isoformat() if isinstance(value, date | datetime) else value


def write_lines(table: Table, file: IO[str]) -> int:
    """How many JSON objects were written, one a line, with every character as it is stored."""
    count = 0
    for row in table.rows:
        file.write(json.dumps(dict(zip(table.columns, row, strict=True)), ensure_ascii=False, default=_said) + "\n")
        count += 1
    return count


def _said(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
