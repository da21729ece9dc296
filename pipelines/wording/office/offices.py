"""How many offices there are for the work of disclosure: 设政务公开科1个, 全系统设归口的专门机构6个."""

from __future__ import annotations

import re

from pipelines.wording.around import About, Told, unnamed
from pipelines.wording.cues import SUM

_OFFICES = re.compile(r"(?:专门|公开|工作)机构[：:][^；;。]{2,30}$")
"""专门机构：39个单位各设1个，计39个."""
_KIND = (
    r"(?:专门的?|内设|单独的?|独立的?)*(?:政府信息|信息|政务)公开(?:工作)?(?:领导小组)?"
    r"(?:办公室|机构|科室?|股室?|室|办|处|中心)"
)
_AN_OFFICE = re.compile(
    rf"(?:{_KIND}|专门(?:的)?(?:工作|公开|信息公开|政务公开|政府信息公开)*机构|工作机构"
    r"|专职(?:工作)?机构)(?![人栏])"
)
_HARMLESS = re.compile(
    rf"{_AN_OFFICE.pattern}|办公厅|办公室|室|综合[科股]|归口|管理|代管|挂牌|加挂|牌子|唯一|统一|新|专|单独|另|也|机构(?:到位|方面|上|[：:])?"
    r"|[我本全]?(?:[省市县区州旗镇乡局委]|街道|系统|机关|单位)(?:里|级|上|内|本级|直)?"
    r"|人民|政府"
    r"|[县乡镇]、[乡村]两级"
    r"|各级|各单位|各部门|下设|内设|设立|设置|设|成立|组建|建立|建有"
    r"|明确|确定|增设|有|现|共计?|合计|总计|总数|计|达到?|为|是|了|的|在|由|个"
    r"|[、和及与（()）·：:“”\" —–-]|(?:[全本今当]年|年)度?|20\d\d年度?"
)
_OTHERS = re.compile(r"领导小组[^办]|受理|申请|[栏点站]")
_END = re.compile(r"[—–]")


def offices_of(about: About) -> list[Told]:
    """How many offices of disclosure a number counts; nothing where a word of its clause is of anything else."""
    words = about.words
    if SUM.fullmatch(words) and _OFFICES.search(about.before):
        return [Told("organisation.units")]
    said = f"{words}·{_END.split(about.behind)[0]}"
    if about.number.unit not in "个家" or not _AN_OFFICE.search(said) or _OTHERS.search(said):
        return []
    own = ("专门" in said or about.is_near_office()) and not _HARMLESS.sub("", unnamed(said, about.names))
    return [Told("organisation.units")] if own else []
