"""The lists that a report's numbers make: items announced and unannounced, what they divide, and their sum."""

from __future__ import annotations

from pipelines.wording.claims import Claim, label_of
from pipelines.wording.context import Number
from pipelines.wording.cues import (
    COMPARES,
    CONTENTS,
    OF_OTHERS,
    OTHER_EVENTS,
    OTHER_REQUESTS,
    REFUSES,
    REOPENS,
    REST,
    REST_IS,
    SOME_BODIES,
    SUM,
)
from pipelines.wording.needs import Memory
from pipelines.wording.parts import RUN, adopted, within
from pipelines.wording.sentences import Sentence, hits
from pipelines.wording.wordings import Figure

PARENTS = ("disclosure.total", "channel.website")
"""Codes that lists of kinds divide."""
SUM_UNITS = frozenset("条件篇份个项宗起")
"""Units of the items of lists."""
_MANY = 6
"""So many claims back may still be spoken of."""
_OF_REQUESTS = ("requests.received", "requests.completed")
_LONGEST_LIST = 60
"""No list has more items; a page made to stall would."""
_FAR = 60
"""Items of one list do not stand further apart."""
_AN_OPENING = 6
"""Characters before a list's first label (其中, 具体为, a numbering); a longer opening is a clause of its own."""


def item_label(number: Number) -> str | None:
    """The label of an item of a list, which stands before its number, or behind it where that counts the rest."""
    rest = REST.fullmatch(number.words.strip("、，,；; ")) and REST_IS.match(number.right)
    return label_of(rest["label"] if rest else number.words, number.unit)


