"""What stands at a sentence's head and is not read: a greater region's counts, a hotline's, words that say nothing of the rest.

A township that writes 全省公开信息12万条，我乡公开35条 has published 35; what 12345热线方面 received and closed are no requests;
与往年一样，公开35条 is 公开35条. What is read of such a sentence begins behind its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pipelines.wording.sentences import Sentence

_HEAD = 16
"""Characters at the head of a sentence in which it names a region or a hotline."""
_CLAUSE_ENDS = "，,；;：:。"


def of_the_publisher(sentences: Iterable[Sentence], year: int | None, names: tuple[str, ...]) -> Iterator[Sentence]:
    """The sentences without those of other bodies, and without such heads; `names` are the publisher's."""
    above = _regions_above(names)
    for printed in sentences:
        said = _PREAMBLE.match(printed.text) if printed.text[:1] in _PREAMBLES and not printed.section.plan else None
        sentence = _from(printed, said.end()) if said and (said["year"] or said["from"]) in (None, str(year)) else printed
        if above and "全" in sentence.text[:_HEAD] and above.match(sentence.text):
            yield from _behind(sentence, _OWN.search(sentence.text))
        elif _is_of_a_hotline(sentence):
            yield from _behind(sentence, _DISCLOSURE.search(sentence.text))
        else:
            yield _without_the_whole(sentence, names)


def _behind(sentence: Sentence, turn: re.Match[str] | None) -> Iterator[Sentence]:
    """The sentence from the clause on in which it turns to the publisher; nothing if it does not."""
    if turn is None:
        return
    yield _from(sentence, max(sentence.text.rfind(mark, 0, turn.start()) for mark in _CLAUSE_ENDS) + 1)


def _from(sentence: Sentence, begin: int) -> Sentence:
    return sentence._replace(text=sentence.text[begin:], start=sentence.start + begin)


# --- words that say nothing of the rest ---

_PREAMBLES = frozenset("据经与和同跟按根依对总2今全本我一在")
_PREAMBLE = re.compile(
    r"(?:[据经](?:初步|不完全|年底|年终|全面|认真)?(?:统计|汇总|核实|梳理)"
    r"|[与和同跟](?:去年|上年|往年|以往|历年)(?:的?情况)?(?:一样|相同|类似|相仿)"
    r"|(?:按照?|根据|依照|依据|对照)[^，,。；;\d《》]{0,8}《[^《》费]{2,30}》的?(?:要求|规定|精神)|总的来[看说]|总体上?来?看"
    r"|一年来|(?P<from>20\d\d)年1月1日[至到](?:20\d\d年)?12月31日|在[^，,。；;\d]{2,24}(?:领导|指导|支持|帮助|关心|重视|配合)下"
    r"|[我本](?:[县市区旗州镇乡局委办院厅]|街道|单位|机关)(?:认真|严格|积极|全面|切实|坚决)[^，,。；;\d申请公开]{0,20}(?:要求|精神|部署|规定|职责))[，,]\s*"
    r"|(?:(?P<year>20\d\d)年度?(?:全年)?|今年|全年|本年度?)[，,]?[我本](?:[县市区旗州镇乡局委办院厅]|街道|单位|机关)"
    r"(?![^，,。；;\d]{0,8}?(?:[局委院科站网直属里]|(?<![主举开承])办(?![结毕理了])|政府(?!信息)|(?<!对)各)"
    r"|[^，,。；;\d]{0,6}理[^，,。；;\d]{0,12}复议)"
)
"""2013年度，我镇 is so plain that it may go; not 我县教育局, 我局网站, 我县各单位, where a name goes on, nor 我局受理行政复议."""


# --- greater regions ---

