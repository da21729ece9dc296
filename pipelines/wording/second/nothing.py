"""Zeros of clauses that are understood to the last word: 没有复议的，没有告状的; 复议、诉讼亦均为零; 无 under 复议、诉讼、投诉.

A clause counts only where each of its words is known to be a noun of the reports, a denial, or one that adds nothing:
没有发生超期答复引起的诉讼 is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipelines.wording.claims import Claim
from pipelines.wording.cue import led
from pipelines.wording.cues import PLANS
from pipelines.wording.headings import unasked
from pipelines.wording.second.pieces import of_another_year
from pipelines.wording.sentences import Section, Sentence
from pipelines.wording.wordings import unnumbered

_NOUNS = (
    r"(?P<review>(?:行政)?复议(?:机关|机构|申请)?|申请复议)"
    r"|(?P<litigation>(?:行政)?诉讼|打过?官司|官司|起诉|应诉|(?<=无人)上诉|(?<=没人)上诉|(?<=有人)上诉|[被涉]诉讼?|告状|(?:[当成做作坐](?:过|为|上)?)?被告席?|告上(?:法庭|法院)|告(?:过|了)?(?=[我本乡镇局县街你]|$)|上法院|法院)"
    r"|(?P<asked>(?:依申请公开|公开申请|申请公开)(?:情况|件数|数量?)?(?=、(?:行政)?(?:复议|投诉|举报|诉讼|收费)))|(?P<complaints>投诉举报|举报投诉|举报信|投诉|举报|检举)|(?P<neutral>(?<=零)败诉|申诉|信访|纠纷|争议案件|救济|监督)"
    r"|(?P<handling>(?:信息)?处理费|(?:(?:检索|复制|复印|邮寄|工本|成本|打印)费?[、和及]?)+费用?)|(?P<fees>费用|收费|(?<=任何)款项|[缴交付]过?[费钱]|费|[要收](?:过|了)?钱|钱(?=$)|一分一[厘文毛]|(?:一分|一毛|一厘|半分)钱?(?=$|的)|分文(?=$))"
    r"|(?P<press>(?:新闻)?(?:发布会|通气会)|新闻发布(?!会))|(?P<talk>(?:在线|网上|网站|网络)*访谈|(?:在线|网上)交流)"
    r"|(?P<both>(?:人大)?建议提案(?:办理|处理)?(?:结果|答复|复文)?)|(?P<interp>(?:政策)?(?:文件)?解读(?:稿件?|文章|材料|文稿|信息)?)"
    r"|(?P<wbwx>(?:通过|利用|运用|以|在)?(?:政务)?微[博信][、和与]?(?:政务)?微[博信](?:平台|方式|形式|渠道)?[上的]?(?:进行)?回应(?:过|了)?(?:热点|舆情|公众|公众关切)?(?:事件)?)"
    r"|(?P<ways>(?:通过|以)?其[他它](?:方式|形式|渠道|途径)[的]?(?:进行)?回应(?:过|了)?(?:热点|舆情|公众)?(?:事件)?)"
    r"|(?P<hot>(?:需要?)?回应(?:过|了)?的?(?:社会|公众|群众)?(?:关注|关切)?(?:的)?(?:热点|重大舆情|舆情)(?:问题|事件|舆情)?(?:或|、|和)?(?:重大)?(?:舆情)?)"
    r"|(?P<npc>(?:[省市县区镇乡]?人大(?:代表)?|代表)建议(?:(?:办理|处理)?(?:结果|答复|复文))?)"
    r"|(?P<cppcc>(?:[省市县区]?政协)?(?:委员)?提案(?:(?:办理|处理)?(?:结果|答复|复文))?)"
)
_NIL = (
    r"(?P<nil>没有|双零|三零|没得|没能|没人(?!大)|没|无人(?!大)|无一|无|未见|未曾|未|从未|从没|从来没|不曾|不存在|不发生|冇|空白|零|[0０〇](?![.．\d])|“[0０零]”"
    r"|一[件起宗次例个场期份条项篇样](?:也|都)?(?=没|未|无)|不(?=向[^，]{1,8}收)|免费|[全免]免|免收|不收|分文[不未没][取收]|分文取|一分(?:钱)?(?:也|都)?(?=[不没未]))"
)
_FILLS = (
    r"(?P<fill>过程|(?<=费)问题|(?<=费的)问题|(?:已经?|已是)?连续(?:[两二三四五六七八九十]|\d{1,2})年(?:来|以来)?|(?:进入|启动|走到|走)(?=[^，]{0,10}程序)|程序(?=$|的|[^，]{0,3}案件)|这?一年[里中]|这一年来?|20\d\d年度?|[全本今当]年度?(?:[度内里中])?|一年来|年[内度]|全年|截至年底|到年底|至今|迄今|目前|之(?=案|事)|暂|此(?=情|类|项|事)|[此这该]种|这(?:一?[项样块])|[我本该][局委镇乡县区市州办院站处所厅旗]|本[局委镇乡县区市州办院站处所厅旗]|[我本]?街道(?:办事处)?"
    r"|[镇乡局县区市][里上]|乡政府|镇政府|县政府|区政府|市政府|办事处|我们|本?(?:单位|机关|部门|行政机关)|政府信息公开|信息公开|政务公开|政府信息|信息|依申请公开|公开|答复|工作"
    r"|发生|接到|收到|受理|办理|承办|决定|(?<=政府)不公开|(?<=我们)不公开|(?<=[镇乡局]里)不公开|引来|惹出|惹|招来|引起|引发|导致|产生|出现|提起|提出|存在|遭遇|遇[到见]|碰[到上]|发现|收取|收过|收|取|申请|申请人|群众|[他她]们?|人家|您|大家|按规定|依规|依法|予以|百姓|居民|村民|市民|公民|牧民|法人|其他组织|当事人|企业|个人|人们?"
    r"|情况|情形|案件|案子|案|事项|事情|事|记录|现象|方面|内容|相关|有关|任何|此类|该类|这类|这方面|类|一[件起宗次例个场期份条]|件|起|宗|次|例|个|项|场|期|栏|数据|指标|数字|数量?|金额|总额|元|万元"
    r"|均|亦|也|都|皆|还|既|又|更|并|且|全部|一律|一概|概|全|同样|依旧|仍然?|尚|就|对|因|由|为|是|系|计|共|总|填写?|涉及|针对|关于|而起|而|被|遭|向|到|找|过|了|的|有|得|着|上|里|中|来|在|于|或者?|以及|和|及|与|、|等(?=[均都皆])|“|”|\"|：|:"
    r"|以上|上述|上列|前述|[两二三四五](?:项|栏|种|类|者|样|个方面)|条件(?!的)|形式|实行|保持|实现|要过|发出|通知|件数|实际|谁|把|跟|去|来|继续|查阅|抄录|复[印制]|打印|邮寄|[材资]料|好在|幸而|所幸|提供|举行|举办|召开|开展|开|组织|参加|安排|搞|办|做|打过|发布|撰写|制作|编写|写|发|故|因此|所以|因而|政府|上级|人民|[镇乡县]级?)"
)
_TOKEN = re.compile(rf"{_NIL}|{_NOUNS}|{_FILLS}")
_SIGNED = led(
    "没无未零0０〇不冇空免分一",
    r"[没无未零冇免]|(?<!\d)[0０〇](?![.．\d])|不曾|不存在|不发生|空白|不收|不向|分文|一分",
)
"""No clause denies without it; the noughts of years and of larger numbers deny nothing."""
_CLAUSE = re.compile(r"[^，,；;。]+")
_CODES = {
    "review": ("review.total",), "litigation": ("litigation.total",), "complaints": ("complaints.total",),
    "asked": ("requests.received",), "fees": ("fees.collected",), "handling": ("fees.collected",),
    "press": ("response.press_conferences",), "talk": ("response.online_interviews",),
    "interp": ("response.policy_interpretations",), "npc": ("proposals.npc",), "cppcc": ("proposals.cppcc",),
    "both": ("proposals.total",), "wbwx": ("response.weibo_wechat",), "ways": ("response.other",),
    "hot": ("response.hot_topics",),
}  # fmt: skip
_ASKS = re.compile(r"有无(?!.*[没未零])|有没有(?=.)|收没收")
"""有无复议诉讼: a heading that asks."""
_NOR = ("或", "更")
"""没有谁把乡里告了，或者去县里申请复议: the denial goes on."""
_LONGEST, _SHORT = 44, 16
_ALWAYS = frozenset(("press", "talk", "interp", "handling", "npc", "cppcc", "both", "wbwx", "ways", "hot"))
_REMEDIES = frozenset(("review", "litigation", "complaints"))
_TAKES = re.compile("收(?![到件悉集信发])|要过")
_FEE_BEFORE = re.compile("收费|费用")
_SUITS = re.compile(r"诉讼|官司|告状|上法院|投诉|举报|人告")
_SILENT = re.compile(r"(?:复议机[关构]|法院)(?:尚|还|仍|目前|至今|一直)*(?:未|没有?)(?!受理|收|接|有)")
"""复议机关尚未答复: the case is not ended."""
_ANSWER = re.compile(r"^\s*[问答][：:]")
_BOTH_YEARS = re.compile(r"[今本]年[和与、跟](?:去|上)年(?=[均都皆也])")
_OF_OTHERS = re.compile(r"热线|12345|消费|物业|信箱|信访")


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause understood to its last word: the nouns it names, and whether it denies."""

    nouns: tuple[str, ...]
    nil: bool
    counted: bool = False


