"""How well the extractor reads the labelled set: run it to see every miss.

    .venv/bin/python tests/pipelines/accuracy.py               all documents
    .venv/bin/python tests/pipelines/accuracy.py f19 prose-    documents whose name begins so

The labels are written by hand (tests/labelled/README.md); nothing here or there comes from the extractor.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

PAGES = Path(__file__).parents[1] / "labelled" / "pages"
FETCHED = datetime(2026, 11, 1, tzinfo=UTC)
CONTENT_TYPE = "text/html; charset=utf-8"
FIELDS = (
    "title", "publisher", "level", "report_year", "period", "publish_date", "form_edition", "index_number", "document_number",
)  # fmt: skip
PLAIN = ("form", "prose")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One document: its name, the bytes of its page, what a careful reader takes from it."""

    name: str
    body: bytes
    labels: dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Counts of one kind: expected and found (recall), claimed and right (precision)."""

    expected: int = 0
    found: int = 0
    claimed: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """Share of the expected that was found; 1 where nothing is expected."""
        return self.found / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """Share of the claimed that is right; 1 where nothing is claimed."""
        return self.right / self.claimed if self.claimed else 1.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One difference between labels and reading. `kind`: form, prose, field name, decoy, report, crash."""

    kind: str
    document: str
    text: str


