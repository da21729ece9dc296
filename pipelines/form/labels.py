"""The words of the report forms, and which of them a printed label is: exact after normalising, else the one clear best.

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
    pair       subject and column of section 二 in one label, divided by a slash (规章本年制发件数)
    """

    kind: Kind
    name: str


_PREFIX = re.compile(
    r"(?:其中[:,]?|[(\[]?(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})(?:[)\].、,:]|项)+|[^()\[\]]{1,2}\)|\d{1,2}(?=[^\d])|[-*·•●■◆○□▪、.,:)])+"
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|\([^()]*$")
_MARKS = re.compile(r"[\s\"'“”‘’《》〈〉「」()\[\]【】、,.;:。·/\\|_*—–-]+")
_UNIT_TAIL = re.compile(r"(?:单位)?(?:万元|亿元|元)$")
_COUNT_TAILS = ("总数量", "总数", "件数", "数量", "次数", "数")
_OF = "的"
_LEGAL = re.compile(r"法人[或和及]其他组织(?:中的?)?")
_RESULTS = re.compile(r"(?:本年度?|今年|当年)?(?:政府信息公开)?(?:申请)?(?:办理|处理|答复)结果(?:情况)?")
"""How the group of the rows of results is called where its name stands before the row's own: 办理结果（一）予以公开."""


@lru_cache(maxsize=8192)
def key_of(label: str) -> str:
    """The label without what forms print in their own ways: numbering, 其中, brackets, punctuation, white space, width."""
    return _MARKS.sub("", _BRACKETS.sub("", _stripped(label)))


@lru_cache(maxsize=512)  # asked for both keys of a label, one after the other
def _stripped(label: str) -> str:
    text = "".join(unicodedata.normalize("NFKC", label[: 4 * LONGEST]).split()).replace("其它", "其他")
    match = _PREFIX.match(text)
    return text[match.end() :] if match and match.end() < len(text) else text


def _full_key(label: str) -> str:
    """As `key_of`, with the words in brackets kept, for labels whose brackets were lost."""
    return _MARKS.sub("", _stripped(label))


def is_form_label(line: str) -> bool:
    """Whether a line of text is a label or header of one of the forms, word for word but for its numbering."""
    return len(line) <= LONGEST and bool(words_of(line))


@lru_cache(maxsize=8192)
def words_of(label: str) -> tuple[Word, ...]:
    """What a printed label may stand for, as words of the forms, in printed order; () if it is none of them exactly."""
    vocabulary = _vocabulary()
    key = key_of(label)
    if not key or len(key) > LONGEST:
        return ()
    full = _full_key(label)
    return (
        vocabulary.get(full)
        or _legal_in(full)
        or (_pair_in(full) if full != key else ())
        or vocabulary.get(key)
        or vocabulary.get(_UNIT_TAIL.sub("", key))
        or next((words for cut in _cuts(key) if (words := _short_vocabulary().get(cut))), ())
        or _result_in(key)
        or (vocabulary.get(key[:-1], ()) if key.endswith(_OF) else ())
        or _pair_in(key)
    )


def _cuts(key: str) -> Iterator[str]:
    """The key, and the key without each of the closings 数, 件数, 数量 … that it has."""
    yield key
    yield from (key[: -len(tail)] for tail in _COUNT_TAILS if key.endswith(tail))


def _result_in(key: str) -> tuple[Word, ...]:
    """The row of results that a key names after the name of their group."""
    match = _RESULTS.match(key)
    if match is None:
        return ()
    rest = key[match.end() :]
    words = _vocabulary().get(rest) or _vocabulary().get(rest.lstrip("0123456789"), ())
    return tuple(word for word in words if word.kind in ("row3", "group3"))


def _legal_in(key: str) -> tuple[Word, ...]:
    """The applicant type that a key names after the name of the group of legal persons: 法人或其他组织—商业企业."""
    group = _LEGAL.match(key)
    words = _vocabulary().get(key[group.end() :], ()) if group else ()
    return tuple(word for word in words if word.kind == "applicant" and word.name not in ("natural_person", "legal", "total"))


LONGEST_PAIR = 40
SHORTEST_COLUMN = 4
"""Letters of a label that names subject and column of section 二, and of the column in it."""


def _pair_in(key: str) -> tuple[Word, ...]:
    """The subject and the column that a key names: 规章本年制发件数, 本年制发规章件数, 政府集中采购项目数量."""
    subject = next((name for name in _subjects() if name in key), None) if len(key) <= LONGEST_PAIR else None
    if subject is None:
        return ()
    rests = [key.replace(subject, "", 1)]
    rests += [key[len(subject) - shared :] for shared in (1, 2) if key.startswith(subject)]
    for rest in rests:
        column = _column_in(rest) if len(rest) >= SHORTEST_COLUMN else None
        if column is not None:
            return (Word("pair", f"{subject_key(_subjects()[subject])}/{column}"),)
    return ()


def _column_in(key: str) -> str | None:
    words = _vocabulary().get(key) or _vocabulary().get(_UNIT_TAIL.sub("", key)) or _short_vocabulary().get(key, ())
    return next((word.name for word in words if word.kind == "column"), None)


@cache
def _subjects() -> dict[str, str]:
    """Keys of the subjects of section 二, the longest first, each with its name."""
    found = {key: word.name for key, words in _vocabulary().items() for word in words if word.kind == "subject"}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


CUT = 5
"""A label cut off at its end is known by this many first characters, if no other label begins so."""


LONG = 12
"""A label of so many letters may have lost a third of those that it has in the form: whole words of it."""


WRONG = 2
"""Letters of such a label that may be wrong besides."""


@dataclass(frozen=True, slots=True)
class Near:
    """What a damaged label may be: `clear` where one label is clearly the best, else (); `all` that come into question."""

    clear: tuple[Word, ...] = ()
    all: tuple[Word, ...] = ()


@lru_cache(maxsize=8192)
def nearest(label: str, kinds: tuple[Kind, ...]) -> Near:
    """The words of these kinds that a damaged label may stand for.

    A label that has only lost letters or changed their order, and could have done so from one known label alone, is clear
    (one that lost its whole end too); so is one that is a letter or two off when the next best is well behind. Short labels
    must have lost a letter and nothing else.
    """
    keys = {key_of(label), _full_key(label)}
    lost: dict[tuple[Word, ...], int] = {}
    off: dict[tuple[Word, ...], int] = {}
    for key in keys:
        if not 3 <= len(key) <= LONGEST:
            continue
        pairs, allowed = _pairs(key), _allowed(len(key))
        for known, letters, words in _targets(kinds):
            missing = len(known) - len(key)
            if len(key) >= CUT and known.startswith(key) and missing:
                lost[words] = missing
                continue
            if not -allowed - 2 <= missing <= max(_most_lost(key, known), allowed + 2):
                continue
            if 3 * len(pairs & letters) < len(letters) - 3:
                continue
            if _has_lost(key, known):
                lost[words] = min(missing, lost.get(words, 99))
            distance = _distance(key, known, allowed + 2)
            if distance <= allowed + 2 and len(known) > 3:
                off[words] = min(distance, off.get(words, 99))
    return _near(lost, off, min(map(_allowed, map(len, keys))))


def _allowed(length: int) -> int:
    """How many letters may be wrong in a label of so many letters."""
    return 1 if length < 8 else 2 if length < 12 else 3 if length < 18 else length // 5


def _near(lost: dict[tuple[Word, ...], int], off: dict[tuple[Word, ...], int], allowed: int) -> Near:
    close = [words for words, distance in off.items() if distance <= allowed]
    every = tuple(dict.fromkeys(word for words in (*lost, *close) for word in words))
    if len(lost) == 1:
        return Near(next(iter(lost)), every)
    if not lost and close:
        best = min(close, key=off.__getitem__)
        if all(distance > off[best] + 1 for words, distance in off.items() if words != best):
            return Near(best, every)
    return Near((), every)


def _is_inside(short: str, long: str) -> bool:
    """Whether all letters of the short string stand in the long one in the same order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def _most_lost(key: str, known: str) -> int:
    """How many letters of a known label another may have lost."""
    allowed = _allowed(len(key))
    return max(allowed, len(known) // 3) if len(key) >= LONG else allowed


def _has_lost(key: str, known: str) -> bool:
    """Whether a label may be a known one that lost letters, many of them only if it is long; or has them in another order."""
    missing = len(known) - len(key)
    if missing <= 0:
        return not missing and _is_reordered(key, known)
    if missing > _most_lost(key, known):
        return False
    most = missing + WRONG
    return _is_inside(key, known) or (missing > _allowed(len(key)) + 2 and _distance(key, known, most) <= most)


def _is_reordered(key: str, known: str) -> bool:
    """Whether a key has the very letters of another in another order: 信访投诉举报类申请."""
    return len(key) >= CUT and key != known and sorted(key) == sorted(known)


def _pairs(key: str) -> frozenset[str]:
    return frozenset(key[at : at + 2] for at in range(len(key) - 1))


def _distance(left: str, right: str, most: int) -> int:
    """The letters to insert, drop or change between two short strings; `most` + 1 where there are more than `most`."""
    row = list(range(len(right) + 1))
    for number, letter in enumerate(left, 1):
        before, row[0] = row[0], number
        for at, other in enumerate(right, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (letter != other))
        if min(row) > most:
            return most + 1
    return row[-1]


# --- the vocabulary ---

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
}
"""Labels of 国办发〔2014〕32号 as printed with their annotation, and one wording that lies between two others."""
_ALIASES_LATER = {
    "行政规范性文件": "规范性文件", "政府采购": "政府集中采购", "集中采购": "政府集中采购",
    "行政事业性收费项目": "行政事业性收费", "本年增减数量": "本年增/减", "本年增加减少": "本年增/减",
    "制发件数": "本年制发件数", "废止件数": "本年废止件数", "制发": "本年制发件数", "废止": "本年废止件数",
    "有效件数": "现行有效件数", "本年收费": "本年收费金额", "收费金额": "本年收费金额", "收费总金额": "本年收费金额",
}  # fmt: skip

_APPLICANTS_TOO = (
    ("total", "合计"), ("legal", "法人或其他组织"), ("legal", "法人和其他组织"), ("legal", "法人及其他组织"),
    ("enterprise", "企业"), ("enterprise", "工商企业"), ("research", "科研单位"), ("welfare", "公益组织"),
    ("legal_service", "法律服务组织"),
)  # fmt: skip
"""The group above five of the applicant types, and other words for some of them."""

_SUBJECT_TAILS = ("事项", "项目", "决定", "情况")
"""What a hand adds to the subjects of section 二: 行政许可事项, 行政处罚决定."""


def subject_key(label: str) -> str:
    """The key under which a subject or column of section 二 is known in all editions (行政规范性文件 is 规范性文件)."""
    key = key_of(label)
    return key_of(_ALIASES_LATER.get(key, key))


@cache
def _vocabulary() -> dict[str, tuple[Word, ...]]:
    """All keys of all forms, each with the words that it may stand for."""
    found: dict[str, dict[Word, None]] = {}

    def add(label: str, kind: Kind, name: str) -> None:
        for key in {key_of(label), _full_key(label)} - {""}:
            found.setdefault(key, {})[Word(kind, name)] = None

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
        add(path[-1], "row3", indicator.code)
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
def _short_vocabulary() -> dict[str, tuple[Word, ...]]:
    """Keys of rows and columns without their closing 数, 数量, 次数: the rows that the others cannot be mistaken for."""
    short: dict[str, dict[Word, None]] = {}
    for key, words in _vocabulary().items():
        for cut in _cuts(key):
            if len(cut) >= 4:
                short.setdefault(cut, {}).update(dict.fromkeys(word for word in words if word.kind in ("row2014", "column")))
    return {key: tuple(words) for key, words in short.items() if words and key not in _vocabulary()}


@cache
def _targets(kinds: tuple[Kind, ...]) -> tuple[tuple[str, frozenset[str], tuple[Word, ...]], ...]:
    targets = []
    for key, words in _vocabulary().items():
        wanted = tuple(word for word in words if word.kind in kinds)
        if wanted:
            targets.append((key, _pairs(key), wanted))
    return tuple(targets)
