"""Meetings, lessons and who came to them, in clauses all of whose words are of these, whatever their order.

镇长两次主持召开政务公开专题会; 请县信息办老师来乡培训1次，到课39人.
"""

from __future__ import annotations

import re

from pipelines.numbers import read_number
from pipelines.wording.around import About, Told, of_office, unnamed
from pipelines.wording.context import PEOPLE_UNITS
from pipelines.wording.counts import hits
from pipelines.wording.forbidden import not_said_of
from pipelines.wording.needs import says
from pipelines.wording.office.not_held import one_of_several

_WHEN = (
    r"年[内初中底末]|(?:[全本今当]年|年)度?|20\d\d年度?|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|\d{1,2}日|[上中下]旬|[初中末底])?"
    r"|[上下]半年|第?[一二三四]季度|[、至到和—-]|先后|分别|还|又|也|再|共计?|累计|合计|总计|一共|总共|各|仅|只|才"
)
_WHO = (
    r"副?(?:[镇乡局县区市]长|主任|书记|组长)|[我本全]?(?:[县区市州旗镇乡局委办]|街道|机关|系统|单位)(?:里|上|内|级|直|机关|层面)?|人民政府|政府|办事处|党工委|党委|党组|班子|主要领导|分管领导|领导小组|领导|我们"
    r"|(?:党政)?办公室|党政办|带头|亲自|自己|自主|自行|自"
)
_DOES = (
    r"(?:通过|以|采取|采用|利用)[^，,；;。\d]{1,10}?(?:形式|方式)|受[^，,；;。\d]{2,8}委托|[叫请召喊]来|(?:集中|召集)起来|把|组织各[^，,；;。\d]{1,10}?(?=召?开)|组织|召集|召开|主持|承办|主办|举办|举行|开展|开办|开设|上会|进行|实施|安排|落实|开|办|搞|讲|了|过|的|地|对|为|给|面向|就"
    r"|于|围绕|面向|针对|分(?=[·批期次片])|为?此|半天|[一两]天|时间|利用|在|上|中|内|由|其|次|期|场|个"
)
_TOPIC = (
    r"新?修?订?条例|新(?:修订)?的?《[^《》]{0,16}条例》|政府信息公开|政务信息公开|信息公开|政务公开"
    r"|《[^《》]{0,16}条例》|公开(?:条例)?"
)
_MATTER = (
    r"(?:专题|专门|专项)?(?:研究|讨论|听取|审议|部署|布置|学习|传达|汇报)(?:了)?"
    r"|专题|专门|工作|情况|有关|相关|问题|事项|事宜|业务"
)
_KINDS = (
    r"部门(?=联席)|部署|推进|总结|动员|碰头|调度|现场|协调|联席|通报|布置|分析|讲评|点评"
    r"|座谈|研讨|督办|例|成员单位|全体|大(?=会)|办公|常务|局务|干部职工|干部|职工"
)
_MEETING = re.compile(rf"(?:{_KINDS}|专题|工作|专门|党委|党组|班子|领导小组)*会议?(?![员展])")
_GENERAL = re.compile(
    r"党委会|党组会|党工委|班子|办公会|常务会|局务会|[镇乡局]长会|职工大?会|干部大?会|党委|党组|研究|听取|审议|讨论|学习"
)
_STUDIES_IT = re.compile(
    rf"(?:(?:专题|专门|专项)(?:会议?)?|(?:办公|局务)会议?·)(?:研究|听取|审议|讨论|部署|学习)[^·]{{0,8}}(?:{_TOPIC})"
    rf"|(?:党组|党委|党工委|班子|上会)(?:全年|累计|共|专题|专门|集中|先后|上会)*研究(?:部署)?(?:{_TOPIC})"
    rf"|(?:党组|党委|党工委|班子|支委|局务|局长办公|主任办公)(?:扩大)?会议?(?:专题|专门|集中|先后)?(?:研究|讨论|部署)[^·]{{0,8}}(?:{_TOPIC})"
    rf"|(?:召开|举行|组织|开展)了?(?:全[县区市局]|全镇)?(?:{_TOPIC})(?:工作)?(?:{_KINDS}|专题|专门|专项|工作)*会议?(?:·|$)"
)
"""专题研究政务公开3次, but not 信息公开领导小组研究部署工作3次."""
_HEARS_OF_IT = re.compile(
    rf"(?:常务|党组|党委|党工委|班子|局务|办公)(?:扩大)?(?:会议?)?(?:专题|专门)?听取[^·]{{0,4}}(?:{_TOPIC})[^·]{{0,6}}汇报"
)
_COUNTED_MEETINGS = re.compile(r"会议?\s?\d{1,3}\s?[次场]")
"""常务会议听取政务公开汇报2次: meetings on it, where no others are counted beside."""
_THEN_STUDIES_IT = re.compile(
    rf"[，,]\s?(?:专题|专门|集中|先后)?(?:研究|部署|安排|听取|审议|讨论|学习)[^，,。；;\d]{{0,8}}(?:{_TOPIC})(?![^，,。；;]{{0,4}}等)"
)
"""党组召开专题会议2次，研究部署政府信息公开工作."""
_OF_ONE_MATTER = re.compile(
    r"(?:局务|党组|党委|党工委|办公)会议?专题研究(?:部署)?$|(?:党工?委|党组|办事处|政府)[^，,。；;\d]{0,6}召开专题(?:推进|部署|工作)?会议?$"
)
"""召开局务会议专题研究2次, in the chapter on this work."""
_STUDIES_ONLY = re.compile(r"(?:专题|专门|专项)(?:研究|讨论|听取|审议|部署)$")
"""将信息公开纳入日程，局长办公会专题研究两次."""
_OF_MEETINGS = re.compile("|".join(("办公室", _TOPIC, _MATTER, _KINDS, r"会议?等?", _WHEN, _WHO, _DOES, r"[·或及与“”\" ]")))

