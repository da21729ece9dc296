"""The words of the report forms and the keys under which they are known.

The vocabulary comes from the codebook; what the codebook does not hold (headers, group rows) is listed here with its form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from models.codebook import APPLICANTS, Indicator, indicators

Kind = Literal[
    "row2014", "alias2014", "head2014", "subject", "column", "row3", "group3", "applicant", "outcome", "group4", "section", "pair"
]  # fmt: skip

LONGEST = 80
"""No printed label is longer, brackets and all; a longer text is not looked at."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a form. `name` tells what it stands for within its kind:

    row2014    code of an indicator of 2014             alias2014  the same, by a short name that other tables use too
    head2014   label, unit, number (columns of 2014)
    subject    first part of a label of section 二       column    second part of it (本年新制作数量)
    row3       code of a row of section 三               group3    group row of section 三 (不予公开, …)
    applicant  applicant type, or `legal` for the group  outcome   upheld, corrected, other, pending, total
    group4     review, litigation, litigation_direct, …  section   a heading that carries no figure
    pair       two words in one label, divided by a slash: subject and column (规章本年制发件数), code and applicant type
               (予以公开—自然人), code of section 四 and nothing (行政复议—结果维持)
    """

    kind: Kind
    name: str


_PREFIX = re.compile(
    r"(?:其中[:,]?|[(\[]?(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})(?:[)\].、,:]|项)+|[^()\[\]]{1,2}\)|\d{1,2}(?=[^\d])"
    r"|[IVX]{1,4}(?![A-Za-z])|[A-Ha-h](?=[.,:、])|[-*·•●■◆◇○◎□▪★☆▲△、.,:)])+"
)
_ROUND = str.maketrans("〔〕〖〗", "()()")
_NOTES = "①②③④⑤⑥⑦⑧⑨⑩¹²³⁴⁵⁶⁷⁸⁹*＊※"
"""Marks of footnotes behind a label."""

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|\([^()]*$")
_MARKS = re.compile(r"[\s\"'“”‘’《》〈〉「」()\[\]【】、,.;:。·/\\|_*—–‹›«»<>→❯▸▶►-]+")
UNIT_TAIL = re.compile(r"(?:单位)?(?:百万|[千万亿])?元$|(?<=[数量])(?:条|件|次|篇|个|人次?|项)$")
_COUNT_TAILS = ("总数量", "总数", "件数", "数量", "次数", "数")
_RESULTS = re.compile(r"(?:本年度?|今年|当年)?(?:政府信息公开)?(?:申请)?(?:办理|处理|答复)结果(?:情况)?")
"""How the group of the rows of results is called where its name stands before the row's own: 办理结果（一）予以公开."""


@lru_cache(maxsize=8192)
def key_of(label: str) -> str:
    """The label without what forms print in their own ways: numbering, 其中, brackets, punctuation, white space, width."""
    return _MARKS.sub("", _BRACKETS.sub("", _stripped(label)))


@lru_cache(maxsize=512)  # asked for both keys of a label, one after the other
def _stripped(label: str) -> str:
    label = label[: 4 * LONGEST].rstrip(_NOTES)
    text = "".join(unicodedata.normalize("NFKC", label).split()).replace("其它", "其他").translate(_ROUND)
    match = _PREFIX.match(text)
    return text[match.end() :] if match and match.end() < len(text) else text


def full_key(label: str) -> str:
    """As `key_of`, with the words in brackets kept, for labels whose brackets were lost."""
    return _MARKS.sub("", _stripped(label))


def cuts(key: str) -> Iterator[str]:
    """The key, and the key without each of the closings 数, 件数, 数量 … that it has."""
    yield key
    yield from (key[: -len(tail)] for tail in _COUNT_TAILS if key.endswith(tail))


def result_in(key: str) -> tuple[Word, ...]:
    """The row of results that a key names after the name of their group."""
    match = _RESULTS.match(key)
    if match is None:
        return ()
    rest = key[match.end() :]
    words = vocabulary().get(rest) or vocabulary().get(rest.lstrip("0123456789"), ())
    return tuple(word for word in words if word.kind in ("row3", "group3"))


