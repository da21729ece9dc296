"""Requests told so plainly that no wording may take their words for another count: 办理结果：5件予以公开, 已办82件."""

from __future__ import annotations

import re

from pipelines.wording.around import About, Told
from pipelines.wording.counts import hits
from pipelines.wording.lists.parts import value_of
from pipelines.wording.requests.counted import of_those_counted, whole_of
from pipelines.wording.requests.keywords import answer_of, ending_of, reason_of

_HEAD = (
    r"(?:(?:对)?(?:上述|以上|各类|所有)?(?:申请)?的?(?:答复|办理|处理)的?(?:结果|情况|意见|结论|类型|口径)(?:分别|依次|具体)?(?:为|是|如下|有)?"
    r"|(?:答复|分别|依次|其?结果)(?:为|是)|(?:公开)?申请的(?:答复|处理|办理))"
)
_HEADED = re.compile(rf"{_HEAD}[：:]?\s?(?P<rest>[^，,。；;：:]*)")
"""办理结果为：提供22件; 答复结果是：5件同意公开."""
_SIGNED = ("结果", "情况", "意见", "结论", "类型", "口径", "为", "是", "的答复", "的处理", "的办理")
_QUOTED = re.compile(
    r"(?:其中|、)*(?:作出|给予)?(?:答复|回复|结论)(?:为|是)?[“\"](?P<rest>[^”\"]{2,16})[”\"](?:答复|决定)?(?:的|有|共|者)*"
)
"""答复“公开”的86件."""
_FORM_OF_ANSWER = re.compile(r"(?:[^，,。；;\d《]{0,6})《(?P<rest>[^》]{2,12}?)(?:告知书|答复书|决定书|通知书)》(?:共|计|有)*")
"""出具《公开告知书》20份."""
_ALL = ("均", "都", "全", "皆")
_LATE = re.compile(
    r"(?:其中|[，、有])*(?:依法|按规定|经[^，,；;\d]{0,8}?(?:批准|同意|审批)|履行[^，,；;\d]{0,8}手续)*(?:后)?(?:延长|顺延|延期)了?"
    r"(?:答复|办理|办结)?(?:的?(?:期限?|时限|时间))?(?:[之以]?后(?:才|再|予以)*(?:办结|办完|答复|办理|回复|完成))?(?:的|有|共|了)*"
)
"""依法延长答复期的5件, 2件经同意延长."""
_UNSETTLED = re.compile(r"[^。；;]{0,12}(?:尚|正在|未|仍|待|结转)")
_CLOSED = re.compile(
    r"(?:至年底|到年底|年内|全年|本年度?)?(?:已经|均已|都已|已|共|全部|实际|合计)*(?:办(?:了|好|妥)?|办完了?|处理(?:了|完)?)(?:的|有|共|计)*"
)
"""已办82件: closed, where as many came."""
_BY_TIME = re.compile(r"(?:其中|[，、])*(?:(?P<late>延期|超期经批准)|按时|按期|如期)办(?:理|的|了)*")
_FORMS = re.compile(
    r"(?:[^，,。；;\d]{0,6}(?:窗口|柜台|大厅|中心|镇里|局里|县里|乡里))?(?:[共只一总]?[共计]?)(?:收到|收|接到|接|受理)(?:了|的|过)*"
    r"(?:政府信息公开|信息公开|政府信息|书面|公开|纸质)*申请(?:表|书|单)(?:共|有|计)*"
    r"|(?:今年|全年|年内|一年[里来]?|本年度?|20\d\d年度?|1月?[-—–－~～至到]12月份?)*(?:一共|总共|共|合计|累计)*(?:收件|来件|接件|进件|递了|递来了?)(?:总?数)?(?:共|计|有|为)*"
    r"|(?:今年|全年|年内|一年[里来]?|本年度?)*(?:有人)?(?:上门|前来|来|到[镇乡局县]里?)?(?:[要问查讨]|索取|索要)(?:过|了)?(?:政府|公开|政务)*(?:信息|材料|资料)的(?:申请|人)?(?:一共|总共|共|只|仅|合计)*有?"
    r"|(?:[群公]众|村民|居民|市民|企业|社会|各界|大家)?(?:递|交|送|寄|提)(?:交|上|来|进|过|出)*的(?:政府信息公开|信息公开|书面|公开)*申请[表书]?(?:一共|总共|合计|共|只|仅|有|计)*"
    r"|(?:正式|真正|实际)*(?:填表|填单)(?:提出|来)?申请的?(?:人)?(?:一共|总共|共|只|仅|有|为)*"
    r"|(?:正式|真正|实际|书面)*(?:填写|填了?|递交|递上|提交|交来|送来)了?(?:书面|公开|信息公开)*申请(?:表|书)的?(?:申请|人)?(?:只|仅)?(?:有|为|共)*"
)
"""窗口收到申请表9份."""
_OF_OTHERS = re.compile("低保|救助|补助|补贴|许可|登记|建房|贷款|援助|审批|入党|就业|住房")
_TAKEN = frozenset("件了来共计有")
"""Ends of 收件, 递了, 递来了."""
_ANSWERED = re.compile(r"(?:全年|年内|今年)?(?:[共都]|一共|总共|先后)?(?:答|回|答复|回复)了")
_IN_ITEMS = re.compile(
    r"(?:(?:全年|本年度?|20\d\d年度?|年内)?(?:共|累计)?(?:收到|受理|接到|办理)(?:了)?(?:的)?)(?:政府)?信息公开申请(?:共|计|有)*"
)
"""受理政府信息公开申请3条: in the unit of information, but requests."""
_ON_REQUEST = re.compile(r"(?:全年|今年|年内|本年度?|20\d\d年度?|其中|[，、；;])*依申请公开")
_ANSWERS = re.compile(r"[不未](?:予|同意)?公开|部分公开|不存在|非政府信息|无法提供|不属")
"""收到20件，其中依申请公开11件、不予公开9件: what was given to those who asked."""
_BESIDE_CASES = re.compile(r"\s?[，,、；;]\s?(?:无|没有|未发生|发生|被申请)?(?:提起)?(?:行政)?(?:复议|诉讼)")
"""依申请公开4次，行政复议0次: the requests of a list that goes on with the cases."""
_OF = frozenset(("对", "就", "针对"))
_ITS_ANSWERS = re.compile(r"(?:公开)?申请的?(?:答复|办理|处理)(?:情况|结果)?(?:如下|为|是)?")
"""对4件申请的答复：1件…: what follows is counted, and not the answers."""
_ANSWERS_DIVIDED = re.compile(r"的?答复的?(?:分布|构成|类型|类别|结果|内容)(?:情况)?(?:如下|分?为|是)?")
"""199件的答复分布为：已主动公开，…23件: what follows divides the answers, and tells no story of them all."""
_FORBIDDEN = re.compile(
    r"(?:因|属于?|其中|[、，])*(?:国家)?(?:法律|法规|规章|条例)[^，,。；;\d]{0,12}(?:禁止|不得|不允许|不准)公开(?:的|情形|有|共)*"
)
"""法律、法规禁止公开的5件."""
_VISITS = frozenset(("来访", "来人", "来访者", "上门", "来人来访", "群众来访", "来访提交", "来访申请"))
_REST = frozenset(("", "有", "其中", "其中有", "其余", "另", "另有", "其他", "还有", "剩下", "余下"))
_IS_WHY = re.compile(r"\s?[）)]\s?(?:均|都)?(?:是|为|系|属于?|因|涉及)(?P<why>[^，,；;。、（）()\d]{2,24})")
_AMONG_REFUSED = re.compile(r"(?:不予公开|不同意公开|不公开|没有公开|未予公开)的?\s?\d{1,5}\s?[件份宗][当之]?[中里]")
"""不予公开的4件中，有3件涉及个人隐私."""
_REFUSED = re.compile(r"(?:不予|不同意|不|未予)(?:公开)?的?(?:主要)?(?:理由|原因|依据|事由)")


