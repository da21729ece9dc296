"""The money that is set apart for the work of disclosure: 单列专项经费7.5万元, 列支0.8万元专款."""

from __future__ import annotations

import re

from pipelines.wording.around import About, Told, unnamed
from pipelines.wording.cues import SUM
from pipelines.wording.office.granted import not_granted

_SET_APART = re.compile(
    r"(?:单列|列支|核拨|下拨|拨付|拨出|拨|安排|落实|投入|支出|预算|划拨|保障)[^，,；;。\d]{0,8}(?:(?:政府信息"
    r"|信息|政务)公开(?:工作)?(?:专项)?(?:工作)?经费|专项(?:工作)?经费)"
    r"[为是共计达]*$"
)
_ITS_MONEY = re.compile(
    r"(?:政府信息|信息|政务)公开(?:工作)?(?:专项)?(?:工作)?经费(?:全年|本年|今年|共|年内)*(?:列支"
    r"|安排|投入|拨付|支出|预算执行|执行)?[为是共计达了]*$"
)
_USED_FOR = re.compile(r"(?:用作|作为|充作|用于|列为|做)(?:政府信息|信息|政务)公开(?:工作)?(?:专项)?(?:工作)?(?:经费|资金)")
_GRANTED = re.compile(r"(?:专门|专项|单独)(?:拨款|安排|划拨|拨付|列支|投入)$")
_FOR_THE_WORK = re.compile(r"(?:专门)?(?:用于|保障|支持)(?:开展|推进)?(?:政府信息|信息|政务)公开(?:工作)?$")
"""区财政专门拨款12万元用于信息公开工作."""
_MONEY = re.compile(r"(?:政府信息|信息|政务)公开(?:工作)?(?:专项)?(?:工作)?经费")
_ALLOTTED = re.compile(r"(?:[全本今]年度?(?=.|$)|年内|20\d\d年度?|当年|共)*(?:安排|列支|拨付|投入|落实|支出|列入)了?")
_BUDGETED = re.compile(
    r"(?:信息|政务)公开(?:工作)?(?:专项)?(?:工作)?经费(?:[^，,；;。\d]{0,8}(?:预算|保障|落实))?$|^[^，,；;。\d]{0,6}专项(?:工作)?经费[^，,；;。\d]{0,8}预算$"
)
"""信息公开经费纳入财政预算，全年安排20万元."""
_OTHER_MONEY = re.compile(r"三公|网站|改造|公报|运维|培训经费|会议|扶贫|建设|党建|村级|宣传")


def funds_of(about: About) -> list[Told]:
    """Money that is set apart for the work: 预算中单列政府信息公开专项经费7.5万元, 投入2万元用作信息公开经费."""
    words = about.words
    if not_granted(about.number):
        return []
    if _ALLOTTED.fullmatch(words) and _BUDGETED.search(about.lead):
        return [Told("funding.special")]
    if SUM.fullmatch(words) and _MONEY.search(about.lead) and not about.last:
        return [Told("funding.special")]
    if _all_set_apart(about):
        return [Told("funding.special")]
    if "经费" not in words and "公开" not in about.behind:
        return []
    if _OTHER_MONEY.search(words):
        return []
    named = (_SET_APART.search(words) and ("公开" in words or about.is_of_office())) or _ITS_MONEY.search(words)
    granted = _GRANTED.search(words) and _FOR_THE_WORK.match(about.behind)
    if granted:
        return [Told("funding.special")]
    used = "经费" not in words and _USED_FOR.match(about.behind) and "资金" not in about.behind
    return [Told("funding.special")] if named or used else []


_NOUN = re.compile(
    r"专项(?:的|工作|公开|信息公开|政务公开|政府信息公开)*(?:经费|资金|支出|款)|专款|公开(?:专项)?(?:工作)?(?:经费|资金)|专门(?:的)?经费"
    r"|专门用于(?:政府信息|信息|政务)公开"
)
_HEADING = re.compile(
    r"[^一-龥]*[一二三四五六七八九十]{0,3}[、.．）)]?\s?(?:专项|专门|工作|(?:政府信息|信息|政务)公开)*"
    r"经费(?:情况|保障|投入|安排)*[^一-龥]*"
)
"""3万元 under 十一、经费."""
_HARMLESS = re.compile(
    r"(?:政府信息|信息|政务)?公开(?:专?栏目?|窗口|平台|查[阅询]点|目录|指南)(?:的|和|及|、|更新|更换|制作|建设|设置|维护|运行|编制|印制)*|政府信息公开|信息公开|政务公开|公开|工作|专项|专款|经费|资金|支出|预算|款项?|(?:[全本今当]年|年)度?|20\d\d年度?|年内|[我本]?[省市县区旗镇乡局](?:级|本级|里|上)?|街道|人民|政府"
    r"|本级|部门|财政所?|机关|办公室|安排|投入|列支|列入|单列|列|拨付|核拨|下拨|划拨|拨出|拨|落实|支付|配套|挤出|拿出|筹措|筹集|一笔|专门|中心|仅|只|设立|设|保障|确保|到位|争取到?|共计?|合计|总计|累计|达到?|约|有|从|由|在|中|里|内|了|为|是|的|作为|充作|用作|用于|作|用"
    r"|开展|推进|另|各项|人民币|[、和及与·：:“”\" ]"
)


def _all_set_apart(about: About) -> bool:
    """Whether all the words of a clause are of money that is set apart for this work: 从部门预算中安排2.6万元专款用于信息公开."""
    said = unnamed(f"{about.words}·{about.behind}", about.names)
    heading = about.number.state.section.innermost
    headed = "经费" in heading and ("经费" in said or (said == "·" and _HEADING.fullmatch(heading) is not None))
    if not (headed or _NOUN.search(said)) or _HARMLESS.sub("", said):
        return False
    return "公开" in said or about.is_near_office() or "经费" in about.number.state.section.innermost
