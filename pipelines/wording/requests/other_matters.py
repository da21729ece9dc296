"""Counts beside those of requests that are none of them: applications withdrawn, proposals closed, what was sent on."""

from __future__ import annotations

import re

_CLOSED_ELSEWHERE = re.compile(r"(?:建议|提案|案件|工单|留言|信访件?|许可|审批|办件事项)[^，,。；;\d申]{0,6}$|跨年")
"""建议提案按时办结62件; 跨年办结2件, in the next year."""
_LEFT, _IN_A_YEAR = re.compile(r"另|其余|剩余|余下|剩下|其他"), re.compile(r"(?:申请)?[于在](?:20\d\d年|次年|第二年|下一?年)")
"""已办结5件，另2件于2015年1月办结: when the year was over."""
_OF_OTHERS = re.compile(
    r"(?:投诉|信访|举报|许可|审批|工单|建议|提案|案件|诉求|留言)[^，,。；;\d申]{0,4}\d{1,5}\s?[件宗份][，,]\s?(?:已|共|均|全部|年内)*(?:按[时期])?"
    r"(?:办结|结案|办理|办复)(?:了|共)?\s?\d{1,5}\s?[件宗份]?$"
)
"""受理采购投诉5件，办结5件."""
_WITHDRAWN = re.compile(
    r"(?:撤回|撤销|放弃)了?(?:的)?(?:其|该|公开|信息公开|政府信息公开|全部|部分)?申请(?:的)?(?:共|有|计|为)*$"
    r"|(?:无法提供|不予处理|其[他它]处理|不再处理|无法答复)(?:的)?(?:共|有|计|为)*$"
)
"""申请人撤销申请2件, 无法提供14件: what became of some."""
_CAME_OTHERWISE = re.compile(
    r"^(?!.*(?:告知|答[复应]|解决|通过[^，]*等)).{0,8}其[他它](?:渠道|途径|方式|形式)[^，,。；;\d等]{0,6}(?:受理|收到|接收|接到|提[交出]|递交)"
)
"""其他渠道受理申请10件: how some came, in a way that has no row."""
_SENT_ON = re.compile(r"转[^，,。；;\d]{1,10}(?:机关|部门|单位|机构|局|委|办)(?:答复|回复|办理)(?:的|共|有)*$")
"""转有权机关答复8件."""
_OF_CASES = re.compile(r"(?:复议|诉讼|信访|仲裁|投诉)(?:案件|案|件|事项)?[^，,。；;\d申]{0,6}(?:结转|遗留|转入)")
"""行政复议案件上年结转3件."""


_ANSWERED = re.compile(r"\s?[，,、；;]\s?(?:其中)?(?:同意)?(?:部分|不予|不|不同意)公开(?:的|信息)?\s?\d{1,4}\s?[件宗份]")
_ASKED = re.compile(r"申请[^，,。；;\d]{0,6}\d{1,5}\s?[件宗份]")
"""收到申请60件，公开信息30件，部分公开4件: how those were answered, and not what was disclosed."""


def of_another_matter(code: str, words: str, text: str, end: int) -> bool:
    """Whether the words before a number, which ends at `end` of its sentence, say that it is none of a code."""
    if code == "disclosure.total":
        return "主动" not in words and _ANSWERED.match(text, end) is not None and _ASKED.search(text, 0, end) is not None
    if code.startswith("requests.completed"):
        later = _LEFT.search(words) is not None and _IN_A_YEAR.match(text, end) is not None
        return later or _CLOSED_ELSEWHERE.search(words) is not None or _OF_OTHERS.search(text, 0, end) is not None
    if code in ("requests.received", "replies.other_channel") and "其" in words and _CAME_OTHERWISE.search(words):
        return True
    if code == "requests.received":
        return _WITHDRAWN.search(words) is not None
    if code == "replies.total":
        return "转" in words and _SENT_ON.search(words) is not None
    return code.startswith("applications.carried") and _OF_CASES.search(words) is not None


_GUIDES = re.compile(
    r"申请(?:公开)?(?:指南|表格?|流程图?|目录|须知|说明|制度|办法|系统|平台|专栏|栏目|窗口|电话|渠道|样本|范本|统计(?:信息|数据|表)?)(?:各|等|共)*$"
)
_HANDED_IN = re.compile(r"(?:提交|递交|交来|送来|寄来|填写|填报|提出|收到|接到)了?[^，,。；;\d]{0,10}申请(?:公开)?表")


def of_guides(words: str) -> bool:
    """Whether the guides and forms for those who ask are counted, and not the forms that they handed in."""
    return _GUIDES.search(words) is not None and _HANDED_IN.search(words) is None


_FOR_A_REASON = re.compile(
    r"(?:^|[，,、；;])\s?因[^，,；;。\d]{2,20}(?:不予|未予|不)(?:公开|提供)的?\s?\d|\d\s?[件份宗]因[^，,；;。\d]{2,20}(?:不予|未予|不)(?:公开|提供)"
)
"""因第三方不同意不予公开2件，因涉密不予公开1件: neither is all."""


def for_several_reasons(text: str) -> bool:
    """Whether a sentence counts refusals for one reason after another, so that none of them is all there were."""
    return len(_FOR_A_REASON.findall(text)) > 1


_DOCUMENTS = re.compile(r"[^，,。；;\d]{0,6}(?:文件|公文|制度|政策|办法)")


def are_documents(code: str, words: str, right: str) -> bool:
    """Whether what would be requests or answers are documents: 新增5件规范性文件, 规范性文件制发数、公开数均为0."""
    if code.startswith("replies."):
        return "规范性文件" in words
    return code == "applications.new" and "申请" not in right and _DOCUMENTS.match(right) is not None
