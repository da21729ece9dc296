"""How many of the normative documents that a sentence counts as made were disclosed: all of them, or so many behind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim, amount_of
from pipelines.wording.counts import Hit, hits
from pipelines.wording.cues import SUM
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import phrase_of

_ADVERBS = (
    r"(?:已经?|也|均|都|全部|当日|即|及时|同步|按时|按期|依法|依规|按规定|按要求|按程序|其中|有|对外|向社会|主动|全文|上网|在?网上|为)*"
)
_WHERE = r"(?:(?:在|于|通过)[^，,。；;\d]{2,24}?)?"
_OUT_AT_ONCE = re.compile(
    rf"[，,（(]\s?(?:即?《[^《》]{{1,60}}》[，,])?(?P<all>均|都|全部|悉数|一律|皆)?{_ADVERBS}{_WHERE}{_ADVERBS}(?:公开|公布)(?:[，,。；;）)]|$)"
)
"""制发1件规范性文件，即《…》，已在政府网站公开; 制发2件，均主动公开."""
_OUT_BEFORE = re.compile(
    rf"[，,；;、（(]\s?(?:除\s?\d{{1,3}}\s?[件份个][^，,。；;\d]{{1,12}}外[，,]?)?"
    rf"{_ADVERBS}{_WHERE}{_ADVERBS}(?:公开|公布)(?:了|的|规范性文件|有)*$"
)
"""制发4件，按时公开3件."""
_OUT_BEHIND = re.compile(
    r"(?:规范性文件)?(?:(?:已经?|均|都|全部|及时|按时|也){1,3}"
    rf"{_WHERE}|在[^，,。；;\d]{{0,12}}?(?:网站?|公报|公开栏)[上里]?){_ADVERBS}公[开布](?:[，,。；;）)]|$)"
)
"""除1件需报审外，15件已在政府网站和公报上公开."""
_DOCUMENTS = re.compile(r"(?:行政|政府)*规范性文件")
_UNITS = frozenset("件份个")
_FURTHEST = 60


_MADE = re.compile(r"(?:新?(?:制发|制定|出台|印发|发)|新发布?|新制发)(?:了|数量?[为是]?)?$")
_NAME_COUNT = r"名义[^，,。；;、\d]{0,12}\d{1,4}\s?件"
BY_TWO_NAMES = re.compile(rf"{_NAME_COUNT}[，,、；;和及]\s?(?:以|由)?[^，,。；;、\d]{{2,16}}{_NAME_COUNT}")
"""以县政府名义印发4件，以县政府办公室名义印发9件: each is a share of what was issued."""
_NOT_MADE = re.compile(r"以前|以来|累计|清理|废止|失效|修[订改]|的$|不|未|公开")


def documents_made(sentence: Sentence, claims: Sequence[Claim], year: int | None, names: tuple[str, ...]) -> list[Claim]:
    """The claim of how many were made, where the sentence or its heading has said of what: 二、规范性文件。当年县政府制发19件."""
    text = sentence.text
    headed = "规范性文件" in sentence.section.innermost
    _summed_up(sentence, claims)
    if not (headed or "规范性文件" in text) or any(claim.code == "normative_documents.issued" for claim in claims):
        return []
    begin = 0
    counted = hits(text)
    for hit in counted:
        words = _CLAUSE.split(text[begin : hit.start])[-1]
        said = headed or "规范性文件" in text[: hit.start]
        begin = hit.end
        counted_so = hit.unit in _UNITS or (hit.unit == "-" and "数" in words)
        if not said or not counted_so or not _MADE.search(words) or _NOT_MADE.search(words):
            continue
        phrase = phrase_of(words, year, names)
        if phrase.time not in ("other", "part") and not phrase.until:
            whole = _sum_of_makers(text, counted, counted.index(hit))
            if whole is None and "名义" in words and BY_TWO_NAMES.search(text):
                return []
            whole = whole or hit
            raw = text[whole.start : whole.end]
            return [Claim(_MADE_CODE, sentence.start + whole.start, sentence.start + whole.end, whole.unit, raw, weak=True)]
    return []


def _summed_up(sentence: Sentence, claims: Sequence[Claim]) -> None:
    """Makes the count of the first of several makers that of all of them, where their sum is printed."""
    if "计" not in sentence.text:
        return
    made = next((one for one in claims if one.code == _MADE_CODE and one.start >= sentence.start and not one.zero), None)
    counted = hits(sentence.text) if made is not None else ()
    at = next((index for index, hit in enumerate(counted) if made and hit.start == made.start - sentence.start), None)
    whole = _sum_of_makers(sentence.text, counted, at) if at is not None else None
    if made is not None and whole is not None:
        made.weak = False
        for other in claims:
            other.weak = other.weak or (other is not made and other.code == _MADE_CODE and other.start > made.start)
        made.start, made.end = sentence.start + whole.start, sentence.start + whole.end
        made.raw, made.unit = sentence.text[whole.start : whole.end], whole.unit


def _sum_of_makers(text: str, counted: Sequence[Hit], at: int) -> Hit | None:
    """The sum of what several makers made, which stands behind them: 县政府制发16件，县政府办制发22件，计38件."""
    added = amount_of(text[counted[at].start : counted[at].end])
    for before, hit in zip(counted[at:], counted[at + 1 :], strict=False):
        words = _CLAUSE.split(text[before.end : hit.start])[-1].strip()
        if added == amount_of(text[hit.start : hit.end]) and SUM.fullmatch(words):
            return hit
        if hit.unit not in _UNITS or not _MADE.search(words.removesuffix("规范性文件")):
            return None
        added += amount_of(text[hit.start : hit.end])
    return None


_SHARE_OF = re.compile(
    r"占(?:到|了)?(?:全年|年内|本年度?|当年|今年|20\d\d年度?)?(?:新|共|所|累计)?(?:制发|制定|出台|印发|发布)的?(?:行政)?规范性文件(?:总数)?(?:的|为)?$"
)
"""公开38件，占年内制发规范性文件40件的95%: how many were made."""


def made_of_share(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claim of how many documents were made, told as what the disclosed ones are a share of."""
    text = sentence.text
    if "占" not in text or any(one.code == _MADE_CODE for one in claims):
        return []
    for hit in hits(text):
        if hit.unit in _UNITS and text.startswith("的", hit.end) and _SHARE_OF.search(text[: hit.start]):
            raw = text[hit.start : hit.end]
            return [Claim(_MADE_CODE, sentence.start + hit.start, sentence.start + hit.end, hit.unit, raw, weak=True)]
    return []


