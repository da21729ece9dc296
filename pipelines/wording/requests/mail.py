"""What comes by post and is no request: letters to mailboxes and of petitioners."""

from __future__ import annotations

import re

from pipelines.wording.context import Number

_MAIL = re.compile(r"来信|来函|信件|邮件|来件|[^公网]信$")
_MAILBOX = re.compile(r"信箱|信访|热线|监督|市民|群众|人民(?!政府)|留言|来访|来电|转来")
_EXCHANGED = re.compile(
    r"(?:政民互动|网民|网友|互动交流|(?:领导|[县区市镇乡局]长|书记|公众|民意)信箱)"
    r"[^。；;\d]{0,10}(?:信件|来信|邮件|咨询件)"
)
_BOX = re.compile(r"(?:[局县区市镇乡处委]长|书记|主任|领导|公众|民意|群众|百姓)[公开电子]{0,4}信箱[^，,。；;\d申]*$")
_COUNTED_ELSEWHERE = re.compile(
    r"[，,（(][^，,。；;\d]{0,12}(?:不|未|没有)(?:[计列纳算归记]入|作为|作|当作|视[为作同]|属于?|是|按照?)[^。；;，,\d]{0,16}申请"
)
"""来信5件，不计入政府信息公开申请."""
_BOTH_WAYS = re.compile(r"主动(?:公开)?(?:[、和与及或]|以及)依申请公开(?!平台|系统|栏|专)")


def is_mail(number: Number) -> bool:
    """Whether letters to mailboxes or of petitioners are counted, and no requests: 收到群众来信84件，其中县长信箱31件."""
    text, said = number.sentence.text, number.words + number.right
    if "信箱" in number.words and _BOX.search(number.words):
        return True
    if number.state.last.startswith("requests.") or "申请" in said or not _MAIL.search(said):
        return False
    return _MAILBOX.search(text) is not None or _COUNTED_ELSEWHERE.match(text, number.hit.end) is not None


def of_exchanges(number: Number) -> bool:
    """Whether a sentence tells of letters between people and offices and of no requests: 转办政民互动信件43件，办结43件."""
    text = number.sentence.text
    return "信" in text and "申请" not in text and _EXCHANGED.search(text) is not None


def both_ways(words: str) -> bool:
    """Whether words count what was disclosed and what was asked for together: 主动和依申请公开信息1386条."""
    return "依申请" in words and _BOTH_WAYS.search(words) is not None
