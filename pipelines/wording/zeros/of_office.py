"""Zeros of those who do the work, of offices, money, meetings and lessons: 专职编制为零, 未单设机构, 没有这方面的专项预算."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.wording.around import of_office
from pipelines.wording.needs import says
from pipelines.wording.sentences import Sentence

SIGNS = ("专", "兼", "机构", "查阅", "培训", "会", "办班", "举办")
"""Every clause read here has one of them."""
_LONGEST = 34
_PARTS = re.compile("[：:—–]")
_OWN = (
    r"(?:20\d\d年度?|[全本今]年度?|年内|一年来|目前|暂|现|至今|尚|仍|也|均|都|因此|但|故|而"
    r"|此外|另外|同时|除此之外|(?:政府信息|信息|政务)公开(?:工作|方面|上)?|[我本][县区市镇乡局委办校院所街]|单位|街道|全[县区市镇乡局]"
    r"|[县区市镇乡局街](?:里|上|财政)|财政|办公室|机关|内部)*"
)
_NONE = r"(?:没有?|未|无|不)(?:曾|再|另外?|单独|另行|专门|予|能|自行|自主|自己|自(?=办))*"
_GONE = (
    r"(?:设置|配备|建设|安排)?(?:总数|数量|数|人数|个数)?(?:[也都均则]|目前|今年|全年)*(?:一个|一人|一名|一位|一分钱?)?(?:[也都均])?"
    r"(?:为零|为0|是零|零|(?:暂|尚|仍)?缺|没有|没|无|(?:暂|尚|仍|还)未(?:设立?|设置|建立|建)|暂无|空缺|空白|未配备?|未设|未安排|未单列|未列支|未落实|为无)"
)
_POST = r"(?:的|编制|岗位?|人员|干部|工作人员|同志|名额|力量|信息员)*"
_ITS = (
    r"(?:(?:这|此|该)(?:一)?(?:方面|项|块)(?:工作)?的?|政府信息公开|信息公开|政务公开"
    r"|公开工作|公开|工作|相应的?|任何|单独的?|独立的?|编制内的?|编内的?|正式的?|在编的?)*"
)
_MONEY = (
    r"(?:专门用于(?:政府信息公开|信息公开|政务公开|公开)(?:工作)?的(?:经费|资金|预算)|(?:专项|专门|专用)(?:的|工作|公开|信息公开|政务公开)*(?:经费|资金|预算|款项?|费用|支出|拨款)(?:预算|投入|支出|安排)*)"
)
_GIVEN = r"(?:安排|下达|下拨|编列|单列|设立|设置|设|列支|列|核拨|拨付|拨|投入|落实|划拨|争取到|配套|纳入)*"
_OFFICE = (
    r"(?:专门|单独|独立|专职|单设)?的?(?:(?:政府信息|信息|政务)?公开(?:工作)?)?(?:的)?(?:专门)?"
    r"(?:(?:工作)?机构|(?<=专门)(?:的)?(?:办公室|办事机构|科室|股室))"
)
_LESSONS = r"(?:(?:政府信息公开|信息公开|政务公开|公开|业务|专题|集中|专门的?)*(?:工作)?培训(?:班|活动)?)"
_ONE_MEETING = r"(?:政府信息公开|信息公开|政务公开|公开)*(?:工作)?(?:专题|专门|工作|推进|部署|协调)*会议?"
_MEETING = rf"(?:{_ONE_MEETING}(?:(?:或者?|[、和及与]){_ONE_MEETING})?)"
_HELD = r"(?:召集|召开|举办|组织|开展|举行|开|办|搞){1,2}过?"
_POINTS = r"(?:设立|设置|设|建|开辟)?(?:专门|公共|政府信息|信息公开|信息|公开)*的?查[阅询](?:点|室|场所|处)"
_FILLED = r"(?:配备?|设|安排|落实|确定)?(?:任何)?(?:一[个名位人])?"

_ZEROS = (
    ("staff.full_time", re.compile(rf"{_OWN}(?:{_NONE}{_FILLED}{_ITS}专职{_POST}|{_ITS}专职{_POST}{_GONE})")),
    ("staff.part_time", re.compile(rf"{_OWN}(?:{_NONE}{_FILLED}{_ITS}兼职{_POST}|兼职{_POST}{_GONE})")),
    ("funding.special", re.compile(
        rf"{_OWN}(?:(?:政府信息|信息|政务)公开(?:工作|方面)*)?"
        rf"(?:{_NONE}{_GIVEN}{_ITS}{_MONEY}|{_ITS}{_MONEY}(?:安排|投入)?{_GONE})"
    )),
    ("organisation.units", re.compile(
        rf"{_OWN}{_NONE}(?:设立|设置|成立|建立|设|有|单设|增设)*{_OFFICE}"
        rf"|{_OWN}{_OFFICE}(?:[也均尚还仍暂]|目前|至今)*{_NONE}(?:设立|设置|成立|建立|单设)"
    )),
    ("organisation.reading_points", re.compile(rf"{_OWN}{_NONE}{_POINTS}|{_OWN}{_POINTS}{_GONE}")),
    ("training.classes", re.compile(rf"{_OWN}(?:{_NONE}{_HELD}{_LESSONS}|{_LESSONS}(?:一次|一期)?[也都]?{_NONE}{_HELD})")),
    ("training.people", re.compile(
        rf"{_OWN}(?:无|没有|未有)(?:任何)?人员?(?:接受|参加)过?(?:政府信息公开|信息公开|政务公开|公开|工作|业务|相关)*的?培训(?:班)?"
    )),
    ("training.meetings", re.compile(rf"{_OWN}(?:{_NONE}{_HELD}{_MEETING}|{_MEETING}(?:一次)?[也都]?{_NONE}{_HELD})")),
)  # fmt: skip
_NEITHER = re.compile(
    rf"{_OWN}(?:{_NONE}{_HELD}{_MEETING}(?:[、和与及]|以及){_LESSONS}|{_MEETING}(?:[、和与及]|以及){_LESSONS}[均都也]*{_NONE}{_HELD})"
)
"""会议、培训均未开展."""
_LESSONS_BEFORE = re.compile(r"培训(?:班)?(?:\s?\d{1,2}\s?[期次场个])?$|(?:安全|业务|技能)[^，,。；;]{0,8}培训")
_NOT_HELD = re.compile(rf"{_OWN}{_NONE}(?:自行|自己|自主|单独|另行)*{_HELD}(?:自己的?)?(?:培训班?|班)?")
"""派2人参加县政府办组织的培训班1期，本镇没有自行举办."""
_MONEY_BEFORE = re.compile(r"经费|资金")
_NO_MONEY = re.compile(rf"{_OWN}{_NONE}{_GIVEN}专项")
_OTHER_WORK = re.compile(r"安全生产|消防|环卫|防汛|护林|信访|执法|热线|网格|扶贫|防疫|调解|监管(?![所局科股站])|党务|禁毒")
"""Before 没有一个专职的: of whom."""
_MATTERS = frozenset(("training.people", "training.classes", "training.meetings", "organisation.units"))
"""What other works have as well, so that the sentence or its heading must speak of disclosure or of those who do it."""


_SEVERAL = re.compile(
    rf"(?P<head>{_OWN}{_NONE}(?:设立|设置|设|配备|安排|落实|举办|召开|组织|开展)?)"
    r"(?P<what>[^，,。；;]*(?:[、和及与或]|也[没无]).*)"
)
_JOINT = re.compile(r"[、和及与或]|也(?:没有?|无)")
"""没有查阅点和专门机构, 无专职也无专门机构."""


def none_of_office(words: str, before: str, sentence: Sentence) -> Iterator[str]:
    """The codes that one clause makes zero; `before` is what stands before it in its sentence."""
    words = _PARTS.split(words)[-1].strip()
    if len(words) > _LONGEST or not any(sign in words for sign in SIGNS):
        return
    untold = not (sentence.section.topics or sentence.section.domain)
    clear = of_office(sentence.section) or says("政开", sentence.text) or untold
    if clear and _NEITHER.fullmatch(words):
        yield from ("training.meetings", "training.classes")
        return
    for code, pattern in _ZEROS:
        strange = code.startswith("staff.") and _OTHER_WORK.search(before) is not None and not says("政开", before)
        if pattern.fullmatch(words) and (clear or code not in _MATTERS) and not strange:
            yield code
            return
    told = _SEVERAL.fullmatch(words)
    if told:
        parts = [f"{told['head']}{part}" for part in _JOINT.split(told["what"])]
        codes = [next((code for code, pattern in _ZEROS if pattern.fullmatch(part)), "") for part in parts]
        if all(codes) and (clear or not _MATTERS.intersection(codes)):
            yield from dict.fromkeys(codes)
            return
    last = re.split("[，,；;：:]", before.rstrip("，,；;：:（( "))[-1]
    if clear and _NOT_HELD.fullmatch(words) and _LESSONS_BEFORE.search(last) and "会" not in last:
        yield "training.classes"
    elif _NO_MONEY.fullmatch(words) and _MONEY_BEFORE.search(last):
        yield "funding.special"
