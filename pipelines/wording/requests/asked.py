"""Requests counted without a word such as 收到: by the one who made them, by what people wanted, by the only way they came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.wording.around import About, Told
from pipelines.wording.claims import Claim
from pipelines.wording.requests.keywords import route_of
from pipelines.wording.sentences import Sentence

_NO_REQUESTS = re.compile(
    r"许可|审批|低保|救助|补贴|工单|投诉|举报|信访|复议|诉讼|仲裁|案件|提案|来电|咨询|纠纷|热线|贷款|法律援助|专利|商标|执行|登记|注册|证"
)
_BY_ONE = re.compile(
    r"(?:只有|仅有|唯有|共有|就|有|全年|年内|年度内|本年度?|今年|全镇|全乡|全县|全局)*[^，,。；;\d]{0,18}?"
    r"(?:村民|居民|公民|群众|市民|农民|牧民|职工|业主|商户|企业|公司|打假人|拆迁户|住户|移民|合作社|学生|教师|律师|[一-龥]某某?|先生|女士)[^，,。；;\d]{0,3}?"
    r"(?:\d{1,2}月份?(?:\d{1,2}日)?|[上下]半年|年[初底中])?(?P<how>[^，,。；;\d]{0,12}?)(?:提出|提交|递交|送交|填写|发来|寄来)?的?"
    r"(?:一份|书面|公开|政府信息|信息公开|政府信息公开|信息)*申请[表书]?(?:仅|只|共|计|有)*$"
)
"""只有南坡村村民钱某当面申请1起, 居民周某3月份提出书面申请1次."""
_WANTED = re.compile(
    r"(?:要求|申请|请求|提出)(?:政府|[镇乡局县][里上]?|我[镇乡局县街])?公开的(?:事情|事项|内容|信息|东西|材料|资料)(?:一共|总共|共|就|只|仅|先后)*(?:有|为|是)?$"
)
"""大家要求公开的事情有四件."""
_MOST_BY_ONE = 9
_BASES = ("requests.received", "applications.new")


def asked_once(about: About) -> list[Told]:
    """The requests that one who is named made, or that people wanted something disclosed by, where none were counted before."""
    number, words = about.number, about.words
    if number.state.foreign or about.behind.strip("。；;"):
        return []
    if _NO_REQUESTS.search(words) or any(one.code in _BASES for one in about.report):
        return []
    if "求公开" in words or "请公开" in words or "出公开" in words:
        return [Told("requests.received")] if _WANTED.search(words) else []
    if "申请" not in number.state.section.topics:
        return []
    value = about.value()
    told = _BY_ONE.fullmatch(words) if "申请" in words[-8:] and value is not None and value <= _MOST_BY_ONE else None
    if told is None:
        return []
    code = route_of(told["how"]) if told["how"] else None
    return [Told("requests.received"), *([Told(code)] if code else [])]


_ONLY_WAY = re.compile(
    r"(?:申请|提交|提出|受理|来件)?的?(?:方式|渠道|途径|形式|来源)[^，,。；;\d]{0,4}(?:只有|仅有|仅|唯有|单一|就|唯一|限于)[^，,。；;]{0,6}?"
    r"[，,]?\s?(?:即|也就是|就是|那就是|为|是|系|均为|都是|：)(?P<way>[^，,。；;：:（）()\d]{2,12})(?=[，,。；;]|$)"
)
"""申请方式只有一种，即网络."""
_THE_WAY = re.compile(
    r"(?:^|[，,；;。])\s?(?:其?申请|提交|提出|受理|来件|接收)的?(?:方式|渠道|途径|形式)(?:为|是|系|：)(?P<way>[^，,。；;：:（）()\d、]{2,10})(?=[，,。；;]|$)"
)
"""收到申请1件，申请方式为信函."""
_BRACKET = re.compile(r"[（(](?:均为|均系|都是|全部为|全部|均|都|全为|系|为)?(?P<way>[^，,。；;：:（）()\d]{2,12})[）)]")
"""受理申请2件（当面）."""


_BY_THEMSELVES = re.compile(
    r"[，,]\s?(?:[均都]|全部)?(?:[系是由为])?(?:申请人|当事人|村民|居民|群众|来人|对方)(?:本人|自己)?(?P<way>[^，,。；;：:（）()\d]{2,16}?"
    r"(?:送来|送到|送至|交来|递来|寄来|发来|提交|递交|送交|提出|提的|填写|填的|交的|送的|寄的|到[^，,。；;\d]{1,8}))(?:的|申请表?|了)*(?=[，,。；;]|$)"
)
"""收到书面申请2件，申请人亲自送来."""


def by_one_way(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claim that all requests came by the one way that a sentence names; nothing where ways were counted."""
    text = sentence.text
    base = next((one for one in reversed(claims) if one.code in _BASES and one.label is None), None)
    if base is None or base.zero:
        return []
    at = base.end - sentence.start
    named = _BRACKET.match(text, at) if 0 < at < len(text) else None
    if named is None and 0 < at < len(text):
        named = _BY_THEMSELVES.match(text, at)
    if named is None and ("只" in text or "仅" in text or "唯" in text or "单一" in text):
        named = _ONLY_WAY.search(text, max(at, 0))
    named = named or (_THE_WAY.search(text, max(at, 0)) if _SIGNED.search(text) else None)
    code = route_of(named["way"]) if named else None
    if code is None or any(one.code.startswith("requests.received_") for one in claims):
        return []
    return [Claim(code, base.start, base.end, base.unit, base.raw, weak=True, judged=True)]


