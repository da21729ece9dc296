"""What comes by post and is no request: letters to mailboxes and of petitioners."""

from __future__ import annotations

import re

from pipelines.wording.context import Number

_MAIL = re.compile(r"来信|来函|信件|邮件|来件|[^公网]信$")
_MAILBOX = re.compile(r"信箱|信访|热线|监督|市民|群众|人民(?!政府)|留言|来访|来电|转来")
_BOTH_WAYS = re.compile(r"主动(?:公开)?(?:[、和与及或]|以及)依申请公开(?!平台|系统|栏|专)")


def is_mail(number: Number) -> bool:
    """Whether letters to mailboxes or of petitioners are counted, and no requests: 收到群众来信84件，其中县长信箱31件."""
    said = number.words + number.right
    if number.state.last.startswith("requests.") or "申请" in said or not _MAIL.search(said):
        return False
    return _MAILBOX.search(number.sentence.text) is not None


def both_ways(words: str) -> bool:
    """Whether words count what was disclosed and what was asked for together: 主动和依申请公开信息1386条."""
    return "依申请" in words and _BOTH_WAYS.search(words) is not None
