"""Proposals whose results are said to be out, wherever the sentence says so: 代表建议6件的复文已公开, 13件的结果全部上网.

Where fewer were published than handled (承办建议8件、提案13件，公开建议答复5件、提案答复9件), the published are counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from pipelines.wording.claims import Claim
from pipelines.wording.cues import SUM
from pipelines.wording.second.pieces import Piece, pieces_of_year
from pipelines.wording.sentences import Sentence

_KIND = re.compile(
    r"(?P<both>建议(?:[和、与及]|以及)?(?:[省市县区]?政协)?(?:委员)?提案|提案(?:[和、与及]|以及)?(?:[省市县区]?人大)?(?:代表)?建议"
    r"|人大(?:代表)?[、和与及](?:[省市县区]?政协)(?:委员)?提案)|(?P<npc>建议|(?<!复)议案|人大(?:代表)?提案)|(?P<cppcc>提案)"
)
_RESULT = r"(?:结果|复文|复函|答复(?:意见|全文|函)?|[会协主承]办意见|办理(?:工作)?(?:情况|意见)|全文|原文)"
_OUT = re.compile(
    rf"{_RESULT}[^，,；;。未不]{{0,24}}(?:公开|上了?网|挂了?网|公布|公示|发布)"
    rf"|{_RESULT}\s?\d[^；;。未不]{{0,40}}[，,]\s?(?:[均都全皆]|全部|一律|也)已?(?:依法|主动|予以|在[^，,；;。\d未不]{{2,14}})?(?:公开|上了?网|挂了?网|公布|公示|发布)|(?:公开|公布|发布)(?:了)?[^，,；;。]{{0,30}}{_RESULT}"
    r"|其余\s?\d{1,4}\s?件[^，,；;。未不\d]{0,6}(?:均|都|全部)[^，,；;。未不\d]{0,6}公开"
    r"|(?:建议|提案)[^，,；;。未不\d]{0,8}(?:专?栏目?|专题|专区)[^，,；;。未不\d]{0,6}(?:公开|发布|公布)[^，,；;。未不\d]{0,6}\d"
    r"|公开[^，,；;。未不\d]{0,24}(?:建议|提案)|(?:建议|提案)(?:办理|[和及])?(?:答复|回复|复文|结果)\s?\d{1,4}\s?条|(?:建议|提案)[：:]?(?:[各共已]|全部|主动|依法)*公开了?\s?\d|[，,]\s?(?:其中)?(?:已|全部|网上)?公开了?(?:办理)?(?:结果)?\s?\d"
    r"|公开(?:政府|政务)?信息\s?\d[^。]{0,240}(?:办理(?:人大|代表|[省市县区]){0,3}建议\s?\d{1,4}\s?件[、，,和](?:政协|委员|[省市县区]){0,3}提案\s?\d"
    r"|(?:建议|提案)的?(?:办理|处理)?(?:结果|情况)?的?(?:答复|复文|结果)[”\"]?\s?\d{1,4}\s?件)"
    r"|(?:建议|提案)\s?\d{1,5}\s?件\s?(?:[（(][^（）()]{2,24}[）)])?[，,]?\s?(?:[均都全已也且后，,]|全部|一律|在规定(?:时限|时间|期限)内|[按如]期|按时|及时|完成"
    r"|办[结复]|面商|答复|办理(?:完毕)?|、?并){1,14}(?:(?:[在于][^，,；;。\d]{1,10}|向社会|主动|全文|对外|依法)(?:予以)?)公开"
)
_NOT_OUT = re.compile(
    r"(?:未|不|没有?|拟|将(?!(?:办理|处理)?(?:结果|情况|复文|复函|答复|全文|其))|今后|应(?!公开[^，,；;。\d]{0,10}\d|(?:当|该|予以?)?公开的[^，,；;。]{0,14}[已均都全])|须|(?<![均都全]按)(?<![均都全]已按)(?<!全部按)要求(?!公开了|公开[^，,；;。\d]{2,10}\d)|推进|推动|做好|逐步|计划|明年|下一?年)[^，,；;。]{0,6}(?:公开|上网|公布)"
)
_KEPT = re.compile(
    r"除[^，,。；;]{1,20}件?(?:以|之)?外[，,]|[，,；;]\s?(?:人大|政协|代表|委员)*(?P<kind>建议|提案)(?:的)?(?:办理)?(?:结果|答复|复文)?(?:[则均都尚暂])*(?:未|不|没有?)[^，,。；;\d]{0,4}(?:公开|上网|公布)|[，,；;]\s?(?:其[余中他]|另有?|有|剩余)?\s?\d{1,3}件(?:[^，,。；;\d]{0,20}(?:未|不|没有?)[^，,。；;\d]{0,4}(?:公开|上网|公布))"
)
"""公开答复12件，1件因涉及个人信息未公开; 公开提案答复4件，建议答复未公开."""
_OTHERS = re.compile(r"群众建议|职工|职代会|意见建议|网[友民]|征集|合理化|检察|司法建议|整改|工作建议|审计建议|监察建议")
_UNITS = "件条份篇-"
_NAMES_ONE = re.compile(r"(?:建议|提案)(?:的|办理|结果|情况|答复|复文|复函)*[共合计]*$")
_WHOSE = re.compile(r"人大|代表|政协|委员|建议、?提案|提案(?:办理)?(?:答复|复文|复函|结果)|议案|建议\s?\d{1,4}\s?件[、，]\s?提案")


def motions_told(sentence: Sentence, year: int | None) -> list[Claim]:
    """The claims of proposals that a sentence counts and says to be published; none where it counts the published apart."""
    if not _says_they_are_out(sentence):
        return []
    found: list[Claim] = []
    counted: dict[str, Piece] = {}
    apart: list[Piece] = []
    rest: list[str] = []
    passed: Piece | None = None
    lead = ""
    listed = _LISTED.search(sentence.text) is not None
    if "20" in sentence.text and "情况" in sentence.text:
        sentence = sentence._replace(text=_REPORTED.sub(lambda match: " " * len(match.group()), sentence.text))
    if "将" in sentence.text:
        sentence = sentence._replace(text=_PUT_OUT.sub(" ", sentence.text))
    pieces = list(pieces_of_year(sentence, year))
    for piece, following in zip_longest(pieces, pieces[1:]):
        if piece.mark in "；;":
            found += _claims(counted, apart)
            counted, apart = {}, []
        if piece.hit is None:
            lead = piece.words
        if piece.hit is None or (piece.hit.unit not in _UNITS and not _is_one(piece)) or piece is passed:
            continue
        kept_back = piece.words.endswith("除") and following and following.hit and "公开" in following.words
        if kept_back or (piece.words.startswith("除") and piece.behind.endswith("外")):
            continue  # 除1件涉密外公开8件; 除不宜公开的2件外，其余33件建议提案答复均已公开
        if counted and _SHARED.fullmatch(piece.words):
            continue  # 代表建议20件（主办18件、协办2件）: all of them were handled
        if AMONG_KINDS.search(piece.words):
            continue  # 公开动态要闻、建议提案办理、行政许可等信息总计631条: kinds of what was disclosed
        item = piece.hit.unit == "条" and (not counted or "公开" not in piece.words)
        item = item and all(one.hit and one.hit.unit != "条" for one in counted.values())
        theirs = _OF_THEIRS.search(lead + piece.words) or _KIND.search(piece.behind[:14])
        if (item or _OF_OTHERS.search(piece.words)) and not theirs:
            continue  # 公开重点领域43条，提案复文9件，网站公开信息2100条
        if turned := _in_turn(counted, piece, following):
            found, passed = found + turned, following
            counted = {kind: one for kind, one in counted.items() if kind == "both"}
            continue
        goes_on = _goes_on(piece) and (piece.mark in "：:" or not counted)
        kind = _kind_of(piece.words, piece.behind) or (_kind_of(lead, "") if goes_on else "")
        kind = _one_of_both(counted, piece) or kind or ("both" if _BARE.match(sentence.text) and not counted else "")
        two = _two_kinds(lead + piece.words) if kind and _with_next(piece, following) else []
        told_out = _OUT.search(lead + piece.words) or (apart and _OUT.search(apart[-1].words))
        if kind in counted and ((_OF_THEM.match(piece.words) and told_out) or _PUBLISHES.search(piece.words)):
            counted = {}  # 承办建议52件、提案31件，复文已上网，其中建议40件、提案27件
        lead = ""
        if rest:
            counted[rest.pop()] = piece
        elif two and following is not None:
            counted[two[0]] = piece
            rest = two[1:]
        elif kind == "both" and _EACH.search(piece.words):
            found += [piece.claim(code) for code in ("proposals.npc", "proposals.cppcc")]
        elif kind and kind not in counted:
            counted[kind] = piece
        elif not listed or kind:
            apart.append(piece)
    kept = {_CODES[_kind_of(told["kind"], "")] for told in _KEPT.finditer(sentence.text) if told["kind"]}
    return [claim for claim in found + _claims(counted, apart) if claim.code not in kept]


def _is_one(piece: Piece) -> bool:
    """Whether the words right before a number of 项 or 个 name what it counts: 公开代表建议答复7项."""
    return piece.hit is not None and piece.hit.unit in "项个" and _NAMES_ONE.search(piece.words) is not None


def _says_they_are_out(sentence: Sentence) -> bool:
    """Whether a sentence speaks of the proposals of deputies and members, and says that they, or their results, are published."""
    text = sentence.text
    headed = _HEADING.search(sentence.section.innermost) is not None
    if headed and _BARE.match(text):
        return True
    if "建议" not in text and "提案" not in text and "议案" not in text:
        return False
    theirs = "；".join(part for part in _PARTS.split(text) if _KIND.search(part))
    if not (_WHOSE.search(text) or "提案" in sentence.section.innermost) or _OTHERS.search(theirs):
        return False
    out = _OUT.search(text) or _LISTED.search(text)
    return out is not None and not _PLANNED.search(text) and not _NOT_OUT.search(_KEPT.sub("", text))


_ITEM = r"[^，,。；;、\d办收承交（）()]{2,20}\s?\d{1,5}\s?[件条份篇项期次个](?:[（(][^（）()。；;]{2,60}[）)])?"
_LISTED = re.compile(
    rf"(?:公开|发布|公布)了?(?!(?:各类|政府|政务)*信息\s?\d){_ITEM}[，,、]\s?(?:{_ITEM}[，,、]\s?){{0,12}}"
    r"(?:人大|代表|政协|委员|[省市县区和、])*(?:建议|提案){1,2}(?:办理|结果|情况|答复|复文|复函)*\s?\d"
)
"""发布人事信息8条，民生实事4条，人大建议5件: proposals among what was published, item by item."""
_PLANNED = re.compile(r"(?:拟|将[于在]|计划[于在]?|明年|下一?年)[^。；;\d公]{0,12}(?:建议|提案)[^。；;]{0,40}(?:公[开示布]|上网)")
"""拟将提案6件、建议9件办理情况予以公示."""
_PARTS = re.compile("[；;]")
_HEADING = re.compile(
    r"(?:^|[、，.．）)])(?:人大)?(?:代表)?建议[、和]?(?:政协)?(?:委员)?提案(?:办理|结果|公开|工作|情况)*[：:。]?$"
)
_BARE = re.compile(
    r"(?:20\d\d年度?|[全今本]年度?|[我全][县区市镇乡局])*[，,]?(?:[已共]|累计|主动|依法|一共)*(?:公开|公布)了?"
    r"(?:办理)?(?:结果|复文|复函|答复)?(?:共|数|为|有)*\s?\d{1,4}\s?[件条份篇]"
)
"""共公开36件 under 建议提案办理."""
_PUBLISHES = re.compile(r"公开[^，,；;。未不\d]{0,10}(?:建议|提案)")


def _one_of_both(counted: dict[str, Piece], piece: Piece) -> str:
    """The kind that 前者 or 后者 is of the two counted together: 建议和提案一共公开29件，前者17件，后者12件."""
    kinds = _two_kinds(counted["both"].words) if "both" in counted and piece.words in ("前者", "后者") else []
    return kinds[piece.words == "后者"] if kinds else ""


def _goes_on(piece: Piece) -> bool:
    """Whether the words before a number leave what it counts to the clause before."""
    return SUM.fullmatch(piece.words) is not None or _APART.fullmatch(piece.words) is not None or piece.mark in "：:"


_APART = re.compile(
    r"(?:已)?分别(?:主动)?(?:公开|公布|发布|上网)?了?(?:办理)?(?:结果|复文|情况|答复)?(?:数)?(?:为|有)?"
    r"|(?:[已共]|全年|累计|主动|依法|一共)*(?:公开|公布|发布)了?(?:办理)?(?:结果|复文|复函|答复)?(?:全文|件|数)?(?:为|有)?"
)


def _with_next(piece: Piece, following: Piece | None) -> bool:
    """Whether the number after a piece's has no words of its own: 复文公开43件和71件."""
    return following is not None and following.hit is not None and not following.words and following.mark == "、"


