"""The table of docs/reliability.md, made from the catalogue."""

from __future__ import annotations

from faults.catalogue import CATALOGUE


def table() -> str:
    """Every fault as a line of Markdown: how it is made, what must hold, the command that shows it."""
    lines = ["| fault | how it is made | what must hold | command |", "|---|---|---|---|"]
    for one in CATALOGUE:
        name = f"{one.group}: {one.name}"
        lines.append(f"| {name} | {one.made} | {one.holds} | `python -m faults '{name}'` |")
    return "\n".join(lines)
