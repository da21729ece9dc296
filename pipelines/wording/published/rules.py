"""Rules that a government made in the year and published, told with the noun in the heading, behind, or in the clause before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.around import About, Told
from pipelines.wording.claims import Claim
from pipelines.wording.counts import hits
from pipelines.wording.published.rule_rows import rows_of_rules, rows_out
from pipelines.wording.published.rules_out import rules_out
from pipelines.wording.published.rules_told import none_out
from pipelines.wording.sentences import Sentence

_MAKE = r"(?:制发|制定|制订|出台|印发|发布|新发|新制发|新制定|新出台|下发)(?:了|并印发)?"
_MADE = re.compile(
    rf"(?:[全本今]年度?|年内|当年|20\d\d年度?|本年度?内|我[县区市镇乡局]|[县区市镇乡]?(?:人民)?政府"
    rf"|(?:[及和、与](?:其|[县区市]?(?:人民)?政府)?办(?:公室)?)|名义|以|共|新)*{_MAKE}$"
)
_MAKE_ENDS = "发定订台布了"
_RULES = re.compile(r"(?:行政)?规范性文件")
_MADE_RULES = re.compile(
    rf"(?:[全本今]年度?|年内|当年|20\d\d年度?|内|共|我[县区市镇乡局])*(?:本?[县区市]?(?:人民)?政府)(?:[及和、与](?:其"
    rf"|本?[县区市]?(?:人民)?政府)?办(?:公室)?)(?:共|新|名义)*{_MAKE}(?:行政)?规范性文件$"
)
_NEW_RULES = re.compile(r"(?:[全本今]年度?|年内|当年|20\d\d年度?|内|共|我[县区市镇乡局])*新?(?:发|出|定)了?(?:行政)?规范性文件")
_PUBLISHED = re.compile(r"(?:按时|及时|全部|对外|均|已|主动|依法|向社会|按规定|其中)*(?:公开|公布)(?:了)?")
_PUT_OUT = re.compile(
    r"(?:均|都|全部|已|也)*(?:按时|及时|主动|依法|全文|[在于][^，,；;。\d]{2,16}?(?:网站?"
    r"|公报|平台)[上和]?(?:公报上?)?)*(?:公开|公布|上网)"
)
_ALL_OUT = re.compile(
    r"[，,（(]\s?(?:其?(?:均|都|全部|已|悉数|一律)){1,2}(?:按时|及时|主动|依法|全文"
    r"|对外|向社会|[在于][^，,；;。\d]{2,16}?(?:网站?|公报|平台)[上]?)*(?:全文)?(?:公开"
    r"|公布|上网公开)(?=[，,；;。）)]|$)"
)
_RULES_OUT = re.compile(
    r"(?:行政)?规范性文件(?:均|都|全部|已|悉数|一律){1,3}(?:按时|及时|主动|依法|全文|对外|向社会|[在于][^，,；;。\d]{2,16}?(?:网站?|公报|平台)[上]?)*(?:上网)?(?:公开|公布)"
)
"""制发的33件规范性文件全部上网公开: as many were published."""
_PUBLISHES = re.compile(
    r"(?:[全本今]年度?|20\d\d年度?|共|主动)*公开了?(?:[县区市州旗]?(?:人民)?政府)?(?:[及和、与](?:其|[县区市]?政府)?(?:各?部门|办(?:公室)?))?(?:制发|出台|印发)?的?(?:行政)?规范性文件"
)
_DRAFTED = re.compile(r"起草|代拟|报请|提请|清理|审查|审核|备案|废止|失效|以前|历年|累计")


def rules_of(about: About) -> list[Told]:
    """Rules made, and those of them that were published: 制发1件规范性文件, 当年县政府制发16件，对外公开14件."""
    words, behind = about.words.removesuffix("的"), about.behind
    made = words[-1:] in _MAKE_ENDS
    if not (made or "规范性文件" in words or about.last == "normative_documents.issued") or _DRAFTED.search(words):
        return []
    if about.last == "normative_documents.issued" and (
        _PUBLISHED.fullmatch(words) or (not words.strip("其中除") and _PUT_OUT.match(behind))
    ):
        return [Told("disclosure.normative_documents", first=True)]
    if "规范性文件" in behind and words != about.words and _RULES_OUT.match(behind):
        return [Told("disclosure.normative_documents", first=True)]
    if words.endswith("规范性文件") and _PUBLISHES.fullmatch(words):
        return [Told("disclosure.normative_documents")]
    if made and _MADE.search(words) and _RULES.match(behind):
        return [Told("normative_documents.issued")]
    if words.endswith("规范性文件") and (_MADE_RULES.fullmatch(words) or _NEW_RULES.fullmatch(words)):
        return [Told("normative_documents.issued")]
    named = made and not (behind or about.last) and "发布" not in words and _MADE.fullmatch(words)
    spoken_of = named and (_RULES.search(about.number.state.section.innermost) or _RULES.search(about.before))
    return [Told("normative_documents.issued")] if spoken_of else []


def told_of_rules(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of rules made and published that a sentence tells in other words than its numbers' wordings."""
    made = [*rows_of_rules(sentence, claims), *rows_out(sentence, claims)]
    told = [*claims, *made] if made else claims
    return [*made, *(_all_out(sentence, told) or rules_out(sentence, told) or none_out(sentence, told))]


_ROWS = frozenset(("normative_documents.issued", "disclosure.normative_documents"))


def _all_out(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claim that all the rules just counted were published: 制发规范性文件3件，均主动公开."""
    text = sentence.text
    if "公开" not in text and "公布" not in text:
        return []
    start = sentence.start
    here = [claim for claim in claims if claim.start >= start and claim.code in _ROWS]
    base = next((claim for claim in reversed(here) if claim.code == "normative_documents.issued"), None)
    if base is None or base.zero or any(claim.code == "disclosure.normative_documents" for claim in here):
        return []
    at = base.end - sentence.start
    end = min((hit.start + at for hit in hits(text[at:])), default=len(text))
    out = _ALL_OUT.search(text, at, end)
    return [Claim("disclosure.normative_documents", base.start, base.end, base.unit, base.raw, weak=True)] if out else []
