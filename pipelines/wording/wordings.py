"""The wordings of the figures in prose, read from `models/data/wordings.csv`, and how a phrase is brought to its core.

A phrase (全县通过政府门户网站共公开信息) loses its dates, its own subject and its filling words; what is left is written
in the table's few canonical words (网站公开信息). A core that the table does not know belongs to something else.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import Literal

from pipelines.wording.asides import without_asides, without_offices
from pipelines.wording.lists.label_words import DOCUMENT_YEAR
from pipelines.wording.owned import without_both_seats, without_own_domains, without_short_names
from pipelines.wording.tokens import OWN, QUOTED, SITE_NAME, TIME
from pipelines.wording.tolerance import OTHER, marked

TimeKind = Literal["this", "other", "part"]
"""A time in a phrase: the report's year, another year, or only a part of a year."""

MAX_PHRASE = 160
"""Longer phrases are not read: no figure is introduced by more characters than that."""
_ENUMERATION = re.compile(
    r"[\s　]*(?:[一二三四五六七八九十]{1,3}(?:是|、|[.．])|[壹贰叁肆伍陆柒捌玖拾]{1,2}[、.．]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)][、.．]?"
    r"|\d{1,2}[、.．)）](?!\d)|\d{1,2}\.\d{1,2}(?:\.\d)?\s(?=[^\d\s])|[①-⑳㈠-㈩●◆■·])[\s　]*"
)
_MAY_NUMBER = frozenset("壹贰叁肆伍陆柒捌玖拾") | frozenset(
    "一二三四五六七八九十（(0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩●◆■· 　\t\xa0"
)
"""What such a numbering begins with; nearly no clause does."""
_BARE_OWN = re.compile(
    r"(?:街道|支队|大队|总队|管理部|[市县区]局|[镇乡局]|行政机关)(?=公开|主动公开|收到|新收|网站|微信|微博|举行|配备|专职|兼职|工作人员|制发|未|发生|政开|信息|投入"
    r"|解读稿|依申请|答复(?=申请)|自行|自主|单独|$)"
)
_UNITS = frozenset("队部")
"""支队: of its own report alone."""
_BARE_CENTRE = re.compile(r"本?(?:服务|事务|管理)?中心(?=公开|主动公开|收到|新收|网站|微信|微博|配备|未|信息|$)")
_BARE_ZONE = re.compile(r"(?:管委会|管理委员会)(?=公开|主动公开|收到|新收|配备|举行|未|信息|$)")
_GOVERNMENTS = frozenset("省市县区旗州盟镇乡府")
_OWN_SEAT = re.compile(r"^(?:党政|综合|行政|政府)?(?:办公室|办)(?![理事结法公班])")
"""招商中心办公室公开82条: a body's own office speaks for it, but for a county's."""
_BARE_SUBDISTRICT = re.compile(r"(?:街道(?:办事处|办(?!公))?|办事处)(?![^，,]{0,4}(?:辖|下|社区|各))")
_TITLES = re.compile(
    r"(?:《[^《》]{1,80}》[、，和及与]?){1,20}等(?=[^，,。；;《》\d]{0,8}(?:文件|办法|制度|规定|政策|措施|方案|信息|解读))"
)
"""发布《甲办法》、《乙细则》等规范性文件: which of them by name."""
_DOES = frozenset("开交在出关件知寄")
"""不予公开者5件, 当面提出者3件: the ones that were."""
_MONTHS = re.compile(r"(\d{1,2})(?=月|[至到—~～－–-]{1,2}\d{1,2}月)")


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
    """The table as it is looked up. `token` finds where a word may begin; how far it goes, `words` and `lengths` say.

    lengths   of the words by their first two characters (or the only one), the longest first
    """

    words: dict[str, str]
    lengths: dict[str, list[int]]
    token: re.Pattern[str]
    figures: dict[str, tuple[re.Pattern[str], tuple[Figure, ...]]]
    opens: dict[str, tuple[re.Pattern[str], tuple[Figure, ...]]]
    zeros: tuple[re.Pattern[str], tuple[str, ...]]


