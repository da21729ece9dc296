"""How a figure is printed in a cell, and the HTML of cells and tables as different editors leave them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from html import escape
from random import Random
from typing import Literal

from demo.truth import Printed

Editor = Literal["plain", "word", "trs", "nbsp"]
EDITORS: tuple[Editor, ...] = ("plain", "word", "trs", "nbsp")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def printed(value: int | Decimal, rng: Random, *, style: str) -> Printed:
    """A figure in the digits of one hand: `plain`, `wide` (full-width), `comma` (thousands) or `chinese` zero."""
    text = str(value)
    if style == "wide":
        text = text.translate(WIDE)
    elif style == "comma" and not -1000 < value < 1000:
        text = f"{value:,}"
    elif style == "chinese" and value == 0:
        text = rng.choice(["零", "0"])
    return Printed.number(value, text)


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell as drawn: text, spans, whether it heads a row or column, how deep it is indented."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    head: bool = False
    indent: int = 0


def _spans(slot: Slot) -> str:
    rows = f' rowspan="{slot.rowspan}"' if slot.rowspan > 1 else ""
    return rows + (f' colspan="{slot.colspan}"' if slot.colspan > 1 else "")


def styled(text: str, rng: Random) -> str:
    """Text as Word leaves it: runs of digits in spans of their own, now and then a word cut by a span."""
    parts: list[str] = []
    run = ""
    for char in text:
        if run and char.isascii() != run[-1].isascii():
            parts.append(run)
            run = ""
        run += char
    parts.append(run)
    out = []
    for part in parts:
        if part and part[0].isascii():
            out.append(f'<span lang="EN-US" style="font-family:\'Times New Roman\'">{escape(part)}</span>')
        elif len(part) > 6 and rng.random() < 0.5:
            cut = rng.randint(2, len(part) - 2)
            out.append(f'<span style="font-family:仿宋_GB2312">{escape(part[:cut])}</span><span>{escape(part[cut:])}</span>')
        else:
            out.append(f'<span style="font-family:仿宋_GB2312">{escape(part)}</span>')
    return "".join(out)


def _word(slot: Slot, rng: Random) -> str:
    inner = styled(slot.text, rng) if slot.text else '<span lang="EN-US"><o:p>&nbsp;</o:p></span>'
    style = f"width:{rng.randint(40, 160)}.{rng.randint(1, 9)}pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt"
    indent = f"text-indent:{slot.indent * 12}.0pt" if slot.indent else "text-align:center"
    return f'<td valign="center"{_spans(slot)} style="{style}"><p class="MsoNormal" style="{indent}">{inner}</p></td>'


def _cell(slot: Slot, editor: Editor, rng: Random) -> str:
    if editor == "word":
        return _word(slot, rng)
    text = escape(slot.text)
    if editor == "trs":
        blanks = "&nbsp;" * slot.indent * 2
        return f'<td{_spans(slot)} style="word-break:break-all;"><div style="text-align:center;">{blanks}{text}<br/></div></td>'
    if editor == "nbsp":
        return f"<td{_spans(slot)} align=center>{'　' * slot.indent}{text or '&nbsp;'}&nbsp;</td>"
    tag = "th" if slot.head else "td"
    return f"<{tag}{_spans(slot)}>{text}</{tag}>"


_OPEN = {
    "plain": '<table border="1" cellspacing="0" class="tj">',
    "word": '<table class="MsoNormalTable" border="1" cellspacing="0" style="border-collapse:collapse;mso-padding-alt:0cm">',
    "trs": '<table class="trs_word_table" style="width:98%;border-collapse:collapse;"><colgroup><col/></colgroup>',
    "nbsp": "<table width=100% border=1 bordercolor=#000000>",
}


def table(rows: list[list[Slot]], editor: Editor, rng: Random) -> str:
    """The HTML of a table; `editor` decides tags, paddings and leftovers, never the grid."""
    body = "\n".join("<tr>" + "".join(_cell(slot, editor, rng) for slot in row) + "</tr>" for row in rows)
    return f"{_OPEN[editor]}<tbody>\n{body}\n</tbody></table>"
