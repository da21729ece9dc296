"""Who a report says it is of: who compiled it, whose report it announces, who filled in and signs it, whom to ask."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipelines.field.names import is_name, is_office, seat_of
from pipelines.field.seen import Furniture
from pipelines.folding import fold, squeeze

_REPORT_BEFORE = re.compile(r"(?:报告|年报)[^。;\n由]{0,12}$|[,。:\n]$")
_BY = re.compile(
    r"由([^。;\n由]{2,60}?)(?:(?:负责|牵头|组织|汇总|综合|统一)*(?:编制|编写|撰写|起草|整理)|根据|按照|依据|依照|遵照|结合|在全|在各|严格|负责|牵头|组织)"
)
_BY_PLAINLY = re.compile(
    r"由([^,。;:\n由]{3,40}?)(?:负责|牵头|组织|汇总|综合)*(?:(?:围绕|结合|根据|依据|按照)[^,。;\n]{0,60}?)?(?:编制|编写|撰写)"
)
_FILLED_BY = re.compile(
    r"(?:填[报表]|报告|(?:^|\n) ?)单位 ?(?:\((?:盖章|公章|签章)\))? ?[:|] ?"
    r"([^\n|:]{2,40}?)(?= {1,}|\t|\n|\||$|填报|审核|单位负责|联系)"
)
_ASKED = re.compile(
    r"(?:请|可)?(?:直接|径)?(?:与|向|同|联系)([^,。;:\n]{3,40}?(?:办公室|办公厅|政府|局|委|办|科|股|中心|站|办事处|室))(?:联系|咨询|反映|提出|询问)"
)
_SIGNED = re.compile(
    r"(?:^|\n| {2,}|。)([\u4e00-\u9fff]{4,30}?(?:政府|办公室|局|委员会|办事处|中心|厅|委|院|站|馆))"
    r"\s{0,8}(?=[二2][0〇零○OО]\S{2,3}年|$|20\d\d[-./年])"
)


def compiler(text: str) -> str | None:
    """Who compiled the report by its own words (本报告由…编制), as printed; None where it does not say."""
    head = fold(text)[:4000]
    at = -1
    while (at := head.find("由", at + 1)) >= 0:
        before = _REPORT_BEFORE.search(head[max(0, at - 16) : at])
        match = (_BY_PLAINLY if before and before.group() in ",。:\n" else _BY).match(head, at) if before else None
        if match is None:
            continue
        name = re.split(r"[,、(]|和《|会同", text[match.start(1) : match.end(1)].strip())[0].strip()
        if is_name(name) and name[0] not in "我本":
            return squeeze(name)
    return None


def _agrees(name: str, nouns: Counter[str]) -> bool:
    """True where the name is of the kind that the report calls itself most: a 镇 for 我镇, a 局 for 本局."""
    if not nouns:
        return True
    noun = nouns.most_common(1)[0][0]
    seat = seat_of(name) or re.sub(r"(?:人民)?政府$|(?<=区)(?:管委会|管理委员会)$", "", name)
    kinds = {
        "办": ("办公室", "办"),
        "厅": ("厅",),
        "委": ("委员会", "委"),
        "办事处": ("街道", "办事处"),
        "街道": ("街道", "办事处"),
        "街": ("街", "街道", "办事处"),
    }.get(noun, (noun,))
    return name.endswith(kinds) or seat.endswith(kinds)


def _offers(furniture: Furniture, text: str, nouns: Counter[str]) -> Iterator[str | None]:
    """Names that the report and its page state outside of the title, the most trusted first."""
    folded = fold(text)
    yield compiler(text)
    yield _announced(folded)
    yield furniture.row(*_ROWS)
    match = _FILLED_BY.search(folded) if "单位" in folded else None
    yield text[match.start(1) : match.end(1)].strip() if match else None
    yield from (line.strip().strip("()（）") for line in furniture.lines[:3])
    yield _signature("\n".join([text, *furniture.foot]))
    yield _subject(folded)
    yield _rule_maker(folded)
    yield from reversed(furniture.breadcrumb)
    yield _asked(folded)
    yield _source(furniture)
    yield from furniture.site_names


_ROWS = ("发布机构", "发布单位", "发布机关", "公开机构", "公开单位", "公开主体", "发文机关", "发文单位", "发文机构")


def stated_publisher(furniture: Furniture, text: str, nouns: Counter[str]) -> str | None:
    """The publisher that the page states where its title names none: the first name of the kind that the report calls itself."""
    if name := _introduced(fold(text[:3000])):
        return name
    names = []
    for offer in _offers(furniture, text, nouns):
        if offer and is_name(offer) and _is_whole(offer) and is_office(offer):
            names.append(_publisher_behind(squeeze(offer), nouns))
            if _agrees(names[-1], nouns):
                return names[-1]
    trusted = [compiler(text), furniture.row(*_ROWS)]
    return next((name for name in names if any(offer and name in squeeze(offer) for offer in trusted)), None)


_GENERIC = re.compile(
    r"[县区市][(（][县区市][)）]|乡镇|部门|街道办?公开|各|网站|首页|目录|专栏|信息公开$|年报|公开年|县区|政务公开"
)


def _is_whole(name: str) -> bool:
    """False for a short form such as 政府办 that names no place, and for a column's name; a place has signs of its own."""
    bare = squeeze(name)
    if _GENERIC.search(bare) and seat_of(bare) is None:
        return False
    return len(bare) >= 3 and not re.match(r"(?:县|市|区|镇|乡|街道|州|盟|旗|省)?(?:人民)?(?:政府|府办|党政|政务)", bare)


