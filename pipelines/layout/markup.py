"""An article's element as blocks: lines of visible text and raw tables. One pass over its serialised tokens, no recursion.

The element is written out once by libxml2 and cut at its tags, which is several times faster than walking its nodes from
Python and does not mind 100,000 levels. In XML form `<` stands nowhere but at a tag, so the cut is exact.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from lxml import etree
from lxml.html import HtmlElement

from pipelines.layout.boxes import with_tables
from pipelines.layout.fields import with_fields
from pipelines.layout.pieces import pieces
from pipelines.layout.preformatted import TAB, may_be_preformatted, rows_gathered, with_breaks
from pipelines.layout.struck import may_strike, without_struck
from pipelines.layout.styles import Styles, may_hide, styles_of
from pipelines.tables import MAX_COLSPAN, MAX_ROWSPAN, Cell, RawRow, RawTable, span

MAX_MARKUP = 8_000_000
"""Characters of markup that are read; what follows is cut off. A long real report has a tenth of it."""

MAX_DEPTH = 2047
"""Levels of elements in a parsed page: where a page has more, libxml2 stops there and leaves out all that follows."""

_BLOCK = frozenset(re.findall(r"\w+",
    "address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend li listing main menu nav ol optgroup option p pre section summary ul xmp "
    "caption",
))  # fmt: skip
_SKIPPED = frozenset(re.findall(r"\w+",
    "script style noscript template iframe object svg math head title select textarea audio video canvas",
))  # fmt: skip
_GROUPS = ("thead", "tbody", "tfoot")
_TABLE = ("table", "tr", "td", "th", *_GROUPS)
_INLINE, _BREAK, _SKIP = 0, 1, 2
_Tag = tuple[str, int, int, bool]
"""A tag of a table: its name (with / before for an end tag, after for an empty one), rowspan, colspan, whether a header."""


def _meanings() -> dict[str, int | _Tag]:
    found: dict[str, int | _Tag] = {"": _INLINE}
    for tag in _SKIPPED:
        found[tag] = _SKIP
    for tag in _BLOCK:
        found |= {tag: _BREAK, f"/{tag}": _BREAK, f"{tag}/": _BREAK}
    for tag in _TABLE:
        found |= {name: (name, 1, 1, tag == "th") for name in (tag, f"/{tag}", f"{tag}/")}
    return found


_MEANING = _meanings()
_ASIDE = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_HIDDEN = re.compile(
    r'\sstyle="[^"]*(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)|\shidden="|'
    r'\swidth="0"\s[^>]{0,200}?style="[^">]{0,200}?(?<![-\w])width:\s?0(?:pt|px)?\s?[;"]',  # a spreadsheet's hidden column
    re.IGNORECASE,
)
_INLINE_TAGS = "span|font|strong|[abiu]|em|o:p"
_IN_CELLS = f"{_INLINE_TAGS}|p|div"


def _one_line(wraps: str, end: str) -> str:
    """Pattern of one line of text with the elements that stand round and in it, up to an end tag: its first run, the rest.

    What can be matched in two ways is bounded, and the rest is looked for behind text alone, so that it is soon given up.
    """
    inline = rf"</?(?:{_INLINE_TAGS})(?:\s[^>]*+)?/?>"
    closed = rf"(?:<(?:/(?:{wraps})|br(?:\s[^>]*+)?/)>\s*+){{0,60}}{end}\s*+"
    return (
        rf"\s*+(?:<(?:{wraps})(?:\s[^>]*+)?>\s*+){{0,20}}([^<]*+)"
        rf"(?:{closed}|(?<=[^>\s])((?:{inline}|[^<]++){{1,60}})(?!{inline}|[^<]){closed})"
    )


_PLAIN = re.compile(
    rf"<(t[dh](?:\s[^>]*+)?)>{_one_line(_IN_CELLS, '</t[dh]>')}|<p(?:\s[^>]*+)?>{_one_line(_INLINE_TAGS, '</p>')}"
)
"""A cell or paragraph with one line of text, which is nearly every one: found at once, it costs a third of the time.

