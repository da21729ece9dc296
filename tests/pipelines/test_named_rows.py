"""Lines in which each number stands behind a name are rows; sentences are none."""

from __future__ import annotations

import pytest

from pipelines.form.labels import is_form_label
from pipelines.layout.named_rows import named_row
from pipelines.outline import outline_of_text


def cells(line: str) -> list[str] | None:
    row = named_row(line, is_form_label)
    if row is None:
        return None
    assert all(line[cell.start : cell.start + len(cell.text)] == cell.text for cell in row.row.cells)
    return [cell.text for cell in row.row.cells]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("规章：本年制发件数1，本年废止件数 12；", ["规章", "本年制发件数", "1", "本年废止件数", "12"]),
        ("行政许可：上一年项目数量2、本年增/减-1、处理决定数量1,048件。",
         ["行政许可", "上一年项目数量", "2", "本年增/减", "-1", "处理决定数量", "1,048件"]),
        ("第二十条第（一）项 规章：本年新制作数量0，对外公开总数量 2。", ["规章", "本年新制作数量", "0", "对外公开总数量", "2"]),
        ("1.属于国家秘密：自然人为3，其他（4）", ["1.属于国家秘密", "自然人", "3", "其他", "4"]),
        ("（七）总计：3，0，0，/，—，0，3", ["（七）总计", "3", "0", "0", "/", "—", "0", "3"]),
        ("自然人，商业企业，科研机构，总计", ["自然人", "商业企业", "科研机构", "总计"]),
        ("收到申请数5件，其中：当面申请数2件", ["收到申请数", "5件", "其中：当面申请数", "2件"]),
        ("自然人10商业企业0科研机构2", ["自然人", "10", "商业企业", "0", "科研机构", "2"]),
        ("自然人１０件商业企业0件总计10件", ["自然人", "１０", "商业企业", "0", "总计", "10"]),
        ("危及国家安全、公共安全、经济安全和社会稳定0件，涉及商业秘密1件",
         ["危及国家安全、公共安全、经济安全和社会稳定", "0件", "涉及商业秘密", "1件"]),
    ],
)  # fmt: skip
def test_reads_a_row_told_in_a_line(line: str, expected: list[str]) -> None:
    assert cells(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "全年收到申请5件，答复5件。", "规章：本年制发件数1，都已公开。", "行政许可：共办理3件，同比增长5%。",
        "联系电话：0123，4567", "",
        "10自然人0商业企业0科研机构", "自然人10商业企业0自然人2", "自然人10商业企业0",
        "自然人10某某企业0科研机构2", "自然人1商业企业0总计²",
        "收到申请数5件，都已办结3件", "规章：", "：3，4", "，，，，", "自然人，商业企业，等等", "规章：本年制发件数",
    ],
)  # fmt: skip
def test_leaves_sentences_alone(line: str) -> None:
    assert cells(line) is None


def test_a_few_such_lines_in_prose_stay_prose() -> None:
    text = "一、申请情况\n收到申请数5件，当面申请数2件\n申请办结数5件，按时办结数5件\n本年度工作进展顺利。"
    assert outline_of_text(text).grids == ()


@pytest.mark.parametrize(
    "line", ["规章：" + "1，" * 190, "：" * 400, "1" * 400, "规章" + "为" * 390 + "1", "，1" * 199 + "：2", "—" * 399 + "1"]
)
def test_hostile_lines_are_bounded(line: str) -> None:
    assert outline_of_text("\n".join([line] * 200)).text
