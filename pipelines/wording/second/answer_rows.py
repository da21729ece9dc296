"""The rows of answers of the later forms, told in the words of the form: 属于行政查询事项3件, 没有现成信息需要另行制作1件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.wording.claims import Claim
from pipelines.wording.second.pieces import Piece, labelled, of_another_year, pieces_of, pieces_of_year
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import unnumbered

_FIRST, _SPLIT = 2019, 2021
"""From the second year on the form divides 其他处理 into three rows."""
_SIGNED = re.compile(
    "秘密|禁止|三安全|第三[方人]|内部|过程|案卷|查询|掌握|现成|另行|补正|信访|举报|投诉|重复|出版物|反复|重新出具|已获取|缴费|缴纳|其[他它]处理"
)
_ROWS = re.compile(
    r"(?P<denied_state_secret>国家秘密)"
    r"|(?P<denied_law_forbidden>(?:其[他它])?法律[、和]?(?:行政)?法规(?:规定)?禁止(?:公开)?)"
    r"|(?P<denied_security_stability>(?:危及|影响)?[“\"]?三安全[、]?一稳定[”\"]?)"
    r"|(?P<denied_third_party>(?:保护|涉及|可能|会|损害|侵[害犯]|影响)*第三[方人](?:的)?(?:合法)?(?:权益|利益))"
    r"|(?P<denied_internal_affairs>(?:三类)?内部(?:事务|管理)(?:[类性]{1,2})?)"
    r"|(?P<denied_process_information>(?:四类)?过程性?(?=$|信息|的|不|而))"
    r"|(?P<denied_enforcement_files>(?:行政)?执法案卷)"
    r"|(?P<denied_administrative_query>行政查询|(?:不动产|婚姻|档案|户籍|工商)?(?:登记)?查询事项)"
    r"|(?P<unavailable_not_held>不掌握(?:相关|该|有关)?(?:政府)?)"
    r"|(?P<unavailable_needs_creation>(?:没有|无)现成(?:的)?(?:政府)?(?:信息)?(?:[、且，]?需要?(?:另行|重新)?(?:制作|加工|汇总)+)?"
    r"|需要?另行(?:制作|加工|汇总)+)"
    r"|(?P<unavailable_still_unclear>(?:经)?补正后(?:申请)?(?:内容)?(?:仍|仍然|依然)不(?:明确|清楚|清晰))"
    r"|(?P<not_processed_petition>信访(?:[、和或]?(?:举报|投诉))*类?)"
    r"|(?P<not_processed_repeated>重复(?=申请|提出|提交))"
    r"|(?P<not_processed_published_material>(?:要求|申请)?(?:提供|获取)?(?:公开)?出版物)"
    r"|(?P<not_processed_excessive>(?:无正当理由)?(?:大量[、]?)?反复(?=申请))"
    r"|(?P<not_processed_reconfirmation>(?:要求)?(?:本|行政)?(?:机关)?(?:确认)?(?:或|或者|、)?(?:重新出具)(?:已获取)?(?:的)?"
    r"|(?:要求)?(?:本|行政)?(?:机关)?确认已获取的?)"
    r"|(?P<other>其[他它]处理)"
    r"|(?P<other_not_amended>(?:无正当理由)?(?:逾期|超期|到期)(?:仍)?(?:不|未)(?:作|予)?补正|未在[^，,。；;\d]{0,4}期限内(?:作出)?补正)"
    r"|(?P<other_fee_unpaid>(?:逾期|超期|到期)?(?:仍)?未(?:按(?:收费)?通知(?:要求)?|按要求|按[时期])?"
    r"(?:缴费|缴纳(?:信息)?(?:处理)?费用?))"
)
_LEAD = (
    r"(?:其中|另?有|还有|因|以|由于|属于?|系|为|涉及|告知|认定|判定|答复|不予公开|不予处理|无法提供"
    r"|申请人?|本(?:行政)?机关|我[局委办镇乡]|[的：:，]|理由|原因)*"
)
_TAIL = (
    r"(?:政府|公开|信息|申请|事项|情形|类|的|为由|为|而|，|不予公开|不公开|不予处理|未予处理|无法提供|不予提供|不再处理"
    r"|答复|共|有|计|者|情况)*"
)
_TOLD = re.compile(rf"{_LEAD}(?:{re.sub(r'[?]P<[a-z_]+>', '?:', _ROWS.pattern)}){_TAIL}")
_COUNTING = re.compile(r"(?:(?:收到|办结|答复|上述|以上)的?(?:政府信息公开)?申请中)?(?:其中|另|还|又)?有?")
_ALL_SO = re.compile(rf"(?P<all>均|都|全部)?(?:为|是|系|因|属于?){_TOLD.pattern}")
_REFUSED = re.compile(r"(?:其余|其中|的)*(?:无法提供|不予公开|不予处理|不能提供)(?:的|有|共|答复)*")
_UNITS = frozenset("件宗份起例个条项-")
_OF_REQUESTS = ("requests.", "applications.", "replies.")
_ROW = "applications."
_ANSWERS = ("replies.", *(_ROW + name for name in ("granted", "partially", "denied", "unavailable", "not_")))
_LAST = 10
_NOT_HANDLED = re.compile(r"不予处理|不作处理|未予处理")


def answer_rows(sentence: Sentence, claims: Sequence[Claim], year: int | None) -> list[Claim]:
    """The claims of such rows beside another answer of the same sentence; those that the report has already are left alone."""
    text = sentence.text
    if year is None or year < _FIRST or sentence.section.hotline or not _SIGNED.search(text):
        return []
    here = [one for one in claims if one.start >= sentence.start and one.code.startswith(_ANSWERS) and one.label is None]
    spoken = "申请" in text or "申请" in sentence.section.topics
    if not (spoken or (here and any(one.code.startswith(_OF_REQUESTS) for one in claims[-_LAST:]))):
        return []
    known = {one.code for one in claims if one.label is None}
    found: list[Claim] = []
    last: Piece | None = None
    ours = {piece.at for piece in labelled(pieces_of_year(sentence, year))}
    for piece in labelled(pieces_of(sentence)):
        row, counted = _row_of(piece, last) if piece.at in ours or _is_demand(piece, year) else ("", piece)
        last = piece
        if not row or (row.startswith("other") and (row == "other") == (year >= _SPLIT)) or f"applications.{row}" in known:
            continue
        found.append(counted.claim(f"applications.{row}@total"))
    return found if here or len(found) > 1 else []


def _is_demand(piece: Piece, year: int) -> bool:
    """Whether words are of what somebody demanded, which is no plan: 要求提供公开出版物1件."""
    return "要求" in piece.words and not of_another_year(piece.words.replace("要求", ""), year)


def _row_of(piece: Piece, last: Piece | None) -> tuple[str, Piece]:
    """The row that a piece's number counts, by the words before it or behind it; with the piece that has the number."""
    words, before = unnumbered(piece.words), unnumbered(last.words) if last else ""
    if piece.hit is None:
        all_so = _ALL_SO.fullmatch(words) if last and last.hit and _REFUSED.fullmatch(before) else None
        fits = last is not None and all_so is not None and (all_so["all"] or last.value == 1)
        return (_named(words, piece), last) if fits and last else ("", piece)  # 无法提供4件（均为不掌握）
    if piece.hit.unit not in _UNITS:
        return "", piece
    if not words and piece.mark in "）)" and last is not None and last.hit is None and last.mark in "（(":
        return _named(before, piece), piece  # 不予公开（属于过程性信息）1件
    return _named(piece.behind if _COUNTING.fullmatch(words) else words, piece), piece


def _named(told: str, piece: Piece) -> str:
    row = _ROWS.search(told) if _TOLD.fullmatch(told) or _ALL_SO.fullmatch(told) else None
    if row is None or row.lastgroup is None:
        return ""
    if row.lastgroup == "not_processed_petition" and not ("申请" in told or _NOT_HANDLED.search(piece.sentence.text)):
        return ""
    return row.lastgroup
