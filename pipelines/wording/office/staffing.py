"""Whether people who are counted do another work, are one body's among many, or lead it instead of doing it."""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.cues import EACH_BODY

_LEADERS = re.compile(r"由〇[^，。；]{0,8}(?:领导|局长|主任|镇长|乡长|书记|分管)")
"""由1名局领导分管: no staff of it."""
_SUPPORTS = re.compile(
    r"(?:配合|协助|协同|支持|参与|参加|[成组]员(?:单位)?|组成)(?:[^，,。；;]{0,2}|的[^，,。；;]{0,20}(?:小组|机构|机制|格局|体系))$"
    r"|各[^，,。；;]{1,12}?(?:配合|协助|协同|支持|参与|的?(?:工作)?(?:职责|分工|任务|责任(?!领导|人|科室|单位)))"
)
"""各村委会为成员，并明确了1名: what goes on is the publisher's."""


def _each_has_its_own(number: Number) -> bool:
    """Whether a count of staff is that of each of several bodies: 各部门…由1名专职人员负责."""
    leads = (lead for lead in number.state.leads[number.state.led :] if not _SUPPORTS.search(lead))
    before = "".join((*leads, number.words)).rpartition("另")[2]
    text, start = number.sentence.text, number.hit.start
    if _MANY.match(text, start) and ("公开" in text[:start] or "信息员" in text[:start]):
        return False  # 各级各部门配备工作人员164人
    return EACH_BODY.search(before) is not None and "共" not in before and "计" not in before


_MANY = re.compile(r"(?:[3-9]\d|\d{3,4})\s?[名人位]")
"""So many are those of all the bodies together."""
_OTHER_STAFF = re.compile(r"信访|热线|窗口|执法|环卫|调解|网格(?!化?信息员)|教师|医务|[一-龥]{2}系统(?!信息公开|政务公开|内)")
_VILLAGES = re.compile(r"村级(?:信息员|联络员)")
"""村级信息员18名由村文书兼任: those of the villages."""
_AMONG_THEM = re.compile(r"其中[^，,；;。]*$")
_PEOPLE_BEFORE = re.compile(r"\d\s?[余多]?[名人位]")


def is_of_villages(number: Number) -> bool:
    """Whether people are those of the villages: 村级信息员18名由村文书兼任."""
    by_them = number.sentence.text.startswith("由村", number.hit.end)
    return by_them and _VILLAGES.match(number.words) is not None


def does_other_work(number: Number) -> bool:
    """Whether people do another work: 全县信访系统工作人员42名，其中专职30名."""
    other = _OTHER_STAFF.search(number.words) is not None and "公开" not in number.words
    goes_on = number.words.startswith("、") and _AMONG_THEM.search(number.sentence.text, 0, number.hit.start) is not None
    among = (goes_on or number.words.startswith("其中")) and not number.state.last and "公开" not in number.words
    among = among and _PEOPLE_BEFORE.search(number.sentence.text, 0, number.hit.start) is not None
    among = among or _divides_others(number)
    among = among or ("公开" not in number.words and _OURS_AMONG.match(number.sentence.text, number.hit.end) is not None)
    runs = _RUNS_A_SITE.match(number.sentence.text, number.hit.end) is not None
    return other or among or runs or is_of_villages(number)


_WORKERS = re.compile(
    r"(?:护[林路渔河]|保洁|环卫|网格|消防|协管|巡[查防逻河护]|安全|防[汛火疫]|调解|辅导|导游|讲解|驾驶|炊事|公益|接线|话务|执法|治安|联防|监管|检验|检疫|监测|养护|绿化|宣传|统计|信访|计生|劝导)(?:队|宣传)?(?:人员|队员|员|工|岗|队伍)"
)


def _divides_others(number: Number) -> bool:
    """Whether people of a post are some of those of another trade, counted right before: 聘请护林员140名，专职52人，兼职88人."""
    before = _PEOPLE_COUNTED.split(number.sentence.text[: number.hit.start])
    if len(before) < _TWO or "公开" in number.words or "信息员" in number.words:
        return False
    counted = next((words for words in reversed(before[:-1]) if not _POSTS_ALONE.fullmatch(words)), "")
    clause = _LAST_CLAUSE.split(counted)[-1]
    return _WORKERS.search(clause) is not None and "公开" not in clause and "信息员" not in clause


_PEOPLE_COUNTED = re.compile(r"\d{1,5}\s?[余多]?[名人位]")
_POSTS_ALONE = re.compile(r"[，,、；（(]?(?:其中)?(?:有)?[专兼全]职(?:人员)?(?:有|为)?")
_LAST_CLAUSE, _TWO = re.compile(r"[，,；;。]"), 2
_OURS_AMONG = re.compile(
    r"[，,（(；;]\s?其中[^，,。；;\d专兼]{0,8}(?:从事|负责|承担|承办|分管|办理)[^，,。；;\d]{0,6}公开(?:工作|业务|事务)?的?(?:人员|同志)?[有为共]?\s?\d"
)
"""办公室现有工作人员12名，其中从事政务公开工作2名."""
_RUNS_A_SITE = re.compile(r"(?:工作人员|人员|同志|干部)?(?:专门|专职|具体)*(?:运维|运营|值守|值班)")
"""平台由一名工作人员专门运维: one who runs a site."""
_EACH_HAS = re.compile(
    r"[各每]个?[^，,。；;\d共计]{1,14}$"
    r"|\d个(?:单位|部门|乡镇|社区|村|科室|股室|站所)[均都][^，,。；;\d共计]{1,10}$"
)
_FEW = frozenset("123一二两三")


