"""The labels of index tables: what the rows above an article are called, however a site maker sets them."""

from __future__ import annotations

import re

from pipelines.folding import fold

LABELS = (
    "索引号", "索引编号", "信息索引号", "索取号", "备注/文号", "发文字号", "公文文号", "文件编号", "文号",
    "发文时间", "发文日期", "成文日期", "成文时间", "公文生成日期", "生成日期", "生成时间", "公开日期", "公开时间",
    "发布日期", "发布时间", "印发日期", "发文机关", "发文机构", "发文单位", "发布机构", "发布机关",
    "发布单位", "公开机构", "公开单位", "公开主体", "责任部门", "公开责任部门", "信息来源", "主题分类", "信息分类",
    "组配分类", "体裁分类", "服务对象", "主题词", "关键词", "公开方式", "公开形式", "公开范围",
    "公开时限", "公开程序", "效力属性", "有效性", "效力状态", "信息名称", "标题", "名称",
    "内容概述", "内容概览", "废止日期", "失效日期", "有效期", "生效日期", "分类", "关键字",
    "所属机构", "信息有效性", "时效", "公开类别", "公开属性", "载体类型", "记录形式", "信息格式",
    "语种", "语言", "责任编辑", "录入员", "录入人", "审核人", "点击数", "浏览次数",
)  # fmt: skip
SPELLED = "|".join(r"\s{0,3}".join(label) for label in sorted(LABELS, key=len, reverse=True))
"""Any label, its letters spaced out or not."""

_ROW = re.compile(rf"\[? ?(?:{SPELLED}|来源|编辑|作者)\s{{0,3}}(?:[\]:|]|$)")
_NAME = re.compile(rf" ?(?:{SPELLED}) ?")
_SET_OFF = re.compile(r"\[[^\[\]]{2,10}\]|[^:]{2,10}:|(?:\[[^\[\]]{2,10}\]|[\u4e00-\u9fff ]{2,8}:).{0,40}")


def is_row(line: str) -> bool:
    """Whether a line is a row of an index table: label, then its value behind a bracket, a colon or a cell's edge.

    >>> is_row("【公开日期】2011-02-28"), is_row("索 引 号 | 11725324"), is_row("名称多样")
    (True, True, False)
    """
    return _ROW.match(fold(line[:80]).lstrip()) is not None


def names_row(line: str) -> bool:
    """Whether a line is the bare label of a row: its value stands in the next cell."""
    return len(line) <= 20 and _NAME.fullmatch(fold(line)) is not None


def is_set_off(text: str) -> bool:
    """Whether a short text is set like a label, known or not: 【责任编辑】, 审核：李四. It is no other label's value."""
    return _SET_OFF.fullmatch(fold(text[:60]).strip()) is not None
