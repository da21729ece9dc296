"""What requests, cases and staff came to, told in words: 均为信函申请, 全部同意公开, 1件要求公开他人信息，不予公开."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipelines.numbers import read_number
from pipelines.wording.claims import Claim, amount_of, plain_number
from pipelines.wording.context import Number
from pipelines.wording.counts import hits
from pipelines.wording.evidence import STRANGE
from pipelines.wording.lists.parts import value_of
from pipelines.wording.requests.keywords import answer_of, ending_of, route_of
from pipelines.wording.requests.other_matters import for_several_reasons
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import spelled

ROUTES = {
    "当面": "requests.received_in_person", "传真": "requests.received_fax", "信函": "requests.received_letter",
    "网络申请": "requests.received_online", "网站": "requests.received_online",
}  # fmt: skip
ANSWERS = {
    "同意公开": "replies.granted", "部分公开": "replies.partially_granted", "不同意公开": "replies.refused",
    "信息不存在": "replies.nonexistent", "非本机关": "replies.not_this_agency", "已主动公开": "replies.already_public",
    "补正": "replies.amendment_requested", "其他途径": "replies.other_channel",
    "非政府信息": "replies.refused_not_government_information",
}  # fmt: skip
_POSTS = {"专职": "staff.full_time", "兼职": "staff.part_time"}
RESULTS = {"维持": "upheld", "纠错": "corrected", "其他结果": "other"}
_COUNTED = ("requests.received", "requests.completed", "replies.total")
_DONE = {"按时办结": "requests.completed_on_time", "延期办结": "requests.completed_extended"}
_BASES = (*_COUNTED, "applications.new", "staff.total", "review.total", "litigation.total")
ALL = re.compile(
    r"(?:年内|年底前|当年|全年|(?:截至|到)?年底)?(?:[^，,。；;\d]{0,8}(?:政府|法院|局|机关|机构|厅|院))?(?:[^，,。；;\d]{0,2}结果|最终|经审理后?|一审|二审|终审|经研究|原告|申请人|当事人|起诉人|以上|上述|(?:对)?(?:以上|上述|这些|所有|全部|各项|各类|收到的|受理的|来件中的)?(?:政府信息|信息)?(?:公开)?申请(?:件|事项)?|所?申请的?(?:政府)?(?:信息|内容|材料|事项)|(?:申请|提交|提出|受理)?(?:的)?(?:方式|渠道|途径|形式))?"
    r"(?:已经?|现已|业已)?(?:均|都|全部|皆|全都|全是|全(?=[为系属由以走])|一律|件件|且件件|宗宗|悉数|全数|如数|清一色|一概|统统)"
)
"""Begins a clause on all of those just counted; a court or a government may be its subject."""
_PEOPLE = re.compile(
    r"^(?:[两三四五六七八九十]{1,2}|\d{1,3})项(?:申请)?(?=[均都全皆已])"
    r"|^(?:申请人?|提交|提出|递交|来件)的?(?:方式|渠道|途径|形式)(?=均|都|全|皆|一律|清一色)"
    r"|^(?:政务公开|信息公开)?(?:工作人员|人员|同志|干部|申请人?)"
)
_CLAUSE = re.compile(r"[^，,。；;：:（）()]+")
_DENIES = re.compile(r"[未没无不非]")
_GLOSS = re.compile(r"[（(](?![均都全皆])([^（）()\d，,。；;、]{1,6})[）)]")
"""均为书面（信函）申请: the bracket says the same again."""
_NEAR, _UNREAD, _LONGEST, _FEW = 90, 10, 40, 2
_ANSWERED = re.compile(r"(?:公开|提供)(?:的)?(?:答复|回复)$")
"""3件申请全部予以公开答复: all of them were answered as well."""
_POINTS = "，,；;。：:（） "
_STORY = re.compile(
    r"(?:企业|公司|村民|居民|公民|群众|市民|农民|学生|律师|个人|商户|业主|记者|合作社|其中|中|另|另外|还|剩余|余下|其余|其他|其它|还有|有|的|另有|，|：|:|、|\s)*"
)
_ASKER = re.compile(r"(?:企业|公司|村民|居民|公民|律师|记者|学生|商户|合作社)$")
REPLIED = re.compile(r"答复|回复|解答|办结|办理|告知|反馈|送达|邮寄给")
_OTHERS = re.compile(r"投诉|举报|信访|咨询|来电|热线|留言|案件|纠纷|复议|诉讼|许可|建议|提案")
"""What else is told one by one."""
_END = re.compile(r"[；;。]")


_OF_ALL = re.compile("均|都|皆|全(?=[部都数是为系属由以走])|一律|件件|宗宗|例外|悉数|如数|清一色|一概|统统")
"""What every clause on all of them has; 全年 is no such word."""


def told_of_all(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of what all those counted last were: the way they came, the answer they got, the post they hold."""
    if not _OF_ALL.search(sentence.text):
        return []
    text = sentence.text
    text = text.replace("无一例外", "均均均均") if "例外" in text else text
    text = _GLOSS.sub(" \\1 ", text) if "（" in text or "(" in text else text
    found: list[Claim] = []
    for clause in _CLAUSE.finditer(text):
        if not _OF_ALL.search(clause.group()):
            continue
        counted = hits(clause.group())
        begin = clause.start() + (counted[-1].end if counted else 0)
        words = _PEOPLE.sub("", text[begin : clause.end()])  # 3名工作人员全部为兼职
        if len(words) > _LONGEST or not ALL.match(words) or ("除" in text and _EXCEPT.search(text, 0, begin)):
            continue
        both = _of_both(sentence, begin, claims) if "结转" in text else None
        base = both or _base(sentence, begin, claims)
        code = _code_of(words, base.code) if base is not None else None
        if base is None or code is None or any(claim.code == code for claim in (*claims, *found)):
            continue
        if code in _WHOLES_OF_ALL and base.code == "requests.received" and _some_came_before(claims):
            continue
        if code in ANSWERS.values() and _is_of_a_part(sentence, clause.start(), base):
            continue
        if code in ANSWERS.values() and _sorted_out(sentence, begin, base, claims):
            continue
        if code in _WHOLES and counted and not _alike(clause.group()[counted[-1].start : counted[-1].end], base.raw):
            continue  # 未予受理3件，其余60件均依法答复
        if code in _WHOLES and not counted and not both and not _DIVIDED.match(text, clause.end()):
            continue  # 已全部答复 states no figure, but where it is divided
        if code in ANSWERS.values() and _ANSWERED.search(words) and not any(claim.code == "replies.total" for claim in claims):
            found.append(Claim("replies.total", base.start, base.end, base.unit, base.raw, weak=True, said=base.said))
        if code == "requests.completed_on_time":
            if "办" not in words and _REPLIES.search(words):
                if counted or _DIVIDED.match(text, clause.end()):
                    found += _all_answered(base, claims)  # 均按时答复: told of the answers
                continue
            if not any(claim.code == "requests.completed" for claim in claims):
                found.append(Claim("requests.completed", base.start, base.end, base.unit, base.raw, weak=True, said=base.said))
        found.append(Claim(code, base.start, base.end, base.unit, base.raw, weak=base.weak, said=base.said))
    return found


