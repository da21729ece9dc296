"""Reviews and suits in whatever order they are told: how many, how they ended, whose outcome it is.

复议、诉讼各1起，复议机关维持，法院驳回; 被申请复议8件：5件维持，2件责令重新答复，还有1件没有审结
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipelines.wording.claims import Claim
from pipelines.wording.cue import led
from pipelines.wording.lists.parts import value_of
from pipelines.wording.second.pieces import Piece, labelled, pieces_of_year
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import unnumbered

_WORD = led(
    "维驳胜原对打赢判撤终和调不其纠败输确变责限令未没在正待审尚直复诉被涉起应官告法支要",
    r"(?P<upheld>维持(?!率)|驳回|胜诉(?!率)|(?:原告|对方)败诉|打?赢了?(?=$)|胜(?=$)|支持了?(?:[镇乡县区局]里|[我本][镇乡局县区市街委办]|街道|我们|行政机关|被告|[县区市镇乡]?政府)|(?:原告|对方)败(?=$)|判[^，,。；;\d]{0,8}胜(?=$))|(?P<other>撤诉|撤回|撤了(?=$)|撤销(?=复议|申请|起诉)|终止|和解|调解结案|不予受理|其[他它](?:情形|情况|结果|处理)?(?=[^，,。；;\d]{0,3}$))"
    r"|(?P<corrected>撤销|纠[错正](?!后)|败诉|(?<!胜)败(?=$)|打?输了?(?=$)|确认[^，,；;。、\d]{0,6}违法|变更|要求(?:[镇乡县区局]里|[我本][镇乡局县区街委]|街道|我们)?(?:改正|纠正|重新答复|重新处理|重做)"
    r"|(?:责令|判令|判决(?!维持|驳回)|限期|令[其我]|判(?=[我本]))[^，,；;。、\d]{0,10}(?:重新|重作|再作|履行|答复|公开))"
    r"|(?P<pending>未结|未审结|没有审结|[在正待]?审理[中之]|尚在|正在|待判|未开庭|没有结果|未作出|未宣判|未判)"
    r"|(?P<sub>直接(?:起诉|提起|诉讼)|复议[后并又再]+(?:起诉|提起|诉讼))"
    r"|(?P<review>(?<!不服)(?<!不服行政)复议)|(?P<litigation>诉讼(?!请求)|[被涉]诉|被告(?!知)|起诉|应诉(?!率)|官司|告上|诉至|法院)"
)
_UNITS = frozenset("件起宗例次个项场-#")
_PERSONS = frozenset(("人", "人次", "名", "位"))
"""申请复议的6人次: as many cases, where each brought his own."""
_TOPICS = frozenset(("复议", "诉讼"))
_ABOUT_IT = re.compile(
    r"申请人[^，,；;。\d]{0,4}[去到向][^，,；;。\d]{1,10}(?:复议|起诉)|信息公开|政务公开|依申请|公开申请|公开答复|答复不服|(?:上述|[该此这])(?:次|份|一)?答复|不服[^，,。；;]{0,8}答复"
)
_ALL = re.compile(r"均|都|全部?|皆|各|一律|结果|件件|无一例外")
_EVERY = re.compile("均|都|全|皆|一律")
_EACH = re.compile(r"(?:各|均|都|皆)(?:为|是|有|发生|只有|仅)?$")
_DENIED = re.compile(r"[未没无免]|不(?!予受理|服|当)")
_MEANT = re.compile(r"[如若可拟将须]|应(?!诉)|是否|有权|告知|权利|制度|渠道|程序|规定|机制|能力|率|条件|机构")
_OTHERS = re.compile(
    r"旁听|观摩|庭审|税务|治安|工伤|劳动|交通|土地|林权|处罚|许可|强制|征收|拆迁|赔偿|民事|经济|刑事|各类|各种|全部|所有|[12]2\d{3}|热线|信访|其他行政|旁听|出庭|培训|案例|评查|讲座|研讨|法律顾问|律师|村委会|居委会|村民委员会"
)
_HEARS = re.compile(r"(?:受理|审理|办理|审结|立案|接到|收到)")
_ABOVE, _OURS = re.compile(r"省|[州市县区旗](?:人民)?政府|厅|上级|国务院|总局|部"), re.compile(r"[被我本对]|公开|引")
_HALL = re.compile(
    r"(?:法制[办局]|司法局|法院|复议(?:机构|机关|局))[^，,]{0,10}(?:受理|收到|收案|办理|审理|审结(?![^，,]{0,6}公开)|承办|[一二]审|行政案件)"
)
_SAID = re.compile(
    r"20\d\d年度?|[全本今当]年度?|一年来|年[内度]|截至[^，,]{0,10}|共计|总计|合计|总共|一共|累计|其中|另外?|[有为是计共总数量新增了的过和与及件起宗、“”\"]"
    r"|行政|案件|案|[作做]出|决定书?|申请人?|当事人|原告|[被遭]|[我本全][局委镇乡县区市州办院站处所厅旗]|街道|我们|单位|机关|发生|收到|接到|受理|引发|引起|导致|产生|提起|提出|出现"
    r"|因|由于|就|对|向|针对|涉及|关于|有关|政府信息|信息|政务|依?申请|公开|公示|答复|工作|不服|方面|情况|事项|一审|二审|其|此|该|后|又|再|而|各"
    r"|公民|公司|群众|居民|村民|人民|政府|机关|法院"
)
_UNREAD, _NEAR, _LAST = 4, 120, 8


@dataclass(slots=True)
class Told:
    """What a sentence has told so far.

    named     the cases that a clause without a number of its own may speak of; `counting`: they were counted right before
    subject   what a clause before a colon names (复议：收到8件)
    queue     families and outcomes whose numbers are still to come (维持、纠错分别为3件和1件)
    bare      a count whose kind the next clause tells (有1件，系张某提起的复议)
    deciding  the kind of cases that who decided them names (复议机关维持3件), where no total is told
    known     the totals that were read before, by where their numbers stand
    shares    some of a kind, whose outcome stands behind the number after it (其中2件复议、1件诉讼尚未审结)
    sub       where numbers stand that count only some of the cases (直接起诉7件)
    alone     where the one stands that is all the suits there were (未经复议直接起诉1件)
    wrong     where numbers stand that are only one of two parts of an outcome (被撤销2件，被确认违法1件)
    joint     where numbers stand that count two kinds of cases together (12起复议、诉讼)
    added     dismissals of reviews beside those upheld (维持5件，驳回申请1件)
    closed    how many of a kind came to an end, where that is told (复议8件，审结7件，均维持)
    """

    totals: dict[str, Claim] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)
    queue: list[tuple[str, str]] = field(default_factory=list)
    found: list[Claim] = field(default_factory=list)
    sub: set[int] = field(default_factory=set)
    joint: set[int] = field(default_factory=set)
    alone: set[int] = field(default_factory=set)
    wrong: set[int] = field(default_factory=set)
    closed: dict[str, Claim] = field(default_factory=dict)
    added: list[Claim] = field(default_factory=list)
    counting: bool = False
    subject: list[str] = field(default_factory=list)
    bare: Piece | None = None
    deciding: str = ""
    known: dict[int, Claim] = field(default_factory=dict)
    shares: tuple[Piece, str] | None = None


def cases_of(sentence: Sentence, claims: Sequence[Claim], year: int | None) -> Told:
    """What a sentence tells of cases."""
    text = sentence.text
    if not _WORD.search(text) or sentence.section.hotline:
        return Told()
    before = [claim for claim in claims if claim.code in _TOTALS and sentence.start - _NEAR < claim.start < sentence.start]
    here = any(claim.code in _TOTALS and claim.start >= sentence.start for claim in claims[-_LAST:])
    about = bool(before or here or sentence.section.topics & _TOPICS or _ABOUT_IT.search(text))
    if not about:
        return Told()
    told = Told({claim.code.partition(".")[0]: claim for claim in before if not claim.zero})
    done = {claim.code.partition(".")[0] for claim in claims if claim.code.endswith(_ROWS)}
    named = sorted(told.totals, key=lambda family: told.totals[family].start)
    told.named = [family for family in named if family not in done] or named
    told.known = {claim.start: claim for claim in claims if claim.code in _TOTALS and claim.start >= sentence.start}
    told.subject = _families(list(_WORD.finditer(sentence.section.innermost))) if _headed(sentence) else []
    last, number = 0, None
    for piece in labelled(pieces_of_year(sentence, year)):
        again = piece.hit is None and number is not None and piece.mark == "、" and piece.words == number.behind
        if again and any(one.start == last and one.code.endswith(_ROWS) for one in told.found):
            continue  # 3件维持，1件结果纠正: said of that one alone
        number = piece if piece.hit else number
        some = last in told.sub and piece.mark in "，," and not _EVERY.search(piece.words) and last not in told.alone
        last = piece.at if piece.hit else last
        if piece.hit is None and some and _WORD.match(piece.words.removeprefix("结果")):
            continue  # 诉讼2件，其中直接起诉1件，结果维持: of these alone
        if piece.hit is None:
            _outcome_of_all(piece, told)
        elif piece.hit.unit in _UNITS or (piece.hit.unit in _PERSONS and _BROUGHT.search(piece.words + piece.behind)):
            _numbered(piece, told)
    _without_parts(told, text, sentence.start)
    return told


_HEADING = re.compile(r"(?:行政)?(?:复议|诉讼|应诉)(?:案件)?(?:情况|方面|工作)?[：:]?")


def _headed(sentence: Sentence) -> bool:
    """Whether the heading of a sentence names one kind of cases and nothing else."""
    return _HEADING.fullmatch(unnumbered(sentence.section.innermost).strip()) is not None


def _without_parts(told: Told, text: str, start: int) -> None:
    """Takes out outcomes told in two parts, of which no sum is printed; a review's 维持 stands beside its 驳回."""
    parts: dict[str, list[Claim]] = {}
    for claim in told.found:
        if not claim.code.endswith(".total"):
            parts.setdefault(claim.code, []).append(claim)
    if "原告败诉" in text or "对方败诉" in text:
        told.wrong |= {claim.start for claim in told.found}  # whatever was read of 败诉 alone
        return
    for code, claims in parts.items():
        if len({claim.start for claim in claims}) < 2:
            continue
        kept = [claim for claim in claims if code == "review.upheld" and "维持" in _beside(claim, text, start)]
        told.wrong |= {claim.start for claim in claims if len(kept) != 1 or claim is not kept[0]}
        dismissed = [claim for claim in claims if len(kept) == 1 and _DISMISSAL.search(text[: claim.start - start])]
        if dismissed and "review.other" not in parts:
            told.added = [replace(claim, code="review.other") for claim in dismissed[:1]]
    told.found = [claim for claim in told.found if claim.start not in told.wrong or claim.code.endswith(".total")] + told.added


