"""Kinds that are said one by one to have been disclosed: taken beside a form, which tells the figures; look-alikes are not."""

from __future__ import annotations

import pytest

from pipelines.outline import outline_of_text
from pipelines.prose import prose_facts

_TITLE = "青山县人民政府2022年政府信息公开工作年度报告"


def _kinds(sentence: str, form: bool = True) -> dict[str | None, str]:
    outline = outline_of_text(f"{_TITLE}\n一、总体情况\n{sentence}")
    facts = prose_facts(outline, 2022, forms=[0] if form else [])
    return {fact.category: str(fact.value) for fact in facts if fact.category}


@pytest.mark.parametrize(("sentence", "kinds"), [
    ("全年公布养殖补贴名单6份、水质监测公告52条和防汛信息18条。", {"养殖补贴名单": "6", "水质监测公告": "52", "防汛信息": "18"}),
    ("印发文件13件，公开惠农政策9件。", {"惠农政策": "9"}),
    ("在县政府门户网站公开任前公示7条，转载省内要闻44条。", {"任前公示": "7"}),
    ("及时发布旱情、墒情等有关通报公告27条。", {"通报公告": "27"}),
    ("青山县政府在县政府网站公开会议纪要4份、政策解读9篇、水权交易信息约60余条，其它涉农公文5件。",
     {"会议纪要": "4", "水权交易信息": "60", "其它涉农公文": "5"}),
    ("公开全县各类公文17件（县政府公文12件，县政府办公文5件）、抗旱通告3件。",
     {"公文": "17", "县政府公文": "12", "县政府办公文": "5", "抗旱通告": "3"}),
    ("主动公开政府信息910条。抓好防汛信息公开，发布信息26条。", {"防汛": "26"}),
    ("县政府网站全年渔政类信息更新量6条，水情动态信息更新量58条。", {"渔政类": "6", "水情动态": "58"}),
    ("信息公开网站的水情动态信息发布31篇。", {"水情动态": "31"}),
    ("主动公开政府信息（90）条，其中：政府信息公开（12）条、渔政类信息（78）条。", {"政府信息公开": "12", "渔政类信息": "78"}),
    ("主动公开信息9条。主要类别如下：\n1.鱼苗投放:主要公开各乡投放鱼苗的信息,本年度新增信息9条,占100%。", {"鱼苗投放": "9"}),
    ("公开抗旱文件5件，配套发布图文、视频等解读信息14篇。", {"抗旱文件": "5"}),
    ("青山县人民政府公开任前公示7件、墒情概况2件、水权改革4件、代表建议办理情况5件、移民安置3件。",
     {"任前公示": "7", "墒情概况": "2", "水权改革": "4", "移民安置": "3"}),
    ("每天转载省内汛情，全年累计更新渔政信息44条。", {"渔政信息": "44"}),
    ("公开了《旱情预案》、《节水办法》等各类抗旱文件12件。", {"抗旱文件": "12"}),
    ("全县制发主动公开的抗旱公文12件。", {"抗旱公文": "12"}),
    ("主动公开县政府和县政府办信息321条。", {}),
])  # fmt: skip
def test_takes_kinds_one_by_one(sentence: str, kinds: dict[str, str]) -> None:
    assert _kinds(sentence) == kinds


@pytest.mark.parametrize("sentence", [
    "2021年公开招商信息31条。",
    "明年计划公开村规民约20件。",
    "通过微信公众号发布惠农政策12条、农时信息3条。",
    "县农业局公开农时信息20条。",
    "公开征集意见建议12条，收到来信3件。",
    "向县档案馆移交公开文件31份。",
    "政策文件查询系统公开文件9份。",
    "发布解读材料31件，其中乡政府文件9件。",
    "数据发布信息12条。",
    "公开县政府常务会议18次。",
    "深化政务公开，发布信息26条。",
    "各类公开主体共发布信息130余条。",
    "主动公开信息9条，其中政府信息公开9条。",
    "公开政府信息大概600条，抽查网页9次，发现错误19条。",
])  # fmt: skip
def test_takes_nothing_of_look_alikes(sentence: str) -> None:
    assert _kinds(sentence) == {}


def test_takes_no_single_domain_without_a_form() -> None:
    assert _kinds("全年发布防汛信息18条。") == {"防汛信息": "18"}
    assert _kinds("全年发布防汛信息18条。", form=False) == {}
