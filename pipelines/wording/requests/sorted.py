"""Requests counted by how they came or what became of them, in phrases that no wording of the table fits.

Only where requests are spoken of and as many were counted before: 委托快递公司投递的3件, 我办并未制作过这类材料的2件.
"""

from __future__ import annotations

import re

from pipelines.numbers import read_number
from pipelines.wording.around import About, Told
from pipelines.wording.claims import plain_number
from pipelines.wording.counts import hits
from pipelines.wording.cues import SUM
from pipelines.wording.forbidden import not_said_of
from pipelines.wording.lists.parts import value_of
from pipelines.wording.requests.asked import asked_once
from pipelines.wording.requests.counted import of_those_counted, whole_of
from pipelines.wording.requests.keywords import answer_of, ending_of, reason_of, route_of
from pipelines.wording.requests.plainly import plainly_of

_TAIL = re.compile(r"(?:[的者类共占达为计是约数]|(?<!没)有|一共|总共|合计|共计|分别)+$")
_HEAD = re.compile(r"^(?:其中|此外|另外|另有|另(?!行)|还有|其余|剩余|余下|剩下|[：:、，（(—－-]|\s)+")
_LEAST = 2
_NOT_OUT, _OPENED = ("未公开", "没有公开", "没公开", "未能公开"), ("（", "(", "，其中", "：")
_OTHER_MATTER = re.compile(
    r"许可|审批|低保|救助|补贴|工单|案件|提案|建议(?!(?:申请人|其|他|另|向|到|通过|走|循|按))|来电|纠纷|热线(?![^，]{0,8}(?:途径|渠道))|行政查询|案卷|过程性|内部事务|出版物|撤回|撤销|另行制作|需要制作|自然人|法人|律师"
    r"|征求|第三方意见|增[加长]|减少|下降|同比|上升|尚|正在|未到期|超期|结转|转入|去年|上年|主动公开(?:的)?(?:政府|政务)?信息"
)
"""Other matters, rows of the later forms, and what is not answered yet."""
_BY_OTHER_WAYS = re.compile(
    r"(?:告知|引导|建议|指引)[^，,。；;\d]{0,6}(?:通过|按|依|走)(?:查阅|查询)?案卷(?:查阅|查询)?等?(?:其[他它])?(?:途径|渠道|方式)"
)
"""告知通过案卷查阅等其他途径."""
_POINT = re.compile(r"[，,]")
_OTHER_CASES = re.compile(
    r"(?:低保|救助|补助|补贴|许可|登记|执行|贷款|援助|审批|办证|入学|就业|住房|用地|建房|仲裁|调解)(?:类)?(?:的)?申请|法院|行政案件|原告|行政诉讼|行政复议|工单"
)
"""办理低保申请215份，其中网上提交15份: of other applications, or of cases."""
_AND_THE_LIKE = re.compile(r"等其[他它](?:法定|法律|法律法规规定)的?(?:不予公开的?)?(?:情形|理由|原因|事由|情况)$")
_JOINED = re.compile(r"[、和及与或]")
_WHY = re.compile(r"因|属|涉|危及|影响|按|依据|法律|法规|法定|秘密|隐私|安全|规定")
"""因涉及商业秘密不予公开: counted as refused for that reason."""


def sorted_of(about: About) -> list[Told]:
    """The way of asking or the answer that the words right before a number tell, whatever words these are."""
    words = _TAIL.sub("", _HEAD.sub("", about.words))
    words = _SHORT_WAYS.get(words, words)
    if words in _BROUGHT_IN and about.last.startswith("requests.received"):
        words = "当面"  # 邮来3份，送来5份
    if about.last.startswith("replies.refused") and "其" in words and _AND_THE_LIKE.search(words):
        words = words[words.rindex("等其") + 1 :]  # 过程性信息等其他法定理由
    other = _OTHER_MATTER.search(words) is not None and not _BY_OTHER_WAYS.match(words)
    other = other or _OTHER_CASES.search(about.before) is not None or "行政查询" in about.lead
    if len(words) < _LEAST or (other and "政府信息" not in words) or not (of_those_counted(about) or _first_way(about, words)):
        return []
    code = _told_by(words)
    if code is None and answer_of(about.behind) == "replies.refused" and (reason := reason_of(words)):
        known = any(one.code == "replies.refused" for one in about.report)  # 涉及别人隐私的2件没有公开
        return [Told(reason, anywhere=True), *([] if known else [Told("replies.refused", anywhere=True)])]
    if code is None and answer_of(words) is None and about.last.startswith("replies.refused"):
        code = reason_of(words)
    if code == "replies.refused_other_legal" and not _is_some_refusal(about):
        return []  # 公开15件，不予公开4件，其他情形18件
    divided = about.number.sentence.text.startswith(_OPENED, about.number.hit.end)
    if code == "replies.refused" and divided and words.endswith(_NOT_OUT):
        return []  # 未公开2件（不存在1件，非本机关掌握1件）
    told = {claim.code for claim in about.report if claim.label is None}
    if code is None or code in told or not_said_of(code, about.number):
        return []
    alone = code.startswith("replies.refused_") and "replies.refused" not in told and _REFUSED_TOO.search(words)
    if alone and len(_REASONS.findall(about.number.sentence.text)) == 1:
        return [Told(code, anywhere=True), Told("replies.refused", anywhere=True)]  # 内容属国家秘密、不予提供1件
    return [Told(code, anywhere=True)]


