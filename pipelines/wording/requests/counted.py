"""How many requests a report has counted so far, which bounds what may be a part of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from pipelines.wording.around import About
from pipelines.wording.claims import Claim
from pipelines.wording.context import Number
from pipelines.wording.lists.parts import value_of

COUNTED = frozenset(
    ("requests.received", "applications.new", "requests.completed", "replies.total", "requests.completed_on_time")
)

_MOST = 40
"""No report counts its requests more often; a page that does is made to stall."""


_HANDLES = re.compile(r"(?<!受理)(?<!收到)(?:办理|处理)了?(?:完成)?(?:政府|信息)*(?:依申请公开|公开申请)")
_CAME = frozenset(("requests.received", "applications.new", "applications.carried_in", "applications.carried_in@total"))


def handled_after(number: Number, claims: Sequence[Claim]) -> bool:
    """Whether requests handled are counted behind those that came, of which they are some: 收到41件。…全年办理依申请公开38件."""
    if not _HANDLES.search(number.words):
        return False
    told = (one for one in claims if one.code in _CAME and one.label is None and one.start < number.sentence.start)
    came = sum(value_of(one) or 0 for one in told if not one.zero)
    value = value_of(number.claim("requests.completed"))
    return value is not None and value <= came and all(one.code != "requests.completed" for one in claims)


def of_those_counted(about: About) -> bool:
    """Whether requests are spoken of, and at least as many as the number were counted before it."""
    state = about.number.state
    if not about.is_of_requests() or state.section.hotline or state.cumulative or state.time in ("other", "part"):
        return False
    value, whole = about.value(), whole_of(about.report)
    if whole is None:  # 答复分类如下：公开30件；无此信息4件, before anything else is counted
        return value is not None and any(one.code.startswith(("replies.", "requests.")) for one in about.claims)
    return value is not None and value <= whole


def whole_of(claims: Sequence[Claim]) -> int | None:
    """The most requests that were counted as received, closed or answered; None where none were."""
    counted = (one for one in claims if one.code in COUNTED and one.label is None and not one.zero)
    unlike = {(one.raw, one.times): one for one in islice(counted, _MOST)}
    known = [int(value) for one in unlike.values() if (value := value_of(one)) is not None]
    return max(known, default=None)
