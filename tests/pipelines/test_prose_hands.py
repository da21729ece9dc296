"""Small reports in many hands (hands/) are read as a careful reader reads them: floors for each table.

`.venv/bin/python tests/pipelines/test_prose_hands.py [folder or table]` prints every miss. A table is of whole reports, of
sentences of one family (disclosed, requests, office, response) or of all, or of traps. `@ year title` opens a report, each line
is a paragraph; under `@@ year title | chapter` each line is a report of its own. After => stands what a careful reader takes
from the line, nothing for a trap; what ? marks may be taken.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from pipelines.outline import outline_of_text
from pipelines.prose import prose_facts

RECALL, PRECISION = 0.95, 0.99
"""Floors of issue 4, item 9."""

SHORT = {
    "total": "disclosure.total", "norm": "disclosure.normative_documents", "issued": "normative_documents.issued",
    "gaz": "channel.gazette", "web": "channel.website", "wb": "channel.weibo", "wx": "channel.wechat", "other": "channel.other",
    "props": "proposals.total", "npc": "proposals.npc", "cppcc": "proposals.cppcc",
    "resp": "response.total", "hot": "response.hot_topics", "press": "response.press_conferences",
    "press_led": "response.press_conferences_led", "talk": "response.online_interviews",
    "talk_led": "response.online_interviews_led", "interp": "response.policy_interpretations",
    "wbwx": "response.weibo_wechat", "respother": "response.other",
    "req": "requests.received", "person": "requests.received_in_person", "fax": "requests.received_fax",
    "online": "requests.received_online", "letter": "requests.received_letter",
    "done": "requests.completed", "ontime": "requests.completed_on_time", "extended": "requests.completed_extended",
    "replies": "replies.total", "already": "replies.already_public", "granted": "replies.granted",
    "partly": "replies.partially_granted", "refused": "replies.refused", "secret": "replies.refused_state_secret",
    "trade": "replies.refused_trade_secret", "privacy": "replies.refused_privacy", "security": "replies.refused_security",
    "notinfo": "replies.refused_not_government_information", "otherlegal": "replies.refused_other_legal",
    "notours": "replies.not_this_agency", "none": "replies.nonexistent", "amend": "replies.amendment_requested",
    "elsewhere": "replies.other_channel",
    "review": "review.total", "review_up": "review.upheld", "review_fix": "review.corrected", "review_other": "review.other",
    "lit": "litigation.total", "lit_up": "litigation.upheld", "lit_fix": "litigation.corrected", "lit_other": "litigation.other",
    "comp": "complaints.total", "fee": "fees.collected", "units": "organisation.units", "points": "organisation.reading_points",
    "staff": "staff.total", "full": "staff.full_time", "part": "staff.part_time", "fund": "funding.special",
    "meet": "training.meetings", "classes": "training.classes", "trained": "training.people",
}  # fmt: skip
"""The short names of the codes in the tables; what is not here stands in full."""

SAME = {
    "applications.new": "requests.received", "replies.granted": "applications.granted",
    "replies.partially_granted": "applications.partially_granted", "normative_documents.made": "normative_documents.issued",
    "normative_documents.published": "disclosure.normative_documents",
}  # fmt: skip
"""Rows of different forms that a table need not tell apart."""


@dataclass(slots=True)
class Report:
    """One report of a table: its text, what it states, what may be taken besides."""

    name: str
    year: int
    lines: list[str] = field(default_factory=list)
    stated: list[str] = field(default_factory=list)
    optional: set[str] = field(default_factory=set)


def reports(path: Path) -> Iterator[Report]:
    """The reports of one table: one for each `@ year title`; under `@@ year title | chapter` one for each sentence."""
    report: Report | None = None
    head: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            if report and not head:
                yield report
            year, _, title = line.lstrip("@ ").partition(" ")
            head = title.split(" | ") if line.startswith("@@ ") else []
            report = Report(title, int(year), head or [title])
        elif line and not line.startswith("#") and report:
            report = Report(line, report.year, [*head]) if head else report
            sentence, _, stated = line.partition("=>")
            report.lines.append(sentence.strip())
            report.optional |= {key(claim[1:]) for claim in stated.split() if claim.startswith("?")}
            report.stated += [key(claim) for claim in stated.split() if not claim.startswith("?")]
            if head:
                yield report
    if report and not head:
        yield report


def key(claim: str) -> str:
    match = re.fullmatch(r"([\w.]+)(?:#(.+?))?([=~])([\d.]+)", claim)
    assert match, claim
    code, label, sign, value = match.groups()
    code = SHORT.get(str(code), str(code))
    return f"{SAME.get(code, code)}#{_label(label)}{sign}{value}"


def _label(text: str | None) -> str:
    plain = re.sub(r"[\s　“”\"]", "", text or "")
    return re.sub(r"(?:[类類]|信息|資訊|公[开開]|方面)+$", "", plain) or plain


def found_in(report: Report) -> set[str]:
    """What the program takes from a report."""
    outline = outline_of_text("\n".join(report.lines))
    found = set()
    for fact in prose_facts(outline, report.year):
        assert outline.text[fact.place.start : fact.place.end] == fact.raw, (report.name, fact)
        code, sign = str(fact.code), "~" if fact.meaning == "approximate" else "="
        found.add(f"{SAME.get(code, code)}#{_label(fact.category)}{sign}{fact.value}")
    return found


def score(path: Path) -> tuple[float, float, list[str]]:
    """Recall, precision and the misses of one table."""
    stated = right = claimed = 0
    misses: list[str] = []
    for report in reports(path):
        wanted, found = set(report.stated), found_in(report)
        stated += len(wanted)
        right += len(wanted & found)
        claimed += len(found - (report.optional - wanted))
        misses += [f"{report.name}: missing {one}" for one in report.stated if one not in found]
        misses += [f"{report.name}: WRONG {one}" for one in sorted(found - wanted - report.optional)]
    return right / stated, right / claimed, misses


HANDS = Path(__file__).parent / "hands"
TABLES = {str(path.relative_to(HANDS).with_suffix("")): path for path in sorted(HANDS.rglob("*.txt"))}


@pytest.mark.parametrize("path", TABLES.values(), ids=list(TABLES))
def test_reads_reports_in_many_hands(path: Path) -> None:
    recall, precision, misses = score(path)
    assert recall >= RECALL, "\n".join(misses)
    assert precision >= PRECISION, "\n".join(misses)


if __name__ == "__main__":
    for name, table in TABLES.items():
        if len(sys.argv) < 2 or name.startswith(sys.argv[1]):
            reached = score(table)
            print(*reached[2], sep="\n")
            print(f"{name}: recall {reached[0]:.1%} precision {reached[1]:.1%}")
