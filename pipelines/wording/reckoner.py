"""What the numbers of a report's sentences are: a figure of its own, an item of a list, or another subject's."""

from __future__ import annotations

from pipelines.wording.claims import Claim, label_of, outcome_of
from pipelines.wording.context import NOTHING, Number, State
from pipelines.wording.cues import (
    ANOTHER,
    AVERAGE,
    COMPARES,
    CUMULATIVE,
    FOREIGN,
    HAS_OFFICE,
    KNOWN,
    NOT_ONE,
    PLANS,
    PROPOSALS,
    SUM,
)
from pipelines.wording.evidence import is_quiet, judged, medium_before
from pipelines.wording.needs import Memory, code_of, fits, topic_of
from pipelines.wording.parts import adopted
from pipelines.wording.stated import by_heading, core_of, each_of, stated, summed
from pipelines.wording.wordings import Figure, Phrase, phrase_of

DISCLOSES = frozenset(("公开", "主动公开", "公开信息", "主动公开信息"))
_SUM_UNITS = frozenset("条件篇份个项宗起")
_BY_PLACE = frozenset(("list", "政开"))
"""Needs that the place of a sentence may meet in more ways than a wording knows."""
_WEAK = frozenset(("weak", "judged"))
_OWN_OFFICES = frozenset(("办公室", "由办公室", "局办公室", "综合办公室", "党政办公室", "乡办公室", "镇办公室"))
"""办公室2人为兼职信息员: the publisher's own office."""
_FAR = 60
"""Items of one list do not stand further apart."""
PARENTS = ("disclosure.total", "channel.website")


