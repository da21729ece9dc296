"""The papers of a release: datapackage.json (Frictionless), README, citation."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from models.views import DESCRIBED

FIELDS = {"int": "integer", "float": "number", "bool": "boolean", "date": "date", "datetime": "datetime", "str": "string"}
TITLE = "nianbao: annual reports on open government information of China's counties and townships"
TITLE_ZH = "年报：全国县、乡两级政府信息公开工作年度报告数据集"

RULES = {
    "concordance": "How each series is read off each edition of the form, and how far the editions may be compared.",
    "identity": "The rules that findings name: what must (hard) or should (soft) hold between the figures of a form.",
}
"""What the tables of a release are for that are no views."""

Columns = Sequence[tuple[str, str]]
"""Names and kinds, in order."""

_LICENCE = "https://www.apache.org/licenses/LICENSE-2.0"


def datapackage(folder: Path, date: str, tables: Mapping[str, Columns]) -> dict[str, Any]:
    """The descriptor: every CSV with its fields, bytes and SHA-256, and every Parquet file. The date is a day in ISO form."""
    resources = [_resource(folder, form, name, columns) for form in ("csv", "parquet") for name, columns in tables.items()]
    return {
        "name": "nianbao",
        "title": TITLE,
        "description": TITLE_ZH,
        "version": date,
        "created": f"{date}T00:00:00Z",
        "keywords": ["open government information", "政府信息公开", "annual reports", "China"],
        "licenses": [{"name": "Apache-2.0", "title": "Apache License 2.0", "path": _LICENCE}],
        "resources": resources,
    }


def _resource(folder: Path, form: str, name: str, columns: Columns) -> dict[str, Any]:
    file = folder / form / f"{name}.{form}"
    known = DESCRIBED.get(name)
    found: dict[str, Any] = {
        "name": name.replace("_", "-") if form == "csv" else f"{name.replace('_', '-')}-parquet",
        "path": f"{form}/{file.name}",
        "format": form,
        "description": known.about if known else RULES.get(name, ""),
    }
    if form == "csv":
        fields = [_field(name, column, kind) for column, kind in columns]
        found |= {"bytes": file.stat().st_size, "hash": f"sha256:{sha256(file)}"}  # of tables that its reader can count
        found |= {"profile": "tabular-data-resource", "mediatype": "text/csv", "encoding": "utf-8", "schema": {"fields": fields}}
    else:
        found["mediatype"] = "application/vnd.apache.parquet"
    return {key: value for key, value in found.items() if value != ""}


def _field(view: str, column: str, kind: str) -> dict[str, Any]:
    said = words(view, column)
    return {"name": column, "type": FIELDS[kind], **({"description": said} if said else {})}


def words(view: str, column: str) -> str:
    """What a column of a view says; nothing where nobody has described it."""
    known = DESCRIBED.get(view)
    return (known.column(column) or "") if known else ""


def sha256(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def readme(date: str, counts: Mapping[str, int]) -> str:
    """What is in the folder and how it is loaded and cited, in Chinese and English."""
    contents = "\n".join(f"| {name} | {count} |" for name, count in counts.items())
    return f"""# {TITLE} ({date})

{TITLE_ZH}

| table 表 | rows 行 |
|---|---|
{contents}

- `nianbao.sqlite`: every table with indexes; `search` finds words of any length. 全部表和全文索引。
- `csv/`, `parquet/`: the same tables; for figures and programs take Parquet. 同样的表；编程请用 Parquet。
- In CSV, text that a spreadsheet would run as a formula is led by an apostrophe, and invisible control characters are left out.
  CSV 中可能被电子表格当作公式的文本前加了撇号，不可见控制字符已去除。
- `codebook.csv`, `data-dictionary.md`, `datapackage.json`: columns and indicators. 字段与指标说明。
- `since-previous.csv`, `CHANGES.md`: what differs from the release before. 与上一版的差异。
- `SHA256SUMS`: `sha256sum -c SHA256SUMS`.

    pandas.read_parquet("parquet/facts.parquet")
    polars.read_parquet("parquet/facts.parquet")
    duckdb.sql("SELECT * FROM 'parquet/facts.parquet'")
    polars.read_csv("csv/facts.csv", infer_schema_length=None)  # the first hundred rows do not show what a column holds

A blank is not a zero: `meaning` tells number, zero, approximate, blank, na and text apart. Contradictions are kept as printed and
stand in `findings`. 空白不等于零；互相矛盾的数字照原样保存，见 `findings`。

Licence 许可: the compilation is under Apache-2.0; the reports are official documents of their publishers.
Cite as 引用: see `CITATION.cff`; name the date of the release, {date}.
"""


def citation(date: str) -> str:
    """The citation in the Citation File Format."""
    return f"""cff-version: 1.2.0
message: "If you use these data, please cite this release with its date."
type: dataset
title: "{TITLE}"
version: "{date}"
date-released: {date}
license: Apache-2.0
authors:
  - name: "The nianbao founders"
"""
