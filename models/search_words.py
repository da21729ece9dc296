"""What is asked of the search and what a text holds of it: folding, bigrams, queries. No database here.

A text is looked up by its bigrams: each two neighbouring characters within a run of characters, digits and Latin letters,
and the last character of each run on its own. A word of two characters is then one entry of the index, a longer one
several that must all be there, and a single character every entry that begins with it. What the index gives is looked
at again in the text itself, so that nothing too much is ever found; and since every place of a word leaves its bigrams
in the index, nothing is missed.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import add, itemgetter

from models.base import storable

LONGEST_QUERY = 1000
MOST_WORDS = 50
DEEPEST = 20
MOST_GRAMS = 100_000
"""A text with more different bigrams (a report has one to three thousand) is no longer taken apart but looked at always."""
LOOK_ALWAYS = "\ue000"
"""The entry of texts that are too varied to be taken apart."""

_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_FOLD |= {code: code + 32 for code in range(0x41, 0x5B)} | {code: code - 0xFEE0 + 32 for code in range(0xFF21, 0xFF3B)}
# Digits, Latin letters and whatever is not ASCII, without the punctuation of Latin and Chinese texts.
_RUN = re.compile("[0-9a-z\u00c0-\u1fff\u2070-\u2fff\u3004-\u3007\u3020-\ufeff\uff5f-\U0010ffff]+")
_FOLDED_IN_RUNS = re.compile("[A-Z０-９Ａ-Ｚａ-ｚ]+")
_ASCII = re.compile("[\x20-\x7e]")
_MOST_LOOKED_UP = 24
_UTF16 = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
_QUOTES = {'"': '"', "“": "”", "＂": "＂", "「": "」", "『": "』"}
_SIGNS = {"(": "(", "（": "(", ")": ")", "）": ")", "|": "or", "｜": "or"}
_OPERATORS = {"AND": "and", "OR": "or", "NOT": "not"}


class QueryProblem(ValueError):
    """The query cannot be asked; the message says what was expected and what was found."""


def folded(text: str) -> str:
    """The text with full-width signs as ASCII and Latin letters in lower case: as long as it was, so that places hold.

    >>> folded("ＰＤＦ　Ａ类")
    'pdf a类'
    """
    return text.translate(_FOLD)


def grams(*texts: str | None) -> list[str]:
    """The index entries of a report's title and text, each once; a lone LOOK_ALWAYS where there are too many.

    >>> sorted(grams("公开A4"))
    ['4', 'a4', '公开', '开a']
    """
    runs: list[str] = []
    for text in filter(None, texts):
        # As `folded` does, but for the signs between runs: many commas, few capitals.
        runs += _RUN.findall(_FOLDED_IN_RUNS.sub(lambda found: folded(found[0]), storable(text)))
    tails = dict.fromkeys(map(itemgetter(-1), runs))
    entries = [*tails, *_pairs(runs, tails)]
    return entries if len(entries) <= MOST_GRAMS else [LOOK_ALWAYS]


def _pairs(runs: Sequence[str], tails: Iterable[str]) -> Iterable[str]:
    """Each two neighbouring characters of the runs, once: as whole numbers of four bytes, in two thirds of the time.

    Their order is not that of a set of strings, which is another one in each process: releases are the same every time.
    """
    said = " ".join(runs)
    said += " " * (len(said) % 2)
    words = said.encode(_UTF16)
    if len(words) > 2 * len(said):  # characters that take four bytes themselves
        return dict.fromkeys(pair for run in runs for pair in map(add, run, run[1:]))
    numbers = set(memoryview(words).cast("I"))
    numbers.update(memoryview(words[2:-2]).cast("I"))
    ends = "".join([*[" " + head for head in set(map(itemgetter(0), runs))], *[tail + " " for tail in tails]])
    numbers.difference_update(memoryview(ends.encode(_UTF16)).cast("I"))
    found = array("I", numbers).tobytes().decode(_UTF16)
    return [found[at : at + 2] for at in range(0, len(found), 2)]


@dataclass(frozen=True, slots=True)
class Word:
    """One word or phrase, folded: it holds where it stands in a text exactly so."""

    said: str
    plain: bool
    """No ASCII in it: then folding a text would change nothing about where it stands."""

    def holds(self, text: str, low: str) -> bool:
        """Whether it stands in a text, given as it is and folded."""
        return self.said in (text if self.plain else low)

    def first(self, text: str, low: str, most: int) -> Iterator[int]:
        """Where it begins, the first few times, without overlaps."""
        within, at = (text if self.plain else low), 0
        for _ in range(most):
            if (found := within.find(self.said, at)) < 0:
                return
            yield found
            at = found + len(self.said)

    def count(self, text: str, low: str) -> int:
        """How often it stands there."""
        return (text if self.plain else low).count(self.said)

    def looked_up(self) -> list[tuple[str, bool]]:
        """Entries that a text with this word must have; True where only their beginning is known."""
        found: dict[tuple[str, bool], None] = {}
        for run in _RUN.findall(self.said):
            pairs = list(map(add, run, run[1:]))
            found |= dict.fromkeys((pair, False) for pair in pairs) if pairs else {(run, True): None}
        entries = sorted(found, key=lambda entry: entry[1])  # whole entries narrow more than beginnings
        step = -(-len(entries) // _MOST_LOOKED_UP)
        return entries[:: step or 1]


@dataclass(frozen=True, slots=True)
class Group:
    """Parts of which every one must hold (`and`), at least one (`or`), or the single one must not (`not`)."""

    kind: str
    parts: tuple[Word | Group, ...]

    def holds(self, text: str, low: str) -> bool:
        """Whether a text answers it."""
        if self.kind == "not":
            return not self.parts[0].holds(text, low)
        every = (part.holds(text, low) for part in self.parts)
        return all(every) if self.kind == "and" else any(every)


Node = Word | Group


@dataclass(frozen=True, slots=True)
class Query:
    """A query, taken apart."""

    root: Node
    plain: bool
    """Whether a text need not be folded for it."""

    def low(self, text: str) -> str:
        """The text as the query's words are compared with it: folded, or as it is where that makes no difference."""
        return text if self.plain else folded(text)

    def holds(self, title: str | None, text: str) -> bool:
        """Whether a report answers. A NUL, which no stored text has, stands between the two: no word crosses it."""
        both = f"{title or ''}\x00{text}"
        return self.root.holds(both, self.low(both))

    @property
    def wanted(self) -> list[Word]:
        """The words that are looked for, in order, without those that must not be there."""
        return list(dict.fromkeys(_wanted(self.root)))

    def fts5(self) -> str:
        """The query to SQLite's index: every report that answers, and perhaps some that do not."""
        return f'({_narrowed(self.root, _fts5_entry, "AND", "OR")}) OR "{LOOK_ALWAYS}"'

    def tsquery(self) -> str:
        """The same to PostgreSQL's."""
        return f"({_narrowed(self.root, _tsquery_entry, '&', '|')}) | '{LOOK_ALWAYS}'"


