"""Money that is not what was set apart for the work: planned at first and spent then, or only told about."""

from __future__ import annotations

import re

from pipelines.wording.context import Number

_PLANNED = re.compile(r"年初[^，,；;。\d]{0,8}$|预算$|(?:安排|核定|列支|划拨|核拨|下拨|拨付)[^，,；;。\d]{0,12}(?:经费|资金)$")
_SPENT_THEN = re.compile(r"[，,]\s?(?:年底|全年|当年|到年底|年内)?(?:实际|实)(?:支出|支|使用|用|花|开支)")
_TOLD_OF = re.compile(r"涉及(?:资金|金额)?$|^(?:及时|全面|主动)?公[开示](?:了)?(?:[财惠][政民]|专项)")

_FOR_OTHER_WORK = re.compile(
    r"[，,]?\s?(?:专门|主要|重点)?用于(?![^，,。；;]{0,30}(?:公开|网站|平台|信息|培训|宣传|购置|电脑|设备|办公|查阅|栏|人员|工作))[^，,。；;\d]{2,}"
)


def not_granted(number: Number) -> bool:
    """Whether money was planned and spent otherwise (年初4万元，实际支出3.6万元), or only told about: 涉及资金3200万元."""
    planned = _PLANNED.search(number.words) is not None and _SPENT_THEN.match(number.sentence.text, number.hit.end) is not None
    if "公开" not in number.words and _FOR_OTHER_WORK.match(number.sentence.text, number.hit.end):
        return True  # 专项经费300万元用于危房改造
    return planned or _TOLD_OF.search(number.sentence.text, 0, number.hit.start) is not None