def _rows() -> list[dict[str, str]]:
    text = files("models").joinpath("data", "wordings.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _spellings(wording: str) -> Iterator[str]:
    """The words that a wording with choices stands for: {不/非}属{本/我}局 is 不属本局, 不属我局, 非属本局, 非属我局."""
    parts = re.split(r"\{([^{}]*)\}", wording)
    choices = [part.split("/") if at % 2 else [part] for at, part in enumerate(parts)]
    return map("".join, product(*choices))


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
    words: dict[str, str] = {}
    for row in rows:
        if row["role"] == "word":
            words |= {word: row["means"] for one in row["wordings"].split("|") for word in _spellings(one)}
    words.pop("", None)
    figures = [{**row, "code": row["means"]} for row in rows if row["role"] == "figure"]
    zeros = [row for row in rows if row["role"] == "zero"]
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[:2], set()).add(len(word))
    for begins, found in lengths.items():
        if begins[0] in words:
            found.add(1)
    token = (
        rf"(?=[截至到自从在于012今本全当该一年报统上下第前])(?P<time>{TIME})|"
        rf"(?=[\d所及和、其下直我本全各省市县区镇乡州旗党综局街政])(?P<own>{OWN})"
        rf"|(?=[“\"‘《涉])(?P<quoted>{QUOTED})|(?:(?<=[过在托用])|(?<=[网站][和及与、]))(?P<site>{SITE_NAME})"
        rf"|(?P<word>[{re.escape(''.join(sorted({begins[0] for begins in lengths})))}])"
    )
    return _Table(
        words,
        {begins: sorted(found, reverse=True) for begins, found in lengths.items()},
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


_GAZETTE = re.compile(r"[“\"‘《](?:[^“”《》]{0,9}政府)?(?:公报|政报)[”\"’》]")
"""《青山县人民政府公报》, of which the publisher's name is cut off: 《公报》."""
_ACCOUNT = re.compile(r"(?P<wechat>微信|公众号)?(?:微博)?(?:公众|平台|服务|订阅|账|帐|号)*[”\"’》]$")
_ITS_MEDIUM = re.compile(r"(?:政务|官方|新浪|腾讯)*(?:微信|微博|公众|订阅|平台|网站)")


def _quoted_medium(quoted: str, behind: str) -> str | None:
    """The medium that a quoted name says it is (“柳坪县政务微博”发布信息), where none is named behind it."""
    if _GAZETTE.fullmatch(quoted):
        return "公报"
    found = _ACCOUNT.search(quoted) if "微" in quoted or "公众号" in quoted else None
    if found is None or _ITS_MEDIUM.match(behind):
        return None
    return "微信" if found["wechat"] else "微博" if "微博" in found.group() else None


_TILL_NOW = ("至今", "到现在", "至目前")


def time_kind(time: str, year: int | None) -> tuple[TimeKind | None, bool]:
    """Which year a time speaks of, and whether it says "until" (截至): a month alone or half a year is only a part."""
    until = time[:1] in "截至到" or (time.endswith("12月31日") and time.startswith("20") and time.count("月") == 1)
    if "季度" in time or "半年" in time or "个月" in time:
        return "part", until
    found = re.search(r"20\d{2}", time)
    months = [int(month) for month in _MONTHS.findall(time)]
    on = time.endswith("以来") or (time.endswith(_TILL_NOW) and months[:1] == [1]) or (time[:1] in "自从" and len(months) == 1)
    if months and not until and not on and (len(months) == 1 or months[-1] < 10):
        return "part", until
    if found is None:
        return ("this" if not until else None), until
    stated = int(found.group())
    if time[:1] in "自从" and year is not None and stated < year - 1:
        return "other", until
    if year is None or stated == year or (until and stated == year + 1) or (len(months) > 1 and str(year) in time):
        return "this", until
    return "other", until


def _tokens(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Start, end and kind of each word, time, own name and site of a phrase. Of words that begin alike it is the longest."""
    table, at = _table(), 0
    search, words, lengths = table.token.search, table.words, table.lengths
    while (match := search(text, at)) is not None:
        start, at = match.span()
        kind = match.lastgroup
        if kind == "word":
            for length in lengths.get(text[start : start + 2]) or lengths.get(text[start]) or ():
                if text[start : start + length] in words:
                    at = start + length
                    break
            else:  # it only begins like a word
                at = start + 1
                continue
        yield start, at, kind


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
    for start, end, kind in _tokens(text):
        if at < start:
            core.append(text[at:start])
            loose.append(marked(text[at:start], before))
        at, before = end, text[start:end]
        if kind == "word":
            core.append(table.words[before])
            loose.append(table.words[before])
        elif kind == "own":
            own = True
        elif kind == "site" or (kind == "quoted" and "网" in before):
            core.append("网站")
            loose.append("网站")
        elif kind == "quoted" and (medium := _quoted_medium(before, text[end:])):
            core.append(medium)
            loose.append(medium)
        elif kind == "time":
            found, until = time_kind(before, year)
            time = found if time is None or time == "this" else time
    if at < len(text):
        core.append(text[at:])
        loose.append(marked(text[at:], before))
    plain = "".join(core)
    zone = _BARE_ZONE.match(plain) if not names or names[0][-1] not in _GOVERNMENTS else None
    bare = zone or _BARE_OWN.match(plain) or (_BARE_CENTRE.match(plain) if names and names[0][-1] not in _GOVERNMENTS else None)
    if bare and (bare.group()[-1] not in _UNITS or (names and names[0].endswith(bare.group()))):
        plain, own = plain[bare.end() :], True
        if loose and loose[0] == OTHER:
            del loose[0]
    return Phrase(plain.strip("，,；;、：:。 "), own, time, until, "".join(loose).strip("、"))


_GROUP = re.compile(r"微信(?=(?:工作|交流|联络|政务|业务|居民|村民|信息员)*群)")
"""微信工作群: no account of the publisher's."""


_OWN_NET = re.compile(r"\0网(?![站络上页格民友点])")
"""白水县人民政府网: the publisher's website."""


def _prepared(text: str, year: int | None, names: tuple[str, ...]) -> tuple[str, bool]:
    """The phrase without its numbering, its publisher's names and asides, and whether it named the publisher."""
    own = False
    text = unnumbered((_TITLES.sub("", text) if "》等" in text else text)[-MAX_PHRASE:])
    if "街道办" in names and (bare := _BARE_SUBDISTRICT.match(text)):
        text, own = text[bare.end() :], True
    if " " in text:
        text = text.replace(" ", "")
    if "20" in text and ("算" in text or "工作" in text or "报" in text or "度" in text or "三公" in text):
        text = DOCUMENT_YEAR.sub("", text)
    if names and ("公开" in text or "微" in text or "公众" in text or "网" in text or "各" in text or "类" in text):
        text = without_own_domains(text, names[0])
    if text.endswith("者") and text[-2:-1] in _DOES:
        text = text[:-1]
    text = without_asides(text)
    if "群" in text and "微信" in text:
        text = _GROUP.sub("", text)
    if year is not None and ("结转" in text or "转来" in text or "遗留" in text):
        text = text.replace(f"{year + 1}年", "下年").replace(f"{year - 1}年", "上年")
    if names and "政府" in text and "办公" in text:
        text = without_both_seats(text, names[0])
    for name in names:
        if name in text:
            text, own = _OWN_NET.sub("网站", text.replace(name, "\0")).replace("\0", ""), True
    if names and not own and ("局" in text or "委" in text or "办" in text or "厅" in text):
        text, own = without_short_names(text, names[0])
    text = without_offices(text, names[0] if names else "")
    if own and names[0][-1] not in "省县区市州旗盟府":
        text = _OWN_SEAT.sub("", text)
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
    for start, end, kind in _tokens(text):
        if at < start:
            found.append(("~", text[at:start]))
        at, printed = end, text[start:end]
        if kind == "word":
            found.append((table.words[printed], printed))
        elif kind == "site" or (kind == "quoted" and "网" in printed):
            found.append(("网站", printed))
        elif kind == "quoted" and (medium := _quoted_medium(printed, text[end:])):
            found.append((medium, printed))
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




def slips() -> dict[str, str]:
    """Slips of the pen that make no other word (申清), each with the word that was meant, which is as long."""
    return {slip: row["means"] for row in _rows() if row["role"] == "slip" for slip in row["wordings"].split("|")}


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
