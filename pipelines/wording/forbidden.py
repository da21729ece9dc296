"""What the words around a number forbid it to be, whatever else speaks for it."""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.cues import AFTERWARDS, OF_OTHERS
from pipelines.wording.published.places import with_others
from pipelines.wording.requests.mail import both_ways, is_mail

REQUEST_ROUTES = frozenset(f"requests.received_{route}" for route in ("in_person", "fax", "online", "letter"))
"""The codes of requests by the way they came."""

REQUESTS = REQUEST_ROUTES | {"requests.received"}
_WAIVED = re.compile(r"[减免]免|免[收除去交缴]|减收|[收费用]减")
_NOT_YET = re.compile(r"(?:依法|按规定|经批准|需)?(?:延[长期至]|顺延|尚|正在|待|仍|暂|将|未|[^，,。；;]{0,12}不[予再])")
_AT_EACH = re.compile(r"各自?(?:设|建|放|摆|配|开|安|辟)[^，,。；;\d]{0,8}$")
_ONE_BEFORE = re.compile(r"\d\s?[个处间]\s?[、和及与]$")
_NEXT_ONE = re.compile(r"\s?[、和及与]\s?\d")
"""大厅、文化站分别设查阅点1个、2个: the first is not all."""
_DEPUTY = re.compile(r"(?:^|[，,、；;中的])[^长任，,、]{0,6}(?<!长、)副(?:[县市区州旗镇乡局]长|主任)(?!.*(?:主要|一把手))")
"""副县长以上领导出席5场: not who leads the government."""
_NOT_MORE = re.compile(
    r"^(?:共|全年|累计|年内)*转[发载]|图文|图解|图表|动漫|动画|[音视]频|^(?:新闻|媒体|召开|举办|举行|[、和及])*(?:通气|吹风)会"
)
_EXPLAINED_OR_TOLD = ("response.policy_interpretations", "response.press_conferences")
"""转发上级解读26篇; 解读文稿9篇，图文解读3篇: no other count of what was explained."""


def not_said_of(code: str, number: Number) -> bool:
    """Whether the words around a number forbid a code: 余1件延长至明年答复, 大厅、文化站各设一处, a meeting's 参会人员64人."""
    if code == "training.people" and "训" not in number.words + number.right and "课" not in number.words:
        return not any(word in number.sentence.text[: number.hit.start] for word in ("训", "班", "讲座", "学习", "课"))
    if code == "staff.total" and "招" in number.words:
        return True  # 新招录6名工作人员
    if code.endswith("_led") and _DEPUTY.search(number.words):
        return True
    if code in _EXPLAINED_OR_TOLD and _NOT_MORE.search(number.words):
        return "转" in number.words or number.state.last.startswith(code)
    if code == "organisation.reading_points":
        text, start, end = number.sentence.text, number.hit.start, number.hit.end
        severally = "分别" in text[:start] and (_NEXT_ONE.match(text, end) or _ONE_BEFORE.search(text, max(0, start - 8), start))
        return bool(severally) or _AT_EACH.search(number.words) is not None
    if code in REQUEST_ROUTES and _ASKED_FOR.match(number.right):
        return True  # 一件申请公开当面签订的协议
    if code == "requests.received" and _some_of_them(number.words, number.sentence.text, number.hit.start):
        return True
    apart = code.startswith("channel.") and with_others(number.words)
    if apart or of_more_than(code, number) or (code.startswith("replies.refused") and _kept_back(number)):
        return True
    if code in REQUESTS or code == "disclosure.total":
        return is_mail(number) or both_ways(number.words)
    if code.startswith("replies.") and _no_answer(code, number):
        return True
    return code in ("replies.total", "requests.completed") and _NOT_YET.match(number.right) is not None


def waived(number: Number) -> bool:
    """Whether money is what nobody had to pay: 减免困难群众费用3人次、58元."""
    said = number.words if len(number.words) > 1 else "".join(number.state.leads[-1:]) + number.words
    return _WAIVED.search(said) is not None


