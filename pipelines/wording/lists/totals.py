"""What was disclosed in all, told in words that no wording of the table has: 八十五条信息先后与群众见面, 公开七十二条.

Only a count that nothing before it in its sentence narrows (a medium, a domain, another body, another year) is the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipelines.wording.claims import Claim, amount_of
from pipelines.wording.counts import Hit, hits
from pipelines.wording.cues import COMPARES, DOMAIN, FOREIGN, MEDIA, OTHER_BODIES, PLANNED, PLANS, SUM
from pipelines.wording.lists.listed import asks_how_many
from pipelines.wording.published.channels import row_of_heading
from pipelines.wording.published.places import (
    RELATED,
    behind_a_class,
    by_accounts_alone,
    in_one_column,
    of_each_region,
    one_of_kinds,
)
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import phrase_of

_UNITS = frozenset(("条", "条次", "#", "-"))
_CLAUSE = re.compile(r"[，,；;。：:（(）)]")
_DISCLOSED = frozenset(("公开", "主动公开", "公开信息", "主动公开信息", "信息公开", "公开公开", "信息主动公开"))
_GOES_OUT = re.compile(
    r"(?:的)?(?:政府|政务)?信息[^，,。；;\d]{0,12}?"
    r"(?:(?:与|同|和)(?:群众|公众|村民|居民|市民|社会|大家)见面|(?:送到|摆到|端到|呈现在)[^，,。；;\d]{2,6}(?:面前|手[中里上])"
    r"|(?:交给|拿给|端给|亮给|晒给|摆给|递给|讲给|捧给)了?(?:全[县镇乡]|广大)?(?:群众|公众|村民|居民|市民|社会|大家|百姓|老百姓|乡亲们?)(?:看|过目|评判|评说|监督|听)?"
    r"|发出|公开|公布|发布|公之于众|公诸于世|晒出)(?:出?去|了|出来)?"
)
"""88条信息按时发出: the verb stands behind."""
_TOLD = re.compile(
    r"(?:(?:公开|公布|发布|上网|上墙|张榜|晒出)[和及、与]?){1,3}(?:出来|出去)?的(?:各[类种项])?(?:政府|政务)?(?:信息|内容|事项)"
    r"(?:合在一起|加在一起|合起来|加起来|放在一起|算下来|归总起来|数下来)?(?:就是|是|有|为|共|达到?|一共|总共|合计|总计|共计|约)*"
)
"""上网和上墙的政府信息合在一起是165条: by whatever media."""
_NOUNS = frozenset(("信息", "政府信息", "政务信息", "各类信息", "各类政府信息"))
_NARROWS = re.compile(
    r"申请|答复|许可|处罚|案件|举报|投诉|留言|咨询|采用|采纳|报送|转载|撤[回下销]|删除|更正|累计|历年|以来|制度|规定|条例|栏目|点击|阅读"
    r"|[最备广颇]受[^，,]{0,4}(?:关注|欢迎)|建议|提案|部门|各单位|乡镇|[各每]个?(?:乡|镇|村|社区|街道|单位|科室|站所)"
)
_MANY_WAYS = re.compile(
    r"(?:通过)?(?:多|各)(?:种|类|个)?(?:渠道|平台|途径|方式|载体)(?:累计|共|合计|总共|一共|总计)*(?:主动)?(?:公开|发布)(?:了|政府|政务|信息|共|合计)*"
)
_ON_ALL = re.compile(
    r"(?:[我本全](?:[县区市州旗镇乡局委办]|街道|单位|机关))?在(?:各|多)(?:种|类|个)?(?:公开)?(?:渠道|平台|媒体|载体)上?"
    r"(?:累计|共|合计|总共|一共|总计)*(?:主动)?(?:公开|发布)(?:了|各类|政府|政务)*信息(?:共计?|合计|总计|一共|总共|累计)?"
)
"""我局在各个平台公开信息共742条: on all there are, and no sum over them is told apart."""
_ONCE = re.compile(
    r"[^，,。；;\d]{0,12}(?:只[计算]作?[一1]次|只[计算]作?[一1]条|去重|去除重复|剔除重复|扣除重复|不重复计算?)(?:的话|计算|之?后|信息)*(?:的)?(?:共|为|是|有|则|计|合计|共计)*"
)
"""同一信息多平台发布只计一次的话为19870条: the count of items, whatever media printed them."""
_EACH_WAY = re.compile(r"(?:公开|发布|推送|公布)(?:了|政府|政务|信息|的)*(?:合计|共计|累计|总计|一共|总共)(?:为|达|有)?$")
_ALL_OUT = re.compile(
    r"[，,]\s?(?:已|均|都)?(?:全部|全都|悉数|均|都)(?:已|都)?"
    r"(?:上了?网|公开|公布|对外公开|主动公开|予以公开|上网公开|在?网上公开)"
)
_BROUGHT_FORTH = re.compile("(?:制作|产生|形成|生成|发生|制发|获取|[、和或]){1,5}(?:政府)?信息")
"""（制作政府信息206条，）全部主动公开."""
_KINDS = re.compile(r"(?:[^，,。；;\d、]{2,12}、){1,8}[^，,。；;\d、]{2,12}(?:信息|内容|事项)(?:一共|总共|共计|合计|总计|共)")


_ANSWER = re.compile(r"(?:(?:我们|镇里|局里|乡里)?的?(?:回答|答案|答复|结果)(?:是|为|[：:])|答[：:]|是|共|一共|总共|合计)?")
"""（公开了多少）362条: the sentence is nothing but the answer."""


_REPLIED = re.compile(r"(?:不予|部分|无法|不同意)公开(?:的|信息)?\s?\d")
"""（收到申请12件，）其中公开8条，不予公开4条: how those who asked were answered."""


def of_the_whole(sentence: Sentence, claims: Sequence[Claim], year: int | None, names: tuple[str, ...]) -> list[Claim]:
    """The weak claims of what was disclosed in all (or by all media) that a sentence makes and `claims` do not have yet."""
    text, section = sentence.text, sentence.section
    if section.domain or section.hotline or not ("条" in text or "公开" in text) or row_of_heading(section, names):
        return []
    if ("申请" in section.topics and "公开" not in section.topics) or ("公开" in text and _REPLIED.search(text)):
        return []
    if "本级" in text and OTHER_BODIES.search(text):
        return []
    here = [claim for claim in claims if claim.start >= sentence.start]
    taken = {claim.start - sentence.start for claim in here}
    found = hits(text)
    left = [index for index, hit in enumerate(found) if hit.unit in _UNITS and hit.start not in taken]
    new: list[Claim] = _of_kinds_before(sentence, claims, found[0]) if found and found[0].start not in taken else []
    said = {claim.code for claim in here if claim.label is None} | {claim.code for claim in new} if left else set()
    for index in left:
        code, hit = _code_at(sentence, found, index, said, (year, names)), found[index]
        if code is not None and code not in said:
            claim = Claim(code, sentence.start + hit.start, sentence.start + hit.end, hit.unit, text[hit.start : hit.end])
            claim.weak = claim.judged = True
            new.append(claim)
            said.add(code)
    return new


def without_repeats(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims without the total that counts an item once for each medium, where the count of items follows it."""
    text = sentence.text
    if "重" not in text and "只" not in text:
        return claims
    once = next((hit for hit in hits(text) if _ONCE.fullmatch(_CLAUSE.split(text[: hit.start])[-1])), None)
    at = sentence.start + once.start if once else 0
    return [one for one in claims if not (sentence.start <= one.start < at and one.code == "disclosure.total" and not one.label)]