_HEAD_2014 = {"label": ("统计指标", "指标", "指标名称", "统计指标名称"), "unit": ("单位", "计量单位"),
              "number": ("统计数", "统计数据", "统计数字", "统计数值", "统计结果", "数量", "数值", "数据", "合计数")}  # fmt: skip
_SECTIONS = (
    "主动公开情况", "机构建设和保障经费情况", "政府信息公开会议和培训情况", "政府信息公开情况统计表",  # 2014
    "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议行政诉讼情况", "信息内容",
    "政府信息公开行政复议情况", "政府信息公开行政诉讼情况", "行政复议行政诉讼情况",
    "因政府信息公开工作被申请行政复议提起行政诉讼情况", "政府信息公开行政复议和行政诉讼情况",
)  # fmt: skip
_GROUP4 = {"行政复议": "review", "行政复议情况": "review", "行政诉讼": "litigation", "行政诉讼情况": "litigation",
           "未经复议直接起诉": "litigation_direct", "行政诉讼未经复议直接起诉": "litigation_direct",
           "复议后起诉": "litigation_after_review", "行政诉讼复议后起诉": "litigation_after_review"}  # fmt: skip
_ALIASES_2014 = {
    "主动公开政府信息数不同渠道和方式公开相同信息计1条": "disclosure.total",
    "回应公众关注热点或重大舆情数不同方式回应同一热点或舆情计1次": "response.hot_topics",
    "专职人数": "staff.full_time",
    "现场申请数": "requests.received_in_person", "网上申请数": "requests.received_online",
    "互联网申请数": "requests.received_online", "邮寄申请数": "requests.received_letter",
}  # fmt: skip
"""Labels of 国办发〔2014〕32号 as printed with their annotation, and wordings that no label is near enough to."""
_ALIASES_LATER = {
    "行政规范性文件": "规范性文件", "政府采购": "政府集中采购", "集中采购": "政府集中采购",
    "行政事业性收费项目": "行政事业性收费", "本年增减数量": "本年增/减", "本年增加减少": "本年增/减",
    "制发件数": "本年制发件数", "废止件数": "本年废止件数", "制发": "本年制发件数", "废止": "本年废止件数",
    "有效件数": "现行有效件数", "本年收费": "本年收费金额", "收费金额": "本年收费金额", "收费总金额": "本年收费金额",
    "本年收费总金额": "本年收费金额",
}  # fmt: skip

_APPLICANTS_TOO = (
    ("total", "合计"), ("legal", "法人或其他组织"), ("legal", "法人和其他组织"), ("legal", "法人及其他组织"),
    ("legal", "法人或组织"), ("legal", "法人和组织"), ("legal", "法人及组织"), ("legal", "法人组织"),
    ("enterprise", "企业"), ("enterprise", "工商企业"), ("research", "科研单位"), ("welfare", "公益组织"),
    ("legal_service", "法律服务组织"), ("other_legal", "其他组织"), ("other_legal", "其他法人"), ("other_legal", "其他机构"),
)  # fmt: skip
"""The group above five of the applicant types, and other words for some of them."""

_NO_LONGER = ("", "不再处理", "的", "不再处理的", "不再处理其申请")
_ALIASES_THREE = {
    "重复申请": ("重复",), "予以公开": ("给予公开", "准予公开"), "部分公开": ("部分予以公开", "予以部分公开"),
    "其他处理": ("其他处理情况",), "总计": ("总记",),
    "申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请": tuple(
        f"{whose}{late}{end}" for whose in ("", "无正当理由", "申请人", "申请人无正当理由")
        for late in ("逾期不补正", "逾期未补正") for end in _NO_LONGER
    ),
    "申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请": tuple(
        f"{whose}逾期{late}{paid}{end}" for whose in ("", "申请人") for late in ("未", "不", "未按收费通知", "未按要求")
        for paid in ("缴费", "缴纳费用", "要求缴费") for end in _NO_LONGER
    ),
}  # fmt: skip
"""Other words for rows of section 三 that are too short for a damaged label."""

