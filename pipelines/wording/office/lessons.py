"""Meetings and lessons on disclosure, told with the verb behind (会开过三次, 2期业务班), and who came to them."""

from __future__ import annotations

import re

from pipelines.wording.around import About, Told
from pipelines.wording.forbidden import not_said_of
from pipelines.wording.needs import says
from pipelines.wording.office.not_held import one_of_several, taught_by_others

_MEETING = (
    r"(?:(?:全[县市区镇乡局州旗]性?的?|"
    r"专门|专题|工作|推进|部署|协调|动员|联席|调度|讲评|总结|研究|领导小组)[、和及]?){0,6}会(?:议)?|(?:工作)?例会"
)
_HELD = r"(?:一共|总共|先后|共|全年|累计|各)*(?:开|召开|举行|组织|开展)(?:了|过)?"
_MEETINGS_HELD = re.compile(rf"(?:^|公开|方面的?|[的、]|^召开了?)(?:工作)?(?:{_MEETING})(?:{_HELD}|共|共计|合计)?$")
_HOLDS = re.compile(
    r"(?:[^，,；;。\d]{0,6}?(?:[县区市镇乡局]长|主任|书记|领导|负责人|组长)(?:亲自|牵头|主持|带头)*)?"
    r"(?:(?:就|为|围绕|针对)[^，,。；;\d]{0,10}?公开[^，,。；;\d]{0,6}?)?(?:我们|专门|专题|先后|全年|共|还|乡里|镇里|局里|县里|街道)*(?:开|召开)(?:了|过)?$"
)
_MEETINGS_BEHIND = re.compile(rf"(?:政府信息公开|信息公开|政务公开)?(?:工作)?(?:{_MEETING})(?=$|[^员场议展]|议)")
_OPENS = re.compile(r"(?:先后|共|累计|全年|专门)?开会(?:(?:研究|讨论|部署|布置|商量)了?)?$")
_CLASSES_HELD = re.compile(
    r"(?:(?:结合|利用|借|套)(?:工作|专题|各类)?(?:会议?|例会)(?:时机|之机|时间)?|[全本今]年度?|年内|先后|共|还|也|[镇乡县局]里|街道|我[镇乡县局区市]|举办|组织"
    r"|开展|进行|实施|政府信息公开|信息公开|政务公开|工作|人员|各类|专门|自行)*"
    rf"(?:(?:业务|专题|信息员|骨干|集中|各类)*(?:培训|集训|轮训)(?:班|会)?|办班)(?:{_HELD}"
    rf"|(?:共)?(?:办|搞|举办|组织|开展)(?:了|过)?)?(?:全年|今年|本年度?|年内|共|合计){{0,2}}"
)
_TAKES_PART = re.compile(r"参加|选派|派员|派人|参与|另[外行]?|其中")
_PLAINLY = re.compile(
    r"(?:全年|先后|共|召开|举办|组织|开展|专门|年内)*(?:会议|专题会议?|工作例会|(?:业务)?培训班?"
    r"|办班|开会)(?:开了|办了|召开|举办)?"
)
"""Meetings and lessons of no other subject, in a report that has none but disclosure."""
_HELD_ON_ANYTHING = re.compile(r"(?:全年|先后|共|年内)*(?:召开|举办|组织|开展)(?:会议|工作例会)")
_MEETS_ON_IT = re.compile(
    r"(?:召开|开)了?[^，,；;。\d]{0,10}会议?(?:专题)?(?:研究|部署|讨论|安排|布置)[^，,；;。\d]{0,6}(?:政府信息"
    r"|信息|政务)公开[^，,；;。\d]{0,6}$"
)
_CLASSES_BEHIND = re.compile(
    r"(?:政府信息公开|信息公开|政务公开)?(?:业务|专题|信息员|骨干|集中|工作)*(?:培训|轮训"
    r"|学习)?(?:班|培训)"
)
_CAME = re.compile(
    r"(?:接受了?|参加了?)(?:业务|专题|集中)?培训|(?:参加)?(?:受训|参训|到课|听课|到班)|到会(?:听课|参训|学习)?|(?:机关|镇村|全体|村组|街道)*(?:干部|职工|人员|工作人员|同志)?参加(?:了?(?:培训"
    r"|学习|听课))?$"
)
_COME = re.compile(
    r"(?:到课|来了?|听课(?:的|人员)?|受训|参训|参加(?:人员|的)?|覆盖|共|合计|共计|约|一共"
    r"|先后有|干部|[^，,；;。\d]{0,12}来了)*$"
)
_CAME_TO_IT = re.compile(r"(?:到课|听课|参训|受训)(?:人员|的|人数)?(?:共|有|计)*")
_TRAINS = re.compile(
    r"(?:轮训|培训|集训)(?:了|全[县镇区市乡]|各级|各单位|各村|[的、])*(?:(?:政府信息"
    r"|信息|政务)公开)?(?:工作人员|信息员|联络员|经办人员|业务骨干|骨干)[共计约近达]*$"
)
_OTHER = re.compile(
    r"村民|居民|党|人大|政协|代表会|恳谈|听证|院坝|协商|就业|技能|安全|消防|农|法律"
    r"|计生|统计|防汛|扫黑|普法|运动|招聘|常务|办公会|局务会|政府会"
)
_SHORT = 12
_HALL = re.compile(r"村民会|院坝会|代表会|恳谈会|听证会|招聘会|运动会|发布会|通气会|吹风会|社会|机会")


