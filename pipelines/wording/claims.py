"""What sentences claim, and how claims that stand are made into facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from models.codebook import Edition, Indicator, indicators_of
from pipelines.items import Fact, Place
from pipelines.numbers import read_number
from pipelines.wording.counts import ABOUT
from pipelines.wording.cues import (
    BY_PLATFORM,
    ORGANISATION,
    PLANS,
    SOME_BODIES,
)
from pipelines.wording.lists.label_words import DOCUMENT_YEAR, LABEL_BAD, LABEL_HEAD, LABEL_KIND, LABEL_SOFT, LABEL_TAIL
from pipelines.wording.office.each import ONE_DAY, each_named, sum_of_parts
from pipelines.wording.wordings import unnumbered


@dataclass(slots=True, eq=False)
class Claim:
    """One figure as claimed by a sentence, before the report's claims are weighed against one another.

    code    what it counts; `applications.new@natural_person` is of one kind of applicants, beside a form
    weak    to be taken only where nothing better is stated; `listed`: an item of a list; `parent`: what a `label` breaks down
    said    its clause names disclosure; `until`: it is 累计 up to a day (截至年底)
    fresh   its clause says that it is what was new in the year (新增); `summed`: that it is 累计
    opening the label that it would have, were it the first item of a list (主动公开工作情况38条, …，合计74条)
    judged  by the evidence around it, not by a wording of the table; `renewed`: an item that tells what of it is new
    platform on the place of all that is disclosed (信息公开专栏), with no other website named
    alone   by media of no row of their own, which are all that was used where no other medium is counted (公示栏等渠道)
    times   so many subjects have as many each (专题会、推进会各2次)
    dated   of one day or month (8月组织培训1次), which is the whole year's where nothing else of its code is told
    anchored its own words say what it is and of which year (全年主动公开235条)
    cell    table, row and column from 1, where the figure stands in a table
    """

    code: str
    start: int
    end: int
    unit: str
    raw: str
    weak: bool = False
    listed: bool = False
    parent: Claim | None = None
    label: str | None = None
    zero: bool = False
    said: bool = False
    until: bool = False
    fresh: bool = False
    summed: bool = False
    judged: bool = False
    renewed: bool = False
    alone: bool = False
    platform: bool = False
    dated: bool = False
    anchored: bool = False
    opening: str | None = None
    times: int = 1
    cell: tuple[int, int, int] | None = None

    def as_part(self) -> Claim:
        """The same number as an item of a list."""
        return Claim(self.code, self.start, self.end, self.unit, self.raw, label=self.opening)


_OUTCOME = re.compile(
    r"[，,（(]\s?(?:[^，,。；;\d]{0,8}(?:政府|法院|机关|法制办|法制局|司法局))?(?:(?:审理|复议|判决|办理|处理)?(结果)|经审理|最终)?(均|全部|都)?"
    r"(?:为|是|已|予以|被|依法|判决|裁定|决定|作出|一审|二审)*(维持|驳回|纠正|纠错|撤销)"
    r"(?:原(?:行政|具体)?(?:行为|决定|判)|(?:其|原告|我局|对方)?(?:诉讼请求|起诉|诉请))?(?:[）)，,；;]|$)"
)


_ALL_OF_THEM = frozenset("均都全")
_REPLIED = re.compile(r"(?:申请|[均都已全部]|按[时期]|依法|如期|在|法定|规定|期限|内|作出|予以)*答复")


def outcome_of(claim: Claim, after: str) -> list[Claim]:
    """The claim of the one outcome that all the cases of a total had: 行政复议2件，结果维持; `after` follows the number."""
    family, _, kind = claim.code.partition(".")
    replied = _REPLIED.match(after) if kind == "completed_on_time" and "延" not in after else None
    if replied and not (claim.weak and _ALL_OF_THEM.isdisjoint(replied.group())):  # 3件申请全部按期答复: as many were answered
        return [Claim("replies.total", claim.start, claim.end, claim.unit, claim.raw, weak=True, judged=True)]
    if kind == "online_interviews_led" and not claim.listed:  # 局长做客在线访谈1次: an interview all the same
        return [Claim(claim.code.removesuffix("_led"), claim.start, claim.end, claim.unit, claim.raw, weak=True, judged=True)]
    match = _OUTCOME.match(after) if kind == "total" and family in ("review", "litigation") else None
    if match is None or not (match.group(1) or match.group(2) or read_number(plain_number(claim.raw)).value == 1):
        return []
    if ("复议" if family == "litigation" else "诉讼") in match.group() or read_number(plain_number(claim.raw)).value == 0:
        return []  # 行政复议1起、行政诉讼0起，复议结果为维持
    row = "upheld" if match.group(3) in ("维持", "驳回") else "corrected"
    return [Claim(f"{family}.{row}", claim.start, claim.end, claim.unit, claim.raw)]


# --- facts ---


def facts_of(claims: Sequence[Claim], year: int | None, form: bool = False) -> list[Fact]:
    """The facts of the claims in the order of their places, nothing twice.

    `form`: a form stands on the page, so that rows worded alike take the code of the report year's edition and can be checked
    against it; prose alone keeps the codes of 2014, by which series go on beyond 2018.
    """
    facts: dict[tuple[object, ...], Fact] = {}
    for claim in sorted(_lists(_by_rows(claims, form)), key=lambda claim: (claim.start, claim.code)):
        fact = _fact(claim, year, form)
        if fact is not None:
            key = (fact.code, fact.applicant, fact.category, fact.value, id(claim.parent) if claim.parent else None)
            facts.setdefault(key, fact)
    return list(facts.values())


_TAKEN_FOR = ("complaints.", "replies.", "requests.")
_SUITS = re.compile(r"litigation(_direct|_after_review)?\.(upheld|corrected|other|pending)")


def _by_rows(claims: Sequence[Claim], form: bool) -> Sequence[Claim]:
    """The claims without what the number of a row of the form was taken for, and without what is of a part of the suits only.

    信访举报投诉2件 of requests are no complaints; 直接起诉4件，维持3件；复议后起诉2件，维持2件: 3 are not all that were upheld.
    What is 结转下年答复 is no answer.
    """
    places = {one.start for one in claims if (form and one.code.endswith("@total")) or one.code == "applications.carried_out"}
    ends = [(one, match) for one in claims if (match := _SUITS.fullmatch(one.code))]
    parts = [(match[2], one) for one, match in ends if match[1]]
    sums = {kind: sum(amount_of(one.raw) for told, one in parts if told == kind) for kind, _ in parts}
    at = {one.start for _, one in parts}
    wrong = {id(one) for one, match in ends if not match[1] and one.start in at and sums[match[2]] != amount_of(one.raw)}
    return [
        one for one in claims
        if id(one) not in wrong and (one.start not in places or not (one.label is not None or one.code.startswith(_TAKEN_FOR)))
    ]  # fmt: skip


_VERBS = tuple((verb, re.compile(f"{verb}..")) for verb in ("主动公开", "公开", "发布"))


def _lists(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without a breakdown that says no more than an earlier one; labels lose a verb that all items share."""
    lists: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.parent is not None:
            lists.setdefault(id(claim.parent), []).append(claim)
    seen: set[frozenset[tuple[str | None, str]]] = set()
    dropped: set[int] = set()
    for items in lists.values():
        for verb, begins in _VERBS if len(items) > 1 else ():
            if all(begins.match(item.label or "") for item in items):
                for item in items:
                    item.label = (item.label or "").removeprefix(verb)
        content = frozenset((item.label, item.raw) for item in items)
        if content in seen:
            dropped |= {id(item) for item in items}
        seen.add(content)
    return [claim for claim in claims if id(claim) not in dropped]


