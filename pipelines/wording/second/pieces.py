"""The clauses of a sentence cut at each of its numbers, as a second look reads them one after another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.numbers import read_number
from pipelines.wording.claims import Claim, plain_number
from pipelines.wording.counts import Hit, hits
from pipelines.wording.sentences import Sentence

_POINTS = re.compile(r"[，,；;。：:（）()]")
_JOINS = ("、", "和", "及", "与")
_JOINT = re.compile("[、和及与]")
_YEARS = (
    r"近[两二三四五六七八九十几\d]{1,2}年|(?<![\d一二第])[两三四五六七八九]年(?:来|间)|过去[两三四五六七八九十\d]{1,2}年|十[一二三四五]五[”\"]?(?:期间|时期)"
)
_NOT_THIS_YEAR = re.compile(
    r"去年|上年|前年|往年|上一年|明年|下一?年|历年(?!现行有效)|以来|比(?![例如])|较(?=20|上|去|前|往)|同比|增[加长]|减少|下降|[上下]半年|季度"
    rf"|{_YEARS}"
)
_YEAR = re.compile(r"(20\d\d)(?:年|[至—–~～-](?=20))")
_SAID_OFF = re.compile(
    r"如(?!下)|若|倘|一旦|可能|拟|将(?!$|[^，,。；;于在要]{1,8}的$)|计划|力争|争取|预计|目标|应当|必须|不得|(?<!按)要求"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One clause up to its number (`hit` is None where it has none), what follows the number, and the mark before it.

    start   of the words in the sentence
    """

    words: str
    start: int
    hit: Hit | None
    behind: str
    mark: str
    sentence: Sentence

    @property
    def end(self) -> int:
        """Where its words, or its number, end in the sentence."""
        return self.hit.end if self.hit else self.start + len(self.words)

    @property
    def value(self) -> Decimal | None:
        """Its number's value."""
        return read_number(plain_number(self.printed)).value if self.hit else None

    @property
    def printed(self) -> str:
        """Its number as it is printed."""
        return self.sentence.text[self.hit.start : self.hit.end] if self.hit else ""

    @property
    def at(self) -> int:
        """Where its number, or its words, begin in the outline."""
        return self.sentence.start + (self.hit.start if self.hit else self.start)

    def claim(self, code: str) -> Claim:
        """The claim that its number is a code's, to be taken where nothing better is told."""
        at = self.sentence.start
        hit = self.hit or Hit(self.start, self.start + len(self.words), "")
        return Claim(code, at + hit.start, at + hit.end, hit.unit, self.printed, weak=True, judged=True)

    def nothing(self, code: str) -> Claim:
        """The claim that its words deny a code's thing."""
        raw = self.words.strip()
        at = self.sentence.start + self.start
        return Claim(code, at, at + len(self.words), "", raw, zero=True, weak=True, judged=True)


def pieces_of(sentence: Sentence) -> Iterator[Piece]:
    """The pieces of a sentence in their order; a number's piece has the words since the mark or the number before it."""
    text, at, mark = sentence.text, 0, ""
    counted = hits(text)
    numbers = iter((*counted, None))
    hit = next(numbers)
    points = _POINTS.finditer(text)
    if "," in text:
        points = (one for one in points if not any(number.start < one.start() < number.end for number in counted))  # 1,286件
    for point in (*points, None):
        end = point.start() if point else len(text)
        while hit is not None and hit.start < end:
            following = next(numbers)
            if hit.start >= at:
                begin = _behind_the_last(text, at, hit.start) if mark == "、" else at
                stop = min(end, following.start if following else end)
                behind = text[hit.end : stop]
                behind = _JOINT.split(behind, maxsplit=1)[0] if following and stop < end else behind
                behind = "" if behind[:1] in _JOINS else behind.strip()
                yield Piece(text[begin : hit.start].strip("、 "), begin, hit, behind, mark, sentence)
                at, mark = hit.end, "、"
            hit = following
        if text[at:end].strip("、 "):
            yield Piece(text[at:end].strip("、 "), at, None, "", mark, sentence)
        at, mark = (point.end(), point.group()) if point else (end, "")


def _behind_the_last(text: str, at: int, end: int) -> int:
    """Where the words of a number begin that follows another one: behind what is said of that one (3件维持、1件撤销)."""
    joint = _JOINT.search(text, at, end)
    return joint.end() if joint else at


def pieces_of_year(sentence: Sentence, year: int | None) -> Iterator[Piece]:
    """The pieces of a sentence that are of the report's year: 2016年复议5件、诉讼2件 of another goes on up to a semicolon."""
    other = False
    for piece in pieces_of(sentence):
        named = _YEAR.search(piece.words) or _NEAR_YEAR.search(piece.words)
        elsewhere = of_another_year(piece.words, year)
        if named:
            other = elsewhere and not _COMPARES.search(piece.words)
        elif piece.mark in "；;" or _THIS_YEAR.search(piece.words):
            other = False
        if not (elsewhere or other):
            yield piece


def labelled(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with what a colon introduces joined to its number: 局长在线访谈：2次 is one."""
    label: Piece | None = None
    for piece in pieces:
        if label is not None and piece.hit is not None and not piece.words and piece.mark in _INTRODUCES and not piece.behind:
            yield replace(piece, words=label.words, mark=label.mark)
            label = None
            continue
        if label is not None:
            yield label
        label = piece if piece.hit is None else None
        if piece.hit is not None:
            yield piece
    if label is not None:
        yield label


_INTRODUCES = frozenset("：:")
_NEAR_YEAR = re.compile(rf"去年|上年|前年|往年|上一年|{_YEARS}")
_COMPARES = re.compile(r"比|较|同|增|减|结转")
_THIS_YEAR = re.compile(r"今年|本年|全年|年内")


def of_another_year(words: str, year: int | None) -> bool:
    """Whether words compare, or speak of another year or of what may come."""
    if _NOT_THIS_YEAR.search(words) or _SAID_OFF.search(words):
        return True
    return year is not None and any(int(said) != year for said in _YEAR.findall(words))
