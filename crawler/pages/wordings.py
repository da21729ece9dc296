"""How index pages name annual reports and the columns that hold them: loose readings that only decide what is fetched.

Whether a page is an annual report is settled by the pipelines; here a doubtful title counts as worth a look.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_GLOSS = re.compile(r"[(（][a-zà-üāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ]{1,7}[)）]?", re.IGNORECASE)
_REPORT = re.compile(
    r"年[报報]|年度[报報]告|[公開开][开開][^，。；]{0,14}(?:[报報]告|[总總][结結]|情[况況])|年度[^，。；]{0,24}(?:[报報]告|[总總][结結])"
)
_CUT = re.compile(r"(?:…|\.{2,}|。。)\s*$")
_OPENNESS = re.compile(r"[公開开][开開]|政[务務]|年度|(?<!\d)20\d\d(?!\d)")
_COLUMN = re.compile(r"公[开開](?:工作)?(?:年度[报報]告|年[报報])|^年度[报報]告(?:[专專][栏欄])?$|^年[报報](?:[专專][栏欄])?$")
_SLUG = re.compile(r"nb(?:newnb|gz|zl)?$|ndbg|gknb|xxgknb|annualreport|ndgzbg|xxndbg", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_YEAR_LINK = re.compile(r"^(?:19|20)\d\d\s*年?(?:度)?(?:[报報]告|年[报報])?$")
_WAY = re.compile(
    r"^(?:政府|政[务務])?信息公[开開](?:[专專][栏欄]|平台|目[录錄])?$|^政[务務]公[开開]$|^法定主[动動]公[开開]内?容?$"
)
_ARTICLE = re.compile(
    r"/t\d{8}_\d+\.|/art_\d+_\d+\.|/post_\d+\.|/[0-9a-f]{24,32}[./]|/info/\d+/\d+\.|/c\d\d_\d+\.|/\d{5,12}\.s?html?$|/20\d\d/\d+/"
)
_TOWN = re.compile(r"^[\u4e00-\u9fff]{1,9}(?:镇|鎮|乡|鄉|街道|苏木|街道办事处|街道办|办事处|管委会|开发区)(?:人民政府)?$")
_ALL_TOWNS = re.compile(r"^(?:各|全县|全区|全市|本级|下辖|所辖)?(?:[乡鄉镇鎮、和及办]|街道|苏木){2,8}$|^(?:各|全)?(?:街道|苏木)$")
_TOWN_SECTION = re.compile(
    r"^([\u4e00-\u9fff]{1,9}?(?:镇|鎮|乡|鄉|街道|苏木)(?:办事处|人民政府)?)(?:政府)?(?:(?:信息|政[务務]|[镇乡][务務])?公[开開]|年[报報])"
)
_UNIT = re.compile(r"^[\u4e00-\u9fff]{1,20}(?:局|委|委员会|办|办公室|办公厅|厅|中心|管委会|支队|大队|总队|公司|分局|监管所)$")
_NAVIGATION = re.compile(
    r"^(?:首\s?[页頁]|[上下前后末尾][一]?\s?[页頁]|更多\W*|返回.{0,4}|[打列]印|[关關][闭閉]|登[录錄]|注[册冊]|\W*|\d{1,4}|确定|跳转|.{0,6}[>»]{1,2})$"
)


def plain_title(title: str) -> str:
    """A title without the pinyin that disguising kits put after characters, and without white space."""
    return "".join(_GLOSS.sub("", title).split())


def looks_like_report(title: str) -> bool:
    """Whether a list title may be an annual report's; one cut with … counts when what is left speaks of openness or a year."""
    plain = plain_title(title[:300])
    return bool(_REPORT.search(plain)) or bool(_CUT.search(plain) and _OPENNESS.search(plain))


def is_navigation(title: str) -> bool:
    """Whether an anchor's text is a button of the page and not the title of anything."""
    return bool(_NAVIGATION.match(title.strip()[:40]))


def names_column(text: str) -> bool:
    """Whether a heading, breadcrumb part or link text is the name of an annual-report column."""
    plain = plain_title(text[:100])
    return len(plain) <= 30 and bool(_COLUMN.search(plain)) and not _YEAR.search(plain)


def is_article_address(url: str) -> bool:
    """Whether an address has the shape that some CMS gives to articles, so that it is no list."""
    return bool(_ARTICLE.search(url.split("?")[0]))


def slug_of_column(url: str) -> bool:
    """Whether an address has the folder name of an annual-report column (`zfxxgknb_97478`, `ndbg`, `n2019/xxgknb`)."""
    folders = urlsplit(url).path.split("/")[:-1]
    return any(_SLUG.search(re.sub(r"[_\d]+$", "", folder)) for folder in folders[-4:])


def is_year_link(text: str) -> bool:
    """Whether a link text is nothing but a year (`2019`, `2021年`, `2018年度年报`)."""
    return bool(_YEAR_LINK.match("".join(text.split())))


def leads_to_columns(text: str) -> bool:
    """Whether a link may lead towards an annual-report column: the openness section, or a town's own pages."""
    plain = plain_title(text[:60])
    return bool(_WAY.match(plain) or _TOWN.match(plain))


def is_town(text: str) -> bool:
    """Whether a link text is nothing but the name of a town, a subdistrict or their office."""
    plain = plain_title(text[:60])
    return bool(_TOWN.match(plain)) and not _ALL_TOWNS.match(plain)


def town_in(text: str) -> str | None:
    """The town whose pages a link leads to: 大垅乡 of 大垅乡政府信息公开; None for a link that names none, or all of them."""
    plain = plain_title(text[:60])
    found = _TOWN_SECTION.match(plain)
    name = found[1] if found else plain
    return name if is_town(name) else None


def is_unit(text: str) -> bool:
    """Whether a link text is nothing but the name of a bureau or office that reports for itself."""
    return bool(_UNIT.match(plain_title(text[:60])))


def years_in(title: str) -> frozenset[int]:
    """The four-digit years that a title names."""
    return frozenset(int(year) for year in _YEAR.findall(title[:300]))