def _fts5_entry(entry: str, beginning: bool) -> str:
    return f'"{entry}" *' if beginning else f'"{entry}"'


def _tsquery_entry(entry: str, beginning: bool) -> str:
    return f"'{entry}':*" if beginning else f"'{entry}'"


def _narrowed(node: Node, entry: Callable[[str, bool], str], both: str, either: str) -> str | None:
    """What the index can say of a query; None where it can leave nothing out."""
    if isinstance(node, Word):
        return f" {both} ".join(entry(*one) for one in node.looked_up())
    if node.kind == "not":
        return None
    parts = [_narrowed(part, entry, both, either) for part in node.parts]
    known = [part for part in parts if part is not None]
    if not known or (node.kind == "or" and len(known) < len(parts)):
        return None
    sign = both if node.kind == "and" else either
    return f" {sign} ".join(f"({part})" for part in known)


def _words(node: Node) -> Iterator[Word]:
    if isinstance(node, Word):
        yield node
    else:
        for part in node.parts:
            yield from _words(part)


def _wanted(node: Node) -> Iterator[Word]:
    if isinstance(node, Word):
        yield node
    elif node.kind != "not":
        for part in node.parts:
            yield from _wanted(part)


# --- reading a query ---


def parse(words: str) -> Query:
    """The query in its parts. Words side by side must all occur; `"…"` or “…” is a phrase; OR or |; NOT or -; brackets.

    Raises QueryProblem where it is too long, empty, has an open quote or bracket, or would leave nothing to look up.

    >>> parse('政府信息 (行政复议 OR 诉讼) -"不予公开"').fts5()[:25]
    '(("政府" AND "府信" AND "信息")'
    """
    if len(words) > LONGEST_QUERY:
        raise QueryProblem(f"expected a query of at most {LONGEST_QUERY} characters, found {len(words)}")
    tokens = list(_tokens(storable(words)))
    if sum(kind == "word" for kind, _ in tokens) > MOST_WORDS:
        raise QueryProblem(f"expected at most {MOST_WORDS} words, found more")
    reader = _Reader(tokens)
    root = reader.either(0)
    if reader.at < len(tokens):
        raise QueryProblem(f"expected a word, found a closing bracket without an opening one: {words!r}")
    if _narrowed(root, _fts5_entry, "AND", "OR") is None:
        raise QueryProblem(f"expected at least one word that must occur, found only what must not: {words!r}")
    return Query(root, all(word.plain for word in _words(root)))


