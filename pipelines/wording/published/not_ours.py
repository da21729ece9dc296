"""Counts of media that the words before them show to be another year's, another body's or of another matter.

They were read each by its own clause; what the sentence opened with (上年度, 政策解读12篇, 采用稿件45篇，其中) still holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipelines.wording.claims import Claim, amount_of
from pipelines.wording.counts import hits
from pipelines.wording.sentences import Sentence

_KINDS = 4
"""A clause that names more is of kinds (行政处罚、水质监测、专项检查等信息), and tells of no faults found."""
_BY_KINDS = re.compile(r"(?:公开|发布|公布)[^，,、\d]{2,20}、[^，,、\d]{2,20}、[^，,\d]{2,40}等[^，,、\d]{0,6}信息[共总合累计]*$")
_CODES = frozenset(("channel.website", "channel.wechat", "channel.weibo", "channel.gazette", "channel.other"))
_SEGMENT = re.compile(r"[；;]")
_CLAUSE = re.compile(r"[，,：:（(]")
_OPENS_ANOTHER = re.compile(
    r"\s*(?:其中|而|[，,])?(?:去年|上一?年度?|前年|(?P<year>20\d\d)年度?)(?![^，,。；;\d]{0,8}(?:相比|比较|基础))"
)
_THIS_YEAR = re.compile(r"今年|本年|当年|全年|年内|20\d\d年")
_EACH_BODY = re.compile(r"(?:各|每个?)(?:行政)?(?:村|社区|部门|单位|乡镇|镇街|街道|科室|站所|学校)[^，,；;。、和及与]{0,10}$")
_ALL_OF_THEM = re.compile(r"[全我][市县区州旗省]|各级")
"""全区各级各部门通过网站公开: all there are."""
_WHOLE_REGION = re.compile(r"^\s*(?:其中)?全[省市县区州]")
_OURS = re.compile(r"[我本](?:[镇乡]|街道|办)|镇政府|乡政府|街道办")
_OF_CREDIT = re.compile(r"[“\"]?信用[一-龥]{2,6}[”\"]?(?:门户|官方|政府)?(?:网站?|平台)")
"""通过“信用青溪”网站公示双公示信息: a site of another kind."""
_SMALL = re.compile(r"(?:[镇乡]|街道|办事处|苏木)(?:人民政府|办事处)?$")
_OF_PRESS = re.compile(r"采用|采纳|录用|稿件|发稿|新闻(?!动态|资讯|信息|类|发布)|宣传报道|报道")
_ASIDE = re.compile(r"[（(][^（）()]{0,200}[）)]")
_EXPLAINS = re.compile(r"解读[^，,；;]{0,10}$")
_LOOKED_AT = re.compile(r"(?:排查|检查|抽查|核查)了?(?:各|[全本][市县区镇])")
"""排查各单位在政府网站上公布信息22600条: what was looked over, and nothing that was put out."""
_FAULTS = re.compile(r"问题|整改|抽查|检查|清理|错别?字|失效|链接|漏洞|隐患|栏目\s?\d|巡查|监测")


def without_others(sentence: Sentence, claims: list[Claim], year: int | None, names: Sequence[str]) -> list[Claim]:
    """The claims without the counts of media in a sentence that are not what the publisher disclosed in the year."""
    here = [one for one in claims if one.start >= sentence.start and one.code in _CODES and one.label is None and not one.zero]
    if not here:
        return claims
    gone = {id(one) for one in here if _is_anothers(sentence, one, year, names)} | _explained(sentence, here)
    return [one for one in claims if id(one) not in gone and id(one.parent) not in gone] if gone else claims


def _is_anothers(sentence: Sentence, claim: Claim, year: int | None, names: Sequence[str]) -> bool:
    segment = _SEGMENT.split(sentence.text[: claim.start - sentence.start])[-1]
    clauses = _CLAUSE.split(segment)
    opens = _OPENS_ANOTHER.match(segment)
    if opens and str(year) != opens["year"] and not _THIS_YEAR.search(segment, opens.end()):
        return True
    if "信用" in clauses[-1] and _OF_CREDIT.search(clauses[-1]):
        return True
    if "查" in clauses[-1] and _LOOKED_AT.search(clauses[-1]):
        return True
    each = _EACH_BODY.search(clauses[-1]) and not _ALL_OF_THEM.search(clauses[-1])
    kinds = clauses[-1].count("、") >= _KINDS or _BY_KINDS.search(clauses[-1])
    if claim.weak and (each or (_FAULTS.search(clauses[-1]) and not kinds)):
        return True
    if names and _SMALL.search(names[0]) and _WHOLE_REGION.match(segment) and not _OURS.search(segment):
        return True
    clauses = _CLAUSE.split(_ASIDE.sub("", segment))  # 网站760条（其中新闻动态520条、公告120条），微信420条
    pressed = next((clause for clause in clauses[:-1] if _OF_PRESS.search(clause) and hits(clause)), None)
    return pressed is not None and (claim.weak or "其中" in segment) and "公开" not in segment


def _explained(sentence: Sentence, here: Sequence[Claim]) -> set[int]:
    """The counts, by id, that come to the number of interpretations before them: 政策解读12篇，网站发布8篇，公众号4篇."""
    text = sentence.text
    summed = sum((amount_of(one.raw) for one in here), Decimal(0)) if "解读" in text else Decimal(0)
    if not summed:
        return set()
    first = min(one.start for one in here) - sentence.start
    told = (hit for hit in hits(text) if hit.end <= first and _EXPLAINS.search(text[max(0, hit.start - 14) : hit.start]))
    return {id(one) for one in here} if any(amount_of(text[hit.start : hit.end]) == summed for hit in told) else set()
