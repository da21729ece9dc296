"""Accounts that a publisher does not have, so that they printed nothing: 微博、微信均未开通，公开数为0, 本乡没有开设微博."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import unnumbered

_ACCOUNT = (
    r"(?:(?:官方|政务|政府|部门|机关|新浪|腾讯)*(?:微博|微信)(?:公众)?(?:平台|订阅号|公众号|服务号|账号|帐号|号)?"
    r"|(?:政务|微信)?公众号|两微(?:一端)?|双微)"
)
_ACCOUNTS = rf"{_ACCOUNT}(?:[、和及与或]{_ACCOUNT}){{0,3}}"
_OPEN = (
    r"(?:开设|开通|开办|建立|注册|设立|设|开|建|申请|申办|运营|运行|启用|使用|创建|认证|上线|投入使用)(?:过|了)?"
)
_OWN = (
    r"(?:(?:我|本|全)(?:[县区市镇乡局委办]|街道|单位|机关)|[县区市镇乡局]里|[镇乡局]|街道|办事处|机关|政府|目前|至今|暂|一直|自己|单独|独立|专门|本级|的"
    r"|年内|全年|今年|本年度?|因(?:故|此)?|也|均|都|尚|还|仍|既|且|并)*"
)
_DENIES = r"(?:没有?|未曾?|尚未|无|不曾|没能|未能)"
_NAUGHT = r"(?:公开数|发布数|信息数|公开量|数量|条数|发布量)?(?:均|都|也)?(?:为|是)?(?:0|零|无)(?:条)?"
_SO = r"[，,]\s?(?:故|因此|所以)?"
_TAIL = rf"的?(?:{_SO}{_NAUGHT})?"
_BEFORE = re.compile(rf"{_OWN}{_DENIES}{_OPEN}{_OWN}(?P<which>{_ACCOUNTS}){_TAIL}")
_BEHIND = re.compile(rf"{_OWN}(?P<which>{_ACCOUNTS}){_OWN}{_DENIES}有?{_OPEN}{_TAIL}")
_BARE = re.compile(rf"{_OWN}(?:没有|无)(?P<which>{_ACCOUNTS}){_TAIL}")
_NOTHING = re.compile(
    rf"{_OWN}(?P<which>{_ACCOUNTS}){_OWN}(?:公开|发布|推送)?(?:信息)?(?:数量?|条数)?(?:均|都|皆|也)*(?:为|是)(?:0|零)条?"
)
_CLAUSE = re.compile(rf"[；;。：:]|[，,](?!\s?(?:故|因此|所以)?{_NAUGHT}(?:$|[；;。，,]))")
_SIGNED = re.compile("[没未无0零]")
_PAPER = re.compile(rf"(?:故|因此|所以|{_OWN})*(?:没有|无)(?P<which>(?:政府)?公报)(?:公开|发布|刊登|登载)(?:的?信息)?")
"""公报已停刊，故无公报公开."""
_MEDIUM = rf"(?:{_ACCOUNT}|(?:政府|政务)?公报)"
_LISTED = re.compile(
    rf"(?:^|(?<=[；;。，,、.]))\s?(?P<which>{_MEDIUM}(?:[、和及与]{_MEDIUM}){{0,3}})(?:信息|公开|发布|刊登)*(?:数量?|条数)?[：:]\s?(?:[均都皆]?[为是]?)(?:无|没有|零|0\s?条?)(?=[，,；;。]|$)"
)
"""政府公报、政务微博：均无: rows of a list, with what they printed behind a colon."""
_PATTERNS = (_BEFORE, _BEHIND, _BARE, _NOTHING, _PAPER)


def no_accounts(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The zeros of the accounts that a sentence says there are none of; none where they printed something."""
    text = sentence.text
    if not ("微" in text or "公众号" in text or "公报" in text) or sentence.section.hotline or not _SIGNED.search(text):
        return []
    found: list[Claim] = []
    for row in _LISTED.finditer(text) if "：" in text or ":" in text else ():
        at, raw = sentence.start + row.start("which"), text[row.start("which") : row.end()]
        known = {one.code for one in claims if one.label is None}
        found += [Claim(code, at, at + len(raw), "", raw, zero=True) for code in _codes(row["which"]) if code not in known]
    begin = 0
    for end in (*(match.start() for match in _CLAUSE.finditer(text)), len(text)):
        clause, at = text[begin:end], begin
        begin = end + 1
        words = unnumbered(clause.strip())
        if not words or len(words) > 60:
            continue
        match = next((one for one in (pattern.fullmatch(words) for pattern in _PATTERNS) if one), None)
        for code in _codes(match["which"]) if match else ():
            if not any(one.code == code and one.label is None for one in (*claims, *found)):
                start = sentence.start + at + clause.index(words)
                found.append(Claim(code, start, start + len(words), "", words, zero=True, said="公开" in words))
    return found


def _codes(which: str) -> list[str]:
    both = "两微" in which or "双微" in which
    weibo, wechat = "微博" in which or both, "微信" in which or "公众号" in which or both
    said = (("channel.gazette", "公报" in which), ("channel.weibo", weibo), ("channel.wechat", wechat))
    return [code for code, named in said if named]