@lru_cache(maxsize=2048)
def _said(words: str) -> _Said | None:
    """What a clause says; None where one of its words is not known. Kept for those read last: reports repeat theirs."""
    nouns, nil, at = [], False, 0
    while at < len(words):
        token = _TOKEN.match(words, at)
        if token is None or token.end() == at:
            return None
        at, kind = token.end(), str(token.lastgroup)
        nil = nil or kind == "nil"
        nouns += [kind] if kind not in ("nil", "fill") else []
    return _Said(tuple(dict.fromkeys(nouns)), nil)


_TOPIC_FIRST = re.compile(
    r"^\s?(?:[最]?[先后再首次]?(?:说|讲|谈|看)+|[^：:，,\d]{2,6}方面)[^：:，,\d复诉投举收费申]{0,6}[：:]\s?(?=.{3})"
)
"""最后看矛盾：告状的没有."""


def nothing_of(sentence: Sentence, year: int | None, beside: bool = False) -> list[Claim]:
    """The zeros that a sentence tells in clauses of known words alone; its heading names what a bare 无 denies.

    `beside`: reviews, suits or complaints were told right before it.
    """
    text = sentence.text
    if sentence.section.hotline or not _SIGNED.search(text):
        return []
    others = _OF_OTHERS.search(text)
    if others:  # 没有投诉；12345转来工单876件
        text = text[: max(text.rfind("；", 0, others.start()), 0)]
    found: list[Claim] = []
    pending: tuple[str, ...] = ()
    for clause in _CLAUSE.finditer(text):
        words = _ANSWER.sub("", clause.group())
        words = _TOPIC_FIRST.sub("", words) if "：" in words or ":" in words else words
        words = _BOTH_YEARS.sub("今年", unnumbered(words).replace(" ", "").replace("　", ""))
        said = _said(_ASKS.sub("有", words)) if len(words) <= _LONGEST else None
        own = _said(words.rpartition("：")[2]) if said is not None and "：" in words else None
        said = own if own is not None and own.nil and own.nouns else said  # 复议、诉讼情况：没有收到举报
        if _SILENT.search(words):
            continue
        if PLANS.search(words.replace("应收", "")):
            break  # 力争把办结率提高到100%，收费为零
        if said is None or of_another_year(words, year):
            pending = ()
            continue
        if not said.nil and not (found and said.nouns and words.startswith(_NOR)):
            pending = said.nouns
            continue
        nouns = _without_causes(said.nouns, words) if said.nouns else pending
        if said.nouns and not nouns:
            continue
        if not nouns and _tells_of_fees(words, text[: clause.start()], sentence.section):
            nouns = ("fees",)
        bare = not nouns and len(words) <= _SHORT and "申请" not in words and "收取" not in words
        if bare and not text[: clause.start()].strip():
            nouns = _of_heading(sentence.section)
        pending = ()
        at = sentence.start + clause.start()
        found += [
            Claim(code, at, at + len(clause.group()), "", clause.group(), zero=True, weak=True, judged=True)
            for code in _codes(nouns, sentence, beside)
        ]
    return found


