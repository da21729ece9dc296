"""The figures that a report states in sentences: each with its place, none that belongs to something else.

A number counts when the words that introduce it end in those of an indicator and what stands unread among them is
harmless (`pipelines/wordings.py`, `stated.py`, `tolerance.py`), and when its surroundings are right (`needs.py`): the
publisher's own, this year's, no other subject's. A zero is taken only from a sentence that denies the thing (`denied.py`).
"""

from __future__ import annotations

import re
from itertools import islice

from pipelines.items import Fact
from pipelines.outline import Outline
from pipelines.wording.claims import Claim, facts_of, label_of, outcome_of, weighed
from pipelines.wording.context import Number, State, right_of
from pipelines.wording.cues import (
    AFTER_OBJECT,
    ANOTHER,
    ASIDE,
    AVERAGE,
    BREAKDOWN,
    CLAUSE,
    COMPARES,
    CONDITION,
    CONTINUES,
    CUMULATIVE,
    DENIABLE,
    ELSEWHERE,
    FIRST_ITEM,
    FOREIGN,
    HAS_OFFICE,
    KNOWN,
    LEFT_EDGE,
    NOT_ONE,
    OTHER_COMPLAINTS,
    PLANNED,
    PLANS,
    PROPOSALS,
    SPLIT,
)
from pipelines.wording.denied import denied
from pipelines.wording.needs import Memory, code_of, fits, topic_of
from pipelines.wording.sentences import Sentence, denials, hits, sentences
from pipelines.wording.stated import by_heading, core_of, each_of, stated, summed
from pipelines.wording.wordings import Figure, Phrase, phrase_of, publisher_names, unnumbered

MAX_CLAIMS = 500
"""No report states a fifth of that; a page that does is made to stall, and the rest of it is not read."""

_ITEM_UNITS = frozenset("条篇")
_AGAIN = frozenset(("", "信息", "文章", "图文", "图文信息", "推文"))
"""What may stand between the numbers of one phrase: 发布84期、信息252条."""
_DISCLOSES = frozenset(("公开", "主动公开", "公开信息", "主动公开信息"))
_MEDIA = frozenset(("网站", "微信", "微博", "公报", "别种"))
_JOINTS = " 和及与"
_SUM_UNITS = frozenset("条件篇份个项")
_DATED_OR_OWN = re.compile(r"\s*(?:\D{0,6}20\d\d|[我本全今截自从])")
_PARENTS = ("disclosure.total", "channel.website")


def prose_facts(
    outline: Outline, report_year: int | None, start: int = 0, end: int | None = None, publisher: str | None = None
) -> list[Fact]:
    """The facts stated in the sentences of one report, in the order of their places; origin `prose`, nothing twice.

    Codes are those of the form of 2014 (units 条, 件, 次, 人, 万元); where a report of 2019 or later names a row of its
    own form, that row's code and edition. A breakdown's items carry the code of the total they break down and their
    printed label in `category`. `publisher` is its name where that is known (a count of 县教育局 is the
    total of its own report, a share in the county's); without it the title and the first lines are asked. Bad input
    gives no facts and never an exception.
    """
    end = len(outline.text) if end is None else end
    reader = _Reader(report_year, publisher_names(_head(outline, start, end), publisher))
    for sentence in sentences(outline, start, end, report_year):
        reader.read(sentence)
        if len(reader.claims) > MAX_CLAIMS:
            break
    return facts_of(weighed(reader.claims), report_year)


def _head(outline: Outline, start: int, end: int) -> str:
    """The first lines of a report, which name its publisher; a form that stands first is left out."""
    inside = (line for line in outline.paragraphs if line.start >= start and line.end <= end)
    return "\n".join(outline.text[line.start : min(line.end, line.start + 400)] for line in islice(inside, 8))[:900]


