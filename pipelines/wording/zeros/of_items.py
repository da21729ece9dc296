"""Zeros of documents and of media: 本年度未公开规范性文件, 规范性文件没有制发、没有公开, 微博、微信均未公开信息."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import unnumbered
from pipelines.wording.zeros.denied import media_denied

_CLAUSE = re.compile(r"[^，,。；;（）()]+")
_OWN = (
    r"(?:20\d\d年度?|[全本今当]年度?|年内|一年来|至今|[我本](?:[县区市镇乡局委办院]|街道|单位|机关|部门)|[县区市镇乡局](?:里|政府)?|街道"
    r"|也|均|都|亦|故|因此)*"
)
_NONE = r"(?:没有|未曾|未|无)"
_KIND = r"(?:任何|一件|新的|新|本级|行政|政府)*规范性文件"
_NO_DOCUMENTS = re.compile(
    rf"{_OWN}(?:{_NONE}(?:主动)?(?:公开|公布)过?(?:的)?{_KIND}"
    rf"|{_KIND}(?:方面|工作|上)?{_OWN}(?:{_NONE}(?:制发|制定|制订|印发|出台)、)?(?:也|亦|且)?{_NONE}(?:主动)?(?:公开|公布)过?)"
    rf"|其中(?:主动公开|公开)?{_KIND}(?:数量?)?(?:[均都])?(?:为零|为0|是零|是0|没有)"
)
_NEITHER = re.compile(rf"{_OWN}{_NONE}(?:制定|制发|制订|出台|印发)(?:、|和|及|或|与|也未)(?:主动)?公开过?{_KIND}")
_MEDIA = re.compile(
    rf"{_OWN}(?P<media>[^，,。；;\d]{{2,30}}?)(?:全年|本年度?|今年)?[均都也皆]?{_NONE}(?:主动)?(?:公开|发布|公布|刊登)过?(?:任何|一条)?(?:政府|政务)?(?:信息)?"
)
"""微博、微信均未公开信息."""


def none_disclosed(sentence: Sentence, claims: Sequence[Claim], names: tuple[str, ...]) -> list[Claim]:
    """The zeros of documents and of media that a clause says disclosed nothing, where nothing of them was counted."""
    text = sentence.text
    if "公开" not in text and "公布" not in text:
        return []
    found: list[Claim] = []
    for clause in _CLAUSE.finditer(text):
        words = unnumbered(clause.group()).strip()
        code = "disclosure.normative_documents" if "规范性文件" in words and _NO_DOCUMENTS.fullmatch(words) else ""
        media = _MEDIA.fullmatch(words) if "未" in words or "没有" in words else None
        at = sentence.start + clause.start()
        if _NEITHER.fullmatch(words):
            codes = ["normative_documents.issued", "disclosure.normative_documents"]
        else:
            codes = [code] if code else media_denied(media["media"], names) if media else []
        for one in codes:
            if not any(claim.code == one and claim.label is None for claim in (*claims, *found)):
                found.append(Claim(one, at, at + len(clause.group()), "", clause.group(), zero=True, said=True))
    return found
