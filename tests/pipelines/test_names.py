"""What the shape of an office's name says."""

from __future__ import annotations

import pytest

from pipelines.field.names import full_name, is_foreign, is_name, level_of, seat_of


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("柳河县", "柳河县人民政府"),
        ("柳河县人民政府", "柳河县人民政府"),
        ("柳河县政府", "柳河县人民政府"),
        ("大河镇", "大河镇人民政府"),
        ("大河乡政府", "大河乡人民政府"),
        ("经一街道", "经一街道办事处"),
        ("经一街道办", "经一街道办事处"),
        ("柳河县教育局", "柳河县教育局"),
        ("柳河县政府办公室", "柳河县人民政府办公室"),
        ("柳河县政府办", "柳河县人民政府办公室"),
        ("东岭区府办", "东岭区人民政府办公室"),
        ("乌兰盟", "乌兰盟行政公署"),
        ("东岭地区", "东岭地区行政公署"),
        ("乌兰苏木", "乌兰苏木人民政府"),
        ("柳河市经济开发区", "柳河市经济开发区"),
        ("柳河自治州", "柳河自治州人民政府"),
        ("柳河县妇女联合会", "柳河县妇女联合会"),
        ("大河鎮", "大河鎮人民政府"),
        ("东湖街", "东湖街道办事处"),
        ("东大街", "东大街"),
        ("桃园区", "桃园区人民政府"),
        ("柳河工业园区", "柳河工业园区"),
    ],
)
def test_gives_a_name_in_full(printed: str, full: str) -> None:
    assert full_name(printed) == full


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("安徽省人民政府", "province"),
        ("内蒙古自治区人民政府", "province"),
        ("重庆市人民政府", "province"),
        ("东岭地区行政公署", "prefecture"),
        ("乌兰盟行政公署", "prefecture"),
        ("湘西土家族苗族自治州人民政府", "prefecture"),
        ("永宁县人民政府", "county"),
        ("正蓝旗人民政府", "county"),
        ("福州市晋安区人民政府", "county"),
        ("浦东新区人民政府", "county"),
        ("玉树藏族自治州玉树市人民政府", "county"),
        ("恩施土家族自治县人民政府", "county"),
        ("海盐县沈荡镇人民政府", "township"),
        ("樟木乡人民政府", "township"),
        ("温图高勒苏木人民政府", "township"),
        ("道里区经纬街道办事处", "township"),
        ("诸暨市安华镇党政办公室", "township"),
        ("龙山民族乡人民政府", "township"),
        ("柳河縣大河鎮人民政府", "township"),
        ("兴国县农业农村局", "department"),
        ("丽水市人民政府办公室", "department"),
        ("柳河县卫生和计划生育委员会", "department"),
        ("柳河县发展和改革委员会", "department"),
        ("安徽省财政厅", "department"),
        ("柳河县人民医院", "department"),
        ("柳河县第一中学校", "department"),
        ("国家税务总局柳河县税务局", "department"),
        ("柳河县残疾人联合会", "department"),
        ("柳河县农业农村局（乡村振兴局）", "department"),
        ("柳河县公安局交警大队", "department"),
        ("柳河县大数据管理中心", "department"),
        ("柳河县经济开发区管理委员会", "department"),
        ("东岭高新技术产业开发区管理委员会", "county"),
        ("柳河市东城区北郊办事处", "township"),
        ("北郊办事处", "township"),
        ("柳河县人民政府驻北京办事处", "department"),
        ("东湖街道办事处", "township"),
        ("柳州市發展和改革委員會", "department"),
        ("柳河市信訪辦", "department"),
    ],
)
def test_reads_the_level_off_a_name(name: str, level: str) -> None:
    assert level_of(name) == level


@pytest.mark.parametrize(
    ("text", "code", "level"),
    [
        ("各县（市、区）人民政府按照要求", None, "prefecture"),
        ("各乡镇、街道认真落实", None, "county"),
        ("", "330300", "prefecture"),
        ("", "3303810007", "county"),
        ("本市（县级）的数据包括各镇", None, "county"),
        ("柳河撤县设市已有十年", None, "county"),
        ("全市工作平稳", None, None),
    ],
)
def test_a_city_needs_more_than_its_name(text: str, code: str | None, level: str | None) -> None:
    assert level_of("柳河市人民政府", text, code) == level


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("泉州市人民政府", "prefecture"),
        ("荣成市人民政府", "county"),
        ("福建省晋江市人民政府", "county"),
        ("湖北省荆州市人民政府", "prefecture"),
        ("毕节市人民政府", None),
    ],
)
def test_a_city_of_the_gazetteer_has_its_level_unless_it_was_both(name: str, level: str | None) -> None:
    assert level_of(name) == level


@pytest.mark.parametrize(
    ("text", "level"), [("辖区各村按要求公开", "township"), ("各乡镇按要求公开", "county"), ("工作平稳", None)]
)
def test_an_administration_zone_is_what_lies_under_it(text: str, level: str | None) -> None:
    assert level_of("柳河管理区", text) == level


@pytest.mark.parametrize(
    "words",
    [
        "www. 57365.com",
        "澳门新葡京",
        "hbdiao",
        "某某棋牌",
        "德赢VWIN",
        "puroview.com",
        "海棠直播",
        "某某娱乐城官网",
        "老虎机游戏",
        "小额贷款平台",
        "www．abc．com",
    ],
)
def test_knows_words_that_cannot_be_an_office(words: str) -> None:
    assert is_foreign(words)
    assert not is_name(words)


@pytest.mark.parametrize(
    "name",
    [
        "永宁县",
        "六盘水市水库和生态移民局",
        "柳河县体育局",
        "柳河县文化和旅游局",
        "金沙县",
        "皇冠镇",
        "澳门路街道",
        "太阳乡",
        "银河街道",
        "金沙江街道",
    ],
)
def test_a_place_with_an_odd_name_stays_an_office(name: str) -> None:
    assert not is_foreign(name)
    assert is_name(name)


@pytest.mark.parametrize(
    "words", ["我局", "本镇", "全县", "我县", "年度", "各部门", "", "县", "关于", "人民政府", "我街道", "本机关"]
)
def test_a_pronoun_or_title_word_is_no_name(words: str) -> None:
    assert not is_name(words)


def test_knows_whose_general_office_an_office_is() -> None:
    assert seat_of("永宁县人民政府办公室") == "永宁县"
    assert seat_of("南平市人民政府信息公开工作领导小组办公室") == "南平市"
    assert seat_of("安华镇党政办公室") == "安华镇"
    assert seat_of("永宁县教育局") is None