def _first_way(about: About, words: str) -> bool:
    """Whether a number opens a list of ways, before anything is counted: 窗口现场受理2件，电子邮箱受理3件."""
    state = about.number.state
    if whole_of(about.report) is not None or not about.is_of_requests() or hits(about.before):
        return False
    this_year = not (state.cumulative or state.time in ("other", "part"))
    return this_year and route_of(words) is not None and _by_ways(about)


def _is_some_refusal(about: About) -> bool:
    """Whether a number may be some of the requests refused, of which no more were counted."""
    refused = next((one for one in reversed(about.report) if one.code == "replies.refused" and not one.label), None)
    value, whole = about.value(), value_of(refused) if refused is not None else None
    return value is not None and (whole is None or value <= whole)


_BROUGHT_IN = frozenset(("送来", "交来", "递来", "拿来", "送交"))
_SHORT_WAYS = {"信": "信函", "函": "信函", "网": "网上", "面": "当面"}
"""信6件，网3件: ways of one character."""
_REFUSED_TOO = re.compile(r"[、，,]?(?:依法)?(?:不予|未予|不|拒绝)(?:公开|提供)$")
_REASONS = re.compile(r"秘密|隐私|安全|稳定|法定|情形|不予公开的|不公开的")
_DELAYED = re.compile(
    r"(?:[均都全已经因需]|依法|按规定|申请|办理|履行|案情复杂|情况复杂)*[^，,。；;\d]{0,10}(?:延期|延长|顺延)(?![^，,。；;]{0,6}(?:至|到|下年|明年|次年))"
    r"[^，,。；;\d]{0,14}(?:办结|答复|办理|回复|完毕|完成|办完)(?:了|的)?$"
    r"|(?:依法|按规定|经[^，,。；;\d]{0,6}(?:批准|同意|审批)后?)+(?:延|顺延)了(?:期|限|时)?$"
    r"|(?:依法|按规定|申请|均|都|经[^，,。；;\d]{0,6}(?:批准|同意|审批)后?)*(?:延期|延长|顺延)[至到了]?\s?\d{1,2}个工作日(?:[之以]?内)?(?:才|再|予以|作出)*(?:办结|答复|办理|回复|完成|办完)(?:了|的|完毕)?$"
    r"|(?:依法|按规定|履行|办理|办|走|经过|经)+了?(?:延期|延长|顺延)(?:答复|办理|期限)?的?(?:审批|审核)?(?:手续|程序|审批)(?:了|的)?$"
)
_NOT_DELAYED = re.compile(r"[未没无拟尚待]|正在|结转")
_MANNERS = re.compile(
    r"(?:当场|当面|当[日天]|现场|上门|口头|书面|电话|网上|短信|信函|传真|邮寄|即时|次日|\d{1,2}个工作日[内之以]*)(?:作出|予以|给予)?(?:答复|回复|办结)(?:了|的)?(?:共|有|计)?\d"
)
_MERE_COUNT = frozenset(("共", "共计", "计", "有", "为", "即", "合", "达", "共有", "合计"))
_SHARED = re.compile(
    r"(?:其中|答复中|申请中|，)*(?P<what>[^，,；;。\d]{2,24}?)(?:的)?(?:约?占比?|占总数的?|比例为?|约占|(?<=[结复])率)(?:[^，,；;。]{0,8}\d[\d.]*[%％]|[^，,；;。\d]{0,4}(?:[一二三四五六七八九十两]+分之[一二三四五六七八九十]+|[一二三四五六七八九]成半?多?|一?半)(?:以上|左右|强|多)?)"
)
"""予以公开的占68%，共15件; 按时办结率98%，即201件."""
_RATES = {
    **dict.fromkeys(
        ("按时办结", "按期办结", "及时办结", "如期办结", "限时办结", "依法按时办结", "按时答复", "按期答复"),
        "requests.completed_on_time",
    ),
    **dict.fromkeys(("延期办结", "延期答复", "延期"), "requests.completed_extended"),
    "办结": "requests.completed", "答复": "replies.total",
}  # fmt: skip
"""What a rate is of, whose count stands behind it."""
_QUOTES = re.compile(r"[“”\"]|^(?:其中[，：]?)?(?:答复(?:为|是)?(?=.{2}))?")
"""答复“公开”的占51%，为86件."""
_OTHERS_SAY = re.compile(
    r"(?:其中|经?征[求得]|、)*(?:第三方|第三人|权利人|利害关系人|相关企业)(?:意见)?(?:均|已|都|书面|明确|表示|答复|回复)*不?同意"
)
_BARE_ANSWERS = frozenset(("同意", "不同意", "同意公开", "不同意公开", "未回复"))
_IN_TIME = re.compile(
    r"(?:申请)?[均都全]?(?:已)?(?:(?:严格)?(?:依法|依规|按(?:照)?规定)*)(?:按[时期]|如期|及时|赶?在?(?:法定|规定)的?(?:期限|时限|时间|期)(?:之|以)?[内前]|在?\d{1,2}个工作日(?:之|以)?内)"
    r"(?:依法|予以|作出|给予|书面)*(?:答复|回复|办结|办完|办毕)(?:了|完毕|的)?(?:[，,；;。]|$)"
)
"""3件延长答复期限，6件如期答复."""
_CARRIED_OR_LATE = re.compile("(?P<over>结转|转[至到入]|顺延)|延(?:期|长|后|时)")
_WITHIN = re.compile(r"(?:都|均|全)?在\d{1,2}个工作日(?:之|以)?内")
"""办完的里面，79份在15个工作日以内."""
_OF_THE_YEAR = re.compile(r"(?:全年|年内|一年|一年来|今年|本年度?)(?:共|合计|总计|总共|一共|累计)*(?:有|为|是)?")
_IN_ALL = re.compile(
    r"(?:[全我][县区市州旗镇乡局])?(?:[共总合]计|[一总]?共|累计)(?:收到|受理|接到)(?:政府信息|信息)?(?:公开)?(?:申请)?"
)
"""县政府办受理申请5件，部门受理21件，全县合计受理26件."""
_LETTERS = re.compile("信访|投诉|举报|咨询|来信|留言")
_BARE_TIMES = {"按时": "on_time", "按期": "on_time", "如期": "on_time", "延期": "extended"}
_TIMELY = re.compile(r"(?:时效|时限|期限|(?:办理|答复|办结)时间)(?:上|方面|情况|上?来?看|而言|来说)$")
"""从时效看，按时20件、延期2件."""
_HANDLED = re.compile(r"(?:共|已|年内|本年度?|全年|累计|实际)*办理(?:了|完成)?")
"""新收6件，上年结转1件，办理6件，结转下年1件."""
_NOT_ONE_LEFT = re.compile(r"不[落漏少差缺]")
_ONLY = frozenset(("只有", "仅有", "就", "共", "有", "只", "仅", "一共", "共有", "总共", "为", "是"))
_FEW_CAME = re.compile(
    r"(?:今年|全年|本年度?|年内|20\d\d年度?)?(?:收到|受理)?的?(?:(?:政府信息|信息)?(?:公开)?申请(?:的?数?量|数|件数)?|依申请公开(?:的?件|的?数?量|申请|事项|办件))"
    r"(?:比较|相对|很|不|较|仍然?|依然|还是|不算|明显)*(?:少|多|大|有限|偏少|偏多)"
)
"""今年的申请比较少，只有2件."""
_FEW_PEOPLE = re.compile(
    r"(?:今年|全年|本年度?|年内|20\d\d年度?)?(?:来|前来)?申请(?:公开)?(?:政府)?(?:信息)?(?:公开)?的(?:人|群众|村民|居民|企业|单位)(?:比较|相对|很|不|较|仍然?|并|还|不算)*(?:少|多|有限)"
)
"""来申请的人不多，全年7件."""
_CAME_FOR = re.compile(
    r"(?:今年|全年|年内|一年[里来]?)*(?:前来|来|上门|跑来|到[镇乡局县][里上]?)?(?:要|索取|索要|申请|打听|查)(?:过|公开)?(?:政府)?信息的"
    r"(?:人|群众|村民|市民|居民|企业)?(?:一共|总共|共|总计|合计|只|仅|就|有)*"
)
"""来要信息的共3件."""
_WANTS_IT = re.compile(
    r"(?:其中|属于?|涉及|内容为)*(?:要求|申请|请求)(?:政府|政务)?(?:信息)?公开(?:政府)?(?:信息)?的(?:有|为|共|仅)*"
)
_OF_LETTERS = re.compile(r"(?:来信|来访|来电|信访)[^。；;]{0,12}\d[^。；;\d]{0,4}[，,（(]\s?其中[^，,。；;\d]*$")
"""收到来信来访86件，其中要求信息公开的2件."""
_NEAR = 16
_WHOLE = frozenset(("全部", "所有", "以上", "上述"))
_IN_TIME_OF_ALL = re.compile(
    r"(?:政府信息|信息)?(?:公开)?申请(?:件|事项)?(?:[均都]已?)?(?:[在按于]|如期)[^，,。；;]{0,14}(?:办结|办理完毕|办完)"
)
"""全部31件申请在法定时限内办结."""
_CAME = frozenset(("", "收到的", "受理的", "接到的", "收到", "受理", "接到"))
_ALL_OF_THEM = re.compile(r"(?:政府信息|信息|政务)?(?:公开)?申请(?:公开)?(?:均|都|全部|已全部)")
"""14件申请均按规定办结."""
_BROUGHT = re.compile(
    r"(?:政府信息|信息)?(?:公开)?申请[书表]?(?:被|先后|陆续)?(?:送|递|交|寄|投|提)(?:交|送)?[到至进往给来](?!法院|人大|政协|复议)"
)
_SOME_CAME = re.compile(r"(?:全[县镇区市乡局]|全年|一年[里来]?|今年|本年度?|年内|[一总]?共|累计|先后|陆续)*有?")
"""共有36件申请送到各个部门."""
_OWN_SEAT = re.compile(
    r"(?:[县区市州旗](?:人民)?政府办(?:公室)?|(?:[镇乡局]|街道)(?:(?:党政|综合)?办公室|党政办))(?:全年|年内|本年度?|[一总]?共|累计|先后)*(?:收到|受理|接到|接收)(?:了|的)?"
    r"(?:政府信息|信息|书面|公开)*申请(?:共|计)*"
)
_OTHERS_TOO = re.compile(
    r"占全[县市区州旗镇乡局]|全[县市区州旗镇乡局][^，,。；;\d]{0,10}\d|合计|总计|其[他它余]"
    r"|(?:部门|单位|乡镇|街道|[局委])(?:共|全年)?(?:收到|受理|接到)?[^，,。；;\d]{0,6}\d"
)
"""旗政府办公室共受理申请3起: a government has its people in its office; where others are counted too, that is a share."""
_ANSWER = re.compile(r"(?:均|都|已|依法|作出|予以|书面|分别)*(?:答复|回复|告知)(?:共|计|的|有|了)*")
_ENDED = re.compile(r"[；;：:]")
_SHARE = re.compile(r"应当?|转[请由交送至]|要求|归|由|建议|最|其他|其它|原")
"""Words of answers that look like those of plans."""


