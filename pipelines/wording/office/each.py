"""What each of several named places or days had (大厅和文化站各设1个查阅点): as many as are named, none where some are not."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipelines.numbers import read_number

LEAST, MOST = 2, 6
"""One is no list, and more than six are not named in one breath."""

_EACH = re.compile(
    r"(?P<head>(?:(?:20\d\d年度?|[全本今当]年度?|年内|我[县区市局镇乡委办]|街道|还|已|先后|[，,])*(?:分别)?[在于]?))"
    r"(?P<named>[^，,。；;：:（）()在]{3,60}?)(?:[内里上])?[又也还都均]?(?:(?:分别)?各自?|分别)(?P<verb>[^，,。；;各\d]{0,14}?)"
    r"(?P<count>\d{1,2}|[一二两三四五六七八九])\s?(?P<unit>[个处间次期场班])"
)
_JOINED = re.compile(r"以及|[、和及与]")
_DAY = re.compile(
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|[初中末底]|[上中下]旬|\d{1,2}[日号])?|[上下]半年|(?:今年)?年[初中末底]|第?[一二三四]季度|[春夏秋冬]季"
)
_PLACE = re.compile(r"[^\d各每等]{0,12}(?:[厅馆站院楼室所局处]|中心|窗口|社区|[^\d各每等]村|广场|超市|阅览室)")
_ANY = re.compile(r"(?:行政|自然|机关|乡镇|基层|各)*(?:社区|村居|村|单位|部门|站所|科室|股室|局|所|站|处|室)")
"""社区: which of them is left open."""


class Each(NamedTuple):
    """Several of a kind: where the words of the first begin, how many there are of it all, whether they are days."""

    start: int
    verb: str
    value: int
    unit: str
    days: bool


_KINDS = r"(?:部署|推进|总结|动员|碰头|调度|现场|协调|联席|通报|布置|点评|讲评|座谈|例|专题|工作|领导小组|部署动员|大)"
_COUNT = r"(?:\d{1,2}|[一二两三四五六七八九十])"
_CHAIN = re.compile(
    rf"{_KINDS}{{1,3}}会议?{_COUNT}\s?[次场](?:[、，,和及]{{1,2}}(?:召开)?{_KINDS}{{1,3}}会议?{_COUNT}\s?[次场]){{1,5}}"
)
_COUNTED = re.compile(rf"{_COUNT}(?=\s?[次场])")


def meetings_named(text: str) -> re.Match[str] | None:
    """Meetings of several kinds that are counted one after another: 动员会1次、推进会2次."""
    return _CHAIN.search(text) if "会" in text else None


def sum_of_meetings(text: str) -> int:
    """How many meetings a text that is such a list counts together; 0 where it is none."""
    if "会" not in text or not _CHAIN.fullmatch(text):
        return 0
    return sum(int(read_number(f"{count}次").value or 0) for count in _COUNTED.findall(text))


def each_named(text: str) -> Each | None:
    """What a text that ends in a number says each of the places or days that it names had; None where some stay unnamed."""
    found = _EACH.fullmatch(text) if "各" in text or "分别" in text else None
    parts = [part.strip() for part in _JOINED.split(found["named"])] if found else []
    if found is None or not LEAST <= len(parts) <= MOST or len(set(parts)) < len(parts):
        return None
    days = all(_DAY.fullmatch(part) for part in parts)
    if not days and not all(_PLACE.fullmatch(part) and not _ANY.fullmatch(part) for part in parts):
        return None
    count = read_number(found["count"] + "个").value
    return Each(found.start("named"), found["verb"], len(parts) * int(count), found["unit"], days) if count else None
