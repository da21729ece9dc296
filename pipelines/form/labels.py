"""Which word of the report forms a printed label is: exact after normalising, else the one clear best."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipelines.form.other_words import says_another, says_the_same
from pipelines.form.pairs import legal_in, pair_in, path_in
from pipelines.form.vocabulary import (
    LONGEST,
    UNIT_TAIL,
    Kind,
    Word,
    cuts,
    full_key,
    key_of,
    result_in,
    short_vocabulary,
    subject_key,
    vocabulary,
)

__all__ = ["Kind", "Near", "Word", "is_form_label", "joins_labels", "key_of", "nearest", "subject_key", "words_of"]

_OF = "的"


def is_form_label(line: str) -> bool:
    """Whether a line of text is a label or header of one of the forms, word for word but for its numbering."""
    return len(line) <= LONGEST and bool(words_of(line))


@lru_cache(maxsize=8192)
def words_of(label: str) -> tuple[Word, ...]:
    """What a printed label may stand for, as words of the forms, in printed order; () if it is none of them exactly."""
    known = vocabulary()
    key = key_of(label)
    if not key or len(key) > LONGEST:
        return ()
    full = full_key(label)
    return (
        known.get(full)
        or legal_in(full)
        or (pair_in(full) or path_in(full) if full != key else ())
        or known.get(key)
        or known.get(UNIT_TAIL.sub("", key))
        or next((words for cut in cuts(key) if (words := short_vocabulary().get(cut))), ())
        or result_in(key)
        or (known.get(key[:-1], ()) if key.endswith(_OF) else ())
        or pair_in(key)
        or path_in(key)
        or _said_again(key)
        or _behind_section(label)
        or _numbered(key)
    )


def _numbered(key: str) -> tuple[Word, ...]:
    """What a key may stand for whose number was typed without its brackets: 七总计, 一收到申请数."""
    return words_of(key[1:]) if key[0] in "一二三四五六七八九十" else ()


def _behind_section(label: str) -> tuple[Word, ...]:
    """What a label may stand for that comes in one cell behind the name of its section: 一、主动公开情况 主动公开政府信息数."""
    name, space, rest = label.partition(" ")
    return words_of(rest) if space and any(word.kind == "section" or word.name in _GROUPS for word in words_of(name)) else ()


_GROUPS = frozenset(("channel.total", "response.total", "response.channels_total", "requests.section_total"))
"""Rows of 2014 that name a group, and seldom have a figure."""


_TRANSLATED = re.compile(r"[A-Za-z][A-Za-z'’&-]{2,}[A-Za-z'’&-]*$")


def _said_again(key: str) -> tuple[Word, ...]:
    """What a key may stand for that says the label twice, or once more in letters: 收到申请数收到申请数, 收到申请数Requests."""
    half = len(key) // 2
    if half >= CUT and key[half:] == key[:half]:
        return words_of(key[:half])
    if not (key[-1].isascii() and key[-1].isalpha()):
        return ()
    letters = _TRANSLATED.search(key)
    return words_of(key[: letters.start()]) if letters and letters.start() > 1 else ()


SHORTEST_JOINED = 4
"""A shorter label may be a word of another one."""


_PARTS = re.compile(
    r"\s|(?<=[^\s(（)）.．、:：\d])"
    r"(?=[（(][一二三四五六七八九十]{1,2}[)）]|\d{1,2}[.．、]|[一二三四五六七八九]、|其中[:：])"
)
"""Where another label begins in a text: behind a blank, or with its number."""


def joins_labels(text: str) -> bool:
    """Whether a text that is no label has one of a row in it, as a line or behind a number of its own.

    Then the figure beside it is not that of a row of its own.
    """
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) < 2:
        return False
    words = (word for part in parts if len(key_of(part)) >= SHORTEST_JOINED for word in words_of(part))
    return any(word.kind in ("row2014", "row3", "group3") for word in words)


CUT = 5
"""A label cut off at its end is known by this many first characters, if no other label begins so."""


LONG = 12
"""A label of so many letters may have lost a third of those that it has in the form: whole words of it."""


SHORT = 7
"""A shorter label must have lost one letter and no more; one between the two a third of those that it has left."""


WRONG = 2
"""Letters of such a label that may be wrong besides."""


MOST_DROPPED = 8
"""So many letters of words that say nothing may be missing: 政府信息公开, 数量."""


@dataclass(frozen=True, slots=True)
class Near:
    """What a damaged label may be: `clear` where one label is clearly the best, else (); `all` that come into question."""

    clear: tuple[Word, ...] = ()
    all: tuple[Word, ...] = ()


@lru_cache(maxsize=8192)
def nearest(label: str, kinds: tuple[Kind, ...]) -> Near:
    """The words of these kinds that a damaged label may stand for.

    A label that has only lost letters or changed their order, and could have done so from one known label alone, is clear
    (one that lost its whole end too); so is one that is a letter or two off when the next best is well behind. Short labels
    must have lost a letter and nothing else. A label with a word that the form's has not is another one.
    """
    keys = {_plain(key) for key in (key_of(label), full_key(label))}
    lost: dict[tuple[Word, ...], int] = {}
    off: dict[tuple[Word, ...], int] = {}
    for key in keys:
        if not 3 <= len(key) <= LONGEST:
            continue
        pairs, allowed = _pairs(key), _allowed(len(key))
        for known, letters, words in _targets(kinds):
            missing = len(known) - len(key)
            if len(key) >= CUT and known.startswith(key) and missing:
                lost[words] = missing
                continue
            if not -allowed - 2 <= missing <= max(_most_lost(key, known), allowed + 2, MOST_DROPPED):
                continue
            if 3 * len(pairs & letters) < len(letters) - 3:
                continue
            if _has_lost(key, known) or (0 < missing <= MOST_DROPPED and len(key) >= CUT and says_the_same(key, known)):
                lost[words] = min(missing, lost.get(words, 99))
            distance = _distance(key, known, allowed + 2)
            if distance <= allowed + 2 and len(known) > 3 and not says_another(key, known):
                off[words] = min(distance, off.get(words, 99))
    return _near(lost, off, min(map(_allowed, map(len, keys))))


def _plain(key: str) -> str:
    """A key in which 年度 is 年."""
    return key.replace("年度", "年")


def _allowed(length: int) -> int:
    """How many letters may be wrong in a label of so many letters."""
    return 1 if length < 8 else 2 if length < 12 else 3 if length < 18 else length // 5


def _near(lost: dict[tuple[Word, ...], int], off: dict[tuple[Word, ...], int], allowed: int) -> Near:
    close = [words for words, distance in off.items() if distance <= allowed]
    every = tuple(dict.fromkeys(word for words in (*lost, *close) for word in words))
    if len(lost) == 1:
        return Near(next(iter(lost)), every)
    if not lost and close:
        best = min(close, key=off.__getitem__)
        if all(distance > off[best] + 1 for words, distance in off.items() if words != best):
            return Near(best, every)
    return Near((), every)


def _is_inside(short: str, long: str) -> bool:
    """Whether all letters of the short string stand in the long one in the same order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def _most_lost(key: str, known: str) -> int:
    """How many letters of a known label another may have lost."""
    allowed = _allowed(len(key))
    if len(key) >= LONG:
        return max(allowed, len(known) // 3)
    return max(allowed, len(key) // 3) if len(key) >= SHORT else allowed


def _has_lost(key: str, known: str) -> bool:
    """Whether a label may be a known one that lost letters, many of them only if it is long; or has them in another order."""
    missing = len(known) - len(key)
    if missing <= 0:
        return not missing and _is_reordered(key, known)
    if missing > _most_lost(key, known):
        return False
    most = missing + WRONG
    near = _is_inside(key, known) or (missing > _allowed(len(key)) + 2 and _distance(key, known, most) <= most)
    return near and not says_another(key, known)


def _is_reordered(key: str, known: str) -> bool:
    """Whether a key has the very letters of another in another order: 信访投诉举报类申请."""
    return len(key) >= CUT and key != known and sorted(key) == sorted(known)


def _pairs(key: str) -> frozenset[str]:
    return frozenset(key[at : at + 2] for at in range(len(key) - 1))


def _distance(left: str, right: str, most: int) -> int:
    """The letters to insert, drop or change between two short strings; `most` + 1 where there are more than `most`."""
    row = list(range(len(right) + 1))
    for number, letter in enumerate(left, 1):
        before, row[0] = row[0], number
        for at, other in enumerate(right, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (letter != other))
        if min(row) > most:
            return most + 1
    return row[-1]


@cache
def _targets(kinds: tuple[Kind, ...]) -> tuple[tuple[str, frozenset[str], tuple[Word, ...]], ...]:
    targets = []
    for key, words in vocabulary().items():
        wanted = tuple(word for word in words if word.kind in kinds)
        if wanted:
            plain = _plain(key)
            targets.append((plain, _pairs(plain), wanted))
    return tuple(targets)
