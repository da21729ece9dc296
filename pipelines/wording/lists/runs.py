"""The runs of a sentence: labels and counts that follow one another, however they are set off from one another.

征地35条，安全61条; 征地类：35；安全类：61; 征地（35条）、安全（61条）; 征地、安全两类依次为35、61条; 其余61条属安全类.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from pipelines.wording.counts import ABOUT
from pipelines.wording.cues import REST, REST_IS
from pipelines.wording.wordings import unnumbered

MOST = 60
"""Items looked at in one run."""
LONGEST = 60
"""Characters of a label with what introduces it."""

_CHINESE = "零〇一二两三四五六七八九十百千"
_UNITS = "条次|件次|条|件|篇|项|份|宗|起|例|个|次"
_NUMBER = re.compile(
    rf"(?P<number>[\d{_CHINESE}](?<![\d０-９.．/\-－—第前这那每各A-Za-z〔\[《{_CHINESE}].)"
    rf"(?:(?<=\d)(?:\d{{0,2}}(?:[,，]\d{{3}})+|\d{{0,5}})(?!\d)|(?<=[{_CHINESE}])[{_CHINESE}]{{0,6}}(?=[条件篇份])))"
    rf"(?:\s?[余多](?=\s?[条篇件]))?\s?(?P<unit>{_UNITS})?(?=(?:信息|内容|申请)?\s?(?:[，,、；;。：:（()）]|[和及与以为是属居次排最]|等(?:[，,；;。]|$)|$|\s))"
)
"""A search leaps from one first character to the next: what stands before it is looked at behind it."""
_DIGIT, _COUNTED_IN = re.compile(r"\d"), re.compile("[条件篇份]")
_SHARE = re.compile(
    r"[，,、]?\s?约?(?:所占|占)[^，,；;。、（）()\d]{0,16}[\d.．]{1,6}\s?[%％]"
    r"|占(?:去|到|了)?[^，,。；;\d]{0,6}(?:成|半数?|一半|分之[一二三四五六七八九])(?:还?多|余|左右)?[，,]?[计共有为达]{1,2}"
    r"|[，,（(]\s?(?:同比|环比|较|比)[^，,；;。（）()]{0,24}[）)]?(?=[，,；;、。]|$)"
    r"|[，,][^，,；;。（）()\d]{2,24}率[^，,；;。（）()\d]{0,8}\d{1,3}(?:\.\d+)?[%％](?=[；;，,。])"
)
_RISEN = re.compile(
    r"[由从]?(?:去年|上一?年度?|20\d\d年)?的?(?:\d{1,3}(?:[,，]\d{3})+|\d{1,6})\s?[条篇件]?(?:增加|增长|上升|提高|减少|下降|[增升降减])(?:到|至|为)了?"
)
"""由上年的140条增至236条: only the second is the year's."""
_NEW = re.compile(
    r"[，,]\s?(?:[是为系]|都是|属于?)?(?:今年|本年度?)(?:的)?(?:头一回|首次|第一次|才|新)"
    r"(?:有|公开|单列|出现|统计|增设?|设)?的?(?:类别|栏目|内容|[一1]类)?(?=[，,：:])"
)
"""家电下乡，今年头一回有，126条: what is said of the kind between it and its count."""
_TELLS_OF = re.compile(
    r"(?<=[条篇])(?:信息)?[，,]\s?(?:共?涉及|惠及|补助|补贴|受益|发放|兑现|覆盖|资金|金额|总?投资)[^；;。条篇]{2,60}\d[^；;。条篇]{0,30}(?=[；;。]|$)"
)
"""资金信息54条，涉及资金6372万元、项目211个: what the items of a kind tell of."""
_BRACKET = re.compile(r"(?<=[条件篇项份宗起例个\d])(?:信息)?\s?[（(][^（）()]{0,60}[）)]")
_ONLY_A_COUNT = re.compile(rf"\s?[（(]\s?\d{{1,6}}\s?(?:{_UNITS})[）)]")
"""政策文件（24条）: the bracket holds the count itself."""
_BREAK = re.compile(r"[，,；;：:。（(]")
_CONTAINING = re.compile(r"(?<=[一-龥])[（(]不?(?:含|包括)[^（）()，,。；;：:\d]{1,24}[）)]$")
"""通知公告（含汛情通告）65条: what is among them."""
_WITHIN = re.compile(r"(?<=[一-龥])[（(](?!其中|不?含|包括|除)[^（）()，,。；;：:、\d]{1,12}[）)](?=[一-龥])")
"""内设机构（站所）介绍5条: a bracket within a label does not begin it."""
_MARK = re.compile(r"[，,；;、/／（(]|\s|以及|[和及与](?=[^，,、；;]{2})")
_TAIL = re.compile(
    r"[）)]?(?:的?(?:政府|政务)?(?:信息|内容|申请))?"
    r"(?:为主|为最多?|次之|居[首多次末中]|最[多少]|居?第[一二三四五]|排[名在]?第?[一二三四五首末]位?)?[）)]?"
)
_RANKED = re.compile(r"最[多少]|居|次之|为主|其次|再次|[是占]|垫底|第[一二三四五]|其[余他它]|余下|剩下|    ")
"""以民生类居多，118条: the clause before names the kind."""
_COUNTED = re.compile(r"(?:主动|累计|共|全年)*(?:公开|发布)?了?(?:的)?(?:[计共有为达是]|合计|共计|约)*")


