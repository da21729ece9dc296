"""Which report a reading is of, whether it says something new, and what differs from what was said before.

Pure: no database. Three hashes tell a capture from an earlier one, coarse to fine: the bytes as sent, the text without
white space and visit counters, the cells' meaning. The time of the fetch is in none of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256

from pipelines.items import Fact, Fetch, Finding, Reading, Report
from pipelines.twins import page_address

_SPACE = re.compile("[\\s\u200b-\u200f\u2060\ufeff]+")
_UNSEEN = ("\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff")
_COUNTED = ("浏览", "阅读", "点击", "访问")
_COUNTER = re.compile(r"(?:浏览|阅读|点击|访问)(?:次数|量|数)?[:：]\[?\d{1,9}")
_PUNCTUATION = re.compile(r"[\s\W_]+")
_GOVERNMENT = re.compile(r"(?:人民政府|政府)$|人民政府(?=[^省市县区旗]{2,8}街道办事处$)")


def body_hash(body: bytes) -> str:
    """SHA-256 of the bytes as sent, in hex."""
    return sha256(body).hexdigest()


def content_hash(text: str) -> str:
    """SHA-256 of a report's text without white space and visit counters: a reflowed page is the same text."""
    plain = "".join(text.split())
    if any(sign in plain for sign in _UNSEEN):
        plain = _SPACE.sub("", plain)
    if any(word in plain for word in _COUNTED):
        plain = _COUNTER.sub("", plain)
    return sha256(plain.encode("utf-8", "replace")).hexdigest()


def facts_hash(facts: Iterable[Fact]) -> str:
    """SHA-256 of what the cells mean, whatever their order and places."""
    return sha256("\n".join(sorted(map(meaning_of, facts))).encode("utf-8", "replace")).hexdigest()


def meaning_of(fact: Fact) -> str:
    """What a fact says of which cell, wherever it stands on the page."""
    return f"{_line(fact)[:-1]}, {fact.unit!r}, {fact.remark!r})"


# --- which report ---


def normal_name(name: str) -> str:
    """A publisher's name for comparison: one width, no punctuation, without 人民政府: 海盐县 沈荡镇人民政府 -> 海盐县沈荡镇.

    东城区人民政府经一街道办事处 and 东城区经一街道办事处 are one office.
    """
    plain = _PUNCTUATION.sub("", unicodedata.normalize("NFKC", name)).casefold()
    return _GOVERNMENT.sub("", plain) or plain


def identity(report: Report, site: str, url: str, ordinal: int = 1) -> str:
    """The key of the report that this is a capture of: the same for every address and night.

    With a known division: its code and what the publisher's name says beyond the division's own names (nothing for the
    government, 教育局 for a department). Without: the name within its site, since a third of all township names are
    shared. Without publisher or year: site, address and place on the page, so that nothing is merged by mistake.
    """
    if report.publisher is None or report.report_year is None:
        return _short(f"page:{site}:{page_address(url)}:{ordinal}")
    name = normal_name(report.publisher)
    if report.division is None:
        return _short(f"site:{site}:{name}:{report.report_year}")
    for part in (*report.division.path, report.division.name):
        name = name.removeprefix(normal_name(part))
    return _short(f"{report.division.code}:{name}:{report.report_year}")


def _short(key: str) -> str:
    """The key, its end made a digest where it is too long for an index: names come from pages, addresses from links."""
    return key if len(key) <= 300 else key[:200] + ":" + sha256(key.encode("utf-8", "replace")).hexdigest()


