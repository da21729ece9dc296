"""Complaints by what they were about, cases on disclosure alone, and what was charged: 反映公开栏更新慢的举报3件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.numbers import read_number
from pipelines.wording.around import About, Told
from pipelines.wording.claims import Claim, plain_number
from pipelines.wording.counts import hits
from pipelines.wording.cues import OTHER_COMPLAINTS
from pipelines.wording.requests.behind import one_of
from pipelines.wording.requests.told import RESULTS
from pipelines.wording.second.pieces import Piece, pieces_of_year
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import unnumbered

_COMPLAINT = re.compile(
    r"(?:收到|接到|接|转来|受理|接待|转办)(?:了|过)?(?:群众|居民|村民|反映|涉及|关于"
    r"|有关|针对|对|因)*[^，,；;。]{0,24}?(?P<what>公开|公示|公布|答复|回复)"
    r"[^，,；;。]{0,12}?的?(?:投诉举报|举报投诉|信访举报|举报信|投诉信|投诉|举报)(?:件|案件|事项|共|有)*$"
)
_OF_DISCLOSURE = re.compile(
    r"(?:[^，,；;。\d]{0,6}(?:举报|投诉)|(?:打?来?电话?|写信|来信|上门|来访|来|、|和|或)+(?:反映|抱怨|批评))[^，,；;。\d]{0,10}公开[^，,；;。\d]{0,10}?(?:的|不[及规到]\w?|不真实|不全)(?:共|有)*"
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
    r"(?:其中|未经复议|(?:行政)?复议[之以]?后|对?复议(?:决定|结果)不服|不服复议(?:决定|结果)|[又再后而便]|继而|随后|并|直接|当事人|申请人|被|向|(?:人民)?法院)*(?:起诉|提起(?:行政)?诉讼|诉至(?:人民)?法院)的(?:政府)?(?:信息)?公开类?(?:行政)?(?:案件|诉讼)?(?:共|有)*"
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
    r"(?:[根依]?[据照按][^，,；;。\d]{2,24}?(?:文件|标准|规定|通知|办法)(?:的?(?:要求|规定|标准))?[，,]?)?(?:共|实际|依[法规])*(?:收取|收了?)(?:的)?"
    r"(?:(?:检索|复制|复印|邮寄|打印|工本|成本)费?(?:用)?[、和及与，]?)+等?(?:费用?|成本费用?)(?:全年|共|合计|共计|累计)*$"
    r"|(?:(?:检索|复制|复印|邮寄|打印|工本|成本)费?(?:用)?[、和及，])*(?:(?:检索|复制"
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


_SIGNED = re.compile("诉|举报|复议|公开的|公开类|(?:反映|抱怨|批评)[^，]{0,8}公开")


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
    """The claims without the cases and lessons that a sentence says are of other matters: 复议维持1件，与政府信息公开无关."""
    text = sentence.text
    if any(word in text for word in _CAUSES):
        claims = _without_other_causes(sentence, claims)
    among = _SOME_OF_CASES.search(text) if "公开" in text and ("复议" in text or "诉" in text) else None
    if among:
        whole = sentence.start + among.start("whole")  # 行政诉讼2件，与信息公开有关的0件
        claims = [one for one in claims if one.start != whole or not one.code.startswith(_CASES)]
    other = _UNRELATED.search(text) if "无关" in text or "范畴" in text else None
    if other is None:
        return claims
    begin = sentence.start + max(text.rfind(mark, 0, other.start()) for mark in "；;") + 1
    end = sentence.start + other.start()
    if text.startswith("的", other.end()):  # 与政府信息公开无关的诉讼8件
        ends = _PART_ENDS.search(text, other.end())
        begin, end = end, sentence.start + (ends.start() if ends else len(text))
    return [one for one in claims if not (begin <= one.start < end and one.code.startswith((*_CASES, "training.")))]


_UNRELATED = re.compile(
    r"[与和同跟](?:[^，,。；;\d]{0,10}公开[^，,。；;\d]{0,6}|此)(?:无关|没有关系)|不(?:属于?|在)[^，,。；;\d]{0,8}信息公开的?范畴"
)
"""What a sentence says has nothing to do with disclosure."""
_SOME_OF_CASES = re.compile(
    r"(?:复议|诉讼|应诉)[^，,。；;\d]{0,6}(?P<whole>\d{1,5})\s?[件起宗][，,]\s?(?:其中)?(?:涉及|有关|关于|属于?|与)(?:政府)?(?:信息|政务)公开"
    r"(?:有关|相关|方面|案件|类|的)*[有为]?\s?\d"
)
_CASES = ("review.", "litigation.", "complaints.")
_CAUSES = (
    "处罚", "许可", "强制", "交通", "征收", "征地", "拆迁", "补偿", "工伤", "劳动", "土地", "林权", "索赔", "赔偿", "治安",
    "执法", "规划", "职称", "招生", "招聘", "录用", "低保", "户籍", "退休", "养老", "医保", "宅基地", "承包", "山林", "行医",
)  # fmt: skip
_OTHER_CAUSE = re.compile(
    rf"(?:因|由于?|就|对|涉及?|针对|[，,；;。、])(?P<why>[^，,。；;：:、\d]{{0,10}}(?:{'|'.join(_CAUSES)})[^，,。；;：:\d]{{0,10}}?)"
    r"(?:引发|引起|而起|导致|产生|提起|提出|申请|发生|不服)的?(?:其[他它])?(?:行政)?(?:复议|诉讼|投诉|举报|官司|应诉|案件)"
    rf"|(?P<kind>(?:{'|'.join(_CAUSES)})[^，,。；;：:\d]{{0,8}}?(?:类|方面|领域)的?)(?:行政)?(?:复议|诉讼|官司|应诉)"
)
_OF_OURS = re.compile(r"公开|答复|信息|申请")
_PART_ENDS = re.compile(r"[；;]|[，,、和及](?=[^，,；;、]{0,14}公开)")


def _without_other_causes(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims without the cases that something else brought about: 因行政处罚引发的复议9件、诉讼3件, 拆迁类诉讼9件."""
    cause = _OTHER_CAUSE.search(sentence.text)
    if cause is None or _OF_OURS.search(cause["why"] or cause["kind"]):
        return claims
    ends = _PART_ENDS.search(sentence.text, cause.end())
    begin, end = sentence.start + cause.start(), sentence.start + (ends.start() if ends else len(sentence.text))
    return [one for one in claims if not (begin <= one.start < end and one.code.startswith(_CASES))]


