"""Whether what a wording needs around it is there: its topic, its own publisher, no domain, the number before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.wording.context import Number, State
from pipelines.wording.cues import (
    ACCOUNT,
    AMONG_THEM,
    ASKED,
    DOCUMENTS,
    DOMAIN,
    EACH_BODY,
    HANDLES,
    MEDIA_LIST,
    OF_REQUESTS,
    OTHER_COMPLAINTS,
    OTHER_REQUESTS,
    PROPOSALS,
    RESULTS,
    ROUTES,
)
from pipelines.wording.sentences import TOPICS, Section
from pipelines.wording.wordings import Figure

REQUEST_ROUTES = frozenset(f"requests.received_{route}" for route in ("in_person", "fax", "online", "letter"))
"""The codes of requests by the way they came."""

_REQUESTS = REQUEST_ROUTES | {"requests.received"}
_ATTRIBUTES = frozenset(("requests.received", "replies.refused"))
_TOPIC_OF = {"disclosure": "公开", "channel": "公开", "requests": "申请", "replies": "申请", "applications": "申请"}
_HAVE_OFFICE = ("staff", "training", "organisation", "funding")
_SAY_DISCLOSURE = ("信息公开", "政务公开", "依申请公开")
_SAY_REQUESTS = ("依申请", "信息公开申请", "申请公开", "公开申请", "公开政府信息")


def topic_of(code: str) -> str:
    """The topic of a code's family, by which what comes next is understood."""
    family = code.partition(".")[0]
    return _TOPIC_OF.get(family, family)


@dataclass(slots=True)
class Memory:
    """What earlier sentences leave for later ones.

    carried     the topic of the last figure, None once another subject was counted; a new chapter forgets it
    said        this paragraph (or what leads to it) has stated disclosures or requests; `requests`: requests
    """

    carried: str | None = None
    said: bool = False
    requests: bool = False
    chapter: str = ""

    def turn(self, section: Section, first: bool) -> None:
        """Takes in where a sentence stands; `first` opens a paragraph."""
        if section.headings[0] != self.chapter:
            self.chapter, self.carried = section.headings[0], None
        if first:
            self.requests = self.carried == "申请"
            self.said = self.carried in ("公开", "申请")

    def forget(self) -> None:
        """Takes in that another subject was counted."""
        self.carried, self.said, self.requests = None, False, False

    def take(self, topic: str) -> None:
        """Takes in that a figure of a topic was stated."""
        self.said = self.said or topic in ("公开", "申请")
        self.requests = self.requests or topic == "申请"
        self.carried = topic


def fits(figure: Figure, number: Number, memory: Memory) -> bool:
    """Whether the topic that a wording needs is clear, and the number is the publisher's own."""
    state, section, family = number.state, number.state.section, figure.code.partition(".")[0]
    if state.foreign or (section.hotline and family in ("disclosure", "channel", "requests", "complaints")):
        return False
    if family in ("disclosure", "channel") and (section.domain or _of_domain(number)):
        return False
    if family in state.unlike and "建议" not in figure.needs and "政开" not in number.phrase.core:
        return False
    if family == "complaints" and OTHER_COMPLAINTS.search(number.sentence.text):
        return False
    if family in ("review", "litigation") and _of_all_kinds(number):
        return False
    if family == "staff" and (_each_has_its_own(number) or _LEADERS.search(number.words + "〇" + number.right)):
        return False
    if "weak" in figure.needs and any(ACCOUNT.search(lead) for lead in state.leads):
        return False
    return all(_near(need, figure.code, number) or _about(need, figure.code, number, memory) for need in figure.needs)


def _of_domain(number: Number) -> bool:
    """Whether the clauses before speak of one domain, and neither year nor publisher opens the whole again."""
    anchored = number.phrase.own or number.phrase.time is not None
    return not anchored and any(DOMAIN.search(lead) for lead in number.state.leads)


_LEADERS = re.compile(r"由〇[^，。；]{0,8}(?:领导|局长|主任|镇长|乡长|书记|分管)")
"""由1名局领导分管: no staff of it."""
_COURT = re.compile(r"审结|出庭|立案|受理\s?\d")


def _of_all_kinds(number: Number) -> bool:
    """Whether cases are those of a body that hears cases of every kind: 全年受理各类行政复议案件34件, 审结30件."""
    text = number.sentence.text
    return "公开" not in number.words and ("各类" in number.words or ("公开" not in text and _COURT.search(text) is not None))


def _each_has_its_own(number: Number) -> bool:
    """Whether a count of staff is that of each of several bodies: 各部门…由1名专职人员负责."""
    before = "".join((*number.state.leads, number.words))
    return EACH_BODY.search(before) is not None and "共" not in before and "计" not in before


