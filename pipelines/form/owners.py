"""Whose form it is where several stand on one page: a department's in an attachment is not its county's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipelines.form.facts import Form

LOOK_BACK = 300
"""Characters before a form in which the lines stand that name it."""

LONGEST_CAPTION = 60
"""A longer line is a sentence."""

MOST_LINES = 4

_NUMBERING = re.compile(
    r"(?:附[件表录]?|表格?|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．])?\s?[一二三四五六七八九十\d]{0,3}\s?[:：.、]?\s?"
)
_FILLED_BY = re.compile(r"(?:填[报表]|报送|制表|编制|单位)(?:单位|部门|机关|名称)(?:[(（]盖?公?章[)）])?\s?[:：]\s?")
_REST = re.compile(
    r"(?:的|关于)?\s?(?:[(（]?(?:19|20)\d\d|政府信息|信息公开|政务公开|年度|本年|情况|数据|统计|报表|年报|[:：(（])"
)
_OFFICE = re.compile(
    r"(?:人民政府|政府|[局所站委厅院校科股处队]|委员会|办公室|办事处|中心|分局|管委会|公司|集团|医院|学校|[省市县区旗乡镇]|街道)(?:本级|本部|机关)?$"
)
_GOVERNMENT = re.compile(r"(?:人民政府|政府)?(?:办公室|办公厅)?(?:本级|本部|机关)?$")
_OWN = re.compile(r"^(?:本|我|全|各|所有|汇总|合计)|(?:汇总|合计)$")


def of_other_offices(
    text: str, forms: Sequence[Form], titles: Mapping[int, str], publisher: str | None
) -> list[Form]:
    """The forms whose caption names another office than the publisher; none where that is said of all of them.

    `text` is the page's, with the forms' places in it. A caption is a short line right above a form, or the title in its
    first row: `titles` has those of all grids.
    """
    if len(forms) < 2 or not publisher:
        return []
    others = []
    end = 0
    for form in forms:
        above = text[max(end, form.start - LOOK_BACK) : form.start].rstrip("\n")
        named = _named_above(f"{above}\n{titles.get(form.grids[0], '')}")
        end = form.end
        if named and not any(_is_same(name, publisher) for name in named):
            others.append(form)
    return others if len(others) < len(forms) else []


def _named_above(text: str) -> list[str]:
    """The offices that the short lines at the end of a text name, each the subject of its line: 附件1：大桥镇财政所数据."""
    found: list[str] = []
    for line in text.rstrip("\n").split("\n")[-MOST_LINES:]:
        if len(line) >= LONGEST_CAPTION or line.endswith(("。", "；", ";")):
            found.clear()  # what stands above a sentence is not this form's
            continue
        filled = _FILLED_BY.match(line)
        said = line[(filled or _NUMBERING.match(line)).end() :]  # type: ignore[union-attr] # it matches nothing too
        rest = _REST.search(said)
        name = said[: rest.start()] if rest else said
        if len(name) > 2 and _OFFICE.search(name) and not _OWN.search(name):
            found.append(name)
    return found


def _is_same(name: str, publisher: str) -> bool:
    """Whether a name may be the publisher's: the same but for 人民政府 and the county before it."""
    one, other = (_GOVERNMENT.sub("", text) for text in (name, publisher))
    return one.endswith(other) or other.endswith(one)
