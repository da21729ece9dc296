"""Labels of the forms from which words were lost: clear where one row alone can be meant."""

from __future__ import annotations

import pytest

from pipelines.form.labels import Kind, nearest


@pytest.mark.parametrize(
    ("label", "kind", "name"),
    [
        ("二、上年结转信息公开申请数", "row3", "applications.carried_in"),
        ("一、本年新收信息公开申请数", "row3", "applications.new"),
        ("6.属四类过程信息", "row3", "applications.denied_process_information"),
        ("5.属三类内部事务信息", "row3", "applications.denied_internal_affairs"),
        ("8.属行政查询事项", "row3", "applications.denied_administrative_query"),
        ("2.没有现成信息需制作", "row3", "applications.unavailable_needs_creation"),
        ("3.补正后内容仍不明确", "row3", "applications.unavailable_still_unclear"),
        ("4.无理由大量反复申请", "row3", "applications.not_processed_excessive"),
        ("结转下年继续办", "row3", "applications.carried_out"),
        ("行政事业收费", "subject", "行政事业性收费"),
    ],
)
def test_a_short_label_that_lost_a_word_or_two_is_clear(label: str, kind: Kind, name: str) -> None:
    assert [word.name for word in nearest(label, (kind,)).clear] == [name]


@pytest.mark.parametrize(
    "label",
    [
        "信息公开申请",
        "申请数量",
        "属于信息",
        "属类信息",
        "公开政府信息申请数量",
        "不予处理申请",
        "不予处理申请数",
        "不予公开的信息",
        "无法提供申请数",
        "上年度新收申请数量",
        "其中网上申请",
    ],
)
def test_what_several_rows_may_have_been_is_none_of_them(label: str) -> None:
    assert nearest(label, ("row3",)).clear == ()
