"""Proposals of deputies and members whose results were published: 承办人大代表建议6件，全部公开办理复文."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.around import About, Told
from pipelines.wording.claims import Claim
from pipelines.wording.second.pieces import of_another_year
from pipelines.wording.sentences import Sentence

_KIND = {"建议": "proposals.npc", "提案": "proposals.cppcc"}
_WHOSE = r"(?:[省市县区镇乡]?(?:人大)?(?:代表)?(?P<npc>建议)|[省市县区]?(?:政协)?(?:委员)?(?P<cppcc>提案))"
_PUBLISHED = re.compile(
    rf"(?:[^，,；;。\d]{{0,8}}(?<!未)(?<!不予)(?<!不)公开(?:了|的)?(?:主办件)?)?{_WHOSE}(?:的)?(?:办理)?(?:结果"
    rf"|答复|复文|情况)?(?:有|共)*$"
)
_OF_RESULTS = re.compile(r"结果|复文|答复")
_ALL_TOLD = re.compile(r"(?:[^，,；;。\d]{0,4})?公开(?:了)?(?:其)?(?:办理)?(?:结果|复文|答复)(?:的)?(?:有|共)*$")
_BOTH = re.compile(r"建议(?:和|、|、政协)?提案")
_LEFT_OUT = re.compile(
    r"(?P<what>建议|提案)\d{1,5}\s?件[，,]\s?除\s?\d{1,4}\s?件[^，,；;。\d]{2,14}外[，,]?(?:均"
    r"|都|已|全部)*公开$"
)
_COUNTED_BOTH = re.compile(r"建议\s?\d{1,5}\s?件[、，,和及与]\s?[^，,；;。\d]{0,8}提案\s?\d{1,5}\s?件[，,；;]\s?[^，,；;。\d]*$")
"""承办人大建议5件、政协提案8件，公开答复12件."""
_APART = re.compile(
    r"建议[^。；;]{0,40}?提案[^。；;\d]{0,3}(?:\d{1,5}\s?件)?[^。；;\d]{0,24}分别[为有是]?\s?"
    r"(?P<second>\d{1,5}\s?件?\s?[、，和及与])?\s?$"
)
"""人大建议88件、政协提案107件，办理结果公开的分别为71件和93件."""
_KINDS = r"(?:人大)?(?:代表)?建议[、和及与]?(?:政协)?(?:委员)?提案(?:的)?"
_RESULT = r"(?:办理)?(?:结果|复文|答复|情况)"
_TOGETHER = re.compile(
    rf"(?:[^，,；;。\d]{{0,6}}(?<!未)(?<!不予)(?<!不))?公开(?:了|的)?{_KINDS}(?:{_RESULT})?(?:共|有|计|合计)*"
    rf"|(?:[^，,；;。\d]{{0,6}})?{_KINDS}{_RESULT}"
    r"(?:已|均)*(?:[在于通][^，,；;。\d]{1,10}?)?(?:已|均|向社会|主动|全文)*公开(?:了|的)?(?:共|有|数)*"
)
"""公开建议提案37件, 建议、提案办理结果在网站公开37件."""
_HOW = r"(?:[，,]|的)?\s?(?:办理)?(?:结果|复文|答复)?(?:均|都|全部|已|也|一律|(?:办结|办复|答复|办理完毕)(?:、?并|且|后))+"
_OUT = (
    rf"(?:{_HOW}[在于][^，,；;。\d]{{1,8}}[上中里]?(?:向社会|主动|全文)?公开了?|{_HOW}(?:向社会|主动|全文)公开了?"
    rf"|[，,]\s?(?:办理)?(?:结果|复文|答复)(?:均|都|全部|已|也|一律)+公开了?|{_HOW}公开(?:办理)?(?:结果"
    rf"|复文|答复))(?=[，,；;。]|$)"
)
_BEFORE_BOTH = re.compile(
    rf"(?P<number>\d{{1,5}}\s?件)[^，,。；;\d]{{0,6}}建议[、，和及与]\s?(?P<second>\d{{1,5}}\s?件)[^，,。；;\d]{{0,6}}提案{_OUT}"
)
"""承办的18件人大代表建议和25件政协提案，办理结果全部公开."""
_OUT_ALL = re.compile(
    rf"(?P<what>建议|提案)\s?(?P<number>\d{{1,5}}\s?件)(?:[、，和及]\s?(?:政协)?(?:委员)?提案\s?(?P<second>\d{{1,5}}\s?件))?{_OUT}"
)


_CLAUSES = re.compile(r"[，,。；;]")
_SOME_OUT = re.compile(r"[，,；;]\s?(?:其中|包括)(?:人大|代表|政协|委员){0,2}(?:建议|提案)\s?\d")
_RESULTS_OUT = re.compile(
    r"(?:建议|提案)(?:的)?办?理?(?:结果|复文|答复|情况)"
    r"(?:首次|已|均|都|全部|全文|一律|及时|在[^，,。；;\d]{1,10}|向社会|主动)*(?:公开|上网|挂网|公布)了?"
    r"[，,：:；]\s?(?:其中|包括|共)?[，,：:]?\s?[^，,。；;\d]{0,12}$"
)
"""建议和提案的办理结果首次向社会公开，其中建议答复33件."""


def motions_of(about: About) -> list[Told]:
    """Proposals whose results were published, by the words of the number's own clause and the kind told before it."""
    words, text = about.words, about.number.sentence.text
    if "建议" not in text and "提案" not in text:
        return []
    if about.number.unit == "条" and (about.number.state.breakdown or not _OF_RESULTS.search(words)):
        return []  # 其中建议提案12条: a kind of what was disclosed
    apart = _APART.search(about.before) if "分别" in about.before and "公开" in about.before else None
    if apart:
        return [Told("proposals.cppcc" if apart["second"] else "proposals.npc", first=True)]
    left_out = _LEFT_OUT.search(about.before)
    if left_out:
        return [Told(_KIND[left_out["what"]], first=True)]
    if _TOGETHER.fullmatch(words):
        return [Told("proposals.total", first=True)]
    whose = _PUBLISHED.fullmatch(words.removeprefix("其中").removeprefix("包括").lstrip("、和及"))
    code = "" if whose is None else "proposals.npc" if whose["npc"] else "proposals.cppcc"
    if code and ("公开" in words or about.last.startswith("proposals.") or _RESULTS_OUT.search(about.before)):
        return [Told(code, first=True)]
    both = _ALL_TOLD.fullmatch(words.removeprefix("其中")) and (_BOTH.search(about.before) or _COUNTED_BOTH.search(about.before))
    return [Told("proposals.total", first=True)] if both and not about.last else []


def told_of_motions(sentence: Sentence, claims: Sequence[Claim], year: int | None) -> list[Claim]:
    """The claims of proposals that a sentence says were all published in the year: 建议9件、提案14件全部在局网站公开."""
    text = sentence.text
    if ("建议" not in text and "提案" not in text) or "公开" not in text:
        return []
    told = {claim.code for claim in claims if claim.start >= sentence.start}
    found: list[Claim] = []
    for match in (*_OUT_ALL.finditer(text), *_BEFORE_BOTH.finditer(text)):
        if _SOME_OUT.match(text, match.end()):
            continue  # 建议52件、提案31件，复文已公开，其中建议40件、提案27件
        if of_another_year(_CLAUSES.split(text[: match.start()])[-1], year):
            continue  # 2017年人大代表建议5件、政协提案3件，办理结果已公开
        first = _KIND[match.groupdict().get("what") or "建议"]
        kinds = [("number", first), *([("second", "proposals.cppcc")] if match["second"] else [])]
        for group, code in kinds:
            if code not in told:
                start, end = (sentence.start + at for at in match.span(group))
                found.append(Claim(code, start, end, "件", match[group], weak=True))
    return found
