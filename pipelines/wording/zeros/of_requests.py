"""Zeros of requests told beside others: 传真没有 behind counted ways, 因此没有答复, 没有以商业秘密为由不予公开的."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim
from pipelines.wording.cue import led
from pipelines.wording.requests.asking import HEADED_BY_WHOM
from pipelines.wording.requests.keywords import REASONS, route_of
from pipelines.wording.requests.told import ANSWERS
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import spelled

_NONE = r"(?:件|申请|方式|渠道|的)*(?:[都均也则]|为)*(?:没有|为零|为0|是零|是0|零|0|无|空缺|空白)(?:人|一件|件)?"
_NO_WAY = re.compile(rf"(?P<way>[^\d，,。；;、]{{2,8}}?){_NONE}$")
_CLAUSE = re.compile(r"[^，,。；;（）()、]+")
_NO_ANSWER = re.compile(
    r"(?:因此|因而|所以|故|自然|当然|亦|也|便|就|更|则)*(?:没有?|无|零|未作?|未有|不存在|谈不上)(?:需要?|任何|发生|产生|作出)*(?P<what>答复|回复|办结|办理|答复件|办结件)(?:的)?(?:件|情况|申请|情形|事项)?"
)
_COUNTED_NONE = re.compile(
    r"(?:共|全年|年内)*(?:申请)?(?P<what>答复|回复|办结|办理)(?:总?[数量]|情况)?"
    r"(?:(?:为|是)?(?:0|零|〇)\s?[件份宗项]|[：:]\s?(?:[均都]?(?:无|没有|为零)|(?:0|零|〇)\s?[件份宗项]?))"
)
_CODES = {"答": "replies.total", "回": "replies.total", "办": "requests.completed"}
_NO_REASON = re.compile(
    r"(?:没有|无|未)(?:发生|出现)?(?:以|因)(?P<why>[^，,。；;\d]{4,40}?)"
    r"(?:为由|为理由|等原因|等理由|的原因)?而?(?:不予公开|拒绝公开|不公开)的?(?:情形|情况|申请|现象)?"
)
"""没有以国家秘密、商业秘密为由不予公开的情形."""
_JOINED = re.compile(r"[、和或与]|(?<!涉)及")


_SIGNED = led("没未无零〇0空不谈", r"[没未无零〇]|(?<!\d)0|空[缺白]|不存在|谈不上")
"""No clause read here is without it."""


def none_of_requests(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The zeros of ways, answers and reasons that a sentence tells where the table of denials has no such words."""
    text = sentence.text
    if sentence.section.hotline or not _SIGNED.search(text):
        return []
    headed = "申请" in sentence.section.topics or _OPENS.match(text) is not None
    if not (headed or _just_told(sentence, claims)):
        return []
    came = _none_came(text) if headed else []
    if not came and _NOBODY.fullmatch(text) and HEADED_BY_WHOM.fullmatch(sentence.section.innermost):
        came = [("requests.received", 0, len(text))]
    if came:
        claims = [*claims, Claim(came[0][0], sentence.start, sentence.start, "", "0", zero=True)]
    start = sentence.start
    found = [*came, *_no_such_answers(text), *_none_refused(text), *_denied_ways(text), *_ways(text, start, claims)]
    found += [*_answers(text, start, claims), *_reasons(text), *_no_reason_beside(text, start, claims)]
    known = {claim.code for claim in claims if claim.end > claim.start}
    return [
        Claim(code, start + begin, start + end, "", text[begin:end], zero=True)
        for code, begin, end in found
        if code not in known
    ]


