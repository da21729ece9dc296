"""Reads a report sentence by sentence: what stands before each number, what a denial makes zero, what goes on in the next."""

from __future__ import annotations

import re

from pipelines.wording.claims import Claim
from pipelines.wording.context import Number, State, right_of
from pipelines.wording.cues import (
    AFTER_OBJECT,
    ASIDE,
    BREAKDOWN,
    CLAUSE,
    CONDITION,
    CONTINUES,
    DENIABLE,
    ELSEWHERE,
    FIRST_ITEM,
    FOREIGN,
    HAS_OFFICE,
    LEFT_EDGE,
    OTHER_COMPLAINTS,
    PLANNED,
    PLANS,
    SPLIT,
)  # fmt: skip
from pipelines.wording.denied import denied
from pipelines.wording.reckoner import DISCLOSES, PARENTS, Reckoner
from pipelines.wording.sentences import Sentence, denials, hits
from pipelines.wording.wordings import phrase_of, unnumbered

_ITEM_UNITS = frozenset("条篇")
_AGAIN = frozenset(("", "信息", "文章", "图文", "图文信息", "推文"))
"""What may stand between the numbers of one phrase: 发布84期、信息252条."""
_TO_DO = re.compile(r"[需须]要?|将|应当|力求|至少|不少于|不得|达不到|目标|计划")
_MEDIA = frozenset(("网站", "微信", "微博", "公报", "别种"))
_JOINTS = " 和及与"
_DATED_OR_OWN = re.compile(r"\s*(?:\D{0,6}20\d\d|[我本全今截自从])")