def _in_turn(counted: dict[str, Piece], piece: Piece, following: Piece | None) -> list[Claim]:
    """The claims of two numbers that are of both kinds in the order they were named: 公开14件，分别为9件和5件.

    They divide the number of both kinds; of two kinds counted each for itself they are those that were published.
    """
    if following is None or "分别" not in piece.words or not _with_next(piece, following):
        return []
    both, parts = counted.get("both"), (piece.value or 0, following.value or 0)
    kinds = _two_kinds(both.words) if both else list(counted) if "公开" in piece.words and len(counted) > 1 else []
    if not kinds:
        return []
    told = [counted[kind].value or 0 for kind in kinds if kind in counted]
    fits = sum(parts) == both.value if both else all(part <= whole for part, whole in zip(parts, told, strict=True))
    return [one.claim(_CODES[kind]) for kind, one in zip(kinds, (piece, following), strict=True)] if fits else []


def _two_kinds(words: str) -> list[str]:
    """The two kinds of proposals that words name, in their order; [] where they do not name both."""
    at = {"npc": words.find("建议"), "cppcc": words.find("提案")}
    return sorted(at, key=lambda kind: at[kind]) if min(at.values()) >= 0 else []


_OF_THEM = re.compile(r"(?:其中|当中|里面)(?!属于|涉及)")
_EACH = re.compile(r"各(?:主动)?(?:公开)?(?:了|有)?$")


