"""What is printed in a number cell, and what it means: value, meaning, remark and unit. Prose reads its numbers here too.

Source of the rules: the table in the codebook ("what is printed in a number cell, and what it means").
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pipelines.items import Meaning

MAX_DIGITS = 15
"""More digits than any count or amount in 元 has; a longer run is not a number of anything and is kept as text."""

MAX_CELL = 400
"""A longer cell is text whatever it begins with."""

_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")}
_DIGIT |= {"○": 0, "两": 2, "俩": 2, "貳": 2, "參": 3, "叄": 3, "陸": 6}
_SCALE = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIAD = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_MONEY = {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10**4), "百万元": Decimal(10**6), "亿元": Decimal(10**8)}

UNITS = (
    "人次|条次|件次|批次|篇次|场次|人|条|件|次|篇|个|项|份|起|宗|家|场|期|例|名|处|册|批|部|则|"
    "亿元|百万元|万元|千元|元"
)  # fmt: skip
"""Units that may follow a number, longest first, as an alternation for regular expressions."""

CHINESE = "零〇○一二两俩三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參叄陸"
"""The characters of Chinese numerals, plain and financial."""

ARABIC = r"\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d ])(?:\.\d+)?|\d+(?:\.\d+)?"
"""An Arabic number after NFKC: separators are commas or single spaces between groups of three."""

_NOTE_MARKS = "①-⑳⓪⓵-⓾⓿❶-➓㉑-㉟㊱-㊿⒈-⒛²³¹⁰⁴-⁹₀-₉"
_NOTED = re.compile(rf"(?<=[0-9０-９〇零条件次篇个人项元])[{_NOTE_MARKS}]{{1,4}}|[{_NOTE_MARKS}]{{1,4}}(?=[0-9０-９])")
"""A mark of a footnote beside a number, which would become digits of it (5①, 2²). NFKC makes the other such marks brackets."""

_MIXED = re.compile(r"(\d{1,4})([万千])(\d{1,3})([千百])(?![\d万亿])")
"""1万2千: digits before several characters of scale. 1万2 is left alone: in speech 12,000, by the letter 10,002."""

_WHOLE = re.compile(r"(?:共计|合计|总计|共)(?=\d)")
_STOP = re.compile(r"(?<=[0-9条件次篇个人项元)])\s?[.。,;、]$")

_NO_SCALED = re.compile("[零〇○][千万萬百亿億]{0,2}")
"""Nothing of a unit of money that begins with a character of scale: 零万元."""

_BEFORE = "约为|大约|大概|将近|接近|超过|不足|约|近|逾|超"
_AFTER = "余|多|左右|以上|上下"
_NUMBER = re.compile(
    rf"(?P<before>{_BEFORE})?(?:¥|人民币)?\s?(?P<sign>[-+])?"
    rf"(?:(?P<arabic>{ARABIC})|(?P<chinese>[{CHINESE}]{{1,24}}))"
    rf"(?P<about>{_AFTER})?(?P<myriad>[万萬亿億千百](?!元))?(?P<about2>{_AFTER})?"
    rf"(?P<unit>{UNITS})?(?P<about3>{_AFTER})?"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_NOT_APPLICABLE = re.compile(r"[-/\\–—―‐‑−─_~∕]+")
_REMARK = re.compile(
    r"\((?P<round>.*)\)[。;]?|\[(?P<square>.*)\]|(?P<open>\(.*)|[*]+|[,;、]?(?P<part>(?:其中|包括|含|注:).+)", re.DOTALL
)
_UNIT_BESIDE = re.compile(rf"(?:单位 ?: ?)?({UNITS})")
"""A remark that is the unit of the number before it: 2.4（万元）."""
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_INNER_SPACE = re.compile(r"(?<!\d) | (?!\d)")
"""A space that does not stand between two digits; one that does may split groups of three, or two numbers."""


class Number(NamedTuple):
    """What one cell or phrase means. `value` is in `unit` where a unit is known, and None unless it is a number.

    remark  what stands beside the number (9（县级） -> 县级), or the printed unit where the value was converted
    unit    the unit asked for; where none was asked for, the printed one
    """

    value: Decimal | None
    meaning: Meaning
    remark: str | None = None
    unit: str | None = None


_COUNT = re.compile(rf"([0-9]{{1,{MAX_DIGITS}}})({'|'.join(unit for unit in UNITS.split('|') if unit not in _MONEY)})?")
"""A plain number, alone or with a unit that is none of money: nearly every number of a form and of prose."""


@lru_cache(maxsize=8192)
def read_number(raw: str, unit: str | None = None) -> Number:
    """What a cell says, as value, meaning, remark and unit; never raises, whatever is in the cell.

    `unit` is the unit that the header or the codebook states: money is converted to it (35000元 under 万元 is 3.5) and
    the printed unit becomes the remark. Without it the printed unit is taken. Percentages, years, ranges, telephone
    numbers, and numbers of more than 15 digits are text.

    >>> read_number("1,234").value, read_number("９（县级）").remark, read_number("－").meaning
    (Decimal('1234'), '县级', 'na')
    """
    if raw.isdecimal() and raw.isascii() and len(raw) <= MAX_DIGITS:  # nearly every one
        value = Decimal(raw)
        return Number(value, "number" if value else "zero", None, unit)
    count = _COUNT.fullmatch(raw)
    if count and (count[2] is None or unit not in _MONEY):
        value = Decimal(int(count[1]))
        return Number(value, "number" if value else "zero", None, unit or count[2])
    text = fold(_NOTED.sub(_bracketed, raw) if not raw.isascii() and len(raw) <= MAX_CELL else raw)
    if not text:
        return Number(None, "blank", None, unit)
    if len(text) > MAX_CELL:
        return Number(None, "text", None, unit)
    if _NOT_APPLICABLE.fullmatch(text.replace(" ", "")):
        return Number(None, "na", None, unit)
    return _parse(text, unit) or _parse(_plainly(text, unit), unit) or Number(None, "text", None, unit)


def _bracketed(marks: re.Match[str]) -> str:
    """Marks of footnotes in brackets, where they are a remark: 5① is 5[1]."""
    return f"[{unicodedata.normalize('NFKC', marks[0]).rstrip('.')}]"


def _plainly(text: str, unit: str | None) -> str:
    """A number without what a clerk puts round it: 共12, 12。; and 1万2千 in digits."""
    text = _STOP.sub("", _WHOLE.sub("", text, count=1) if text[0] in "共合总" else text)
    mixed = _MIXED.search(text) if text[0] in "0123456789" else None
    if mixed is None or mixed.start() or (mixed[2], mixed[4]) == ("千", "千"):
        return text
    value = int(mixed[1]) * (_MYRIAD | _SCALE)[mixed[2]] + int(mixed[3]) * _SCALE[mixed[4]]
    rest = text[mixed.end() :]
    return f"{value}{'元' if unit in _MONEY and not rest.endswith('元') else ''}{rest}"


def fold(raw: str) -> str:
    """The text with full-width forms made half-width (NFKC), white space folded and invisible characters dropped."""
    if len(raw) > 4 * MAX_CELL:
        raw = raw[: 4 * MAX_CELL]
    return " ".join(unicodedata.normalize("NFKC", raw.translate(_INVISIBLE)).split())


def chinese_value(text: str) -> Decimal | None:
    """The value of a Chinese numeral: 一千二百三十四 is 1234, 二〇一八 is 2018, 十二 is 12; None if it is not one.

    Financial digits (壹贰叁) and 万, 亿 are read; 三千五 and other spoken forms with a dropped scale are refused.
    """
    if not text or len(text) > 24:
        return None
    if all(c in _DIGIT for c in text):
        # A run of digits such as 二三 may be "two or three": only runs written like a year or with a zero are positional.
        positional = len(text) == 1 or len(text) >= 3 or any(_DIGIT[c] == 0 for c in text)
        return Decimal(int("".join(str(_DIGIT[c]) for c in text))) if positional else None
    total = section = 0
    digit: int | None = None
    smallest, smallest_myriad, zero = 10**9, 10**12, False
    for c in text:
        if c in _DIGIT:
            if digit not in (None, 0):
                return None
            digit, zero = _DIGIT[c], zero or _DIGIT[c] == 0
        elif c in _SCALE:
            scale = _SCALE[c]
            if scale >= smallest or (digit is None and scale != 10) or (digit == 0 and scale != 10):
                return None
            section += (1 if digit in (None, 0) else digit or 0) * scale
            digit, smallest, zero = None, scale, False
        elif c in _MYRIAD:
            myriad = _MYRIAD[c]
            if myriad >= smallest_myriad or section + (digit or 0) == 0:
                return None
            total += (section + (digit or 0)) * myriad
            section, digit, smallest, smallest_myriad, zero = 0, None, 10**9, myriad, False
        else:
            return None
    if digit and not zero and (smallest not in (10, 10**9) or (smallest == 10**9 and total)):
        return None  # 三千五 is 3500 in speech and 3005 by the letter: not decided here
    return Decimal(total + section + (digit or 0))


def _parse(text: str, unit: str | None) -> Number | None:
    if text[0] in "−‐‑–﹣":
        text = "-" + text[1:]
    match = _NUMBER.fullmatch(_INNER_SPACE.sub("", text))
    if match is None:
        return None
    value = _value_of(match)
    rest = match["rest"].strip()
    remark = _remark_of(rest)
    if value is None or (rest and remark is None):
        return None
    about = match["before"] or match["about"] or match["about2"] or match["about3"]
    return _in_unit(value, bool(about), remark, match, unit)


def _value_of(match: re.Match[str]) -> Decimal | None:
    arabic, chinese = match["arabic"], match["chinese"]
    if arabic:
        digits = re.sub(r"[, ，]", "", arabic)
        whole, _, part = digits.partition(".")
        if max(len(whole), len(part)) > MAX_DIGITS:
            return None
        value: Decimal | None = Decimal(digits)
    else:
        value = Decimal(0) if _NO_SCALED.fullmatch(chinese) else chinese_value(chinese)
    if value is None:
        return None
    if match["myriad"]:
        value *= (_MYRIAD | _SCALE)[match["myriad"]]
    return -value if match["sign"] == "-" and value else value


def _remark_of(rest: str) -> str | None:
    """The remark in what follows a number, without its brackets; None where the rest makes the cell text."""
    match = _REMARK.fullmatch(rest)
    if match is None:
        return None
    remark = match["round"] or match["square"] or (match["open"] or "")[1:] or match["part"] or rest
    return remark.strip() or None


def _in_unit(value: Decimal, about: bool, remark: str | None, match: re.Match[str], unit: str | None) -> Number:
    printed = match["unit"]
    if unit in _MONEY and printed is None and match["myriad"] in ("万", "亿"):
        printed = match["myriad"] + "元"  # 5万 in a column of 万元 is 5万元, not 50,000 of them
        value /= _MYRIAD[match["myriad"]]
    elif unit in _MONEY and printed is None and (match["chinese"] or "")[-1:] in _MYRIAD:
        printed = "元"  # 五万, which holds its 万 already
    elif printed is None and (beside := _UNIT_BESIDE.fullmatch(remark or "")):
        printed, remark = beside[1], None  # 2.4（万元）
    if printed and unit in _MONEY and printed not in _MONEY:
        return Number(None, "text", None, unit)  # 3人 in a column of 万元
    meaning: Meaning = "approximate" if about else "number" if value else "zero"
    number = Number(_plain(value), meaning, remark, printed or unit)
    return in_unit(number, unit) if unit is not None else number


def in_unit(number: Number, unit: str) -> Number:
    """The number in another unit: money is converted and the printed unit becomes the remark, other units are replaced."""
    value, printed, remark = number.value, number.unit, number.remark
    if value is not None and printed in _MONEY and unit in _MONEY and printed != unit:
        value = _plain(value * _MONEY[printed] / _MONEY[unit])
        remark = printed if remark is None else f"{printed}; {remark}"
    return Number(value, number.meaning, remark, unit)


def _plain(value: Decimal) -> Decimal:
    """The same value without an exponent and without trailing zeros after the point, so that equal values print alike."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    return value.normalize()