_OPENS = re.compile(r"(?:关于|至于|说到)?(?:依)?申请公开(?:这一?[块项]|这[件个]事|方面|上|工作|情况|的)?[，,：:]")
"""申请公开这一块，全年一件也没有收到: what a sentence opens with, as a heading would."""
_NONE_CAME = re.compile(
    r"(?:全年|今年|一年下来|年内)*一[件份宗个]?也?(?:没有?|未)(?:收到|接到|有)(?:过)?$"
    r"|(?:窗口|受理点|受理台)[^，,。；;\d]{0,6}(?:没有?|未曾?|从未)(?:开|发)过?[张市]$"
    r"|(?:[^，,。；;\d]{0,8}申请(?:公开)?(?:方面)?)?(?:零|无)(?:受理|收件|接收)$"
    r"|(?:目前|至今|迄今|年内|全年|尚|还|均|暂时?|从|并)*(?:未|没有?)(?:曾)?(?:收到|接到|接获|受理)(?:过|任何|一[件份宗])*[此这该][类种](?:的)?(?:申请|要求|请求|来件)$"
    r"|(?:未|没有?|无)(?:曾)?(?:收到|接到|接获|受理)(?:过|任何|一[件份宗个])*(?:要求|请求)$"
    r"|[^，,。；;\d]{0,12}(?:未|没有?)(?:收到|接到)(?:过|任何)*(?:要求|请求|申请)(?:公开|获取)(?:政府)?信息的"
    r"(?:(?:书面|口头|当面|现场|信函|传真|网[上络]|电子|邮件)*(?:申请|要求|请求)[或和、及与]?){1,4}$"
    r"|[^，,。；;\d]{0,12}(?:无|没有)(?:依法|依规|正式|书面|有效|任何)*(?:申请公开|公开申请)[件案]$"
    r"|(?<!有)没有?(?:一个|一位|任何)?(?:人|群众|村民|居民|公民|单位|企业|谁)"
    r"[^，,。；;\d许审低]{0,8}?(?:来|到|向|提)[^，,。；;\d许审低]{0,12}?申请[^，,。；;\d]{0,8}$"
)
"""依申请公开零受理, 没有群众来街道申请过公开."""


_NOBODY = re.compile(
    r"(?:今年|全年|本年度?|一年下来)?(?:一[个位]|一?人)?(?:也|都|还)*(?:是)?没有?(?:人)?(?:来|来过|申请|申请过)?[。；;]?"
)
"""Under a heading that asks who came: 没有, 一个也没有."""


def _none_came(text: str) -> list[tuple[str, int, int]]:
    """The requests that nobody made, in one clause; 尚未接到要求 says so behind words on requests alone."""
    told = next((clause for clause in _CLAUSE.finditer(text) if _NONE_CAME.search(clause.group())), None)
    if told is None or (_BARE.search(told.group()) and not _ON_REQUESTS.search(text[: told.end()])):
        return []
    return [("requests.received", *told.span())]


_BARE = re.compile(r"(?<![此这该][类种])(?<![此这该][类种]的)(?:要求|请求)$")
_ON_REQUESTS = re.compile(r"^(?!.*(?:收费|减免|费用|复议|诉|举报|上级)).*申请")


_NONE_REFUSED = re.compile(
    r"(?:拒绝|不予|不同意|不|未)(?:公开|提供)的(?:申请|情形|情况|答复)?(?:自然|当然|也|便|就|都|均|同样|则)*(?:没有|为零|是零|为0|是0)(?=[，,。；;]|$)"
    r"|(?:没有|未)(?:作出|做出|出具|下达)过?(?:任何|一件)?(?:不予|不同意|拒绝)公开的?(?:政府信息)?(?:决定|答复|告知|意见|申请)书?(?=[，,。；;]|$)"
    r"|(?:没有|未)(?:拒绝|回绝|驳回)(?:过)(?:谁|任何人|一个人|一人|任何申请|申请人?|一件|人)?(?=[，,。；;]|$)"
)
"""拒绝公开的自然也没有, 没有拒绝过谁."""


_FOR_A_REASON = re.compile(r"(?:密|隐私|安全|稳定|因|原因|由于)[^，,。；;]{0,4}$")
_OF_REFUSALS = ("拒", "公开的", "公开决", "公开答", "提供的", "回")


def _none_refused(text: str) -> list[tuple[str, int, int]]:
    """The refusals that never were, told behind other zeros or of people."""
    told = _NONE_REFUSED.search(text) if any(sign in text for sign in _OF_REFUSALS) else None
    if told and _FOR_A_REASON.search(text, 0, told.start()):
        return []  # 涉密不公开的没有
    return [("replies.refused", *told.span())] if told else []