_LESSON = re.compile(r"培训班?|轮训|集训|办班|开班|学习班")
_LECTURE = re.compile(
    r"(?:讲座|讲课|讲了?[一二两三四五1-5]堂?课|上了?[一二两三四五1-5][堂节次](?:[^，,；;。\d]{0,8}公开)?课|授课|辅导课?|以会代训|(?<!宣)讲[解授]?《[^》]{0,16}条例》|学习(?:贯彻)?(?:新修订的?)?《[^》]{0,16}条例》|《[^》]{0,16}条例》学习)"
    r"(?:\s?(?:\d{1,2}|[一二两三四五六])\s?[次期场回])?"
)
"""What is no class by itself, but has listeners: 邀请专家授课1次，36人听课."""
_TEACHER = (
    r"委托[^，,；;。\d]{2,10}?(?=[开举承])|"
    r"全[县区市州旗镇乡街]道?性(?=的|政|信|业|专|集|培|轮)|(?:邀请|聘请|请)了?[^，,；;。\d]{2,16}?(?:老师|专家|讲师|教授|同志|骨干|领导|人员|律师)"
    r"(?:[来到][我本]?[乡镇局县区街道机关单位]+|现场|上门)?"
)
_PUPILS = (
    r"\d{1,3}\s?[个家]|(?:医疗|事业|教育)(?:机构|单位)|学校|学员|[县市区]直|乡镇|镇街|街镇|街道(?:层面)?|委办局|乡村|镇村|村组|村居|村级|村|社区|机关|[站处]所|股室|科室|部门|单位|基层|全体|全员|各[级单]?|干部|职工|工作者|工作人员|网格员|信息员"
    r"|联络员|联系人|经办人员?|编辑|管理员|网管员|文书|会计|民警|窗口|骨干|新任|新进|负责人|负责同志|分管|人员|同志|专干|统计员"
)
_HOW = (
    r"业务|专题|集中|能力|提升|知识|专门|岗前|线[上下]|视频|网络|网站|平台|系统|操作|目录|编制|维护"
    r"|管理|内部|一次性|工作|情况|培训班?|轮训|集训|讲课|授课|辅导课?|讲座|办班|开班|学习班|以会代训|学习"
)
_OF_LESSONS = re.compile("|".join((_TEACHER, _TOPIC, _PUPILS, _HOW, _WHEN, _WHO, _DOES, r"[·“”\" （）()]")))
_AWAY = re.compile(r"参加|参与|选派|派员|派人|上级|赴|外出|另|其中|考试|[省市]里|跟班")
_OWN = re.compile(r"自办|自行|自己|自主|本[乡镇局街县区市]|我[乡镇局街县区市]|[乡镇局]里")