def _publisher_behind(office: str, nouns: Counter[str]) -> str:
    """The government for which its general office compiled the report, when the report says 我县 and not 我办."""
    office = _own_office(office, nouns)
    seat = seat_of(office)
    if seat and (nouns[seat[-1]] or not (nouns["办"] or nouns["厅"])):
        return seat
    return office


_OPENNESS_OFFICE = re.compile(r"(?<=.[局委厅院站处会道])(?:政府信息|政务信息|政务|信息)公开(?:工作)?(?:领导小组)?(?:办公室|办)?$")


def _own_office(office: str, nouns: Counter[str]) -> str:
    """The bureau whose own office this is: 教育局信息公开领导小组办公室 and, where it says 我局, 公安局指挥中心办公室."""
    office = _OPENNESS_OFFICE.sub("", office)
    noun = nouns.most_common(1)[0][0] if nouns else ""
    if noun in {"局", "委", "厅", "院", "街道"} and not office.endswith((noun, "委员会", "办事处")):
        cut = office.find(noun, 3)
        return office[: cut + len(noun)] if cut > 0 else office
    return office


_ANNOUNCES = re.compile(
    r"(?:公布|发布|现将|(?<=[,。])将|编制了?|公开|汇报|形成)(?:本)?([\u4e00-\u9fff]{2,30}?)\s{0,2}(?:关于)?(?:20\d\d年?度?)(?:1月?[至-]12月份?的?)?(?:本级)?(?:政府信息公开|信息公开|政务公开)"
    r"|(?:公布|发布|现将|公开|编制)20\d\d年?度?(?![年度])([\u4e00-\u9fff]{3,30}?)(?:政府信息公开|信息公开|政务公开)(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)"
    r"|(?:^|[,。\n])([\u4e00-\u9fff]{2,24}?(?:政府|[局委院站]|委员会|办事处|管委会))(?:组织)?(?:编制|编写|形成)了?(?:20\d\d年?度?(?:政府信息公开|信息公开|政务公开)|[本此](?:年度)?(?:报告|年报))"
)


def _announced(folded: str) -> str | None:
    """Whose report the opening announces: 现公布三溪乡2018年度政府信息公开工作年度报告."""
    for match in _ANNOUNCES.finditer(folded[:1500]):
        name = match[1] or match[2] or match[3]
        if is_name(name) and is_office(name) and name[0] not in "我本全各":
            return name
    return None


def _asked(folded: str) -> str | None:
    """The office that answers questions on the report, without its own general office: 请与大河镇党政办公室联系."""
    for match in _ASKED.finditer(folded[:4000]):
        name = match[1].split("由")[-1]
        if is_name(name) and name[0] not in "我本":
            return name if seat_of(name) else re.sub(r"(?<=[局委厅院会心处区])(?:党政|综合)*办公?室?$", "", name)
    return None


_SOURCE = re.compile(r"来源 ?: ?([\u4e00-\u9fff]{4,30})(?=$|[ 浏点作发字\[【(])")


def _source(furniture: Furniture) -> str | None:
    """The office that the page's line names as its source: 来源：柳河县公安局."""
    found = (_SOURCE.search(fold(line)) for line in furniture.date_lines)
    return next((match[1] for match in found if match), None)


_RULES = re.compile(
    r"(?:(?:制定|出台|编制|完善)了?《|成立了?)([\u4e00-\u9fff]{2,24}?(?:人民政府|政府|街道|局|委员会|中心|厅|[乡镇县]))"
    r"(?=政府|信息|网站|政务|依申请|主动|重要|新闻|20\d\d)"
)


def _rule_maker(folded: str) -> str | None:
    """The office whose rules or working group the report says were made: 制定了《东岭县林业局信息发布制度》."""
    match = _RULES.search(folded)
    return match[1] if match else None


_OWN_SHORT = re.compile(r"简称[\"“]?(?:[我本][\u4e00-\u9fff]|[市县区省州旗][\u4e00-\u9fff]{0,8}[局委办厅])[\"”]?\)")
_EXPLAINED = re.compile(r"(?<![、\u4e00-\u9fff])([\u4e00-\u9fff]{4,38})\((?:以下|下)?$")


def _introduced(head: str) -> str | None:
    """The office that a report calls itself by a short name it explains: 柳河市林业局(以下简称我局)."""
    for short in _OWN_SHORT.finditer(head) if "简称" in head else ():
        match = _EXPLAINED.search(head, max(0, short.start() - 40), short.start())
        name = re.split("由|与|以及|公布|发布|年度?|是|及", match[1])[-1] if match else ""
        if is_office(name) and is_name(name) and _is_whole(name):
            return name
    return None


_ACTS = re.compile(
    r"(?:^|[。\n;,:])(?:20\d\d年度?,?(?:以来,)?)?(?:由|经|[现兹]将)?([\u4e00-\u9fff]{2,24}?(?:人民政府|街道办事处|街道|局|委员会|办公室|厅|中心|镇|乡|苏木|街|县|市|区|旗|州|管委会|医院|大队))"
    r"(?:20\d\d年度?,?)?(?=认真|依据|依照|遵照|在|未|没有|通过|按|以|紧密|高度|严格|按照|根据|全面|深入|坚持|紧紧|紧扣|积极|切实|继续|围绕|依法|不断|始终|扎实|进一步|持续|主动|共|严格|将20\d\d年)"
)


def _subject(folded: str) -> str | None:
    """The office that acts in the first sentences: 2023年,大河街道办事处认真执行条例."""
    for match in _ACTS.finditer(folded[:3000]):
        if is_name(match[1]) and _is_whole(match[1]) and match[1][0] not in "我本全各度" and "我" not in match[1]:
            return match[1]
    return None


def _signature(text: str) -> str | None:
    """The unit that signs at the end, before the date."""
    found = [match[1] for match in _SIGNED.finditer(text[-1500:])]
    return found[-1] if found else None
