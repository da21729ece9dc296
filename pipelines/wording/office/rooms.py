"""Rooms where the public may read: how many there are, wherever the sentence names them and in whatever order."""

from __future__ import annotations

import re

from pipelines.numbers import read_number
from pipelines.wording.around import About, Told
from pipelines.wording.claims import Claim
from pipelines.wording.cues import SUM
from pipelines.wording.lists.parts import value_of
from pipelines.wording.office.each import JOINED, places_named
from pipelines.wording.owned import own_domains
from pipelines.wording.sentences import Sentence

_ROOM = r"(?:查[阅询]|阅览)(?:点|场所|室|中心|窗口|处|服务点|网点|专区|角)"
_NAMED = re.compile(_ROOM)
_KIND = r"(?:(?:标准化|便民|公共|公开|政府信息|政务公开|信息公开|信息|政务|文件|资料|专门)的?){0,4}"
_HELD = re.compile(r"(?:设|办|建|辟|有|置|放|布设|腾出|开)(?:立|置|有|出|成)?了?$")
_WITH_REQUESTS = re.compile(
    rf"(?:政府信息|信息公开|依|信息|公开){{0,3}}申请(?:受理|接收|办理)?[、和及与兼](?:查询[、和及与])?(?={_KIND}{_ROOM})"
)
"""信息申请受理和公共查阅点: one place for both."""
_BEHIND = re.compile(rf"{_KIND}{_ROOM}(?:$|[^，,；;。、]{{0,12}})")
_MADE_INTO = re.compile(
    rf"(?:房间?|屋|办公室|用房)?(?:用作|作为|改作|改为|辟为|辟作|[设建列定]为|[确指]定为|明确为|作|当){_KIND}{_ROOM}"
)
_THERE = re.compile(rf"(?:[均都也]|分别|全部)?(?:设|建|开|辟|配)(?:有|立|置|了|设)?{_KIND}{_ROOM}")
_COUNTED = re.compile(rf"{_ROOM}(?:数量?|总数)?(?:共|合计|总计|一共|共计|计|为|有|达|达到|保持在?|维持在?|稳定在)*$")
_EACH = re.compile(r"各(?:自)?(?:均)?(?:设立?|建|开|辟|布设|有|配|放)?(?:有|了|置|立)?$")
_NEW = re.compile(r"新[增建设添开]|增设|增加|添设|扩|改造|升级|减")
_OTHERS = re.compile(r"[省市](?:图书馆|档案馆)?.{0,6}(?:的)查阅|电脑|书柜|座|人次")
_SUCH = re.compile(rf"{_ROOM}的(?:有|是|为)[^，,；;。\d]{{4,40}}$")
_LIBRARY = re.compile(r"图书馆|档案馆|文化馆")
"""县图书馆设有查阅场所2处: its own, and others may have more."""


