"""What was held on one day or in one month (8月组织专题培训1次，33人参加), which is the year's where nothing else is told."""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.wording.around import of_office
from pipelines.wording.context import Number, State
from pipelines.wording.cues import COMPARES, PLANS
from pipelines.wording.evidence import judged
from pipelines.wording.needs import Memory, fits, says
from pipelines.wording.office.each import Each, each_named
from pipelines.wording.stated import stated, summed
from pipelines.wording.wordings import Figure, phrase_of

_DAY = re.compile(
    r"(?:[于在从至]|早在)?(?<![\d—~～至到－–-])(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?!\s?[—~～至到－–-]|份?[和、及与]|度)"
    r"(?:份|[初中末底]|[上中下]旬|\d{1,2}[日号])?|[年月][初中末底](?!报)"
)
_SEVERAL = re.compile(r"季度|半年|[每各]月|各(?:举|召|组|开|办)|[两几]次|每年")
"""A span that leaves the rest of the year open, or several days that had one each."""
HELD_UNITS = frozenset(("件", "份", "宗", "次", "场", "期", "班", "个", "人次", "人", "名", "位", "个人", "场次", "班次"))
_FAR = 60
_ASKED = ("requests.received",)
"""3月8日收到申请1件, of which nothing else is told."""
_HELD = ("training.", "response.press_conferences", "response.online_interviews")


def is_of_a_day(number: Number) -> bool:
    """Whether a day or a month is told right before a number, and no span that leaves the rest of the year open."""
    start = number.hit.start
    said = number.sentence.text[max(0, start - _FAR) : start]
    return _DAY.search(said) is not None and _SEVERAL.search(said) is None


def of_a_day(number: Number, year: int | None, names: tuple[str, ...], memory: Memory) -> Figure | None:
    """The figure of something held on a single day that a number states; None where it counts anything else."""
    words = number.words
    if not is_of_a_day(number):
        return None
    number.words = _DAY.sub("", words)
    number.phrase = phrase_of(number.words, year, names)
    figure = summed(number) or stated(number, number.phrase.core, year, names)
    if figure is None or not fits(figure, number, memory):
        code = judged(number, names, memory)
        figure = Figure(code, frozenset(("weak", "judged"))) if code is not None else None
    figure = figure if number.phrase.time != "other" else None  # 2015年12月收到申请1件, in the report for 2016
    number.words = words
    asked = number.hit.unit in "件份宗"
    return figure if figure is not None and figure.code.startswith(_ASKED if asked else _HELD) else None


_AT_PLACES = ("organisation.reading_points",)
_SEVERALLY = re.compile(r"\s?[、和及与]\s?\d")
"""分别设查阅点1个、2个: each has its own number."""
_OTHER_YEAR = re.compile(r"20\d\d年|[去上前]年")


def of_each(number: Number, year: int | None, names: tuple[str, ...], memory: Memory) -> tuple[Figure, int] | None:
    """The figure of what each of several places or days that are named had: 3月和9月各办培训1期 are two; None if it is no such.

    With it comes where the first of them stands in the sentence: the claim's raw text begins there, so that the sum is seen.
    """
    state, start, text = number.state, number.hit.start, number.sentence.text
    begin = start - len(number.words)
    each = each_named(text[begin : number.hit.end]) if text[begin:start] == number.words else None
    if each is None and state.leads:
        begin = text.rfind(state.leads[-1], 0, start)
        each = each_named(text[begin : number.hit.end]) if begin >= 0 else None
    if each is None or _SEVERALLY.match(text, number.hit.end) or state.foreign or state.time == "other":
        return None
    said = text[begin:start]
    if PLANS.search(said) or COMPARES.search(said):
        return None
    told = _OTHER_YEAR.search(said)
    if told and told.group() != f"{year}年":
        return None
    figure = _had(number, each, year, names, memory)
    return (figure, begin + each.start) if figure is not None else None


def _had(number: Number, each: Each, year: int | None, names: tuple[str, ...], memory: Memory) -> Figure | None:
    """The figure of what each of the named had; None where it is no such thing."""
    if each.kind == "meetings":
        clear = says("政开", number.sentence.text) or of_office(number.state.section) or memory.carried in _OF_WORK
        return Figure("training.meetings", frozenset()) if clear and each.unit in "次场回" else None
    words = each.verb or "设"
    one = replace(number, words=words, phrase=phrase_of(words, year, names))
    figure = stated(one, one.phrase.core, year, names)
    if figure is None or not fits(figure, one, memory):
        code = judged(one, names, memory)
        figure = Figure(code, frozenset()) if code is not None else None
    held = _HELD if each.kind == "days" else _AT_PLACES
    if each.kind == "days" and each.unit in "次期场班" and ("训" in each.verb or number.right.endswith(("培训", "培训班"))):
        return Figure("training.classes", frozenset())
    if figure is None or figure.code == "training.people":
        return Figure("training.meetings", frozenset()) if each.kind == "days" and _meets(number, each) else None
    return figure if figure.code.startswith(held) else None


_OF_WORK = frozenset(("staff", "training", "funding", "organisation"))
"""What the report was just speaking of, where it is of those who do the work."""
_MEETS = re.compile(r"(?:主持)?(?:召开|开|举行)过?了?$")
_OF_OFFICE = re.compile(
    r"(?:全[县区市镇乡局])?(?:(?:政府信息|信息|政务)公开)(?:工作)?[^，,。；;\d]{0,8}会议?(?:[，,。；;]|$)"
    r"|会(?:议)?[，,](?:专题|专门)?(?:研究|部署|讨论)[^，,。；;\d]{0,6}公开"
)


