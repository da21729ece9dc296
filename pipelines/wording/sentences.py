"""The sentences of a report's prose with the headings they stand under, and the numbers and denials in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from pipelines.outline import Grid, Outline
from pipelines.wording.appended import opens_appendix, topic_and_count
from pipelines.wording.bracketed import unbracketed, without_appealed, without_classes, without_sessions, without_uncounted
from pipelines.wording.cues import CUE, DOMAIN, led
from pipelines.wording.unlike import counts_nothing, without_units

MAX_SENTENCE = 700
"""A longer sentence is not read: nobody writes one, and a page made to stall would."""

MAX_DENIALS, MAX_HITS = 12, 80
"""Denials and numbers looked at in one sentence."""

MAX_CELL_ROWS, MAX_CELL_COLUMNS = 60, 12
"""Rows and columns of one table whose cells are read as prose."""

MAX_PROSE = 150_000
"""Characters of prose read for one report; the longest genuine ones have a third of that."""

_SENTENCE = re.compile(r"[^。！？!?\n]+")
_INLINE = re.compile(r"(?<=[\s;；])(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])")
_MARK = re.compile(
    r"[\s　]*(?:(?P<first>第?[一二三四五六七八九十]{1,3}(?:部分)?[、.．：:\s])"
    r"|(?P<second>[（(][一二三四五六七八九十]{1,3}[）)][、.．]?)|(?P<third>\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[）)][、.．]?"
    r"|[①-⑳])|(?P<fourth>[一二三四五六七八九十]是))"
)
_PART = re.compile(r"\s*第[一二三四五六七八九十]{1,3}部分[、.．：:\s]")
_MARKS = frozenset("【第一二三四五六七八九十（(0123456789①②③④⑤⑥⑦⑧⑨⑩ 　")
_NONE = ("", "", "", "")
_BOXED = re.compile(r"【([^【】\d]{2,20})】\s?")
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
_DIVIDED_YEAR = re.compile(
    r"\s*(?:20\d\d年度?|[全本]年度?|今年)[^，,。；;\d]{0,30}主动公开(?:政府"
    r"|政务)?信息[^，,。；;\d]{0,6}\d{1,6}\s?[余多]?条[，,（(：:]\s?其中"
)
"""三是公开部门文件、人事任免。2022年主动公开信息264条，其中…: the year's whole, no part of the point before it."""
_HEADING_END = re.compile(r"[。：:，,；;\s]")
_BARE_HEADING = re.compile(r"[^\d。，,；;：:未无没]{2,22}(?:情况|概述|问题|不足|措施|打算|计划|安排|重点|思路|方向)")

_TOPIC = (
    r"(?:政府信息|信息)?(?:主动公开|依申请公开|公开申请)(?:政府信息)?|(?:依申请公开)?(?:收费|费用)(?:[及和与]减免|减免)?"
    r"|(?:行政)?(?:复议|诉讼|应诉)|(?:举报|投诉){1,2}|(?:人员|机构|经费|培训|会议)"
)
_BARE_TOPICS = re.compile(rf"(?:{_TOPIC})(?:[、和及与](?:{_TOPIC})){{0,3}}[：:]?")
"""复议、诉讼: a line of nothing but topics is a heading, though nothing numbers it."""

_PLAN = re.compile(
    r"问题|不足|改进|打算|下一步|下步|努力方向|工作计划|工作思路|工作设想|今后|明年|下一?年度?(?:工作|重点|计划|打算)|整改"
    r"|意见建议"
)
_AHEAD = re.compile(r"打算|下一步|下步|努力方向|工作计划|思路|设想|今后|明年|下一?年度?|改进措施|整改措施")
_HOTLINE = re.compile(r"12345|热线|信箱|信访|留言|来信来访|市民服务")
_REMEDY = r"(?:权利|权益|监督|法律|行政|司法)[与和及、]?救济|救济(?:渠道|途径)"
"""监督救济: reviews, suits and complaints; 社会救济 is none of them."""