def rooms_of(about: About) -> list[Told]:
    """How many rooms there are for the public to read in; 甲、乙各设1处 are as many as the places named."""
    words, behind, text = about.words, about.behind, about.number.sentence.text + about.number.state.section.innermost
    if about.names and _NAMED.search(behind):
        behind = next((behind.removeprefix(own) for own in own_domains(about.names[0]) if behind.startswith(own)), behind)
    joint = _WITH_REQUESTS.match(behind) if "申请" in behind else None
    behind = behind[joint.end() :] if joint else behind
    if ("查阅" not in text and "阅览" not in text and "查询" not in text and "查的" not in text) or _NEW.search(words):
        return []
    if "图书阅览" in words + behind:
        return []
    if "的" in words and not behind and _WHERE_ONE_READS.fullmatch(words):
        return [Told("organisation.reading_points", anywhere=True)]
    if _BESIDE_ROOMS.search(words):
        return [Told("organisation.reading_points", first=True)]
    each = _EACH.search(words)
    headed = "查阅" in about.number.state.section.innermost and not behind
    if headed and _UNDER_HEAD.fullmatch(words) and _ROOMS_HEAD.fullmatch(about.number.state.section.innermost):
        return [Told("organisation.reading_points")]
    told = headed or _NAMED.search(words) or _NAMED.search(about.lead) or _BEHIND.match(behind)
    if each and told:
        places = _places(words[: each.start()] or about.lead)
        return [Told("organisation.reading_points", places, first=True)] if places > 1 else []
    only = about.number.unit in "处间" and not behind and _HAS_ONLY.fullmatch(words)
    if only:
        return [Told("organisation.reading_points")]
    if about.number.state.foreign and _LIBRARY.search(words) and len(JOINED.split(words)) == 1:
        return []
    if _OTHER_POINT.fullmatch(words) and not behind:
        return []  # 查阅点管理规范，公开栏3个
    words = "" if _OTHER_POINT.fullmatch(words) else _WHOLE.sub("", words)
    if _NUMBERED.fullmatch(words) and _ROOM_LAST.search(about.lead):
        return [Told("organisation.reading_points")]
    if _are_places(about, words):
        return [Told("organisation.reading_points", first=True)]
    if about.number.unit == "-":
        return []
    severally = "分别" in (words or text[: about.number.hit.start])  # 分别设查阅点1个、2个
    if severally or "每" in words or ("各" in words and not _IN_ALL.search(words)) or _OTHERS.match(behind):
        return []
    named = _COUNTED.search(words) or (_BEHIND.match(behind) and (_HELD.search(words) or not words or _THOSE.fullmatch(words)))
    made = _MADE_INTO.match(behind) or (_THERE.match(behind) and len(JOINED.split(words)) > 1)
    goes_on = words != "" and about.last == _POINTS
    named_before = _NAMED.search(about.lead) is not None
    bare = (SUM.fullmatch(words) or not words or _UNDER_HEAD.fullmatch(words)) and not behind and (named_before or goes_on)
    listed = not behind and _SUCH.search(words)
    again = bare and (words != "" or about.last in ("", "organisation.reading_points"))
    subject = not words and not behind and any(_NAMED.search(lead) for lead in about.number.state.leads[-2:]) and not about.last
    there = not behind and (_LIES_IN.fullmatch(words) or (_NAMED.search(about.lead) and _ONLY_THERE.fullmatch(words)))
    these = _THESE.search(words) and _BEHIND.match(behind)
    area = about.number.unit in "处间个" and _AREA.search(words) and _FOR_READERS.match(behind)
    found = named or made or listed or again or subject or there or these or area
    return [Told("organisation.reading_points", first=joint is not None)] if found else []


_ROOMS_HEAD = re.compile(
    rf"(?:[（(]?[一二三四五六七八九十\d]{{1,3}}[)）、.．]+\s?)?(?:设置|公共|集中|便民|政府信息|信息公开|公开|信息)*{_ROOM}(?:的?(?:设置|建设|情况|数量|数))*[：:。]?"
)
_UNDER_HEAD = re.compile(
    r"(?:20\d\d年度?|[全今本]年度?|截至?年底|目前|现|[全我本][县区市州旗镇乡局]|街道)*(?:已|共|合计|累计|一共|总共|总数|计)*(?:设置?|设立|建成?|建有|有|开设|布设)?(?:有|了)?(?:共|为|是)?"
)
"""全区共设29个 under 查阅点."""
_IN_ALL = re.compile(
    rf"各[^，,；;。\d]{{2,30}}(?:共|合计|一共|总共|共计)(?:布设|设|建|开辟|辟|有|开)(?:立|置|成|有|了)?{_KIND}{_ROOM}$"
)
"""各林场、管护站合计设立查阅点14个: all of them together."""
_AREA = re.compile(r"(?:设|辟|建|开|腾出?|划出?)(?:立|置|有|了|出)?[^，,；;。\d]{0,8}(?:专区|专室|区域|场所|场地|房间?)$")
_FOR_READERS = re.compile(
    r"(?:专门|专)?(?:用于|供)(?:广大)?(?:群众|公众|百姓|村民|居民|市民|企业|来人|社会)*(?:免费|随时|自行|前来|现场)?"
    r"(?:查阅|翻阅|查询)"
)
"""辟出专区2处供企业查阅."""
_WHERE_ONE_READS = re.compile(
    r"(?:[^，,；;。\d]{0,24}?(?:这样|这些|等))?[^，,；;。\d]{0,10}?(?:能|可以?|供人?)(?:[^，,；;。\d]{0,6}?)(?:查阅|翻阅|查询|查)(?:得?到)?(?:政府|公开)*(?:信息|资料|文件)?"
    r"的(?:地方|场所|去处|地点)(?:一共|总共|共|就|只|仅|有|达|已)*"
)
"""图书馆、办事大厅这样能坐下来查的地方有26处."""
_OTHER_POINT = re.compile(
    r"[^，,。；;\d]{0,8}(?:受理点|受理窗口|受理处|受理场所|服务点|服务窗口|公开栏|公示栏|查询机|触摸屏|一体机)"
)
"""设立1个申请受理点和1个公共查阅点: what the number before counts."""
_BESIDE_ROOMS = re.compile(rf"{_ROOM}[、和与及]{_OTHER_POINT.pattern}各$|{_OTHER_POINT.pattern}[、和与及]{_KIND}{_ROOM}各$")
"""设立查阅点和申请受理点各1个."""
_NUMBERED = re.compile(r"(?:数目|数量|总数)(?:共|为|是|有)*")
_ROOM_LAST = re.compile(rf"{_ROOM}$")
_OPEN_FOR = re.compile(
    r"\s?[，,](?:[均都]|全部)?(?:可供?|供)[^，,。；;\d]{0,8}(?:查阅|查询|翻阅)(?:[^，,。；;\d]{0,4}信息)?(?=[，,。；;]|$)"
)
_ALL_PLACES = re.compile(r"(?:等|[共总合]计?|[均都])+$")