class Reader(Reckoner):
    """Reads sentence by sentence and collects claims; what a sentence leaves open (其中：) goes on in the next."""

    def __init__(self, year: int | None, names: tuple[str, ...]) -> None:
        super().__init__(year, names)
        self._end = 0
        self._open = self._listing = False

    def read(self, sentence: Sentence) -> None:
        """Adds the claims of one sentence."""
        section, text = sentence.section, sentence.text
        if section.plan:
            self._done_all_the_same(sentence)
            return
        self._memory.turn(section, sentence.first)
        state = State(section, counted=section.headings == self._counted_under)
        bare = unnumbered(text)
        numbered = len(bare) < len(text)
        begins = CONTINUES.match(text) or (numbered and CONTINUES.match(bare))
        goes_on = (self._open or (self._listing and numbered)) and sentence.start - self._end < 60
        if self._parent is not None and (goes_on or (self._memory.carried == "公开" and begins)):
            state.parent, state.breakdown, state.topic = self._parent, True, "公开"
        self._numbers(sentence, state)
        self._denials(sentence)
        self._parent = state.parent or self._parent
        self._end = sentence.start + len(text)
        self._listing = state.breakdown and (numbered or FIRST_ITEM.search(text) is not None) and state.parent is not None
        self._open = state.breakdown and text.rstrip().endswith(("：", ":", "；", ";")) and state.parent is not None

    def _done_all_the_same(self, sentence: Sentence) -> None:
        """Adds what a sentence under 存在问题 says was done this year: 解读少，全年政策解读稿件只有1篇."""
        text = sentence.text
        done = "全年" in text or "今年" in text or "本年" in text or f"{self.year}年" in text
        if sentence.section.ahead or not done or PLANNED.search(text) or _TO_DO.search(text):
            return
        before = len(self.claims)
        self._numbers(sentence, State(sentence.section))
        self.claims[before:] = [claim for claim in self.claims[before:] if claim.code.startswith(("training.", "response."))]

    # --- numbers ---

    def _numbers(self, sentence: Sentence, state: State) -> None:
        text, at, again = sentence.text, 0, ""
        found = hits(text)
        of_domain = sentence.section.domain and not state.breakdown and "申请" not in text
        if of_domain and all(hit.unit in _ITEM_UNITS for hit in found):
            return  # counts of one domain's items
        for index, hit in enumerate(found):
            gap = text[at : hit.start]
            self._bracket(gap, state, index > 0)
            at = hit.end
            following = found[index + 1].start if index + 1 < len(found) else len(text)
            same = again and gap.strip("、，,") in _AGAIN
            words = again + gap.strip("、，,") if same else self._lead(gap, state, index == 0)
            if not text.startswith(("以上", "以内", "以下"), at):
                right = right_of(text, at, following)
                among = right.endswith("中")
                right = right.removesuffix("中")
                behind = AFTER_OBJECT.split(right, maxsplit=1)[0].strip(_JOINTS)
                number = Number(sentence, state, hit, words.strip(_JOINTS), behind)
                count = len(self.claims)
                self.number(number)
                state.breakdown = state.breakdown or among
                again = words if len(self.claims) == count else ""
                at += len(right) if number.object_follows else 0
        if at and state.parent is not None and BREAKDOWN.search(text[at:]):
            state.breakdown = True

    def _bracket(self, gap: str, state: State, later: bool) -> None:
        """Takes in that a colon or a bracket behind a number opens the list of what it is made of, or closes it."""
        if gap[:1] in ("（", "(") and state.last in PARENTS and not state.breakdown:
            state.breakdown = state.bracket = True
        elif state.bracket and ("）" in gap or ")" in gap):
            state.breakdown = state.bracket = False
        if later and gap[:1] in ("：", ":") and state.parent is not None:
            state.breakdown = True

    def _lead(self, gap: str, state: State, opening: bool) -> str:
        """Takes in what stands before a number and gives back the phrase that introduces it."""
        if "；" in gap or ";" in gap:
            state.foreign = False
            state.unlike.clear()
            state.subject = ""
        aside = ASIDE.match(gap)
        if aside and not opening:
            gap = gap[aside.end() :]
        if PLANNED.search(gap) and "结转" not in gap:
            state.time = "other"
        parts = SPLIT.split(gap)
        phrase = parts.pop()
        before, colon, after = phrase.rpartition("：") if "：" in phrase else phrase.rpartition(":")
        if colon and self._belongs(before, after):
            phrase = before + after
        elif colon and after.strip():
            parts.append(before)
            phrase = after
        for index, part in enumerate(parts):
            self._note(part, state, tail=index == 0 and not opening)
        if BREAKDOWN.search(phrase):
            state.breakdown = True
        return phrase

    def _belongs(self, before: str, after: str) -> bool:
        """Whether what stands before a colon is the subject of what stands behind it: 行政复议：本年度为0, 政府网站：发布9条."""
        core = phrase_of(after, self.year, self.names).core.replace("均", "")
        return not core or (core in DISCLOSES and phrase_of(before, self.year, self.names).core in _MEDIA)

    def _note(self, part: str, state: State, tail: bool = False) -> None:
        """Takes in a clause before the phrase; `tail` is the rest of what the number before was said of."""
        if not part:
            return
        if BREAKDOWN.search(part):
            state.breakdown = True
        if "此外" in part or "另外" in part or "同时" in part:
            state.breakdown = False
        if tail:
            return
        if _DATED_OR_OWN.match(part) and "根据" not in part:
            head = phrase_of(part[:60], self.year, self.names)
            state.time = head.time or state.time
            state.until = head.until
            state.foreign = state.foreign and not (head.own or head.time == "this")
        self._since(part, state)
        state.leads.append(part)
        state.subject = part
        match = FOREIGN.search(part)
        if match and part[: match.end()] not in ("办公室", "由办公室"):
            core = phrase_of(part[: match.end()] + "公开", self.year, self.names).core
            state.foreign = state.foreign or HAS_OFFICE.search(core) is not None

    # --- zeros ---

    def _denials(self, sentence: Sentence) -> None:
        text = sentence.text
        numbering = len(text) - len(unnumbered(text))
        for start, end in denials(text):
            stop = CLAUSE.search(text, end)
            right_edge = stop.start() if stop else len(text)
            if right_edge - end > 8 and not DENIABLE.search(text, end, right_edge):
                continue
            left_edge = max((match.end() for match in LEFT_EDGE.finditer(text, numbering, start)), default=numbering)
            left, right = text[left_edge:start], text[end:right_edge]
            found, with_left = denied(left, right, text[:left_edge], sentence.section, self.year, self.names, text[right_edge:])
            begin = left_edge + len(left) - len(left.lstrip()) if with_left else start
            if not found or self._is_elsewhere(sentence, text[:left_edge], left, right, text[start:end]):
                continue
            raw = text[begin:right_edge].rstrip()
            at = sentence.start + begin
            self.claims += [Claim(code, at, at + len(raw), "", raw, zero=True, said="公开" in raw) for code in found]

    def _is_elsewhere(self, sentence: Sentence, before: str, left: str, right: str, word: str) -> bool:
        """Whether a denial is of another year, of another body, conditional, or of hotline matters."""
        if CONDITION.search(left.strip()) or ELSEWHERE.search(left) or PLANS.search(left) or sentence.section.hotline:
            return True
        state = State(sentence.section)
        for part in SPLIT.split(before):
            self._note(part, state)
        phrase = phrase_of(left, self.year, self.names)
        self._turn(phrase, left, state)
        if word == "不收取" and not (phrase.own or phrase.time or state.time):
            return True
        return state.foreign or state.time in ("other", "part") or bool(OTHER_COMPLAINTS.search(left + right))
