"""Rows of the later forms that a sentence tells beside such a form: who asked, how suits began, what was decided and charged.

新收83件，其中自然人71件、商业企业9件; 诉讼5件，直接起诉4件，复议后起诉1件; 作出行政许可482件、行政处罚27件
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from pipelines.wording.claims import Claim, amount_of
from pipelines.wording.cues import HAS_OFFICE
from pipelines.wording.owned import own_domains
from pipelines.wording.second.pieces import Piece, labelled, pieces_of, pieces_of_year
from pipelines.wording.second.suits import suits_told
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import phrase_of, unnumbered

_FIRST = 2019


@dataclass(frozen=True, slots=True)
class _Family:
    """What a whole is divided into: the codes of the whole, and what its parts are called.

    rows    a pattern whose groups are the rows (`_` is what no row counts: 法人或其他组织 is five columns together)
    code    a row's code, of which the group's name is a part
    """

    wholes: frozenset[str]
    code: str
    rows: re.Pattern[str]
    words: re.Pattern[str]
    said: re.Pattern[str]


def _family(wholes: tuple[str, ...], code: str, rows: str, lead: str, tail: str) -> _Family:
    plain = re.sub(r"\?P<\w+>", "?:", rows)
    words = rf"(?P<lead>(?:{lead})*)(?P<rows>(?:{plain})(?:[、和及与](?:{plain}))*)(?P<tail>(?:{tail})*)"
    said = rf"(?:{lead})*?(?P<all>均|都|全部|皆)?(?:是|为|系|属于?|来自|由|经)+(?P<rows>{plain})(?:{tail})*"
    return _Family(frozenset(wholes), code, re.compile(rows), re.compile(words), re.compile(said))


_ASKED_BY = _family(
    ("applications.new", "requests.received"), "applications.new@{}",
    r"(?P<natural_person>自然人|公民(?:个人)?|个人)|(?P<_>法人(?:[和或及与、]|或者|以及)其[他它]组织|法人(?:单位)?(?=$|[的者提申]))|(?P<enterprise>(?:商业)?企业(?:法人)?|公司)"
    r"|(?P<research>科研(?:机构|院所|单位))|(?P<welfare>社会公益(?:性)?组织|公益(?:性)?组织)"
    r"|(?P<legal_service>法律服务(?:机构|组织)|律师事务所|律所)|(?P<other_legal>其[他它](?:法人|组织|单位|机构)?(?=$|[的有为共申提]))",
    r"其中|按(?:照)?申请(?:人|主体)的?(?:类[型别]|性质)?(?:划?分|看|统计)?|从?申请(?:人|者|主体)的?(?:类[型别]|构成|情况|性质)?(?:来?看|上看|中)?"
    r"|接受|接收|收到|受理|来自|来源于|由|属于?|分别|均|都|全部|有|为|是|系|包括|含|共|分|以上|上述",
    r"提出|提交|递交|申请件?|的|者|有|为|是|共|各|分别|计|占",
)  # fmt: skip
_CARRIED_BY = replace(
    _ASKED_BY, wholes=frozenset(("applications.carried_in", "applications.carried_in@total")), code="applications.carried_in@{}"
)
"""2021年结转6件，其中公民申请5件、企业申请1件."""
_BEGUN_BY = _family(
    ("litigation.total",), "litigation_{}.total",
    r"(?P<direct>(?:(?:未|不)经(?:行政)?复议(?:程序)?(?:而|就)?)?直接(?:向(?:人民)?法院)?(?:起诉|提起(?:行政)?诉讼|诉讼))"
    r"|(?P<after_review>(?:经(?:过)?)?(?:行政)?复议(?:之|以)?后(?:再|又|仍)?(?:起诉|提起(?:行政)?诉讼|诉讼))",
    r"其中|属于?|系|为|是|均|都|全部|有|原告|当事人|申请人|另有?|分别|包括|含",
    r"的|者|案件|有|为|是|共|各|分别|计",
)  # fmt: skip
_UNITS = frozenset("件宗份条起项个例次-#")
_NEAR = 60
_HEAD = re.compile(r"(?:其中|按|从|申请[人主者])")


def form_rows(sentence: Sentence, claims: Sequence[Claim], year: int | None, names: tuple[str, ...]) -> list[Claim]:
    """The claims of such rows; none in a report of an earlier year. They are facts only beside a form (`claims.facts_of`)."""
    text = sentence.text
    if year is None or year < _FIRST or sentence.section.hotline:
        return []
    found: list[Claim] = []
    if "人" in text or "企业" in text or "公司" in text or "公民" in text or "组织" in text or "机构" in text or "律" in text:
        found += _parts(_ASKED_BY, sentence, claims, year)
        found += _parts(_CARRIED_BY, sentence, claims, year) if "结转" in text else []
    if "直接" in text or "复议后" in text or "复议之后" in text or "复议以后" in text:
        found += _parts(_BEGUN_BY, sentence, claims, year)
        found += suits_told(sentence, claims, year)
    if "行政许可" in text or "行政处罚" in text or "行政强制" in text or "管理服务" in text:
        found += _decisions(sentence, year, names)
    if "其他" in text or "其它" in text:
        found += _rest(sentence, claims, year)
    if "事业性收费" in text:
        found += _charges(sentence, year, names)
    if "集中采购" in text:
        found += _bought(sentence, year, names)
    return found


# --- parts of a whole ---


def _parts(family: _Family, sentence: Sentence, claims: Sequence[Claim], year: int) -> list[Claim]:
    """The parts of a whole that are told right behind it, or that add up to it."""
    near = [one for one in claims if one.label is None and not one.zero and one.end > sentence.start - _NEAR]
    wholes = {one.start: one for one in near if one.code in family.wholes}
    if not wholes:
        return []
    before = max((one for one in near if one.start < sentence.start), key=lambda one: one.start, default=None)
    last = before.start if before is not None and _HEAD.match(unnumbered(sentence.text)) else -1
    whole = wholes.get(last) or next((one for one in wholes.values() if one.start < sentence.start), None)
    found: list[Claim] = []
    run: list[tuple[str, Piece]] = []
    queue: list[str] = []
    direct = False
    carried = family is _CARRIED_BY
    ours = {piece.at for piece in labelled(pieces_of(sentence) if carried else pieces_of_year(sentence, year))}
    for piece in (*labelled(pieces_of(sentence)), None):
        rows = _rows_of(family, piece, queue, bool(run)) if piece and piece.at in ours else []
        if piece and rows:
            direct = direct if run else last in wholes or piece.at in wholes
            run += [(row, piece) for row in rows]
        elif run:
            told = _as_told(family, run, whole or wholes.get(run[0][1].at), direct and not carried)
            found += told if direct or not carried else []
            run = []
        if piece is None:
            break
        whole = wholes.get(piece.at, whole) if not rows else whole
        if piece.hit is not None and not rows:
            last = piece.at
        again = whole if piece.hit and whole and piece.value == amount_of(whole.raw) else None
        if (said := _all_of(family, piece, wholes.get(last) or again)) and whole is not None:
            found.append(Claim(said, whole.start, whole.end, whole.unit, whole.raw, weak=True, judged=True))
    return found


def _rows_of(family: _Family, piece: Piece, queue: list[str], going_on: bool) -> list[str]:
    """The rows that a piece's number counts: those named before it or behind it, or the next of those named together."""
    if piece.hit is None or piece.hit.unit not in _UNITS:
        return []
    words = unnumbered(piece.words)
    if queue and not words:
        return [queue.pop(0)]
    queue.clear()
    told = family.words.fullmatch(words) if words else None
    if told is None:
        behind = family.said.fullmatch(piece.behind) if words in ("", "其中", "有", "其中有", "另有", "另") else None
        return [] if behind is None or behind["all"] else _names(family, behind["rows"])
    rows = _names(family, told["rows"])
    if told["rows"] in ("其他", "其它") and not going_on:
        return []
    if len(rows) > 1 and "各" not in told["tail"]:
        queue += rows[1:] if "分别" in words else []
        return rows[:1] if "分别" in words else []
    return rows


