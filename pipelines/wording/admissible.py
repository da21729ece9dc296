"""Which figures the evidence around a number is heard for at all, however much of it there is."""

from __future__ import annotations

import re

from pipelines.wording.context import Number
from pipelines.wording.cues import (
    ACCOUNT,
    AMONG_THEM,
    OF_REQUESTS,
    OTHER_COMPLAINTS,
    PERIODICAL,
    PROPOSALS,
    SAFETY,
    SPENT,
)
from pipelines.wording.forbidden import not_said_of, waived
from pipelines.wording.needs import of_all_kinds
from pipelines.wording.office.staffing import does_other_work, is_each_ones
from pipelines.wording.published.places import of_each_region, of_new_media
from pipelines.wording.requests.keywords import route_of
from pipelines.wording.second.motions import AMONG_KINDS

_MEANS = re.compile(r"[在通经](?!年|本|全|今|计)|利用|借助|依托|目录|[栏屏]|微[博信]|公众号|发布会")
_ASKED = re.compile(r"要求|申请|请求|咨询|查[询阅]|索取")
_ABOUT = re.compile(r"[均都皆]?(?:主要)?(?:是|为)?(?:涉及|关于|有关|属于?)")
_OF_MATTER = re.compile(r"(?:其中|有|[，,、])*(?:涉及|关于|有关|反映)[^，,。；;]{2,}")
"""涉及噪声的13件: some of what was counted before."""
JOINED = re.compile(r"[或和与、]|(?<!涉)及(?![时其])")
_FOR_REASONS = re.compile(
    r"(?:秘密|隐私|安全|稳定)(?:或者?|[和及与、])[^，,；;。、]{0,10}(?:秘密|隐私|安全|稳定)[^，,；;。、]{0,8}(?:不|未|拒绝)(?:予|同意|能|宜)?(?:公开|提供)的?$"
)
"""因涉及个人隐私或国家秘密不公开: one answer, whichever of the reasons was given."""
_GENERAL_MEETING = re.compile(r"政府|党[委组政]|常务|常委|主任|书记")
"""政府专题会议2次: a meeting on many things."""
POINTS = "、，,；;：:（(）)“”\" 中"
REASONS, _OUTCOMES = ("replies.refused_", "applications.denied_"), ("replies.", "applications.", "requests.received_", "*.")
_WITH_MORE = re.compile(
    r"监测发现|(?:发布会|通气会|访谈|培训班?|会议)(?:以?及|[和与、])(?:其他|各类|有关)?[^，,。；;\d会班谈训]{2,12}(?:活动|会议?|座谈|报道|宣传|节目|直播)?[共总合]?计?$"
)
"""召开新闻发布会及专题活动65次: of two things together."""
_CLOSED = re.compile(r"(?:已|均|全部|当年|年内|依法)*(?:办结|结案|查结|查处|结办|转办|反馈)(?:了|完毕)?")
"""受理劳动监察投诉265件，结案258件: what came of those that were counted."""
_STAGE = re.compile(r"[在待]审|审结|尚无|未[审判结决]|已判|(?:结果|判决)已出|正在|没有结果")
_CASE = re.compile(r"复议|诉")
"""诉讼11件，审结8件，均胜诉，在审3件: how far some of those counted have come."""
_AND_OTHERS = re.compile(r"规范性文件(?:以及|[及和与、])其[他它][^，,。；;\d]{0,8}(?:文件|公文)[共计]*$")
"""发布规范性文件及其他文件34件: two kinds of what was disclosed."""
_RATE = re.compile(r"率(?:[均都仍]?[为是达]到?|：)?$")
_SITES_OF_OTHERS = re.compile(r"(?:部门|单位|乡镇|街道|学校|医院)(?:政府|门户)*网站")


def admissible(code: str, number: Number, printed: str) -> bool:
    """Whether nothing forbids a code here, however much else speaks for it."""
    state, family = number.state, code.partition(".")[0]
    if ("率" in number.words and _RATE.search(number.words)) or (code == "requests.received" and "接待" in number.words):
        return False  # 纠错率为0, 接待申请人36人次
    if "normative_documents" in code and number.words.endswith(("目录", "清单", "汇编")):
        return False  # 公布继续有效的规范性文件目录1份
    if "规范性文件" in number.words and _AND_OTHERS.search(number.words):
        return False
    if code == "disclosure.total":
        if number.unit in "件份个" and not any("信息" in text for text in (number.words, number.right, state.subject)):
            out = "公开" in state.section.topics and "申请" not in state.section.topics
            return out and not number.words.endswith(("发文", "案件"))  # 全县发文230件: what was issued
        shared = any(ACCOUNT.search(lead) or PERIODICAL.search(lead) or of_new_media(lead) for lead in state.leads)
        shared = shared or (PROPOSALS.search(printed) is not None and not AMONG_KINDS.search(printed))
        others = _SITES_OF_OTHERS.search(printed) or of_each_region(printed)
        shared = shared or not_said_of(code, number)
        return not (state.breakdown or shared or others or _MEANS.search(printed) or _ASKED.search(printed))
    if family == "complaints" and (OTHER_COMPLAINTS.search(number.sentence.text) or _CLOSED.fullmatch(number.words)):
        return False
    if family in ("review", "litigation", "*") and _STAGE.search(number.words) and not _CASE.search(number.words):
        return False
    if family in ("review", "litigation") and "公开" not in number.words:
        return AMONG_THEM.search(number.sentence.text, number.hit.end) is None and not of_all_kinds(number)
    if family in ("response", "training") and _WITH_MORE.search(number.words):
        return False
    if not_said_of(code, number) or (family == "staff" and (does_other_work(number) or is_each_ones(number))):
        return False
    if family == "training" and re.search(r"参加|选派|参与", number.words):
        return False
    if code == "training.meetings" and "公开" not in printed and _GENERAL_MEETING.search(printed):
        return False
    if family == "fees" and (SPENT.search(printed) or waived(number)):
        return False
    if family == "fees":
        return "费用" in state.section.topics or OF_REQUESTS.search(printed) is not None
    if _ABOUT.match(number.right) and not number.words and not code.startswith((*REASONS, "*.")):
        return False
    if code.startswith("requests.received") and _OF_MATTER.match(number.words) and not route_of(number.words):
        return False  # 均系当面提出，涉及退耕还林2件
    of_persons = number.of_people and code.startswith(("replies.", "requests.received_"))
    if of_persons and not state.last.startswith(("requests.", "replies.")):
        return False
    if family in ("replies", "requests", "applications") and (state.family in state.last.split(".") or "责令" in printed):
        return False
    said = SAFETY.sub("", number.words) if "安全" in number.words else number.words
    if code == "replies.refused" and _FOR_REASONS.search(said):
        return True
    return not (code.startswith(_OUTCOMES) and JOINED.search(said.strip(POINTS)))
