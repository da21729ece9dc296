"""Items of lists that say themselves what they are: a website's columns, and kinds of information without any total."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from pipelines.wording.claims import Claim, label_of
from pipelines.wording.context import Number
from pipelines.wording.counts import hits
from pipelines.wording.cues import DOMAIN, MEDIA
from pipelines.wording.lists.parts import value_of
from pipelines.wording.sentences import Section, Sentence, of_own_domain
from pipelines.wording.wordings import phrase_of

LEAST = 3
"""Fewer items without a total are no list of kinds."""

_DONE = r"(?:公开|发布|公布|更新|上传|刊登|刊发|登载|推送)"
_OPENS = (
    r"(?<![务息])(?:主动|重点)?(?:公开|公布)了?(?:的|[：:])?"
    r"|(?:网站?|平台|专栏|目录)[上中]?(?:共计?|累计|主动|全年|及时)*(?:发布|公示)了?|(?:全年|共计?|累计|及时)公示了?|(?:对外|向社会)发布了?"
    r"|公开(?:各类)?(?:政府|政务)?(?:信息)?[ _]{0,6}条(?:信息)?[，,；;（(]\s?其中[：:]?"
)
"""在网站发布动态类8条；全年公示处罚类6条；全年公开条，其中: what is printed of the whole is its unit alone."""
_COLUMN = re.compile(
    r"(?:其中|在|通过|利用|并|[、，,：:])*(?:[^，,。；;\d“”\"]{0,14}(?:网站?|平台|网页|专栏|目录))?[上中内的]?"
    r"[“\"](?P<name>[^“”\"]{2,20})[”\"](?:栏目|专栏|板块|版块|频道|专题|专区|子站)[中内下上]?"
    rf"(?:[共累合总]?计?{_DONE}了?的?(?:各类|有关|相关)?(?:政府|政务|工作)?(?:信息|消息|动态|文章|稿件)?)?"
    rf"(?:条?数量?)?[共计为有]*"
)
_COUNT = r"(?:\d{1,3}(?:[,，]\d{3})+|\d{1,6})(?:余|多)?\s?[条份篇件个](?!次)"
_ASKED = r"[^，,。；;、\d]{0,12}(?:申请|复议|诉讼|投诉|微信|微博|公众号)"
_ISSUES = r"、[^，,、。；;\d]{0,8}公报\s?\d{1,3}\s?期"
_NAME = r"(?:[^，,。；;：:\d（）()]|[（(][^（）()，,。\d]{1,6}[）)])"
_ITEM = (
    rf"{_NAME}{{2,36}}?\s?{_COUNT}(?:信息)?(?:[，,（(]\s?占[^，,、。；;（）()]{{2,12}}[）)]?)?"
    rf"(?:[，,]\s?其中[^，,。；;：:\d]{{2,20}}\s?{_COUNT}(?=[；;]))? {{0,30}}"
)
_LIST = re.compile(
    rf"(?:(?:(?:{_OPENS})(?:(?:政府|政务)?信息(?:公开)?的?(?:主要|具体)?(?:类别|内容|种类|类型|分类)[^，,。；;：:\d]{{0,4}}[：:])?)"
    r"|(?:类别|种类|类型|分类)[^，,。；;：:\d]{0,6}[：:]|按[^，,。；;：:\d]{0,6}(?:类别|种类|类型|分类|内容)[^，,。；;：:\d]{0,6}[：:，,]"
    r"|公开得?(?:比较|相对|较|最)(?:多|集中)的?(?:信息|内容|类别)?(?:主要|分别|依次)*(?:有|是|为|包括)[：:，,]?"
    r"|重点领域(?:公开)?的?(?:政府)?信息(?:公开)?[中里][，,：:]"
    r"|公开[^，,。；;：:\d]{0,14}信息[，,](?:如|诸如|比如|例如)[：:，,]?"
    r"|公开的?(?:政府|政务)?信息(?:中|里)?(?:包?含|涉及)[：:]?"
    r"|(?:信息|政务)公开(?:目录|专栏|栏目)[下中里上][，,：:](?!其中|共|累计|全年)"
    r"|公开(?:的)?(?:政府|政务)?信息[^，,。；;：:\d]{0,14}[（(，,：:]\s?(?:其中|包括|分别[为是]?|有)[：:]?)"
    rf"(?P<items>(?!(?:[各种类项的]|政府|政务)*信息\s?\d){_ITEM}(?:(?:[，,、；;]|以?及(?!时)|和)\s?(?!{_ASKED}){_ITEM}){{2,40}})\s?(?=等?(?:各类|相关|有关)?(?:政府|政务)?(?:信息|内容)?(?:$|[。；;）)]|[，,](?![^，,。；;]{{0,8}}(?:[合总共]计|总[数量]))|{_ISSUES}))"
)
_ITEMS = re.compile(
    rf"\s*(?:(?:此外|另外|同时|其次|再次)[，,])?(?:其中|包括|公开|主要有)?[：:]?"
    rf"(?P<items>{_ITEM}(?:[，,、；;]\s?{_ITEM}){{2,40}})[。；;]?\s*"
)
"""（重点领域公开）行政审批214条，财政资金106条，价格收费72条: nothing but kinds under that heading."""
_OF_IT = re.compile(rf"(?<=[条份件])[，,]\s?其中(?=[^，,。；;：:\d]{{2,20}}\s?{_COUNT}[；;])")
"""政府发文6条，其中涉农5条；…: what is told of one item ends with it."""
_EACH = re.compile(rf"(?P<label>{_NAME}{{2,36}}?)\s?(?P<number>{_COUNT})(?:信息)?")
_WHOLE = re.compile(
    r"[各全部类]*(?:政府|政务)?(?:(?:转载|原创|自编|更新|上传)[与和、及]?)*(?:信息|消息|内容|事项)(?:公开)?(?:信息)?[共计总数量为有]*"
)
_OTHERS = re.compile(
    r"其中|[各每]个?(?:乡镇|镇|乡|街道|部门|单位|村|社区)|[0-9]{1,3}[个家](?:部门|单位|乡镇|镇)|[局委办镇乡](?:主动|共)*公开"
    r"|较上?年|[去前]年|上一?年|同比|(?<!全年)(?<!年度)(?<!年内)(?<!年共)累计|历年|(?<![今一本]年)以来"
)
_PAPERS = ("文件", "公文", "解读")
_ROWS = {"政策解读": "response.policy_interpretations", "规范性文件": "disclosure.normative_documents"}
_ANOTHER_PLACE = re.compile(
    r"[，,]\s?(?:并|还|同时)?(?:在|通过|利用)[^，,。；;\d]{2,20}(?:网站?|平台|专栏|目录)上?(?:主动|共|累计)*(?:公开|发布|公布)"
)
"""公开信息397条，在政府网上公开机构信息4条、…: a list of its own, and none of what the count before is made of."""
_OTHER_MATTER = re.compile(rf"[，,]\s?{_ASKED}|{_ISSUES}")
BEGINS_PLAINLY = re.compile(
    r"\s*(?:20\d\d年度?|全年|今年|本年度?|共|主动|及时|[，,])*公开了?(?![^，,。；;、\d]{0,12}(?:栏目|目录|系统|平台|网))"
)
"""（推进公共资源配置信息公开）公开土地出让公告37条、政府采购信息285条、…: kinds, though of one domain."""
_FURTHEST = 120


def column_of(words: str) -> str | None:
    """The name of the website's column whose count the words introduce (政府网站“乡镇之窗”栏目发布信息); None if of none."""
    match = _COLUMN.fullmatch(words) if "”" in words or '"' in words else None
    return match["name"] if match else None


