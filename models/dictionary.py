"""`python -m models.dictionary`: writes docs/data-dictionary.md from the views, the codebook and the tables."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Table

from models import base, codebook, codebook_tables
from models.tables import metadata
from models.view.forms import column as wide_column
from models.views import DESCRIBED, TYPES, columns

FILE = Path(__file__).parents[1] / "docs" / "data-dictionary.md"

FRONT = """# Data dictionary / 数据词典

Written by `python -m models.dictionary` from the code: do not edit by hand. 本文件由程序从代码生成，请勿手工修改。

Read the **views** (视图): they have plain names, join what belongs together and stay the same when tables change. The same
SQL gives the same rows on SQLite and PostgreSQL. Moments are in UTC. The **codebook** (指标表) says what each indicator is
called on the form, in which unit, and which series cross the editions. The **tables** (表) at the end are for those who
maintain the database.
"""

_OUTCOMES = (
    ("`pass`", "相符", "the rule holds; both sides are known as far as that takes"),
    ("`fail`", "不符", "it does not hold, whatever a missing figure may be: parts above their total fail though one is blank"),
    ("`uncertain`", "不确定",
     "an operand is missing, be it a part or the total: not on the page, blank, no number, or approximate; and what is known "
     "decides nothing; a blank is never taken for a zero"),
    ("`not_assessable`", "无从核对", "none of the figures of the rule is stated; or the page could not be read for it"),
)  # fmt: skip

_APPLICANT_TYPES = "Applicant types (申请人类型): "


def written(connection: Connection) -> str:
    """The whole dictionary as Markdown; the connection's database must be of this code's revision."""
    parts = [FRONT, "## Views / 视图\n", *_views(connection), "## Codebook / 指标表\n", *_codebook()]
    return "\n".join([*parts, "## Tables / 表\n", *_tables()]).rstrip() + "\n"


# --- views ---


def _views(connection: Connection) -> Iterator[str]:
    for name, view in DESCRIBED.items():
        rows = [(f"`{column}`", _kind(column), view.column(column) or "") for column in columns(connection, name)]
        yield f"### {name}\n\n{view.about}\n\n{_grid(('column', 'type', 'what it says'), rows)}"


_WHOLE = {
    "version", "year", "number", "terms", "found", "size", "status", "days_late", "reports", "fact_count", "place_start",
    "place_end", "place_table", "place_row", "place_column", "warc_offset", "warc_length", "crawls", "troubled_crawls", "running",
    "oldest_year", "newest_year", "reports_gone", "reports_hijacked",
}  # fmt: skip
_KINDS = {"Figure": "number", "Moment": "moment", "Structure": "JSON", "Boolean": "true or false", "Date": "date"}


def _kind(column: str) -> str:
    if column in TYPES:
        return _KINDS[type(TYPES[column]).__name__]
    return "whole number" if column in _WHOLE or column.endswith("_id") else "text"


# --- codebook ---


def _codebook() -> Iterator[str]:
    types = ", ".join(f"`{name}` {label}" for name, label in codebook.APPLICANTS.items())
    yield f"{_APPLICANT_TYPES}{types}.\n"
    for edition in ("2014", "2019", "2021"):
        found = codebook.indicators_of(edition).values()
        rows = [(f"`{i.code}`", f"`{wide_column(i.code)}`", i.section, i.label, i.unit, i.note) for i in found]
        heads = ("code", f"column of form_{edition}", "section 栏目", "printed label 表内名称", "unit 单位", "note")
        yield f"### Indicators of the form of {edition} / {edition} 年版表格\n\n{_grid(heads, rows)}"
    terms = [
        (f"`{row.series}`", row.edition, f"`{row.expression}`", str(len(codebook_tables.terms(row))), row.comparability)
        for row in sorted(codebook.concordance(), key=lambda row: (row.series, row.edition))
    ]
    named = ("series", "edition", "what is added up", "figures", "comparability 可比性")
    yield f"### Series / 跨版本序列\n\n{_grid(named, terms)}"
    rules = [
        (f"`{one.rule}`", ", ".join(one.editions), one.strength, f"`{one.left}` {one.operator} `{one.right}`", one.meaning)
        for one in codebook.identities()
    ]
    yield f"### Identities / 勾稽关系\n\n{_grid(('rule', 'edition', 'strength', 'identity', 'meaning'), rules)}"
    others = [(f"`{rule}`", meaning) for rule, meaning in codebook.other_rules().items()]
    yield f"### Other rules / 其他核对规则\n\n{_grid(('rule', 'what holds where it passes'), others)}"
    yield f"### Outcomes / 核对结果\n\n{_grid(('outcome', '结果', 'what it says'), _OUTCOMES)}"


# --- tables ---


def _tables() -> Iterator[str]:
    classes = {mapper.local_table: mapper.class_ for mapper in base.Base.registry.mappers}
    for table in sorted(metadata.tables.values(), key=lambda one: one.name):
        about = " ".join(str(classes[table].__doc__).split("\n\n")[0].split())
        rows = [(f"`{column.name}`", _type(column), _said(column)) for column in table.columns]
        yield f"### Table {table.name}\n\n{about}\n\n{_grid(('column', 'type', 'what it says'), rows)}"


_TYPES = {
    "Words": "text", "Text": "text", "String": "text", "Integer": "whole number", "SmallInteger": "whole number",
    "BigInteger": "whole number", "Boolean": "true or false", "Date": "date", "Moment": "moment", "Figure": "number",
    "Structure": "JSON", "Coded": "code", "LargeBinary": "bytes", "Float": "number",
}  # fmt: skip


def _type(column: Column[Any]) -> str:
    return _TYPES[type(column.type).__name__] + (", may be NULL" if column.nullable else "")


def _said(column: Column[Any]) -> str:
    table = column.table
    assert isinstance(table, Table)
    parts = [column.comment] if column.comment else []
    if column.primary_key:
        parts.append("key" if len(table.primary_key) == 1 else "part of the key")
    parts += [f"refers to {key.target_fullname}" for key in sorted(column.foreign_keys, key=_target)]
    if isinstance(column.type, base.Coded):
        parts.append("0 and up: " + ", ".join(column.type.words))
    return "; ".join(parts)


def _target(key: ForeignKey) -> str:
    return key.target_fullname


def _grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    cells = ([" ".join(cell.split()).replace("|", "\\|") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in cells) + "\n"


def main() -> int:
    """Writes the file, from a new database in memory's place: a scratch file that is thrown away."""
    import tempfile

    from models.database import open_engine, upgrade

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'scratch.sqlite'}"
        upgrade(url)
        engine = open_engine(url)
        with engine.connect() as connection:
            FILE.write_text(written(connection), encoding="utf-8")
        engine.dispose()
    print(f"{FILE}: {len(FILE.read_text(encoding='utf-8').splitlines())} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