def _beside(claim: Claim, text: str, start: int) -> str:
    """The words right before and behind a claim's number."""
    return text[max(0, claim.start - start - 6) : claim.end - start + 4]


_TOTALS, _ROWS = frozenset(("review.total", "litigation.total")), (".upheld", ".corrected", ".other", ".pending")
_CLOSED = re.compile(
    r"(?:其中|已经?|全部|当年|全年|年内|目前|共|均|(?:行政)?(?:诉讼|复议)(?=.{0,2}[结判审决])(?:案件)?)*(?:(?:审结|办结|结案|结(?!果)|判决|宣判|裁决)(?:了|的|案件?)?"
    r"|(?:(?:结果|判决|结论)已(?:出|有|下达|作出)|(?:有|出)了?(?:结果|判决|结论))(?:的)?"
    r"|(?:作|做)出(?:了)?(?:行政)?(?:复议|审理|处理)?(?:决定|结论)(?:的|书)?)"
)
_NOT_EVEN_ONE = re.compile(r"(?:[也都]|均)?(?:没有?|未有|无)(?:$|发生|出现)")
"""纠正的一件没有."""
_BY_PROCEDURE = re.compile(r"(?:通过|走|循|经|由|按)[^，,；;。\d]{0,8}(?:诉讼|复议)[^，,；;。\d]{0,4}(?:程序|途径|渠道|路径)")
"""1件告知通过诉讼程序调取病历: an answer to a request."""


