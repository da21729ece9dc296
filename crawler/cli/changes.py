"""What a crawl changed, on the screen; and a line that says how far it is, for those who wait for it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from rich.console import RenderableType
from rich.markup import escape
from rich.table import Table

from models.diffs import Diff

MOST_LINES = 20
"""Lines of one kind that are shown; the rest is counted."""


def diff_parts(diff: Diff, dry: bool) -> list[RenderableType]:
    """What a crawl changed, or with `dry` would have changed: new, changed with the cells, gone, unchanged, refused."""
    would = "would be " if dry else ""
    parts: list[RenderableType] = []
    for name in ("new", "changed", "gone"):
        if diff[name]:
            parts += _listed(f"{would}{name}", [_report(one) for one in diff[name]])
        if name == "changed" and diff[name]:
            parts.append(_cells(diff[name]))
    if diff["refused"]:
        shown = [escape(f"{one['url']}: {one['why']}") for one in diff["refused"]]
        parts += _listed("refused", shown, diff["refused_count"])
    counts = {name: len(diff[name]) for name in ("new", "changed", "gone")}
    counts |= {"unchanged": diff["unchanged"], "refused": diff["refused_count"]}
    kept = " (dry run: nothing of it is stored)" if dry else ""
    return [*parts, ", ".join(f"{number} {name}" for name, number in counts.items()) + kept]


def _listed(what: str, lines: list[str], count: int | None = None) -> list[str]:
    count = len(lines) if count is None else count
    more = [f"    … and {count - MOST_LINES} more"] if count > MOST_LINES else []
    return [f"{what}:", *(f"    {line}" for line in lines[:MOST_LINES]), *more]


def _report(one: dict[str, Any]) -> str:
    facts = f", {one['facts']} facts" if "facts" in one else ""
    cause = f" ({one['cause']})" if one.get("cause") not in (None, "published") else ""
    return escape(f"{one['publisher'] or 'publisher unknown'} {one['year'] or 'year unknown'}{cause}{facts}  {one['url']}")


def _cells(changed: Iterable[dict[str, Any]]) -> Table:
    table = Table("publisher", "year", "cell", "old", "new", title="changed cells")
    rows = [(one, cell) for one in changed for cell in one["cells"]]
    for one, cell in rows[: 2 * MOST_LINES]:
        words = (one["publisher"] or "-", str(one["year"] or "-"), cell["cell"], _cut(cell["old"]), _cut(cell["new"]))
        table.add_row(*map(escape, words))
    if len(rows) > 2 * MOST_LINES:
        table.caption = f"… and {len(rows) - 2 * MOST_LINES} more: SELECT * FROM changes"
    return table


def _cut(text: str | None, most: int = 60) -> str:
    if text is None:
        return "-"
    return text if len(text) <= most else f"{text[:most]}…"


class Waiting:
    """A line on standard error that is written over at a terminal, and written once a change elsewhere."""

    def __init__(self) -> None:
        self._last = ""

    def show(self, words: str, requests: int) -> None:
        """Shows what is waited for, and how many requests it has made."""
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{words}: {requests} requests so far")
            sys.stderr.flush()
        elif words != self._last:
            sys.stderr.write(f"{words}\n")
            sys.stderr.flush()
        self._last = words
