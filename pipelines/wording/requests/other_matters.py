"""Counts beside those of requests that are none of them: applications withdrawn, proposals closed, what was sent on."""

from __future__ import annotations

import re

_CLOSED_ELSEWHERE = re.compile(r"(?:建议|提案|案件|工单|留言|信访件?|许可|审批|办件事项)[^，,。；;\d申]{0,6}$|跨年")
"""建议提案按时办结62件; 跨年办结2件, in the next year."""
_WITHDRAWN = re.compile(
    r"(?:撤回|撤销|放弃)了?(?:的)?(?:其|该|公开|信息公开|政府信息公开|全部|部分)?申请(?:的)?(?:共|有|计|为)*$"
    r"|(?:无法提供|不予处理|其[他它]处理|不再处理|无法答复)(?:的)?(?:共|有|计|为)*$"
)
"""申请人撤销申请2件, 无法提供14件: what became of some."""
_SENT_ON = re.compile(r"转[^，,。；;\d]{1,10}(?:机关|部门|单位|机构|局|委|办)(?:答复|回复|办理)(?:的|共|有)*$")
"""转有权机关答复8件."""
_OF_CASES = re.compile(r"(?:复议|诉讼|信访|仲裁|投诉)(?:案件|案|件|事项)?[^，,。；;\d申]{0,6}(?:结转|遗留|转入)")
"""行政复议案件上年结转3件."""


def of_another_matter(code: str, words: str) -> bool:
    """Whether the words before a number say that it is none of a code of requests."""
    if code.startswith("requests.completed"):
        return _CLOSED_ELSEWHERE.search(words) is not None
    if code == "requests.received":
        return _WITHDRAWN.search(words) is not None
    if code == "replies.total":
        return "转" in words and _SENT_ON.search(words) is not None
    return code.startswith("applications.carried") and _OF_CASES.search(words) is not None
