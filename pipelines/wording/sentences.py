"""The sentences of a report's prose with the headings they stand under, and the denials in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from pipelines.outline import Outline
from pipelines.wording.appended import opens_appendix, topic_and_count
from pipelines.wording.cue import led
from pipelines.wording.cues import CUE, DOMAIN
from pipelines.wording.headings import (
    MARKS,
    bare_heading,
    is_bare,
    is_of_a_year,
    mark_of,
    of_two_halves,
    opening_of,
    opens_part,
    unasked,
)
from pipelines.wording.in_years import beside_past_years, of_one_year, of_the_same_year, within_the_year
from pipelines.wording.plain.blanking import without_asides
from pipelines.wording.plain.dashes import undashed

MAX_SENTENCE = 700
"""A longer sentence is not read: nobody writes one, and a page made to stall would."""

MAX_DENIALS = 12
"""Denials looked at in one sentence."""

MAX_PROSE = 150_000
"""Characters of prose read for one report; the longest genuine ones have a third of that."""

_SENTENCE = re.compile(r"[^。！？!?\n]+")
_INLINE = re.compile(r"(?<=[\s;；])(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])")
_NONE = ("", "", "", "")
_BOXED = re.compile(r"【((?:20\d\d年度?)?[^【】\d]{2,30})】\s?")
"""【依申请公开】收到4件: a heading in one line with what stands under it."""
_BEGINS_SENTENCE = re.compile(r"20\d\d年|[今本全]年|截[至止]|[我本全][省县区市州旗盟镇乡街局委办院]|年初|年内")
"""一、2020年我镇围绕疫情防控等重点，公开信息…: a numbered sentence and no heading."""
_OPENS_LIST = ("如下：", "如下:", "其中：", "其中:")
"""具体情况如下：: what it opens stands in the lines that follow."""
_NAMED = re.compile(r"[“\"《][^“”\"《》]*[”\"》]")
_QUANTITY = re.compile(r"数量|总体|总量|概况")
_WITH_THE_WHOLE = re.compile(r"主动公开(?:政府信息)?(?:情况)?[、和与及]重点领域")
_DIGITS = re.compile(r"\d")
_COUNTS = re.compile(r"公开[^，,。；;：:\d]{0,12}\d{1,6}\s?[余多]?[条件]")
_CASES = frozenset("件宗份")
_ITEM = re.compile(r"(?:的|者)(?:有|共|为)?\s?\d{1,5}\s?[件宗份]$")
"""8.告知通过信访渠道办理的3件: an item of a list, and no chapter on petitions."""
_ONE_KIND = re.compile(r"(?<![\d.年第])\d{1,5}\s?条$")
"""（2）农村低保12条；: an item of a list, and no heading of what comes behind it."""
_DIVIDED_YEAR = re.compile(
    r"\s*(?:20\d\d年度?|[全本]年度?|今年)[^，,。；;\d]{0,30}主动公开(?:政府"
    r"|政务)?信息[^，,。；;\d]{0,6}\d{1,6}\s?[余多]?条[，,（(：:]\s?其中"
    r"|[^，,。；;\d]{2,8}20\d\d年(?:度|全年)主动公开(?:政府|政务)信息\d{1,6}\s?[余多]?条$"
    r"|通过[^，,。；;\d]{2,20}主动公开(?:政府|政务)?信息\d{1,6}条[，,]其中[：:]?(?:1[.、．])?"
    r"(?P<kinds>组织机构|机构|概况|领导)"
)
"""三是公开部门文件、人事任免。2022年主动公开信息264条，其中…: the year's whole, no part of the point before it.

