"""Counts of media that a sentence itself shows to be shares: of other bodies' sites, of single columns, of requests."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from pipelines.wording.claims import Claim, amount_of
from pipelines.wording.sentences import Sentence

_OF_OTHERS = re.compile(r"(?:部门|乡镇|镇街|街道|单位|学校|村|社区|子)(?:政府)?(?:门户)?网站[^，,；;\d]{0,12}$")
_OF_A_COLUMN = re.compile(
    r"(?:栏目|专栏|频道|板块|专区)[上中内里]?(?:主动|[共累]计?|全年)*(?:公开|发布|更新|上传)?了?(?:政府|政务)?(?:信息|文章)?[共约]?$"
)
_LETTERS = re.compile(
    r"(?:信箱|信访(?![局办”\"])|来信|留言)(?![^，,；;]{0,12}信息)"
    r"(?:[^；;\d]|\d(?!\s?[余多]?[条件个次封][，,]\s?[^，,；;\d]{0,20}(?:微信|微博|公众号)[^，,；;\d]{0,8}(?:更新|发布|推送)))*$"
)
"""办理来信66条，微信公众号推送203条: not what follows with a medium of its own."""
_STOCK = re.compile(r"现有(?:各类|政府|政务)*信息$")
_NO_GAZETTE = re.compile(r"(?:统计|年度|环境|状况|质量|发展|审计)公报(?:信息)?[共计]*$")
"""统计公报1条: a kind of information."""
_OTHER_KINDS = re.compile(r"网[^；;。]{0,40}\d\s?[条篇件][，,、；;]\s?(?:公开|发布)?其[他它](?:各类)?信息$")
"""网站公开政务信息48条，其他信息2074条: what else the website printed, and no other medium."""
_BODIES_ACCOUNTS = re.compile(
    r"[馆院校团][”\"][、和及]?[“\"][^“”\"]{2,16}[馆院校团][”\"](?:官方|政务)?(?:微信|微博|公众号)[^；;。]*$"
)
"""“青坪县图书馆”“青坪县文化馆”微信公众号: of other bodies."""
_ANOTHER_SITE = re.compile(r"[“\"][^“”\"政府门户]{2,10}[”\"]网站?[^，,；;\d]{0,12}$")
"""“青坪”网站公开377条, beside the publisher's own."""
_ACCOUNTS = re.compile(r"新媒体[^，,。；;\d]{0,12}$")
"""政务新媒体1425条: of WeChat, of Weibo or of neither, which nobody says."""
_READERS = re.compile(
    r"(?:粉丝|关注|访问|点击|浏览|阅读|用户|订阅|电话|邮编|转发|点赞)(?:数量?|量|人数|总[量数]|次数|用户|者)*(?:情况|统计)?(?:[为是]?[：:]|(?:分别|依次)[为是有])"
    r"(?:(?!公开|发布)[^。])*$"
)
"""粉丝数：微信12000、微博8000: who reads them."""
_CODES = frozenset(("channel.website", "channel.wechat", "channel.weibo", "channel.gazette", "channel.other"))
_FAR = 40


