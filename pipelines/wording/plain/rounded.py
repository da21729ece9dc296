"""The round figure and the aim that stand beside the exact figure of what was done, blanked so that this one alone is read.

9,000余条，经去重核定为8,877条; 1.1万余条（11,320条）; 年初定的主动公开任务为400条，实际完成455条.
"""

from __future__ import annotations

import re

from pipelines.wording.claims import amount_of

_UNIT = r"(?P<unit>人次|条次|[条件篇次个人名份项元])"
_ROUND = (
    rf"(?:(?:大约|将近|约|近|逾|超过?)\s?\d[\d,.]{{0,8}}[余多]?[万千百]?[余多]?|\d[\d,.]{{0,8}}(?:[余多几来][万千百]?|[万千百][余多几来]?)"
    rf"|\d[\d,]{{0,6}}00(?!\d))\s?{_UNIT}"
)
_SETTLED = (
    r"(?:(?!其中|网|微|公报|较|比|上年|去年)[^，,。；;：:（）()\d]){0,10}?"
    r"(?:去重|核[定实减对]|审核|剔除|扣除|重复|准确|精确|确切|实际|实[为有是])"
    r"(?:(?!其中|网|微|公报|较|比|上年|去年)[^，,。；;：:（）()\d]){0,12}|即|正好|恰好"
)
_EXACT = r"(?P<exact>(?:\d{1,3}(?:,\d{3})+|\d{1,7})\s?(?P=unit))"
_IN_BRACKETS = re.compile(rf"(?P<round>{_ROUND})(?P<words>[（(](?:{_SETTLED}|为|具体)?[是为共有：:]*){_EXACT}(?P<end>[）)])")
_BEHIND = re.compile(rf"(?P<round>{_ROUND})(?P<words>[，,](?:{_SETTLED})[是为共有：:]*){_EXACT}")
_CLOSE = 8
"""An exact figure is no further from its round one than an eighth of it."""
_AIMED, _BEFORE = re.compile(r"计划|应|拟|目标|任务|至少|不[少低]于|超"), 12
"""应公开500条，实际公开498条: two counts, each of its own."""
_AIM = re.compile(
    r"(?P<who>(?:年初|年度|全年|上级|[省市县区镇乡局]里?)*(?:确定|下达|核定|定下?|提出|计划|安排)[^，,。；;\d公信]{0,6}?的)"
    r"(?P<what>[^，,。；;\d]{0,8}公开[^，,。；;\d]{0,6}?)(?P<aim>(?:任务|目标|计划|指标)数?[为是有共]*\s?\d[\d,]{0,8}\s?条[，,]"
    r"[^，,。；;\d]{0,8}(?:完成|公开|达到?)了?[为是]?)(?=\d[\d,]{0,8}\s?条)"
)


_PLANNED = re.compile(
    r"(?P<who>(?:年初|年度|全年|原|本年)*(?:计划|安排|拟|预计|应))(?P<what>[^，,。；;\d公]{0,8}?(?:培训班?|轮训|参训|受训|[参到]会|举办|召开|组织|开展)[^，,。；;\d]{0,8}?)"
    r"(?P<aim>\s?\d{1,6}\s?(?:人次|[人名期次场])[，,、][^，,。；;\d]{0,4}实(?:际|到|有)?[^，,。；;\d]{0,6}?)(?=\d{1,6}\s?(?:人次|[人名期次场]))"
)
"""计划培训60人，实到57人: only those who came."""


def without_rounds(text: str) -> str:
    """The sentence with blanks for round figures beside exact ones, and for aims beside what was done."""
    if "，实" in text and ("训" in text or "会" in text):
        text = _PLANNED.sub(_done, text)
    if "任务" in text or "目标" in text or "计划" in text or "指标" in text:
        text = _AIM.sub(lambda aim: " " * len(aim["who"]) + aim["what"] + " " * len(aim["aim"]), text)
    if "（" in text or "(" in text:
        text = _IN_BRACKETS.sub(_exact, text)
    return _BEHIND.sub(_exact, text)


def _done(said: re.Match[str]) -> str:
    """What is left of a plan for lessons and what came of it: the matter and what was done, where both are of one kind."""
    people = "人" in said["aim"] or "名" in said["aim"]
    if people != (said.string[said.end() : said.end() + _UNIT_WITHIN].lstrip("0123456789 ")[:1] in ("人", "名")):
        return said.group()
    return " " * len(said["who"]) + said["what"] + " " * len(said["aim"])


_UNIT_WITHIN = 8


def _exact(said: re.Match[str]) -> str:
    """What is left of a figure told twice: the exact one, unless it is of something else."""
    about, exact = amount_of(said["round"]), amount_of(said["exact"])
    aimed = _AIMED.search(said.string, max(0, said.start() - _BEFORE), said.start())
    if aimed or not about or abs(about - exact) * _CLOSE > about:
        return said.group()
    end = said.group()[len(said["round"]) + len(said["words"]) + len(said["exact"]) :]
    return " " * (len(said["round"]) + len(said["words"])) + said["exact"] + " " * len(end)
