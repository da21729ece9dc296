"""Rows that only the forms since 2019 have, in words of no fixed order: 以信访投诉为由不予处理3件, 12件因不掌握无法提供."""

from __future__ import annotations

import re

from pipelines.wording.around import About, Told
from pipelines.wording.requests.counted import whole_of

_FIRST, _DIVIDED = 2019, 2021
"""From the second year on the forms divide 其他处理 into three rows."""
_ROWS = {
    "unavailable_needs_creation": r"(?:另行|重新|需要?)[^，,；;]{0,8}?(?:制作|加工|汇总|分析|整理)|没有现成(?:的)?(?:政府)?信息",
    "unavailable_still_unclear": r"补正[^；;]{0,12}(?:仍|依然|依旧|还是?)(?:然|旧)?(?:不明确|不清[楚晰]?|不够明确|无法明确)",
    "unavailable_not_held": r"[不未](?:实际)?掌握",
    "not_processed_published_material": r"(?:提供|索要|索取)[^，,；;]{0,6}出版物|公开出版物",
    "not_processed_reconfirmation": r"(?:确认|重新出具|重新提供|再次提供)[^，,；;]{0,8}已(?:经)?获取",
    "not_processed_excessive": r"大量[、，]?反复(?:提出|提交)?申请|反复大量(?:提出|提交)?申请|频繁大量申请",
    "not_processed_repeated": r"重复(?:提出|提交)?(?:的)?申请",
    "denied_internal_affairs": r"内部事务",
    "denied_process_information": r"过程性{1,2}(?:政府)?信息",
    "denied_enforcement_files": r"执法案卷",
    "denied_administrative_query": r"行政查询",
    "denied_third_party": r"第三[方人](?:的)?(?:合法)?权益",
    "denied_law_forbidden": r"(?:法律|法规)[^，,；;]{0,6}(?:禁止|不得)公开",
    "other_not_amended": r"(?:逾期|到期|无正当理由)[^；;]{0,6}[未不](?:予|作出|进行)?补正"
    r"|[未不](?:按期|按时|按要求|在[^，,；;]{0,4}期限内|在[^，,；;]{0,4}时间内)(?:进行)?补正",
    "other_fee_unpaid": r"(?:逾期|未按)[^；;]{0,14}(?:缴纳?|交纳?)(?:信息处理)?费|不缴(?:纳)?费",
}
_PATTERNS = {f"applications.{row}": re.compile(words) for row, words in _ROWS.items()}
_OTHER, _ALL_THREE = re.compile(r"其[他它]处理"), re.compile(r"信访[、]?举报[、]?投诉(?:类(?:申请)?)?")
_SIGNED = re.compile(
    "制作|加工|汇总|现成|补正|掌握|出版物|已获取|已经获取|反复|重复|内部事务|过程性|案卷|查询|第三|禁止|不得公开|缴|交费|交纳|信访|举报|投诉"
)
_PETITION = re.compile(
    r"(?:信访|投诉|举报)(?:[、和及或]?(?:信访|投诉|举报)){0,2}(?:类|性质)?的?(?:事项|问题)?(?:申请)?(?:为由)?(?:的)?"
    r"(?:而|，)?(?:答复)?(?:不予处理|不再处理)"
    r"|(?:属于?|涉及|系|为)(?:信访|投诉|举报)(?:[、和及或]?(?:信访|投诉|举报)){0,2}类的?(?:事项|问题)?的?申请"
)
"""What is no request for information: only where it is called a kind of them, or was not handled as one."""
_ANOTHER = re.compile(
    r"途径|渠道|程序|引导|尚|正在|去年|上年|工单|热线|案件|复议|诉讼|同比|征求|不存在|等(?:其[他它]|原因|理由|情形)"
)
"""Other matters, what is not answered yet, and what is said to be two things in one: 不掌握、信息不存在."""
_BOTH = re.compile(
    r"(?:信访|投诉|举报)[^，,；;]{0,8}[、和及与或][^，,；;]{0,4}重复|重复申请[、和及与或][^，,；;]{0,4}(?:信访|投诉|举报)"
)
"""信访举报投诉类申请及重复申请等不予处理: two rows."""
_TAIL = re.compile(r"(?:[的者共为有达计]|合计|共计)+$")
_BARE = frozenset(("", "有", "其中", "其中有", "另", "另有", "还有", "其余", "剩余", "余下"))
_AMONG = re.compile(r"(?:收到|办结|上述|以上|这些)的?(?:政府信息公开)?申请[当之]?中(?:另|还|又)?有?")