_CAME = re.compile(
    r"(?:名|多)?(?:[^，,；;。\d]{0,8}(?:干部|职工|人员|经办人|信息员|联络员|民警|代表|同志|负责人))?(?:前来|赶来|来)?(?:听(?=[，,。；;]|$)|参加|参训|听课|听了课|听讲|到场|到课|到会|受训|接受[^，,。；;]{0,10}训)"
)
_ARE_PUPILS = re.compile(r"[^，,；;。\d]{0,6}(?:干部|职工|信息员|联络员|人员|同志|民警|经办人|学员|人)(?:$|前?来|参|听|到|受训)")
"""31个村组干部来听课."""
_COME = re.compile(
    r"学员|实到|(?:讲授|听课|授课|参训)对象|来了|参训|受训|到课|听课|听讲|到会|到班|覆盖|参加|培训|轮训"
    r"|累计|共计?|合计|总计|计|涉及"
)
_NOT_PUPILS = re.compile(
    r"其中|选派|派出|发放|印发|资料|接待|咨询|解答|检查|村民|居民|群众|农民|党员|(?<!大)学生|考[核试]|测试|获|答题|不含|[；;]|(?<![到与])会议?(?!代)|上年|去年"
)
_BODIES_COUNTED = re.compile(r"\d{1,4}\s?[余多]?[家个所](?=[^，,；;。\d]{0,24}$)")
_FROM_EACH = re.compile(
    r"(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})\s?个[^，,。；;\d]{1,6}?各(?:自)?(?:来|派出?|到|出|选派|抽调?|安排)了?$"
)
"""12个村各来2人."""
_SEVERAL = re.compile(r"分别[^，,；;。]{0,40}$")
_OWN_PUPILS_GO = re.compile(
    r"(?P<who>(?:社区|村|站所|股室|科室|机关|部门)的?(?:信息员|联络员|干部|人员))"
    r"参加(?=(?:业务|专题|信息公开|政务公开|集中)*培训)"
)
"""社区的信息员参加业务培训1次."""
_OF_OTHERS = re.compile(
    r"各(?:乡镇|部门|单位|镇街?|乡|街道|社区|村|局|县区|级)"
    r"[^，,；;。]{0,6}(?:自行|自主|分别|也|均|都)*(?:自办|组织|举办|开展|召开|进行|培训|办)"
)
"""各乡镇自行组织培训38场: those of others."""
_LEVEL = re.compile(r"[省市州县区旗镇乡]")
"""县政务公开办组织开展培训3次: the county's, in a report of another body."""
_INVITED = re.compile(r"请了?[省市县区]里?(?:的)?")
_EACH_TIME = re.compile(r"各(?:自)?(?:召开|开展|开办|举办|组织|开|办|搞)?了?$")


def gatherings_of(about: About) -> list[Told]:
    """What a number says of meetings, lessons or those who came; nothing where a word of its clause is of anything else."""
    if about.number.of_people or (about.number.unit == "个" and _ARE_PUPILS.match(about.behind)):
        return _came(about)
    said = unnamed(f"{about.words}·{_own_behind(about)}", about.names)
    said = _OWN_PUPILS_GO.sub(r"\g<who>", said)
    level = _LEVEL.match(unnamed(about.words, about.names)) if about.number.state.foreign else None
    if level and not any(name.endswith(level.group()) for name in about.names):
        return []
    attended = not_said_of("training.classes", about.number)
    if attended or _OF_OTHERS.match(about.words) or _AWAY.search(_INVITED.sub("请", said)) or _EACH_TIME.search(about.words):
        return []
    if _LESSON.search(said) or ("集中学习" in said and about.number.unit in "期班"):
        return _lessons(about, said)
    return _meetings(about, said) if "会" in said or "研究" in said else []


def _own_behind(about: About) -> str:
    return re.split(r"[、共计]|\d", about.behind, maxsplit=1)[0]