def _fact(claim: Claim, year: int | None, form: bool) -> Fact | None:
    code, _, applicant = claim.code.partition("@")
    indicator = _indicator(code, year, form)
    if indicator is None or (not form and (applicant or code.startswith(_BESIDE_A_FORM))):
        return None
    if applicant and indicator.edition == "2014":
        return None
    applicant = applicant or "total" if indicator.by_applicant else ""
    place = Place(claim.start, claim.end, *(claim.cell or ()))
    number = read_number("0" if claim.zero else plain_number(claim.raw), indicator.unit)
    if number.value is None or number.value < 0:
        return None
    return Fact(
        indicator.code, indicator.edition, number.value * claim.times, number.meaning, claim.raw, indicator.unit, "prose", place,
        applicant=applicant or None, category=claim.label, remark=number.remark,
    )  # fmt: skip


_BESIDE_A_FORM = ("licences.", "penalties.", "coercion.", "admin_fees.", "procurement.", "other_services.", "litigation_")
"""What prose alone tells of these enters no series: it is taken only where a form has the row too."""
_ROUND_UNIT = re.compile(r"[（(](?:次|件|篇|条)[）)]")
_NOT_EXACT = re.compile(rf"^(?:{ABOUT})\s?")
_BEGINS_ABOUT = frozenset("大约将近超逾接突差")
_ONE_NUMBER = 5
_AND_SOME = re.compile(r"(?<=[\d十])[来几](?=\s?[^\d])")


