"""Counts in brackets are read like any others; what brackets leave out is not counted."""

from __future__ import annotations

import re

import pytest

from pipelines.wording.plain.bracketed import unbracketed, without_uncounted


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("包括养殖（12条）、种植（8条）", "包括养殖 12条 、种植 8条 "),
        ("养殖（12条，占60%）、种植（8条，占40%）。", "养殖 12条 、种植 8条 。"),
        ("网站(1,205条)、微信(96条)", "网站 1,205条 、微信 96条 "),
        ("机构信息（6条）、政策文件（20条）、其他40条", "机构信息 6条 、政策文件 20条 、其他40条"),
        ("办结12件（8件）、答复12件（9件）", "办结12件（8件）、答复12件（9件）"),
        ("养殖信息（12条）公开及时", "养殖信息（12条）公开及时"),
    ],
)
def test_opens_the_brackets_of_a_list_only(text: str, read: str) -> None:
    assert re.sub(" +", " ", unbracketed(text)) == read
    assert len(unbracketed(text)) == len(text)


@pytest.mark.parametrize("inside", ["不含各村张贴的90条", "系统抓取的850条未计入", "不包括转载信息40条"])
def test_blanks_what_was_not_counted(inside: str) -> None:
    text = f"公开信息300条（{inside}），其中公告20条"
    assert without_uncounted(text) == "公开信息300条" + " " * (len(inside) + 2) + "，其中公告20条"


def test_keeps_brackets_that_divide() -> None:
    assert without_uncounted("公开信息88条（其中网站70条、微信18条）") == "公开信息88条（其中网站70条、微信18条）"