Inline elements do not break words, so what wraps the runs says nothing. Sets have possessive quantifiers: no backtracking in
them. Groups have none: before Python 3.11.5 `(?:…)*+` matches what it should not (python/cpython#106052), and Debian has 3.11.2.
"""

_TAGS = re.compile("<[^>]*+>")
_ROW_BREAK = re.compile(r"\s*+</tr>\s*+<tr(?:\s[^>]*+)?(?<!/)>\s*+")
"""What stands between the last cell of a row and the first one of the next."""

_SPAN = re.compile(r'\s(colspan|rowspan)="([^"]{0,40})', re.IGNORECASE)


def blocks_of(content: HtmlElement, styles: Styles | None = None) -> tuple[list[str | RawTable], bool]:
    """The element's visible text as lines (white space folded, none empty) and its tables; whether markup was cut off.

    `styles` is what those of its document say, where they were looked at already.
    """
    styles = styles_of(content) if styles is None else styles
    filled = with_fields(content)
    markup = _markup_of(content if filled is None else filled)
    drawn = with_tables(content if filled is None else filled, markup, styles)
    markup = markup if drawn is None else _markup_of(drawn)
    cut = len(markup) > MAX_MARKUP or depth_at_end(content.getroottree().getroot()) >= MAX_DEPTH
    markup = markup[:MAX_MARKUP]
    # A search for one character costs nothing next to a search for two.
    if ("!" in markup and "<!" in markup) or ("?" in markup and "<?" in markup):
        markup = _ASIDE.sub("", markup)
    for character in _INVISIBLE:
        if character in markup:
            markup = markup.replace(character, "")
    if may_strike(content, styles):
        markup = without_struck(markup)
    preformatted = may_be_preformatted(content, styles)
    if preformatted:
        markup = with_breaks(markup.replace(TAB, ""))
    hides = may_hide(markup, styles)
    parts = [markup] if hides else _PLAIN.split(markup)
    if content.tag in (*_GROUPS, "tr"):
        parts[0] = f"<table>{parts[0]}"
    blocks = _Walk(hides).read(parts)
    return rows_gathered(blocks) if preformatted else blocks, cut


def _markup_of(content: HtmlElement) -> str:
    return etree.tostring(content, encoding="unicode", method="xml", with_tail=False)


def depth_at_end(root: HtmlElement) -> int:
    """How deep the last element of a document stands: there a parser stopped that would not go deeper."""
    depth, last = 0, root
    while len(last):
        depth, last = depth + 1, last[-1]
    return depth


def _meaning(tag: str, hides: bool) -> int | _Tag:
    """What a tag with attributes means, as `_meant` has it."""
    return _often_meant(tag, hides) if len(tag) <= _LONGEST_TAG else _meant(tag, hides)


_LONGEST_TAG = 400
"""Characters of a tag up to which its meaning is remembered; a picture's may be a megabyte."""


def _meant(tag: str, hides: bool) -> int | _Tag:
    """What a tag with attributes means for the text: nothing, a line break, to be skipped, or a part of a table."""
    name, _, attributes = tag.partition(" ")
    if hides and attributes and _HIDDEN.search(" " + attributes):
        return _SKIP
    meaning = _MEANING.get(name, _INLINE)
    if isinstance(meaning, int):
        return meaning
    rowspan = colspan = 1
    for attribute, value in _SPAN.findall(" " + attributes) if "span" in attributes else ():
        if attribute == "colspan":
            colspan = span(value, MAX_COLSPAN)
        else:
            rowspan = span(value, MAX_ROWSPAN, zero=0)
    return (name + "/" if tag.endswith("/") else name, rowspan, colspan, name == "th")


_often_meant = lru_cache(maxsize=4096)(_meant)
"""A site's tags are the same on all its pages."""


class _Open:
    """A table whose end tag has not come yet, and where its reader goes on afterwards."""

    __slots__ = ("cell", "feet", "foot", "group", "outer", "row", "rows", "stray")

    def __init__(self, outer: list[str | RawTable]) -> None:
        self.outer = outer
        self.rows: list[RawRow] = []
        self.feet: list[RawRow] = []
        self.row: RawRow | None = None
        self.cell: _Tag | None = None
        self.stray: list[str | RawTable] = []
        self.group = 0
        self.foot = False


class _Walk:
    """Reads tags and text into blocks: `out` takes the lines of whatever is open, `line` the pieces of the current line."""

    __slots__ = ("begun", "hides", "line", "meanings", "open", "out", "skipping", "spans", "top")

    def __init__(self, hides: bool) -> None:
        self.hides = hides
        self.top: list[str | RawTable] = []
        self.out = self.top
        self.line: list[str] = []
        self.open: list[_Open] = []
        self.begun = False  # whether a paragraph has begun in the open cell and no line of it yet
        self.meanings = dict(_MEANING)
        self.skipping = 0
        self.spans: dict[str, tuple[int, int, bool]] = {}  # of the tags of whole cells

    def read(self, parts: list[str]) -> list[str | RawTable]:
        """The blocks of markup in XML form cut at its plain pieces: markup, a cell's tag and text or a paragraph's, markup …

        A text is its first run, and the markup of further ones.
        """
        self.read_tags(parts[0])
        breaks: dict[str, bool] = {}
        cells: list[Cell] | None = None  # of the open row, as long as nothing but cells has come in it
        spans = self.spans
        for tag, first, more, alone, rest, after in zip(*[parts[at::6] for at in range(1, 7)], strict=True):
            text = first + _TAGS.sub("", more) if more else first
            if cells is not None and tag in spans:
                cells.append(Cell(_short(text) if len(text) < _SHORT else _folded(text), 0, 0, 0, 0, *spans[tag]))
            elif self.skipping:
                pass
            elif tag is not None:
                cells = self.whole_cell(tag, text)
            else:
                self.whole_line(alone + _TAGS.sub("", rest) if rest else alone)
            if after:
                if after not in breaks:
                    breaks[after] = _ROW_BREAK.fullmatch(after) is not None
                if cells is not None and breaks[after]:  # most of what stands between the cells of a form
                    cells = self.start_row().cells
                else:
                    cells = None
                    self.read_tags(after)
        self.end_line()
        while self.open:
            self.end_table()
        return self.top

    def read_tags(self, markup: str) -> None:
        """Follows tags and text; `<` stands at a tag and nowhere else."""
        line, meanings, skipping = self.line, self.meanings, self.skipping
        if markup[:1] != "<":
            markup = f">{markup}"  # text behind a plain piece
        for piece in markup.split("<"):
            tag, _, text = piece.partition(">")
            if skipping:
                skipping += _depth(tag)
            else:
                meaning = meanings.get(tag)
                if meaning is None:
                    meaning = meanings[tag] = _meaning(tag, self.hides)
                if meaning:
                    if meaning is _SKIP:
                        skipping = _depth(tag)
                    else:
                        was = bool(line)
                        if was:
                            self.end_line()
                        if meaning is not _BREAK:
                            self.table_tag(meaning)  # type: ignore[arg-type]
                        elif self.open:
                            self.break_in_cell(tag, was)
            if text and not skipping and (line or not text.isspace()):
                line.append(text)
        self.skipping = skipping

    def end_line(self) -> None:
        """Moves the current line to the blocks, white space folded; an empty one is dropped."""
        line = self.line
        text = line[0] if len(line) == 1 else "".join(line)
        line.clear()
        text = _folded(text)
        if text:
            self.out.append(text)

    def break_in_cell(self, tag: str, was: bool) -> None:
        """Puts a blank line of the open cell down as one: a break, or a paragraph, without a line (`was`) before its end."""
        if self.open[-1].cell is None:
            return
        is_break = tag.startswith("br")
        blank = not was and (is_break or (self.begun and tag.startswith("/")))
        self.begun = not is_break and not tag.startswith("/")
        if blank:
            self.out.append("")

    def table_tag(self, tag: _Tag) -> None:
        """Opens or closes a table, a row group, a row or a cell; parts of a table outside of one only break lines."""
        what = tag[0]
        if what == "table":
            self.open.append(_Open(self.out))
            self.out = self.open[-1].stray
        elif not self.open:
            return
        elif what == "/table":
            self.end_table()
        elif what != "table/":
            # Also where no end tag came: libxml2 leaves rows inside an open <b> of the cell before.
            self.end_cell()
            if what in ("td", "th", "td/", "th/"):
                self.open[-1].cell = tag
                self.out = []
                if what[-1] == "/":
                    self.end_cell()
            elif what == "tr":
                self.start_row()
            elif what not in ("/td", "/th"):
                self.change_row(what)

    def change_row(self, what: str) -> None:
        table = self.open[-1]
        table.row = None
        if what == "tr/":
            self.start_row()
        elif what != "/tr":
            table.group += 1
            table.foot = what == "tfoot"

    def start_row(self) -> RawRow:
        table = self.open[-1]
        table.row = row = RawRow([], table.group)
        (table.feet if table.foot else table.rows).append(row)
        return row

    def end_cell(self) -> None:
        """Puts the open cell into its row, with its blocks where they are more than one line."""
        table = self.open[-1]
        tag, out = table.cell, self.out
        if tag is None:
            return
        row = table.row or self.start_row()
        text = ""
        if out:
            if len(out) > 1 or not isinstance(out[0], str):
                row.blocks = row.blocks or {}
                row.blocks[len(row.cells)] = out
            text = " ".join([block for block in out if isinstance(block, str) and block])
        row.cells.append(Cell(text, 0, 0, 0, 0, tag[1], tag[2], tag[3]))
        table.cell = None
        self.out = table.stray

    def whole_cell(self, tag: str, text: str) -> list[Cell] | None:
        """Puts a cell with one line of text into the open row and gives the row's cells; outside of a table it is a line."""
        if self.line:
            self.end_line()
        meaning = self.meanings.get(tag)
        if meaning is None:
            meaning = self.meanings[tag] = _meaning(tag, self.hides)
        text = _folded(text)
        if self.open and not isinstance(meaning, int):
            table = self.open[-1]
            if table.cell is not None:
                self.end_cell()
            row = table.row or self.start_row()
            self.spans[tag] = meaning[1:]
            row.cells.append(Cell(text, 0, 0, 0, 0, *meaning[1:]))
            return row.cells
        if text:
            self.out.append(text)
        return None

    def whole_line(self, text: str) -> None:
        """Ends the line that is open and puts a paragraph's only one behind it."""
        if self.line:
            self.end_line()
        text = _folded(text)
        self.begun = False
        if text or (self.open and self.open[-1].cell is not None):
            self.out.append(text)

    def end_table(self) -> None:
        """Closes the innermost table: text between its cells goes before it, as browsers put it."""
        self.end_cell()
        table = self.open.pop()
        self.out = table.outer
        self.out.extend(table.stray)
        self.out.extend(pieces(RawTable(table.rows + table.feet)))


def _folded(text: str) -> str:
    """Text of the markup as it is read, on one line, white space folded."""
    if "&" in text:
        text = unescape(text).replace("&nbsp;", " ")
    return " ".join(text.split())


_SHORT = 60
_short = lru_cache(maxsize=8192)(_folded)
"""Nearly every cell of a form says what others say."""


def _depth(tag: str) -> int:
    """How much deeper a tag leads: 1 for a start tag, -1 for an end tag, 0 for an empty element or where there is no tag."""
    return -1 if tag[0:1] == "/" else 0 if not tag or tag.endswith("/") else 1
