"""XLSX: as many sheets as the rows need, written a row at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # publishes no types
from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

from models.exports.rows import ExportProblem, Row, Table
from models.exports.texts import cell

MOST_ROWS = 1_048_575
"""Rows of a sheet below its header."""
MOST_COLUMNS = 16_384
LONGEST_CELL = 32_767
CUT = "…[cut]"
EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no zones; fixed, so that the same rows give the same bytes


def write_xlsx(table: Table, file: Path, name: str, more: Sequence[tuple[str, Table]] = ()) -> tuple[int, int]:
    """How many rows were written, and how many cells had to be cut to the length that a sheet takes.

    Rows beyond the last of a sheet go on in `name 2`, `name 3`, …; each of `more` has a sheet of its own behind them. Raises
    OSError where the disk does not take it.
    """
    if len(table.columns) > MOST_COLUMNS:
        found = len(table.columns)
        raise ExportProblem(f"expected at most {MOST_COLUMNS} columns for a sheet, found {found}: use another format")
    settings = {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}
    book = _Book(xlsxwriter.Workbook(file, settings))
    count = book.write(name, table)
    for title, other in more:
        book.write(title, other)
    book.close()
    return count, book.cut


class _Book:
    def __init__(self, book: Any) -> None:
        self.book = book
        self.book.set_properties({"created": EPOCH})
        self.bold = book.add_format({"bold": True})
        self.cut = 0

    def write(self, name: str, table: Table) -> int:
        count, sheets, sheet = 0, 0, None
        for row in table.rows:
            if sheet is None or count % MOST_ROWS == 0:
                sheets += 1
                sheet = self._sheet(name if sheets == 1 else f"{name} {sheets}", table.columns)
            self._row(sheet, count % MOST_ROWS + 1, row)
            count += 1
        if sheet is None:
            self._sheet(name, table.columns)
        return count

    def close(self) -> None:
        try:
            self.book.close()
        except FileCreateError as error:  # what the disk said stands within
            raise error.args[0] if error.args and isinstance(error.args[0], OSError) else OSError(str(error)) from None

    def _sheet(self, name: str, columns: Iterable[str]) -> Any:
        sheet = self.book.add_worksheet(name[:31])
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(columns):
            sheet.write_string(0, place, cell(column), self.bold)
        return sheet

    def _row(self, sheet: Any, at: int, row: Row) -> None:
        for place, value in enumerate(row):
            if value is None:
                continue
            if isinstance(value, bool):
                sheet.write_boolean(at, place, value)
            elif isinstance(value, float) or (isinstance(value, int) and abs(value) < 10**15):
                sheet.write_number(at, place, value)
            elif isinstance(value, date) and not isinstance(value, datetime):
                sheet.write_datetime(at, place, value)
            else:
                sheet.write_string(at, place, self._short(str(cell(value))))

    def _short(self, text: str) -> str:
        if len(text) <= LONGEST_CELL // 2:
            return text
        # A sheet counts UTF-16 units, of which a character beyond the first plane takes two.
        units = text.encode("utf-16-le")
        if len(units) <= 2 * LONGEST_CELL:
            return text
        self.cut += 1
        return units[: 2 * (LONGEST_CELL - len(CUT))].decode("utf-16-le", "ignore") + CUT
