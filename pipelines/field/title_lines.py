"""What tells of the lines round a title which of them are none of it: rows, paths, days, other offices, sections."""

from __future__ import annotations

import re

from pipelines.field.row_labels import is_row, names_row
from pipelines.folding import fold, squeeze

_LIST_LABEL = re.compile(
    r"(?:标题|名称|信息名称|(?:您?当前|所在)?.{0,4}位置|首页|发布|来源|时间|附件|[上下前后]一[篇条]|[上下前后][篇条页][:\]]"
    r"|\[[上下前后]一?[篇条页]\]|相关(?:链接|新闻|信息|文章|阅读|内容|文档)[:\]]"
    r"|[^:]{0,6}(?:分类|索引号|文号|机构|日期|关键词|主题词|文字号) ?:)"
)


_LABEL_ALONE = re.compile(r"[^:]{1,10}: ?|\[[^\[\]]{1,10}\]")


def is_label(line: str) -> bool:
    """Whether a line is a label and nothing else, so that its value stands in the next one."""
    return _LABEL_ALONE.fullmatch(fold(line)) is not None or names_row(line)


_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|第[一二三四五六七八九十]+[章部节]")
_ENDED = re.compile(r"(?:要点|目录|指南|方案|计划|制度|办法|规定|细则|规范|意见|清单)$")


def begins_anew(above: str, line: str) -> bool:
    """Whether a line cannot go on with the title above it: it is numbered, or that one has come to its end as something else."""
    return _NUMBERED.match(fold(line)) is not None or _ENDED.search(squeeze(fold(above))) is not None


CLOSES = re.compile(
    r" ?\(?(?:20\d\d|[二2][〇零○oO0][〇零○oO0一二三四五六七八九]{2}) ?年"
    r" ?[\d一二三四五六七八九十]{1,2} ?月 ?[\d一二三四五六七八九十]{1,3} ?日 ?\)? ?"
    r"|\((?:此件|本文|此文)[^()]{2,12}\)|[\[(]?20\d\d([-./])\d{1,2}\1\d{1,2}(?: \d{1,2}:\d\d(?::\d\d)?)?[\])]?"
)
"""A line that ends a letter or is the page's: its day, 此件公开发布."""


_PATH = re.compile(r"(?:位置|首页)[^。]{0,6}(?:[:：>→»＞]|首页)")


def is_path(line: str) -> bool:
    """Whether a line is the path to the page: 您现在的位置：首页 → 公告. What stands above it is the site's."""
    return _PATH.search(line) is not None


def is_furniture(line: str) -> bool:
    """Whether a line is the path to the page or a labelled row: 您当前所在位置：首页 > 政府信息公开年报 ends no title."""
    return is_row(line) or is_label(line) or _LIST_LABEL.match(squeeze(fold(line))) is not None


_RANKS = {sign: rank for rank, signs in enumerate(("省", "市州盟", "县区旗", "乡镇道")) for sign in signs}
_SEAT = re.compile(r"[\u4e00-\u9fff]{1,7}?([省州盟县旗乡]|市(?![场政容])|(?<![发新园景技度社管林矿])区|(?<![城乡])镇|街道)")


def is_seat_of(above: str, title: str) -> bool:
    """Whether a line may open a title that begins with a place of its own: only with the place over that, no other office."""
    seat = _SEAT.match(fold(title))
    if seat is None:
        return True
    rank, over = _RANKS[seat[1][-1]], _RANKS.get(_YEAR_BEHIND.sub("", fold(above))[-1:], 9)
    return over < rank or over == rank == 1  # a city's districts may be cities


_YEAR_BEHIND = re.compile(r"20\d\d年?度?$")
