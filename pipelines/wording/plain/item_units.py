"""Units in which a report counts its items of information where it does not say 条: 主动公开政府信息192项，其中网站110项.

Where a sentence says that so much information was disclosed, its unit is that of items, for what divides it too. 项, 件 and 篇 of
anything else (权力清单3200项, 申请12件, 解读稿5篇) stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pipelines.numbers import read_number
from pipelines.wording.counts import CHINESE_NUMERAL
from pipelines.wording.cue import led

MAX_TOLD = 80
"""Numbers looked at in one sentence."""

_NUMBER = rf"(?:\d[\d,]{{0,9}}(?:,? \d{{3}}|\.\d{{1,4}})?|[{CHINESE_NUMERAL}]{{1,9}})"
_AFTER = r"(?![目人款]|工作日|月|制度|措施|举措|任务|指标|职能|服务|业务|平台|栏目|网站|账号|部门|单位|方面|大?类|领域)"
_COUNT = re.compile(rf"(?P<number>{_NUMBER}) ?[余多]?[万千百]?[余多]? ?(?P<unit>[项件篇份条]){_AFTER}(?! ?\d{{1,6}} ?[条篇])")
_OF_KIND = r"(?:了|的|出|过|各[类项种级]|全部|所有|相关|有关|重要|政府|政务|工作|社会|公共|部门|原创|动态|主动|公开|类){0,5}"
_AMOUNT = (
    r"(?:的)?(?:[（(]总?数量?[）)])?(?:总?[数条件篇项]?[数量]|总计)?"
    r"(?:[共总合累]计|一共|总共|共|总|为|是|有|达到|达|约|近|超过|超|逾|[：: ]){0,4}"
)
_VERB = r"(?:公开|发布|公布|更新|推送|推出|刊[登载发]|登载|上传|上网|录入|公示)"
_TOLD = led(
    "公发更推刊登上录制产生形信全今一年本当2主",
    rf"(?:(?:{_VERB}|(?P<made>制作|产生|生成|形成)){_OF_KIND}[一-龥]{{0,4}}信息{_AMOUNT}|信息(?:主动)?公开(?:的)?(?:总?[数量]|情况)?[共总合累：:]{_AMOUNT}"
    rf"|{_VERB}[^，,。；;\d]{{2,60}}等(?:方面|内容|各类|政府|政务|类|的){{0,3}}信息{_AMOUNT}"
    rf"|(?:全年|今年|一年|年内|本年度|当年|年度|20\d\d年)[^，,。；;\d]{{0,14}}(?:公开|发布|[上发挂登]了)了?(?:[共总]计?)?(?=[^，,。；;]{{1,9}}[，,。；;（(])"
    rf"|主动公开了?[共计]{{0,2}}(?=[^，,。；;]{{1,9}}[，,。；;（(](?:其中|包括|通过))"
    rf"|主动公开[^，,。；;\d]{{2,40}}(?:信息|文件|公告|动态|通知)[共合总]?计?(?=\d[^，,。；;]{{1,8}}[，,（(]其中(?:通过|在))"
    rf"|公开(?:总[数量]|数量)[：:为共是]{{0,2}}(?=[^，,。；;]{{1,9}}[，,。；;（(])"
    rf"|{_VERB}了?(?:[共总]计?)?(?=[^，,。；;、]{{1,9}}(?:政府|政务|各类)?信息(?![公化系平]))"
    rf"){_COUNT.pattern}(?!的?申请)"
)
_AMONG = re.compile(
    rf"信息(?:当?中|里)[，,：:]|信息(?:的)?(?:主要)?(?:类别|分类|有|包括|包含|为|是)[：:，,]?"
    rf"(?=(?:\d{{1,2}}[.．、])?[^，,。；;\d]{{2,24}}{_NUMBER} ?[项件篇份])"
)
_OWN_COUNT = re.compile(rf"{_VERB}{_OF_KIND}信息{_AMOUNT}$")
_SENTENCE = re.compile(r"[^。！？\n]+")
_UNIT = re.compile("[项件篇份]")
_OPENS = re.compile(r"其中|包括|包含|分别|含|[：:（(]|分为|主要[是有为]")
_CLAUSE = re.compile(r"[，,；;。：:（()）、]")
_PART = re.compile(r"[，,；;：:]")
_ANOTHERS = re.compile(r"申请|不予|同意|部分公开|免予|答复|告知|要求|应当?公开|未公开|计划|力争|目标|任务|去年|上年|建议|提案")
_STOP = re.compile(
    r"申请|受理|收到|答复|办结|复议|诉讼|投诉|举报|信访|来[信电]|建议|提案|议案|咨询|回应|热线|留言|制发|印发|制定|召开|举办|培训|发放|梳理|办理"
)
_DENIED = re.compile(r"[没未不非无][^，,；;。]{0,4}$")
_STOP_MADE = re.compile(r"受理|收到|答复|办结|复议|诉讼")
_OF_OTHERS = re.compile(rf"{_STOP.pattern}|解读|文章|稿件")
_NORMATIVE = re.compile(r"规范性文件(?:总?数量?)?[共为：:有]{0,2}\s?$")
_NO_ITEM = re.compile(r"规范性文件|解读(?:稿|材料|文章|产品|视频)|简报|手册|栏目|制度")
_IN_ITEMS = re.compile(r"权力|权责|职权|许可|审批|清单|事项|收费|处罚|项目|目录|标准|服务|业务|改革|任务|措施|政策$")
"""What is counted in 项 for itself."""
_MEDIA = re.compile(
    r"网站|门户网|政务网|微博|微信|公众[号平]|公报|公开栏|公示栏|显示屏|客户端|频道|专栏|其[他它](?:方式|渠道|形式|途径)"
)
_LINE = re.compile(
    rf"\s*(?:[（(]?[\d一二三四五六七八九十]{{1,2}}[）)、.．])?\s?[^，,。；;\d]{{2,24}}{_COUNT.pattern}\s?[。；;，,、]?\s*"
)
_JOINED = re.compile(r"[和及与等]|^$")
"""动态和村务两项: how many kinds were named."""
_NEAR = 14
"""向申请人公开信息3件: whose information it was stands so near before it."""
_DEED = re.compile(rf"{_STOP.pattern}|取消|下放|承接|开展|完成|公布|梳理|清理|编制")
_ANY = 10**9
_OF_CASES = frozenset("件份")
_ANSWERS_ON = re.compile(r"\s?[，,、；;]\s?(?:同意)?(?:部分|不予|不|不同意)公开(?:的|信息)?\s?\d{1,4}\s?[件宗份]")
"""公开信息30件，部分公开4件: how those who asked were answered."""
"""Requests and suits have these units too, and may be what the next sentences tell of."""


@dataclass(slots=True)
class Told:
    """What a report has told of information so far: in which unit, how much there is, and whether it goes on in lines."""

    unit: str = ""
    whole: int = 0
    goes_on: bool = False
    here: bool = False


def item_units(line: str, told: Told) -> Iterator[tuple[int, str]]:
    """Where the units of a line stand that are read otherwise, and how: 条, for normative documents 件.

    `told` is what the lines before it told, and is kept for those behind it.
    """
    if told.goes_on and (match := _LINE.fullmatch(line)):
        deed = _DEED.search(line) is not None
        told.goes_on = not deed
        if match["unit"] == told.unit != "条" and _value(match["number"]) <= told.whole and not (deed or _NO_ITEM.search(line)):
            yield match.start("unit"), "条"
            return
    told.here = told.goes_on = False
    if not ("项" in line or "件" in line or "篇" in line or "份" in line):
        return
    for sentence in _SENTENCE.finditer(line):
        if not (told.here or _UNIT.search(line, sentence.start(), sentence.end())):
            continue
        yield from _of_sentence(line, sentence.start(), sentence.end(), told)
    told.goes_on = told.here and line.rstrip().endswith(("：", ":", "其中"))


def _of_sentence(line: str, start: int, end: int, told: Told) -> Iterator[tuple[int, str]]:
    """The units of one sentence of a line."""
    first = _first(line, start, end) if "公开" in line or "信息" in line else None
    among = _AMONG.search(line, start, end) if first is None and "信息" in line else None
    at, stop = start, _STOP
    if first is not None:
        told.unit, told.whole, told.here = first["unit"], _whole(first, line, start, told), True
        stop = _STOP_MADE if first["made"] else _STOP
        at = first.end()
        if told.unit != "条":
            yield first.start("unit"), "条"
    elif among is not None and not _STOP.search(line, start, end):
        counted = _COUNT.search(line, among.end(), end)
        if counted is None or counted["unit"] == "条":
            return
        told.unit, told.whole, told.here, at = counted["unit"], told.whole or _ANY, True, among.end()
    elif not told.unit or _OF_OTHERS.search(line, start, end) or (told.unit in _OF_CASES and not told.here):
        told.here = told.here and told.unit not in _OF_CASES
        return
    counts = list(islice(_COUNT.finditer(line, at, end), MAX_TOLD))
    mine = [_value(count["number"]) for count in counts if count["unit"] == told.unit]
    proven = len(mine) > 1 and sum(mine) == told.whole
    told_here = told.here or proven or len(mine) > 1 or _MEDIA.search(line, start, end) is not None
    for count in counts:
        if not proven and stop.search(line, at, count.start()):
            return
        begin = max((mark.end() for mark in _CLAUSE.finditer(line, at, count.start())), default=at)
        label = line[begin : count.start()]
        listed = first is not None and _OPENS.search(line, first.end(), count.start()) is not None
        if _is_item(count, label, told, listed or among is not None or proven, told_here):
            if _NORMATIVE.search(label):
                yield count.start("unit"), "件"
            elif not _NO_ITEM.search(label):
                yield count.start("unit"), "条"


def _whole(first: re.Match[str], line: str, start: int, told: Told) -> int:
    """How much there may be of each part; a medium's count is a part itself."""
    value = _value(first["number"])
    return max(value, told.whole if told.here else 0) if not _MEDIA.search(line, start, first.start("number")) else _ANY


