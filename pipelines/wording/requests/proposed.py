"""Proposals of deputies and members told together: 人大建议17件，政协提案12件，共29件, 一共公开29件，前者17件，后者12件."""

from __future__ import annotations

import re

from pipelines.numbers import read_number
from pipelines.wording.claims import plain_number
from pipelines.wording.context import Number
from pipelines.wording.counts import hits
from pipelines.wording.cues import PROPOSALS, SUM
from pipelines.wording.wordings import Figure

_SURE: frozenset[str] = frozenset()
_KINDS = ("proposals.npc", "proposals.cppcc")
_SUMMED = re.compile(r"(?:办理)?(?:结果|复文|答复)?(?:主动)?公开(?:数|数量)?")
"""办理结果公开合计29件: the sum, said in full."""


def of_proposals(number: Number) -> Figure | None:
    """The sum of the two kinds of proposals counted right before, or one of the two told as 前者, 后者."""
    state, words = number.state, number.words.strip("、，,：: ")
    if not state.last.startswith("proposals.") or number.unit not in "件条份":
        return None
    if words in ("前者", "后者"):
        text = number.sentence.text
        first = (words == "前者") == (text.find("人大") < text.find("政协"))
        return Figure(_KINDS[0 if first else 1], _SURE) if "人大" in text and "政协" in text else None
    if state.last not in _KINDS or not (SUM.fullmatch(words) or SUM.fullmatch(_SUMMED.sub("", words, count=1))):
        return None
    return Figure("proposals.total", _SURE) if _adds_up(number) else None


def of_results(figure: Figure | None, number: Number) -> Figure | None:
    """The figure, or the proposals' where the clause before says whose results they are: 建议提案：办理结果公开54件."""
    results = figure is not None and figure.code == "replies.total" and "公开" in number.words and "结果" in number.words
    if not results:
        return figure
    lead = number.state.leads[-1] if number.state.leads else ""
    both = PROPOSALS.search(lead) is not None and "申请" not in lead and len(lead) <= _SHORT
    return Figure("proposals.total", _SURE) if both else figure


_SHORT = 16


def _adds_up(number: Number) -> bool:
    """Whether a number is the sum of the two of its unit before it."""
    text = number.sentence.text
    mine = [hit for hit in hits(text[: number.hit.start]) if hit.unit == number.hit.unit][-2:]
    values = [read_number(plain_number(text[hit.start : hit.end])).value for hit in mine]
    whole = read_number(plain_number(text[number.hit.start : number.hit.end])).value
    return len(values) == len(_KINDS) and None not in values and sum(value for value in values if value is not None) == whole
