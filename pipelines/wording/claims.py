"""What sentences claim, weighed against one another and made into facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.codebook import Edition, Indicator, indicators_of
from pipelines.items import Fact, Place
from pipelines.numbers import read_number
from pipelines.wording.cues import LABEL_BAD, LABEL_HEAD, LABEL_TAIL, ORGANISATION, PLANS
from pipelines.wording.wordings import unnumbered

_ROUTES = ("requests.received_in_person", "requests.received_fax", "requests.received_online", "requests.received_letter")


@dataclass(slots=True, eq=False)
class Claim:
    """One figure as claimed by a sentence, before the report's claims are weighed against one another.

    weak    to be taken only where nothing better is stated; `listed`: an item of a list; `parent`: what a `label` breaks down
    said    its clause names disclosure; `until`: it is 累计 up to a day (截至年底)
    judged  by the evidence around it, not by a wording of the table
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
    judged: bool = False
    cell: tuple[int, int, int] | None = None


def weighed(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that stand once all of a report's sentences are known: weak ones give way, and to one another."""
    dropped = _shares(claims, "fees.collected", "元") | _shares(claims, "organisation.reading_points", "个")
    dropped |= _against_denials(claims) | _cases_of_all_kinds(claims) | _since_the_beginning(claims)
    dropped |= _weaker([claim for claim in claims if id(claim) not in dropped])
    said = {(claim.code, claim.raw) for claim in claims if id(claim) not in dropped}
    childless = dropped - {id(claim) for claim in claims if (claim.code, claim.raw) in said}
    stand = [claim for claim in claims if id(claim) not in dropped and id(claim.parent) not in childless]
    return [*stand, *_received_by_one_route(stand)]


def _weaker(claims: Sequence[Claim]) -> set[int]:
    """The weak claims, by id, that give way to a strong one of their code, or to a weak one with better grounds.

    Better grounds are parts that add up to it, then a wording of the table, then evidence. Equals that differ all go.
    """
    strong = {claim.code for claim in claims if not claim.weak and claim.label is None}
    if "applications.new" in strong:
        strong.add("requests.received")  # 办理申请15件，上年结转3件，本年新收12件
    parts: dict[int, Decimal] = {}
    for claim in claims:
        if claim.parent is not None:
            parts[id(claim.parent)] = parts.get(id(claim.parent), Decimal(0)) + _value(claim)
    weak: dict[str, dict[Decimal, int]] = {}
    for claim in claims:
        if claim.weak:
            grounds = 2 if parts.get(id(claim)) == _value(claim) else 0 if claim.judged else 1
            values = weak.setdefault(claim.code, {})
            values[_value(claim)] = max(values.get(_value(claim), 0), grounds)
    best = {code: _best(values) for code, values in weak.items()}
    return {id(claim) for claim in claims if claim.weak and (claim.code in strong or _value(claim) != best[claim.code])}


def _best(values: dict[Decimal, int]) -> Decimal | None:
    """The value with the best grounds, None where two have equally good ones."""
    first = [value for value, grounds in values.items() if grounds == max(values.values())]
    return first[0] if len(first) == 1 else None


def _received_by_one_route(claims: Iterable[Claim]) -> list[Claim]:
    """收到网络申请1件 states the total as well, where no total and no other route is stated."""
    claims = list(claims)
    if any(claim.code == "requests.received" for claim in claims):
        return []
    routes = [claim for claim in claims if claim.code in _ROUTES and not claim.zero]
    if len(routes) != 1 or routes[0].listed:
        return []
    route = routes[0]
    return [Claim("requests.received", route.start, route.end, route.unit, route.raw)]


def _shares(claims: Sequence[Claim], code: str, unit: str) -> set[int]:
    """Figures of single kinds (邮寄费12元、复印费8元，合计20元), by id; all of them where none is the sum of the others."""
    mine = [claim for claim in claims if claim.code == code]
    values = [read_number(plain_number(claim.raw), unit).value or Decimal(0) for claim in mine]
    if len(set(values)) < 2 or any(claim.zero for claim in mine):
        return set()
    whole = max(values)
    parts = [value for value in values if value != whole]
    unsure = len(parts) > 1 and sum(parts) != whole
    return {id(claim) for claim, value in zip(mine, values, strict=True) if value != whole or unsure}


def _against_denials(claims: Sequence[Claim]) -> set[int]:
    """What contradicts on requests, by id: the denial where some were surely counted, else what was weakly counted."""
    mine = [claim for claim in claims if claim.code == "requests.received" or claim.code in _ROUTES]
    denials = [claim for claim in mine if claim.zero and claim.code == "requests.received"]
    counted = [claim for claim in mine if not claim.zero and _value(claim)]
    if not denials or not counted:
        return set()
    sure = any(not claim.weak for claim in counted)
    return {id(claim) for claim in (denials if sure else counted)}


_CASES = frozenset(("review.total", "litigation.total", "complaints.total"))


def _cases_of_all_kinds(claims: Sequence[Claim]) -> set[int]:
    """Counts of cases that do not say they are about disclosure, by id, with their outcomes, where another count does."""
    sure = {claim.code for claim in claims if claim.code in _CASES and claim.said}
    dropped: set[int] = set()
    last: dict[str, bool] = {}
    for claim in sorted(claims, key=lambda claim: claim.start):
        family = claim.code.partition(".")[0]
        if claim.code in sure:
            last[family] = not claim.said
        if last.get(family):
            dropped.add(id(claim))
    return dropped


_COUNTED = ("disclosure.total", "channel.website", "channel.weibo", "channel.wechat")


def _since_the_beginning(claims: Sequence[Claim]) -> set[int]:
    """What was counted 累计 up to a day, by id, where the report's year alone has fewer: earlier years are in it."""
    years = [_value(claim) for claim in claims if claim.code == "disclosure.total" and not claim.until and claim.label is None]
    least = min((value for value in years if value), default=None)
    upto = [claim for claim in claims if claim.until and claim.code in _COUNTED]
    return {id(claim) for claim in upto if least is not None and _value(claim) > least}


def _value(claim: Claim) -> Decimal:
    return read_number(plain_number(claim.raw)).value or Decimal(0)


_OUTCOME = re.compile(
    r"[，,（(]\s?(?:(?:审理|复议|判决|办理|处理)?(结果)|经审理)?(均|全部|都)?(?:为|是|已)?被?(?:予以)?(维持|驳回|纠正|纠错|撤销)"
    r"(?:原(?:行政|具体)?(?:行为|决定|判))?(?:[）)，,；;]|$)"
)


def outcome_of(claim: Claim, after: str) -> list[Claim]:
    """The claim of the one outcome that all the cases of a total had: 行政复议2件，结果维持; `after` follows the number."""
    family, _, kind = claim.code.partition(".")
    match = _OUTCOME.match(after) if kind == "total" and family in ("review", "litigation") else None
    if match is None or not (match.group(1) or match.group(2) or read_number(plain_number(claim.raw)).value == 1):
        return []
    row = "upheld" if match.group(3) in ("维持", "驳回") else "corrected"
    return [Claim(f"{family}.{row}", claim.start, claim.end, claim.unit, claim.raw)]


# --- facts ---


def facts_of(claims: Sequence[Claim], year: int | None) -> list[Fact]:
    """The facts of the claims in the order of their places, nothing twice, in the codes of the report year's edition."""
    facts: dict[tuple[object, ...], Fact] = {}
    for claim in sorted(_lists(claims), key=lambda claim: (claim.start, claim.code)):
        fact = _fact(claim, year)
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


def _fact(claim: Claim, year: int | None) -> Fact | None:
    indicator = _indicator(claim.code, year)
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
    return _ROUND_UNIT.sub("", raw).replace("位", "人").replace("个人", "人").replace("班", "期")


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


def _indicator(code: str, year: int | None) -> Indicator | None:
    """The indicator that a wording names in a report of a year; None where that year's reports have no such row."""
    edition: Edition | None = None if year is None or year < 2019 else "2019" if year < 2021 else "2021"
    if edition is not None:
        later = indicators_of(edition).get(_LATER.get((edition, code), code))
        if later is not None:
            return later
    if code == "applications.new":
        code = "requests.received"
    return indicators_of("2014").get(code)


def label_of(words: str) -> str | None:
    """The printed label of a breakdown's item without its numbering and verbs; None if it is not such a label."""
    label = unnumbered(words.strip())
    head = LABEL_HEAD.match(label)
    label = LABEL_TAIL.sub("", label[head.end() :] if head else label).strip()
    label = unnumbered(label)
    cut = label.rfind("等")
    if 0 <= cut < len(label) - 2:
        label = label[cut + 1 :]
    if label[:1] in "“\"《" and label[-1:] in "”\"》":
        label = label[1:-1]
    if not 2 <= len(label) <= 24 or LABEL_BAD.search(label) or ORGANISATION.search(label) or PLANS.search(label):
        return None
    return label
