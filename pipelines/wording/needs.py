"""Whether what a wording needs around it is there: its topic, its own publisher, no domain, the number before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.wording.context import Number, State
from pipelines.wording.cues import (
    ACCOUNT,
    AMONG_THEM,
    ASKED,
    DISCLOSED_DOCUMENTS,
    DOCUMENTS,
    HANDLES,
    MEDIA_LIST,
    OF_REQUESTS,
    OTHER_COMPLAINTS,
    OTHER_FEES,
    OTHER_REQUESTS,
    PERIODICAL,
    PROPOSALS,
    RESULTS,
    ROUTES,
    SPENT,
)
from pipelines.wording.forbidden import not_said_of, of_all_made, waived
from pipelines.wording.office.staffing import is_staff_of_others
from pipelines.wording.published.documents import beside_rules
from pipelines.wording.published.places import (
    answers_how_many,
    by_accounts_alone,
    by_media_above,
    by_several,
    by_the_press,
    in_one_column,
    in_the_column,
    is_of_a_kind_behind,
    of_a_class,
    of_a_kind_before,
    of_cases_online,
    of_domain,
    of_new_media,
    of_one_more_medium,
    of_what_was_told,
    on_the_platform,
    told_once_each,
    told_over_media,
    under_a_board,
)
from pipelines.wording.requests.keywords import way_of_receipt
from pipelines.wording.requests.marked import REFUSED_CASES
from pipelines.wording.requests.not_asked import REQUEST_ROUTES, REQUESTS
from pipelines.wording.requests.other_matters import are_documents
from pipelines.wording.sentences import TOPICS, Section
from pipelines.wording.wordings import Figure, unnumbered

_AFTER_THEIR_OWN = frozenset(("channel", "training", "proposals", "normative_documents"))
"""Families of which a bare word (其他12条, 参训60人) counts where another of them was counted before."""
_COUNTED, _ATTRIBUTES = REQUESTS | {"applications.new"}, frozenset(("requests.received", "replies.refused"))
_TOPIC_OF = {"disclosure": "公开", "channel": "公开", "requests": "申请", "replies": "申请", "applications": "申请"}
_ANSWERS = re.compile(
    r"国家秘密|商业秘密|个人隐私|不属于本机关|告知不存在|不存在[的者]|要求补正|其他途径|同意公开|部分公开|不予公开|否决公开|不同意公开|信息不存在|非本机关"
)
"""Answers that only requests for information get."""
_OPEN_ALREADY = re.compile(
    r"(?:其中)?(?:(?:依次|分别)[为是有])?(?:告知)?(?:属于|属)?已经?公开(?:的|信息|事项|内容|渠道|途径|网址|、?并?告知[^，,。；;\d]{2,12})*(?:有|共|为)?$"
)
_OPENED = ("已公开", "其中已公开")
_REST_CARRIED = re.compile(
    r"[，,；;、](?:其[余中]|另有?|还有|剩余)?(?:\s?\d{1,4}\s?[件份宗](?:申请)?(?:[结转]转?(?=[^，,。；;\d]{0,4}下)|[正尚仍]在|尚未|未办)|[结转]转?[^，,。；;\d]{0,8}下[^，,。；;\d]{0,10}\d)"
)
"""已公开20件，2件结转下年度: all that was answered was given."""
_BESIDE = re.compile(
    r"告知补充|不公开|不属于|不存在|其他途径|不予公开|部分公开|无法提供|补正|执法案卷|不予处理|过程性信息|非本机关|不掌握"
)
"""Answers to requests, which show 公开1件 beside them to be one as well."""
_HAVE_OFFICE = ("staff", "training", "organisation", "funding")
_SAY_DISCLOSURE, _SAY_REQUESTS = ("信息公开", "政务公开", "依申请公开"), ("依申请", "信息公开申请", "申请公开", "公开申请")
_ASKS_FOR = re.compile(r"(?<!主动)公开政府信息|(?:^|[，,。；;：在从])申请(?:的)?(?:答复|方面|渠道|受理|办结)")
"""要求公开政府信息: a request; 主动公开政府信息 is none."""


def topic_of(code: str) -> str:
    """The topic of a code's family, by which what comes next is understood."""
    family = code.partition(".")[0]
    return _TOPIC_OF.get(family, family)


