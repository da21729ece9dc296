"""What the words around a number forbid it to be, whatever else speaks for it."""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.published.places import with_others
from pipelines.wording.requests.asked import ASKED_FOR, kept_back, no_answer, of_more_than, some_of_them
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
    if code in REQUEST_ROUTES and ASKED_FOR.match(number.right):
        return True  # 一件申请公开当面签订的协议
    if code == "requests.received" and some_of_them(number.words, number.sentence.text, number.hit.start):
        return True
    apart = code.startswith("channel.") and with_others(number.words)
    if apart or of_more_than(code, number) or (code.startswith("replies.refused") and kept_back(number)):
        return True
    if code in REQUESTS or code == "disclosure.total":
        return is_mail(number) or both_ways(number.words)
    if code.startswith("replies.") and no_answer(code, number):
        return True
    return code in ("replies.total", "requests.completed") and _NOT_YET.match(number.right) is not None


def waived(number: Number) -> bool:
    """Whether money is what nobody had to pay: 减免困难群众费用3人次、58元."""
    said = number.words if len(number.words) > 1 else "".join(number.state.leads[-1:]) + number.words
    return _WAIVED.search(said) is not None
