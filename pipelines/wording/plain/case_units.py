"""Units of cases, events and documents that stand for 件: 应对舆情5宗, 行政复议案件4份，其中维持3份, 刊登文件74份."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from pipelines.wording.counts import CHINESE_NUMERAL

MAX_CASES = 60
"""Counts of cases looked at in one line."""

_NUMBER = rf"(?:\d[\d,]{{0,6}}|[{CHINESE_NUMERAL}]{{1,6}})"
_BETWEEN = r"(?:数量?|总数|案件|事件|问题|[共总合]计|[共计为有是各约近：: ]){0,4}"
_ADDED = r"(?:[（(][件次][）)])?"
_EVENTS = re.compile(
    rf"(?:事件|舆情|热点(?:问题)?|关切|微[信博]|[方形]式|渠道)(?:作?出?回应)?{_BETWEEN}{_NUMBER} ?(?P<unit>[例宗]){_ADDED}"
    rf"|回应{_BETWEEN}{_NUMBER} ?(?P<answered>[例宗]){_ADDED}"
    rf"|{_NUMBER} ?(?P<before>[例宗])(?=[^，,。；;\d]{{0,8}}(?:舆情|热点|事件|关切))"
)
_PRINTED = re.compile(
    rf"(?:刊登|刊载|登载|转载)(?:各类|政府|规范性|重要|了){{0,2}}(?:文件|公文){_BETWEEN}{_NUMBER} ?(?P<unit>份)"
)
_SUED = re.compile(rf"(?:复议|诉讼|投诉|举报)(?:案件|申请|案)?{_BETWEEN}{_NUMBER} ?(?P<unit>[件起户份个宗例])(?![月方体])")
_RESULT = re.compile(
    rf"(?:维持|纠正|纠错|撤销|驳回|其他|撤诉|未审结|审理中|胜诉)[^，,。；;\d、]{{0,8}}?{_NUMBER} ?"
    r"(?P<unit>[份个宗例])(?![月方体])"
)
_ASKED = re.compile(rf"申请{_BETWEEN}{_NUMBER} ?例|{_NUMBER} ?例[^，,。；;\d]{{0,8}}申请")
_EXAMPLE = re.compile(rf"(?<![病案事])(?:{_NUMBER}) ?(?P<unit>例)(?!外|如|子|会|行|[^，,。；;\d]{{0,4}}(?:病|患|感染|确诊|死亡))")
_END = "。\n"
_OF_EVENTS, _OF_SUITS = re.compile("舆情|热点|事件|回应|关切"), re.compile("复议|诉讼|投诉|举报")


def case_units(line: str) -> Iterator[tuple[int, str]]:
    """Where the units of a line stand that are read as another, and as which."""
    if "笔" in line and "申请" in line:
        yield from _of_requests(line)
    if "封" in line and "申请" in line:
        yield from ((match.start(match.lastgroup or ""), "件") for match in islice(_LETTERS.finditer(line), MAX_CASES))
    if "几" in line and "申请" in line and (asked := _ASKED_HOW_OFTEN.search(line)):
        yield from ((match.start("unit"), "件") for match in islice(_TIMES.finditer(line, asked.end()), MAX_CASES))
    if "条" in line and ("当面" in line or "信函" in line):
        yield from _of_ways(line)
    if "条" in line and "申请" in line and (taken := _ITEMS_TAKEN_IN.search(line)):
        yield taken.start("unit"), "件"
        yield from ((match.start("unit"), "件") for match in islice(_ITEMS_ANSWERED.finditer(line, taken.end()), MAX_CASES))
    if not ("例" in line or "宗" in line or "份" in line or "个" in line):
        return
    if ("例" in line or "宗" in line) and _OF_EVENTS.search(line):
        for match in islice(_EVENTS.finditer(line), MAX_CASES):
            yield match.start(match.lastgroup or "unit"), "件"
    if "份" in line and ("刊" in line or "登载" in line):
        yield from ((match.start("unit"), "件") for match in islice(_PRINTED.finditer(line), MAX_CASES))
    if "例" in line and "申请" in line and _ASKED.search(line) and "病" not in line and "案例" not in line:
        yield from ((match.start("unit"), "件") for match in islice(_EXAMPLE.finditer(line), MAX_CASES))
    if _OF_SUITS.search(line):
        yield from _of_suits(line)


_LETTERS = re.compile(
    rf"{_NUMBER} ?(?P<unit>封)(?=(?:信息公开|政府信息|公开|依|书面|的)*申请)"
    rf"|申请(?:信件?|信函|书|函)?{_BETWEEN}{_NUMBER} ?(?P<letters>封)"
)
"""收到26封公开申请."""
_ASKED_HOW_OFTEN = re.compile(r"申请[过了]?(?:公开|信息)?[过了]?几回")
_TIMES = re.compile(rf"(?<![一-龥]){_NUMBER} ?(?P<unit>回)(?![复应事家])")
"""群众来申请过几回？3回。两回写信，一回上门."""
_STROKES = re.compile(rf"{_NUMBER} ?(?P<unit>笔)(?![画记译迹者试录])")
_OF_MONEY = re.compile(r"元|款|贷|补贴|补助|资金|保证金|担保|交易|账户|业务")


def _of_requests(line: str) -> Iterator[tuple[int, str]]:
    """The units of requests counted as clerks count entries: 申请11笔，其中当面7笔; none where money is spoken of."""
    if _REQUESTS.search(line) and not _OF_MONEY.search(line):
        yield from ((match.start("unit"), "件") for match in islice(_STROKES.finditer(line), MAX_CASES))


_REQUESTS = re.compile(rf"申请{_BETWEEN}{_NUMBER} ?笔")


_CAME_BY = re.compile(
    r"(?:当面|现场|传真|信函|邮寄|来信|网[上络]|电子邮件)"
    r"(?:及|和|、|网[上络]|当面|信函|申请|提交|递交|形式|方式|的|数|为|[：:]){0,5} ?"
    rf"{_NUMBER} ?(?P<unit>条)"
)
_TAKEN_IN = re.compile(rf"(?:受理|收到|接到|申请)(?:[^，,。；;\d]{{0,8}}申请)?{_BETWEEN}{_NUMBER} ?(?P<unit>条)")
_LEAST_WAYS = 2
_ITEMS_TAKEN_IN = re.compile(
    rf"(?:收到|受理|接到)了?{_BETWEEN}{_NUMBER} ?(?P<unit>条)(?=(?:政府|政务|信息|的)*公开(?:信息)?的?申请(?:$|[，,。；;]))"
)
_ITEMS_ANSWERED = re.compile(
    rf"(?<=[，,。；;中：:有]){_NUMBER} ?(?P<unit>条)(?=(?:依申请|部分|不予|予以|同意|准予)公开"
    r"|(?:申请|信息|所申请)?(?:内容|信息)?(?:不存在|[未不]予|不属|本机关|本局|[我本]单位|属|因|涉及|公开))"
)
"""收到7条政府信息公开申请，4条予以公开，2条内容本机关未制作."""


def _of_ways(line: str) -> Iterator[tuple[int, str]]:
    """The units of requests that are counted as information is: 受理3条，其中网上2条，信函1条."""
    ways = list(islice(_CAME_BY.finditer(line), MAX_CASES))
    if len(ways) < _LEAST_WAYS:
        return
    yield from ((match.start("unit"), "件") for match in ways)
    yield from ((match.start("unit"), "件") for match in islice(_TAKEN_IN.finditer(line, 0, ways[0].start()), MAX_CASES))


def _of_suits(line: str) -> Iterator[tuple[int, str]]:
    """The units of reviews, suits and complaints, and of how they ended."""
    end = 0
    for match in islice(_SUED.finditer(line), MAX_CASES):
        if match["unit"] not in "件起":
            yield match.start("unit"), "件"
        if match.start() < end:
            continue
        stops = [at for at in (line.find(mark, match.end()) for mark in _END) if at >= 0]
        end = min(stops, default=len(line))
        for result in islice(_RESULT.finditer(line, match.end(), end), MAX_CASES):
            if result["unit"] in (match["unit"], "份"):  # 复议3件，维持了2份答复
                yield result.start("unit"), "件"