def row_of(phrase: str) -> str | None:
    """The code of the one row that a phrase names; None where it names none, several, or another matter besides."""
    if not _SIGNED.search(phrase) or _ANOTHER.search(phrase) or _BOTH.search(phrase):
        return None
    if _PETITION.search(phrase):
        return "applications.not_processed_petition"
    named = [code for code, words in _PATTERNS.items() if words.search(phrase)]
    return named[0] if len(named) == 1 else None


def since_2019(about: About, year: int | None) -> list[Told] | None:
    """The row that the words right before a number name, or those right behind it; None in a report of an earlier year."""
    if (year is not None and year < _FIRST) or not about.is_of_requests():
        return None
    if about.number.unit not in "件份宗条起-":
        return None
    words = _TAIL.sub("", about.words)
    bare = words in _BARE or _AMONG.fullmatch(about.words) is not None
    code = row_of(about.behind) if bare else _called(about, words, year) or row_of(_with_lead(about, words))
    why = _TOLD_BEHIND.match(about.number.sentence.text, about.number.hit.end) if code is None else None
    code = row_of(why["why"]) if why and _MERELY.fullmatch(_NO_LEAD.sub("", words)) else code
    whole, value = whole_of(about.report), about.value()
    if code is None or value is None or (whole is not None and value > whole):
        return None
    known = {one.code for one in about.report}
    refused = code.startswith("applications.denied_") and "replies.refused" not in known and _refused_alone(about, words)
    refused = refused or (why is not None and code.startswith("applications.denied_") and "replies.refused" not in known)
    too = [Told("replies.refused", anywhere=True)] if refused else []
    return [Told(code, anywhere=True), *too] if code not in known else []


def _called(about: About, words: str, year: int | None) -> str | None:
    """The row that words name by what the form calls it, which elsewhere may be another matter."""
    if _OTHER.fullmatch(words) and year is not None and year < _DIVIDED:
        return "applications.other@total"  # a fact beside a form only
    demanded = _ALL_THREE.fullmatch(words) and "不予处理" in about.number.sentence.text[: about.number.hit.start]
    return "applications.not_processed_petition" if demanded else None


_REFUSED = re.compile(r"(?:不予|不|拒绝|未予)公开")


def _refused_alone(about: About, words: str) -> bool:
    """Whether a reason is told with the refusal itself, of which the sentence names no other: 以执法案卷为由不予公开6件."""
    return len(_REFUSED.findall(about.number.sentence.text)) == 1 and _WHY.search(words) is not None


_WHY = re.compile(r"(?:因|以|由于|属于?|涉及)[^，,；;]{2,24}(?:不予|不|拒绝|未予)公开|公开[（(]")


def _with_lead(about: About, words: str) -> str:
    """The words with the clause before, where they only say what became of what it names: 申请人逾期不补正，不再处理的1件."""
    return f"{about.lead}，{words}" if about.lead and _MERELY.fullmatch(words) and not _COUNTS.search(about.lead) else words


_NO_LEAD = re.compile(r"^(?:其中|另|还有|另有|[，、：:])+")
_TOLD_BEHIND = re.compile(
    r"\s?(?:[（(](?:[均都]|全部)?(?:[为是系属因]|属于)?|[，,](?:[均都]|全部)?(?:[为是系]|属于?|因))(?P<why>[^（）()，,；;。、\d]{2,30})(?=[）)，,；;。]|$)"
)
"""无法提供3件（均为本机关不掌握）, 不予处理1件，为重复申请."""
_COUNTS = re.compile(r"[\d（）()]")
"""A clause with a count of its own tells of that."""
_MERELY = re.compile(r"(?:因?而|故|所以)?(?:答复|告知)?(?:无法提供|不予处理|不再处理|不予公开|未予处理)")
