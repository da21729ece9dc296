"""Which counts are no requests, or only some of them: guides, answers handed out, last year's, one way or kind of applicant."""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.requests.keywords import answer_of
from pipelines.wording.requests.other_matters import of_guides

REQUEST_ROUTES = frozenset(f"requests.received_{route}" for route in ("in_person", "fax", "online", "letter"))
"""The codes of requests by the way they came."""
REQUESTS = REQUEST_ROUTES | {"requests.received"}
_ANSWERED_SO = re.compile(
    r"^(?!.*(?:申请|收到|受理|接到)).*(?:公开|提供|查阅|不存在|查无)|^(?!.*(?:收到|受理|接到|接收|提出|提交)).*(?:没有所|退回|补充|补正|更改)"
)
_OF_ALL_KINDS = re.compile(r"各[类种项]申请")
_OURS_AMONG = re.compile(r"(?:信息公开|依申请公开|公开)申请[^，,。；;\d]{0,4}\d")
_CAME = frozenset(("applications.new", "requests.received"))


def no_request(code: str, number: Number) -> bool:
    """Whether what is counted are guides, answers handed out, last year's requests, or applications of every kind."""
    words, text = number.words, number.sentence.text
    if of_guides(words) or (words[:2] in ("协助", "配合") and _HELPED.match(words)):
        return True
    if code != "requests.received":
        return _no_way(number)
    if are_others(number) or (words[:1] == "涉" and number.unit in "个项" and number.state.last in _CAME):
        return True  # 新收申请7件，涉及19个申请事项
    of_cases = words.endswith("申请") and number.right.startswith(("行政复议", "行政诉讼"))  # 因信息公开申请0件行政复议
    if of_cases or (_OF_ALL_KINDS.search(words) and _OURS_AMONG.search(text, number.hit.end)):
        return True  # 各类申请1520件，其中政府信息公开申请2件
    if _ANSWERED_SO.search(words) and answer_of(words.rstrip("的有共为")):
        return True  # 准予查阅的有30件
    return with_carried(number) or _some_of_them(words, text, number.hit.start)


_HELPED = re.compile(r"(?:协助|配合)[^，,。；;\d]{2,20}(?:办理|处理|答复|回复|开展)")
"""协助市政府办理申请4件: another authority's."""
_ARE_OTHERS = re.compile(
    r"\s?[，,（(]\s?(?:均|都|全部?|全都|皆|基本)(?:为|是|系|属于?)(?![^，,。；;]{0,12}(?:公开|申请))[^，,。；;\d]{0,8}"
    r"(?:热线|工单|12345|1\d{4}|信访|投诉|举报|咨询|留言|建议|求助|诉求|上访|来访)"
)


def are_others(number: Number) -> bool:
    """Whether what came is said to be of the hotline or of petitioners: 收件5件，均为热线工单."""
    return "申请" not in number.words and _ARE_OTHERS.match(number.sentence.text, number.hit.end) is not None


_WRITTEN = re.compile(
    r"(?:书面|口头|电话|纸质|线下)(?:形式|方式)?的?(?:公开)?(?:申请)?[^，,。；;\d]{0,4}[1-9]\d{0,4}\s?[件份宗]"
    r"(?![^，,。；;]{0,2}[，,（(]?其中)"
)


def came_in_two_ways(number: Number) -> bool:
    """Whether requests of no certain way are counted beside those of a way, so that neither is all: 书面申请4件，当面2件."""
    text, start, end = number.sentence.text, number.hit.start, number.hit.end
    if not any(word in text for word in ("书面", "口头", "电话", "纸质", "线下")):
        return False
    return any(found.end() <= start or found.start() >= end for found in _WRITTEN.finditer(text))


_HANDED_OUT = re.compile(r"送达|领取|交付|发放|答复书|告知书|[答回]复(?!不)|接待|咨询")
"""答复书邮寄送达5件: how the answers went out; 窗口接待咨询40件: no requests."""
_LAST_YEARS_WAYS = re.compile(
    r"(?:^|[，,；;。])(?:去年|上年度?|前年)的?(?:网[上络]|当面|信函|传真|邮寄|现场|窗口)[^，,。；;今本]{0,12}\d\s?[件份宗][，,、][^，,；;。]{0,12}$"
)
"""去年网上申请12件，信函申请9件: the second is last year's too."""
_AT_ONCE_DONE = re.compile(r"(?:已|均|都)*(?:当场|现场|当面)(?:就|予以|给予|便)?(?:给|公开|答复|回复|提供|答应|办)")
"""1件当场给复印了: answered, and not how it came."""
_ASKED_FOR = re.compile(r"(?:申请人)?(?:申请人?|要求|请求|想要?)(?:公开|获取|提供|了解|查)")


def _no_way(number: Number) -> bool:
    """Whether a number is of no way that requests came by: what was asked for, how answers went out, last year's."""
    words, text = number.words, number.sentence.text
    if "结转" in words or ("专区" in words and "网" not in words):
        return True  # 上年结转信件2件: last year's; 在政务公开专区接收: there may be people or machines
    if _ASKED_FOR.match(number.right) or _AT_ONCE_DONE.match(number.right):
        return True  # 一件申请公开当面签订的协议
    if "年" in text and _LAST_YEARS_WAYS.search(text[max(0, number.hit.start - 60) : number.hit.start]):
        return "今年" not in words and "本年" not in words
    return "申请" not in words and _HANDED_OUT.search(words) is not None


