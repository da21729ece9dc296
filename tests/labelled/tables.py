"""Drawing of tables: cells with spans into HTML of many hands, into pipe lines, into one cell a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it shall be drawn: its text (a newline is a line break), its spans, whether a header."""

    text: str
    colspan: int = 1
    rowspan: int = 1
    head: bool = False


Row = list[Cell]
HIDDEN = Cell("\0hidden")
"""Put as the first cell of a row, it makes the row `display:none`."""

OPENINGS = {
    "plain": '<table border="1" cellspacing="0" cellpadding="0" width="600">',
    "word": '<table class="MsoNormalTable" border="0" cellspacing="0" cellpadding="0" width="621" '
    'style="border-collapse:collapse;mso-padding-alt:0cm 0cm 0cm 0cm">',
    "font": '<TABLE borderColor=#000000 cellSpacing=0 cellPadding=2 width="98%" align=center border=1>',
    "nbsp": '<table style="width:100%;border-collapse:collapse" class="ke-zeroborder">',
    "th": '<table class="table table-bordered"><colgroup><col width="55%"/><col/><col/></colgroup>',
    "loose": "<table border=1>",
    "spans": '<table align="center" border="1" style="width:640px;"><tbody>',
}
CLOSINGS = {"spans": "</tbody></table>", "loose": "</table>"}


def pieces(text: str, lang: bool = True) -> str:
    """The text as Word exports it: digits and Latin letters in spans of their own, long numbers cut in two."""
    out = []
    for run in re.findall(r"[0-9A-Za-z.,/%-]+|[^0-9A-Za-z.,/%-]+", text):
        if re.match(r"[0-9]{3,}$", run):
            cut = len(run) // 2
            out.append(f"<span lang=EN-US style='mso-ascii-font-family:仿宋_GB2312'>{run[:cut]}</span>")
            out.append(f"<span lang=EN-US>{run[cut:]}</span>")
        elif re.match(r"[0-9A-Za-z.,/%-]", run):
            out.append(f"<span lang=EN-US style='font-size:12.0pt'>{escape(run)}</span>" if lang else escape(run))
        else:
            out.append(f"<span style='font-family:仿宋_GB2312;mso-hansi-font-family:宋体'>{escape(run)}</span>")
    return "".join(out)


def _word(text: str) -> str:
    if not text:
        return "<p class=MsoNormal align=center><span lang=EN-US><o:p>&nbsp;</o:p></span></p>"
    return "".join(
        f"<p class=MsoNormal align=center style='line-height:14.0pt'>{pieces(line)}<span lang=EN-US><o:p></o:p></span></p>"
        for line in text.split("\n")
    )


def inside(text: str, skin: str) -> str:
    """The inner HTML of a cell in one skin."""
    if skin == "word":
        return _word(text)
    body = escape(text, quote=False).replace("\n", "<br />")
    if skin == "font":
        return f"<P align=center><FONT size=2 face=宋体>{body or '&nbsp;'}</FONT></P>"
    if skin == "nbsp":
        return f"&nbsp;{body}&nbsp;"
    if skin == "spans":
        return f'<p style="text-align:center"><span style="font-size:14px"><span>{body}</span></span></p>' if body else "<br/>"
    return body


def _cell(cell: Cell, skin: str) -> str:
    tag = "th" if cell.head and skin == "th" else ("TD" if skin == "font" else "td")
    spans = (f' colspan="{cell.colspan}"' if cell.colspan > 1 else "") + (
        f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    )
    close = "" if skin == "loose" else f"</{tag}>"
    bold = f"<strong>{inside(cell.text, skin)}</strong>" if cell.head and skin == "plain" else inside(cell.text, skin)
    return f"<{tag}{spans}>{bold}{close}"


def draw(rows: list[Row], skin: str = "plain", caption: str = "") -> str:
    """The table as HTML in one of the skins of `OPENINGS`; `loose` leaves cells and rows unclosed."""
    out = [OPENINGS[skin]]
    if caption:
        out.append(f"<caption>{escape(caption)}</caption>")
    for row in rows:
        hidden = ' style="display:none"' if row and row[0] is HIDDEN else ""
        cells = "".join(_cell(cell, skin) for cell in row if cell is not HIDDEN)
        out.append(f"<tr{hidden}>{cells}" + ("" if skin == "loose" else "</tr>"))
    out.append(CLOSINGS.get(skin, "</table>"))
    return "\n".join(out)


def pipes(rows: list[Row], tag: str = "p") -> str:
    """One line a row, cells separated by a bar, as copied text stands on some sites."""
    lines = [" | ".join(cell.text.replace("\n", "") for cell in row) + " |" for row in rows]
    if tag == "br":
        return "<div>" + "<br/>\n".join(escape(line, quote=False) for line in lines) + "</div>"
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)


def lines(rows: list[Row], tag: str = "p", drop_blank: bool = True) -> str:
    """One paragraph a cell, empty cells lost: a table whose markup was thrown away by an editor."""
    texts = [cell.text.replace("\n", "") for row in rows for cell in row if cell.text or not drop_blank]
    if tag == "br":
        return "<div>" + "<br>\n".join(escape(text, quote=False) for text in texts) + "</div>"
    return "\n".join(f"<p>{escape(text, quote=False)}</p>" for text in texts)


def nested(groups: list[list[Row]], skin: str = "nbsp") -> str:
    """A layout table without borders, one inner table a group of rows."""
    inner = "".join(f'<tr><td valign="top">{draw(group, skin)}</td></tr>' for group in groups)
    return f'<table width="100%" border="0" cellspacing="0" cellpadding="0">{inner}</table>'


def widened(row: Row, spans: tuple[int, ...]) -> Row:
    """The row with the given column spans, cell by cell."""
    return [replace(cell, colspan=span) for cell, span in zip(row, spans, strict=True)]