def first_of(about: About) -> list[Told] | None:
    """What a number of requests is whatever the wordings say of the words right before it; nothing if it is no figure.

    2件履行延期手续后办结; 不是政府信息，答复6件; 当场答复3件、书面答复2件, neither of which is all; None where it says nothing.
    """
    words, behind = about.words, about.behind
    plain = plainly_of(about)
    if plain is not None or about.number.unit == "条":
        return plain
    if "申请" in words or "公开" in words or "信息的" in words or "料的" in words:
        told = asked_once(about)
        if told:
            return told
    if about.words in _ONLY_SO_MANY and not about.behind and _asked_how_many(about):
        return [Told("requests.received", anywhere=True)]
    if about.number.unit == "次":
        return None
    if words in _MERE_COUNT and ("占" in about.lead or "%" in about.lead) and (share := _SHARED.fullmatch(about.lead)):
        what = _TAIL.sub("", _QUOTES.sub("", share["what"]))
        shared = (_RATES.get(what) or _told_by(what)) if of_those_counted(about) else None
        return [Told(shared, anywhere=True)] if shared else []
    if _NOT_ONE_LEFT.match(behind) or _OTHERS_SAY.match(words) or (words in _BARE_ANSWERS and _OTHERS_SAY.match(about.lead)):
        return []
    if words in _WHOLE and _IN_TIME_OF_ALL.match(behind) and about.is_of_requests() and whole_of(about.report) is None:
        return [Told("requests.received", anywhere=True), Told("requests.completed_on_time", anywhere=True)]
    if code := _when_closed(about) or _came(about):
        return [Told(code, anywhere=True)]
    if (SUM.fullmatch(words) or _OF_THE_YEAR.fullmatch(words) or _IN_ALL.fullmatch(words)) and (code := _sum_of(about)):
        return [Told(code, anywhere=True)]
    if "复" in words and len(_MANNERS.findall(about.number.sentence.text)) > 1 and _MANNERS.search(words + "1"):
        return []
    if _ANSWER.fullmatch(words) and of_those_counted(about):
        return _of_the_clause_before(about)
    if len(words) > _LEAST and _SHARE.search(words) and not _OTHER_MATTER.search(words):
        return sorted_of(about) or None
    return None


