"""Prose with its labels inside: `{{358|disclosure.total}}` prints 358 and expects that fact.

A mark is `{{printed|label;label;…}}`. A label is `code`, `code=value`, `code~value` (approximate), with `#category` behind the
code for a breakdown and a `?` in front for a fact that may be stored or left out. Without a value the printed digits are it.
`label // label` says that the second reading is as good as the first.
"""

from __future__ import annotations

import re
from decimal import Decimal
from html import escape
from typing import Any

from tables import pieces

MARK = re.compile(r"\{\{([^|{}]*)\|([^{}]*)\}\}")
LABEL = re.compile(
    r"(?P<optional>\??)(?P<code>[a-z_.]+|null)(?:@(?P<applicant>[a-z_]+))?(?:#(?P<category>[^=~]+))?(?:(?P<how>[=~])(?P<value>-?[\d.]+))?$"
)

Fact = dict[str, Any]


def number(value: Decimal) -> int | float:
    """The value as JSON writes it: an integer where it is one."""
    return int(value) if value == value.to_integral_value() else float(value)


def _fact(printed: str, label: str) -> Fact:
    found = LABEL.match(label.strip())
    if not found:
        raise ValueError(f"label not understood: {label!r}")
    value = Decimal(found["value"] or printed.replace(",", ""))
    meaning = "approximate" if found["how"] == "~" else ("zero" if value == 0 else "number")
    fact: Fact = {"code": None if found["code"] == "null" else found["code"]}
    for key in ("applicant", "category"):
        if found[key]:
            fact[key] = found[key]
    fact |= {"value": number(value), "meaning": meaning, "origin": "prose"}
    if found["optional"]:
        fact["optional"] = True
    return fact


def _either(printed: str, label: str) -> Fact:
    head, *rest = label.split("//")
    value = re.search(r"[=~].*$", head)
    first = _fact(printed, head)
    others = [_fact(printed, part.strip() + (value[0].strip() if value else "")) for part in rest]
    if others:
        first["or"] = [{key: other.get(key) for key in ("code", "applicant", "category")} for other in others]
    return first


def unmark(text: str) -> tuple[str, list[Fact]]:
    """The text as printed, and the facts its marks expect."""
    facts = [_either(mark[1], label) for mark in MARK.finditer(text) for label in mark[2].split(";")]
    return MARK.sub(lambda mark: mark[1], text), facts


def paragraph(text: str, style: str) -> str:
    """One paragraph in the hand of one editor. A leading `# ` makes it a heading, `## ` a centred title line."""
    title = text.startswith("## ")
    head = not title and text.startswith("# ")
    plain = text.lstrip("# ") if title or head else text
    body = escape(plain, quote=False)
    if style == "word":
        align = " align=center" if title else ""
        return f"<p class=MsoNormal{align} style='text-indent:32.0pt;mso-char-indent-count:2.0'>{pieces(plain)}</p>"
    if style == "br":
        return f"　　{body}<br />\n<br />"
    if style == "font":
        return f"<P>&nbsp;&nbsp;&nbsp; <FONT face=宋体 size=3>{'<B>' + body + '</B>' if head or title else body}</FONT></P>"
    if style == "div":
        return f'<div style="text-indent:2em">{"<strong>" + body + "</strong>" if head else body}</div>'
    if style == "h":
        return f"<h2>{body}</h2>" if title else (f"<h3>{body}</h3>" if head else f"<p>{body}</p>")
    if style == "span":
        return f'<p style="text-indent: 2em;"><span style="font-size: 16px;"><span>{body}</span>&nbsp;</span></p>'
    align = ' style="text-align:center"' if title else ""
    return f"<p{align}>　　{'<strong>' + body + '</strong>' if head else body}</p>"
