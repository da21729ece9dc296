"""The fullest form in which a report prints its publisher, and abbreviations that it explains."""

from __future__ import annotations

import pytest

from pipelines.field.fullest import fullest, long_name


@pytest.mark.parametrize(
    ("name", "text", "full"),
    [
        ("大河镇人民政府", "本报告由柳河市东岭县大河镇编制。", "柳河市东岭县大河镇人民政府"),
        ("大河镇人民政府", "2018年，我镇按要求公开。\n东岭县大河镇人民政府\n2019年1月10日", "东岭县大河镇人民政府"),
        ("大河镇人民政府", "现公布东岭县大河镇人民政府2018年度报告。", "东岭县大河镇人民政府"),
        ("大河镇人民政府", "如有疑问请与东岭县大河镇党政办公室联系。", "东岭县大河镇人民政府"),
        ("东岭县民政局", "柳河市东岭县民政局\n柳河市东岭县民政局2016年报告如下", "柳河市东岭县民政局"),
        ("经一街道办事处", "在柳河市东城区人民政府经一街道办事处工作的基础上编制。", "柳河市东城区人民政府经一街道办事处"),
        ("大河镇人民政府", "总结 柳河市大河镇人民政府", "柳河市大河镇人民政府"),
        ("大河镇人民政府", "全文包括东岭县大河镇政府信息公开总体情况。", "东岭县大河镇人民政府"),
        ("大河镇人民政府", "2018年，东岭县大河镇将公开作为重点。", "东岭县大河镇人民政府"),
        ("东岭区房屋征收办公室", "柳州市东岭区房屋征收办公室\n2013年12月31日", "柳州市东岭区房屋征收办公室"),
        ("东岭市大河镇人民政府", "特编制2012年度东岭市大河镇政府信息公开年度报告并公布。", "东岭市大河镇人民政府"),
        ("乌兰苏木人民政府", "特向社会公布柳河旗乌兰苏木人民政府2025年情况。", "柳河旗乌兰苏木人民政府"),
    ],
)
def test_takes_the_divisions_that_the_text_prints_before_the_name(name: str, text: str, full: str) -> None:
    assert fullest(name, text) == full


@pytest.mark.parametrize(
    "text",
    [
        "大河镇按照要求公开信息。",
        "地址：柳河市东岭县大河镇人民政府一楼",
        "联系地址为柳河市东岭县大河镇中路1号",
        "前往东岭县大河镇大河村查看",
        "根据县大河镇工作安排",
        "我县大河镇人民政府",
        "全县大河镇人民政府",
        "",
    ],
)
def test_an_address_or_a_word_before_the_name_is_no_part_of_it(text: str) -> None:
    assert fullest("大河镇人民政府", text) == "大河镇人民政府"


def test_looks_at_the_head_and_the_foot_of_a_long_report() -> None:
    middle = "工作平稳。" * 4000
    assert fullest("大河镇人民政府", f"大河镇。{middle}\n东岭县大河镇人民政府\n2019年1月") == "东岭县大河镇人民政府"


def test_a_text_made_of_one_name_costs_no_more() -> None:
    assert fullest("大河镇人民政府", "县大河镇" * 20_000) == "大河镇人民政府"


@pytest.mark.parametrize(
    ("short", "text", "name"),
    [
        ("市水管办", "本报告由柳河市水库移民管理办公室（以下简称市水管办）编制。", "柳河市水库移民管理办公室"),
        ("市水管办", "柳河市水库移民管理办公室(下称“市水管办”)按要求公开。", "柳河市水库移民管理办公室"),
        ("云岫山管委会", "云岫山风景名胜区管理委员会编制本报告。", "云岫山风景名胜区管理委员会"),
        ("柳河县疾控中心", "柳河县疾病预防控制中心公布本报告。", "柳河县疾病预防控制中心"),
        ("市水管办", "柳河市水库移民管理条例（以下简称市水管办）", None),
        ("市水管办", "根据条例（以下简称《条例》），市水管办公开信息。", None),
        ("市水管办", "", None),
    ],
)
def test_an_abbreviation_has_the_name_that_it_stands_for(short: str, text: str, name: str | None) -> None:
    assert long_name(short, text) == name


@pytest.mark.parametrize(
    ("short", "text", "name"),
    [
        ("民宗局", "2011年民宗局年报\n岩柏县民族宗教事务局认真贯彻《条例》，成效明显。", "岩柏县民族宗教事务局"),
        ("县农机局", "2011年，柳河县农业机械管理局按照要求编制。", "柳河县农业机械管理局"),
        ("市城管局", "一、概述\n云川省柳河市城市管理局坚持公开。", "云川省柳河市城市管理局"),
        ("区人社局", "东岭区人力资源和社会保障局根据条例编制本报告。", "东岭区人力资源和社会保障局"),
        ("政务办", "柳河县政务服务办公室主动公开信息。", "柳河县政务服务办公室"),
        ("县农机局", "柳河市农业机械管理局高度重视各县局的工作。", None),
        ("民宗局", "按照岩柏县民族宗教事务局要求，民宗局公开信息。", None),
        ("民宗局", "岩柏县民政局积极配合。", None),
        ("民宗局", "岩柏县民族宗教事务局原局长受表彰。", None),
        ("柏山县民宗局", "岩柏县民族宗教事务局认真贯彻。", None),
    ],
)
def test_a_short_name_has_that_of_the_office_with_which_the_report_begins(short: str, text: str, name: str | None) -> None:
    assert long_name(short, text) == name
