"""What sentences claim, and how claims that stand are made into facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from models.codebook import Edition, Indicator, indicators_of
from pipelines.items import Fact, Place
from pipelines.numbers import read_number
from pipelines.wording.cues import (
    BY_PLATFORM,
    LABEL_BAD,
    LABEL_HEAD,
    LABEL_KIND,
    LABEL_SOFT,
    LABEL_TAIL,
    ORGANISATION,
    PLANS,
    SOME_BODIES,
)
from pipelines.wording.wordings import unnumbered


@dataclass(slots=True, eq=False)
class Claim:
    """One figure as claimed by a sentence, before the report's claims are weighed against one another.

    weak    to be taken only where nothing better is stated; `listed`: an item of a list; `parent`: what a `label` breaks down
    said    its clause names disclosure; `until`: it is 累计 up to a day (截至年底)
    fresh   its clause says that it is what was new in the year (新增); `summed`: that it is 累计
    opening the label that it would have, were it the first item of a list (主动公开工作情况38条, …，合计74条)
    judged  by the evidence around it, not by a wording of the table; `renewed`: an item that tells what of it is new
    alone   by media of no row of their own, which are all that was used where no other medium is counted (公示栏等渠道)
    dated   of one day or month (8月组织培训1次), which is the whole year's where nothing else of its code is told
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
    dated: bool = False
    opening: str | None = None
    cell: tuple[int, int, int] | None = None

    def as_part(self) -> Claim:
        """The same number as an item of a list."""
        return Claim(self.code, self.start, self.end, self.unit, self.raw, label=self.opening)


_OUTCOME = re.compile(
    r"[，,（(]\s?(?:[^，,。；;\d]{0,8}(?:政府|法院|机关|法制办|法制局|司法局))?(?:(?:审理|复议|判决|办理|处理)?(结果)|经审理|最终)?(均|全部|都)?"
    r"(?:为|是|已|予以|被|依法|判决|裁定|决定|作出|一审|二审)*(维持|驳回|纠正|纠错|撤销)"
    r"(?:原(?:行政|具体)?(?:行为|决定|判))?(?:[）)，,；;]|$)"
)


def outcome_of(claim: Claim, after: str) -> list[Claim]:
    """The claim of the one outcome that all the cases of a total had: 行政复议2件，结果维持; `after` follows the number."""
    family, _, kind = claim.code.partition(".")
    if kind == "online_interviews_led" and not claim.listed:  # 局长做客在线访谈1次: an interview all the same
        return [Claim(claim.code.removesuffix("_led"), claim.start, claim.end, claim.unit, claim.raw, weak=True, judged=True)]
    match = _OUTCOME.match(after) if kind == "total" and family in ("review", "litigation") else None
    if match is None or not (match.group(1) or match.group(2) or read_number(plain_number(claim.raw)).value == 1):
        return []
    row = "upheld" if match.group(3) in ("维持", "驳回") else "corrected"
    return [Claim(f"{family}.{row}", claim.start, claim.end, claim.unit, claim.raw)]


# --- facts ---


def facts_of(claims: Sequence[Claim], year: int | None, form: bool = False) -> list[Fact]:
    """The facts of the claims in the order of their places, nothing twice.

    `form`: a form stands on the page, so that rows worded alike take the code of the report year's edition and can be checked
    against it; prose alone keeps the codes of 2014, by which series go on beyond 2018.
    """
    facts: dict[tuple[object, ...], Fact] = {}
    for claim in sorted(_lists(claims), key=lambda claim: (claim.start, claim.code)):
        fact = _fact(claim, year, form)
        if fact is not None:
            key = (fact.code, fact.category, fact.value, id(claim.parent) if claim.parent else None)
            facts.setdefault(key, fact)
    return list(facts.values())