@lru_cache(maxsize=4096)
def plain_number(raw: str) -> str:
    """A printed number in a form that `read_number` knows: without （次）, with 元; 大厅、文化站各一处 is 2处, 5月23日 once."""
    if ("各" in raw or "分别" in raw) and (each := each_named(raw)):
        raw = f"{each.value}{each.unit}"
    if len(raw) > _ONE_NUMBER and (total := sum_of_parts(raw)):
        raw = total
    if raw[:1] in ("那", "这", "第"):
        raw = f"一{raw[-1]}"  # 要方案的那宗, 第二件
    if raw in ("前者", "后者") or (raw[:1] == "其" and len(raw) == 2):
        raw = "一件"
    if "月" in raw and ONE_DAY.fullmatch(raw):
        raw = "一次"
    raw = _AND_SOME.sub("余", _NOT_EXACT.sub("约", raw, count=1) if raw[:1] in _BEGINS_ABOUT else raw, count=1)
    raw = f"{raw}元" if raw.endswith("万") else raw  # 专项经费20万
    plain = _ROUND_UNIT.sub("", raw).replace("位", "人").replace("个人", "人")
    return plain.replace("班", "期").replace("回", "次").replace("间", "处").replace("则", "条")


def amount_of(raw: str) -> Decimal:
    """What a printed number comes to, an approximate one too; 0 where it is none."""
    return read_number(plain_number(raw)).value or Decimal(0)


_SUMMED_UP = re.compile(r"等([^等]{2,12}(?:信息|类|文件))$")
_SO_ON = re.compile(r"(?<![同平中高初优均相对上])等(?:各类|相关|有关|方面)?的?(?:信息|内容|事项)?$")
AND_SO_ON = re.compile(
    r"等(?:各类|相关|有关|方面|领域|类别?|[两二三四五六]个?(?:大?类|方面|领域))?的?(?:信息|内容|事项)?"
    r"(?:公开|发布|有|为)?$"
)
"""甲、乙等方面的信息, 甲、乙等两类信息: no part of the last one's name."""
_CALLED = ("信息", "内容", "事项")
_GENERAL = re.compile(r"[^，,、。]{0,8}的?其[他它]|方面|内容|情况|其[他它]|重[点大要]|各|相关|有关|信(?!息公开目录)|类")
"""三公经费、预决算等财政信息 are 财政信息; 办事指南等其他信息 and 执法检查等具体行政行为类 keep what they are."""
_SHORT = 5
"""机关基本情况等概况类信息: a short noun is the kind's own name, though one thing alone is named before it."""
_BROKEN_BRACKETS = re.compile(r"^[）)][、，,；;和及与）)]*|[（(]$")
"""What a number in brackets leaves of them to its neighbours."""
_CLASSED = re.compile(r"^(?:第?[A-Za-z一二三四五六七八九十甲乙丙丁戊己]|[\dⅠ-Ⅹ]{1,2})类[（(]([^（）()]{2,40})[）)]$")
"""A类（组织机构、人事）: the class by its letter, the kind by its name."""
_EXPLAINED = re.compile(r"(?<=[类息])[（(][^（）()]{1,24}[）)]$")
"""审批类（“一书三证”）: what a kind's bracket explains; 村（社区） is a name of its own."""
_OF_WHAT = re.compile(r"^对[^，,。；;\d]{4,40}的(?=[^的]{2,8}$)")
"""对政策背景、出台目的等方面的实质性解读: the kind is what stands last."""
_RELATED = re.compile(r"^(?:其中)?(?:与|和|同|跟)([^，,。；;]{2,24}?)(?:有关|相关)的?(?:信息|内容)?$")
"""与重大建设项目有关的: 重大建设项目."""
_BELONGING = re.compile(r"^(?:其中)?(?:属于?|归于?|涉及|有关|关于|事关)([^，,。；;]{2,20})(?<!消费)(?<!经营)(?<![劳志][动愿])者$")
"""属工作动态者: 工作动态."""
_IN_THE_FORM = re.compile(r"^以([^，,。；;\d以]{2,20}?)等?的?(?:形式|名义)(?:主动|对外)?(?:公开|公布|发布)的?$")
"""以审计结果公告形式公开的: 审计结果公告."""
_DONE_IN_TURN = re.compile(
    r"^[一二三四五六七八九十]{1,2}是(?:主动|及时|依法)?(?:公开|发布)了?"
    r"(?!指南|目录|年[报度]|制度|[栏类数条件墙屏榜招选遴竞]|规定|保密|工作|流程|申请|承诺|信息|平台|[的与和、])(?=.{3})"
)
"""四是公开消费警示: what is enumerated is done with the kind, and no part of its name."""
_PRINTED_IN = re.compile(
    r"^(?:[我本][局委办镇乡]|其中|全年|，)*(?:通过|在|利用|依托)[^，,。；;、\d]{0,14}?(?:网站?|平台)[上中]?(?:主动|累计|共|全年)*(?:公开|发布)了?"
    r"(?=[^，,。；;、\d]{2,})(?!(?:各类|政府|政务|公开|[的等])*(?:信息|消息|内容))"
)
"""通过网站公开税收政策44条: where it was printed is no part of its name."""
LONGEST_LABEL = 44
"""A longer label of a list's item is a sentence."""