_SIGNS = ("会", "训", "班", "课", "辅导", "讲座")
"""Each clause on meetings and lessons has one of them, or the clause before it."""


_OWN_ONE = re.compile(
    r"(?:[镇乡局县区][里上]|我们|街道|本[镇乡局县])(?:又|还|也)?(?:自己|自行|单独|另外?)(?:又|还)?(?:办|搞|组织|开)(?:了|过)?"
)
"""县里培训去了2次，镇里自己办了1次."""
_A_CLASS = re.compile(r"(?:业务|专题|集中|工作)*(?:培训|轮训|集训|学习)?班(?=$|[，,次])")
"""办了三个班, under what is said of lessons."""


def lessons_of(about: About) -> list[Told]:
    """Meetings, lessons and those who came, by the words of the number's own clause."""
    if about.number.of_people:
        return _people(about)
    if not_said_of("training.meetings", about.number):
        return []
    words, behind = about.words, about.behind
    if about.number.unit == "个" and "办班" not in words and not _A_CLASS.match(behind):
        return []
    said = words + behind
    if not any(sign in said for sign in _SIGNS) and "训" not in about.lead:
        return []
    teaches = _TEACHES.search(words) and not (_OTHER.search(words) or _TAKES_PART.search(words))
    if teaches and about.is_of_office() and not about.is_beside_others():
        return [Told("training.classes", anywhere=True)]
    if about.last == "training.people" and _IS_TAUGHT.fullmatch(words):
        return [Told("training.classes")]  # 请专家为全县120名信息员授课1次
    if _GIVES.fullmatch(words) and _OF_COURSES.search(about.lead) and not _OTHER.search(about.lead):
        return [Told("training.classes")]
    if "训" in about.before and _OWN_ONE.fullmatch(words) and not (behind or _OTHER.search(about.lead)):
        return [Told("training.classes", anywhere=True)]
    course = _course(about)
    if course or about.number.state.foreign:
        return course
    if "会" not in said and "训" not in said and "班" not in said:
        return []
    if _MEETS_ON_IT.search(words):
        return [Told("training.meetings")]
    if _OTHER.search(words) or _OTHER.search(behind) or _HALL.search(words) or _TAKES_PART.search(words):
        return []
    plainly = about.is_plain() and _PLAINLY.fullmatch(words) and not (_HELD_ON_ANYTHING.fullmatch(words))
    if not (about.is_of_office() or plainly):
        return []
    if about.is_beside_others() and not says("政开", about.number.sentence.text):
        return []
    return _held(about)


def _held(about: About) -> list[Told]:
    words, behind = about.words, about.behind
    if _CLASSES_HELD.fullmatch(words):
        return [Told("training.classes")]
    if _MEETINGS_HELD.search(words) or _OPENS.search(words):
        return [Told("training.meetings")]
    if _PLAINLY.fullmatch(words):
        return [Told("training.classes" if "训" in words or "班" in words else "training.meetings")]
    if _HOLDS.fullmatch(words) and _MEETINGS_BEHIND.match(behind):
        return [Told("training.meetings")]
    if not words and _CLASSES_BEHIND.match(behind) and about.number.unit != "个":
        return [Told("training.classes")]
    return [Told("training.meetings")] if not words and _MEETINGS_BEHIND.match(behind) and "训" not in behind else []


