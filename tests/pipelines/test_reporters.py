"""Who reports: an administration, or a school, a hospital, a firm, which the openness of government does not bind."""

import pytest

from pipelines.kind.reporters import institution_in

COUNTED = "一、主动公开情况\n全年公开信息42条。\n二、依申请公开情况\n没有收到申请。\n"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("柳河大学2019-2020学年信息公开年度报告", COUNTED),
        ("柳河县第一中学2020年信息公开工作年度报告", COUNTED),
        ("2020年柳河县人民医院政府信息公开工作年度报告", "我院公开信息42条，医院网站已改版，医院收费公开。\n" + COUNTED),
        ("柳河县自来水有限公司2020年度信息公开年报", COUNTED),
        ("柳河二中2021年政府信息公开工作年度报告", "我校全年公开信息102条，学校网站改版滞后。\n" + COUNTED),
        ("柳河化工有限公司2010年度环境信息公开报告", "公司设环保部，主动公开环境信息26条。"),
        (None, "根据《供水企业信息公开实施办法》的要求，现将柳河县自来水厂2012年信息公开情况报告如下：\n" + COUNTED),
        ("供电信息公开情况报告", "根据《供电企业信息公开实施办法》的要求，将公开情况报告如下：\n" + COUNTED),
        ("2020年度环境信息公开年度报告（柳河化工有限公司）", "公司主动公开排污信息12条。"),
        ("柳河县人民法院2020年信息公开工作报告", "我院推进司法公开，法院网站公开文书42份，法院开放日2次。"),
        ("柳河县农村商业银行2020年度信息公开报告", COUNTED),
        ("关于柳河县中医院2021年度政府信息公开工作情况的报告", "我院以患者为中心，医院公开栏、医院网站常新。\n" + COUNTED),
        (None, "本报告依照条例要求，由柳河县妇幼保健院编制。\n" + COUNTED),
        ("信息公开年度报告", "依据《高等学校信息公开办法》，学校对2020-2021学年信息公开作了总结。\n" + COUNTED),
        (None, "柳河职业技术学院重视公开。我院公开栏更新及时，学院网站公开信息42条，学院领导带头。\n" + COUNTED),
        (None, "全院上下重视公开。我院在门诊大厅设公开栏，医院网站公开信息42条，医院收费一目了然。\n" + COUNTED),
        (
            "2021年度信息公开工作报告",
            "柳河县燃气集团有限公司根据《政府信息公开条例》第五十五条，编制本企业报告。本企业公开信息42条，公司热线畅通。",
        ),
        ("2021年信息公开报告", "柳河县第五中学2021年信息公开报告\n县教育局：\n按照要求，我校公布报告。学校公开信息42条。"),
        (None, "本公司依法公开信息。公司网站公开信息42条，公司热线全天开通。\n" + COUNTED),
    ],
)
def test_a_school_a_hospital_or_a_firm_is_known_as_the_one_that_reports(title: str | None, text: str) -> None:
    assert institution_in(title, text) is not None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("柳河县教育局2020年政府信息公开工作年度报告", "我局指导各学校公开信息，学校公开栏全覆盖，学校收费公开。\n" + COUNTED),
        (
            "柳河县卫生健康局2020年政府信息公开年度报告",
            "我局督促县医院、乡镇卫生院推行院务公开，医院公开栏更新及时。\n" + COUNTED,
        ),
        ("柳河县国资委2020年政府信息公开年度报告", "我委推动公司制改革，公司信息公开有序，公司年报按时披露。\n" + COUNTED),
        ("学院路街道办事处2020年政府信息公开年度报告", COUNTED),
        ("柳河大学城管理委员会2020年政府信息公开年度报告", COUNTED),
        ("柳河市医院管理局2020年政府信息公开年度报告", COUNTED),
        ("中国人民银行柳河县支行2020年政府信息公开年度报告", COUNTED),
        ("柳河县烟草专卖局（公司）2020年政府信息公开年度报告", COUNTED),
        ("中共柳河县委党校2020年政府信息公开年度报告", "我校公开信息42条。党校学员来自全县，党校班次公开。\n" + COUNTED),
        ("柳河行政学院2020年政府信息公开年度报告", COUNTED),
        (
            "2020年政府信息公开工作年度报告",
            "我县各学校、医院、公司推行办事公开，学校收费、医院药价、公司水价全部公开。\n" + COUNTED,
        ),
        ("2020年政府信息公开工作年度报告", "本报告由柳河县教育局编制，包括直属学校。\n" + COUNTED),
        (None, "柳河省教育厅按照《高等学校信息公开办法》推动高校公开，我厅全年公开信息900条。\n" + COUNTED),
        (None, COUNTED),
        ("2021年信息公开报告", "柳河县人民医院2021年公开药价42条。我局督促医院、公司公开信息，我局核查。\n" + COUNTED),
        (None, ""),
        ("柳河代开发票公司2016年政府信息公开工作年度报告", COUNTED),
        ("柳河市环境保护局2010年环境信息公开工作年度报告（公开版）", "督促公司、医院公开排污信息，我局公开42条。"),
        ("柳河县娱乐公司2016年信息公开年度报告", "我局主动公开政府信息42条。\n" + COUNTED),
    ],
)
def test_an_administration_that_speaks_of_schools_and_firms_is_none(title: str | None, text: str) -> None:
    assert institution_in(title, text) is None


def test_the_reason_names_the_body_that_reports() -> None:
    assert (
        institution_in("柳河县人民医院2020年信息公开年度报告", COUNTED)
        == "a report of 柳河县人民医院, which is no administration"
    )