def plainly_of(about: About) -> list[Told] | None:
    """What a number of requests is by words that say no more than this; nothing if it is no figure; None if they say nothing."""
    words = about.words
    if about.behind.startswith("内容") and (answer := answer_of(words)) and answer_of(about.behind) not in (None, answer):
        return []  # 2件涉密，不予公开1件内容本机关未制作: a comma is missing
    if words.endswith("依申请公开") and not about.behind and _ON_REQUEST.fullmatch(words):
        if about.number.state.last and (whole := whole_of(about.claims)) and (about.value() or whole) < whole:
            divided = _ANSWERS.search(about.number.sentence.text, about.number.hit.end)
            return [Told("replies.granted", anywhere=True)] if divided else []
        counted = any(one.code in ("requests.received", "applications.new") for one in about.report)
        beside = not counted and _BESIDE_CASES.match(about.number.sentence.text, about.number.hit.end)
        return [Told("requests.received", anywhere=True)] if beside else None
    if about.number.unit == "条":
        if _IN_ITEMS.fullmatch(words):
            return [Told("requests.received", anywhere=True)]
        answer = answer_of(words) if words.endswith("公开申请") and of_those_counted(about) else None
        return [Told(answer, anywhere=True)] if answer else None
    if "公开" in words and _FORBIDDEN.fullmatch(words) and _REFUSED.search(about.before):
        return [Told("replies.refused_other_legal", anywhere=True)]
    if words in _OF and _ITS_ANSWERS.fullmatch(about.behind):
        return []
    if not words and "答复" in about.behind and _ANSWERS_DIVIDED.fullmatch(about.behind) and about.is_of_requests():
        return None if any(one.code == "replies.total" for one in about.report) else [Told("replies.total", anywhere=True)]
    if "答" in words or "书》" in words or words[-1:] in "为是" or "结" in words or words.startswith(("依次", "分别")):
        told = _listed(about)
        if told:
            return told
    if about.number.zero or not about.is_of_requests():
        return _of_forms(about) if "申请" in words else None
    if _ANSWERED.fullmatch(words) and not about.behind and about.value() == whole_of(about.report):
        return None if any(one.code == "replies.total" for one in about.report) else [Told("replies.total", anywhere=True)]
    code = _closed(about) or _why(about) or _of_lead(about)
    if code is None and words in _VISITS and about.last.startswith("requests.received"):
        code = "requests.received_in_person"
    if code:
        return [Told(code, anywhere=True)] if all(one.code != code for one in about.report) else None
    return _of_forms(about) if "申请" in words or words[-1:] in _TAKEN else None