def _of_kinds_before(sentence: Sentence, claims: Sequence[Claim], hit: Hit) -> list[Claim]:
    """The total that sums up the kinds of the sentence before, which had none: 总计100条."""
    words = sentence.text[: hit.start].strip(" ，,（(")
    if not SUM.fullmatch(words):
        return []
    kinds = [one for one in claims if one.label is not None and one.parent is None and one.code == "disclosure.total"]
    kinds = [one for one in kinds if sentence.start - _FURTHEST < one.start < sentence.start]
    raw = sentence.text[hit.start : hit.end]
    if len(kinds) < 2 or sum(amount_of(one.raw) for one in kinds) != amount_of(raw):
        return []
    start = sentence.start + hit.start
    return [Claim("disclosure.total", start, start + len(raw), hit.unit, raw, weak=True)]


_FURTHEST = 260
_ADDED = re.compile(
    r"(?:以上|上述|前后|[两二三四](?:段|期|级|部分|块|个阶段|个时期|项|者))?"
    r"(?:(?:全年|[一四]个?季度|十二个月|年内|一年)?(?:下来)?(?:相加|合计|共计|加起来|合起来|总计|共|一共|总共|累计)(?:公开|发布)?(?:信息)?(?:为|是|有|达)?)"
    r"|(?:全年|一年|年内)(?:下来)?(?:就)?[是为]"
)
_PART_OF_YEAR = re.compile(
    r"(?:期|阶段|半年|季度|月份?|[级层])[^，,。；;\d]{0,10}(?:公开|发布)(?:了|政府|信息|共)*$"
    r"|[县区市乡镇州旗]本?级[^，,。；;\d]{0,4}公开(?:了|政府|信息|共)*$"
)


