"""What holds at a place in a sentence: whose numbers these are, of which year, on which topic; and a number in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from pipelines.wording.asides import LESSON_ON
from pipelines.wording.claims import Claim
from pipelines.wording.counts import Hit
from pipelines.wording.cues import CLAUSE_OR_ITEM, PEOPLE
from pipelines.wording.sentences import Section, Sentence
from pipelines.wording.wordings import Figure, Phrase

NOTHING = Phrase("", own=False, time=None)
"""The phrase of a number that nothing introduces."""


_SAME_UNIT = {"个人": "人", "则": "条", "回": "次"}

PEOPLE_UNITS = frozenset(("人次", "人", "名", "位", "个人"))
"""Units of people."""


@dataclass(slots=True)
class State:
    """What holds at a place in a sentence: whose numbers these are, of which year, on which topic.

    subject  the clause before, where it counted nothing; `counted`: something was counted under this heading already;
             `whole`: what is divided is all that was disclosed; `until`: the sentence counts up to a day (截至年底)
    led      how many of the `leads` stand before the last semicolon
    former   what a count of last year was said of (去年公开信息402条；今年455条)
    past     the number before was another year's (去年被复议1件、败诉0件)
    outside  what held before the bracket that is open: its year, whether the numbers are another body's, or of many years
    """

    section: Section
    time: str | None = None
    foreign: bool = False
    cumulative: bool = False
    breakdown: bool = False
    bracket: bool = False
    items: int = 0
    since: Figure | None = None
    topic: str | None = None
    family: str | None = None
    last: str = ""
    unlike: set[str] = field(default_factory=set)
    parent: Claim | None = None
    whole: bool = False
    leads: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    queue: list[str] = field(default_factory=list)
    subject: str = ""
    counted: bool = False
    until: bool = False
    outside: tuple[str | None, bool, bool] | None = None
    past: bool = False
    led: int = 0
    former: str = ""

    def nothing_of_the_year(self, text: str) -> bool:
        """Whether a sentence counted earlier years too, and nothing of this one: 截至年底，累计公开12条."""
        return (self.cumulative or self.time == "other" or "累计" in text) and not self.last and self.parent is None

    def reopen(self) -> None:
        """Takes in a semicolon: what comes next is the publisher's own again, and has a subject of its own."""
        self.foreign = False
        self.time = None if self.time == "part" else self.time
        self.unlike.clear()
        self.queue.clear()
        self.led = len(self.leads)
        self.subject = ""


@lru_cache(maxsize=256)
def plain_unit(printed: str) -> str:
    unit = _SAME_UNIT.get(printed, printed)
    if unit == "#":
        return "-"
    return unit if unit in ("人次", "-") else "元" if unit.endswith("元") else unit[0]


@dataclass(slots=True)
class Number:
    """A number in its sentence: the phrase that introduces it, and what follows up to the next comma or item.

    unit    as the table of wordings has it: one character, or 人次, or `-`
    known   its words are a wording of the table, whether or not its surroundings are right
    """

    sentence: Sentence
    state: State
    hit: Hit
    words: str
    right: str
    phrase: Phrase = NOTHING
    object_follows: bool = False
    known: bool = False
    unit: str = field(init=False)

    def __post_init__(self) -> None:
        self.unit = plain_unit(self.hit.unit)

    @property
    def in_run(self) -> bool:
        """Whether it stands in a run of labels with numbers that have no unit."""
        return self.hit.unit == "#"

    @property
    def of_people(self) -> bool:
        """Whether the number counts people."""
        return self.hit.unit in PEOPLE_UNITS

    @property
    def zero(self) -> bool:
        """Whether the number is nought."""
        return not self.sentence.text[self.hit.start : self.hit.end].strip("0０零〇件次人名万元条起例宗个 ")

    def claim(self, code: str) -> Claim:
        """The claim that this number is the figure of a code."""
        start, end = self.sentence.start + self.hit.start, self.sentence.start + self.hit.end
        return Claim(code, start, end, self.hit.unit, self.sentence.text[self.hit.start : self.hit.end])


_LEADS_ON = re.compile(r"(?:答复|处理|办理|回复)[^，,；;。\d]{0,6}?(?:情况|结果|情形|如下)(?:分别)?[是为有]?$")
_WHY = re.compile(r"(?:原因|理由|依据)(?:分别)?[是为有：:]*$")
_OF_ANSWERS = re.compile(r"[均都皆全]|答复|回复|办")
"""办理情况：10件均按期答复: of all of them."""
_CONTAINED = ("含专职", "含兼职")
"""工作人员7人，含专职2人、兼职5人."""


def introducing(words: str, right: str, before: str) -> str:
    """The words that introduce a number, without what joins it to others; none where they announce the first of several.

    处理情况是：5件早已上网，7件准予公开: neither counts the answers.
    """
    if right and before.endswith(("：", ":")) and _LEADS_ON.search(words) and not _OF_ANSWERS.search(right):
        return ""
    if right and _WHY.search(words):
        return ""  # 不公开的原因为一件涉密、一件涉及隐私
    words = words.lstrip(" 和—–" if words.startswith("及时") else " 和及—–")
    words = words[1:] if words in _CONTAINED else words
    return words if words.endswith("参与") else words.rstrip(" 和及与—－")


_TITLE_NEXT = re.compile(r"(?P<noun>[^，,。；;《》\d]{2,10}?)(?:以及|[及和与])《")
"""《甲办法》等2件规范性文件及《乙通知》等25件: what the first number counts stands before the next title."""
_COVERS = ("涉及", "涵盖", "围绕", "包括", "包含")


def right_of(text: str, at: int, following: int) -> str:
    """What follows a number up to the next comma or item, where it may name what the number counts."""
    people = PEOPLE.match(text, at)
    begin = people.end() if people else at
    if text.startswith(_COVERS, begin) and (covered := LESSON_ON.match(text, begin)):
        at = begin = covered.end()  # 2次涵盖政策解读、舆情应对的专题培训
    right = text[at:begin] + CLAUSE_OR_ITEM.split(text[begin : min(following, begin + 24)], maxsplit=1)[0]
    if not right.strip():
        return ""  # what stood there was blanked
    between = at + len(right) == following < len(text)
    titled = _TITLE_NEXT.match(right) if between and "《" in right else None
    if titled:
        return titled["noun"]
    return "" if between and not right.rstrip().endswith(("和", "及", "与")) else right  # else it introduces the second
