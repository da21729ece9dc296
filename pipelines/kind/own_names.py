"""What a page calls itself, where that is no report: a report's name in a column, a tab or a list beside it is not its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from pipelines.field.seen import Furniture, Title
from pipelines.field.titles import is_report_title, own_heading, page_names, trim
from pipelines.field.years import years_in
from pipelines.folding import fold, squeeze
from pipelines.items import View
from pipelines.kind.title_kinds import BOOK, ENDS_AS, is_bare, is_column_name, title_verdict

_DOCUMENT = re.compile(
    r"(?:报告书?|年报|总结|小结|汇报|通知|公告|通告|通报|公示|情况|统计|报表|统计表|一览表|列表|问题|说明|函|方案|要点|计划|安排|打算|办法|制度"
    r"|规定|意见|清单|目录|名单|指南|解读|简报|快报|纪要|讲话|公报|预算|决算|细则|规范|标准|评估|评价|结果|申请表|流程图?|格式|模板|式样|启事|声明|(?:情况|收支|结果|[预决]算|经费)公开)"
    r"(?:\([^()]*\))?$"
)
"""The noun that a title ends with tells what kind of document it heads."""
_NO_NAME = re.compile(
    r"[。;,!>|]|^(?:第?[一二三四五六七八九十]{1,3}[、.章部节]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d)|附)"
)
"""A sentence, a path, a row with its label, the heading of a section."""
_LABELLED = re.compile(r"^[^:]{1,8}:(?!\d)")
"""A row of the index table or a line about the page: 信息类别：年度报告."""
_PRESENTED = re.compile(r"\s*[\[(【]?(?:一图|图解|图说|解读|漫画|动漫|视频|[Hh]5)[^《]{0,6}?[|:丨—\-\])】]|\s*一?张?图[读看]懂")
"""The heading of what presents a report: 一图读懂｜…年度报告."""
_COLUMN = re.compile(
    r"公开$|公开(?:专栏|平台|网|目录|指南|制度|栏目?|专题|专区)|(?:年报|年度报告)\W*$|(?:网站?|专栏|栏目|平台|列表)$"
)
_BEHIND = re.compile(r" ?20\d\d([-./])\d{1,2}\1\d{1,2}(?!\d).*$")
"""The day and the source that some pages print in the line of the heading."""
_LONGEST, _SHORTEST = 60, 8
_SHORT = re.compile(r"(?:说明|简介|职责|须知|流程|声明|启事|通知|地图)$")
_CHAPTER = re.compile(r"第[一二三四五六七八九十]{1,3}[章节]")
_HEADS, _OPENING = 3, 1500


def _as_name(printed: str, *, known: bool) -> str | None:
    """A printed line as the name of one document of whatever kind; None for an office's, a column's, a sentence.

    What is known for the page's own name need not end like one.
    """
    name = trim(_BEHIND.sub("", printed))
    line = squeeze(fold(name))
    if not _SHORTEST <= len(line) <= _LONGEST or _NO_NAME.search(line):
        return None
    return name if known or _DOCUMENT.search(line) or ENDS_AS.search(line) else None


def _own_names(furniture: Furniture, view: View) -> Iterator[str]:
    """The names of documents where a page's own stands: heading, index table, title tag, first lines of the text.

    A heading that the title tag repeats is the page's name whatever it ends with.
    """
    typed = [name for name in page_names(furniture, view) if name]
    repeated = set(map(squeeze, typed))
    yield from _named(view.heading or "", repeated)  # nearly always a report's, and no other is asked for
    at = own_heading(furniture, view)
    own = furniture.before[at] if at is not None else ""
    yield from _named(own, repeated)
    lines = furniture.lines[:_HEADS]
    heads = set(map(squeeze, (view.heading or "", own, *lines)))
    for printed in typed:
        yield from _named(printed, heads)
    for line in lines:
        if not _LABELLED.search(fold(line)):
            yield from _named(line, repeated)


def _named(printed: str, repeated: Set[str]) -> Iterator[str]:
    """The name that a line prints, if any; `repeated` is what the page says elsewhere that it is called."""
    known = squeeze(printed) in repeated and (BOOK.search(fold(printed)) or not _COLUMN.search(printed))
    if name := _as_name(printed, known=bool(known)):
        yield name


def _short_name(furniture: Furniture, view: View) -> str | None:
    """A heading too short to be sure of (栏目说明, 第三节 政务公开): the title tag repeats it, and no report's title follows."""
    typed = {squeeze(name) for name in page_names(furniture, view) if name}
    for line in reversed(furniture.before):
        if is_report_title(trim(line)):
            return None
        said = squeeze(fold(line))
        if squeeze(line) in typed and len(said) < _SHORTEST and (_CHAPTER.match(said) or _SHORT.search(said)):
            return line
    return None


def named_else(furniture: Furniture, view: View, text: str, title: Title | None) -> Title | None:
    """The page's own name where it is that of another document; None where a report's is its own or it has none.

    A column's name in the title tag (年报_政府信息公开年报_柳河县) speaks for no page; a report's with a year does. Another
    document's counts where a reader sees it: what only tags say may be left from the page that was copied.
    """
    for printed in (view.heading, page_names(furniture, view)[0]):
        if printed and _PRESENTED.match(fold(printed)):
            return Title(printed, printed, "page")
    if short := _short_name(furniture, view):
        return Title(short, short, "page")
    heads = {view.heading and trim(view.heading), *map(trim, furniture.lines[:1])}
    names: dict[str, None] = {}
    for name in _own_names(furniture, view):
        own = years_in(name) or (name in heads and not is_bare(name))
        if own and is_report_title(name) and title_verdict(name)[0] in {"report", "silent"}:
            return None
        names[name] = None
    seen = squeeze("".join((view.heading or "", *furniture.before, text[:_OPENING])))
    others = (name for name in names if not is_column_name(name) and not is_bare(name) and squeeze(name) in seen)
    other = next(others, None)
    return Title(other, other, "page") if other and not (title and title.text == other) else None