_PLAIN_COLUMN = re.compile(
    r"(?:[、，,；;]|以及|和)*(?!(?:政府|政务|信息|公开|平台|主动|统一|网站)*(?:栏目|专栏))(?P<name>[^，,。；;：:“”网站微\d]{2,16}(?:栏目|专栏))[共计为有]*"
)
"""村务栏目199条，基层政务公开栏目278条 among kinds: a column's count, and no other website's."""
_DOCUMENTS = re.compile(r"(?:其中|包括|分别|[、，,：:])*(?:行政)?规范性文件类?(?:信息)?[共计为有]*")
SIBLING = re.compile(
    r"\s?[，,；;、]\s?(?!其中|(?:通过|利用|在)?[^，,。；;、\d]{0,6}(?:网站|微信|微博|公众号|公报|公开栏))[^，,。；;、：:\d]{2,24}\s?\d{1,6}\s?[余多]?条"
)


def part_of(number: Number) -> Claim | None:
    """The item of the list going on that a number is by its place: a website's column, 规范性文件 among kinds of information."""
    state, text = number.state, number.sentence.text
    parent = state.parent if state.breakdown and not state.foreign else None
    if parent is None or number.hit.unit not in ("条", "篇"):
        return None
    label = column_of(number.words) or _column_among_kinds(number, parent)
    documents = _DOCUMENTS.fullmatch(number.words) if label is None and parent.unit == number.hit.unit else None
    if documents and (state.items or SIBLING.match(text, number.hit.end)):
        label = label_of(number.words, number.unit)
    if label is None:
        return None
    claim = number.claim(parent.code)
    claim.parent, claim.label = parent, label
    return claim if not value_of(parent) or (value_of(claim) or 0) <= (value_of(parent) or 0) else None