def _numbered(piece: Piece, told: Told) -> None:
    """Takes in a clause with a number: so many cases, or so many that ended in one way."""
    words = list(_WORD.finditer(piece.words))
    if _BY_PROCEDURE.search(piece.words + piece.behind) or (piece.value == 1 and _NOT_EVEN_ONE.match(piece.behind)):
        return
    if told.queue and not words:
        family, row = told.queue.pop(0)
        told.found.append(piece.claim(f"{family}.{row}"))
        return
    if told.named and _CLOSED.fullmatch(piece.words):
        told.closed[told.named[-1]] = piece.claim("")
        return
    behind = list(_WORD.finditer(piece.behind))
    if len({word.lastgroup for word in behind} & _FAMILIES) > 1 and not words:
        told.joint.add(piece.at)
        return
    if _BY_COURTS.search(piece.sentence.text) and _FIRST_COURT.search(piece.words):
        told.sub.add(piece.at)
        told.joint.add(piece.at)
        return
    if any(word.lastgroup == "sub" for word in words):
        _some_of_them(piece, told)
        return
    families = _families(words)
    ends = _ends(words)
    if families and "其中" in piece.words and not ends:
        told.named, told.totals = [], {}  # 复议6件、诉讼2件，其中信息公开类复议1件
        told.found = [claim for claim in told.found if not claim.code.endswith(".total")]
    if piece.behind.startswith("中") and not _families(words):
        return  # 已审结10件中维持8件
    by_persons = piece.hit is not None and piece.hit.unit in _PERSONS
    if by_persons and not families and _families(behind) and (piece.value == 1 or _is_of_another_matter(piece)):
        return  # one person's story is read elsewhere
    if not ends and not families and not _DENIED.search(_OUTCOMES.sub("", piece.behind)):
        ends = _ends(behind)[:1]
        families = families or _families(behind)
    whole = told.totals.get(families[0]) if not ends and len(families) == 1 else None
    less = whole is not None and (value_of(whole) or 0) > (piece.value or 0)
    same = whole is not None and value_of(whole) == piece.value and _WORD.fullmatch(piece.behind) is not None
    if less or same:
        ends = _ends(behind)[:1]  # 复议两件。复议一件维持
        told.sub |= {piece.at} if ends else set()
    if less and not (ends or words) and _NAMES_ONE.match(piece.sentence.text, piece.end):
        told.shares = piece, families[0]
        told.sub.add(piece.at)
        return
    if "other" in ends and _DISMISSED.search(piece.words):
        ends = ["other"]  # 终止、驳回申请3件
    opens = piece.mark in "：:" or not piece.sentence.text[: piece.start].strip()
    if not (ends or families or words) and opens and _BARE.fullmatch(piece.words):
        families = told.subject
        told.bare = piece if not families and piece.sentence.section.topics & _TOPICS else None
    told.subject = []
    if ends:
        _ended(piece, list(dict.fromkeys(ends)), families, told)
    elif families:
        _counted(piece, families, told)


