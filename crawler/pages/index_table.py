"""The index table beside an article (索引号, 发布机构, 文号, …): where it stands, and its labels with their values."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice, pairwise, takewhile

from lxml.html import HtmlElement

from crawler.pages.document import squeeze, text_of
from pipelines.field.row_labels import LABELS as ROW_LABELS
from pipelines.field.row_labels import is_set_off

Around = list[tuple[str, HtmlElement]]
"""Texts, each with the element it stands in or right behind: those before an article, its first ones, the first ones after it."""

LABELS = frozenset(ROW_LABELS) | {
    "信息索引", "号", "统一编号", "登记号", "称", "文件名称", "备注", "体裁", "服务对象分类", "制发机关", "来源", "废止时间",
    "生效时间", "时效性",
}  # fmt: skip
_ANCHOR = re.compile(
    r"索\s{0,4}引\s{0,4}(?:编\s{0,4})?号|发\s{0,2}布\s{0,2}机\s{0,2}构|发\s{0,2}文\s{0,2}机\s{0,2}关|组配分类|发文字号"
)
_ANCHOR_LABELS = frozenset({
    "索引号", "发布机构", "发文机关", "组配分类", "发文字号", "公开机构", "信息索引", "信息索引号", "索引编号",
})  # fmt: skip
_SPACES = re.compile(r"[\s\u3000\xa0]+")
_PAIR = re.compile(r"^\W{0,3}([\u4e00-\u9fff/\s\u3000\xa0]{1,14}?)(?:[】\]〕]?\s{0,3}[:：]|[】\]〕])\s*(.*)$", re.DOTALL)
_BRACKETS = ":：【】[]〔〕"
_SEPARATOR = re.compile(r"[:：】\]]")
_CELLS = ("td", "th", "dt", "dd", "li", "p", "span", "strong", "b", "label", "em", "i", "a", "font", "div")
_MOST_CELLS = 300


def index_table_of(around: Around) -> HtmlElement | None:
    """The element that holds the index table (索引号, 发布机构, 文号, …); None when the page has none."""
    named = (parent for text, parent in around if len(text) < 60 and _ANCHOR.search(text))
    labelled = (cell for cell in islice(named, 40) if _label_of(text_of(cell, 300)) in _ANCHOR_LABELS)
    return next((_block_of(cell) for cell in labelled), None)


def rows_of(block: HtmlElement | None) -> dict[str, str]:
    """The rows of an index table: label without spaces -> value as printed; {} without a table.

    The value stands in the next cell, behind the label in the same one, or below it where a row holds nothing but labels.
    The first value of a label counts.
    """
    if block is None:
        return {}
    cells = list(islice((cell for cell in block.iter(*_CELLS) if cell.tag != "div" or not len(cell)), _MOST_CELLS)) or [block]
    found, listed = _in_runs(cells)
    inside = _leaves(cells, listed)
    for (cell, said), (_, follower) in pairwise([*inside, (block, "")]):
        if cell in listed:
            continue
        for label, value in _pairs(cell, said, follower):
            if value and label not in found:
                found[label] = value
    return found


def _leaves(cells: list[HtmlElement], listed: Collection[HtmlElement]) -> list[tuple[HtmlElement, str]]:
    """The cells that say something, but for those inside a cell that is nothing but a label."""
    found: list[tuple[HtmlElement, str]] = []
    label: HtmlElement | None = None
    for cell in cells:
        if label is not None and any(held is label for held in islice(cell.iterancestors(), 4)):
            continue
        if said := _said(cell):
            found.append((cell, said))
            label = cell if cell in listed or _is_label(said) else None
    return found


def _said(cell: HtmlElement) -> str:
    """The text of a cell; where one holds several rows in lines, a space between these."""
    if cell.find("br") is None:
        return text_of(cell, 300)
    lines = (f"{text_of(child, 300)} {child.tail or ''}" for child in islice(cell, 100))
    return squeeze((cell.text or "") + "".join(lines))[:300]


def _is_label(said: str) -> bool:
    """Whether a cell is a label and nothing else."""
    return len(said) <= 30 and _SPACES.sub("", said).strip(_BRACKETS) in LABELS


def _is_bare(cell: HtmlElement) -> bool:
    """Whether a cell is a label behind which no value stands in the same element."""
    return _is_label(text_of(cell, 60)) and not _tail_of(cell)


def _tail_of(cell: HtmlElement) -> str:
    return squeeze(cell.tail or "").strip(" :：|")


def _in_runs(cells: list[HtmlElement]) -> tuple[dict[str, str], set[HtmlElement]]:
    """The values of labels that stand in a run, one beside the other, with their values behind them or below; and such labels."""
    found: dict[str, str] = {}
    listed: set[HtmlElement] = set()
    for cell in cells:
        if cell in listed or not _is_bare(cell):
            continue
        run = [cell, *takewhile(_is_bare, cell.itersiblings())]
        if len(run) < 2:
            continue
        listed.update(run)
        values = [text_of(element, 300) for element in _behind_run(run[-1])]
        if len(values) == len(run) and not any(map(_label_of, values)):
            labels = (_SPACES.sub("", text_of(label, 60)).strip(_BRACKETS) for label in run)
            found = {label: value for label, value in zip(labels, values, strict=True) if value} | found
    return found, listed


def _behind_run(last: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that stand behind the last label of a run, or else those of the row or list below it."""
    if last.getnext() is not None:
        return takewhile(lambda beside: not _is_bare(beside), last.itersiblings())
    row = last.getparent()
    below = row.getnext() if row is not None else None
    if below is None and row is not None and (head := row.getparent()) is not None and head.tag == "thead":
        below = next(iter(head.itersiblings("tbody")), None)
        below = below[0] if below is not None and len(below) else None
    if below is None or _goes_on(below):
        return iter(())
    return iter(below)


def _goes_on(row: HtmlElement) -> bool:
    """Whether a second row of values follows: then the labels head a list of other documents."""
    follower = row.getnext()
    return follower is not None and len(follower) == len(row) > 0 and not _is_label(text_of(follower[0], 60))


def _pairs(cell: HtmlElement, said: str, follower: str) -> Iterator[tuple[str, str]]:
    pair = _PAIR.match(said)
    label = _SPACES.sub("", pair[1]) if pair else _SPACES.sub("", said).strip(_BRACKETS)
    if label not in LABELS:
        return
    if pair and pair[2].strip():
        yield label, pair[2].strip()
    elif tail := _tail_of(cell):
        yield label, tail
    elif not _label_of(follower) and not is_set_off(follower):
        yield label, follower


def _label_of(said: str) -> str | None:
    """The index-table label that a cell is or begins with, None for any other cell."""
    pair = _PAIR.match(said[:60])
    label = _SPACES.sub("", pair[1] if pair else said[:20]).strip(_BRACKETS)
    return label if label in LABELS else None


def _block_of(cell: HtmlElement) -> HtmlElement:
    """The table or list around a labelled cell: the nearest ancestor that holds three labels or is a table."""
    for ancestor in islice(cell.iterancestors(), 6):
        if ancestor.tag in ("table", "body"):
            return ancestor
        if len(_SEPARATOR.findall(text_of(ancestor, 600))) >= 3 and ancestor.tag in ("ul", "dl", "div", "section"):
            return ancestor
    return cell
