"""Folding for matching never moves a character."""

from __future__ import annotations

import pytest

from pipelines.folding import fold, squeeze


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("２０１８年１月１日－１２月３１日", "2018年1月1日-12月31日"),
        ("（县级）：〔2018〕24号", "(县级):[2018]24号"),
        ("ＡＢｃ＠１６３．ｃｏｍ", "ABc@163.com"),
        ("全角\u3000空格\xa0", "全角 空格 "),
        ("政府信息公開年報——總結", "政府信息公开年报--总结"),
        ("普通文字", "普通文字"),
    ],
)
def test_folds_width_and_script_and_keeps_every_place(printed: str, folded: str) -> None:
    assert fold(printed) == folded
    assert len(fold(printed)) == len(printed)


def test_squeezes_every_kind_of_space() -> None:
    assert squeeze("索 引\u3000号\xa0：\n1") == "索引号：1"
