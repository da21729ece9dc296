"""Pages served with status 200 in place of the page that was asked for: not found, maintenance, login, parked, the list.

None of them may become a version or a decoy: a bad night would then stand where a report stood. Each rule wants words that
such a page says of itself, near its top, and next to no text of its own; a page that speaks of openness is never one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from crawler.pages.base import IndexPage, title_tag
from crawler.pages.document import elements, squeeze, text_of
from crawler.pages.wordings import looks_like_report
from pipelines.items import FetchOutcome, View

_SAID = 500
_MOST_OWN = 700
_MANY_LINKS, _ENOUGH = 40, 10
_THING = r"(?:页面|頁面|网页|網頁|文件|内容|资源|文章|栏目|链接|地址|稿件)"
_MISSING = r"(?:不存在|已删除|被删除|已被移除|找不到|未找到|无法找到|已下线|已失效|走丢|丢失|已不在)"
_NOT_FOUND = re.compile(
    rf"{_THING}[^，。！!；]{{0,12}}{_MISSING}|(?:找不到|未找到|没有找到|无法找到|无法显示)[^，。]{{0,12}}{_THING}"
    rf"|您?(?:要|所|想)?(?:访问|查看|请求|浏览)的[^，。]{{0,16}}{_MISSING}"
    r"|(?<!\d)404(?!\d)[^\d]{0,12}(?:错误|not\s+found|页面|error|找不到)|(?:error|错误)[^\d]{0,6}404(?!\d)|^404$"
    r"|(?:page|file|url)\s+(?:was\s+|could\s+not\s+be\s+|cannot\s+be\s+)?(?:not\s+)?found\b",
    re.IGNORECASE,
)
_MAINTENANCE = re.compile(
    r"正在(?:进行)?[^，。]{0,8}(?:维护|升级|改版|建设|迁移)|(?:维护|升级|改版)(?:中|期间|公告|通知)"
    r"|(?:网站|系统|平台|服务器?|站点)[^。]{0,20}(?:暂停(?:服务|访问|开放)|停止访问|临时关闭|暂时关闭|已关闭|已关停|停机)"
    r"|(?:under|scheduled)\s+maintenance|temporarily\s+unavailable",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"登录|登陆|登錄|统一身份认证|身份验证|sign\s*in|log\s*in", re.IGNORECASE)
_PARKED = re.compile(
    r"域名[^。]{0,10}(?:出售|转让|过期|到期|停放|待售|交易)|(?:网站|域名|站点)[^。]{0,8}未(?:进行)?备案|没有找到站点|站点创建成功"
    r"|domain[^.]{0,30}(?:for\s+sale|parked|parking|expired)|buy\s+this\s+domain|welcome\s+to\s+nginx|apache2?\s[^.]{0,20}default\s+page"
    r"|iis\s+windows|^it\s+works!?",
    re.IGNORECASE,
)
_SUBJECTS = ("主动公开", "申请公开", "行政复议", "行政诉讼", "公开工作", "监督保障", "本年报", "本报告", "信息公开情况")
_UNSEEN = frozenset({"script", "style", "a", "select", "option", "button", "noscript", "textarea"})
_headings = elements("//h1 | //h2 | //h3")
_passwords = elements("//input[translate(@type, 'PASWORD', 'pasword') = 'password']")
_links = cast("Callable[[HtmlElement], float]", etree.XPath("count(//a[@href])"))
_string = cast("Callable[[HtmlElement], str]", etree.XPath("string()", smart_strings=False))
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class StandIn:
    """What stands in the place of a page: the outcome of its request, and in words what shows it."""

    outcome: FetchOutcome
    reason: str


def stand_in(view: View) -> StandIn | None:
    """What an article page is instead of an article; None for any honest page, and for any page that is not short."""
    if _is_long(view.content):
        return None
    lead = text_of(view.content, _SAID)
    return _judged(view.content.getroottree().getroot(), " ".join(filter(None, (view.title, view.heading))), lead)


def stand_in_of_list(document: HtmlElement, title: str) -> StandIn | None:
    """What a page without a row is instead of a list; None for a list that is only empty."""
    body = document.find("body")
    return _judged(document, title, text_of(body, _SAID) if body is not None else "")


def _judged(document: HtmlElement, title: str, lead: str) -> StandIn | None:
    named = squeeze(title)
    for outcome, pattern, words in _KINDS:
        found = pattern.search(named) or pattern.search(lead)
        if found and _is_bare(document):
            return StandIn(outcome, f"{words}: {found[0][:40]}")
    if _passwords(document) and (_LOGIN.search(named) or _links(document) <= 10) and _is_bare(document):
        return StandIn("login", "a form that asks for a password")
    headings = " ".join(text_of(heading, 60) for heading in islice(_headings(document), 5))
    found = _NOT_FOUND.search(headings) or _MAINTENANCE.search(headings)
    if found and _is_bare(document):
        return StandIn("soft_404" if found.re is _NOT_FOUND else "maintenance", f"its heading says: {found[0][:40]}")
    return None


_KINDS: tuple[tuple[FetchOutcome, re.Pattern[str], str], ...] = (
    ("parked", _PARKED, "a notice of the hoster"),
    ("soft_404", _NOT_FOUND, "status 200, and the page says that it is not there"),
    ("maintenance", _MAINTENANCE, "a notice of maintenance"),
)


def _is_long(content: HtmlElement) -> bool:
    """Whether an article has much text besides links and scripts: a quick count that settles all but the short pages."""
    own = len("".join(_string(content).split()))
    for element in islice(content.iter("a", "script", "style"), 300):
        own -= len("".join(_string(element).split()))
        if own <= _MOST_OWN:
            return False
    return own > _MOST_OWN


def _is_bare(document: HtmlElement) -> bool:
    """Whether a page has next to no text of its own (links aside), and none on the subject of openness."""
    own = own_text(document, _MOST_OWN + 1)
    return len(own) <= _MOST_OWN and sum(subject in own for subject in _SUBJECTS) < 2


def own_text(document: HtmlElement, longest: int = 4000) -> str:
    """The text of a page outside of links, scripts and controls, on one line, cut at `longest` characters."""
    body = document.find("body")
    return _own(body, longest) if body is not None else ""


def _own(element: HtmlElement, longest: int) -> str:
    pieces: list[str] = []
    size = 0
    for piece in islice(_pieces(element), 5000):
        pieces.append(piece)
        size += len(piece.strip())
        if size > 2 * longest:
            break
    return squeeze(" ".join(pieces))[:longest]


def _pieces(element: HtmlElement) -> Iterator[str]:
    hidden = 0
    for event, node in islice(etree.iterwalk(element, events=("start", "end")), 20_000):
        unseen = node.tag in _UNSEEN
        if event == "start":
            hidden += unseen
            if not hidden and node.text:
                yield node.text
        else:
            hidden -= unseen
            if not hidden and node.tail and node is not element:
                yield node.tail


class ListsServed:
    """The lists that a crawl has read, to know one again when it is served in place of an article."""

    def __init__(self) -> None:
        self._texts: dict[str, set[str]] = {}

    def instead_of_list(self, index: IndexPage) -> StandIn | None:
        """What a page is instead of a list; a list is remembered, at most a thousand of them."""
        title = squeeze(title_tag(index.document)[:500])
        if next(iter(index.read_entries()), None) is None:
            return stand_in_of_list(index.document, title)
        if len(self._texts) < 1000:
            self._texts.setdefault(title, set()).add(_words_of(index.document))
        return None

    def instead_of_page(self, view: View, announced: str | None = None) -> StandIn | None:
        """Says so when a page has the title and all the text of a list that was read before, or is a portal's and no article.

        `announced` is the title by which a list led to it.
        """
        if announced and looks_like_report(announced) and _is_portal(view, announced):
            return StandIn("wrong_page", f"a page of links was served in place of the article: {(view.title or '')[:40]}")
        texts = self._texts.get(view.title or "")
        if texts and _words_of(view.content.getroottree().getroot()) in texts:
            return StandIn("wrong_page", f"the list itself was served in place of the page: {(view.title or '')[:40]}")
        return None


def _is_portal(view: View, announced: str) -> bool:
    """Whether a page is nothing but links, such as a home page: it names no report, not even the one that was announced."""
    document = view.content.getroottree().getroot()
    named = " ".join(filter(None, (view.title, view.heading)))
    if view.attachments or looks_like_report(named) or _links(document) < _MANY_LINKS or not _is_bare(document):
        return False
    return "".join(announced.split())[:_ENOUGH] not in "".join(own_text(document).split())


def _words_of(document: HtmlElement) -> str:
    """What stays the same when a page is served twice: its text without links, and without counters and clocks."""
    return _DIGITS.sub("", own_text(document)) + f" {int(_links(document))}"
