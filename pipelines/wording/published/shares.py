"""Counts of what was disclosed or asked for that their own clauses show to be shares of a whole, and never the whole.

Level by level (省级受理6369件，市级1231件，县级853件); with a quality (公开284条，其中全文电子化的主动公开信息271条).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim, amount_of
from pipelines.wording.counts import hits
from pipelines.wording.sentences import Sentence

_OWN_SHARE = re.compile(r"(?:其中)?(?:[本我](?:[县区市局镇乡委办]|单位|部门|级)|原创|自[行主撰编]|本地)")
_CODES = frozenset(("disclosure.total", "channel.website", "requests.received", "requests.completed", "replies.total"))
_LEVEL = re.compile(
    r"(?P<level>[省市州盟地县区旗乡镇街村])(?:[（(][^（）()\d]{1,4}[）)]|道)?[、和及与]?"
    r"(?:[省市县区旗州盟镇乡街]道?)?(?:级|直|本级)"
)
_ALL_LEVELS = re.compile(r"[两二三四]级|各级(?:各|政府|行政|机关|部门)|上下级|市直(?:及|和|、)?各?[县区]")
_CLAUSE = re.compile(r"[，,；;。：:（(]")
_QUALITY = re.compile(
    r"^[，,（(]?\s?其中[：:，,]?(?P<what>[^，,。；;：:\d]{2,20})的(?:主动公开|公开)的?(?:政府|政务)?信息(?:数?量?|共|有|为|达)*$"
)
_NEW = re.compile(r"新增|今年|本年|当年|年度|首次|新|主动$")


def without_shares(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims without those of a sentence that are shares: of one level of several, or of what has some quality."""
    here = [one for one in claims if one.start >= sentence.start and one.code in _CODES and one.label is None and not one.zero]
    if not here:
        return claims
    gone = _of_levels(sentence, here) | _of_a_quality(sentence, here) | _by_some_ways(sentence, here, claims)
    return [one for one in claims if id(one) not in gone and id(one.parent) not in gone] if gone else claims


def _of_levels(sentence: Sentence, here: Sequence[Claim]) -> set[int]:
    """The counts, by id, of single levels, where two levels at least are counted in one unit."""
    text = sentence.text
    if "级" not in text and "直" not in text:
        return set()
    told: dict[int, tuple[str, str]] = {}
    at = 0
    for hit in hits(text):
        clause = _CLAUSE.split(text[at : hit.start])[-1]
        level = _LEVEL.search(clause)
        if level and not _ALL_LEVELS.search(clause):
            told[sentence.start + hit.start] = (level["level"], hit.unit)
        at = hit.end
    several = {unit for _, unit in told.values() if len({level for level, other in told.values() if other == unit}) > 1}
    return {id(one) for one in here if one.start in told and told[one.start][1] in several}


def _of_a_quality(sentence: Sentence, here: Sequence[Claim]) -> set[int]:
    """The counts, by id, of what has a quality among the total right before: 其中可供下载的主动公开信息120条."""
    text = sentence.text
    if "其中" not in text:
        return set()
    found: set[int] = set()
    before: Claim | None = None
    for one in here:
        if one.code != "disclosure.total":
            continue
        told = _QUALITY.match(text[before.end - sentence.start : one.start - sentence.start]) if before else None
        if before and told and not _NEW.search(told["what"]) and amount_of(one.raw) <= amount_of(before.raw):
            found.add(id(one))
        before = one if id(one) not in found else before
    return found


_PER_CENT = re.compile(
    r"[，,（(]?\s?约?占(?:全[省市县区镇乡局]|主动|公开|政府|政务|信息|发布)*(?:总数|总量|总条数|全部|总体)(?:信息)?的?\s?(?!100[%％])[\d.．]{1,6}\s?[%％]"
)
_WHOLES = ("disclosure.total", "channel.website")
_BY = re.compile(r"(?:通过|利用|借助|依托|采[用取])[^，,。；;\d]{2,40}公开[^，,。；;\d]{0,10}$")


_FOCUSED = re.compile(r"(?:围绕|聚焦|紧扣|突出|针对)[^，,。；;\d]{2,40}领域[^，,。；;\d]{0,10}公开[^，,。；;\d]{0,10}$")
"""主动公开2517件。…聚焦重大项目等关键领域公开信息873件: of some domains."""


def _by_some_ways(sentence: Sentence, here: Sequence[Claim], claims: Sequence[Claim]) -> set[int]:
    """The counts, by id, of what some ways disclosed of a total told before: 通过报刊和新媒体公开420条，占总数60%."""
    text = sentence.text
    found: set[int] = set()
    if not ("占" in text or "领域" in text):
        return found
    for one in here:
        share = _PER_CENT.match(text, one.end - sentence.start) and _BY.search(text, 0, one.start - sentence.start)
        if one.code == "disclosure.total" and (share or _FOCUSED.search(text, 0, one.start - sentence.start)):
            totals = (other for other in claims if other.code in _WHOLES and other.label is None and other.start < one.start)
            found |= {id(one)} if any(amount_of(total.raw) > amount_of(one.raw) for total in totals) else set()
    return found


def is_own_share(words: str, sentence: Sentence) -> bool:
    """Whether explanations are those of one's own beside others': 共发布41篇，其中转载26篇，本市解读15篇."""
    return _OWN_SHARE.match(words) is not None and "转" in sentence.text and "其中" in sentence.text
