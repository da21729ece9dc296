"""Every labelled sentence of test_prose_sentences.txt is read as a careful reader reads it: no more and no less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.outline import outline_of_text
from pipelines.prose import prose_facts


def _cases() -> Iterator[tuple[str, str, str]]:
    group = ""
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif line and not line.startswith("#"):
            sentence, _, stated = line.partition("=>")
            yield group, sentence.strip(), stated.strip()


CASES = list(_cases())


def _facts(text: str) -> set[str]:
    stated = re.match(r"(20\d\d)：", text)
    year = int(stated.group(1)) if stated else 2017
    outline = outline_of_text((text[5:] if stated else text).replace("//", "\n"))
    found = set()
    for fact in prose_facts(outline, year):
        assert outline.text[fact.place.start : fact.place.end] == fact.raw
        label = f"#{fact.category}" if fact.category else ""
        found.add(f"{fact.code}{label}{'~' if fact.meaning == 'approximate' else '='}{fact.value}")
    return found


def test_the_table_has_its_sentences() -> None:
    assert len(CASES) >= 150
    assert len({sentence for _, sentence, _ in CASES}) == len(CASES)


@pytest.mark.parametrize(("group", "sentence", "stated"), CASES, ids=[f"{group}-{sentence[:16]}" for group, sentence, _ in CASES])
def test_takes_what_a_careful_reader_takes(group: str, sentence: str, stated: str) -> None:
    assert _facts(sentence) == set(stated.split())
