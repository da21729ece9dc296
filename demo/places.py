"""Who publishes in the demo web: invented counties and towns in an invented province, and the sites they stand on.

No such place exists (division codes 99…, telephone area 0980, post codes 990…), so nobody can take a figure for real.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from demo.truth import Edition

PROVINCE = "岚江省"


@dataclass(frozen=True, slots=True)
class Publisher:
    """One government that publishes reports.

    name     the full name (`青岚县人民政府`), `short` the place as its titles print it, `here` how the text says "our county"
    path     division names from the province down; `code` is the division's code (nine digits for a town)
    years    first and last year that are published at the start; `size` scales its figures (about the items a year)
    """

    name: str
    short: str
    here: str
    level: Literal["county", "township"]
    code: str
    path: tuple[str, ...]
    years: tuple[int, int]
    size: int
    slug: str
    edition: Callable[[int], Edition | None]
    bare_titles: bool = False

    @property
    def seat(self) -> str:
        """The name without 人民政府, as the building's address begins."""
        return "".join(self.path[1:])

    @property
    def phone(self) -> str:
        """An invented telephone number, always the same for a publisher."""
        return f"0980-{5_330_000 + int(self.code) % 9_973:07d}"

    @property
    def postcode(self) -> str:
        """An invented post code."""
        return f"990{int(self.code[:6]) % 900 + 100:03d}"


@dataclass(frozen=True, slots=True)
class SitePlan:
    """One site of the demo web: who publishes on it, in which CMS family, and in which bytes."""

    key: str
    name: str
    name_en: str
    family: str
    domain: str
    code: str
    path: tuple[str, ...]
    publishers: tuple[Publisher, ...]
    codec: Literal["utf-8", "gbk", "gb18030"]
    declared: str
    caveats: str
    level: Literal["county", "township"] = "county"


def by_year(year: int) -> Edition | None:
    """The form edition that the rules ask for: none to 2013, then 2014, 2019 and 2021."""
    if year < 2014:
        return None
    return "2014" if year < 2019 else "2019" if year < 2021 else "2021"


def late(year: int) -> Edition | None:
    """A town that writes prose to 2018 and then goes on with the form of 2014 after it was replaced."""
    return None if year < 2019 else "2014" if year < 2021 else "2021"


def never(year: int) -> Edition | None:
    """A town that never fills in a form."""
    return None


def _county(name: str, city: str, code: str, years: tuple[int, int], size: int, slug: str) -> Publisher:
    return Publisher(f"{name}人民政府", name, "我县", "county", code, (PROVINCE, city, name), years, size, slug, by_year)


def _town(name: str, county: tuple[str, ...], code: str, years: tuple[int, int], size: int, slug: str,
          edition: Callable[[int], Edition | None], *, titled: str | None = None, bare: bool = False) -> Publisher:  # fmt: skip
    here = f"我{name[-1]}"
    short = titled or name
    return Publisher(f"{short}人民政府", short, here, "township", code, (*county, name), years, size, slug, edition, bare)


_LIN, _YAN = "临澜市", "砚浦市"
_QINGLAN = _county("青岚县", _LIN, "990121", (2012, 2024), 5200, "qlx")
_MOCHUAN = _county("墨汀县", _LIN, "990122", (2012, 2022), 3100, "mtx")
_HETING = _county("鹤隐县", _LIN, "990123", (2010, 2020), 1800, "hyx")
_CANGPING = _county("沧屏县", _YAN, "990222", (2016, 2021), 2600, "cpx")
_SHUANGQIAO = _county("霜渡县", _YAN, "990223", (2014, 2018), 1400, "sdx")
_TANGXI = _county("棠屿县", _YAN, "990225", (2019, 2023), 4100, "tyx")
_WEIBO = (PROVINCE, _YAN, "苇泊县")
_YINPU = (PROVINCE, _YAN, "银簟县")
_TOWNS = (
    _town("云簌镇", _WEIBO, "990221101", (2017, 2022), 210, "ysz", late, titled="苇泊县云簌镇"),
    _town("石萤乡", _WEIBO, "990221202", (2016, 2021), 130, "syx", never),
    _town("柳笛镇", _WEIBO, "990221103", (2018, 2022), 320, "ldz", by_year, bare=True),
)
_LUTING = _town("芦砚镇", _YINPU, "990224104", (2014, 2017), 180, "lyz", never, titled="银簟县芦砚镇")

PLANS: tuple[SitePlan, ...] = (
    SitePlan("qinglan", "青岚县人民政府门户网站", "Qinglan County", "trs", "www.qinglan-demo.gov.cn", "990121",
             _QINGLAN.path, (_QINGLAN,), "utf-8", "text/html; charset=utf-8", "TRS t-date pages, createPageHTML pager"),
    SitePlan("moting", "墨汀县人民政府网", "Moting County", "hanweb", "www.moting-demo.gov.cn", "990122",
             _MOCHUAN.path, (_MOCHUAN,), "gbk", "text/html; charset=GBK", "Hanweb col/art, XML store and dataproxy"),
    SitePlan("heyin", "鹤隐县政府信息公开网", "Heyin County", "static", "www.heyin-demo.gov.cn", "990123",
             _HETING.path, (_HETING,), "gb18030", "text/html", "plain files in GB18030 that no header or meta declares"),
    SitePlan("weibo", "苇泊县人民政府门户网站", "Weibo County portal", "ucap", "www.weibo-demo.gov.cn", "990221",
             _WEIBO, _TOWNS, "utf-8", "text/html; charset=UTF-8", "one column a town; old forms for years"),
    SitePlan("cangping", "沧屏县人民政府", "Cangping County", "generic", "www.cangping-demo.gov.cn", "990222",
             _CANGPING.path, (_CANGPING,), "gbk", "text/html; charset=ISO-8859-1",
             "the header says ISO-8859-1 or utf-8, the bytes are GBK"),
    SitePlan("shuangdu", "霜渡县人民政府网站", "Shuangdu County", "nfcms", "www.shuangdu-demo.gov.cn", "990223",
             _SHUANGQIAO.path, (_SHUANGQIAO,), "utf-8", "text/html; charset=utf-8", "one report of 2016 is hijacked"),
    SitePlan("luyan", "银簟县芦砚镇政府信息公开", "Luyan Town", "static", "www.luyan-demo.gov.cn", "990224104",
             _LUTING.path, (_LUTING,), "utf-8", "text/html; charset=utf-8",
             "the report of 2017 is in traditional script with pinyin glosses", "township"),
    SitePlan("tangyu", "棠屿县人民政府门户网站", "Tangyu County", "gkmlpt", "www.tangyu-demo.gov.cn", "990225",
             _TANGXI.path, (_TANGXI,), "utf-8", "text/html; charset=utf-8", "gkmlpt: the list is a JSON API"),
)  # fmt: skip
"""The sites in the order of their addresses, 127.0.0.2 first."""


def plan(key: str) -> SitePlan:
    """The plan of one site; KeyError names the keys there are."""
    for one in PLANS:
        if one.key == key:
            return one
    raise KeyError(f"no demo site {key!r}; there are {', '.join(p.key for p in PLANS)}")
