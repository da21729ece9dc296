"""Chapters are headed in many ways and numbered in all styles: a plain sentence below is read as it is without its heading.

`.venv/bin/python tests/pipelines/test_prose_headings.py` tries every heading in every form and prints what is lost or added.
In chapters.txt `@` opens a chapter, `plain` is a sentence that is clear by itself, `any` a heading that may stand above it,
`terse` a sentence that is clear only under a heading that is `naming` its topic, `aim` one that states nothing below it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from pipelines.outline import outline_of_text
from pipelines.prose import prose_facts

TITLE, YEAR = "青林县规划局2014年政府信息公开工作年度报告", 2014

LINES = (
    "一、{}", "二、{}：", "（三）{}", "（四）{}。", "五.{}", "六 {}", "1.{}", "2、{}", "（1）{}", "3．{}", "4 {}", "①{}",
    "第一部分 {}", "第二部分：{}", "第三章 {}", "壹、{}", "Ⅱ、{}", "(二){}", "【{}】", "●{}", "◆ {}", "——{}", "{}", "{}：",
    "2.1 {}", "（A）{}", "★{}★", "※{}", "１、{}", "第四，{}", "5）{}", "一，{}", "三、 {}", "「{}」", "■{}", "A.{}",
)  # fmt: skip
"""A heading in a line of its own."""

JOINED = (
    "一、{}。{}", "（二）{}：{}", "3.{}。{}", "4、{}：{}", "{}：{}", "{}。{}", "一是{}。{}", "第二，{}。{}",
    "五、{} {}", "（六）{} {}", "——{}。{}", "【{}】{}", "●{}：{}",
)  # fmt: skip
"""A heading in one line with what stands below it."""

EVERY = 1 if __name__ == "__main__" else 11
"""In the tests each heading is tried in every eleventh form only, each form with some headings."""


def chapters() -> dict[str, dict[str, list[str]]]:
    """The lines of each chapter by their kind."""
    found: dict[str, dict[str, list[str]]] = {}
    for line in (Path(__file__).parent / "chapters.txt").read_text(encoding="utf-8").splitlines():
        kind, _, text = line.partition(" ")
        if kind == "@":
            chapter = found.setdefault(text, {"plain": [], "terse": [], "any": [], "naming": [], "aim": []})
        elif text and kind != "#":
            chapter[kind].append(text)
    return found


CHAPTERS = chapters()


def read(*lines: str) -> set[tuple[str, str | None, str]]:
    """What is read of a report of a few lines."""
    facts = prose_facts(outline_of_text("\n".join([TITLE, *lines])), YEAR)
    return {(str(fact.code), fact.category, str(fact.value)) for fact in facts}


def headed(headings: list[str], sentences: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each sentence below each heading, in every form: the sentence and the lines."""
    for number, heading in enumerate(headings):
        for turn, sentence in enumerate(sentences):
            for form in LINES[(number + turn) % EVERY :: EVERY]:
                yield sentence, [form.format(heading), sentence]
            for form in JOINED[(number + turn) % EVERY :: EVERY]:
                yield sentence, [form.format(heading, sentence)]


def differences(headings: list[str], clear: dict[str, set[tuple[str, str | None, str]]]) -> list[str]:
    """What is read otherwise than it should be, for sentences with what they state."""
    found = [f"{sentence} | nothing is read" for sentence, facts in clear.items() if not facts]
    for sentence, lines in headed(headings, list(clear)):
        facts, wanted = read(*lines), clear[sentence]
        if facts != wanted:
            found.append(f"{' / '.join(lines)} | lost {wanted - facts} | added {facts - wanted}")
    return found


def misread(chapter: str) -> list[str]:
    """What plain sentences lose or gain by a heading."""
    return differences(CHAPTERS[chapter]["any"], {sentence: read(sentence) for sentence in CHAPTERS[chapter]["plain"]})


def unread(chapter: str) -> list[str]:
    """What terse sentences lose or gain by the words of their heading, and by how it is numbered."""
    headings = CHAPTERS[chapter]["naming"]
    return differences(headings, {sentence: read(f"一、{headings[0]}", sentence) for sentence in CHAPTERS[chapter]["terse"]})


def believed(chapter: str) -> list[str]:
    """What is read of aims below a heading that says that they are none but aims."""
    found = []
    for sentence, lines in headed(CHAPTERS[chapter]["any"], CHAPTERS[chapter]["aim"]):
        facts = read("一、主动公开情况", "全年主动公开政府信息312条。", *lines) - {("disclosure.total", None, "312")}
        found += [f"{' / '.join(lines)} | {sentence} | added {facts}"] if facts else []
    return found


def test_aims_below_a_heading_that_looks_ahead_are_no_figures() -> None:
    assert not believed("ahead")


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_plain_sentence_is_read_under_any_heading(chapter: str) -> None:
    assert not misread(chapter)


@pytest.mark.parametrize("chapter", [name for name, lines in CHAPTERS.items() if lines["terse"]])
def test_a_heading_that_names_the_topic_makes_a_terse_sentence_clear(chapter: str) -> None:
    assert not unread(chapter)


if __name__ == "__main__":
    for name in CHAPTERS:
        print(*misread(name), *believed(name), *(unread(name) if CHAPTERS[name]["terse"] else []), sep="\n")