TOPICS = {
    "公开": re.compile(
        r"主动公开|公开(?:的)?(?:政府)?信息|信息公开的?(?:数量|总量|总数|条数|内容|类别|载体|情况)|公开渠道|公开形式|公开平台|总体情况|概述|概况"
    ),
    "申请": re.compile(r"依申请|申请"),
    "复议": re.compile(rf"复议|{_REMEDY}"),
    "诉讼": re.compile(rf"诉讼|{_REMEDY}"),
    "投诉": re.compile(rf"投诉|举报|{_REMEDY}"),
    "费用": re.compile(r"收费|费用|减免"),
    "回应": re.compile(r"回应|解读|舆情"),
    "政开": re.compile(r"信息公开|政务公开|培训|组织领导|领导重视|加强领导|专人|机制|保障|监督|队伍|机构|人员|宣传"),
    "会训": re.compile(r"会议|培训"),
    "队伍": re.compile(r"人员|机构|队伍|经费|保障|培训|会议|组织"),
}
"""What makes a heading speak of a topic."""

_CHINESE_NUMERAL = "零〇两一二三四五六七八九十百千万"
_BANKERS = "壹贰叁肆伍陆柒捌玖拾佰仟"
"""Numerals of receipts: 人民币贰拾捌元整."""
_UNIT = (
    "人次|条次(?!之)|件次(?!之)|篇次(?!之)|场次|亿元|万元|千元|条|件|次|篇|个人(?=[兼专从负管抓做，,；;、。（(]|$)|个|项|份|起|宗|例|人|名|位|场|期"
    r"|处|间|家|班|元|(?<=[\d０-９])则|回(?![应复访答收执馈落升迁乡来头归顾避])"
)
_HIT = re.compile(
    rf"(?=[大约将近超逾接\d０-９{_CHINESE_NUMERAL}{_BANKERS}])(?:大约|约为|(?<![节公预条合契签集规民])约|将近|近|超过|逾|接近)?\s?"
    r"(?:(?<![\d０-９A-Za-z.\-/第〔\[［《])(?:[\d０-９]{1,3}(?:[,，][\d０-９]{3})+|\d{1,3}(?: \d{3})+(?!\d)"
    r"|[\d０-９]{1,12})(?:[.．][\d０-９]{1,4})?(?![\d０-９%％‰.．])"
    rf"|(?!(?<=在)一起|万元[）)])(?<![第统唯同专单某这那每逐{_CHINESE_NUMERAL}])(?<!另(?=一[^件宗起份例]))[{_CHINESE_NUMERAL}]{{1,9}}|[{_BANKERS}零]{{1,12}}(?=\s?万?元))"
    rf"\s?[余多来]?[万亿千百]?[余多]?\s?(?P<unit>{_UNIT})(?:[（(](?:次|件|篇|条)[）)])?(?![款例目线途渠]|(?<=个)月|[\d一二两三四五六七八九]角|规(?!范性)|大类|类[别，、：:]|工作日|"
    rf"(?:[县区市]?直|政府|职能|工作|组成|行政|乡)*(?:部门|单位|乡镇|镇|街道(?!干部|工作人员)|机关(?!干部|工作人员|人员)))(?:左右)?"
)
_BARE = re.compile(
    r"[为数量计是：:额用到至](?:(?<=[为数量计是：:额用])|(?<=[降减][到至为]))\s?([\d０-９]{1,9}|零|〇|(?<=元[）)][：:])\d{1,6}\.\d{1,4})(?![,，]\d{3}(?!\d))(?=\s?(?:[，,。；;）)]|$|[（(](?:[条件篇次][）)]|[^\d（）()，,：:]{1,6}\d))|(?<![：:为是]\d)、)"
)
_ASKED = re.compile(r"(?:申请|复议|诉讼|投诉|举报)(?:案件|事项|件)?\s?(\d{1,6})(?=\s?(?:[，,。；;）)]|$))")
"""共受理政府信息公开申请0: neither unit nor 为."""
_LAST = re.compile(r"[开布送](?:政[府务])?信息\s?(\d{1,6})(?=[，,；;](?!\d{3}(?!\d))|$)")
"""公开政务信息193: the unit was left out at the end of a clause."""
_RUN = re.compile(r"(?:(?:\d{1,2}[.．、])?[^\d，,;；、。（）()：:％%\s]{2,20}\s?\d{1,6}(?:[;；，,、。）)]|$)\s?){2,}")
_WITHOUT_UNIT = re.compile(r"\d[;；，,、）)]")
_RUN_ITEM = re.compile(r"(?<=[^\d.．])(\d{1,6})(?=[;；，,、。）)]|$)")
"""（网络4、信函2）, 1.概况5;2.规章100;: a run of labels with numbers that have no unit."""
_NOISE = re.compile(r"[（(](?:微信号?|公众号|账号|帐号|网址|域名|ID|http|www|邮编|电话)[^（）()，,。]{0,60}[）)]")
"""(微信号:abc4822006): its digits count nothing."""
_ACCOUNTS = re.compile(r"(?<=[号博信台站户])[（(]\s?\d{1,3}\s?个\s?[）)]")
"""微信公众账号（1个）发布信息149条: how many accounts there are."""
_TERRITORY = re.compile(r"(?<=[所下]辖|[所下]属|辖区)的?\s?\d{1,3}\s?个(?=(?:行政|自然|基层)?(?:社区|村|居|站所|科室|股室|学校))")
"""街道及所辖12个社区配备: whose they are, and no count of anything."""
_IN_TURN = re.compile(r"依次(?=[为是有]?\s?[\d一二两三四五六七八九十零〇])")
"""国家秘密、个人隐私依次为3件、1件: 分别."""
_THEMES = re.compile(r"以?[“\"][^“”\"\n]{2,60}[”\"](?:[、和及与][“\"][^“”\"\n]{2,60}[”\"]){0,4}[为等]?主题的?")
"""以“关注养老，关爱老人”和“…”为主题的: what something was about, with commas of its own."""
_PASSED = re.compile(
    rf"(?:突破|跨过|迈过|越过|冲破|站上)了?\s?[\d{_CHINESE_NUMERAL}]{{1,8}}\s?[余多]?万?(?:{_UNIT})?的?"
    r"(?:(?:大关|关口|关)[，,](?:首次|最终|实际|已经?|共|一举|历史性地?)*(?=达|为|有|上升|增)|[，,](?:最终|实际|已经?|共)*(?=达到))"
)
"""突破三百条大关，达到312条: which round number it left behind."""
_SPELT_OUT = re.compile(
    rf"(?P<words>[{_CHINESE_NUMERAL}]{{2,12}}[（(])(?P<number>\d{{1,7}})(?P<end>[）)])(?={_UNIT})"
)
"""三千二百一十六（3216）条: the same number twice."""
_DENIAL = led(
    "未没免无停不谈零",
    r"未曾?(?!经(?!历))(?![来能必按公尽完成予批满]|及时|开(?![展设办过]))|没有?人?|(?:免费|无偿)(?=提供|$|[，,。；;])|停止(?=收取|收费)|不(?=发生|收费|收钱|收一分|收分文|收取?(?:任何|一切|各项)?费用)|无(?!一例外)人?(?![障碍偿法线需纸正条关缝论害形超故])|不(?:存在|收取|曾)"
    r"|没(?=[收接受发出办开搞召举设])|免收(?=(?:全部|一切|所有|各项|任何|了)*[^，,。；;\d]{0,8}费)|谈不上|不涉及(?=收费|费用)|零(?=制发|发布会|行政|政府|信息|申请|投诉|复议|诉讼|举报|收费|费用|发生|受理|出现|收件)"
)
_BEFORE_DENIAL = frozenset("均都也并还尚从亦皆")