def _names(family: _Family, words: str) -> list[str]:
    return [str(match.lastgroup) for match in family.rows.finditer(words)]


def _as_told(family: _Family, run: list[tuple[str, Piece]], whole: Claim | None, direct: bool) -> list[Claim]:
    """The claims of parts, where they are told right behind a whole that can hold them, or add up to it."""
    run = _without_those_divided(run)
    total, parts = amount_of(whole.raw) if whole else 0, sum(piece.value or 0 for _, piece in run)
    if not (parts == total or (direct and parts < total)):
        return []
    return [piece.claim(family.code.format(row)) for row, piece in run if row != "_"]


def _without_those_divided(run: list[tuple[str, Piece]]) -> list[tuple[str, Piece]]:
    """The parts without one of several rows that those behind it divide: 法人和组织9件（商业企业7件、其他2件），自然人14件."""
    for at, (row, piece) in enumerate(run):
        if row == "_" and piece.value and piece.value in accumulate(one.value or 0 for _, one in run[at + 1 :]):
            return [*run[:at], *run[at + 1 :]]
    return run


def _all_of(family: _Family, piece: Piece, whole: Claim | None) -> str:
    """The code that all of a whole are counted in: 5件，均为自然人; 1件，申请人为企业."""
    words = _ASKERS.sub("", piece.behind, count=1) if piece.hit else unnumbered(piece.words)
    told = family.said.fullmatch(words) if whole else None
    if told is None or whole is None or (piece.hit and piece.at != whole.start and piece.words not in _THOSE):
        return ""
    named = told["all"] or told.group()[: told.start("rows")].count("均") or amount_of(whole.raw) == 1
    rows = _names(family, told["rows"])
    return family.code.format(rows[0]) if named and rows != ["_"] else ""