# --- whose requests, answers and documents they are ---

_PERSONS = re.compile(r"公民|自然人|个人")
_BODIES = re.compile(r"^\s?\d{1,5}\s?[件份宗][，,、；;和及]\s?(?:企业)?(?:法人|其他组织|社会组织)[^，,。；;\d]{0,12}\s?[1-9]")
_OTHER_WAY = re.compile(r"(?:当面|现场|网[上络]|在线|传真|电子邮件|口头(?!询问|咨询|答|解))[^，,。；;\d]{0,14}\s?\d")
_BY_WHOM = re.compile(
    r"(?:其中|有|、)*(?:公民|个人|自然人|法人|企业|商业企业|社会公众)(?:个人|[和或及、]?其他组织)?"
    r"(?:提出|提交)?的?(?:信息公开)?申请(?:有|为)?"
)
_ALL_ASKED = re.compile(r"申请[^，,。；;\d]{0,6}\d")


def _some_of_them(words: str, text: str, at: int) -> bool:
    """Whether a count of requests is of one way or one kind of applicant: 书面申请4件、当面申请2件, 申请12件，公民申请9件."""
    if _PERSONS.search(words) and _BODIES.search(text[at:]):
        return True  # 公民申请120件，法人申请16件: neither is all
    if "书面" in words and _OTHER_WAY.search(text):
        return True
    return _BY_WHOM.fullmatch(words) is not None and _ALL_ASKED.search(text, 0, at) is not None


_KEPT_FILES = re.compile(r"[^，,。；;\d申请]{0,14}(?:文件|公文|材料|档案)[^，,。；;\d申请]{0,6}(?:不予|不|免予)公开")


def _kept_back(number: Number) -> bool:
    """Whether what was not disclosed are documents that nobody asked for: 另有116条维稳方面文件不予公开."""
    told = _KEPT_FILES.match(number.sentence.text, number.hit.end) if number.unit in "条份篇" else None
    return told is not None and "申请" not in number.words


_ASKED_FOR = re.compile(r"(?:申请人?|要求|请求)(?:公开|获取|提供|了解)")


_AT_ONCE = re.compile(r"其中[^，,]{0,4}(?:当[日天场]|即时|现场|提前)")


def _no_answer(code: str, number: Number) -> bool:
    """Whether answers are of another matter, or not the last ones: 信访答复48件, 一件退回补正，补正后公开."""
    if code == "replies.total":
        if number.words.startswith("其中") and _AT_ONCE.match(number.words):
            return True  # 按期答复28件，其中当日答复6件
        return OF_OTHERS.search(number.words) is not None and "申请" not in number.words
    amended = code == "replies.amendment_requested" and "补正" in number.right
    return amended and AFTERWARDS.search(number.sentence.text, number.hit.end) is not None


_MADE = re.compile(
    r"(?:制作|获取|产生|形成|生成)(?:[、和或及与并]|了|的|各类|制作|获取|保存|政府|政务)*(?:政府|政务)?信息(?:总?[数量]|总数|共|计|有|为|达)*"
)
_ALL_OUT = re.compile(r"[，,]\s?(?:均|都|全部|全都|悉数)(?:已|依法|及时)*(?:主动|对外|向社会)*公开")
_WITH_ANOTHER_KIND = re.compile(r"(?:法规|文件|公告|动态|标准)(?:[与和及、]|以及)(?:政策)?解读(?:信息|类信息)?(?:有|为|共)*")


def of_more_than(code: str, number: Number) -> bool:
    """Whether a count is of more than what a code counts: 制作、获取的政府信息64条, 政策法规与政策解读37条."""
    if code == "response.policy_interpretations":
        return _WITH_ANOTHER_KIND.search(number.words) is not None
    made = _MADE.search(number.words) if code == "disclosure.total" and "信息" in number.words else None
    if made is None or made.end() != len(number.words):
        return False
    return _ALL_OUT.match(number.sentence.text, number.hit.end) is None
