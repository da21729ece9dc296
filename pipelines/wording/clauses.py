"""What the clause around a number tells in words of no fixed order: who does the work, rooms, lessons, answers, rules."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence

from pipelines.wording.around import About, Told
from pipelines.wording.claims import Claim
from pipelines.wording.context import NOTHING, Number
from pipelines.wording.lists.gathering import Lists
from pipelines.wording.needs import Memory
from pipelines.wording.office.gatherings import gatherings_of
from pipelines.wording.office.lessons import lessons_of
from pipelines.wording.office.money import funds_of
from pipelines.wording.office.offices import offices_of
from pipelines.wording.office.people import people_of
from pipelines.wording.office.posts import posts_of
from pipelines.wording.office.replying import replying_of
from pipelines.wording.office.rooms import rooms_of
from pipelines.wording.office.staffing import was_then
from pipelines.wording.published.proven import Proofs
from pipelines.wording.published.rules import rules_of
from pipelines.wording.requests.asking import asked_by, asking_of
from pipelines.wording.requests.grievances import charges_of, complaint_of_one, grievances_of
from pipelines.wording.requests.not_asked import are_others, by_one_kind
from pipelines.wording.requests.since_2019 import since_2019
from pipelines.wording.requests.sorted import first_of, sorted_of
from pipelines.wording.wordings import Figure, phrase_of

_OFFICE = frozenset(("staff", "training", "funding", "organisation"))
_OF_REQUESTS = frozenset("件份宗项例起次-")
_HELD = (lessons_of, gatherings_of)
_BY_UNIT = {
    **dict.fromkeys(("人", "名", "位"), (posts_of, people_of, *_HELD, complaint_of_one, asked_by)), "人次": (*_HELD, asked_by),
    "-": (posts_of, rooms_of, sorted_of), "个": (posts_of, people_of, offices_of, rooms_of, *_HELD, replying_of, asked_by),
    "处": (rooms_of,), "家": (offices_of, rooms_of), "间": (rooms_of,),
    "次": (*_HELD, replying_of), "回": (*_HELD, replying_of), "场": (*_HELD, replying_of),
    "期": (*_HELD, replying_of), "班": _HELD, "场次": _HELD, "班次": _HELD,
    "件": (rules_of, grievances_of, asking_of, replying_of, sorted_of),
    "份": (rules_of, asking_of, sorted_of), "项": (sorted_of,),
    "宗": (grievances_of, asking_of, sorted_of),
    "例": (grievances_of, sorted_of), "篇": (replying_of,), "条": (replying_of,),
    "起": (grievances_of, replying_of, sorted_of),
    "元": (funds_of, charges_of),
}  # fmt: skip


_IN_ITEMS = re.compile(r"公开申请|(?:依申请|不予)公开$")


def sorted_first(
    number: Number, claims: Sequence[Claim], memory: Memory, names: tuple[str, ...] = (), year: int | None = None
) -> list[Told] | None:
    """What a number of requests is whatever the wordings say, nothing if it is no figure; None where that is left to them."""
    if number.unit not in _OF_REQUESTS and not (number.unit == "条" and _IN_ITEMS.search(number.words)):
        return None
    if number.state.section.hotline or ("分别" in number.words and _SEVERAL_QUOTED.search(number.words)):
        return None  # “同意公开”和“不存在”的分别是2件和1件: the first number is not the last one's
    about = About(number, tuple(claims[-8:]), memory.carried in _OFFICE, memory.requests, names, claims)
    told = since_2019(about, year)
    return first_of(about) if told is None else told


def told_by_clause(number: Number, claims: Sequence[Claim], memory: Memory, names: tuple[str, ...] = ()) -> list[Told]:
    """What a number is by the words of its own clause; nothing where they do not say it.

    The memory says whether the report was just speaking of those who do the work, or of requests.
    """
    rules = _BY_UNIT.get(number.unit)
    if rules is None or number.state.section.hotline or was_then(number):
        return []
    about = About(number, tuple(claims[-8:]), memory.carried in _OFFICE, memory.requests, names, claims)
    for rule in rules:
        if told := rule(about):
            return told
    return []


_SEVERAL_QUOTED = re.compile(r"[”\"][、和及与]?[“\"].*分别")
_WHEREVER = ("staff.", "organisation.", "complaints.")
"""What several bodies have together, whose names stand before it: 政务大厅及9个乡镇便民中心设有查阅点."""
_STOCKS = ("staff.", "organisation.")
_WEAK = frozenset(("weak", "judged"))
_NO_NEEDS: frozenset[str] = frozenset()
_PLAINLY = frozenset(("主动公开", "公开信息", "主动公开信息"))
"""Words that need no proof."""


class Clauses(Lists, ABC):
    """Claims what single clauses tell."""

    year: int | None
    names: tuple[str, ...]
    _asked: tuple[Number, list[Told]] | None = None
    proofs: Proofs = Proofs()
    """What the sums of the report prove of its numbers."""

    @abstractmethod
    def _claim(self, number: Number, figure: Figure) -> bool:
        """Claims a figure; False if its surroundings make it none."""

    def _by_proof(self, number: Number) -> bool:
        """Claims what the sums of the report prove a number to be, whatever words stand beside it."""
        start = number.sentence.start + number.hit.start
        sure = self.proofs.sure.get(start)
        code = sure or self.proofs.likely.get(start)
        if code is None:
            return False
        number.phrase = phrase_of(number.words, self.year, self.names)
        number.state.foreign = number.state.cumulative = False
        number.state.time = None
        count = len(self.claims)
        plain = sure or number.phrase.core in _PLAINLY
        if self._claim(number, Figure(code, _NO_NEEDS)) and not plain and len(self.claims) > count:
            self.claims[-1].weak = True
        return True

    def _sorted(self, number: Number) -> bool:
        """Claims the answer that a few requests got where no wording may be asked first; true as well if they are no figure."""
        told = sorted_first(number, self.claims, self._memory, self.names, self.year)
        if told and told[0].code == "requests.received":
            some = by_one_kind(number.words, number.sentence.text, number.hit.start)
            told = [] if some or are_others(number) else told
        if told and told[0].code == "requests.received":
            start = number.sentence.start  # 本级受理20件，部门受理30件，合计50件
            self.claims = [one for one in self.claims if one.start < start or one.code != told[0].code or one.label]
        claimed = [self._claim(number, Figure(one.code, _WEAK)) for one in told or ()]
        return told is not None and (not told or any(claimed))

    def _by_clause(self, number: Number, first: bool = False) -> bool:
        """Claims what a number's own clause tells of staff, rooms, lessons, answers and rules, in whatever order of words.

        `first`: only what is so whatever the wordings of the table say.
        """
        if self._asked is None or self._asked[0] is not number:
            self._asked = number, told_by_clause(number, self.claims, self._memory, self.names)
        told, state = self._asked[1], number.state
        if not told or state.cumulative or (first and not told[0].first):
            return False
        if number.phrase is NOTHING:
            number.phrase = phrase_of(number.words, self.year, self.names)
            self._turn(number.phrase, number.words, state)
        stock = state.time == "part" and told[0].code.startswith(_STOCKS)  # 4月机构改革后…有专职人员2人
        if state.time in ("other", "part") and told[0].times == 1 and not stock:
            return False
        if state.foreign and not (told[0].anywhere or told[0].code.startswith(_WHEREVER)):
            return False
        for one in told:
            if self._claim(number, Figure(one.code, _WEAK)) and self.claims[-1].code == one.code:
                self.claims[-1].times = one.times
                of_a_day = one.code.startswith("training.") and "月" in number.words
                self.claims[-1].dated = self.claims[-1].dated or of_a_day
                state.foreign = state.foreign and not (one.anywhere and one.code.startswith("training."))
        return True
