"""The form of 2014 drawn from hand-chosen figures, with the facts that a reader finds in them.

A figure is written as it is printed. Plain digits speak for themselves; anything else says behind `=` what it means:
`一百二十=120`, `约30=~30`, `详见附件=!` (text). `_` is an empty cell, `^` a cell with a no-break space; `~` prints a space.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from marks import Fact, number
from rows import FORM14, GROUPS14, PROPOSALS14
from tables import HIDDEN, Cell, Row, draw, lines, nested, pipes

NA = ("/", "-", "—", "－", "＼", "——", "--")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page that is not a paragraph: its HTML and the facts that stand in it."""

    html: str
    facts: list[Fact] = field(default_factory=list)


def tweaked(block: Block, *changes: tuple[str, str]) -> Block:
    """The block with pieces of its markup replaced, each at its first place: slips of a hand that no layout draws."""
    html = block.html
    for old, new in changes:
        if old not in html:
            raise ValueError(f"not in the markup: {old!r}")
        html = html.replace(old, new, 1)
    return Block(html, block.facts)


def printed(token: str) -> str:
    """What the cell shows."""
    if token in ("_", "^"):
        return "" if token == "_" else "\xa0"
    return token.split("=")[0].replace("~", " ")


def meant(token: str) -> Fact:
    """Value and meaning of a figure as written by the author of the document."""
    if token in ("_", "^"):
        return {"value": None, "meaning": "blank"}
    if token in NA:
        return {"value": None, "meaning": "na"}
    if "=" not in token:
        value = Decimal(token)
        return {"value": number(value), "meaning": "zero" if value == 0 else "number"}
    said = token.split("=", 1)[1]
    if said == "!":
        return {"value": None, "meaning": "text"}
    rough = said.startswith("~")
    value = Decimal(said.lstrip("~").rstrip("元万"))
    fact: Fact = {"value": number(value), "meaning": "approximate" if rough else ("zero" if value == 0 else "number")}
    if said.endswith("元"):
        fact["unit"] = "万元" if said.endswith("万元") else "元"
    return fact


def fact_of(code: str | None, token: str, **more: str) -> Fact:
    """The fact of one cell; an empty cell of a group row may be stored or left out."""
    fact: Fact = {"code": code, **more, **meant(token), "origin": "form"}
    if code in GROUPS14 and fact["meaning"] == "blank":
        fact["optional"] = True
    return fact


Numbering = Callable[[str], str]


def numbering(style: str) -> Numbering:
    """A change of the numbering of labels: `1、`, `１．`, `①`, `(1)`, `(一)`, `none`, or `` for as drawn."""
    circled = dict(zip("12345678", "①②③④⑤⑥⑦⑧", strict=True))
    wide = dict(zip("12345678", "１２３４５６７８", strict=True))
    by: dict[str, Numbering] = {
        "": lambda label: label,
        "1、": lambda label: re.sub(r"(?<![0-9])([1-8])\.", r"\1、", label),
        "１．": lambda label: re.sub(r"(?<![0-9])([1-8])\.", lambda found: wide[found[1]] + "．", label),
        "①": lambda label: re.sub(r"(?<![0-9])([1-8])\.", lambda found: circled[found[1]], label),
        "(1)": lambda label: re.sub(r"(?<![0-9])([1-8])\.", r"(\1)", label),
        "(一)": lambda label: label.replace("（", "(").replace("）", ")"),
        "none": lambda label: re.sub(r"^[\s　]*(?:（[一二三四五六七]）|[1-8]\.|[一二三四五六七八九]、)", "", label),
    }
    return by[style]


# --- form 2014 ---


@dataclass(frozen=True, slots=True)
class Line14:
    """One row of the form of 2014 as it shall be drawn. `hidden` rows are in the markup and not on the screen."""

    code: str | None
    label: str
    unit: str
    token: str
    hidden: bool = False