_ASKERS = re.compile(r"^(?:(?:依申请|政府信息|信息|政务)公开|的)+(?=申请[人者])")
_THOSE = frozenset(("", "这", "上述", "以上", "该"))
"""受理申请5件，5件申请人均为自然人: those that were counted, once more."""
_NO_ANSWERS = frozenset(("replies.total", "applications.new", "applications.carried_in", "applications.carried_out"))
_ENDED = ("requests.completed", "applications.processed", "replies.total", "requests.received", "applications.new")


def _rest(sentence: Sentence, claims: Sequence[Claim], year: int) -> Iterator[Claim]:
    """The last of the answers, where with it they add up to all requests that were ended: 予以公开5件、部分公开3件，其他1件."""
    rest = [one for one in pieces_of_year(sentence, year) if one.hit and one.words in _OTHER_ANSWERS]
    here = [one for one in claims if one.label is None and one.start >= sentence.start and one.code not in _NO_ANSWERS]
    answers = {one.start: amount_of(one.raw) for one in here if one.code.startswith(("replies.", "applications."))}
    ended = {amount_of(one.raw) for one in claims if one.code in _ENDED}
    if len(rest) != 1 or len(answers) < 2 or sum(answers.values()) + (rest[0].value or 0) not in ended:
        return
    if year < _SPLIT or not rest[0].words.endswith("处理"):
        yield rest[0].claim("applications.other@total" if year < _SPLIT else "applications.other_remaining@total")


_OTHER_ANSWERS = frozenset(("其他", "其它", "其他处理", "其它处理"))
_SPLIT = 2021
"""From this year on the form divides 其他处理 into three rows, the last of which is 其他."""


# --- decisions and charges ---