_LATER = {
    ("2019", "normative_documents.issued"): "normative_documents.made",
    ("2019", "disclosure.normative_documents"): "normative_documents.published",
    ("2019", "rules.issued"): "rules.made",
    ("2019", "replies.refused_security"): "applications.denied_security_stability",
    ("2021", "replies.refused_security"): "applications.denied_security_stability",
    ("2019", "replies.granted"): "applications.granted",
    ("2021", "replies.granted"): "applications.granted",
    ("2019", "replies.refused_state_secret"): "applications.denied_state_secret",
    ("2021", "replies.refused_state_secret"): "applications.denied_state_secret",
    ("2019", "replies.partially_granted"): "applications.partially_granted",
    ("2021", "replies.partially_granted"): "applications.partially_granted",
}
"""Rows of the later forms that are worded like a row of 2014 under another code."""


@lru_cache(maxsize=1024)
def _indicator(code: str, year: int | None, form: bool) -> Indicator | None:
    """The indicator that a wording names in a report of a year; None where that year's reports have no such row."""
    edition: Edition | None = None if year is None or year < 2019 else "2019" if year < 2021 else "2021"
    if code == "applications.new" and not (form and edition):
        code = "requests.received"
    if edition is not None:
        later = indicators_of(edition).get(_LATER.get((edition, code), code) if form else code)
        if later is not None:
            return later
    return indicators_of("2014").get(code)


def _without_tail(label: str) -> str:
    """The label without what stands behind the name of a kind, be it ever so much: 重大事项方面的信息有 is 重大事项方面."""
    for _ in range(_TAILS):
        plain = LABEL_TAIL.sub("", label).strip()
        if plain == label:
            break
        label = plain
    return label


_TAILS = 3


_OF_SO_MANY = re.compile(r"^(?:这|上述|以上)?\d{1,6}条(?:信息)?(?:里面|里头|当中|之中|[中里])[，,：:]?(?=.{2})")
"""这110条里面救灾的21条."""
_ONE_OF_SEVERAL = re.compile(
    r"(?:第[一二三四五六七八九十]|头[一个]?|另一|末一?)(?:大块|块|大类|部分|个方面|方面|[大个]?项)[是为叫]?(?=.{2})"
)
"""头一块概况类3条，第二块政务类28条."""


_SHOWN_AHEAD = re.compile(r"^拟(?=审批|批准|录用|聘用|中标|成交|发展|提拔|任)")
"""拟批准公示: what is shown, and no plan."""