_COSTS = re.compile(r"(?:复议|诉讼|应诉)[^、]{0,12}费")
_CAUSED = re.compile(r"费用?[^、]{0,8}(?:引起|引发|产生|导致|造成)")


def _without_causes(nouns: tuple[str, ...], words: str) -> tuple[str, ...]:
    """The nouns that a clause denies, without what only caused them: 没有因收费引起的投诉; none of what cases cost."""
    if "fees" not in nouns and "handling" not in nouns:
        return nouns
    if _COSTS.search(words):
        return ()
    caused = _CAUSED.search(words) and len(nouns) > 1
    return tuple(noun for noun in nouns if noun not in ("fees", "handling")) if caused else nouns


def _tells_of_fees(words: str, before: str, section: Section) -> bool:
    """Whether what a clause denies are charges that it does not name: 没收 under 收费, 免费提供信息."""
    headed = "费用" in section.topics
    asked = "申请" in section.topics and "公开" not in section.topics
    if "免费" in words or "分文" in words or "一分" in words:
        return headed or asked or "信息" in words
    if "免" in words:
        return headed
    return _TAKES.search(words) is not None and (headed or _FEE_BEFORE.search(before) is not None)


def names_fees(words: str) -> bool:
    """Whether words say of charges no more than that they were taken: 全年共收取费用."""
    said = _said(words)
    return said is not None and not said.nil and set(said.nouns) <= {"fees", "handling"} and bool(said.nouns)


