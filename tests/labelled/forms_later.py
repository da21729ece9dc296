"""Sections 二, 三 and 四 of the forms of 2019 and 2021, drawn from hand-chosen figures with the facts that stand in them."""

from __future__ import annotations

from collections.abc import Mapping

from forms import Block, fact_of, numbering, printed
from marks import Fact
from rows import (
    APPLICANTS,
    FORM_FOUR,
    FORM_FOUR_GROUPS,
    FORM_FOUR_LABELS,
    FORM_THREE_COMMON,
    FORM_THREE_HEAD,
    FORM_THREE_OTHER,
    FORM_THREE_SUM,
    FORM_THREE_TAIL,
    FORM_TWO,
)
from tables import Cell, Row, draw, lines, nested, pipes, widened


def form_two(
    edition: str,
    figures: str,
    *,
    layout: str = "stacked",
    skin: str = "plain",
    spans: tuple[tuple[int, ...], ...] = (),
    relabel: Mapping[str, str] | None = None,
    skip: tuple[str, ...] = (),
    extra: Mapping[str, tuple[str, ...]] | None = None,
    tag: str = "p",
) -> Block:
    """Section 二. `stacked` is one table, `apart` one table an item, `pipes` and `lines` have lost their markup.

    `spans` gives, for each number of columns in turn (two, three, four), the spans of header cells then of value cells, so that a
    header and its value need not share columns. `skip` leaves out rows by label; `extra` adds a row behind a label.
    """
    supply = iter(figures.split())
    width = 12
    blocks: list[list[Row]] = []
    facts: list[Fact] = []
    for item, heads, rows in FORM_TWO[edition]:
        table: list[Row] = [[Cell(item, colspan=width)]]
        even = tuple([width // len(heads)] * len(heads))
        head_spans, value_spans = even, even
        for offer in zip(spans[::2], spans[1::2], strict=True):
            if len(offer[0]) == len(heads):
                head_spans, value_spans = offer
        table.append(widened([Cell((relabel or {}).get(head, head), head=True) for head in heads], head_spans))
        for label, codes in rows:
            if label in skip:
                continue
            tokens = [next(supply) for _ in codes]
            facts += [fact_of(code, token) for code, token in zip(codes, tokens, strict=True)]
            name = (relabel or {}).get(label, label)
            table.append(widened([Cell(name), *(Cell(printed(token)) for token in tokens)], value_spans))
            if extra and label in extra:
                more, *values = extra[label]
                named = [{"code": None, "category": f"{more} / {head}"} for head in heads[1:]]
                facts += [
                    {**fact_of(None, token, category=more), "or": [other]} for token, other in zip(values, named, strict=True)
                ]
                table.append(widened([Cell(more), *(Cell(printed(token)) for token in values)], value_spans))
        blocks.append(table)
    if next(supply, None) is not None:
        raise ValueError("too many figures for section 二")
    together = [row for table in blocks for row in table]
    drawn = {
        "stacked": lambda: draw(together, skin),
        "apart": lambda: "<p></p>".join(draw(table, skin) for table in blocks),
        "headless": lambda: "".join(f"<p>{table[0][0].text}</p>" + draw(table[1:], skin) for table in blocks),
        "pipes": lambda: pipes(together, tag),
        "lines": lambda: lines(together, tag),
        "nested": lambda: nested(blocks, skin),
    }
    return Block(drawn[layout](), facts)


def _three_rows(edition: str) -> list[tuple[str, str, str]]:
    return [*FORM_THREE_COMMON, *FORM_THREE_OTHER[edition], FORM_THREE_SUM]


def form_three(
    edition: str,
    figures: Mapping[str, str] | None = None,
    *,
    default: str = "0 0 0 0 0 0 0",
    skin: str = "plain",
    layout: str = "official",
    skip: tuple[str, ...] = (),
    relabel: Mapping[str, str] | None = None,
    style: str = "",
    tag: str = "p",
) -> Block:
    """Section 三, seven figures a row. `figures` is keyed by the last part of the code; other rows hold `default`.

    official  three label columns with row spans       two      two label columns
    merged    one label column, group repeated in it   split    the official table cut in two, header repeated
    pipes     a line a row                              lines    a paragraph a cell
    """
    given = dict(figures or {})
    renumber = numbering(style)

    def label(code: str, text: str) -> str:
        return (relabel or {}).get(code, renumber(text))

    def values(code: str) -> list[str]:
        tokens = given.pop(code, default).split()
        if len(tokens) != len(APPLICANTS):
            raise ValueError(f"{code}: expected 7 figures, found {len(tokens)}")
        facts.extend(fact_of(f"applications.{code}", token, applicant=who) for who, token in zip(APPLICANTS, tokens, strict=True))
        return tokens

    facts: list[Fact] = []
    depth = {"official": 3, "split": 3, "pipes": 3, "lines": 3, "two": 2, "merged": 1}[layout]
    note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    heads: list[Row] = [
        [Cell(note, depth, 3), Cell("申请人情况", 7, head=True)],
        [Cell("自然人", 1, 2, True), Cell("法人或其他组织", 5, 1, True), Cell("总计", 1, 2, True)],
        [Cell(text, head=True) for text in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")],
    ]
    body: list[Row] = []
    for code, text in FORM_THREE_HEAD:
        if code not in skip:
            body.append([Cell(label(code, text), depth), *(Cell(printed(token)) for token in values(code))])
    kept = [row for row in _three_rows(edition) if row[0] not in skip]
    sizes = {group: sum(1 for row in kept if row[1] == group) for _, group, _ in kept}
    seen: set[str] = set()
    result: list[Row] = []
    for code, group, text in kept:
        row: Row = []
        first = group not in seen
        seen.add(group)
        if depth == 1:
            row.append(Cell(label(code, f"{group}{text}")))
        else:
            if not result and depth == 3:
                row.append(Cell("三、本年度办理结果", 1, len(kept)))
            if not text:
                row.append(Cell(label(code, group), 2))
            else:
                if first:
                    row.append(Cell(renumber(group), 1, sizes[group]))
                row.append(Cell(label(code, text)))
        row += [Cell(printed(token)) for token in values(code)]
        result.append(row)
    if depth < 3:
        body.append([Cell("三、本年度办理结果", depth), *(Cell("") for _ in APPLICANTS)])
    body += result
    tail, text = FORM_THREE_TAIL
    if tail not in skip:
        body.append([Cell(label(tail, text), depth), *(Cell(printed(token)) for token in values(tail))])
    if given:
        raise ValueError(f"unknown rows {sorted(given)}")
    if layout == "pipes":
        html = pipes([*heads, *body], tag)
    elif layout == "lines":
        html = lines([*heads, *body], tag)
    elif layout == "split":
        # a page break of Word: the second part opens with the header and repeats the labels that span it
        cut = next(at for at, row in enumerate(body) if row[0].text.startswith(renumber("（四）无法提供")))
        top, rest = body[:cut], body[cut:]
        third = next(at for at, row in enumerate(top) if row[0].text == "三、本年度办理结果")
        left = len(kept) - (cut - third)
        top[third] = [Cell("三、本年度办理结果", 1, cut - third), *top[third][1:]]
        rest[0] = [Cell("三、本年度办理结果", 1, left), *rest[0]]
        html = draw([*heads, *top], skin) + "<p>&nbsp;</p>" + draw([*heads, *rest], skin)
    else:
        html = draw([*heads, *body], skin)
    return Block(html, facts)


def form_four(
    figures: str = "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0", *, layout: str = "official", skin: str = "plain", tag: str = "p"
) -> Block:
    """Section 四, fifteen figures. `stacked` is three tables one below the other, `two` reviews and lawsuits apart."""
    tokens = figures.split()
    codes = [f"{group}.{part}" for group in FORM_FOUR_GROUPS for part in FORM_FOUR]
    facts = [fact_of(code, token) for code, token in zip(codes, tokens, strict=True)]
    cells = [Cell(printed(token)) for token in tokens]
    parts = [Cell(text, head=True) for text in FORM_FOUR_LABELS]
    names = ("行政复议", "未经复议直接起诉", "复议后起诉")
    if layout == "stacked":
        tables = [[[Cell(name, 5)], list(parts), cells[at * 5 : at * 5 + 5]] for at, name in enumerate(names)]
        tables[1].insert(0, [Cell("行政诉讼", 5)])
        return Block("<br/>".join(draw(table, skin) for table in tables), facts)
    if layout == "one-stacked":
        rows: list[Row] = []
        for at, name in enumerate(names):
            rows += [[Cell(name if at == 0 else f"行政诉讼（{name}）", 5)], list(parts), cells[at * 5 : at * 5 + 5]]
        return Block(draw(rows, skin), facts)
    if layout == "two":
        first = draw([[Cell("行政复议", 5)], list(parts), cells[:5]], skin)
        second = draw([[Cell("行政诉讼", 10)], [Cell(names[1], 5), Cell(names[2], 5)], [*parts, *parts], cells[5:]], skin)
        return Block(first + second, facts)
    upright = [Cell("\n".join(text[i : i + 2] for i in range(0, len(text), 2)), 1, 2, True) for text in FORM_FOUR_LABELS]
    rows = [
        [Cell("行政复议", 5, 1, True), Cell("行政诉讼", 10, 1, True)],
        [*upright, Cell(names[1], 5, 1, True), Cell(names[2], 5, 1, True)],
        [*parts, *parts],
        cells,
    ]
    if layout == "pipes":
        return Block(pipes(rows, tag), facts)
    if layout == "lines":
        return Block(lines(rows, tag), facts)
    return Block(draw(rows, skin), facts)
