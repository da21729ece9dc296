"""Loads a release into pandas, polars and DuckDB, one line each: `python docs/examples/load_release.py FOLDER [WORDS]`.

把一个发布版载入 pandas、polars 或 DuckDB，各一行；第二个参数是要搜索的词。
"""

import sqlite3
import sys
from pathlib import Path

import duckdb
import pandas
import polars

if len(sys.argv) < 2:
    sys.exit("expected the folder of a release (`nianbao release FOLDER` makes one), found none")
folder = Path(sys.argv[1])
words = sys.argv[2] if len(sys.argv) > 2 else "行政复议"

facts = pandas.read_parquet(folder / "parquet" / "facts.parquet")
reports = polars.read_parquet(folder / "parquet" / "reports.parquet")
by_year = duckdb.sql(f"SELECT year, COUNT(*) AS reports FROM '{folder}/parquet/reports.parquet' GROUP BY year ORDER BY year")

print(f"pandas: {len(facts)} facts, {facts['code'].nunique()} indicators")
print(f"polars: {len(reports)} reports, {reports['publisher'].n_unique()} publishers")
print(f"duckdb: {by_year.fetchall()}")

# Search needs nothing but SQLite: a word is looked up by its pairs of characters, then checked in the text.
frozen = sqlite3.connect(f"{(folder / 'nianbao.sqlite').absolute().as_uri()}?immutable=1", uri=True)
pairs = " AND ".join(f'"{words[at : at + 2]}"' for at in range(max(1, len(words) - 1))) + ("*" if len(words) == 1 else "")
query = """SELECT r.publisher, r.year FROM search s JOIN reports r ON r.version_id = s.rowid
    WHERE s.search MATCH ? AND instr(r.title || char(10) || r.text, ?) > 0 ORDER BY r.year DESC, r.publisher"""
print(f"search: {frozen.execute(query, [pairs, words]).fetchall()}")