def _people(about: About) -> list[Told]:
    words, behind = about.words, about.behind
    if _OTHER.search(words) or "其中" in words or _EACH_SENDS.search(words) or one_of_several(about.number):
        return []
    if taught_by_others(about.number):
        return []
    foreign = about.number.state.foreign
    classes = about.last == "training.classes" and len(words) < _FURTHEST
    if classes and not _AUDIENCE.sub("", words) and (_CAME.match(behind) or (words and not behind)):
        return [Told("training.people", anywhere=True)]
    they_came = _THEY_CAME.search(words) or (_THEY_TAKE.search(words) and _CAME.match(behind))
    if they_came and not foreign and not _SENT.search(words):
        return [Told("training.people")]
    if _PUPILS.search(words) and _GIVEN_THEM.match(behind) and not foreign and (about.is_of_office() or about.is_plain()):
        return [Told("training.people")]
    are_taught = _ARE_TAUGHT.match(behind) and (about.is_of_office() or "信息员" in behind)
    if (are_taught or _TAKE_LESSONS.match(behind)) and not _TAKES_PART.search(words):
        return [Told("training.people", anywhere=True)]
    held = says("政开", about.lead) and _COURSE_HELD.search(about.lead)
    if held and not foreign and len(words) <= _SHORT and _CAME.match(behind):
        return [Told("training.people")]
    if _TO_WHOM.search(words) and _IS_TAUGHT.match(behind) and (not foreign or "请" in words) and (
        about.is_of_office() or "信息员" in behind
    ):
        return [Told("training.people")]
    if "训" in words and _TRAINS.search(words) and about.is_of_office() and not foreign:
        return [Told("training.people")]
    if not foreign and _CAME_TO_IT.fullmatch(words) and "训" in about.before:
        taught = "讲课" in about.lead or "授课" in about.lead or not about.is_beside_others()
        if taught:
            return [Told("training.people")]
    classes = about.last == "training.classes"
    if not classes and not (about.last == "training.meetings" and "训" in about.before + behind):
        return []
    if _CAME.match(behind) and len(words) <= _SHORT and "每" not in words:
        return [Told("training.people", anywhere=True)]  # 各乡镇、部门共286人参训
    bare = classes and _COME.fullmatch(words) is not None and "会" not in behind and not foreign
    return [Told("training.people")] if bare and (words or about.number.unit == "人次") else []


# --- courses by what they teach and whom ---

