"""Rooms where the public may read: how many there are, wherever the sentence names them and in whatever order."""

from __future__ import annotations

import re

from pipelines.wording.around import About, Told
from pipelines.wording.claims import Claim
from pipelines.wording.cues import SUM
from pipelines.wording.lists.parts import value_of
from pipelines.wording.sentences import Sentence

_ROOM = r"(?:查[阅询]|阅览)(?:点|场所|室|中心|窗口|处|服务点|网点|专区)"
_NAMED = re.compile(_ROOM)
_KIND = r"(?:(?:标准化|便民|公共|公开|政府信息|政务公开|信息公开|信息|政务|文件|资料|专门)的?){0,4}"
_HELD = re.compile(r"(?:设|办|建|辟|有|置|放|布设|腾出|开)(?:立|置|有|出|成)?了?$")
_BEHIND = re.compile(rf"{_KIND}{_ROOM}(?:$|[^，,；;。、]{{0,12}})")
_MADE_INTO = re.compile(
    rf"(?:房间?|屋|办公室|用房)?(?:用作|作为|改作|改为|辟为|辟作|[设建列定]为|[确指]定为|明确为|作|当){_KIND}{_ROOM}"
)
_THERE = re.compile(rf"(?:[均都也]|分别|全部)?(?:设|建|开|辟|配)(?:有|立|置|了|设)?{_KIND}{_ROOM}")
_COUNTED = re.compile(rf"{_ROOM}(?:数量?|总数)?(?:共|合计|总计|一共|共计|计|为|有|达|达到)*$")
_EACH = re.compile(r"各(?:自)?(?:均)?(?:设立?|建|开|辟|布设|有|配|放)?(?:有|了|置)?$")
_NEW = re.compile(r"新[增建设添开]|增设|增加|添设|扩|改造|升级|减")
_OTHERS = re.compile(r"[省市](?:图书馆|档案馆)?.{0,6}(?:的)查阅|电脑|书柜|座|人次")
_PLACES = re.compile(r"(?:[在于和与及、]|设)*(?P<places>[^，,；;。：:\d各]{2,40}?)(?:[里内中上]|三处|两处)?(?:各|$)")
_JOINED = re.compile(r"[、和与及]|以及")
_SUCH = re.compile(rf"{_ROOM}的(?:有|是|为)[^，,；;。\d]{{4,40}}$")
_LIBRARY = re.compile(r"图书馆|档案馆|文化馆")
"""县图书馆设有查阅场所2处: its own, and others may have more."""
_PLACE = re.compile(r"(?:馆|中心|大厅|办公室|站|室|镇|乡|街道|社区|村|楼|院|所|局|书店|窗口|处)[里内]?$")


def rooms_of(about: About) -> list[Told]:
    """How many rooms there are for the public to read in; 甲、乙各设1处 are as many as the places named."""
    words, behind, text = about.words, about.behind, about.number.sentence.text
    if ("查阅" not in text and "阅览" not in text and "查询" not in text) or _NEW.search(words):
        return []
    if "图书阅览" in words + behind:
        return []
    each = _EACH.search(words)
    told = _NAMED.search(words) or _NAMED.search(about.lead) or _BEHIND.match(behind)
    if each and told:
        places = _places(words[: each.start()] or about.lead)
        return [Told("organisation.reading_points", places, first=True)] if places > 1 else []
    if about.number.state.foreign and _LIBRARY.search(words) and len(_JOINED.split(words)) == 1:
        return []
    words = _WHOLE.sub("", words)
    severally = "分别" in (words or text[: about.number.hit.start])  # 分别设查阅点1个、2个
    if severally or "每" in words or "各" in words or _OTHERS.match(behind):
        return []
    named = _COUNTED.search(words) or (_BEHIND.match(behind) and (_HELD.search(words) or not words))
    made = _MADE_INTO.match(behind) or (_THERE.match(behind) and len(_JOINED.split(words)) > 1)
    goes_on = words != "" and about.last == _POINTS
    bare = (SUM.fullmatch(words) or not words) and not behind and (_NAMED.search(about.lead) is not None or goes_on)
    listed = not behind and _SUCH.search(words)
    again = bare and (words != "" or about.last in ("", "organisation.reading_points"))
    subject = not words and not behind and any(_NAMED.search(lead) for lead in about.number.state.leads[-2:]) and not about.last
    there = not behind and (_LIES_IN.fullmatch(words) or (_NAMED.search(about.lead) and _ONLY_THERE.fullmatch(words)))
    these = _THESE.search(words) and re.match(_ROOM, behind)
    found = named or made or listed or again or subject or there or these
    return [Told("organisation.reading_points")] if found else []