_YEAR = re.compile("本年度?")
"""A hand writes 本年度收费金额 and 本年度制发件数 for 本年…, and 本年 for 本年度."""

_SUBJECT_TAILS = ("事项", "项目", "决定", "情况", "措施")
"""What a hand adds to the subjects of section 二: 行政许可事项, 行政处罚决定."""


def subject_key(label: str) -> str:
    """The key under which a subject or column of section 二 is known in all editions (行政规范性文件 is 规范性文件)."""
    key = key_of(label)
    return key_of(_ALIASES_LATER.get(key, key))


@cache
def vocabulary() -> dict[str, tuple[Word, ...]]:
    """All keys of all forms, each with the words that it may stand for."""
    found: dict[str, dict[Word, None]] = {}

    def add(label: str, kind: Kind, name: str) -> None:
        for key in {key_of(label), full_key(label)} - {""}:
            for form in (key, _YEAR.sub("本年度", key), _YEAR.sub("本年", key)):
                found.setdefault(form, {})[Word(kind, name)] = None

    for indicator in indicators():
        if indicator.edition == "2014":
            add(indicator.label, "row2014", indicator.code)
            for label in indicator.aliases:
                add(label, "row2014" if label.endswith("数") else "alias2014", indicator.code)
        else:
            _add_later(indicator, add)
    for label, code in _ALIASES_2014.items():
        add(label, "row2014", code)
    for alias, label in _ALIASES_LATER.items():
        add(alias, "column" if label.startswith(("本年", "现行")) else "subject", subject_key(label))
    for name, labels in _HEAD_2014.items():
        for label in labels:
            add(label, "head2014", name)
    for label in (*_SECTIONS, *(f"第二十条第{item}项" for item in "一五六八九"), "第二十条第（一）项"):
        add(label, "section", label)
    for label, name in _GROUP4.items():
        add(label, "group4", name)
    for name, label in (*APPLICANTS.items(), *_APPLICANTS_TOO):
        add(label, "applicant", name)
    for word in found[key_of("总计")]:
        found["合计"][word] = None
    return {key: tuple(words) for key, words in found.items()}


def _add_later(indicator: Indicator, add: object) -> None:
    """Adds the words of one label of 2019 or 2021, which the codebook writes as a path (group / row / column)."""
    assert callable(add)
    path = [part.strip() for part in re.split(r"\s/\s", indicator.label)]
    if indicator.by_applicant:
        for label in (path[-1], *_ALIASES_THREE.get(key_of(path[-1]), ())):
            add(label, "row3", indicator.code)
        if key_of(path[-1]).startswith("属于"):
            add("涉及" + key_of(path[-1])[2:], "row3", indicator.code)
        for at, group in enumerate(path[:-1]):
            add(group, "group3", key_of(group))
            groups = "".join(map(key_of, path[at:-1]))  # forms with one column of labels print 不予公开1.属于国家秘密
            for leaf in (key_of(path[-1]), _MARKS.sub("", path[-1])):
                add(groups + leaf, "row3", indicator.code)
    elif indicator.code.startswith(("review.", "litigation_")):
        add(path[-1], "outcome", indicator.code.rpartition(".")[2])
    else:
        for tail in ("", *_SUBJECT_TAILS):
            add(path[0] + tail, "subject", subject_key(path[0]))
        add(path[1], "column", subject_key(path[1]))


@cache
def short_vocabulary() -> dict[str, tuple[Word, ...]]:
    """Keys of rows and columns without their closing 数, 数量, 次数: the rows that the others cannot be mistaken for."""
    short: dict[str, dict[Word, None]] = {}
    for key, words in vocabulary().items():
        for cut in cuts(key):
            if len(cut) >= 4:
                short.setdefault(cut, {}).update(dict.fromkeys(word for word in words if word.kind in ("row2014", "column")))
    return {key: tuple(words) for key, words in short.items() if words and key not in vocabulary()}
