"""What a medium printed of a count told before: 这些信息全部在县政府网站登载, 其中36条在微信同步, 全年在该频道公开877条.

The sentence points back to what was disclosed, or to the medium of the clause before, and names the other of the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipelines.wording.claims import Claim, amount_of
from pipelines.wording.counts import Hit, hits
from pipelines.wording.published.printed import OTHER, SHARED, row_of
from pipelines.wording.sentences import Sentence

_UNITS = frozenset(("条", "条次", "篇", "件", "则"))
_NEAR = 200
_CLAUSE = re.compile(r"[，,；;。：:（(）)]")
_PLACED = re.compile(r"公开|发布|公布|登载|刊登|刊载|上网|上传|挂网|推送|查[到询阅看]|张挂|可见")
_ALL = re.compile(
    r"(?:[，,（(]|^)\s?(?:这些|上述|以上|所有|全部|公开的|其|且|并|该|各类|已公开的)*(?:政府|政务)?(?:信息|内容)?"
    r"(?:全部|均|都|一律|悉数|皆|统一|已){1,3}(?P<where>[^，,。；;（）()\d]{3,40})(?=$|[，,。；;）)])"
)
"""全部在规划局网站城南分局页面公布: of all that was just counted."""
_BY_BOARDS = re.compile(
    r"^(?:是)?(?:在|由|通过|利用|借助|靠)(?:[村镇乡][里]?|各?村|政府|机关|(?:政务|村务|信息)?公开栏|公示栏|宣传栏|告示栏|大?喇叭|广播|黑板报|橱窗|明白纸|[、和及与])+(?:等(?:形式|方式|渠道)?)?(?:对外)?公开的?$"
)
"""以上信息全部是通过公开栏和村广播公开的."""
_ALL_BEHIND = re.compile(
    r"(?:政府)?(?:信息)?(?:均|全部|都|一律|悉数|皆|已)+[可能]?以?(?P<where>[^，,。；;（）()\d]{2,36})(?=$|[，,。；;）)])"
)
"""全部386条均可在县政府网站查到."""
_ALL_BEFORE = re.compile(
    r"(?:所有|全部|各类|一切)(?:政府|政务|公开)?信息(?:均|都|全部|一律|统一)*(?:[在于由经通过]{1,2}|发布[于在到]|公开[于在到])"
    r"(?P<where>[^，,。；;（）()\d]{2,30})[，,]"
)
"""所有信息统一发布于区政府网站，2018年共发布284条."""
_SAME_TIME = re.compile(
    r"(?:信息)?(?:(?:同时|同步|还|也|一并|并)+(?:在|由|通过|经|于|被)?(?P<there>[^，,。；;（）()\d]{2,24}?)"
    r"(?:同步|转发|发布|推送|公开|刊登|播出|刊发)|(?:在|由|通过|经|于|被)(?P<also>[^，,。；;（）()\d]{2,24}?)(?:上|中)?(?:同步|同时|一并|再次)(?:转发|发布|推送|公开|刊登|播出)?)"
)
"""其中36条在微信同步."""
_BARE = re.compile(r"(?:其中|有|另有|还有|并有|并|[、的共约])*")
_THE_SAME = re.compile(r"(?:该|此|这一?个?|上述)(?:频道|网站|平台|专栏|子站|网页|公众号|账号|订阅号|微博)[上中里内]?")
"""全年在该频道公开: on the medium just named."""
_PRINTS = re.compile(r"发帖|发博|博文|推文|推送|发文|更新|发布")
_OF_THEM = re.compile(
    r"(?:其中|属于?|涉及|公开|发布|主动公开|[的有为含])*(?:政府|政务)(?:公开)?信息(?:公开)?(?:信息)?类?(?:内容)?(?:的|有|为|共|占)*"
)
"""发帖1325条，其中政府信息88条: what of it was disclosure."""
_OTHER_MATTERS = re.compile(r"申请|留言|来信|咨询|解读|建议|提案|采用|报送|点击|阅读|访问")


def pointed_at(sentence: Sentence, claims: list[Claim], names: Sequence[str]) -> list[Claim]:
    """The claims with those of media that a sentence tells by pointing back, and without what they show to be no figure."""
    section = sentence.section
    if section.domain or section.hotline or section.plan or ("申请" in section.topics and "公开" not in section.topics):
        return claims
    claims = _of_them_disclosed(sentence, claims)
    for tell in (_all_there, _at_the_same_time, _there_too, _to_be_read, _by_that_form):
        if told := tell(sentence, claims, names):
            known = {claim.code for claim in claims if claim.label is None}
            claims = [*claims, *(one for one in told if one.code not in known)]
    return claims


def _own_row(words: str, names: Sequence[str]) -> str | None:
    row = row_of(words, names)
    return None if row in ("", OTHER, SHARED) or _OTHER_MATTERS.search(words) else f"channel.{row}"


def _last_total(sentence: Sentence, claims: Sequence[Claim], upto: int) -> Claim | None:
    """The count of all that was disclosed which was told last before a character of the sentence."""
    end = sentence.start + upto
    totals = [one for one in claims if one.code == "disclosure.total" and one.label is None and not one.zero]
    sure = [one for one in totals if not one.weak]
    return next((one for one in reversed(sure or totals) if end - _NEAR < one.start < end), None)


_OF_ALL = re.compile("[全均都皆律悉统]")


def _all_there(sentence: Sentence, claims: Sequence[Claim], names: Sequence[str]) -> list[Claim]:
    """The claim of the medium that all of what was disclosed is said to stand in."""
    text = sentence.text
    if not _OF_ALL.search(text):
        return []
    for told in _ALL.finditer(text):
        code = _own_row(told["where"], names) if _PLACED.search(told["where"]) else None
        code = code or ("channel.other" if _BY_BOARDS.search(told["where"]) else None)
        whole = _last_total(sentence, claims, told.start() + 1) if code else None
        if code and whole and not _points_elsewhere(sentence, claims, told):
            return [Claim(code, whole.start, whole.end, whole.unit, whole.raw, weak=True)]
    before = _ALL_BEFORE.search(text)
    code = _own_row(before["where"], names) if before else None
    if before and code:
        at = sentence.start + before.end()
        whole = next((one for one in claims if one.start >= at and one.code == "disclosure.total" and one.label is None), None)
        return [Claim(code, whole.start, whole.end, whole.unit, whole.raw, weak=True)] if whole else []
    return _whole_again(sentence, claims, names)


def _points_elsewhere(sentence: Sentence, claims: Sequence[Claim], told: re.Match[str]) -> bool:
    """Whether "all of them" are what was counted right before, which is something else: 规范性文件5件，都在网站公布."""
    named, before = told.string[told.start() : told.start("where")], told.string[: told.start()]
    if "信息" in named or "内容" in named or not _DIGIT.search(before):
        return False
    last = next((hit for hit in reversed(hits(sentence.text)) if hit.end <= told.start()), None)
    if last is None or last.unit not in _UNITS:
        return True
    at = sentence.start + last.start
    return not any(one.start == at and (one.label or one.code.startswith(_PRINTED)) for one in claims)


_DIGIT, _PRINTED = re.compile(r"\d"), ("disclosure.total", "channel.")


def _whole_again(sentence: Sentence, claims: Sequence[Claim], names: Sequence[str]) -> list[Claim]:
    """The claim of the medium in which the whole, counted once more, is said to stand: 全部386条均可在网站查到."""
    text = sentence.text
    for hit in hits(text):
        told = _ALL_BEHIND.match(text, hit.end) if hit.unit in _UNITS else None
        whole = _last_total(sentence, claims, hit.start + 1) if told else None
        code = _own_row(told["where"], names) if told and whole else None
        if code and whole and text[hit.start : hit.end] == whole.raw:
            return [_claim(sentence, code, hit)]
    return []


def _at_the_same_time(sentence: Sentence, claims: Sequence[Claim], names: Sequence[str]) -> list[Claim]:
    """The claims of what stood in one medium at the same time as in another."""
    text = sentence.text
    if not ("同" in text or "并" in text or "还" in text or "也" in text or "再次" in text):
        return []
    found: list[Claim] = []
    for hit in hits(text):
        words = _CLAUSE.split(text[: hit.start])[-1].strip()
        told = _SAME_TIME.match(text, hit.end) if hit.unit in _UNITS and _BARE.fullmatch(words) else None
        code = _own_row(told["there"] or told["also"], names) if told else None
        if code and _last_total(sentence, claims, hit.start + 1) and all(one.code != code for one in found):
            found.append(_claim(sentence, code, hit))
    return found


def _there_too(sentence: Sentence, claims: Sequence[Claim], names: Sequence[str]) -> list[Claim]:
    """The claims of what was printed on the medium that a clause before names: 并入县政府网站，全年在该频道公开877条."""
    text = sentence.text
    if not ("该" in text or "此" in text or "这" in text or "上述" in text):
        return []
    for hit in hits(text) if _THE_SAME.search(text) else ():
        clauses = _CLAUSE.split(text[: hit.start])
        same = _THE_SAME.search(clauses[-1])
        if hit.unit not in _UNITS or same is None or _OTHER_MATTERS.search(clauses[-1]):
            continue
        rows = (_own_row(clause, names) for clause in reversed(clauses[:-1]))
        code = _own_row(same.group(), names) or next(filter(None, rows), None)
        return [_claim(sentence, code, hit)] if code else []
    return []


_TO_BE_READ = re.compile(
    r"(?:可以?|能够?)[^，,。；;\d]{0,4}(?:通过|在|从|登[录陆]|利用)(?P<where>[^，,。；;\d]{2,40}?)[上中里内]?(?:直接|随时|自助|免费)*"
    r"(?:查阅|查询|查看|浏览|检索|查到|看到|查得)到?(?:到|的|共|有|约|各类|全部|全年|所有)*$"
)
"""市民可通过镇政府门户网站（含公开栏目）查阅263条信息."""
_FORM = re.compile(
    r"公开(?:的|信息)?(?:主要)?(?:形式|方式|渠道|途径|载体|平台)(?:主要)?(?:[为是有以]|依托|集中在|：)(?:[在于通过]{1,2}|利用|依托)?(?P<where>[^，,。；;\d]{2,30}?)(?:发布|公开|公布)?(?:政府|政务)?(?:信息)?(?:为主)?[，,]\s?"
    r"(?:全年|本年度?|今年|20\d\d年)?(?:累计|主动|[我本][局镇乡委办])*(?:公开|发布|上传|更新)?了?(?:各类|政府|政务)*(?:信息)?(?:[共合总累]计?|一共|总共|有|为|达)*$"
)
"""公开形式主要为区政府网站，共计91条."""
_ASIDE = re.compile(r"[（(][^（）()]{1,30}[）)]")


def _to_be_read(sentence: Sentence, claims: Sequence[Claim], names: Sequence[str]) -> list[Claim]:
    """The claim of the medium in which so much of what was told before can be read."""
    return _told_of_one(sentence, claims, names, _TO_BE_READ) if "查" in sentence.text or "看" in sentence.text else []


def _by_that_form(sentence: Sentence, claims: Sequence[Claim], names: Sequence[str]) -> list[Claim]:
    """The claim of the one medium that is said to be the form of disclosure, with its count behind it."""
    return _told_of_one(sentence, claims, names, _FORM) if "公开" in sentence.text else []


def _told_of_one(
    sentence: Sentence, claims: Sequence[Claim], names: Sequence[str], pattern: re.Pattern[str]
) -> list[Claim]:
    """The claim of the first count that a pattern leads to and that does not exceed what was disclosed in all."""
    text = sentence.text
    for hit in hits(text):
        told = pattern.search(_ASIDE.sub("", text[: hit.start])) if hit.unit in _UNITS else None
        code = _own_row(told["where"], names) if told else None
        whole = _last_total(sentence, claims, hit.start + 1) if code else None
        if code and whole and amount_of(text[hit.start : hit.end]) <= amount_of(whole.raw):
            return [_claim(sentence, code, hit)]
    return []


def _of_them_disclosed(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims with what of an account's posts was disclosure in the place of all its posts."""
    text = sentence.text
    if "信息" not in text or "微" not in text:
        return claims
    found = [hit for hit in hits(text) if hit.unit in _UNITS]
    for hit, behind in pairwise(found):
        start = sentence.start + hit.start
        posts = next((one for one in claims if one.start == start and one.code in ("channel.weibo", "channel.wechat")), None)
        words = text[hit.end : behind.start].split("，")[-1].strip()
        if posts is None or not _PRINTS.search(text[: hit.start][-12:]) or not _OF_THEM.fullmatch(words):
            continue
        taken = sentence.start + behind.start
        return [*(one for one in claims if one is not posts and one.start != taken), _claim(sentence, posts.code, behind)]
    return claims


def _claim(sentence: Sentence, code: str, hit: Hit) -> Claim:
    raw = sentence.text[hit.start : hit.end]
    return Claim(code, sentence.start + hit.start, sentence.start + hit.end, hit.unit, raw, weak=True)