class Lists:
    """Keeps what was claimed, and the items that no list has announced yet."""

    def __init__(self, own: frozenset[str]) -> None:
        self.claims: list[Claim] = []
        self._parent: Claim | None = None
        self._memory = Memory(own=own)
        self._strays: list[Claim] = []
        self._told: dict[str, Claim] = {}

    def _refused_for(self, number: Number) -> None:
        """Claims what was refused where one reason alone is told (因涉密不予公开1件); two reasons give no sum."""
        if len(REFUSES.findall(number.sentence.text)) > 1:
            return
        if "replies.refused" in self._told:
            self.claims = [claim for claim in self.claims if claim is not self._told["replies.refused"]]
            return
        self._told["replies.refused"] = refused = number.claim("replies.refused")
        refused.weak = refused.judged = True
        self.claims.append(refused)

    def _of_others(self, number: Number) -> None:
        """Takes in that what is said to be done next is no answer to requests: 热线受理来电426件，办结419件."""
        words = number.words
        if (OF_OTHERS.search(words) and "申请" not in words) or (OTHER_REQUESTS.search(words) and "公开" not in words):
            number.state.unlike |= {"requests", "replies", "applications"}
        if OTHER_EVENTS.search(words) and "公开" not in words:
            number.state.unlike.add("training")  # 普法讲座3次，参加人员260人次

    def _sum_up(self, number: Number) -> bool:
        """Claims the sum of a list whose first item was taken for the total: 主动公开工作情况38条，简介3条，合计41条."""
        if not self._strays or not SUM.fullmatch(number.words):
            return False
        first = next((claim for claim in reversed(self.claims) if claim.code in PARENTS and claim.label is None), None)
        if first is None or not first.opening or first.start < number.sentence.start:
            return self._sum_of_kinds(number)
        total = number.claim(first.code)
        parts = adopted([first.as_part(), *self._strays], [total])
        if parts:
            self.claims = [*(claim for claim in self.claims if claim is not first), total, *parts]
            self._strays.clear()
            number.state.parent = self._parent = total
        return bool(parts)

    def _again_of_requests(self, number: Number) -> bool:
        """Whether a number is that of the requests stated before, which are now divided: 31件中，网上收到22件."""
        text, end = number.sentence.text, number.hit.end
        if not (text.startswith(("中", "申请中", "申请里", "当中", "之中"), end) and number.unit in "件份宗起例条"):
            return False
        printed = text[number.hit.start : end]
        return any(claim.raw == printed for claim in self.claims[-_MANY:] if claim.code in _OF_REQUESTS)

    def _spoken_of(self, number: Number) -> bool:
        """Whether a number is one that was stated before and is now to be divided: 公开的80条信息中, …"""
        state, printed = number.state, number.sentence.text[number.hit.start : number.hit.end]
        divided = number.right.endswith("信息") or number.sentence.text.startswith("中", number.hit.end)
        again = not number.words and number.sentence.text.startswith("中", number.hit.end)  # 98件中：领导分工4件，…
        if not (again or (number.words.endswith("公开的") and divided)) or self._again_of_requests(number):
            return False
        found = next((claim for claim in reversed(self.claims) if claim.raw == printed and claim.code in PARENTS), None)
        if found is not None:
            state.parent, state.breakdown, state.topic, state.last = found, True, "公开", found.code
            return True
        return any(claim.code == "disclosure.total" and claim.label is None for claim in self.claims)  # of a total that went

    def _sum_of_kinds(self, number: Number) -> bool:
        """Claims the sum of the kinds counted before it in the sentence: 政策法规类公开13条，业务类公开51条，共计64条."""
        state, begins = number.state, number.sentence.start
        items = [stray for stray in self._strays if stray.start >= begins]
        about = "公开" in state.section.topics and "申请" not in state.section.topics
        if state.last or state.foreign or len(items) < RUN - 1 or not about:
            return False
        total = number.claim("disclosure.total")
        parts = adopted(items, [total])
        if parts:
            total.weak = True
            self.claims += [total, *parts]
            self._strays.clear()
            state.parent, state.last, state.topic = total, total.code, "公开"
            self._parent = total
            self._memory.take("公开")
        return bool(parts)

    def _item(self, number: Number, label: str) -> None:
        """Claims a part of the total that is being divided."""
        state = number.state
        if state.parent is not None:
            claim = number.claim("disclosure.total" if state.whole else state.parent.code)
            claim.parent, claim.label = state.parent, label
            self.claims.append(claim)
            state.items += 1

    def _drop(self, claim: Claim) -> None:
        self.claims = [other for other in self.claims if other is not claim and other.parent is not claim]

    def _again(self, figure: Figure, number: Number) -> bool:
        """Whether a bare count among the parts of a total is one of them: 公开信息300条，其中新公开信息110条."""
        state = number.state
        parent = state.parent.code if state.breakdown and state.parent is not None else ""
        inside = parent == figure.code or (parent in PARENTS and figure.code == "disclosure.total")
        again = "weak" in figure.needs or SOME_BODIES.search(number.words) is not None or figure.code == "channel.website"
        return inside and again and number.phrase.time is None

    def _whole_again(self, number: Number) -> bool:
        """Whether a number is the one that is being divided once more: 公开信息16条（其中法定主动公开内容16条：包括…）."""
        parent = number.state.parent
        printed = number.sentence.text[number.hit.start : number.hit.end]
        return parent is not None and parent.raw == printed and REOPENS.match(number.sentence.text, number.hit.end) is not None

    def _asks_on(self, number: Number) -> bool:
        """Whether a number goes on telling what requests were about: 涉及拆迁6件、规划4件."""
        last = self.claims[-1] if self.claims else None
        return number.words.startswith("、") and last is not None and last.code == "requests.received" and last.parent is not None

    def _asked_for(self, number: Number) -> bool:
        """Claims what requests were about as a part of them: 从申请内容看，涉及拆迁的6件."""
        if number.unit not in "件条宗起份" or not CONTENTS.search(number.sentence.text, 0, number.hit.start):
            return False
        received = next((claim for claim in reversed(self.claims) if claim.code == "requests.received"), None)
        label = label_of(number.words, number.unit) if received is not None and not received.zero else None
        if label is None:
            return False
        claim = number.claim("requests.received")
        claim.parent, claim.label = received, label
        self.claims.append(claim)
        return True

    def _run_of_parts(self, sentence: Sentence) -> None:
        """Takes a sentence of nothing but items (概况6条；救助4条；年报1条) as parts of the total right before it."""
        if len(self._strays) < RUN:
            return
        items = [claim for claim in self._strays if claim.start >= sentence.start]
        opening = items[0].start - sentence.start - len(items[0].label or "") if items else 0
        total = next((claim for claim in reversed(self.claims) if claim.code in PARENTS and claim.label is None), None)
        if total is None or self._memory.carried != "公开" or len(items) < RUN or sentence.section.domain:
            return
        divided = any(claim.parent is total for claim in self.claims)
        apart = not 0 < sentence.start - total.start < 2 * _FAR + len(total.raw)
        mixed = len(items) < len(hits(sentence.text)) or opening > _AN_OPENING
        if not (divided or apart or mixed):
            self.claims += within(items, total)
            self._strays.clear()

    def _completes(self, number: Number) -> bool:
        """Whether a number, with the items before it that no list has announced, adds up to a total: …；5.工作动态64条."""
        if not self._strays or number.known or number.state.breakdown:
            return False
        count = len(self.claims)
        self._stray(number)
        if len(self.claims) > count:
            return True
        if self._strays and self._strays[-1].start == number.sentence.start + number.hit.start:
            self._strays.pop()
        return False

    def _stray(self, number: Number) -> None:
        """Keeps an item that no list has announced: it may yet turn out to be a part of the total before it."""
        counts = (number.unit in SUM_UNITS or number.in_run) and not number.state.foreign
        label = item_label(number) if counts else None
        if label is None or number.state.time in ("other", "part") or COMPARES.search(number.words):
            return
        claim = number.claim("")
        claim.label = label
        if self._strays and (claim.start - self._strays[-1].end > _FAR or claim.unit != self._strays[-1].unit):
            self._strays.clear()
        self._strays = [*self._strays[-_LONGEST_LIST:], claim]
        totals = [claim for claim in self.claims if claim.code in PARENTS and claim.label is None]
        parts = adopted(self._strays, totals[-4:])
        here = [item for item in self._strays if item.start >= number.sentence.start] if not parts else []
        self.claims += parts or adopted(here if len(here) < len(self._strays) else [], totals[-4:])