_MADE_CODE = "normative_documents.issued"
_CLAUSE = re.compile(r"[，,；;。：:（(]")


def documents_out(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claim of how many of the documents just counted as made were disclosed; nothing where another sentence told it."""
    if "公开" not in sentence.text and "公布" not in sentence.text:
        return []
    made = [one for one in claims if one.code == "normative_documents.issued" and one.start >= sentence.start and not one.zero]
    if not made or any(claim.code == "disclosure.normative_documents" for claim in claims):
        return []
    base, text = made[-1], sentence.text
    noun = _DOCUMENTS.match(text, base.end - sentence.start)
    at = noun.end() if noun else base.end - sentence.start
    told = _OUT_AT_ONCE.match(text, at)
    if told is not None and (told["all"] or amount_of(base.raw) == 1):
        return [Claim(_CODE, base.start, base.end, base.unit, base.raw, weak=True, judged=True)]
    for hit in hits(text):
        raw, between = text[hit.start : hit.end], text[at : hit.start]
        same = between == "、公开" or amount_of(raw) == amount_of(base.raw)
        items = hit.unit == "条" and same and not text.startswith("信息", hit.end)
        if not at <= hit.start <= at + _FURTHEST or not (items or hit.unit in _UNITS) or "；" in between:
            continue
        out = _OUT_BEFORE.search(between) or _OUT_BEHIND.match(text, hit.end)
        if out is not None and amount_of(raw) <= amount_of(base.raw):
            return [Claim(_CODE, sentence.start + hit.start, sentence.start + hit.end, hit.unit, raw)]
    return []


_CODE = "disclosure.normative_documents"


_BESIDE_RULES = re.compile(
    r"公开[^，,。；;\d]{0,10}规章\d{1,2}[部件个][，,、][^，,。；;\d]{2,20}文件\d{1,4}[件份][，,（(]其中(?:行政)?规范性文件$"
)


def beside_rules(before: str) -> bool:
    """Whether normative documents are among those disclosed beside rules: 公开政府规章2部，政府文件149件，其中规范性文件18件."""
    return "规章" in before and _BESIDE_RULES.search(before) is not None