def told_of_headings(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The zeros of the two or three subjects that a heading names: 两项均为0 under 行政复议和行政诉讼."""
    match = _ALL_NONE.match(sentence.text) if "项" in sentence.text[:6] or "者" in sentence.text[:6] else None
    named = [code for topic, code in _OF_TOPIC.items() if topic in sentence.section.innermost] if match else []
    codes = list(dict.fromkeys(named))
    if match is None or len(codes) != _COUNT[match["count"]]:
        return []
    start, end = sentence.start + match.start(), sentence.start + match.end()
    return [Claim(code, start, end, "", match.group(), zero=True) for code in codes]


_ALL_NONE = re.compile(
    r"\s*(?:以上|上述|这)?(?P<count>[两二三四])[项者](?:数量|工作|数据|指标|数字|内容|情况)?(?:今年|全年|本年度?)?"
    r"(?:均|都|皆|全部?|统统|一律|一概)是?(?:未发生|没有|无|空白|[为是]?\s?[0零〇])(?=[，,；;。件]|$)"
)
_COUNT = {"两": 2, "二": 2, "三": 3, "四": 4}
_OF_TOPIC = {
    "申请": "requests.received", "收费": "fees.collected", "复议": "review.total", "诉讼": "litigation.total",
    "投诉": "complaints.total", "举报": "complaints.total",
}  # fmt: skip


_APPEALED = re.compile(
    r"(?:(?:向|到|去|找)[^，,；;。\d的]{1,10}(?:提起|申请|提出|提|打)了?(?:行政)?|(?:申请|提起|提出)了(?:行政)?|被?(?:其|申请人)?提起(?:行政)?|被(?:其|申请人|当事人)?申请了?(?:行政)?|(?<=[不服满议][，,])(?:遂|随后|便|又|依法)*(?:申请|提起|提出)了?(?:行政)?)(?P<what>复议|诉讼|官司)"
    r"|(?:申请人|当事人|对方|其)(?:不服|仍|又|再|随后|随即|之?后|遂|继而){1,3}(?:提起(?:行政)?诉讼|起诉)"
    r"|(?:向|到|去)[^，,；;。\d]{0,8}法院(?:提起(?:行政)?诉讼|起诉)|(?:起诉|诉)[到至](?:了)?[^，,；;。\d]{0,6}法院"
)
_THE_ONE = re.compile(r"[一1]\s?[件起宗份位名]|(?<=有)\s?[一1]\s?人|(?<=的)[那这]一?[位件宗份]|[那这]一?[位名](?=.{2})")
_AMONG = ("里", "中", "当", "之", "内")
_NOT_CONTENT = re.compile(r"申请人[^，,；;。\d]{0,6}(?:不服|不满|不认可)|(?:公开|答复)[^，,；;。\d]{0,8}(?:不服|不满|不认可)")
_ON_DISCLOSURE = re.compile(r"申请人|申请的|答复|公开|信息|的[那这]一?[位件宗份]")
_PAST = re.compile(r"(?:上一?|去|前|往)年")
_FOR_A_CAUSE = re.compile(r"因|就|由|不服|对|为")
_MAY = re.compile(r"[可将拟如若应]|有权|告知|准备|打算|权利|扬言|表示|未|没|无|不[再曾想予]")


_ONE_OF_THEM = re.compile(
    r"(?:有[一1]|[那这]一?)\s?[位名个](?:[^，,；;。\d]{2,16}?的)?(?:申请人|申请者|群众|村民|居民|市民|老人|企业主|业主|当事人|人)"
)
"""有一位申请人向市环保局申请复议, 那位没拿到核查表的群众申请了复议: one of those who asked, told right before."""
_THAT_ANSWER = re.compile(r"(?:公开|答复|申请)的[那这]一?[件宗份]")
"""未予公开的那件，申请人提起行政复议: one of those that were answered."""
_KEPT = re.compile(r"[不未](?:予以?|同意)?(?:公开|提供)的")
"""未予公开的1件被其申请复议: which of the answers."""
_ASKING, _JUST, _JUST_SOME = ("requests.", "replies.", "fees."), 240, 12


def appeals_of(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The one case that a story tells of, and how it ended: 1件答复超期，申请人向市政府提起复议，市政府维持; 后又起诉至法院，…"""
    if "复议" not in sentence.text and "诉" not in sentence.text and "官司" not in sentence.text:
        return []
    told_of = sentence.section.topics & {"复议", "诉讼"} or _NOT_CONTENT.search(sentence.text)
    told_of = told_of or _THAT_ANSWER.search(sentence.text)
    if not (told_of or (_just_asked(sentence, claims) and _ONE_OF_THEM.search(sentence.text))):
        return []
    told = list(_APPEALED.finditer(sentence.text))
    ends = [*(match.start() for match in told[1:]), len(sentence.text)]
    return [claim for match, end in zip(told, ends, strict=False) for claim in _appeal(sentence, match, end, claims)]


def _just_asked(sentence: Sentence, claims: Sequence[Claim]) -> bool:
    """Whether requests or their answers were counted right before a sentence."""
    return any(one.code.startswith(_ASKING) and 0 <= sentence.start - one.start < _JUST for one in claims[-_JUST_SOME:])


def _appeal(sentence: Sentence, told: re.Match[str], end: int, claims: Sequence[Claim]) -> list[Claim]:
    """One case of a story, with its outcome, which is told up to `end`; none where it did not come to that."""
    text = sentence.text
    part = text.rfind("；", 0, told.start()) + 1
    begin = part if _THE_ONE.search(text, part, told.start()) else 0  # …；有1位申请人去法院起诉
    one = _THE_ONE.search(text, begin, told.start())
    told_before = text[begin : told.start()]
    just_asked = _just_asked(sentence, claims) and _ONE_OF_THEM.search(told_before) and "因" not in told_before
    headed = sentence.section.topics & {"复议", "诉讼"} and not _FOR_A_CAUSE.search(told_before)
    if one is None or not (just_asked or headed or _ON_DISCLOSURE.search(told_before)) or _PAST.search(told_before):
        return []
    family = "review" if told["what"] == "复议" else "litigation"
    clause = text[max(text.rfind(mark, 0, told.start()) for mark in "，；：") + 1 : told.end()]
    others = (hit for hit in hits(text) if begin <= hit.start and text[hit.end : hit.end + 1] not in _AMONG)  # 9件里有1件
    clause = _KEPT.sub("", _ONE_OF_THEM.sub("", clause))
    more = any(read_number(plain_number(text[hit.start : hit.end])).value != 1 for hit in others)
    if more or _MAY.search(clause) or any(claim.code == f"{family}.total" for claim in claims):
        return []
    raw, (start, end_of_it) = one.group(), told.span() if family == "litigation" and "复议" in told_before else one.span()
    ended = one_of(RESULTS, text[told.end() : end].split("，"))
    codes = [f"{family}.total", *(f"{family}.{row}" for row in ended)]
    start, stop = sentence.start + start, sentence.start + end_of_it
    return [Claim(code, start, stop, raw[-1], raw, weak=True, judged=True) for code in codes]


_NAMES = re.compile(r"投诉举报|举报投诉|申诉举报|举报申诉|投诉|举报|检举")
_SAID = re.compile(
    r"20\d\d年度?|[全本今当]年度?|一年来|年内|共计|总计|合计|一共|累计|另外?|此外|同时|两级|各级|[县市乡镇]级"
    r"|收到|接到|接待|接收|受理|办理|处理|转来|交办|发生|出现|发现|引发|引起|涉及|反映|关于|有关|针对|属于?|就|对|因|由|向|经"
    r"|政府信息|信息|政务|公开栏?|公示|答复|工作|方面|事项|问题|案件|案|[此该这]?类|情况|总?数量?|件数?|申请人|群众|居民|村民|市民|公民|当事人"
    r"|[我本][局委镇乡县区市州办院站处所厅旗]|街道|上级|主管部门|监察(?:局|部门|机关)|纪委|纪检|监督电话|来信|来电|信函|电话"
    r"|监督|群众|公众|通过|提出|拨打|不[及服]时?|不够|不全|不准确|不到位|[与和及、的了有为是共计仅只达收接即以其中：“”\"]"
)
_UNITS = frozenset(("件", "起", "宗", "例", "次", "个", "项", "条", "份", "封", "-", "#", "人次", "人"))
_BEFORE_COLON = frozenset("：:")
_REFUSED = re.compile(r"接听(?!(?:群众)?(?:投诉|举报))|[未没无免]|同比|答复率|复议|诉讼|建议|咨询|率|处罚|制度")
_HEADED_BY = re.compile(r"(?:投诉|举报|检举|[与和及、])+(?:情况|方面|处理|办理)*")
_BARE = re.compile(r"(?:全年|今年|本年度?|[共总合]计?|[^，,。；;\d]{0,4}(?:收到|接到|受理|收|接)了?|发生|有|为)*")
_REMEDIES = ("review.", "litigation.")
_NEAR = 120


def complaints_told(sentence: Sentence, claims: Sequence[Claim], year: int | None) -> list[Claim]:
    """The first count of complaints in a clause of known words, where cases or a heading say that they are of disclosure."""
    if sentence.section.hotline:
        return []
    heading = sentence.section.innermost
    remedy = "投诉" in heading or "举报" in heading or "检举" in heading
    headed = remedy and _HEADED_BY.fullmatch(unnumbered(heading).strip("：: ")) is not None
    if not (headed or _NAMES.search(sentence.text)):
        return []
    near = any(claim.code.startswith(_REMEDIES) and claim.start > sentence.start - _NEAR for claim in claims)
    about = near or bool(sentence.section.topics & {"投诉", "复议", "诉讼"})
    lead = ""
    for piece in pieces_of_year(sentence, year):
        spoken = _ENDS_WITH_THEM.search(lead) and _BARE.fullmatch(piece.words)
        among = piece.mark in "，," and (_ALL_OF_THEM.search(lead) or spoken)
        named = f"{lead}{piece.mark}{piece.words}" if lead and (among or piece.mark in _BEFORE_COLON) else piece.words
        counted = piece.hit is not None and piece.hit.unit in _UNITS
        if counted and _OTHER_MATTER.search(_part_of(sentence.text, piece.start)):
            counted = False
        if counted and _tells_complaints(named, piece, about, headed):
            return [piece.claim("complaints.total")]
        whole = _ALL_OF_THEM.search(piece.words + piece.behind) is not None
        lead = piece.words + piece.behind if piece.hit is None or whole else ""
    return []


_ENDS_WITH_THEM = re.compile(r"公开[^，,；;。\d]{0,10}的?(?:投诉|举报|投诉举报|举报投诉)$")
"""针对信息公开不到位的投诉，共受理6件."""
_ALL_OF_THEM = re.compile(r"(?:投诉|举报)[^，,；;。\d]{0,4}[中里]$")
_AMONG_THEM = re.compile(
    r".{0,30}(?:投诉|举报)[^，,；;。\d]{0,4}[中里][，,](?:与|和|跟|同|涉及|属于?|关于|反映|对)*(?:政府|政务)?(?:信息)?公开[^，,；;。\d]{0,6}的?(?:共|有|为|是|占)*"
)
"""监督电话接到的投诉中，与信息公开有关的有3件."""
_OTHER_MATTER = re.compile(f"{OTHER_COMPLAINTS.pattern}|信访|价格|产品|服务质量|治安|劳动|税|网[上络]问政|工单|诉求|12\\d{{3}}")


_AMONG_ALL = re.compile(
    r"(?:投诉|举报)[^。]{0,12}?\d{1,6}\s?[件起宗例次][^。]{0,30}?[，,；;]\s?(?:"
    r"(?:其中[，,]?|(?=涉及|关于|反映|针对|有关))(?:与|和|跟|同|涉及|属于?|关于|反映|针对|对|有关)*(?:我[县市区镇乡局街委])?(?:政府|政务)?(?:信息)?公开(?:工作)?(?:有关|相关|方面|类|情况|问题|的)*"
    r"(?:投诉|举报)*(?:的|有|共|为|占|仅|是)*(?P<number>\d{1,4}\s?[件起宗例次])(?=[，,；;。]|$)"
    r"|(?:其中[，,]?)?(?P<none>(?:没有|无)一?[件起宗例次]?(?:[是系因]|属于?)?(?:涉及|关于|针对|反映|对)(?:政府|政务)?(?:信息)?公开[^，,；;。\d]{0,6}|(?:[均都皆全])(?:不|未)涉及(?:政府|政务)?(?:信息)?公开[^，,；;。\d]{0,6})(?=[，,；;。]|$))"
)
"""受理食品投诉举报73件，其中涉及政府信息公开的2件: these alone are the report's."""


_NO_CASE_AMONG = re.compile(
    r"(?P<what>复议|诉讼|应诉)(?:案件?|申请)?[^，,。；;\d]{0,4}\d{1,5}\s?[件起宗][，,]\s?(?:但|其中)?(?P<none>[均都皆全](?:不|未)涉及(?:政府|政务)?信息公开[^，,；;。\d]{0,6})(?=[，,；;。]|$)"
)
"""办理行政复议案件21件，但均不涉及政府信息公开."""


def no_case_among(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The zero of the cases of which a sentence says that not one was on disclosure."""
    told = _NO_CASE_AMONG.search(sentence.text) if "涉及" in sentence.text else None
    code = ("review.total" if told["what"] == "复议" else "litigation.total") if told else ""
    if told is None or any(one.code == code for one in claims):
        return []
    start, end = (sentence.start + place for place in told.span("none"))
    return [Claim(code, start, end, "", told["none"], zero=True, weak=True)]


def among_complaints(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims with those complaints that a sentence says were on disclosure, in place of all complaints that came."""
    text = sentence.text
    told = _AMONG_ALL.search(text) if "公开" in text and ("投诉" in text or "举报" in text) else None
    if told is None:
        return claims
    group = "number" if told["number"] else "none"
    start, end = (sentence.start + place for place in told.span(group))
    kept = [one for one in claims if one.code != "complaints.total" or one.start < sentence.start]
    if any(one.code == "complaints.total" for one in kept):
        return kept
    unit = told["number"][-1] if told["number"] else ""
    return [*kept, Claim("complaints.total", start, end, unit, told[group], zero=not told["number"])]


def _part_of(text: str, at: int) -> str:
    """The part of a sentence between semicolons that stands around a place."""
    begin = max(text.rfind(mark, 0, at) for mark in "；;") + 1
    ends = [end for end in (text.find(mark, at) for mark in "；;") if end >= 0]
    return text[begin : min(ends, default=len(text))]


def _tells_complaints(words: str, piece: Piece, about: bool, headed: bool) -> bool:
    """Whether words count complaints on disclosure and say nothing else."""
    if _REFUSED.search(words) or ("诉" in piece.behind[:6] and "投诉" not in piece.behind[:6]):
        return False
    if _AMONG_THEM.fullmatch(words):
        return True
    if headed and not piece.sentence.text[: piece.start].strip() and _BARE.fullmatch(words):
        return True
    if not _NAMES.search(words) or not (about or "公开" in words or "公示" in words):
        return False
    return len(_SAID.sub("", _NAMES.sub("", words.replace("接听投诉", "投诉").replace("接听举报", "举报")))) <= _UNREAD


_UNREAD = 1