三是将权责清单等主动公开。青坪镇2022年全年主动公开政府信息64条.
通过子站点主动公开信息64条，其中：组织机构类2条…: of kinds of all sorts.
"""
_THOUSANDS = re.compile(r"\d \d{3}(?!\d)")
_HEADING_END = re.compile(r"[。：:，,；;\s]")
_PLAN = re.compile(
    r"(?<!热点)(?<!难点)(?<!焦点)(?<!疑难)(?<!关[心注切]的)(?<!关[心注切])(?<!反映的)问题(?!导向)|不足|差距|短板|(?<![不可])缺点|展望"
    r"|来年|新的?一年(?!度)|改进(?!方式|方法|服务|作风|工作作风|平台|栏目|版面|网站|依申请|申请|信息|政务|手段|流程|程序)|打算|下一步|下步|努力方向|工作计划|工作思路|工作设想|今后|明年|下一?年度?(?:工作|重点|计划|打算)|整改"
    r"|意见建议"
)
_WITH_THE_REST = re.compile(
    r"(?:问题|不足|困难)(?:及|和|与|、|以及)(?:有关|相关)?其[他它](?:需要?(?:报告|说明)的?)?(?:事项|情况|工作|说明|方面)?$"
)
"""问题和其他事项: half of it tells what was done."""
_AHEAD = re.compile(r"打算|新的?一年(?!度)|来年|下一步|下步|努力方向|工作计划|思路|设想|今后|明年|下一?年度?|改进措施|整改措施")
_SHORT_OF = re.compile(r"(?:问题|不足|困难)[及和与、]")
"""主要问题及改进措施: half of it tells how the year was."""
_HOTLINE = re.compile(r"12345|热线|信箱|信访|留言|来信来访|市民服务")
_REMEDY = (
    r"(?:权利|权益|监督|法律|行政|司法|投诉|申诉|争议|不服|纠纷|异议)[与和及、]*救济|救济(?:渠道|途径|指标|情况|数据)|^救济$"
    r"|^(?:行政)?争议|^(?:有没有|有无)?(?:打[过了]?(?:[几多]少?[场起件])?)?官司|监督[^。]{0,6}维权|不服|[谁人]不?满意|[谁人]不满|讨(?:过)?说法"
)
"""监督救济: reviews, suits and complaints; 社会救济 is none of them."""

TOPICS = {
    "公开": re.compile(
        r"主动公开|公开(?:的)?(?:政府)?信息|信息公开的?(?:数量|总量|总数|条数|内容|类别|载体|情况)|公开渠道|公开形式|公开平台|公[开布]了(?:多少|些?什么|些啥|[哪几]些?)|^(?:先|再|首先|说|讲|谈|看){1,2}(?:一?[说讲谈看])?(?:主动)?公开$|总体情况|概述|概况"
    ),
    "申请": re.compile(
        r"申请|(?:[谁人]|来|大家|群众|村民|上门)(?:来)?(?:向我们)?(?:索?要|问|查|找|索取|打听)[过了]?(?:什么|哪些)?的?(?:政府)?(?:信息|材料|资料)"
        r"|有没有人(?:专门|前来|上门|来)*[要问]$|来[要问查]的(?:人|群众)?(?:都|分别|各)?(?:给|得到|怎么|如何|回)|(?:给了|得到了?|作了|是)(?:什么|哪些|怎样的)?样?的?答复"
        r"|[谁人](?:来)?(?:要|问|查)过?什么|(?<![重主需])要过?信息"
    ),
    "复议": re.compile(rf"复议|{_REMEDY}"),
    "诉讼": re.compile(rf"诉讼|{_REMEDY}"),
    "投诉": re.compile(rf"投诉|举报|{_REMEDY}"),
    "费用": re.compile(r"收费|费用|减免|收了?(?:多少|没收)?钱|^钱$"),
    "回应": re.compile(r"回应|解读|舆情"),
    "政开": re.compile(
        r"信息公开|政务公开|培训|组织领导|领导重视|加强领导|专人|机制|保障|监督|队伍|机构|人员|宣传|^(?:[我都]们?)?做了(?:哪些|什么|些什么|些啥)"
    ),
    "会训": re.compile(r"会议|培训"),
    "队伍": re.compile(
        r"人员|机构|队伍|经费|保障|培训|会议|组织|人手|(?:靠|哪些|什么)人(?:在|来)?[做干管办抓]"
        r"|[谁人](?:在|来)?(?:负责|[做干管办抓](?!过))"
    ),
}
"""What makes a heading speak of a topic."""

_DENIAL = led(
    "未没免无停不谈零",
    r"未曾?(?!经(?!历))(?![来能必按公尽完成予批满]|及时|开(?![展设办过]))|没有?人?|(?:免费|无偿)(?=提供|$|[，,。；;])|停止(?=收取|收费)|不(?=发生|收费|收钱|收一分|收分文|收取?(?:任何|一切|各项)?费用)|无(?!一例外)人?(?![障碍偿法线需纸正条关缝论害形超故])|不(?:存在|收取|曾)"
    r"|没(?=[收接受发出办开搞召举设])|免收(?=(?:全部|一切|所有|各项|任何|了)*[^，,。；;\d]{0,8}费)|谈不上|不涉及(?=收费|费用|(?:(?:政府)?信息公开)?(?:的)?(?:行政)?(?:复议|诉讼))|零(?=制发|发布会|行政|政府|信息|申请|投诉|复议|诉讼|举报|收费|费用|发生|受理|出现|收件)"
)
_BEFORE_DENIAL = frozenset("均都也并还尚从亦皆")


@dataclass(frozen=True, slots=True)
class Section:
    """The headings that a sentence stands under, outermost first, and what they make of it.

    plan    it tells of shortcomings and of what is to be done, so its numbers are no figures
    ahead   it tells of what is to be done, and of nothing else
    domain  it tells of one domain (财政, 扶贫, …), so its counts are that domain's
    hotline it tells of hotlines, letters and petitions
    innermost the heading nearest to the sentence, "" if there is none
    """

    headings: tuple[str, ...] = _NONE
    plan: bool = False
    ahead: bool = False
    domain: bool = False
    hotline: bool = False
    topics: frozenset[str] = frozenset()
    innermost: str = field(default="", init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "innermost", next(filter(None, reversed(self.headings)), ""))


class Sentence(NamedTuple):
    """One sentence: `text` begins at `start` in the outline's text.

    first   it opens its paragraph
    spoken  its paragraph has spoken of disclosure before it (政府信息公开由党政办承担。现有2人，1专1兼)
    """

    text: str
    start: int
    section: Section
    first: bool
    spoken: bool = False


def sentences(outline: Outline, start: int, end: int, year: int | None) -> Iterator[Sentence]:
    """The sentences that may state something, each under its headings; over-long ones are left out."""
    headings: tuple[str, ...] = _NONE
    parts = False
    left = MAX_PROSE
    text = outline.text
    for paragraph in outline.paragraphs:
        if paragraph.start < start or paragraph.end > end:
            continue
        if left <= 0:
            return
        until = min(paragraph.end, paragraph.start + left)
        left -= until - paragraph.start
        headings = (*headings[:3], "")
        parts = parts or opens_part(text, paragraph.start, until)
        if not _is_cued(text, paragraph.start, until) and not text.endswith(_OPENS_LIST, paragraph.start, until):
            headings, _ = _advance(headings, text[paragraph.start : min(until, paragraph.start + 60)], True, parts)
            continue
        first, spoken = True, False
        for at, piece in pieces_of(text, paragraph.start, until):
            begin = 0
            if first or piece[:1] in MARKS or piece[1:2] in MARKS:
                headings, begin = _advance(headings, piece, first, parts)
            if first and not headings[3] and mark_of(piece) is None:
                headings = (*headings[:3], _opening(text[at:until], headings))
            if len(piece) < _LONG_OPENING and piece.endswith(_OPENS_LIST[:2]) and _OF_REQUESTS.search(piece):
                headings = (headings[0], piece.strip(), "", "")
            if len(piece) <= _LONG_QUESTION and text[at + len(piece) : at + len(piece) + 1] in _QUESTION:
                headings = (*headings[:3], piece.strip())
            cued = len(piece) == until - paragraph.start  # it is all of its paragraph, which was asked already
            if len(piece) <= MAX_SENTENCE and (cued or _is_cued(piece, 0, len(piece)) or piece.endswith(_OPENS_LIST)):
                behind = _said_out_behind(text, at, at + len(piece), until) if "提案" in piece or "建议" in piece else ""
                text_of = undashed(without_asides(piece + behind))
                text_of = of_one_year(text_of, year) if "分别" in text_of and "年" in text_of else text_of
                text_of = beside_past_years(text_of, year)
                text_of = within_the_year(text_of, year) if "以来" in text_of else text_of
                text_of = of_the_same_year(text_of) if "同年" in text_of or "同期" in text_of else text_of
                whole = _DIVIDED_YEAR.match(text_of) if any(headings[1:]) else None
                kept = len(headings) if whole is None else 1 if whole["kinds"] else 2
                under = (*headings[:kept], *_NONE[kept:])
                yield Sentence(text_of[begin:].rstrip(" "), at + begin, section_under(under, year), first, spoken)
            first, spoken = False, spoken or any(words in piece for words in _DISCLOSURE)


def _said_out_behind(text: str, start: int, end: int, until: int) -> str:
    """The next sentence where it says that the proposals counted in this one are published, to be read as its last clause."""
    behind = _SAID_OUT.match(text, end, until) if _PROPOSALS.match(text, start, end) else None
    return "，" + " " * (behind.start("out") - end - 1) + behind["out"] if behind else ""


_PROPOSALS = re.compile(r"(?!其中)[^。\n]{0,200}?(?:人大|代表|政协|委员)[^。\n]{0,12}(?:建议|提案)[^，,。；;\n\d]{0,6}\d")
_SAID_OUT = re.compile(
    r"。(?:其中[^。\n]{0,20}(?:建议|提案)[^。\n]{0,80}。|[^。\n\d]{2,30}率[^。\n\d]{0,8}(?:\d{1,3}[%％])?。)?"
    r"(?P<out>(?=[^。]{0,16}(?:建议|提案|答复|办[复理]|复文|复函))"
    r"(?:(?!信息(?!公开[网平专栏])|申请|公文|文件)[^。\n\d未没无不]|\d{1,3}(?:\.\d+)?[%％]){4,90}(?<!要求)(?:公开|公示|公布))(?=[。\n]|$)"
)
"""承办代表建议5件、提案8件。办理结果均已在网站公开."""
_A_COUNT = re.compile(r"\d\s?[余多]?[万千百]?\s?[条件次篇个项份起宗例人名位场期处间家班元万余则]")
"""The commonest cue, which is found at once."""


def _is_cued(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text may state something."""
    return _A_COUNT.search(text, start, end) is not None or CUE.search(text, start, end) is not None