_DENIED_WAYS = re.compile(
    r"(?:没有|未有|没|无|未)(?:人|收到|接到|任何|一个|一[件份宗](?:申请)?(?:是|系|为)?|有人|出现|谁|通过|采用|以|用)*"
    r"(?P<ways>(?:当面|现场|书面|传真|网[络上站]|在线|信函|邮寄|邮件|来信|信件|上门|窗口|电子邮件)[^\d，,。；;]{0,24}?)"
    r"(?:等?(?:方式|渠道|途径|形式))?(?:来|前来)?(?:提出|提交|递交|送交|寄来|发来|来)?的?(?:信息公开|公开)?(?:申请|的)?(?=[，,。；;）)]|$)"
)
"""未有传真, 无人当面或以传真方式申请, 既没有收到当面、传真申请，也没有收到网络、信函申请."""
_SOME_WAYS = range(1, 4)
"""Who denies all four denies the requests."""
_ONLY_A_WAY = re.compile(
    r"(?:以|用|通过|采用)?(?:当面|现场|传真|网[络上站]|在线|信函|邮寄|邮件|来信|信件|上门|窗口|电子邮件)(?:申请|递交|提交|提出|方式|形式|途径|渠道|来|的|件)*"
)


def _denied_ways(text: str) -> list[tuple[str, int, int]]:
    """The ways that a clause says nobody took, where it names nothing else."""
    found = []
    for told in _DENIED_WAYS.finditer(text):
        parts = [part for part in _JOINED.split(told["ways"]) if part]
        ways = [route_of(part) if _ONLY_A_WAY.fullmatch(part) else None for part in parts]
        found += [(code, *told.span()) for code in ways if code] if all(ways) and len(set(ways)) in _SOME_WAYS else []
    return found[:4]


def _just_told(sentence: Sentence, claims: Sequence[Claim]) -> bool:
    """Whether the same sentence has counted requests, or said that there were none."""
    return any(one.start >= sentence.start and one.code in ("requests.received", "applications.new") for one in claims[-4:])


_SEVERAL = re.compile(
    r"(?:^|(?<=[，,。；;：:]))(?P<ways>[^，,。；;：:\d]{4,24}?)(?:等|渠道|方式|途径|形式|申请)*"
    r"[均都皆](?:无|没有|未收到|没收到)人?(?:收到|提出|提交)?的?申请(?=[，,。；;]|$)"
)


def _ways(text: str, start: int, claims: Sequence[Claim]) -> list[tuple[str, int, int]]:
    """The ways that a clause denies, right among counted ones or several together: 信函17件、网络8件、传真没有."""
    several = _SEVERAL.search(text) if "申请" in text and "、" in text else None
    named = [route_of(part) for part in _JOINED.split(several["ways"])] if several else []
    if several and all(named):
        return [(code, *several.span()) for code in named if code]
    if not any(one.start >= start and one.code.startswith("requests.received") and not one.zero for one in claims):
        return []
    found = []
    for clause in _CLAUSE.finditer(text):
        told = _NO_WAY.fullmatch(clause.group().strip())
        code = route_of(told["way"]) if told else None
        if code is None and "传真" in clause.group() and _SILENT_FAX.fullmatch(clause.group().strip()):
            code = "requests.received_fax"
        if code:
            found.append((code, *clause.span()))
    return found


_SILENT_FAX = re.compile(
    r"(?:那台|这台|镇里的?|局里的?)?传真机?(?:一整?年|全年|今年|整年|一年下来)?[里都也一]*(?:没有?|未|从没|从未)(?:响|用|收到?|动|启用|开|派上用场|来)(?:过|到)?"
)
"""传真机一年没响过."""