def is_each_ones(number: Number) -> bool:
    """Whether a small number is what each of several bodies has (各村均配有1名信息员), and not what all of them have."""
    printed = number.sentence.text[number.hit.start : number.hit.end]
    few = len(printed) > 1 and printed[0] in _FEW and not printed[1].isdigit()
    return few and (_EACH_HAS.search(number.words) is not None or _each_has_its_own(number))


_WAS_THEN = re.compile(r"^[^，,；;。\d]{0,6}?(?:年初|原有|原来|上年|去年)")
_IS_NOW = re.compile(r"[，,；;](?:(?:到|至|截至)?年[末底]|现有?|目前|如今|今年)[^，,；;。\d]{0,6}\d{1,4}\s?[名人位个处]")


def was_then(number: Number) -> bool:
    """Whether a number is what there was at first, where the sentence tells what there is now: 年初有专职人员5名，年末4名."""
    return _WAS_THEN.search(number.words) is not None and _IS_NOW.search(number.sentence.text, number.hit.end) is not None


_SEVERALLY = re.compile(
    r"分别(?:有|为|达|来了?)*(?:到课|参训|听课|受训|参加|培训|到会|\s?\d)[^，,；;。]{0,40}$|分别(?:有|为|达|来了?)*$"
)
_ONE_MORE = re.compile(r"\s?[、和及与]\s?\d")
_ONE_BEFORE = re.compile(r"\d\s?[名人次]+\s?[、和及与]\s?$")


_NTH = re.compile(r"第[一二三四五六七八九十\d]{1,2}\s?[期次场批轮回](?:有|到课|参训|参加|受训|培训|共|为)*$")
"""第一期96人，第二期71人: neither is all who came."""


def is_one_of_several_days(number: Number) -> bool:
    """Whether a number of people is that of one of several days only: 分别到课31人、28人，计59人次."""
    text, start, end = number.sentence.text, number.hit.start, number.hit.end
    if _NTH.search(number.words):
        return True
    beside = _ONE_MORE.match(text, end) or _ONE_BEFORE.search(text, max(0, start - 8), start)
    return beside is not None and _SEVERALLY.search(text, 0, start) is not None


_APPOINTED = re.compile(r"(?:配备|落实|安排|明确|确定|指定)?了?专人负责(?:政府信息|信息|政务)公开")
"""各站所负责人等16人为成员，专人负责信息公开工作1名: the publisher's, though the members are of many bodies."""


def is_staff_of_others(number: Number) -> bool:
    """Whether people who are counted are not those who do the publisher's work of disclosure."""
    if _APPOINTED.match(number.words) and "成员" in number.sentence.text[: number.hit.start]:
        return False
    if number.unit == "个" and _BODIES.match(number.sentence.text, number.hit.end):
        return True  # 兼职人员为10个社区各1名
    leaders = _LEADERS.search(number.words + "〇" + number.right) is not None
    return _each_has_its_own(number) or is_each_ones(number) or does_other_work(number) or leaders


_BODIES = re.compile(
    r"[^，,。；;、\d人名]{0,4}(?:社区|村|科室|股室|处室|站所|部门|单位|乡镇|街道|机构|镇街|办公室|中心|局)(?!的?(?:[专兼]职|工作人员|同志|干部|人员))"
)
_STAFFED = re.compile(
    r"(?:仅有|只有|现有|全[县区市镇乡局])\s?\d{1,3}\s?[名人位](?:[专兼]职|专、?兼职|(?:政府信息|信息|政务)公开(?:工作)?人员"
    r"|[专兼][管做办抓](?:政府信息|信息|政务)公开|(?:同志|干部|工作人员)[专兼][职任](?:负责|承担|从事)?)"
    r"|[专兼]职(?:工作)?人员(?:只有|仅有?|才)\s?\d{1,3}\s?[名人位]"
)


def tells_of_staff(text: str) -> bool:
    """Whether a sentence on what is wanting tells who does the work all the same: 信息公开工作仅有2名兼职人员."""
    return _STAFFED.search(text) is not None


_ONLY_SO_MANY = re.compile(r"(?:只有|仅有?|才)\s?\d{1,3}\s?[名个人位]")


def lacks_staff(text: str) -> bool:
    """Whether one point of several on what is wanting tells how few do the work: 原创仅43%；力量不足，只有1名专职人员."""
    return _ONLY_SO_MANY.search(text) is not None and tells_of_staff(text)
