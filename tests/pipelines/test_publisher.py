"""Who publishes a report: stated, read off other places, or rebuilt from the report's own words."""

from __future__ import annotations

import pytest

from pipelines.field.publisher import name_in_title, read_publisher
from pipelines.field.seen import Furniture
from pipelines.field.selfnames import self_nouns
from pipelines.field.statements import compiler

BARE = Furniture({}, (), (), ())


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("柳河县2018年政府信息公开工作年度报告", "柳河县"),
        ("2018年大河镇政府信息公开年报", "大河镇"),
        ("柳河县人民政府信息公开工作年度报告", "柳河县人民政府"),
        ("柳河县人民政府2018年度政府信息公开工作年度报告", "柳河县人民政府"),
        ("2025柳河县大河乡2025年度政府信息公开工作年度报告", "柳河县大河乡"),
        ("2023年度柳河市农业农村局政府信息公开年度报告", "柳河市农业农村局"),
        ("关于大河镇2019年政府信息公开工作情况的报告", "大河镇"),
        ("2019年政府信息公开工作年度报告（柳河县教育局）", "柳河县教育局"),
        ("二〇一二年柳河县政府信息公开年报", "柳河县"),
        ("柳河县卫生和计划生育局2015年政务公开工作总结", "柳河县卫生和计划生育局"),
        ("柳河县2008-2010年政府信息公开工作报告", "柳河县"),
        ("柳河县 大河镇 2019年 政府信息公开年报", "柳河县 大河镇"),
        ("柳河市东城区经一街道办事处2021年政府信息公开工作年度报告", "柳河市东城区经一街道办事处"),
        ("国家税务总局柳河县税务局2020年政府信息公开工作年度报告", "国家税务总局柳河县税务局"),
        ("柳河县政府2019年信息公开工作年度报告", "柳河县政府"),
        ("www. 12345.com2016年政府信息公开工作年度报告", "www. 12345.com"),
        ("政府信息公开年报—柳河县林业局", "柳河县林业局"),
        ("柳河县教育局关于2019年政府信息公开工作的报告", "柳河县教育局"),
        ("柳河县水务局2018年度政府信息公开工作报告", "柳河县水务局"),
        ("安徽省政务公开办公室2017年政府信息公开年度报告", "安徽省政务公开办公室"),
        ("柳河县人民政府信息公开办公室2017年政府信息公开年度报告", "柳河县人民政府信息公开办公室"),
        ("澳门新葡京,娱乐场2018年政府信息公开年报", "澳门新葡京,娱乐场"),
        ("柳河县农业农村局（乡村振兴局）2021年政府信息公开年报", "柳河县农业农村局（乡村振兴局）"),
        ("建新镇2018年政府信息公开年报", "建新镇"),
        ("柳河县新城区中村乡2018年政府信息公开年报", "柳河县新城区中村乡"),
        ("柳河县人民政府办公室关于印发柳河县2018年政府信息公开工作年度报告的通知", "柳河县"),
        ("大河镇人民政府关于印发《大河镇2018年政府信息公开工作年度报告》的通知", "大河镇"),
        ("柳河县林业局关于报送2018年政府信息公开工作年度报告的报告", "柳河县林业局"),
        ("柳河县林业局关于上报《2018年度政府信息公开年度报告》的函", "柳河县林业局"),
        ("关于公开柳河县林业局2018年政府信息公开年度报告的通知", "柳河县林业局"),
        ("东湖街2020年政府信息公开工作年度报告", "东湖街"),
        ("大河镇2014年度信息年度公开报告", "大河镇"),
        ("柳河縣民政局關於2014年度政府信息公開工作情況的報告", "柳河縣民政局"),
        ("2019年政府信息公开年报", None),
        ("我局2019年政府信息公开年报", None),
        ("政府信息公开年报（2019年）", None),
        ("年度报告", None),
    ],
)
def test_reads_the_publishers_place_in_a_title(title: str, name: str | None) -> None:
    assert name_in_title(title) == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("本报告由柳河县人民政府办公室按照《条例》要求编制。", "柳河县人民政府办公室"),
        ("本年度报告由大河镇人民政府根据有关规定编制。", "大河镇人民政府"),
        ("根据通知要求，由柳河县教育局编制，特向社会公布。", "柳河县教育局"),
        ("本年报由柳河县司法局负责编制。", "柳河县司法局"),
        ("本报告由柳河县政务服务局牵头，会同有关部门编写。", "柳河县政务服务局"),
        ("本报告由我局办公室编制。", None),
        ("本报告由概述、主动公开情况、附表等部分组成。", None),
        ("", None),
    ],
)
def test_reads_who_compiled_a_report(sentence: str, name: str | None) -> None:
    assert compiler(sentence) == name


def test_a_division_in_the_title_means_its_government() -> None:
    publisher = read_publisher("柳河县2018年政府信息公开年报", BARE, "本报告由柳河县人民政府办公室根据要求编制。我县高度重视。")
    assert (publisher.name, publisher.printed, publisher.inferred) == ("柳河县人民政府", "柳河县", False)
    assert publisher.compiled_by == "柳河县人民政府办公室"


def test_a_government_named_nowhere_is_inferred() -> None:
    publisher = read_publisher("大河镇2018年政府信息公开年报", BARE, "我镇高度重视。")
    assert (publisher.name, publisher.printed, publisher.inferred) == ("大河镇人民政府", "大河镇", True)


