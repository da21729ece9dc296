"""How many offices there are for the work of disclosure: 设政务公开科1个, 全系统设归口的专门机构6个."""

from __future__ import annotations

import re

from pipelines.wording.around import About, Told, unnamed
from pipelines.wording.claims import Claim
from pipelines.wording.cues import PLANS, SUM
from pipelines.wording.sentences import Sentence

_OFFICES = re.compile(r"(?:专门|公开|工作)机构[：:][^；;。]{2,30}$")
"""专门机构：39个单位各设1个，计39个."""
_SET_UP = re.compile(
    r"(?:设立|设有|设置|成立|建立|落实|明确|组建|[定确由][^，,；;。\d]{2,12}[为作](?:全[县市区镇乡局])?)了?(?:专门的?)?(?:政府信息|信息|政务)公开(?:工作)?(?:专门)?机构$"
)
"""各部门均落实了信息公开机构，共34个."""
_KIND = (
    r"(?:专门的?|内设|单独的?|独立的?)*(?:政府信息|信息|政务)公开(?:工作)?(?:领导小组)?(?:专门的?(?:工作)?)?"
    r"(?:办公室|机构|科室?|股室?|室|办|处|中心)"
)
_AN_OFFICE = re.compile(
    rf"(?:{_KIND}|专门(?:的)?(?:工作|公开|信息公开|政务公开|政府信息公开)*机构|工作机构"
    r"|专门(?:负责|承担|从事|办理)(?:政府信息|信息|政务)公开(?:工作|事务)?的(?:工作)?机构"
    r"|专职(?:工作)?机构|专门的?(?:科室|股室|处室))(?![人栏])"
)
_HARMLESS = re.compile(
    rf"{_AN_OFFICE.pattern}|[市区县乡镇]、[区县乡镇街村]两级|办公厅|办公室|(?<=政府)办(?!理)|党政办|室|综合[科股]|(?:具体|专门)?(?:负责|承担|从事)(?:[此这该本]项|(?:政府信息|信息|政务)公开)?(?:工作|事务)?的|归口|管理|代管|挂牌|加挂|牌子|唯一|统一|新|专|单独|另|也|机构(?:到位|方面|上|[：:])?"
    r"|[我本全]?(?:[省市县区州旗镇乡局委]|街道|系统|机关|单位)(?:里|级|上|内|本级|直)?"
    r"|人民|政府"
    r"|目前|各级|各单位|各部门|下设|内设|设立|设置|设|成立|组建|建立|建有"
    r"|明确|确定|增设|有|现|共计?|合计|总计|总数|计|达到?|为|是|了|的|在|由|个|其中"
    r"|[、和及与（()）·：:“”\" —–-]|(?:[全本今当]年|年)度?|20\d\d年度?"
)
_OTHERS = re.compile(r"领导小组[^办]|受理|申请|[栏点站]")
_END = re.compile(r"[—–]")


_ROW = re.compile(r"(?:专门|工作|公开工作)?机构(?:总?数量?|个数)(?:[为是有：:]|共有?)?")
_STAFFED = re.compile("工作人员|[专兼]职|查阅点")
"""机构数1个，工作人员3人: the row of the form beside the people."""


def offices_of(about: About) -> list[Told]:
    """How many offices of disclosure a number counts; nothing where a word of its clause is of anything else."""
    words = about.words
    if SUM.fullmatch(words) and (_OFFICES.search(about.before) or _SET_UP.search(about.lead)):
        return [Told("organisation.units")]
    said = f"{words}·{_END.split(about.behind)[0]}"
    if about.number.unit in "个家" and "机构" in words and _ROW.fullmatch(words) and _STAFFED.search(about.number.sentence.text):
        return [Told("organisation.units")]
    if about.number.unit not in "个家" or not _AN_OFFICE.search(said) or _OTHERS.search(said):
        return []
    own = (("专门" in said and "机构" in said) or about.is_near_office()) and not _HARMLESS.sub("", unnamed(said, about.names))
    return [Told("organisation.units")] if own else []


