"""Items of information are read in 条 whatever their unit, cases in 件; things that have a unit of their own keep it."""

from __future__ import annotations

import pytest

from pipelines.wording.plain.case_units import case_units
from pipelines.wording.plain.item_units import Told, item_units


def items(line: str, told: Told | None = None) -> str:
    """The line as it is read."""
    read = list(line)
    for at, unit in item_units(line, told or Told()):
        read[at] = unit
    return "".join(read)


def cases(line: str) -> str:
    """The line as it is read."""
    read = list(line)
    for at, unit in case_units(line):
        read[at] = unit
    return "".join(read)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("主动公开政府信息184项，其中网站121项、微信63项", "主动公开政府信息184条，其中网站121条、微信63条"),
        ("发布各类信息408篇。按类别看，政策类222篇，动态类186篇", "发布各类信息408条。按类别看，政策类222条，动态类186条"),
        ("公开政府信息289篇，其中规范性文件3篇", "公开政府信息289条，其中规范性文件3件"),
        ("全年公开528项信息，其中网站公开446项", "全年公开528条信息，其中网站公开446条"),
        ("公开了财务、人事等方面信息共92项", "公开了财务、人事等方面信息共92条"),
        ("公开信息80条，其中公告52项、动态28项", "公开信息80条，其中公告52条、动态28条"),
    ],
)
def test_what_divides_the_information_has_its_unit(printed: str, read: str) -> None:
    assert items(printed) == read


@pytest.mark.parametrize(
    "line",
    [
        "公布权力清单3200项，行政许可52项",
        "公开权力清单信息3200项",
        "依申请公开政府信息7件，同意公开信息3件",
        "明年计划公开信息300项",
        "梳理公开目录58项",
        "发布解读文章7篇，其中图解4篇",
        "收到申请12件，网上6件",
        "去年公开信息171项",
    ],
)
def test_what_is_no_information_keeps_its_unit(line: str) -> None:
    assert items(line) == line


def test_what_a_report_told_goes_on_in_lines_and_for_media_but_not_for_requests() -> None:
    told = Told()
    assert items("公开信息1210项，其中：", told) == "公开信息1210条，其中："
    assert items("组织机构：121项。", told) == "组织机构：121条。"
    assert items("县政府网站发布851项。", told) == "县政府网站发布851条。"
    assert items("取消审批事项52项。", told) == "取消审批事项52项。"
    told = Told()
    assert items("公开信息210件。", told) == "公开信息210条。"
    assert items("来源为网上平台16件、邮寄8件。", told) == "来源为网上平台16件、邮寄8件。"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("行政复议案件4份，其中维持3份，纠正1份", "行政复议案件4件，其中维持3件，纠正1件"),
        ("回应事件17例，以其他方式回应8例", "回应事件17件，以其他方式回应8件"),
        ("对4宗舆情作出回应", "对4件舆情作出回应"),
        ("公报出刊6期，刊登文件74份", "公报出刊6期，刊登文件74件"),
        ("收到申请8例，网络5例，信函3例", "收到申请8件，网络5件，信函3件"),
        ("确诊病例3例，收到申请2例", "确诊病例3例，收到申请2例"),
        ("印发手册200份", "印发手册200份"),
    ],
)
def test_cases_and_events_are_counted_alike(printed: str, read: str) -> None:
    assert cases(printed) == read


@pytest.mark.parametrize("line", ["信息" + "公开" * 4000 + "7项", "公开信息7项，" + "网站1项、" * 4000, "复议1份维持" * 3000])
def test_a_line_made_to_stall_is_read_all_the_same(line: str) -> None:
    assert len(items(line)) == len(cases(line)) == len(line)