_ITS_OFFICE = re.compile(
    r"(?P<level>[省市州县区旗镇乡])?(?:人民)?(?:政府)?(?:(?:政府信息|信息|政务)公开(?:工作)?(?:领导小组)?(?:办公室|办|科|股)"
    r"|(?:联席会议|领导小组)办公室|办公室|政府办|党政办|电子政务(?:中心|办)|信息(?:化)?中心|大数据(?:中心|局)|政务服务(?:中心|局)|行政审批局)"
)
_WHEN = (
    r"我们|仅|只|[全本今]年度?|随后|随即|年内|先后|共|还|也|并|又|[镇乡县区市局][里上]|街道|我[镇乡县局区市]"
    r"|[省市县区镇乡、]{2,5}[两三]级|(?:依托|借助|利用)[^，,；;。\d]{2,14}?(?=举办|开办|组织|开展)"
)
_DOES = r"(?:举办|开办|承办|主办|组织|开展|办|进行|开设|搞|实施)(?:了|过)?"
_SUBJECT = (
    r"《[^《》]{0,24}条例》|知识|讲座|专题|业务|新任|信息员|联络员|经办人员?|工作人员|社区|村级|村居|各级|目录|网站|系统|平台|栏目|操作|编制|依?申请|答复|受理"
    r"|统一|管理|维护|使用|政府信息公开|信息公开|政务公开|公开|政务(?!公开)|人员|骨干|集中|内部|岗前|线[上下]|能力|提升|全员|全[县区市镇乡局]|机关|学习(?!班)|[、和及的]"
)
_COURSE = rf"(?:{_SUBJECT}){{0,12}}(?:培训班|培训|轮训班?|集训班?|学习班|操作班|专题班|业务班|讲座)"
_COURSE_BEFORE = re.compile(rf"(?:{_WHEN})*(?:{_DOES})?(?:{_COURSE}){{1,3}}(?:一共|共|共计|合计)?(?:{_DOES})?")
_COURSE_BEHIND = re.compile(rf"{_COURSE}$")
_TEACHES = re.compile(
    r"邀请[^，,；;。\d]{2,20}(?:授课|讲课|辅导)$|(?:举办|组织|开展)了?(?:专题|业务|《条例》)?辅导$|(?:集中|分批|统一|先后)?培训了?[^，,；;。\d]{0,8}公开[^，,；;。\d]{0,6}(?:人员|信息员|联络员|干部)$"
)
"""邀请专家授课1次, 集中培训政务公开工作人员两次."""
_OF_COURSES = re.compile(r"(?:政府信息|信息|政务)公开[^，,；;。\d]{0,6}培训班?(?:方面|工作|情况|上)?$")
_COURSE_HELD = re.compile(r"(?:举办|组织|开展|举行|进行)[^，,；;。]{0,20}(?:培训|讲座)班?$")
_THEY_TAKE = re.compile(
    r"(?:政府信息|信息|政务)公开(?:工作)?(?:人员|工作人员|信息员|联络员)[共计约近达有]*(?=$)"
)
_THEY_CAME = re.compile(r"(?:信息|政务)公开[^，,；;。\d]{0,8}参加了?(?:业务|专题|集中)?(?:培训|轮训|学习)[的共计约近达为有]*$")
_SENT = re.compile(r"选派|派员|[省市]里?组织")
_PUPILS = re.compile(r"(?:信息员|联络员|经办人员?)$")
_GIVEN_THEM = re.compile(r"(?:分批|集中|统一)*(?:(?:进行|开展)了?[^，,；;。\d]{0,6})?(?:培训|轮训)")
"""对信息员32人进行了岗前培训."""
_TO_WHOM = re.compile(r"[为给对](?:全[局县镇乡区市系体](?:街道|机关|系统)?|机关|各[^，,。；;\d]{2,10})(?:的)?$")
_IS_TAUGHT = re.compile(
    r"(?:干部|职工|工作人员|人员|信息员|联络员|经办)*(?:集中)?(?:授课|讲课|上课|讲授|讲解|作了?[^，,；;。\d]{0,10}(?:辅导|讲座))"
)
"""请专家为全局84人授课一次."""
_ARE_TAUGHT = re.compile(
    r"(?:(?:[股科]室?|站所|部门|单位|分管|业务|窗口|机关|经办|各?村|社区)*"
    r"(?:负责人|人员|干部|骨干|股长|科长)?[、和与及])?"
    r"(?:政府信息公开|信息公开|政务公开)?(?:工作)?(?:信息员|联络员|经办人员|工作人员|(?:窗口|业务)人员|(?:[股科]室|站所|部门)负责人|业务骨干|机关干部)"
    r"(?:分批|集中|统一)*(?:进行|开展|实施)?了?(?:业务|专题|集中)*(?:轮训|培训|集训)"
)
_TAKE_LESSONS = re.compile(
    r"(?:名?(?:信息员|联络员|工作人员|经办人员|干部|人员))?参加了?(?![^，]{0,6}[省市])[^，,；;。\d]{0,6}(?:信息|政务)公开[^，,；;。\d]{0,6}(?:培训|学习)"
)
_EACH_SENDS = re.compile(r"各(?:自)?(?:选?派|来|到|出|抽调?|安排)出?了?$")
_BY_MEANS = ("依托", "借助", "利用")
"""依托县进修学校举办1期: where, not whose."""
_GIVES = re.compile(rf"(?:{_WHEN})*{_DOES}")
_ON_IT = re.compile(r"条例》|信息员|联络员|经办人|目录|公开|(?:平台|系统|网站)(?:操作|使用|管理|维护)")
_BESIDE_IT = re.compile(
    r"(?:(?:档案|保密|公文|文书|机要|信访|电子政务|新闻|宣传|舆情|依法行政|法律法规|法律|政务信息|政务服务|计算机|网络安全)"
    r"(?:管理|审查|写作|处理|知识|业务|报送|采编|应对|引导|应用|法规)?(?:工作)?[、和及与])+"
)
"""档案管理和依申请公开答复培训2期: taught beside the work of disclosure."""
_TOGETHER = re.compile(
    r"^(?:\d{1,2}月份?[，,]?)?由?(?:[县区市州旗镇乡]?[^，,、。；;\d]{1,8}?(?:局|办|委|办公室|中心|科|部|馆|院|校)[、和与及同]?){1,4}(?:联合|共同|牵头)"
    r"|^(?:\d{1,2}月份?)?(?:会同|联合)[^，,；;。\d]{2,12}(?<![举开主])(?=举办|组织|开展|开办|办)"
)
"""县法制办、县监察局联合举办《条例》培训班2期: whose subject is disclosure."""
_JOINED = ("联合", "共同", "会同", "牵头")
_PARTY_MEETS = re.compile(
    r"(?:(?:[县区市镇乡局]|街道|[镇乡局]里)(?:政府)?)?(?:党委|党工委|党组|工委|管委会|(?:党政|领导)?班子)会?(?:先后|共|专门|全年|多次)*(?:召开|开|举行)了?"
    r"(?:政府信息|信息|政务)公开(?:工作)?(?:专题|推进|部署|调度|协调|工作){0,3}会议?"
)
_BOARDS = ("委", "党组", "班子")
_AUDIENCE = re.compile(
    r"各?(?:乡镇|镇街|街道|部门|单位|站所|科室|股室|村居|社区|村|县直|区直|市直|机关|[镇乡局办委])|次(?=、)|[、和及与]|分管(?:领导|负责人)|负责人"
    r"|经办人员?|信息员|联络员|干部|职工|工作人员|业务(?:骨干|人员)|骨干|人员|文书|受众|参训|参加|覆盖|来了|到课|听[课讲]|共|约|有|来自|的|合计|共计|等"
)
_FOR_WHOM = re.compile(rf"^(?:[对为给]|面向)(?:{_AUDIENCE.pattern}){{1,10}}")
_FURTHEST = 40