@dataclass(slots=True)
class Item:
    """One label with its count `raw`, which stands from `start` to `end` of the sentence; `rest`: it counts what is left."""

    words: str
    start: int
    end: int
    unit: str
    raw: str
    rest: bool = False


@dataclass(slots=True)
class Run:
    """Items that follow one another; `lead` and `tail` are what the sentence says before them and right behind them."""

    lead: str
    items: list[Item] = field(default_factory=list)
    begin: int = 0
    end: int = 0
    tail: str = ""
    whole: bool = False


_ABOUT, _ENDS_ABOUT = re.compile(rf"(?:{ABOUT})$"), frozenset("约近超过逾有到多")
"""信息约130条: the word belongs to the number."""


def runs_of(text: str) -> list[Run]:
    """The runs of a sentence in their order; a single label with a count is one of them."""
    if not (_DIGIT.search(text) or _COUNTED_IN.search(text)):
        return []
    plain = _without_notes(text)
    begin = len(text) - len(unnumbered(text))
    plain = " " * begin + plain[begin:]
    series = _in_turn(plain) or _number_first(plain)
    if series is None:
        return _side_by_side(plain)
    return [*_side_by_side(plain[: plain.rfind("；", 0, series.begin) + 1]), series]


def _without_notes(text: str) -> str:
    """The text with shares of the whole and explanations in brackets blanked, each character for one."""
    if "占" in text or "比" in text or "较" in text or "率" in text:
        text = _SHARE.sub(_blank, text)
    if "，涉" in text or "，补" in text or "，惠" in text or "资" in text or "，受" in text or "放" in text or "，覆" in text:
        text = _TELLS_OF.sub(_blank, text)
    if "今年" in text or "本年" in text:
        text = _NEW.sub(_blank, text)
    if ("由" in text or "从" in text) and ("增" in text or "升" in text or "降" in text or "减" in text or "提高" in text):
        text = _RISEN.sub(_blank, text)
    return _BRACKET.sub(_note, text) if "（" in text or "(" in text else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _note(match: re.Match[str]) -> str:
    inside = match.group()
    counts = len(_NUMBER.findall(inside)) > 1 or _ONLY_A_COUNT.fullmatch(inside)
    return inside if counts else " " * len(inside)


# --- label, number, label, number ---


def _side_by_side(text: str) -> list[Run]:
    found: list[Run] = []
    at, tail = 0, ""
    for match in islice(_NUMBER.finditer(text), MOST):
        gap = text[at : match.start()]
        head, words, tail = _divide(gap, bool(found))
        start = match.start()
        about = _ABOUT.search(words) if words[-1:] in _ENDS_ABOUT else None
        if about and about.start():
            words, start = words[: about.start()].rstrip(), text.rfind(about.group(), 0, start)
        item = Item(words, start, match.end(), match["unit"] or "", text[start : match.end()])
        run = found[-1] if found else None
        rest = _rest_of(tail, run)
        if run is not None and rest:
            run.items[-1].words, run.items[-1].rest = rest, True
        elif run is None or (head and not _SUMMED.fullmatch(head)) or not words or not _TAIL.fullmatch(tail.strip()):
            run = Run(head, begin=match.start() - len(words))
            found.append(run)
        run.items.append(item)
        at = run.end = match.end()
    if found:
        found[-1].tail = text[at:]
        rest = _rest_of(text[at:], found[-1])
        if rest:
            found[-1].items[-1].words, found[-1].items[-1].rest = rest, True
    return found


def _divide(gap: str, later: bool) -> tuple[str, str, str]:
    """What stands between two numbers: what leads to the second, its label, and what is still said of the first."""
    tail = ""
    if later:
        mark = _MARK.search(gap)
        if mark is None:
            return gap, "", gap
        tail, gap = gap[: mark.start()], gap[mark.end() :]
    gap = gap.rstrip(" ：:（(").strip()
    gap = _CONTAINING.sub("", gap) if gap.endswith(("）", ")")) else gap
    plain = _WITHIN.sub(lambda aside: "·" * len(aside.group()), gap) if "）" in gap or ")" in gap else gap
    ends = list(_BREAK.finditer(plain))
    cut = ends[-1].end() if ends else 0
    if cut and _COUNTED.fullmatch(gap[cut:].strip()):
        before = ends[-2].end() if len(ends) > 1 else 0
        cut = before if (cut == len(gap) and gap.endswith(("，", ","))) or _RANKED.search(gap, before, cut) else cut
    words = gap[cut:].strip(" 、，,：:；;")
    if not words or len(words) > LONGEST:
        return gap or "-", "", tail
    return gap[:cut].strip(" 、，,；;"), words, tail


