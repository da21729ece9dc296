"""Complaints by what they were about, cases on disclosure alone, and what was charged: 反映公开栏更新慢的举报3件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.numbers import read_number
from pipelines.wording.around import About, Told
from pipelines.wording.claims import Claim, plain_number
from pipelines.wording.counts import hits
from pipelines.wording.cues import UNRELATED
from pipelines.wording.requests.behind import one_of
from pipelines.wording.requests.told import RESULTS
from pipelines.wording.sentences import Sentence

_COMPLAINT = re.compile(
    r"(?:收到|接到|接|转来|受理|接待|转办)(?:了|过)?(?:群众|居民|村民|反映|涉及|关于"
    r"|有关|针对|对|因)*[^，,；;。]{0,24}?(?P<what>公开|公示|公布|答复|回复)"
    r"[^，,；;。]{0,12}?的?(?:投诉举报|举报投诉|信访举报|举报信|投诉信|投诉|举报)(?:件|案件|事项|共|有)*$"
)
_OF_DISCLOSURE = re.compile(
    r"[^，,；;。\d]{0,6}(?:举报|投诉)[^，,；;。\d]{0,10}公开[^，,；;。\d]{0,10}?(?:的|不[及规到]\w?|不真实|不全)(?:共|有)*"
)
"""群众举报信息公开不及时的1件."""
_AMONG_CASES = re.compile(
    r"(?P<what>复议|诉讼)[^，,。；;\d]{0,6}\d{1,5}\s?[件起宗][，,]\s?(?:涉及|有关|关于|属于?|与)(?:政府)?(?:信息|政务)公开"
    r"(?:有关|方面|类|的)*(?:有|为)?$"
)
"""受理行政复议申请28件，涉及信息公开的11件."""
_TAKEN = frozenset(("受理", "收到", "接到", "共受理", "共收到", "共接到", "接收"))
_HEADED = re.compile(
    r"(?:^|[，,；;。\s])(?:政府)?(?:信息公开)?(?:投诉举报|举报投诉|投诉|举报)(?:情况|方面)?[：:]\s?[^，,；;。：:\d]{2,4}$"
)
"""举报投诉：受理2起."""
_ONE_PERSON = re.compile(
    r"(?:居民|村民|群众|申请人|市民|公民)?(?:向[^，,；;。]{2,10}?)?(?:来电|来信)?(?:投诉|举报)[^，,；;。]{0,10}(?:公开|答复|公示)"
)
_SUED = re.compile(
    r"(?:其中|未经复议|直接|当事人|申请人|被|向|(?:人民)?法院)*(?:起诉|提起(?:行政)?诉讼|诉至(?:人民)?法院)的(?:政府)?(?:信息)?公开类?(?:行政)?(?:案件|诉讼)?(?:共|有)*"
)
_ROW = re.compile(r"(?:举报投诉|投诉举报)(?:总?数量?)")
_BROUGHT = re.compile(r"公开[^；;。]{0,30}(?:提起|申请|提出)了?(?:行政)?(?P<what>复议|诉讼)[（(，,]\s?共?计?$")
_ABOUT = re.compile(r"反映|涉及|关于|有关|针对|对|因|方面")
_OTHER = re.compile(r"12345|热线|消费|平台|食品|物业|价格举报|环境|阳光信箱")
_ONLY = re.compile(
    r"(?:[^，,；;。\d]{0,4})?(?:政府信息|政务|信息)?公开类的?(?:行政)?(?P<what>复议|诉讼"
    r"|应诉)(?:案件)?(?:共|有|为)*$"
)
_UNCOUNTED = re.compile(
    r"[，,]\s?(?:均|都|也)?(?:不在|未|不)(?:[列计纳]入)?(?:本)?(?:报告|次|此)?(?:的)?统计(?:之列"
    r"|范围|之内|数据)?(?:之内|以内|之列)?(?=[，,；;。]|$)"
)
_TOOK = re.compile(
    r"(?:(?:检索|复制|复印|邮寄|打印|工本|成本)费?(?:用)?[、和及，])*(?:(?:检索|复制"
    r"|复印|邮寄|打印|工本|成本)费(?:用)?)?(?:[两三]项)?(?:的)?"
    r"(?:全年|年内|本年度?|20\d\d年度?|我[镇乡县局])*(?:一共|合计|共计|累计|总计|共)*(?:实际)?(?:实收"
    r"|收取|收费|收得|收了)(?:费用)?(?:合计|共计|共)*$"
)
_OTHER_PAPERS = re.compile(r"身份证|户口[簿本]|证照|执照|驾驶证|行驶证|护照|档案")
_TOOK_ITEM = re.compile(
    r"(?:全年|年内|本年度?|一共|合计|共计|总共|共|实)*(?:实)?收(?:取|到|了)?(?:检索|复制|复印|邮寄|打印|工本|成本)费(?:用)?(?:共|计|合计)*"
)
_ITEMS = re.compile(r"检索费|复制费|复印费|邮寄费|工本费|成本费")
_NOT_TAKEN = re.compile(r"每[页次张份]|标准|违规|罚|减免|免收|不超过|退")


_SIGNED = re.compile("诉|举报|复议|公开的|公开类")


def grievances_of(about: About) -> list[Told]:
    """Complaints on disclosure, whoever received them, and cases that the words say were on disclosure."""
    words = about.words
    brought = _BROUGHT.search(about.before) if words.endswith(("共", "计")) else None
    if brought:
        return [Told("review.total" if brought["what"] == "复议" else "litigation.total", first=True, anywhere=True)]
    if words in _TAKEN and _HEADED.search(about.before) and not _OTHER.search(about.before):
        return [Told("complaints.total", first=True)]
    if not _SIGNED.search(words):
        return []
    among = _AMONG_CASES.search(about.before) if "公开" in words else None
    if among:
        return [Told("review.total" if among["what"] == "复议" else "litigation.total", first=True)]
    if _SUED.fullmatch(words):
        return [Told("litigation.total", first=True)]
    if _ROW.fullmatch(words) or _OF_DISCLOSURE.fullmatch(words):
        return [Told("complaints.total")]
    if _COMPLAINT.search(words) and _ABOUT.search(words) and not _OTHER.search(words):
        return [Told("complaints.total", first=True)]
    only = _ONLY.fullmatch(words)
    return [Told("review.total" if only["what"] == "复议" else "litigation.total", first=True)] if only else []


def complaint_of_one(about: About) -> list[Told]:
    """The complaint that one person brought: 有1名居民向区监察局投诉答复太慢."""
    return [Told("complaints.total", anywhere=True)] if about.value() == 1 and _ONE_PERSON.match(about.behind) else []


def charges_of(about: About) -> list[Told]:
    """What was charged, where the words say no more than that it was taken: 三项全年合计收取613.5元."""
    words, section = about.words, about.number.state.section
    if "收" not in words or _NOT_TAKEN.search(words):
        return []
    if not (_TOOK.fullmatch(words) or ("费用" in section.topics and _TOOK_ITEM.fullmatch(words))):
        return []
    if _OTHER_PAPERS.search(about.number.sentence.text, about.number.hit.end):
        return []
    return [Told("fees.collected")] if "费用" in section.topics or _ITEMS.search(words) else []


def without_uncounted(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims without those of cases that their sentence leaves out: 复议17件、诉讼6件，不在统计之列."""
    text = sentence.text
    told = _UNCOUNTED.search(text) if "统计" in text else None
    if told is None:
        return claims
    begin = sentence.start + max(text.rfind("；", 0, told.start()), text.rfind("另有", 0, told.start()), 0)
    end = sentence.start + told.start()
    return [one for one in claims if not (begin <= one.start < end and one.code.startswith(_CASES))]


