"""What a second look at a sentence adds to its claims, and which of them it puts right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim
from pipelines.wording.cue import led
from pipelines.wording.requests.asked import by_the_rest, of_two_years, without_mail
from pipelines.wording.requests.complaints_apart import complaints_apart
from pipelines.wording.requests.grievances import (
    among_complaints,
    complaints_told,
    no_case_among,
    without_uncounted,
    without_unrelated,
)
from pipelines.wording.requests.outcomes import none_corrected
from pipelines.wording.second.at_the_head import without_one_office, without_other_years
from pipelines.wording.second.cases import Told, cases_of, heard_here
from pipelines.wording.second.charges import charged_in, without_single_charges
from pipelines.wording.second.events import events_of
from pipelines.wording.second.form_rows import form_rows
from pipelines.wording.second.later_rows import later_rows
from pipelines.wording.second.motions import motions_told
from pipelines.wording.second.nothing import nothing_of, of_charges_by_law
from pipelines.wording.second.replies import of_each_topic, replies_of
from pipelines.wording.second.shortcomings import short_of
from pipelines.wording.second.suits import without_one_way
from pipelines.wording.sentences import Sentence
from pipelines.wording.zeros.negated import denied_besides
from pipelines.wording.zeros.stopped import stopped

_SIGNED = led("议诉讼胜败官被维驳纠撤终和", r"[议诉讼胜败]|官司|被告|维持|驳回|纠[错正]|撤|终止|和解")
_NAMED = {
    "review": re.compile("复议"), "litigation": re.compile("(?<![投申])诉|官司|法院|告"),
    "complaints": re.compile("投诉|举报|检举|申诉|信访|反映"),
}  # fmt: skip
_TOTALS = frozenset(("review.total", "litigation.total", "complaints.total"))
_CASES = ("review.", "litigation.", "complaints.")
_OUTCOMES = (".upheld", ".corrected", ".other")
_ANSWERS_BY = re.compile(r"(?:发布会|通气会|吹风会|访谈)[^，,。；;\d]{0,6}回应[^，,。；;\d]{0,14}$")
"""通过新闻发布会回应社会关切3次: so many answers, and not conferences."""
_EVENTS = ("response.press", "response.online", "response.policy")


def looked_over(sentence: Sentence, claims: list[Claim], year: int | None, names: tuple[str, ...]) -> list[Claim]:
    """The claims of the report so far with those that a second look at its last sentence finds.

    What it finds gives way to anything that a wording states; a code that the report has already is left alone.
    """
    if sentence.section.plan:
        return short_of(sentence, claims, year)
    if denied := denied_besides(sentence, claims, year, names):
        claims = [*claims, *denied]
    claims = without_mail(sentence, [*claims, *by_the_rest(sentence, claims)])
    claims = of_two_years(sentence, _without_unnamed(sentence, claims))
    if _SIGNED.search(sentence.text):
        if heard_here(sentence, names):
            return [one for one in claims if one.start < sentence.start or one.zero or not one.code.startswith(_CASES[:2])]
        claims = _put_right(sentence, claims, cases_of(sentence, claims, year))
        claims = without_one_way(sentence, [*claims, *none_corrected(sentence, claims)])
    claims = among_complaints(sentence, [*claims, *no_case_among(sentence, claims)])
    claims = complaints_apart(sentence, _with(claims, complaints_told(sentence, claims, year)))
    claims = _with(_without_charges_by_law(sentence, claims), nothing_of(sentence, year, _beside(sentence, claims)))
    claims = _with(claims, [*charged_in(sentence, year), *stopped(sentence, year), *later_rows(sentence, claims, year, names)])
    claims = without_single_charges(sentence, claims)
    claims = _with(claims, form_rows(sentence, claims, year, names))
    claims = of_each_topic(sentence, _spoken(sentence, claims, year))
    claims = without_one_office(sentence, claims, names)
    return without_other_years(sentence, claims, year)


def _beside(sentence: Sentence, claims: Sequence[Claim]) -> bool:
    """Whether cases on disclosure were told right before a sentence."""
    return any(one.code in _TOTALS and 0 < sentence.start - one.end < _NEAR for one in claims[-_LAST:])


_NEAR, _LAST = 120, 8


def _with(claims: list[Claim], found: Sequence[Claim]) -> list[Claim]:
    """The claims with those found of codes that the report has not told yet."""
    if not found:
        return claims
    codes = {claim.code for claim in claims if claim.label is None}
    return [*claims, *(claim for claim in found if claim.code not in codes)]


# --- cases and charges ---


def _without_unnamed(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims without the cases of a kind that the heading names, where the sentence names another: 因公开而起的复议，没有."""
    start = sentence.start
    if not [claim for claim in claims if claim.start >= start and claim.code in _TOTALS]:
        return claims
    named = {family for family, pattern in _NAMED.items() if pattern.search(sentence.text)}
    if not named:
        return claims
    return [claim for claim in claims if claim.start < sentence.start or claim.code not in _TOTALS or _family(claim) in named]


