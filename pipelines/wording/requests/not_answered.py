"""Which counts are no answers to requests: another matter's, not the last ones, documents kept back, what was still open."""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.cues import AFTERWARDS, OF_OTHERS
from pipelines.wording.requests.other_matters import for_several_reasons

_NOT_YET = re.compile(r"(?:依法|按规定|经批准|需)?(?:延[长期至]|顺延|尚|正在|待|仍|暂|将|未|[^，,。；;]{0,12}不[予再])")
_NEXT_YEAR = re.compile(r"(?:于|在|至|到|转入|结转)(?:下一?年度?|次年|翌年|明年|来年)")
_LATER = re.compile(r"(?:申请)?(?:也|均|都|已)?[于在到至]\s?(?:次年|翌年|第二年|下一?年|明年|20\d\d年[1-4]月)")


def no_answer(code: str, number: Number) -> bool:
    """Whether answers are of another matter, not the last ones, or not this year's: 信访答复48件, 余下1件于2016年1月9日办结."""
    if code.startswith("replies.refused") and _kept_back(number):
        return True
    if code.startswith("replies.") and _of_others_or_both(code, number):
        return True
    if code == "requests.completed_extended":
        return _is_still_open(number)
    if code.startswith(("replies.", "applications.denied_enf")) and _of_another_kind(code, number):
        return True
    if code not in ("replies.total", "requests.completed"):
        return False
    if number.words and number.words[0] in "余剩另其还尚" and _LATER.match(number.sentence.text, number.hit.end):
        return True  # 余下1件于2016年1月9日办结
    return _NEXT_YEAR.search(number.words) is not None or _NOT_YET.match(number.right) is not None


_ALL_OR_PART = re.compile(r"(?:全部|公开|同意|提供)[、和及与或]者?部分")
"""全部或部分公开66件: of both together."""
_MADE_PUBLIC = re.compile(r"[^，,。；;\d]{0,16}(?:调整|转化?|变更)为(?:主动|依申请)?公开")
"""1件依申请公开文件转为主动公开: a document, and no answer."""
_BY_DEPARTMENTS = re.compile(
    r"[；;。](?:其中|其他|区直|县直|市直|各)?(?:部门|单位|乡镇|镇街|街道)(?:[共全年各本度]|累计|新)*(?:收到?|受理|接收|办理)[^；;。]{0,80}$"
)
"""县政府新收3件；部门新收5件，办理结果为予以公开2件: theirs."""


def _of_others_or_both(code: str, number: Number) -> bool:
    """Whether what is told are documents opened, the answers of departments counted apart, or two kinds of answers together."""
    text, start, end = number.sentence.text, number.hit.start, number.hit.end
    if code == "replies.partially_granted" and _ALL_OR_PART.search(number.words):
        return True
    if code == "replies.already_public" and _MADE_PUBLIC.match(text, end):
        return True
    return "部门" in text[:start] and _BY_DEPARTMENTS.search(text, max(0, start - 100), start) is not None


def _of_another_kind(code: str, number: Number) -> bool:
    """Whether answers are of another matter, or not the last ones: 信访答复48件, 一件退回补正，补正后公开."""
    if code == "replies.total":
        if number.words.startswith("其中") and _AT_ONCE.match(number.words):
            return True  # 按期答复28件，其中当日答复6件
        if _NOT_THE_ANSWERS.match(number.right) or _OUT_OR_BAD.search(number.words) or _FINDINGS.search(number.words):
            return True
        ended = ("结" in number.words or "复" not in number.words) and _AS_CASES_END.match(number.right)
        if ended or _ANSWER_ANEW.search(number.words) or _ANSWER_ANEW.match(number.right):
            return True
        return OF_OTHERS.search(number.words) is not None and "申请" not in number.words
    if code == "applications.denied_enforcement_files":
        return _FILED.search(number.words) is not None
    if code == "replies.not_this_agency":  # 属于行政查询事项，告知到登记中心查询1件
        return "行政查询" in number.sentence.text[max(0, number.hit.start - 30) : number.hit.start]
    if code == "replies.refused" and ("（" in number.words or "(" in number.words):
        return _COUNTED_BEHIND.match(number.sentence.text, number.hit.end) is not None
    if code == "replies.refused" and (number.words.startswith("因") or number.right.startswith("因")):
        return for_several_reasons(number.sentence.text)
    after = "补正" in number.right and AFTERWARDS.search(number.sentence.text, number.hit.end)
    return code == "replies.amendment_requested" and bool(after or _BEING_AMENDED.match(number.right))


