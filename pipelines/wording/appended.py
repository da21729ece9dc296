"""Short lines that open something of their own: an appendix of figures, a topic with its bare count."""

from __future__ import annotations

import re

_APPENDIX = re.compile(
    r"附(?:件|表|录|注)?[一二三四五1-9]?\s?[：:、]?\s?[^，,。；;]{0,30}?(?:指标|统计(?:数据|表|情况)?|数据|情况表|一览表?|[表件录])(?:[（(][^（）()]{1,26}[）)])?[：:]?"
)
_LONGEST = 46
_TOPIC_AND_COUNT = re.compile(
    r"(\s*[^。：:，,；;\d]{0,4}\d?[^。：:，,；;\d]{2,16})。(\s?(?:\d{1,6}|零|〇)\s?[条件次人元宗起]?)[。；]?\s*"
)
"""（四）收费。0。: the count of what the line itself is headed."""
_SHORT = 30


def opens_appendix(line: str) -> bool:
    """Whether a line opens an appendix of figures, which stands under no chapter of the report: 附：2012年度部分指标."""
    return line[:1] == "附" and len(line) <= _LONGEST and _APPENDIX.fullmatch(line) is not None


def topic_and_count(text: str, start: int, end: int) -> str | None:
    """A line of a topic and its count, as a heading's colon would join them; None if it is another line."""
    found = _TOPIC_AND_COUNT.fullmatch(text, start, end) if end - start < _SHORT else None
    return f"{found[1]}：{found[2]}" if found else None