def _when_closed(about: About) -> str | None:
    """The code of what was closed: late, in time, or in all beside what was carried over."""
    words, behind = about.words, about.behind
    if "延" in behind and _DELAYED.match(behind) and not _NOT_DELAYED.search(behind) and of_those_counted(about):
        return "requests.completed_extended"
    if _IN_TIME.match(behind) and about.value() != whole_of(about.report) and of_those_counted(about):
        return "replies.total" if _is_all_but_carried(about) else "requests.completed_on_time"
    if _WITHIN.fullmatch(behind) and "办" in about.before[-_NEAR:] and of_those_counted(about):
        return "requests.completed_on_time" if about.value() != whole_of(about.report) else None
    handled = _HANDLED.fullmatch(words) and "结转" in about.number.sentence.text and not behind.strip("。")
    if handled and whole_of(about.report):
        return "requests.completed"
    if not words.strip("其中") and behind in _BARE_TIMES and "办" in about.before[-_NEAR:] and of_those_counted(about):
        return f"requests.completed_{_BARE_TIMES[behind]}"  # 85件都办了，其中80件按时
    timed = "办结" in about.before[-_NEAR:] or _TIMELY.search(about.lead)
    if words in _BARE_TIMES and about.is_of_requests() and timed:
        return f"requests.completed_{_BARE_TIMES[words]}"
    return None


