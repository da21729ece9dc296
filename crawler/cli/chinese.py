"""What the rules found in one report, in Chinese: by the labels that the form prints, for whoever writes the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from models.codebook import APPLICANTS, Edition, indicators_of, other_rules_in_chinese
from models.wordings import GAP
from pipelines.identities import Rule, Term, rules

Record = Mapping[str, Any]
_OUTCOMES = {"fail": "不符", "uncertain": "无法核对", "not_assessable": "无从核对"}
_OPERATORS = {"=": "应等于", "<=": "应不大于", ">=": "应不小于"}
_MOST, _FEW = 8, 3
"""Cells, and rows of the form, that are named."""
_ASIDE = re.compile(r"\([^()]{9,}\)")
_ABOVE = "三、本年度办理结果 / "
_CELL = re.compile(r"table (\d+) row (\d+) column (\d+)")
_FIRST_YEAR = re.compile(r"\(N(?:[+-]\d)? is (\d{4})")
_AT = re.compile(r" in ([a-z_0-9.]+)$")
_MISSING = re.compile(rf"; {GAP}: ([^…]+?)(?: …)?(?: in [a-z_0-9.]+)?$")


def in_chinese(record: Record) -> list[str]:
    """A sentence a finding that does not pass and that nobody dismissed, in order; what lacks the same cells is told once."""
    places: dict[tuple[str, str], list[str]] = {}
    for finding in record["findings"]:
        if finding["outcome"] in _OUTCOMES and finding.get("review") != "dismissed":
            head, place, tail = _parts(record, finding)
            places.setdefault((f"{_OUTCOMES[finding['outcome']]}（{finding['rule']}）：{head}", tail), []).append(place)
    return [_joined("；", head, _joined("，", _joined("、", *named), tail)) for (head, tail), named in places.items()]


def _joined(mark: str, *parts: str) -> str:
    return mark.join(filter(None, parts))


def _parts(record: Record, finding: Record) -> tuple[str, str, str]:
    """What must hold; the column or row; what was found there and in which cells."""
    facts = [record["facts"][number - 1] for number in finding["facts"]]
    rule = next((rule for rule in rules() if rule.identity.rule == finding["rule"]), None)
    if rule is not None:
        edition = record["form_edition"] or rule.identity.editions[0]
        place = _AT.search(finding["message"])
        found = _gaps(finding, edition) or _sides("左边", "右边", finding) + _cells(facts)
        return _holds(rule, edition, finding["message"]), _place(place[1], edition) if place else "", found
    stated = [fact["raw"] for fact in facts if fact["origin"] == "prose"]
    if finding["rule"] == "any-prose" and stated:
        printed = [label(fact["code"], record["form_edition"] or "") for fact in facts if fact["origin"] != "prose"]
        return f"正文（{'、'.join(stated)}）与表格{_named(printed)}应一致", "", _sides("正文", "表格", finding) + _cells(facts)
    sides = "；".join(str(side) for side in (finding["left"], finding["right"]) if side)
    said = f"发现：{sides}" if sides else ""
    return other_rules_in_chinese().get(finding["rule"]) or str(finding["message"]), "", said + _cells(facts)


def _holds(rule: Rule, edition: str, message: str) -> str:
    said = _FIRST_YEAR.search(message) if len(rule.years) > 1 else None
    year = int(said[1]) - min(rule.years) if said else None
    left, right = (_sum(terms, edition, year) for terms in (rule.left, rule.right))
    return f"{left}{_OPERATORS[rule.identity.operator]}{right}".strip()


def _sum(terms: Iterable[Term], edition: str, year: int | None) -> str:
    """A side in words; `year` is the rule's N where it speaks of two years."""
    said = ""
    for term in terms:
        sign = "－" if term.sign < 0 else "＋" if said else ""
        said += sign + (f" {year + term.offset} 年的" if year is not None else "") + _term(term, edition)
    return said


def _term(term: Term, edition: str) -> str:
    if not term.wildcard:
        return f"“{label(term.name, edition)}”"
    codes = [code for code in _indicators(edition) if code.startswith(term.name)]
    if len(codes) == 1:
        return f"“{label(codes[0], edition)}”"
    return f"“{label(codes[0], edition).split(' / ')[0]}”各项" if codes else term.name


def _place(at: str, edition: str) -> str:
    return f"“{APPLICANTS[at]}”列" if at in APPLICANTS else f"“{label(at, edition)}”行"


def _sides(left: str, right: str, finding: Record) -> str:
    first, second = (_number(finding[side]) for side in ("left", "right"))
    return f"{left}为 {first}，{right}为 {second}"


def _number(side: str | None) -> str:
    """The sum of a side, without its parts."""
    said = (side or GAP).split(" (of ")[0]
    return "空白" if said == GAP else said


def _gaps(finding: Record, edition: str) -> str:
    missing = _MISSING.search(finding["message"])
    if missing is None or finding["outcome"] == "fail":
        return ""
    return "缺少或空白：" + _named([label(code, edition) for code in missing[1].split(", ")])


def _named(labels: Sequence[str]) -> str:
    """The first few of several rows of the form, each once."""
    each = list(dict.fromkeys(labels))
    return "、".join(f"“{one}”" for one in each[:_FEW]) + (f"等 {len(each)} 项" if len(each) > _FEW else "")


def _cells(facts: Sequence[Record]) -> str:
    """Where the numbers stand that count."""
    found = [(cell, fact["value"]) for fact in facts if fact["value"] and (cell := _CELL.search(fact["where"]))]
    if not found:
        return ""
    said = [f"第{cell[1]}张表第{cell[2]}行第{cell[3]}列（{value}）" for cell, value in found[:_MOST]]
    return "；见" + "、".join(said) + (" 等" if len(found) > _MOST else "")


def label(code: str, edition: str) -> str:
    """What the form prints beside a figure, without its asides: `(五)不予处理 / 2.重复申请`; the code where no form has it."""
    if code in APPLICANTS:
        return APPLICANTS[code]
    for one in (edition, *get_args(Edition)):
        if code in (known := _indicators(one)):
            return _ASIDE.sub("", known[code]).removeprefix(_ABOVE)
    return code


def _indicators(edition: str) -> dict[str, str]:
    known = get_args(Edition)
    return {code: one.label for code, one in indicators_of(edition).items()} if edition in known else {}
