"""The wordings of the figures in prose, read from `models/data/wordings.csv`, and how a phrase is brought to its core.

A phrase (全县通过政府门户网站共公开信息) loses its dates, its own subject and its filling words; what is left is written
in the table's few canonical words (网站公开信息). A core that the table does not know belongs to something else.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from pipelines.wording.cues import DOMAIN
from pipelines.wording.tolerance import OTHER, marked

TimeKind = Literal["this", "other", "part"]
"""A time in a phrase: the report's year, another year, or only a part of a year."""

MAX_PHRASE = 160
"""Longer phrases are not read: no figure is introduced by more characters than that."""

_YEAR = r"20\d{2}\s?年度?"
_TIME = (
    rf"(?:截[至止]到?|至|自|从|在|于)?(?:{_YEAR}|20\d{{2}}(?![\d.．年条件次个项名人篇份处期场]))"
    r"(?:\d{1,2}月(?:\d{1,2}日|底|末|份)?|第?[一二三四]季度|[上下]半年|全年度?|[底末中间内])?"
    r"(?:[至到—~～－–-]{1,2}(?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日|底|末|份)?)?(?:期间|以来|止|内)?"
    r"|截[至止]到?(?:目前|今年底|本?年[底末]|当前|\d{1,2}月(?:\d{1,2}日|底|末))(?:止)?"
    r"|(?:今|本|全|当|该)年度?(?:以来|内|全年|期间)?|(?:一年|年初以)来|年度?内|(?:本)?(?:报告|统计)(?:年度|期)(?:限)?内?|本年度全年"
    r"|[上下]半年|第?[一二三四]季度"
)
_BODY = (
    "省|自治区|市|州|盟|县|区|旗|镇|乡|街道|苏木|街|局|委|办事处|办|处|院|厅|中心|单位|部门|行政机关|机关|级|站|所|队|馆"
    "|开发区|园区|管委会|场|系统"
)
_PART = r"(?:[（(][^（）()]{1,8}[）)])?"
_TOWNS = rf"(?:各|所有|\d{{1,3}}[个家])(?:乡镇街道|乡镇|镇街|乡街|镇乡|乡|镇|街道){_PART}"
_OFFICES = (
    rf"(?:各|所有|\d{{1,3}}[个家])(?:县直|区直|市直|县级|区级|市级|[县区市]|政府工作|有关|职能|相关|政府)?"
    rf"(?:部门|单位){_PART}(?:[、和及](?:各)?单位)?"
)
_GOVERNMENT = r"(?:人民)?政府(?!信息|门户|网|公报|公众|政务|各|办|部门|组成|直属|微|官|工作|机构)"
_OWN = (
    rf"(?:我|本|全)(?:{_BODY})(?:{_GOVERNMENT}|范围内|本级|各级(?:行政机关|政府机关|政府)|行政机关|政府机关|机关|系统)?(?:党政综合办|党政办|政府系统)?"
    rf"|{_TOWNS}[、和及与，,]?{_OFFICES}|{_OFFICES}[、和及与，,]?{_TOWNS}|各级各(?:部门|单位)|各级(?:行政机关|政府机关|政府)|各单位|[省市县]、?[市县区乡镇]、?[乡镇村]?[两三]级"
    rf"|(?:县|区|市|镇|乡|州|旗){_GOVERNMENT}"
    rf"|(?:及|和|、)?(?:其|局属|所属|下属|直属)(?:各)?(?:事业)?(?:单位|机构|部门|站所)"
    r"|[县区市州旗](?:人民)?政府新闻办(?:公室)?|[镇乡局]?党政(?:综合)?办(?:公室)?|综合办(?:公室)?|[镇乡局]机关|[镇乡]政府办公?室?|街道办事处|街道办(?!公)|局办公室"
)
_QUOTED = (
    r"[“\"‘《][^“”\"‘’《》]{1,14}[”\"’》]"
    r"(?=(?:[县区市镇乡局](?:人民)?)?(?:政府|政务|官方|新浪|腾讯)?(?:门户)?(?:微信|微博|网站|公众|平台|订阅号|门户|政府网)|(?:共|累计|全年)?(?:推送|发布|公开))"
    r"|[“\"‘][^“”\"‘’]{1,14}[”\"’](?=栏目|专栏|专题|板块|版块|频道|子站)"
    r"|涉[一-龥]{1,2}(?=重大|舆情|政务|热点)"
)
_ENUMERATION = re.compile(
    r"[\s　]*(?:[一二三四五六七八九十]{1,3}(?:是|、|[.．])|[（(][一二三四五六七八九十\d]{1,3}[）)][、.．]?"
    r"|\d{1,2}[、.．)）](?!\d)|[①-⑳●◆■·])[\s　]*"
)
_MAY_NUMBER = frozenset("一二三四五六七八九十（(0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳●◆■· 　\t\xa0")
"""What such a numbering begins with; nearly no clause does."""
_BARE_OWN = re.compile(
    r"(?:街道|[市县区]局|[镇乡局]|行政机关)(?=公开|主动公开|收到|新收|网站|微信|微博|举行|配备|制发|未|发生|政开|信息|投入|解读稿|依申请|$)"
)
_IN_MEDIUM = re.compile(r"(?<=[网站])(?!站)[“”一-龥]{1,8}(?:栏目?|专区|版块|板块|频道|子网?站)(?:[内上中])?")
"""网站街道子栏目: a part of the medium."""
_REFERRED = re.compile(r"、?(?:并|已)?告知(?:申请人)?可?[向到][^，。；\d其]{2,14}?(?:提出)?(?:申请|咨询|查询|获取)(?:公开)?$")
"""不属于本机关职责，告知向国土局申请: the authority that it was referred to."""
_KINDS = re.compile(
    r"(?:共?分为?|共|按|涉及|涵盖)?(?<!第)[\d一二三四五六七八九十]{1,3}个?(?:大类|类别)(?=共|合计|总计|累计|政府信息|信息|[，、：:]|$)"
    r"|共?分为?[\d一二三四五六七八九十]{1,3}个?类(?=共|合计|总计|累计|[，、：:]|$)"
)
"""公开信息分6大类共518条: into how many kinds."""
_SHORT = re.compile(r"[市县区州旗]([一-龥]{1,5}?)([局委办])(?![一-龥]?[会属])")
_AND_OTHERS = re.compile(r"[^，,。；;：:\d]{2,40}等(?=其[他它])")
"""公开栏、简报等其他形式: what goes before is among the others."""
_MONTHS = re.compile(r"(\d{1,2})月")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase brought to its core. `own`: it names the publisher; `time`: which year it speaks of, None if it says nothing.

    loose   the core with marks in the place of unknown words (see `pipelines/tolerance.py`)
    """

    core: str
    own: bool
    time: TimeKind | None
    until: bool = False
    loose: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a core states: a code (`*.upheld` takes its first part from the topic) and what must stand around it.

    needs   open: other words may stand before it; weak: only where nothing better is stated; list: only in a list that
            goes on; anything else names the topic that must be clear from the sentence or the section
    """

    code: str
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Table:
    words: dict[str, str]
    token: re.Pattern[str]
    figures: dict[str, tuple[re.Pattern[str], tuple[Figure, ...]]]
    opens: dict[str, tuple[re.Pattern[str], tuple[Figure, ...]]]
    zeros: tuple[re.Pattern[str], tuple[str, ...]]


