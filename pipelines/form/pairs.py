"""Labels that name two words of a form at once: 规章本年制发件数, 予以公开—自然人, 行政复议—结果维持, 法人或其他组织—商业企业."""

from __future__ import annotations

import re
from functools import cache

from pipelines.form.vocabulary import (
    UNIT_TAIL,
    Word,
    cuts,
    result_in,
    short_vocabulary,
    subject_key,
    vocabulary,
)

_GROUPS = ("法人或其他组织", "法人和其他组织", "法人及其他组织", "")
_LEGAL = re.compile(r"法人[或和及]其他组织(?:中的?)?")


def legal_in(key: str) -> tuple[Word, ...]:
    """The applicant type that a key names after the name of the group of legal persons: 法人或其他组织—商业企业."""
    group = _LEGAL.match(key)
    words = vocabulary().get(key[group.end() :], ()) if group else ()
    return tuple(word for word in words if word.kind == "applicant" and word.name not in ("natural_person", "legal", "total"))


LONGEST_PAIR = 40
SHORTEST_COLUMN = 4
"""Letters of a label that names subject and column of section 二, and of the column in it."""


def pair_in(key: str) -> tuple[Word, ...]:
    """The subject and the column that a key names: 规章本年制发件数, 本年制发规章件数, 政府集中采购项目数量."""
    found = _subject().search(key) if len(key) <= LONGEST_PAIR else None
    if found is None:
        return ()
    subject = found[0]
    rests = [key.replace(subject, "", 1)]
    rests += [key[len(subject) - shared :] for shared in (1, 2) if key.startswith(subject)]
    for rest in rests:
        column = _column_in(rest) if len(rest) >= SHORTEST_COLUMN else None
        if column is not None:
            return (Word("pair", f"{subject_key(_subjects()[subject])}/{column}"),)
    return ()


def _column_in(key: str) -> str | None:
    words = vocabulary().get(key) or vocabulary().get(UNIT_TAIL.sub("", key)) or short_vocabulary().get(key, ())
    return next((word.name for word in words if word.kind == "column"), None)


@cache
def _subject() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _subjects())))


@cache
def _subjects() -> dict[str, str]:
    """Keys of the subjects of section 二, the longest first, each with its name."""
    found = {key: word.name for key, words in vocabulary().items() for word in words if word.kind == "subject"}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def path_in(key: str) -> tuple[Word, ...]:
    """The row and the applicant type of section 三 that a key names, or the kind of case and the result of section 四."""
    if not (key.endswith(_keys()) or key.startswith(_keys())):
        return ()  # nearly every label
    for part, word in _ends():
        rests = [(key.removesuffix(part), True)] if key.endswith(part) else []
        rests += [(key.removeprefix(part), False)] if key.startswith(part) else []
        for rest, first in rests:
            name = _result_of(rest, word.name) if word.kind == "group4" else _row_of(rest, word.name, first)
            if name is not None:
                return (Word("pair", name),)
    return ()


def _result_of(key: str, part: str) -> str | None:
    words = (word for cut in cuts(key) for word in vocabulary().get(cut, ()))
    found = next((word.name for word in words if word.kind == "outcome"), None)
    return f"{part}.{found}/" if found else None


_NUMERALS = "0123456789一二三四五六七"


def _row_of(key: str, applicant: str, first: bool) -> str | None:
    """The row that a key names beside an applicant type, before it or behind; 自然人总计 and 其他总计 are words of a header."""
    known = vocabulary()
    words = known.get(key, ())
    both = {word.name for word in words if word.kind == "applicant"}
    if both and not (first and ("total" in both or applicant not in ("other_legal", "total"))):
        return None
    words = words or known.get(key.lstrip(_NUMERALS), ()) or result_in(key)
    codes = {word.name for word in words if word.kind == "row3"}
    return f"{codes.pop()}/{applicant}" if len(codes) == 1 else None


@cache
def _ends() -> tuple[tuple[str, Word], ...]:
    """The kinds of cases of section 四 and the applicant types, with the name of their group too, the longest key first."""
    found: list[tuple[str, Word]] = []
    for key, words in vocabulary().items():
        for word in words:
            if word.kind == "group4" and word.name != "litigation":
                found.append((key, word))
            elif word.kind == "applicant" and word.name != "legal":
                groups = _GROUPS if word.name not in ("natural_person", "total") else ("",)
                found += [(group + key, word) for group in groups]
    return tuple(sorted(found, key=lambda end: -len(end[0])))


@cache
def _keys() -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key, _ in _ends()))