def _rest_of(tail: str, run: Run | None) -> str | None:
    """What the rest are that the last number of a run counts: 其余25条属综合类."""
    match = REST_IS.match(_BREAK.split(tail)[0].strip()) if run and REST.fullmatch(run.items[-1].words) else None
    return match["label"] if match else None


_SUMMED = re.compile(r"(?:[两二三四五六]?[项者类]?(?:合计|相加|加起来|共)\s*[，,；;]?)?")
"""两项合计占72.4%: the list goes on behind it."""


# --- number, label, number, label ---

_FIRST = re.compile(
    r"(?:^|[，,；;、：:]|和|及|其中|里面|里头|当中|有|包括|其[余他]|余下的?|剩下的?)\s?(?P<number>\d{1,6})\s?(?P<unit>[条篇])"
    r"(?:信息)?(?:[是为系]|属于?)?"
    r"(?P<label>(?![是为系属中里余左以，,、。；;：:])[^，,、。；;：:\d（）()]{2,20}?)(?=$|[，,、。；;（(]|[和及]\s?\d|等$)"
)


def _number_first(text: str) -> Run | None:
    """The run of counts with their labels behind them: 其中99条是政务动态，53条是通知公告."""
    found = list(islice(_FIRST.finditer(text), MOST)) if "条" in text or "篇" in text else []
    if len(found) < 2 or len(list(islice(_NUMBER_OF.finditer(text, found[0].start("number")), MOST))) != len(found):
        return None
    spans = [(one.start("number"), one.end("unit")) for one in found]
    items = [Item(one["label"], *span, one["unit"], text[slice(*span)]) for one, span in zip(found, spans, strict=True)]
    lead = _BREAK.split(text[: items[0].start].rstrip("，,：: "))[-1]
    return Run(lead, items, items[0].start, found[-1].end(), text[found[-1].end() :], whole=False)


_NUMBER_OF = re.compile(r"\d{1,6}\s?[条篇件份]")

# --- labels, labels, number, number ---

_IN_TURN = re.compile(r"(?:分别|依次|顺次|各(?=[有为占]))[^，,。；;、：:\d]{0,10}?[：:]?\s?(?=\d)")
_NAMED = re.compile(
    r"(?:等)?(?:共?(?:[两二三四五六七八九十]|\d{1,2})(?:个?(?:大?[类块]别?|方面|(?:重点)?领域|项|板块|样))|(?<=等)(?:方面|领域|类别?))?(?:的?(?:政府)?(?:信息|内容))?"
    r"(?:[，,]?(?:20\d\d年度?|今年|全年|本年度?)?(?:的?(?:数量|条数|件数)|各)?)"
)
_VALUES = re.compile(
    rf"(?:\d{{1,6}}\s?(?:{_UNITS})?\s*(?:[、，,；;和及与]|以及)\s?){{1,11}}\d{{1,6}}\s?(?:(?P<unit>{_UNITS})|(?=[，,；;。]|$))"
)
_VALUE = re.compile(r"\d{1,6}")
_AND = re.compile(r"以及|[、和及与]")


def _in_turn(text: str) -> Run | None:
    """The run of labels whose counts stand behind all of them: 甲、乙、丙三类依次为14、9、119条."""
    turn = _IN_TURN.search(text)
    values = _VALUES.match(text, turn.end()) if turn else None
    if turn is None or values is None:
        return None
    before = text[: turn.start()].rstrip(" ，,")
    ending = next((end for end in range(max(0, len(before) - 30), len(before) + 1) if _NAMED.fullmatch(before, end)), None)
    named = before[:ending].rstrip("，, ")
    begin = max((match.end() for match in _BREAK.finditer(named)), default=0)
    labels = [part.strip() for part in _AND.split(named[begin:]) if part.strip()]
    numbers = [match.span() for match in _VALUE.finditer(text, values.start(), values.end())]
    if len(labels) != len(numbers) or len(labels) < 2:
        return None
    items = [Item(label, *span, values["unit"] or "", text[slice(*span)]) for label, span in zip(labels, numbers, strict=True)]
    return Run(text[:begin].strip(" ，,"), items, begin, values.end(), text[values.end() :], whole=True)