def _meetings(about: About, said: str) -> list[Told]:
    text, end = about.number.sentence.text, about.number.hit.end
    on_it = re.search(_TOPIC, said) is not None
    named = _MEETING.search(said) is not None
    studied = _STUDIES_IT.search(said) is not None or (_STUDIES_ONLY.search(about.words) and says("政开", about.before))
    studied = studied or (_HEARS_OF_IT.search(said) is not None and not _COUNTED_MEETINGS.search(text))
    one_matter = _OF_ONE_MATTER.search(about.words) and about.is_of_office() and not _STUDIES.match(text, end)
    if not studied and (("专" in about.words and _THEN_STUDIES_IT.match(text, end)) or one_matter):
        on_it = studied = True
    if not (named or studied) or (_GENERAL.search(said) and not studied) or _OF_MEETINGS.sub("", said):
        return []
    if not (on_it or studied) and not_said_of("training.meetings", about.number):
        return []
    unopposed = _is_alone(about) and _MERE_MEETING.search(said) and not _STUDIES.match(text, end)
    alone = on_it or ((about.is_near_office() or unopposed) and not about.is_beside_others())
    return [Told("training.meetings", anywhere=True)] if alone else []


def _lessons(about: About, said: str) -> list[Told]:
    if _OF_LESSONS.sub("", said):
        return []
    alone = not _is_beside_others(about) or _OWN.search(said) or re.search(_TOPIC, said)
    near = about.is_near_office() or "新条例" in said or (_is_alone(about) and not _OF_ANYTHING.search(said))
    return [Told("training.classes", anywhere=True)] if alone and near else []


def _is_alone(about: About) -> bool:
    """Whether nothing but the report itself is spoken of: no heading names a topic, or only what is told at its beginning."""
    return about.is_unopposed() or about.is_plain()


_OF_ANYTHING = re.compile(r"网格员|民警|会计|统计员|窗口|新进|新任|岗前|能力|提升|系统|平台|维护|操作|业务")
"""Lessons that any other work has as well: 网格员业务培训12场."""
_MERE_MEETING = re.compile(rf"(?:{_KINDS}|专题)+会")
_STUDIES = re.compile(r"[，,]?\s?(?:专题|专门)?(?:研究|部署|讨论|听取|审议|学习)")


def _is_beside_others(about: About) -> bool:
    """Whether another matter was counted before in the sentence; the staff is none, nor are bodies in the number's own clause."""
    before = hits(about.before)
    own = before and before[-1].unit in "个家" and "，" not in about.before[before[-1].end :]
    staff = before and before[-1].unit in PEOPLE_UNITS and of_office(about.number.state.section)
    return not (own or staff) and about.is_beside_others()


def _came(about: About) -> list[Told]:
    """Those who came to the lessons that were counted just before in the sentence."""
    number, text = about.number, about.number.sentence.text
    taught = _taught_until(about)
    if taught is None or one_of_several(number):
        return []
    between = text[taught : number.hit.start].replace("；开班", "，开班")
    if several := _FROM_EACH.search(between):
        bodies = read_number(several["number"] + "个").value
        return [Told("training.people", int(bodies), first=True, anywhere=True)] if bodies else []
    if _NOT_PUPILS.search(between) or _others_between(between):
        return []
    came = _CAME.match(text, number.hit.end) or _COME.search(between)
    bare = number.unit == "人次" and not _OF_LESSONS.sub("", between.strip("，,、 （("))
    return [Told("training.people", anywhere=True)] if came or bare else []


def _taught_until(about: About) -> int | None:
    """Where in its sentence the lessons end that a number's people came to; None if something else was counted since."""
    begin = about.number.sentence.start
    mine = [one for one in about.claims if begin <= one.start]
    if mine:
        return mine[-1].end - begin if mine[-1].code == "training.classes" and not mine[-1].zero else None
    lectures = list(_LECTURE.finditer(about.before))
    if not lectures or not (about.is_near_office() or about.is_unopposed()):
        return None
    end = lectures[-1].end()
    clause = _CLAUSES.split(about.before[:end])[-1]
    alone = about.is_of_office() or about.number.sentence.spoken or not _OF_LESSONS.sub("", _COUNT.sub("", clause))
    return end if alone else None


_CLAUSES, _COUNT = re.compile(r"[，,；;。：:]"), re.compile(r"\d+|[一二两三四五六七八九十]+(?=[期次场回])")


def _others_between(between: str) -> bool:
    """Whether something else was counted between lessons and people; bodies that the people came from count for nothing."""
    others = [hit for hit in hits(between) if not _BODIES_COUNTED.match(between, hit.start)]
    return bool(others) and _SEVERAL.search(between) is None