def _trie(words: list[str]) -> str:
    """A regular expression for the longest of many words; it looks at each character once."""
    root: dict[str, object] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})  # type: ignore[assignment]
        node[""] = True
    groups = [list(root)[at : at + _GROUP] for at in range(0, len(root), _GROUP)]
    parts = [f"(?=[{re.escape(''.join(group))}]){_alternatives({char: root[char] for char in group})}" for group in groups]
    return f"(?:{'|'.join(parts)})"


_GROUP = 20
"""First characters that are tried together: a long alternation is tried one by one, a set of characters at once."""


def _alternatives(node: dict[str, object]) -> str:
    parts = [re.escape(char) + _alternatives(below) for char, below in node.items() if isinstance(below, dict)]
    if not parts:
        return ""
    return f"(?:{'|'.join(parts)})" + ("?" if "" in node else "")


def _rows() -> list[dict[str, str]]:
    text = files("models").joinpath("data", "wordings.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _by_unit(rows: list[dict[str, str]], end: str = "") -> dict[str, tuple[re.Pattern[str], tuple[Figure, ...]]]:
    found: dict[str, list[tuple[str, Figure]]] = {}
    for row in rows:
        units = row["units"].replace("人次", "").replace("万元", "元")
        figure = Figure(row["code"], frozenset(row["needs"].split()))
        for unit in {*units, *(["人次"] if "人次" in row["units"] else [])}:
            found.setdefault(unit, []).append((row["wordings"], figure))
    return {
        unit: (re.compile(f"(?:{'|'.join(_closed(pattern) for pattern, _ in pairs)}){end}"), tuple(figure for _, figure in pairs))
        for unit, pairs in found.items()
    }


def _closed(pattern: str) -> str:
    """A pattern of the table as one group of a larger one."""
    return "(" + pattern.replace("(", "(?:") + ")"


@cache
def _table() -> _Table:
    rows = _rows()
    words = {word: row["means"] for row in rows if row["role"] == "word" for word in row["wordings"].split("|") if word}
    figures = [{**row, "code": row["means"]} for row in rows if row["role"] == "figure"]
    zeros = [row for row in rows if row["role"] == "zero"]
    token = (
        rf"(?=[截至自从在于2今本全当该一年报统上下第])(?P<time>{_TIME})|(?=[\d所及和、其下直我本全各省市县区镇乡州旗党综局街])(?P<own>{_OWN})"
        rf"|(?=[“\"‘《涉])(?P<quoted>{_QUOTED})|(?P<word>{_trie(list(words))})"
    )
    return _Table(
        words,
        re.compile(token),
        _by_unit(figures),
        _by_unit([row for row in figures if "open" in row["needs"]], "$"),
        (re.compile("|".join(_closed(row["wordings"]) for row in zeros)), tuple(row["means"] for row in zeros)),
    )


_DIGIT = re.compile(r"\d")


def unnumbered(text: str) -> str:
    """The text without the numbering at its beginning: （一）, 2., 三是."""
    match = _ENUMERATION.match(text) if text[:1] in _MAY_NUMBER else None
    return text[match.end() :] if match else text


def time_kind(time: str, year: int | None) -> tuple[TimeKind | None, bool]:
    """Which year a time speaks of, and whether it says "until" (截至): a month alone or half a year is only a part."""
    until = time[:1] in "截至"
    if "季度" in time or "半年" in time:
        return "part", until
    found = re.search(r"20\d{2}", time)
    months = [int(month) for month in _MONTHS.findall(time)]
    if months and not until and (len(months) == 1 or months[-1] < 10) and not time.endswith("以来"):
        return "part", until
    if found is None:
        return ("this" if not until else None), until
    stated = int(found.group())
    if time[:1] in "自从" and year is not None and stated < year - 1:
        return "other", until
    if year is None or stated == year or (until and stated == year + 1) or (len(months) > 1 and str(year) in time):
        return "this", until
    return "other", until


def phrase_of(text: str, year: int | None, names: tuple[str, ...] = ()) -> Phrase:
    """The phrase brought to its core, for a report of `year` by a publisher called one of `names` (longest first).

    >>> phrase_of("2017年,全县通过政府门户网站共公开信息", 2017).core
    '网站公开信息'
    """
    # Without a digit no year is spoken of: an office's phrases are then the same every year, and read once.
    return _phrase_of(text, year if _DIGIT.search(text) else None, names)


@lru_cache(maxsize=4096)
def _phrase_of(text: str, year: int | None, names: tuple[str, ...]) -> Phrase:
    until = False
    time: TimeKind | None = None
    text, own = _prepared(text, year, names)
    table = _table()
    core: list[str] = []
    loose: list[str] = []
    at, before = 0, ""
    for match in table.token.finditer(text):
        start = match.start()
        if at < start:
            core.append(text[at:start])
            loose.append(marked(text[at:start], before))
        at, before, kind = match.end(), match.group(), match.lastgroup
        if kind == "word":
            core.append(table.words[before])
            loose.append(table.words[before])
        elif kind == "own":
            own = True
        elif kind == "quoted" and "网" in before:
            core.append("网站")
            loose.append("网站")
        elif kind == "time":
            found, until = time_kind(before, year)
            time = found if time is None or time == "this" else time
    if at < len(text):
        core.append(text[at:])
        loose.append(marked(text[at:], before))
    plain = "".join(core)
    bare = _BARE_OWN.match(plain)
    if bare:
        plain, own = plain[bare.end() :], True
        if loose and loose[0] == OTHER:
            del loose[0]
    return Phrase(plain.strip("，,；;、：:。 "), own, time, until, "".join(loose).strip("、"))


def _prepared(text: str, year: int | None, names: tuple[str, ...]) -> tuple[str, bool]:
    """The phrase without its numbering, its publisher's names and asides, and whether it named the publisher."""
    own = False
    text = unnumbered(text[-MAX_PHRASE:])
    if " " in text:
        text = text.replace(" ", "")
    if "栏" in text or "站" in text:
        text = _IN_MEDIUM.sub("", text)
    if "告知" in text:
        text = _REFERRED.sub("" if "不属" in text or "非本" in text else "不属于本机关", text)
    if "类" in text:
        text = _KINDS.sub("", text)
    for domain in _own_domains(names[0]) if names and "主动公开" in text else ():
        text = text.replace(f"主动公开{domain}信息", "主动公开信息")
    if names:
        text, own = _without_short_names(text, names[0])
    if "等其" in text:
        text = _AND_OTHERS.sub("", text)
    if "结转" in text and year is not None:
        text = text.replace(f"{year + 1}年", "下年")
    for name in names:
        if name in text:
            text, own = text.replace(name, ""), True
    return text, own


@lru_cache(maxsize=4096)
def spelled(text: str, names: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """The phrase word by word: each known word in the table's canonical form with what was printed.

    The form is "~" for unread words and "" for filling ones; times and the publisher's own names are left out.

    >>> spelled("从网上来")
    (('', '从'), ('网站', '网上'), ('~', '来'))
    """
    text, _ = _prepared(text, None, names)
    table = _table()
    found: list[tuple[str, str]] = []
    at = 0
    for match in table.token.finditer(text):
        if at < match.start():
            found.append(("~", text[at : match.start()]))
        at, printed, kind = match.end(), match.group(), match.lastgroup
        if kind == "word":
            found.append((table.words[printed], printed))
        elif kind == "quoted" and "网" in printed:
            found.append(("网站", printed))
    if at < len(text):
        found.append(("~", text[at:]))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Clue:
    """What may show that a number is an indicator's: any of `nouns` (all words of it), a fitting unit, one of `topics`."""

    code: str
    nouns: tuple[frozenset[str], ...]
    topics: frozenset[str]


@cache
def clues() -> dict[str, tuple[Clue, ...]]:
    """The clues of the table by the unit of a number (as `Number.unit` has it); those of denials stand under ""."""
    found: dict[str, list[Clue]] = {}
    for row in _rows():
        if row["role"] != "clue":
            continue
        nouns = tuple(frozenset(noun.split("+")) for noun in row["wordings"].split("|"))
        clue = Clue(row["means"], nouns, frozenset(row["needs"].split()))
        plain = row["units"].replace("人次", "").replace("万元", "元")
        for unit in {*plain, *(["人次"] if "人次" in row["units"] else [])} or {""}:
            found.setdefault(unit, []).append(clue)
    return {unit: tuple(rows) for unit, rows in found.items()}


@lru_cache(maxsize=64)
def _own_domains(name: str) -> tuple[str, ...]:
    """The domains that a publisher's name says are its own: all that a 扶贫办 discloses is of 扶贫."""
    return tuple(DOMAIN.findall(name))


def _without_short_names(text: str, name: str) -> tuple[str, bool]:
    """The text without the short names of a department (区安监局), and whether there was one."""
    if name[-1] not in "局委办" and not name.endswith("委员会"):
        return text, False
    for match in _SHORT.finditer(text):
        rest = iter(name)
        if all(char in rest for char in match.group(1)) and match.group(2) in (name[-1], "委" if name.endswith("委员会") else ""):
            return text[: match.start()] + text[match.end() :], True
    return text, False


@lru_cache(maxsize=4096)
def figure_of(core: str, unit: str) -> Figure | None:
    """What a core followed by a number of `unit` states (`-` for a number without a unit); None if unknown."""
    found = _table().figures.get(unit)
    match = found[0].fullmatch(core) if found else None
    return found[1][match.lastindex - 1] if found and match and match.lastindex else None


@lru_cache(maxsize=4096)
def open_figure_of(core: str, unit: str) -> tuple[Figure, str] | None:
    """What the end of a core states and the unknown words before it, for wordings that bear words before them."""
    found = _table().opens.get(unit)
    match = found[0].search(core, 1) if found and len(core) < 60 else None
    return (found[1][match.lastindex - 1], core[: match.start()]) if found and match and match.lastindex else None


@lru_cache(maxsize=1024)
def zero_of(core: str) -> str | None:
    """The code of what an object of 未发生, 未收到 … is; "" for what no form counts, None if unknown."""
    pattern, codes = _table().zeros
    match = pattern.fullmatch(core)
    return codes[match.lastindex - 1] if match and match.lastindex else None
