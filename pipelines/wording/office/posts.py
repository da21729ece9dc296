"""Who does the work of disclosure, told by what they do: 2名干部兼管, 1专2兼."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.around import About, Told, of_office
from pipelines.wording.claims import Claim
from pipelines.wording.context import PEOPLE_UNITS
from pipelines.wording.counts import hits
from pipelines.wording.cues import OWN_OFFICE, SUM
from pipelines.wording.evidence import STRANGE
from pipelines.wording.lists.parts import value_of
from pipelines.wording.office.staffing import is_of_villages
from pipelines.wording.sentences import Sentence

_WORK = (
    r"(?:着|起|了)?(?:(?:这|此|该)(?:一)?(?:项|摊|块|件)?(?:工作|业务|任务|事务|事)?"
    r"|(?:政府信息|信息|政务|政府信息与政务|依申请)公开[^，,；;。招信访]{0,8}|公开(?:工作|业务|的?事))?"
)
_PEOPLE = (
    r"(?:(?:村|社区|机关|站所|业务)?(?:干部|同志|工作人员|人员|职工|科员|文书|职员|民警|教师|员工|骨干|专人"
    r"|信息员|联络员|公开员|管理员))?"
)
_PART = re.compile(
    rf"{_PEOPLE}(?:[均都全]|全部)?(?:由[^，,；;。\d]{{1,8}})?(?:[为是系]|属于?)?兼(?:职|任|管"
    rf"|办|做|抓|干|理|顾|着)(?:着)?(?:管理|管|办理|办|做|抓|干|负责|从事|承担)?"
    rf"{_WORK}"
)
_FULL = re.compile(
    rf"{_PEOPLE}(?:[均都全]|全部)?(?:[为是系]|属于?)?(?:专职|全职|专(?=[管办做抓干]))(?:管理|管|办理|办|做|抓|干|负责|从事|承担)?{_WORK}"
)
_ONE_OF_ITS_OWN = re.compile(r"(?:设|安排|指定|确定|明确|配备|落实|有|抽调)了?专人$")
_DO_IT = re.compile(
    r"(?P<how>专职|专|兼职|兼)(?:着)?(?:管理|管|办理|办|做|抓|干|负责|从事|承担)(?:着)?(?:这|此|该)?(?:项|摊|块|件)?"
    r"(?:工作|业务|事|(?:政府信息|信息|政务)公开(?:工作|业务)?)?的(?:共|有|是|为|只|仅)*"
)
_IN_BRACKETS = re.compile(r"(?:同志|干部|工作人员|人员|信息员|联络员|职工)?\s?[（(](?P<post>专职|全职|兼职)(?:人员|干部)?[）)]")
"""指定2名工作人员（兼职）负责: what they are stands in brackets."""
_OF_BOTH = re.compile(
    r"\s?[（(](?:专职|全职|兼职|专|兼)[、和及与/](?:专职|全职|兼职|专|兼)[）)][^，,。；;\d]{0,9}?(?:工作人员|人员|干部)"
    r"|\s?(?:专职|全职)(?:工作)?(?:人员)?[、和或及与]兼职(?:工作)?(?:人员|干部)(?![^，,。；;]{0,2}\d)"
)
"""配备了86名（全职、兼职）工作人员, 2名专职和兼职人员."""
_EACH = re.compile(r"[各每][^，,；;。]{0,12}$")
_BODIES = re.compile(r"各[^，,；;。]{1,16}?(?=确定|配备|配有|明确|落实|安排|设)")
_SURELY_ALL = 5
"""So many are those of all the bodies together (各股室确定兼职信息员29名), and not of each of them."""
_BOTH_EACH = re.compile(
    r"(?<![^有备设置共是了定排实公开工作、，,的])专[、和]?兼职(?:工作)?(?:人员|干部|信息员|联络员)?(?:各有?|均为)$"
)
"""专兼职人员各1名."""
_SEVERAL = re.compile(r"[各每]|另有|[和与及、]")
_HAVE_POSTS = re.compile(
    r"(?:[^，,；;。]*(?:确定|配备|配有|明确|落实|安排|[共现另]?有|的)了?)(?P<post>[专兼])职(?:工作人员"
    r"|人员|信息员|联络员|干部)?(?:合计|共计|共|有)*$"
)
_AT_EACH_PLACE = re.compile(
    r"(?:各[^，,；;。\d各]{1,4}){1,5}(?P<post>[专兼])职的(?:工作人员|人员|信息员|联络员|干部)?(?:合计|共计|共|有|是|为)*"
)
"""各站各所兼职的11个: of all of them."""
_WHO_DOES = re.compile(
    r"(?:我[镇乡县局区市]|街道|全[镇乡县局区市])?(?:参与|从事|负责|承担|承办|管|搞|做"
    r"|抓)(?:政府信息|信息|政务)?公开(?:工作|业务)?的(?:人员|同志|干部)?(?:共|有|共有"
    r"|一共|合计|现有|为)*"
    r"|(?:现有|共有|有)?(?:从业人员|(?:政府信息|信息|政务)公开(?:从业)?人员)(?:共|有|共有)*"
)
_UNIT_OF_ITS_OWN = re.compile(r"(?:[科室股队]|中心)(?:具体|牵头|总体)?(?:负责|承担|承办|牵头)(?:牵头|实施|落实)?$")
"""指挥中心负责牵头，抽调2名民警专职做信息公开: a unit within the publisher."""
_RUNS_IT = re.compile(
    r"(?:同志|干部|工作人员|人员|专人)?(?:具体|专门|共同)*(?:管|抓|打理|负责|承担)着?[^，,；;。]{0,4}(?:信息公开|政务公开|[这此该]项工作|这[件个摊]?事)"
)
_LIAISONS = re.compile(r"(?:信息员|联络员|管理员)(?:共|有|共有)?$")
_LIAISONS_ARE = re.compile(r"\s{0,40}[，,（(]\s?(?:均|全部|都|皆)(?:为|是|系)?(?P<post>[专兼])职")
"""联络员38名，均为兼职."""
_MADE_OF = re.compile(r"(?:队伍|人员|力量|班子)(?:主要)?由(?P<post>[专兼])职(?:人员|干部)?$")
_BARE_POST = re.compile(r"(?:[均都]?[为是系])?[专兼]职的?(?:人员|信息员)?")
"""1个专职、2个兼职."""
_DONE_BY = re.compile(r"(?:政府信息|信息|政务)公开的?(?:日常|具体)*(?:工作|事务|业务)?由[^，,；;。\d]{0,8}$")
_DOES_IT = re.compile(r"(?:同志|干部|工作人员|人员)?(?:具体|专门|共同)*(?:负责|承担|办理|打理|经办|来做|承办)")
_OF_BODIES = re.compile(
    r"(?:[^，,；;。\d]{0,8}\d{1,3})?个?(?:下?属)?(?:单位|股室|科室|站所|部门|社区|乡镇|学校|基层单位)"
    r"(?:共|有|的|落实|明确|配备)*兼职(?:工作人员|人员|信息员|联络员)(?:共|有)*"
)
"""局属7个单位兼职人员9人."""


def posts_of(about: About) -> list[Told]:
    """What people are: 三人兼着做, 一人专管, 专人一名; or all of those that the numbers before divide (总计11人)."""
    number, words = about.number, about.words
    added = _ADDED.fullmatch(words or about.lead) is not None
    if (added or SUM.fullmatch(words)) and _adds_up(about, _BEFORE if added else 0):
        return [Told("staff.total")]
    at_end = number.of_people and words.endswith(_SUMS) and not number.state.section.domain
    one_each = _ONE_EACH.search(about.before) if at_end else None
    if one_each and (about.is_near_office() or about.is_unopposed()) and (about.value() or 0) > 1:
        return [Told("staff.full_time" if (one_each["post"] or one_each["former"]) == "专" else "staff.part_time", first=True)]
    post = _BARE_POST.fullmatch(about.behind) or _AT_EACH_PLACE.fullmatch(words)
    if not number.of_people and not (number.unit == "个" and post):
        return []
    if told := _named_so(about):
        return told
    if (not words or OWN_OFFICE.fullmatch(words)) and _RUNS_IT.match(about.behind) and not number.state.foreign:
        return [Told("staff.total")]
    all_are = _LIAISONS_ARE.match(number.sentence.text, number.hit.end) if _LIAISONS.search(words) else None
    if all_are and about.is_of_office() and not STRANGE.search(_BODIES.sub("", words)):
        return [Told("staff.part_time" if all_are["post"] == "兼" else "staff.full_time", first=True)]
    if is_of_villages(number):
        return []
    if (_DONE_BY.search(words) and _DOES_IT.match(about.behind)) or _WHO_DOES.fullmatch(words):
        return [Told("staff.total")]
    if _OF_BOTH.match(number.sentence.text, number.hit.end) and about.is_near_office() and not number.state.foreign:
        return [Told("staff.total", first=True)]
    behind = about.behind
    aside = _IN_BRACKETS.match(number.sentence.text, number.hit.end)
    if aside and about.is_of_office() and not (number.state.foreign or _EACH.search(words) or STRANGE.search(words)):
        return [Told("staff.part_time" if aside["post"] == "兼职" else "staff.full_time", first=True)]
    if _OF_BODIES.fullmatch(words) and about.is_of_office():
        return [Told("staff.part_time", first=True)]
    if "兼" not in words + behind and "专" not in words + behind and "全职" not in behind:
        return []
    if not about.is_of_office() or (STRANGE.search(_BODIES.sub("", words)) and not _AT_EACH_PLACE.fullmatch(words)):
        return []
    each = _EACH.search(words) is not None and not _AT_EACH_PLACE.fullmatch(words) and (about.value() or 0) < _SURELY_ALL
    if each or (number.state.foreign and not (_SEVERAL.search(words) or _UNIT_OF_ITS_OWN.search(about.lead))):
        return []
    post = _HAVE_POSTS.search(words) or _MADE_OF.search(words) or _AT_EACH_PLACE.fullmatch(words)
    if post and about.value():
        return [Told("staff.full_time" if post["post"] == "专" else "staff.part_time")]
    does = _DO_IT.search(words)
    if does and does.end() == len(words):
        return [Told("staff.full_time" if does["how"].startswith("专") else "staff.part_time", first=True)]
    if _OF_A_ROOM.search(words):
        behind = _DEPUTY.sub("", behind)
    if _PART.fullmatch(behind):
        first = "职" in words or (words.startswith("由") and "工作人员" in behind)
        return [Told("staff.part_time", first=first)]  # 一个人专职、三个人兼职; 由1名工作人员兼任
    if _FULL.fullmatch(behind) or _ONE_OF_ITS_OWN.search(words):
        are = _ARE.search(number.sentence.text, number.hit.end, number.hit.end + _NEAR_BEHIND)
        return [Told("staff.part_time" if are and are["post"] == "兼职" else "staff.full_time")]
    return []


def _named_so(about: About) -> list[Told]:
    """What people are by the words before them alone: 专兼职人员各1名, 办公室专人1名."""
    if _BOTH_EACH.search(about.words) and about.value():
        return [Told("staff.full_time", first=True), Told("staff.part_time", first=True)]
    one = about.value() == 1 and not about.behind and _OWN_ONE.fullmatch(about.words)
    return [Told("staff.full_time")] if one and about.is_of_office() and not about.number.state.foreign else []


_OWN_ONE = re.compile(r"(?:(?:局|乡|镇|街道|县|区)?(?:党政|综合)?(?:办公室|办|科|股)?)?专人(?:共|有|计)*")
"""办公室专人1名."""
_NEAR_BEHIND = 24
"""专人2名负责信息公开，均系兼职."""
_OF_A_ROOM = re.compile(r"(?:办公室|党政办|综合办|政府办|[科股]室?|中心|[站所])的?$")
_DEPUTY = re.compile(r"^副?(?:主任|站长|所长|科长|股长)(?=兼)|^(?:干事|文书|秘书)(?=兼)")
"""党政办一名副主任兼管此项工作."""
_ADDED = re.compile(r"[形组]成了?|[两三]?(?:头|边|者|项|块|下)?(?:相加|加起来|合起来|加在一起)")
"""两头相加，111人: both of them may be told in the sentence before."""
_BEFORE = 60
_SUMS = ("计", "共", "总数", "合计有", "共有")
_ONE_EACH = re.compile(
    r"(?:[各每]|\d个[^，,；;。\d]{1,6}[均都])[^，,；;。\d]{0,10}?(?:(?P<former>[专兼])职[^，,；;。\d]{0,6})?[1一]\s?[名人位]"
    r"(?(former)|(?P<post>[专兼])职)的?(?:(?:政府信息|信息|政务)?公开)?(?:工作)?(?:信息员|联络员|联系人|公开员|管理员|工作人员|人员|干部|专干)?"
    r"[，,（(]\s?(?:\d{1,3}个[^，,；;。\d]{1,6})?(?:共计?|合计|总计|计|一共|总数)有?$"
)
"""12个社区各有1名兼职信息员（共12名）."""


def _adds_up(about: About, before: int) -> bool:
    """Whether a number is the sum of the full-time and part-time people counted in its sentence, or so many characters before."""
    start = about.number.sentence.start - before
    value = about.value()
    mine = {claim.code: claim for claim in about.claims if claim.start >= start and claim.code.startswith("staff.")}
    if not {"staff.full_time", "staff.part_time"} <= set(mine) or about.number.hit.unit not in (*PEOPLE_UNITS, "-", "#"):
        return False
    parts = [value_of(mine[code]) for code in ("staff.full_time", "staff.part_time")]
    return value is not None and None not in parts and sum(filter(None, parts)) == value


# --- what stands behind the count of all ---

_NUMBER = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_IN_SHORT = re.compile(
    rf"(?P<full>{_NUMBER})\s?[名人位]?专职?[、，, 和]?(?P<part>{_NUMBER})\s?[名人位]?兼职?(?=[，,；;。）)、]"
    rf"|$|的?人员|[共合总]?计?\s?{_NUMBER}\s?[名人])"
    rf"(?:[，,（(]?(?:共计?|合计|总计|计)\s?(?P<sum>{_NUMBER}\s?[名人位]))?"
)
"""1专2兼: so many full-time, so many beside other work."""
_ARE = re.compile(
    r"[，,]\s?(?:(?:[也均都全皆]|全部)?(?:系|为|是|属)|[均都皆]|全部)"
    r"(?P<post>专职|兼职)(?:人员|干部)?(?=[，,；;。）)]|$)"
)
_NEAR = re.compile(r"[；;。]|[，,][^，,；;。]*[，,](?=[^，,；;。]*$)")
_ARE_NOT = re.compile(r"[，,]\s?(?:[均都全皆也]|全部)?(?:不是|并非|非|没有)专职(?:人员|干部|的)?(?=[，,；;。）)]|$)")


def told_of_posts(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of posts that stand behind a count of people: 1专2兼, 有1人，系兼职, 都不是专职."""
    text = sentence.text
    if "专" not in text and "兼" not in text:
        return []
    _call_divided_total([claim for claim in claims[-6:] if claim.start >= sentence.start])
    if not ("公开" in text or of_office(sentence.section) or any(
        claim.start >= sentence.start and claim.code.startswith("staff.") for claim in claims[-6:]
    )):  # fmt: skip
        return []
    found: list[Claim] = []
    short = _IN_SHORT.search(text)
    if short and not STRANGE.search(_NEAR.split(text[: short.start()])[-1]):
        found.append(_claim("staff.full_time", sentence, *short.span("full")))
        found.append(_claim("staff.part_time", sentence, *short.span("part")))
        found += [_claim("staff.total", sentence, *short.span("sum"))] if short["sum"] else []
    found += [*_all_of_one_post(sentence), *_none_full_time(sentence)]
    for base in [claim for claim in claims[-6:] if claim.code == "staff.total" and claim.start >= sentence.start]:
        found += _of_all(sentence, base)
    told = {claim.code for claim in claims if claim.start >= sentence.start}
    return [claim for claim in found if claim.code not in told]