def _meets(number: Number, each: Each) -> bool:
    """Whether what was held on several days is a meeting on disclosure: 各召开一次信息公开工作推进会."""
    return _MEETS.match(each.verb) is not None and _OF_OFFICE.match(number.sentence.text, number.hit.end) is not None


_LAST_YEAR = re.compile(r"(?:而|其中)?(?:去年|上一?年度?|前年|(?P<year>20\d\d)年度?)(?:全年|度)?(?:[我本全][县区市镇乡局委])?")
_THIS_YEAR = re.compile(
    r"(?:而|到了?|则)*(?:今年|本年度?|当年|(?P<year>20\d\d)年度?)(?:[（(]20\d\d年[）)])?(?:则|为|是|有|达到|达|共|又|[增升降减]至|(?:增加|减少|提高|下降)[到至])*"
)
_GROWN = re.compile(
    r"(?P<what>[^，,；;\d]{2,40}?)(?:较|比)(?:去年|上一?年度?|20\d\d年)(?:同期)?(?:净|共)?(?:增加|增长|减少|下降|多|少|增|减)了?"
)
"""公开信息较去年增加40条，达到230条."""
_LEVEL_WITH = re.compile(r"(?P<what>[^，,；;\d]{2,24}?)数?量?(?:与|和|同)(?:去年|上一?年度?|往年)(?:同期)?(?:基本)?持平")
_IS = frozenset(("为", "是", "共", "达", "有", "共有", "均为"))
"""专门机构数量与上年持平，为18个."""
_REACHES = re.compile(r"(?:总数)?达到?了?|[增减降升]至")
_BARE = re.compile(r"(?:才|只|仅|共)?(?:是|为|有)?")
_AMONG = re.compile(r"[，,；;]?\s?其中")
_ALTOGETHER = re.compile(r"^(?:一|总)?共计?")
"""去年共收到申请5件，今年收到9件."""


_FIRST_YEAR = 2008
_EIGHT_MONTHS = re.compile(r"(?<!前)(?:[这近])?八个月(?:以?来|间|里|中|时间)?(?:里|内)?")
"""八个月共公开信息152条: all of the year since disclosure began in May."""


_CARRIED = ("结转", "转结", "转入", "转来", "遗留", "留下", "没办完", "未办完", "未办结")


def carried_over(words: str, state: State, behind: str, year: int | None) -> str:
    """The words of this year's count, which may leave out what last year's beside it said: 去年公开信息402条；今年455条."""
    if year == _FIRST_YEAR and "八个月" in words:
        words = _EIGHT_MONTHS.sub("今年", words)
    level = _LEVEL_WITH.fullmatch(state.subject) if words in _IS and "平" in state.subject else None
    if level:
        return f"{level['what']}{words}"
    past = _LAST_YEAR.match(words) if "年" in words else None
    over = past is not None and any(word in words for word in _CARRIED)
    if past and not over and (past["year"] is None or (year is not None and int(past["year"]) < year)):
        state.former = _ALTOGETHER.sub("", words[past.end() :])
        state.time = "other" if _AMONG.match(behind) else state.time  # 去年公开800条，其中500条上了网站
        return words
    grown = _GROWN.fullmatch(words) if "较" in words or "比" in words else None
    if grown:
        state.former = grown["what"]
        return words
    if state.former and _REACHES.fullmatch(words):
        if _BARE.fullmatch(state.former):
            state.leads.clear()  # 去年只有3件，今年达到9件: of what the heading names
            return "今年"
        return f"今年{state.former}"
    if "每年" in words and "费" in words and _EVERY_YEAR.match(words):
        return words.replace("每年", "今年")
    now = _THIS_YEAR.match(words) if state.former else None
    shorter = now is not None and state.former.startswith(words[now.end() :])  # 去年收到申请19件；今年收到24件
    return f"今年{state.former}" if now and shorter and now["year"] in (None, str(year)) else words


_EVERY_YEAR = re.compile(
    r"(?![^，,。；;\d]*(?:要求|[各应须需将拟户村]|计划|争取|不[少低]|至少))[^，,。；;\d]{0,14}每年(?:都|均|固定|专门)*(?:安排|投入|列支|拨付|核拨|划拨|落实)"
)
"""每年安排公开工作经费2万元: this year's too."""
_OF_LAST_YEAR = re.compile(r"(?<![比较与和])(?:去年|上年|前年|上一年)(?!度?(?:结转|转结|转入))[^，,。；;同]{0,12}$")


_WHO_CAME = re.compile(r"(?:共|合计)*(?:参训|受训|培训|参加|到课|听课|覆盖)(?:人员|人数)?[共计约达]*")
"""上年举办培训2期，参训110人次: of those."""


def _came_to_it(number: Number) -> bool:
    """Whether a number counts those who came to what the clause before counted."""
    before = number.sentence.text[: number.hit.start].removesuffix(number.words)
    return _WHO_CAME.fullmatch(number.words) is not None and not before.endswith(("；", ";"))


def of_last_year(number: Number) -> bool:
    """Whether a number goes on with those of last year (去年被复议1件、败诉0件); notes where one begins with them."""
    goes_on = number.state.past and (number.words.startswith("、") or _came_to_it(number))
    number.state.past = goes_on or ("年" in number.words and _OF_LAST_YEAR.search(number.words) is not None)
    return goes_on