def _are_places(about: About, words: str) -> bool:
    """Whether a number is that of the places named before it, where the public may read: 政府门口、卫生院共两处，可供查阅."""
    text, number = about.number.sentence.text, about.number
    read_there = _OPEN_FOR.match(text, number.hit.end) or "查阅" in number.state.section.innermost
    return bool(read_there) and not about.behind and places_named(_ALL_PLACES.sub("", words)) == about.value()


_WHOLE = re.compile(r"^全[区县市旗镇乡](?:已|现)?(?=[共合总]计?)")
_LIES_IN = re.compile(
    rf"[^，,；;。\d]{{0,10}}{_ROOM}(?:[均都]|统一|集中)?(?:设立|设置|设|位|放|安排|建)?[在于][^，,；;。\d各]{{2,24}}"
)
"""查阅点设在办税大厅，1个."""
_HAS_ONLY = re.compile(rf"[^，,；;。\d]{{0,10}}{_ROOM}(?:目前|现在|今年|还)?(?:只|仅|就|共)?有[^，,；;。\d各]{{2,14}}")
"""查阅点只有镇大厅一处."""
_ONLY_THERE = re.compile(r"(?:仅|只|统一|集中|另)*[在于][^，,；;。\d各]{2,14}[里内]?(?:设|建|辟|留)(?:立|有|置)?了?")
"""各分局不设查阅点，仅在县局大厅设1个."""
_THOSE = re.compile(r"[两三四五六](?:馆|厅|室|地|家|个馆)|(?:目前|现在)?全(?:[县市区州旗镇乡局]|街道|系统)(?:现有|已有|的)?")
"""两馆2个查阅点接待查询者396人次."""
_THESE = re.compile(r"(?:[在到于]|通过)(?:这|上述|以上|全?[县区市镇乡](?:内|域内|境内)?)$")
"""群众可在这12处查阅点随时翻阅."""


def _places(words: str) -> int:
    """How many places a list names (县档案馆、县图书馆和政务大厅: three); 0 where one of them is no single place."""
    plain = _NAMED.split(words)[-1] if _NAMED.search(words) else words
    plain = re.sub(r"^.*?(?:在|于|设在)", "", plain)
    return places_named(plain.lstrip(".．"))


_MACHINES = re.compile(
    r"(?P<places>[^，,。；;：:\d各]{5,60})(?:[里内]|门口)?各(?:自)?(?:摆放?|放置?|装|安装|配备?|设置?|布设)(?:了|有)?(?P<one>[一1])\s?(?:台|套|部|块|张|组)[^，,。；;\d]{2,24}"
    rf"[，,]?(?:均|都)?(?:用作|作为|当作|供作)[^，,。；;\d]{{0,12}}?{_ROOM}"
)


