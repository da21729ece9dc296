"""The figures that a report states in sentences: each with its place, none that belongs to something else.

A number counts only when everything that introduces it is understood (see `pipelines/wordings.py`): what the table does
not know belongs to another subject. A zero is taken only from a sentence that denies the thing itself.
"""

from __future__ import annotations

import re
from itertools import islice

from pipelines.claims import Claim, facts_of, label_of, weighed
from pipelines.context import Number, State
from pipelines.cues import (
    ACCOUNT,
    AFTER_OBJECT,
    ANOTHER,
    BREAKDOWN,
    CLAUSE,
    CLAUSE_OR_ITEM,
    COMPARES,
    CONDITION,
    CONTINUES,
    CUMULATIVE,
    DENIABLE,
    DOMAIN,
    FOREIGN,
    HAS_OFFICE,
    KNOWN,
    LEFT_EDGE,
    NOT_ONE,
    OBJECTS,
    OF_REQUESTS,
    OTHER_COMPLAINTS,
    OTHER_REQUESTS,
    PLANS,
    PROPOSALS,
    ROUTES_BEFORE,
    SPLIT,
    SUM,
    UNKNOWN_BEFORE,
    VERBS_ONLY,
)
from pipelines.denied import denied
from pipelines.items import Fact
from pipelines.outline import Outline
from pipelines.sentences import TOPICS, Sentence, denials, hits, sentences
from pipelines.tolerance import loosened
from pipelines.wordings import Figure, Phrase, figure_of, open_figure_of, phrase_of, publisher_names, unnumbered

MAX_CLAIMS = 500
"""No report states a fifth of that; a page that does is made to stall, and the rest of it is not read."""