_NAMES_ONE = re.compile(r"(?:行政)?(?:复议|诉讼)(?:案件?)?[、和及与]")


def _some_of_them(piece: Piece, told: Told) -> None:
    """Takes in suits counted by the way they came (直接起诉1件), which are all there were where no others are told."""
    told.sub.add(piece.at)
    reviewed, direct = (pattern.search(piece.sentence.text) for pattern in (_REVIEWED, _DIRECT))
    alone = not (reviewed and direct) and (_UNREVIEWED.search(piece.words) or _REVIEWED.search(piece.words))
    if alone and "litigation" not in told.totals:
        told.totals["litigation"] = piece.claim("litigation.total")
        told.found.append(told.totals["litigation"])
        told.named, told.alone = ["litigation"], {piece.at}


_BY_COURTS = re.compile(r"一审[^，,；;。]{0,6}\d.*?二审[^，,；;。]{0,6}\d")
_FIRST_COURT = re.compile(r"[一二]审(?:案件|的|共|有|为)*$")
"""诉讼一审4件、二审2件: by courts, and so no total."""
_UNREVIEWED = re.compile(r"^(?:另有|另外?|还有)?(?:未|不)经(?:行政)?复议")
"""未经复议直接起诉1件: all suits there were, where none were counted before."""
_REVIEWED = re.compile(r"复议[之以]?后[又再]?(?:起诉|提起|诉讼)(?!.*其中)")
_DIRECT = re.compile(r"直接(?:起诉|提起|诉讼)|[未不]经(?:行政)?复议|诉讼\s?\d")
"""复议后又起诉的1件: all there were, where nobody went to court at once."""


def _is_of_another_matter(piece: Piece) -> bool:
    """Whether the words behind a number tell for what it was, and not for disclosure: 3名村民因征地补偿起诉."""
    return _CAUSE.search(piece.behind) is not None and "公开" not in piece.behind