_DISCLOSURE = ("信息公开", "政务公开")
_QUESTION = ("？", "?")
_LONG_OPENING = 45
_OF_REQUESTS = re.compile(r"^(?!.*主动公开).*(?:依申请公开|信息公开申请|公开申请)")
"""我局依申请公开工作小结如下：: a heading, though a sentence."""
_LONG_QUESTION = 26
"""公开了多少？: what follows in the paragraph answers it, as it would stand under a heading."""


def section_before(outline: Outline, start: int, at: int, year: int | None) -> Section:
    """The section that something at a character of the outline (a table) stands in, by the paragraphs from `start` on."""
    headings: tuple[str, ...] = _NONE
    for paragraph in outline.paragraphs:
        if paragraph.end > at:
            break
        if paragraph.start >= start:
            line = outline.text[paragraph.start : min(paragraph.end, paragraph.start + 60)]
            headings, _ = _advance((*headings[:3], ""), line, True)
    return section_under(headings, year)


def pieces_of(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    bare = topic_and_count(text, start, end)
    if bare:
        yield start, bare
        return
    for match in _SENTENCE.finditer(text, start, end):
        at = match.start()
        piece = match.group()
        if len(piece) > 24 and ("、" in piece or "）" in piece or ")" in piece):
            for part in _INLINE.split(piece):
                yield at, part
                at += len(part)
        else:
            yield at, piece


def _advance(headings: tuple[str, ...], piece: str, first: bool, parts: bool = False) -> tuple[tuple[str, ...], int]:
    """The headings after the one that a sentence may begin with was read, and where the sentence itself begins.

    `parts`: the report is in 第一部分, 第二部分, …, and what is numbered 一、 stands in one of them.
    """
    boxed = _BOXED.match(piece) if piece[:1] == "【" else None
    if boxed:
        return (headings[0], unasked(boxed.group(1)), "", ""), boxed.end()
    mark = mark_of(piece)
    if mark is None:
        if first and piece[:1] == "附" and opens_appendix(piece.strip()):
            return (piece.strip(), *_NONE[1:]), 0
        return (_under_bare_line(headings, piece.strip()) if first else headings), 0
    level = mark.level
    if parts and not mark.part:
        level = min(level + 1, 3)
    after = mark.end + len(piece[mark.end :]) - len(piece[mark.end :].lstrip())
    cut = _HEADING_END.search(piece, of_two_halves(piece, after) or after)
    while cut and _THOUSANDS.match(piece, cut.start() - 1):
        cut = _HEADING_END.search(piece, cut.end())  # 3. 网站公开1 760条、微信公开320条
    heading = piece[after : cut.start() if cut else len(piece)]
    level = _LINE_LEVEL if level > _LINE_LEVEL and cut is None else level  # 第四，依申请公开: in a line of its own
    heading = unasked(heading)
    if _COUNTS.search(heading) or (heading[-1:] in _CASES and _ITEM.search(heading)) or _ONE_KIND.search(heading):
        heading = ""  # 1.区信访办主动公开7条: no heading, whatever the office is called
    if cut and cut.group() in "，," and (_BEGINS_SENTENCE.match(heading) or _DIGITS.search(heading)):
        heading = ""
    apart = cut is not None and heading and cut.group().isspace()
    begin = cut.end() if cut and apart else 0
    return (*headings[:level], heading if len(heading) <= 42 else "", *_NONE[level + 1 :]), begin


_LINE_LEVEL = 2


def _under_bare_line(headings: tuple[str, ...], line: str) -> tuple[str, ...]:
    """The headings after a line that nothing numbers, which heads what follows if it is worded so or names a topic."""
    named = bare_heading(line) if len(line) <= _LONGEST_LINE else ""
    if not headings[0] and is_bare(named or line):
        return (headings[0], named or line, "", "")
    leaves = named and not headings[0] and kind_of(headings[1]).plan and _LACKING.search(named) is None
    return (headings[0], named, "", "") if leaves or is_of_a_year(named) or (named and _names_topic(named)) else headings


_LACKING = re.compile(r"[不欠差弱少难待够]|加[强大快]|提高|提升|完善|强化|推进|深化|健全|规范|拓[展宽]|继续|进一步")
"""公开内容不够全面, 加强学习: a point under 存在问题, and not the next chapter."""


def _opening(paragraph: str, headings: tuple[str, ...]) -> str:
    """The words that head the rest of their paragraph though nothing numbers them: 依申请公开工作。共收到…; "" if none do."""
    named = opening_of(paragraph[:_LONGEST_LINE])
    return named if named and named not in headings and (_names_topic(named) or is_of_a_year(named)) else ""


_LONGEST_LINE = 30


@lru_cache(maxsize=2048)
def _names_topic(heading: str) -> bool:
    """Whether a heading speaks of a topic that reports have chapters on, or of plans, and of no single domain."""
    kind = kind_of(heading)
    return (bool(kind.topics - {"政开"}) or kind.plan) and not (kind.domain or kind.hotline)


@lru_cache(maxsize=1024)
def section_under(headings: tuple[str, ...], year: int | None) -> Section:
    kinds = [kind_of(heading) for heading in headings if heading]
    return Section(
        headings,
        any(kind.plan for kind in kinds) or _of_next_year(headings, year),
        any(kind.ahead for kind in kinds) or _of_next_year(headings, year),
        any(kind.domain for kind in kinds),
        any(kind.hotline for kind in kinds),
        frozenset().union(*(kind.topics for kind in kinds)),
    )


@lru_cache(maxsize=1024)
def of_own_domain(section: Section, own: frozenset[str]) -> Section:
    """The section as it is for a publisher with domains of its own: 环境保护网站公开情况 is no single one to a 环境保护局."""
    named = {domain for heading in section.headings for domain in DOMAIN.findall(heading)}
    return replace(section, domain=False) if section.domain and named <= own else section


def _of_next_year(headings: tuple[str, ...], year: int | None) -> bool:
    return year is not None and any(f"{year + 1}年" in heading for heading in headings)


@lru_cache(maxsize=2048)
def kind_of(heading: str) -> Section:
    """What one heading alone makes of the sentences under it."""
    return Section(
        plan=bool(_PLAN.search(heading)) and not (_WITH_THE_REST.search(heading) and not _AHEAD.search(heading)),
        ahead=bool(_AHEAD.search(heading)) and not _SHORT_OF.search(heading),
        domain=_of_domain(heading),
        hotline=bool(_HOTLINE.search(heading)) and not ("申请" in heading and _ASKED_TOO.search(heading)),
        topics=frozenset(topic for topic, pattern in TOPICS.items() if pattern.search(heading)),
    )


_ASKED_TOO = re.compile(r"(?:信息公开申请|依申请公开)[^，,。；;]{0,4}[，,]")
"""答复政府信息公开申请，处置信访咨询: requests are told of under it, too."""


def _of_domain(heading: str) -> bool:
    """Whether a heading is of single domains; 重点领域公开内容和数量, 主动公开与重点领域 may count the whole as well."""
    heading = _BENT_ON.sub("", heading) if "围绕" in heading or "聚焦" in heading else heading
    found = set(DOMAIN.findall(_NAMED.sub("", heading)))
    whole = found == {"重点领域"} and (_QUANTITY.search(heading) or _WITH_THE_WHOLE.search(heading))
    return bool(found) and not whole


_BENT_ON = re.compile(
    r"(?:围绕|聚焦)[^，,。；;]{2,16}[，,]?(?:抓|强化|推进|深化|做好|做实|加强|促|推)(?=(?:政府信息|政务|信息|主动)*公开)"
)
"""聚焦生态保护强化公开: what it is done for, and not what alone is counted."""
_ASKED = ("有没有", "收没收", "办没办", "开没开", "发没发")
"""收没收钱: a heading that asks."""


def denials(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence denies something (未, 没有, 无, 不存在): start and end of the denying words."""
    for match in islice(_DENIAL.finditer(text), MAX_DENIALS):
        start = match.start()
        if text[start] == "无" and start and text[start - 1] in "有毫若如":
            continue
        if text[start] == "没" and text[start - 1 : start + 2] in _ASKED:
            continue
        yield start - (start > 0 and text[start - 1] in _BEFORE_DENIAL), match.end()