def _is_all_but_carried(about: About) -> bool:
    """Whether answers in time are all there were, the rest going over into the next year: 9件已按期答复，1件结转下年办理."""
    told = [one["over"] for one in _CARRIED_OR_LATE.finditer(about.number.sentence.text)]
    return "办" not in about.behind and bool(told) and all(told) and all(one.code != "replies.total" for one in about.report)


def _came(about: About) -> str | None:
    """The code of requests received, where none were counted before: 今年的申请不多，只有2件; 14件申请均按规定办结."""
    if whole_of(about.report) is not None:
        return None
    few: object = about.words in _ONLY and "申请" in about.number.state.section.topics and _FEW_CAME.fullmatch(about.lead)
    few = few or ("信息的" in about.words and _CAME_FOR.fullmatch(about.words) and (about.is_of_requests() or _by_ways(about)))
    few = few or ((about.words in _ONLY or _OF_THE_YEAR.fullmatch(about.words)) and _FEW_PEOPLE.fullmatch(about.lead))
    if _BROUGHT.match(about.behind) and _SOME_CAME.fullmatch(about.words) and about.is_of_requests():
        return "requests.received"
    if "办" in about.words and _OWN_SEAT.fullmatch(about.words) and not _OTHERS_TOO.search(about.number.sentence.text):
        return "requests.received"
    few = few or ("公开的" in about.words and _WANTS_IT.fullmatch(about.words) and _OF_LETTERS.search(about.before))
    all_of_them = about.words in _CAME and _ALL_OF_THEM.match(about.behind) and about.is_of_requests()
    return "requests.received" if few or all_of_them else None