_WHOLE = re.compile(r"^全[区县市旗镇乡](?:已|现)?(?=[共合总]计?)")
_LIES_IN = re.compile(
    rf"[^，,；;。\d]{{0,10}}{_ROOM}(?:[均都]|统一|集中)?(?:设立|设置|设|位|放|安排|建)?[在于][^，,；;。\d各]{{2,24}}"
)
"""查阅点设在办税大厅，1个."""
_ONLY_THERE = re.compile(r"(?:仅|只|统一|集中|另)*[在于][^，,；;。\d各]{2,14}[里内]?(?:设|建|辟|留)(?:立|有|置)?了?")
"""各分局不设查阅点，仅在县局大厅设1个."""
_THESE = re.compile(r"(?:[在到于]|通过)(?:这|上述|以上)$")
"""群众可在这12处查阅点随时翻阅."""


def _places(words: str) -> int:
    """How many places a list names (县档案馆、县图书馆和政务大厅: three); 0 where one of them is no single place."""
    plain = _NAMED.split(words)[-1] if _NAMED.search(words) else words
    plain = re.sub(r"^.*?(?:在|于|设在)", "", plain)
    parts = [part for part in _JOINED.split(plain.lstrip(".．")) if part]
    single = all(len(part) > 2 and _PLACE.search(part) and not re.search(r"[\d各每有多]", part) for part in parts)
    return len(parts) if single and len(parts) < 7 else 0


_MACHINES = re.compile(
    r"(?P<places>[^，,。；;：:\d各]{5,60})(?:[里内]|门口)?各(?:自)?(?:摆放?|放置?|装|安装|配备?|设置?|布设)(?:了|有)?(?P<one>[一1])\s?(?:台|套|部|块|张|组)[^，,。；;\d]{2,24}"
    rf"[，,]?(?:均|都)?(?:用作|作为|当作|供作)[^，,。；;\d]{{0,12}}?{_ROOM}"
)


def told_of_rooms(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claim of rooms that are no more than a machine each: 三个厅各摆了一台查询机作为查阅点.

    Rooms that are counted place by place are joined in their first claim, where each place has as many; else they go.
    """
    _join(sentence, claims)
    grown = _GROWN.search(sentence.text) if "查阅" in sentence.text and "增" in sentence.text else None
    if grown:
        for one in [one for one in claims if one.code == _POINTS and one.start >= sentence.start]:
            claims.remove(one)
        start, end = grown.span("number")
        return [Claim(_POINTS, sentence.start + start, sentence.start + end, "处", grown["number"], weak=True)]
    found = _MACHINES.search(sentence.text) if "各" in sentence.text and "查阅" in sentence.text else None
    places = _places(found["places"]) if found else 0
    if found is None or places < 2 or any(claim.code == _POINTS for claim in claims):
        return []
    start, end = found.span("one")
    return [Claim(_POINTS, sentence.start + start, sentence.start + end, "处", found["one"], weak=True, times=places)]


_GROWN = re.compile(
    r"(?:增加|增|增设|扩展|扩大)(?:到|至)了?\s?(?P<number>\d{1,4}\s?[个处间])(?:公共|政府信息|信息公开|信息|公开|集中)*查阅(?:点|场所|室|窗口)"
)
"""设立了1个公共查阅点，2008年增加到2个公共查阅点: as many as there are now."""
_SEVERALLY = re.compile(r"[在于][^，,；;。\d]{2,16}(?:设立?|建|开辟?)(?:了|有|立|置)?$")
"""在档案馆设立了1个查阅中心，在图书馆设立了1个查阅点."""


def _join(sentence: Sentence, claims: list[Claim]) -> None:
    """Joins the counts of rooms that a sentence gives place by place."""
    mine = [one for one in claims if one.code == _POINTS and one.start >= sentence.start and not one.zero]
    if len(mine) < 2 or not all(_SEVERALLY.search(sentence.text, 0, one.start - sentence.start) for one in mine):
        return
    alike = len({value_of(one) for one in mine}) == 1
    for one in mine[1:] if alike else mine:
        claims.remove(one)
    mine[0].times = len(mine)


_POINTS = "organisation.reading_points"
