"""What a denial makes zero: the objects of 未发生, 没有收到, 无 … as codes, none where one of them is unknown."""

from __future__ import annotations

import re

from pipelines.wording.cues import CHARGED, DOMAIN, NO_OBJECT, OBJECTS
from pipelines.wording.evidence import deny
from pipelines.wording.sentences import Section
from pipelines.wording.tolerance import loose_zeros
from pipelines.wording.wordings import Phrase, phrase_of, unnumbered, zero_of

_DENIED_AGAIN = re.compile(r"(?<=[、和及或与])(?:未被?|没有|无|零)")
_LEADING_VERBS = re.compile(r"(?:收到|发生|办理)+")


def denied(
    left: str, right: str, before: str, section: Section, year: int | None, names: tuple[str, ...], after: str = ""
) -> tuple[list[str], bool]:
    """The codes that a denial makes zero, and whether its words begin with `left`.

    `left` and `right` stand beside the denying word up to the next comma; `before` is the clause before, which may
    be a heading (行政复议：无), as `section` may; `after` is the rest of the sentence: 未收取复制费，收取邮寄费36元 is no zero.
    """
    found, with_left = _denied(left, right, before, section, year, names)
    if not found:
        found, with_left = deny(left + right, section, before + left + right + after, names), bool(left)
    if "fees.collected" in found and CHARGED.search(after):
        found = [code for code in found if code != "fees.collected"]
    return found, with_left


def _denied(
    left: str, right: str, before: str, section: Section, year: int | None, names: tuple[str, ...]
) -> tuple[list[str], bool]:
    right = _DENIED_AGAIN.sub("", right)
    for domain in DOMAIN.findall(names[0]) if names else ():
        left, right = left.replace(domain, ""), right.replace(domain, "")
    phrase = phrase_of(right, year, names)
    if not NO_OBJECT.fullmatch(phrase.core):
        found = _codes(phrase.core) or loose_zeros(phrase.loose, left + right, section.topics)
        return found, False
    subject = phrase_of(left, year, names)
    core = subject.core.replace("均", "")
    if core:
        codes = _codes(_LEADING_VERBS.sub("", core, count=1)) or loose_zeros(subject.loose, left, section.topics)
        if codes or len(core) > 8 or not NO_OBJECT.fullmatch(subject.loose.replace("~", "")):
            return codes, True
    if phrase.core == "收取":
        return (["fees.collected"] if "费用" in section.topics else []), False
    for heading in (unnumbered(before).strip("，,：: "), section.innermost):
        codes = _of_heading(phrase_of(heading, year, names)) if heading and len(heading) < 45 else []
        if codes:
            return codes, False
    return [], False


def _of_heading(phrase: Phrase) -> list[str]:
    return _codes(phrase.core) or loose_zeros(phrase.loose, phrase.core, frozenset())


def _codes(core: str) -> list[str]:
    """The codes of the objects of a denial, in order; none at all if one object is unknown."""
    subjects = [part for part in OBJECTS.split(core) if part]
    if not subjects or len(subjects) > 8:
        return []
    found = [zero_of(part) for part in subjects]
    if any(code is None for code in found):
        return []
    return [code for code in dict.fromkeys(found) if code]
