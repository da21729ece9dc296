"""A release: the public views as a frozen, citable set of files. The same database gives the same bytes."""

from __future__ import annotations

import datetime
import json
import os
import shutil
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import URL

from models import views
from models.dictionary import written
from models.exports import datapackage as papers
from models.exports.changes import write_changes
from models.exports.files import CODEBOOK
from models.exports.frozen import write_frozen
from models.exports.parquet import kinds_of, write_parquet
from models.exports.rows import ExportProblem, Question, of_view
from models.exports.texts import write_csv
from models.reading_door import Door, opened

SQLITE = "nianbao.sqlite"
OPERATORS = frozenset({"captures", "captures_against_declaration", "not_reports", "sites_health"})
"""Views for who runs the crawler; all others are public."""
TEXTS_IN = "reports"
"""The one view whose texts are released: those of replaced and of hijacked versions are not."""
RULES = {
    "concordance": Question(
        "SELECT series, edition, expression, comparability, terms FROM concordance ORDER BY series, edition", {}
    ),
    "identity": Question(
        "SELECT rule, strength, left_side, operator, right_side, meaning, editions FROM identity ORDER BY rule", {}
    ),
}
"""Tables of the codebook that stand beside the views: how series are read, what the rules of the findings say."""


def release(engine: Engine, folder: Path, previous: Path | None = None, date: datetime.date | None = None) -> dict[str, int]:
    """Rows of each table, after everything was written into the new folder; nothing is left of it where that fails.

    `date` is the day of the newest capture unless given; `previous` is the folder of the release before. Raises
    ExportProblem where the folder has something in it, there is nothing to release, or `previous` is none.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExportProblem(f"expected a new folder, found something in {folder}: a release is never written over")
    if previous is not None and not (previous / SQLITE).is_file():
        raise ExportProblem(f"expected the release before in {previous}, found no {SQLITE} there")
    part = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        part.mkdir(parents=True)
        counts = _write(engine, part, previous, date)
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return counts


def _write(engine: Engine, folder: Path, previous: Path | None, date: datetime.date | None) -> dict[str, int]:
    with engine.connect() as connection:
        words = written(connection)
        public = [name for name in views.VIEWS if name not in OPERATORS]
        questions = {name: of_view(connection, name, without=() if name == TEXTS_IN else ("text",)) for name in public} | RULES
    with opened(engine.url, None) as door:
        day = (date or _newest(door)).isoformat()
        kinds = {name: kinds_of(question.ask(door)) for name, question in questions.items()}
        names = {name: question.ask(door).columns for name, question in questions.items()}
        asks = {name: partial(question.ask, door) for name, question in questions.items()}
        counts = write_frozen(folder / SQLITE, asks, kinds)
        _csv(door, CODEBOOK, folder / "codebook.csv")
    tables = {name: list(zip(names[name], kinds[name], strict=True)) for name in questions}
    _write_tables(folder, tables)
    _write_changes(folder, previous)
    texts = {
        "datapackage.json": json.dumps(papers.datapackage(folder, day, tables), ensure_ascii=False, indent=1) + "\n",
        "data-dictionary.md": words,
        "README.md": papers.readme(day, counts),
        "CITATION.cff": papers.citation(day),
    }
    for name, said in texts.items():
        (folder / name).write_text(said, encoding="utf-8")
    (folder / SQLITE).chmod(0o444)
    _write_sums(folder)
    return counts


def _newest(door: Door) -> datetime.date:
    """The day of the newest capture, in UTC: a clock would make every release another one."""
    (newest,) = next(iter(door.ask('SELECT MAX(fetched_at) FROM "fetch"').rows))
    if newest is None:
        raise ExportProblem("expected a database with reports, found none: crawl first")
    return datetime.date.fromisoformat(str(newest)[:10])


def _write_tables(folder: Path, tables: dict[str, list[tuple[str, str]]]) -> None:
    """CSV and Parquet, read from the frozen file: its tables cost less than the views and are the same."""
    for form in ("csv", "parquet"):
        (folder / form).mkdir()
    with opened(URL.create("sqlite", database=str(folder / SQLITE)), None) as door:
        for name, columns in tables.items():
            question = Question(f"SELECT * FROM {name} ORDER BY rowid", {})
            _csv(door, question, folder / "csv" / f"{name}.csv")
            kinds = [kind for _, kind in columns]
            write_parquet(partial(question.ask, door), folder / "parquet" / f"{name}.parquet", kinds)


def _csv(door: Door, question: Question, file: Path) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        write_csv(question.ask(door), out)


def _write_changes(folder: Path, previous: Path | None) -> None:
    lines = ["# Changes since the release before 与上一版的差异", ""]
    if previous is None:
        lines += ["This is the first release, or none was named. 首次发布，或未指定上一版。"]
    else:
        counts = write_changes(folder / SQLITE, previous / SQLITE, folder / "since-previous.csv")
        lines += [f"Compared with 对比: {_version(previous)}", "", "| change 变化 | number 数量 |", "|---|---|"]
        lines += [f"| {kind} | {count} |" for kind, count in counts.items()] or ["| none 无 | 0 |"]
        lines += ["", "Every one of them is a line of `since-previous.csv`. 逐条见该文件。"]
    (folder / "CHANGES.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _version(previous: Path) -> str:
    try:
        return str(json.loads((previous / "datapackage.json").read_text(encoding="utf-8"))["version"])[:40]
    except (OSError, ValueError, KeyError, TypeError):
        raise ExportProblem(f"expected the release before in {previous}, found no datapackage.json with a version") from None


def _write_sums(folder: Path) -> None:
    files: Iterable[Path] = sorted(file for file in folder.rglob("*") if file.is_file())
    lines = [f"{papers.sha256(file)}  {file.relative_to(folder).as_posix()}\n" for file in files]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