@dataclass(slots=True)
class Memory:
    """What earlier sentences leave for later ones.

    carried     the topic of the last figure, None once another subject was counted; a new chapter forgets it
    own         the domains that the publisher's name says are its own
    said        this paragraph (or what leads to it) has stated disclosures or requests; `requests`: requests
    """

    carried: str | None = None
    said: bool = False
    requests: bool = False
    chapter: str = ""
    own: frozenset[str] = frozenset()

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
    hotline = section.hotline and not (family == "complaints" and "政开" in number.phrase.core)
    if state.foreign or (hotline and family in ("disclosure", "channel", "requests", "complaints")):
        return False
    if family in ("disclosure", "channel") and (section.domain or of_domain(number, memory.own)):
        return False
    asked = family in ("requests", "replies", "applications") and "申请" in number.phrase.core
    asked = asked and (figure.code not in REQUEST_ROUTES or "公开" in number.words)
    if family in state.unlike and "建议" not in figure.needs and "政开" not in number.phrase.core and not asked:
        return False
    if family == "complaints" and OTHER_COMPLAINTS.search(number.words if "政开" in number.phrase.core else number.sentence.text):
        return False
    if family in ("review", "litigation") and of_all_kinds(number):
        return False
    if family == "channel" and state.breakdown and state.last.startswith("response.") and (
        _PART.search(number.sentence.text, 0, number.hit.start)
    ):
        return False  # 政策解读30篇，其中网站发布18篇; no semicolon between
    if family == "normative_documents" and _of_other_documents(number):
        return False
    if not_said_of(figure.code, number):
        return False
    if family == "fees" and (SPENT.search(number.words) or OTHER_FEES.search(number.sentence.text) or waived(number)):
        return False
    if family == "staff" and is_staff_of_others(number):
        return False
    if "weak" in figure.needs and any(ACCOUNT.search(lead) and not by_several(lead) for lead in state.leads):
        return False
    if "weak" in figure.needs and figure.code == "disclosure.total" and any(of_new_media(lead) for lead in state.leads):
        return False  # 加强政务新媒体管理，2022年，累计发布信息519条
    if "weak" in figure.needs and any(PERIODICAL.search(lead) for lead in state.leads[state.led :]):
        return False
    return all(_near(need, figure.code, number) or _about(need, figure.code, number, memory) for need in figure.needs)


def _of_other_documents(number: Number) -> bool:
    """Whether the documents are another body's, or of earlier years: 原乡政府印发的17件还没有清理完."""
    if "失效" in number.words and _REPEALED_APART.search(number.sentence.text, 0, number.hit.start):
        return True
    if "名义" in number.words and _IN_ANOTHERS_NAME.search(number.words):
        return True
    return _FORMER.search(number.words) is not None or _GONE_OVER.match(number.right) is not None


_PART = re.compile(r"\d[^；\d]{0,80}$")
_REPEALED_APART = re.compile(r"废止(?!失效|、)[^，,。；;\d]{0,10}\d{1,4}\s?件[，,、]\s?(?:宣布)?失效")
"""废止7件，宣布失效4件: the second are no more of those repealed."""
_FORMER = re.compile(r"^[^，,]{0,6}原[^，,始件]{1,10}(?:制发|制定|印发|出台|发布)的|历年|以前年度|往年")
_GONE_OVER = re.compile(r"[^，,。；;]{0,8}(?:清理|废止|失效|修订|宣布)")
_IN_ANOTHERS_NAME = re.compile(r"(?:起草|代拟|代|报请|提请)[^，,。；;\d]{0,8}以[^，,。；;\d]{2,12}名义")
"""起草并以县政府名义印发2件: the county's documents, not the office's that drafted them."""
_ALL_CASES = re.compile(r"各类|各种|全部|所有")
_HEARD = re.compile(
    r"法律顾问|律师|(?:法制[办局]|司法局|法院|复议(?:机构|机关|局))[^，,]{0,10}(?:受理|收到|收案|办理|审理|审结|承办)"
)
_COURT = re.compile(r"(?<!尚未)(?<!未)审结|出庭|旁听|观摩|庭审|(?<!不予)(?<!未)(?<!未予)立案|受理\s?\d")


def of_all_kinds(number: Number) -> bool:
    """Whether cases are those of a body that hears cases of every kind: 全年受理各类行政复议案件34件, 审结30件."""
    text = number.sentence.text
    heard = _ALL_CASES.search(number.words) is not None or _HEARD.search(number.words) is not None
    return "公开" not in number.words and (heard or ("公开" not in text and _COURT.search(text) is not None))