def told_of_rooms(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claim of rooms that are no more than a machine each: 三个厅各摆了一台查询机作为查阅点.

    Rooms that are counted place by place are joined in their first claim, where each place has as many; else they go.
    """
    _join(sentence, claims)
    grown = _grown(sentence.text) if "查阅" in sentence.text or "阅览" in sentence.text else None
    if grown:
        for one in [one for one in claims if one.code == _POINTS and one.start >= sentence.start]:
            claims.remove(one)
        start, end = grown.span("number")
        return [Claim(_POINTS, sentence.start + start, sentence.start + end, "处", grown["number"], weak=True)]
    untold = "查阅" in sentence.text and not any(one.code == _POINTS for one in claims)
    if untold and (told := _only_one(sentence) or _and_so_many(sentence) or _each_of_so_many(sentence)):
        return [told]
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
_BY_NOW = re.compile(
    rf"(?:{_ROOM}(?:(?:方面|情况|建设)[，,：:])?[^，,；;。\d]{{0,6}}(?:年初|年内|年中|原|上年|去年|新[增建设添辟开])|(?:新[增建设添辟开]|增设|[去上]年|年初|原有)[^，,；;。]{{0,8}}{_ROOM})[^；;。]{{0,40}}?"
    r"[，,](?:(?:到|至|截至)?年[末底]|目前|现在?|如今|至此|一共|共计?|合计|总计|累计|总数|总共|全[县市区镇乡](?=共|已|现|有))(?:[已共有为达到数]|合计|总数|保留|尚|还|仍)*"
    r"\s?(?P<number>\d{1,4}\s?[个处间家])(?=[，,；;。）)]|$)"
)
"""查阅点年初7个，年内新设5个，年末共12个; 新建4处，连同原有的11处，一共15处."""


def _grown(text: str) -> re.Match[str] | None:
    """Where a sentence on how rooms grew says how many there are at its end."""
    return (_GROWN.search(text) if "增" in text else None) or (_BY_NOW.search(text) if "，" in text or "," in text else None)


_ONLY_ONE = re.compile(
    rf"(?<!不)[是为系作][^，,。；;\d不]{{0,12}}(?P<only>[唯惟]一)的?(?:一个|1个|一处|1处)?{_KIND}{_ROOM}(?=[，,。；;）)]|$)"
)
"""文化站的阅览桌是全镇唯一的查阅点."""
_AND_SO_MANY = re.compile(
    r"(?:^|[，,；;：:在])(?P<one>[^，,。；;：:\d在]{2,16})[、和及与](?:所属|下属|下设|辖区)?的?(?P<more>\d{1,3}|[一二三四五六七八九十]{1,3})\s?个[^，,。；;\d]{1,10}?"
    rf"(?:均|都|全部|各)已?(?:设|建|有|开|辟|配)?(?:立|置|有|了|成|辟|建)*{_KIND}{_ROOM}(?:\s?[1一]\s?[个处])?(?=[，,。；;]|$)"
)
"""便民大厅和5个村委会都设了查阅点."""


def _only_one(sentence: Sentence) -> Claim | None:
    """The claim of the one room that there is."""
    found = _ONLY_ONE.search(sentence.text) if "一" in sentence.text else None
    if found is None:
        return None
    start, end = sentence.start + found.start("only"), sentence.start + found.end()
    return Claim(_POINTS, start, end, "处", "一处", weak=True, judged=True)


def _and_so_many(sentence: Sentence) -> Claim | None:
    """The claim of the rooms of a place that is named and of so many others."""
    found = _AND_SO_MANY.search(sentence.text)
    named = len(JOINED.split(found["one"])) if found else 0
    if found is None or _NEW.search(found.group()) or _ANY_OF_THEM.search(found["one"]):
        return None
    more = read_number(found["more"] + "个").value
    at = sentence.start + found.start("one")
    return Claim(_POINTS, at, sentence.start + found.end(), "处", f"{more + named}处", weak=True, judged=True) if more else None


_EACH_OF_SO_MANY = re.compile(
    rf"(?:^|[，,；;：:])(?:目前|现|全[县区市州旗镇乡]|我[县区市镇乡])*(?P<number>\d{{1,3}}\s?个)(?:乡镇|镇街?|乡|街道|苏木|社区|行政村|村居|村|部门|单位|[（(][^（）()\d]{{1,6}}[）)]|[、和及与]){{1,4}}(?:便民服务中心|便民中心|政务大厅|服务大厅)?"
    rf"(?:均|都|全部)?已?(?:设|建|有|开|辟|配)(?:立|置|有|了|成|辟|建)*{_KIND}{_ROOM}(?:\s?[1一]\s?[个处])?(?=[，,。；;]|$)"
)
"""18个乡镇均设有查阅点: one each."""


def _each_of_so_many(sentence: Sentence) -> Claim | None:
    """The claim of the rooms of so many bodies, one each."""
    found = _EACH_OF_SO_MANY.search(sentence.text) if "个" in sentence.text else None
    if found is None or _NEW.search(found.group()):
        return None
    start, end = found.span("number")
    return Claim(_POINTS, sentence.start + start, sentence.start + end, "个", found["number"], weak=True)


_ANY_OF_THEM = re.compile("各|每|部分|全[县市区镇乡]")
_SEVERALLY = re.compile(rf"(?:[在于]|^|[，,、；;])[^，,、；;。\d]{{2,16}}(?:设立?|建|开辟?)(?:了|有|立|置)?(?:{_KIND}{_ROOM})?$")
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
