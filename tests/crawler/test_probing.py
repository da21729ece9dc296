"""Whose a portal is, which links are followed, which lists are found: the pure parts of the probe."""

import tomllib
from datetime import date

import pytest

from crawler.pages.base import IndexPage
from crawler.pages.document import parse
from crawler.pages.families import classes_of
from crawler.pages.paging import PageRequest
from crawler.pages.wordings import town_in
from crawler.probing.row import propose
from crawler.probing.search import Bounds, Search
from crawler.probing.verdict import is_openness_report, judge
from crawler.probing.ways import Way, ways_of
from crawler.probing.whose import Whose, claims_of, unit_division, whose
from models.divisions import gazetteer

HOME = "http://www.tsqs.gov.cn/"


def _index(html: str, url: str = HOME) -> IndexPage:
    html = f"<html><body>{html}</body></html>"
    index_class, _ = classes_of("auto", url, html)
    return index_class(parse(html), url, html, date(2024, 5, 6))


def _whose(html: str, url: str = HOME) -> Whose:
    return whose([claims_of(_index(html, url))], url)


def _code(place: Whose) -> str | None:
    return place.division.code if place.division else None


def _head(name: str, code: str = "") -> str:
    return f'<meta name="SiteName" content="{name}"><meta content="{code}" name="SiteIDCode">'


def test_a_name_with_one_reading_settles_whose_a_portal_is() -> None:
    assert _code(_whose("<title>首页_清水县人民政府门户网站</title>")) == "620521"
    assert _code(_whose("<title>首页</title><div>主办：湖口县人民政府办公室</div>", "http://1.2.3.4/")) == "360429"


def test_of_several_places_of_one_name_the_code_chooses_then_the_host() -> None:
    name = "朝阳区人民政府"
    assert _code(_whose(_head(name), "http://1.2.3.4/")) is None
    assert {one.code for one in _whose(_head(name), "http://1.2.3.4/").candidates} >= {"110105", "220104"}
    assert _code(_whose(_head(name, "2201040001"), "http://1.2.3.4/")) == "220104"
    assert _code(_whose(_head(name), "http://www.bjchy.gov.cn/")) is None


def test_a_code_alone_settles_nothing_and_a_code_of_elsewhere_unsettles() -> None:
    assert _code(_whose(_head("政务门户", "6205210001"))) is None
    assert [one.code for one in _whose(_head("政务门户", "6205210001")).candidates] == ["620521"]
    against = _whose(_head("清水县人民政府", "3604290001"))
    assert against.division is None
    assert "湖口县" in " ".join(against.reasons)


def test_a_place_in_no_list_keeps_its_name() -> None:
    place = _whose(_head("青岚县人民政府门户网站"))
    assert (place.division, place.place) == (None, "青岚县")


def test_a_town_is_looked_for_in_its_own_county_alone() -> None:
    hukou = gazetteer().of_code("360429")
    town = unit_division("付垅乡", hukou)
    assert town is not None
    assert town.code == "360429205"
    assert unit_division("中村乡", hukou) is None
    assert unit_division("付垅乡", None) is None


@pytest.mark.parametrize(
    ("label", "why"),
    [
        ("政府信息公开年报", "names annual reports"),
        ("法定主动公开内容", "names what must be published"),
        ("信 息 公 开", "the openness section"),
        ("乡镇（街道）", "a list of towns"),
        ("付垅乡", "a town's own pages"),
        ("政府信息公开指南", None),
        ("法治政府建设年度报告", None),
        ("2021年政府信息公开工作年度报告", None),
        ("下一页", None),
        ("县长信箱", None),
    ],
)
def test_what_a_link_promises(label: str, why: str | None) -> None:
    ways = ways_of(
        _index(f'<a href="/x/1/">{label}</a>' if why else f'<a href="/x/1.html">{label}</a>'), Way(PageRequest(HOME), "", 100, "")
    )
    assert [way.why for way in ways] == ([why] if why else [])