def _listed(about: About) -> list[Told] | None:
    """The first answer of a list that a head opens, which is not the head's own count: 办理结果为：提供22件."""
    headed = _QUOTED.fullmatch(about.words) if "“" in about.words or '"' in about.words else None
    if headed is None and "书》" in about.words:
        headed = _FORM_OF_ANSWER.fullmatch(about.words)
    if headed is None and any(sign in about.words for sign in _SIGNED):
        headed = _HEADED.fullmatch(about.words)
    if headed is None or not of_those_counted(about):
        return None
    phrase = headed["rest"] or about.behind
    if phrase.startswith(_ALL):
        return None
    code = answer_of(phrase.removesuffix("的"))
    if code is None or any(one.code == code for one in about.report):
        return None
    return [Told(code, anywhere=True)]


def _closed(about: About) -> str | None:
    """The code of what was closed, late or in all."""
    words, text = about.words, about.number.sentence.text
    if "延" in words + about.behind and (_LATE.fullmatch(words) or (not words and _LATE.fullmatch(about.behind))):
        late = of_those_counted(about) and not _UNSETTLED.match(text, about.number.hit.end)
        return "requests.completed_extended" if late else None
    if "办" not in words and "处理" not in words:
        return None
    timed = _BY_TIME.fullmatch(words)
    if timed and of_those_counted(about):
        return "requests.completed_extended" if timed["late"] else "requests.completed_on_time"
    return "requests.completed" if _CLOSED.fullmatch(words) and not about.behind and of_those_counted(about) else None