_PUT_OUT = re.compile(
    r"(?<![拟即仍必])将(?![于在要会继进]|[^，,。；;]{0,6}(?:明年|下一?年|继续|逐步))"
    r"(?=[^，,。；;]{0,30}(?:建议|提案)[^。；;未不]{0,50}(?:公开|公示|公布|上网|挂网))"
)
"""将提案6件、建议9件办理情况予以公示: no plan, but what was done with them."""
_REPORTED = re.compile(r"(?<=[发公][布开])20\d\d年度?(?=[^，,。；;\d]{2,40}(?:建议|提案|议案)[^，,。；;\d]{0,14}情况[，,])")
"""公布2021年度建议提案办理情况，公开…: a report on the year before that came out in this one."""
_OF_OTHERS = re.compile(r"信息|解读|文件|政策|会议|新闻|公报|热线|信箱|访谈|征集|预决?算")
_OF_THEIRS = re.compile(r"建议|提案|议案|结果|复文|复函|答复|全文")
_SHARED = re.compile(r"(?:其中)?(?:主办|协办|会办|分办|独办|单办|主要?承办|参与办理)(?:件|的)*(?:有|共)?")
AMONG_KINDS = re.compile(
    r"(?:^|[、，,])(?![^、，,]{0,20}(?:建议|提案|议案))[^、，,。；;]{2,20}、[^、，,。；;]{0,6}(?:建议|提案)[^、，,。；;]{0,8}(?:、|等)"
    r"[^。；;]{0,80}信息(?:累计|总[计数]|[共合]计|[共计为达])*$"
)
"""公开机构职能、建议提案办理、政策文件等信息总计631条: one of the kinds of what was disclosed."""


