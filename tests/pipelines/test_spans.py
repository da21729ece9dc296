"""What stretch of time a text covers: a year, or a month, a quarter, half a year, a year of school."""

import pytest

from pipelines.kind.spans import other_span

COUNTED = "一、主动公开情况\n公开信息42条。\n二、依申请公开情况\n没有收到申请。\n"


@pytest.mark.parametrize(
    "text",
    [
        "统计期限为2021年1月1日至2021年6月30日。\n" + COUNTED,
        "本统计所列数据的时限自2021年4月1日起至2021年6月30日止。\n" + COUNTED,
        "数据统计期限：2021年7月1日至2021年9月30日\n" + COUNTED,
        "统计数据期限为2020年9月1日至2021年8月31日。\n" + COUNTED,
        "现将我局上半年政务公开工作情况汇报如下：\n" + COUNTED,
        "现就第三季度信息公开有关情况通报如下：\n" + COUNTED,
        "现将柳河县供电局2012年1—6月信息公开情况报告如下：\n" + COUNTED,
        "现将今年第一季度公开情况总结如下。\n" + COUNTED,
        "上半年，县政府公文公开30件。\n上半年，收到申请4件。\n上半年，发生诉讼1件。\n",
        "上半年，我局公开信息42条。\n" + COUNTED + "三、下半年工作打算\n继续努力。",
    ],
)
def test_a_text_on_a_part_of_a_year_says_so(text: str) -> None:
    assert other_span(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "统计期限为2021年1月1日至2021年12月31日。\n" + COUNTED,
        "本报告所列数据的统计期限自2008年5月1日起至2008年12月31日止。\n" + COUNTED,
        "本局于2019年3月组建，数据统计期限为2019年4月1日至2019年12月31日。\n" + COUNTED,
        "本年报统计期限自2010年1月1日至2010年11月30日。\n" + COUNTED,
        "统计期限为2021年1月1日至12月31日。\n上半年，开展培训一次。\n上半年，测评排名靠前。\n上半年，公开文件30件。\n" + COUNTED,
        "全年公开信息42条，其中上半年20条，下半年22条。\n第一季度10条，第二季度10条，第三季度11条，第四季度11条。\n",
        "统计数据显示，2021年4月1日至4月30日政务公开主题月活动参与人数多。统计期限为2021年1月1日至2021年12月31日。\n" + COUNTED,
        "现将我局2012年1—12月信息公开情况报告如下：\n" + COUNTED,
        "现将我局2008年5月份至12月份政府信息公开情况报告如下：\n" + COUNTED,
        "第一季度10条，第二季度10条，第三季度11条，第四季度11条。\n" + COUNTED,
        COUNTED,
        "",
    ],
)
def test_a_text_on_a_year_is_not_taken_for_less(text: str) -> None:
    assert other_span(text) is None
