"""One export as a file: in the wanted format, in one go, with the codebook beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.exports.parquet import write_parquet
from models.exports.rows import Question, Table
from models.exports.texts import write_csv, write_lines
from models.reading_door import Door

FORMATS = ("csv", "jsonl", "parquet", "xlsx")

CODEBOOK = Question(
    "SELECT code, edition, section, position, label, unit, parent, note FROM indicator ORDER BY edition, position, code", {}
)
"""What each indicator is: the meaning of `code` in a view."""


@contextmanager
def replaced(file: Path) -> Iterator[Path]:
    """A path to write to: what is there takes the file's place at the end, or is taken away if writing failed."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        yield part
        os.replace(part, file)
    finally:
        part.unlink(missing_ok=True)


def write_file(door: Door, question: Question, form: str, file: Path, name: str, codebook: bool = True) -> tuple[int, int]:
    """How many rows were written, and how many cells were cut (XLSX only). Raises QueryFailed, ExportProblem, OSError.

    With `codebook` there is a file `<name of the file>.codebook.csv` beside it, or a sheet in the XLSX.
    """
    with replaced(file) as part:
        count, cut = _write(door, question, form, part, name, codebook)
    if codebook and form != "xlsx":
        with replaced(file.with_suffix(".codebook.csv")) as part, part.open("w", encoding="utf-8-sig", newline="") as out:
            write_csv(CODEBOOK.ask(door), out)
    return count, cut


def _write(door: Door, question: Question, form: str, file: Path, name: str, codebook: bool) -> tuple[int, int]:
    if form == "parquet":
        return write_parquet(lambda: question.ask(door), file), 0
    if form == "xlsx":
        from models.exports.workbook import write_xlsx  # here, so that no other command waits for its library to load

        # Before the rows, since a door answers one question at a time; the codebook has some hundred rows.
        kept = CODEBOOK.ask(door)
        more = [("codebook", Table(kept.columns, iter(list(kept.rows))))] if codebook else []
        return write_xlsx(question.ask(door), file, name, more)
    with file.open("w", encoding="utf-8-sig" if form == "csv" else "utf-8", newline="") as out:
        return (write_csv if form == "csv" else write_lines)(question.ask(door), out), 0