def of_charges_by_law(sentence: Sentence) -> bool:
    """Whether charges are those that a government takes by law (行政事业性收费 in the chapter on disclosure), or a domain's."""
    topics, headings = sentence.section.topics, sentence.section.headings
    if sentence.section.domain or any("事业性" in heading for heading in headings):
        return True
    of_requests = "申请" in topics or ("费用" in topics and not any("收费金额" in heading for heading in headings))
    if _OF_ALL.fullmatch(sentence.section.innermost):
        return "事业性" in sentence.text
    return "公开" in topics and not of_requests and not _OF_REQUESTS.search(sentence.text)


_OF_ALL = re.compile(r"(?:概述|概况|(?:总体|基本|工作|主要)(?:情况|概况))[：:]?")
_OF_REQUESTS = re.compile(r"公开|申请|检索|复[制印]|邮寄|处理费")


_WAIVED = re.compile(r"(?<=费)(?:以?及|与|和|、)?减免")
_PART = re.compile(r"^第[一二三四五六七八九十]{1,3}(?:部分)?[、，：:\s]*")


def _of_heading(section: Section) -> tuple[str, ...]:
    """What the innermost heading names, where it names nothing but the reports' own subjects."""
    heading = unasked(_PART.sub("", unnumbered(section.innermost)).strip("：:？?。吗么 ").replace(" ", ""))
    said = _said(_WAIVED.sub("", heading)) if heading else None
    return said.nouns if said is not None and not said.nil else ()


def _codes(nouns: Sequence[str], sentence: Sentence, beside: bool) -> Iterator[str]:
    """The codes of the nouns that are of disclosure here: by the heading, by the sentence, or beside one another."""
    topics = sentence.section.topics
    of_it = beside or "公开" in sentence.text or bool(topics & {"复议", "诉讼", "投诉", "申请"})
    several = len(_REMEDIES & set(nouns)) > 1 or ("复议" in sentence.text and _SUITS.search(sentence.text) is not None)
    for noun in nouns:
        remedy = (noun in _REMEDIES or noun == "asked") and (of_it or several)
        fee = noun == "fees" and not of_charges_by_law(sentence)
        if remedy or fee or noun in _ALWAYS:
            yield from _CODES.get(noun, ())