def _near(need: str, code: str, number: Number) -> bool:
    """Whether a need is met by the number itself or by what stands right before it."""
    state, section = number.state, number.state.section
    leads = state.leads
    if need == "list":
        media = code.startswith("channel") and any(MEDIA_LIST.search(lead) for lead in (*leads, section.innermost))
        return (media or state.topic == topic_of(code)) and not section.domain
    if need == "alone":
        return not state.last and ("申请" in section.topics or any(ASKED.search(lead) for lead in leads))
    if need == "案":
        return state.family in ("review", "litigation")
    if need == "费用":
        return number.zero or "费用" in section.topics or OF_REQUESTS.search(number.sentence.text) is not None
    if need == "建议":
        return any(PROPOSALS.search(lead) for lead in leads)
    if need == "答复":
        by_heading = "申请" in section.topics and "公开" not in section.topics
        return state.topic == "申请" or by_heading or any("答复" in lead or "结果" in lead for lead in leads)
    return need in ("open", "weak", "plain") or (need in ("channel", "training") and state.last.partition(".")[0] == need)


def _about(need: str, code: str, number: Number, memory: Memory) -> bool:
    """Whether the topic that a wording needs is that of the sentence, of its headings or of what was stated before."""
    state, text, words = number.state, number.sentence.text, number.words
    if need not in TOPICS or need == "费用":
        return False
    if need in ("复议", "诉讼") and _only_some(number):
        return False  # 行政诉讼5件，其中信息公开类1件
    if need in state.section.topics or need == state.topic or says(need, text):
        return True
    if need == "公开":
        return memory.carried == "公开"
    if need == "政开":
        return state.last.partition(".")[0] in _HAVE_OFFICE
    if need == "申请":
        plain = code == "requests.received" or (code.startswith("replies.") and "申请" in text)
        return memory.requests or len(set(ROUTES.findall(text))) > 1 or (plain and not OTHER_REQUESTS.search(text))
    if need in ("复议", "诉讼", "投诉"):
        core = number.phrase.core
        both = RESULTS.search(text) is not None or ("复议" in text and "诉讼" in text)
        judged = core.removeprefix("发生").removeprefix("引起") == need and both and not HANDLES.search(text)
        none = number.zero and not OTHER_COMPLAINTS.search(text)
        after = memory.carried in ("review", "litigation") and not HANDLES.search(text)
        return judged or none or after or f"{need}数" in words or memory.said or "公开" in core or "政开" in core
    return False


def _only_some(number: Number) -> bool:
    """Whether the count of cases is one of all kinds, of which those about disclosure are told apart behind it."""
    return "政开" not in number.phrase.core and AMONG_THEM.search(number.sentence.text, number.hit.end) is not None


def says(topic: str, text: str) -> bool:
    """Whether a sentence is itself about disclosure where a topic alone (复议, 投诉, 申请) might be another matter's."""
    if topic in ("复议", "诉讼", "投诉", "政开"):
        return any(word in text for word in _SAY_DISCLOSURE)
    if topic == "申请":
        return any(word in text for word in _SAY_REQUESTS)
    return TOPICS[topic].search(text) is not None


def code_of(figure: Figure, number: Number) -> str | None:
    """The code of a wording that takes part of it from what was stated last: 维持1件, 其中主要负责同志参加2次, 主动公开6件."""
    state = number.state
    if figure.code == "+_led":
        return f"{state.last}_led" if state.last in ("response.press_conferences", "response.online_interviews") else None
    if figure.code == "disclosure.total" and "plain" in figure.needs and not state.last and _marks_of_openness(number):
        return None
    if figure.code == "disclosure.total" and "plain" in figure.needs:
        return _plainly_disclosed(number, state)
    if figure.code == "channel.other" and "channel" in figure.needs and state.items:
        return None  # 其他12条 among kinds of information
    if figure.code in _ATTRIBUTES and _marks_of_openness(number):
        return None  # 信息216条，其中主动公开205条，依申请公开6条，不予公开5条: how each is marked
    if figure.code == "requests.received" and state.last in _REQUESTS and number.phrase.core == "申请":
        return None  # 通过书面形式申请的6件: some of those just counted
    if figure.code == "response.policy_interpretations" and number.phrase.core == "解读稿" and number.unit == "条":
        return None if state.parent is not None and state.breakdown else figure.code
    return figure.code.replace("*", state.family or "", 1)


def _marks_of_openness(number: Number) -> bool:
    """Whether 主动公开, 依申请公开, 不予公开 only divide the documents or the information counted before."""
    state = number.state
    if not state.breakdown or state.last not in ("", "disclosure.total"):
        return False
    return (state.last != "" and number.unit in "条篇") or any(DOCUMENTS.search(lead) for lead in state.leads)


def _plainly_disclosed(number: Number, state: State) -> str:
    """What 主动公开6件 counts: replies to requests, the documents just counted, or items of information."""
    if number.unit in "件份宗起" and (state.topic == "申请" or any("答复" in lead for lead in state.leads)):
        return "replies.already_public"
    return "disclosure.normative_documents" if state.last == "normative_documents.issued" else "disclosure.total"