class Reckoner:
    """Turns numbers into claims and keeps what the claims so far leave for the next one."""

    def __init__(self, year: int | None, names: tuple[str, ...]) -> None:
        self.year, self.names = year, names
        self.claims: list[Claim] = []
        self._parent: Claim | None = None
        self._memory = Memory()
        self._strays: list[Claim] = []
        self._counted_under: tuple[str, ...] | None = None

    def _since(self, words: str, state: State) -> None:
        """Notes that the counts from here on began before the report's year."""
        begins_here = f"自{self.year}" in words or f"从{self.year}" in words
        if not begins_here and CUMULATIVE.search(words):
            state.cumulative = True

    def number(self, number: Number) -> None:
        state, words = number.state, number.words
        if words.endswith("占") and number.unit in _SUM_UNITS:
            words = number.words = words[:-1]  # 以网络方式提交的占4宗
        if number.sentence.text[number.hit.start] == "一" and NOT_ONE.search(words):
            return  # 无一起…: a denial
        if "起诉" in words or ("复议" in words) != ("诉讼" in words):
            state.family = "litigation" if "诉" in words else "review"
        if AVERAGE.search(words) or (state.breakdown and "本级" in words):
            return
        if not self._may_be_known(number):
            if COMPARES.search(words) or PLANS.search(words) or not self._by_evidence(number):
                self._stranger(number)
            return
        self._since(words, state)
        number.phrase = phrase_of(words, self.year, self.names)
        if COMPARES.search(words):
            return
        self._turn(number.phrase, words, state)
        if state.cumulative and state.time not in ("other", "part"):
            state.since = stated(number, number.phrase.core, self.year, self.names)
        if PLANS.search(words) or state.cumulative or state.time in ("other", "part"):
            return
        if state.queue and not number.phrase.core.strip("和及与"):
            self._claim(number, Figure(state.queue.pop(0), frozenset()))
        elif not self._figure(number) and not self._by_evidence(number):
            self._unknown(number)

    def _by_evidence(self, number: Number) -> bool:
        """Claims what the evidence around a number speaks for, where no wording is the number's word for word."""
        state = number.state
        if state.cumulative or number.known or (state.breakdown and state.parent is not None and label_of(number.words)):
            return False
        if number.phrase is NOTHING:
            number.phrase = phrase_of(number.words, self.year, self.names)
            self._turn(number.phrase, number.words, state)
        if state.time in ("other", "part"):
            return False
        code = judged(number, self.names, self._memory)
        return code is not None and self._claim(number, Figure(code, _WEAK))

    def _may_be_known(self, number: Number) -> bool:
        """Whether a number has a word of a figure beside it, or stands where it needs none."""
        state, words = number.state, number.words
        if state.queue or (state.breakdown and state.parent is not None) or (not words and by_heading(number)):
            return True
        if (state.last == "training.classes" and number.of_people) or (state.last and SUM.fullmatch(words)):
            return True
        return bool(KNOWN.search(words, max(0, len(words) - 30)) or KNOWN.search(number.right))

    def _stranger(self, number: Number) -> None:
        """Takes in a number that is no figure."""
        state, words = number.state, number.words
        self._stray(number)
        state.subject = ""
        if COMPARES.search(words):
            return  # （较2008年的41件…）, and the sentence goes on
        if "年" in words:
            self._turn(phrase_of(words, self.year, self.names), words, state)
        else:
            state.topic = state.parent = None
        if ANOTHER.search(words) and not is_quiet(words, self.names):
            self._memory.forget()
        state.leads.append(words)

    def _turn(self, phrase: Phrase, words: str, state: State) -> None:
        """Takes in whose number and which year's the phrase says it is."""
        office = HAS_OFFICE.search(phrase.core) is not None
        state.time = phrase.time or state.time
        if phrase.time == "this" and not phrase.until:
            state.cumulative = False
        if phrase.own or (phrase.time == "this" and not office):
            state.foreign = False
        if office and words.strip() not in _OWN_OFFICES and FOREIGN.search(words + "共"):
            state.foreign = True

    def _figure(self, number: Number) -> bool:
        """Claims what the words before (and after) a number state; False if they state nothing known."""
        if self._spoken_of(number):
            return True
        figure = summed(number)
        if figure is not None:
            return self._claim(number, figure)
        core = core_of(number, self.year, self.names)
        if self._of_this_year(number, core):
            return True
        since = number.state.since
        same = not core or core in DISCLOSES or (core == "收到" and since is not None and since.code == "requests.received")
        if since and number.phrase.time == "this" and same:
            return self._claim(number, since)  # 建成以来3260条，其中2009年520条
        figure = stated(number, core, self.year, self.names)
        if figure is not None and self._again(figure, number):
            return False
        number.known = figure is not None and figure.needs.isdisjoint(_BY_PLACE)
        if figure is not None:
            if fits(figure, number, self._memory):
                return self._claim(number, figure)
            medium = medium_before(number, self.names) if figure.code == "disclosure.total" and not number.state.foreign else None
            return medium is not None and self._claim(number, Figure(medium, _WEAK))
        known = each_of(number, core)
        if known and "分别" in number.words:
            number.state.queue = [figure.code for figure in known[1:]]
            known = known[:1]
        claimed = [self._claim(number, figure) for figure in known]
        return any(claimed)

    def _of_this_year(self, number: Number, core: str) -> bool:
        """Whether a number is this year's share of the one before, which then counts earlier years too: 累计526条，本年度73条."""
        parent, phrase, sentence = number.state.parent, number.phrase, number.sentence
        if parent is None or phrase.time != "this" or phrase.until or core not in (*DISCLOSES, "新收", "新收信息"):
            return False
        before = sentence.text[: max(0, parent.start - sentence.start)]
        if not ("累计" in before or "截" in before) or (number.state.breakdown and core in DISCLOSES):
            return False
        number.state.breakdown = False
        self._drop(parent)
        number.state.parent = None
        return self._claim(number, Figure(parent.code, frozenset()))

    def _spoken_of(self, number: Number) -> bool:
        """Whether a number is one that was stated before and is now to be divided: 公开的80条信息中, …"""
        state, printed = number.state, number.sentence.text[number.hit.start : number.hit.end]
        if not (number.words.endswith("公开的") and number.right.endswith("信息")):
            return False
        found = next((claim for claim in reversed(self.claims) if claim.raw == printed and claim.code in PARENTS), None)
        if found is not None:
            state.parent, state.breakdown, state.topic, state.last = found, True, "公开", found.code
        return found is not None

    def _again(self, figure: Figure, number: Number) -> bool:
        """Whether a bare count among the parts of a total is one of them: 公开信息300条，其中新公开信息110条."""
        state = number.state
        within = state.breakdown and state.parent is not None and state.parent.code == figure.code
        return within and "weak" in figure.needs and number.phrase.time is None

    def _claim(self, number: Number, figure: Figure) -> bool:
        state, code = number.state, code_of(figure, number)
        if code is None:
            return False
        if state.breakdown and state.parent is not None and number.phrase.time == "this" and code == state.parent.code:
            self._drop(state.parent)  # 累计632条，其中2010年164条: the first counts earlier years too
            state.breakdown, state.parent = False, None
        claim = number.claim(code)
        claim.said = "公开" in number.words
        claim.until = (number.phrase.until or state.until) and "累计" in number.words
        claim.judged = "judged" in figure.needs
        claim.weak, claim.listed = "weak" in figure.needs, state.breakdown or "list" in figure.needs
        self.claims.append(claim)
        if code in PARENTS and SUM.fullmatch(number.words):
            self.claims += adopted(self._strays, [claim])  # 文件类312条，动态类3600条，合计3912条
        self._strays.clear()
        state.subject, state.counted, self._counted_under = "", True, state.section.headings
        family = code.partition(".")[0]
        state.family = family if family in ("review", "litigation") else state.family
        self.claims += outcome_of(claim, number.sentence.text[number.hit.end :])
        state.topic, state.last = topic_of(code), code
        self._memory.take(state.topic)
        if code in PARENTS and not (state.breakdown and state.parent):
            state.parent = self._parent = claim
        return True

    def _drop(self, claim: Claim) -> None:
        self.claims = [other for other in self.claims if other is not claim and other.parent is not claim]

    def _unknown(self, number: Number) -> None:
        """A number of something unknown: an item of the breakdown that is going on, or another subject's."""
        state = number.state
        state.leads.append(number.words)
        state.subject = ""
        if state.breakdown and state.parent is not None and number.unit in _SUM_UNITS and not state.foreign:
            label = label_of(number.words)
            if label:
                claim = number.claim(state.parent.code)
                claim.parent, claim.label = state.parent, label
                self.claims.append(claim)
                state.items += 1
                return
        self._stray(number)
        if ANOTHER.search(number.words) and not is_quiet(number.words, self.names):
            self._memory.forget()
        if "复议" in number.words or "诉讼" in number.words:
            state.family = None
        if PROPOSALS.search(number.phrase.core):
            state.unlike.add("proposals")
        if "培训" in number.phrase.core + number.right and "政开" not in number.phrase.core:
            state.unlike.add("training")
        if state.topic == "公开" and not state.breakdown:
            state.topic = state.parent = None

    def _stray(self, number: Number) -> None:
        """Keeps an item that no list has announced: it may yet turn out to be a part of the total before it."""
        label = label_of(number.words) if number.unit in _SUM_UNITS and not number.state.foreign else None
        if label is None or number.state.time in ("other", "part") or COMPARES.search(number.words):
            return
        claim = number.claim("")
        claim.label = label
        if self._strays and (claim.start - self._strays[-1].end > _FAR or claim.unit != self._strays[-1].unit):
            self._strays.clear()
        self._strays.append(claim)
        totals = [claim for claim in self.claims if claim.code in PARENTS and claim.label is None]
        self.claims += adopted(self._strays, totals[-4:])