def _column_among_kinds(number: Number, parent: Claim) -> str | None:
    """The kind that a column without quotes is, where kinds are counted before it in the list; None if it is none."""
    state = number.state
    told = _PLAIN_COLUMN.fullmatch(number.words) if number.words.rstrip("共计为有")[-2:] in ("栏目", "专栏") else None
    alike = state.items > 0 and not state.last.startswith("channel.") and number.hit.unit == parent.unit
    return label_of(told["name"], number.unit) if told and alike else None


def of_many_domains(section: Section) -> bool:
    """Whether a section is of all the domains that matter (重点领域公开), so that a list under it names kinds."""
    return {domain for heading in section.headings for domain in DOMAIN.findall(heading)} == {"重点领域"}


_WHOLE_MEDIUM = re.compile(
    r"\s*(?:(?:(?:20\d\d年度?|全年|今年|本年度?|[我本全][县区市州旗盟镇乡局委]|街道)[，,]?\s?){1,3}(?:通过|在|利用)?|通过|利用)"
    r"[^，,。；;、\d]{0,14}(?:网站?|子站点|微信|公众号|微博)(?:平台|公众号|账号|[（(][^（）()\d]{2,12}[）)])?上?"
    r"(?:共|累计|主动|全年|总共|一共)*(?:发布|公开|推送|更新|公布|上传)了?(?:各类|政府|政务|工作)*信息(?:共|合计|共计)?\s?\d"
)
"""（重点领域公开情况）全年我局网站共发布信息602条: of the whole website, whatever the heading."""


_OWN_WHOLE = re.compile(
    r"[我本](?:局|委|办|厅|中心|街道|镇|乡)"
    r"(?:自身|本身|机关|本级)?(?:全年|共|累计)?(?:主动)?公开各类(?:政府)?信息(?:共|合计|共计)?\s?\d"
)
"""（预决算公开）我局自身公开各类信息120条: of all kinds."""


_YEARS_WHOLE = re.compile(
    r"(?:20\d\d年度?|全年|今年|本年度?)[^，,。；;\d]{0,12}?(?:[合共总]计|总共|一共|共|累计)?主动公开(?:各类)?(?:政府|政务)信息"
    r"(?:[合共总]计|总[量数]|共|为|达)*\s?\d"
)


def _whole_told(text: str) -> bool:
    """Whether a sentence under 重点领域公开 tells what was disclosed in all, with no domain before it in its clause."""
    told = _YEARS_WHOLE.search(text)
    return told is not None and DOMAIN.search(told.group()) is None


_HOW_MANY = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s?)?(?:(?:一年|全年|今年|20\d\d年|我们|主动|一共|共|信息|总共|到底|究竟|能|可以|会)*公[开布]了?(?:出来|出去)?多少(?:条|信息|条信息)?(?:信息)?"
    r"|(?:主动)?公开(?:信息)?的?(?:总量|总数|条数|数量))"
)