def _call_divided_total(here: Sequence[Claim]) -> None:
    """Calls a post's count the total where full time and part time behind it come to it: 专职人员26人，其中全职6人、兼职20人."""
    for first, full, part in zip(here, here[1:], here[2:], strict=False):
        codes = (first.code, {full.code, part.code})
        if codes in _DIVIDED and value_of(first) == (value_of(full) or 0) + (value_of(part) or 0):
            first.code = "staff.total"


_POSTS = {"staff.full_time", "staff.part_time"}
_DIVIDED = tuple((code, _POSTS) for code in sorted(_POSTS))


_ALL_OF_ONE = re.compile(
    rf"(?:^|[，,；;。：:])(?P<who>[^，,；;。：:\d]{{0,14}}?(?:办公室|公开办|[股科]室?|(?P<staff>工作人员|经办人员)))(?:现|共|有|由)*"
    rf"\s?(?P<number>{_NUMBER}\s?[名人位])(?:同志|干部|工作人员|人员)?(?:具体|专门)?(?:负责|承担|经办|办理)?[^，,；;。\d]{{0,12}}"
    r"[，,]\s?(?:均|都|全部|皆)(?:系|为|是)?(?P<post>[专兼])职(?:人员|干部)?(?=[，,；;。）)]|$)"
)