def without_unrelated(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims without the cases that a sentence says are of other matters: 复议维持1件，与政府信息公开无关."""
    text = sentence.text
    other = UNRELATED.search(text) if "无关" in text or "范畴" in text else None
    if other is None:
        return claims
    begin = sentence.start + max(text.rfind(mark, 0, other.start()) for mark in "；;") + 1
    end = sentence.start + other.start()
    return [one for one in claims if not (begin <= one.start < end and one.code.startswith(_CASES))]


_CASES = ("review.", "litigation.", "complaints.")


def told_of_headings(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The zeros of the two or three subjects that a heading names: 两项均为0 under 行政复议和行政诉讼."""
    match = _ALL_NONE.match(sentence.text) if "项" in sentence.text[:6] else None
    topics = [topic for topic in _OF_TOPIC if topic in sentence.section.innermost] if match else []
    if match is None or len(topics) != _COUNT[match["count"]]:
        return []
    start, end = sentence.start + match.start(), sentence.start + match.end()
    return [Claim(_OF_TOPIC[topic], start, end, "", match.group(), zero=True) for topic in topics]


_ALL_NONE = re.compile(
    r"\s*(?:以上)?(?P<count>[两二三四])项(?:数量|工作)?(?:今年|全年)?(?:均|都|皆|全)(?:未发生"
    r"|没有|无|[为是]?\s?[0零〇])(?=[，,；;。件]|$)"
)
_COUNT = {"两": 2, "二": 2, "三": 3, "四": 4}
_OF_TOPIC = {
    "申请": "requests.received", "收费": "fees.collected", "复议": "review.total", "诉讼": "litigation.total",
    "投诉": "complaints.total",
}  # fmt: skip


_APPEALED = re.compile(
    r"(?:(?:向|到|去|找)[^，,；;。\d]{1,10}(?:提起|申请|提出|提|打)了?(?:行政)?|被?(?:其|申请人)?提起(?:行政)?)(?P<what>复议|诉讼|官司)"
    r"|(?:向|到|去)[^，,；;。\d]{0,8}法院(?:提起(?:行政)?诉讼|起诉)|(?:起诉|诉)[到至](?:了)?[^，,；;。\d]{0,6}法院"
)
_THE_ONE = re.compile(r"[一1]\s?[件起宗份位名]|(?<=的)[那这]一?[位件宗份]")
_AMONG = ("里", "中", "当", "之", "内")
_NOT_CONTENT = re.compile(r"申请人[^，,；;。\d]{0,6}(?:不服|不满|不认可)|(?:公开|答复)[^，,；;。\d]{0,8}(?:不服|不满|不认可)")
_ON_DISCLOSURE = re.compile(r"申请人|申请的|答复|公开|信息|的[那这]一?[位件宗份]")
_PAST = re.compile(r"(?:上一?|去|前|往)年")
_MAY = re.compile(r"[可将拟如若应]|有权|告知|准备|打算|权利|扬言|表示|未|没|无|不[再曾想予]")


def appeals_of(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The one case that a story tells of, and how it ended: 1件答复超期，申请人向市政府提起复议，市政府维持; 后又起诉至法院，…"""
    if "复议" not in sentence.text and "诉" not in sentence.text and "官司" not in sentence.text:
        return []
    if not (sentence.section.topics & {"复议", "诉讼"} or _NOT_CONTENT.search(sentence.text)):
        return []
    told = list(_APPEALED.finditer(sentence.text))
    ends = [*(match.start() for match in told[1:]), len(sentence.text)]
    return [claim for match, end in zip(told, ends, strict=False) for claim in _appeal(sentence, match, end, claims)]


def _appeal(sentence: Sentence, told: re.Match[str], end: int, claims: Sequence[Claim]) -> list[Claim]:
    """One case of a story, with its outcome, which is told up to `end`; none where it did not come to that."""
    text = sentence.text
    one = _THE_ONE.search(text, 0, told.start())
    told_before = text[: told.start()]
    if one is None or not _ON_DISCLOSURE.search(told_before) or _PAST.search(told_before):
        return []
    family = "review" if told["what"] == "复议" else "litigation"
    clause = text[max(text.rfind(mark, 0, told.start()) for mark in "，；：") + 1 : told.end()]
    others = (hit for hit in hits(text) if text[hit.end : hit.end + 1] not in _AMONG)  # 9件里有1件
    more = any(read_number(plain_number(text[hit.start : hit.end])).value != 1 for hit in others)
    if more or _MAY.search(clause) or any(claim.code == f"{family}.total" for claim in claims):
        return []
    raw, start = one.group(), sentence.start + one.start()
    ended = one_of(RESULTS, text[told.end() : end].split("，"))
    codes = [f"{family}.total", *(f"{family}.{row}" for row in ended)]
    return [Claim(code, start, start + len(raw), raw[-1], raw, weak=True, judged=True) for code in codes]