@pytest.mark.parametrize(
    ("furniture", "text", "name"),
    [
        (BARE, "本报告由柳河县教育局编制。我局高度重视。", "柳河县教育局"),
        (BARE, "本报告由柳河县人民政府办公室编制。我县各部门积极落实，我县工作进展良好。", "柳河县人民政府"),
        (BARE, "本报告由柳河县人民政府办公室编制。我办高度重视，我办人员齐备。", "柳河县人民政府办公室"),
        (Furniture({"发布机构": "柳河县水利局"}, (), (), ()), "我局高度重视。", "柳河县水利局"),
        (
            Furniture({}, (), (), ("首页", "乡镇信息公开", "大河乡", "政府信息公开年报")),
            "我乡高度重视，我乡实际。",
            "大河乡人民政府",
        ),
        (Furniture({}, (), (), ("首页", "大河镇人民政府", "年报")), "我镇高度重视。", "大河镇人民政府"),
        (Furniture({}, ("东岭区文化旅游局", "引 言"), (), ()), "东岭区文化旅游局\n引 言\n我局报告如下。", "东岭区文化旅游局"),
        (BARE, "2018年，我局做好公开工作。\n填报单位(盖章):柳河县粮食局\n", "柳河县粮食局"),
        (BARE, "2018年，我镇做好公开工作。\n柳河县大河镇人民政府\n2019年1月10日", "柳河县大河镇人民政府"),
        (BARE, "根据要求，特向社会公布市南区城阳镇2018年度政府信息公开年度报告。我镇落实，我镇公开。", "市南区城阳镇人民政府"),
        (BARE, "2018年，经一街道办事处认真落实条例。", "经一街道办事处"),
        (BARE, "现将柳河县环境保护局2018年1至12月的政府信息公开工作情况报告如下。县环保局做好工作。", "柳河县环境保护局"),
        (BARE, "柳河市自然资源局依据《条例》编制2018年政府信息公开工作年度报告。本局公开信息。", "柳河市自然资源局"),
        (BARE, "如有疑问，请与柳河县水务局办公室联系。我局公开。", "柳河县水务局"),
        (Furniture({}, (), (), (), (), ("柳河县民政局",)), "我局公开信息。", "柳河县民政局"),
        (Furniture({"发布机构": "柳河县人民政府办公室"}, (), (), ("大河镇",)), "我镇公开，我镇落实。", "大河镇人民政府"),
        (Furniture({"发布机构": "政府办"}, (), (), ()), "无", None),
        (BARE, "现将2018年大河镇政府信息公开年度报告向社会公布。", "大河镇人民政府"),
        (BARE, "特向社会公布2018年度柳河县林业局政府信息公开工作年度报告。我局公开。", "柳河县林业局"),
        (BARE, "以及2018年度柳河市林业局（以下简称“我局”）工作编制，本市各单位落实，本市公开。", "柳河市林业局"),
        (BARE, "柳河市林业局（以下简称市林业局）按要求公开，本市各单位落实，本市公开。", "柳河市林业局"),
        (BARE, "根据要求，由柳河市国税局、柳河市地税局（以下简称我局）编制。", "柳河市国税局"),
        (BARE, "根据要求，由柳河市统计局围绕2020年公开情况编制而成。我局公开。", "柳河市统计局"),
        (BARE, "我局制定了《柳河县林业局信息发布制度》，我局落实。", "柳河县林业局"),
        (BARE, "我局重视公开。成立了柳河县林业局信息公开工作领导小组，我局落实。", "柳河县林业局"),
        (BARE, "2018年，东湖街按照区的部署推进。我街受理申请1件。东湖街网站公开信息。", "东湖街道办事处"),
        (BARE, "本报告由柳河县公安局指挥中心办公室编制。我局落实，我局公开。", "柳河县公安局"),
        (BARE, "如有疑问，请与柳河市公安局信息公开领导小组办公室联系。我局公开。", "柳河市公安局"),
        (BARE, "如有疑问，请与经一街道办事处办公室联系。街道按要求公开。", "经一街道办事处"),
        (BARE, "2018年，我区公开。开发区管委会落实，开发区企业参与。", None),
        (BARE, "2018年度我乡没有收到申请。2018年，大河乡未收取费用。", "大河乡人民政府"),
    ],
)
def test_finds_a_publisher_that_the_title_does_not_name(furniture: Furniture, text: str, name: str | None) -> None:
    assert read_publisher("2018年政府信息公开年报", furniture, text).name == name


HIJACKED = """根据《市人民政府办公室关于印发柳河市2016年度工作方案的通知》(柳河府办发〔2016〕4号)编制，可在柳河政府网下载。
我局向省林业厅报送信息。市园林和城市绿化局认真落实，我局公布电话。
《市园林局新闻工作规定》印发执行。柳河公开办多次指导，本局完善网站。"""


def test_rebuilds_a_department_whose_name_was_replaced() -> None:
    publisher = read_publisher("www. 12345.com2016年政府信息公开工作年度报告", BARE, HIJACKED)
    assert (publisher.name, publisher.printed, publisher.inferred) == ("柳河市园林和城市绿化局", "www. 12345.com", True)


def test_rebuilds_a_town_whose_name_was_replaced() -> None:
    text = "我镇高度重视。大河镇党委多次研究，大河镇各村配合。大河微博发布信息，我镇实际。"
    publisher = read_publisher("澳门新葡京2018年政府信息公开年报", BARE, text)
    assert (publisher.name, publisher.printed, publisher.inferred) == ("大河镇人民政府", "澳门新葡京", True)


def test_a_replaced_name_that_the_text_does_not_tell_stays_unknown() -> None:
    publisher = read_publisher("www. 12345.com2016年政府信息公开工作年度报告", BARE, "工作稳步推进。")
    assert (publisher.name, publisher.printed, publisher.inferred) == (None, "www. 12345.com", False)


def test_counts_what_a_report_calls_itself() -> None:
    assert self_nouns("我县实际，我县级单位，本局人员，我镇") == {"县": 1, "局": 1, "镇": 1}
