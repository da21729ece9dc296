"""Runs of labels and counts where they stand: in their sentence, or in several lines of nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.wording.lists.announced import WEAKLY
from pipelines.wording.lists.runs import Run, runs_of
from pipelines.wording.sentences import Section, Sentence

FAR = 400
"""A total that a run divides does not stand further before it; behind it, not further than the next."""
NEXT_LINE = 3
_MOST = 400
"""No report has more runs; a page made to stall would."""


@dataclass(slots=True)
class Block:
    """A run in its sentence, or in several lines of nothing else; its items stand at characters of the whole text.

    pure    the sentence says nothing else; `before`: the sentence before it
    """

    run: Run
    section: Section
    start: int
    end: int
    text: str
    before: str
    pure: bool


def planned(sentence: Sentence) -> bool:
    """Whether a sentence stands under plans; 工作计划：9条 is a kind, and only looks like a heading."""
    own = sentence.first and sentence.text.lstrip().startswith(sentence.section.innermost[:4] or "-")
    return sentence.section.plan and not own


def blocks_of(sentences: Sequence[Sentence], figures: frozenset[int]) -> list[Block]:
    """The runs of the sentences; lines of one item each, one below another, are one run unless one is of the `figures`."""
    found: list[Block] = []
    before = ""
    for sentence in sentences:
        if len(found) > _MOST:
            break
        for run in runs_of(sentence.text):
            for item in run.items:
                item.start, item.end = item.start + sentence.start, item.end + sentence.start
            lead = run.lead.strip("：:，, ")
            pure = not (lead and WEAKLY.fullmatch(lead) is None) and not run.tail.strip("；;，,。 ")
            pure = pure and figures.isdisjoint(item.start for item in run.items)
            end = sentence.start + len(sentence.text)
            block = Block(run, sentence.section, sentence.start, end, sentence.text, before, pure)
            last = found[-1] if found else None
            near = last is not None and last.run.items[-1].end < block.start <= last.end + NEXT_LINE
            if last is not None and near and pure and not lead and last.pure and last.run.items[-1].unit == run.items[0].unit:
                last.run.items += run.items
                last.end = end
            else:
                found.append(block)
        before = f"{before}。{sentence.text}"[-FAR:]
    return found