_ITEM_UNITS = frozenset("条篇")
_SUM_UNITS = frozenset("条件篇份个项")
_TOPIC_OF = {"disclosure": "公开", "channel": "公开", "requests": "申请", "replies": "申请", "applications": "申请"}
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
        self._open = self._said_here = self._requests_here = False
        self._carried: str | None = None
        self._chapter = ""

    def read(self, sentence: Sentence) -> None:
        """Adds the claims of one sentence."""
        section, text = sentence.section, sentence.text
        if section.plan:
            return
        if section.headings[0] != self._chapter:
            self._chapter, self._carried = section.headings[0], None
        if sentence.first:
            self._requests_here = self._carried == "申请"
            self._said_here = self._carried in ("公开", "申请")
        state = State(section)
        goes_on = self._open and sentence.start - self._end < 60
        if self._parent is not None and (goes_on or (self._carried == "公开" and CONTINUES.match(unnumbered(text)))):
            state.parent, state.breakdown, state.topic = self._parent, True, "公开"
        self._numbers(sentence, state)
        self._denials(sentence)
        self._parent = state.parent or self._parent
        self._end = sentence.start + len(text)
        self._open = state.breakdown and text.rstrip().endswith(("：", ":", "；", ";")) and state.parent is not None

    # --- numbers ---

    def _numbers(self, sentence: Sentence, state: State) -> None:
        text, at = sentence.text, 0
        found = hits(text)
        if sentence.section.domain and "申请" not in text and all(hit.unit in _ITEM_UNITS for hit in found):
            return  # counts of one domain's items
        for index, hit in enumerate(found):
            gap = text[at : hit.start]
            if index and gap[:1] in ("：", ":") and state.parent is not None:
                state.breakdown = True
            at = hit.end
            following = found[index + 1].start if index + 1 < len(found) else len(text)
            words = self._lead(gap, state, index == 0)
            if not text.startswith(("以上", "以内", "以下"), at):
                right = CLAUSE_OR_ITEM.split(text[at : min(following, at + 24)], maxsplit=1)[0]
                if at + len(right) == following < len(text) and not right.rstrip().endswith(("和", "及", "与")):
                    right = ""  # what stands between two numbers introduces the second
                elif right.endswith("中"):
                    right, state.breakdown = right[:-1], True
                number = Number(sentence, state, hit, words.strip(" 和及与"), AFTER_OBJECT.split(right, maxsplit=1)[0].strip(" 和及与"))
                self._number(number)
                at += len(right) if number.object_follows else 0
        if at and state.parent is not None and BREAKDOWN.search(text[at:]):
            state.breakdown = True

    def _lead(self, gap: str, state: State, opening: bool) -> str:
        """Takes in what stands before a number and gives back the phrase that introduces it."""
        if "；" in gap or ";" in gap:
            state.foreign = False
        parts = SPLIT.split(gap)
        phrase = parts.pop()
        before, colon, after = phrase.rpartition("：") if "：" in phrase else phrase.rpartition(":")
        if colon and not phrase_of(after, self.year, self.names).core.replace("均", ""):
            phrase = before + after
        elif colon and after.strip():
            parts.append(before)
            phrase = after
        for index, part in enumerate(parts):
            self._note(part, state, tail=index == 0 and not opening)
        if BREAKDOWN.search(phrase):
            state.breakdown = True
        return phrase

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
        if match and HAS_OFFICE.search(phrase_of(part[: match.end()] + "公开", self.year, self.names).core):
            state.foreign = True

    def _since(self, words: str, state: State) -> None:
        """Notes that the counts from here on began before the report's year."""
        begins_here = f"自{self.year}" in words or f"从{self.year}" in words
        if not begins_here and CUMULATIVE.search(words):
            state.cumulative = True

    def _number(self, number: Number) -> None:
        state, words = number.state, number.words
        if number.sentence.text[number.hit.start] == "一" and NOT_ONE.search(words):
            return
        if ("复议" in words) != ("诉讼" in words):
            state.family = "review" if "复议" in words else "litigation"
        listed = state.queue or (state.breakdown and state.parent is not None) or (not words and self._by_heading(number))
        listed = listed or (state.last == "training.classes" and number.of_people)
        if not listed and not KNOWN.search(words, max(0, len(words) - 30)) and not KNOWN.search(number.right):
            if "年" in words:
                self._turn(phrase_of(words, self.year, self.names), words, state)
            else:
                state.topic = state.parent = None
            if ANOTHER.search(words):
                self._carried = None
            state.leads.append(words)
            return
        self._since(words, state)
        number.phrase = phrase_of(words, self.year, self.names)
        self._turn(number.phrase, words, state)
        if COMPARES.search(words) or PLANS.search(words) or state.cumulative or state.time in ("other", "part"):
            return
        if state.queue and not number.phrase.core.strip("和及与"):
            self._claim(number, Figure(state.queue.pop(0), frozenset()))
        elif not self._figure(number):
            self._unknown(number)

    def _by_heading(self, number: Number) -> bool:
        """Whether nothing but the heading before it can say what a number counts."""
        return not number.right and not number.state.last and bool(number.sentence.section.innermost)

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
        core, unit = number.phrase.core, number.unit
        if SUM.fullmatch(number.words) and number.state.family and number.state.last.startswith(f"{number.state.family}."):
            return self._claim(number, Figure("*.total", frozenset()))
        if not core.replace("均", "") and self._by_heading(number):
            core = phrase_of(number.sentence.section.innermost, self.year, self.names).core + core
        after = phrase_of(number.right, self.year, self.names).core if number.right else ""
        if ROUTES_BEFORE.fullmatch(core):
            core = "收到申请"
        if not core.replace("参加", "") and number.of_people and number.state.last == "training.classes":
            return self._claim(number, Figure("training.people", frozenset()))
        figure = figure_of(core + after, unit) if after and VERBS_ONLY.fullmatch(core) else None
        number.object_follows = figure is not None
        if figure is None:
            figure = figure_of(core, unit)
            if figure is not None and after and figure.needs & {"list", "weak", "alone", "plain"}:
                figure = None
        if figure is None:
            opened = open_figure_of(core, unit)
            if opened and not UNKNOWN_BEFORE.search(opened[1]) and not DOMAIN.search(opened[1]):
                figure = opened[0]
        if figure is None:
            figure = self._loose_figure(number)
        if figure is None:
            return self._several(number, core)
        return self._fits(figure, number) and self._claim(number, figure)

    def _loose_figure(self, number: Number) -> Figure | None:
        """What a number states where words stand unread among those before it, or among those behind it."""
        state, unit = number.state, number.unit
        listed = state.breakdown or bool(state.queue)
        loose = loosened(number.phrase.loose, listed, number.words)
        after = loosened(phrase_of(number.right, self.year, self.names).loose, listed, number.right) if number.right else None
        if after and VERBS_ONLY.fullmatch(loose or number.phrase.loose.replace("~", "")):
            figure = figure_of((loose or "") + after, unit) or figure_of(after, unit)
            number.object_follows = figure is not None
            if figure is not None:
                return figure
        figure = figure_of(loose, unit) if loose else None
        return None if figure is None or figure.needs & {"list", "alone", "plain"} else figure

    def _several(self, number: Number, core: str) -> bool:
        """Claims a number for each of several subjects: 复议、诉讼均为0, 专职、兼职各1名, 分别为2件、3件."""
        state, words = number.state, number.words
        subjects = [part for part in OBJECTS.split(core.replace("均", "")) if part and part not in ("申诉", "旁事")]
        known = [figure for figure in (figure_of(part, number.unit) for part in subjects) if figure is not None]
        if not 2 <= len(subjects) == len(known) <= 5 or state.foreign:
            return False
        if "分别" in words:
            state.queue = [figure.code for figure in known[1:]]
            known = known[:1]
        elif not (number.zero or "均" in core or re.search(r"[均都皆各]", words[-8:])):
            return False
        for figure in known:
            self._claim(number, figure)
        return True

    def _fits(self, figure: Figure, number: Number) -> bool:
        """Whether the topic that a wording needs is clear, and the number is the publisher's own."""
        state, section, family = number.state, number.state.section, figure.code.partition(".")[0]
        if state.foreign or (section.hotline and family in ("disclosure", "channel", "requests", "complaints")):
            return False
        if family in ("disclosure", "channel") and (section.domain or self._of_domain(number)):
            return False
        if (family in state.unlike and "建议" not in figure.needs) or ("weak" in figure.needs and any(ACCOUNT.search(lead) for lead in state.leads)):
            return False
        return all(self._has(need, figure.code, number) for need in figure.needs)

    def _of_domain(self, number: Number) -> bool:
        """Whether the clauses before speak of one domain, and neither year nor publisher opens the whole again."""
        anchored = number.phrase.own or number.phrase.time is not None
        return not anchored and any(DOMAIN.search(lead) for lead in number.state.leads)

    def _has(self, need: str, code: str, number: Number) -> bool:
        """Whether what a wording needs around it is there."""
        state, section, text, core = number.state, number.state.section, number.sentence.text, number.phrase.core
        if need in ("open", "weak", "plain"):
            return True
        if need == "list":
            return state.topic == _TOPIC_OF.get(code.partition(".")[0], "公开") and not section.domain
        if need == "alone":
            return "申请" in section.topics and not state.last
        if need == "案":
            return state.family in ("review", "litigation")
        if need in ("channel", "training"):
            return state.last.partition(".")[0] == need
        if need == "费用":
            return number.zero or OF_REQUESTS.search(text) is not None
        if need == "建议":
            return any(PROPOSALS.search(lead) for lead in state.leads)
        if need == "答复":
            return state.topic == "申请" or any("答复" in lead for lead in state.leads)
        if need in section.topics or need == state.topic or _about(need, text):
            return True
        if need == "公开":
            return self._carried == "公开"
        if need == "申请":
            plain = code == "requests.received" or (code.startswith("replies.") and "申请" in text)
            return self._requests_here or (plain and not OTHER_REQUESTS.search(text))
        if need in ("复议", "诉讼", "投诉"):
            return number.zero or f"{need}数" in number.words or self._said_here or "公开" in core or "政开" in core
        return False

    def _claim(self, number: Number, figure: Figure) -> bool:
        state, code = number.state, _code(figure, number)
        if code is None:
            return False
        if state.breakdown and state.parent is not None and number.phrase.time == "this" and code == state.parent.code:
            self._drop(state.parent)  # 累计632条，其中2010年164条: the first counts earlier years too
            state.breakdown, state.parent = False, None
        claim = number.claim(code)
        claim.weak, claim.listed = "weak" in figure.needs, state.breakdown or "list" in figure.needs
        self.claims.append(claim)
        family = code.partition(".")[0]
        state.topic = _TOPIC_OF.get(family, family)
        state.family = family if family in ("review", "litigation") else state.family
        state.last = code
        self._said_here = self._said_here or state.topic in ("公开", "申请")
        self._requests_here = self._requests_here or state.topic == "申请"
        self._carried = state.topic
        if code in _PARENTS and not (state.breakdown and state.parent):
            state.parent = claim
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
                return
        if ANOTHER.search(number.words):
            self._carried = None
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
            found, with_left = denied(left, right, text[:left_edge], sentence.section, self.year, self.names)
            begin = left_edge + len(left) - len(left.lstrip()) if with_left else start
            if not found or self._is_elsewhere(sentence, text[:left_edge], left, right, text[start:end]):
                continue
            raw = text[begin:right_edge].rstrip()
            at = sentence.start + begin
            self.claims += [Claim(code, at, at + len(raw), "", raw, zero=True) for code in found]

    def _is_elsewhere(self, sentence: Sentence, before: str, left: str, right: str, word: str) -> bool:
        """Whether a denial is of another year, of another body, conditional, or of hotline matters."""
        if CONDITION.search(left.strip()) or PLANS.search(left) or sentence.section.hotline:
            return True
        state = State(sentence.section)
        for part in SPLIT.split(before):
            self._note(part, state)
        phrase = phrase_of(left, self.year, self.names)
        self._turn(phrase, left, state)
        if word == "不收取" and not (phrase.own or phrase.time or state.time):
            return True
        return state.foreign or state.time in ("other", "part") or bool(OTHER_COMPLAINTS.search(left + right))


