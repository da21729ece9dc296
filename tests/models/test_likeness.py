"""Texts that were copied and adapted are told from sixty bits, in Python and in SQL alike."""

from __future__ import annotations

import random
from typing import Any

import pytest
from sqlalchemy import Engine, text

from models import likeness as bits
from models.likeness import BITS, MOST_DIFFERING, differing, likeness
from pipelines.items import DivisionRef
from pipelines.store import Store

SIGNS = [chr(0x4E00 + number) for number in range(0, 3000, 3)]


def report(seed: int, name: str = "某镇", sentences: int = 40) -> str:
    """A text of sentences that are the seed's own, with a name and figures in them."""
    drawn = random.Random(seed)
    lines = ("".join(drawn.choices(SIGNS, k=20)) + f"，{name}共{drawn.randint(1, 99)}件。" for _ in range(sentences))
    return "\n".join(lines)


def apart(one: int | None, other: int | None) -> int:
    assert one is not None
    assert other is not None
    return (one ^ other).bit_count()


def test_other_names_and_figures_make_no_difference() -> None:
    words = report(1)
    adapted = words.replace("某镇", "别的乡").translate(str.maketrans("123456789", "234567891"))
    assert likeness(words, ["某镇", None]) == likeness(adapted, ["别的乡"])


def test_the_more_sentences_differ_the_more_bits_do() -> None:
    lines, others = report(1).splitlines(), report(2).splitlines()
    mixed = [likeness("\n".join(lines[: 40 - changed] + others[:changed])) for changed in (0, 4, 20, 40)]
    found = [apart(mixed[0], one) for one in mixed]
    assert found[0] == 0
    assert found[1] <= MOST_DIFFERING < found[2] < found[3]
    assert 20 <= found[3] <= 40


def test_the_labels_of_a_form_do_not_count() -> None:
    form = "\n".join("".join(random.Random(9).choices(SIGNS, k=15)) + " | 件 | 3" for _ in range(100))
    assert likeness(report(1) + "\n" + form) == likeness(report(1))


@pytest.mark.parametrize("words", ["", "没有。", "年报 | 3\n" * 1000, "字。" * 5000, report(1, sentences=3)])
def test_a_text_that_says_too_little_is_not_compared(words: str) -> None:
    assert likeness(words) is None


def test_hostile_text_is_looked_at_in_bounds() -> None:
    assert likeness("字" * 3_000_000 + "。") is None
    assert likeness(report(1) + "\ud800\x00。") is not None


def test_sql_counts_the_differing_bits_as_python_does(database: Engine) -> None:
    drawn = random.Random(4)
    pairs = [(drawn.getrandbits(BITS), drawn.getrandbits(BITS)) for _ in range(200)]
    pairs += [(0, 0), (0, (1 << BITS) - 1), ((1 << BITS) - 1, (1 << BITS) - 1), (1 << BITS - 1, 1)]
    query = text(f"SELECT {differing('CAST(:one AS BIGINT)', 'CAST(:other AS BIGINT)')}")
    with database.connect() as connection:
        for one, other in pairs:
            assert connection.scalar(query, {"one": one, "other": other}) == (one ^ other).bit_count()


def keep(engine: Engine, pages: Any) -> None:
    """A county, two townships of it that say the same in one year, one that says something else, one of another county."""
    store = Store(engine)
    placed = [
        (f"620521{101 + at}", f"清水县{sign}镇", seed) for at, (sign, seed) in enumerate(zip("甲乙丙", (1, 1, 5), strict=True))
    ]
    placed.append(("620522101", "秦安县丁镇", 1))
    for code, name, seed in placed:
        for year in (2020, 2021):
            division = DivisionRef(code, name[3:], ("甘肃省", "天水市", name[:3], name[3:]))
            store.add(
                pages.reading(
                    [], year=year, division=division, publisher=f"{name}人民政府", text=report(seed + year, f"{name}人民政府"),
                    url=f"http://a.example/{code}/{year}",
                )
            )  # fmt: skip
    store.flush()


def test_the_view_pairs_reports_of_one_county_and_year(database: Engine, pages: Any) -> None:
    keep(database, pages)
    with database.connect() as connection:
        rows = connection.execute(text("SELECT publisher, other_publisher, year, percent FROM alike ORDER BY year")).all()
    assert [tuple(row) for row in rows] == [("清水县甲镇人民政府", "清水县乙镇人民政府", year, 100) for year in (2020, 2021)]


def test_what_was_stored_before_is_filled_in(database: Engine, pages: Any) -> None:
    keep(database, pages)
    query = text("SELECT id, likeness FROM report_version ORDER BY id")
    with database.begin() as connection:
        before = connection.execute(query).all()
        connection.execute(text("UPDATE report_version SET likeness = NULL"))
        bits.sync(connection)
        assert connection.execute(query).all() == before
    assert all(row.likeness for row in before)