@dataclass(frozen=True, slots=True)
class Section:
    """The headings that a sentence stands under, outermost first, and what they make of it.

    plan    it tells of shortcomings and of what is to be done, so its numbers are no figures
    ahead   it tells of what is to be done, and of nothing else
    domain  it tells of one domain (财政, 扶贫, …), so its counts are that domain's
    hotline it tells of hotlines, letters and petitions
    """

    headings: tuple[str, ...] = _NONE
    plan: bool = False
    ahead: bool = False
    domain: bool = False
    hotline: bool = False
    topics: frozenset[str] = frozenset()

    @property
    def innermost(self) -> str:
        """The heading nearest to the sentence, "" if there is none."""
        for heading in reversed(self.headings):
            if heading:
                return heading
        return ""


class Hit(NamedTuple):
    """A number in a sentence with its unit: characters `start` to `end`; unit `-` where none is printed."""

    start: int
    end: int
    unit: str


class Sentence(NamedTuple):
    """One sentence: `text` begins at `start` in the outline's text. `first` opens its paragraph."""

    text: str
    start: int
    section: Section
    first: bool


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
        parts = parts or _PART.match(text, paragraph.start, until) is not None
        if not CUE.search(text, paragraph.start, until) and not text.endswith(_OPENS_LIST, paragraph.start, until):
            headings, _ = _advance(headings, text[paragraph.start : min(until, paragraph.start + 60)], True, parts)
            continue
        first = True
        for at, piece in _pieces(text, paragraph.start, until):
            begin = 0
            if first or piece[:1] in _MARKS or piece[1:2] in _MARKS:
                headings, begin = _advance(headings, piece, first, parts)
            if len(piece) < _LONG_OPENING and piece.endswith(_OPENS_LIST[:2]) and _OF_REQUESTS.search(piece):
                headings = (headings[0], piece.strip(), "", "")
            if len(piece) <= _LONG_QUESTION and text[at + len(piece) : at + len(piece) + 1] in _QUESTION:
                headings = (*headings[:3], piece.strip())
            if len(piece) <= MAX_SENTENCE and (CUE.search(piece) or piece.endswith(_OPENS_LIST)):
                text_of = _NOISE.sub(_blank, piece) if "号" in piece or "w" in piece or "电话" in piece else piece
                text_of = _ACCOUNTS.sub(_blank, text_of) if "个）" in piece or "个)" in piece else text_of
                text_of = _THEMES.sub(_blank, text_of) if "主题" in piece else text_of
                text_of = _TERRITORY.sub(_blank, text_of) if "辖" in piece or "属" in piece else text_of
                text_of = _PASSED.sub(_blank, text_of) if "突破" in piece or "关" in piece else text_of
                text_of = _SPELT_OUT.sub(_spelt_out, text_of) if "（" in piece or "(" in piece else text_of
                text_of = _IN_TURN.sub("分别", text_of) if "依次" in piece else text_of
                text_of = without_uncounted(without_classes(text_of)) if "（" in piece or "(" in piece else text_of
                text_of = without_appealed(text_of) if "不服" in piece else text_of
                text_of = without_sessions(text_of) if "届" in piece else text_of
                text_of = unbracketed(text_of) if "）" in piece or ")" in piece else text_of
                under = (*headings[:3], "") if headings[3] and _DIVIDED_YEAR.match(text_of) else headings
                yield Sentence(text_of[begin:], at + begin, _section(under, year), first)
            first = False


