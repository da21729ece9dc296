"""docs/cookbook.md: every question with its SQL and its answer on the demo data. `python -m explorer.cookbook` writes it anew."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, text

from explorer.questions import TOPICS, Question, questions
from models.database import open_engine

PAGE = Path(__file__).parents[1] / "docs" / "cookbook.md"

_HEAD = """# 问答手册 · Cookbook

{count} 个问题，每个都有一条 SQL 和它在演示数据上的答案；SQLite 与 PostgreSQL 上一样。
先运行 `make demo`，再把 SQL 贴进任何客户端，或者运行 `nianbao serve data/demo/nianbao.sqlite`：每个问题都在首页上，参数可改。

{count} questions, each with one SQL query and its answer on the demo data, the same on SQLite and PostgreSQL.
Run `make demo` first; then paste the SQL into any client, or run `nianbao serve data/demo/nianbao.sqlite`, where every question
stands on the home page and its parameters can be changed.

演示数据是虚构的地方在两夜里的抓取：第一夜之后，青岚县改正了 2018 年的一个数字，霜渡县撤下了 2015 年的年报（此后完整查了两遍）。
以冒号开头的是参数。答案里空着的格子是 NULL：没有这个数，不是零。

The demo data are two nights over invented places: after the first one 青岚县 corrects a figure of 2018 and 霜渡县 takes its
report of 2015 away (its lists are walked twice after that). Words that begin with a colon are parameters. An empty cell of an
answer is NULL: there is no figure, which is not zero.

<!-- 由 python -m explorer.cookbook 从 explorer/questions/ 生成，请勿手改。 Generated: do not edit. -->
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: its columns and rows, each cell as the page prints it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def answer(connection: Connection, question: Question, parameters: Mapping[str, object] | None = None) -> Answer:
    """The answer to a question, with its example's parameters unless others are given."""
    result = connection.execute(text(question.sql), dict(question.parameters if parameters is None else parameters))
    return Answer(tuple(result.keys()), tuple(tuple(cell(value) for value in row) for row in result))


def cell(value: Any) -> str:
    """A value in words that both databases share: 5, 1.5, 2020-01-31, and nothing for NULL."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float | Decimal):
        number = Decimal(str(value))
        return f"{number.to_integral_value() if number == number.to_integral_value() else number.normalize():f}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def page(asked: Sequence[Question], answers: Mapping[str, Answer]) -> str:
    """The whole Markdown page."""
    parts = [_HEAD.format(count=len(asked)), _contents(asked)]
    for key, (zh, en) in TOPICS.items():
        parts.append(f"## {zh} · {en}\n")
        parts += [_section(item, answers[item.name]) for item in asked if item.topic == key]
    return "\n".join(parts)


def _contents(asked: Sequence[Question]) -> str:
    return "\n".join(f"{item.number}. [{item.zh}](#{item.name}) {item.en}" for item in asked) + "\n"


def _section(item: Question, found: Answer) -> str:
    notes = f"{item.note_zh} {item.note_en}\n\n" if item.note_zh else ""
    values = ", ".join(f"`:{name}` = {value}" for name, value in item.parameters.items())
    given = f"参数 parameters: {values}\n\n" if values else ""
    return (
        f'<a id="{item.name}"></a>\n### {item.number}. {item.zh}\n\n{item.en}\n\n{notes}{given}'
        f"```sql\n{item.sql}\n```\n\n{_table(found)}\n"
    )


def _table(found: Answer) -> str:
    if not found.rows:
        return f"没有一行 no row (columns: {', '.join(found.columns)})\n"
    lines = [found.columns, ("---",) * len(found.columns), *found.rows]
    return "\n".join("| " + " | ".join(_plain(word) for word in line) + " |" for line in lines) + "\n"


def _plain(word: str) -> str:
    """A cell that breaks no table and starts no markup."""
    return " ".join(word.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


def answers_of(url: str) -> dict[str, Answer]:
    """Every question's answer in a database, by the question's name."""
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            return {item.name: answer(connection, item) for item in questions()}
    finally:
        engine.dispose()


def main() -> int:
    """Crawls the demo web for two nights in a folder of its own and writes the page with what it finds."""
    from demo.nights import two_nights

    with TemporaryDirectory(prefix="nianbao-cookbook-") as folder:
        PAGE.write_text(page(questions(), answers_of(two_nights(Path(folder)))), encoding="utf-8")
    print(f"{PAGE.name}: {len(questions())} questions. Read the answers before you commit them.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