def _lists(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without a breakdown that says no more than an earlier one; labels lose a verb that all items share."""
    lists: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.parent is not None:
            lists.setdefault(id(claim.parent), []).append(claim)
    seen: set[frozenset[tuple[str | None, str]]] = set()
    dropped: set[int] = set()
    for items in lists.values():
        for verb in ("主动公开", "公开", "发布"):
            if len(items) > 1 and all(re.match(rf"{verb}..", item.label or "") for item in items):
                for item in items:
                    item.label = (item.label or "").removeprefix(verb)
        content = frozenset((item.label, item.raw) for item in items)
        if content in seen:
            dropped |= {id(item) for item in items}
        seen.add(content)
    return [claim for claim in claims if id(claim) not in dropped]


def _fact(claim: Claim, year: int | None, form: bool) -> Fact | None:
    indicator = _indicator(claim.code, year, form)
    if indicator is None:
        return None
    applicant = "total" if indicator.by_applicant else None
    place = Place(claim.start, claim.end, *(claim.cell or ()))
    number = read_number("0" if claim.zero else plain_number(claim.raw), indicator.unit)
    if number.value is None or number.value < 0:
        return None
    return Fact(
        indicator.code, indicator.edition, number.value, number.meaning, claim.raw, indicator.unit, "prose", place,
        applicant=applicant, category=claim.label, remark=number.remark,
    )  # fmt: skip


_ROUND_UNIT = re.compile(r"[（(](?:次|件|篇)[）)]")


def plain_number(raw: str) -> str:
    """A printed number in a form that `read_number` knows: without （次）, with 元 for a fee."""
    return _ROUND_UNIT.sub("", raw).replace("位", "人").replace("个人", "人").replace("班", "期").replace("间", "处")


_SUMMED_UP = re.compile(r"等([^等]{2,12}(?:信息|类))$")
_GENERAL = re.compile(r"方面|内容|情况|其[他它]|重[点大要]|各|相关|有关|[信类]")
"""三公经费、预决算等财政信息 are 财政信息; 办事指南等其他信息 keep what they are."""
_BROKEN_BRACKETS = re.compile(r"^[）)][、，,；;和及与）)]*|[（(]$")
"""What a number in brackets leaves of them to its neighbours."""
LONGEST_LABEL = 44
"""A longer label of a list's item is a sentence."""

_LATER = {
    ("2019", "normative_documents.issued"): "normative_documents.made",
    ("2019", "disclosure.normative_documents"): "normative_documents.published",
    ("2019", "replies.granted"): "applications.granted",
    ("2021", "replies.granted"): "applications.granted",
    ("2019", "replies.refused_state_secret"): "applications.denied_state_secret",
    ("2021", "replies.refused_state_secret"): "applications.denied_state_secret",
    ("2019", "replies.partially_granted"): "applications.partially_granted",
    ("2021", "replies.partially_granted"): "applications.partially_granted",
}
"""Rows of the later forms that are worded like a row of 2014 under another code."""


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


@lru_cache(maxsize=2048)
def label_of(words: str, unit: str = "") -> str | None:
    """The printed label of a breakdown's item without its numbering and verbs; None if it is not such a label.

    `unit` is that of its number: 条 count items of information, whatever they tell of (会议报告1条).
    """
    if BY_PLATFORM.search(words) or SOME_BODIES.search(words):
        return None
    label = unnumbered(_BROKEN_BRACKETS.sub("", words.strip()))
    head = LABEL_HEAD.match(label)
    label = LABEL_TAIL.sub("", label[head.end() :] if head else label).strip()
    label = unnumbered(label)
    summed_up = _SUMMED_UP.search(label)
    if summed_up and not _GENERAL.match(summed_up.group(1)):
        label = summed_up.group(1)
    if label[:1] in "“\"《" and label[-1:] in "”\"》":
        label = label[1:-1]
    plain = LABEL_KIND.sub("", label) if label.endswith(("类", "类信息")) else label
    plain = LABEL_SOFT.sub("", plain) if unit in ("条", "篇") or label.endswith(("类", "信息", "方面")) else plain
    if not 2 <= len(label) <= LONGEST_LABEL or LABEL_BAD.search(plain) or ORGANISATION.search(label) or PLANS.search(label):
        return None
    return label