def without_doubtful(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims without the counts of media that are shares: of departments' sites, of single columns, of requests answered."""
    here = [one for one in claims if one.start >= sentence.start and one.code in _CODES and one.label is None and not one.zero]
    if not here:
        return claims
    wholes = {amount_of(one.raw) for one in claims if one.code == "disclosure.total" and one.label is None and not one.zero}
    of_letters = [one for one in here if _LETTERS.search(_before(sentence, one))]
    doubtful = {id(one) for one in (*_shares(sentence, here, wholes), *of_letters)}
    if of_letters:  # 县长信箱公开回复66条，网上信访公开33条，合计99条
        whole = (one for one in claims if one.start > of_letters[0].start and one.code == "disclosure.total")
        doubtful |= {id(one) for one in whole}
    return [one for one in claims if id(one) not in doubtful and id(one.parent) not in doubtful] if doubtful else claims


def _before(sentence: Sentence, claim: Claim) -> str:
    at = claim.start - sentence.start
    return sentence.text[max(0, at - _FAR) : at]


_LEVELS = ("县区旗", "市州盟", "省", "国")
_BODY_ABOVE = re.compile(
    r"(?P<level>国家|中央|自治区|省|市|州|盟)(?:级|直)?[^，,；;。\d网]{0,8}?(?:局|厅|委|办|部)(?:官方|门户|政务|政府|信息|公众)*(?:网站|官网|网)[^，,；;\d]{0,10}$"
)
_SITE_OF = re.compile(r"(?P<level>国家|中央|自治区|[省市州盟县区旗])[^，,；;。\d网]{0,10}(?:网站|官网|网)[^，,；;\d]{0,10}$")


def _of_bodies_above(sentence: Sentence, sites: Sequence[Claim]) -> list[Claim]:
    """The sites of departments above the lowest body whose site is counted: 县政府网站45条，省林业局网站18条."""
    named = [(one, _SITE_OF.search(_before(sentence, one)), _BODY_ABOVE.search(_before(sentence, one))) for one in sites]
    lowest = min((_level(site["level"]) if site else 0 for _, site, _ in named), default=0)
    return [one for one, _, above in named if above and _level(above["level"]) > lowest]


def _level(word: str) -> int:
    return next((rank for rank, words in enumerate(_LEVELS) if word[0] in words), len(_LEVELS) - 2)


def _is_among(sentence: Sentence, whole: Claim, claim: Claim) -> bool:
    """Whether a site's count divides that of the sites before it: 政务网公开130条，其中省局网站25篇，市局网站42篇."""
    between = sentence.text[max(0, whole.end - sentence.start) : claim.start - sentence.start]
    return "其中" in between and "；" not in between and not whole.platform and amount_of(claim.raw) < amount_of(whole.raw)


def _shares(sentence: Sentence, here: Sequence[Claim], wholes: Collection[Decimal]) -> list[Claim]:
    text = sentence.text
    asked = [one for one in here if one.unit in ("件", "份") and "申请" in text[: one.start - sentence.start]]
    asked = [one for one in asked if amount_of(one.raw) not in wholes]
    asked += [one for one in here if _BODIES_ACCOUNTS.search(_before(sentence, one))]
    asked += [one for one in here if one.code == "channel.gazette" and _NO_GAZETTE.search(_before(sentence, one))]
    asked += [one for one in here if _STOCK.search(_before(sentence, one))]  # 网站现有信息1.2万条: of all years
    asked += [one for one in here if one.code == "channel.other" and _ACCOUNTS.search(_before(sentence, one))]
    asked += [one for one in here if one.code == "channel.other" and _OTHER_KINDS.search(_before(sentence, one))]
    if "：" in text or ":" in text or "分别" in text:
        asked += [one for one in here if _READERS.search(text[: one.start - sentence.start])]
    sites = [one for one in here if one.code == "channel.website"]
    for one in here if sites and "其中" in text else ():
        one.weak = one.weak or _is_among(sentence, sites[0], one)  # gives way to what is counted beside that website
    if len({one.raw for one in sites}) < 2:
        return asked
    others = [one for one in sites if _OF_OTHERS.search(_before(sentence, one))]
    columns = [one for one in sites if _OF_A_COLUMN.search(_before(sentence, one))]
    others = others if len(others) < len(sites) else []
    named = [one for one in sites if _ANOTHER_SITE.search(_before(sentence, one))]
    named = named if len(named) < len(sites) else []
    others += [*named, *_of_bodies_above(sentence, [one for one in sites if one not in named])]
    others += [one for one in sites[1:] if _is_among(sentence, sites[0], one)]
    return [*asked, *others, *(columns if len(columns) > 1 or _is_placed(sentence, sites, columns) else [])]


def _is_placed(sentence: Sentence, sites: Sequence[Claim], columns: Sequence[Claim]) -> bool:
    """Whether the one column or place of disclosure that is counted beside a website is none of its own: 政务公开专区6条."""
    return len(columns) == 1 < len(sites) and "专区" in _before(sentence, columns[0])
