"""The questions of the cookbook, each a file of `questions/`: what is asked in two languages, its parameters, its SQL.

The one source of docs/cookbook.md and of the canned queries of the web pages. A file looks like this:

    -- zh: 某地历年收到多少件申请？
    -- en: How many applications did a place receive each year?
    -- note-zh: 换表的年份口径可能不同。
    -- note-en: The form changes in some years.
    -- :place = 青岚县
    SELECT …

The lines of the head come first; what follows is the SQL, which runs on SQLite and PostgreSQL alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "questions"

_HEAD = re.compile(r"-- (?P<key>zh|en|note-zh|note-en|topic|:[a-z_]+)(?: =|:) (?P<value>.+)")
_TOPICS = ("trend", "application", "dispute", "punctuality", "doubt", "page", "operator")

TOPICS = dict(zip(_TOPICS, (
    ("历年走势与排名", "Trends and rankings"),
    ("依申请公开", "Applications and how they ended"),
    ("复议与诉讼", "Reviews and lawsuits"),
    ("谁公布、谁迟、谁沉默", "Who publishes, who is late, who is silent"),
    ("可疑的数字与文字", "Figures and texts to doubt"),
    ("网页的真伪与损坏", "Pages: genuine, hijacked, damaged"),
    ("运行情况", "How the crawling goes"),
), strict=True))  # fmt: skip
"""The parts of the cookbook in order: key -> Chinese and English heading."""


class BadQuestion(Exception):
    """A file of `questions/` that is not as the module says; the message names it and what was expected."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    name        the file's name without number and ending: the canned query's address
    number      its place in the cookbook, from 1
    parameters  name -> example value, whole numbers as int
    """

    name: str
    number: int
    topic: str
    zh: str
    en: str
    note_zh: str
    note_en: str
    parameters: dict[str, str | int]
    sql: str


@cache
def questions() -> tuple[Question, ...]:
    """Every question in the cookbook's order. Raises BadQuestion."""
    return tuple(parse(path.name, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.sql")))


def parse(file: str, text: str) -> Question:
    """The question that a file's text asks. Raises BadQuestion."""
    head: dict[str, str] = {}
    lines = text.splitlines()
    while lines and (match := _HEAD.fullmatch(lines[0])):
        head[match["key"]] = match["value"].strip()
        del lines[0]
    number, _, name = file.removesuffix(".sql").partition("-")
    wrong = [key for key in ("zh", "en") if key not in head]
    if wrong or not number.isdigit() or head.get("topic") not in TOPICS:
        expected = f"`NN-name.sql` that begins with -- zh:, -- en: and -- topic: (one of {', '.join(TOPICS)})"
        raise BadQuestion(f"questions/{file}: expected {expected}, found {', '.join(head) or 'none of them'}")
    parameters = {key[1:]: int(value) if value.isdigit() else value.strip("'") for key, value in head.items() if key[0] == ":"}
    return Question(
        name, int(number), head["topic"], head["zh"], head["en"], head.get("note-zh", ""), head.get("note-en", ""),
        parameters, "\n".join(lines).strip().removesuffix(";"),
    )  # fmt: skip
