"""Writes `pages/<name>.html` and `pages/<name>.json` from the documents; run it after a change of a document.

.venv/bin/python tests/labelled/build.py           writes
.venv/bin/python tests/labelled/build.py --check   exits 1 if a committed file is not what would be written
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from forms import Block
from marks import Fact, paragraph, unmark
from shells import SHELLS, Around

HERE = Path(__file__).parent
BOOKS = (
    "form2014", "form2014_hands", "form2019", "form2019_hands", "form2021", "form2021_hands",
    "prose", "prose_townships", "prose_hands", "prose_more", "decoys", "decoys_hands",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Document:
    """One page of the set: what stands on it, and what a careful reader takes from it.

    `body` holds paragraphs with marks (see marks.py) and blocks; `split_reports` says at which places of `body` further reports
    begin, `others` what is expected of them. `complete` names the origins whose facts are all listed.
    """

    name: str
    url: str
    shell: str
    around: Around
    body: tuple[str | Block, ...]
    expect: dict[str, Any]
    style: str = "p"
    complete: tuple[str, ...] = ("form", "prose")
    split_reports: tuple[int, ...] = ()
    others: tuple[dict[str, Any], ...] = field(default_factory=tuple)


def _unique(facts: list[Fact]) -> list[Fact]:
    out: list[Fact] = []
    for fact in facts:
        if fact not in out:
            out.append(fact)
    return out


def rendered(document: Document) -> tuple[str, dict[str, Any]]:
    """The page as text, and its labels."""
    article: list[str] = []
    reports: list[list[Fact]] = [[]]
    for at, part in enumerate(document.body):
        if at in document.split_reports:
            reports.append([])
        if isinstance(part, Block):
            article.append(part.html)
            reports[-1] += part.facts
        else:
            text, facts = unmark(part)
            article.append(paragraph(text, document.style))
            reports[-1] += facts
    page = SHELLS[document.shell](document.around, "\n".join(article))
    labels: dict[str, Any] = {"url": document.url, **document.expect}
    if labels["is_annual_report"]:
        labels |= {"complete": list(document.complete), "facts": _unique(reports[0])}
        if document.others:
            pairs = zip(document.others, reports[1:], strict=True)
            labels["others"] = [{**other, "facts": _unique(facts)} for other, facts in pairs]
    return page, labels


def documents() -> list[Document]:
    """Every document of the set, in the order of the books."""
    out: list[Document] = []
    for book in BOOKS:
        if (HERE / "documents" / f"{book}.py").exists():
            out += import_module(f"documents.{book}").DOCUMENTS
    names = [document.name for document in out]
    if len(set(names)) != len(names):
        raise ValueError("two documents have one name")
    return out


def _json(labels: dict[str, Any]) -> str:
    facts = {key: labels[key] for key in ("facts", "others") if key in labels}
    rest = {key: value for key, value in labels.items() if key not in facts}
    lines = [f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in rest.items()]
    if "facts" in labels:
        rows = ",\n".join("  " + json.dumps(fact, ensure_ascii=False) for fact in labels["facts"])
        lines.append(f' "facts": [\n{rows}\n ]' if rows else ' "facts": []')
    if "others" in labels:
        lines.append(f' "others": {json.dumps(labels["others"], ensure_ascii=False)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def files() -> dict[str, bytes]:
    """File name -> bytes of every file of the set."""
    out: dict[str, bytes] = {}
    for document in documents():
        page, labels = rendered(document)
        out[f"{document.name}.html"] = page.encode()
        out[f"{document.name}.json"] = _json(labels).encode()
    return out


def main() -> int:
    """Writes or checks the files; 1 where a check found a difference."""
    pages = HERE / "pages"
    wanted = files()
    present = {path.name: path.read_bytes() for path in pages.glob("*.*")}
    if "--check" in sys.argv:
        different = sorted(name for name in {*wanted, *present} if wanted.get(name) != present.get(name))
        print("".join(f"{name}\n" for name in different), end="")
        return 1 if different else 0
    for name in present.keys() - wanted.keys():
        (pages / name).unlink()
    for name, content in wanted.items():
        if present.get(name) != content:
            (pages / name).write_bytes(content)
    print(f"{len(wanted) // 2} documents")
    return 0


if __name__ == "__main__":
    sys.exit(main())