_SIGNED = re.compile(r"(?:方式|渠道|途径|形式)(?:为|是|系|：)")
_WAYS = frozenset(f"requests.received_{way}" for way in ("in_person", "fax", "online", "letter"))


def by_the_rest(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claim that all requests came by the one way counted, where the other three are denied: 网络申请2件，其余方式均为零."""
    here = [one for one in claims if one.code in _WAYS and one.start >= sentence.start]
    counted = [one for one in here if not one.zero and one.raw[:1] not in "0零〇"]
    if len(counted) != 1 or len({one.code for one in here}) < len(_WAYS) or any(one.code in _BASES for one in claims):
        return []
    way = counted[0]
    return [Claim("requests.received", way.start, way.end, way.unit, way.raw, weak=True, judged=True)]


_BY_MAIL, _ON_LINE = re.compile(r"电子邮|邮箱|电邮|邮件"), re.compile(r"网|在线|线上|平台")
_NEAR_WORDS = 16


def without_mail(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims without requests by electronic mail where those on line are counted apart: 电子邮件12件，网上申请30件."""
    text = sentence.text
    online = "requests.received_online"
    here = [one for one in claims if one.code == online and one.start >= sentence.start] if "邮" in text else []
    if len(here) < _LEAST:
        return claims
    ends = {id(one): one.start - sentence.start for one in here}
    words = {key: re.split(r"\d", text[max(0, end - _NEAR_WORDS) : end])[-1] for key, end in ends.items()}
    mail = {key for key, said in words.items() if _BY_MAIL.search(said) and not _ON_LINE.search(said)}
    apart = any(_ON_LINE.search(said) and not _BY_MAIL.search(said) for said in words.values())
    return [one for one in claims if id(one) not in mail] if apart else claims


_LEAST = 2


_OF_TWO_YEARS = re.compile(
    r"(?P<whole>\d{1,5})\s?[件宗份](?:[^（），,。；;()\d]{0,16})[（(，,]\s?(?:其中)?[：:，,]?(?:当年|本年度?|今年|20\d\d年)(?:新?收到?|新?受理|新增)(?:的|申请)*\s?"
    r"(?P<count>(?P<new>\d{1,5})\s?[件宗份])[，,、；;]\s?(?:上一?年度?|去年|20\d\d年度?)(?:的|申请)?(?:结转|转结|转入|遗留)(?:的|申请)*\s?(?P<over>\d{1,5})\s?[件宗份]"
)


_HANDLED_BEFORE = re.compile(r"(?:办理|处理|办结)[^，,。；;（(\d]{0,16}$")


def of_two_years(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims with the year's own requests for those received: 办理申请9件（其中当年收到7件，上年结转2件）."""
    text = sentence.text
    told = _OF_TWO_YEARS.search(text) if "年" in text and ("转" in text or "遗留" in text) else None
    if told is None or int(told["whole"]) != int(told["new"]) + int(told["over"]):
        return claims
    whole, (start, end) = sentence.start + told.start("whole"), (sentence.start + at for at in told.span("count"))
    mine = [one for one in claims if one.start == whole and one.code in _BASES]
    if not mine:
        return claims
    handled = _HANDLED_BEFORE.search(text, 0, told.start("whole")) and all(one.code != "requests.completed" for one in claims)
    kept = [one for one in claims if one not in mine]
    if handled:
        kept.append(replace(mine[0], code="requests.completed", weak=True))
    if any(one.start == start and one.code in _BASES for one in kept):
        return kept
    return [*kept, Claim("requests.received", start, end, "件", told["count"], weak=True, judged=True)]