_FILED = re.compile("评查|抽查|归档|立卷|装订|整理")
"""案卷评查12件: how files are kept."""
_BEING_AMENDED = re.compile(r"(?:目前|尚|仍|正)?(?:处于|处在|在)(?:等待)?补正")
"""1件在补正期: not answered yet."""
_AT_ONCE = re.compile(r"其中[^，,]{0,4}(?:当[日天场]|即时|现场|提前)")
_OUT_OR_BAD = re.compile(
    r"告知[^，,。；;\d]{0,14}(?:途径|渠道)|不再|不予答|不作|未作?答|免于答"
    r"|送达|领取|寄送|答复[^，,。；;]{0,4}不(?:够|规范|及时|到位)|超期|逾期"
)
_NOT_THE_ANSWERS = re.compile(r"[^，,。；;]{0,4}答复[^，,。；;]{0,8}不(?:服|满|认可)|[于在]20\d\d年")
"""对其中1件答复不服; 2件于次年1月答复, when the year was over."""
_AS_CASES_END = re.compile(
    r"(?:被|予以|判决?|依法|原告|申请人|复议)*(?:维持|撤销|纠[正错]|驳回|责令|确认|败诉|胜诉|撤诉|终止|变更)"
)
"""结果是一件维持, 其中3件维持原回复: how cases ended."""
_ANSWER_ANEW = re.compile(
    r"[^，,。；;、\d]{0,8}?(?:(?:责令|判令?|判决|要求|责成)[^，,。；;\d]{0,12}|重新|限期)(?:作出|做出|予以|给予)?[答回]复"
)
"""复议一件维持、一件责令重新答复: how a case ended."""
_COUNTED_BEHIND = re.compile(r"[^（）()]{0,60}[）)]\s?\d")
"""不予公开（国家秘密2件、商业秘密2件）4件: the count of the reason that the bracket opens with."""
_FINDINGS = re.compile(r"复议[答回]复|反馈(?:了|的|整改|检查|监测|存在)*(?:问题|意见|建议|线索|整改|错误|隐患)(?![^，]*答复)")
"""接受日常监测4次，反馈问题9条: what was found wanting."""
_KEPT_FILES = re.compile(r"[^，,。；;\d申请]{0,14}(?:文件|公文|材料|档案)[^，,。；;\d申请]{0,6}(?:不予|不|免予)公开")


def _kept_back(number: Number) -> bool:
    """Whether what was not disclosed are documents that nobody asked for: 另有116条维稳方面文件不予公开."""
    told = _KEPT_FILES.match(number.sentence.text, number.hit.end) if number.unit in "条份篇" else None
    return told is not None and "申请" not in number.words


_STILL_OPEN = re.compile(r"(?:目前|年底|均|都)*(?:尚|正在|仍|待|未)")
"""经批准延长期限的5件尚在办理."""
_NEAR = 30
_OPEN_BEFORE = re.compile(r"(?:目前|年底|截至年底|另|[、，])*(?:尚|仍)(?:有|余|剩)?")
_INTO_NEXT_YEAR = re.compile(
    r"^[^，,。；;\d]{0,12}(?:延长|延期|顺延|延)[^，,。；;\d]{0,10}[至到](?:20\d\d年|次年|下一?年|明年|来年|第二年|翌年)"
)


def _is_still_open(number: Number) -> bool:
    """Whether a request whose term was prolonged was not closed in the year: 尚有1件延长答复期限, 1件延长至次年1月."""
    if _STILL_OPEN.match(number.right) or _OPEN_BEFORE.fullmatch(number.words):
        return True
    return _INTO_NEXT_YEAR.search(number.words + number.sentence.text[number.hit.end : number.hit.end + _NEAR]) is not None