def of_parts(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims with the sum of what periods or levels disclosed in their place: 上半年公开130条，下半年17条，合计147条."""
    text, section = sentence.text, sentence.section
    found = [hit for hit in hits(text) if hit.unit == "条"]
    if len(found) < 3 or "公开" not in text or section.domain or section.plan or section.hotline or "申请" in text:
        return claims
    for at in range(2, len(found)):
        hit, words = found[at], _CLAUSE.split(text[found[at - 1].end : found[at].start])[-1].strip()
        parts = found[:at]
        added = sum((amount_of(text[one.start : one.end]) for one in parts), Decimal(0))
        if not _ADDED.fullmatch(words) or added != amount_of(text[hit.start : hit.end]) or not _each_a_part(text, parts):
            continue
        places = {sentence.start + one.start for one in parts}
        kept = [one for one in claims if one.start not in places and one.start != sentence.start + hit.start]
        raw = text[hit.start : hit.end]
        start = sentence.start + hit.start
        return [*kept, Claim("disclosure.total", start, start + len(raw), hit.unit, raw, weak=True, anchored=True)]
    return claims


_TIME_ALONE = re.compile(
    r"[，,、；;]?(?:[第前后]?[一二三四1-4]季度?|\d{1,2}月份?|[上下前后]半年)(?:主动)?(?:公开|发布)?(?:了|政府|信息|共|为|是|有)*$"
)
"""2月3条，3月11条: each month by its name."""


def _each_a_part(text: str, parts: Sequence[Hit]) -> bool:
    """Whether each count is said to have been disclosed in a part of the year, or by a level of government."""
    plain = _BRACKETED.sub(lambda match: " " * len(match.group()), text)
    begins = [0, *(one.end for one in parts)]
    words = [plain[begin : one.start].replace(" ", "") for begin, one in zip(begins, parts, strict=False)]
    times = [found.group() if (found := _TIME_ALONE.search(one)) else "" for one in words]
    named = len(set(times)) == len(times) and all(times) and all(map(_TIME_ALONE.fullmatch, words[1:]))
    if named and "公开" in text[: parts[0].end] and not _NARROWS.search(words[0]) and not MEDIA.search(words[0]):
        return True
    return all(_PART_OF_YEAR.search(plain[begin : one.start].replace(" ", "")) for begin, one in zip(begins, parts, strict=False))


_BRACKETED = re.compile(r"[（(][^（）()]{0,30}[）)]")


def _code_at(
    sentence: Sentence, found: Sequence[Hit], index: int, said: set[str], whose: tuple[int | None, tuple[str, ...]]
) -> str | None:
    text, hit = sentence.text, found[index]
    begin = found[index - 1].end if index else 0
    clauses = _CLAUSE.split(text[begin : hit.start])
    words = clauses.pop().strip()
    before_words = text[: hit.start].rstrip().removesuffix(words)
    if behind_a_class(before_words) or (before_words.endswith(("）", ")")) and _of_another(before_words, words, *whose)):
        return None
    if _ONCE.fullmatch(_CLAUSE.split(text[: hit.start])[-1]):
        return "disclosure.total"
    if _MANY_WAYS.fullmatch(words):
        return "channel.total"
    if "disclosure.total" not in said and _ON_ALL.fullmatch(words):
        return "disclosure.total"
    if "disclosure.total" in said and _EACH_WAY.search(words) and _of_several(words):
        return "channel.total"
    right = _CLAUSE.split(text[hit.end : found[index + 1].start if index + 1 < len(found) else len(text)])[0].strip()
    media = any(match.lastgroup != "print" for match in MEDIA.finditer(text, 0, hit.start - len(words)))
    media = media or (_PAPER.search(text, 0, hit.start) is not None and not _GOES_OUT.fullmatch(right))
    if media or any(one.unit in ("条", "条次", "篇") for one in found[:index]):
        return None
    before = [clause for clause in _CLAUSE.split(text[: hit.start - len(words)]) if not hits(clause)]
    if _narrowed("，".join(before)) or any(phrase_of(clause, *whose).time in ("other", "part") for clause in before[-2:]):
        return None  # 2018年1月至3月，公开信息20条
    asked = len(found) == 1 and _ANSWER.fullmatch(text[: hit.start].strip()) and not right
    if asked and asks_how_many(sentence.section):
        return "disclosure.total"
    return "disclosure.total" if _is_whole(hit, words, right, text, whose) else None


def _of_another(before: str, words: str, year: int | None, names: tuple[str, ...]) -> bool:
    """Whether the words behind a bracket go on telling of another body: 县林业局（县草原局）主动公开."""
    whole = _CLAUSE.split(_BRACKETED.sub("", before))[-1] + words
    if of_each_region(whole):
        return True
    return FOREIGN.search(whole) is not None and not phrase_of(whole, year, names).own


def _is_whole(hit: Hit, words: str, right: str, text: str, whose: tuple[int | None, tuple[str, ...]]) -> bool:
    """Whether a count that nothing narrows is of all that was disclosed."""
    phrase = phrase_of(words, *whose)
    if phrase.time in ("other", "part") or phrase.until or "累计" in words or COMPARES.search(words) or PLANS.search(words):
        return False
    if hit.unit in "#-":
        return hit.unit == "#" and phrase.core in _DISCLOSED and "申请" in text[hit.end :]
    if right in _NOUNS and phrase.core.replace("人们", "") in _DISCLOSED:
        return True
    if right:
        nobody = phrase.core.removesuffix("我们").strip("把将") in ("", "人们")
        return nobody and _GOES_OUT.fullmatch(right) is not None and not _narrowed(right)
    if phrase.core in _DISCLOSED:
        if one_of_kinds(words, text, hit.end):
            return False
        if "关信息" in words and RELATED.search(words) and not text.lstrip().startswith(words):
            return False
        return not (in_one_column(words) or by_accounts_alone(words)) and _ACCOUNT_OF.search(words) is None
    if _BROUGHT_FORTH.fullmatch(phrase.core) and _ALL_OUT.match(text, hit.end):
        return True
    if _KINDS.fullmatch(words) and _ALL_OUT.match(text, hit.end):
        return DOMAIN.search(words) is None
    told = _TOLD.search(words)
    return told is not None and told.end() == len(words) and not _narrowed(_ALL_BODIES.sub("", words[: told.start()]))


_PAPER = re.compile(
    r"《[^《》]{1,12}(?:简报|通讯|快讯|专报|小报)》|(?:专刊|期刊|刊物|杂志)|(?:简报|快讯|专报|小报)\s?\d{1,3}\s?期"
    r"|(?:编[印发辑]|出版|刊印)了?《[^《》]{2,10}》[^，,。；;\d]{0,4}\d{1,3}\s?期"
)
"""编印《白水简报》24期，刊登信息114条: what a paper of its own printed."""
_ACCOUNT_OF = re.compile(r"[”\"’](?:全年|今年|累计|共|已)*推")
"""“柳坪之声”推送88条: an account by its name."""
_ALL_BODIES = re.compile(
    r"(?:[我本全]?[乡镇县区市街局](?:道)?|人民|政府|机关|办事处|党委){1,3}[和及与、](?:(?:各|所属|下属|辖区|有关|相关)*(?:站所|部门|单位|村|社区|科室|机构)|七站八所)[、和及]?(?:各?(?:站所|部门|单位|村|社区))?"
)
"""乡政府和各站所公开的信息: all there are."""


def _narrowed(words: str) -> bool:
    """Whether the words before a count may make it less than the whole."""
    if not words:
        return False
    other = _NARROWS.search(words) or MEDIA.search(words) or DOMAIN.search(words) or PLANNED.search(words)
    return other is not None or FOREIGN.search(words) is not None


def _of_several(words: str) -> bool:
    media = {match.lastgroup for match in MEDIA.finditer(words)}
    return len(media) > 1 or "等" in words