_KINDS = r"(?:行政(?:许可|处罚|强制)|其[他它]对外(?:管理服务|服务管理))类?(?:处理)?(?:决定|案件|措施|事项)?"
_MADE = "作出|做出|办理|办结|完成"
_DECISIONS = re.compile(
    rf"(?P<lead>.*?)(?P<verb>(?:{_MADE}|下达|实施|处理|审批|核发|查处|执行)了?)?(?:各[类项]|各类别)?"
    rf"(?P<rows>{_KINDS}(?:[、和及与]{_KINDS})*)(?:处理)?(?:决定书?)?(?:数量?|总数)?"
    rf"(?P<each>(?:共|为|有|计|各|分别|合计|达)*)(?P<done>(?:{_MADE}|处理)了?)?"
)
_NO_DECISION = re.compile(
    rf"(?P<lead>.*?)(?:均|也)?(?:未|没有)(?:作出|做出|实施|采取|办理)过?(?:任何)?(?P<rows>{_KINDS}(?:[、和及与或]{_KINDS})*)(?:行为|情况)?"
)
_DECISION = re.compile(
    r"行政(?:(?P<licences>许可)|(?P<penalties>处罚)|(?P<coercion>强制))|(?P<other_services>对外(?:管理服务|服务管理))"
)
_DECIDES, _DECIDED = ("作出", "做出", "下达", "实施"), frozenset("件宗起例")
_TAKES, _TAKEN = re.compile("(?:作出|做出|下达|办理|办结|实施)了?$"), re.compile(f"(?:的)?{_KINDS}")
_OWN_TEAM = re.compile(r"(?:[本我]?[镇乡]|街道)?综合(?:行政)?执法(?:大队|中队|队|局|办(?:公室)?)?")
"""镇综合执法队作出: the only hand that a township has for it."""
_PUBLISHED = re.compile(r"公开|公示|发布|公布|归集|上传|录入|报送|推送|上网|清单|目录|事项|其中|受理")
_NOT_DECIDED = re.compile(r"信息|事项|数据|结果|公示|公开|案卷|申请|目录|指南")
_CASES = frozenset("件宗起例份个次项-")
_DONE_IN_ALL = re.compile(r"[，,。；;]|全年|累计|共|年度?$")
"""全年办理行政许可468项: so many were decided, and there are no so many sorts."""
_OUT_AND_DONE = re.compile(r"(?:主动)?公开了?$")


def _decisions(sentence: Sentence, year: int, names: tuple[str, ...]) -> Iterator[Claim]:
    """What the publisher decided in the year; not what it published of that, and no one department's."""
    queue: list[str] = []
    own = own_domains(names[0]) if names else ()
    going_on = others = False
    for piece in labelled(pieces_of_year(sentence, year)):
        others = others and piece.mark not in "；;"
        if piece.hit is None:
            others = HAS_OFFICE.search(phrase_of(piece.words, year, names).core) is not None
            if (none := _NO_DECISION.fullmatch(unnumbered(piece.words))) and _is_own(none["lead"], year, names):
                yield from (piece.nothing(f"{match.lastgroup}.decisions") for match in _DECISION.finditer(none["rows"]))
        if piece.hit is None or piece.hit.unit not in _CASES or _NOT_DECIDED.match(piece.behind):
            continue
        words = unnumbered(piece.words)
        if queue and not words:
            yield piece.claim(queue.pop(0))
            continue
        if _TAKES.search(words) and _TAKEN.fullmatch(piece.behind):
            words += piece.behind  # 作出1386件行政许可决定
        words = next((words.replace(f"{one}类", "") for one in own if f"{one}类" in words), words)
        told = _DECISIONS.fullmatch(words)
        queue = []
        if told is None:
            continue
        if lead := _OUT_AND_DONE.sub("", told["lead"]) if told["verb"] else told["lead"]:
            others = not (_is_own(lead, year, names) or _is_matter(told, sentence, year, names))
        if others:
            continue
        verb = told["verb"] or told["done"]
        said = (verb and piece.hit.unit in _DECIDED) or "决定" in words or going_on or (verb or "").startswith(_DECIDES)
        said = said or (verb and piece.hit.unit == "项" and _DONE_IN_ALL.search(told["lead"] or piece.mark) is not None)
        if piece.hit.unit == "项" and (not said or words.endswith("事项")):
            continue  # 公布行政许可事项128项, but 作出行政许可128项
        if not verb and words.endswith("事项"):
            continue
        if not said and _PUBLISHED.search(sentence.text, 0, piece.start + len(piece.words)):
            continue
        going_on = True
        codes = [f"{match.lastgroup}.decisions" for match in _DECISION.finditer(told["rows"])]
        if len(codes) == 1 or "各" in told["each"]:
            yield from map(piece.claim, codes)
        elif "分别" in told["each"]:
            yield piece.claim(codes[0])
            queue = codes[1:]


