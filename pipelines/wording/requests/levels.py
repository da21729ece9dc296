"""Counts of one level of government, which are shares of what the whole is said to have had (several: published/shares.py)."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.wording.claims import Claim
from pipelines.wording.context import Number
from pipelines.wording.cues import OTHER_BODIES, OWN_LEVEL

_OF_REQUESTS = ("requests.received", "requests.completed")
def of_a_level(number: Number, claims: Sequence[Claim]) -> bool:
    """Whether a number is one level's share of what was told before: 全区受理800件，区政府本级受理206件."""
    words = number.words
    level = OWN_LEVEL.search(words) if "级" in words and "非本级" not in words else None
    if level is None:
        return False
    if "本级" in level.group() and (number.state.last or OTHER_BODIES.search(number.sentence.text)):
        return True
    codes = _OF_REQUESTS if any(word in words for word in ("收", "受理", "办", "答复")) else ("disclosure.total",)
    return any(claim.code in codes and claim.label is None for claim in claims)  # the whole was told before
