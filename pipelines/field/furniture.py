"""What stands round a report: the index table, the line with date and source, the breadcrumb; from the view or from the text.

A page object gives most of it ready; a page whose text was saved bare has it as the first lines of the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipelines.field.day_labels import Matter, labelled_as
from pipelines.field.names import is_name, is_office
from pipelines.field.published import signed_day
from pipelines.field.row_labels import LABELS, SPELLED, is_set_off
from pipelines.field.seen import Furniture
from pipelines.field.surroundings import lines_before, lines_behind
from pipelines.field.titles import NAME_ROWS, is_report_title, trim
from pipelines.folding import fold, squeeze
from pipelines.items import View
from pipelines.outline import Outline

HEAD = 3000
"""Characters at the head of a text that are searched for furniture and titles."""

_MARKS = ("索引号", "索引编号", "发文字号", "文号", "发文机关", "发布机构", "主题分类", "信息分类", "组配分类", "信息名称")
_INITIALS = frozenset(mark[0] for mark in _MARKS)
_MARK = re.compile("|".join(r"\s{0,3}".join(mark) for mark in _MARKS))
_LABEL = re.compile(rf"(?:^|(?<=[ |\t(]))\[? ?({SPELLED})[ \t]{{0,3}}\]?[ \t]{{0,3}}(:?)")
_CRUMB = re.compile(r"(?:当前|所在|现在|您)[^:>]{0,4}位置[是为: ]{0,3}|位置 ?[是为:]{1,2}|您现?在[的这]?")
_HOME = re.compile(r"(?=\s{0,4}(?:网站)?首页\s{0,4}[>›»→＞])")
"""A path that says of itself no more than where it begins: 首页 >> 信息公开."""
_DATE_LINE = re.compile(
    r"(?:发布|公开|发文|生成|成文|更新|提供|录入|上传|创建|添加|时)(?:日期|时间|间)|日期[:]|时间[:]|20\d\d[-./年]\d"
)
_STOP = re.compile(r"本报告|本年报|根据《|按照《|一、|特向社会")


def _cells(line: str) -> list[tuple[str, str, bool]]:
    """Labels and values of one line of an index table: 发文机关政府办 主题词 -> two labels, the second without value."""
    folded = fold(line)
    hits = list(_LABEL.finditer(folded))
    if not hits or folded[: hits[0].start()].strip(" |\t("):
        return []
    ends = [hit.start() for hit in hits[1:]] + [len(line)]
    return [(squeeze(hit[1]), line[hit.end() : end].strip(" \t|"), bool(hit[2])) for hit, end in zip(hits, ends, strict=True)]


def _is_table(lines: tuple[str, ...]) -> bool:
    bare = (line.lstrip("[【(（ ") for line in lines)
    return any(_MARK.match(line) for line in bare if line[:1] in _INITIALS)


def _text_rows(lines: tuple[str, ...]) -> dict[str, str]:
    """The index table that stands as plain lines at the head of a text; {} unless one of its typical labels is there."""
    rows: dict[str, str] = {}
    if not _is_table(lines):
        return rows
    waiting: str | None = None
    for line in lines:
        if len(line) > 200 or _STOP.search(line):
            break
        cells = _cells(line)
        if not cells and waiting and not is_set_off(line) and (waiting in NAME_ROWS or not is_report_title(trim(line))):
            rows[waiting] = line.strip()
        waiting = None
        for label, value, _ in cells:
            if value:
                rows.setdefault(label, value)
        if len(cells) == 1 and not cells[0][1]:
            waiting = cells[0][0]
    return rows


_DIVIDED = re.compile(r"[:：\]】]")


def _apart(rows: Mapping[str, str]) -> dict[str, str]:
    """The rows, those taken apart in whose value further labels stand: 索引号 -> "X 生成日期: Y" is two."""
    found: dict[str, str] = {}
    for label, value in rows.items():
        cells = _cells(f"{label}: {value}") if label in LABELS and _DIVIDED.search(value) else []
        for name, said in [(name, said) for name, said, _ in cells] if len(cells) > 1 else [(label, value)]:
            found.setdefault(name, said.strip(" \t|:"))
    return found


def head_lines(outline: Outline, start: int, end: int) -> tuple[str, ...]:
    """The non-empty lines at the head of a part of the text, at most 80 of them, pipes at their ends taken off."""
    head = outline.text[start : min(end, start + HEAD)]
    lines = (line.strip(" \t|•·●") for line in head.split("\n"))
    return tuple([line for line in lines if line][:80])


def _crumbs(lines: tuple[str, ...]) -> tuple[str, ...]:
    for line in lines[:20]:
        if len(line) > 150:
            continue
        match = _CRUMB.search(fold(line)) if "位置" in line or "您" in line else _HOME.match(line)
        if match and match.start() < 8:
            parts = re.split(r"[>›»→＞/]|&gt;", line[match.end() :])
            crumbs = tuple(part.strip(" :：") for part in parts if part.strip(" :："))
            if len(crumbs) > 1:
                return crumbs
    return ()


def _dated(lines: tuple[str, ...], rows: Mapping[str, str]) -> list[str]:
    """The lines that carry a date of the page: short, no sentence, no stretch from one day to another, no row of the table."""
    found = []
    for line in lines:
        if len(line) > 150 or "。" in line or not _TWO.search(line):
            continue
        folded = fold(line)
        if not _DATE_LINE.search(folded) or _SPAN.search(folded):
            continue
        if not (rows and _cells(line)):
            found.append(line)
    return found


_TWO = re.compile("[2２二]")  # every year of these reports begins with it
_SPAN = re.compile(r"[日\d](?:起)? ?(?:至|到|-{1,3}|~) ?(?:20\d\d ?[年./-])\d|期限|截[至止]")


def _is_body(line: str) -> bool:
    return len(line) > 100 or (len(line) > 20 and _STOP.search(line) is not None)


def _below_title(before: tuple[str, ...]) -> tuple[str, ...]:
    """Of the last lines above the article those behind its title: dates above the title belong to lists beside the page."""
    near = before[-12:]
    titles = [at for at, line in enumerate(near) if "报告" in line or "年报" in line or "总结" in line]
    return near[titles[-1] :] if titles else near


def _outside(line: str | None, outline: Outline, start: int, end: int) -> tuple[str, ...]:
    """The view's date line, unless it was taken from the foot of the article, which is a colophon, or from another's part."""
    if not line or outline.text.find(line.strip(), start + HEAD // 2) >= 0:
        return ()
    at = outline.text.find(line.strip())
    return (line,) if at < 0 or start <= at < end else ()


def furniture_of(view: View, outline: Outline, start: int, end: int) -> Furniture:
    """The furniture of the part `start` to `end`: seen by the view, before the article, in its first lines."""
    lines = head_lines(outline, start, end)
    before = lines_before(view.content, view.styles)
    opening = lines[: next((at for at, line in enumerate(lines) if _is_body(line)), 20)][:20]
    seen = {squeeze(label).strip(":："): value for label, value in view.rows.items() if value.strip()}
    in_text = {} if seen else {**_text_rows(opening), **_text_rows(before)}
    rows = _apart(seen) or in_text
    dated = [
        *_dated(_outside(view.date_line, outline, start, end), {}),
        *reversed(_dated(_below_title(before), rows)),
        *_dated(opening, in_text),
    ]
    crumbs = view.breadcrumb or _crumbs(before) or _crumbs(lines)
    foot = _foot(lines_behind(view.content)) if end >= len(outline.text) else ()
    return Furniture(rows, lines, tuple(dated), crumbs, before, _site_names(view), foot)


def _foot(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Of the lines right behind the article those that sign it: offices' names down to the day; () without a day."""
    said = tuple(_SEAL.sub("", fold(line)) for line in lines)
    for at, line in enumerate(said):
        if signed_day(line):
            return said[: at + 1]
        if not (is_name(line) and is_office(line)) or labelled_as(line) is Matter.OTHER:
            break
    return ()


_SEAL = re.compile(r"\((?:盖章|公章|印章|印|章)\)|: ?$")


_SITE_TAIL = re.compile(r"(?:门户|政务|官方)*(?:网站?|信息网|公众信息网|政务网)$")


def _site_names(view: View) -> tuple[str, ...]:
    """What the page says the site or the source is called: ContentSource, SiteName, the pieces of the title tag."""
    tags = [view.meta.get("contentsource", ""), view.meta.get("sitename", ""), *re.split(r"[-_|—－]", view.title or "")]
    names = (_SITE_TAIL.sub("", squeeze(tag)) if "网" in tag else squeeze(tag) for tag in tags if tag)
    return tuple(dict.fromkeys(name for name in names if name))
