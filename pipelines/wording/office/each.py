"""What each of several named places or days had (大厅和文化站各设1个查阅点): as many as are named, none where some are not."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipelines.numbers import read_number

LEAST, MOST = 2, 8
"""One is no list, and more than eight are not named in one breath."""

_EACH = re.compile(
    r"(?P<head>(?:(?:20\d\d年度?|[全本今当]年度?|年内|我[县区市局镇乡委办]|[镇乡县局区市]里|街道|[省市县区州旗镇乡]?(?:人民)?政府|政府办|办公室|全[县区市镇乡局]的?|召开|举行|开展|还|已|先后|[，,])*(?:分别)?[在于]?))"
    r"(?P<named>[^，,。；;：:（）()在]{3,60}?)(?:[内里上])?(?:[，,](?P<who>[^，,。；;：:（）()\d在]{0,12}?))?[又也还都均]?(?:(?:分别)?各自?|分别)"
    r"(?P<verb>[^，,。；;各\d]{0,14}?)(?P<count>\d{1,2}|[一二两三四五六七八九])\s?(?P<unit>[个处间次期场班回])"
)
JOINED = re.compile(r"以及|[、和及与]")
_DAY = re.compile(
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|[初中末底]|[上中下]旬|\d{1,2}[日号])?|[上下]半年|(?:今年)?年[初中末底]|岁末|第?[一二三四]季度|[春夏秋冬]季"
)
ONE_DAY = re.compile(r"\d{1,2}月(?:份|[初中末底]|[上中下]旬|\d{1,2}[日号])")
"""A day or month on which something was held: once, where no more is said."""
_KINDS = r"(?:部署|推进|总结|动员|碰头|调度|现场|协调|联席|通报|布置|点评|讲评|座谈|例|专题|工作|领导小组|成员单位|大)"
_MEETING = re.compile(rf"(?:政府信息公开|信息公开|政务公开)?{_KINDS}{{1,4}}会议?")
_PLACE = re.compile(
    r"[^\d各每等有多]{0,12}(?:[厅馆站院楼室所局处办队店校]|中心|窗口|社区|街道|[^\d各每等][村镇乡科股组]|广场|超市|门口|小学|中学)[里内]?"
)
_ANY = re.compile(r"(?:行政|自然|机关|乡镇|基层|各)*(?:社区|村居|村|单位|部门|站所|科室|股室|局|所|站|处|室)")
"""社区: which of them is left open."""


class Each(NamedTuple):
    """Several of a kind: where the words of the first begin, how many there are of it all, and of what kind they are."""

    start: int
    verb: str
    value: int
    unit: str
    kind: str


NUMBER = r"(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,4})?|\d{1,5}(?:\.\d{1,4})?|[一二两三四五六七八九十百]{1,6})"
"""A count as such sentences print it: 1,204, 3.5, 十二."""
_COUNTED = re.compile(
    rf"(?P<number>{NUMBER})\s?(?P<unit>人次|场次|班次|万元|[名人位个处间家期次场班元])?(?:[（(][^（）()\d]{{2,40}}[）)]|[^，,、；;。\d和]{{1,8}}会议?)?(?P<end>[、和及与]|[，,](?!\d{{3}}(?!\d))|以及|$)"
)


def sum_of_parts(text: str) -> str:
    """The number and unit that several counts make together (动员会1次、推进会2次: 3次); "" where a text is no such list."""
    counted = list(_COUNTED.finditer(text))
    units = {match["unit"] for match in counted if match["unit"]}
    if len(counted) < LEAST or len(units) > 1 or counted[-1].end() < len(text):
        return ""
    unit = next(iter(units), "人次")
    values = [read_number(match["number"] + unit).value for match in counted]
    if None in values:
        return ""
    return f"{sum(filter(None, values))}{unit}"


def each_named(text: str) -> Each | None:
    """What a text that ends in a number says each of the places, days or meetings it names had; None where any is unnamed."""
    found = _EACH.fullmatch(text) if "各" in text or "分别" in text else None
    parts = [part.strip() for part in JOINED.split(found["named"])] if found else []
    kind = _kind_of(parts)
    if found is None or not kind or (found["who"] is not None and kind != "days"):
        return None
    count = read_number(found["count"] + "个").value
    return Each(found.start("named"), found["verb"], len(parts) * int(count), found["unit"], kind) if count else None


def _kind_of(parts: list[str]) -> str:
    """Of what kind all of the parts are: days, meetings, places; "" where they are of several, or too few or too many."""
    if not LEAST <= len(parts) <= MOST or len(set(parts)) < len(parts):
        return ""
    for kind, pattern in (("days", _DAY), ("meetings", _MEETING)):
        if all(pattern.fullmatch(part) for part in parts):
            return kind
    return "places" if all(_PLACE.fullmatch(part) and not _ANY.fullmatch(part) for part in parts) else ""


def places_named(text: str) -> int:
    """How many places or offices a list names (县档案馆、县图书馆和政务大厅: 3); 0 where one of them is no single place."""
    parts = [part for part in JOINED.split(text) if part]
    return len(parts) if _kind_of(parts) == "places" and all(len(part) > 1 for part in parts) else 0