def _is_own(lead: str, year: int, names: tuple[str, ...]) -> bool:
    """Whether words before a deed name nobody but the publisher, and no other time than its year."""
    phrase = phrase_of(lead, year, names)
    return phrase.time not in ("other", "part") and (not phrase.core or _OWN_TEAM.fullmatch(phrase.core) is not None)


_MATTER = re.compile(
    r"[^，,。；;、\d]{2,16}(?:认定|审批|核准|登记|注册|备案|挖掘|设置)|[^，,。；;\d]{2,24}等(?:[^，,。；;\d]{0,4}[类项])?"
)


def _is_matter(told: re.Match[str], sentence: Sentence, year: int, names: tuple[str, ...]) -> bool:
    """Whether words before a deed tell on what it is done, where no other such deed is counted: 教师资格认定行政许可1142件."""
    phrase, deed = phrase_of(told["lead"], year, names), told["rows"][:4]
    alone = sentence.text.count(deed) == 1 and "其中" not in told["lead"] and HAS_OFFICE.search(phrase.core) is None
    return alone and phrase.time not in ("other", "part") and _MATTER.fullmatch(phrase.core) is not None


_CHARGED = re.compile(
    r"(?P<lead>.*?)(?:(?:收取|征收|收缴)了?)?(?:各[类项])?行政事业性收费(?:收入|收费)?(?:(?:总)?金?额)?(?:共|为|计|合计|达|有)*"
)


_NOT_CHARGED = re.compile(r"(?P<lead>.*?)(?:(?:未|没有)(?:收取|征收|发生)?过?|无)(?:任何)?行政事业性收费(?:收入|项目|情况)?")


def _charges(sentence: Sentence, year: int, names: tuple[str, ...]) -> Iterator[Claim]:
    """What a government takes by law in the year: 收取行政事业性收费326万元."""
    for piece in labelled(pieces_of_year(sentence, year)):
        none = _NOT_CHARGED.fullmatch(unnumbered(piece.words)) if piece.hit is None else None
        if none and _is_own(none["lead"], year, names):
            yield piece.nothing("admin_fees.amount")
        told = _CHARGED.fullmatch(unnumbered(piece.words)) if piece.hit and piece.hit.unit in ("元", "万元") else None
        if told and _is_own(told["lead"], year, names):
            yield piece.claim("admin_fees.amount")


_BOUGHT = re.compile(
    r"(?P<lead>.*?)(?:(?:通过|在)[^，,。；;\d]{2,16}网上?)?(?:(?:公开|公示|实施|完成|组织|开展|进行|办理)了?)?(?:政府)?集中采购(?:项目|活动|事项)?(?:数量?|个数)?(?:共|为|有|计|合计|达)*"
)
_BOUGHT_FOR = re.compile(
    r"(?:(?:政府)?集中采购|采购|合同|成交|预算)?(?:总|资金)?(?:金额|额)(?:总计|共|为|计|合计|达)*|(?:共|合)计"
)


def _bought(sentence: Sentence, year: int, names: tuple[str, ...]) -> Iterator[Claim]:
    """What a government bought together in the year, and for how much: 政府集中采购项目42项，采购总金额1820万元."""
    told = False
    for piece in labelled(pieces_of_year(sentence, year)):
        unit, words = piece.hit.unit if piece.hit else "", unnumbered(piece.words)
        bought = _BOUGHT.fullmatch(words) if unit in _PURCHASES else None
        if bought and _is_own(bought["lead"], year, names) and not piece.behind:
            told = True
            yield piece.claim("procurement.projects")
        elif unit in _MONEY and (told or "集中采购" in words) and _BOUGHT_FOR.fullmatch(words):
            yield piece.claim("procurement.amount")


_PURCHASES, _MONEY = frozenset("个项次宗批件"), frozenset(("元", "万元"))
