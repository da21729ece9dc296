"""Whose outcomes a list of them is, where it stands apart from the count of the cases: 复议结果：维持12件，被纠错2件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim

_RESULTS_OF = re.compile(
    r"(?:其中|上述|以上|[：:]|从|按|这些)*(?:行政)?(?P<kind>复议|诉讼)(?:案件)?的?(?:审理|处理|判决|办理|裁决)?(?:结果|结论|情况)(?:分别)?(?:[为是看有]|来看|如下)?[：:]?"
)
_KINDS = {"复议": "review", "诉讼": "litigation"}


def family_of_results(lead: str, claims: Sequence[Claim]) -> str | None:
    """The cases whose results the clause before announces, if the report has counted such cases; None otherwise."""
    told = _RESULTS_OF.fullmatch(lead.strip()) if "结" in lead or "情况" in lead else None
    family = _KINDS[told["kind"]] if told else ""
    return family if family and any(claim.code == f"{family}.total" and not claim.zero for claim in claims) else None
