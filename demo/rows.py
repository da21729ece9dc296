"""The registry rows of the demo sites, one TOML file a site."""

from __future__ import annotations

import json

from demo.families import START, columns
from demo.faults import FAULTS
from demo.places import PROVINCE, Publisher, SitePlan


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)  # a JSON string is a TOML basic string


def _texts(values: tuple[str, ...]) -> str:
    return "[" + ", ".join(_text(value) for value in values) + "]"


def _division(code: str, path: tuple[str, ...]) -> str:
    return f"{{ code = {_text(code)}, name = {_text(path[-1])}, path = {_texts(path)} }}"


def _column(base: str, path: str, who: Publisher) -> str:
    return (f"\n[[columns]]\nurl = {_text(base + path)}\npublisher = {_text(who.name)}\nlevel = {_text(who.level)}\n"
            f"division = {_division(who.code, who.path)}\n")  # fmt: skip


def row(site: SitePlan, base: str) -> str:
    """The TOML row of one site served at `base` (scheme, address and port)."""
    several = len(site.publishers) > 1
    newest = max(who.years[1] for who in site.publishers)
    least = sum(who.years[1] - who.years[0] + 1 for who in site.publishers)
    path = site.path if site.level == "county" else site.publishers[0].path
    start = f"{base}{START[site.family]}"
    lines = [
        f"key = {_text(site.key)}", f"name = {_text(site.name)}", f"name_en = {_text(site.name_en)}",
        f"level = {_text(site.level)}", f"division = {_division(site.code, path)}",
        f"family = {_text(site.family)}", f"start = [{_text(start)}]", "allow_private = true", "delay = 0", "robots = true",
        f"expect = {{ minimum = {least}, newest_year = {newest} }}", f"caveats = [{_text(site.caveats)}]", "visited = true",
    ]  # fmt: skip
    parts = [_column(base, path, who) for who, path in columns(site)] if several else []
    return "\n".join(lines) + "\n" + "".join(parts)


def fault_row(name: str, base: str) -> str:
    """The TOML row of a host that misbehaves."""
    path = (PROVINCE, "无名市", "无名县")
    lines = [
        f"key = {_text('fault-' + name)}", f"name = {_text('无名县（' + FAULTS[name].what + '）')}", 'level = "county"',
        f"division = {_division('990999', path)}", 'family = "generic"', f"start = [{_text(base + '/index.html')}]",
        "allow_private = true", "delay = 0", "robots = true", "visited = true",
    ]  # fmt: skip
    bounds = FAULTS[name].limits
    if bounds:
        lines.append("limits = { " + ", ".join(f"{bound} = {most}" for bound, most in bounds.items()) + " }")
    return "\n".join(lines) + "\n"
