"""Ways of asking and answers that are more than all the requests of a report, and so are of something else: 邮寄材料96份."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.wording.claims import Claim
from pipelines.wording.lists.parts import value_of
from pipelines.wording.requests.counted import COUNTED

_CARRIED = "applications.carried_in"
_PARTS = ("requests.received_", "replies.")


def beyond_the_whole(claims: Sequence[Claim]) -> set[int]:
    """The ids of the ways and of the weakly told answers that exceed what was received, closed or answered in all."""
    counted = [one for one in claims if (one.code in COUNTED or one.code == _CARRIED) and one.label is None and not one.zero]
    values = [int(value) for one in counted if (value := value_of(one)) is not None]
    if not values or all(one.code != "requests.received" for one in counted):
        return set()
    most = max(values) + sum(int(value_of(one) or 0) for one in counted if one.code == _CARRIED)
    parts = [one for one in claims if one.code.startswith(_PARTS) and one.code not in COUNTED and one.label is None]
    return {
        id(one) for one in parts
        if (value_of(one) or 0) > most and (one.weak or one.code.startswith("requests."))
    }  # fmt: skip