_BROUGHT = re.compile(
    r"(?:申请|提起|提出|要求)(?:行政)?(?:复议|诉讼)|起诉|[去到向][^，,；;。\d]{1,10}(?:复议|打官司)|(?:获|得到|收到)[^，,。；;\d]{0,3}(?:维持|撤销|驳回)|撤回|撤诉"
)
_FAMILIES, _ENDS = frozenset(("review", "litigation")), frozenset(("upheld", "corrected", "other"))
_CAUSE, _PENDING = re.compile(r"因|为了|由于|要求|就"), "pending"


def _ends(words: Sequence[re.Match[str]]) -> list[str]:
    """The outcomes that words name; that there is none yet where they name nothing else: 正在审理1件."""
    named = [str(word.lastgroup) for word in words if word.lastgroup in _ENDS]
    return named or [_PENDING for word in words[:1] if any(one.lastgroup == _PENDING for one in words)]


_HEARS_ALL = re.compile(
    r"(?:[本我][局委厅院办]|(?<![向对])(?:司法局|法制[办局]))[^，,；;。\d]{0,6}"
    r"(?:受理|办理|审理|审结|承办)[^，,；;。\d]{0,4}复议"
    r"|(?:^|[，,；;。])\s?(?:[县区市]|人民)*政府(?:全年|年内|本年度?|共|累计|20\d\d年度?)*(?:受理|收到|办理|审理)[^，,；;。\d]{0,4}复议申请"
)
_ITS_GOVERNMENT = re.compile(r"以[^，,；;。\d]{1,8}政府为被(?:告|申请人)|由我局[^，,；;。\d]{0,4}(?:承办|办理|代理)")


def heard_here(sentence: Sentence, names: tuple[str, ...]) -> bool:
    """Whether a sentence is of cases of every kind that the publisher hears, or handles for its government."""
    text = sentence.text
    if "公开" in text:
        return False
    for_others = bool(names) and not names[0].endswith("政府") and _ITS_GOVERNMENT.search(text) is not None
    return for_others or ("复议" in text and _HEARS_ALL.search(text) is not None)


def _families(words: Sequence[re.Match[str]]) -> list[str]:
    return list(dict.fromkeys(str(word.lastgroup) for word in words if word.lastgroup in _FAMILIES))


def _ended(piece: Piece, ends: list[str], families: list[str], told: Told) -> None:
    mine = families or [one for one in told.named if not piece.value or one not in told.totals or value_of(told.totals[one])]
    family = mine[-1] if mine else ""  # 复议7件、诉讼0件，其中维持3件: of the reviews
    if family and family not in told.totals and piece.value and _TOLD_AT_ONCE.match(piece.behind):
        _counted(piece, [family], told)
    if not told.totals and piece.sentence.section.topics & _TOPICS and (by := _DECIDES.match(piece.words)):
        told.deciding = family = "review" if "复议" in by.group() else "litigation"
    whole = value_of(told.totals[family]) if family in told.totals else None
    whole = piece.value if whole is None and family and family == told.deciding else whole
    if not family or whole is None or (piece.value or 0) > whole or _DENIED.search(_OUTCOMES.sub("", piece.words)):
        return
    if len(ends) > 1 and "分别" not in piece.words:
        return
    if family == "review" and _BY_COURT.search(piece.words + piece.behind):
        return
    told.counting, told.named = False, [family]
    told.found.append(piece.claim(f"{family}.{ends[0]}"))
    if told.shares and piece.mark == "、" and told.shares[1] != family:
        told.found.append(told.shares[0].claim(f"{told.shares[1]}.{ends[0]}"))
    told.shares = None
    told.queue = [(family, end) for end in ends[1:]]