def _put_right(sentence: Sentence, claims: list[Claim], told: Told) -> list[Claim]:
    """The claims with those found, without what was taken for the same numbers of another kind of cases, or for all cases."""
    if not (told.found or told.wrong or told.joint or told.sub):
        return without_uncounted(sentence, without_unrelated(sentence, claims))
    here: dict[int, set[str]] = {}
    for claim in told.found:
        here.setdefault(claim.start, set()).add(_family(claim))
    stand = [claim for claim in claims if not _is_wrong(claim, told, here)]
    whole = {claim.code for claim in (*stand, *told.found) if claim.start not in told.sub}
    one = len(told.sub) == 1
    stand = [
        claim for claim in stand
        if claim.start not in told.sub or claim.code not in _TOTALS or (one and claim.code not in whole)
    ]  # fmt: skip
    return without_uncounted(sentence, without_unrelated(sentence, _with(stand, told.found)))


def _is_wrong(claim: Claim, told: Told, here: dict[int, set[str]]) -> bool:
    """Whether a claim was made of a number that is of other cases, of two kinds together, or of a part of an outcome."""
    if not claim.code.startswith(_CASES):
        return False
    part = claim.start in told.wrong and claim.code.endswith(_OUTCOMES)
    joint = claim.start in told.joint and claim.code in _TOTALS
    return part or joint or _family(claim) not in here.get(claim.start, {_family(claim)})


def _family(claim: Claim) -> str:
    return claim.code.partition(".")[0]


def _without_charges_by_law(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims without charges that a government takes by law, which are none for information."""
    here = [claim for claim in claims if claim.code == "fees.collected" and claim.start >= sentence.start]
    if not here or not of_charges_by_law(sentence):
        return claims
    return [claim for claim in claims if claim.code != "fees.collected" or claim.start < sentence.start]


# --- conferences, answers, proposals ---


def _spoken(sentence: Sentence, claims: list[Claim], year: int | None) -> list[Claim]:
    """The claims with those of conferences, interviews, explanations, answers and proposals."""
    events, wrong = events_of(sentence, claims, year)
    if "回应" in sentence.text:
        events = [one for one in events if not _ANSWERS_BY.search(sentence.text, 0, max(0, one.start - sentence.start))]
    led = {claim.start: claim.code for claim in events if claim.code.endswith("_led")}
    if led or wrong:
        counted = {claim.code for claim in (*claims, *events) if claim.start not in led}
        claims = [
            claim for claim in claims
            if not claim.code.startswith(_EVENTS)
            or (claim.start not in wrong and _agrees(claim, led.get(claim.start, ""), counted))
        ]  # fmt: skip
    replies, motions = list(replies_of(sentence, year)), motions_told(sentence, year)
    if not (events or replies or motions):
        return claims
    claims = _not_of(_not_of(claims, replies, "channel."), replies, "response.total")
    claims = _not_of(claims, [reply for reply in replies if reply.code == "response.weibo_wechat"], "response.hot_topics")
    claims = _not_of(claims, [reply for reply in replies if reply.code == "response.hot_topics"], "response.weibo_wechat")
    if any(reply.summed for reply in replies):
        claims = [claim for claim in claims if claim.start < sentence.start or claim.code != "response.policy_interpretations"]
    claims = _not_of(claims, [motion for motion in motions if motion.code != "proposals.total"], "proposals.total")
    claims = _not_of(_not_of(claims, motions, "disclosure.total"), motions, "channel.")
    return _with(claims, [*events, *replies, *motions])


def _agrees(claim: Claim, led: str, counted: set[str]) -> bool:
    """Whether a claim may stand beside the one that its number is of events that a leader led; `counted` are told elsewhere."""
    alike = claim.code == led.removesuffix("_led") and claim.code not in counted
    return not led or claim.code == led or (alike and not claim.raw.startswith("0"))


def _is_item(claim: Claim) -> bool:
    """Whether a claim is an item of the list of what was disclosed, whatever else its number tells: 建议提案答复68条."""
    return claim.label is not None and claim.unit == "条"


def _not_of(claims: list[Claim], found: Sequence[Claim], family: str) -> list[Claim]:
    """The claims without those of a family that were made of the numbers found."""
    places = {claim.start for claim in found}
    if not places:
        return claims
    return [claim for claim in claims if claim.start not in places or _is_item(claim) or not claim.code.startswith(family)]
