"""Whether people who are counted do another work, are one body's among many, or lead it instead of doing it."""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.cues import EACH_BODY

_LEADERS = re.compile(r"由〇[^，。；]{0,8}(?:领导|局长|主任|镇长|乡长|书记|分管)")
"""由1名局领导分管: no staff of it."""
_SUPPORTS = re.compile(
    r"(?:配合|协助|协同|支持|参与|参加|[成组]员(?:单位)?|组成)(?:[^，,。；;]{0,2}|的[^，,。；;]{0,20}(?:小组|机构|机制|格局|体系))$"
    r"|各[^，,。；;]{1,12}?(?:配合|协助|协同|支持|参与|的?(?:工作)?(?:职责|分工|任务|责任(?!领导|人|科室|单位)))"
)
"""各村委会为成员，并明确了1名: what goes on is the publisher's."""


def _each_has_its_own(number: Number) -> bool:
    """Whether a count of staff is that of each of several bodies: 各部门…由1名专职人员负责."""
    leads = (lead for lead in number.state.leads[number.state.led :] if not _SUPPORTS.search(lead))
    before = "".join((*leads, number.words)).rpartition("另")[2]
    return EACH_BODY.search(before) is not None and "共" not in before and "计" not in before


_OTHER_STAFF = re.compile(r"信访|热线|窗口|执法|环卫|调解|网格|教师|医务|[一-龥]{2}系统(?!信息公开|政务公开|内)")
_PEOPLE_BEFORE = re.compile(r"\d\s?[余多]?[名人位]")


def does_other_work(number: Number) -> bool:
    """Whether people do another work: 全县信访系统工作人员42名，其中专职30名."""
    other = _OTHER_STAFF.search(number.words) is not None and "公开" not in number.words
    among = number.words.startswith("其中") and not number.state.last
    return other or (among and _PEOPLE_BEFORE.search(number.sentence.text, 0, number.hit.start) is not None)


def is_staff_of_others(number: Number) -> bool:
    """Whether people who are counted are not those who do the publisher's work of disclosure."""
    leaders = _LEADERS.search(number.words + "〇" + number.right) is not None
    return _each_has_its_own(number) or does_other_work(number) or leaders