_ANSWERED = re.compile(r"答复|(?<!审批)(?<!处罚)(?<!许可)(?<!检查)(?<!执法)(?<!监测)结果")
def _near(need: str, code: str, number: Number) -> bool:
    """Whether a need is met by the number itself or by what stands right before it."""
    state, section = number.state, number.state.section
    leads = state.leads
    if need == "list":
        media = code.startswith("channel") and any(MEDIA_LIST.search(lead) for lead in (*leads, section.innermost))
        documents = code == "disclosure.normative_documents" and (
            any(DISCLOSED_DOCUMENTS.search(lead) for lead in leads) or beside_rules(number.sentence.text[: number.hit.start])
        )
        return (media or documents or state.topic == topic_of(code)) and not section.domain
    if need == "alone":
        asked = "申请" in section.topics or any(ASKED.search(lead) for lead in leads)
        by_ways = len(set(ROUTES.findall(number.sentence.text))) > 1
        return state.last in ("", "applications.carried_in") and (asked or by_ways)
    if need == "案":
        return state.family in ("review", "litigation")
    if need == "费用":
        return number.zero or "费用" in section.topics or OF_REQUESTS.search(number.sentence.text) is not None
    if need == "建议":
        return any(PROPOSALS.search(lead) for lead in leads)
    if need == "答复":
        by_heading = "申请" in section.topics and "公开" not in section.topics
        beside = len(set(_BESIDE.findall(number.sentence.text, number.hit.end))) > 1
        told = any(_ANSWERED.search(lead) and not PROPOSALS.search(lead) for lead in leads)
        return state.topic == "申请" or by_heading or beside or told
    return need in ("open", "weak", "plain") or (need in _AFTER_THEIR_OWN and state.last.partition(".")[0] == need)


def _about(need: str, code: str, number: Number, memory: Memory) -> bool:
    """Whether the topic that a wording needs is that of the sentence, of its headings or of what was stated before."""
    state, text, words = number.state, number.sentence.text, number.words
    if need == "list" and number.in_run and code.startswith("channel."):
        return memory.carried == "公开"  # 子网站121，微信71 right behind the total
    if need == "答复":  # 结论是：一、公开38件；二、已公开15件
        return memory.requests and not number.sentence.first and len(unnumbered(text)) < len(text)
    if need == "费用":  # 收取费用58.5元 behind what became of the requests
        return memory.requests and number.phrase.core in ("收取费用", "费用收取", "收取")
    if need not in TOPICS:
        return False
    if need in ("复议", "诉讼") and _only_some(number):
        return False  # 行政诉讼5件，其中信息公开类1件
    if need == "申请" and state.topic == "公开" and "申请" not in text and need not in state.section.topics:
        return False  # 公开政府信息142条，其中新增42条
    if need in state.section.topics or need == state.topic or says(need, text):
        return True
    if need == "公开":
        return memory.carried == "公开"
    if need == "政开":
        beside = code == "organisation.units" and _STAFF_BESIDE.match(text, number.hit.end) is not None
        return beside or state.last.partition(".")[0] in _HAVE_OFFICE or memory.carried in _HAVE_OFFICE
    if need == "申请":
        asked = code.startswith("requests.") and "申请" in words
        if len(set(_ANSWERS.findall(text))) > 1 or (asked and _GIVEN.search(text)):
            return True
        if code.startswith("replies.") and any(_RESULTS.search(lead) for lead in number.state.leads):
            return True
        plain = code == "requests.received" or (code.startswith("replies.") and "申请" in text)
        return memory.requests or len(set(ROUTES.findall(text))) > 1 or (plain and not OTHER_REQUESTS.search(text))
    if need in ("复议", "诉讼", "投诉"):
        core = number.phrase.core
        both = RESULTS.search(text) is not None or ("复议" in text and "诉讼" in text)
        named = core.removeprefix("发生").removeprefix("引起") == need or ("分别" in words and need in core)
        judged = named and both and not HANDLES.search(text)
        none = number.zero and not OTHER_COMPLAINTS.search(text)
        after = memory.carried in ("review", "litigation") and not HANDLES.search(text)
        return judged or none or after or f"{need}数" in words or memory.said or "公开" in core or "政开" in core
    return False


