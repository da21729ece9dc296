"""How documents are marked when they are made: 形成信息96条，标为主动公开的80条，依申请公开的9条，不予公开的7条."""

from __future__ import annotations

import re

from pipelines.wording.context import Number

_MARKS = re.compile(
    r"(?P<mark>主动公开|依申请公开|不予公开|不公开|免予公开|不宜公开)(?:的|类|信息|政府信息|文件|公文|属性|材料)*(?:共|有|为|计|各)*\s?(?:\d|[一二三四五六七八九十两])"
)
_MADE = re.compile(r"(?:产生|形成|制作|制发|印发|起草|拟制|发文|收文|归档|登记|梳理|审核|审查|生成|公文|文件)[^。；;]{0,24}?\d")
_ASKED = re.compile(r"收到|受理|接到|答复|申请人|接收|办结")
_CODES = frozenset(("requests.received", "replies.refused", "replies.already_public"))

REFUSED_CASES = re.compile(r"不予公开[^，,。；;\d]{0,4}\d{1,4}\s?[件宗起]")
"""依申请公开信息0条、不予公开为0件: of requests, for information is counted in 条."""


def marked(code: str, number: Number) -> bool:
    """Whether 依申请公开, 不予公开 or 主动公开 only say how the documents counted before are marked."""
    text = number.sentence.text
    if code not in _CODES or "依申请公开" not in text or "主动公开" not in text or _ASKED.search(text):
        return False
    marks = {match["mark"] for match in _MARKS.finditer(text)}
    divided = len(marks) > 2 and number.unit in "条份篇" and not REFUSED_CASES.search(text)
    return "依申请公开" in marks and (divided or (len(marks) > 1 and _MADE.search(text[: number.hit.start]) is not None))