def _is_of_a_part(sentence: Sentence, at: int, base: Claim) -> bool:
    """Whether a clause in brackets is said of the number right before it, another than the base: 3件未提供（均为信息不存在）."""
    before = sentence.text[:at].rstrip("（( ")
    counted = hits(before)
    if not counted or sentence.text[len(before) : at].strip() not in ("（", "("):
        return False
    return sentence.start + counted[-1].start != base.start and "，" not in before[counted[-1].end :]


def _sorted_out(sentence: Sentence, at: int, base: Claim, claims: Sequence[Claim]) -> bool:
    """Whether some of those counted were told apart before, as no requests or as answered: 其中8件为查档，另3件全部同意公开."""
    ways = {claim.start for claim in claims if claim.code.startswith(("requests.", "applications."))}
    between = (hit for hit in hits(sentence.text[:at]) if sentence.start + hit.start > base.start and hit.unit == base.unit)
    return any(sentence.start + hit.start not in ways for hit in between)


_ALL_DONE = re.compile(
    r"(?:均|都|全部|悉数|一律)(?:[已在按依于予]|及时|如期|予以|作出|给予)[^，,：:\d]{0,16}(?:办结|[答回]复|办理|办完|办毕|处理)(?:完毕)?$"
)
"""全部按期办结：公开3件: of all of them, and not of the first kind."""


