"""What the clause around a number tells in words of no fixed order: who does the work, rooms, lessons, answers, rules."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from pipelines.wording.around import About, Told
from pipelines.wording.claims import Claim
from pipelines.wording.context import NOTHING, Number
from pipelines.wording.lists.gathering import Lists
from pipelines.wording.needs import Memory
from pipelines.wording.office.lessons import lessons_of
from pipelines.wording.office.posts import funds_of, posts_of
from pipelines.wording.office.replying import replying_of
from pipelines.wording.office.rooms import rooms_of
from pipelines.wording.published.rules import rules_of
from pipelines.wording.requests.asking import asked_by, asking_of
from pipelines.wording.requests.grievances import charges_of, complaint_of_one, grievances_of
from pipelines.wording.requests.motions import motions_of
from pipelines.wording.wordings import Figure, phrase_of

_OFFICE = frozenset(("staff", "training", "funding", "organisation"))
_BY_UNIT = {
    "人": (posts_of, lessons_of, complaint_of_one, asked_by), "名": (posts_of, lessons_of, complaint_of_one, asked_by),
    "位": (posts_of, lessons_of, complaint_of_one, asked_by), "人次": (lessons_of,),
    "-": (posts_of,), "个": (posts_of, rooms_of, lessons_of, replying_of, asked_by),
    "处": (rooms_of,), "家": (rooms_of,), "间": (rooms_of,),
    "次": (lessons_of, replying_of), "回": (lessons_of, replying_of), "场": (lessons_of, replying_of),
    "期": (lessons_of, replying_of), "班": (lessons_of,),
    "件": (rules_of, motions_of, grievances_of, asking_of, replying_of), "份": (rules_of, asking_of),
    "宗": (grievances_of, asking_of),
    "例": (grievances_of,), "篇": (replying_of,), "条": (replying_of, motions_of), "起": (grievances_of, replying_of),
    "元": (funds_of, charges_of),
}  # fmt: skip


def told_by_clause(number: Number, claims: Sequence[Claim], memory: Memory, names: tuple[str, ...] = ()) -> list[Told]:
    """What a number is by the words of its own clause; nothing where they do not say it.

    The memory says whether the report was just speaking of those who do the work, or of requests.
    """
    rules = _BY_UNIT.get(number.unit)
    if rules is None or number.state.section.hotline:
        return []
    about = About(number, tuple(claims[-8:]), memory.carried in _OFFICE, memory.requests, names)
    for rule in rules:
        if told := rule(about):
            return told
    return []


_WHEREVER = ("staff.", "organisation.", "complaints.")
"""What several bodies have together, whose names stand before it: 政务大厅及9个乡镇便民中心设有查阅点."""
_WEAK = frozenset(("weak", "judged"))


class Clauses(Lists, ABC):
    """Claims what single clauses tell."""

    year: int | None
    names: tuple[str, ...]
    _asked: tuple[Number, list[Told]] | None = None

    @abstractmethod
    def _claim(self, number: Number, figure: Figure) -> bool:
        """Claims a figure; False if its surroundings make it none."""

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
        if state.time in ("other", "part") and told[0].times == 1:
            return False
        if state.foreign and not (told[0].anywhere or told[0].code.startswith(_WHEREVER)):
            return False
        for one in told:
            if self._claim(number, Figure(one.code, _WEAK)) and self.claims[-1].code == one.code:
                self.claims[-1].times = one.times
                state.foreign = state.foreign and not (one.anywhere and one.code.startswith("training."))
        return True