@dataclass(slots=True)
class Score:
    """Tallies by kind, and every miss."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def of(self, kind: str) -> Tally:
        """The tally of one kind."""
        return self.tallies.setdefault(kind, Tally())

    @property
    def fields(self) -> Tally:
        """All fields together."""
        total = Tally()
        for kind, tally in self.tallies.items():
            if kind.startswith("field "):
                total.expected += tally.expected
                total.found += tally.found
        return total


def labelled(prefixes: Iterable[str] = ()) -> list[Labelled]:
    """The documents of the set, by name; only those whose name begins with one of the prefixes, if any is given."""
    wanted = tuple(prefixes)
    return [
        Labelled(path.stem, path.read_bytes(), json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))
        for path in sorted(PAGES.glob("*.html"))
        if not wanted or path.stem.startswith(wanted)
    ]


def digest() -> str:
    """SHA-256 over name and bytes of every file of the set, in order of their names."""
    whole = hashlib.sha256()
    for path in sorted(PAGES.iterdir()):
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def read_document(document: Labelled) -> Any:
    """The reading of one document by the program under test.

    An error page or a login that is refused before it is read (recorded as a problem, kept as no report) is read as no report:
    right for a decoy, and a miss for a report.
    """
    from crawler.evidence import Problem, page_of
    from pipelines.extract import read

    page = page_of(document.body, document.labels["url"], CONTENT_TYPE, family="generic", fetched_at=FETCHED)
    if isinstance(page, Problem):
        return SimpleNamespace(is_annual_report=False, why=page.reason, reports=())
    return read(page)


# --- facts ---


def _label(text: str | None) -> str:
    """A printed label without spaces, quotes, numbering, and the endings 类, 信息, 公开 that editors add at will."""
    plain = re.sub(r"[\s　“”\"'‘’「」]", "", text or "")
    plain = re.sub(r"^(?:（[一二三四五六七八九十]）|\([一二三四五六七八九十]\)|[0-9]{1,2}[.、．])", "", plain)
    plain = re.sub(r"^(?:其中[：:]?)", "", plain)
    return re.sub(r"(?:[类類]|信息|資訊|公[开開]|方面)+$", "", plain) or plain


def _same_key(wanted: dict[str, Any], fact: Any) -> bool:
    if wanted["code"] != fact.code or wanted.get("origin", fact.origin) != fact.origin:
        return False
    if (wanted.get("applicant") or fact.origin == "form") and wanted.get("applicant") != fact.applicant:
        return False
    return _label(wanted.get("category")) == _label(fact.category)


def _same_value(wanted: dict[str, Any], fact: Any) -> bool:
    if wanted["meaning"] != fact.meaning or ("unit" in wanted and wanted["unit"] != fact.unit):
        return False
    if wanted["value"] is None or fact.value is None:
        return bool(wanted["value"] is None and fact.value is None)
    return bool(Decimal(str(wanted["value"])) == fact.value)


def _matches(wanted: dict[str, Any], fact: Any) -> bool:
    """Whether the fact is the wanted one, or one of the readings that `or` allows beside it."""
    forms = [wanted, *({**wanted, **other} for other in wanted.get("or", ()))]
    return any(_same_key(form, fact) for form in forms) and _same_value(wanted, fact)


def _shown(wanted: dict[str, Any]) -> str:
    parts = [str(wanted["code"]), wanted.get("applicant"), wanted.get("category") and f"#{wanted['category']}"]
    return f"{' '.join(part for part in parts if part)} = {wanted['value']} ({wanted['meaning']})"


def _shown_fact(fact: Any) -> str:
    wanted = {key: getattr(fact, key) for key in ("code", "applicant", "category", "value", "meaning")}
    return f"{_shown(wanted)} raw {fact.raw!r} at {fact.place}"


def _distinct(facts: Iterable[Any]) -> list[Any]:
    seen: dict[tuple[Any, ...], Any] = {}
    for fact in facts:
        seen.setdefault((fact.code, fact.applicant, _label(fact.category), fact.value, fact.meaning, fact.origin), fact)
    return list(seen.values())


def _score_facts(score: Score, name: str, labels: dict[str, Any], complete: list[str], report: Any) -> None:
    facts = _distinct(report.facts if report else ())
    for wanted in labels["facts"]:
        if wanted.get("optional"):
            continue
        tally = score.of(wanted["origin"])
        tally.expected += 1
        if any(_matches(wanted, fact) for fact in facts):
            tally.found += 1
            continue
        instead = [str(fact.value if fact.value is not None else fact.meaning) for fact in facts if _same_key(wanted, fact)]
        score.misses.append(Miss(wanted["origin"], name, f"missing {_shown(wanted)}" + (f", read {instead}" if instead else "")))
    for fact in facts:
        if fact.origin in complete:
            tally = score.of(fact.origin)
            tally.claimed += 1
            if any(_matches(wanted, fact) for wanted in labels["facts"]):
                tally.right += 1
            else:
                score.misses.append(Miss(fact.origin, name, f"wrong {_shown_fact(fact)}"))


# --- fields ---


def _plain(key: str, value: Any) -> Any:
    if value is None:
        return None
    if key == "period":
        return [str(day) for day in value]
    if key in ("contact.phone", "contact.fax", "contact.postcode"):
        return re.sub(r"[^0-9]", "", str(value))
    if isinstance(value, str) or not isinstance(value, int):
        return re.sub(r"[\s　]", "", str(value)).lower()
    return value


def _expected_fields(labels: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield from ((key, labels[key]) for key in FIELDS if key in labels)
    yield from ((f"contact.{key}", value) for key, value in labels.get("contact", {}).items())


def _score_fields(score: Score, name: str, labels: dict[str, Any], report: Any) -> None:
    for key, wanted in _expected_fields(labels):
        source = getattr(report, "contact", None) if key.startswith("contact.") else report
        got = _plain(key, getattr(source, key.removeprefix("contact."), None))
        allowed = wanted["any"] if isinstance(wanted, dict) else [wanted]
        tally = score.of(f"field {key}")
        tally.expected += 1
        if any(got == _plain(key, one) for one in allowed):
            tally.found += 1
        else:
            score.misses.append(Miss(f"field {key}", name, f"expected {wanted!r}, read {got!r}"))


# --- documents ---


def _score_reading(score: Score, document: Labelled, reading: Any) -> None:
    labels, name = document.labels, document.name
    kind = "report" if labels["is_annual_report"] else "decoy"
    tally = score.of(kind)
    tally.expected += 1
    if reading is not None and reading.is_annual_report == labels["is_annual_report"]:
        tally.found += 1
    else:
        why = getattr(reading, "why", "")
        score.misses.append(Miss(kind, name, f"is_annual_report is not {labels['is_annual_report']}: {why}"))
    if kind == "decoy":
        return
    reports = list(reading.reports) if reading is not None else []
    for at, part in enumerate((labels, *labels.get("others", ()))):
        report = reports[at] if at < len(reports) else None
        title = name if at == 0 else f"{name} (report {at + 1})"
        _score_facts(score, title, part, labels["complete"], report)
        _score_fields(score, title, part, report)


def score_of(documents: Iterable[Labelled]) -> Score:
    """The score of the program on the documents. A document that it cannot read at all is a `crash` and misses everything."""
    score = Score()
    for document in documents:
        try:
            reading = read_document(document)
        except ImportError:
            raise
        except Exception as error:  # a crash is a miss to be shown, not the end of the list
            reading = None
            score.misses.append(Miss("crash", document.name, f"{type(error).__name__}: {error}"))
        _score_reading(score, document, reading)
    return score


def summary(score: Score) -> str:
    """The tallies as lines of text."""
    lines = []
    for kind in ("form", "prose"):
        tally = score.of(kind)
        lines.append(
            f"{kind:6} recall {tally.recall:8.3%} ({tally.found}/{tally.expected})  "
            f"precision {tally.precision:8.3%} ({tally.right}/{tally.claimed})"
        )
    total = score.fields
    lines.append(f"fields {total.recall:8.3%} ({total.found}/{total.expected})")
    for kind, tally in sorted(score.tallies.items()):
        if kind not in PLAIN:
            lines.append(f"  {kind:24} {tally.recall:8.3%} ({tally.found}/{tally.expected})")
    return "\n".join(lines)


def report_misses(score: Score, kinds: Iterable[str] = (), most: int = 12) -> str:
    """The misses grouped by kind, at most `most` a document, with its name; only of the kinds, if any is given."""
    wanted = tuple(kinds)
    lines = []
    for kind in sorted({miss.kind for miss in score.misses}):
        if wanted and kind not in wanted:
            continue
        group = [miss for miss in score.misses if miss.kind == kind]
        lines.append(f"== {kind}: {len(group)}")
        for name in dict.fromkeys(miss.document for miss in group):
            texts = [miss.text for miss in group if miss.document == name]
            lines += [f"  {name}: {text}" for text in texts[:most]]
            lines += [f"  {name}: … and {len(texts) - most} more"] if len(texts) > most else []
    return "\n".join(lines)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    outcome = score_of(labelled(sys.argv[1:]))
    print(report_misses(outcome))
    print(summary(outcome))