def asks_how_many(section: Section) -> bool:
    """Whether the nearest heading is the question how much was disclosed: 一个农业镇，一年能公开多少信息？"""
    return _HOW_MANY.fullmatch(re.split("[，,。；;：:]", section.innermost.rstrip("？?"))[-1]) is not None


def section_of(sentence: Sentence, own: frozenset[str]) -> Section:
    """The section as it is for a sentence: of no single domain where that is the publisher's own or a whole medium is told of."""
    section = of_own_domain(sentence.section, own) if own else sentence.section
    if section.domain and "多少" in section.innermost and asks_how_many(section):
        return replace(section, domain=False)
    if section.domain and of_many_domains(section) and "主动公开" in sentence.text and _whole_told(sentence.text):
        return replace(section, domain=False)
    if section.domain and "各类" in sentence.text and _OWN_WHOLE.search(sentence.text):
        return replace(section, domain=False)
    anywhere = of_many_domains(section) or not sentence.first
    if section.domain and anywhere and "信息" in sentence.text and _WHOLE_MEDIUM.match(sentence.text):
        return replace(section, domain=False)
    return section


def kinds_of(sentence: Sentence) -> list[Claim]:
    """The kinds of disclosed information that a sentence counts without a total: 主动公开规划计划类2条，人事信息1条，财政信息2条.

    All of them or none: a label that is no kind (信息, 微信) makes it another list.
    """
    text = sentence.text
    found = _LIST.search(text) if "条" in text and sum(map(text.count, "条件份篇")) >= LEAST else None
    if found is None and "公开" in sentence.section.innermost and text.count("条") >= LEAST and of_many_domains(sentence.section):
        found = _ITEMS.fullmatch(text)
    if found is None or found.start() > _FURTHEST or _OTHERS.search(text, 0, found.start()):
        return []
    if _OTHERS.search(_OF_IT.sub("；", found["items"])):
        return []
    media = {match.lastgroup for match in MEDIA.finditer(text, text.rfind("条", 0, found.start()) + 1, found.start("items"))}
    if media - {"web"} and not (media == {"web", "gazette"} and "等" in text[: found.start("items")]):
        return []
    claims: list[Claim] = []
    for item in islice(_EACH.finditer(text, *found.span("items")), 60):
        words = item["label"].lstrip("%％）)、，, ")
        label = None if _WHOLE.fullmatch(words) else label_of(words, "条")
        if label is None or (item["number"].endswith(("件", "个")) and not label.endswith(_PAPERS)):
            return []
        start, end = (sentence.start + at for at in item.span("number"))
        unit = item["number"][-1]
        if label in _ROWS and unit in "件份篇":
            claims.append(Claim(_ROWS[label], start, end, unit, item["number"], weak=True))
            continue  # a figure of its own, unless it is counted as information
        claims.append(Claim("disclosure.total", start, end, "条", item["number"], label=label, listed=True))
    kinds = [claim.label for claim in claims if claim.label]
    of_domains = all(DOMAIN.search(kind) for kind in kinds) and not of_many_domains(sentence.section)
    return claims if len(set(kinds)) == len(kinds) and len(claims) >= LEAST and not of_domains else []


def without_kinds(sentence: Sentence, kinds: list[Claim], year: int | None, names: tuple[str, ...]) -> Sentence | None:
    """The sentence without its kinds; None where they are of another year or parts of a count before them in it."""
    text, start = sentence.text, sentence.start
    begin, end = kinds[0].start - start - len(kinds[0].label or ""), kinds[-1].end - start
    counted = hits(text)
    last = max((hit.end for hit in counted if hit.end <= begin), default=0)
    apart = not last or "；" in text[last:begin] or ";" in text[last:begin] or _ANOTHER_PLACE.search(text, last, begin)
    goes_on = bool(counted) and counted[-1].start >= end
    if not apart or sum(begin <= hit.start < end for hit in counted) > len(kinds):
        return None
    if goes_on and not _OTHER_MATTER.match(text, end):
        return None
    if phrase_of(text[max(0, begin - 60) : begin], year, names).time in ("other", "part"):
        return None
    return sentence._replace(text=text[:begin] + (" " * (end - begin) + text[end:] if goes_on else ""))