_QUESTION = ("？", "?")
_LONG_OPENING = 45
_OF_REQUESTS = re.compile(r"^(?!.*主动公开).*(?:依申请公开|信息公开申请|公开申请)")
"""我局依申请公开工作小结如下：: a heading, though a sentence."""
_LONG_QUESTION = 20
"""公开了多少？: what follows in the paragraph answers it, as it would stand under a heading."""
_LONG_CELL = 14
"""A shorter cell is a label or a number."""


def cell_sentences(outline: Outline, grid: Grid, start: int, year: int | None) -> Iterator[Sentence]:
    """The sentences in the cells of a table that is no form, each under the label that stands before it in its row.

    Only beside a label of the report's own topics (主动公开情况): other tables' sentences are of other matters.
    """
    chapter = section_before(outline, start, grid.start, year).headings[0]
    seen: set[int] = set()
    for row in grid.slots[:MAX_CELL_ROWS]:
        label = ""
        for cell in row[:MAX_CELL_COLUMNS]:
            if cell is None or id(cell) in seen:
                continue
            seen.add(id(cell))
            if len(cell.text) < _LONG_CELL:
                label = cell.text.strip() or label
            elif _kind(label[:42]).topics and any(mark in cell.text for mark in "，。；") and CUE.search(cell.text):
                section = _section((chapter, label[:42], "", ""), year)
                pieces = ((at, piece) for at, piece in _pieces(outline.text, cell.start, cell.end) if len(piece) <= MAX_SENTENCE)
                yield from (Sentence(piece, at, section, at == cell.start) for at, piece in pieces if CUE.search(piece))


def section_before(outline: Outline, start: int, at: int, year: int | None) -> Section:
    """The section that something at a character of the outline (a table) stands in, by the paragraphs from `start` on."""
    headings: tuple[str, ...] = _NONE
    for paragraph in outline.paragraphs:
        if paragraph.end > at:
            break
        if paragraph.start >= start:
            line = outline.text[paragraph.start : min(paragraph.end, paragraph.start + 60)]
            headings, _ = _advance((*headings[:3], ""), line, True)
    return _section(headings, year)


def _spelt_out(match: re.Match[str]) -> str:
    return " " * len(match["words"]) + match["number"] + " " * len(match["end"])


