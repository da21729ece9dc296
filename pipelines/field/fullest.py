"""The fullest form in which a report itself prints its publisher: 柳河市东岭县大河镇 for 大河镇, a name for its abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.field.names import is_office
from pipelines.folding import fold

SUBJECT = 600
"""Characters at the head of a report in which its subject is looked for."""

HEAD, FOOT, MOST = 5000, 600, 12
"""Characters at the head and at the foot of a report in which its name is looked for, and places of it that are looked at."""

_ABOVE = frozenset("省市县区旗州盟府")
_LEAD = r"(?:年度?)?(?:[^省市县区旗州盟]{0,14}?(?:由|与|向|在|包括|公布|发布|公开|现将|请|联系|是|为))?"
_CHAIN = re.compile(
    rf"{_LEAD}"
    r"(?P<above>(?:(?!年度|特|根据|按照|在|对|我|本|全|各|该|中共|位于)"
    r"(?:(?!公布|公开|发布|现将|联系|汇总|综合|报告|年报|总结|附[表件])(?:州(?=市)|[^省市县区旗州盟由与请的是以为向])){2,8}?(?:省|自治区|自治州|地区|[市县区旗州盟])(?:人民政府)?){1,4})"
)
_NOT_CHINESE = re.compile(r"[^\u4e00-\u9fff]")
_STREET = re.compile(r"(?!街道)[\u4e00-\u9fff]{0,4}(?:路|街|村|号|巷|大道|社区|组|楼|驻地|境内|辖区)")
_SUFFIX = re.compile(r"(?:人民政府|行政公署|(?<=街道)办事处)$")
_QUOTES = "\"'“”‘’《》:"
_SHORT = re.compile(r"(?P<above>[\u4e00-\u9fff]{0,9}?[省市县区旗州盟])?(?P<stem>[\u4e00-\u9fff]{2,4})(?P<end>[局委办厅])")
_ENDS = {"委": "委员会", "办": "办公室"}
_DOES = (
    r"认真|严格|高度|积极|坚持|按照?|根据|依据|依照|贯彻|深入|切实|全面|紧紧|始终|[以在对把将现向]|围绕|编制|公布|发布|大力|不断|进一步|主动|20\d\d年"
)
_SUBJECT = re.compile(
    r"(?:^|\n|。)[\s　]*(?:20\d\d年度?[，,]?|今年[，,]?|一年来[，,]?|(?:本|此)(?:年度)?(?:报告|年报)由|现将)?"
    r"(?P<name>(?P<above>(?![我本全各])(?:[\u4e00-\u9fff]{2,9}?[省市县区旗州盟]){1,3})"
    r"(?P<stem>(?:(?![省县区旗州盟]|市(?![场政容管]))[\u4e00-\u9fff]){3,14}?)(?P<end>局|委员会|办公室|厅))"
    rf"(?={_DOES})"
)
_EXPLAINED = re.compile(r"([\u4e00-\u9fff]{4,40})\((?:以下|下|统一)?简?$")


def fullest(name: str, text: str) -> str:
    """The name with the divisions above it, as far as the text prints them right before it; the name itself where it does not.

    >>> fullest("大河镇人民政府", "本报告由柳河市东岭县大河镇编制。地址:柳河市东岭县大河镇中路1号")
    '柳河市东岭县大河镇人民政府'
    """
    base = _SUFFIX.sub("", name)
    is_division = base != name
    above = ""
    for before, after in _places(base, text):
        if before[-1:] not in _ABOVE or "地址" in before or (is_division and _STREET.match(after)):
            continue
        if (match := _CHAIN.fullmatch(_NOT_CHINESE.split(before)[-1])) and len(match["above"]) > len(above):
            above = match["above"]
    return above + name


def _places(base: str, text: str) -> Iterator[tuple[str, str]]:
    """What stands right before and right behind each place of a name, folded, at the head and the foot of the report."""
    parts = (text,) if len(text) <= HEAD + FOOT else (text[:HEAD], text[-FOOT:])
    for part in parts:
        at = -1
        for _ in range(MOST):
            if (at := part.find(base, at + 1)) < 0:
                break
            yield fold(part[max(0, at - 40) : at]), fold(part[at + len(base) : at + len(base) + 6])


_ABBREVIATED = {
    "疾控中心": "疾病预防控制中心",
    "管委会": "管理委员会", "残联": "残疾人联合会", "妇联": "妇女联合会", "文联": "文学艺术界联合会", "侨联": "归国华侨联合会",
    "工商联": "工商业联合会", "社科联": "社会科学界联合会", "科协": "科学技术协会",
}  # fmt: skip


def long_name(short: str, text: str) -> str | None:
    """The name for which the report says that this one is short; None where it does not.

    >>> long_name("市水管办", "由柳河市水库移民管理办公室（以下简称市水管办）编制")
    '柳河市水库移民管理办公室'
    >>> long_name("东湖新区管委会", "东湖新区管理委员会按照要求公开")
    '东湖新区管理委员会'
    >>> long_name("农机局", "柳河县农业机械管理局认真贯彻条例")
    '柳河县农业机械管理局'
    """
    for ending, full in _ABBREVIATED.items():
        if short.endswith(ending) and (whole := short.removesuffix(ending) + full) in text:
            return whole
    if short.endswith("管委会") and (zone := re.search(rf"{re.escape(short[:-3])}[\u4e00-\u9fff]{{0,12}}区管理委员会", text)):
        return zone.group()
    if (subject := _subject_of(short, text[:SUBJECT])) is not None:
        return subject
    head = fold(text[:3000])
    if "称" not in head:  # most name nobody so
        return None
    for quote in _QUOTES:  # a translate asks its table for every sign
        head = head.replace(quote, "")
    at = max(head.find("称" + short), head.find("称为" + short))
    match = _EXPLAINED.search(head, max(0, at - 50), at) if at > 0 else None
    name = re.split("由|与|将|公布|发布", match[1])[-1] if match else ""
    return name if len(name) > len(short) and is_office(name) else None


def _subject_of(short: str, head: str) -> str | None:
    """The whole name with which a sentence at the head of a report begins, where the short one is made of its letters."""
    said = _SHORT.fullmatch(short)
    if said is None:
        return None
    for match in _SUBJECT.finditer(head):
        if match["end"] != _ENDS.get(said["end"], said["end"]) or match["stem"] == said["stem"]:
            continue
        if match["above"].endswith(said["above"] or "") and _shortens(said["stem"], match["stem"]):
            return match["name"]
    return None


def _shortens(short: str, stem: str) -> bool:
    """Whether a short stem is made of letters of a longer one in their order, and begins with its first: 民宗 of 民族宗教事务."""
    letters = iter(stem)
    return len(short) < len(stem) and short[0] == stem[0] and all(letter in letters for letter in short)