@pytest.mark.parametrize(
    ("label", "town"),
    [
        ("大垅乡", "大垅乡"), ("大垅乡政府信息公开", "大垅乡"), ("春城街道办事处信息公开年报", "春城街道办事处"), ("乡镇", None),
        ("乡镇政府信息公开", None), ("各乡镇、街道", None), ("街道", None), ("政府信息公开", None), ("乡村振兴局", None),
    ],
)  # fmt: skip
def test_the_town_that_a_link_leads_to(label: str, town: str | None) -> None:
    assert town_in(label) == town


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("清水县2020年政府信息公开工作年度报告", True),
        ("某乡信息公开2016年度工作总结", True),
        ("清水县2020年法治政府建设年度报告", False),
        ("关于做好2020年政府信息公开工作年度报告的通知", False),
        ("政府信息公开指南", False),
        ("2020年度部门决算公开报告", False),
    ],
)
def test_titles_of_annual_reports_and_of_their_look_alikes(title: str, is_one: bool) -> None:
    assert is_openness_report(title) is is_one


def _list(title: str, *titles: str) -> str:
    rows = "".join(f'<li><a href="/a/{at}0001.html">{name}</a><b>2022-01-1{at}</b></li>' for at, name in enumerate(titles))
    return f"<title>{title}</title><ul>{rows}</ul>"


def _judge(html: str, depth: int = 2, score: int = 100, path: str = "gk/nb/list.html") -> bool:
    column = judge(_index(html, HOME + path), Way(PageRequest(HOME), "链接", score, "", depth))
    return column is not None and column.is_sure


def test_a_named_column_with_reports_is_sure_and_one_of_other_reports_is_not() -> None:
    named, other = "政府信息公开年报-清水县", "年度报告-清水县"
    assert _judge(_list(named, "清水县2020年度报告", "清水县2019年度报告"))
    assert not _judge(_list(other, "清水县2020年法治政府建设年度报告", "清水县2019年法治政府建设年度报告"))
    assert not _judge(_list(named), score=30)


def test_a_home_page_that_shows_two_reports_is_no_column() -> None:
    assert not _judge(
        _list("清水县", "清水县2020年政府信息公开工作年度报告", "清水县2019年政府信息公开工作年度报告"),
        depth=0,
        path="index.html",
    )


def test_a_search_keeps_to_its_bounds() -> None:
    search = Search(HOME, Bounds(pages=3, depth=2))
    links = "".join(f'<a href="/zwgk/{number}/">政务公开</a>' for number in range(50))
    asked = []
    while (way := search.take()) is not None:
        asked.append(way.url)
        search.saw(way, _index(links.replace("/zwgk/", f"/zwgk/{len(asked)}/"), way.url))
    assert len(asked) == 3
    assert search.left > 50


def test_other_hosts_are_asked_only_where_a_link_to_openness_leads_there() -> None:
    search = Search(HOME)
    way = search.take()
    assert way is not None
    strangers = "".join(f'<a href="http://h{number}.gov.cn/">政府信息公开</a>' for number in range(9))
    search.saw(way, _index(f'<a href="http://b.com/">网站地图</a><a href="http://xxgk.tsqs.gov.cn/">网站地图</a>{strangers}'))
    assert "b.com" not in search.hosts
    assert "xxgk.tsqs.gov.cn" in search.hosts
    assert len(search.hosts) == 5


def test_the_row_of_a_settled_portal_needs_no_hand() -> None:
    search = Search(HOME)
    way = search.take()
    assert way is not None
    search.saw(way, _index('<title>清水县人民政府</title><a href="/nb/list.html">政府信息公开年报</a>'))
    way = search.take()
    assert way is not None
    titles = [f"清水县{year}年政府信息公开工作年度报告" for year in (2021, 2020, 2019)]
    search.saw(way, _index(_list("政府信息公开年报-清水县人民政府", *titles), HOME + "nb/list.html"))
    row = propose(search, whose(search.claims, HOME), date(2024, 5, 6))
    assert row is not None
    assert row.is_settled
    said = tomllib.loads(row.text)
    assert (said["key"], said["name"], said["level"], said["division"]["code"]) == (
        "qingshui",
        "清水县人民政府",
        "county",
        "620521",
    )
    assert said["start"] == [HOME + "nb/list.html"]
    assert said["visited"] is False