_DECIDES = re.compile(
    r"(?:[全本今当]年度?|其中)?(?:经|由)?(?:(?:行政)?复议机[关构]|(?:[县区市]?人民)?法院)(?:审理|依法|判决|裁定|决定|予以|后|，)*"
    r"(?:维持|撤销|驳回|纠正|变更|责令|确认)(?![^，,；;。]{0,8}(?:处罚|许可|征收|登记|认定))"
)
"""复议机关维持我局答复3件: whose outcomes they are, who decided says."""
_IS_ONE = re.compile(r"(?:[均都全]部?)?(?:系|为|是|属于?)(?![^，,；;。]{0,16}(?:处罚|许可|征收|拆迁|登记|工伤|补偿|土地))")
_TOLD_AT_ONCE = re.compile(
    r"的?(?:因?(?:政府)?信息公开(?:而|所)?(?:引起|引发)?的?)?行政(?:复议|诉讼)(?:案件?)?(?:结果)?(?:被|遭)(?:依法)?"
    r"(?:纠[错正]|撤销|判|责令)"
)
"""有1件行政复议被纠正: that is how many there were."""
_BARE = re.compile(r"(?:全年|今年|本年度?|[共总合]计?|收到|发生|受理|接到|有|办理|新增|为)*")
_BY_COURT = re.compile(r"胜诉|败诉|撤诉")
_DISMISSAL, _DISMISSED = re.compile(r"驳回(?:行政)?(?:复议)?申请[的者]?$"), re.compile(r"驳回(?:复议)?申请")
_OUTCOMES = re.compile(r"不予受理|未作出|未审?结|没有审结|未判|未宣判|未开庭|没有结果")


def _counted(piece: Piece, families: list[str], told: Told) -> None:
    known = told.known.get(piece.at)
    if known is None and not _is_own(piece):
        told.named, told.counting = [], False
        return
    if len(families) > 1 and not (_EACH.search(piece.words) or piece.value == 0):
        if _TOGETHER.search(piece.words):
            told.joint.add(piece.at)
        return  # 复议和诉讼共3件: their sum
    told.named = [*(told.named if told.counting else ()), *families]
    told.counting = True
    for family in families:
        claim = piece.claim(f"{family}.total")
        told.found.append(claim)
        told.totals[family] = claim


_TOGETHER = re.compile(r"(?:[一总合]?共(?:计|有|为|是|发生)?|合计|总计|总数|总量|两项)(?:为|是|有)?$")
_REST = re.compile(r"其[余它]|其他(?!结果|情[况形]|处理)|剩[余下]|余下")
_OVER = re.compile(r"^[^，,；;。\d]{1,12}(?:一事|一案)(?=引起|引发|导致|产生)")
"""变电站一事引起复议3件: the story told before."""


def _is_own(piece: Piece) -> bool:
    """Whether a clause counts the publisher's own cases on disclosure: its words are known, no other matter is named."""
    words = _OVER.sub("", piece.words)
    if _OTHERS.search(words) or _MEANT.search(words) or _HALL.search(words) or _DENIED.search(words):
        return False
    hears = None if _OURS.search(words) else _HEARS.search(words)
    if hears and not _ABOVE.search(words[: hears.start()]) and _SAID.sub("", words):
        return False
    subject = re.match(r".{1,12}(?=提起|提出|申请|向|不服|就|对|受理)", words)
    rest = words[subject.end() :] if subject else words
    return len(_SAID.sub("", _WORD.sub("", rest))) <= _UNREAD


def _outcome_of_all(piece: Piece, told: Told) -> None:
    """Takes in a clause without a number: what it names, or how all of those counted ended (法院驳回, 结果都是维持)."""
    words = list(_WORD.finditer(piece.words))
    families = told.subject = _families(words)
    if told.bare is not None and len(families) == 1 and not told.totals and _IS_ONE.match(piece.words):
        _counted(told.bare, families, told)
    told.bare = None
    ends = {str(word.lastgroup) for word in words if word.lastgroup in _ENDS | {_PENDING}}
    rest = _REST.search(piece.words)  # 1件撤回，其余均维持
    if len(ends) != 1 or rest or _DENIED.search(_OUTCOMES.sub("", piece.words)) or _MEANT.search(piece.words):
        told.named = families or told.named
        return
    end = ends.pop()
    mine = [family for family in families if family in told.totals] or ([] if families else told.named)
    if len(mine) > 1 and not _ALL.search(piece.words):
        mine = []
    told.counting = False
    if _BY_COURT.search(piece.words):
        mine = [family for family in mine if family == "litigation"]
    for family in mine if end in _ENDS else ():
        total = told.closed.get(family) or told.totals.get(family)
        done = any(claim.code.startswith(f"{family}.") and not claim.code.endswith(".total") for claim in told.found)
        if total is not None and value_of(total) and not done and (_ALL.search(piece.words) or value_of(total) == 1):
            found = Claim(f"{family}.{end}", total.start, total.end, total.unit, total.raw, weak=True, judged=True)
            told.found.append(found)