class _Reader:
    """Reads sentence by sentence and collects claims; what a sentence leaves open (其中：) goes on in the next."""

    def __init__(self, year: int | None, names: tuple[str, ...]) -> None:
        self.year, self.names = year, names
        self.claims: list[Claim] = []
        self._parent: Claim | None = None
        self._end = 0
        self._open = self._listing = False
        self._memory = Memory()

    def read(self, sentence: Sentence) -> None:
        """Adds the claims of one sentence."""
        section, text = sentence.section, sentence.text
        if section.plan:
            return
        self._memory.turn(section, sentence.first)
        state = State(section)
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
                self._number(number)
                state.breakdown = state.breakdown or among
                again = words if len(self.claims) == count else ""
                at += len(right) if number.object_follows else 0
        if at and state.parent is not None and BREAKDOWN.search(text[at:]):
            state.breakdown = True

    def _bracket(self, gap: str, state: State, later: bool) -> None:
        """Takes in that a colon or a bracket behind a number opens the list of what it is made of, or closes it."""
        if gap[:1] in ("（", "(") and state.last == "disclosure.total" and not state.breakdown:
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
        return not core or (core in _DISCLOSES and phrase_of(before, self.year, self.names).core in _MEDIA)

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
            state.foreign = state.foreign and not (head.own or head.time == "this")
        self._since(part, state)
        state.leads.append(part)
        match = FOREIGN.search(part)
        if match and part[: match.end()] not in ("办公室", "由办公室"):
            core = phrase_of(part[: match.end()] + "公开", self.year, self.names).core
            state.foreign = state.foreign or HAS_OFFICE.search(core) is not None

    def _since(self, words: str, state: State) -> None:
        """Notes that the counts from here on began before the report's year."""
        begins_here = f"自{self.year}" in words or f"从{self.year}" in words
        if not begins_here and CUMULATIVE.search(words):
            state.cumulative = True

    def _number(self, number: Number) -> None:
        state, words = number.state, number.words
        if number.sentence.text[number.hit.start] == "一" and NOT_ONE.search(words):
            return  # 无一起…: a denial
        if "起诉" in words or ("复议" in words) != ("诉讼" in words):
            state.family = "litigation" if "诉" in words else "review"
        if AVERAGE.search(words) or (state.breakdown and "本级" in words):
            return
        if not self._may_be_known(number):
            self._stranger(number)
            return
        self._since(words, state)
        number.phrase = phrase_of(words, self.year, self.names)
        self._turn(number.phrase, words, state)
        if state.cumulative and state.time not in ("other", "part"):
            state.since = stated(number, number.phrase.core, self.year, self.names)
        if COMPARES.search(words) or PLANS.search(words) or state.cumulative or state.time in ("other", "part"):
            return
        if state.queue and not number.phrase.core.strip("和及与"):
            self._claim(number, Figure(state.queue.pop(0), frozenset()))
        elif not self._figure(number):
            self._unknown(number)

    def _may_be_known(self, number: Number) -> bool:
        """Whether a number has a word of a figure beside it, or stands where it needs none."""
        state, words = number.state, number.words
        if state.queue or (state.breakdown and state.parent is not None) or (not words and by_heading(number)):
            return True
        if state.last == "training.classes" and number.of_people:
            return True
        return bool(KNOWN.search(words, max(0, len(words) - 30)) or KNOWN.search(number.right))

    def _stranger(self, number: Number) -> None:
        """Takes in a number that is no figure."""
        state, words = number.state, number.words
        if "年" in words:
            self._turn(phrase_of(words, self.year, self.names), words, state)
        else:
            state.topic = state.parent = None
        if ANOTHER.search(words):
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
        if office and FOREIGN.search(words + "共"):
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
        same = not core or core in _DISCLOSES or (core == "收到" and since is not None and since.code == "requests.received")
        if since and number.phrase.time == "this" and same:
            return self._claim(number, since)  # 建成以来3260条，其中2009年520条
        figure = stated(number, core, self.year, self.names)
        if figure is not None and self._again(figure, number):
            return False
        if figure is not None:
            return fits(figure, number, self._memory) and self._claim(number, figure)
        known = each_of(number, core)
        if known and "分别" in number.words:
            number.state.queue = [figure.code for figure in known[1:]]
            known = known[:1]
        claimed = [self._claim(number, figure) for figure in known]
        return any(claimed)

    def _of_this_year(self, number: Number, core: str) -> bool:
        """Whether a number is this year's share of the one before, which then counts earlier years too: 累计526条，本年度73条."""
        parent, phrase, sentence = number.state.parent, number.phrase, number.sentence
        if parent is None or phrase.time != "this" or phrase.until or core not in _DISCLOSES:
            return False
        if number.state.breakdown or "累计" not in sentence.text[: max(0, parent.start - sentence.start)]:
            return False
        self._drop(parent)
        number.state.parent = None
        return self._claim(number, Figure(parent.code, frozenset()))

    def _spoken_of(self, number: Number) -> bool:
        """Whether a number is one that was stated before and is now to be divided: 公开的80条信息中, …"""
        state, printed = number.state, number.sentence.text[number.hit.start : number.hit.end]
        if not (number.words.endswith("公开的") and number.right.endswith("信息")):
            return False
        found = next((claim for claim in reversed(self.claims) if claim.raw == printed and claim.code in _PARENTS), None)
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
        claim.weak, claim.listed = "weak" in figure.needs, state.breakdown or "list" in figure.needs
        self.claims.append(claim)
        family = code.partition(".")[0]
        state.family = family if family in ("review", "litigation") else state.family
        self.claims += outcome_of(claim, number.sentence.text[number.hit.end :])
        state.topic, state.last = topic_of(code), code
        self._memory.take(state.topic)
        if code in _PARENTS and not (state.breakdown and state.parent):
            state.parent = self._parent = claim
        return True

    def _drop(self, claim: Claim) -> None:
        self.claims = [other for other in self.claims if other is not claim and other.parent is not claim]

    def _unknown(self, number: Number) -> None:
        """A number of something unknown: an item of the breakdown that is going on, or another subject's."""
        state = number.state
        state.leads.append(number.words)
        if state.breakdown and state.parent is not None and number.unit in _SUM_UNITS and not state.foreign:
            label = label_of(number.words)
            if label:
                claim = number.claim(state.parent.code)
                claim.parent, claim.label = state.parent, label
                self.claims.append(claim)
                state.items += 1
                return
        if ANOTHER.search(number.words):
            self._memory.forget()
        if "复议" in number.words or "诉讼" in number.words:
            state.family = None
        if PROPOSALS.search(number.phrase.core):
            state.unlike.add("proposals")
        if "培训" in number.phrase.core + number.right:
            state.unlike.add("training")
        if state.topic == "公开" and not state.breakdown:
            state.topic = state.parent = None

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
            self.claims += [Claim(code, at, at + len(raw), "", raw, zero=True) for code in found]

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
