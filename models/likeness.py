"""How alike the texts of two reports are, told from sixty bits of each: so that SQL finds texts that were copied and adapted.

Of the pieces of a text's sentences (runs of letters without digits and signs, so that other figures make no difference) a digest
each is taken; the digests fall into sixty lots, and of the least one in each lot one bit is kept (one-permutation minhash of
one bit). Of texts that share a part s of all their pieces, (1 - s) / 2 of the bits differ: 0 for the same text, 30 for texts
without a piece in common, with a standard deviation of at most 4. Only sentences count, lines with a full stop: the labels of
a form are the same in every report. The names of the place and the publisher do not count either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from zlib import crc32

from sqlalchemy import Connection, bindparam, text

BITS = 60
PIECE, STEP = 6, 3
"""Characters of a piece, and from one piece of a run to the next."""
FEWEST = 60
"""A text with fewer different pieces says too little to be compared."""
MOST_DIFFERING = 9
"""Bits in which texts may differ that are called alike: some seventy in a hundred pieces are the same."""
LONGEST = 100_000
"""Characters of a text that are looked at."""
_CHUNK = 200

_RUN = re.compile(r"[^\W\d_]+")


def likeness(words: str, names: Iterable[str | None] = ()) -> int | None:
    """Sixty bits of a text, as a number that is not negative; None where it has too few sentences to be compared.

    >>> likeness("只有一句。") is None
    True
    """
    said = "\n".join(line for line in words[:LONGEST].splitlines() if "。" in line)
    for name in sorted(filter(None, names), key=len, reverse=True):
        said = said.replace(name, "，")
    digests = _digests(said)
    if len(digests) < FEWEST:
        return None
    least = {digest % BITS: digest // BITS for digest in sorted(digests, reverse=True)}
    return sum((digest & 1) << lot for lot, digest in least.items())


def _digests(said: str) -> set[int]:
    """The digests of a text's pieces in UTF-8, where nearly every character is a Chinese one of three bytes."""
    none_of_four = len(said.encode("utf-16-le", "surrogatepass")) == 2 * len(said)
    found: set[int] = set()
    for run in _RUN.findall(said):
        whole = run.encode("utf-8", "replace")
        if none_of_four and len(whole) == 3 * len(run):
            places = range(0, max(len(whole) - 3 * PIECE, 0) + 3 * STEP, 3 * STEP)
            found.update([crc32(whole[at : at + 3 * PIECE]) for at in places])
        else:
            places = range(0, max(len(run) - PIECE, 0) + STEP, STEP)
            found.update([crc32(run[at : at + PIECE].encode("utf-8", "replace")) for at in places])
    return found


def differing(one: str, other: str) -> str:
    """SQL that gives in how many bits two such numbers differ; both databases have whole numbers of 64 bits."""
    masks = (0x555555555555555, 0x333333333333333, 0xF0F0F0F0F0F0F0F)
    either = f"(({one} | {other}) - ({one} & {other}))"
    pairs = f"({either} - (({either} >> 1) & {masks[0]}))"
    fours = f"(({pairs} & {masks[1]}) + (({pairs} >> 2) & {masks[1]}))"
    return f"((({fours} + ({fours} >> 4)) & {masks[2]}) % 255)"


def sync(connection: Connection) -> None:
    """Fills in what versions that were stored before this column lack; texts that say too little are looked at once more."""
    asked = text(
        "SELECT v.id, v.text, v.publisher, d.name FROM report_version v LEFT JOIN division d ON d.code = v.division_code"
        f" WHERE v.id > :last ORDER BY v.id LIMIT {_CHUNK}"
    )
    kept = text("UPDATE report_version SET likeness = :bits WHERE id = :number").bindparams(bindparam("bits"))
    last = 0
    while found := connection.execute(asked, {"last": last}).all():
        last = found[-1].id
        bits = [(row.id, likeness(row.text, (row.publisher, row.name))) for row in found]
        if known := [{"number": number, "bits": one} for number, one in bits if one is not None]:
            connection.execute(kept, known)