_ONLY_SO_MANY = frozenset(("", "有", "共", "只有", "仅有", "一共", "就", "总共", "答", "共有"))
_HOW_MANY = re.compile(r"[^，,。；;]{0,12}(?:申请|来要|来问)[^，,。；;补助低保许可]{0,8}(?:几|多少)[回次件份人位起宗个]?")


def _asked_how_many(about: About) -> bool:
    """Whether a bare number answers the question right before it, how many requests came: 来申请过几件？3件."""
    asked = about.number.state.section.innermost.strip("？? ")
    return whole_of(about.report) is None and not about.before.strip() and _HOW_MANY.fullmatch(asked) is not None


def _by_ways(about: About) -> bool:
    """Whether what stands right behind a number says by which way some came: 来要信息的58件，走进窗口递表的33件."""
    text, end = about.number.sentence.text, about.number.hit.end
    following = hits(text[end : end + _NEXT_WAY])
    clause = text[end : end + following[0].start].strip("，,：:；其中") if following else ""
    return route_of(clause) is not None


_NEXT_WAY = 40
_PARTS = (
    "replies.granted", "replies.partially", "replies.already", "replies.nonexistent", "replies.not_this", "replies.amend",
    "replies.other", "applications.unavailable", "applications.not_processed", "applications.other", "applications.denied",
)


def _sum_of(about: About) -> str | None:
    """What a sum is of that the numbers right before it in its sentence add up to, or all the answers listed before."""
    said, value = about.before, about.value()
    alike = [hit for hit in hits(said) if hit.unit == about.number.hit.unit]
    before = [read_number(plain_number(said[hit.start : hit.end])).value for hit in alike]
    adds_up = len(before) > 1 and None not in before and sum(one or 0 for one in before) == value
    of_others = _OTHER_CASES.search(said) or _OTHER_MATTER.search(said) or _LETTERS.search(said)
    if adds_up and ("申请" in about.number.state.section.topics or ("公开申请" in said and not of_others)):
        last = {one.code for one in about.report if one.start >= about.number.sentence.start and one.label is None}
        if last <= {"requests.received"}:
            return "requests.received"
    if about.last.startswith("replies.") or (about.report and about.report[-1].code.startswith(("replies.", "applications.un"))):
        known = any(one.code in ("replies.total", "requests.completed") for one in about.report)
        parts = [value_of(one) or 0 for one in about.report if one.code.startswith(_PARTS) and not one.label]
        whole = whole_of(about.report)
        return "replies.total" if not known and whole is not None and value == whole >= sum(parts) > 0 else None
    return None


def _of_the_clause_before(about: About) -> list[Told] | None:
    """The answer that the clauses before 答复6件 name, up to the last number or semicolon."""
    said = _ENDED.split(about.before)[-1]
    counted = hits(said)
    clauses = _POINT.split(said[counted[-1].end if counted else 0 :])[:-1]
    if not clauses or counted or about.value() == whole_of(about.report):
        return None
    code = ending_of(clauses) if not any(_OTHER_MATTER.search(clause) for clause in clauses) else None
    if code is None or not code.startswith("replies.") or any(one.code == code for one in about.report):
        return None
    return [Told(code, anywhere=True)]


_LATE_TOO = re.compile(r"延[期长](?:答复)?[、和及与]|[、和及与](?:答复)?延[期长]")
"""制发延期、补正告知书2件: of two things."""


def _told_by(words: str) -> str | None:
    """The way or the answer that a phrase tells, or why it was refused; None where its parts tell of two."""
    answer = answer_of(words)
    code, of_kind = (answer, answer_of) if answer else (route_of(words), route_of)
    if code is None and "、" in words:
        kinds = {answer_of(part) for part in words.split("、") if part}
        return kinds.pop() if len(kinds) == 1 else None  # 给看、给复印的5份
    parts = {of_kind(part) for part in _JOINED.split(words)} if code else set()
    if len(parts - {None}) > 1 or _LATE_TOO.search(words):
        return None
    return reason_of(words) if code == "replies.refused" and _WHY.search(words) else code