def rows14(
    figures: str,
    *,
    skip: tuple[str, ...] = (),
    relabel: Mapping[str, str] | None = None,
    extra: Mapping[str, tuple[str, str, str]] | None = None,
    hidden: Mapping[str, tuple[str, str, str]] | None = None,
    units: Mapping[str, str] | None = None,
    proposals: str = "",
    style: str = "",
    indent: bool = True,
) -> list[Line14]:
    """The rows of one form: 62 figures in the order of the official form, changed as said.

    `extra` and `hidden` hold rows (label, unit, figure) that stand behind the row of the given code.
    """
    tokens = figures.split()
    coded = [row for row in FORM14 if row[0]]
    if len(tokens) != len(coded):
        raise ValueError(f"expected {len(coded)} figures, found {len(tokens)}")
    supply = iter(tokens)
    renumber = numbering(style)
    out: list[Line14] = []
    for code, label, unit in FORM14:
        token = next(supply) if code else "_"
        text = renumber((relabel or {}).get(code or "", label))
        if code not in skip:
            out.append(Line14(code, text if indent else text.strip("　 "), (units or {}).get(code or "", unit), token))
        if code == "channel.other" and proposals:
            for (more, name, its), value in zip(PROPOSALS14, proposals.split(), strict=True):
                out.append(Line14(more, renumber(name), its, value))
        if code in (extra or {}):
            out.append(Line14(None, *(extra or {})[code or ""]))
        if code in (hidden or {}):
            out.append(Line14(None, *(hidden or {})[code or ""], hidden=True))
    return out


def facts14(rows: list[Line14]) -> list[Fact]:
    """The facts of the rows; a local extra row has no code and its label as category."""
    out = []
    for row in rows:
        if row.hidden:
            continue
        if row.code:
            out.append(fact_of(row.code, row.token))
        elif row.token != "_":
            out.append(fact_of(None, row.token, category=row.label.strip("　 ")))
    return out


HEAD14 = [Cell("统计指标", head=True), Cell("单位", head=True), Cell("统计数", head=True)]


def _grid14(rows: list[Line14], columns: str) -> list[Row]:
    out: list[Row] = []
    for count, row in enumerate(rows, 1):
        number_cell = printed(row.token)
        unit = row.unit
        cells = {name: Cell(text) for name, text in (("label", row.label), ("unit", unit), ("value", number_cell))}
        cells |= {"no": Cell(str(count)), "note": Cell("")}
        joined = number_cell + (unit if number_cell.strip() and row.code else "")
        cells["joined"] = Cell(joined)
        drawn = [cells[name] for name in columns.split()]
        out.append([HIDDEN, *drawn] if row.hidden else drawn)
    return out


def form14(
    rows: list[Line14],
    *,
    layout: str = "table",
    skin: str = "plain",
    columns: str = "label unit value",
    year: str = "",
    tag: str = "p",
) -> Block:
    """The form of 2014 in one layout.

    table    one table, header row first          titled   the same with title rows inside the table
    split    two tables, header repeated           nested   a borderless table of tables, one a section
    pipes    a line a row                          lines    a paragraph a cell, empty cells lost
    panels   two halves side by side, six columns
    """
    names = {"label": "统计指标", "unit": "单位", "value": "统计数", "no": "序号", "note": "备注", "joined": "统计数"}
    head = [Cell(names[name], head=True) for name in columns.split()]
    grid = _grid14(rows, columns)
    width = len(head)
    half = len(grid) // 2
    if layout == "titled":
        top = [[Cell("政府信息公开情况统计表", colspan=width)], [Cell(f"（{year}年度）", colspan=width)]]
        html = draw([*top, head, *grid], skin)
    elif layout == "split":
        html = draw([head, *grid[:half]], skin) + "<p>&nbsp;</p>" + draw([head, *grid[half:]], skin)
    elif layout == "nested":
        starts = [at for at, row in enumerate(rows) if re.match(r"[一二三四五六七八九]、", row.label)] + [len(rows)]
        if len(starts) == 1:
            raise ValueError("the sections of a nested form are found by their numbers, which this form has lost")
        html = nested([[head]] + [grid[a:b] for a, b in pairwise(starts)], skin)
    elif layout == "pipes":
        html = pipes([head, *grid], tag)
    elif layout == "lines":
        html = lines([head, *grid], tag)
    elif layout == "panels":
        blank = [Cell("") for _ in head]
        right = grid[half + len(grid) % 2 :]
        left = grid[: half + len(grid) % 2]
        right += [blank] * (len(left) - len(right))
        html = draw([[*head, *head], *[[*a, *b] for a, b in zip(left, right, strict=True)]], skin)
    else:
        html = draw([head, *grid], skin)
    facts = facts14(rows)
    if layout == "lines":  # an empty cell that was lost may be stored as blank or not at all
        facts = [{**fact, "optional": True} if fact["meaning"] == "blank" else fact for fact in facts]
    return Block(html, facts)