_BODIES = (
    r"(?:[省市县区州旗]直|[省市县区州旗]级|党政|政府|基层|直属|下属|职能|工作|组成)*"
    r"(?:乡镇办?|镇街?|乡|街道|苏木|部门|单位|委办局|局办|机关|办局)"
)
_NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,5})"
_EACH_ONE = re.compile(
    rf"(?P<number>{_NUMBER}\s?个)(?:{_BODIES}[、和及与]?){{1,4}}(?P<more>[、和及与]?{_NUMBER}\s?个(?:{_BODIES}[、和及与]?){{1,3}})*"
    r"(?:[均都已]|全部|分别|相继|先后)*(?:设立|成立|建立|组建|设置|建|设)(?:有|了|起)?(?:专门的?(?=机构)|(?:专门的?)?(?:政府信息|信息|政务)公开(?:工作)?(?:专门)?)机构"
    rf"(?:[，,（(]\s?(?:共计?|合计|总计|计)(?:有)?(?P<sum>{_NUMBER}\s?个))?(?=[，,。；;）)]|$)"
)


_ONLY_ONE = re.compile(
    r"(?<!不)(?:[是为系作]|[（(])(?:[^，,。；;\d不]{0,16})?(?P<only>[唯惟]一)的?(?:一个|1个)?(?:(?:政府信息|信息|政务)公开(?:工作)?)?的?专门(?:工作)?机构(?=[，,。；;）)]|$)"
)
"""信息股是全县唯一的专门机构."""
_BY_NOW = re.compile(
    r"新(?:增设?|建|设|成立|组建)[^，,；;。]{0,16}机构[^，,；;。]{0,8}[，,][^，,；;。\d]{0,8}(?:累计|总数|共|合计|总计)[已有为达到数]*\s?(?P<number>\d{1,4}\s?[个家])(?=[，,；;。）)]|$)"
)
"""今年新设专门机构2个，总数达到40个."""
_CLAUSE = re.compile(r"[，,；;。：:]")
_BEGUN = re.compile(r"成立|建立|组建")
"""25个单位建立了信息公开工作机构: who sees to it, and not offices of its own."""
_SOME = re.compile(r"其中|另有|还有|新|去年|上年")


def told_of_offices(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claim of the offices that so many bodies have set up, one each: 44个乡镇和县直单位设立了信息公开工作机构."""
    if "新" in sentence.text and (by_now := _BY_NOW.search(sentence.text)):
        for one in [one for one in claims if one.code == "organisation.units" and one.start >= sentence.start]:
            claims.remove(one)
        start, end = by_now.span("number")
        return [Claim("organisation.units", sentence.start + start, sentence.start + end, "个", by_now["number"], weak=True)]
    found = _EACH_ONE.search(sentence.text) if "机构" in sentence.text else None
    only = _ONLY_ONE.search(sentence.text) if found is None and "一" in sentence.text and "机构" in sentence.text else None
    if only and not PLANS.search(sentence.text[: only.end()]):
        at = sentence.start + only.start("only")
        return [Claim("organisation.units", at, sentence.start + only.end(), "个", "一个", weak=True, judged=True)]
    if found is None or PLANS.search(sentence.text[: found.end()]) or (found["more"] and not found["sum"]):
        return []
    before = _CLAUSE.split(sentence.text[: found.start()])[-1]
    begun = _BEGUN.search(found.group()) and not (found["sum"] or "专门" in found.group())
    if begun or _SOME.search(before):
        return []
    start, end = found.span("sum" if found["sum"] else "number")
    if any(one.code == "organisation.units" and one.start >= sentence.start for one in claims):
        return []
    return [Claim("organisation.units", sentence.start + start, sentence.start + end, "个", sentence.text[start:end], weak=True)]
