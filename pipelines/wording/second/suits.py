"""Suits by how they began and how they ended, as the later forms count them: 未经复议直接起诉4件，维持3件，尚未审结1件."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pipelines.wording.claims import Claim, amount_of
from pipelines.wording.second.pieces import Piece, labelled, pieces_of_year
from pipelines.wording.sentences import Sentence
from pipelines.wording.wordings import unnumbered

_NEAR = 60
_SUES = r"(?:起诉|提起(?:行政)?诉讼|诉讼)"
_BEGAN = re.compile(
    r"(?:其中|(?:行政)?诉讼(?:案件)?|属于?|系|为|是|有|另有?|原告|当事人|(?P<all>均|都|全部|皆))*"
    rf"(?:(?P<direct>(?:(?:未|不)经(?:过)?(?:行政)?复议(?:程序)?(?:而|就)?)?直接(?:向(?:人民)?法院)?{_SUES})"
    rf"|(?P<after_review>(?:经(?:过)?)?(?:行政)?复议(?:之|以)?后(?:再|又|仍)?{_SUES}))"
    r"(?:的|者|案件|行政诉讼|有|为|是|共|计)*"
)
_ENDED = re.compile(
    r"(?:其中|结果|审理|法院|经|一审|二审|终审|依法|已|被|予以|判决|裁定|为|是|有|目前|另|(?P<all>均|都|全部?|皆))*"
    r"(?:(?P<upheld>维持|驳回(?:原告|起诉|其|的|全部|诉讼请求|诉请)*)|(?P<corrected>纠正|纠错|撤销|确认违法|败诉)"
    r"|(?P<other>其[他它]结果|其[他它]|撤诉)|(?P<pending>(?:尚|仍)?未审结|(?:尚|仍|正)?在?审理(?:之?中)?|未判决))"
    r"(?:结果|的|案件|有|为|共)*"
)
_COUNTING = re.compile(r"(?:其中|另|有)*")
_OTHERS = re.compile(r"复议|投诉|举报")
_ROWS = ("direct", "after_review")


def suits_told(sentence: Sentence, claims: Sequence[Claim], year: int) -> list[Claim]:
    """The claims of suits by how they began, told of those just counted, or right behind the reviews, and what became of each."""
    near = [one for one in claims if one.label is None and one.end > sentence.start - _NEAR]
    whole = next((amount_of(one.raw) for one in reversed(near) if one.code == "litigation.total"), None)
    beside = any(one.code.startswith("review.") for one in near) and not any(one.code == "litigation.total" for one in claims)
    if whole is None and not beside:
        return []
    told = _Told(whole)
    for piece in labelled(pieces_of_year(sentence, year)):
        told.take(piece)
    return told.found if whole is None or told.counted <= whole else []


_WAY = re.compile(
    r"(?:(?:[未不]经(?:过)?(?:行政)?复议[^，,；;。\d]{0,8}诉|直接(?:向[^，,；;。\d]{0,6}法院)?(?:起诉|提起)|复议[之以]?后[^，,；;。\d]{0,6}诉)"
    r"[^，,；;。\d]{0,8})(?P<number>\d{1,4})?"
)
_PART = re.compile(r"[^；;。]+")


def without_one_way(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims without outcomes, or a nought, of all suits that are told of those of one way, where these are not all."""
    if "诉" not in sentence.text or not _WAY.search(sentence.text):
        return claims
    wholes = [amount_of(one.raw) for one in claims if one.code == "litigation.total" and one.start >= sentence.start]
    told = {whole for whole in wholes if whole}  # a nought is one of its way
    apart: list[tuple[int, int]] = []
    ways: set[int] = set()
    for part in _PART.finditer(sentence.text):
        found = list(_WAY.finditer(part.group()))
        if found and not (len(found) == 1 and told and Decimal(found[0]["number"] or -1) in told):
            at = sentence.start + part.start()
            apart.append((at + found[0].start(), sentence.start + part.end()))
            ways.update(place for way in found for place in range(at + way.start(), at + way.end()))
    return [one for one in claims if not (_is_nought(one) and one.start in ways) and not _is_outcome(one, apart)]


def _is_nought(claim: Claim) -> bool:
    return claim.code == "litigation.total" and (claim.zero or claim.raw.startswith(("0", "零", "〇")))


def _is_outcome(claim: Claim, apart: Sequence[tuple[int, int]]) -> bool:
    of_suits = claim.code.startswith("litigation.") and claim.code != "litigation.total"
    return of_suits and any(begin <= claim.start < end for begin, end in apart)


class _Told:
    """What has been told of suits so far: the row spoken of, with its number, and the claims made."""

    def __init__(self, whole: Decimal | None) -> None:
        self.whole = whole
        self.found: list[Claim] = []
        self.counted = Decimal(0)
        self._row = ""
        self._open: list[tuple[str, Piece]] = []
        self._of: Piece | None = None
        self._last: Piece | None = None

    def take(self, piece: Piece) -> None:
        """Reads the next clause up to its number."""
        words = unnumbered(piece.words)
        told = piece.behind if piece.hit is not None and _COUNTING.fullmatch(words) else words
        if began := _BEGAN.fullmatch(told):
            self._begin(piece, next(row for row in _ROWS if began[row]), bool(began["all"]))
        elif (ended := _ENDED.fullmatch(told)) and self._row:
            kind = next(name for name in ("upheld", "corrected", "other", "pending") if ended[name])
            self._end(piece, kind, bool(ended["all"]))
        elif piece.mark in "；;" or _OTHERS.search(words):
            self._row = ""
        self._last = piece if piece.hit is not None else self._last

    def _begin(self, piece: Piece, row: str, every: bool) -> None:
        before = self._last
        if piece.hit is None and (before is None or not (every or before.value == 1) or before.value != self.whole):
            self._row = ""
            return
        self._row, self._of = row, piece if piece.hit is not None else before
        if self.whole is None and "复议" not in (piece.words + piece.behind):
            self._row = ""
        elif self._of is not None:
            self._open = [*(self._open if piece.mark not in "；;" else []), (row, self._of)]
            self.counted += self._of.value or 0
            self.found.append(self._of.claim(f"litigation_{row}.total"))

    def _end(self, piece: Piece, kind: str, every: bool) -> None:
        if piece.hit is not None:
            fits = self._of is not None and (piece.value or 0) <= (self._of.value or 0)
            self.found += [piece.claim(f"litigation_{self._row}.{kind}")] if fits else []
        elif every or (len(self._open) == 1 and self._open[0][1].value == 1):
            self.found += [of.claim(f"litigation_{row}.{kind}") for row, of in self._open]  # 1件、3件，结果均为维持
        self._open = []
