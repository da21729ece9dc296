
"""How a page of the genuineness set is drawn: a report of our own writing in a site maker's shell, with what a case changes."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Office:
    """Who publishes: full name, short name in titles, how it calls itself, place it stands in, telephone, post code, host."""

    name: str
    short: str
    here: str
    seat: str
    phone: str
    postcode: str
    host: str
    code: str


OFFICES = {
    "yongjia": Office(
        "永嘉县人民政府", "永嘉县", "我县", "永嘉县北城街道县前路94号", "0577-67222100", "325100", "www.yj.gov.cn", "330324"
    ),
    "luzhai": Office(
        "鹿寨县人民政府", "鹿寨县", "我县", "鹿寨县鹿寨镇建中路8号", "0772-6812345", "545600", "www.luzhai.gov.cn", "450223"
    ),
    "xingguo": Office(
        "兴国县社富乡人民政府", "社富乡", "我乡", "兴国县社富乡社富圩", "0797-5442000", "342400", "www.xingguo.gov.cn", "360732"
    ),
    "haiyan": Office(
        "海盐县通元镇人民政府",
        "海盐县通元镇",
        "我镇",
        "海盐县通元镇通丰路1号",
        "0573-86571000",
        "314311",
        "www.haiyan.gov.cn",
        "330424",
    ),
    "lps": Office(
        "六盘水市林业局",
        "六盘水市林业局",
        "我局",
        "六盘水市钟山区人民中路",
        "0858-8223000",
        "553001",
        "www.gzlps.gov.cn",
        "520200",
    ),
    "jinsha": Office(
        "金沙县人民政府", "金沙县", "我县", "金沙县鼓场街道", "0857-7221000", "551800", "www.gzjinsha.gov.cn", "520523"
    ),
    "raoping": Office(
        "饶平县公安局", "饶平县公安局", "我局", "饶平县黄冈镇", "0768-8883110", "515700", "www.raoping.gov.cn", "445122"
    ),
    "changan": Office(
        "西安市长安区韦曲街道办事处",
        "长安区韦曲街道",
        "我街道",
        "西安市长安区韦曲南街",
        "029-85292000",
        "710100",
        "www.changanqu.gov.cn",
        "610116",
    ),
}

PROSE = """{title}
根据《中华人民共和国政府信息公开条例》的要求，现公布{name}{year}年政府信息公开工作年度报告。本报告由{name}办公室编制，所列数据的统计期限为{year}年1月1日至{year}年12月31日。报告电子版可在政府门户网站（{host}）查阅，如有疑问请与{name}办公室联系（地址：{seat}，邮编：{postcode}，电话：{phone}）。
一、概述
{year}年，{here}把政府信息公开工作列入重要议事日程，明确专人负责，按月检查更新情况，政府信息公开目录和指南及时修订。
二、主动公开政府信息情况
全年主动公开政府信息218条，其中通过政府网站公开146条，通过政务微信公开41条，通过公开栏公开31条。{extra}
三、依申请公开政府信息情况
{year}年，{here}共收到政府信息公开申请3件，均已按时答复，其中同意公开2件，信息不存在1件。
四、政府信息公开收费及减免情况
{year}年，{here}未收取与政府信息公开有关的费用。
五、因政府信息公开申请行政复议、提起行政诉讼情况
{year}年，{here}未发生因政府信息公开引起的行政复议和行政诉讼。
六、存在的主要问题及改进措施
公开内容还不够细，更新还不够快。下一步将继续推进政府信息公开工作，充实政府信息公开栏目，完善政府信息公开审查制度。
{name}
{after}年1月18日"""

FORM = """{title}
本年度报告根据《中华人民共和国政府信息公开条例》编制，由{name}公布。数据统计期限自{year}年1月1日起至{year}年12月31日止，电子版可从{name}门户网站下载。联系电话：{phone}。
一、总体情况
（一）主动公开。{year}年，{here}公开各类信息402条，人民群众关心的事项做到了应公开尽公开。{extra}
（二）依申请公开。全年受理政府信息公开申请2件，全部在期限内答复。
（三）政府信息管理。落实信息发布审核，人民政府各办公室分工负责。
（四）平台建设。政府门户网站设有政府信息公开专栏，政务微信按日更新。
（五）监督保障。把政府信息公开工作纳入考核，举办培训1次。
二、主动公开政府信息情况
第二十条第（一）项 规章 0 行政规范性文件 3
三、收到和处理政府信息公开申请情况
本年新收政府信息公开申请数量2件，上年结转0件，予以公开1件，本机关不掌握相关政府信息1件。
四、政府信息公开行政复议、行政诉讼情况
行政复议0件，行政诉讼0件。
五、存在的主要问题及改进情况
主要问题是解读形式单一。{here}将增加图文解读，提高政府信息公开工作水平。
六、其他需要报告的事项
无其他需要报告的事项。"""

BODIES = {"prose": PROSE, "form": FORM}


@dataclass(frozen=True)
class Case:
    """One page and its label.

    verdicts  the verdicts that are right; `genuine` stands for "no alarm" (genuine or unknown)
    url       None gives an address on the office's own host
    swaps     what is replaced in the article (and in the heading, the title tag), in order
    extra     sentences put into the report; head, heading, title_tag, source, crumb, before, after: parts of the page
    publisher the true publisher where it must be found again
    """

    name: str
    verdicts: str
    office: str = "yongjia"
    body: str = "prose"
    year: int = 2016
    url: str | None = None
    swaps: tuple[tuple[str, str], ...] = ()
    extra: str = ""
    heading: str | None = None
    title_tag: str | None = None
    meta: tuple[tuple[str, str], ...] = ()
    head: str = ""
    source: str | None = None
    crumb: str | None = None
    before: str = ""
    inside: str = ""
    after: str = ""
    phone: str | None = None
    host_printed: str | None = None
    site_domain: bool = True
    publisher: str | None = None
    disguised: bool = False

    @property
    def alarm(self) -> bool:
        """Whether the page must be kept out of the reports to read."""
        return "genuine" not in self.verdicts

    @property
    def address(self) -> str:
        """Where the page stands."""
        office = OFFICES[self.office]
        return self.url or f"http://{office.host}/zwgk/zfxxgknb/{self.year + 1}01/t{self.year + 1}0118_4{self.year}.html"


def page(case: Case) -> str:
    """The page of a case as HTML text."""
    office = OFFICES[case.office]
    title = f"{office.short}{case.year}年政府信息公开工作年度报告"
    words = {
        "title": title,
        "name": office.name,
        "year": case.year,
        "after": case.year + 1,
        "here": office.here,
        "seat": office.seat,
        "postcode": office.postcode,
        "phone": case.phone or office.phone,
        "host": case.host_printed or office.host,
        "extra": case.extra,
    }
    lines = BODIES[case.body].format(**words)
    heading, tag = case.heading or title, case.title_tag or f"{title}_{office.seat[:3]}人民政府门户网站"
    source = case.source or f"{office.name}办公室"
    for old, new in case.swaps:
        lines, heading, tag, source = (text.replace(old, new) for text in (lines, heading, tag, source))
    article = "".join(f"<p>{line}</p>" for line in lines.split("\n"))
    meta = dict((("SiteName", f"{office.seat[:3]}人民政府"), ("SiteIDCode", f"{office.code}0001"), *case.meta))
    if case.site_domain:
        meta.setdefault("SiteDomain", office.host)
    tags = "".join(f'<meta name="{name}" content="{said}">' for name, said in meta.items())
    crumb = case.crumb or "首页 > 政务公开 > 政府信息公开年报"
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{tag}</title>{tags}{case.head}</head><body>{case.before}"
        f"<div class='pos'>当前位置：{crumb}</div><h1>{heading}</h1>"
        f"<div class='info'>发布时间：{case.year + 1}-01-18 10:20 来源：{source} 浏览次数：</div>"
        f"<div id='zoom'>{case.inside}{article}</div>{case.after}"
        f"<div class='foot'>主办：{office.seat[:3]}人民政府办公室 政府网站标识码 {office.code}0001</div></body></html>"
    )


def plain(markup: str) -> str:
    """The text of a page as a corpus has it: a line a paragraph, no markup."""
    body = markup.partition("<body>")[2]
    return re.sub(r"\n\s*\n+", "\n", re.sub(r"<[^>]+>", "\n", body)).strip()
