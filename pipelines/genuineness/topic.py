"""Pages on which somebody's words stand for 政府信息公开 itself: found by the Regulation's name and the title, and put back.

A page of that kind is still a report: with the phrase put back it is classified and read like any other, and its verdict
says what stood there. The kits replace the phrase everywhere, some break the line after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from pipelines.field.seen import Stranger
from pipelines.folding import squeeze
from pipelines.genuineness.offices import is_foreign_name
from pipelines.genuineness.words import compact
from pipelines.items import View
from pipelines.layout.markup import blocks_of
from pipelines.outline import Outline, outline_of_blocks
from pipelines.tables import RawTable

TOPIC = "政府信息公开"
MEASURED = 60_000
"""Characters of a text in which the phrase is looked for."""

_LAW = re.compile(r"中华人民共和国([^》《。；;:：]{1,60}?)\s{0,3}条例")
_OWN = re.compile("信息公开|资讯公开|政务公开|資訊公開|信息公開|資訊公开")
_TITLE = re.compile(r"(?:20\d\d年?度?)([^年]{2,40}?)(?:工作)?(?:年度)?(?:工作)?(?:报告|年报|报告书)")
_TAILS = re.compile(r".*(?:[省市县区旗州盟乡镇局委厅办]|街道|苏木|政府|办公[室厅]|办事处|中心|年度)")
_FRAMES = ["工作", "条例", "申请", "目录", "指南", "年度", "专栏", "制度", "栏目", "审查", "条", "网"]
_RECURS = 4
"""Times that words of no known kind must stand where the phrase stands (…工作, …申请, …指南) to be taken for it."""


def stranger_in(text: str, titles: Iterable[str | None]) -> Stranger | None:
    """What stands in the place of the topic phrase in a report's text or, where the text never has it, in its titles."""
    measured = text[:MEASURED]
    words = next((found for found in map(_said, _LAW.findall(measured)) if found and _is_strange(found, measured)), None)
    if words is None and sum(1 for _ in islice(_OWN.finditer(measured), 3)) < 3:
        named = [found for title in titles if title for found in [_from_title(title)] if found]
        words = next((found for found in named if _is_strange(found, measured)), None)
    if words is None:
        return None
    pattern = Stranger(words, False).pattern
    ends = sum(measured[match.end() : match.end() + 1] == "\n" for match in pattern.finditer(measured))
    return Stranger(words, 2 * ends > len(pattern.findall(measured)))


def _said(printed: str) -> str | None:
    """What the law's name says without spaces; None where it is the Regulation's own name."""
    words = squeeze(printed)
    return None if len(words) < 2 or _OWN.search(words) else words


def _from_title(title: str) -> str | None:
    """What a report's title has between its year or office and the word report, where it does not name openness."""
    bare = squeeze(title)
    match = None if _OWN.search(bare) else _TITLE.search(bare)
    if match is None:
        return None
    words = match[1]
    office = _TAILS.match(words[:-1])
    rest = words[office.end() :] if office else words
    return rest if len(rest) >= 2 else None


def _is_strange(words: str, text: str) -> bool:
    """True for words of the known trades, and for any words that stand throughout where only the phrase can stand."""
    if is_foreign_name(words):
        return True
    flat, bare = squeeze(text), squeeze(words)
    framed = sum(flat.count(bare + frame) for frame in _FRAMES)
    return framed >= _RECURS and 3 * len(_OWN.findall(flat)) <= framed and "法" not in compact(bare)


# --- put back ---


def restored_outline(view: View, stranger: Stranger) -> Outline:
    """The outline of the view's article with the topic phrase put back."""
    blocks, cut = blocks_of(view.content, view.styles)
    outline = outline_of_blocks(_mended(blocks, stranger, stranger.pattern))
    return replace(outline, cut=True) if cut else outline


def restored_view(view: View, stranger: Stranger) -> View:
    """The view with the topic phrase put back in all its words; its element stays as it came."""
    pattern = stranger.pattern

    def mend(text: str) -> str:
        return pattern.sub(TOPIC, text)

    return replace(
        view,
        title=mend(view.title) if view.title else view.title,
        heading=mend(view.heading) if view.heading else view.heading,
        meta={name: mend(said) for name, said in view.meta.items()},
        breadcrumb=tuple(map(mend, view.breadcrumb)),
        rows={label: mend(said) for label, said in view.rows.items()},
        date_line=mend(view.date_line) if view.date_line else view.date_line,
    )


def as_printed(title: str, stranger: Stranger) -> str:
    """The title as the page prints it: the words that were taken out, in it again."""
    return title.replace(TOPIC, stranger.words)


def _mended(blocks: list[str | RawTable], stranger: Stranger, pattern: re.Pattern[str]) -> list[str | RawTable]:
    mended: list[str | RawTable] = []
    broken = False
    for block in blocks:
        if isinstance(block, RawTable):
            _mend_table(block, stranger, pattern)
            mended.append(block)
            broken = False
            continue
        line = pattern.sub(TOPIC, block)
        ends = stranger.breaks and line != block and line.endswith(TOPIC)
        if broken and mended and isinstance(mended[-1], str):
            mended[-1] += line
        else:
            mended.append(line)
        broken = ends
    return mended


def _mend_table(table: RawTable, stranger: Stranger, pattern: re.Pattern[str]) -> None:
    for row in table.rows:
        for cell in row.cells:
            cell.text = pattern.sub(TOPIC, cell.text)
        for number, blocks in (row.blocks or {}).items():
            assert row.blocks is not None
            row.blocks[number] = _mended(blocks, stranger, pattern)