_JOINED = re.compile(
    r"(?:建议|议案|提案)(?:的|办理|结果|答复|复文|情况)*[、和及与]?[^，,。；;\d公布]{0,8}(?:建议|提案)"
    r"(?:的|办理|结果|答复|复文|情况|等|信息|共)*$"
)
"""公开人大代表建议办理结果、政协提案办理结果等信息6条: of both."""


def _kind_of(words: str, behind: str) -> str:
    """The kind of proposals that the words before a number name last, or those behind it first."""
    named = [str(match.lastgroup) for match in _KIND.finditer(words)]
    if len(named) > 1 and {*named[-2:]} == {"npc", "cppcc"} and _JOINED.search(words):
        return "both"
    after = None if named else _KIND.search(behind[:14])
    return named[-1] if named else str(after.lastgroup) if after else ""


_THEIR_ANSWERS = re.compile(
    r"(?:[在于][^，,。；;\d公]{2,10}|网上|上网|主动|全文|对外|依法|均|已|并|答复|办理结果|结果|复文)*(?:公开|公布)了?(?:办理)?(?:答复意见|答复全文|答复|结果|复文)?[共合计]*"
)
"""公开答复12件: of both kinds that were counted."""
_CODES = {"both": "proposals.total", "npc": "proposals.npc", "cppcc": "proposals.cppcc"}