# --- what differs ---


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that differs: `old` is None where it was added, `new` where it went."""

    old: Fact | None
    new: Fact | None

    @property
    def kind(self) -> str:
        """`added`, `removed` or `changed`."""
        if self.old is None:
            return "added"
        return "removed" if self.new is None else "changed"


def differences(old: Sequence[Fact], new: Sequence[Fact]) -> list[CellChange]:
    """What differs between two readings of a report, cell by cell, in the order of the new one, then what went.

    A cell is code, edition, applicant, category and origin. One that is stated several times is compared statement by
    statement in the order of the page, equal statements first, so that a number put in between moves no other.
    """
    before, after = _by_cell(old), _by_cell(new)
    found: list[CellChange] = []
    for cell, stated in after.items():
        found += _cell_differences(before.get(cell, []), stated)
    for cell, stated in before.items():
        if cell not in after:
            found += [CellChange(fact, None) for fact in stated]
    return found


def _cell_differences(old: list[Fact], new: list[Fact]) -> list[CellChange]:
    left, right = list(old), []
    for fact in new:
        same = next((index for index, other in enumerate(left) if _said(other) == _said(fact)), None)
        if same is None:
            right.append(fact)
        else:
            del left[same]
    paired = [CellChange(a, b) for a, b in zip(left, right, strict=False)]
    return paired + [CellChange(a, None) for a in left[len(right) :]] + [CellChange(None, b) for b in right[len(left) :]]


def _by_cell(facts: Iterable[Fact]) -> dict[tuple[str, ...], list[Fact]]:
    cells: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        cells[_cell(fact)].append(fact)
    return cells


def _cell(fact: Fact) -> tuple[str, ...]:
    return fact.code or "", fact.edition, fact.applicant or "", fact.category or "", fact.origin


def _said(fact: Fact) -> tuple[str, str]:
    """A fact's meaning for comparison: ３ and 3 say the same, two texts only if printed alike."""
    return fact.meaning, _digits(fact.value) if fact.value is not None else fact.raw if fact.meaning == "text" else ""


def _line(fact: Fact) -> str:
    """The cell and its meaning as one line, the same in every process: it is hashed."""
    if fact.value is None or fact.category is not None:
        return repr((*_cell(fact), *_said(fact)))
    return _number_line(fact.code, fact.edition, fact.applicant, fact.origin, fact.meaning, fact.value)


@lru_cache(maxsize=20_000)
def _number_line(code: str | None, edition: str, applicant: str | None, origin: str, meaning: str, value: Decimal) -> str:
    """The line of a number without a category. Kept: reports have the same small numbers in the same cells."""
    return repr((code or "", edition, applicant or "", "", origin, meaning, _digits(value)))


def _digits(value: Decimal) -> str:
    return format(value.normalize(), "f") if value else "0"


def fingerprint(finding: Finding) -> str:
    """A digest of the rule and the figures it rests on, the same whenever the page is read again with the same figures.

    Where it rests on no fact, its two sides stand for them. The message is not in it: wording may improve. A fact of another
    report counts with whose it is: 10 in one year and 13 in the next is another finding than 13 and then 10.
    """
    abroad = [f"{one.whose} {_line(one.fact)}" for one in finding.elsewhere]
    return _digest(finding, [*sorted(map(_line, finding.facts)), *sorted(abroad)])


def fingerprint_of_old(finding: Finding) -> str:
    """The fingerprint as it was before revision 0014, which did not tell whose a fact was: verdicts may hang on it still."""
    return _digest(finding, sorted(_line(fact) for fact in (*finding.facts, *(one.fact for one in finding.elsewhere))))


def _digest(finding: Finding, rests_on: Sequence[str]) -> str:
    text = "\n".join([finding.rule, *(rests_on or [finding.left or "", finding.right or ""])])
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def request_key(fetch: Fetch) -> str:
    """A digest that is one request's alone, so that the same request handed in twice is stored once."""
    text = "\n".join([fetch.purpose, fetch.requested_url, fetch.fetched_at.isoformat()])
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


class VersionPipeline:
    """Needs: a Reading. Adds: the body's hash; to each report its identity and the hashes of text and figures. Drops: nothing."""

    def process_item(self, item: Reading | Fetch) -> Reading | Fetch:
        """The item; a reading has its hashes and identities filled in."""
        if isinstance(item, Reading):
            item.body_hash = body_hash(item.page.body)
            for ordinal, report in enumerate(item.reports, start=1):
                report.identity = identity(report, item.page.site or "", item.page.url, ordinal)
                report.content_hash = content_hash(item.outline.text[report.start : report.end])
                report.facts_hash = facts_hash(report.facts)
        return item