_STAFF_BESIDE = re.compile(r"\s?[，,、；;]\s?(?:配备)?(?:工作人员|人员|专职|兼职)[^，,。；;\d]{0,6}\d")
"""机构1个，人员5名."""
_GIVEN = re.compile(r"(?:同意|不予|部分)公开")
_RESULTS = re.compile(r"(?:答复|办理|处理)(?:结果|类型|情况)")


def _only_some(number: Number) -> bool:
    """Whether the count of cases is one of all kinds, of which those about disclosure are told apart behind it."""
    return "政开" not in number.phrase.core and AMONG_THEM.search(number.sentence.text, number.hit.end) is not None


_NOT_CONTENT = re.compile(
    r"(?<!信访)(?<!举报)(?<!投诉)答复[^，,。；;\d]{0,4}不服|不(?:服|满意?|认可)[^，,。；;\d信访举]{0,14}答复"
)
"""对我局答复不服，申请复议的1起: only those who asked get an answer."""


def says(topic: str, text: str) -> bool:
    """Whether a sentence is itself about disclosure where a topic alone (复议, 投诉, 申请) might be another matter's."""
    if topic in ("复议", "诉讼") and _NOT_CONTENT.search(text):
        return True
    if topic in ("复议", "诉讼", "投诉", "政开"):
        return any(word in text for word in _SAY_DISCLOSURE)
    if topic == "申请":
        return any(word in text for word in _SAY_REQUESTS) or _ASKS_FOR.search(text) is not None
    return TOPICS[topic].search(text) is not None


_CASES_COUNTED = ("review.total", "litigation.total", "complaints.total")


def code_of(figure: Figure, number: Number) -> str | None:
    """The code of a wording that takes part of it from what was stated last: 维持1件, 其中主要负责同志参加2次, 主动公开6件."""
    state = number.state
    if are_documents(figure.code, number.words, number.right):
        return None
    if figure.code == "requests.completed" and state.last in _CASES_COUNTED and not number.words.strip("其中"):
        return None  # 行政复议2次，2个已办结
    if figure.code == "replies.total" and "结果" in number.words and "公开" in number.words and not _of_answers(number):
        return None  # 建议提案。办理结果公开15件
    if figure.code == "+_led":
        return f"{state.last}_led" if state.last in ("response.press_conferences", "response.online_interviews") else None
    plain = figure.code == "disclosure.total" and "plain" in figure.needs
    if (plain and not state.last and _marks_of_openness(number)) or (figure.code == "disclosure.total" and of_a_class(number)):
        return None
    if figure.code == "disclosure.total" and of_what_was_told(number):
        return None
    if figure.code == "disclosure.total" and (told_over_media(number.words) or told_once_each(number)):
        return "channel.total"
    if plain:
        return _plainly_disclosed(number, state)
    if figure.code == "channel.website" and (answers_how_many(number) or _ON_AND_OFF.search(number.words)):
        return "disclosure.total"
    if figure.code.startswith("channel.") and (is_of_a_kind_behind(number) or of_a_kind_before(number.words)):
        return None
    if figure.code == "channel.website" and number.unit in "件份宗" and (other := of_cases_online(number)) is not None:
        return other or None
    if figure.code == "channel.website" and in_the_column(number):
        return None  # 公开信息260条，…，信息公开专栏公开189条: a share of it
    if figure.code == "channel.website" and on_the_platform(number):
        return None if state.last.startswith("channel.") else "disclosure.total"
    if figure.code == "disclosure.total" and (in_one_column(number.words) or of_all_made(figure.code, number)):
        return None
    if figure.code == "disclosure.total" and "信息" in number.words and _OF_THOSE_TOLD.search(number.words[-_CLAUSE_LONG:]):
        return None
    if figure.code == "disclosure.total" and by_accounts_alone(number.words):
        return None  # 通过新媒体主动公开信息186条: of several rows, and not the whole
    if figure.code == "disclosure.total" and "weak" in figure.needs:
        one_more = of_one_more_medium(number)
        if by_the_press(number) or (not one_more and under_a_board(state.section.innermost)):
            return "channel.other"
        if one_more:
            return "channel.other" if by_media_above(number) else None
    if figure.code == "disclosure.normative_documents" and "现行有效" in number.words:
        return "normative_documents.in_force"  # 网站公开现行有效的规范性文件39件
    if figure.code == state.last and state.breakdown and figure.code.startswith("response."):
        return None  # 政策解读260条，其中解读材料39条，解读产品201个
    already = figure.code == "replies.granted" and _OPEN_ALREADY.match(unnumbered(number.words.strip("、 （(")) or number.right)
    if already and not (already.group() in _OPENED and _REST_CARRIED.match(number.sentence.text, number.hit.end)):
        return "replies.already_public"
    if figure.code == "channel.other" and "channel" in figure.needs and (state.items or number.right[:1] in ("为", "是", "因")):
        return None  # 其他12条 among kinds of information
    if figure.code in _ATTRIBUTES and _marks_of_openness(number):
        return None  # 信息216条，其中主动公开205条，依申请公开6条，不予公开5条: how each is marked
    if figure.code == "requests.received" and (way := way_of_receipt(number.words, number.zero and state.last in REQUEST_ROUTES)):
        return way
    if figure.code == "requests.received" and state.last in _COUNTED and _only_asked(number):
        return None  # 通过书面形式申请的6件: some of those just counted
    if figure.code == "response.policy_interpretations" and number.phrase.core == "解读稿" and number.unit == "条":
        return None if state.parent is not None and state.breakdown else figure.code
    return figure.code.replace("*", state.family or "", 1)


