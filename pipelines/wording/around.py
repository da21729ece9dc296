"""A number with what stands around it in its sentence, as the readers of single clauses look at it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from pipelines.numbers import read_number
from pipelines.wording.claims import Claim, plain_number
from pipelines.wording.context import Number
from pipelines.wording.counts import hits
from pipelines.wording.needs import says
from pipelines.wording.owned import without_short_names
from pipelines.wording.sentences import TOPICS, Section
from pipelines.wording.wordings import unnumbered

_ENDED = re.compile(r"[；;]")
_CLAUSE = re.compile(r"[，,；;。：:（）()]")
_LONGEST = 40
_FURTHEST = 90
"""No clause that says what its number is begins further before it."""
_OFFICE = frozenset(("政开", "会训", "队伍"))
_THIS_WORK = re.compile(
    r"[这此该]一?[项摊块件个](?:工作|业务|事)|此事|公开工作|[能该可]公开|公开的范围|《(?:政府信息公开)?条例》"
)
"""What a report on disclosure calls so is the work of disclosure."""
_PLAIN = re.compile(
    r"(?:(?:其[他它]|总体|基本|统计|工作|有关|主要|数据|组织|推进|开展|整体|本年度?)*(?:情况|概况"
    r"|数据|概述|指标|统计|信息|结果|做法)?)?"
)
"""Headings that tell of nothing but the report itself."""
_SUBJECT = re.compile(r"(?:方面|情况|工作中|账|上)$")


class Told(NamedTuple):
    """A code that a clause gives its number, and how many subjects have as many each (甲、乙各2次).

    first     it is so whatever the wordings of the table say of the words right before the number
    anywhere  whichever body the words before name: they are where or by whom it was done
    """

    code: str
    times: int = 1
    first: bool = False
    anywhere: bool = False


@dataclass(slots=True)
class About:
    """A number, the claims right before it, and whether the report was just speaking of the office that does the work.

    words   the words before the number, since the last comma or number
    report  all the claims of the report so far
    """

    number: Number
    claims: tuple[Claim, ...]
    office: bool
    requests: bool = False
    names: tuple[str, ...] = ()
    report: Sequence[Claim] = ()
    words: str = field(init=False)
    _behind: str | None = field(default=None, init=False)
    _lead: str | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.words = unnumbered(self.number.words[-_FURTHEST:]).strip("（(：: 、　")

    @property
    def behind(self) -> str:
        """The words behind it, up to the next comma, bracket or colon."""
        if self._behind is None:
            at = self.number.hit.end
            self._behind = _CLAUSE.split(self.number.sentence.text[at : at + _LONGEST], maxsplit=1)[0].strip()
        return self._behind

    @property
    def lead(self) -> str:
        """The clause before that of the number as it is printed; "" where a semicolon has closed it."""
        if self._lead is None:
            clauses = _ENDED.split(self.before)[-1].split("，")
            self._lead = clauses[-2][-_FURTHEST:] if len(clauses) > 1 else ""
        return self._lead

    @property
    def before(self) -> str:
        """All of the sentence before the number."""
        return self.number.sentence.text[: self.number.hit.start]

    @property
    def last(self) -> str:
        """The code that was claimed last in this sentence."""
        return self.number.state.last

    def is_of_office(self) -> bool:
        """Whether the work of disclosure itself is spoken of: in the sentence, its headings, or just before."""
        state, text = self.number.state, self.number.sentence.text
        if says("政开", text) or _THIS_WORK.search(text) or self.office:
            return True
        return of_office(state.section) or any(
            _SUBJECT.search(lead) and any(TOPICS[topic].search(lead) for topic in _OFFICE) for lead in state.leads
        )


    def is_near_office(self) -> bool:
        """Whether the work of disclosure is spoken of, if only before in its paragraph: for clauses of known words."""
        return self.is_of_office() or (self.number.sentence.spoken and not self.number.state.section.domain)

    def is_unopposed(self) -> bool:
        """Whether no heading names any topic or domain, so that the report itself is all that is spoken of."""
        section = self.number.state.section
        return not (section.topics or section.domain or section.hotline)

    def is_of_requests(self) -> bool:
        """Whether requests are spoken of: in the headings, or counted right before."""
        state = self.number.state
        return self.requests or state.topic == "申请" or "申请" in state.section.topics

    def is_beside_others(self) -> bool:
        """Whether the number right before it in its sentence is another matter's: 接受咨询3600人次，举办培训12场."""
        sentence = self.number.sentence
        others = [hit for hit in hits(self.before) if "；" not in self.before[hit.end :]]
        return bool(others) and all(claim.start != sentence.start + others[-1].start for claim in self.claims)

    def is_plain(self) -> bool:
        """Whether the sentence stands under no heading but such as tell of the report itself (概况, 统计情况)."""
        return all(_PLAIN.fullmatch(heading.strip("：: ")) for heading in self.number.state.section.headings)

    def value(self) -> Decimal | None:
        """The number's value; None for an approximate one."""
        printed = self.number.sentence.text[self.number.hit.start : self.number.hit.end]
        number = read_number(plain_number(printed))
        return number.value if number.meaning in ("number", "zero") else None


def unnamed(text: str, names: tuple[str, ...]) -> str:
    """The text without the publisher's own names, whole or short."""
    for name in names:
        text = text.replace(name, "")
    return without_short_names(text, names[0])[0] if names else text


def of_office(section: Section) -> bool:
    """Whether a section is of those who do the work of disclosure, of their lessons or their money."""
    return bool(section.topics & _OFFICE)