def tells_of_all(words: str) -> bool:
    """Whether words before a colon say what became of all requests, and are not the phrase of the first number behind it."""
    return words.endswith(("结", "复", "理", "完", "毕")) and _ALL_DONE.search(words) is not None


def _alike(one: str, other: str) -> bool:
    """Whether two printed numbers have one value."""
    return read_number(plain_number(one)).value == read_number(plain_number(other)).value


_WHOLES = ("replies.total", "requests.completed")
_WHOLES_OF_ALL = (*_WHOLES, "requests.completed_on_time")


def _of_both(sentence: Sentence, at: int, claims: Sequence[Claim]) -> Claim | None:
    """What there was to close in all, new and carried over, where it is counted right before: 上年结转1件，合计17件，全部办结."""
    counted = hits(sentence.text[:at])
    if not counted or sentence.text[counted[-1].end : at].strip("，,；; "):
        return None
    last = counted[-1]
    new = next((claim for claim in reversed(claims) if claim.code in ("requests.received", "applications.new")), None)
    carried = next((claim for claim in reversed(claims) if claim.code == "applications.carried_in"), None)
    raw = sentence.text[last.start : last.end]
    if new is None or carried is None or (value_of(new) or 0) + (value_of(carried) or 0) != read_number(plain_number(raw)).value:
        return None
    return Claim("requests.completed", sentence.start + last.start, sentence.start + last.end, last.unit, raw)


def _some_came_before(claims: Sequence[Claim]) -> bool:
    """Whether requests of the year before were carried over, so that those received are not all that were closed."""
    return any(claim.code == "applications.carried_in" and not claim.zero and claim.raw[:1] not in "0零〇" for claim in claims)


_DIVIDED = re.compile(r"[，,。；;：:—\s]{0,3}(?:其中|具体|分别|结果)|[：:]|——")
_REPLIES = re.compile("答复|回[复音话]")