def _code(figure: Figure, number: Number) -> str | None:
    """The code of a wording that takes part of it from what was stated last: 维持1件, 其中主要负责同志参加2次, 主动公开6件."""
    state = number.state
    if figure.code == "disclosure.total" and "plain" in figure.needs and number.unit in "件份宗起":
        if state.topic == "申请" or any("答复" in lead for lead in state.leads):
            return "replies.already_public"
    if figure.code == "response.policy_interpretations" and number.phrase.core == "解读稿" and number.unit == "条" and state.parent:
        return None if state.breakdown else figure.code
    if figure.code == "+_led":
        return f"{state.last}_led" if state.last in ("response.press_conferences", "response.online_interviews") else None
    if figure.code == "disclosure.total" and "plain" in figure.needs and state.last == "normative_documents.issued":
        return "disclosure.normative_documents"
    return figure.code.replace("*", state.family or "", 1)


def _about(topic: str, text: str) -> bool:
    """Whether a sentence is itself about disclosure where a topic alone (复议, 投诉, 申请) might be another matter's."""
    if topic in ("复议", "诉讼", "投诉", "政开"):
        return "信息公开" in text or "政务公开" in text or "依申请公开" in text
    if topic == "申请":
        return "依申请" in text or "信息公开申请" in text or "申请公开" in text or "公开申请" in text or "公开政府信息" in text
    return bool(TOPICS[topic].search(text))