_NONE_CARRIED = re.compile(r"[无没未]有?[^，,。；;]{0,6}结转|结转[^，,。；;]{0,4}(?:0|零)|结转下")
_IN_ALL = re.compile(r"(?:合计|共计|总计|一共|总共|共有?|计|合并)(?:为|有|是|需|应|须)*(?:办理|处理|办件)?")


def with_carried(number: Number) -> bool:
    """Whether a sum is of new requests and of those carried over: 新收58件加上3件上年结转，共61件."""
    text = number.sentence.text[max(0, number.hit.start - 60) : number.hit.start]
    return "结转" in text and _IN_ALL.fullmatch(number.words) is not None and _NONE_CARRIED.search(text) is None


_PERSONS = re.compile(r"公民|自然人|个人")
_BODIES = re.compile(
    r"^\s?\d{1,5}\s?[件份宗](?:[，,（(]\s?约?占[^，,。；;）)]{1,12}[）)]?)?[，,、；;和及]\s?(?:企业)?(?:法人|其他组织|社会组织|科研机构)[^，,。；;\d]{0,12}\s?[1-9]"
)
_OTHER_WAY = re.compile(r"(?:当面|现场|网[上络]|在线|传真|电子邮件|口头(?!询问|咨询|答|解))[^，,。；;\d]{0,14}\s?\d")
_OR_ANOTHER = re.compile(r"书面(?:材料|形式|方式)?(?:或者?|和|及|以及|与|、)")
"""书面或电子邮件形式的申请9件: by both ways together."""
_ASKER = (
    r"(?:公民|个人|自然人|法人|商业企业|企业|公司|社会公众|单位|其他组织|社会组织|组织|村民|居民|市民|群众|律师事务所|律师|媒体|职工|学生)"
)
BY_WHOM = re.compile(
    rf"(?:其中|来自于?|由|有|、)*{_ASKER}(?:[、和或及与]?{_ASKER}){{0,3}}(?:提出|提交)?的?(?:信息公开)?申请(?:有|为)?"
)
_OTHERS_ASK = re.compile(
    rf"\s?\d{{1,5}}\s?[件份宗](?:[（(][^（）()]{{0,60}}[）)])?[，,、；;和及]\s?(?:另有)?{_ASKER}[^，,。；;\d]{{0,14}}\s?\d"
)
"""企业申请4件，个人申请17件: neither is all."""
_BY_ONE_OF_THEM = re.compile(
    r"(?:同一|同1|个别|某|有的|单个|一些|部分)\s?[名位个]?(?:申请人|当事人|公民|村民|居民|企业)[^，,。；;\d]{0,14}$"
    r"|[（(][一二两三1-9]\s?[名位个](?:申请人|当事人|公民|村民|居民|企业)[^，,。；;\d]{0,14}$"
)
_ALL_ASKED = re.compile(r"申请[^，,。；;\d]{0,6}\d")


def _some_of_them(words: str, text: str, at: int) -> bool:
    """Whether a count of requests is of one way or one kind of applicant: 书面申请4件、当面申请2件, 申请12件，公民申请9件."""
    if _PERSONS.search(words) and _BODIES.search(text[at:]):
        return True  # 公民申请120件，法人申请16件: neither is all
    if _BY_ONE_OF_THEM.search(text, 0, at):
        return True  # 1名申请人年内申请超过10件
    apart = "书面" in words and not _OR_ANOTHER.search(words) and _OTHER_WAY.search(text)
    if apart and not (_divided(text, at) or _AMONG_THEM.match(text, at)):
        return True
    return by_one_kind(words, text, at)


def by_one_kind(words: str, text: str, at: int) -> bool:
    """Whether those who asked so often are one kind of several: 企业申请4件，个人申请17件."""
    if BY_WHOM.fullmatch(words) is None:
        return False
    return words.startswith("其中") or bool(_ALL_ASKED.search(text, 0, at) or _OTHERS_ASK.match(text, at))


_AMONG_THEM = re.compile(r"\s?\d{1,5}\s?[件份宗][，,（(]\s?其中")
"""书面申请6件，其中当面申请2件."""
_DIVIDED = re.compile(
    r"\s?(?P<whole>\d{1,5})\s?[件份宗] {0,60}(?:[：:]|[，,](?![^。；;]{0,60}电话))(?P<parts>[^。；;]{4,120})"
)
"""收到书面申请12件，电话申请5件，传真申请7件 goes on with what was not written."""
_WAY = r"(?:当面|窗口|现场|网[上络]|信函|邮寄|传真)[^，,。；;、\d]{0,6}"
_WAYS_EACH = re.compile(rf"{_WAY}[与和、及]{_WAY}各\s?(?P<each>\d{{1,5}})")
"""当面递交与邮寄递交各4件."""
_PART = re.compile(r"(?<!\d)(\d{1,5})\s?[件份宗]")


def _divided(text: str, at: int) -> bool:
    """Whether the counts behind a number add up to it at once: 书面申请21件：窗口14件，来信6件，传真1件，…."""
    whole, each = _PART.search(text, at), _WAYS_EACH.search(text, at) if "各" in text else None
    if whole and each and int(whole[1]) == 2 * int(each["each"]):
        return True
    told = _DIVIDED.match(text, at) if "其中" not in text[:at] else None
    if told is None:
        return False
    left = int(told["whole"])
    for part in _PART.finditer(told["parts"]):
        left -= int(part[1])
        if left <= 0:
            return not left
    return False