_SUMS = frozenset(("", "共", "共有", "计", "共计", "有", "合计"))
"""申请内容非政府信息，共2件: of what the clause before names."""
_NEXT = ("；", ";", "。", "，", ",", "")
_STARTS = re.compile(r"[；;。：:—]")
_STORIES = ("尚", "正在", "结转", "撤回", "咨询", "许可", "复议", "诉讼", "比上", "同比", "增")


def _of_lead(about: About) -> str | None:
    """The answer that the clauses right before a bare number tell, in a list of such: 不归本机关，指明去处，6件；."""
    text, end = about.number.sentence.text, about.number.hit.end
    said = about.before.rstrip()
    said = said.removesuffix(about.words) if about.words in _SUMS else said
    if not said.endswith(("，", ",")) or (about.words not in _SUMS and not said[:-1].endswith(about.words)):
        return None
    if text[end : end + 1] not in _NEXT or not of_those_counted(about):
        return None
    counted = hits(said)
    begin = counted[-1].end if counted else 0
    start = max((mark.end() for mark in _STARTS.finditer(said, begin)), default=begin if not begin else -1)
    if start < 0 or len(said) - start > _LONG or any(word in said[start:] for word in _STORIES):
        return None
    clauses = [clause for clause in re.split(r"[，,]", said[start:]) if clause.strip()]
    code = ending_of(clauses) if clauses else None
    return code if code and code.startswith("replies.") else None


_LONG = 40


def _why(about: About) -> str | None:
    """Why so many were refused, where the reason stands behind: 其余5件为法律规定的其他情形, 一半（5件）是商业秘密."""
    before = about.before
    refused = about.words.endswith("的") and answer_of(about.words.removesuffix("的")) == "replies.refused"
    again = refused and any(one.code == "replies.refused" for one in about.report)  # 不给的九件里，5件涉及别人的隐私
    if not (again or about.last.startswith("replies.refused") or _REFUSED.search(before) or _AMONG_REFUSED.search(before)):
        return None
    told = _IS_WHY.match(about.number.sentence.text, about.number.hit.end)
    if told and before.rstrip("（(").endswith(("半", "数", "分", "个别")):
        return reason_of(told["why"])
    if (again or about.words in _REST) and about.behind[:1] in ("为", "是", "属", "因", "系", "涉", "碰", "牵", "触", "含", "带"):
        return reason_of(about.behind)
    if about.words in ("其他", "其它") and about.last.startswith("replies.refused_") and not about.behind.strip("、"):
        return "replies.refused_other_legal" if _makes_up_refused(about) else None
    return None


def _makes_up_refused(about: About) -> bool:
    """Whether a number is all that is left of the refusals beside those whose reasons were counted."""
    refused = next((one for one in reversed(about.report) if one.code == "replies.refused" and not one.label), None)
    told = [value_of(one) or 0 for one in about.report if one.code.startswith("replies.refused_")]
    value = about.value()
    return refused is not None and value is not None and sum(told) + value == value_of(refused)


def _of_forms(about: About) -> list[Told] | None:
    """The requests received as filled forms, where none were counted before."""
    if not _FORMS.fullmatch(about.words) or about.number.state.foreign:
        return None
    if "申请" not in about.number.state.section.topics and not (about.is_unopposed() and not _OF_OTHERS.search(about.before)):
        return None
    counted = any(one.code in ("requests.received", "applications.new") for one in about.report)
    return None if counted else [Told("requests.received", anywhere=True)]