def _answers(text: str, start: int, claims: Sequence[Claim]) -> list[tuple[str, int, int]]:
    """The answers and closings that were none, where no request came: 因此没有答复, 办理0件."""
    received = next((one for one in reversed(claims) if one.code in ("requests.received", "applications.new")), None)
    if received is None or not (received.zero or received.raw.startswith(("0", "零", "〇"))):
        return []
    found = []
    for clause in _CLAUSE.finditer(text):
        words = clause.group().strip()
        told = _NO_ANSWER.fullmatch(words) or _COUNTED_NONE.fullmatch(words)
        if told:
            found.append((_CODES[told["what"][0]], *clause.span()))
    return found


_NO_SUCH = re.compile(
    r"(?:没有|未出现|未发生|未有|未作出|无|不存在)(?:出现|发生|作出)?(?:任何|一?[件份宗例](?:申请)?(?:是|系|属于|被)?)?"
    r"(?P<what>[^，,。；;\d]{4,40}?)(?:的(?:情形|情况|现象|申请|答复|件)?|情形|情况|现象|申请)(?=[，,。；;]|$)"
    r"|(?:没有|无)一[件份宗例](?:申请)?(?:是|系|属于|被|需要?|经)?(?P<one>[^，,。；;\d的]{4,12})(?=[，,。；;]|$)"
    r"|(?:^|(?<=[，,。；;：:]))(?P<first>[^，,。；;：:\d、]{4,16}?)的(?:申请|情形|情况|件)?(?:[均都也则]|目前|全年|一件也)*"
    r"(?:没有|为零|是零|为0|是0|未发生|未出现)(?=[，,。；;]|$)"
)
"""没有部分公开和不予公开的, 没有一件延期答复, 同意部分公开的没有."""
_ROWS = {**ANSWERS, "延期办结": "requests.completed_extended"}


_NOT_ONE_REFUSED = re.compile(
    r"(?:无|没有)[一1][件宗份例](?:申请)?(?:被|遭|是)?(?:拒绝|驳回|否决|不予公开|不公开)的?(?=[，,。；;]|$)"
)


def _no_such_answers(text: str) -> list[tuple[str, int, int]]:
    """The answers of which there was none: 未出现不予公开、信息不存在的情形; nothing where a word of them is unknown."""
    rejected = _NOT_ONE_REFUSED.search(text) if "一" in text or "1" in text else None
    if rejected:
        return [("replies.refused", *rejected.span())]
    found = []
    for told in _NO_SUCH.finditer(text):
        codes = _rows_of(told["what"] or told["one"] or told["first"])
        found += [(code, *told.span()) for code in codes if code] if all(codes) else []
    return found


def _rows_of(words: str) -> list[str | None]:
    """The rows that joined words name, None for each that names none."""
    parts = [[word for word, _ in spelled(part) if word] for part in _JOINED.split(words)]
    return [_ROWS.get(part[0]) if len(part) == 1 else None for part in parts]


_NONE_FOR_IT = re.compile(
    r"(?:^|(?<=[，,；;：:]))(?:没有|未有|无)(?:因|涉及?|属于?)*(?P<why>(?:危及)?[^，,。；;\d的]{4,40})的(?:情形|情况|申请)?(?=[，,。；;]|$)"
)
"""国家秘密1、商业秘密2，没有危及国家安全和社会稳定的: among reasons that are counted."""


def _no_reason_beside(text: str, start: int, claims: Sequence[Claim]) -> list[tuple[str, int, int]]:
    """The reason that a clause denies among reasons for refusal that the sentence counts."""
    if not any(one.start >= start and one.code.startswith("replies.refused_") for one in claims):
        return []
    told = _NONE_FOR_IT.search(text)
    parts = [part for part in _JOINED.split(told["why"].replace("危及", "")) if part] if told else []
    codes = {next((code for pattern, code in REASONS if pattern.search(part)), None) for part in parts}
    return [(code, *told.span()) for code in codes if code] if told and None not in codes else []


def _reasons(text: str) -> list[tuple[str, int, int]]:
    """The reasons for which nothing was refused."""
    told = _NO_REASON.search(text) if "公开" in text else None
    if told is None:
        return []
    parts = _JOINED.split(told["why"])
    codes = [next((code for pattern, code in REASONS if pattern.search(part)), None) for part in parts]
    return [(code, *told.span()) for code in codes if code] if all(codes) else []