_QUOTED_BOARD = re.compile(r"[“\"][^“”\"]{2,12}栏[”\"]")
"""“公告栏”信息: a column by its name, and no board."""
_SERVICE = re.compile(r"12\d{3}(?=[一-龥]{4,12}$)")
"""12348公共法律服务: what is named after its telephone number."""


_EXPLAINED_SO = re.compile(r"^[^，,。；;：:\d]{2,40}(?:形式|角度|方式|渠道|途径|层次)的?(?=(?:政策|文件|会议)+解读)")
"""以图文、音视频等多形式、多角度政策解读: in what way."""


_WHAT_IT_HOLDS = re.compile(r"^([^，,、。；;]{4,14}?)(?:包含|包括|内含|含|涵盖)了?[^，,。；;\d]{2,}、[^，,。；;\d]{2,}$")
"""机关概况含机构职能、领导分工: what a kind is made of is no part of its name."""
_OF_THE_MEASURE = re.compile(r"^[^，,。；;\d]{2,40}(?:政策|措施|文件|办法|通知|意见)的(?=(?:政策|文件)解读$)")
"""纾困、稳岗等政策的政策解读: the kind is what stands last."""


@lru_cache(maxsize=2048)
def label_of(words: str, unit: str = "") -> str | None:
    """The printed label of a breakdown's item without its numbering and verbs; None if it is not such a label.

    `unit` is that of its number: 条 count items of information, whatever they tell of (会议报告1条).
    """
    if BY_PLATFORM.search(words) or SOME_BODIES.search(words) or "相同信息" in words:
        return None  # 公开相同信息计1条: how they are counted
    words = _OF_SO_MANY.sub("", words) if "条" in words else words
    words = words[words.rfind("（") + 1 :] or words if words.rfind("（") > words.rfind("）") else words  # 简介（职能2条）
    words = _CLASSED.sub(r"\1", words.strip()) if "（" in words or "(" in words else words
    words = _RELATED.sub(r"\1", words) if "关" in words else words
    words = _BELONGING.sub(r"\1", words) if words[-1:] == "者" else words
    words = _IN_THE_FORM.sub(r"\1", words) if words[:1] == "以" else words
    words = _DONE_IN_TURN.sub("", words) if "是" in words[1:3] else words
    words = _PRINTED_IN.sub("", words) if "网" in words or "平台" in words else words
    words = _ONE_OF_SEVERAL.sub("", words) if words[:1] in "第头另末" else words
    label = unnumbered(_BROKEN_BRACKETS.sub("", words.strip()))
    head = LABEL_HEAD.match(label)
    label = unnumbered(_without_tail(label[head.end() :] if head else label)).removeprefix("了")
    label = _SO_ON.sub("", label) if "等" in label[3:] and ("、" in label or label.endswith(_CALLED)) else label
    label = _EXPLAINED.sub("", label) if label[-1:] in ("）", ")") else label
    label = _OF_WHAT.sub("", label) if label[:1] == "对" else label
    label = _OF_THE_MEASURE.sub("", _EXPLAINED_SO.sub("", label)) if "解读" in label[-6:] else label
    label = _WHAT_IT_HOLDS.sub(r"\1", label) if "、" in label and ("含" in label or "包括" in label or "涵盖" in label) else label
    summed_up = _SUMMED_UP.search(label)
    several = summed_up and ("、" in label or len(summed_up.group(1)) <= _SHORT)
    if summed_up and several and not _GENERAL.match(summed_up.group(1)):
        label = summed_up.group(1)
    if label[:1] in "“\"《" and label[-1:] in "”\"》":
        label = label[1:-1]
    plain = _QUOTED_BOARD.sub("·", label) if "栏" in label else label
    plain = LABEL_KIND.sub("", plain) if label.endswith(("类", "类信息")) else plain
    plain = LABEL_SOFT.sub("·", plain) if unit in ("条", "篇") or label.endswith(("类", "信息", "方面")) else plain
    plain = DOCUMENT_YEAR.sub("", plain) if "20" in plain else plain
    plain = _SERVICE.sub("", plain) if "12" in plain else plain
    planned = PLANS.search(_SHOWN_AHEAD.sub("", label.replace("工作目标", "").replace("应主动公开", "")))
    if not 2 <= len(label) <= LONGEST_LABEL or LABEL_BAD.search(plain) or ORGANISATION.search(label) or planned:
        return None
    return label