def _of_answers(number: Number) -> bool:
    """Whether requests are spoken of, whose results may have been open."""
    state = number.state
    return state.topic == "申请" or "申请" in number.sentence.text or "申请" in state.section.topics


_ON_AND_OFF = re.compile(r"[和与及、](?:线下|网下)|(?:线下|网下)[^，,]{0,4}[和与及、]|线上线下|网上网下")
"""网上公开和线下公开共134条."""
def _marks_of_openness(number: Number) -> bool:
    """Whether 主动公开, 依申请公开, 不予公开 only divide the documents or the information counted before."""
    state = number.state
    whole = all(word in number.sentence.text for word in ("依申请公开", "不予公开"))
    divided = state.last in ("disclosure.total", "channel.website") and number.unit in "条篇"
    if whole and divided and "收到" not in number.phrase.core and not REFUSED_CASES.search(number.sentence.text):
        return True
    if not state.breakdown or state.last not in ("", "disclosure.total") or "收到" in number.phrase.core:
        return False  # 公开738条，其中文件38条；收到申请12件
    return (state.last != "" and number.unit in "条篇") or any(DOCUMENTS.search(lead) for lead in state.leads)


_CLAUSE_LONG = 60
_OF_THOSE_TOLD = re.compile(
    r"(?:由此|据此|从中)(?:产生|形成|公开|生成)|(?:已|主动|所)(?:公开|发布)(?:政府|政务)?信息(?:当中|之中|里面)|(?:以上|上述|前述|这些|(?:所|已|全部|主动)*公开的)(?:全部|所有|各类)?(?:政府|政务|公开)*信息(?:当中|之中|里面|[中里])(?=[^，,。；;\d]{3})"
)
"""以上信息中用蒙古文发布的有120条: some of what was counted before."""


def _only_asked(number: Number) -> bool:
    """Whether a count of requests names nothing but who or how: 法人或其他组织申请61件, 接受书面申请4件."""
    core = number.phrase.core.replace("人们", "").strip("或和与及、")
    return core == "申请" or (core == "收到申请" and "书面" in number.words)


_OF_ANSWERS = re.compile(
    r"答复|(?:办结|办理|处理|受理|已办|收到)(?:完毕)?的?(?:\d{1,5}\s?[件份宗起])?(?:公开)?申请(?:当中|之中|里面|[中里])?$"
    r"|[办已]结的?件?[中里]?$"
)
"""办结的申请中，主动公开4件: how they were answered."""


def _plainly_disclosed(number: Number, state: State) -> str:
    """What 主动公开6件 counts: replies to requests, the documents just counted, or items of information."""
    asked = state.topic == "申请" or ("申请" in state.section.topics and "公开" not in state.section.topics)
    if number.unit in "件份宗起" and (asked or any(_OF_ANSWERS.search(lead) for lead in state.leads)):
        return "replies.already_public"
    return "disclosure.normative_documents" if state.last == "normative_documents.issued" else "disclosure.total"
