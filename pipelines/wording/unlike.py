"""Numbers that only look like counts (情况、诉讼等六项), and counts that do not look like it (通知公告317不动产公告34条)."""

from __future__ import annotations

import re
from itertools import islice

_MOST = 80
_ITEM_OF = re.compile(
    r"(?<=[一-龥])一项(?=[仍还尚也都均则为是没无])|[两二三四五六七八]项(?=(?:全年|今年|本年度?)?[均都皆]|(?:数据|指标|内容)?(?:[合总共]计|相加|之和))"
)
_ENUMERATED = re.compile(r"项(?!申请|政府信息)|个(?:部分|方面|章节?|内容|[一二三]?级?(?:栏目|板块|版块)|领域|环节|层面)")
_SEVERAL = re.compile(r"[二两三四五六七八九]个数(?:字|据|值)?(?=[分依均都皆各])")
"""制发、废止、现行有效三个数分别为0、1、0."""
_PACKED = re.compile(r"条[一-龥]{2,12}\d{1,6}[一-龥]{2}")
_LOST = re.compile(
    r"(?<=条)[一-龥]{2,12}?(\d{1,6})"
    r"(?=(?![年月日号届期条件篇个项次份起宗例人名位场处元万千百余多级类大家])[一-龥]{2,12}\d{1,6}条)"
)


_OF_A_KIND = re.compile(r"(?<=类信息)\s?(\d{1,6})(?=[，,（(]\s?约?占)")
"""法规文件类信息45，占总体的100%: the share behind tells what it counts."""


_BARE_ITEM = re.compile(r"[一-龥”]\d{1,6}[，,、；;]")
_WAYS = "网[络上站]|信[函件]|邮|当面|现场|传真|来[人信电访]|电子邮|微|公众号|同意|不予|予以|部分"
_BETWEEN = re.compile(
    rf"(?<=条)(?:信息)?[，,、；;]\s?(?!(?:文|编)?号|(?:其中)?(?:{_WAYS})"
    r"|[^，,、；;。\d]{0,10}(?:[增减升降比占超约达于至第前后率]|去年|上年|同期)[^，,、；;。\d]{0,4}\d)"
    r"[一-龥“”]{2,16}(?<![第至到为是有共达度分率量])(\d{1,6})(?=[，,、；;]\s?[一-龥“”]{2,16}\s?\d{1,6}\s?(?:[条件]|[。；;]|$))"
)
"""通知公告16条、行政处罚2、部门动态9条: an item between two that have their unit."""
_ONE_UNIT = re.compile(
    rf"(?:其中|包括)[：:，,]?\s?(?!{_WAYS})((?:[一-龥“”]{{2,14}}\d{{1,6}}[、，,]\s?){{1,20}})[一-龥“”]{{2,14}}\d{{1,6}}\s?条"
)
_DIGITS = re.compile(r"\d{1,6}")
"""其中通知公告16、部门动态9条: the last of them has it for all."""


_LAST_ITEM = re.compile(r"(?<=条)[，,、；;]\s?[一-龥“”]{2,16}信息(?:更新|发布|公开)?(\d{1,6})(?=[。；;]|$)")
"""概况信息更新48条，动态信息更新620条，目录信息更新1380。: the last of them."""
_DIVIDED = re.compile(
    r"公开[^，,。；;：:\d]{0,12}信息\s?(\d{1,6})(?=[，,；;]\s?(?:其中|包括)[^，,。；;\d]{2,20}\d{1,6}\s?条|[，,]?\s?主要(?:包括|涉及|涵盖)(?!\d))"
)
"""主动公开部门动态信息61，其中组织机构3条; 公开政府信息238主要包括通知公告: what is divided or described."""


_RULED = ("制度", "机制", "原则", "规定", "措施", "职责", "职能")
"""按照八项制度做好主动公开: what the work goes by."""
_LIST_OF_POWERS = re.compile(
    r"(?:权责|权力|责任|职责|事项|负面|收费|监管|随机)[^，,。；;、\d]{0,4}清单"
    r"(?![^，,。；;、\d]{0,4}(?:信息|类))[^。；;]*"
)


def counts_nothing(text: str, start: int, end: int) -> bool:
    """Whether a number tells how many things were just named: 情况、诉讼等六项内容, 依申请公开一项仍是空白, 两项均为0.

    Or how many powers a list of them has: 权责清单21项，其中行政处罚6项.
    """
    if text[end - 1] == "项" and (_ITEM_OF.match(text, start) or text.startswith(_RULED, end) or _of_powers(text[:start])):
        return True
    if text.startswith("数", end) and _SEVERAL.match(text, start):
        return True
    return text[start - 1 : start] == "等" and _ENUMERATED.match(text, end - 1) is not None


def _of_powers(before: str) -> bool:
    found = _LIST_OF_POWERS.search(before) if "清单" in before else None
    return found is not None and found.end() == len(before)


def without_units(text: str) -> list[tuple[int, int]]:
    """The numbers that lost their 条: in a row of items with nothing between them, and those of kinds whose share is told.

    >>> without_units("政务要闻415条通知公告307不动产公告84条")
    [(12, 15)]
    """
    kinds = [match.span(1) for match in islice(_OF_A_KIND.finditer(text), _MOST)] if "类信息" in text and "占" in text else []
    if _BARE_ITEM.search(text):
        kinds += [match.span(1) for match in islice(_BETWEEN.finditer(text), _MOST)]
        for run in islice(_ONE_UNIT.finditer(text), _MOST):
            kinds += [match.span() for match in _DIGITS.finditer(text, *run.span(1))]
    kinds += [match.span(1) for match in islice(_LAST_ITEM.finditer(text), _MOST)] if "信息" in text and "条" in text else []
    kinds += [match.span(1) for match in islice(_DIVIDED.finditer(text), _MOST)] if "信息" in text and "公开" in text else []
    return kinds + [match.span(1) for match in islice(_LOST.finditer(text), _MOST)] if _PACKED.search(text) else kinds
