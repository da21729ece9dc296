"""Pages that stand beside the reports and are none: guides, regulations, website tables, rule-of-law reports, budgets, news."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

from demo.entry import Entry
from demo.places import Publisher, SitePlan

Made = tuple[str, list[str]]


def _guide(p: Publisher, year: int, rng: Random) -> Made:
    return f"{p.short}政府信息公开指南", [
        f"为方便公众查找和获取政府信息，{p.name}编制本指南，内容有变动时随时更新。",
        "一、公开的范围。机构职能、政策文件、财政收支、行政执法等信息，除依法不予公开的外，都在网站专栏里发布。",
        f"二、申请的办法。可以当面递交，也可以邮寄或者网上填写申请表，答复期限为20个工作日，办公室电话{p.phone}。",
        "三、收费标准按国家统一规定执行，少量获取信息不收费用。",
    ]


def _rules(p: Publisher, year: int, rng: Random) -> Made:
    return f"{p.short}政府信息依申请公开工作规定", [
        "第一条　为规范依申请公开工作，保障申请人依法获取政府信息，制定本规定。",
        "第二条　各单位收到申请后应当当日登记，需要补正的，自收到之日起7个工作日内一次性告知。",
        f"第三条　{p.here}各单位每季度第1个月的10日前报送上季度受理情况。",
        f"第四条　本规定自{year}年{rng.randint(3, 11)}月1日起施行。",
    ]


def _website(p: Publisher, year: int, rng: Random) -> Made:
    rows = (("信息发布总数（单位：条）", rng.randint(800, 9000)), ("概况类信息更新量", rng.randint(3, 60)),
            ("政务动态信息更新量", rng.randint(300, 5000)), ("信息公开目录信息更新量", rng.randint(200, 3000)),
            ("网站总访问量（单位：次）", rng.randint(90_000, 900_000)), ("收到留言数量（单位：条）", rng.randint(5, 300)),
            ("办结留言数量（单位：条）", rng.randint(1, 5)), ("政策解读稿件数量（单位：篇）", rng.randint(2, 50)))  # fmt: skip
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    return f"{p.short}政府网站工作年度报表（{year}年度）", [
        f"填报单位：{p.name}办公室",
        f'<table border="1"><tr><th>项目</th><th>数量</th></tr>{table}</table>',
    ]


def _law(p: Publisher, year: int, rng: Random) -> Made:
    return f"{p.short}{year}年法治政府建设年度报告", [
        f"{year}年，{p.here}把法治政府建设列入年度考核，现将情况报告如下。",
        f"一、主要做法。全年组织学法活动{rng.randint(4, 15)}次，审查合同{rng.randint(10, 90)}件。",
        f"依法办理行政复议案件{rng.randint(1, 20)}件，出庭应诉{rng.randint(1, 9)}次。",
        "二、不足之处。基层执法人员持证率有待提高，普法形式比较单一。",
        "三、明年安排。继续推进执法公示、全过程记录和重大决定法制审核。",
    ]


def _notice(p: Publisher, year: int, rng: Random) -> Made:
    return f"关于做好{year}年政府信息公开工作年度报告编制和公布工作的通知", [
        "各有关单位：",
        f"为做好{year}年度政府信息公开工作年度报告的编制工作，现就有关事项通知如下。",
        f"一、各单位请于{year + 1}年1月15日前把本单位的年度报告报送办公室，逾期将予以通报。",
        "二、报告按照规定的格式编写，数据要与平时的登记台账核对一致，没有发生的事项填写0。",
        f"联系电话：{p.phone}",
    ]


def _news(p: Publisher, year: int, rng: Random) -> Made:
    return f"{p.short}举办{year}年政务公开业务培训会", [
        f"近日，{p.name}组织召开政务公开业务培训会，{rng.randint(30, 200)}人参加。",
        "会上讲解了年度报告怎样填写、申请怎样登记、哪些内容需要保密审查，并就去年检查出来的问题逐条说明。",
        "会议要求，各单位要把公开工作落实到人，杜绝栏目长期不更新。",
    ]


def _budget(p: Publisher, year: int, rng: Random) -> Made:
    total = rng.randint(2000, 90000) / 10
    return f"{p.short}{year}年部门预算公开说明", [
        f"一、收支总体情况。{year}年收入预算{total}万元，支出预算{total}万元，收支平衡。",
        f"二、“三公”经费。公务用车运行费{rng.randint(10, 200) / 10}万元，公务接待费{rng.randint(5, 90) / 10}万元。",
        "三、其他说明。政府采购、国有资产占用等情况详见附表。",
    ]


def _work(p: Publisher, year: int, rng: Random) -> Made:
    return f"{year}年{p.short}政府工作报告（摘要）", [
        f"过去一年，{p.here}经济运行总体平稳，完成固定资产投资{rng.randint(10, 99)}.{rng.randint(1, 9)}亿元。",
        f"新改建农村道路{rng.randint(20, 120)}公里，改造老旧小区{rng.randint(2, 30)}个，新增就业{rng.randint(300, 4000)}人。",
        "今年要抓好产业、民生、生态三件大事，确保各项目标如期完成。",
    ]


def _catalogue(p: Publisher, year: int, rng: Random) -> Made:
    return f"{p.short}主动公开基本目录（{year}年版）", [
        "本目录列明公开事项、公开主体、公开时限和公开渠道，由各单位对照执行。",
        "机构职能：变更之日起20个工作日内公开。财政预决算：批复后20日内公开。年度报告：每年1月31日前公开。",
    ]


_COUNTY: tuple[Callable[[Publisher, int, Random], Made], ...] = (
    _guide, _rules, _website, _law, _notice, _news, _budget, _work, _catalogue, _website, _law, _notice,
)  # fmt: skip
_TOWN = (_guide, _law, _news, _budget)


def _html(parts: list[str]) -> str:
    return "\n".join(part if part.startswith("<table") else f"<p>　　{part}</p>" for part in parts)


def of_publisher(site: SitePlan, p: Publisher, serial: int) -> list[Entry]:
    """The decoys of one publisher's column, numbered from `serial`; always the same for the same names."""
    rng, entries = Random(f"decoys/{p.name}"), []
    kinds = _COUNTY if p.level == "county" else _TOWN
    for number, make in enumerate(kinds):
        year = rng.randint(*p.years)
        title, parts = make(p, year, rng)
        published = date(year + 1, rng.randint(1, 12), rng.randint(1, 28))
        index = f"{p.code:0<9}/{published.year}-{serial + number:05d}"
        entries.append(Entry(title, published, _html(parts), serial + number, p, f"{p.name}办公室", index))
    return entries
