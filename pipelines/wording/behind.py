"""What is told behind a count: why requests were refused, how a single one came and was answered, how a single case ended."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.numbers import read_number
from pipelines.wording.claims import Claim, plain_number
from pipelines.wording.evidence import STRANGE
from pipelines.wording.sentences import Sentence, hits
from pipelines.wording.told import ANSWERS, REPLIED, RESULTS, ROUTES
from pipelines.wording.wordings import spelled

_REASONS = {
    "国家秘密": "replies.refused_state_secret", "商业秘密": "replies.refused_trade_secret",
    "个人隐私": "replies.refused_privacy", "三安全": "replies.refused_security",
    "非政府信息": "replies.refused_not_government_information", "其他情形": "replies.refused_other_legal",
}  # fmt: skip
_BASES = ("replies.refused", "requests.received", "applications.new", "review.total", "litigation.total")
_WHY = re.compile(
    r"\s?[，,（(：:]\s?(?:占[^，,；;。）)]{1,16}[，,])?(?:其?(?:主要)?(?:原因|理由|依据|情形)|[均都皆系因属]|全部?|涉及|是|为|由于)"
)
_STOP = re.compile(r"[；;。]")
_CLAUSE = re.compile(r"[^，,：:（）()]+")
_FURTHEST = 90


def told_behind(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that the clauses right behind a count make of all it counts; none where they name two of a kind."""
    bases = [claim for claim in claims if claim.start >= sentence.start and claim.code in _BASES and not claim.zero]
    found: list[Claim] = []
    for base in bases:
        words = _behind(sentence, base)
        for code in _codes(base, words) if words else ():
            if not any(claim.code == code for claim in (*claims, *found)):
                found.append(Claim(code, base.start, base.end, base.unit, base.raw, weak=True, said=base.said, judged=True))
    return found


def _behind(sentence: Sentence, base: Claim) -> str:
    """What stands between a count and the next one, within its clauses up to a semicolon."""
    text, at = sentence.text, base.end - sentence.start
    stop = _STOP.search(text, at)
    end = min(stop.start() if stop else len(text), at + _FURTHEST)
    return text[at : min([end, *(hit.start for hit in hits(text[:end]) if hit.start >= at)])]


def _codes(base: Claim, words: str) -> list[str]:
    if base.code == "replies.refused":
        return _one(_REASONS, [words]) if _WHY.match(words) and "分别" not in words else []
    value = read_number(plain_number(base.raw)).value
    if value != 1 or base.label is not None:
        return []
    clauses = [clause.group() for clause in _CLAUSE.finditer(words)]
    if base.code in ("review.total", "litigation.total"):
        return [f"{base.code.partition('.')[0]}.{row}" for row in _one(RESULTS, clauses)]
    ways = [clause for clause in clauses if not REPLIED.search(clause)]
    return [*_one(ROUTES, ways), *_one(ANSWERS, clauses)]


def _one(codes: dict[str, str], clauses: Sequence[str]) -> list[str]:
    """The one code that the clauses name; none where they name several or speak of another matter."""
    said = [(word, text) for clause in clauses for word, text in spelled(clause)]
    named = {codes[word] for word, _ in said if word in codes}
    strange = any(STRANGE.search(text) for word, text in said if word == "~") and codes is RESULTS
    return [] if strange or len(named) != 1 else [named.pop()]
