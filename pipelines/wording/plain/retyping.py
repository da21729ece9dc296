"""A report's lines as they are read: numbers in digits, without blanks around them, items of information in 条.

公开信息 2, 947 条，其中公告四十八条 is read as 公开信息2,947条，其中公告48条, and every figure keeps its printed place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from pipelines.numbers import chinese_value
from pipelines.outline import Outline, Paragraph
from pipelines.wording.claims import Claim
from pipelines.wording.counts import CHINESE_NUMERAL
from pipelines.wording.plain.case_units import case_units
from pipelines.wording.plain.item_units import Told, item_units
from pipelines.wording.plain.row_lines import RowLines, closed_items, points_of_items

MAX_EDITS = 2_000
"""Blanks and numerals looked at in one line; no line that a clerk wrote has as many."""

_UNIT = r"(?:[条件次篇个项份起宗例人名位场期处间家班元则回批户部]|[余多]?[万亿千百]?[余多]?[条件次篇个项份人名元])"
_NUMBER = r"(?:\d{1,3}(?:, ?\d{3})+|\d{1,8}(?:\.\d{1,4})?)"
_BLANK = re.compile(
    rf" (?:(?P<thousand>(?<=\d, )(?=\d{{3}}(?:, ?\d{{3}})* ?{_UNIT}))|(?<=\d )(?={_UNIT}|[年月日%％‰])"
    r"|(?<=\d[余多万亿千百] )(?=[余多]?[条件次篇个项份人名元])"
    r"|(?<=[年月日] )(?=\d{1,4} ?[年月日])|(?<=[至自从在到于及和与，,、（(～~—－-] )(?=20\d\d)"
    r"|(?<=[，、；：,;:（(] )(?=(?![一二三四五六七八九十第])[一-龥“《])|(?<=[一-龥\d）)”》%％] )(?=[，。、；：）),;:])"
    r"|(?P<year>(?<=[一-龥）)”》] )(?=20\d\d ?年))"
    rf"|(?P<number>(?<=[一-龥（()）：:，,；;、“”》〉～~—－] )(?={_NUMBER} ?(?:{_UNIT}|[%％]))))"
)
_GROUPS = re.compile(r"(?<![\d.])(?<!\d[,，])[1-9]\d{0,2}(?:, ?\d{3})*,$")
_SEVERAL = re.compile(r"(?:分别|依次)[^，,。；;]{0,6}$")
_NEXT = re.compile(r" \d{3}[^，,。；;\d]{1,8}[、和及与，,]\D{0,12}\d")
"""分别为12, 480 条、1, 377 条 are of two subjects, and 分别为12, 480 条 may be."""
_GROUPS_BEFORE = 16
_AFTER_HEADING = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．])[^\d，,。；;：: ]{2,20}$"
)
"""（一）公开数量 49条: the blank divides the heading from what it is of."""
_SET_APART = re.compile(r" 20\d\d 年")
_TOPIC_BEFORE = re.compile(r"^[^，,。；;：:]{0,20}(?:情况|概述|概况|总体|总结|工作|信息|数量)$")
"""主动公开情况 2014 年我镇…: the blank stands between a heading and its sentence."""
_ROUGH = re.compile(rf"(?:大约|约|将近|(?<![最附临接将靠邻])近|逾|超过)(?= ?{_NUMBER} ?[余多]?[万千百]?[条件篇份人名次期场])")
_CLOSE_TO_UNIT = re.compile(r"\d+(?:\.\d+)?[^ \d]")

_FEW_STOPS = 2
_COUNTED = r"条|件|篇|份|宗|起|例|期|场|次(?!会议|全会|全体)|人(?!大|民)|名|位"
_BODIES = r"[个家处](?=单位|部门|乡镇|镇|街道|村|社区|科室|股室|站所|公共查阅|查阅|公开|政府信息|政务)"
_NUMERAL = re.compile(
    rf"(?P<numeral>[{CHINESE_NUMERAL}](?<![第每逐卅廿\d.．{CHINESE_NUMERAL}].)"
    rf"(?:(?<![这那].)|(?=[{CHINESE_NUMERAL}]{{1,8}}条))(?<![第\d] .)[{CHINESE_NUMERAL}]{{0,8}})"
    rf"(?P<about>[余多来几]?) ?(?={_COUNTED}|[个处家间则项班])"
)
_FEW = re.compile(rf"{_COUNTED}|{_BODIES}")
_ONE = re.compile(r"[条件篇份宗起例](?=[、，,；;。）)]|没有[这该此][个份项条件]|$)")
_NOT_ONE = re.compile(
    r"(?:没|(?<!查)无(?!法提供|效|此)|未(?![审办完]?结|完成|作出|答复))[^，,。；;、]{0,30}$"
    r"|(?:[另任统唯同专某]|(?<![清名账])单)$|不[到足超][^，,。；;、]{0,4}$"
)
_MIXED = re.compile(rf"(?<![\d.．])(?:(\d{{1,4}})万)?(\d)千(?:(\d)百)?(?=[余多]?{_UNIT})")
"""1万2千条, 4千2百余条."""
_BAR = re.compile(r"(?<=[\d条件次篇期场起宗元人项个份])\s?[｜|│]\s?(?=[一-龥])")
"""解读9篇｜访谈2次: a stroke that divides as a semicolon does."""
_SLASH = re.compile(
    r"(?<=[\d条件份宗起次人名篇])(?<!\d/\d)(?<![每/]\d)\s?[/／]\s?(?=(?:本人)?[一-龥]{2,10}\s?[：:]?\s?\d{1,6}\s?(?:[条件份宗起次人名篇/／）)】，,。；;]"
    r"|$))"
)
"""当面22/互联网5/信函4: a stroke that divides as a comma does."""
_FIGURES = re.compile(r"的(?:数字|数据|件数|次数)(?=[：:])")
"""依申请公开的数字：无."""
_UNPARTED = re.compile(
    r"(?:当面|[网线][上下]|信函|传真)[^，,。；;、\d]{0,4}\d{1,5}[件份宗](?=(?:当面|[网线][上下]|信函"
    r"|传真)[^，,。；;、\d]{0,4}\d)"
)
"""线上2件线下1件: nothing stands between the two."""
_CIRCLED = re.compile(r"(?<=\d)\s?[②-⑳]\s?(?=[一-龥])|(?<=[\d] )[②-⑳]\s?(?=[一-龥])")
_BRACKETED = re.compile(r"(?<=[一-龥]\d)\s?[（(][2-9][）)](?=[一-龥])|(?<=[一-龥]\d\d)\s?[（(][2-9][）)](?=[一-龥])")
"""①同意公开38②部分公开6, （1）同意公开12（2）部分公开3: the mark of the next point is all that divides them."""
_WORKED_OFF = re.compile(r"收件\s?\d{1,5}\s?件?\s?[，,；;、]\s?(?P<done>办件)(?=\s?\d)")
"""收件137，办件137."""
_TWICE = re.compile(r"(?P<number>[两三四])度(?=(?:专题|专门|组织)?(?:召开|举行|举办|召集|开会|研究))")
"""两度召开专题会."""
_AMONG_THEM = re.compile(r"(?:(?<=[，,。；;])|^)(?:在[此这]之中|在?[此这]当中|在?此中(?![心学间]))(?=[，,：:]?[一-龥“])")
_FOR_ONE = re.compile(
    r"(?:(?<=[，,。；;])|^)(?:(?:仅?以|拿)[^，,。；;\d]{2,14}(?:为例|来说|举例)|(?:例|比)?如[^，,。；;\d]{2,10}(?:领域|方面))[，,：:]\s?"
    r"(?=(?:主动|累计|共|全年)*公开[^，,。；;：:\d]{2,14}\d{1,5}\s?条)"
)
"""在此之中规范性文件34件; 以精准脱贫为例，公开扶贫项目415条: read as 其中."""
_FORMER = re.compile(
    r"(?P<first>(?:行政)?(?:复议|诉讼))(?:案件)?\s?\d{1,4}[件起宗][、，,和及与]\s?(?P<second>(?:行政)?(?:复议|诉讼))(?:案件)?\s?\d{1,4}[件起宗]"
    r"[^。；;]{0,40}?(?P<former>前者)(?=.)[^。；;]{0,60}?(?:(?P<later>后者)(?=.)|[。；;]|$)"
)
_REMEDY = r"(?:行政)?(?:复议|诉讼|应诉|申诉|投诉|举报)(?:案件|案)?"
_ONE_REMEDY = rf"(?:被|因)?(?:提起|申请|接受|提出|受到|发生)?(?:有关|相关)?的?{_REMEDY}"
_AND = r"(?:或者?|以及|和|及|与)"
_MEDIUM = r"(?:网站|官网|公众号|微信|微博|客户端|公[告示开]栏|宣传栏|橱窗|屏|电视|广播|报[纸刊])"
_COMMAS = re.compile(
    rf"{_REMEDY}(?P<remedies>[，,])(?={_AND}?{_ONE_REMEDY}(?:(?:[、，,]|{_AND}){_ONE_REMEDY}){{0,4}}(?:等|的|相关|有关)*"
    r"(?:(?:情况|情形|案件|事项|事件|现象|问题|申请)?(?:的?发生)?(?:[。；;]|$|[，,](?:也|亦|且|并|同时|故|因此|未|没|无))|\s?0\s?[件起宗例](?:[，,。；;]|$)))"
    r"|公民(?P<asked>[，,])(?=法人)"
    rf"|{_MEDIUM}(?P<media>[，,])(?=(?:[^，,。；;\d]{{0,12}}{_MEDIUM}[，,]){{0,4}}[^，,。；;\d]{{0,12}}{_MEDIUM}等[^，,。；;\d]{{0,6}}(?:载体|渠道|平台|方式|形式|途径|媒介))"
    r"|(?:检索|复制|复印|打印|邮寄|传真|邮递)费?(?P<charges>[，,])(?=(?:检索|复制|复印|打印|邮寄|邮递|递送|传真|快递|资料)费?(?:[、，,和及与等]|费))"
)
"""未发生行政复议，行政诉讼的情况: a comma between nouns that are denied together, or between media that are told together."""
_BOXED = re.compile(r"(?<=[^\s【】。；;！？])(?P<opens>【)[^【】\n]{2,160}(?P<closes>】)")
"""收到6件【当面1、网络5】: a bracket of another shape; what heads a paragraph stands before any words."""
_JIAO = re.compile(
    rf"(?P<yuan>(?<![\d.．,，])\d{{1,7}}|(?<![第数几{CHINESE_NUMERAL}])[{CHINESE_NUMERAL}]{{1,9}})\s?元"
    r"(?P<jiao>[\d一二两三四五六七八九])角(?:(?P<fen>[\d一二三四五六七八九])分)?(?![一-龥]?[\d/／])"
)
"""二百一十五元六角, 89元8角."""
_LISTED = (
    "复议，", "复议,", "诉，", "诉,", "投诉", "举报", "案，", "案,", "公民", "检索", "复制", "载体", "渠道", "平台",
    "方式", "形式", "途径",
)  # fmt: skip
_TIMES = {"两": 2, "三": 3, "四": 4}
_ROUND = {"百": 100, "千": 1000, "万": 10000}
_NEARLY = ("近", "约", "逾", "超过", "将近")
_SCALES = frozenset("十百千万")
_SOME = ("数", "几", "上", "好")
"""数十条, 上百条: how many nobody says; 信息数十六条, 网上十件 say it."""


class _Edit(NamedTuple):
    """What is printed from `start` to `end`, and what is read there; `rough`: it is 约 before a number."""

    start: int
    end: int
    read: str
    rough: bool = False


@dataclass(slots=True)
class Retyped:
    """A text as it is read, and where each of its characters is printed; `starts`: where each edit begins in the text read."""

    outline: Outline
    edits: list[_Edit] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def place(self, claims: Iterable[Claim]) -> None:
        """Gives claims that were read in this text the places of the printed one."""
        if not self.edits:
            return
        parents = [claim.parent for claim in claims if claim.parent is not None]
        for claim in {id(claim): claim for claim in (*claims, *parents)}.values():
            raw = self.outline.text[claim.start : claim.end]
            rough = self._rough(claim.start)
            claim.start, claim.end = self._printed(claim.start), self._printed(claim.end - 1, last=True) + 1
            if rough is not None and raw == claim.raw:  # 约: read without it, told with it
                claim.start, claim.raw = rough, f"约{raw}"

    def _rough(self, at: int) -> int | None:
        """Where the word is printed that makes the number read at a place a rough one; None if there is none."""
        number = bisect_right(self.starts, at) - 1
        while number >= 0 and self.starts[number] == at:
            if self.edits[number].rough:
                return self.edits[number].start
            number -= 1
        return None

    def _printed(self, at: int, last: bool = False) -> int:
        """Where a character of the text read is printed; in what was retyped the first or last one of it."""
        number = bisect_right(self.starts, at) - 1
        if number < 0:
            return at
        edit, inside = self.edits[number], at - self.starts[number]
        if inside < len(edit.read):
            return edit.end - 1 if last else edit.start
        return edit.end + inside - len(edit.read)


def retyped(outline: Outline, start: int, end: int) -> Retyped:
    """The paragraphs of a report, from `start` to `end` of an outline, as they are read; its grids are left out.

    >>> retyped(outline_of_text("公开信息 2, 947 条"), 0, 12).outline.text
    '公开信息2,947条'
    """
    text, at, length = outline.text, 0, 0
    read, told, rows = Retyped(outline), Told(), RowLines()
    paragraphs: list[Paragraph] = []
    pieces: list[str] = []
    points = set(points_of_items(text, (one for one in outline.paragraphs if one.start >= start and one.end <= end)))
    for paragraph in outline.paragraphs:
        if paragraph.start < max(start, at) or paragraph.end > end:
            continue
        begin = length + paragraph.start - at
        edits = _edits(text[paragraph.start : paragraph.end], paragraph.start, told, rows)
        if points:
            edits = [_Edit(at - 1, at, f"{text[at - 1]}条") for at in points if paragraph.start < at <= paragraph.end] or edits
        for edit in edits:
            read.edits.append(edit)
            read.starts.append(length + edit.start - at)
            pieces += (text[at : edit.start], edit.read)
            length += edit.start - at + len(edit.read)
            at = edit.end
        length, at = length + paragraph.end - at, _kept(pieces, text, at, paragraph.end)
        paragraphs.append(Paragraph(begin, length))
    read.outline = Outline("".join((*pieces, text[at:])), tuple(paragraphs), ())
    return read


def _kept(pieces: list[str], text: str, start: int, end: int) -> int:
    pieces.append(text[start:end])
    return end


def _edits(line: str, start: int, told: Told, rows: RowLines) -> list[_Edit]:
    """What is read otherwise than it is printed in a line that begins at `start`; `told`, `rows`: what those before it told."""
    if row := list(rows.edits(line)):
        return [_Edit(start + begin, start + end, read) for begin, end, read in row]
    found = list(islice(_blanks(line), MAX_EDITS)) if " " in line else []
    found += islice(_numerals(line), MAX_EDITS)
    if "约" in line or "近" in line or "逾" in line or "超过" in line:
        found += (_Edit(*match.span(), "", True) for match in islice(_ROUGH.finditer(line), MAX_EDITS))
    if "｜" in line or "|" in line or "│" in line:
        found += (_Edit(*match.span(), "；") for match in islice(_BAR.finditer(line), MAX_EDITS))
    if "/" in line or "／" in line:
        found += (_Edit(*match.span(), "、") for match in islice(_SLASH.finditer(line), MAX_EDITS))
    if "的数" in line or "的件数" in line or "的次数" in line:
        found += (_Edit(*match.span(), "") for match in islice(_FIGURES.finditer(line), MAX_EDITS))
    if "度召" in line or "度专" in line or "度组" in line:
        found += (_Edit(*match.span(), f"{_TIMES[match['number']]}次") for match in _TWICE.finditer(line))
    if "此" in line or "这" in line:
        found += (_Edit(*match.span(), "其中") for match in islice(_AMONG_THEM.finditer(line), MAX_EDITS))
    if "例" in line or "如" in line or "来说" in line:
        found += (_Edit(*match.span(), "其中") for match in islice(_FOR_ONE.finditer(line), MAX_EDITS))
    if "剔重" in line:
        found += (_Edit(*match.span(), "去重") for match in re.finditer("剔重", line))
    if "②" in line:
        found += (_Edit(*match.span(), "；") for match in islice(_CIRCLED.finditer(line), MAX_EDITS))
    if "（1）" in line or "(1)" in line:
        found += (_Edit(*match.span(), "；") for match in islice(_BRACKETED.finditer(line), MAX_EDITS))
    if "办件" in line:
        found += (_Edit(*match.span("done"), "办结") for match in _WORKED_OFF.finditer(line))
    if "前者" in line:
        found += _of_two(line)
    if "线上" in line or "当面" in line or "网上" in line:
        found += (_Edit(match.end(), match.end(), "、") for match in islice(_UNPARTED.finditer(line), MAX_EDITS))
    if "【" in line:
        found += _boxes(line)
    if any(words in line for words in _LISTED):
        found += (_Edit(*match.span(match.lastgroup or 0), "、") for match in islice(_COMMAS.finditer(line), MAX_EDITS))
    if any(word in line for word in _PUT_UP_WORDS):
        found += (_Edit(*match.span("done"), "发布") for match in islice(_PUT_UP.finditer(line), MAX_EDITS))
    if "推送" in line and "向" in line:
        found += (_Edit(*match.span("done"), "报送") for match in islice(_SENT_IN.finditer(line), MAX_EDITS))
    if "信息达" in line or "信息数" in line:
        found += (_Edit(*match.span(), "") for match in islice(_REACHES.finditer(line), MAX_EDITS))
    if "[" in line or "［" in line or "）条" in line or ")条" in line or "）件" in line:
        found += (_Edit(*match.span(), match["number"]) for match in islice(_IN_BOX.finditer(line), MAX_EDITS))
    if line.count("。") > _FEW_STOPS:
        found += (_Edit(*edit) for edit in islice(closed_items(line), MAX_EDITS))
    units = [*islice(item_units(line, told), MAX_EDITS), *islice(case_units(line), MAX_EDITS)]
    found += [_Edit(at, at + 1, unit) for at, unit in units]
    if not found:
        return []
    edits: list[_Edit] = []
    for edit in sorted(found):
        if not edits or edit.start >= edits[-1].end:  # two readers may have met in one place
            edits.append(edit)
    return [edit._replace(start=start + edit.start, end=start + edit.end) for edit in edits]


def _of_two(line: str) -> Iterator[_Edit]:
    """前者 and 后者 of a line as the cases that they stand for: 复议4件、诉讼3件，前者3件维持，后者2件驳回."""
    for match in islice(_FORMER.finditer(line), MAX_EDITS):
        for which, cases in (("former", "first"), ("later", "second")):
            if match[which]:
                yield _Edit(*match.span(which), match[cases] + ("中" if line[match.end(which)].isdecimal() else ""))


_PUT_UP = re.compile(
    r"(?:网站?|平台|公众号|渠道|客户端|APP)[^，,。；;、短]{0,1}[”\"》）]?[上中]?[，,]?(?:主动|及时|全年|累计|共)*(?P<done>登载|推送|公布|刊发)"
    r"(?=了?[^，,。；;\d]{0,40}(?:信息|公告|公示|动态)(?:[共合总]计|共|达)?\s?\d)(?![^。；;]{0,40}(?:采用|采纳|录用))"
)
"""依托县政府网站登载动态类信息46条: put up there, in whatever word."""
_SENT_IN = re.compile(
    r"向[^，,。；;\d]{2,16}(?:网站?|平台|公众号|客户端)(?P<done>推送)(?=[^。；;]{0,40}(?:采用|采纳|录用))"
)
"""向县政府网站推送信息46条，被采用12条: sent in."""
_PUT_UP_WORDS = ("登载", "推送", "公布", "刊发")
_REACHES = re.compile(r"(?<=信息)(?:达到?|数量?[为达])(?=\s?\d{1,7}\s?[余多]?万?[余多]?[条件篇，,])")
"""公开动态、公告等信息达46条: and no more is said by it."""
_IN_BOX = re.compile(
    r"(?:[\[［]|(?<=[息请据态告文类录])[（(])(?P<number>\d{1,7})[\]］）)](?=\s?[条件篇份次](?![款例目]))"
)
"""发布信息[64]条, 发布信息（64）条: where a form was filled in."""


def _boxes(line: str) -> Iterator[_Edit]:
    """The square brackets of a line that say more of the words before them, as round ones."""
    for match in islice(_BOXED.finditer(line), MAX_EDITS):
        yield _Edit(*match.span("opens"), "（")
        yield _Edit(*match.span("closes"), "）")


def _blanks(line: str) -> Iterator[_Edit]:
    """The blanks of a line that divide nothing."""
    for match in _BLANK.finditer(line):
        at = match.start()
        groups = _GROUPS.search(line, max(0, at - _GROUPS_BEFORE), at) if match.lastgroup == "thousand" else None
        if match.lastgroup == "thousand" and (
            groups is None or (_SEVERAL.search(line, 0, groups.start()) and not _NEXT.match(line, at))
        ):
            continue
        if match.lastgroup == "year" and (_AFTER_HEADING.match(line, 0, at) or not _SET_APART.match(line, at)
                                          or _TOPIC_BEFORE.search(line, 0, at)):  # fmt: skip
            continue
        if match.lastgroup == "number" and _CLOSE_TO_UNIT.match(line, at + 1) and _AFTER_HEADING.match(line, 0, at):
            continue
        yield _Edit(at, at + 1, "")


def _numerals(line: str) -> Iterator[_Edit]:
    """The Chinese numerals of a line that count something, in digits: 四十八条, 百余件."""
    for match in _NUMERAL.finditer(line):
        value = _value(match, line)
        if value:
            yield _Edit(*match.span("numeral"), str(value))
    for match in _MIXED.finditer(line) if "千" in line else ():
        myriads, thousands, hundreds = (int(part or 0) for part in match.groups())
        yield _Edit(*match.span(), str(10_000 * myriads + 1000 * thousands + 100 * hundreds))
    for match in _JIAO.finditer(line) if "角" in line else ():
        yuan, jiao, fen = (_digits(part or "") for part in match.groups())
        if yuan is not None:
            yield _Edit(*match.span(), f"{yuan}.{jiao}{fen or ''}元")


def _digits(numeral: str) -> int | None:
    """The value of a numeral in digits or in Chinese; None if it is neither."""
    value = chinese_value(numeral) if not numeral.isdecimal() else int(numeral)
    return None if value is None else int(value)


def _value(match: re.Match[str], line: str) -> int | None:
    numeral, start, end = match["numeral"], match.start(), match.end()
    if _SCALES.issuperset(numeral) and line.endswith(_SOME, 0, start) and not (numeral == "十" and line[start - 1] == "上"):
        return None
    if numeral in _ROUND:
        return _ROUND[numeral] if match["about"] in ("余", "多", "来") or line.endswith(_NEARLY, 0, start) else None
    value = chinese_value(numeral)
    if value is None or not value:
        return None
    if value == 1:
        return 1 if _ONE.match(line, end) and not _NOT_ONE.search(line, max(0, start - 36), start) else None
    return int(value) if value >= 10 or _FEW.match(line, end) else None