_THE_REST = re.compile(r"(?:其余|余下|剩余)的?")
"""代表建议22件，除2件不予公开外，其余20件全部公开."""
_BUT_SECRET = re.compile(r"(?:其中)?除[^，,。；;\d]{1,12}(?:以|之)?外[，,]?的?")


def _is_rest_out(piece: Piece) -> bool:
    """Whether a number is of all the answers but secret ones, which were published: 除涉密外的203件答复全部公开."""
    return "公开" in piece.behind and (_BUT_SECRET.fullmatch(piece.words) or _THE_REST.fullmatch(piece.words)) is not None


def _claims(counted: dict[str, Piece], apart: Sequence[Piece]) -> list[Claim]:
    """The claims of the proposals counted, where any number besides is their sum: fewer were published where it is not."""
    if not counted:
        return []
    behind = [piece for piece in apart if piece.at > min(piece.at for piece in counted.values())]
    behind = [piece for piece in behind if not _NOT_OUT.search(piece.behind)]
    out = next((piece for piece in behind if "公开" in piece.words or _is_rest_out(piece)), None)
    parts = [piece for kind, piece in counted.items() if kind != "both"]
    divided = out is not None and len(parts) > 1 and len(behind) == 1 and all(part.at > out.at for part in parts)
    if out is not None and divided and sum(piece.value or 0 for piece in parts) == out.value:
        return [out.claim("proposals.total"), *(counted[kind].claim(_CODES[kind]) for kind in counted if kind != "both")]
    whole = sum(piece.value or 0 for piece in counted.values())
    of_both = out is not None and len(parts) > 1 and len(behind) == 1 and _THEIR_ANSWERS.fullmatch(out.words)
    rest_out = out is not None and len(parts) > 1 and _is_rest_out(out)
    if out is not None and (of_both or rest_out) and (out.value or whole + 1) <= whole:
        return [out.claim("proposals.total")]  # 承办建议5件、提案8件，公开答复12件
    apart_out = out is not None and "其中" not in out.words
    if apart_out and any("公开" in piece.words and "应" not in piece.words for piece in counted.values()):
        return []  # 提案答复全文公开5件，摘要公开2件
    if out is not None:
        return [apart[0].claim(_CODES[next(iter(counted))])] if len(counted) == len(apart) == 1 else []
    if any(piece.value != whole for piece in apart):
        return []
    found = [piece.claim(_CODES[kind]) for kind, piece in counted.items()]
    if "both" not in counted and len(counted) > 1 and apart:
        found.append(apart[0].claim("proposals.total"))
    return found
