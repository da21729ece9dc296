"""How a line or the opening of a paragraph is marked as a heading: 一、, （二）, 3., 壹、, 第三章, 5.1, or by nothing at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_CHINESE = "一二三四五六七八九十"
_MARK = re.compile(
    rf"[\s　]*(?:(?P<first>第?[{_CHINESE}]{{1,3}}(?:部分)?[、.．：:\s]|第[{_CHINESE}]{{1,3}}[章节][、.．：:\s]?"
    r"|[壹贰叁肆伍陆柒捌玖拾]{1,2}[、.．：:]|[甲乙丙丁戊己庚辛壬癸][、.．](?![甲乙丙丁戊己庚辛])|附[一二三四五六七八九十][、.．：:\s]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,3}[、.．：:])"
    rf"|(?P<second>[（(][{_CHINESE}]{{1,3}}[）)][、.．]?|[㈠-㈩][、.．]?|第[{_CHINESE}]{{1,2}}(?:[笔本]账|句话?|件事|张(?:清单|表|单)|道题|问)[：:、，])"
    r"|(?P<third>\d{1,2}[、.．](?:(?!\d)|(?=20\d\d年))|[（(]\d{1,2}[）)][、.．]?|[①-⑳]|\d{1,2}[)）](?:(?!\d)|(?=20\d\d年))|\d{1,2}\.\d{1,2}(?:\.\d)?\s(?=\D|20\d\d年)"
    r"|[A-Ha-h][.．、)）](?=[^\x00-\x7f]|20\d\d年)|[（(][A-Ha-h][)）])"
    rf"|(?P<fourth>[{_CHINESE}]是|第[{_CHINESE}]{{1,2}}，))"
)
_PART = re.compile(rf"\s*第[{_CHINESE}]{{1,3}}部分[、.．：:\s]")
MARKS = frozenset(
    "【第一二三四五六七八九十（(0123456789①②③④⑤⑥⑦⑧⑨⑩"
    "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩壹贰叁肆伍陆柒捌玖拾ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩABCDEFGHabcdefgh甲乙丙丁戊己庚辛壬癸附 　"
)
"""Characters that a numbered heading may begin with."""
_LEVELS = {"first": 0, "second": 1, "third": 2, "fourth": 3}
_SHORT = 22

_ORNAMENT = re.compile(
    rf"[\s　]*(?:[—–―]{{1,3}}|[●◆■★☆※▲△◇□○•·►▪☞➤◎]|[「『〖]|[{_CHINESE}]{{1,3}}，"
    r"|\d{1,2}\s(?=[^\d\s年月日个件条次人名期场份起宗时点分]|20\d\d年))\s?"
)
_ORNAMENTS = frozenset("—–―●◆■★☆※▲△◇□○•·►▪☞➤◎「『〖一二三四五六七八九十0123456789 　")
_CLOSING = re.compile(r"[\s★☆※」』〗：:。]+$")
_NO_HEADING = re.compile(
    r"[\d。，,；;：:！!？?“”\"《》%]|[未没](?!有)|(?<!有)无(?!障碍)|没有(?<!有没有)|^不(?:存在|涉及|发生|产生)|如下|年度报告|年报|报告$"
    r"|(?:[表图网箱栏人局委府部]|指南|目录|制度|办法|条例|规定|流程|电话|中心|办公室)$"
)
"""What no line that is a heading has in it, or ends in."""

_BARE_HEADING = re.compile(r"[^\d。，,；;：:未无没]{2,22}(?:情况|概述|问题|不足|措施|打算|计划|安排|重点|思路|方向)")
_TOPIC = (
    r"(?:政府信息|信息)?(?:主动公开|依申请公开|公开申请)(?:政府信息)?|(?:依申请公开)?(?:收费|费用)(?:[及和与]减免|减免)?"
    r"|(?:行政)?(?:复议|诉讼|应诉|申诉|救济)|(?:举报|投诉){1,2}|(?:人员|机构|经费|培训|会议)"
)
_BARE_TOPICS = re.compile(rf"(?:{_TOPIC})(?:[、和及与]?(?:{_TOPIC})){{0,3}}(?:情况|方面)?[：:]?")
"""复议、诉讼: a line of nothing but topics is a heading, though nothing numbers it."""


_ASKS = re.compile(r"^(?:今年|全年|本年度?)?有(?:没有|无)人?(?=.{2})")


def unasked(heading: str) -> str:
    """The heading as a statement: 有没有复议和诉讼 names 复议和诉讼."""
    return _ASKS.sub("", heading) if heading.startswith(("有", "今", "全", "本")) else heading


_YEAR = re.compile(r"^20\d\d年度?")
_OF_A_YEAR = re.compile(r"20\d\d年度?[^\d]{0,8}(?:工作|打算|计划|重点|思路|安排|目标|任务|情况|展望)(?:和|与|及)?[^\d]{0,4}")


def is_of_a_year(line: str) -> bool:
    """Whether a line names a year and its work (2015年工作打算), and is therefore a heading."""
    return line.startswith("20") and _OF_A_YEAR.fullmatch(line) is not None


class Mark(NamedTuple):
    """The number that a heading begins with: how deep such a one stands (from 0), and where it ends."""

    level: int
    end: int
    part: bool


def mark_of(piece: str) -> Mark | None:
    """The number that a piece of text begins with, None if it begins with none."""
    found = _MARK.match(piece) if piece[:1] in MARKS or piece[1:2] in MARKS else None
    return Mark(_LEVELS[found.lastgroup or "first"], found.end(), "部分" in found.group()) if found else None


def opens_part(text: str, start: int, end: int) -> bool:
    """Whether a paragraph opens a part of a report in parts: 第二部分."""
    return _PART.match(text, start, end) is not None


def is_bare(line: str) -> bool:
    """Whether a line that nothing numbers is a heading by its last word (…情况), or names nothing but topics."""
    return len(line) <= _SHORT + 2 and (_BARE_HEADING.fullmatch(line) or _BARE_TOPICS.fullmatch(line)) is not None


@lru_cache(maxsize=2048)
def bare_heading(line: str) -> str:
    """The words of a short line that may be a heading, without ornaments; "" where it cannot be one. Reports share theirs."""
    plain = line.strip()
    ornament = _ORNAMENT.match(plain) if plain[:1] in _ORNAMENTS else None
    plain = unasked(_CLOSING.sub("", plain[ornament.end() :] if ornament else plain).strip())
    return plain if 2 <= len(plain) <= _SHORT and _NO_HEADING.search(_YEAR.sub("", plain)) is None else ""


_OPENING = re.compile(r"(?P<heading>[—●◆■★☆※▲•]{0,2}(?:20\d\d年度?)?[^。：:，,；;！!？?\d]{2,24})[。：:]\s?(?=.)")


def opening_of(text: str) -> str:
    """The words before the first full stop or colon of a paragraph that may head the rest of it: 依申请公开工作。共收到…"""
    found = _OPENING.match(text)
    return bare_heading(found["heading"]) if found else ""


_SPACED = re.compile(r"(?P<heading>[^\d。：:；;\s，,]{2,18}[，,][^\d。：:；;\s，,]{2,18})\s")
"""五、领导重视，机构健全 从事…: a heading of two halves, and a space in the place of a new line."""

_LINE = re.compile(
    r"(?!.*(?:问题|不足|整改|改进|打算|今后|明年|意见))(?P<heading>[^\d。：:；;\s，,未没无不]{2,14}(?:[，,][^\d。：:；;\s，,未没无不]{2,16}){1,2})\s*$"
)
"""三、规范程序，依申请公开: nothing else in its line."""


def of_two_halves(piece: str, start: int) -> int:
    """Where a heading of two halves ends that is a line of its own, or that only a space parts from what follows; 0 if none."""
    if "，" not in piece and "," not in piece:
        return 0
    found = _SPACED.match(piece, start) or _LINE.match(piece, start)
    return found.end("heading") if found else 0