def _all_of_one_post(sentence: Sentence) -> list[Claim]:
    """The claims of those who are all of one post: 办公室3人负责，均系兼职; they are all there are if no others are told of."""
    found = _ALL_OF_ONE.search(sentence.text)
    if found is None or STRANGE.search(found["who"]):
        return []
    post = _claim("staff.full_time" if found["post"] == "专" else "staff.part_time", sentence, *found.span("number"))
    others = "职" in sentence.text[: found.start()] + sentence.text[found.end() :]
    if others or not found["staff"]:
        return [post]
    whole = _claim("staff.total", sentence, *found.span("number"))
    whole.weak = True
    return [post, whole]


_NONE_FULL = re.compile(
    rf"(?:^|[，,；;。：:])(?P<who>[^，,；;。：:\d]{{0,14}}?)(?P<number>{_NUMBER}\s?[名人位个])(?:同志|干部|工作人员|人员|人)?[^，,；;。\d]{{0,12}}"
    r"(?P<none>[，,]\s?(?:[也均都全皆]|全部)?(?:不是|并非|非|没有)专职(?:人员|干部|的)?(?=[，,；;。）)]|$))"
)


def _none_full_time(sentence: Sentence) -> list[Claim]:
    """The claims of people of whom none does the work alone: 党政办2人，都不是专职."""
    found = _NONE_FULL.search(sentence.text) if "专职" in sentence.text else None
    if found is None or STRANGE.search(found["who"]) or _EACH.search(found["who"]):
        return []
    begin, end = sentence.start + found.start("none") + 1, sentence.start + found.end()
    none = Claim("staff.full_time", begin, end, "", found["none"][1:], zero=True)
    part = _claim("staff.part_time", sentence, *found.span("number"))
    part.weak = True
    return [part, none]


_NOT_ONE = ("没有", "没", "无")
"""没有一个专职的: no count."""


def _of_all(sentence: Sentence, base: Claim) -> list[Claim]:
    text, at = sentence.text, base.end - sentence.start
    counted = (at + hit.start for hit in hits(text[at:]) if not text.endswith(_NOT_ONE, 0, at + hit.start))
    end = next(counted, len(text))
    are_not, are = _ARE_NOT.search(text, at, end), _ARE.search(text, at, end)
    if are_not:
        none = Claim("staff.full_time", sentence.start + are_not.start() + 1, sentence.start + are_not.end(), "",
                     text[are_not.start() + 1 : are_not.end()], zero=True)  # fmt: skip
        return [Claim("staff.part_time", base.start, base.end, base.unit, base.raw, weak=True), none]
    post = {"专职": "full_time", "兼职": "part_time"}[are["post"]] if are else ""
    return [Claim(f"staff.{post}", base.start, base.end, base.unit, base.raw, weak=True)] if post else []


def _claim(code: str, sentence: Sentence, start: int, end: int) -> Claim:
    return Claim(code, sentence.start + start, sentence.start + end, "人", sentence.text[start:end])