def _is_item(count: re.Match[str], label: str, told: Told, listed: bool, told_here: bool) -> bool:
    """Whether a number counts items of information as the total did: in the list behind it, or of a medium or kind."""
    unit, value = count["unit"], _value(count["number"])
    more = value > told.whole and not _OWN_COUNT.search(label)
    if unit == "条" or more or (count["number"] in "两二三四五六" and _JOINED.search(label)):
        return False
    thing = unit == "项" and _IN_ITEMS.search(label) is not None
    if told.unit == "条":
        return listed and unit == "项" and not thing
    if unit != told.unit:
        return False
    return listed or (not thing and told_here)


def _first(line: str, start: int, end: int) -> re.Match[str] | None:
    """The first count of information in a sentence that is what was disclosed, and no answer to a request or plan."""
    for match in islice(_TOLD.finditer(line, start, end), MAX_TOLD):
        begin = max((mark.end() for mark in _PART.finditer(line, start, match.start())), default=start)
        thing = match["unit"] == "项" and _IN_ITEMS.search(line, begin, match.start("number"))
        answered = match["made"] and _DENIED.search(line, begin, match.start()) is not None  # 没有制作过该信息4件
        answered = answered or (match["unit"] in _OF_CASES and _ANSWERS_ON.match(line, match.end()) is not None)
        begin = max(begin, match.start() - (0 if match["made"] else _NEAR))
        if not (thing or answered or _ANOTHERS.search(line, begin, match.start("number")) or _NO_ITEM.search(match.group())):
            return match
    return None


def _value(number: str) -> int:
    value = read_number(number.replace(", ", ",")).value
    return int(value) if value is not None else 0
