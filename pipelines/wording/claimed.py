"""The claim that a number is a figure's, with all that its words say of it."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.wording.claims import Claim, label_of
from pipelines.wording.context import Number
from pipelines.wording.cues import OPENING, STANDING
from pipelines.wording.lists.gathering import PARENTS
from pipelines.wording.published.media import all_used
from pipelines.wording.published.places import on_a_platform, on_own_platform
from pipelines.wording.requests.not_asked import REQUEST_ROUTES, came_in_two_ways
from pipelines.wording.wordings import Figure


def claimed(number: Number, figure: Figure, code: str, claims: Sequence[Claim], names: tuple[str, ...]) -> Claim:
    """The claim of a number that is a figure's; `claims` are those before it, `names` the publisher's."""
    state, words, claim = number.state, number.words, number.claim(code)
    openly = "主动公开" in words
    claim.said = "公开" in words
    claim.alone = code == "channel.other" and all_used(words) and "其他" not in state.section.innermost
    claim.platform = code == "channel.website" and (on_a_platform(words) or on_own_platform(words, names))
    if openly and code in PARENTS and OPENING.search(words):
        claim.opening = label_of(OPENING.sub("", words))
    claim.anchored = openly and number.phrase.time == "this"
    claim.fresh, claim.summed = "新增" in words or "新公开" in words, "累计" in words
    claim.dated = code == "training.people" and bool(claims) and claims[-1].dated
    claim.until = ((number.phrase.until or state.until) and claim.summed) or STANDING.search(words) is not None
    documents = code == "disclosure.total" and words.endswith("文件") and number.unit in "件份个"
    claim.judged = "judged" in figure.needs or documents  # 主动公开文件22份，公开信息316条
    claim.weak, claim.listed = documents or "weak" in figure.needs, state.breakdown or "list" in figure.needs
    claim.listed = claim.listed or (code in REQUEST_ROUTES and came_in_two_ways(number))
    return claim