def _blank(noise: re.Match[str]) -> str:
    return " " * len(noise.group())


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
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
        return (headings[0], boxed.group(1), "", ""), boxed.end()
    mark = _MARK.match(piece) if piece[:1] in _MARKS or piece[1:2] in _MARKS else None
    if mark is None:
        if first and piece[:1] == "附" and opens_appendix(piece.strip()):
            return (piece.strip(), *_NONE[1:]), 0
        line = piece.strip() if first and not headings[0] and len(piece) <= 24 else ""
        bare = line and (_BARE_HEADING.fullmatch(line) or _BARE_TOPICS.fullmatch(line))
        return ((headings[0], piece.strip(), "", "") if bare else headings), 0
    level = {"first": 0, "second": 1, "third": 2, "fourth": 3}[mark.lastgroup or "first"]
    if parts and "部分" not in mark.group():
        level = min(level + 1, 3)
    after = mark.end() + len(piece[mark.end() :]) - len(piece[mark.end() :].lstrip())
    cut = _HEADING_END.search(piece, after)
    heading = piece[after : cut.start() if cut else len(piece)]
    if _COUNTS.search(heading):
        heading = ""  # 1.区信访办主动公开7条: no heading, whatever the office is called
    if cut and cut.group() in "，," and (_BEGINS_SENTENCE.match(heading) or _DIGITS.search(heading)):
        heading = ""
    apart = cut is not None and heading and cut.group().isspace()
    begin = cut.end() if cut and apart else 0
    return (*headings[:level], heading if len(heading) <= 42 else "", *_NONE[level + 1 :]), begin


@lru_cache(maxsize=1024)
def _section(headings: tuple[str, ...], year: int | None) -> Section:
    kinds = [_kind(heading) for heading in headings if heading]
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
def _kind(heading: str) -> Section:
    """What one heading alone makes of the sentences under it."""
    return Section(
        plan=bool(_PLAN.search(heading)),
        ahead=bool(_AHEAD.search(heading)),
        domain=_of_domain(heading),
        hotline=bool(_HOTLINE.search(heading)),
        topics=frozenset(topic for topic, pattern in TOPICS.items() if pattern.search(heading)),
    )


def _of_domain(heading: str) -> bool:
    """Whether a heading is of single domains; 重点领域公开内容和数量, 主动公开与重点领域 may count the whole as well."""
    found = set(DOMAIN.findall(_NAMED.sub("", heading)))
    whole = found == {"重点领域"} and (_QUANTITY.search(heading) or _WITH_THE_WHOLE.search(heading))
    return bool(found) and not whole


def hits(text: str) -> list[Hit]:
    """The numbers of a sentence that may be figures, in order; 第20条, 28.7%, years and dates are not among them."""
    return list(_hits(text))


@lru_cache(maxsize=64)
def _hits(text: str) -> tuple[Hit, ...]:
    """The numbers of a sentence, kept for the few texts read last: many readers ask for those of one sentence."""
    found = [Hit(*match.span(), match["unit"]) for match in islice(_HIT.finditer(text), MAX_HITS)]
    if "项" in text or "等" in text:
        found = [hit for hit in found if not counts_nothing(text, hit.start, hit.end)]
    bare = [Hit(match.start(1), match.end(1), "-") for match in islice(_BARE.finditer(text), MAX_HITS)]
    if _WITHOUT_UNIT.search(text):
        spans = [run.span() for run in islice(_RUN.finditer(text), MAX_HITS)]
        runs = [Hit(item.start(1), item.end(1), "#") for span in spans for item in _RUN_ITEM.finditer(text, *span)]
        starts = {hit.start for hit in runs} - {hit.start for hit in found}
        bare = [hit for hit in bare if hit.start not in starts] + [hit for hit in runs[:MAX_HITS] if hit.start in starts]
    last = [match.span(1) for match in islice(_LAST.finditer(text), MAX_HITS)] if "信息" in text else []
    asked = [match.span(1) for match in islice(_ASKED.finditer(text), MAX_HITS)]
    for spans, unit in ((without_units(text), "条"), (asked, "-"), (last, "-")):
        starts = {hit.start for hit in bare} if spans else set()
        bare += [Hit(start, end, unit) for start, end in spans if start not in starts]
    return tuple(sorted(found + bare, key=lambda hit: hit.start) if bare else found)


def denials(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence denies something (未, 没有, 无, 不存在): start and end of the denying words."""
    for match in islice(_DENIAL.finditer(text), MAX_DENIALS):
        start = match.start()
        if text[start] == "无" and start and text[start - 1] in "有毫若如":
            continue
        yield start - (start > 0 and text[start - 1] in _BEFORE_DENIAL), match.end()