_ITS_DEEDS = (
    r"(?:各地|各级|范围内|上下(?=[^，,。；;]{0,4}[共累]))|(?:各类|各有关|所有|各|乡镇|县市|市县|县区|镇街)*"
    r"(?:政府机关|行政机关|机关|部门|单位|政府)?(?=全年|今年|本年|年内|20\d\d年|共|总|累计|主动|公开|发布|政府信息|受理|收到|接到|发生|被|因|配备|举办|召开|开展|组织"
    r"|收取|办结|答复)"
)
_OWN = re.compile(r"[我本](?=[县市区旗州镇乡街局委办院厅单机])|全(?=[镇乡街局])|(?<![各市县区乡])[镇乡]政府|[镇乡局]里"
    r"|街道(?:办事处|共|主动|公开|收到)")
"""我乡公开35条: the publisher again."""
_TOWNSHIP = ("镇", "乡", "街道", "街道办事处")
_COUNTY = ("县", "旗")
_PART_OF_A_CITY = (*_COUNTY, "区")
_BELOW_A_PROVINCE = re.compile(r".[一-龥](?:[县旗市镇乡州]|(?<!自治)区)|街道|苏木")


@lru_cache(maxsize=64)
def _regions_above(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """The heads of sentences that tell of a region which the publisher is but a part of; None where its level is unknown.

    A department of a county speaks of all it looks after as 全县, and 全区 is also an autonomous region.
    """
    above = ["国", "省"] if any(_BELOW_A_PROVINCE.search(name) for name in names) else []
    if any(name.endswith(_TOWNSHIP) for name in names):
        above += ["市", "州", "盟", "县", "区", "旗"]
    elif any(name.endswith(_PART_OF_A_CITY) for name in names):
        above += ["市", "州", "盟"]
    return re.compile(rf"\s*全(?:{'|'.join(above)})(?:{_ITS_DEEDS})") if above else None


_BESIDE = re.compile(
    rf"(?<=[，,；;（(])(?:而|同期|其间)?全(?P<region>[省市州盟县区旗])(?:{_ITS_DEEDS})(?=[^，,；;。]*\d)(?:[^，,；;。（）()]|(?<=\d),(?=\d{{3}}))*"
)
_OWN_OFFICE = re.compile(r"[我本](?:[局委办院厅镇乡]|街道|单位|机关)(?!各)")


def _without_the_whole(sentence: Sentence, names: tuple[str, ...]) -> Sentence:
    """The sentence with blanks for what a greater region did beside the publisher's own: 我局公开120条，全县公开8200条."""
    text = sentence.text
    own = _OWN_OFFICE.search(text) if "全" in text and any(name.endswith(_OFFICES) for name in names) else None
    beside = _BESIDE.search(text) if own else None
    if own is None or beside is None or (own.group().endswith("办") and "占" not in text):
        return sentence  # a county's office may speak for all of it
    return sentence._replace(text=text[: beside.start()] + " " * len(beside.group()) + text[beside.end() :])


_OFFICES = ("局", "委员会", "院", "厅", "办公室", "镇", "乡", "街道")

# --- hotlines ---

_HOTLINE_SIGNS = ("热线", "信箱", "信访", "来信", "问政")
_HOTLINE = re.compile(
    r"\s*(?:在|对)?(?:12\d{3}|[省市县区镇乡]长|书记|领导|政务|政府|市民|公共|服务|便民|民生|阳光|网络|网上|群众)*"
    r"(?:热线|信箱|信访|来信来访|问政)(?:电话|办理|受理|工作|平台|诉求|件|情况|回复|和|与|及|、|热线|信箱|留言)*(?:方面|中|上)?[，,：:]"
)
_DISCLOSURE = re.compile(r"(?:政府|政务)?信息公开|政务公开|主动公开|政府信息|依申请|公开申请")


def _is_of_a_hotline(sentence: Sentence) -> bool:
    """Whether a sentence names a hotline, letters or petitions at its head, or stands under a heading of nothing else."""
    if any(sign in sentence.text[:_HEAD] for sign in _HOTLINE_SIGNS) and _HOTLINE.match(sentence.text):
        return True
    return sentence.section.hotline and _HOTLINE.fullmatch(f"{sentence.section.innermost}：") is not None