_HEARD_BY = re.compile(r"[，,、（(]\s?[^，,；;。\d]{0,12}\d{1,5}\s?[余多]?[人名]")
"""政务公开讲座3期，听课140人: a lecture is a lesson where it is said how many it taught."""


def _course(about: About) -> list[Told]:
    """Lessons whose subject or whose pupils are those of disclosure, given by the publisher: 4期《条例》学习培训班."""
    words = _TOGETHER.sub("", about.words) if any(sign in about.words for sign in _JOINED) else about.words
    on_it = _ON_IT.search(words) or about.last.startswith("training.") or not about.is_beside_others()
    if words != about.words and on_it and about.is_of_office() and _COURSE_BEFORE.fullmatch(words):
        return [Told("training.classes", anywhere=True)]
    if any(sign in words for sign in _BOARDS) and _PARTY_MEETS.fullmatch(words):
        return [Told("training.meetings", anywhere=True)]
    office = _ITS_OFFICE.match(words)
    level = office["level"] if office else None
    if office and level and not any(name.endswith(level) for name in about.names):
        return []
    given = _FOR_WHOM.sub("", words[office.end() :] if office else words)
    elsewhere = given.startswith(_BY_MEANS)
    if about.number.state.foreign and not (office or elsewhere) and not about.last.startswith("training."):
        return []
    if office and about.is_of_office() and _MEETINGS_HELD.search(given) and not _OTHER.search(given):
        return [Told("training.meetings", anywhere=True)]
    given = _BESIDE_IT.sub("", given) if ("、" in given or "和" in given or "与" in given) and _ON_IT.search(given) else given
    before = len(given) < 2 * _FURTHEST and _COURSE_BEFORE.fullmatch(given)
    taught = about.is_of_office() or "培训" in about.lead
    behind = _GIVES.fullmatch(given) and (_COURSE_BEHIND.match(about.behind) or (about.behind == "班" and taught))
    if not before and not behind:
        return []
    heard = _HEARD_BY.match(about.number.sentence.text, about.number.hit.end)
    if given.endswith("讲座") and not (heard and _ON_IT.search(given)):
        return []
    alone = not about.is_beside_others() or says("政开", about.number.sentence.text)
    on_it = _ON_IT.search(given + about.behind) or (alone and (about.is_of_office() or about.is_plain()))
    return [Told("training.classes", anywhere=True)] if on_it else []