def _all_answered(base: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """The claim that as many requests were answered as came, where nothing else counts the answers or what was carried over."""
    if base.code not in ("requests.received", "applications.new") or any(
        claim.code == "replies.total" or (claim.code == "applications.carried_in" and not claim.zero) for claim in claims
    ):
        return []
    return [Claim("replies.total", base.start, base.end, base.unit, base.raw, weak=True, said=base.said, judged=True)]


def _base(sentence: Sentence, at: int, claims: Sequence[Claim]) -> Claim | None:
    """The claim of those that a clause speaks of: the last count before it, parts of which alone may stand between."""
    here = sentence.start + at
    before = [claim for claim in claims if here - _NEAR <= claim.end <= here and not claim.zero and claim.label is None]
    base = next((claim for claim in sorted(before, key=lambda claim: -claim.start) if claim.code in _BASES), None)
    if base is None or not amount_of(base.raw):
        return None
    if base.code in _CAME:  # 收到申请9件，其中自然人7件；接受企业申请2件，均已办结
        whole = [one for one in before if one.code in _CAME and one.start >= sentence.start]
        base = max(whole, key=lambda one: amount_of(one.raw), default=base)
    printed = base.raw
    between = [hit for hit in hits(sentence.text[:at]) if sentence.start + hit.start >= base.end]
    between = [hit for hit in between if not _again(sentence.text, hit.start, hit.end, at, printed)]
    between = [hit for hit in between if not (hit.unit in "位名人" and _WHO_ASKED.match(sentence.text, hit.end))]
    between = [hit for hit in between if not _COMPARED.search(sentence.text[max(0, hit.start - 16) : hit.start])]
    routes = {claim.start for claim in claims if claim.code in ROUTES.values()}
    left = [hit for hit in between if sentence.start + hit.start not in routes]
    values = [amount_of(sentence.text[hit.start : hit.end]) for hit in left]
    told = len(left) > 1 and sum(values) == amount_of(printed)
    return base if told or not left else None  # 2件，一件查询林权，一件查询补偿，均予公开


_CAME = ("requests.received", "applications.new")
_WHO_ASKED = re.compile(
    r"(?:居民|村民|公民|群众|市民|申请人|职工|业主)?"
    r"(?:分别|先后|各自|共同)?(?:提出|提交|递交)(?:的)?(?=[，,；;])"
)
"""收到申请4件，系3位居民分别提出，均为信函."""
_EXCEPT = re.compile(r"除[^。；;]{1,24}外[，,]?\s?$")
"""除1件为网上提交外，均为当面递交: of those left, whose number is not printed."""
_COMPARED = re.compile(
    r"[，,（(]\s?(?:比|较|同|与|相比)于?(?:20\d\d年度?|上年度?|上一年度?|去年|前年)(?:同期)?的?"
    r"(?:(?:增[加长多]|减少|下降|多|少|上升)了?)?$"
)
"""收到34件，比2009年的41件有所下降，全部…"""


def _again(text: str, start: int, end: int, at: int, printed: str) -> bool:
    """Whether a number is the one counted before once more: 2件均予公开, 已审结2件，均…."""
    value = read_number(plain_number(text[start:end])).value
    same = value is not None and value == read_number(plain_number(printed)).value
    return same and ((value or 0) > _FEW or end == at or text[:start].endswith(("审结", "办结", "答复")))


_HANDLED = re.compile(r"转办|转交|交办|分办|流转|派发|送达")


def _code_of(words: str, base: str) -> str | None:
    plainly = ALL.sub("", words, count=1) if base in (*_COUNTED, "applications.new") else ""
    if plainly and (_DENIED.fullmatch(plainly) or _GIVEN.fullmatch(plainly)):
        return next(answers_of(plainly))  # 两个都没有同意, 都给看了
    said = spelled(words)
    unread = "".join(text for word, text in said if word == "~")
    family = base.partition(".")[0]
    if len(unread) > _UNREAD or _DENIES.search(unread) or STRANGE.search(unread):
        return _by_keywords(words) if base in _COUNTED or base == "applications.new" else None
    if base in _COUNTED or base == "applications.new":
        handled = (REPLIED.search(words) or _HANDLED.search(words)) and "申请" not in words
        ways = {} if handled else ROUTES  # 均当场答复, 全部在平台转办: how they were answered
        codes = {(ANSWERS | ways | _DONE).get(word) for word, _ in said}
    elif family == "staff":
        codes = {_POSTS.get(word) for word, _ in said}
    else:
        codes = {f"{family}.{RESULTS[word]}" if word in RESULTS else None for word, _ in said}
        if words.endswith(("为其他", "是其他", "属其他")):
            codes.add(f"{family}.other")
    known = codes - {None}
    if not known and (base in _COUNTED or base == "applications.new"):
        return _by_keywords(words)
    return known.pop() if len(known) == 1 else None


_CLOSED = re.compile(
    r"(?:已经?|现已|依法|依规|依法依规|按规定|按要求|认真|妥善|得到|作了|予以|并|有了?)*"
    r"(?P<time>(?:(?:按时|按期|如期|及时|提前|限[期时]|在?(?:法定|规定|承诺)?的?(?:期限|时限|时间|\d{1,2}个工作日)(?:以|之)?内)(?:的)?)*)"
    r"(?:依法|作出|做出|作了|予以|给予|得到|进行)?(?:了|书面|正式|妥善)*(?P<done>答复|回[复音话]|办结|办毕|办完|办(?=了)|办理完[毕结成]?|处理完毕|结案)?(?:并)?(?:答复|回复)?(?:完毕|完成|到位)?(?:了|申请人|的)*"
)
"""Begins after 均, 全部: 按时办结, 已依法作出答复."""


def _by_keywords(words: str) -> str | None:
    """The way or the answer that a clause on all requests tells in words of its own: 均由本人到镇政府递交."""
    rest = ALL.sub("", words, count=1)
    closed = _CLOSED.fullmatch(rest)
    if closed and (closed["time"] or closed["done"]):
        answered = _REPLIES.search(rest) is not None and "办" not in rest
        return "replies.total" if answered else "requests.completed_on_time" if closed["time"] else "requests.completed"
    return answer_of(rest) if REPLIED.search(rest) or _HANDLED.search(rest) else route_of(rest) or answer_of(rest)


_WHOM = r"(?:[他她其]们?|申请人|对方|人家|本人|村民|居民)?"
_GIVEN = re.compile(
    r"(?:已经?|就|便|也|第[二三四五六七八九十]{1,2}天|隔天|次日|过了?[两几一二三四五]天|当场|当天|当日|很快|马上|随即|随后|后来|按规定|依法|[镇乡局][里上]?|街道|我们)*"
    rf"(?:(?:同意|答应)(?:给|公开|提供)?{_WHOM}了?|(?:复印|提供|寄|拿|打印|抄|交|送)?给{_WHOM}(?:看|查|复印|提供|公开|寄|查阅|抄)?了"
    rf"|(?:予以|给予)(?:公开|提供)了?|(?:公开|提供)了|(?:复印|打印|抄|交|寄|送|拷)?给了{_WHOM}(?:看|一份|复印件|材料)?|给{_WHOM}[看查]|作了公开|如实提供|准予查阅)"
)
_DENIED = re.compile(
    rf"[^，,没未不]{{0,8}}(?:没有?|未|不)(?:能|予以?|同意|答应|给予|肯|便|宜)*(?:公开|提供|同意|给|让)(?:给)?{_WHOM}[看查]?的?了?"
    rf"|[^，,]{{0,6}}(?:拒绝|回绝|婉拒)(?:公开|提供)?{_WHOM}了?"
)
_ASK_THEM = re.compile(
    r"(?:告知|告诉|建议|指引|引导|请|让|叫)(?:[他她其]们?|申请人|对方|当事人)?(?:可以?|应)?[向到去][^，,；;。信访]{1,12}(?:局|委|办|厅|部门|政府|单位|机关"
    r"|街道|镇|乡|馆|中心|站|所)(?:另行|提出|去)*(?:申请|咨询|查询|了解|查阅|提出)"
)
"""告知其向县林业局申请."""


def answers_of(clause: str) -> Iterator[str]:
    """The answers that one clause names, in the words of the forms or in plain ones (给看了, 没有同意给)."""
    if _DENIED.fullmatch(clause):
        yield "replies.refused"
    elif _GIVEN.fullmatch(clause):
        yield "replies.granted"
    elif _ASK_THEM.search(clause):
        yield "replies.not_this_agency"
    else:
        yield from (ANSWERS[word] for word, _ in spelled(clause) if word in ANSWERS)


_COPIES = ("复印", "打印", "拷贝", "抄录", "复印了", "打印了")
"""复印一份寄给了他: a copy, and no other request."""


def told_of_one(number: Number, claims: Sequence[Claim]) -> str | None:
    """The code of the answer that a few requests got, told behind their number: 1件要求公开合同，予以公开."""
    text, at = number.sentence.text, number.hit.end
    if number.unit not in "件份宗起例项条人名位" or not _STORY.fullmatch(number.words):
        return None
    if text.startswith("因", at) and for_several_reasons(text):
        return None
    apart = not text[at : at + 1].strip("，,；;。）")
    if apart and not (_ASKER.search(number.words) and text[at : at + 1] == "，" and not ALL.match(text, at + 1)):
        return None  # 公司1件，因该信息不存在予以告知
    received = next((claim for claim in reversed(claims) if claim.code in ("requests.received", "applications.new")), None)
    value = read_number(plain_number(text[number.hit.start : at])).value
    if received is None or value is None or value > amount_of(received.raw):
        return None
    behind = text[at:]
    following = next((hit.start for hit in hits(behind) if not behind.endswith(_COPIES, 0, hit.start)), len(text))
    end = _END.search(text, at)
    stop = min(end.start() if end else len(text), at + following)
    clauses = [clause.group() for clause in _CLAUSE.finditer(text, at, stop)]
    if clauses and stop == at + following < len(text) and text[stop - 1] not in _POINTS:
        del clauses[-1]  # 9件都给了答复，给予公开的7件: the next number's
    told = [clause for at, clause in enumerate(clauses) if not (at and ALL.match(clause))]  # 7件都是到场填写的
    first = clauses.pop(0) if clauses else ""
    other = _OTHERS.search(first)
    if [word for word, _ in spelled(first) if word] == ["信息不存在"]:
        return ANSWERS["信息不存在"]  # 1件镇里没有这个材料，跟人家解释清楚了
    clauses = [clause for clause in clauses if not ALL.match(clause)]  # 1名写信寄来，都作了答复: of all
    codes = {code for clause in clauses for code in answers_of(clause)}
    if other and codes != {ANSWERS["非政府信息"]}:
        elsewhere = ANSWERS["其他途径"]  # 1件为信访事项，告知其通过信访渠道反映
        return elsewhere if not codes - {elsewhere} and ending_of(told) == elsewhere else None  # 2件实为咨询，不是政府信息
    return codes.pop() if len(codes) == 1 else None if codes else ending_of(told)