def _tokens(words: str) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(words):
        sign = words[at]
        if sign.isspace():
            at += 1
        elif sign in _SIGNS:
            yield _SIGNS[sign], sign
            at += 1
        elif sign in _QUOTES:
            end = words.find(_QUOTES[sign], at + 1)
            if end < 0:
                raise QueryProblem(f"expected a closing {_QUOTES[sign]} , found none after {words[at:]!r}")
            yield "word", words[at + 1 : end]
            at = end + 1
        elif sign in "-－" and at + 1 < len(words) and not words[at + 1].isspace():
            yield "not", sign
            at += 1
        else:
            end = next((place for place in range(at, len(words)) if _ends_word(words[place])), len(words))
            yield _OPERATORS.get(words[at:end], "word"), words[at:end]
            at = end


def _ends_word(sign: str) -> bool:
    return sign.isspace() or sign in _SIGNS or sign in _QUOTES


class _Reader:
    """Reads tokens by the grammar: either = every (OR every)*; every = one ([AND] one)*; one = NOT one | ( either ) | word."""

    def __init__(self, tokens: Sequence[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0

    def either(self, depth: int) -> Node:
        parts = [self.every(depth)]
        while self._next("or"):
            parts.append(self.every(depth))
        return parts[0] if len(parts) == 1 else Group("or", tuple(parts))

    def every(self, depth: int) -> Node:
        parts = [self.one(depth)]
        while self._next("and") or self._sees("word", "not", "("):
            parts.append(self.one(depth))
        return parts[0] if len(parts) == 1 else Group("and", tuple(parts))

    def one(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise QueryProblem(f"expected brackets and NOT at most {DEEPEST} deep, found more")
        if self._next("not"):
            return Group("not", (self.one(depth + 1),))
        if self._next("("):
            inside = self.either(depth + 1)
            if not self._next(")"):
                raise QueryProblem("expected a closing bracket, found the end of the query")
            return inside
        if not self._sees("word"):
            found = self.tokens[self.at][1] if self.at < len(self.tokens) else "the end of the query"
            raise QueryProblem(f"expected a word, found {found}")
        self.at += 1
        return _word(self.tokens[self.at - 1][1])

    def _sees(self, *kinds: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at][0] in kinds

    def _next(self, kind: str) -> bool:
        seen = self._sees(kind)
        self.at += seen
        return seen


def _word(said: str) -> Word:
    low = folded(said)
    if not _RUN.search(low):
        raise QueryProblem(f"expected a word with a character, digit or letter, found {said!r}")
    return Word(low, not _ASCII.search(low))
